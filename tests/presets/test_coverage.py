"""Whatever real work reports name as a column has a place in some preset, or is stated or linked."""

import pytest

from gongkai.loading.presets import PRESETS, read_preset
from gongkai.model.column import ColumnTree
from gongkai.model.vocabulary import Tables

NAMED = (
    # a county bureau: directories, news, rules, land, organisation, lists, requests, plans
    ("county-department", "公开目录 部门动态 政策法规 机构设置 内设机构 联系方式 领导简介 权力清单 责任清单 依申请公开 申请表"),
    ("county-department", "土地出让 实施方案 工作要点 责任追究 办事指南"),
    # a water bureau: plans, licences, fees, personnel notices, pledges, donations
    ("county-department", "规划计划 行政许可 规费征收项目 任前公示 公开招录 公推公选 捐赠 承诺公示 专题报道"),
    ("county-department", "行政处罚 行政强制 行政征收 领导信箱 流程图"),
    # a district bureau: performance, supervisors, photos, investment, special funds, hotline
    ("county-department", "绩效考核 监督员 督查 图片新闻 招商政策 专项资金 三公 12345"),
    # a city: the five disclosures and around them
    ("county", "决策公开 执行公开 管理公开 服务公开 结果公开 政策解读 回应关切 新闻发布 意见征集 意见反馈 采纳"),
    ("county", "常务会议 公众代表列席 听证 论证 座谈 责任分工 监督方式 审计结果 审计整改 涉企收费 市场准入负面清单"),
    ("county", "政务服务网 减证便民 政府购买服务 社会资本合作 公共服务清单 中介服务 月度数据 经济形势 政府工作报告"),
    ("county", "人大代表建议 政协委员提案 政府预算 政府决算 重大建设项目 公共资源 双随机 动态调整"),
    ("county", "脱贫攻坚 社会救助 社会福利 教育 医疗卫生 环境保护 灾害事故救援 公共文化体育"),
    ("county", "负责人解读 专家解读 在线访谈 标准目录 不予公开 负面清单 目录调整 公共企事业单位"),
    ("county", "政府公报 赠阅点 公报目录 培训 通报 第三方评估 整改 政策超市 优惠内容 服务对象 支持方式 服务部门 联系方式"),
    # a district: the directory of what may be asked for, response, reports
    ("county", "依申请公开目录 申请表 流程图 主动回应 县长信箱 留言 网上调查 工作总结"),
    # a development zone: powers handed down, industry funds, spokesman
    ("county", "权限下放 赋权事项 产业基金 新闻发言人"),
    # townships: policies, villages, levies, homesteads, help, relief
    ("township", "上级政策 镇政府文件 村务公开 收费 招标投标 土地征收 土地流转 宅基地 财务收支 农民负担 征地补偿 一事一议 救灾款物"),
    ("township", "公告公示 衔接资金 社会捐赠 监测帮扶 应急预案 安全生产 财政 承诺 三农 党务公开 内部事务"),
    ("township", "规范性文件 公开指南 政府采购 工作总结 自查报告 公开制度 社会评议"),
    # schools, clinics, water
    ("public-institution", "招生 食堂 医疗服务价格 医德医风 停水通知 水质 公交 殡葬 三重一大"),
)  # fmt: skip


def said(tree: ColumnTree) -> str:
    columns = (
        " ".join((c.name, c.description, *c.aka, *c.keywords, *c.categories, c.na_reason))
        for c in tree.columns.values()
    )
    return "\n".join((*columns, *(f"{s.name} {s.text}" for s in (*tree.statements, *tree.links))))


@pytest.mark.parametrize(("preset", "names"), NAMED)
def test_what_reports_name_has_a_place(tables: Tables, preset: str, names: str) -> None:
    text = said(read_preset(preset, tables))
    assert [name for name in names.split() if name not in text] == []


@pytest.mark.parametrize("preset", PRESETS)
def test_statements_and_links_say_something(tables: Tables, preset: str) -> None:
    tree = read_preset(preset, tables)
    assert tree.statements
    assert tree.links
    assert all(s.name and len(s.text) >= 6 for s in (*tree.statements, *tree.links))
