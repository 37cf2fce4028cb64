"""Each operation of a columns file, under its Chinese and English keys."""

from collections.abc import Callable

import pytest

from gongkai.loading.presets import PRESETS, read_preset
from gongkai.model.column import Area, ColumnTree
from gongkai.model.vocabulary import Tables

TreeOf = Callable[..., ColumnTree]


@pytest.mark.parametrize(
    "text", ["", "\n", "# 只有说明\n", "继承: township\n", "extends: township\n", "继承: 乡镇人民政府\n"]
)
def test_a_file_that_changes_nothing(tree_of: TreeOf, tables: Tables, text: str) -> None:
    assert tree_of(text) == read_preset("township", tables)


def test_a_byte_order_mark_and_windows_lines_are_taken(tree_of: TreeOf) -> None:
    assert tree_of("\ufeff继承: subdistrict\r\n名称: 某某街道\r\n").name == "某某街道"


@pytest.mark.parametrize("preset", PRESETS)
def test_every_preset_can_be_extended(tree_of: TreeOf, tables: Tables, preset: str) -> None:
    assert tree_of(f"继承: {preset}\n") == read_preset(preset, tables)


def test_the_preset_of_the_settings_counts_when_the_file_names_none(tree_of: TreeOf) -> None:
    assert tree_of("名称: 某局\n", preset="county-department").preset == "county-department"


@pytest.mark.parametrize("text", ["名称: 某某频道\n模式: site\n", "name: 某某频道\nmode: 网站\n"])
def test_name_and_mode(tree_of: TreeOf, text: str) -> None:
    tree = tree_of(text)
    assert (tree.name, tree.mode) == ("某某频道", "site")


@pytest.mark.parametrize(
    "path", ["fwgk/zccs", "服务公开/惠企惠民政策", "服务公开/zccs", "惠企惠民政策", "zccs", "政策超市"]
)
@pytest.mark.parametrize("key", ["改名", "rename"])
def test_rename_keeps_path_and_former_name(tree_of: TreeOf, key: str, path: str) -> None:
    column = tree_of(f"{key}:\n  {path}: 惠农惠企政策\n").columns["fwgk/zccs"]
    assert (column.name, column.names) == ("惠农惠企政策", "服务公开/惠农惠企政策")
    assert column.aka == ("惠企惠民政策", "政策超市", "招商政策")


def test_renaming_a_group_renames_the_names_below(tree_of: TreeOf) -> None:
    assert tree_of("改名: {jdbz: 公开保障}").columns["jdbz/gzyd"].names == "公开保障/工作要点和总结"


@pytest.mark.parametrize(
    "text", ["隐藏: [xwfb, jczwgk]", "hide:\n- 新闻发布\n- jczwgk\n", "隐藏: xwfb\n修改: {jczwgk: {}}\n"]
)
def test_hidden_columns_stay_known_but_are_no_leaves(tree_of: TreeOf, text: str) -> None:
    tree = tree_of(text)
    assert tree.columns["xwfb"].hidden
    assert "xwfb" not in {leaf.path for leaf in tree.leaves()}


def test_hiding_a_group_hides_all_below_and_every_mention(tree_of: TreeOf) -> None:
    tree = tree_of("隐藏: [jczwgk]")
    assert tree.columns["jczwgk/shjz"].hidden
    assert list(tree.under("jczwgk")) == []
    assert "jczwgk" not in tree.nav_primary
    welfare = next(topic for topic in tree.topics if topic.slug == "shgy")
    assert welfare.areas == (Area("灾害事故救援", ("glgk/yjgl",)),)
    assert tree.columns["zdly/shgy"].gather == welfare.areas


@pytest.mark.parametrize("key", ["删去", "remove"])
def test_removed_columns_are_unknown(tree_of: TreeOf, key: str) -> None:
    tree = tree_of(f"{key}: [xwfb, jczwgk/jz]")
    assert not {"xwfb", "jczwgk/jz"} & set(tree.columns)
    assert "xwfb" not in tree.roots
    areas = next(topic for topic in tree.topics if topic.slug == "shgy").areas
    assert next(area for area in areas if area.name == "灾害事故救援").columns == ("glgk/yjgl",)


