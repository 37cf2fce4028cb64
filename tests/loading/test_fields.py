"""Each common field's good values, under English and Chinese keys, and what comes of them."""

from datetime import date
from pathlib import Path

import pytest
from pydantic import PlainValidator, ValidationError

from gongkai.loading.common_fields import TYPES, CommonFields
from gongkai.loading.common_table import READERS, common_fields
from gongkai.loading.field_model import defined_fields, item_model, json_schema
from gongkai.loading.presets import read_tables
from gongkai.loading.schema import TYPE_NAMES, Schema, make_schema
from gongkai.loading.source import Entry, Raw
from gongkai.loading.typing_step import type_fields
from gongkai.model.item import Change, SignOff
from gongkai.model.moment import Moment
from scripts import field_table
from tests.loading.helpers import FILES, NORMATIVE, READINGS, item, load, one, policy, the_item

DAY = date(2026, 5, 3)
TABLES = read_tables()


@pytest.fixture(scope="module")
def schema() -> Schema:
    return make_schema(TABLES)


def typed(schema: Schema, name: str, value: Raw, kind: str = "article") -> object:
    fields, problems = type_fields([Entry(name, value, 2)], "x.md", kind, schema, TABLES)
    assert [p for p in problems if p.code != "L024"] == []
    return fields.values.get(schema.key_of(name, kind))


@pytest.mark.parametrize(
    "written",
    [
        "2026-05-03", "2026-5-3", "2026/5/3", "2026/05/03", "2026.5.3", "2026年5月3日", "2026 年 5 月 3 日", "２０２６－０５－０３",
        "２０２６年５月３日", "二〇二六年五月三日", "20260503", "2026、5、3", " 2026-05-03 ", "“2026-05-03”",
    ],
)  # fmt: skip
def test_every_form_of_a_date(schema: Schema, written: str) -> None:
    assert typed(schema, "成文日期", written) == DAY
    assert typed(schema, "written", written) == DAY


@pytest.mark.parametrize(
    "written",
    [
        "2026-05-03 09:30",
        "2026/5/3 9:30",
        "2026.5.3 09:30:15",
        "2026年5月3日 9时30分",
        "2026-05-03T09:30",
        "２０２６-5-3 ９：３０",
    ],
)
def test_every_form_of_a_moment(schema: Schema, written: str) -> None:
    assert typed(schema, "发布日期", written) == Moment(DAY, 570)


