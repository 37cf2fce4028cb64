"""Views of the pages that are papers too, full and empty."""

from __future__ import annotations

from dataclasses import replace

from gongkai.typesetting.form import Form, application_form
from gongkai.views import pages as p
from gongkai.views.paper_views import (
    ApplicationView,
    GazetteRow,
    GazetteView,
    IssueEntry,
    IssuePlace,
    IssueView,
)
from gongkai.views.parts import Fact, Head, Link
from tests.look.sample import head

ISSUE = Link("示例县人民政府公报2026年第1期", "/gazette/2026-01/")


def full(item: p.ItemView) -> dict[str, p.PageView]:
    entries = (
        IssueEntry(1, "关于印发办法的通知", "/gazette/2026-01/1/", "示政发〔2026〕3号"),
        IssueEntry(2, "任免通知", "/gazette/2026-01/2/", ""),
    )
    place = IssuePlace(
        ISSUE,
        "第2件",
        Link("上一件的标题", "/gazette/2026-01/1/"),
        Link("下一件的标题", "/gazette/2026-01/3/"),
        Link("本件的信息页", "/info/x/"),
    )
    return {
        "application.html": ApplicationView(
            head("application", "/zfxxgk/ysqgk/form/", "政府信息公开申请"), "政府信息公开申请",
            (Fact("", "联系电话", "0990-5550001"),), (Fact("", "网上", "https://www.shili.example/sq/", "https://www.shili.example/sq/"),),
            (Fact("clock", "答复：20个工作日内", "能够当场答复的当场答复"),), (Fact("", "按件计收", "10件以下不收费"),), "可以投诉、举报。",
            application_form("示例县青山镇人民政府"), (Link("申请表（PDF）", "/zfxxgk/ysqgk/form/sqb.pdf"),),
        ),
        "gazette.html": GazetteView(
            head("gazette", "/gazette/", "政府公报"), "示例县人民政府公报",
            (("2026年", (GazetteRow(ISSUE, "2026-03-31", 2, "/gazette/2026-01/2026-01.pdf"), GazetteRow(ISSUE, "2026-01-31", 1))),),
        ),
        "issue.html": IssueView(
            head("issue", "/gazette/2026-01/", ISSUE.text), ISSUE.text, "2026-03-31",
            (("县政府文件", entries[:1]), ("", entries[1:])), Link("2026年第2期", "/gazette/2026-02/"), Link("2025年第9期", "/gazette/2025-09/"),
            "/gazette/2026-01/2026-01.pdf", "1.2 MB", "第3期未出版",
        ),
        "reading.html": replace(item, head=head("reading", "/gazette/2026-01/2/", item.title), issue=place),
    }  # fmt: skip


def minimal(item: p.ItemView) -> dict[str, p.PageView]:
    h = Head("x", "某页", "/x/")
    nowhere = Link("")
    return {
        "application.html": ApplicationView(h, "某页", (), (), (), (), "", Form("某表", "", (), ()), ()),
        "gazette.html": GazetteView(h, "某页", ()),
        "issue.html": IssueView(h, "某页", "", (), nowhere, nowhere),
        "reading.html": item,
    }
