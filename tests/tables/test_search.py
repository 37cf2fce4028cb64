"""Tables are found: the table by its title, each row that has a page by its words."""

from pathlib import Path

from gongkai.exports.search_tables import table_documents
from tests.tables.make import POWERS, read, table_files


def test_a_table_with_pages_of_rows(tmp_path: Path) -> None:
    catalog = read(tmp_path, table_files(POWERS)).catalog
    found = list(table_documents(catalog, lambda table: f"/{table.ident}/"))
    assert [each.document.title for each in found] == [
        "青山镇清单", "农村村民宅基地审批", "占用农用地建房处罚", "临时救助金给付",
    ]  # fmt: skip
    assert [each.document.shown["u"] for each in found[:2]] == [
        "/glgk/qzqd/qzqd/",
        "/glgk/qzqd/qzqd/row/q001/",
    ]
    assert "实施依据：《土地管理法》第六十二条" in found[1].text.body
    assert "column:glgk/qzqd" in found[1].document.facets
    assert "year:2026" in found[1].document.facets


def test_a_table_without_them_holds_all_rows(tmp_path: Path) -> None:
    catalog = read(tmp_path, table_files(POWERS, "每行一页: 否\n")).catalog
    (found,) = table_documents(catalog, lambda table: f"/{table.ident}/")
    assert all(word in found.text.body for word in ("宅基地审批", "临时救助金给付", "《社会救助暂行办法》"))


def test_a_table_that_changes_has_another_mark(tmp_path: Path) -> None:
    marks = set()
    for n, text in enumerate((POWERS, POWERS.replace("第六十二条", "第六十三条"))):
        catalog = read(tmp_path / str(n), table_files(text)).catalog
        marks |= {each.document.mark for each in table_documents(catalog, lambda _table: "/x/")}
    assert len(marks) == 5  # four documents, one of them in two versions


def test_tables_without_pages_are_not_found(tmp_path: Path) -> None:
    catalog = read(tmp_path, table_files(POWERS)).catalog
    assert list(table_documents(catalog, lambda _table: "")) == []
