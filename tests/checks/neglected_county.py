"""A county's site of its own that nobody looked after: faults of every family of the check list, and of nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from tests.checks.planting import TALK, Plant, book, plant, word
from tests.checks.test_attachments import pdf, with_member, zipped
from tests.rules.cases_annual import SAME, ZERO, report
from tests.rules.cases_privacy import ID, luhn

OLD, DAY, LATER = "2026-03-05 09:30", "2026-11-05 09:30", "2026-11-06 09:30"
NEWS, NOTICE = "政务动态/本县要闻", "政务动态/通知公告"
FILES, NORMATIVE = "政策/县政府文件", "政策/行政规范性文件库"
READ, ASK = "政策/政策解读/本级政策解读", "决策公开/重大决策预公开/意见征集"
BACK = "决策公开/重大决策预公开/意见反馈"
GUIDES, ANSWERS = "办事服务/办事指南", "互动交流/回应关切/主动回应"
REPORTS, BUDGET = "政府信息公开/政府信息公开年报", "财政预决算及政府债务/政府预算"
PERMITS = "管理公开/行政执法公示/行政许可"
DOC = {"发文机关": "示例县人民政府", "成文日期": "2026-11-04", "主题分类": "综合政务"}
CHANGED = b'<w:p><w:del w:id="1"><w:r><w:delText>x</w:delText></w:r></w:del></w:p><w:sectPr'

UNIT = """机构名称: 示例县人民政府
简称: 示例县
发文代字: [示政发, 示政办发]
统一社会信用代码: '91340100MA2TKLXX0X'
行政区划代码: '990120'
地址: 示例县城关镇府前路1号
电话: 0990-5550000
网站标识码: '9901200001'
公安备案号: 皖公网安备 00000000000000号
党政机关标识: https://bszs.conac.cn/sitename?method=show&id=0000
上级门户:
  名称: 示例市人民政府
  网址: https://www.shili-shi.gov.cn/
  找错入口: https://zfwzzc.www.gov.cn/check_web/errorInfo_jsp.action?site_code=9901200001
"""
COLUMNS = """继承: county
隐藏: [glgk/xzsyxsf, glgk/zagl]
增加:
  - {上级: zwdt, 代号: ysgz, 名称: 议事规则, 类型: 公文, 说明: 议事规则, 关键词: [规则], 空栏目: 自动}
"""
MKDOCS = """site_name: 示例县人民政府
site_url: https://www.shili.com/
docs_dir: content
theme:
  name: material
plugins:
  - gongkai/catalog
  - gongkai/columns
  - gongkai/indices
  - gongkai/linkage
  - gongkai/lifecycle
  - gongkai/statistics
  - gongkai/tables
  - gongkai/gazette
  - gongkai/feeds
  - gongkai/checks:
      rules: {G04: {count: 2}, G09: on, G21: on, J07: on, G02: {tage: 3}}
"""
OTHERS = {
    "content/waivers.yml": "- {规则: G02, 栏目: 政务动态/部门动态, 理由: 换届, 批准人: 县长甲, 截止: 2026-06-30}\n"
    "- {规则: W02, 信息: 政务动态/本县要闻/豁免.md, 理由: 引用原文, 批准人: 县长甲, 截止: 2027-06-30}\n",
    "content/holidays.yml": "2027:\n  放假: [正月初一]\n",
    "content/新闻发布计划.yml": "2025:\n  - {主题: 秋粮收购, 计划时间: 三季度}\n"
    "  - {主题: 冬春水利, 计划时间: 四季度, 取消: 并入例会, 信息: 示政发〔2099〕9号}\n",
    "content/工作数据/2026.yml": "依申请公开:\n  收到申请: 12\n",
    "content/gazette/2026-02.yml": "出版日期: 2026-06-30\n条目:\n  县政府文件:\n    - 示政发〔2099〕1号\n",
}
"""The other files of the folder, each with a fault: expired waiver, holidays, plan, year's work, gazette."""


def plants() -> Iterator[Plant]:
    """All planted items."""
    yield from _papers()
    yield from _policies()
    yield from _people()
    yield from _services()
    yield from _private()
    yield from _reports()


def paper(number: int, title: str, found: str, body: str = TALK, **changes: str | None) -> Plant:
    """A document of the county's own."""
    fields = DOC | {"发文字号": f"示政发〔2026〕{number}号"} | changes
    return plant(FILES, title, found, body, DAY, **fields)


def rule(
    number: int,
    title: str,
    found: str,
    body: str = TALK,
    day: str = "",
    name: str = "",
    **changes: str | None,
) -> Plant:
    """A normative document of the county's own."""
    fields = DOC | {"施行日期": "2026-11-05", "有效期": "5年", "需要解读": "否，演示"}
    fields |= {"发文字号": f"示政发〔2026〕{number}号"}
    return plant(NORMATIVE, title, found, body, day or DAY, name=name, **(fields | changes))


