"""In preview an item's page says what is wrong with it and what to type; a build never does."""

from pathlib import Path

from gongkai.mkdocs_plugins.engine import run_check
from gongkai.mkdocs_plugins.preview.findings import with_findings
from gongkai.views.spec import PageSpec
from tests.site.small import NOTICE_COLUMN, PLUGINS, TODAY, item, make_site

PAGE = "<html><body class='gk'><main>正文</main></body></html>"


def test_the_bar_stands_on_the_page_of_the_item(tmp_path: Path) -> None:
    body = "联系人 13912345678，禁止焚烧秸杆。"
    files = {f"{NOTICE_COLUMN}/甲.md": item("甲", 1, body), f"{NOTICE_COLUMN}/乙.md": item("乙", 2)}
    site = make_site(tmp_path, files)
    site.configure((*PLUGINS, "gongkai/checks"))
    context, plan = run_check(str(site.root / "mkdocs.yml"), {"GONGKAI_TODAY": TODAY})
    context.plan = plan
    items = {i.title: i for i in plan.loaded.catalog.items}
    specs = {s.key[-1]: s for s in plan.specs if s.template == "item" and s.key}
    told = with_findings(PAGE, specs[items["甲"].index_number], context)
    assert "这一页有 2 处要改" in told
    assert "[错误 X02]" in told
    assert "改成“秸秆”" in told
    assert "13912345678" not in told
    assert "\n" not in told
    assert with_findings(PAGE, specs[items["乙"].index_number], context) == PAGE
    assert with_findings(PAGE, PageSpec("/", "home", "core", ()), context) == PAGE


def test_what_is_judged_among_all_of_a_kind_is_told_on_its_own_page_only(tmp_path: Path) -> None:
    guide = {"事项名称": "甲", "设定依据": "某法", "申请条件": "某人", "办理材料": "[户口簿]", "办理地点": "大厅",
             "办理时间": "工作日", "联系电话": "0990-5550001", "办理流程": "申请—办理"}  # fmt: skip
    column = "服务公开/办事指南"
    files = {
        f"{column}/甲.md": item("甲", 1, **(guide | {"办理时间": "待定"})),
        f"{column}/乙.md": item("乙", 2, **guide),
    }
    site = make_site(tmp_path, files)
    site.configure((*PLUGINS, "gongkai/checks"))
    context, plan = run_check(str(site.root / "mkdocs.yml"), {"GONGKAI_TODAY": TODAY})
    context.plan = plan
    items = {i.title: i for i in plan.loaded.catalog.items}
    specs = {s.key[-1]: s for s in plan.specs if s.template == "item" and s.key}
    assert "办事指南缺办理时间" in with_findings(PAGE, specs[items["甲"].index_number], context)
    assert with_findings(PAGE, specs[items["乙"].index_number], context) == PAGE


def test_without_the_plugin_there_is_no_bar(tmp_path: Path) -> None:
    site = make_site(tmp_path, {f"{NOTICE_COLUMN}/甲.md": item("甲", 1, "联系人 13912345678")})
    context, plan = run_check(str(site.root / "mkdocs.yml"), {"GONGKAI_TODAY": TODAY})
    context.plan = plan
    spec = next(s for s in plan.specs if s.template == "item")
    assert with_findings(PAGE, spec, context) == PAGE
