"""Hand-made views of every type, full and minimal, and a plain Jinja environment to render them with."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path

import jinja2
from markupsafe import Markup

from gongkai.mkdocs_plugins.environment import add_filters, settle
from gongkai.views import pages as p
from gongkai.views.parts import (
    Block,
    ConsultationRow,
    CountLink,
    Fact,
    FormGroup,
    Head,
    Link,
    NavNode,
    Period,
    PolicyRow,
    Row,
)
from gongkai.views.site import FooterView, SiteView

OVERRIDES = Path(__file__).parents[2] / "overrides"

BODY = """<p>各村（社区），镇直各单位：</p>
<p>为进一步规范农村集体资产管理，维护集体经济组织和成员的合法权益，结合本镇实际，制定本办法。经镇政府同意，现印发给你们，请认真贯彻执行。</p>
<h2>一、总则</h2>
<p>本办法所称集体资产，包括<strong>经营性资产</strong>、非经营性资产和资源性资产。</p>
<h3>（一）适用范围</h3>
<ul><li>全镇各村集体经济组织；</li><li>镇农村经营管理机构。</li></ul>
<h3>（二）责任分工</h3>
<table><thead><tr><th>事项</th><th>责任单位</th><th>完成时限</th></tr></thead>
<tbody><tr><td>清产核资</td><td>镇农业农村办公室、各村</td><td>2026-12-31</td></tr>
<tr><td>台账登记</td><td>各村</td><td>2026-12-31</td></tr></tbody></table>
<blockquote><p>集体资产的发包、租赁应当公开进行。</p></blockquote>
<div class="admonition note"><p class="admonition-title">提示</p><p>咨询电话见附件。</p></div>"""


@functools.cache
def environment(text: str = BODY) -> jinja2.Environment:
    """Loader on the overrides, autoescape, StrictUndefined, the filters: as the renderer has it."""
    env = jinja2.Environment(
        loader=jinja2.FileSystemLoader(OVERRIDES),
        autoescape=True,
        auto_reload=False,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    add_filters(env, lambda _view, _address: Markup(text), plain_files=False)
    return env


def render(view: p.PageView, template: str, site: SiteView, base_url: str = ".") -> str:
    """One page."""
    values: Mapping[str, object] = {"view": view, "site": site, "base_url": base_url}
    return settle(environment().get_template(f"pages/{template}").render(values), base_url)


def head(page: str = "column", path: str = "/jcgk/zcwj/xzgfxwj/", title: str = "行政规范性文件") -> Head:
    section = path.strip("/") if page in ("column", "item") else ""
    return Head(
        page=page,
        title=title,
        path=path,
        description="本镇制发的行政规范性文件及其有效性",
        breadcrumbs=(
            Link("首页", "/"),
            Link("决策公开", "/jcgk/"),
            Link("政策文件", "/jcgk/zcwj/"),
            Link(title),
        ),
        meta=(("ColumnName", title), ("ColumnType", "政策文件")),
        feed="/jcgk/zcwj/xzgfxwj/feed.xml",
        section=section,
        data='{"@context":"https://schema.org"}',
        image="https://www.qingshan.example/qsz/info/x/i1.png",
    )


def row(n: int, validity: str = "", number: str = "", note: str = "") -> Row:
    titles = (
        "青山镇人民政府关于印发《青山镇农村集体资产管理办法》的通知",
        "关于公布2026年第三季度城乡居民最低生活保障对象的公示",
        "青山镇2026年民生实事项目进展情况（三季度）",
        "青山镇防汛应急预案",
    )
    return Row(
        index_number=f"990121001/202611-{n:05d}",
        title=titles[n % len(titles)],
        path=f"/info/990121001-202611-{n:05d}/",
        date=f"2026-11-{n % 22 + 1:02d}",
        doc_number=number,
        validity=validity,
        column=Link(("镇政府文件", "社会救助")[n % 2], ("/jcgk/zcwj/zzfwj/", "/jczwgk/shjz/")[n % 2]),
        note=note,
    )


def file_row(n: int) -> Row:
    return row(n * 4, ("有效", "已修改", "已废止", "已失效", "尚未施行")[n % 5], f"青政发〔2026〕{n + 1}号")


def rows(count: int) -> tuple[Row, ...]:
    return tuple(file_row(n) if n % 3 == 0 else row(n) for n in range(count))


def block(title: str, path: str, count: int = 5) -> Block:
    children = (Link("政策文件", "/jcgk/zcwj/"), Link("重大决策预公开", "/jcgk/zdjcygk/"), Link("规划计划"))
    return Block(Link(title, path), rows(count), f"{title}的依据、过程和结果", children)


def policy_rows() -> tuple[PolicyRow, ...]:
    text = FormGroup(
        "文字", (Link("《青山镇农村集体资产管理办法》政策解读", "/info/990121001-202611-00101/"),)
    )
    picture = FormGroup(
        "图解", (Link("一图读懂集体资产管理办法", "/info/a/"), Link("一图读懂（二）", "/info/b/"))
    )
    return (
        PolicyRow(file_row(0), (text, picture)),
        PolicyRow(file_row(2), (), missing=True),
        PolicyRow(file_row(4), ()),
    )


def consultation_rows() -> tuple[ConsultationRow, ...]:
    done = ConsultationRow(
        row(1),
        Period("2026-09-01", "2026-09-30", "已结束"),
        "已反馈",
        Link("意见采纳情况", "/info/c/"),
        "23",
        "9",
    )
    running = ConsultationRow(row(2), Period("2026-11-01", "2026-12-01", "进行中"), "征集中", Link(""))
    return (running, done)


def counts() -> tuple[CountLink, ...]:
    return (
        CountLink("行政规范性文件", "/jcgk/zcwj/xzgfxwj/", 12),
        CountLink("镇政府文件", "/jcgk/zcwj/zzfwj/", 47),
        CountLink("规范性文件清理", "", 0, "暂无"),
    )


def site(mode: str = "channel", colour: str = "blue", search: str = "") -> SiteView:
    """The demonstration's chrome: all of it."""
    primary = "政府信息公开 政务动态 政策解读 回应关切 公众参与 基层政务公开 村务公开".split()
    five = "决策公开 执行公开 管理公开 服务公开 结果公开".split()
    fixed = "政府信息公开指南 政府信息公开制度 法定主动公开内容 政府信息公开年报 依申请公开".split()
    files = NavNode(
        "政策文件",
        "/jcgk/zcwj/",
        (NavNode("行政规范性文件", "/jcgk/zcwj/xzgfxwj/"), NavNode("镇政府文件", "/jcgk/zcwj/zzfwj/")),
    )
    branch = NavNode(
        "决策公开", "/jcgk/", (files, NavNode("规划计划", "/jcgk/ghjh/"), NavNode("政府会议", ""))
    )
    return SiteView(
        name="青山镇政府信息公开",
        unit="示例县青山镇人民政府",
        mode=mode,
        url="https://www.qingshan.example/qsz/",
        colour=colour,
        demonstration=True,
        noindex=True,
        nav_primary=tuple(Link(name, f"/p{n}/") for n, name in enumerate(primary)),
        nav_five=(Link(five[0], "/jcgk/"), *(Link(name, f"/f{n}/") for n, name in enumerate(five[1:]))),
        nav_special=(Link("重点领域信息公开", "/zdly/"), Link("三农和乡镇重点事项", "/xzzd/")),
        fixed=tuple(Link(name, f"/p0/x{n}/") for n, name in enumerate(fixed)),
        side={"jcgk": branch},
        footer=FooterView(
            sponsor="示例县青山镇人民政府",
            facts=(
                Fact("address", "地址", "示例县青山镇青溪路1号"),
                Fact("hours", "办公时间", "工作日 上午8:30—12:00，下午14:30—17:30"),
                Fact("phone", "电话", "0990-5550001"),
                Fact("email", "邮箱", "gk@qingshan.example", "mailto:gk@qingshan.example"),
            ),
            site_map=Link("站点地图", "/sitemap/"),
            site_id="9901210001",
            icp="虚构ICP备00000000号",
            police="虚构公网安备99012100000000号",
            organ_mark_url="https://mark.example/",
            error_report_url="https://errors.example/",
        ),
        portal=Link("示例县人民政府", "https://www.shili.example/"),
        header_html='<div class="portal-header"><p class="portal-name"><a href="https://www.shili.example/">示例县人民政府</a></p>'
        '<nav aria-label="县政府门户"><ul><li><a href="https://www.shili.example/">首页</a></li>'
        '<li><a href="https://www.shili.example/zfxxgk/">政府信息公开</a></li></ul></nav></div>',
        footer_html='<div class="portal-footer"><p>主办单位：示例县人民政府办公室</p></div>',
        meta=(
            ("SiteName", "示例县人民政府"),
            ("SiteDomain", "www.shili.example"),
            ("SiteIDCode", "9901210001"),
        ),
        feed="/feed.xml",
        catalog_json="/api/catalog.json",
        find=Link("查找信息", "/index/"),
        search=search,
        links=(Link("在线申请公开", "https://www.shili.example/ysqgk/"),),
        stylesheets=("/assets/material/main.css", "/assets/gongkai.css"),
        scripts=("/assets/gongkai.js",),
        generator="gongkai",
    )


def bare_site() -> SiteView:
    """A site that has set nothing it need not set."""
    return SiteView(
        name="某单位政府信息公开", unit="", mode="site", url="", colour="red", demonstration=False, noindex=False,
        nav_primary=(), nav_five=(), nav_special=(), fixed=(), side={},
        footer=FooterView("", (), Link("")), portal=Link(""), header_html="", footer_html="", meta=(),
        feed="", catalog_json="", find=Link(""), search="", links=(), stylesheets=(), scripts=(), generator="gongkai",
    )  # fmt: skip