def _papers() -> Iterator[Plant]:
    """G, M, P: dates, numbers, marks, delays, the guide."""
    yield plant(NEWS, "一则要闻", "G09@发布日期", day="2026-11-05")
    yield plant(NEWS, "二则要闻", "G10@发布日期", day=DAY, 成文日期="2026-11-06")
    yield plant("决策公开/规划计划", "2024年规划", "", day="2024-11-05 09:30")
    yield plant(NEWS, "编号三", "M01@索引号", day=DAY, 索引号="示例县2026-11-3")
    yield plant(NEWS, "编号四", "M03@索引号", day=DAY, 索引号="119901200000000000/202511-00004")
    yield paper(5, "关于五的意见", "M06@体裁分类", 体裁分类="通知")
    yield paper(6, "关于六的通知", "M04+主题分类", 主题分类=None)
    yield paper(7, "关于七的通知", "M07@发文字号", 发文字号="示政发7号文")
    yield paper(8, "关于八的通知", "")
    yield paper(9, "关于九的通知", "M08@发文字号", 发文字号="示政发〔2026〕8号")
    yield paper(10, "关于十的通知", "M09@2026年11月04日", f"{TALK}\n\n2026年11月04日")
    yield paper(11, "关于十一的通知", "M10+附件", f"{TALK}\n\n附件：1.名单甲\n2.申请表乙\n")
    yield paper(12, "关于十二的通知", "M12@签发人", f"签发人：某某\n\n{TALK}")
    yield paper(13, "关于十三的通知", "M13@不予公开", f"{TALK}\n\n（此件不予公开）")
    yield plant(NOTICE, "份号十四", "M12>十四.docx", day=OLD, files={"十四.docx": word("000012\n正文")})
    yield plant(NOTICE, "扫描十五", "M11", "见附件。", OLD, {"十五.pdf": pdf("", "")})
    yield paper(16, "关于十六的通知", "P10@发布日期", 成文日期="2026-08-20")
    yield plant(NEWS, "概述十七", "P09@内容概述", day=DAY, 内容概述="长" * 1501)
    told = "P05 P06@发布日期 P13@信息处理费 P14@15个工作日"
    yield plant("政府信息公开/政府信息公开指南", "政府信息公开指南", told, GUIDE_TEXT, "2025-01-06 09:30")
    files = {
        "政府信息公开申请表甲.docx": word("姓名\n电话\n信息名称\n纸质"),
        "政府信息公开申请表乙.docx": word("姓名\n证件\n电话\n信息名称\n纸质\n用途"),
    }
    found = "P11>政府信息公开申请表甲.docx P12>政府信息公开申请表乙.docx"
    yield plant("政府信息公开/政府信息公开制度", "申请表", found, day=OLD, files=files)
    yield plant("政务动态/议事规则", "议事规则", "", day=DAY, **DOC, 发文字号="示政办发〔2026〕1号")


GUIDE_TEXT = """工作机构：办公室。地址：府前路1号。电话 0990-5550000，邮箱 zwgk@shili.example。分类、索引号和获取方式如下。

自收到申请之日起15个工作日内答复。

信息处理费每件50元。"""


def _policies() -> Iterator[Plant]:
    """N, J, K, R: validity, interpretations, offers, relations."""
    yield rule(21, "二十一办法", "N02@施行日期", 施行日期="2019-06-01", 有效期=None)
    yield rule(22, "二十二办法", "N03@同时废止=废止文件", f"{TALK}\n\n示政发〔2026〕27号同时废止。")
    yield rule(23, "二十三办法", "N04+失效日期", 施行日期="2022-01-01")
    yield rule(24, "二十四办法", "N07@有效期", 有效期="8年")
    yield rule(25, "二十五办法", "J01", 需要解读="是")
    yield rule(26, "二十六办法", "", 施行日期="2020-01-01", name="失效")
    long = "".join(f"第{n}条 办理第{n}件事项的单位，应当在{n + 3}日内告知申请人结果。" for n in range(1, 40))
    yield rule(27, "二十七办法", "", long, "2026-10-12 09:30", 成文日期="2026-10-10")
    whole = {"政策原文": "示政发〔2026〕27号", "解读形式": "文字"}
    who = {"解读单位": "县政府办公室", "解读人": "县政府办公室负责人", "咨询电话": "0990-5550000"}
    yield plant(READ, "解读二十八", "J02@发布日期 J05", READING + long, DAY, **whole, **who)
    yield plant(READ, "解读二十九", "J04", "非常重要。" * 14, LATER, **whole, **who)
    yield plant(READ, "解读三十", "J07", READING, LATER, **whole)
    lost = who | {"政策原文": "示政发〔2099〕3号", "解读形式": "文字"}
    yield plant(READ, "解读三十一", "R001@政策原文 J03@政策原文", READING, LATER, **lost)
    wrong = who | {"政策原文": f"{NOTICE}/公告.md", "解读形式": "文字"}
    yield plant(READ, "解读三十二", "R009@政策原文 J02@发布日期 J06", READING, LATER, **wrong)
    yield plant(NOTICE, "被解读的公告", "", day=OLD, name="公告")
    yield plant(NEWS, "正文链接三十二", "R010@没有=正文", f"{TALK}见[通知](没有.md)。", DAY)
    offer = f"{TALK}\n\n申报截止时间：2025年12月31日。"
    yield plant(
        "政策超市", "三十三", "K04@申报截止时间 K05+相关信息", offer, DAY, 落实文件=f"{NORMATIVE}/失效.md"
    )
    yield plant("管理公开/权责清单", "权责清单", "K03", "行政许可：事项名称、依据、主体", DAY)
    for number in (1, 3):
        yield plant("政府公报/公报各期", f"示例县人民政府公报2026年第{number}期", "", day=OLD)


