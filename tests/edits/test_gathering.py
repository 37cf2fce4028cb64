"""Edits of what topics and the pages of the 26 fields gather: rules, keywords of items, rows of the standard list."""

from pathlib import Path

from tests.edits.oracle import Oracle, content
from tests.site.small import PLUGINS, item, make_site
from tests.tables.make import table_files

RELIEF, STANDARD = "基层政务公开/救灾", "基层政务公开/基层政务公开标准目录"
HEAD = "试点领域,公开事项,公开内容,公开依据,公开时限,公开主体,公开渠道和载体,关键词\n"
ROWS = "救灾,款物发放,汇总,条例,20日,镇政府,网站,发放\n安全生产,检查计划,计划,法律,20日,镇政府,网站,\n"
TOPIC = "专题:\n- 代号: fxjz\n  名称: 防汛救灾\n  汇集:\n    救灾: [jczwgk/jz]\n    防汛: {关键词: [防汛]}\n"
DATA = f"{STANDARD}/清单/数据.csv"
NEWS, FLOOD = "政务动态/工作动态/动态.md", f"{RELIEF}/发放.md"


def gathering(folder: Path) -> Oracle:
    files = {**content(), **table_files(HEAD + ROWS, catalogue="基层政务公开标准目录", column=STANDARD)}
    files |= {
        "columns.yml": TOPIC,
        FLOOD: item("救灾款物发放汇总", 120, 公开依据="救助条例", 公示截止="2026-05-20"),
    }
    site = make_site(folder / "site", files)
    site.configure((*PLUGINS, "gongkai/tables"))
    oracle = Oracle(site, folder)
    first = oracle.build()
    assert first.rendered == first.pages
    return oracle


def test_a_keyword_given_and_taken_from_an_item(tmp_path: Path) -> None:
    oracle = gathering(tmp_path)
    before = oracle.site.page("/topics/fxjz/")
    oracle.replace(NEWS, "标题: 一条动态\n", "标题: 一条动态\n关键词: [防汛, 巡查]\n")
    oracle.build_and_check()
    assert "一条动态" in oracle.site.page("/topics/fxjz/")
    oracle.replace(NEWS, "关键词: [防汛, 巡查]\n", "关键词: [巡查]\n")
    oracle.build_and_check()
    assert oracle.site.page("/topics/fxjz/") == before


def test_a_keyword_that_nothing_asks_for_leaves_the_topic(tmp_path: Path) -> None:
    oracle = gathering(tmp_path)
    before = oracle.site.page("/topics/fxjz/")
    oracle.replace(NEWS, "标题: 一条动态\n", "标题: 一条动态\n关键词: [巡查]\n")
    oracle.build_and_check()
    assert oracle.site.page("/topics/fxjz/") == before


def test_a_rule_of_a_topic(tmp_path: Path) -> None:
    oracle = gathering(tmp_path)
    number = "119901210000000000/202605-00110"
    oracle.replace("columns.yml", "{关键词: [防汛]}", f"{{信息: ['{number}']}}")
    oracle.build_and_check(exact=False)
    assert "一条动态" in oracle.site.page("/topics/fxjz/")
    oracle.replace(NEWS, "一条动态", "改了题目")
    oracle.build_and_check()
    assert "改了题目" in oracle.site.page("/topics/fxjz/")
    oracle.remove("columns.yml")
    oracle.build_and_check(exact=False)
    assert not (oracle.site.out / "topics" / "fxjz").exists()


def test_an_item_that_fulfils_a_row_of_the_standard_list(tmp_path: Path) -> None:
    oracle = gathering(tmp_path)
    assert "标准目录1项，已有信息0项" in oracle.site.page("/fields/")  # 检查计划
    oracle.write("基层政务公开/安全生产/计划.md", item("安全生产检查计划", 121))
    oracle.build_and_check(exact=False)  # a column opens: the frame of all pages has it
    assert "空白" not in oracle.site.page("/fields/aqsc/")
    oracle.replace(FLOOD, "救灾款物发放汇总", "受灾情况")
    oracle.build_and_check()
    assert "空白" in oracle.site.page("/fields/jz/")


def test_a_row_of_the_standard_list(tmp_path: Path) -> None:
    oracle = gathering(tmp_path)
    oracle.write(DATA, HEAD + ROWS.replace("发放\n", "没有的词\n"))
    oracle.build_and_check(exact=False)  # every field looks at the whole list
    assert "空白" in oracle.site.page("/fields/jz/")
    oracle.remove(f"{STANDARD}/清单/_table.yml")
    oracle.build_and_check(exact=False)
    assert "款物发放" not in oracle.site.page("/fields/jz/").replace("救灾款物发放汇总", "")
