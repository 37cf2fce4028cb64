"""The command line's way to the reports: the facts of a loaded folder, bodies as blocks."""

from __future__ import annotations

from collections.abc import Callable

from gongkai.checks.gather import Bodies as Texts
from gongkai.checks.material import Facts
from gongkai.checks.settings import CheckSettings
from gongkai.checks.words import read_words
from gongkai.checks.workdays import read_holidays
from gongkai.mkdocs_plugins.bodies import Bodies
from gongkai.mkdocs_plugins.checks import ChecksFeature
from gongkai.mkdocs_plugins.context import BuildContext, Plan
from gongkai.mkdocs_plugins.finish import finish
from gongkai.model.item import Item
from gongkai.typesetting.document import Block, Picture
from gongkai.typesetting.from_html import blocks_of
from gongkai.views.item_page import body_of

_DRAWN = frozenset({"png", "jpg", "jpeg", "gif", "svg", "webp"})
PICTURE_WIDTH = 140.0


def facts_of(context: BuildContext, plan: Plan) -> Facts:
    """What the rules and the reports look at."""
    feature, catalog = context.features.get("checks"), plan.loaded.catalog
    return Facts(
        catalog=catalog,
        settings=feature.settings if isinstance(feature, ChecksFeature) else CheckSettings(),
        calendar=read_holidays(context.settings.content)[0],
        words=read_words(context.settings.content),
        bodies=Texts(catalog, plan.loaded.bodies),
        mode=catalog.tree.mode or "channel",
    )


def body_blocks(plan: Plan) -> Callable[[Item], tuple[Block, ...]]:
    """Item → the blocks of its body, made from the same HTML as its page; pictures come along."""
    catalog, reader = plan.loaded.catalog, plan.loaded.bodies
    bodies = Bodies(lambda number: reader.body(catalog.by_number[number]))

    def blocks(item: Item) -> tuple[Block, ...]:
        sources = {picture.address: picture.source for picture in item.pictures.values()}

        def picture(address: str, alt: str) -> Picture | None:
            source = sources.get(address)
            ending = source.rpartition(".")[2].lower() if source else ""
            if source is None or ending not in _DRAWN:
                return None
            return Picture(reader.file(item, source).read_bytes(), ending, alt or "图片", PICTURE_WIDTH)

        # Pictures keep their address on the site, by which they are found; links lead to the site itself.
        def address(path: str) -> str:
            return path if path in sources else plan.addresses.absolute(path)

        html = bodies.html(body_of(item, catalog, plan.addresses), address)
        return blocks_of(str(finish(html)), picture, lower=2)

    return blocks
