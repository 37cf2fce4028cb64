"""Sixty faults planted into the demonstration are all found, each at its file, and nothing else is."""

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from gongkai.mkdocs_plugins.engine import run_check
from gongkai.mkdocs_plugins.inspection import inspect_site
from tests.checks.planting import TALK, Plant, book, plant, word, write
from tests.checks.test_attachments import pdf, with_member, zipped
from tests.rules.cases_annual import ZERO, report
from tests.rules.cases_privacy import ID, luhn

ROOT = Path(__file__).resolve().parents[2]
TODAY = "2026-11-23"
NOTICE, NEWS = "政务动态/通知公告", "政务动态/工作动态"
FILES, NORMATIVE = "决策公开/政策文件/镇政府文件", "决策公开/政策文件/行政规范性文件"
ASK, BACK = "决策公开/重大决策预公开/意见征集", "决策公开/重大决策预公开/意见反馈"
READ, GUIDES, APPLY = "政策解读/本级政策解读", "服务公开/办事指南", "政府信息公开/依申请公开"
PERMITS, BUDGET = "管理公开/行政执法公示/行政许可", "重点领域信息公开/财政预决算及政府债务/镇级政府预决算"
REPORTS, RULES = "政府信息公开/政府信息公开年报", "政府信息公开/政府信息公开制度"