READING = "背景依据：上位法。主要内容：规定了三件事。适用范围：全县。" + TALK * 2


def _people() -> Iterator[Plant]:
    """C, S, W: consultations, messages, guides, words."""
    ask = {
        "征集开始": "2026-11-05",
        "征集截止": "2026-12-25",
        "提交方式": "信函",
        "联系电话": "0990-5550001",
        "起草说明": "说明",
    }
    yield plant(ASK, "四十一征求意见", "C01+附件", "短", DAY, **ask)
    yield plant(ASK, "四十二征求意见", "C02@征集截止", TALK * 3, DAY, **(ask | {"征集截止": "2026-11-09"}))
    yield plant(
        ASK, "四十三企业征求意见", "C02@征集截止", TALK * 3, DAY, **(ask | {"征集截止": "2026-11-25"})
    )
    early = {"征集开始": "2026-09-01", "征集截止": "2026-09-30"}
    yield plant(ASK, "四十四征求意见", "C03@征集截止", TALK * 3, "2026-09-01 09:30", **(ask | early))
    yield plant(ASK, "四十五征求意见", "", TALK * 3, "2026-09-01 09:30", **(ask | early), name="征集")
    counts = {"对应征集": f"{ASK}/征集.md", "收到意见数": "5", "采纳数": "6"}
    yield plant(BACK, "四十六反馈", "C04@收到意见数", day=DAY, **counts)
    answer = {"关切问题": "停水", "回应单位": "县水利局", "提出日期": "2026-02-02"}
    yield plant(ANSWERS, "四十七回应", "C05@回应日期", day=OLD, **answer, 回应日期="2026-03-04")
    yield plant(
        ANSWERS,
        "四十八回应",
        "C05@回应日期",
        day=OLD,
        **(answer | {"提出日期": "2025-09-02"}),
        回应日期="2026-03-04",
    )
    guide = {"事项名称": "甲", "设定依据": "某法", "申请条件": "某人", "办理材料": "[户口簿]", "办理地点": "大厅",
             "办理时间": "工作日", "联系电话": "0990-5550001", "办理流程": "申请—办理"}  # fmt: skip
    yield plant(GUIDES, "四十九指南", "S01", day=DAY, **(guide | {"办理时间": "待定"}))
    yield plant(GUIDES, "五十指南", "S02@办理材料", day=DAY, **(guide | {"办理材料": "[申请表（见附件）]"}))
    yield plant(
        "管理公开/机构职能/领导信息",
        "县长",
        "",
        day=OLD,
        姓名="张某甲",
        职务="县委副书记、县长",
        分工="主持全面工作",
    )
    yield plant(NEWS, "五十一会议", "W03@张某甲", f"{TALK}\n\n会议由副县长张某甲主持。", DAY)
    yield plant(NEWS, "五十二", "W01@合国", f"{TALK}\n\n中华人民共合国。", DAY)
    yield plant(NEWS, "五十三", "W02@秸杆", f"{TALK}\n\n禁止焚烧秸杆。", DAY)
    yield plant(NEWS, "五十四", "", f"{TALK}\n\n禁止焚烧秸杆。", DAY, name="豁免")
    yield plant(NOTICE, "五十五", "W02>五十五.docx", day=OLD, files={"五十五.docx": word("报县国土资源局")})