GOOD: list[tuple[str, Raw, object]] = [
    ("title", " 关于 防汛的通知 ", "关于 防汛的通知"),
    ("column", "决策公开/规划计划", ("决策公开/规划计划",)),
    ("column", ("甲", "乙"), ("甲", "乙")),
    ("category", "年度工作计划", "年度工作计划"),
    ("index_number", "119901210000000000/202605-00012", "119901210000000000/202605-00012"),
    ("doc_number", "青政发[2026]12号", "青政发[2026]12号"),
    ("publisher", "青山镇人民政府", "青山镇人民政府"),
    ("issuer", "甲、乙", ("甲", "乙")),
    ("issuer", ("甲", "乙"), ("甲", "乙")),
    ("department", "办公室", "办公室"),
    ("effective", "2026-5-3", DAY),
    ("expires", "2026.5.3", DAY),
    ("valid_years", "5年", 5),
    ("valid_years", "５", 5),
    ("valid_years", "五年", 5),
    ("valid_years", "十年", 10),
    ("repeal_date", "2026/5/3", DAY),
    ("document_nature", "其他政策文件", "其他政策文件"),
    ("registration", "0012", "0012"),
    ("validity", "已废止", "已废止"),
    ("theme", "综合政务", "综合政务"),
    ("theme", "综合政务/应急管理", "综合政务\\应急管理"),
    ("theme", "综合政务\\应急管理", "综合政务\\应急管理"),
    ("theme", "农业、林业、水利", "农业、林业、水利"),
    ("genre", "通知", "通知"),
    ("audience", "农民", ("农民",)),
    ("topics", "甲,乙;丙", ("甲", "乙", "丙")),
    ("summary", "一句话", "一句话"),
    ("keywords", "防汛、 方案，物资；预案", ("防汛", "方案", "物资", "预案")),
    ("source", "县政府", "县政府"),
    ("source_url", "https://www.shili.example/a?b=1", "https://www.shili.example/a?b=1"),
    ("author", "王某", "王某"),
    ("level", "上级", "上级"),
    ("disclosure", "依申请公开", "依申请公开"),
    ("scope", "本村(社区)", "本村（社区）"),
    ("time_limit", "7个工作日", "7个工作日"),
    ("notice_start", "2026-05-03", DAY),
    ("notice_end", "2026-05-03", DAY),
    ("after_notice", "隐名", "隐名"),
    ("form", "图解、问答", ("图解", "问答")),
    ("form", "一图读懂", ("图解",)),
    ("interprets", "青政发〔2026〕1号、2号", ("青政发〔2026〕1号、2号",)),
    ("interpreted_by", ("a.md", "b.md"), ("a.md", "b.md")),
    ("needs_interpretation", "是", (True, "")),
    ("needs_interpretation", "否，已逐条写明", (False, "已逐条写明")),
    ("needs_interpretation", "否（通告只有五条）", (False, "通告只有五条")),
    ("feedback_on", "../意见征集/甲，乙.md", ("../意见征集/甲，乙.md",)),
    ("consulted_in", "甲.md；乙.md", ("甲.md", "乙.md")),
    ("implements", "甲", ("甲",)),
    ("reports_on", "甲;乙", ("甲", "乙")),
    ("repeals", "青政发〔2019〕6号", ("青政发〔2019〕6号",)),
    ("repealed_by", "青政发〔2019〕6号", ("青政发〔2019〕6号",)),
    ("amends", "甲", ("甲",)),
    ("related", ("甲",), ("甲",)),
    ("attachments", "表一、表二.docx", (("表一、表二.docx", ""),)),
    (
        "attachments",
        ("表，一.docx", {"文件": "二.pdf", "标题": "样表"}),
        (("表，一.docx", ""), ("二.pdf", "样表")),
    ),
    ("review", "张某 2026-05-03", SignOff("张某", DAY)),
    ("review", "张某，2026年5月3日", SignOff("张某", DAY)),
    ("review", "张某（2026.5.3）", SignOff("张某", DAY)),
    ("reviewer", "张某", "张某"),
    ("review_date", "2026-05-03", DAY),
    ("secrecy_review", "李某2026-05-03", SignOff("李某", DAY)),
    ("secrecy_reviewer", "李某", "李某"),
    ("secrecy_date", "2026-05-03", DAY),
    ("channels", "网站、村村响", ("网站", "广播")),
    ("main_channel", "微信公众号", "微信"),
    ("changes", "2026-05-03 附件2金额更正", (Change(DAY, "附件2金额更正"),)),
    (
        "changes",
        ("2026年5月3日：改错字", "2026-05-03 补附件"),
        (Change(DAY, "改错字"), Change(DAY, "补附件")),
    ),
    ("withdrawn", "2026-05-03", DAY),
    ("withdrawn_reason", "内容有误", "内容有误"),
    ("draft", "是", True),
    ("draft", "false", False),
]


@pytest.mark.parametrize(("key", "value", "expected"), GOOD)
def test_a_good_value_under_every_name(schema: Schema, key: str, value: Raw, expected: object) -> None:
    facts = schema.fields[key]
    for name in (key, *facts.names):
        assert typed(schema, name, value, "normative") == expected


def test_the_model_itself_gives_the_same_values(schema: Schema) -> None:
    model = item_model(schema)
    for key, value, expected in GOOD:
        assert getattr(model.model_validate({key: value}), key) == expected


def test_a_build_reads_each_field_as_the_model_does(schema: Schema) -> None:
    """A build does without the model: its table of the common fields, and its readers, are the model's own."""
    assert common_fields() == tuple(defined_fields())
    assert field_table.TABLE.read_text(encoding="utf-8") == field_table.table_text()
    model = item_model(schema)
    assert set(model.model_fields) == set(schema.readers)
    for key, info in model.model_fields.items():
        (reader,) = (each.func for each in info.metadata if isinstance(each, PlainValidator))
        assert reader is schema.readers[key], key
    assert set(READERS) == set(TYPES) == set(TYPE_NAMES)


def test_the_model_refuses_what_a_build_refuses(schema: Schema) -> None:
    with pytest.raises(ValidationError, match="不是日期"):
        item_model(schema).model_validate({"written": "不久前"})


def test_every_common_field_is_tried(schema: Schema) -> None:
    tried = {key for key, _, _ in GOOD} | {"written", "published", "kind"}
    assert tried == set(CommonFields.model_fields)


@pytest.mark.parametrize("written", ["", "无", "/", "-", "——", " "])
@pytest.mark.parametrize(
    "name", ["成文日期", "关键词", "传真", "原文链接", "有效期", "附件", "审核", "草稿", "主题分类", "采纳数"]
)
def test_words_for_empty(schema: Schema, name: str, written: str) -> None:
    assert typed(schema, name, written) in (None, 0)