def plants() -> Iterator[Plant]:
    """All planted items; what is found at each is named by its codes."""
    doc = {"发文机关": "青山镇人民政府", "成文日期": "2026-11-18", "主题分类": "综合政务"}
    rule = doc | {"施行日期": "2026-12-01", "有效期": "5年", "需要解读": "否，演示"}
    changed = b'<w:p><w:del w:id="1"><w:r><w:delText>x</w:delText></w:r></w:del></w:p><w:sectPr'
    ask = {
        "征集开始": "2026-11-01",
        "征集截止": "2026-12-05",
        "提交方式": "信函",
        "联系电话": "0990-5550001",
        "起草说明": "说明",
    }
    guide = {
        "事项名称": "甲",
        "设定依据": "某法",
        "申请条件": "某人",
        "办理材料": "[户口簿]",
        "办理地点": "大厅",
        "办理时间": "工作日",
        "联系电话": "0990-5550001",
        "办理流程": "申请—办理",
    }
    yield plant(NOTICE, "一", "L061", files={"一.docx": word(f"张某 {ID}")})
    yield plant(NOTICE, "二", "L061", files={"二.xlsx": book(f"姓名\t证件\n张某\t{ID}")})
    yield plant(NOTICE, "三", "L061", files={"三.pdf": pdf(ID, "")})
    yield plant(NOTICE, "四", "L061", files={"四.zip": zipped({"里.docx": word(ID)})})
    yield plant(NEWS, "五", "X02", TALK + "联系人13912345678。")
    yield plant(NOTICE, "六", "X02", files={"六.docx": word("电话 139-1234-5678")})
    yield plant(
        NOTICE, "七", "L062", files={"七.xlsx": book(f"姓名\t一卡通账号\n张某\t{luhn('622202000000000000')}")}
    )
    yield plant(NOTICE, "八", "X04", TALK + "\n\n姓名：张某，住址：青溪路1号3栋2单元501室")
    yield plant(NOTICE, "九", "X06", files={"九.xlsx": book("甲\t乙", hidden=True)})
    yield plant(
        NOTICE,
        "十",
        "X06",
        files={"十.docx": with_member(word("甲"), "word/document.xml", b"<w:sectPr", changed)},
    )
    yield plant(NOTICE, "十一", "X07", TALK + "证件 340102199001******")
    yield plant(NOTICE, "十二", "X08", files={"十二.docx": word("甲")[:500]})
    yield plant(NOTICE, "十三", "X08", files={"十三.pdf": b"%PDF-1.4\nxxx"})
    yield plant(NOTICE, "十四", "X09", files={"十四.pdf": pdf("text", "Wang")})
    yield plant(NEWS, "十五", "G10", 成文日期="2026-11-22")
    yield plant(FILES, "关于十六的意见", "M06", **doc, 发文字号="青政发〔2026〕916号", 体裁分类="通知")
    yield plant(
        FILES, "关于十七的通知", "M09", TALK + "\n\n2026年05月08日", **doc, 发文字号="青政发〔2026〕917号"
    )
    yield plant(
        FILES,
        "关于十八的通知",
        "M10",
        TALK + "\n\n附件：1.名单甲\n2.申请表乙\n",
        **doc,
        发文字号="青政发〔2026〕918号",
    )
    yield plant(
        FILES, "关于十九的通知", "M12", "签发人：某某\n\n" + TALK, **doc, 发文字号="青政发〔2026〕919号"
    )
    yield plant(NOTICE, "二十", "L060", files={"二十.docx": word("机密★10年\n正文")})
    yield plant(NOTICE, "二十一", "M12", files={"二十一.docx": word("000012\n正文")})
    yield plant(
        FILES, "关于二十二的通知", "M13", TALK + "\n\n（此件不予公开）", **doc, 发文字号="青政发〔2026〕922号"
    )
    yield plant(NEWS, "二十三", "L022", 主题分类="综合政务\\天文")
    yield plant(
        FILES,
        "关于二十四的通知",
        "M04",
        **({k: v for k, v in doc.items() if k != "主题分类"} | {"发文字号": "青政发〔2026〕924号"}),
    )
    yield plant(
        FILES,
        "关于二十五的通知",
        "P10",
        **(doc | {"发文字号": "青政发〔2026〕925号", "成文日期": "2026-09-10"}),
    )
    yield plant(
        NORMATIVE,
        "二十六办法",
        "N04",
        **(rule | {"发文字号": "青政发〔2026〕926号", "施行日期": "2022-01-01", "成文日期": "2026-11-18"}),
    )
    yield plant(
        NORMATIVE, "二十七办法", "N07", **(rule | {"发文字号": "青政发〔2026〕927号", "有效期": "8年"})
    )
    yield plant(
        NORMATIVE,
        "二十八办法",
        "N02",
        **(rule | {"发文字号": "青政发〔2026〕928号", "施行日期": "2019-06-01", "有效期": "无"}),
    )
    yield plant(
        NORMATIVE,
        "二十九办法",
        "J01",
        day="2026-11-10",
        **(rule | {"发文字号": "青政发〔2026〕929号", "需要解读": "是", "成文日期": "2026-11-09"}),
    )
    yield plant(ASK, "三十征求意见", "C01", "短", **ask)
    yield plant(
        ASK, "三十一征求意见", "C02", TALK * 3, **(ask | {"征集开始": "2026-11-20", "征集截止": "2026-11-24"})
    )
    yield plant(
        ASK,
        "三十二重大行政决策征求意见",
        "C02",
        TALK * 3,
        **(ask | {"征集开始": "2026-11-20", "征集截止": "2026-12-05"}),
    )
    yield plant(
        ASK,
        "三十三征求意见",
        "C03",
        TALK * 3,
        day="2026-09-01",
        **(ask | {"征集开始": "2026-09-01", "征集截止": "2026-09-30"}),
    )
    yield plant(BACK, "三十四反馈", "C04", 对应征集=f"{ASK}/植入30.md", 收到意见数="12", 采纳数="5")
    yield plant(GUIDES, "三十五指南", "S01", **(guide | {"办理时间": "待定"}))
    yield plant(GUIDES, "三十六指南", "S02", **(guide | {"办理材料": "[申请表（见附件）]"}))
    yield plant(
        PERMITS,
        "三十七许可",
        "Z01",
        决定文书号="青许〔2026〕1号",
        当事人="某合作社",
        决定日期="2026-11-02",
        执法机关="青山镇人民政府",
    )
    yield plant(
        PERMITS,
        "三十八许可",
        "Z01 Z02",
        决定文书号="青许〔2026〕2号",
        当事人="某合作社",
        决定日期="2026-09-02",
        执法机关="青山镇人民政府",
    )
    yield plant(
        BUDGET,
        "政府预算草案",
        "F01 F01",
        TALK + "三公经费说明",
        files={"算.xlsx": book("科目\t金额")},
        年度="2026",
        公开单位="青山镇人民政府",
        批准日期="2026-01-02",
    )
    yield plant(
        BUDGET,
        "2026年调整预算",
        "F02",
        files={"调.xlsx": book("科目\t金额")},
        年度="2026",
        公开单位="青山镇人民政府",
        批准日期="2026-11-15",
    )
    yield plant(NEWS, "四十一", "W01", TALK + "中华人民共合国")
    yield plant(NEWS, "四十二", "W02", TALK + "禁止焚烧秸杆。")
    yield plant(NEWS, "四十三", "W02", TALK + "报县国土资源局。")
    yield plant(NOTICE, "四十四", "W02", files={"四十四.docx": word("做好防讯工作")})
    yield plant(NOTICE, "四十五", "A06", files={"行政区划图.pdf": pdf("map", "")})
    yield plant(
        APPLY, "四十六", "P11", files={"政府信息公开申请表二.docx": word("姓名\n电话\n信息名称\n纸质")}
    )
    yield plant(
        APPLY,
        "四十七",
        "P12",
        files={"政府信息公开申请表三.docx": word("姓名\n证件\n电话\n信息名称\n纸质\n用途")},
    )
    yield plant(RULES, "四十八", "P13", TALK + "信息处理费每件50元。")
    yield plant(RULES, "四十九", "P14", TALK + "自收到申请之日起15个工作日内答复。")
    yield plant(
        "基层政务公开/基层政务公开标准目录", "五十标准目录", "B02", "序号、事项、内容、依据、时限、主体、方式"
    )
    yield plant("服务公开/公共服务清单", "五十一权责清单", "K03", "行政许可：事项名称、依据、主体")
    yield plant("服务公开/惠农惠企政策", "五十二", "K04", TALK + "申报截止时间：2025年12月31日。")
    yield plant(
        REPORTS,
        "2031年年报",
        "Y02 Y03",
        report().replace("一、总体情况", "一、基本情况").replace("| 行政许可 | 87 |", "| 行政许可 |  |"),
        年度="2031",
    )
    yield plant(REPORTS, "2033年年报", "Y04 Y04", report("略。", {24: ZERO}), 年度="2033")
    yield plant(REPORTS, "2035年年报", "Y05 Y05", report("略。", {2: "3 1 0 0 0 1 5"}), 年度="2035")
    yield plant(REPORTS, "2037年年报", "Y05 Y06", report("略。", {3: "0 0 0 0 0 0 1"}), 年度="2037")
    yield plant(REPORTS, "2039年年报", "Y07", report("略。", review="1 0 0 0 2"), 年度="2039")
    yield plant(REPORTS, "2041年年报", "Y10", report("本年新收申请5件。"), 年度="2041")
    yield plant(REPORTS, "2043年年报", "Y11", report() + "\n新制作数量\n", 年度="2043")
    yield plant(
        READ,
        "六十解读",
        "J04",
        TALK.replace("怎么办", "办").replace("说明", "讲") + "非常重要。" * 12,
        政策原文=f"{FILES}/植入16.md",
        解读形式="文字",
    )


def findings(folder: Path) -> Counter[tuple[str, str]]:
    context, plan = run_check(str(folder / "mkdocs.yml"), {"GONGKAI_TODAY": TODAY})
    result = inspect_site(context, plan, pages=False)
    return Counter((p.code, p.path) for p in result.problems)


@pytest.mark.slow
def test_planted_faults_are_found_whole_and_nothing_else(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copytree(ROOT / "overrides", tmp_path / "overrides")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    before = findings(tmp_path)
    expected: Counter[str] = Counter()
    planted = list(plants())
    for n, what in enumerate(planted, 1):
        write(tmp_path / "content", n, what)
        expected.update(f"{code} {n}" for code in what.found)
    names = {
        f"content/{what.column}/{name}": n
        for n, what in enumerate(planted, 1)
        for name in (*what.files, f"植入{n}.md")
    }
    found = findings(tmp_path) - before
    got = Counter({f"{code} {names.get(path, path)}": count for (code, path), count in found.items()})
    assert sum(expected.values()) >= 60
    assert (got - expected, expected - got) == (Counter(), Counter())
