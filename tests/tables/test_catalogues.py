"""The packaged field catalogues: whole, told apart, and told in the handbook."""

from pathlib import Path

import pytest

from gongkai.loading.tables_catalogues import catalogue_names, read_catalogue

SLUGS = sorted(set(catalogue_names().values()))
CHAPTER = Path(__file__).resolve().parents[2] / "docs/编辑手册/清单与表格.md"
ASKED = (
    "权责清单 公共服务清单 中介服务清单 收费目录清单 惠企惠民政策 政策超市 双随机事项清单 双随机抽查计划 双随机抽查结果 办事指南 基层政务公开标准目录 "
    "新闻发布计划 重大行政决策事项目录 建议提案办理 行政执法公示 财政预决算 村务公开 政府开放日 涉企收费 证明事项 政府购买服务 依申请公开目录 "
    "不予公开事项清单 整改台账"
).split()


def test_every_list_that_is_asked_for_has_its_catalogue() -> None:
    assert [name for name in ASKED if name not in catalogue_names()] == []


@pytest.mark.parametrize("slug", SLUGS)
def test_a_catalogue_is_whole(slug: str) -> None:
    catalogue = read_catalogue(slug)
    fields = [spec.field for spec in catalogue.fields]
    names = [field.name for field in fields]
    assert len({field.key for field in fields}) == len(fields) == len(set(names))
    others = [name for spec in catalogue.fields for name in (spec.field.name, *spec.aka)]
    assert len(others) == len(set(others))
    assert sum(spec.title for spec in catalogue.fields) == 1
    assert any(spec.ident for spec in catalogue.fields)
    assert any(field.required for field in fields)
    assert all(field.choices for field in fields if field.type == "choice")
    assert {name.lstrip("-") for name in catalogue.sort} <= set(names)
    assert all(catalogue_names()[name] == slug for name in (catalogue.name, *catalogue.aka))


def test_the_ten_kinds_of_power_and_the_eight_parts_of_a_guide() -> None:
    powers = {spec.field.key: spec for spec in read_catalogue("qzqd").fields}
    assert powers["kind"].field.choices[:10] == (
        "行政许可", "行政处罚", "行政强制", "行政征收", "行政给付", "行政裁决", "行政确认", "行政奖励", "行政检查", "其他行政权力",
    )  # fmt: skip
    assert powers["chart"].public
    assert not powers["inner"].public
    guide = [spec.field.name for spec in read_catalogue("bszn").fields if spec.field.required]
    assert guide == [
        "事项名称",
        "设定依据",
        "申请条件",
        "办理材料",
        "办理地点",
        "办理时间",
        "联系电话",
        "办理流程",
    ]


def test_lists_that_hold_names_only_and_the_internal_one() -> None:
    kinds = {slug: read_catalogue(slug) for slug in SLUGS}
    assert [slug for slug, each in kinds.items() if each.titles] == ["byqd", "ysqgkml"]
    assert [slug for slug, each in kinds.items() if each.internal] == ["zgtz"]


def test_the_handbook_names_every_catalogue() -> None:
    text = CHAPTER.read_text(encoding="utf-8")
    assert [slug for slug in SLUGS if f"| {read_catalogue(slug).name} |" not in text] == []