def test_a_group_goes_with_its_last_column(tree_of: TreeOf) -> None:
    tree = tree_of("删去: [glgk/rsxx/rsrm, glgk/rsxx/zkly]")
    assert "glgk/rsxx" not in tree.columns
    assert "glgk/rsxx" not in tree.columns["glgk"].children


def test_change_in_chinese(tree_of: TreeOf) -> None:
    text = """
修改:
  zxgk/zdgz:
    名称: 重点工作
    说明: 民生实事按月晒进度
    关键词: 民生实事、进展
    更新要求: 每月
    公开时限: 10个工作日
    空栏目: 不涉及
    不涉及原因: 由县政府统一公开
    信息类别: [进展, 结果]
    类型: 一般信息
    必填: [信息来源, 原文链接]
    五公开: 结果公开
    条款: ['20-15']
    试点领域: 乡村振兴
    主题分类: 综合政务\\政务公开
    计入统计: 否
    需要解读: 可以
    备注: 见通知
"""
    column = tree_of(text).columns["zxgk/zdgz"]
    assert (column.name, column.description, column.keywords) == (
        "重点工作",
        "民生实事按月晒进度",
        ("民生实事", "进展"),
    )
    assert (column.update, column.within, column.empty) == ("month", "10wd", "na")
    assert (column.na_reason, column.categories, column.kind) == (
        "由县政府统一公开",
        ("进展", "结果"),
        "article",
    )
    assert (column.required, column.five, column.articles) == (
        ("source", "source_url"),
        "结果公开",
        ("20-15",),
    )
    assert (column.fields26, column.theme, column.counted) == (("扶贫",), "综合政务\\政务公开", False)
    assert (column.interpret, column.note) == ("optional", "见通知")
    assert "重点工作和民生实事" in column.aka


def test_change_in_english(tree_of: TreeOf) -> None:
    text = "change: {zxgk/zdgz: {update: 'year@03-31', within: none, empty: show, kind: list, counted: 'no', facet: []}}"
    column = tree_of(text).columns["zxgk/zdgz"]
    assert (column.update, column.within, column.empty, column.kind) == ("year@03-31", "none", "show", "list")
    assert (column.counted, column.categories) == (False, ())


def test_a_changed_group_hands_its_values_down(tree_of: TreeOf) -> None:
    tree = tree_of("修改: {jdbz: {主题分类: 其他, 更新要求: 每季度}}")
    assert tree.columns["jdbz/gzyd"].theme == "其他"
    assert tree.columns["jdbz/gzyd"].update == "year"


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("每季度", "quarter"), ("半年", "183d"), ("两周", "14d"), ("每年3月31日前", "year@03-31"), ("year@1-31", "year@01-31"),
        ("30d", "30d"), ("有则公开", "event"), ("每年核对", "review"), ("每年", "year"),
    ],
)  # fmt: skip
def test_cadences(tree_of: TreeOf, written: str, kept: str) -> None:
    assert tree_of(f"修改: {{xwfb: {{更新要求: {written}}}}}").columns["xwfb"].update == kept


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("20个工作日", "20wd"),
        ("10日内", "10d"),
        ("即时", "now"),
        ("不适用", "none"),
        ("7wd", "7wd"),
        ("15天", "15d"),
    ],
)
def test_time_limits(tree_of: TreeOf, written: str, kept: str) -> None:
    assert tree_of(f"修改: {{xwfb: {{公开时限: {written}}}}}").columns["xwfb"].within == kept


ADDED = """
增加:
- 上级: xzzd
  排在后面: tdlz
  代号: szgl
  名称: 农村集体三资管理
  类型: article
  说明: 农村集体资金、资产、资源的监管
  关键词: [集体资产, 三资管理]
  更新要求: 183d
"""


def test_add_a_leaf_after_another(tree_of: TreeOf) -> None:
    tree = tree_of(ADDED)
    assert tree.columns["xzzd"].children[2:4] == ("xzzd/tdlz", "xzzd/szgl")
    column = tree.columns["xzzd/szgl"]
    assert (column.names, column.five, column.type) == (
        "三农和乡镇重点事项/农村集体三资管理",
        "管理公开",
        "信息公开",
    )
    assert (column.within, column.empty, column.update) == ("20wd", "auto", "183d")
    assert list(tree.columns).index("xzzd/szgl") == list(tree.columns).index("xzzd/tdlz") + 1