@pytest.mark.parametrize(
    ("name", "value", "kind", "expected"),
    [
        ("收到意见数", "12条", "feedback", 12),
        ("received", "０", "feedback", 0),
        ("总投资", "1,860.5万元", "project", 1860.5),
        ("议题", ("审议甲", "审议乙"), "meeting", ("审议甲", "审议乙")),
        ("发布会时间", "2026-05-03 09:30", "press", Moment(DAY, 570)),
        ("满意度", "满意", "motion", "满意"),
        ("联系电话", "0990-5551234转8", "guide", "0990-5551234转8"),
        ("网址", "http://www.shili.example", "link", "http://www.shili.example"),
        ("主要职责", ("一", "二"), "organ", "一\n二"),
        ("年度", "2026年", "report", 2026),
    ],
)
def test_the_kinds_own_fields(schema: Schema, name: str, value: Raw, kind: str, expected: object) -> None:
    assert typed(schema, name, value, kind) == expected


def test_names_lead_to_one_field_only(schema: Schema) -> None:
    common = [name for f in schema.fields.values() if f.common for name in (*f.names, f.key)]
    assert len(common) == len(set(common))


def test_json_schema_and_table_cover_every_field(schema: Schema) -> None:
    properties = json_schema(schema)["properties"]
    assert isinstance(properties, dict)
    assert {"标题", "title", "发文字号", "文号", "收到意见数"} <= set(properties)
    assert all(part["description"] for part in properties.values())
    assert all(facts.type in TYPE_NAMES and facts.help for facts in schema.fields.values())


def test_defaults_from_column_unit_kind_and_title(tmp_path: Path) -> None:
    found = the_item(load(tmp_path, {f"{FILES}/办法.md": policy(1, 12)}))
    assert found.publisher == "示例县青山镇人民政府"
    assert (found.kind, found.column) == ("file", "jcgk/zcwj/zzfwj")
    assert (found.genre, found.document_nature, found.level) == ("通知", "其他政策文件", "本级")
    assert found.doc_number == "青政发〔2026〕12号"
    assert "20个工作日" in found.time_limit
    assert (found.channels, found.main_channel) == (("网站",), "网站")
    assert found.address == "/info/119901210000000000-202605-00001/"


def test_what_a_kind_asks_for(tmp_path: Path) -> None:
    loaded = one(tmp_path, column=NORMATIVE)
    assert {p.field for p in loaded.problems} == {"发文机关", "发文字号", "成文日期", "施行日期"}
    assert all(p.code == "L023" and p.hint.startswith(p.field) for p in loaded.problems)


def test_a_doc_number_asks_for_its_issuer(tmp_path: Path) -> None:
    loaded = one(tmp_path, "文号: 青政发〔2026〕1号\n", column="政务动态/工作动态")
    assert [(p.code, p.field) for p in loaded.problems] == [("L023", "发文机关")]


def test_a_field_of_another_kind_is_only_a_warning(tmp_path: Path) -> None:
    loaded = one(tmp_path, "征集截止: 2026-06-01\n")
    assert [(p.code, p.level.value) for p in loaded.problems] == [("L024", "warning")]
    assert "意见征集" in loaded.problems[0].message
    assert len(loaded.catalog.items) == 1


def test_a_missing_target_of_an_interpretation_is_found_later(tmp_path: Path) -> None:
    assert one(tmp_path, "解读形式: 文字\n", column=READINGS).problems == ()


def test_a_pattern_that_is_none(tmp_path: Path) -> None:
    loaded = load(tmp_path, {}, index_pattern="(")
    assert [p.code for p in loaded.problems] == ["U009"]


def test_imported_index_numbers(tmp_path: Path) -> None:
    text = one(tmp_path, column="政务动态/工作动态")
    assert text.problems == ()
    for n, number in enumerate(("003129766/201901-00336", "01527918X-2020-153077", "示政/2020-00001")):
        source = "---\n标题: 旧\n发布日期: 2020-01-02\n审核: 张某 2020-01-01\n保密审查: 李某 2020-01-01\n"
        found = the_item(
            load(tmp_path / str(n), {"政务动态/工作动态/旧.md": f"{source}索引号: {number}\n---\n正文"})
        )
        assert found.slug.isascii()
    assert found.slug == "shi-zheng-2020-00001"


def test_a_full_width_index_number(tmp_path: Path) -> None:
    wide = "１１９９０１２１００００００００００／２０２６０５－０００１２"
    text = item(1).replace("119901210000000000/202605-00001", wide)
    assert (
        the_item(load(tmp_path, {"政务动态/工作动态/a.md": text})).index_number
        == "119901210000000000/202605-00012"
    )


def test_an_index_pattern_of_the_site(tmp_path: Path) -> None:
    loaded = one(tmp_path)
    assert loaded.problems == ()
    strict = load(tmp_path, {}, index_pattern=r"^\d{9}/\d{4}-\d{5}$")
    assert [(p.code, p.field) for p in strict.problems] == [("L022", "索引号")]
