"""N: normative documents; J: interpretations."""

from datetime import date

from gongkai.model.relation import RelationKind
from tests.rules.world import INTERPRETATIONS, NORMATIVE, bad, entry, good, page, world

OF = RelationKind.INTERPRETS


def rule_file(n: int = 1, **changes: object) -> object:
    values = {"day": "2026-06-01", "written": date(2026, 6, 1), "effective": date(2026, 7, 1), "valid_years": 5,
              "doc_number": f"青政发〔2026〕{n}号", "title": f"第{n}号办法"} | changes  # fmt: skip
    return entry(NORMATIVE, n, **values)


def reading(n: int = 2, day: str = "2026-06-02", body: str = "", **changes: object) -> object:
    return entry(INTERPRETATIONS, n, body or "解读。", day=day, **changes)


LONG = (
    "为了管好集镇停车，根据有关规定，制定本办法。停车泊位按区域划分，路边泊位限时两小时，广场泊位全天开放，残疾人专用泊位不得占用。"
    * 3
)
EXPIRED = rule_file(effective=date(2020, 1, 1))
NUMBER = EXPIRED.item.index_number  # type: ignore[attr-defined]

CASES = (
    bad("N01", world(rule_file(effective=None)), "推算不出有效性"),
    good("N01", world(rule_file(), rule_file(2, effective=None, stated_validity="有效"))),
    bad("N02", world(rule_file(effective=date(2019, 1, 1), valid_years=0)), "已在 2024-01-01 失效"),
    good("N02", world(rule_file(effective=date(2019, 1, 1)), rule_file(2, valid_years=0))),
    bad(
        "N03",
        world(
            rule_file(body="《旧办法》（青政发〔2020〕3号）同时废止。"),
            rule_file(2, doc_number="青政发〔2020〕3号", stated_validity="有效"),
        ),
        "正文说废止 青政发〔2020〕3号",
    ),
    good(
        "N03",
        world(
            rule_file(body="《旧办法》（青政发〔2020〕3号）同时废止。"),
            rule_file(2, doc_number="青政发〔2020〕3号"),
            links=[(RelationKind.REPEALS, 1, 2)],
        ),
    ),
    bad("N04", world(rule_file(effective=date(2022, 1, 1))), "有效期到 2027-01-01"),
    good("N04", world(rule_file(), rule_file(2, effective=date(2019, 1, 1)))),
    bad("N05", world(rule_file()), "还没有公布过"),
    good(
        "N05",
        world(rule_file(), entry("jcgk/zcwj/gfxwjql", 2, title="2025年规范性文件清理结果", day="2025-03-03")),
    ),
    bad("N06", world(EXPIRED, pages=[page(number=NUMBER)]), "没有标明“已失效”"),
    good(
        "N06",
        world(EXPIRED, pages=[page(main='<h1>一</h1><span class="gk-badge">已失效</span>', number=NUMBER)]),
    ),
    bad("N07", world(rule_file(valid_years=10)), "超过 5 年"),
    good("N07", world(rule_file())),
    bad("J01", world(rule_file()), "没有解读"),
    good(
        "J01",
        world(
            rule_file(),
            reading(),
            rule_file(3, needs_interpretation=False),
            rule_file(4, day="2026-11-20"),
            links=[(OF, 2, 1)],
        ),
    ),
    bad("J02", world(rule_file(), reading(day="2026-06-05"), links=[(OF, 2, 1)]), "晚 4 个工作日"),
    good(
        "J02",
        world(
            rule_file(),
            reading(day="2026-06-04"),
            reading(3, day="2026-09-01"),
            links=[(OF, 2, 1), (OF, 3, 1)],
        ),
    ),
    bad("J03", world(reading()), "没有链接到它解读的文件"),
    good("J03", world(rule_file(), reading(), links=[(OF, 2, 1)])),
    bad(
        "J04",
        world(
            reading(
                body="这个文件非常重要，意义重大，影响深远，必须认真学习，全面领会，坚决贯彻，不折不扣，抓好落实，务求实效。"
                * 2
            )
        ),
        "要素",
    ),
    good(
        "J04",
        world(
            reading(
                body="一、背景依据。二、主要内容。三、适用范围。四、办理流程：到镇便民服务中心申请，电话咨询。"
                * 2
            ),
            reading(3, body="短"),
        ),
    ),
    bad("J05", world(rule_file(body=LONG), reading(body=LONG), links=[(OF, 2, 1)]), "100% 与文件"),
    good(
        "J05",
        world(rule_file(body=LONG), reading(body="以前路边随便停，现在划了线。" * 9), links=[(OF, 2, 1)]),
    ),
    bad("J06", world(*(reading(n, forms=("文字",)) for n in range(1, 5))), "近一年 4 条解读里只有 0 条"),
    good("J06", world(*(reading(n, forms=("文字", "图解")) for n in range(1, 5)), reading(9))),
    bad("J07", world(reading(details={"interpreter": "张某"})), "没有写解读单位、咨询电话"),
    good(
        "J07",
        world(
            reading(
                details={
                    "interpreter": "张某",
                    "interpreting_unit": "镇农办",
                    "inquiry_phone": "0990-5550001",
                }
            )
        ),
    ),
)
