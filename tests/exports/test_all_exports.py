"""All files of the feature: where they go, that they are the same each time, and that it takes no long time."""

import random
from datetime import date, timedelta

from gongkai.model.moment import Moment
from tests.exports.make import (
    INTERPRETATION,
    OPEN,
    POLICY,
    WITHDRAWN,
    absolute,
    feed_exports,
    files,
    make_catalog,
    make_item,
)


def test_paths_are_below_the_site() -> None:
    paths = files(feed_exports(make_catalog(), OPEN, absolute))
    assert {
        "feed.xml",
        "jcgk/feed.xml",
        "api/catalog.json",
        "api/catalog.csv",
        "api/catalog.schema.json",
    } < set(paths)
    assert not [path for path in paths if path.startswith("/")]
    assert all(path.isascii() and path == path.lower() for path in paths)


def test_the_same_content_gives_the_same_bytes_in_whatever_order_it_was_read() -> None:
    items = [make_item(n, published=Moment(date(2026, 1, 1) + timedelta(days=n % 3))) for n in range(10, 40)]
    first = files(feed_exports(make_catalog([POLICY, INTERPRETATION, WITHDRAWN, *items]), OPEN, absolute))
    random.Random(1).shuffle(items)
    again = files(feed_exports(make_catalog([*items, WITHDRAWN, INTERPRETATION, POLICY]), OPEN, absolute))
    assert first == again
    assert list(first) == list(again)


def test_a_new_item_leaves_the_other_items_files_alone() -> None:
    before = files(feed_exports(make_catalog(), OPEN, absolute))
    after = files(
        feed_exports(make_catalog([*make_catalog().by_number.values(), make_item(50)]), OPEN, absolute)
    )
    same = {path for path in before if path.startswith("api/items/")}
    assert {path: after[path] for path in same} == {path: before[path] for path in same}
