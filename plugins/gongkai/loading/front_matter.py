"""Front matter → entries: every scalar a string, every value with its line, nothing lost on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator

import frontmatter
import yaml
from frontmatter.default_handlers import YAMLHandler

from gongkai.loading.codes import finding, shortened
from gongkai.loading.diagnosis import Diagnosis, diagnose, quote
from gongkai.loading.plain_lines import plain_entries
from gongkai.loading.source import Entry, FrontMatter, Raw, SourceFile, as_tuple
from gongkai.model.problem import Problem

_Base = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_TAGS = {
    yaml.ScalarNode: "tag:yaml.org,2002:str",
    yaml.SequenceNode: "tag:yaml.org,2002:seq",
    yaml.MappingNode: "tag:yaml.org,2002:map",
}


class Loader(_Base):  # type: ignore[misc, valid-type]
    """libyaml where it is there (the slow loader gives the same nodes); nothing is guessed from a value's look."""

    def resolve(self, kind: type[yaml.Node], value: object, implicit: object) -> str:
        """Every scalar is a text."""
        del value, implicit
        return _TAGS[kind]

    def descend_resolver(self, node: object, index: object) -> None:
        """There are no rules by path."""

    def ascend_resolver(self) -> None:
        """There are no rules by path."""


_MAX_CHARACTERS = 64_000
_MAX_DEPTH = 8
_OPEN = re.compile(r"---[ \t]*\r?\n")
_CLOSE = re.compile(r"^---[ \t]*\r?$\n?", re.MULTILINE)
_NEARLY_OPEN = re.compile(r"\s*(?:-{2,}|[—－–‐＿_=*]{2,})[ \t]*\r?\n")
_NEARLY_CLOSE = re.compile(r"^[ \t]*(?:-{2,}|[—－–‐=*]{2,}|\.{3,})[ \t]*\r?$", re.MULTILINE)
_PLAIN_TAGS = frozenset(_TAGS.values())
_INTRICATE = re.compile(r"\[\s*\[|\{|- -|\? |^\s{12}", re.MULTILINE)
_HIDDEN = re.compile(r"[ \t]#")


class _Trouble(Exception):
    """A front matter that can be parsed but not accepted."""

    def __init__(self, code: str, diagnosis: Diagnosis) -> None:
        super().__init__(code)
        self.code = code
        self.diagnosis = diagnosis


class EntryHandler(YAMLHandler):  # type: ignore[misc, unused-ignore]
    """python-frontmatter's handler for our dialect: `load` gives the entries under one key."""

    FM_BOUNDARY = re.compile(r"^---[ \t\r]*$", re.MULTILINE)

    def load(self, fm: str, **kwargs: object) -> dict[str, object]:
        """Read the text between the two `---`; line 1 is the rest of the opening line."""
        del kwargs
        _refuse_intricate(fm)
        return {"entries": tuple(_entries(yaml.compose(fm, Loader=Loader), fm))}


HANDLER = EntryHandler()


def read_front_matter(source: SourceFile) -> FrontMatter | Problem:
    """The entries of a file and where its body begins, or the one finding that explains why not."""
    edges = _edges(source)
    if isinstance(edges, Problem):
        return edges
    end = edges
    text = source.text[:end]
    try:
        entries = plain_entries(text[text.index("\n") + 1 : text.rindex("---")], 2) or as_tuple(
            frontmatter.parse(text, handler=HANDLER)[0]["entries"]
        )
    except _Trouble as trouble:
        return _problem(trouble.code, source, trouble.diagnosis)
    except (yaml.YAMLError, RecursionError) as error:
        return _problem("L012", source, diagnose(text, _line_of(error)))
    return FrontMatter(entries, end, text.count("\n") + 1)


def _problem(code: str, source: SourceFile, found: Diagnosis) -> Problem:
    return finding(code, source.path, found.message, line=found.line, field=found.field, hint=found.hint)


