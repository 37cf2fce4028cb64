"""Views of every type: with everything in them, and with nothing that may be left out."""

from __future__ import annotations

from gongkai.views import pages as p
from gongkai.views.field_views import FieldView, StandardRow
from gongkai.views.figures_view import FigureRow, FigureTable
from gongkai.views.parts import (
    Banner,
    Block,
    Fact,
    FileLink,
    Head,
    LifecycleStep,
    LifecycleStrip,
    Link,
    Pager,
    Period,
    RelatedRow,
    RelationBlock,
    StripStep,
    YearBar,
)
from gongkai.views.search_view import SearchFilter, SearchView
from tests.look import sample_figures, sample_papers, sample_tables
from tests.look.sample import block, consultation_rows, counts, file_row, head, policy_rows, row, rows, site


def item() -> p.ItemView:
    facts = (
        Fact("index_number", "索引号", "990121001/202611-00001"),
        Fact("theme", "主题分类", "农业、林业、水利\\农业、畜牧业、渔业", "/index/theme/ny/"),
        Fact("issuer", "发文机关", "青山镇人民政府", "/index/issuer/q/"),
        Fact("doc_number", "发文字号", "青政发〔2026〕12号"),
        Fact("title", "名称", "青山镇人民政府关于印发《青山镇农村集体资产管理办法》的通知"),
        Fact("written", "成文日期", "2026-11-01"),
        Fact("published", "发布日期", "2026-11-03"),
        Fact("validity", "有效性", "已修改"),
        Fact("effective", "施行日期", "2026-12-01"),
        Fact("genre", "体裁分类", "通知", "/index/genre/tz/"),
        Fact(
            "summary",
            "内容概述",
            "规范本镇农村集体资产的清查、登记、经营、处置和监督，明确镇、村两级责任。" * 2,
        ),
        Fact("keywords", "关键词", "集体资产、清产核资"),
    )
    related = RelationBlock("政策解读", (RelatedRow(row(5), "图解"), RelatedRow(file_row(1))))
    gone = RelationBlock("相关信息", (), ("相关信息 990121001/202601-00007 已于 2026-06-01 撤下。",))
    return p.ItemView(
        head=head(
            "item", "/jcgk/zcwj/xzgfxwj/", "青山镇人民政府关于印发《青山镇农村集体资产管理办法》的通知"
        ),
        index_number="990121001/202611-00001",
        title="青山镇人民政府关于印发《青山镇农村集体资产管理办法》的通知",
        facts=facts,
        details=(
            Fact("phone", "咨询电话", "0990-5550001"),
            Fact("place", "办理地点", "镇便民服务中心2号窗口"),
        ),
        published="2026-11-03 09:30",
        source="示例县青山镇人民政府",
        validity="已修改",
        banners=(
            Banner("warning", "本文件已被修改，修改内容见：", (Link("青政发〔2026〕20号", "/info/d/"),)),
            Banner("info", "本信息在公示期内。"),
        ),
        body=p.BodyView("990121001/202611-00001", "0" * 64, {}, {}),
        attachments=(
            FileLink(
                "集体资产登记表", "附件1 集体资产登记表.xlsx", "/info/x/1.xlsx", "XLSX", "12.4 KB", "a1" * 32
            ),
            FileLink("办法全文", "附件2 办法全文.pdf", "/info/x/2.pdf", "PDF", "1.2 MB", "b2" * 32),
        ),
        relations=(related, gone),
        changes=(Fact("change", "2026-11-05", "附件1第3栏单位更正为“元”"),),
        signature=("示例县青山镇人民政府", "2026年11月1日"),
        period=Period("2026-11-03", "2026-12-02", "进行中"),
        json="/api/items/990121001-202611-00001.json",
        lifecycle=(strip(),),
        url="https://www.qingshan.example/qsz/info/990121001-202611-00001/",
        citation="《青山镇农村集体资产管理办法》，青政发〔2026〕12号，示例县青山镇人民政府，2026年11月1日",
    )


def strip() -> LifecycleStrip:
    return LifecycleStrip(
        "《青山镇农村集体资产管理办法》",
        "/lifecycle/990121001-202611-00001/",
        (
            StripStep("征集", "关于征求意见的公告", "/info/c/", "2026-09-01"),
            StripStep("决策", "青山镇农村集体资产管理办法", "", "2026-11-03", here=True),
            StripStep("解读", "一图读懂集体资产管理办法", "/info/b/", "2026-11-04", more=2),
        ),
    )


def years() -> tuple[YearBar, ...]:
    return (YearBar("2024", 12, 60), YearBar("2025", 0, 0), YearBar("2026", 20, 100))


def bare_item() -> p.ItemView:
    return p.ItemView(
        Head("item", "某信息", "/info/x/"),
        "x",
        "某信息",
        (),
        (),
        "",
        "",
        "",
        (),
        p.BodyView("x", "", {}, {}),
        (),
        (),
        (),
        (),
    )


