"""What a site may set about its checks (options of the plugin `gongkai/checks`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

Limits = Mapping[str, int | float | str]


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """`on` and `off` are codes of rules switched, `limits` thresholds by code.

    `office_phones` are mobile numbers that are offices' (not counted as private); `government_hosts` are
    endings of hosts that need no notice when left for.
    """

    on: frozenset[str] = frozenset()
    off: frozenset[str] = frozenset()
    limits: Mapping[str, Limits] = field(default_factory=dict)
    office_phones: frozenset[str] = frozenset()
    government_hosts: tuple[str, ...] = (".gov.cn",)


def read_options(options: Mapping[str, object]) -> tuple[CheckSettings, tuple[str, ...]]:
    """The plugin's options → settings, and what is wrong with them in Chinese.

    `rules` maps a code to `on`, `off` or its thresholds: `{G02: {days: 10}, J07: on, X04: off}`.
    """
    rules = options.get("rules") or {}
    if not isinstance(rules, Mapping):
        return CheckSettings(), ("rules 应是“规则代号: 设置”，例如 rules: {G02: {days: 10}}。",)
    switched = dict(_switches(rules))
    limits = {str(code): dict(v) for code, v in rules.items() if isinstance(v, Mapping)}
    wrong = tuple(
        f"规则 {code} 的设置“{value}”看不懂：写 on、off 或 {{门槛名: 数}}。"
        for code, value in rules.items()
        if not isinstance(value, Mapping) and str(code) not in switched
    )
    settings = CheckSettings(
        on=frozenset(c for c, v in switched.items() if v) | frozenset(limits),
        off=frozenset(c for c, v in switched.items() if not v),
        limits=limits,
        office_phones=frozenset(_texts(options.get("office_phones"))),
        government_hosts=(".gov.cn", *_texts(options.get("government_hosts"))),
    )
    return settings, wrong


def _switches(rules: Mapping[object, object]) -> Iterator[tuple[str, bool]]:
    for code, value in rules.items():
        if isinstance(value, bool):
            yield str(code), value
        elif value in ("on", "off"):
            yield str(code), value == "on"


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(v) for v in value) if isinstance(value, list | tuple) else ()
