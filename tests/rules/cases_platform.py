"""P: the platform; T: tags; A: accessibility; B: fields; K: others."""

from dataclasses import replace
from datetime import date

from gongkai.model.entered import PressEvent, PressPlan
from gongkai.model.item import Change
from gongkai.model.problem import Held
from gongkai.model.relation import RelationKind
from tests.rules.cases_freshness import every, home
from tests.rules.world import (
    APPLY,
    CODE,
    FILES,
    FOOT,
    GUIDE,
    ITEM_TAGS,
    NEWS,
    NORMATIVE,
    SITE_TAGS,
    UNIT,
    World,
    bad,
    entry,
    good,
    page,
    tree,
    without,
    world,
)  # fmt: skip

FULL = (
    "政府信息的分类、编排体系、获取方式。工作机构：党政办公室。地址：青溪路1号。办公时间：工作日。"
    "电话0990-5550001，传真：无，邮箱 gk@qingshan.example。"
)
FORM = "姓名 名称\n证件号码\n联系电话\n所需信息的名称、文号\n提供方式：纸质、电子"
LIST, POWERS, BENEFITS, DIRECTORY = "glgk/ssjygk", "glgk/qzqd", "fwgk/zccs", "jczwgk/bzml"
county = [
    entry(c, n, preset="county")
    for n, c in enumerate((c.path for c in tree("county").leaves() if c.is_filed), 1)
]
areas = [
    entry(leaf.path, 1000 + n, preset="county", category=area.category)
    for n, (area, leaf) in enumerate(
        (area, leaf) for topic in tree("county").topics for area in topic.areas for path in area.columns
        for leaf in tree("county").under(path)
    )
]  # fmt: skip


def planned(
    year: int, last: date, items: tuple[str, ...] = (), dropped: str = "", lost: tuple[str, ...] = ()
) -> World:
    """A world with a plan of one press conference, an item that a plan may name by its place, a draft and a notice."""
    held = entry(n=1)
    named = (*(held.item.index_number for _ in items), *lost)
    event = PressEvent("秋粮收购", "三季度", date(year, 7, 1), last, items=named, dropped=dropped, line=2)
    made = world(held)
    catalog = replace(
        made.facts.catalog,
        press={str(year): PressPlan(year, (event,))},
        held=(Held("稿.md", f"{CODE}/202611-00009", "草稿"),),
        tombstones=(replace(held.item, index_number=f"{CODE}/202611-00008"),),
    )
    return replace(made, facts=replace(made.facts, catalog=catalog))


def bare(*names: str) -> dict[str, str]:
    return {k: v for k, v in ITEM_TAGS.items() if k not in names}


dead = entry(NORMATIVE, 2, effective=date(2010, 1, 1), valid_years=5, title="旧办法")
column = page(
    "/zwdt/",
    "<h1>通知</h1>",
    "column",
    SITE_TAGS | {"ColumnName": "通", "ColumnDescription": "d", "ColumnKeywords": "k", "ColumnType": "t"},
)
own = tree()


def alike(foot: str = "", more: str = "", tags: dict[str, str] | None = None, lang: str = "zh-CN") -> World:
    """Three pages that share what the arguments bring."""
    paths = ("/info/x1/", "/info/x2/", "/info/x3/")
    return world(pages=[page(p, foot=FOOT + foot, more=more, tags=tags, lang=lang) for p in paths])


five = replace(own, columns={p: replace(c, five="") if p == FILES else c for p, c in own.columns.items()})
unread = replace(own, columns={p: replace(c, articles=()) for p, c in own.columns.items()})