def _services() -> Iterator[Plant]:
    """A, B, F, Z: maps, the standard list, budgets, decisions on enforcement."""
    yield plant(NOTICE, "六十一", "A06", day=OLD, files={"示例县行政区划图.pdf": pdf("map", "")})
    heads = "序号、事项、内容、依据、时限、主体、方式"
    yield plant("基层政务公开/基层政务公开标准目录", "标准目录", "B02", heads, DAY)
    permit = {"决定文书号": "示许〔2026〕1号", "当事人": "某合作社", "执法机关": "示例县人民政府"}
    yield plant(PERMITS, "六十二许可", "Z01@决定日期", day=DAY, **permit, 决定日期="2026-10-20")
    yield plant(PERMITS, "六十三许可", "Z01@决定日期 Z02@决定日期", day=DAY, **permit, 决定日期="2026-09-02")
    yield plant("管理公开/双随机一公开", "2026年抽查计划", "", day=DAY)
    money = {"年度": "2026", "公开单位": "示例县财政局", "批准日期": "2026-01-15"}
    table = {"算.xlsx": book("科目\t金额")}
    yield plant(BUDGET, "政府预算草案", "F01@标题 F01@发布日期", f"{TALK}三公经费说明", DAY, table, **money)
    yield plant(BUDGET, "2026年调整预算", "F02", day=DAY, files=table, **(money | {"批准日期": "2026-11-01"}))


def _private() -> Iterator[Plant]:
    """X and the gate: what must not be public."""
    yield plant(NEWS, "七十一", "L061@身份证", f"{TALK}\n\n张某身份证 {ID}", DAY)
    yield plant(NOTICE, "七十二", "L061>七十二.docx", day=OLD, files={"七十二.docx": word(f"张某 {ID}")})
    yield plant(
        NOTICE, "七十三", "L061>七十三.zip", day=OLD, files={"七十三.zip": zipped({"里.docx": word(ID)})}
    )
    card = book(f"姓名\t一卡通账号\n张某\t{luhn('622202000000000000')}")
    yield plant(NOTICE, "七十四", "L062>七十四.xlsx", day=OLD, files={"七十四.xlsx": card})
    yield plant(NOTICE, "七十五", "L060>七十五.docx", day=OLD, files={"七十五.docx": word("机密★10年\n正文")})
    yield plant(NEWS, "七十六", "X01@护照", f"{TALK}\n\n护照号码 E12345678", DAY)
    yield plant(NEWS, "七十七", "X02@139", f"{TALK}\n\n联系人 13912345678。", DAY)
    yield plant(NOTICE, "七十八", "X04@住址", f"{TALK}\n\n姓名：张某，住址：青溪路1号3栋2单元501室", OLD)
    yield plant(
        "基层政务公开/农村危房改造",
        "七十九名单",
        "X05@公示截止",
        day=OLD,
        公开依据="某办法",
        公示截止="2026-03-20",
    )
    yield plant(NOTICE, "八十", "X06>八十.xlsx", day=OLD, files={"八十.xlsx": book("甲\t乙", hidden=True)})
    tracked = with_member(word("甲"), "word/document.xml", b"<w:sectPr", CHANGED)
    yield plant(NOTICE, "八十一", "X06>八十一.docx", day=OLD, files={"八十一.docx": tracked})
    yield plant(NOTICE, "八十二", "X07@证件", f"{TALK}\n\n证件 340102199001******", OLD)
    yield plant(NOTICE, "八十三", "X08>八十三.docx", day=OLD, files={"八十三.docx": word("甲")[:500]})
    yield plant(NOTICE, "八十四", "X09>八十四.pdf", day=OLD, files={"八十四.pdf": pdf("text", "Wang")})


def _reports() -> Iterator[Plant]:
    """Y: cells and sums of annual reports of years that are no neighbours, and two that are."""
    blank = (
        report("略。").replace("一、总体情况", "一、基本情况").replace("| 行政许可 | 87 |", "| 行政许可 |  |")
    )
    yield _report(2021, "Y02 Y03 Y11@新制作数量", f"{blank}\n新制作数量\n")
    rows = {2: "3 1 0 0 0 1 5", 23: "4 1 0 0 0 1 6", 24: ZERO, 7: "0 0 0 0 0 0 1"}
    yield _report(
        2023, "Y04 Y04 Y05 Y06 Y07 Y10@本年新收", report(f"{SAME}本年新收申请5件。", rows, review="1 0 0 0 2")
    )
    yield _report(2024, "Y08 Y09 Y14", report(f"{SAME}本年新收申请6件。", rules="1 0 9"))


def _report(year: int, found: str, body: str) -> Plant:
    return plant(
        REPORTS, f"{year}年政府信息公开工作年度报告", found, body, f"{year + 1}-03-20 09:30", 年度=str(year)
    )
