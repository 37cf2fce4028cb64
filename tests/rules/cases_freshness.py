"""G: freshness, dates, footer, links, weight."""

from datetime import date

from gongkai.model.moment import Moment
from tests.rules.world import (
    FILES,
    FOOT,
    ITEM_TAGS,
    NEWS,
    NORMATIVE,
    NOTICE,
    SITE_TAGS,
    bad,
    entry,
    good,
    page,
    tree,
    without,
    world,
)

OLD = "2025-01-06"
LATE = "zxgk/jcbsls zxgk/zdgz jggk/tjxx jggk/jyta jggk/ndzj glgk/qzqd fwgk/ggfwqd jczwgk/aqsc jczwgk/ywjy jczwgk/shbx".split()
stale = [entry(c, n, day=OLD) for n, c in enumerate(LATE, 1)]
every = [entry(c.path, n) for n, c in enumerate((c for c in tree().leaves() if c.is_filed), 1)]
home = page("/", "<h1>示例县</h1>", "home", SITE_TAGS, time="")


def with_links(*hrefs: str, **options: str) -> object:
    links = "".join(f'<a href="{h}">链接</a>' for h in hrefs)
    return page(main=f"<h1>第1条</h1>{links}", **options)


CASES = (
    bad("G01", world(entry(day="2026-11-01")), "最近一条是 2026-11-01"),
    bad("G01", world(), "还没有一条"),
    good("G01", world(entry(day="2026-11-09"))),
    bad("G02", world(entry(NEWS, day="2026-11-08")), "15 天没有更新"),
    bad(
        "G02",
        world(entry(NEWS, day="2026-11-12"), limits={"G02": {"days": 10}}),
        "11 天没有更新，要求 10 天内",
    ),
    good("G02", world(entry(NEWS, day="2026-11-09"))),
    bad("G03", world(entry(FILES, day="2026-05-20")), "栏目“决策公开/政策文件”"),
    good("G03", world(entry(FILES, day="2026-05-20"), entry(NORMATIVE, 2, day="2026-05-25"))),
    bad(
        "G04",
        world(entry(NEWS, day=OLD), entry(NOTICE, 2, day=OLD), limits={"G04": {"count": 2}}),
        "有 2 个栏目",
    ),
    good("G04", world(entry(NEWS, day=OLD), entry(NOTICE, 2, day=OLD))),
    bad("G05", world(entry("jcgk/ghjh", day=OLD)), "规划计划"),
    good("G05", world(entry("jcgk/ghjh", day="2026-02-01"), entry("glgk/rsxx/rsrm", 2, day=OLD))),
    bad("G06", world(*stale[:6]), "有 6 个栏目应更新未更新"),
    bad("G06", world(*stale), "有 10 个栏目"),
    good("G06", world(*stale[:4])),
    bad("G07", world(), "个空白栏目"),
    good("G07", world(*every)),
    bad("G08", world(pages=[page(time="")]), "看不到发布时间"),
    good("G08", world(pages=[page(), home])),
    bad("G09", world(entry(published=Moment(date(2026, 11, 20)))), "没有时分"),
    good("G09", world(entry())),
    bad("G10", world(entry(written=date(2026, 11, 21))), "早于成文日期 2026-11-21"),
    bad(
        "G10",
        world(entry(), history={f"{tree().columns[NOTICE].names}/1.md": date(2026, 11, 22)}),
        "早于文件第一次提交",
    ),
    good(
        "G10",
        world(
            entry(written=date(2026, 11, 20)),
            history={f"{tree().columns[NOTICE].names}/1.md": date(2026, 11, 20)},
        ),
    ),
    bad(
        "G08",
        world(pages=[page(time=""), page("/info/x2/", time="")]),
        "2 个页面上看不到发布时间。例如：/info/x1/、/info/x2/。",
    ),
    bad("G11", world(pages=[page(tags=SITE_TAGS)]), "没有信息来源"),
    good("G11", world(pages=[page()])),
    bad("G12", world(pages=[page(foot=FOOT.replace("皖ICP备00000000号", ""))]), "没有“ICP备案编号”"),
    good("G12", world(pages=[page()])),
    bad(
        "G13",
        world(pages=[page("/", kind="home", tags=SITE_TAGS | {"SiteIDCode": "12345"})]),
        "“12345”不是",
        "与网页标签的 12345 不同",
    ),
    good("G13", world(pages=[home])),
    bad(
        "G14",
        world(pages=[home]).__class__(
            world().facts, world(pages=[home]).site.__class__({}, {}, "www.qingshan.com")
        ),
        "www.qingshan.com",
    ),  # type: ignore[union-attr]
    good("G14", world(pages=[home])),
    bad("G15", world(pages=[home, page(foot="别的页脚")]), "1 个页面的页脚与首页不同"),
    bad(
        "G15",
        world(pages=[page("/", '<header class="gk-head">示例县</header><h1>一</h1>', "home"), page()]),
        "1 个页面的页头与首页不同",
    ),
    good("G15", world(pages=[home, page()])),
    bad(
        "G17",
        world(
            pages=[page(main='<h1>一</h1><img src="i1.png" alt="图">')], files={"/info/x1/i1.png": 5_000_000}
        ),
        "打开会慢",
    ),
    bad(
        "G17",
        world(
            pages=[page(p, foot=FOOT + '<img src="/logo.png" alt="县">') for p in ("/info/x1/", "/info/x2/")],
            files={"/logo.png": 3_000_000},
        ),
        "2 个页面的页头、页脚和样式有 2929 KB",
    ),
    good(
        "G17",
        world(pages=[page(main='<h1>一</h1><img src="i1.png" alt="图">')], files={"/info/x1/i1.png": 5_000}),
    ),
    bad("G18", world(pages=[with_links("../gone/", "1.docx")]), "/info/gone/、/info/x1/1.docx"),
    good(
        "G18",
        world(
            pages=[
                with_links(
                    "../../sitemap/",
                    "/qs/sitemap/",
                    "https://www.shili.example/qs/sitemap/",
                    "#top",
                    "mailto:a@b",
                )
            ],
            files={"/sitemap/index.html": 1},
        ),
    ),
    bad("G19", world(pages=[with_links("https://shop.example.com/")]), "shop.example.com"),
    good("G19", world(pages=[with_links("https://www.gov.cn/", "https://www.shili.example/x")])),
    bad(
        "G20",
        world(pages=[page(main='<h1>一</h1><script src="https://hm.baidu.com/h.js"></script>')]),
        "hm.baidu.com",
    ),
    good("G20", world(pages=[page()])),
    bad("G21", world(pages=[home]), "没有搜索页"),
    good("G21", world(pages=[home], files={"/search/index.html": 1})),
    bad("G22", world(pages=[page("/", kind="home", tags=SITE_TAGS, foot="页脚")]), "找错"),
    good("G22", world(pages=[home])),
)
assert ITEM_TAGS
assert without
