"""Documents to and from dicts and JSON, exactly: `from_dict(to_dict(d)) == d`.

The decoders are made from the annotations of the dataclasses, once for each class, at first use.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Mapping
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from .document import (
    Author,
    Box,
    Code,
    Disclosure,
    Document,
    Embed,
    Image,
    Link,
    ListBlock,
    ListItem,
    Mark,
    Paragraph,
    Provenance,
    Quote,
    Removal,
    Section,
    Table,
)  # fmt: skip
from .errors import DocumentError

T = TypeVar("T")
Decoder = Callable[[Any], Any]

PARTS: tuple[type, ...] = (
    Author, Box, Code, Disclosure, Document, Embed, Image, Link, ListBlock, ListItem, Mark, Paragraph, Provenance,
    Quote, Removal, Section, Table,
)  # fmt: skip
_FIELD_NAMES: dict[type, tuple[str, ...]] = {part: tuple(f.name for f in dataclasses.fields(part)) for part in PARTS}
_SCALARS = frozenset((str, int, float, bool, NoneType))


def to_dict(value: Any) -> dict[str, Any]:
    """The document, or one of its parts, as plain dicts and lists, with every field.

    Raises:
        DocumentError: a value is of a type that JSON does not have, or nested too deeply.
    """
    try:
        data = _encode(value)
    except RecursionError:
        raise DocumentError("the document is nested too deeply") from None
    if not isinstance(data, dict):
        raise DocumentError(f"{type(value).__name__} is no part of a document")
    return data


def to_json(document: Document, *, indent: int | None = None) -> str:
    """The document as JSON text.

    Raises:
        DocumentError: a value is of a type that JSON does not have, or nested too deeply.
    """
    try:
        return json.dumps(to_dict(document), ensure_ascii=False, allow_nan=False, indent=indent)
    except (ValueError, RecursionError) as exc:
        if isinstance(exc, DocumentError):
            raise
        raise DocumentError(f"the document cannot be written as JSON: {exc}") from exc


def from_dict(data: Mapping[str, Any]) -> Document:
    """The document of a dict made by `to_dict`.

    Raises:
        DocumentError: a key is unknown or a value has the wrong type; the message says which.
    """
    return part_from_dict(Document, data)


def from_json(data: str | bytes) -> Document:
    """The document of a JSON text made by `to_json`.

    Raises:
        DocumentError: not JSON, or not a document.
    """
    try:
        value = json.loads(data)
    except (ValueError, RecursionError, TypeError) as exc:
        raise DocumentError(f"not JSON: {exc}") from exc
    return from_dict(value)


def part_from_dict(cls: type[T], data: Any) -> T:
    """A part of a document, of the given class, from its dict.

    Raises:
        DocumentError: as for `from_dict`.
    """
    try:
        part: T = _decode_part(cls, data)
    except RecursionError:
        raise DocumentError("the document is nested too deeply") from None
    return part


def _encode(value: Any) -> Any:
    cls = value.__class__
    if cls in _SCALARS:
        return value
    names = _FIELD_NAMES.get(cls)
    if names is not None:
        return {name: _encode(getattr(value, name)) for name in names}
    if isinstance(value, tuple | list):
        return [_encode(item) for item in value]
    if isinstance(value, Mapping):
        return {_key(key): _encode(item) for key, item in value.items()}
    raise DocumentError(f"{cls.__name__} is no JSON value")


def _key(key: Any) -> str:
    if not isinstance(key, str):
        raise DocumentError(f"{type(key).__name__} is no JSON key")
    return key


def _decode_part(cls: type, data: Any) -> Any:
    if data.__class__ is not dict and not isinstance(data, Mapping):
        raise DocumentError(f"expected the fields of {cls.__name__}, got {type(data).__name__}")
    decoders, required = _part_plan(cls)
    values: dict[str, Any] = {}
    for key, item in data.items():
        decode = decoders.get(key)
        if decode is None:
            raise DocumentError(f"{cls.__name__} has no field {key!r}")
        try:
            values[key] = decode(item)
        except DocumentError as exc:
            raise exc.within(key) from None
    for key in required:
        if key not in values:
            raise DocumentError(f"{cls.__name__} lacks {key!r}")
    return cls(**values)


@cache
def _part_plan(cls: type) -> tuple[dict[str, Decoder], tuple[str, ...]]:
    """For each field its decoder, and the fields that have no default. A read-only table for each class."""
    hints = get_type_hints(cls)
    fields = dataclasses.fields(cls)
    required = tuple(
        f.name for f in fields if f.default is dataclasses.MISSING and f.default_factory is dataclasses.MISSING
    )
    return {f.name: _decoder(hints[f.name]) for f in fields}, required


def _decoder(hint: Any) -> Decoder:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Literal:
        return _literal_decoder(arguments)
    if origin is tuple:
        return _tuple_decoder(_decoder(arguments[0]))
    if origin in (Union, UnionType):
        return _union_decoder(arguments)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _mapping_decoder(_decoder(arguments[1]))
    if hint is Any:
        return _json_value
    if dataclasses.is_dataclass(hint):
        return lambda data: _decode_part(hint, data)  # type: ignore[arg-type]
    return _scalar_decoder(hint)


def _literal_decoder(choices: tuple[Any, ...]) -> Decoder:
    allowed = frozenset(choices)

    def decode(data: Any) -> Any:
        if not isinstance(data, str) or data not in allowed:
            raise DocumentError(f"{data!r:.80} is none of {', '.join(map(str, choices))}")
        return data

    return decode


def _tuple_decoder(inner: Decoder) -> Decoder:
    def decode(data: Any) -> Any:
        if not isinstance(data, list | tuple):
            raise DocumentError(f"expected a list, got {type(data).__name__}")
        values = []
        for index, item in enumerate(data):
            try:
                values.append(inner(item))
            except DocumentError as exc:
                raise exc.within(f"[{index}]") from None
        return tuple(values)

    return decode


def _mapping_decoder(inner: Decoder) -> Decoder:
    def decode(data: Any) -> Any:
        if not isinstance(data, Mapping):
            raise DocumentError(f"expected an object, got {type(data).__name__}")
        values = {}
        for key, item in data.items():
            try:
                values[_key(key)] = inner(item)
            except DocumentError as exc:
                raise exc.within(str(key)) from None
        return values

    return decode


def _union_decoder(arguments: tuple[Any, ...]) -> Decoder:
    others = [a for a in arguments if a is not NoneType]
    if len(others) == 1:
        return _optional_decoder(_decoder(others[0]))
    by_type = {get_args(get_type_hints(cls)["type"])[0]: cls for cls in others}

    def decode(data: Any) -> Any:
        if not isinstance(data, Mapping):
            raise DocumentError(f"expected a block, got {type(data).__name__}")
        name = data.get("type")
        cls = by_type.get(name) if isinstance(name, str) else None
        if cls is None:
            raise DocumentError(f"type {name!r:.80} is none of {', '.join(by_type)}")
        return _decode_part(cls, data)

    return decode


def _optional_decoder(inner: Decoder) -> Decoder:
    return lambda data: None if data is None else inner(data)


def _scalar_decoder(kind: type) -> Decoder:
    accepted: tuple[type, ...] = (float, int) if kind is float else (kind,)

    def decode(data: Any) -> Any:
        if not isinstance(data, accepted) or (isinstance(data, bool) and kind is not bool):
            raise DocumentError(f"expected {kind.__name__}, got {type(data).__name__}")
        try:
            return float(data) if kind is float else data  # type: ignore[arg-type]
        except OverflowError:
            raise DocumentError("a number too large") from None

    return decode


def _json_value(data: Any) -> Any:
    """The value itself, if it is one that JSON has."""
    if data.__class__ in _SCALARS:
        return data
    if isinstance(data, list):
        return [_json_value(item) for item in data]
    if isinstance(data, dict):
        return {_key(key): _json_value(item) for key, item in data.items()}
    raise DocumentError(f"{type(data).__name__} is no JSON value")
