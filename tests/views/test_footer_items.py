from dataclasses import replace

import pytest

from gongkai.model.catalog import Catalog
from gongkai.model.unit import Portal, Unit
from gongkai.views.features import CORE
from gongkai.views.footer_items import ITEMS, footer_problems
from tests.views.make import make_catalog

WHOLE = Unit(
    name="某县人民政府",
    phone="0990-5550001",
    site_id="9901210001",
    icp="京ICP备00000000号-1",
    police="京公网安备00000000000000号",
    organ_mark_url="https://bszs.conac.cn/sitename?method=show&id=x",
    portal=Portal(error_report_url="https://zfwzzc.www.gov.cn/x"),
)


def catalog_of(unit: Unit, mode: str = "site") -> Catalog:
    catalog = make_catalog(())
    return replace(catalog, unit=unit, tree=replace(catalog.tree, mode=mode))


def codes(unit: Unit, mode: str = "site") -> list[str]:
    return [problem.code for problem in CORE.problems(catalog_of(unit, mode))]


def test_a_whole_footer_has_no_finding() -> None:
    assert codes(WHOLE) == []


def test_each_missing_item_is_a_finding_of_its_own_in_site_mode_alone() -> None:
    empty = Unit(name="某县人民政府")
    assert codes(empty) == [item.code for item in ITEMS]
    assert codes(empty, "channel") == []
    assert all(p.hint and p.basis and p.field for p in footer_problems(catalog_of(empty)))


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("organ_mark_url", "https://other.example/", "U031"),
        ("site_id", "12345", "U033"),
        ("site_id", "bm123", "U033"),
        ("phone", "无", "U034"),
        ("icp", "ICP备123号", "U035"),
        ("police", "公网安备1号", "U036"),
    ],
)
def test_a_wrong_form_is_a_finding(field: str, value: str, code: str) -> None:
    assert codes(replace(WHOLE, **{field: value})) == [code]
    assert codes(replace(WHOLE, demonstration=True, **{field: value})) == []
