"""The JSON Schema (2020-12) of a document, made from the dataclasses so that the two cannot differ."""

from __future__ import annotations

import dataclasses
import inspect
import re
from collections.abc import Mapping
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from newsclean.model.document import Document

_ATTRIBUTE = re.compile(r"^ {4}(\w+): (.+)$", re.MULTILINE)


def to_json_schema() -> dict[str, Any]:
    """The schema of what `Document.to_dict` gives: every key is there, none is added."""
    definitions: dict[str, Any] = {}
    schema = _object(Document, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "newsclean document",
        **schema,
        "$defs": dict(sorted(definitions.items())),
    }


def _object(cls: type, definitions: dict[str, Any]) -> dict[str, Any]:
    doc = inspect.getdoc(cls) or ""
    descriptions = dict(_ATTRIBUTE.findall(doc))
    hints = get_type_hints(cls)
    properties = {}
    for item in dataclasses.fields(cls):
        properties[item.name] = _schema(hints[item.name], definitions)
        if item.name in descriptions:
            properties[item.name] = {"description": descriptions[item.name], **properties[item.name]}
        if item.name == "confidence":
            properties[item.name] |= {"minimum": 0, "maximum": 1}
    return {
        "type": "object",
        "description": doc.split("\n", 1)[0],
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _schema(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    origin, arguments = get_origin(hint), get_args(hint)
    if hint is Any:
        return {}
    if origin is Literal:
        return {"const": arguments[0]} if len(arguments) == 1 else {"enum": list(arguments)}
    if origin in (Union, UnionType):
        options = [_schema(a, definitions) for a in arguments if a is not NoneType]
        return {"anyOf": options + [{"type": "null"}] * (NoneType in arguments)}
    if origin is tuple:
        return {"type": "array", "items": _schema(arguments[0], definitions)}
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": _schema(arguments[1], definitions)}
    if dataclasses.is_dataclass(hint):
        return _reference(hint, definitions)
    names = {str: "string", int: "integer", float: "number", bool: "boolean"}
    return {"type": names[hint]}


def _reference(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    name = hint.__name__
    if name not in definitions:
        definitions[name] = {}
        definitions[name] = _object(hint, definitions)
    return {"$ref": f"#/$defs/{name}"}
