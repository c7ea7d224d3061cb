"""Apple's property lists, looked over before they are read.

The binary form could make much of little, as objects may overlap in it; the other form is XML, in
which the standard library refuses entities.
"""

from __future__ import annotations

import plistlib
from collections.abc import Mapping
from typing import cast
from xml.parsers.expat import ExpatError

from clipreader.model import Source, UnreadableSource

MARK = b"bplist00"
"""How a list in the binary form begins."""

_TRAILER = 32
_MOST_OBJECTS = 200_000
_CONTAINERS = {0xA: 1, 0xD: 2}
"""Kinds of objects that hold others, and how many references each of their members takes."""

_BYTES_EACH = {0x4: 1, 0x5: 1, 0x6: 2}
"""Kinds of objects whose size counts bytes, or letters of two bytes."""

_DEEP = "“{name}” is nested too deep to be read."
_WRONG = (ValueError, TypeError, LookupError, AttributeError, OverflowError, ExpatError)
"""What the standard library raises over lists that are not whole."""


def list_in(source: Source, damaged: str) -> Mapping[str, object]:
    """Return the outermost record of a property list, an empty one if it is none.

    ``damaged`` is the sentence about a list that is not whole, with ``{name}`` in it. Raises
    UnreadableSource.
    """
    try:
        _look_over(source.data)
        return record(plistlib.loads(source.data))
    except RecursionError as error:
        raise UnreadableSource(_DEEP.format(name=source.name), repr(error)) from None
    except _WRONG as error:
        raise UnreadableSource(damaged.format(name=source.name), repr(error)) from error


def record(value: object) -> Mapping[str, object]:
    """Return a record of a list, or an empty one for what is none."""
    return cast("Mapping[str, object]", value) if isinstance(value, dict) else {}


def text_of(found: Mapping[str, object], name: str) -> str:
    """Return a text of a record, or an empty one."""
    value = found.get(name)
    return value if isinstance(value, str) else ""


def _look_over(data: bytes) -> None:
    """See that the list has not too many objects, and none twice. Raises ValueError."""
    if data.startswith(MARK):
        _look_over_binary(data)
    elif data.count(b"<") > 3 * _MOST_OBJECTS:
        raise ValueError("too many tags")


def _look_over_binary(data: bytes) -> None:
    """See that no bytes are two objects at once, which would make much of little.

    An object of a list stands at its own place, so that all of them together are no longer than
    the list (CFBinaryPList.c describes the form). Raises ValueError.
    """
    trailer = data[-_TRAILER:]
    width, reference = trailer[6], trailer[7]
    count = int.from_bytes(trailer[8:16], "big")
    table = int.from_bytes(trailer[24:32], "big")
    if count > _MOST_OBJECTS or table + count * width > len(data):
        raise ValueError(f"{count} objects of {width} bytes at {table}")
    places = range(table, table + count * width, width or 1)
    sizes = (
        _size_at(data, int.from_bytes(data[place : place + width], "big"), reference)
        for place in places
    )
    if sum(sizes) > len(data):
        raise ValueError("its objects overlap")


def _size_at(data: bytes, place: int, reference: int) -> int:
    """Return how many bytes the object at a place says that it has."""
    kind, size = data[place] >> 4, data[place] & 0xF
    each = _CONTAINERS.get(kind, 0) * reference or _BYTES_EACH.get(kind, 0)
    if each and size == 0xF:
        width = 1 << (data[place + 1] & 0x3)
        size = int.from_bytes(data[place + 2 : place + 2 + width], "big")
    return 1 + size * each