def test_add_at_the_top_with_columns_below(tree_of: TreeOf) -> None:
    text = "add:\n- {slug: wgz, name: 微改造, after: zdly, children: [{slug: jh, name: 计划}, {slug: jz, name: 进展, kind: list}]}\n"
    tree = tree_of(text)
    assert tree.roots[tree.roots.index("zdly") + 1] == "wgz"
    assert tree.columns["wgz"].children == ("wgz/jh", "wgz/jz")
    assert tree.columns["wgz/jz"].kind == "list"
    assert tree.columns["wgz/jh"].description == "计划"


def test_add_without_a_place_goes_to_the_end(tree_of: TreeOf) -> None:
    assert tree_of("增加: [{代号: zt, 名称: 主题活动}]").roots[-1] == "zt"


def test_later_additions_may_stand_after_earlier_ones(tree_of: TreeOf) -> None:
    text = "增加:\n- {代号: aa, 名称: 甲, 上级: jdbz, 排在后面: gzyd}\n- {代号: bb, 名称: 乙, 上级: jdbz, 排在后面: 甲}\n"
    assert tree_of(text).columns["jdbz"].children == (
        "jdbz/gzyd",
        "jdbz/aa",
        "jdbz/bb",
        "jdbz/pxkh",
        "jdbz/fzzf",
    )


def test_a_gathering_column_of_one_s_own(tree_of: TreeOf) -> None:
    text = "增加: [{代号: msgz, 名称: 民生, 汇集方式: 专题, 汇集: {救助: [社会救助], 养老: [jczwgk/ylfw]}}]"
    column = tree_of(text).columns["msgz"]
    assert (column.kind, column.view, column.is_filed) == ("view", "topic", False)
    assert column.gather == (Area("救助", ("jczwgk/shjz",)), Area("养老", ("jczwgk/ylfw",)))


def test_a_gathering_column_by_other_rules_than_columns(tree_of: TreeOf) -> None:
    rules = "{栏目: [社会救助], 主题分类: 民政、扶贫、救灾, 关键词: [临时救助], 信息: [青政发〔2026〕1号]}"
    tree = tree_of(f"增加: [{{代号: msgz, 名称: 民生, 汇集方式: 专题, 汇集: {{救助: {rules}}}}}]")
    (area,) = tree.columns["msgz"].gather
    assert area == Area(
        "救助", ("jczwgk/shjz",), "", ("民政、乡村振兴、救灾",), ("临时救助",), ("青政发〔2026〕1号",)
    )
    assert tree.area_words == ("临时救助",)


def test_a_topic_of_one_s_own(tree_of: TreeOf) -> None:
    text = (
        "专题:\n- 代号: fxjz\n  名称: 防汛救灾\n  依据: 防洪法\n  说明: 防汛\n"
        "  汇集:\n    救灾: [基层政务公开/救灾]\n    防汛: {关键词: [防汛]}\n"
    )
    topic = tree_of(text).topics[-1]
    assert (topic.slug, topic.name, topic.document, topic.description) == (
        "fxjz",
        "防汛救灾",
        "防洪法",
        "防汛",
    )
    assert topic.areas == (Area("救灾", ("jczwgk/jz",)), Area("防汛", (), keywords=("防汛",)))


def test_a_topic_of_the_preset_keeps_what_the_file_does_not_say(tree_of: TreeOf) -> None:
    before = {topic.slug: topic for topic in tree_of("").topics}["czyjs"]
    text = "专题: [{代号: czyjs, 汇集: {专项资金: {关键词: [专项资金]}, 公告: [政务动态/通知公告]}}]"
    after = {topic.slug: topic for topic in tree_of(text).topics}["czyjs"]
    assert (after.name, after.document) == (before.name, before.document)
    assert [area.name for area in after.areas] == [*(area.name for area in before.areas), "公告"]
    assert next(area for area in after.areas if area.name == "专项资金").keywords == ("专项资金",)


def test_other_words_leave_the_rules_of_an_area(tree_of: TreeOf) -> None:
    text = "用语: {救助: 帮扶}\n专题: [{代号: bf, 名称: 救助, 汇集: {临时救助: {信息: [青政发〔2026〕1号]}}}]"
    assert tree_of(text).topics[-1].areas[0].items == ("青政发〔2026〕1号",)


