"""All that pages are made from besides their views: this program, its libraries, templates, settings."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

import jinja2
from jinja2 import meta, nodes

from gongkai.mkdocs_plugins.call import KINDS, PACKAGE, program_files
from gongkai.model.catalog import Catalog
from gongkai.views.addresses import Addresses
from gongkai.views.site import SiteView

LIBRARIES = (
    "Jinja2", "Markdown", "MarkupSafe", "PyYAML", "mkdocs", "mkdocs-material", "msgspec", "nh3", "pydantic", "pypinyin",
    "python-frontmatter", "segno",
)  # fmt: skip


def digest(*parts: str) -> str:
    """SHA-256 over some texts; a NUL keeps them apart."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def engine_digest() -> str:
    """This program as it is installed, file by file, and the versions of what it is built on."""
    files = (f"{name} {_content(PACKAGE / name)}" for name in _program())
    return digest(sys.version, *(f"{name} {_version(name)}" for name in LIBRARIES), *files)


def _program() -> list[str]:
    rows = program_files()
    if rows is not None:
        return [row[0] for row in rows]
    found = (path for path in PACKAGE.rglob("*") if path.name.endswith(KINDS) and path.is_file())
    return sorted(path.relative_to(PACKAGE).as_posix() for path in found)


def _content(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def common_key(engine: str, settings: str, catalog: Catalog, addresses: Addresses) -> str:
    """What every view is computed from besides what it looks up in the catalog; `settings` is their text."""
    return digest(
        engine,
        settings,
        repr((catalog.unit, catalog.tree, catalog.tables)),
        repr((sorted(addresses.features), sorted(addresses.open_columns), sorted(addresses.absent))),
    )


TemplateText = tuple[str, tuple[str | None, ...]]
"""A template's source and the names of those that it refers to, None for one that is computed."""


def site_key(engine: str, settings: str, site: SiteView) -> str:
    """What every page shows or is made with besides its view and its templates.

    The day is not in it: where a page shows what time changes, its view does.
    """
    return digest(engine, settings, repr(site))


def template_key(
    environment: jinja2.Environment, name: str, read: dict[str, TemplateText] | None = None
) -> str | None:
    """The content of a template and of all that it extends, includes or imports.

    None when a name is computed: then nobody can say what belongs to it, and its pages are made every time.
    `read` keeps what was read and parsed for the templates before: they share most of their parts.
    """
    read = {} if read is None else read
    found: dict[str, str] = {}
    open_names = [name]
    while open_names:
        each = open_names.pop()
        if each in found:
            continue
        if each not in read:
            read[each] = _read(environment, each)
        found[each], others = read[each]
        for other in others:
            if other is None:
                return None
            open_names.append(other)
    return digest(*(f"{each}\0{source}" for each, source in sorted(found.items())))


def _read(environment: jinja2.Environment, name: str) -> TemplateText:
    try:
        source, _, _ = environment.loader.get_source(environment, name)  # type: ignore[union-attr]
    except jinja2.TemplateNotFound:  # an include that may be missing, and is
        source = "\0"
    return source, tuple(_referenced(environment.parse(source.replace("\0", ""))))


def _referenced(tree: nodes.Template) -> Iterable[str | None]:
    yield from meta.find_referenced_templates(tree)
    for each in tree.find_all(nodes.Filter):
        if each.name == "chrome":
            named = isinstance(each.node, nodes.Const)
            yield f"partials/chrome_{each.node.value}.html" if named else None  # type: ignore[union-attr]
        elif each.name == "crumbs":
            yield "partials/breadcrumb.html"
