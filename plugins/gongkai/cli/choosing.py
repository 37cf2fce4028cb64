"""Columns that are named on the command line."""

from __future__ import annotations

from collections.abc import Iterable

import click

from gongkai.loading.field_types import nearest
from gongkai.model.catalog import Catalog


def column_paths(catalog: Catalog, names: Iterable[str]) -> tuple[str, ...]:
    """The paths of columns named by name, whole name or slug; click.UsageError for one that is not there."""
    return tuple(_path(catalog, name.strip("/")) for name in names)


def _path(catalog: Catalog, name: str) -> str:
    columns = catalog.tree.columns.values()
    found = [c.path for c in columns if name in (c.path, c.names)] or [
        c.path for c in columns if name in (c.name, c.slug, *c.aka)
    ]
    if len(found) == 1:
        return found[0]
    if found:
        known = "、".join(catalog.tree.columns[path].names for path in found)
        raise click.UsageError(f"叫“{name}”的栏目有 {len(found)} 个，请写全：{known}。")
    near = nearest(name, tuple(c.names for c in columns) + tuple(c.name for c in columns))
    raise click.UsageError(f"没有“{name}”这个栏目。{f'是不是“{near}”？' if near else ''}")
