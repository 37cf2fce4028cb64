"""The files of the index: the same for the same items, one shard made again for one new item."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date

from gongkai.exports.search_documents import INTERPRETED, Document, Text, document_of
from gongkai.exports.search_index import search_files, shards_of
from gongkai.model.item import Item
from gongkai.model.moment import Moment
from tests.exports.make import POLICY, make_catalog, make_item


def of_year(number: int, year: int, title: str = "") -> Item:
    return make_item(
        number, published=Moment(date(year, 5, 1)), title=title or f"第{number}条", sha256=f"{number:064d}"
    )


def read(document: Document) -> Text:
    return Text(f"正文{document.title}", (("附件", "附件里的字"),))


def nothing(_folder: str) -> Sequence[tuple[str, bytes]]:
    return ()


def made(items: Sequence[Item]) -> Mapping[str, bytes]:
    return dict(search_files(make_catalog(items, ()), read, nothing, {"甲": ["乙"]}))


ITEMS = [of_year(n, 2020 + n % 3) for n in range(10, 20)]


def test_the_same_items_give_the_same_bytes() -> None:
    assert list(made(ITEMS).items()) == list(made(ITEMS[::-1]).items())


def test_the_list_names_every_shard_newest_first() -> None:
    files = made(ITEMS)
    listed = json.loads(files["search/index.json"])
    assert [shard["year"] for shard in listed["shards"]] == [2022, 2021, 2020]
    assert listed["words"] == {"甲": ["乙"]}
    for shard in listed["shards"]:
        folder = f"search/{shard['folder']}"
        assert {f"{folder}/d/{n}.bin" for n in range(shard["grams"])} <= set(files)
        assert {f"{folder}/p/{n}.bin" for n in range(shard["grams"])} <= set(files)
        assert {f"{folder}/x/{n}.json" for n in range(shard["keys"])} <= set(files)
        assert {f"{folder}/t/{n}.json" for n in range(shard["docs"])} <= set(files)


def test_one_new_item_makes_one_shard_again() -> None:
    before = made(ITEMS)
    was_read: list[str] = []

    def noted(document: Document) -> Text:
        was_read.append(document.index_number)
        return read(document)

    def former(folder: str) -> Sequence[tuple[str, bytes]]:
        return [(path, data) for path, data in before.items() if path.startswith(folder + "/")]

    items = [*ITEMS, of_year(50, 2021)]
    catalog = make_catalog(items, ())
    after = dict(search_files(catalog, noted, former, {}))
    again = {path.split("/")[1] for path in after if path not in before}
    assert len(again) == 1
    assert again.pop().startswith("2021-")
    assert sorted(was_read) == sorted(item.index_number for item in catalog.items if item.year == 2021)
    assert after == dict(search_files(catalog, read, nothing, {}))


def test_a_large_site_has_no_script_for_disks() -> None:
    files = made([of_year(n, 2020 + n % 2, "题") for n in range(2001)])
    assert "search/all.js" not in files
    assert "search/all.js" in made(ITEMS)


def test_the_script_is_safe_text() -> None:
    script = made([of_year(1, 2020, "甲</script>\u2028乙")])["search/all.js"].decode()
    assert "\u2028" not in script
    assert script.startswith("window.gongkaiTexts=")
    json.loads(script.removeprefix("window.gongkaiTexts=").rstrip().removesuffix(";"))


def test_what_a_document_says() -> None:
    document = document_of(POLICY, make_catalog())
    assert "n:青政发〔2026〕12号" in document.keys
    assert {
        "year:2026",
        "column:jcgk",
        "column:jcgk/zcwj",
        "five:决策公开",
        "issuer:示例县水利局",
        INTERPRETED,
    } <= set(document.facets)
    assert document.shown["n"] == "青政发〔2026〕12号"


def test_names_of_those_who_signed_are_nowhere() -> None:
    assert not any("审核人".encode() in data for data in made([POLICY]).values())


def test_years_are_shards() -> None:
    assert [(shard.year, len(shard.documents)) for shard in shards_of(make_catalog(ITEMS, ()))] == [
        (2022, 3), (2021, 4), (2020, 3),
    ]  # fmt: skip
