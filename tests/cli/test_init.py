"""A new site folder: what a clerk finds in it works, and says what is still to be filled in."""

import re
from pathlib import Path

import pytest

from gongkai.loading.presets import PRESETS, read_preset, read_tables
from gongkai.loading.skeleton import skeleton
from tests.cli.test_commands import gongkai
from tests.loading.helpers import load


def test_a_mistyped_preset_is_answered_in_chinese(tmp_path: Path) -> None:
    done = gongkai("init", "新", "--preset", "townshp", cwd=tmp_path)
    assert done.returncode == 2
    assert "--preset 的值“townshp”不对。是不是要写 township？" in done.stderr
    assert "is not one of" not in done.stderr


def test_the_invented_address_is_pointed_out_until_it_is_replaced(tmp_path: Path) -> None:
    gongkai("init", "新", "--name", "示例县白石镇人民政府", cwd=tmp_path)
    folder = tmp_path / "新"
    assert "[警告 L901] “site_url”" in gongkai("check", cwd=folder).stdout
    config = folder / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("www.example.invalid", "www.shili.example"), encoding="utf-8")
    assert "L901" not in gongkai("check", cwd=folder).stdout


@pytest.mark.parametrize("preset", PRESETS)
def test_the_sample_of_an_item_stands_where_it_belongs(tmp_path: Path, preset: str) -> None:
    files = dict(skeleton("示例单位", preset, read_preset(preset, read_tables())))
    path, text = re.search(r"`content/([^`]+\.md)`：\n\n```\n(.*?)```", files["说明.md"], re.DOTALL).groups()  # type: ignore[union-attr]
    loaded = load(tmp_path, {"columns.yml": files["content/columns.yml"], path: text})
    assert path.rpartition("/")[0].endswith("通知公告")
    assert loaded.problems == ()
    assert [held.reason for held in loaded.held if "索引号" not in held.reason] == []
    assert "上级: 政府信息公开" not in files["content/columns.yml"]


@pytest.mark.parametrize("preset", PRESETS)
def test_the_examples_in_the_columns_file_can_be_used(tmp_path: Path, preset: str) -> None:
    files = dict(skeleton("示例单位", preset, read_preset(preset, read_tables())))
    assert not [path for path, text in files.items() if re.search(r"@[A-Z]+@", text)]
    text = files["content/columns.yml"]
    used = re.sub(r"(?m)^# (?=[^\n]*:|  )", "", text.partition("\n")[2])
    assert "\n改名:\n  " in used
    assert not load(tmp_path, {"columns.yml": used}).problems
