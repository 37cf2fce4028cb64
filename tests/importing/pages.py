"""Saved pages in the layouts of two usual systems."""

from __future__ import annotations

DIVS = """<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>关于秋季防火的通告_通知公告_示例县青山镇人民政府</title>
<meta name="ArticleTitle" content="关于秋季防火的通告">
<meta name="PubDate" content="2025-10-12 09:30"><meta name="ContentSource" content="镇应急管理办公室">
<script>var a = "绝密";</script><style>p { color: red }</style></head>
<body><div class="header"><ul><li><a href="/">首页</a></li><li><a href="/zw/">政务公开</a></li></ul></div>
<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/zw/">政务公开</a> &gt; <a href="/tz/">通知公告</a> &gt; 正文</div>
<div class="xxgk-box"><ul>
<li><b>索 引 号：</b>QS001/2025-00012</li><li><b>发布机构：</b>青山镇人民政府</li>
<li><b>成文日期：</b>2025年10月11日</li><li><b>文　　号：</b>青政发[2025]8号</li>
<li><b>主题分类：</b>公安、安全、司法</li><li><b>有 效 性：</b>有效</li><li><b>公开方式：</b>主动公开</li></ul></div>
<h1 class="title">关于秋季防火的通告</h1>
<div class="info"><span>发布时间：2025-10-12 09:30</span><span>来源：镇应急管理办公室</span><span>浏览次数：12</span></div>
<div class="TRS_Editor">
<p style="text-align: center; font-size: 22px">关于秋季防火的通告</p>
<p style="text-indent: 2em">　　入秋以来天干物燥，现就<strong>野外用火</strong>通告如下。</p>
<p>&nbsp;</p>
<p>一、禁止野外用火</p>
<p><img src="通告_files/map.png" alt="防火区示意图"><img src="http://old.shili.example/x.jpg"></p>
<table border="1"><tr><td rowspan="2">村</td><td>责任人</td></tr><tr><td>村主任</td></tr></table>
<p>附件：<a href="./通告_files/P0201.docx">防火责任表</a></p>
<p>附件：<a href="http://old.shili.example/b.pdf">用火许可.pdf</a></p>
<p><a href="/tz/">通知公告</a>见<a href="https://www.shili.example/">县网站</a>。</p>
<p style="text-align: right">青山镇人民政府</p><p style="text-align: right">2025年10月11日</p>
<p>【打印】 【关闭】</p></div>
<div class="share">分享到：微信</div>
<div class="footer">版权所有：示例县青山镇人民政府　网站标识码：9900000001　联系电话：0990-5550001</div>
</body></html>
"""
"""Boxes in `div` and `ul`, the text in TRS' container, meta tags of the State Council's guide."""

TABLES = """<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<title>青山镇2024年防汛值班安排 - 示例县青山镇人民政府</title></head>
<body><table width="980"><tr><td class="top">示例县青山镇人民政府网站</td></tr>
<tr><td><table class="dz"><tr><td>您现在的位置：首页 &gt;&gt; 政务动态 &gt;&gt; 工作动态</td></tr></table></td></tr>
<tr><td><table border="0"><tr><td>索引号</td><td>99001-2024-0007</td><td>发布日期</td><td>2024-06-02</td></tr>
<tr><td>发布机构</td><td>青山镇党政综合办公室</td><td>文号</td><td>无</td></tr>
<tr><td>名称</td><td colspan="3">青山镇2024年防汛值班安排</td></tr></table></td></tr>
<tr><td class="bt"><font size="5"><b>青山镇2024年防汛值班安排</b></font></td></tr>
<tr><td><p>　　为做好汛期值班，镇政府成立防汛值班组，实行全天值守，值班电话向社会公开，接到险情立即处置。</p>
<p>　　值班组设在镇政府一楼，由应急管理办公室负责日常工作，各村同时安排专人值守，遇有重大汛情及时报告。</p>
<p align="right">青山镇党政综合办公室</p><p align="right">2024年6月1日</p></td></tr>
<tr><td align="center">上一篇：工作动态一则</td></tr><tr><td>版权所有 示例县青山镇人民政府</td></tr></table></body></html>
"""
"""Everything in tables, in GBK, without any name that tells where the text is."""
