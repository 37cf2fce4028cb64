"""What the other five presets do differently from the township, and why it must be so."""

import re
from collections.abc import Callable

import pytest

from gongkai.loading.presets import read_preset
from gongkai.model.column import ColumnTree
from gongkai.model.vocabulary import Tables


@pytest.fixture
def tree(tables: Tables) -> Callable[[str], ColumnTree]:
    return lambda name: read_preset(name, tables)


def said(tree: ColumnTree) -> str:
    """Every sentence of a tree that the public reads."""
    columns = (
        " ".join((c.name, c.description, c.na_reason, c.note, *c.keywords, *c.categories))
        for c in tree.columns.values()
    )
    return "\n".join((*columns, *(f"{s.name} {s.text}" for s in (*tree.statements, *tree.links))))


def test_modes(tree: Callable[[str], ColumnTree]) -> None:
    channels = ("township", "subdistrict", "county-department", "city-department", "public-institution")
    assert {name: tree(name).mode for name in channels} == dict.fromkeys(channels, "channel")
    assert tree("county").mode == "site"


def test_a_subdistrict_is_no_township(tree: Callable[[str], ColumnTree]) -> None:
    subdistrict = tree("subdistrict")
    gone = "jcgk/zfgzbg zdly/czyjs/zjyjs xzzd xzzd/ntsl xzzd/czcl jczwgk/wfgz jczwgk/zhzf".split()
    assert not set(gone) & set(subdistrict.columns)
    added = "jcgk/ndgzbg zscsgx/ljxqgz jczwgk/csgl jczwgk/sqjs".split()
    assert set(added) <= set(subdistrict.columns)
    assert subdistrict.columns["cwgk"].name == "居务公开"
    assert subdistrict.columns["jcgk/zcwj/xzgfxwj"].empty == "na"
    assert subdistrict.article21 == ""


def test_a_subdistrict_does_not_call_itself_a_township(tree: Callable[[str], ColumnTree]) -> None:
    text = said(tree("subdistrict"))
    assert not re.search("本镇|镇政府|镇级|村级|区区县", text)
    assert "本街道" in text


def test_topics_of_a_subdistrict_lost_what_it_lacks(tree: Callable[[str], ColumnTree]) -> None:
    budget = next(topic for topic in tree("subdistrict").topics if topic.slug == "czyjs")
    assert [area.name for area in budget.areas] == [
        "部门（单位）预算",
        "部门（单位）决算",
        "“三公”经费",
        "专项资金",
        "项目绩效",
    ]


def test_a_department(tree: Callable[[str], ColumnTree]) -> None:
    department = tree("county-department")
    assert department.article21 == "county"
    assert department.columns["zfxxgk/zfxxgknb"].update == "year@01-31"
    assert department.columns["jggk/jyta"].children == ("jggk/jyta/rdjy", "jggk/jyta/zxta", "jggk/jyta/blqk")
    assert department.columns["zdly/czyjs/bmyjs"].within == "20d"
    assert department.columns["glgk/xzzf/cfqz"].within == "7wd"
    assert department.columns["jdbz/fzzf"].empty == "show"
    assert not [path for path in department.columns if path.startswith(("cwgk", "xzzd"))]
    assert not re.search("本镇|镇政府|村级", said(department))


def test_ten_kinds_of_power(tree: Callable[[str], ColumnTree]) -> None:
    powers = "行政许可 行政处罚 行政强制 行政征收 行政给付 行政裁决 行政确认 行政奖励 行政检查 其他行政权力".split()
    assert list(tree("county-department").columns["glgk/qzqd"].categories[:10]) == powers


def test_a_city_department_extends_the_county_s(tree: Callable[[str], ColumnTree]) -> None:
    county, city = tree("county-department"), tree("city-department")
    assert set(county.columns) < set(city.columns)
    new = {"jcgk/zcwj/zfgz", "zcjd/gzjd", "glgk/xzzf/xysgs", "xsdw"}
    assert set(city.columns) - set(county.columns) == new
    assert city.columns["jggk/tjxx"].update == "month"
    assert city.columns["xwfb/fbsl"].update == "quarter"
    assert not re.search("县政府|县长", said(city))


def test_a_county_has_real_columns_for_the_key_fields(tree: Callable[[str], ColumnTree]) -> None:
    county = tree("county")
    assert [len(county.columns[slug].children) for slug in ("zdjsxm", "ggzypz", "shgy", "czyjs")] == [
        8,
        5,
        8,
        8,
    ]
    assert not any(area.category for topic in county.topics for area in topic.areas)
    assert len(county.fields26) == 26


def test_a_county_s_own_duties(tree: Callable[[str], ColumnTree]) -> None:
    county = tree("county")
    assert county.columns["zfxxgk/zfxxgknb"].update == "year@03-31"
    assert county.columns["jdbz/wzbb"].update == "year@01-31"
    assert county.columns["jcgk/zdjcygk/jcsxml"].empty == "show"
    assert county.columns["zfgb/gbgq"].empty == "auto"
    assert "24小时" in county.columns["xwfb/fbsl"].note
    assert county.nav_special == ("czyjs", "zdjsxm", "ggzypz", "shgy", "jczwgk", "zccs", "zfgb")


def test_a_public_institution_is_no_organ(tree: Callable[[str], ColumnTree]) -> None:
    institution = tree("public-institution")
    names = [institution.columns[path].name for path in institution.columns["xxgk"].children]
    assert names == ["信息公开指南", "信息公开制度", "主动公开目录", "信息公开年度报告", "监督咨询"]
    assert not any(column.five for column in institution.columns.values())
    assert {no for leaf in institution.leaves() for no in leaf.articles} == {"55"}
    assert not any("依申请" in column.name for column in institution.columns.values())
    assert "第五十五条" in institution.article21_note
    assert institution.nav_five == ()


def test_departments_name_who_answers_for_matters_that_are_not_theirs(
    tree: Callable[[str], ColumnTree],
) -> None:
    leaves = tuple(tree("county-department").under("sxsx"))
    assert len(leaves) == 5
    assert all(leaf.empty == "na" and leaf.na_reason for leaf in leaves)
