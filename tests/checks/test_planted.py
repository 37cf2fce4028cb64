"""Sixty faults planted into the demonstration are all found, each at its file, and nothing else is."""

import io
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import docx
import openpyxl
import pytest

from gongkai.mkdocs_plugins.engine import run_check
from gongkai.mkdocs_plugins.inspection import inspect_site
from tests.checks.test_attachments import pdf, with_member, zipped
from tests.rules.cases_annual import ZERO, report
from tests.rules.cases_privacy import ID, luhn
from tests.site.small import item

ROOT = Path(__file__).resolve().parents[2]
TODAY = "2026-11-23"
NOTICE, NEWS = "政务动态/通知公告", "政务动态/工作动态"
FILES, NORMATIVE = "决策公开/政策文件/镇政府文件", "决策公开/政策文件/行政规范性文件"
ASK, BACK = "决策公开/重大决策预公开/意见征集", "决策公开/重大决策预公开/意见反馈"
READ, GUIDES, APPLY = "政策解读/本级政策解读", "服务公开/办事指南", "政府信息公开/依申请公开"
PERMITS, BUDGET = "管理公开/行政执法公示/行政许可", "重点领域信息公开/财政预决算及政府债务/镇级政府预决算"
REPORTS, RULES = "政府信息公开/政府信息公开年报", "政府信息公开/政府信息公开制度"
TITLES = {n: f"植入的第{n}处" for n in range(100)}
TALK = "这里写一段平常的话，说明这件事怎么办、找谁办、什么时候办。"


