"""The profile of a build."""

from gongkai.mkdocs_plugins.times import Times, profile_lines


def test_profile_names_stages_and_slowest_pages() -> None:
    times = Times({"读取和检查": 1.0, "生成页面和数据": 2.0, "　其中附件": 0.5}, [(0.0123, "/info/a/")])
    assert profile_lines(times, 3.5) == [
        "各阶段用时（秒）：",
        "      1.00  读取和检查",
        "      2.00  生成页面和数据",
        "      0.50  　其中附件",
        "      0.50  其他",
        "      3.50  合计",
        "最慢的页面（毫秒）：",
        "      12.3  /info/a/",
    ]


def test_a_stage_adds_up() -> None:
    times = Times()
    for _ in range(2):
        with times.stage("甲"):
            pass
    assert list(times.stages) == ["甲"]
    assert times.stages["甲"] >= 0