def _line_of(error: Exception) -> int:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return mark.line + 1 if mark is not None else 0


def _line(marked: yaml.Node | yaml.Event) -> int:
    """The line in the file where a node or event begins."""
    return marked.start_mark.line + 1 if marked.start_mark is not None else 0


def _edges(source: SourceFile) -> int | Problem:
    """The offset where the body begins."""
    opening = _OPEN.match(source.text)
    if not opening:
        return _no_opening(source)
    closing = _CLOSE.search(source.text, opening.end())
    if not closing:
        return _no_closing(source, opening.end())
    if closing.start() > _MAX_CHARACTERS:
        message = f"信息头有 {closing.start()} 个字，太长了；信息头里只写字段，正文写在第二个 --- 下面。"
        return finding("L015", source.path, message, line=1, hint="检查第二个 --- 是不是写在了正确的位置。")
    return closing.end()


_TEMPLATE = "---\n标题: 关于……的通知\n发布日期: 2026-05-03\n---"


def _no_opening(source: SourceFile) -> Problem:
    text = source.text
    first = shortened(text.lstrip().splitlines()[0], 30)
    if _OPEN.match(text.lstrip()):
        message = "文件开头有空行或空格，第一行应当就是 ---。"
        return finding("L010", source.path, message, line=1, hint="删去 --- 前面的空行和空格。")
    if text.strip() == "---":
        return finding(
            "L011", source.path, "信息头只有开头的 ---，没有字段，也没有结尾的 ---。", line=1, hint=_TEMPLATE
        )
    if _NEARLY_OPEN.match(text):
        line = text.count("\n", 0, len(text) - len(text.lstrip())) + 1
        message = f"信息头的开头写成了“{first}”，应当是三个英文减号。"
        return finding("L010", source.path, message, line=line, hint="---")
    message = f"没有信息头：第一行应当是 ---，现在是“{first}”。"
    return finding("L010", source.path, message, line=1, hint=_TEMPLATE)


def _no_closing(source: SourceFile, start: int) -> Problem:
    nearly = _NEARLY_CLOSE.search(source.text, start)
    if nearly:
        line = source.text.count("\n", 0, nearly.start()) + 1
        message = f"信息头的结尾写成了“{nearly[0].strip()}”，应当是三个英文减号，前面没有空格。"
        return finding("L011", source.path, message, line=line, hint="---")
    message = "信息头没有结尾：字段写完后，要另起一行写 ---，下面才是正文。"
    return finding("L011", source.path, message, line=1, hint="在最后一个字段下面加一行：---")


