"""Every kind of bad input gets one message: file, line, field, what was found, what is expected, what to type."""

from pathlib import Path

import pytest

from gongkai.model.problem import Level
from tests.loading.helpers import NOTICES, item, load, only

PATH = f"{NOTICES}/防汛.md"
HEAD = "---\n标题: 关于防汛的通知\n发布日期: 2026-05-06\n---\n\n正文\n"


def head(*lines: str) -> str:
    return "\n".join(["---", "标题: 关于防汛的通知", *lines, "---", "", "正文", ""])


@pytest.mark.parametrize(
    ("data", "code", "line", "message", "hint"),
    [
        (b"", "L003", 0, "这个文件是空的", "删去"),
        (b"\xef\xbb\xbf  \n\n", "L003", 0, "这个文件是空的", "删去"),
        (HEAD.encode("gb18030"), "L004", 2, "GBK（记事本里叫“ANSI”）", "UTF-8"),
        (HEAD.encode("utf-16"), "L004", 1, "UTF-16", "另存为"),
        (HEAD.encode("utf-16-le"), "L004", 1, "UTF-16", "另存为"),
        (b"PK\x03\x04\x14\xff\xfe", "L004", 0, "Word、Excel 或压缩文件", "附件"),
        (b"%PDF-1.4 \xe2\xe3", "L004", 0, "PDF 文件", "附件"),
        (HEAD.encode() + b"\x00", "L009", 7, "控制字符（编号 0）", "重新输入"),
        (b"\xff\xff\xff\xff", "L004", 1, "无法识别", "UTF-8"),
    ],
    ids=["empty", "bom-only", "gbk", "utf-16", "utf-16-le", "docx", "pdf", "nul", "noise"],
)
def test_bytes_that_are_no_text(
    tmp_path: Path, data: bytes, code: str, line: int, message: str, hint: str
) -> None:
    problem = only(load(tmp_path, {PATH: data}))
    assert (problem.code, problem.path, problem.line) == (code, f"content/{PATH}", line)
    assert problem.level is Level.BLOCK
    assert message in problem.message
    assert hint in problem.hint


@pytest.mark.parametrize(
    ("text", "code", "line", "message", "hint"),
    [
        ("只有正文，没有信息头\n", "L010", 1, "第一行应当是 ---，现在是“只有正文", "---\n标题"),
        ("\n\n" + HEAD, "L010", 1, "开头有空行", "删去 --- 前面的空行"),
        ("----\n标题: a\n---\n", "L010", 1, "写成了“----”", "---"),
        ("———\n标题: a\n———\n", "L010", 1, "写成了“———”", "---"),
        ("---\n标题: a\n\n正文", "L011", 1, "没有结尾", "加一行：---"),
        ("---\n标题: a\n----\n正文", "L011", 3, "结尾写成了“----”", "---"),
        ("---\n标题: a\n－－－\n正文", "L011", 3, "结尾写成了“－－－”", "---"),
        (head("发布日期：2026-05-06"), "L012", 3, "中文冒号", "发布日期: 2026-05-06"),
        (
            "---\n标题：关于防汛的通知\n发布日期：2026-05-06\n---\n正文",
            "L012",
            2,
            "中文冒号",
            "标题: 关于防汛的通知",
        ),
        (head("栏目:通知公告"), "L012", 3, "少一个空格", "栏目: 通知公告"),
        (head("内容概述: 要求: 及早准备"), "L012", 3, "英文冒号", "内容概述: '要求: 及早准备'"),
        (head("内容概述: [重要]通知"), "L012", 3, "特殊符号", "内容概述: '[重要]通知'"),
        (head("内容概述: {重要}通知"), "L012", 3, "特殊符号", "内容概述: '{重要}通知'"),
        (head("内容概述: @全体村民"), "L012", 3, "特殊符号", "内容概述: '@全体村民'"),
        (head("内容概述: *重要*"), "L012", 3, "特殊符号", "内容概述: '*重要*'"),
        (head("内容概述: %5 的补助"), "L012", 3, "特殊符号", "内容概述: '%5 的补助'"),
        (head("内容概述: >3米的水深"), "L012", 3, "特殊符号", "内容概述: '>3米的水深'"),
        (head("内容概述: |竖线"), "L012", 3, "特殊符号", "内容概述: '|竖线'"),
        (head("内容概述: `代码`"), "L012", 3, "特殊符号", "内容概述: '`代码`'"),
        (head("内容概述: !重要 通知"), "L012", 3, "特殊符号", "内容概述: '!重要 通知'"),
        (head("内容概述: &abc 通知"), "L014", 3, "“&”开头", "内容概述: '&abc 通知'"),
        (head("内容概述: #3机组检修"), "L012", 3, "“#”后面的文字会被丢掉", "内容概述: '#3机组检修'"),
        (
            head("内容概述: 关于 #3机组检修"),
            "L012",
            3,
            "“#”后面的文字会被丢掉",
            "内容概述: '关于 #3机组检修'",
        ),
        (head('内容概述: "防汛"工作'), "L012", 3, "英文引号外面还有文字", "内容概述: '\"防汛\"工作'"),
        (head('内容概述: "防汛工作'), "L012", 3, "引号没有成对", "内容概述: '\"防汛工作'"),
        (head('附件: "C:\\表格\\申请表.docx"'), "L012", 3, "反斜杠", "附件: 'C:\\表格\\申请表.docx'"),
        (head("内容概述:\u3000防汛"), "L012", 3, "全角空格", "内容概述: 防汛"),
        (head("附件:", "\t- 表.docx"), "L012", 4, "制表符", "- 表.docx"),
        ("---\n标题: a\n\n正文第一段\n\n---\n\n第二段", "L012", 4, "像是正文", "加一行：---"),
        (head("和抗旱"), "L012", 3, "没有冒号", "标题: 关于防汛的通知和抗旱"),
        (head("标题: 另一个"), "L013", 3, "第 2 行和第 3 行", "只留一行"),
        (head("a: &x [1, 2]", "b: *x"), "L014", 3, "引用", "'*重要*通知'"),
        (head("栏目: [[[[[[[[[[[[深]]]]]]]]]]]]"), "L015", 3, "层次太深", "栏目"),
        (head("? [a, b]", ": 值"), "L012", 3, "不是文字", "标题"),
        ("---\n- 一\n- 二\n---\n正文", "L012", 2, "读不懂", "标题"),
    ],
)
def test_front_matter_that_cannot_be_read(
    tmp_path: Path, text: str, code: str, line: int, message: str, hint: str
) -> None:
    loaded = load(tmp_path, {PATH: text})
    problem = loaded.problems[0]
    assert (problem.code, problem.path, problem.line) == (code, f"content/{PATH}", line), problem
    assert message in problem.message
    assert hint in problem.hint
    assert loaded.catalog.items == ()


