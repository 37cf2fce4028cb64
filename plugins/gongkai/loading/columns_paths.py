"""Which column a text means: a path of slugs, a path of names, or a last part that is unique."""

from __future__ import annotations

from gongkai.loading.codes import shortened
from gongkai.loading.columns_notes import Desk
from gongkai.loading.columns_sketch import Sketch, joined
from gongkai.loading.field_types import nearest
from gongkai.loading.marked_yaml import Scalar
from gongkai.model.problem import Problem


def find(sketch: Sketch, text: str) -> str:
    """The path of the column that `text` means, empty when there is none or more than one."""
    wanted = text.strip().strip("/")
    if wanted in sketch.columns:
        return wanted
    return _walk(sketch, wanted) or _alone(sketch, wanted)


def child(sketch: Sketch, parent: str, text: str) -> str:
    """The slug of the column directly below `parent` that `text` means (slug, name or whole path), or empty."""
    wanted = text.strip().strip("/")
    for slug in sketch.children.get(parent, ()):
        if wanted == joined(parent, slug) or wanted in sketch.columns[joined(parent, slug)].labels:
            return slug
    return ""


def _walk(sketch: Sketch, wanted: str) -> str:
    """Follow names, other names or slugs level by level."""
    path = ""
    for part in wanted.split("/"):
        slug = child(sketch, path, part)
        if not slug:
            return ""
        path = joined(path, slug)
    return path


def _alone(sketch: Sketch, wanted: str) -> str:
    found = [path for path in sketch.paths() if wanted in sketch.columns[path].labels]
    return found[0] if len(found) == 1 else ""


def lost(desk: Desk, sketch: Sketch, mark: Scalar) -> Problem:
    """The finding for a text that means no column, or several, with the nearest one."""
    text = mark.text.strip("/")
    alike = [path for path in sketch.paths() if text and text in sketch.columns[path].labels]
    if len(alike) > 1:
        listed = "、".join(f"“{path}”（{sketch.names(path)}）" for path in alike)
        message = f"叫“{shortened(mark.text)}”的栏目不止一个：{listed}；要写全路径。"
        return desk.finding("U101", mark, message, sketch.names(alike[0]))
    return _missing(desk, mark, f"没有栏目“{shortened(mark.text)}”。", _nearest(sketch, text), sketch)


def lost_child(desk: Desk, sketch: Sketch, mark: Scalar, parent: str) -> Problem:
    """The finding for a text that means no column directly below `parent`."""
    paths = tuple(joined(parent, slug) for slug in sketch.children[parent])
    below = {label: path for path in paths for label in sketch.columns[path].labels}
    place = f"“{sketch.names(parent)}”" if parent else "顶层"
    near = below.get(nearest(mark.text, tuple(below)), "")
    return _missing(desk, mark, f"{place}下面没有栏目“{shortened(mark.text)}”。", near, sketch)


def _missing(desk: Desk, mark: Scalar, message: str, near: str, sketch: Sketch) -> Problem:
    if not near:
        return desk.finding("U101", mark, message, "写栏目的代号路径，如 glgk/qzqd。")
    names = sketch.names(near)
    written, other = (near, names) if mark.text.isascii() else (names, near)
    return desk.finding("U101", mark, f"{message}最接近的是“{written}”（{other}）。", written)


def _nearest(sketch: Sketch, text: str) -> str:
    """The column whose path, names or own name the text most resembles."""
    paths = tuple(sketch.paths())
    names = {sketch.names(path): path for path in paths}
    labels = {label: path for path in paths for label in sketch.columns[path].labels}
    by_path, by_names, by_label = (
        nearest(text, paths),
        nearest(text, tuple(names)),
        nearest(text, tuple(labels)),
    )
    return by_path or names.get(by_names, "") or labels.get(by_label, "")
