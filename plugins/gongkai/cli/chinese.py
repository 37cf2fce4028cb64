"""click with Chinese headings, error messages and help."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import click

_EXTRA = re.compile(r"Got unexpected extra arguments? \((.*)\)")
Function = TypeVar("Function", bound=Callable[..., Any])


class ChineseCommand(click.Command):
    """A command whose `--help` is Chinese throughout."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """用法 instead of Usage."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="用法：")

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """选项 instead of OPTIONS."""
        return [piece.replace("[OPTIONS]", "[选项]") for piece in super().collect_usage_pieces(ctx)]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options under a Chinese heading."""
        records = [r for r in (p.get_help_record(ctx) for p in self.get_params(ctx)) if r]
        if records:
            with formatter.section("选项"):
                formatter.write_dl(records)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help` explained in Chinese."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "显示这份说明"
        return option


class ChineseGroup(click.Group):
    """The list of commands in Chinese; a mistyped command is answered with the nearest one."""

    command_class = ChineseCommand

    def __init__(self, *given: Any, overview: Mapping[str, str] | None = None, **named: Any) -> None:
        """`overview` says what commands do that need not be imported to be listed."""
        super().__init__(*given, **named)
        self.overview = overview or {}

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """用法 instead of Usage."""
        formatter.write_usage(ctx.command_path, "命令 [选项] …", prefix="用法：")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """All commands with their first sentence."""
        with formatter.section("命令"):
            formatter.write_dl([(name, self._short(name)) for name in self.list_commands(ctx)])
        with formatter.section("选项"):
            formatter.write_dl([("--help", "显示这份说明；“gongkai 命令 --help” 看某条命令的说明和例子")])

    def _short(self, name: str) -> str:
        return self.overview.get(name) or self.commands[name].get_short_help_str(80)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """An unknown command names what was probably meant."""
        if args and args[0] not in self.commands:
            near = difflib.get_close_matches(args[0], list(self.commands), n=1, cutoff=0.4)
            meant = (
                f"是不是要用 gongkai {near[0]}？"
                if near
                else f"可用的命令：{'、'.join(self.list_commands(ctx))}。"
            )
            raise click.UsageError(f"没有“{args[0]}”这条命令。{meant}", ctx)
        return super().resolve_command(ctx, args)


def common_options(function: Function) -> Function:
    """`--config-file` and `--today`, which every command has."""
    function = click.option(
        "--config-file", "-f", metavar="文件", help="配置文件，缺省为当前文件夹里的 mkdocs.yml"
    )(function)
    return click.option(
        "--today", metavar="日期", help="按哪一天判断，例如 2026-11-23；缺省为今天（北京时间）"
    )(function)


def flag_value(on: bool) -> str | None:
    """A command-line flag as an environment value: a flag that is not given leaves the file's setting alone."""
    return "1" if on else None


def _bad_choice(error: click.BadParameter, choices: list[str]) -> str:
    name = error.param.opts[0] if error.param else ""
    found = re.match(r"'(.*?)' is not", error.message)
    near = difflib.get_close_matches(found[1], choices, n=1, cutoff=0.5) if found else []
    meant = f"是不是要写 {near[0]}？" if near else ""
    return f"{name} 的值{f'“{found[1]}”' if found else ''}不对。{meant}可用的值：{'、'.join(choices)}。"


def _bad_number(error: click.BadParameter, kind: click.IntRange) -> str:
    """Which whole numbers an option or an argument takes; the value is cut out of click's sentence."""
    param = error.param
    name = (param.opts[0] if isinstance(param, click.Option) else param.human_readable_name) if param else ""
    found = re.match(r"'?(.*?)'? is not", error.message)
    bounds = f"{kind.min} 到 {kind.max} 之间的" if kind.min is not None and kind.max is not None else ""
    least = f"不小于 {kind.min} 的" if not bounds and kind.min is not None else ""
    return f"{name} 的值{f'“{found[1]}”' if found else ''}不对，应当是 {bounds or least}整数。"


def _missing(param: click.Parameter | None) -> str:
    """Which argument or option must be given."""
    if isinstance(param, click.Option):
        return f"缺少 {param.opts[0]}，后面写{param.metavar or '值'}。"
    return f"缺少“{param.human_readable_name if param else ''}”。"


def chinese_message(error: click.ClickException) -> str:
    """click's own error messages in Chinese; ours are Chinese already."""
    match error:
        case click.NoSuchOption():
            near = f"是不是要写 {error.possibilities[0]}？" if error.possibilities else ""
            return f"没有 {error.option_name} 这个选项。{near}"
        case click.MissingParameter():
            return _missing(error.param)
        case click.BadParameter(param=click.Parameter(type=click.Choice() as kinds)):
            return _bad_choice(error, [str(choice) for choice in kinds.choices])
        case click.BadParameter(param=click.Parameter(type=click.IntRange() as kind)):
            return _bad_number(error, kind)
        case click.BadParameter():
            name = error.param.human_readable_name if error.param else ""
            return f"参数 {name} 写得不对：{error.message}"
        case click.BadOptionUsage():
            return f"{error.option_name} 后面缺少值。"
        case click.UsageError() if extra := _EXTRA.match(error.message):
            return f"多出了“{extra[1]}”。值里有空格时，用英文双引号把整个值括起来。"
        case _:
            return error.message