def test_order_puts_the_named_first(tree_of: TreeOf) -> None:
    tree = tree_of("排序:\n  glgk: [yjgl, 权责清单]\n  '': [zfxxgk, zwdt]\n")
    assert [path.rpartition("/")[2] for path in tree.columns["glgk"].children[:3]] == ["yjgl", "qzqd", "jgzn"]
    assert tree.roots[:3] == ("zfxxgk", "zwdt", "jcgk")
    assert next(iter(tree.columns)) == "zfxxgk"
    assert list(tree.columns).index("zwdt") < list(tree.columns).index("jcgk")


def test_navigation(tree_of: TreeOf) -> None:
    tree = tree_of("导航: {首行: [zfxxgk, 政策解读, zcjd/bjjd], 专题: []}")
    assert tree.nav_primary == ("zfxxgk", "zcjd", "zcjd/bjjd")
    assert tree.nav_special == ()
    assert tree.nav_five == ("jcgk", "zxgk", "glgk", "fwgk", "jggk")


def test_other_words_for_a_xiang(tree_of: TreeOf) -> None:
    text = "用语: {镇政府: 乡政府, 本镇: 本乡, 镇级: 乡级, 镇人民代表大会: 乡人民代表大会, 镇情: 乡情, 镇便民: 乡便民, 镇内: 乡内}\n"
    tree = tree_of(text)
    assert tree.columns["jcgk/zcwj/zzfwj"].name == "乡政府文件"
    assert "乡人民代表大会" in tree.columns["jcgk/zfgzbg"].description
    assert tree.columns["zfxxgk/zfxxgkzd"].categories[1] == "本乡制度"
    assert not [
        c.path for c in tree.columns.values() if "本镇" in c.description or "镇政府" in c.name + c.description
    ]


def test_words_are_not_replaced_twice(tree_of: TreeOf) -> None:
    tree = tree_of("用语: {县政府: 区县政府, 镇政府: 县政府}\n")
    assert "区县政府统一入口" in tree.columns["zfxxgk/ysqgk"].description
    assert tree.columns["jcgk/zcwj/zzfwj"].name == "县政府文件"


def test_the_order_of_the_file_does_not_matter(tree_of: TreeOf) -> None:
    one = "改名: {xwfb: 发布}\n增加: [{代号: aa, 名称: 甲}]\n排序: {'': [zfxxgk, aa]}\n隐藏: [hygq]\n"
    other = "".join(f"{line}\n" for line in reversed(one.strip().split("\n")))
    assert tree_of(one) == tree_of(other)


def test_villages_each_get_their_columns(tree_of: TreeOf) -> None:
    tree = tree_of("", "青山社区", "松岭村")
    assert tree.columns["cwgk"].children == ("cwgk/qssq", "cwgk/slc")
    assert tree.columns["cwgk/slc"].children == tuple(
        f"cwgk/slc/{s}" for s in ("cwml", "cjsw", "cjcw", "hmgs")
    )
    finance = tree.columns["cwgk/slc/cjcw"]
    assert (finance.names, finance.counted) == ("村（居）务公开/松岭村/村级财务", False)
    assert tree.columns["cwgk/slc/hmgs"].scope == "本村（社区）"
    assert tree.columns["cwgk/slc"].description == "松岭村的村（居）务公开"
    assert len(list(tree.leaves())) == 91 + 4


def test_changes_of_village_columns_reach_every_village(tree_of: TreeOf) -> None:
    tree = tree_of("修改: {cwgk/cjcw: {更新要求: 每月}}", "甲村", "乙村")
    assert {tree.columns[f"cwgk/{slug}/cjcw"].update for slug in ("jc", "yc")} == {"month"}


@pytest.mark.parametrize(
    ("villages", "slugs"),
    [
        (("石桥村", "松岭村"), ("sqc", "slc")),
        (("石桥村", "双桥村"), ("sqc", "shuangqiaocun")),
        (("石桥村", "石桥村"), ("sqc",)),
        (("石桥村", "时桥村", "识桥村"), ("sqc", "shiqiaocun", "shiqiaocun2")),
        (("绿水社区", "东山村"), ("lssq", "dsc")),
        (("A2小区", "（）"), ("a2xq", "cun")),
    ],
)
def test_slugs_of_villages(tree_of: TreeOf, villages: tuple[str, ...], slugs: tuple[str, ...]) -> None:
    assert tree_of("", *villages).columns["cwgk"].children == tuple(f"cwgk/{slug}" for slug in slugs)
