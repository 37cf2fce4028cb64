"""The files of the index: the same for the same items, one shard made again for one new item."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from gongkai.exports.search_documents import INTERPRETED, Document, Text, document_of
from gongkai.exports.search_index import Nothing, search_files
from gongkai.exports.search_runs import SHARD, runs_of, shards_of
from gongkai.exports.search_text import spread
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
        for kind in "dpf":
            where = facts if kind == "f" else folder
            assert {f"{where}/{kind}/{n}.bin" for n in range(shard[kind])} <= set(files)
        assert {f"{folder}/t/{n}.json" for n in range(shard["docs"])} <= set(files)
    keys = listed["keys"]
    assert {f"search/{keys['folder']}/{n}.json" for n in range(keys["files"])} <= set(files)
    assert f"search/{listed['states']}" in files


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
    assert sorted(folder.rpartition("-")[0] for folder in again) == ["2022", "2022-facts", "keys"]
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
    assert [(shard.name, len(shard.documents)) for shard in shards_of(make_catalog(ITEMS, ()))] == [
        ("2022", 3), ("2020-2021", 7),
    ]  # fmt: skip
    assert runs_of({}, SHARD) == ()
    assert runs_of({2020: 5, 2021: 5, 2022: 5, 2023: 50, 2024: 5, 2025: 1}, 10) == (
        (2020, 2021), (2022,), (2023,), (2024,), (2025,),
    )  # fmt: skip


def in_month(number: int, year: int, month: int) -> Item:
    return replace(of_year(number, year), published=Moment(date(year, month, 5)))


def test_a_year_with_too_many_is_cut_into_runs_of_months() -> None:
    items = [in_month(n, 2021, 1 + n % 4) for n in range(12)] + [in_month(50, 2022, 1), in_month(51, 2020, 1)]
    shards = shards_of(make_catalog(items, ()), most=6)
    assert [(shard.name, len(shard.documents)) for shard in shards] == [
        ("2022", 1), ("2021.03-04", 6), ("2021.01-02", 6), ("2020", 1),
    ]  # fmt: skip
    days = [document.shown["d"] for shard in shards for document in shard.documents]
    assert days == sorted(days, reverse=True)
    one_month = shards_of(make_catalog([in_month(n, 2021, 7) for n in range(12)], ()), most=6)
    assert [(shard.name, len(shard.documents)) for shard in one_month] == [("2021.07", 12)]


def test_an_edit_in_an_older_year_reads_no_more_than_its_shard() -> None:
    def folders(items: Sequence[Item]) -> set[str]:
        return {shard.folder for shard in shards_of(make_catalog(items, ()), most=6)}

    items = [in_month(n, 2018 + n % 4, 1 + n % 3) for n in range(24)]
    edited = [replace(item, sha256="e" * 64) if item is items[5] else item for item in items]
    gone = folders(items) - folders(edited)
    assert len(gone) == 1
    assert gone.pop().startswith(f"{2018 + 5 % 4}")


def test_no_shard_of_many_years_is_larger_than_the_bound() -> None:
    assert SHARD <= 5000
    runs = runs_of(dict.fromkeys(range(2010, 2026), 1200), SHARD)
    assert [len(run) for run in runs] == [4, 4, 4, 3, 1]


@dataclass(frozen=True)
class Known:
    """The files of names as a browser reads them."""

    files: Mapping[str, bytes]

    def of(self, key: str) -> list[object]:
        keys = json.loads(self.files["search/index.json"])["keys"]
        number = spread(key) & (keys["files"] - 1)
        found = json.loads(self.files[f"search/{keys['folder']}/{number}.json"])
        return list(found.get(f"{key[0]}{spread(key):x}", []))


def test_names_lead_to_documents_and_numbers_to_their_neighbours() -> None:
    numbers = [
        "青政发〔2026〕12号",
        "青政发〔2026〕7号",
        "青政发〔2021〕12号",
        "水利〔2026〕12号",
        "第3号",
        "无",
    ]
    items = [
        replace(of_year(n, 2020 + n % 2, f"题{n}"), doc_number=number) for n, number in enumerate(numbers)
    ]
    known = Known(made(items))
    assert known.of("n:水利〔2026〕12号") == [0, 1]
    assert known.of("t:题2") == [1, 1]
    assert known.of("w:青政发 2026") == [12, 7]
    assert known.of("s:青政发 12") == [2021, 2026]
    assert known.of("y:2026 12") == ["水利", "青政发"]
    assert known.of("y:0 3") == [""]
    assert known.of("n:没有〔2026〕1号") == []


def test_names_are_in_files_of_a_few_thousand_bytes_however_many_there_are() -> None:
    numbers = (
        replace(of_year(n, 2020 + n % 5, f"第{n}号文件"), doc_number=f"青政发〔{2020 + n % 5}〕{n}号")
        for n in range(1500)
    )
    files = {path: data for path, data in made(tuple(numbers)).items() if path.startswith("search/keys-")}
    assert len(files) > 8
    assert max(map(len, files.values())) < 8000
