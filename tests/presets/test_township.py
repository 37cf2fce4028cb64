"""The township's tree: its ninety-one leaves, under the very paths that content and addresses rely on."""

from collections.abc import Iterator

import pytest

from gongkai.loading.presets import read_preset
from gongkai.model.column import ColumnTree
from gongkai.model.vocabulary import Tables

LEAVES = """
    zfxxgk: zfxxgkzn zfxxgkzd fdzdgknr zfxxgknb ysqgk ysqgkml
    jcgk/zcwj: xzgfxwj zzfwj sjwj gfxwjql
    jcgk/zdjcygk: jcsxml yjzj yjfk
    jcgk: ghjh zfgzbg zfhy
    zxgk: jcbsls zdgz sjzg
    glgk/jgzn: jgjj ldxx nsjg zqgk
    glgk/rsxx: rsrm zkly
    glgk: qzqd
    glgk/xzzf: zfsq xzxk cfqz
    glgk: ssjygk xzsyxsf zfcg yjgl
    fwgk: ggfwqd bszn zmsx gmfw zccs bmxx
    jggk: rwwc jyta tjxx ndzj
    zcjd: bjjd sjjd
    hygq: zdhy cjwt
    gzcy: zjhz zfkfr hdrk
    (top): xwfb
    zdly/czyjs: zjyjs dwyjs zxzj
    zdly: zdjsxm ggzypz shgy
    xzzd: nyncz ntsl tdlz zjdsh tdzs fwzs czcl
    jczwgk: bzml shjz ylfw snbt xczx ywjy wsjk jycy shbx ggfl ggwh wfgz aqsc spyp sthj jz zhzf
    cwgk: cwml cjsw cjcw hmgs
    zwdt: tzgg gsgg gzdt
    jdbz: gzyd pxkh fzzf
"""


@pytest.fixture(scope="module")
def township(tables: Tables) -> ColumnTree:
    return read_preset("township", tables)


def expected() -> Iterator[str]:
    for line in LEAVES.strip().splitlines():
        group, _, slugs = line.strip().partition(": ")
        yield from ((slug if group == "(top)" else f"{group}/{slug}") for slug in slugs.split())


def test_ninety_one_leaves_in_order(township: ColumnTree) -> None:
    paths = [leaf.path for leaf in township.leaves()]
    assert paths == list(expected())
    assert len(paths) == 91


def test_a_township_is_a_channel_of_its_county(township: ColumnTree) -> None:
    assert township.mode == "channel"
    assert township.nav_primary == ("zfxxgk", "zwdt", "zcjd", "hygq", "gzcy", "jczwgk", "cwgk")
    assert township.nav_five == ("jcgk", "zxgk", "glgk", "fwgk", "jggk")
    assert township.nav_special == ("zdly", "xzzd")


def test_values_are_handed_down(township: ColumnTree) -> None:
    budget = township.columns["zdly/czyjs/zjyjs"]
    assert (budget.five, budget.type, budget.theme) == ("管理公开", "信息公开", "财政、金融、审计")
    assert (budget.fields26, budget.topic, budget.within) == (("财政预决算",), "czyjs", "20d")
    assert budget.names == "重点领域信息公开/财政预决算及政府债务/镇级政府预决算"
    assert township.columns["zcjd/bjjd"].facet_by == "解读形式"
    assert township.columns["cwgk/cwml"].counted is False


def test_what_a_column_says_itself_counts_first(township: ColumnTree) -> None:
    assert township.columns["glgk/jgzn/ldxx"].type == "负责人信息"
    assert township.columns["jcgk/ghjh"].type == "规划计划"
    assert township.columns["zdly/zdjsxm"].five == "执行公开"


def test_article_numbers_keep_their_last_zero(township: ColumnTree) -> None:
    assert township.columns["zdly/zdjsxm"].articles == ("20-10",)


@pytest.mark.parametrize(
    ("path", "kind", "update", "empty"),
    [
        ("zfxxgk/zfxxgknb", "report", "year@01-31", "show"),
        ("jcgk/zcwj/xzgfxwj", "normative", "183d", "show"),
        ("jcgk/zdjcygk/yjzj", "consultation", "event", "auto"),
        ("zwdt/gzdt", "article", "14d", "auto"),
        ("glgk/xzsyxsf", "list", "year", "na"),
        ("jczwgk/shjz", "roster", "quarter", "auto"),
        ("gzcy/zjhz", "view", "event", "show"),
    ],
)
def test_kind_cadence_and_emptiness(
    township: ColumnTree, path: str, kind: str, update: str, empty: str
) -> None:
    column = township.columns[path]
    assert (column.kind, column.update, column.empty) == (kind, update, empty)


def test_computed_views_cannot_be_filed_in(township: ColumnTree) -> None:
    views = {leaf.path: leaf.view for leaf in township.leaves() if not leaf.is_filed}
    assert views == {"zfxxgk/fdzdgknr": "statutory", "gzcy/zjhz": "consultations", "zdly/shgy": "topic"}


def test_social_welfare_has_eight_areas(township: ColumnTree) -> None:
    names = (
        "脱贫攻坚（乡村振兴） 社会救助 社会福利 教育 基本医疗卫生 环境保护 灾害事故救援 公共文化体育".split()
    )
    areas = township.columns["zdly/shgy"].gather
    assert [area.name for area in areas] == names
    assert areas[6].columns == ("jczwgk/jz", "glgk/yjgl")


def test_four_key_fields_with_their_documents(township: ColumnTree) -> None:
    assert {t.slug: (t.document, len(t.areas)) for t in township.topics} == {
        "czyjs": ("财预〔2016〕143号", 8),
        "zdjsxm": ("国办发〔2017〕94号", 8),
        "ggzypz": ("国办发〔2017〕97号", 6),
        "shgy": ("国办发〔2018〕10号", 8),
    }


def test_fields_that_others_publish_say_who(township: ColumnTree) -> None:
    assert set(township.fields26_elsewhere or {}) == {"户籍管理", "保障性住房", "税收管理"}
    assert len(township.fields26) == 23


def test_benefits_of_a_village_stay_in_the_village(township: ColumnTree) -> None:
    assert township.columns["cwgk/hmgs"].scope == "本村（社区）"
