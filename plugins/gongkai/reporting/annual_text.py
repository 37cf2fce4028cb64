"""The text of an annual report with its figures in place; what no figure tells is marked 〔请补充：…〕."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.model.applications import OUTCOMES
from gongkai.model.catalog import Catalog
from gongkai.model.entered import number_text
from gongkai.reporting.annual_figures import AnnualFigures
from gongkai.statistics.figures import NONE

GOVERNMENTS = frozenset({"township", "subdistrict", "county"})
"""Presets of governments: they also tell of 工作考核、社会评议和责任追究 (《条例》第五十条第四项)."""


def fill_in(what: str) -> str:
    """A place that a person must fill in."""
    return f"〔请补充：{what}〕"


def place_of(catalog: Catalog) -> str:
    """Where the unit publishes: its own site, or its channel on the portal."""
    unit = catalog.unit
    if catalog.tree.mode == "site":
        return f"{unit.name}门户网站"
    return f"{unit.portal.name}门户网站{unit.short_name or unit.name}" if unit.portal.name else "本机关"


def opening(figures: AnnualFigures, catalog: Catalog) -> str:
    """What the report is, its period, where it can be read, whom to ask."""
    unit, year = catalog.unit, figures.year
    where = f"在{place_of(catalog)}政府信息公开栏目"
    asked = "，".join(
        text
        for text in (
            f"地址：{unit.address}" if unit.address else "",
            f"电话：{unit.phone}" if unit.phone else "",
            f"电子邮箱：{unit.email}" if unit.email else "",
        )
        if text
    )
    return (
        "本报告依照《中华人民共和国政府信息公开条例》和《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作"
        f"年度报告格式〉的通知》（国办公开办函〔2021〕30号）编制。统计期限为{year}年1月1日至12月31日。电子版可以{where}查阅。"
        f"如有疑问，请与{unit.disclosure_office or unit.name}联系{f'（{asked}）' if asked else ''}。"
    )


def overview(figures: AnnualFigures, catalog: Catalog) -> Iterator[str]:
    """一、总体情况: the five parts that the format names."""
    yield f"（一）**主动公开。** {_published(figures)}"
    yield f"（二）**依申请公开。** {_requests(figures)}"
    yield f"（三）**政府信息管理。** {_management(figures)}"
    yield f"（四）**政府信息公开平台建设。** {_platform(catalog)}"
    yield f"（五）**监督保障。** {_supervision(figures, catalog)}"


def _published(figures: AnnualFigures) -> str:
    year, taken = figures.published, figures.participation
    change = f"，比上年{year.change}" if year.before and year.change != NONE else ""
    five = "、".join(f"{line.name}{line.count}条" for line in year.tallies["five"] if line.count)
    channels = "、".join(f"{line.name}{line.count}条" for line in year.tallies["channel_group"] if line.count)
    parts = (
        f"全年主动公开政府信息{year.own}条{change}{f'，其中{five}' if five else ''}。",
        f"按首发渠道分：{channels}。" if channels else "",
        f"制发行政规范性文件{figures.rules.made}件；发布政策解读{figures.interpretations}篇；",
        f"征集意见{taken.solicitations}次，公布反馈{taken.feedbacks}次，",
        f"收到意见建议{taken.opinions.received}条，采纳{taken.opinions.adopted}条、部分采纳{taken.opinions.partly}条；",
        f"回应关切{figures.responses}次。",
    )
    return "".join(parts)


def _requests(figures: AnnualFigures) -> str:
    second, done = figures.second, figures.applications
    new, over, handled, on = (second[n][6] for n in (0, 1, 23, 24))
    kinds = "、".join(
        f"{name}{sum(done.outcomes[key])}件"
        for key, name in _SHORT.items()
        if sum(done.outcomes.get(key, ()))
    )
    intakes = "、".join(f"{name}{n}件" for name, n in done.intakes.items() if n)
    reviews = figures.third
    return "".join(
        (
            f"本年新收政府信息公开申请{new}件{f'（{intakes}）' if intakes else ''}，上年结转{over}件，共{new + over}件；",
            f"办结{handled}件{f'（{kinds}）' if kinds else ''}，结转下年度{on}件。",
            f"因政府信息公开引起行政复议{reviews[0][4]}件、行政诉讼{reviews[1][4] + reviews[2][4]}件。",
        )
    )


_SHORT = {key: label.partition(".")[2] or key for key, (_, label) in OUTCOMES.items()}


def _management(figures: AnnualFigures) -> str:
    rules = figures.rules
    lapsed = f"（其中有效期届满失效{rules.lapsed}件）" if rules.lapsed else ""
    return (
        f"年末现行有效的行政规范性文件{rules.valid}件，本年废止{rules.gone}件{lapsed}，逐件标明有效性。"
        f"更正信息{figures.corrections}次，撤下信息{figures.withdrawals}条，均注明原因、保留编号。"
        f"{fill_in('公开审查、动态调整的做法')}"
    )


def _platform(catalog: Catalog) -> str:
    opened = sum(1 for leaf in catalog.tree.leaves() if leaf.is_filed and catalog.in_column(leaf.path))
    return f"政府信息公开栏目有内容的末级栏目{opened}个，提供检索、查阅、下载。{fill_in('本年新增的功能、政务新媒体、查阅场所')}"


def _supervision(figures: AnnualFigures, catalog: Catalog) -> str:
    lines = "、".join(
        f"{line.name}{number_text(line.value)}{line.unit}" for line in figures.work if line.value is not None
    )
    entered = f"本年工作情况：{lines}。" if lines else fill_in("机构、人员、培训、经费")
    more = fill_in("工作考核、社会评议和责任追究结果") if catalog.tree.preset in GOVERNMENTS else ""
    return entered + more


def shortcomings(findings: tuple[str, ...], former: str) -> Iterator[str]:
    """五: what the year's own data show, and what last year's report promised."""
    if findings:
        yield f"**存在的主要问题。** {'；'.join(findings)}。{fill_in('其他问题')}"
    else:
        yield f"**存在的主要问题。** {fill_in('本年工作中的具体问题，写事实和数字')}"
    if former:
        yield f"**上年问题的改进情况。** {fill_in(f'上年报告写的是“{former}”，逐项说明改了没有')}"
    yield f"**下一步改进措施。** {fill_in('针对上面每个问题的措施')}"


def other_matters(figures: AnnualFigures) -> str:
    """六: the processing fee, as 国办函〔2020〕109号 asks, and what else there is."""
    fees = figures.applications.fees
    if not fees.notices and not fees.due:
        return f"本年度未收取信息处理费。{fill_in('其他需要报告的事项，没有的删去这一句')}"
    due, paid = number_text(fees.due), number_text(fees.paid)
    return (
        f"本年度发出信息处理费收费通知{fees.notices}件，总金额{due}元，实际收取{paid}元。"
        f"{fill_in('其他需要报告的事项，没有的删去这一句')}"
    )
