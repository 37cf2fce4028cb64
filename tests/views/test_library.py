"""The library of normative documents, against a list counted by hand."""

from datetime import date

from gongkai.model.relation import RelationKind
from gongkai.views.figures_view import FiguresView
from gongkai.views.pages import HomeView, ListView, PageView
from tests.views.make import UNIT, make_catalog, make_item, policy, related, views_of

OTHER = "示例县青山镇派出所"
NEW = policy(
    6, written=date(2026, 1, 7), effective=date(2026, 2, 1), registration="QS-2026-0006", valid_years=5
)
OLD = policy(1, written=date(2021, 1, 2), effective=date(2021, 2, 1))
SOON = policy(2, written=date(2022, 3, 1), expires=date(2027, 3, 31), issuers=(UNIT, OTHER))
SOONER = policy(3, written=date(2022, 3, 2), expires=date(2026, 12, 31))
LATER = policy(4, written=date(2022, 3, 3), expires=date(2027, 11, 24))
GONE = policy(5, written=date(2019, 3, 3), expires=date(2024, 3, 3))
FILE = policy(7, "jcgk/zcwj/zfwj", document_nature="其他政策文件")
ITEMS = (NEW, OLD, SOON, SOONER, LATER, GONE, FILE)
VIEWS = views_of(make_catalog(ITEMS, (related(RelationKind.REPEALS, NEW, OLD),)))


def figures(path: str, views: dict[str, PageView] = VIEWS) -> FiguresView:
    view = views[path]
    assert isinstance(view, FiguresView)
    return view


def test_states_are_counted_and_lead_to_their_lists() -> None:
    view = figures("/index/normative/")
    assert view.lead == ("共6件。",)
    assert [(f.label, f.value, f.path) for f in view.facts] == [
        ("有效", "4件", "/index/normative/valid/"),
        ("已废止", "1件", "/index/normative/repealed/"),
        ("已失效", "1件", "/index/normative/expired/"),
    ]


def test_the_forecast_names_the_nearest_first_and_ends_after_a_year() -> None:
    soon, years, issuers = figures("/index/normative/").tables
    assert [(r.name.path, r.cells[4]) for r in soon.rows] == [
        (SOONER.address, "2026-12-31"),
        (SOON.address, "2027-03-31"),
    ]
    assert [(r.name.text, r.cells) for r in years.rows] == [
        ("2026年", ("1",)),
        ("2022年", ("3",)),
        ("2021年", ("1",)),
        ("2019年", ("1",)),
    ]
    assert {r.name.text: r.cells for r in issuers.rows} == {UNIT: ("6",), OTHER: ("1",)}
    assert all(row.name.path in VIEWS for table in (years, issuers) for row in table.rows)


def test_a_line_says_number_registration_period_and_state() -> None:
    (row,) = figures("/index/normative/2026/").tables[0].rows
    assert row.cells == (
        "青政发〔2026〕6号",
        "QS-2026-0006",
        "2026-01-07",
        "2026-02-01",
        "2031-02-01",
        "有效",
    )
    (dead,) = figures("/index/normative/repealed/").tables[0].rows
    assert dead.cells[4:] == ("未规定", "已废止（2026-02-01起）")
    assert [link.path for link in dead.links] == [NEW.address]


def test_a_long_list_has_archive_pages_and_every_document_once() -> None:
    views = views_of(make_catalog([policy(n) for n in range(1, 46)]))
    pages = [figures(f"/index/normative/valid/{p}", views) for p in ("", "archive/1/")]
    rows = [row.name.path for view in pages for row in view.tables[0].rows]
    assert (len(rows), len(set(rows)), len(pages[1].tables[0].rows)) == (45, 45, 20)
    assert "/index/normative/valid/archive/1/" in [link.path for link in pages[0].links]
    assert "/index/normative/valid/" in [link.path for link in pages[1].links]


def test_the_home_page_leads_there_only_where_there_is_something() -> None:
    def links(views: dict[str, PageView]) -> list[str]:
        home = views["/"]
        assert isinstance(home, HomeView)
        return [link.path for link in home.indices]

    assert "/index/normative/" in links(VIEWS)
    bare = views_of(make_catalog((FILE, make_item(9))))
    assert "/index/normative/" not in links(bare)
    assert not [path for path in bare if path.startswith("/index/normative/")]


def test_the_column_leads_to_the_library_and_its_lines_name_their_items() -> None:
    column = VIEWS[f"/{NEW.column}/"]
    assert isinstance(column, ListView)
    assert [(link.text, link.path) for banner in column.banners for link in banner.links] == [
        ("行政规范性文件库", "/index/normative/")
    ]
    files = VIEWS["/jcgk/zcwj/zfwj/"]
    assert isinstance(files, ListView)
    assert files.banners == ()
    (row,) = figures("/index/normative/2026/").tables[0].rows
    assert row.item == NEW.index_number
    years = figures("/index/normative/").tables[1]
    assert {line.item for line in years.rows} == {""}


def test_a_column_without_documents_leads_nowhere() -> None:
    view = views_of(make_catalog((FILE,))).get(f"/{NEW.column}/")
    assert view is None or (isinstance(view, ListView) and view.banners == ())