def _refuse_intricate(fm: str) -> None:
    """Depth is looked at before nodes are made, so that no input can exhaust the stack."""
    if len(fm) < 4000 and not _INTRICATE.search(fm):
        return
    depth = 0
    for event in yaml.parse(fm, Loader=Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > _MAX_DEPTH:
                message = f"第 {_line(event)} 行的层次太深；字段只有“名称: 值”和短横线列表两种写法。"
                raise _Trouble("L015", Diagnosis(_line(event), "", message, "栏目: 决策公开/政策文件"))
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _entries(node: yaml.Node | None, fm: str) -> Iterator[Entry]:
    if node is None:
        return
    if not isinstance(node, yaml.MappingNode):
        raise _Trouble("L012", diagnose("---" + fm, _line(node)))
    _refuse_references(node, fm)
    seen: dict[str, int] = {}
    for key_node, value_node in node.value:
        name = _key(key_node)
        line = _line(key_node)
        if name in seen:
            message = f"“{name}”写了两次：第 {seen[name]} 行和第 {line} 行。"
            raise _Trouble("L013", Diagnosis(line, name, message, "只留一行，删去另一行。"))
        seen[name] = line
        yield _entry(name, line, value_node, fm)


def _entry(name: str, line: int, node: yaml.Node, fm: str) -> Entry:
    value = _value(node, name, fm)
    if isinstance(node, yaml.SequenceNode):
        return Entry(name, value, line, tuple(_line(part) for part in node.value))
    if isinstance(node, yaml.MappingNode):
        return Entry(name, value, line, tuple(_line(key) for key, _ in node.value))
    if isinstance(node, yaml.ScalarNode) and not node.style and "#" in fm:
        _refuse_hidden(name, node, fm)
    return Entry(name, value, line)


def _key(node: yaml.Node) -> str:
    if isinstance(node, yaml.ScalarNode):
        return str(node.value).strip()
    line = _line(node)
    raise _Trouble("L012", Diagnosis(line, "", f"第 {line} 行的字段名称不是文字。", "标题: 关于……的通知"))


def _value(node: yaml.Node, name: str, fm: str) -> Raw:
    if node.tag not in _PLAIN_TAGS:
        raise _Trouble("L012", _special(name, node, fm))
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    if isinstance(node, yaml.SequenceNode):
        return tuple(_value(part, name, fm) for part in node.value)
    return {_key(key): _value(value, name, fm) for key, value in node.value}


def _special(name: str, node: yaml.Node, fm: str) -> Diagnosis:
    """A value such as `!重要` means something else to YAML; its text would be lost."""
    line = _line(node)
    written = _rest_of_line(fm, line - 1).partition(":")[2].strip()
    message = f"“{name}”的值以“{written[:1]}”开头，会被当成特殊符号，文字会丢掉。值要加引号。"
    return Diagnosis(line, name, message, f"{name}: {quote(written)}")


def _rest_of_line(fm: str, line: int, column: int = 0) -> str:
    lines = fm.split("\n")
    return lines[line][column:].rstrip("\r") if line < len(lines) else ""


def _refuse_hidden(name: str, node: yaml.ScalarNode, fm: str) -> None:
    """What stands after ` #` in a line would be dropped silently."""
    line = node.end_mark.line if node.value else node.start_mark.line
    text = _rest_of_line(fm, line)
    found = _HIDDEN.search(text) if ":" in text and not text.lstrip().startswith("#") else None
    if found and not node.value.endswith(text[found.start() :].strip()):
        value = text.partition(":")[2].strip()
        message = f"“{name}”的值里“#”后面的文字会被丢掉。值里有“#”时要加引号。"
        raise _Trouble("L012", Diagnosis(line + 1, name, message, f"{name}: {quote(value)}"))


def _refuse_references(node: yaml.MappingNode, fm: str) -> None:
    """Anchors and aliases (`&a`, `*a`) are refused: no clerk means them, and they can be made to explode."""
    if "&" not in fm and "*" not in fm:
        return
    seen: set[int] = set()
    stack: list[yaml.Node] = [node]
    while stack:
        each = stack.pop()
        if id(each) in seen:
            line = _line(each)
            message = f"第 {line} 行用了 YAML 的引用（& 和 *），这里不能用；每个值都要写出来。"
            raise _Trouble(
                "L014", Diagnosis(line, "", message, "值以 & 或 * 开头时加引号，如 标题: '*重要*通知'")
            )
        seen.add(id(each))
        stack.extend(_children(each))
    _refuse_anchors(fm)


def _refuse_anchors(fm: str) -> None:
    for event in yaml.parse(fm, Loader=Loader):
        if getattr(event, "anchor", None):
            line = _line(event)
            written = _rest_of_line(fm, line - 1)
            name, _, value = written.partition(":")
            message = f"第 {line} 行的值以“&”开头，会被当成 YAML 的引用，文字会丢掉。值要加引号。"
            raise _Trouble(
                "L014", Diagnosis(line, name.strip(), message, f"{name.strip()}: {quote(value.strip())}")
            )


def _children(node: yaml.Node) -> Iterator[yaml.Node]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield key
            yield value
    elif isinstance(node, yaml.SequenceNode):
        yield from node.value
