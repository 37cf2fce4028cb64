"""Every preset is complete: each leaf has all that pages, tags, checks and computed views ask of it."""

import re
import time

import pytest

from gongkai.loading.columns_sketch import Sketch
from gongkai.loading.columns_terms import COLUMN_TYPES
from gongkai.loading.presets import PRESETS, preset_label, preset_sketch, read_preset
from gongkai.model.column import Column, ColumnTree
from gongkai.model.vocabulary import FIVE, FIXED_COLUMNS, RESERVED_SLUGS, Tables

ORGANS = tuple(name for name in PRESETS if name != "public-institution")
UPDATE = re.compile(r"14d|183d|365d|month|quarter|year(@\d\d-\d\d)?|event|review")
WITHIN = re.compile(r"20wd|7wd|3wd|20d|now|none")


@pytest.fixture(scope="module", params=PRESETS)
def preset(request: pytest.FixtureRequest, tables: Tables) -> tuple[Sketch, ColumnTree]:
    return preset_sketch(request.param, tables), read_preset(request.param, tables)


@pytest.fixture(scope="module", params=ORGANS)
def organ(request: pytest.FixtureRequest, tables: Tables) -> ColumnTree:
    return read_preset(request.param, tables)


def unfit(column: Column, tables: Tables) -> list[str]:
    checks = {
        "type": column.type in COLUMN_TYPES,
        "kind": column.kind in tables.kinds,
        "update": bool(UPDATE.fullmatch(column.update)),
        "within": bool(WITHIN.fullmatch(column.within)),
        "empty": column.empty in ("show", "auto", "na"),
        "na": bool(column.na_reason) == (column.empty == "na"),
        "five": column.five in ("", *FIVE),
        "theme": column.theme in ("", *(term.name for term in tables.themes)),
        "level": column.level in ("本级", "上级"),
        "interpret": column.interpret in ("none", "optional", "required"),
        "view": bool(column.view) == (column.kind == "view"),
    }
    return [f"{column.path}: {name}" for name, fine in checks.items() if not fine]


def test_every_leaf_has_fitting_attributes(preset: tuple[Sketch, ColumnTree], tables: Tables) -> None:
    _, tree = preset
    assert [wrong for leaf in tree.leaves() for wrong in unfit(leaf, tables)] == []


def test_every_column_says_itself_what_it_holds(preset: tuple[Sketch, ColumnTree]) -> None:
    sketch, tree = preset
    for path in sketch.paths():
        notes = sketch.columns[path]
        assert len(notes.texts.get("desc", "")) >= 6, path
        assert 2 <= len(notes.lists.get("keywords", ())) <= 6, path
        assert len(set(notes.lists["keywords"])) == len(notes.lists["keywords"]), path
        assert "type" in notes.texts or sketch.inherited(path, "type"), path
    assert len({column.description for column in tree.leaves()}) == len(list(tree.leaves()))


def test_slugs_are_fit_and_unique_among_siblings(preset: tuple[Sketch, ColumnTree]) -> None:
    _, tree = preset
    assert all(re.fullmatch(r"[a-z0-9-]+", column.slug) for column in tree.columns.values())
    assert len(set(tree.columns)) == len(tree.columns)
    assert not set(tree.roots) & RESERVED_SLUGS


def test_names_are_unique_among_siblings(preset: tuple[Sketch, ColumnTree]) -> None:
    sketch, _ = preset
    for parent, slugs in sketch.children.items():
        labels = [
            label for slug in slugs for label in set(sketch.columns[f"{parent}/{slug}".strip("/")].labels)
        ]
        assert len(labels) == len(set(labels)), parent


def test_navigation_names_columns_that_exist(preset: tuple[Sketch, ColumnTree]) -> None:
    sketch, tree = preset
    for row in ("primary", "five", "special"):
        assert all(path in tree.columns for path in sketch.head.nav.get(row, ())), row
    assert tree.nav_primary == sketch.head.nav["primary"]
    assert tree.nav_five == sketch.head.nav["five"]
    assert tree.nav_special == sketch.head.nav["special"]


def test_topics_gather_columns_and_categories_that_exist(preset: tuple[Sketch, ColumnTree]) -> None:
    _, tree = preset
    for topic in tree.topics:
        assert topic.document
        assert topic.areas
        for area in topic.areas:
            leaves = [leaf for path in area.columns for leaf in tree.under(path)]
            assert leaves, (topic.slug, area.name)
            assert all(not area.category or area.category in leaf.categories for leaf in leaves)


def test_what_a_topic_gathers_belongs_to_it(preset: tuple[Sketch, ColumnTree]) -> None:
    _, tree = preset
    gathered = {t.slug: {p for a in t.areas for p in a.columns} for t in tree.topics}
    belonging = {
        t.slug: {leaf.path for leaf in tree.leaves() if leaf.topic == t.slug and not leaf.view}
        for t in tree.topics
    }
    assert belonging == gathered
    assert {leaf.topic for leaf in tree.leaves()} <= {"", *gathered}


