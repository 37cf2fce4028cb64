"""What MkDocs says about a wrong mkdocs.yml, in Chinese, with what to type."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from importlib.metadata import entry_points

from gongkai.loading.field_types import nearest

_VALUE = re.compile(r"^Config value '(?P<name>[^']*)': (?P<said>.*)$", re.DOTALL)
_OPTION = re.compile(r"^Plugin '(?P<plugin>[^']*)' option '(?P<option>[^']*)': (?P<said>.*)$", re.DOTALL)
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_QUOTED = re.compile(r"'([^']+)'")
_LINE = re.compile(r", line (\d+), column")

_SIGN = re.compile(r"found character (?:'.*?' )?that cannot start any token|found a tab character")


def _near(name: str) -> str:
    """The installed plugin that was most likely meant."""
    found = nearest(name, tuple(sorted(entry_points(group="mkdocs.plugins").names)))
    return f"是不是要写 {found}？" if found else ""


_SAYINGS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (
        re.compile(r"Config file '(.+)' does not exist"),
        lambda m: f"找不到 {m[1]}。请先进入网站文件夹（有 mkdocs.yml 的那一层），或用 --config-file 指明。",
    ),
    (
        re.compile(r"The path '(.+)' isn't an existing directory"),
        lambda m: f"文件夹 {m[1]} 不存在。内容文件夹一般写 docs_dir: content",
    ),
    (
        re.compile(r"The '(?:site|docs)_dir' should not be within the '(?:site|docs)_dir'"),
        lambda _: "网站文件夹（site_dir）和内容文件夹（docs_dir）不能一个在另一个里面。请改：site_dir: site",
    ),
    (
        re.compile(r"Expected one of: \((.+)\) but received: '(.*)'"),
        lambda m: f"没有“{m[2]}”这个值，可以写：{'、'.join(_QUOTED.findall(m[1]))}。",
    ),
    (
        re.compile(r"Expected type: <class 'bool'> but received"),
        lambda _: "只能写 true（是）或 false（否），不加引号。",
    ),
    (re.compile(r"Expected type: <class 'int'> but received"), lambda _: "应写一个整数，不加引号。"),
    (re.compile(r"Expected type: <class 'str'> but received"), lambda _: "应写文字，可以加引号。"),
    (
        re.compile(r'The "(.+)" plugin is not installed'),
        lambda m: f"没有安装插件“{m[1]}”，或者名字写错了。{_near(m[1])}",
    ),
    (
        re.compile(r"The plugin config options should be a dictionary|Invalid (?:Plugins|plugin) config"),
        lambda _: "每个插件一行，写成“  - gongkai/catalog”；插件的选项在下一行多缩进四格。",
    ),
    (
        re.compile(r"The URL isn't valid"),
        lambda _: "网址要以 https:// 或 http:// 开头，例如 https://www.example.com/qingshan/",
    ),
    (re.compile(r"Required configuration not provided"), lambda _: "这一项必须写。"),
    (
        re.compile(r"Unrecognised theme name: '(.*?)'"),
        lambda m: f"没有“{m[1]}”这个主题，请写 name: material",
    ),
)


def in_chinese(said: str) -> str:
    """One complaint of MkDocs'; what is Chinese already, or not known, stays as it is."""
    value = _VALUE.match(said)
    name, text = (value["name"], value["said"]) if value else ("", said)
    option = _OPTION.match(text)
    if option:
        name, text = f"{option['plugin']} 的 {option['option']}", option["said"]
    if _CHINESE.search(text):
        return text
    for pattern, words in _SAYINGS:
        found = pattern.search(text)
        if found:
            return f"{name}：{words(found)}" if name else words(found)
    return f"{name}：{text}" if name else text


def complaints(lines: Iterable[str]) -> str:
    """All complaints about a configuration file, one below the other, each once."""
    return "\n".join(dict.fromkeys(in_chinese(line) for line in lines))


def unreadable(said: str) -> str:
    """Why a configuration file cannot be read as YAML; the last place that is named is where it went wrong."""
    lines = _LINE.findall(said)
    if "error parsing the configuration file" not in said or not lines:
        return in_chinese(said)
    if _SIGN.search(said):
        return (
            f"第 {lines[-1]} 行有这里不能用的符号，多半是制表符（Tab 键）："
            "每行前面只能用空格；值以 @、` 开头的，整个值加引号。"
        )
    return f"第 {lines[-1]} 行附近的写法读不懂。请检查冒号后面有没有空格、每行前面的空格数对不对。"
