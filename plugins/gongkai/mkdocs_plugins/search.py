"""Plugin `gongkai/search`: the search page and the index that it reads."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from gongkai.exports.manifest import Manifest, ManifestError, read_manifest
from gongkai.exports.search_documents import Document, Text
from gongkai.exports.search_index import Nothing, search_files
from gongkai.exports.search_tables import table_documents
from gongkai.exports.search_text import plain_text
from gongkai.exports.search_words import query_words
from gongkai.loading.attachment_text import CHARACTERS, attachment_text
from gongkai.loading.search_file import read_search_words
from gongkai.mkdocs_plugins.context import BuildContext
from gongkai.mkdocs_plugins.feature_plugin import OWNER, FeaturePlugin
from gongkai.mkdocs_plugins.output import Output
from gongkai.model.catalog import Catalog
from gongkai.model.item import Item
from gongkai.model.problem import Problem
from gongkai.views.addresses import Addresses
from gongkai.views.search_page import search_pages, search_view
from gongkai.views.search_view import SearchView
from gongkai.views.spec import Feature

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

NAME = "search"


class SearchPlugin(FeaturePlugin):
    """Adds the feature `search`, which needs this build's bodies and former site besides the catalog."""

    name = "gongkai/search"
    feature = Feature(NAME, pages=search_pages)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Register the feature with what only this build's context knows."""
        config = super().on_config(config)
        context: BuildContext = getattr(config.plugins[OWNER], "context")  # noqa: B009 - MkDocs knows plugins by their base alone
        context.register(make_feature(context))
        return config


@dataclass(frozen=True, slots=True)
class Build:
    """What the feature knows of one build. A worker makes pages only: none of it is sent there."""

    context: BuildContext | None
    script: str = ""
    data: bytes = b""

    def __reduce__(self) -> tuple[type[Build], tuple[None]]:
        return Build, (None,)

    def exports(self, catalog: Catalog, _addresses: Addresses) -> Iterator[tuple[str, bytes]]:
        """The script and the index."""
        if self.context is not None:
            yield self.script.lstrip("/"), self.data
            yield from index_files(self.context, catalog)

    def problems(self, _catalog: Catalog) -> Iterable[Problem]:
        """What is wrong with the list of synonyms."""
        return read_search_words(self.context.settings.content).problems if self.context else ()


def _view(script: str, _key: tuple[str, ...], catalog: Catalog, addresses: Addresses) -> SearchView:
    return search_view(script, catalog, addresses)


def make_feature(context: BuildContext) -> Feature:
    """The feature of one build."""
    script, data = search_script(context.settings.template_folders)
    build = Build(context, script, data)
    return Feature(NAME, search_pages, partial(_view, script), exports=build.exports, problems=build.problems)


def search_script(folders: Sequence[str]) -> tuple[str, bytes]:
    """Address and bytes of the search script: a site's own, or ours. The name changes with the content."""
    places = (Path(folder, "assets", "search.js") for folder in folders)
    found = next(place for place in places if place.is_file())
    data = found.read_bytes().replace(b"\r\n", b"\n")
    return f"/assets/search.{hashlib.sha256(data).hexdigest()[:8]}.js", data


def index_files(context: BuildContext, catalog: Catalog) -> Iterator[tuple[str, bytes]]:
    """The files of the index that the site does not have yet, from this build's bodies."""
    settings = context.settings
    names = (column.name for column in catalog.tree.columns.values() if not column.hidden)
    words = query_words(read_search_words(settings.content).groups, names)
    tables = tuple(table_documents(catalog, context.planned().addresses.table))
    told = {each.document.index_number: each.text for each in tables}

    def read(document: Document) -> Text:
        return told.get(document.index_number) or read_text(context, catalog, document)

    former = Standing(settings.site_folder, context.output) if context.output else Nothing()
    yield from search_files(catalog, read, former, words, tables)


def read_text(context: BuildContext, catalog: Catalog, document: Document) -> Text:
    """The body and the attachments' text of an item."""
    bodies = context.planned().loaded.bodies
    item: Item = catalog.by_number[document.index_number]
    left, attached = CHARACTERS, []
    for attachment in item.attachments:
        text = attachment_text(bodies.file(item, attachment.source), attachment.name, left)
        left -= len(text)
        if text:
            attached.append((attachment.title or attachment.name, text))
    return Text(plain_text(bodies.body(item)), tuple(attached))


class Standing:
    """The search files of the site: a folder stands if all that its manifest names of it is there whole."""

    def __init__(self, site: Path, output: Output) -> None:
        self._site, self._output = site, output
        self._folders: dict[str, list[str]] = {}
        for path in _manifest(site):
            if path.startswith(f"{NAME}/"):
                self._folders.setdefault("/".join(path.split("/")[:2]), []).append(path)

    def keep(self, folder: str) -> Sequence[str]:
        """The paths of a folder's files, which then stay as they are; nothing when one of them is not whole."""
        paths = self._folders.get(folder, ())
        if not all(path in self._output.standing for path in paths):
            return ()
        for path in paths:
            self._output.keep(path)
        return paths

    def read(self, path: str) -> bytes:
        """The bytes of a file of the site."""
        return (self._site / path).read_bytes()


def _manifest(site: Path) -> Manifest:
    try:
        return read_manifest(site)
    except ManifestError:
        return {}