def test_every_category_of_a_topic_column_is_counted(preset: tuple[Sketch, ColumnTree]) -> None:
    _, tree = preset
    for topic in tree.topics:
        for path in {p for a in topic.areas if a.category for p in a.columns}:
            counted = {a.category for a in topic.areas if path in a.columns}
            assert counted == set(tree.columns[path].categories), path


def test_views_know_what_they_gather(preset: tuple[Sketch, ColumnTree]) -> None:
    _, tree = preset
    for leaf in tree.leaves():
        assert (leaf.view == "topic") == bool(leaf.gather), leaf.path


def test_categories_are_required_where_a_project_has_them(preset: tuple[Sketch, ColumnTree]) -> None:
    _, tree = preset
    for leaf in tree.leaves():
        assert ("category" not in leaf.required) or leaf.categories, leaf.path
        assert leaf.kind != "project" or not leaf.categories or "category" in leaf.required, leaf.path


def test_articles_are_texts_of_the_table(preset: tuple[Sketch, ColumnTree], tables: Tables) -> None:
    _, tree = preset
    known = {a.no for key in ("20", "other") for a in tables.statutory[key]}
    for leaf in tree.leaves():
        assert set(leaf.articles) <= known, leaf.path
        assert ("21" in leaf.articles) == bool(leaf.article21), leaf.path


def test_reading_is_quick(tables: Tables) -> None:
    read_preset("county", tables)
    took = []
    for _ in range(5):
        start = time.process_time()
        read_preset("county", tables)
        took.append(time.process_time() - start)
    assert min(took) <= 0.06


def test_fixed_columns_in_their_order(organ: ColumnTree) -> None:
    platform = organ.columns["zfxxgk"]
    assert platform.name == "政府信息公开"
    assert tuple(organ.columns[path].name for path in platform.children)[:5] == FIXED_COLUMNS
    assert all(organ.columns[path].empty == "show" for path in platform.children[:5])
    assert organ.nav_primary[0] == "zfxxgk"


def test_every_government_leaf_has_its_class(organ: ColumnTree) -> None:
    assert [leaf.path for leaf in organ.leaves() if leaf.counted and not leaf.five] == []
    assert {leaf.five for leaf in organ.leaves() if leaf.counted} == set(FIVE)


def test_news_and_village_affairs_are_not_counted(organ: ColumnTree) -> None:
    outside = {leaf.path.partition("/")[0] for leaf in organ.leaves() if not leaf.counted}
    assert outside <= {"zwdt", "cwgk"}
    assert all(not leaf.counted for leaf in organ.under("zwdt"))
    assert all(not leaf.articles and not leaf.fields26 for leaf in organ.leaves() if not leaf.counted)


def test_all_fifteen_matters_of_article_20_have_columns(organ: ColumnTree, tables: Tables) -> None:
    mapped = {no for leaf in organ.leaves() for no in leaf.articles}
    stated = {statement.name for statement in organ.statements}
    missing = [a.no for a in tables.statutory["20"] if a.no not in mapped and a.short not in stated]
    assert missing == []


def test_all_matters_of_article_21_have_columns(organ: ColumnTree, tables: Tables) -> None:
    answered = {short for leaf in organ.leaves() for short in leaf.article21}
    if organ.article21:
        assert answered == {a.short for a in tables.statutory[f"21-{organ.article21}"]}
    else:
        assert organ.preset == "subdistrict"
        assert "不适用" in organ.article21_note
        assert not answered


def test_the_26_fields_are_answered_for_or_sent_on(organ: ColumnTree, tables: Tables) -> None:
    own, elsewhere = set(organ.fields26), set(organ.fields26_elsewhere or {})
    on_leaves = {field for leaf in organ.leaves() for field in leaf.fields26}
    everything = {term.name for term in tables.fields26}
    if "department" in organ.preset:
        assert not own
        assert on_leaves <= everything
    else:
        assert own == on_leaves
        assert own | elsewhere == everything
        assert not own & elsewhere


def test_interpretation_is_asked_for_where_it_must_be(organ: ColumnTree) -> None:
    assert all(leaf.interpret == "required" for leaf in organ.leaves() if leaf.kind == "normative")
    assert any(leaf.kind == "interpretation" and leaf.within == "3wd" for leaf in organ.leaves())


def test_relayed_columns_ask_for_their_source(organ: ColumnTree) -> None:
    relayed = [leaf for leaf in organ.leaves() if leaf.level == "上级"]
    assert relayed
    assert all(set(leaf.required) >= {"source", "source_url"} for leaf in relayed)


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_knows_its_chinese_name(name: str, tables: Tables) -> None:
    tree = read_preset(name, tables)
    assert tree.preset == name
    assert tree.name == preset_label(name)


def test_an_unknown_preset_is_an_error(tables: Tables) -> None:
    with pytest.raises(KeyError):
        read_preset("village", tables)
