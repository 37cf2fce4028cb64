"""The packaged vocabularies are whole, in order, and free of clashes."""

import re

import pytest

from gongkai.loading.common_fields import CommonFields
from gongkai.loading.schema import make_schema
from gongkai.model.vocabulary import Tables

KINDS = (
    "page article file normative interpretation consultation feedback notice meeting leader organ guide response "
    "motion budget press enforcement project view list roster report link"
).split()
TYPES = frozenset("text date moment yesno list count number amount phone url relation file choice".split())
FIELDS26 = (
    "重大建设项目 公共资源交易 义务教育 户籍管理 社会救助 养老服务 公共法律服务 财政预决算 就业 社会保险 城乡规划 征地补偿 "
    "生态环境 国有土地上房屋征收与补偿 保障性住房 农村危房改造 城市综合执法 市政服务 涉农补贴 公共文化服务 医疗卫生 "
    "安全生产 救灾 食品药品监管 税收管理 扶贫"
).split()


def test_every_kind_of_item_is_there(tables: Tables) -> None:
    assert list(tables.kinds) == KINDS


def test_kinds_name_only_known_fields(tables: Tables) -> None:
    known = set(tables.fields) | set(CommonFields.model_fields)
    for kind in tables.kinds.values():
        assert set(kind.required) | set(kind.optional) <= known, kind.key
        assert not set(kind.required) & set(kind.optional), kind.key


def test_every_own_field_is_used_typed_and_explained(tables: Tables) -> None:
    used = {key for kind in tables.kinds.values() for key in (*kind.required, *kind.optional)}
    for field in tables.fields.values():
        assert field.key in used, field.key
        assert field.type in TYPES, field.key
        assert bool(field.choices) == (field.type == "choice"), field.key
        assert re.fullmatch(r"[a-z][a-z_]*", field.key)
        assert "如：" in field.help or "照" in field.help or "不写" in field.help or "写“" in field.help, (
            field.key
        )


def test_own_fields_do_not_take_a_common_name(tables: Tables) -> None:
    assert not set(tables.fields) & set(CommonFields.model_fields)
    common = {name for info in CommonFields.model_fields.values() for name in info.json_schema_extra["names"]}  # type: ignore[index, call-overload]
    for field in tables.fields.values():
        assert not {field.name, *field.aka} & common, field.key


def test_a_chinese_name_means_one_field(tables: Tables) -> None:
    names = [name for field in tables.fields.values() for name in (field.name, *field.aka)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("kind", "required"),
    [
        ("normative", "发文机关 发文字号 成文日期 施行日期"),
        ("interpretation", "政策原文 解读形式"),
        ("consultation", "征集开始 征集截止 提交方式 联系电话 起草说明"),
        ("feedback", "对应征集 收到意见数 采纳数"),
        ("meeting", "会议日期 议题"),
        ("leader", "姓名 职务 分工"),
        ("organ", "机构名称 主要职责 办公地址 办公时间 联系电话 负责人"),
        ("guide", "事项名称 设定依据 申请条件 办理材料 办理地点 办理时间 联系电话 办理流程"),
        ("response", "关切问题 回应单位"),
        ("motion", "编号 类别 承办单位 办理结果"),
        ("budget", "年度 公开单位 批准日期"),
        ("press", "发布主题 发布会时间"),
        ("enforcement", "决定文书号 当事人 决定日期 执法机关"),
        ("roster", "公开依据 公开范围 公示截止"),
        ("report", "年度"),
        ("link", "网址 主办单位"),
    ],
)
def test_required_fields_are_found_under_their_chinese_names(
    tables: Tables, kind: str, required: str
) -> None:
    schema = make_schema(tables)
    assert tuple(schema.key_of(name, kind) for name in required.split()) == tables.kinds[kind].required


def test_twenty_six_fields_in_order(tables: Tables) -> None:
    assert [term.name for term in tables.fields26] == FIELDS26
    assert all(term.note.endswith("标准指引") for term in tables.fields26)


def test_twenty_two_themes(tables: Tables) -> None:
    assert [term.slug for term in tables.themes] == [f"t{n:02d}" for n in range(1, 23)]
    assert all(term.children for term in tables.themes[:-1])
    assert "民政、扶贫、救灾" in tables.themes[16].aka


def test_fifteen_genres_and_two_more(tables: Tables) -> None:
    assert len(tables.genres) == 17
    assert [term.name for term in tables.genres][-2:] == ["解读", "其他"]


def test_forms_of_interpretation_in_order(tables: Tables) -> None:
    names = "文字 图解 视频 音频 问答 负责人解读 部门解读 专家解读 新闻发布会 在线访谈 媒体解读".split()
    assert [term.name for term in tables.forms] == names
    assert all(term.note for term in tables.forms)


def test_validities_are_those_of_the_model(tables: Tables) -> None:
    assert [term.name for term in tables.validities] == ["尚未施行", "有效", "已修改", "已废止", "已失效"]


def test_the_website_is_the_first_channel(tables: Tables) -> None:
    names = {term.name for term in tables.channels}
    assert tables.channels[0].name == "网站"
    assert (
        set("微信 微博 政府公报 公开栏 电子屏 公开信 明白卡 广播 电视 报刊 会议 窗口 宣传车 微信群".split())
        <= names
    )


@pytest.mark.parametrize("name", "themes genres audiences forms channels validities fields26".split())
def test_slugs_and_names_are_unique_and_fit_for_addresses(tables: Tables, name: str) -> None:
    terms = getattr(tables, name)
    assert len({term.slug for term in terms}) == len(terms)
    said = [word for term in terms for word in (term.name, *term.aka)]
    assert len(said) == len(set(said))
    assert all(re.fullmatch(r"[a-z0-9-]+", term.slug) for term in terms)


def test_articles_of_the_regulations(tables: Tables) -> None:
    assert [article.no for article in tables.statutory["20"]] == [f"20-{n}" for n in range(1, 16)]
    assert len(tables.statutory["21-township"]) == 8
    assert len(tables.statutory["21-county"]) == 7
    assert {article.no for article in tables.statutory["other"]} == {"12", "21", "55"}
    assert all(a.short and a.text and a.source for each in tables.statutory.values() for a in each)