def sitemap_nodes() -> tuple[p.SitemapNode, ...]:
    leaf = p.SitemapNode(Link("镇政府文件", "/jcgk/zcwj/zzfwj/"))
    files = p.SitemapNode(Link("政策文件", "/jcgk/zcwj/"), (leaf,))
    top = p.SitemapNode(Link("决策公开", "/jcgk/"), (files, p.SitemapNode(Link("规划计划"))))
    return (top, p.SitemapNode(Link("新闻发布", "/xwfb/")))


def full() -> dict[str, p.PageView]:
    """A view with everything in it, by template."""
    return {
        "home.html": p.HomeView(
            head=Head("home", "青山镇政府信息公开", "/", "青山镇政府信息公开"),
            five=tuple(block(it.text, it.path) for it in site().nav_five),
            latest=rows(10),
            notices=Block(Link("通知公告", "/zwdt/tzgg/"), rows(6)),
            policies=policy_rows(),
            policies_all=Link("全部政策文件和解读", "/interpretations/"),
            consultations=consultation_rows(),
            consultations_all=Link("全部意见征集和反馈", "/gzcy/zjhz/"),
            topics=tuple(Link(t, f"/topics/{n}/") for n, t in enumerate("社会公益事业 乡村振兴 重大建设项目".split())),
            fixed=site().fixed,
            indices=tuple(Link(t, f"/index/{n}/") for n, t in enumerate("按发文机关 按主题 按体裁 按文号 按年份 按有效性".split())),
        ),
        "group.html": p.GroupView(
            head("column", "/jcgk/", "决策公开"),
            "决策公开",
            "决策的依据、过程和结果",
            (block("政策文件", "/jcgk/zcwj/"), Block(Link("规划计划", "/jcgk/ghjh/"), ()), block("政府会议", "/jcgk/zfhy/", 2)),
            (Fact("debt", "政府债务", "乡镇政府不举借政府债务；限额、余额由县财政部门公开"),), years(),
        ),
        "lifecycle.html": p.LifecycleView(
            head("lifecycle", "/lifecycle/x/", "某办法（全生命周期）"), "《某办法》的全过程", file_row(1),
            (LifecycleStep("征集", (RelatedRow(row(1)),)), LifecycleStep("解读", (RelatedRow(row(2), "图解"), RelatedRow(file_row(0))))),
            consultations=consultation_rows(), opinions=FigureTable(
                "意见采纳情况（条）", ("反馈", "收到", "采纳", "部分采纳", "未采纳", "未采纳理由"),
                (FigureRow(Link("反馈情况", "/info/f/"), ("12", "5", "3", "4", "标准由县统一规定")),),
            ),
        ),
        "leave.html": p.LeaveView(
            head("leave", "/leave/01234567/", "即将离开本网站"), "即将离开本网站", "other.example", "https://other.example/a?b=1&c=2"
        ),
        "list.html": p.ListView(
            head(), "行政规范性文件", "本镇制发的行政规范性文件及其有效性", rows(21),
            Pager("/jcgk/zcwj/xzgfxwj/", "/jcgk/zcwj/xzgfxwj/archive/1/", 2), ("办法", "细则"), note="转载信息不计入本级。",
        ),
        "item.html": item(),
        "tombstone.html": p.TombstoneView(
            head("tombstone", "/info/990121001-202601-00007/", "信息已撤下"), "990121001/202601-00007",
            (Fact("index_number", "索引号", "990121001/202601-00007"), Fact("withdrawn", "撤下日期", "2026-06-01")), "内容有误，已重新发布",
        ),
        "index.html": p.IndexView(
            head("index", "/index/", "信息索引"), "信息索引",
            (p.IndexSection(Link("按主题", "/index/theme/"), "国务院公报主题分类", counts()), p.IndexSection(Link("按年份", "/index/year/"), "", ())),
        ),
        "interpretations.html": p.InterpretationsView(
            head("linkage", "/interpretations/", "政策解读"), "政策解读", 12, 11, policy_rows(),
            (Link("2026年", "/interpretations/2026/"), Link("2025年", "/interpretations/2025/")), "", rows(3),
        ),
        "five.html": p.FiveView(
            head("index", "/five/", "五公开"), (p.FiveClass(Link("决策公开", "/jcgk/"), counts(), 59), p.FiveClass(Link("执行公开"), (), 0))
        ),
        "statutory.html": p.StatutoryView(
            head("column", "/zfxxgk/fdzdgknr/", "法定主动公开内容"), "法定主动公开内容", "按条例第二十条、第二十一条逐项列出。",
            (
                p.StatutoryTable(
                    "《中华人民共和国政府信息公开条例》第二十条",
                    (
                        p.StatutoryRow("（一）", "法规、规章和规范性文件", "行政法规、规章和规范性文件", counts(), 59),
                        p.StatutoryRow("（二）", "机关职能", "机关职能、机构设置", (), 0, note="暂无此类信息"),
                        p.StatutoryRow("（八）", "行政事业性收费", "行政事业性收费项目及其依据、标准", (), 0, "本镇无行政事业性收费项目"),
                    ),
                    "县级有关部门的事项由其公开。",
                ),
                p.StatutoryTable("条例第二十一条规定的主动公开内容", (), "本单位不适用第二十一条。"),
            ),
            (Fact("debt", "政府债务", "乡镇政府不举借政府债务"),),
        ),
        "fields.html": p.FieldsView(
            head("index", "/fields/", "26个试点领域"), (p.FieldRow("社会救助", counts(), 59), p.FieldRow("户籍管理", (), 0, "由县公安机关公开"))
        ),
        "field.html": FieldView(
            head("field", "/fields/shjz/", "社会救助"), "社会救助", "社会救助领域标准指引", counts(), 59, "",
            (
                StandardRow("救助标准", "/jczwgk/bzml/ml/row/1/", (Fact("content", "公开内容", "标准、依据"),), 4, rows(3), "按关键词"),
                StandardRow("低保对象公示", "", (), 0, ()),
            ),
            1, (Link("标准目录", "/jczwgk/bzml/ml/"),),
        ),
        "topics.html": p.TopicsView(head("index", "/topics/", "专题"), counts()),
        "topic.html": p.TopicView(
            head("index", "/topics/shgy/", "社会公益事业"), "社会公益事业", "八个子领域信息汇集和计数", "国办发〔2018〕10号",
            (p.AreaView("社会救助", 12, counts(), rows(5)), p.AreaView("教育", 0, (), ())), 12,
        ),
        "consultations.html": p.ConsultationsView(
            head("column", "/gzcy/zjhz/", "征集与反馈"), "征集与反馈", "意见征集、进展和反馈结果", consultation_rows(),
            Link("全部意见征集", "/jcgk/zdjcygk/yjzj/"),
        ),
        "sitemap.html": p.SitemapView(
            head("index", "/sitemap/", "站点地图"),
            sitemap_nodes(),
            (Link("信息索引", "/index/"), Link("五公开", "/five/")),
        ),
        "problems.html": p.ProblemsView(
            head("message", "/preview/", "问题"), "预览中发现的问题", ("共 2 处。",),
            (p.FindingGroup(Link("content/甲.md", "/info/a/"), (
                p.FindingView("第 3 行", "阻断", "L022", "发布日期", "“2026-13-01”不是日期。", ("发布日期: 2026-12-01", "附件:"), "条例第二十六条"),
                p.FindingView("整个文件", "警告", "L024", "", "有多余的字段。"),
            )),),
            (Fact("held", "content/乙.md", "草稿"),),
        ),
        "search.html": SearchView(
            head("search", "/search/", "查找政府信息"), "查找政府信息", "/assets/search.js",
            (
                SearchFilter("column", "栏目", (Link("决策公开", "jcgk"), Link("　政策文件", "jcgk/zcwj"))),
                SearchFilter("year", "年份", (Link("2026年", "2026"),)),
            ),
            tuple(Link(t, f"/index/{n}/") for n, t in enumerate("按文号 按年份 按主题".split())), site().nav_five,
        ),
        **sample_papers.full(item()),
        **sample_tables.full(),
        **sample_figures.full(head("statistics", "/statistics/2026/", "2026年公开统计")),
        "message.html": p.MessageView(head("message", "/404.html", "页面不存在"), "页面不存在", ("没有找到您要的页面。",), (Link("首页", "/"),)),
    }  # fmt: skip


