"""YAML → values that know their lines: every scalar a string, no references, no depth that could hurt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import yaml

from gongkai.loading.diagnosis import diagnose, nested_colon

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # libyaml where it is there
_MAX_DEPTH = 16
_PLAIN_TAGS = frozenset(f"tag:yaml.org,2002:{name}" for name in ("str", "map", "seq"))


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text and its line (from 1)."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Series:
    """A list and the line where it begins."""

    items: tuple[Marked, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Table:
    """Pairs in their order, repeated keys included."""

    pairs: tuple[tuple[Scalar, Marked], ...]
    line: int


Marked: TypeAlias = Scalar | Series | Table


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a text cannot be read: line, field, message, what to type."""

    line: int
    field: str
    message: str
    hint: str


class _Unfit(Exception):
    """Well-formed YAML of a sort that is not accepted."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.message)
        self.trouble = trouble


def parse(text: str, *, trusted: bool = False) -> Marked | Trouble | None:
    """The document of a text, None when it is empty, or why it cannot be read.

    `trusted` leaves out the look for references and depth (for packaged files).
    """
    try:
        if not trusted:
            _refuse_tricks(text)
        node = yaml.compose(text, Loader=_LOADER)
        return None if node is None else _marked(node)
    except _Unfit as unfit:
        return unfit.trouble
    except (yaml.YAMLError, RecursionError) as error:
        return _trouble(text, error)


def _trouble(text: str, error: Exception) -> Trouble:
    """The diagnosis of front matter fits other files too once a first line stands before them."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = mark.line + 1 if mark is not None else 0
    nested = nested_colon(text.split("\n"), line)
    if nested is not None:
        return Trouble(nested.line, nested.field, nested.message, nested.hint)
    found = diagnose("---\n" + text, line + 1)
    message = found.message.replace(f"第 {found.line} 行", f"第 {found.line - 1} 行")
    return Trouble(found.line - 1, found.field, message, found.hint)


def _refuse_tricks(text: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        if getattr(event, "anchor", None):
            message = "用了 YAML 的引用（& 或 *），这里不能用；每个值都要写出来，值以这两个符号开头时加引号。"
            raise _Unfit(Trouble(_line(event), "", message, "名称: '*重要*'"))
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _MAX_DEPTH:
            line = _line(event)
            raise _Unfit(Trouble(line, "", f"第 {line} 行的层次太深。", "检查每行前面的空格和括号。"))


def _line(part: yaml.Node | yaml.Event) -> int:
    mark = part.start_mark
    return mark.line + 1 if mark is not None else 0


def _marked(node: yaml.Node) -> Marked:
    line = _line(node)
    if node.tag not in _PLAIN_TAGS:
        raise _Unfit(
            Trouble(line, "", f"第 {line} 行的值以“!”开头，会被当成特殊符号，要加引号。", "名称: '!重要'")
        )
    if isinstance(node, yaml.ScalarNode):
        return Scalar(str(node.value).strip(), line)
    if isinstance(node, yaml.SequenceNode):
        return Series(tuple(_marked(part) for part in node.value), line)
    return Table(tuple((_key(key), _marked(value)) for key, value in node.value), line)


def _key(node: yaml.Node) -> Scalar:
    if isinstance(node, yaml.ScalarNode):
        return Scalar(str(node.value).strip(), _line(node))
    line = _line(node)
    raise _Unfit(Trouble(line, "", f"第 {line} 行冒号前面应当是文字，不是列表。", "名称: 值"))