@pytest.mark.parametrize(
    ("line", "code", "field", "message", "hint"),
    [
        ("发布日斯: 2026-05-06", "L020", "发布日斯", "是不是“发布日期”", "发布日期: 2026-05-06"),
        ("发部日期: 2026-05-06", "L020", "发部日期", "是不是“发布日期”", "发布日期: 2026-05-06"),
        ("Titel: x", "L020", "Titel", "是不是“title”", "title: x"),
        ("拟稿单位: 办公室", "L020", "拟稿单位", "没有“拟稿单位”这个字段", ""),
        ("标题：甲: 乙", "L020", "标题", "中文冒号", "标题: '甲: 乙'"),
        ("title: 另一个", "L021", "title", "第 2 行的“标题”", "删去“title”"),
        ("成文日期: 2026-02-30", "L022", "成文日期", "2026 年 2 月没有 30 日", "成文日期: 2026-02-28"),
        ("成文日期: 2026-13-01", "L022", "成文日期", "没有 13 月", "成文日期: 2026-05-03"),
        ("成文日期: 五月三日", "L022", "成文日期", "不是日期", "成文日期: 2026-05-03"),
        ("成文日期: 2026年5月", "L022", "成文日期", "缺少日", "成文日期: 2026-05-03"),
        ("成文日期: 5月3日", "L022", "成文日期", "缺少年份", "成文日期: 2026-05-03"),
        ("成文日期: 26-5-3", "L022", "成文日期", "年份只有两位", "成文日期: 2026-05-03"),
        ("成文日期: 2026-05-03至2026-05-06", "L022", "成文日期", "是一段时间", "成文日期: 2026-05-03"),
        ("草稿: 大概", "L022", "草稿", "“是”或“否”", "草稿: 是"),
        ("需要解读: 不一定", "L022", "需要解读", "“否”加理由", "需要解读: 否"),
        ("有效期: 五载", "L022", "有效期", "年数", "有效期: 5年"),
        (
            "原文链接: www.shili.example/a",
            "L022",
            "原文链接",
            "http://",
            "原文链接: https://www.shili.example/a",
        ),
        ("原文链接: javascript:alert(1)", "L022", "原文链接", "http://", "原文链接: https"),
        ("公开方式: 主动", "L022", "公开方式", "主动公开、依申请公开、不予公开", "公开方式: 主动公开"),
        ("主题分类: 综合正务", "L022", "主题分类", "以下之一", "主题分类: 综合政务"),
        ("更正记录: 附件2金额更正", "L022", "更正记录", "日期加说明", "更正记录: 2026-05-03 附件2金额更正"),
        ("标题: [甲, 乙]", "L013", "标题", "写了两次", "只留一行"),
        ("附件: {名字: 表.docx}", "L022", "附件", "“文件”和“标题”两项", "文件: 申请表.docx"),
        ("附件: 表一.docx、表二.docx", "L022", "附件", "写在了一行里", "- 表一.docx"),
        ("审核日期: 2026-05-03\n审核人: 王某", "L021", "审核人", "写的人不一样", "只留"),
        ("公示开始: 2026-05-09\n公示截止: 2026-05-06", "L022", "公示截止", "还早", "公示截止: 2026-05-09"),
        ("栏目: 没有的栏目", "L031", "栏目", "没有“没有的栏目”这个栏目", "栏目: "),
        ("栏目: 决策公开/政策文件", "L032", "栏目", "下面还有栏目", "栏目: 决策公开/政策文件/行政规范性文件"),
        ("栏目: 法定主动公开内容", "L032", "栏目", "由程序汇集", "栏目: "),
        ("信息类别: 乱写", "L033", "信息类别", "没有“乱写”这个信息类别", "信息类别: 发展规划"),
    ],
)
def test_a_field_that_is_wrong(
    tmp_path: Path, line: str, code: str, field: str, message: str, hint: str
) -> None:
    column = "决策公开/规划计划" if "类别" in line else NOTICES
    loaded = load(tmp_path, {f"{column}/防汛.md": item(1, line)})
    problem = only(loaded)
    assert (problem.code, problem.field) == (code, field), problem
    assert problem.line > 1
    assert message in problem.message
    assert hint in problem.hint
    assert loaded.catalog.items == ()


