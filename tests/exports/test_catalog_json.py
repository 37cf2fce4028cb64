"""The open catalog as JSON: complete, valid by its schema, without a word that must not be public."""

import json
from typing import Any

import pytest

from gongkai.exports.catalog_json import catalog_json_exports
from gongkai.exports.catalog_schema import schema
from gongkai.model.moment import Moment
from tests.exports.json_schema import errors
from tests.exports.make import (
    INTERPRETATION,
    POLICY,
    SITE,
    WITHDRAWN,
    absolute,
    files,
    make_catalog,
    make_item,
    rooted,
)


def exported(parts_from: int = 100_000, **catalog: Any) -> dict[str, Any]:
    made = files(catalog_json_exports(make_catalog(**catalog), absolute, parts_from))
    return {path: json.loads(data) for path, data in made.items()}


def test_paths() -> None:
    assert sorted(exported()) == [
        "api/catalog.json",
        "api/catalog.schema.json",
        "api/items/990000000-202605-00001.json",
        "api/items/990000000-202605-00002.json",
        "api/items/990000000-202605-00003.json",
    ]


def test_a_policy_file() -> None:
    assert exported()["api/items/990000000-202605-00001.json"] == {
        "index_number": "990000000/202605-00001",
        "url": f"{SITE}/info/990000000-202605-00001/",
        "title": "关于加强 <防汛> & 抗旱工作的通知",
        "kind": "normative",
        "column": ["决策公开/政策文件", "工作动态"],
        "column_path": ["jcgk/zcwj", "gzdt"],
        "five_disclosure": "决策公开",
        "category": "规划",
        "doc_number": "青政发〔2026〕12号",
        "publisher": "示例县青山镇人民政府",
        "issuer": ["示例县青山镇人民政府", "示例县水利局"],
        "written": "2026-05-02",
        "published": "2026-05-03T09:30:00+08:00",
        "effective": "2026-06-01",
        "valid_years": 5,
        "validity": "尚未施行",
        "needs_interpretation": True,
        "summary": "摘要",
        "keywords": ["防汛", "抗旱"],
        "level": "本级",
        "disclosure": "主动公开",
        "scope": "面向社会",
        "channels": ["网站"],
        "main_channel": "网站",
        "relations": {"interpreted_by": ["990000000/202605-00002"]},
        "attachments": [
            {
                "name": "方案.docx",
                "title": "防汛方案",
                "url": f"{SITE}/info/x/1.docx",
                "size": 9,
                "sha256": "a" * 64,
            }
        ],
        "changes": [
            {"date": "2026-05-06", "text": "附件2金额更正"},
            {"date": "2026-05-06", "text": "标题更正"},
            {"date": "2026-05-09", "text": "日期更正"},
        ],
    }


def test_fields_of_the_kind() -> None:
    record = exported()["api/items/990000000-202605-00002.json"]
    assert record["details"] == {
        "agenda": ["一", "二"],
        "decided": "2026-05-01",
        "photo": f"{SITE}/info/x/i1.png",
        "received": 0,
    }
    assert record["relations"] == {"interprets": [POLICY.index_number]}
    assert record["form"] == ["图解", "文字"]
    assert "validity" not in record
    assert record["published"] == "2026-05-01"


def test_the_catalog_holds_the_same_records_newest_first() -> None:
    made = exported()
    names = [item.slug for item in (POLICY, INTERPRETATION)]
    assert made["api/catalog.json"]["items"] == [made[f"api/items/{name}.json"] for name in names]


def test_a_withdrawn_item_keeps_number_address_and_day_only() -> None:
    left = {
        "index_number": WITHDRAWN.index_number,
        "url": f"{SITE}/info/990000000-202605-00003/",
        "withdrawn": "2026-05-10",
    }
    made = exported()
    assert made["api/catalog.json"]["withdrawn"] == [left]
    assert made["api/items/990000000-202605-00003.json"] == left
    assert "撤下的" not in json.dumps(made, ensure_ascii=False)


@pytest.mark.parametrize("parts_from", [1, 100_000])
def test_everything_is_valid_by_the_schema(parts_from: int) -> None:
    made = exported(parts_from)
    rules = made.pop("api/catalog.schema.json")
    assert rules == schema()
    assert {path: list(errors(value, rules, rules)) for path, value in made.items()} == {
        path: [] for path in made
    }


def test_the_schema_finds_what_is_wrong() -> None:
    rules = schema()
    record = exported()["api/items/990000000-202605-00001.json"]
    assert list(errors({**record, "reviewer": "张某"}, rules, rules))
    assert list(errors({**record, "written": "2026年5月2日"}, rules, rules))
    assert list(errors({key: value for key, value in record.items() if key != "title"}, rules, rules))


def test_no_name_of_a_signer_has_a_place() -> None:
    text = json.dumps(schema())
    assert "review" not in text
    assert "secrecy" not in text


def test_yearly_parts() -> None:
    old = make_item(9, published=Moment(INTERPRETATION.published.day.replace(year=2024)))
    made = exported(3, items=(POLICY, INTERPRETATION, WITHDRAWN, old))
    assert made["api/catalog.json"]["parts"] == [
        {"year": 2026, "url": f"{SITE}/api/catalog-2026.json", "count": 2},
        {"year": 2024, "url": f"{SITE}/api/catalog-2024.json", "count": 1},
    ]
    assert "items" not in made["api/catalog.json"]
    assert len(made["api/catalog.json"]["withdrawn"]) == 1
    assert [item["index_number"] for item in made["api/catalog-2024.json"]["items"]] == [old.index_number]
    assert len(made["api/catalog-2026.json"]["items"]) == 2


def test_below_the_threshold_there_are_no_parts() -> None:
    assert "items" in exported(3)["api/catalog.json"]
    assert "parts" in exported(2)["api/catalog.json"]


def test_an_empty_catalog_is_valid() -> None:
    made = exported(items=(), relations=())
    assert made["api/catalog.json"]["items"] == []
    assert not list(errors(made["api/catalog.json"], schema(), schema()))


def test_without_a_site_address_links_are_rooted() -> None:
    made = files(catalog_json_exports(make_catalog(), rooted))
    assert json.loads(made["api/catalog.json"])["items"][0]["url"] == "/info/990000000-202605-00001/"


def test_one_item_is_one_line() -> None:
    lines = files(catalog_json_exports(make_catalog(), absolute))["api/catalog.json"].decode().splitlines()
    assert sum(line.startswith('  {"index_number"') for line in lines) == 3