def minimal() -> dict[str, p.PageView]:
    """A view with nothing that may be left out, by template."""
    h = Head("x", "某页", "/x/")
    return {
        "home.html": p.HomeView(h, (), (), None, (), Link(""), (), Link(""), (), (), ()),
        "group.html": p.GroupView(h, "某栏目", "", ()),
        "lifecycle.html": p.LifecycleView(h, "某办法的全过程", row(0), ()),
        "leave.html": p.LeaveView(h, "即将离开本网站", "other.example", "https://other.example/"),
        "list.html": p.ListView(h, "某栏目", "", (), Pager()),
        "item.html": bare_item(),
        "tombstone.html": p.TombstoneView(h, "x", (), ""),
        "index.html": p.IndexView(h, "某页", ()),
        "interpretations.html": p.InterpretationsView(h, "某页", 0, 0, (), ()),
        "five.html": p.FiveView(h, ()),
        "statutory.html": p.StatutoryView(h, "某页", "", (), ()),
        "fields.html": p.FieldsView(h, ()),
        "field.html": FieldView(h, "税收管理", "", (), 0, "由县税务机关公开", (), 0, ()),
        "topics.html": p.TopicsView(h, ()),
        "topic.html": p.TopicView(h, "某页", "", "", (), 0),
        "consultations.html": p.ConsultationsView(h, "某页", "", ()),
        "sitemap.html": p.SitemapView(h, (), ()),
        "search.html": SearchView(h, "某页", "", (), (), ()),
        **sample_papers.minimal(bare_item()),
        **sample_tables.minimal(),
        **sample_figures.minimal(),
        "message.html": p.MessageView(h, "某页", (), ()),
        "problems.html": p.ProblemsView(h, "某页", (), ()),
    }


def single() -> p.ListView:
    """A 单页 column with its item shown whole and older ones below."""
    return p.ListView(head(), "政府信息公开指南", "", rows(2), Pager(), single=item())