def test_several_mistakes_are_reported_at_once_in_order(tmp_path: Path) -> None:
    text = "---\n标题: 甲\n发布日期: 2026-15-01\n草搞: 是\n成文日期: 明天\n---\n正文"
    loaded = load(tmp_path, {PATH: text, f"{NOTICES}/好.md": item(2)})
    assert [(p.line, p.code) for p in loaded.problems] == [(3, "L022"), (4, "L020"), (5, "L022")]
    assert [i.path for i in loaded.catalog.items] == [f"{NOTICES}/好.md"]


def test_bom_and_crlf_are_accepted_with_one_note_each(tmp_path: Path) -> None:
    windows = b"\xef\xbb\xbf" + item(1, body="第一行\n第二行\n").replace("\n", "\r\n").encode()
    loaded = load(tmp_path, {f"{NOTICES}/一.md": windows, f"{NOTICES}/二.md": item(2).replace("\n", "\r\n")})
    assert [(p.code, p.level) for p in loaded.problems] == [("L005", Level.INFO), ("L006", Level.INFO)]
    assert "共 2 个文件" in loaded.problems[1].message
    first = loaded.catalog.by_number["119901210000000000/202605-00001"]
    assert loaded.bodies.body(first) == "\n第一行\n第二行\n"


def test_a_file_of_fifty_megabytes_is_not_read(tmp_path: Path) -> None:
    files = {PATH: item(1)}
    load(tmp_path, files)
    with (tmp_path / "content" / PATH).open("r+b") as file:
        file.truncate(50 * 1048576)
    problem = only(load(tmp_path, {}))
    assert problem.code == "L002"
    assert "50.0 MB" in problem.message


def test_a_long_front_matter_is_refused(tmp_path: Path) -> None:
    problem = only(load(tmp_path, {PATH: "---\n" + "内容概述: |\n" + "  很长\n" * 20000 + "---\n"}))
    assert problem.code == "L015"


def test_billion_laughs(tmp_path: Path) -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x]"]
    lines += [
        f"{new}: &{new} [{', '.join('*' + old for _ in range(8))}]"
        for old, new in zip("abcdefg", "bcdefgh", strict=True)
    ]
    assert only(load(tmp_path, {PATH: head(*lines)})).code == "L014"


def test_values_keep_what_yaml_would_turn_into_something_else(tmp_path: Path) -> None:
    extra = "登记号: 0123\n责任科室: 12:30\n作者: no\n内容概述: 1_000\n"
    (found,) = load(tmp_path, {PATH: item(1, extra)}).catalog.items
    assert (found.registration, found.department, found.author, found.summary) == (
        "0123",
        "12:30",
        "no",
        "1_000",
    )
