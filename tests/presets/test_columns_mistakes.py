"""Each mistake in a columns file: one finding with line, field, what was found, what is expected, what to type."""

from collections.abc import Callable

import pytest

from gongkai.loading.codes import CODES
from gongkai.loading.columns_terms import COLUMN_CODES
from gongkai.loading.presets import read_preset
from gongkai.model.problem import Level, Problem
from gongkai.model.vocabulary import RESERVED_SLUGS, Tables
from tests.presets.reading import PATH, Read

Only = Callable[..., Problem]

MISTAKES = (
    # text, code, line, field, part of the message, hint
    ("# 说明\n继承: towship\n", "U008", 2, "继承", "township（乡镇人民政府）", "继承: township"),
    ("继承:\n- township\n", "U008", 1, "继承", "没有这个预设", "继承: township"),
    ("改名字: {xwfb: 发布}\n", "U102", 1, "改名字", "可以写的有：继承、名称", "改名: …"),
    ("改名:\n  fwgk/zcc: 政策\n", "U101", 2, "fwgk/zcc", "“fwgk/zccs”（服务公开/惠企惠民政策）", "fwgk/zccs"),
    ("改名:\n  服务公开/惠企政策: 政策\n", "U101", 2, "服务公开/惠企政策", "“服务公开/惠企惠民政策”（fwgk/zccs）", "服务公开/惠企惠民政策"),
    ("改名:\n  xwfb: [发布]\n", "U112", 2, "xwfb", "新名称", "xwfb: 新名称"),
    ("改名:\n  xwfb: 发布/访谈\n", "U112", 2, "xwfb", "不含“/”", "xwfb: 新名称"),
    ("改名: 新闻\n", "U112", 1, "改名", "每行写一个栏目", "fwgk/zccs: 惠农惠企政策"),
    ("隐藏:\n- xwfb\n- xwbf\n", "U101", 3, "xwbf", "没有栏目“xwbf”", "xwfb"),
    ("隐藏: {xwfb: 是}\n", "U112", 1, "隐藏", "栏目的列表", "隐藏: [xwfb]"),
    ("隐藏: [完全不相干的东西]\n", "U101", 1, "完全不相干的东西", "没有栏目", "写栏目的代号路径，如 glgk/qzqd。"),
    ("删去: [通知公告栏目]\n", "U101", 1, "通知公告栏目", "“政务动态/通知公告”（zwdt/tzgg）", "政务动态/通知公告"),
    ("修改:\n  xwfb: 每月\n", "U112", 2, "xwfb", "要改的项目", "xwfb: {更新要求: 每月}"),
    ("修改:\n  xwfb:\n    更新: 每月\n", "U102", 3, "更新", "没有“更新”这一项", "更新要求: …"),
    ("修改:\n  xwfb:\n    更新要求: 每周\n", "U107", 3, "更新要求", "写的是“每周”", "更新要求: quarter"),
    ("修改: {xwfb: {update: year@02-30}}\n", "U107", 1, "update", "日历上有的日期", "update: year@03-31"),
    ("修改: {xwfb: {公开时限: 很快}}\n", "U107", 1, "公开时限", "20wd（20个工作日）", "公开时限: 20wd"),
    ("修改: {xwfb: {空栏目: 隐藏}}\n", "U107", 1, "空栏目", "show（必设）", "空栏目: show"),
    ("修改: {xwfb: {空栏目: na}}\n", "U113", 1, "空栏目", "要写明理由", "不涉及原因: 本单位无此项职责"),
    ("修改: {xwfb: {层级: 县级}}\n", "U107", 1, "层级", "本级、上级", "层级: 本级"),
    ("修改: {xwfb: {公开范围: 全村}}\n", "U107", 1, "公开范围", "面向社会、特定群体", "公开范围: 面向社会"),
    ("修改: {xwfb: {需要解读: 随便}}\n", "U107", 1, "需要解读", "required（必须）", "需要解读: required"),
    ("修改: {xwfb: {计入统计: 也许}}\n", "U107", 1, "计入统计", "yes（是）", "计入统计: yes"),
    ("修改: {xwfb: {类型: 新闻}}\n", "U106", 1, "类型", "press（新闻发布）", "类型: article"),
    ("修改: {xwfb: {类型: 汇集页}}\n", "U111", 1, "类型", "要写明汇集什么", "汇集方式: 专题"),
    ("修改: {xwfb: {条款: [20.10]}}\n", "U108", 1, "条款", "写的是“20.10”", "条款: '20-10'"),
    ("修改: {xwfb: {条款: 20-16}}\n", "U108", 1, "条款", "20-1 至 20-15", "条款: '20-15'"),
    ("修改: {xwfb: {第二十一条事项: 市政}}\n", "U108", 1, "第二十一条事项", "市政建设", "第二十一条事项: 市政建设"),
    ("修改: {xwfb: {五公开: 决策}}\n", "U109", 1, "五公开", "决策公开、执行公开", "五公开: 决策公开"),
    ("修改: {xwfb: {试点领域: 旅游}}\n", "U110", 1, "试点领域", "26 个试点领域", "试点领域: 重大建设项目"),
    ("修改: {xwfb: {主题分类: 农业}}\n", "U117", 1, "主题分类", "主题分类的大类", "主题分类: 农业、林业、水利"),
    ("修改: {xwfb: {栏目类别: 新闻}}\n", "U117", 1, "栏目类别", "概况信息、机构职能", "栏目类别: 概况信息"),
    ("修改: {xwfb: {专题: shzl}}\n", "U117", 1, "专题", "czyjs（财政预决算及政府债务）", "专题: czyjs"),
    ("修改: {xwfb: {必填: 信息来原}}\n", "U118", 1, "必填", "字段的中文名或英文键", "必填: 信息来源"),
    ("修改: {xwfb: {说明: [一, 二]}}\n", "U112", 1, "说明", "一段文字", "说明: …"),
    ("修改: {xwfb: {关键词: {一: 二}}}\n", "U112", 1, "关键词", "应当是一个列表", "关键词: [甲, 乙]"),
    ("修改: {xwfb: {代号: xw}}\n", "U105", 1, "xwfb", "不能改", "改名:\n  xwfb: 新名称"),
    ("修改:\n  xwfb:\n    说明: 一\n    desc: 二\n", "U114", 4, "desc", "第 3 行“说明”和第 4 行", "只留一行，删去另一行。"),
    ("修改: {gzcy/zjhz: {类型: article}}\n", "U111", 1, "类型", "汇集页，不直接放信息", "类型: view"),
    ("修改: {jdbz: {汇集方式: 征集与反馈}}\n", "U111", 1, "汇集方式", "有下级栏目", "删去“汇集方式”。"),
    ("修改: {zdly/shgy: {汇集: {救助: [jczwgk/xx]}}}\n", "U111", 1, "汇集", "“jczwgk/xx”不存在", "救助: [jczwgk/shjz]"),
    ("修改: {zdly/shgy: {汇集: 救助}}\n", "U111", 1, "汇集", "每行写一个子领域", "社会救助: [jczwgk/shjz]"),
    ("增加: 新栏目\n", "U112", 1, "增加", "以短横线开头", None),
    ("增加:\n- 新栏目\n", "U112", 2, "增加", "要写代号、名称", "- {代号: szgl, 名称: 农村集体三资管理}"),
    ("增加:\n- 名称: 新\n", "U113", 2, "代号", "缺少“代号”", "代号: szgl"),
    ("增加:\n- 代号: xin\n", "U113", 2, "名称", "缺少“名称”", "名称: 农村集体三资管理"),
    ("增加:\n- 名称: 新\n  代号: XinLM\n", "U105", 3, "代号", "小写字母、数字和短横线", "代号: xinlm"),
    ("增加:\n- 名称: 新\n  代号: 新\n", "U105", 3, "代号", "拼音首字母", "代号: tzgg"),
    ("增加:\n- {代号: zcjd, 名称: 新}\n", "U103", 2, "代号", "已经用于“政策解读”", "代号: zcjd2"),
    ("增加:\n- {代号: aa, 名称: 一, 上级: jdbz}\n- {代号: aa, 名称: 二, 上级: jdbz}\n", "U103", 3, "代号", "已经用于“一”", "代号: aa2"),
    ("增加:\n- {代号: aa, 名称: 一, 上级: glgk/qzqd}\n", "U116", 2, "上级", "末级栏目", "上级: glgk"),
    ("增加:\n- {代号: aa, 名称: 一, 上级: glgg}\n", "U101", 2, "glgg", "“glgk”（管理公开）", "glgk"),
    ("增加:\n- {代号: aa, 名称: 一, 上级: jdbz, 排在后面: gzdt}\n", "U101", 2, "gzdt", "“监督保障”下面没有栏目", "jdbz/gzyd"),
    ("增加:\n- {代号: aa, 名称: 一, 汇集方式: 专题}\n", "U111", 2, "汇集方式", "要写“汇集”", "汇集: {社会救助: [jczwgk/shjz]}"),
    ("增加:\n- {代号: aa, 名称: 一, 下级栏目: [{代号: b b, 名称: 二}]}\n", "U105", 2, "代号", "小写字母", "代号: b-b"),
    ("排序: {xwfb: [a]}\n", "U112", 1, "xwfb", "有下级的栏目", "glgk: [qzqd, jgzn]"),
    ("排序: {glgk: [jgzz]}\n", "U101", 1, "jgzz", "“管理公开”下面没有栏目", "glgk/jgzn"),
    ("排序: {glkg: [qzqd]}\n", "U101", 1, "glkg", "没有栏目“glkg”", "glgk"),
    ("排序: {glgk: [fwgk/bszn]}\n", "U101", 1, "fwgk/bszn", "“管理公开”下面没有栏目", None),
    ("导航: [zfxxgk]\n", "U112", 1, "导航", "首行、五公开、专题", "导航:\n  首行: [zfxxgk, zwdt]"),
    ("导航:\n  首行: [zfxxgk, zwdd]\n", "U101", 2, "zwdd", "“zwdt”（政务动态）", "zwdt"),
    ("导航:\n  末行: [zfxxgk]\n", "U102", 2, "末行", "首行、第一行", "首行: …"),
    ("导航:\n  首行: {zfxxgk: 是}\n", "U112", 2, "首行", "栏目代号的列表", "首行: [zfxxgk]"),
    ("模式: 独立\n", "U107", 1, "模式", "channel（频道）或 site（网站）", "模式: channel"),
    ("名称: [一]\n", "U112", 1, "名称", "一段文字", "名称: …"),
    ("用语: [镇, 乡]\n", "U112", 1, "用语", "每行写一个栏目", "镇政府: 乡政府"),
    ("用语: {镇政府: [乡政府]}\n", "U112", 1, "镇政府", "原来的词: 换成的词", "镇政府: 乡政府"),
    ("隐藏: [xwfb]\n隐藏: [hygq]\n", "U114", 2, "隐藏", "写了两次", "只留一行，删去另一行。"),
    ("专题: 防汛\n", "U112", 1, "专题", "以短横线开头", None),
    ("专题:\n- 防汛\n", "U112", 2, "专题", "要写代号、名称和汇集", None),
    ("专题:\n- 代号: fx\n  名称: 防汛\n", "U113", 2, "汇集", "缺少“汇集”", None),
    ("专题:\n- 代号: f x\n  名称: 防汛\n  汇集: {救灾: [jczwgk/jz]}\n", "U105", 2, "代号", "小写字母", None),
    ("专题:\n- 代号: fx\n  名称: [防汛]\n  汇集: {救灾: [jczwgk/jz]}\n", "U112", 3, "名称", "一段文字", "名称: …"),
    ("专题:\n- 代号: fx\n  名称: 防汛\n  汇集: {救灾: [jczwgk/jz]}\n  关键字: 防汛\n", "U102", 5, "关键字", "可以写的有：代号、名称", None),
    ("专题:\n- 代号: fx\n  名称: 防汛\n  汇集:\n    救灾: [jczwgk/jzz]\n", "U111", 5, "救灾", "“jczwgk/jzz”不存在", "救灾: [jczwgk/shjz]"),
    ("专题:\n- 代号: fx\n  名称: 防汛\n  汇集:\n    救灾: {关键字: [防汛]}\n", "U102", 5, "关键字", "栏目、信息类别", "关键词: …"),
    ("专题:\n- 代号: fx\n  名称: 防汛\n  汇集:\n    救灾: {主题分类: [防汛]}\n", "U117", 5, "主题分类", "主题分类的大类", None),
    ("专题:\n- 代号: fx\n  名称: 防汛\n  汇集:\n    救灾: {信息类别: 预算}\n", "U111", 5, "救灾", "还要写是哪个栏目的", None),
    ("专题:\n- 代号: fx\n  名称: 防汛\n  汇集:\n    救灾: {关键词: ''}\n", "U111", 5, "救灾", "没有写按什么汇集", "救灾: {关键词: [防汛]}"),
    # what YAML itself refuses, or clerks write instead of it
    ("继承: township\n隐藏：[xwfb]\n", "U112", 2, "隐藏", "中文冒号", None),
    ("隐藏: [xwfb\n", "U112", 1, "隐藏", "", None),
    ("- 隐藏\n", "U112", 1, "", "名称: 值", "继承: township"),
    ("township\n", "U112", 1, "", "名称: 值", "继承: township"),
    ("隐藏: &a [xwfb]\n", "U112", 1, "", "引用", None),
    ("名称: !重要\n", "U112", 1, "名称", "特殊符号", None),
    ("名称: !x y\n", "U112", 1, "", "特殊符号", "名称: '!重要'"),
    ("? [a]\n: b\n", "U112", 1, "", "冒号前面应当是文字", None),
    ("名称: " + "[" * 40 + "]" * 40 + "\n", "U112", 1, "", "层次太深", None),
    # fixed columns
    ("改名:\n  zfxxgk/zfxxgknb: 年报\n", "U115", 2, "zfxxgk/zfxxgknb", "“政府信息公开年报”不能改名（现在是“年报”）", None),
    ("改名:\n  zfxxgk: 信息公开\n", "U115", 2, "zfxxgk", "“政府信息公开”不能改名", None),
    ("隐藏: [依申请公开]\n", "U115", 1, "依申请公开", "不能隐藏", None),
    ("删去:\n- zfxxgk/zfxxgkzd\n", "U115", 2, "zfxxgk/zfxxgkzd", "不能删去", None),
    ("排序:\n  zfxxgk: [ysqgk]\n", "U115", 2, "zfxxgk", "政府信息公开指南、政府信息公开制度", None),
    ("导航:\n  首行: [zwdt, zfxxgk]\n", "U115", 1, "导航", "第一个栏目应当是“政府信息公开”", "首行: [zfxxgk, …]"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "code", "line", "field", "message", "hint"), MISTAKES, ids=[m[0][:40] for m in MISTAKES]
)
def test_a_mistake_is_explained(
    only: Only, text: str, code: str, line: int, field: str, message: str, hint: str | None
) -> None:
    problem = only(text)
    assert (problem.path, problem.code, problem.line, problem.field) == (PATH, code, line, field)
    assert message in problem.message
    assert problem.hint
    assert hint is None or problem.hint == hint
    assert problem.level is (Level.ERROR if code == "U115" else Level.BLOCK)


