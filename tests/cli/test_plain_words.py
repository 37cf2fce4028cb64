"""What the commands say to a clerk who mistypes them."""

from pathlib import Path

import pytest

from tests.cli.test_commands import gongkai
from tests.site.small import FILE_COLUMN, Site, make_site, policy


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return make_site(tmp_path, {f"{FILE_COLUMN}/乙.md": policy("乙文件", 2, "青政发〔2026〕3号")})


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("withdraw", "青政发〔2026〕3号", "--reason"), "--reason 后面缺少值。"),
        (("withdraw", "青政发〔2026〕3号", "--reason", "内容", "有误"), "多出了“有误”。值里有空格时"),
        (("build", "--format", "text2"), "--format 的值“text2”不对。是不是要写 text？可用的值：text、json。"),
        (("stats", "--year", "abc"), "--year 的值“abc”不对，应当是 1949 到 2099 之间的整数。"),
        (("report", "annual", "25"), "年份 的值“25”不对，应当是 2021 到 2099 之间的整数。"),
        (("report", "annual", "2099"), "2099 年还没有到"),
        (("stats", "-o", "content/统计.csv"), "不能写进信息文件夹"),
        (("stats", "-o", "site/统计.csv"), "不能写进网站文件夹"),
        (("withdraw", "青政发〔2026〕4号", "--reason", "误"), "最接近的是 青政发〔2026〕3号《乙文件》。"),
    ],
)
def test_a_mistake_is_told_in_chinese(site: Site, arguments: tuple[str, ...], said: str) -> None:
    done = gongkai(*arguments, cwd=site.root)
    assert done.returncode == 2
    assert said in done.stderr


def test_withdrawing_twice_says_that_it_is_done(site: Site) -> None:
    assert gongkai("withdraw", "青政发[2026]3号", "--reason", "内容有误", cwd=site.root).returncode == 0
    done = gongkai("withdraw", "青政发[2026]3号", "--reason", "内容有误", cwd=site.root)
    assert done.returncode == 2
    assert "《乙文件》已经在" in done.stderr


def test_a_command_outside_of_a_site_says_where_to_go(tmp_path: Path) -> None:
    done = gongkai("check", cwd=tmp_path)
    assert done.returncode == 2
    assert "请先进入网站文件夹（有 mkdocs.yml 的那一层）" in done.stderr