def word(text: str) -> bytes:
    made = docx.Document()
    for line in text.split("\n"):
        made.add_paragraph(line)
    made.core_properties.author = ""
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def book(text: str, hidden: bool = False) -> bytes:
    made = openpyxl.Workbook()
    made.properties.creator = ""
    first = made.active
    assert first is not None
    for line in text.split("\n"):
        first.append(line.split("\t"))
    if hidden:
        made.create_sheet("藏").sheet_state = "hidden"
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def plants() -> Iterator[tuple[str, str, str, str, dict[str, str], dict[str, bytes]]]:
    """(codes, column, title, body, fields, files) of every planted item; codes apart by spaces."""
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
    guide = {"事项名称": "甲", "设定依据": "某法", "申请条件": "某人", "办理材料": "[户口簿]", "办理地点": "大厅", "办理时间": "工作日",
             "联系电话": "0990-5550001", "办理流程": "申请—办理"}  # fmt: skip
    yield "L061", NOTICE, "一", TALK, {}, {"一.docx": word(f"张某 {ID}")}
    yield "L061", NOTICE, "二", TALK, {}, {"二.xlsx": book(f"姓名\t证件\n张某\t{ID}")}
    yield "L061", NOTICE, "三", TALK, {}, {"三.pdf": pdf(ID, "")}
    yield "L061", NOTICE, "四", TALK, {}, {"四.zip": zipped({"里.docx": word(ID)})}
    yield "X02", NEWS, "五", TALK + "联系人13912345678。", {}, {}
    yield "X02", NOTICE, "六", TALK, {}, {"六.docx": word("电话 139-1234-5678")}
    yield (
        "L062",
        NOTICE,
        "七",
        TALK,
        {},
        {"七.xlsx": book(f"姓名\t一卡通账号\n张某\t{luhn('622202000000000000')}")},
    )
    yield "X04", NOTICE, "八", TALK + "\n\n姓名：张某，住址：青溪路1号3栋2单元501室", {}, {}
    yield "X06", NOTICE, "九", TALK, {}, {"九.xlsx": book("甲\t乙", hidden=True)}
    yield (
        "X06",
        NOTICE,
        "十",
        TALK,
        {},
        {"十.docx": with_member(word("甲"), "word/document.xml", b"<w:sectPr", changed)},
    )
    yield "X07", NOTICE, "十一", TALK + "证件 340102199001******", {}, {}
    yield "X08", NOTICE, "十二", TALK, {}, {"十二.docx": word("甲")[:500]}
    yield "X08", NOTICE, "十三", TALK, {}, {"十三.pdf": b"%PDF-1.4\nxxx"}
    yield "X09", NOTICE, "十四", TALK, {}, {"十四.pdf": pdf("text", "Wang")}
    yield "G10", NEWS, "十五", TALK, {"成文日期": "2026-11-22"}, {}
    yield (
        "M06",
        FILES,
        "关于十六的意见",
        TALK,
        doc | {"发文字号": "青政发〔2026〕916号", "体裁分类": "通知"},
        {},
    )
    yield (
        "M09",
        FILES,
        "关于十七的通知",
        TALK + "\n\n2026年05月08日",
        doc | {"发文字号": "青政发〔2026〕917号"},
        {},
    )
    yield (
        "M10",
        FILES,
        "关于十八的通知",
        TALK + "\n\n附件：1.名单甲\n2.申请表乙\n",
        doc | {"发文字号": "青政发〔2026〕918号"},
        {},
    )
    yield (
        "M12",
        FILES,
        "关于十九的通知",
        "签发人：某某\n\n" + TALK,
        doc | {"发文字号": "青政发〔2026〕919号"},
        {},
    )
    yield "L060", NOTICE, "二十", TALK, {}, {"二十.docx": word("机密★10年\n正文")}
    yield "M12", NOTICE, "二十一", TALK, {}, {"二十一.docx": word("000012\n正文")}
    yield (
        "M13",
        FILES,
        "关于二十二的通知",
        TALK + "\n\n（此件不予公开）",
        doc | {"发文字号": "青政发〔2026〕922号"},
        {},
    )
    yield "L022", NEWS, "二十三", TALK, {"主题分类": "综合政务\\天文"}, {}
    yield (
        "M04",
        FILES,
        "关于二十四的通知",
        TALK,
        {k: v for k, v in doc.items() if k != "主题分类"} | {"发文字号": "青政发〔2026〕924号"},
        {},
    )
    yield (
        "P10",
        FILES,
        "关于二十五的通知",
        TALK,
        doc | {"发文字号": "青政发〔2026〕925号", "成文日期": "2026-09-10"},
        {},
    )
    yield (
        "N04",
        NORMATIVE,
        "二十六办法",
        TALK,
        rule | {"发文字号": "青政发〔2026〕926号", "施行日期": "2022-01-01", "成文日期": "2026-11-18"},
        {},
    )
    yield (
        "N07",
        NORMATIVE,
        "二十七办法",
        TALK,
        rule | {"发文字号": "青政发〔2026〕927号", "有效期": "8年"},
        {},
    )
    yield (
        "N02",
        NORMATIVE,
        "二十八办法",
        TALK,
        rule | {"发文字号": "青政发〔2026〕928号", "施行日期": "2019-06-01", "有效期": "无"},
        {},
    )
    yield (
        "J01",
        NORMATIVE,
        "二十九办法",
        TALK,
        rule
        | {"发文字号": "青政发〔2026〕929号", "需要解读": "是", "日": "2026-11-10", "成文日期": "2026-11-09"},
        {},
    )
    yield "C01", ASK, "三十征求意见", "短", ask, {}
    yield (
        "C02",
        ASK,
        "三十一征求意见",
        TALK * 3,
        ask | {"征集开始": "2026-11-20", "征集截止": "2026-11-24"},
        {},
    )
    yield (
        "C02",
        ASK,
        "三十二重大行政决策征求意见",
        TALK * 3,
        ask | {"征集开始": "2026-11-20", "征集截止": "2026-12-05"},
        {},
    )
    yield (
        "C03",
        ASK,
        "三十三征求意见",
        TALK * 3,
        ask | {"征集开始": "2026-09-01", "征集截止": "2026-09-30", "日": "2026-09-01"},
        {},
    )
    yield (
        "C04",
        BACK,
        "三十四反馈",
        TALK,
        {"对应征集": f"{ASK}/植入30.md", "收到意见数": "12", "采纳数": "5"},
        {},
    )
    yield "S01", GUIDES, "三十五指南", TALK, guide | {"办理时间": "待定"}, {}
    yield "S02", GUIDES, "三十六指南", TALK, guide | {"办理材料": "[申请表（见附件）]"}, {}
    yield (
        "Z01",
        PERMITS,
        "三十七许可",
        TALK,
        {
            "决定文书号": "青许〔2026〕1号",
            "当事人": "某合作社",
            "决定日期": "2026-11-02",
            "执法机关": "青山镇人民政府",
        },
        {},
    )
    yield (
        "Z01 Z02",
        PERMITS,
        "三十八许可",
        TALK,
        {
            "决定文书号": "青许〔2026〕2号",
            "当事人": "某合作社",
            "决定日期": "2026-09-02",
            "执法机关": "青山镇人民政府",
        },
        {},
    )
    yield (
        "F01 F01",
        BUDGET,
        "政府预算草案",
        TALK + "三公经费说明",
        {"年度": "2026", "公开单位": "青山镇人民政府", "批准日期": "2026-01-02"},
        {"算.xlsx": book("科目\t金额")},
    )
    yield (
        "F02",
        BUDGET,
        "2026年调整预算",
        TALK,
        {"年度": "2026", "公开单位": "青山镇人民政府", "批准日期": "2026-11-15"},
        {"调.xlsx": book("科目\t金额")},
    )
    yield "W01", NEWS, "四十一", TALK + "中华人民共合国", {}, {}
    yield "W02", NEWS, "四十二", TALK + "禁止焚烧秸杆。", {}, {}
    yield "W02", NEWS, "四十三", TALK + "报县国土资源局。", {}, {}
    yield "W02", NOTICE, "四十四", TALK, {}, {"四十四.docx": word("做好防讯工作")}
    yield "A06", NOTICE, "四十五", TALK, {}, {"行政区划图.pdf": pdf("map", "")}
    yield "P11", APPLY, "四十六", TALK, {}, {"政府信息公开申请表二.docx": word("姓名\n电话\n信息名称\n纸质")}
    yield (
        "P12",
        APPLY,
        "四十七",
        TALK,
        {},
        {"政府信息公开申请表三.docx": word("姓名\n证件\n电话\n信息名称\n纸质\n用途")},
    )
    yield "P13", RULES, "四十八", TALK + "信息处理费每件50元。", {}, {}
    yield "P14", RULES, "四十九", TALK + "自收到申请之日起15个工作日内答复。", {}, {}
    yield (
        "B02",
        "基层政务公开/基层政务公开标准目录",
        "五十标准目录",
        "序号、事项、内容、依据、时限、主体、方式",
        {},
        {},
    )
    yield "K03", "服务公开/公共服务清单", "五十一权责清单", "行政许可：事项名称、依据、主体", {}, {}
    yield "K04", "服务公开/惠农惠企政策", "五十二", TALK + "申报截止时间：2025年12月31日。", {}, {}
    yield (
        "Y02 Y03",
        REPORTS,
        "2031年年报",
        report().replace("一、总体情况", "一、基本情况").replace("| 行政许可 | 87 |", "| 行政许可 |  |"),
        {"年度": "2031"},
        {},
    )
    yield "Y04 Y04", REPORTS, "2033年年报", report("略。", {24: ZERO}), {"年度": "2033"}, {}
    yield "Y05 Y05", REPORTS, "2035年年报", report("略。", {2: "3 1 0 0 0 1 5"}), {"年度": "2035"}, {}
    yield "Y05 Y06", REPORTS, "2037年年报", report("略。", {3: "0 0 0 0 0 0 1"}), {"年度": "2037"}, {}
    yield "Y07", REPORTS, "2039年年报", report("略。", review="1 0 0 0 2"), {"年度": "2039"}, {}
    yield "Y10", REPORTS, "2041年年报", report("本年新收申请5件。"), {"年度": "2041"}, {}
    yield "Y11", REPORTS, "2043年年报", report() + "\n新制作数量\n", {"年度": "2043"}, {}
    yield (
        "J04",
        READ,
        "六十解读",
        TALK.replace("怎么办", "办").replace("说明", "讲") + "非常重要。" * 12,
        {"政策原文": f"{FILES}/植入16.md", "解读形式": "文字"},
        {},
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
    for n, (codes, column, title, body, given, files) in enumerate(planted, 1):
        fields = dict(given)
        day = fields.pop("日", "2026-11-20")
        if files:
            fields["附件"] = "[" + ", ".join(files) + "]"
        folder = tmp_path / "content" / column
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            (folder / name).write_bytes(data)
        (folder / f"植入{n}.md").write_text(item(title, 90000 + n, body, day, **fields), encoding="utf-8")
        expected.update(f"{code} {n}" for code in codes.split())
    names = {
        f"content/{c}/{name}": n
        for n, (_, c, _, _, _, fs) in enumerate(planted, 1)
        for name in (*fs, f"植入{n}.md")
    }
    found = findings(tmp_path) - before
    got = Counter({f"{code} {names.get(path, path)}": count for (code, path), count in found.items()})
    assert sum(expected.values()) >= 60
    assert (got - expected, expected - got) == (Counter(), Counter())
