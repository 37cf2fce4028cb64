"""G15 页头页脚与首页不同."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.material import BuiltSite, Facts
from gongkai.checks.rule import Finding, site_rule
from gongkai.model.problem import Level


@site_rule(
    "G15", "页头页脚与首页不同", Level.WARNING, "国办发〔2017〕47号附件《网页设计规范》", limits={"shown": 3}
)
def same_frame(site: BuiltSite, facts: Facts) -> Iterator[Finding]:
    """What: header and footer of every page say what those of the home page say.

    Why: pages must look alike.
    Bad: a special page with a footer of its own
    Good: one template
    """
    home = site.pages.get("/")
    if home is None:
        return
    pages = [page for _, page in sorted(site.pages.items()) if page.kind]
    for name, other in (
        ("页头", [p.path for p in pages if p.header != home.header]),
        ("页脚", [p.path for p in pages if p.footer != home.footer]),
    ):
        if other:
            listed = "、".join(other[: facts.days("shown")])
            message = f"{len(other)} 个页面的{name}与首页不同：{listed}。"
            yield Finding(message, f"所有页面用同一个{name}。", path="/site/")
