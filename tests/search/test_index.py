"""The files of the index: the same for the same items, one shard made again for one new item."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from gongkai.exports.search_documents import INTERPRETED, Document, Text, document_of
from gongkai.exports.search_index import Nothing, runs_of, search_files, shards_of
from gongkai.model.item import Item
from gongkai.model.moment import Moment
from tests.exports.make import POLICY, make_catalog, make_item


def of_year(number: int, year: int, title: str = "") -> Item:
    return make_item(
        number, published=Moment(date(year, 5, 1)), title=title or f"第{number}条", sha256=f"{number:064d}"
    )


def read(document: Document) -> Text:
    return Text(f"正文{document.title}", (("附件", "附件里的字"),))


class Before:
    """A site that has these files."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = files

    def keep(self, folder: str) -> Sequence[str]:
        return [path for path in self.files if path.startswith(folder + "/")]

    def read(self, path: str) -> bytes:
        return self.files[path]


def made(items: Sequence[Item]) -> Mapping[str, bytes]:
    return dict(search_files(make_catalog(items, ()), read, Nothing(), {"甲": ["乙"]}))


ITEMS = [of_year(n, 2020 + n % 3) for n in range(10, 20)]


def test_the_same_items_give_the_same_bytes() -> None:
    assert list(made(ITEMS).items()) == list(made(ITEMS[::-1]).items())


def test_the_list_names_every_shard_newest_first() -> None:
    files = made(ITEMS)
    listed = json.loads(files["search/index.json"])
    assert [shard["years"] for shard in listed["shards"]] == ["2022", "2020-2021"]
    assert listed["words"] == {"甲": ["乙"]}
    for shard in listed["shards"]:
        folder, facts = f"search/{shard['folder']}", f"search/{shard['facts']}"
        for kind, end in (("d", "bin"), ("p", "bin"), ("x", "json"), ("f", "bin")):
            where = facts if kind == "f" else folder
            assert {f"{where}/{kind}/{n}.{end}" for n in range(shard[kind])} <= set(files)
        assert {f"{folder}/t/{n}.json" for n in range(shard["docs"])} <= set(files)
        assert f"{facts}/state.bin" in files


def test_one_new_item_makes_one_shard_again() -> None:
    before = made(ITEMS)
    was_read: list[str] = []

    def noted(document: Document) -> Text:
        was_read.append(document.index_number)
        return read(document)

    items = [*ITEMS, of_year(50, 2022)]
    catalog = make_catalog(items, ())
    after = dict(search_files(catalog, noted, Before(before), {"甲": ["乙"]}))
    again = {path.split("/")[1] for path in after if path.count("/") > 1}
    assert len(again) == 2
    assert all(folder.startswith("2022-") for folder in again)
    assert sorted(was_read) == sorted(item.index_number for item in catalog.items if item.year == 2022)
    whole = made(items)
    assert after == {path: whole[path] for path in after}
    assert set(whole) <= set(before) | set(after)


def test_what_the_day_changes_leaves_the_texts_alone() -> None:
    shard = shards_of(make_catalog(ITEMS, ()))[0]
    later = replace(shard, documents=tuple(replace(d, state="已失效", dead=True) for d in shard.documents))
    assert later.folder == shard.folder
    assert later.facts != shard.facts


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


def test_the_newest_year_is_a_shard_and_older_ones_share_some() -> None:
    assert [(shard.years, len(shard.documents)) for shard in shards_of(make_catalog(ITEMS, ()))] == [
        ((2022,), 3), ((2020, 2021), 7),
    ]  # fmt: skip
    assert runs_of({}) == ()
    assert runs_of({2020: 5, 2021: 5, 2022: 5, 2023: 50, 2024: 5, 2025: 1}, 10) == (
        (2020, 2021), (2022,), (2023,), (2024,), (2025,),
    )  # fmt: skip
