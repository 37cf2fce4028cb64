import pytest

from gongkai.model.unit import Portal
from gongkai.views.leave import is_foreign, leave_path
from gongkai.views.pages import ItemView, LeaveView
from tests.views.make import make_catalog, make_item, make_unit, views_of

UNIT = make_unit(portal=Portal(url="https://www.shili.example/"))


@pytest.mark.parametrize(
    ("url", "foreign"),
    [
        ("https://www.gov.cn/zhengce/", False),
        ("http://zwfw.some.gov.cn", False),
        ("https://www.shili.example/x", False),
        ("https://zwfw.shili.example/x", False),
        ("https://own.example/a", False),
        ("https://other.example/", True),
        ("HTTPS://OTHER.EXAMPLE/", True),
        ("https://gov.cn.other.example/", True),
        ("https://notgov.cn/", True),
        ("https://evilshili.example/", True),
        ("https://user@www.gov.cn@other.example/", True),
        ("mailto:gk@other.example", False),
        ("https://[broken", False),
        ("/info/x/", False),
    ],
)
def test_which_sites_are_not_the_governments(url: str, foreign: bool) -> None:
    assert is_foreign(url, UNIT, "https://own.example/qs/") is foreign


def test_each_target_has_one_notice_that_no_query_can_change() -> None:
    url = "https://other.example/a?b=1"
    items = (make_item(1, outside=(url, "https://www.gov.cn/")), make_item(2, source_url=url))
    views = views_of(make_catalog(items, unit=UNIT))
    notices = {path: view for path, view in views.items() if path.startswith("/leave/")}
    assert list(notices) == [leave_path(url)]
    notice = notices[leave_path(url)]
    assert isinstance(notice, LeaveView)
    assert (notice.target, notice.host) == (url, "other.example")
    first = views[items[0].address]
    assert isinstance(first, ItemView)
    assert first.body.links == {url: leave_path(url)}
