"""`/api/catalog.schema.json`: what the catalog and the items' files look like (JSON Schema 2020-12)."""

from __future__ import annotations

from typing import Any

from gongkai.exports.files import json_file
from gongkai.exports.records import RELATION_KEYS

_DAY = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_MOMENT = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:00\+08:00)?$"}
_TEXT = {"type": "string", "minLength": 1}
_TEXTS = {"type": "array", "items": _TEXT}
_COUNT = {"type": "integer", "minimum": 0}
_SHA256 = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
_DETAIL = {"anyOf": [{"type": "string"}, {"type": "number"}, {"type": "boolean"}, _TEXTS]}
_FIVE = {"enum": ["决策公开", "执行公开", "管理公开", "服务公开", "结果公开"]}
_VALIDITY = {"enum": ["尚未施行", "有效", "已修改", "已废止", "已失效"]}

_ITEM_TEXTS = (
    "title kind category doc_number publisher department document_nature registration theme genre audience "
    "summary source source_url author level disclosure scope time_limit after_notice main_channel"
).split()
_ITEM_LISTS = "column column_path issuer topics keywords form channels".split()
_ITEM_DAYS = "written effective expires repeal_date notice_start notice_end".split()


def _closed(properties: dict[str, Any], optional: tuple[str, ...] = ()) -> dict[str, Any]:
    required = sorted(properties.keys() - set(optional))
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _item() -> dict[str, Any]:
    properties: dict[str, Any] = {"index_number": _TEXT, "url": _TEXT}
    properties |= dict.fromkeys(_ITEM_TEXTS, _TEXT)
    properties |= dict.fromkeys(_ITEM_LISTS, _TEXTS)
    properties |= dict.fromkeys(_ITEM_DAYS, _DAY)
    properties |= {
        "published": _MOMENT,
        "five_disclosure": _FIVE,
        "validity": _VALIDITY,
        "valid_years": _COUNT,
    }
    properties["needs_interpretation"] = {"type": "boolean"}
    properties["details"] = {"type": "object", "additionalProperties": _DETAIL}
    properties["relations"] = {"$ref": "#/$defs/relations"}
    properties["attachments"] = {"type": "array", "items": {"$ref": "#/$defs/attachment"}}
    properties["changes"] = {"type": "array", "items": _closed({"date": _DAY, "text": _TEXT})}
    needed = {"index_number", "url", "title", "kind", "column", "column_path", "published", "publisher"}
    return _closed(properties, tuple(properties.keys() - needed))


def _relations() -> dict[str, Any]:
    keys = dict.fromkeys(key for pair in RELATION_KEYS.values() for key in pair)
    return _closed(dict.fromkeys(keys, _TEXTS), tuple(keys))


def _definitions() -> dict[str, Any]:
    attachment = {"name": _TEXT, "title": {"type": "string"}, "url": _TEXT, "size": _COUNT, "sha256": _SHA256}
    head = {"generator": _TEXT, "format": _COUNT, "schema": _TEXT, "unit": {"$ref": "#/$defs/unit"}}
    items = {"type": "array", "items": {"$ref": "#/$defs/item"}}
    withdrawn = {"type": "array", "items": {"$ref": "#/$defs/withdrawn"}}
    part = _closed({"year": _COUNT, "url": _TEXT, "count": _COUNT})
    return {
        "item": _item(),
        "relations": _relations(),
        "attachment": _closed(attachment),
        "withdrawn": _closed({"index_number": _TEXT, "url": _TEXT, "withdrawn": _DAY}),
        "unit": _closed({"name": _TEXT, "code": _TEXT}, ("code",)),
        "catalog": _closed({**head, "items": items, "withdrawn": withdrawn}),
        "index": _closed({**head, "parts": {"type": "array", "items": part}, "withdrawn": withdrawn}),
        "part": _closed({**head, "year": _COUNT, "items": items}),
    }


def schema() -> dict[str, Any]:
    """The schema of every file below `/api/`: whole catalog, index of yearly parts, a part, one item's file."""
    kinds = ("catalog", "index", "part", "item", "withdrawn")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "政府信息公开目录",
        "description": "空的字段不出现；各字段含义见编辑手册。",
        "oneOf": [{"$ref": f"#/$defs/{kind}"} for kind in kinds],
        "$defs": _definitions(),
    }


def schema_file() -> bytes:
    """The schema's bytes."""
    return json_file(schema())
