"""One HTML page for an office head to read and print: score table, findings, forecast. No outside resource."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from gongkai.checks.reports.groups import PAGES, Group, blocks
from gongkai.checks.result import LEVEL_NAMES, Result
from gongkai.model.problem import Level, Problem

_STYLE = """
body{font:16px/1.6 "Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif;max-width:62em;margin:2em auto;padding:0 1em;color:#222}
h1{font-size:1.5em}h2{font-size:1.2em;border-bottom:2px solid #1f4e8c;padding-bottom:.2em;margin-top:2em}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #bbb;padding:.35em .6em;text-align:left;vertical-align:top}
th{background:#eef3f9}.不合格,.否决,.阻断{color:#b00020;font-weight:bold}.预警,.错误{color:#9a5b00;font-weight:bold}
h3{font-size:1em;margin:1.2em 0 .2em;word-break:break-all}li{margin:.3em 0}small{color:#555;display:block;white-space:pre-line}
th,td:nth-child(2),td:nth-child(4){white-space:nowrap}td:first-child{min-width:8em}td{overflow-wrap:anywhere}
@media (max-width:40em){thead{display:none}table,tbody,tr,td{display:block}td,td:nth-child(2){border:0;padding:.1em 0;white-space:normal}
tr{border:1px solid #bbb;padding:.4em .6em;margin-bottom:.5em}td:first-child{font-weight:bold}
td:nth-child(2)::before{content:"要求："}td:nth-child(3)::before{content:"实际："}}
@media print{body{max-width:none;margin:0;font-size:11pt}h2{page-break-after:avoid}tr,li{page-break-inside:avoid}}
"""


def html_report(result: Result) -> str:
    """The whole page."""
    title = escape(f"{result.unit} 政务公开自查报告（{result.today}）")
    parts = [
        f'<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>{title}</title>',
        f'<meta name="robots" content="noindex"><style>{_STYLE}</style></head><body><h1>{title}</h1>',
        f"<p>公开信息 {result.items} 条；{escape(result.summary())}。本报告供内部使用，不上网。</p>",
        *(f"<p><strong>注意：</strong>{escape(note)}</p>" for note in result.notes),
        *_score(result), *_first(result), "<h2>问题</h2>", *_problems(result),
        "<h2>暂不发布</h2>", *_list(f"{h.path}：{h.reason}" for h in result.held),
        *_forecast(result),
        "<h2>已豁免</h2>", *_list(f"{p.code} {p.path}：{reason}" for p, reason in result.waived),
        "</body></html>\n",
    ]  # fmt: skip
    return "\n".join(parts)


def _score(result: Result) -> Iterator[str]:
    if not result.rows:  # only a part was looked at
        return
    yield "<h2>检查指标</h2>"
    yield "<table><thead><tr><th>指标</th><th>要求</th><th>实际</th><th>结论</th></tr></thead><tbody>"
    for row in result.rows:
        names = f"<small>{escape('；'.join(row.names))}</small>" if row.names else ""
        cells = f"<td>{escape(row.indicator)}</td><td>{escape(row.threshold)}</td><td>{escape(row.found)}{names}</td>"
        yield f'<tr>{cells}<td class="{row.verdict}">{row.verdict}</td></tr>'
    yield "</tbody></table>"


def _first(result: Result) -> Iterator[str]:
    """What cannot wait: findings that stop a build or fail an inspection by themselves."""
    heavy = [p for p in result.problems if p.level in (Level.BLOCK, Level.VETO)]
    if heavy:
        yield "<h2>先改这些</h2>"
        yield from _list(f"[{LEVEL_NAMES[p.level]} {p.code}] {p.message}（{_place(p)}）" for p in heavy)


def _place(problem: Problem) -> str:
    return problem.path + (f" 第 {problem.line} 行" if problem.line else "")


def _forecast(result: Result) -> Iterator[str]:
    if result.rows:
        yield "<h2>到期提醒</h2>"
        yield from _list(d.text(result.today) for d in result.deadlines)


def _problems(result: Result) -> Iterator[str]:
    if not result.problems:
        yield "<p>没有发现问题。</p>"
    for path, groups in blocks(result.problems):
        yield f"<h3>{escape(path)}</h3><ul>{''.join(_group(path, group) for group in groups)}</ul>"


def _group(path: str, group: Group) -> str:
    problem, many = group.first, len(group.problems) > 1
    level = LEVEL_NAMES[problem.level]
    line = f"第 {problem.line} 行 " if problem.line else ""
    place = f"{len(group.problems)} 处 " if many else escape(problem.path) + " " if path == PAGES else line
    places = f"<small>这些：{escape('、'.join(group.places()))}</small>" if many else ""
    start = "请改：" if len({p.hint for p in group.problems}) == 1 else "例如第一处，请改："
    hint = f"<small>{start}{escape(problem.hint)}</small>" if problem.hint else ""
    basis = f"<small>依据：{escape(problem.basis)}</small>" if problem.basis else ""
    head = f'<span class="{level}">[{level} {problem.code}]</span> {place}{escape(group.message)}'
    return f"<li>{head}{places}{hint}{basis}</li>"


def _list(lines: Iterator[str]) -> Iterator[str]:
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    yield f"<ul>{items}</ul>" if items else "<p>无。</p>"