@pytest.mark.parametrize("slug", sorted(RESERVED_SLUGS))
def test_reserved_addresses_are_refused_at_the_top(only: Only, slug: str) -> None:
    problem = only(f"增加: [{{代号: {slug}, 名称: 某}}]\n")
    assert (problem.code, problem.field) == ("U104", "代号")


def test_reserved_words_may_stand_deeper(read: Read) -> None:
    tree, problems = read("增加: [{代号: index, 名称: 索引, 上级: jdbz}]\n")
    assert problems == ()
    assert "jdbz/index" in tree.columns


def test_a_name_that_several_columns_have_must_be_written_in_full(only: Only) -> None:
    problem = only("增加: [{代号: zw, 名称: 社会救助, 上级: zwdt}]\n隐藏: [社会救助]\n")
    assert problem.code == "U101"
    assert "不止一个" in problem.message
    assert "jczwgk/shjz" in problem.message
    assert "zwdt/zw" in problem.message


def test_every_mistake_of_a_file_is_reported_in_order_of_lines(read: Read) -> None:
    text = "改名:\n  xx: 一\n增加:\n- {代号: zcjd, 名称: 二}\n修改:\n  xwfb: {五公开: 决策, 更新要求: 每周}\n隐藏: [yy]\n"
    _, problems = read(text)
    assert [p.code for p in problems] == ["U101", "U103", "U107", "U109", "U101"]
    assert [p.line for p in problems] == sorted(p.line for p in problems)


