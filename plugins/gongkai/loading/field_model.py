"""All fields of a site as one pydantic model, and the JSON Schema that is made from it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, cast

from pydantic import BaseModel, PlainValidator, WithJsonSchema, create_model

from gongkai.loading.common_fields import TYPES, CommonFields, given
from gongkai.loading.common_table import CommonField
from gongkai.loading.schema import FieldFacts, Schema


def item_model(schema: Schema) -> type[BaseModel]:
    """The model that validates values: the common fields with the choices of this site, and those of the kinds."""
    definitions: dict[str, Any] = {
        key: (_type(each, schema), given(" ".join(each.names), each.type, each.help, *each.choices))
        for key, each in schema.fields.items()
        if not each.common or each.type in ("choice", "choices")
    }
    return create_model("ItemFields", __base__=CommonFields, **definitions)


def _type(facts: FieldFacts, schema: Schema) -> Any:
    reader = PlainValidator(schema.readers[facts.key])
    if facts.type == "choice" and facts.choices:
        return Annotated[str, reader, WithJsonSchema({"enum": list(facts.choices)})]
    if facts.type == "choices" and facts.choices:
        items = {"type": "array", "items": {"enum": list(facts.choices)}}
        return Annotated[tuple[str, ...], reader, WithJsonSchema({"anyOf": [{"type": "string"}, items]})]
    return TYPES[facts.type]


def defined_fields() -> Iterator[CommonField]:
    """The common fields as they are defined, for the table of `common_table.py`."""
    for key, info in CommonFields.model_fields.items():
        extra = cast("dict[str, Any]", info.json_schema_extra)
        yield CommonField(key, extra["names"], str(extra["kind"]), info.description or "", extra["choices"])


def json_schema(schema: Schema) -> dict[str, object]:
    """JSON Schema (2020-12) of a front matter, under English and Chinese names, for editors."""
    made = item_model(schema).model_json_schema()["properties"]
    properties: dict[str, object] = {}
    for facts in schema.fields.values():
        part = {
            k: v
            for k, v in made[facts.key].items()
            if k in ("type", "anyOf", "enum", "items", "format", "examples")
        }
        shown = part | {"title": facts.label, "description": facts.help}
        properties |= dict.fromkeys((*facts.names, facts.key), shown)
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "信息条目的信息头",
        "type": "object",
    }
    return head | {"properties": properties, "additionalProperties": False}