CASES = (
    bad("P01", world(pages=[home]), "没有名为“政府信息公开”的入口"),
    good(
        "P01", world(pages=[page("/", '<h1>一</h1><a href="/zfxxgk/">政府信息公开</a>', "home", SITE_TAGS)])
    ),
    bad("P02", world(own_tree=without("政府信息公开指南")), "没有固定栏目“政府信息公开指南”"),
    good("P02", world()),
    bad("P03", world(), "没有申请说明"),
    bad("P03", world(own_tree=without("依申请公开")), "没有“依申请公开”栏目"),
    good("P03", world(entry(APPLY))),
    bad(
        "P04",
        world(entry(files=[("表.docx", "表")]), pages=[home, page(number=f"{CODE}/202611-00001")]),
        "没有检索",
        "/info/x1/1.docx",
    ),
    good(
        "P04",
        world(entry(files=[("表.docx", "表")]), pages=[home], files={"/index/index.html": 1}),
    ),
    good(
        "P04",
        world(
            entry(files=[("表.docx", "表")]),
            pages=[home],
            files={"/index/index.html": 1, "/info/x1/1.docx": 9},
        ),
    ),
    bad("P05", world(entry(GUIDE, body=FULL.replace("传真：无，", ""))), "缺：传真号码"),
    good("P05", world(entry(GUIDE, body=FULL), entry("glgk/jgzn/zqgk", 2, body="镇情"))),
    bad("P06", world(entry(GUIDE, day="2025-03-01")), "2025-03-01 以后没有核对过"),
    good("P06", world(entry(GUIDE, day="2025-03-01", changes=(Change(date(2026, 3, 1), "核对"),)))),
    bad("P07", world(own_tree=unread), *("没有对应的栏目" for _ in range(15))),
    good("P07", world()),
    bad("P08", world(own_tree=without("土地征收")), "“土地征收”没有对应的栏目"),
    good("P08", world()),
    bad("P09", world(entry(body="")), "没有内容概述"),
    bad("P09", world(entry(summary="长" * 1501)), "有 1501 字"),
    good("P09", world(entry(), entry(n=2, body="", summary="概述"))),
    bad("P10", world(entry(FILES, written=date(2026, 10, 9))), "个工作日后才公开，要求 20 个工作日内"),
    bad(
        "P10",
        world(entry(FILES, written=date(2026, 11, 4)), limits={"P10": {"wd": 10}}),
        "要求 10 个工作日内",
    ),
    good("P10", world(entry(FILES, written=date(2026, 10, 29)), entry(NEWS, 2, written=date(2020, 1, 1)))),
    bad(
        "P11",
        world(entry(APPLY, files=[("政府信息公开申请表.docx", FORM.replace("证件号码", ""))])),
        "缺：身份证明",
    ),
    good("P11", world(entry(APPLY, files=[("政府信息公开申请表.docx", FORM)]))),
    bad(
        "P12",
        world(entry(APPLY, files=[("政府信息公开申请表.docx", FORM + "\n所需信息的用途")])),
        "2019年起不再要求",
    ),
    good("P12", world(entry(APPLY, files=[("政府信息公开申请表.docx", FORM + "\n不需要填写用途。")]))),
    bad("P13", world(entry(GUIDE, body="信息处理费：超过20件的，每件50元。")), "与规定不符"),
    good(
        "P13",
        world(
            entry(GUIDE, body="信息处理费：11—30件每件100元，31—100页每页10元。"),
            entry(NEWS, 2, body="信息处理费每件50元"),
        ),
    ),
    bad(
        "P14",
        world(entry(GUIDE, body="自收到申请之日起15个工作日内答复，延长最多不超过15个工作日。")),
        "15个工作日",
        "15个工作日",
    ),
    good(
        "P14",
        world(
            entry(
                GUIDE,
                body="自收到申请之日起20个工作日内答复，延长最多不超过20个工作日；7个工作日内告知补正。",
            )
        ),
    ),
    bad(
        "T01", world(pages=[page(tags=bare("SiteIDCode") | {"SiteDomain": "null"})]), "SiteDomain、SiteIDCode"
    ),
    bad(
        "T01",
        alike(tags=bare("SiteName")),
        "3 个页面缺标签 SiteName。例如：/info/x1/、/info/x2/、/info/x3/。",
    ),
    bad(
        "T01",
        world(pages=[page(tags=bare("SiteName")), page("/info/x2/", tags=bare("SiteDomain"))]),
        "页面 /info/x1/ 缺标签 SiteName。",
        "页面 /info/x2/ 缺标签 SiteDomain。",
    ),
    good("T01", world(pages=[page()])),
    bad(
        "T02",
        world(pages=[page(kind="column", tags=SITE_TAGS | {"ColumnName": "通"})]),
        "ColumnDescription、ColumnKeywords、ColumnType",
    ),
    good("T02", world(pages=[column])),
    bad("T03", world(pages=[page(tags=bare("ColumnType"))]), "ColumnType"),
    bad("T03", alike(tags=bare("ColumnName")), "3 个页面缺标签 ColumnName。"),
    good("T03", world(pages=[page()])),
    bad(
        "T04",
        world(pages=[page(tags=bare("ArticleTitle"), time="2026-11-19")]),
        "ArticleTitle",
        "PubDate 2026-11-20 与显示的 2026-11-19",
    ),
    bad("T04", world(pages=[page(tags=ITEM_TAGS | {"PubDate": "昨天"})]), "“昨天”不是日期"),
    bad("T04", alike(tags=bare("ArticleTitle")), "3 个页面缺标签 ArticleTitle。"),
    good("T04", world(pages=[page(), home])),
    bad("T05", world(pages=[page()]), "Description、Url"),
    good("T05", world(pages=[page(tags=ITEM_TAGS | {"Description": "d", "Url": "u"})])),
    bad("T06", world(pages=[page(more='<meta name="PubDate" content="2026-11-20">')]), "PubDate"),
    bad("T06", alike(more='<meta name="SiteName" content="b">'), "3 个页面的标签重复：SiteName。"),
    good(
        "T06",
        world(pages=[page(more='<meta name="Keywords" content="a"><meta name="Keywords" content="b">')]),
    ),
    bad(
        "A01",
        world(
            pages=[page(main='<h1>一</h1><h3>二</h3><img src="a.png"><input name="q">', lang="", title="")]
        ),
        "图片没有文字说明：a.png",
        "表单没有标签：q",
        "没有写明语言",
        "没有网页标题",
        "标题层级跳级",
    ),
    bad("A01", world(pages=[page(main="<h1>一</h1><h1>二</h1>")]), "一级标题有 2 个"),
    bad(
        "A01",
        alike('<img src="/logo.png"><h1>县政府</h1><h4>友情链接</h4><input name="q">', lang=""),
        "3 个页面的页头或页脚里，图片没有文字说明：logo.png。",
        "3 个页面的页头或页脚里，用了一级标题。",
        "3 个页面的页头或页脚里，标题层级跳级。",
        "3 个页面的页头或页脚里，表单没有标签：q。",
        "3 个页面没有写明语言。",
    ),
    bad(
        "A01",
        world(pages=[page(foot="<h1>县政府</h1>"), page("/info/x2/", "<h1>一</h1><h1>二</h1>")]),
        "页面 /info/x1/ 的页头或页脚里，用了一级标题",
        "页面 /info/x2/ 一级标题有 2 个",
    ),
    good("A01", world(pages=[page(main="<p>一</p>", foot="<h1>县政府</h1>")])),
    good(
        "A01",
        world(
            pages=[
                page(main='<h1>一</h1><h2>二</h2><img src="a.png" alt="图"><label>词<input name="q"></label>')
            ]
        ),
    ),
    bad(
        "A03",
        world(pages=[page(main='<h1>一</h1><div onclick="x()" tabindex="3">开</div>')]),
        "onclick、tabindex",
    ),
    bad("A03", alike('<div onclick="x()">开</div>'), "3 个页面的页头或页脚用了 onclick"),
    good("A03", world(pages=[page(main='<h1>一</h1><button onclick="x()" tabindex="0">开</button>')])),
    bad("A04", world(pages=[page(main='<h1>一</h1><video autoplay src="a.mp4"></video>')]), "自动播放"),
    bad("A04", world(pages=[page(main='<h1>一</h1><iframe src="https://a.example/"></iframe>')]), "嵌入网页"),
    bad("A04", alike('<video autoplay src="a.mp4"></video>'), "3 个页面的页头或页脚里有自动播放"),
    good("A04", world(pages=[page(main='<h1>一</h1><video src="a.mp4"></video>')])),
    bad("A06", world(entry(body="![青山镇行政区划图](a.png)")), "没有审图号"),
    good("A06", world(entry(body="![青山镇行政区划图](a.png)\n审图号：皖S（2026）1号"))),
    bad("B01", world(), "个基层政务公开领域还没有信息"),
    good("B01", world(*every)),
    bad(
        "B02",
        world(entry(DIRECTORY, title="基层政务公开标准目录", body="序号、事项、备注")),
        "缺要素：内容、依据",
    ),
    good("B02", world(entry(DIRECTORY, title="标准目录", body="名称内容依据时限主体方式渠道对象"))),
    bad("B03", world(preset="county"), *("还没有信息" for _ in tree("county").topics)),
    good("B03", world(*county, *areas, preset="county")),
    bad("B04", world(entry(FILES), own_tree=five), "没有归入五公开"),
    good("B04", world(entry(FILES))),
    bad(
        "K01", world(entry(title="政府公报2026年第1期"), entry(n=2, title="政府公报2026年第3期")), "缺第 2 期"
    ),
    good("K01", world(entry(title="政府公报2026年第1期"), entry(n=2, title="政府公报2026年第2期"))),
    bad("K02", world(), "没有发布 2026 年新闻发布计划"),
    good("K02", world(entry(title="2026年新闻发布计划"))),
    good("K02", planned(2026, date(2026, 12, 31))),
    bad("K06", planned(2026, date(2026, 9, 30)), "“秋粮收购”计划三季度举行，2026-09-30 已过"),
    bad("K06", planned(2025, date(2025, 9, 30)), "2025-09-30 已过"),
    good("K06", planned(2026, date(2026, 11, 23))),
    good("K06", planned(2026, date(2026, 9, 30), dropped="并入县政府发布会")),
    good("K06", planned(2026, date(2026, 9, 30), items=("1",))),
    bad("K07", planned(2026, date(2026, 12, 31), lost=("青政发〔2099〕1号",)), "“青政发〔2099〕1号”找不到"),
    bad(
        "K07",
        planned(2025, date(2025, 12, 31), lost=(f"{CODE}/202611-00002",)),
        f"最接近的是“{CODE}/202611-00001”",
    ),
    bad("K07", planned(2026, date(2026, 12, 31), lost=(f"{CODE}/202611-00009",)), "还没有公开（草稿）"),
    bad("K07", planned(2026, date(2026, 12, 31), lost=(f"{CODE}/202611-00008",)), "已经撤下"),
    good("K07", planned(2026, date(2026, 9, 30), items=("1",))),
    bad(
        "K03",
        world(entry(POWERS, title="权责清单", body="行政许可：宅基地审批事项")),
        "缺：实施依据、实施主体、责任事项",
    ),
    good(
        "K03",
        world(
            entry(POWERS, title="权责清单", body="行政许可 事项名称 依据 主体 责任"),
            entry(POWERS, 2, title="权责清单调整通知"),
        ),
    ),
    bad("K04", world(entry(BENEFITS, body="申报截止时间：2025年12月31日")), "申报已在 2025-12-31 截止"),
    good(
        "K04",
        world(
            entry(BENEFITS, body="申报截止时间：2025年12月31日（已截止）"),
            entry(NEWS, 2, body="截止时间：2025年1月1日"),
        ),
    ),
    bad("K05", world(entry(BENEFITS), dead, links=[(RelationKind.IMPLEMENTS, 1, 2)]), "《旧办法》已失效"),
    good(
        "K05",
        world(
            entry(BENEFITS),
            entry(NORMATIVE, 2, effective=date(2025, 1, 1)),
            links=[(RelationKind.IMPLEMENTS, 1, 2)],
        ),
    ),
)
assert UNIT