def test_what_is_right_is_carried_out_beside_what_is_wrong(read: Read) -> None:
    tree, problems = read("改名: {xx: 一, xwfb: 发布}\n修改: {hygq/zdhy: {五公开: 决策, 更新要求: 每月}}\n")
    assert len(problems) == 2
    assert tree.columns["xwfb"].name == "发布"
    assert tree.columns["hygq/zdhy"].update == "month"
    assert tree.columns["hygq/zdhy"].five == "结果公开"


def test_a_file_that_cannot_be_read_leaves_the_preset(read: Read, tables: Tables) -> None:
    tree, problems = read("隐藏: [xwfb\n", preset="subdistrict")
    assert len(problems) == 1
    assert tree == read_preset("subdistrict", tables)


def test_public_institutions_have_no_fixed_platform(read: Read) -> None:
    _, problems = read("改名: {xxgk: 公开}\n", preset="public-institution")
    assert problems == ()


def test_codes_are_not_used_twice() -> None:
    assert not set(COLUMN_CODES) & set(CODES)
    assert all(code.startswith("U1") for code in COLUMN_CODES)


def test_every_code_has_a_mistake_that_shows_it() -> None:
    shown = {mistake[1] for mistake in MISTAKES} | {"U104"}
    assert shown - {"U008"} == set(COLUMN_CODES)
