"""Pages as Safari saves them: a property list with the page and everything it needs.

``WebMainResource`` is the page, ``WebSubresources`` are the files beside it; each says its address,
its kind and its encoding (WebKit's ``LegacyWebArchive``). The list is in Apple's binary form, which
is looked over before it is read, or in XML, in which entities are refused.
"""

from __future__ import annotations

import plistlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import cast
from xml.parsers.expat import ExpatError

from clipreader.importers import web_page
from clipreader.importers.page.pictures import is_picture
from clipreader.importers.page.saved import SavedPage, key_of
from clipreader.model import Draft, Source, UnreadableSource

MEDIA_TYPE = "application/x-webarchive"
"""What Safari calls such a file."""

_MARK = b"bplist00"
_TRAILER = 32
_MOST_OBJECTS = 200_000
_CONTAINERS = {0xA: 1, 0xD: 2}
"""Kinds of objects that hold others, and how many references each of their members takes."""

_BYTES_EACH = {0x4: 1, 0x5: 1, 0x6: 2}
"""Kinds of objects whose size counts bytes, or letters of two bytes."""

_DAMAGED = "“{name}” is damaged or is not a web archive."
_DEEP = "“{name}” is nested too deep to be read."
_WRONG = (ValueError, TypeError, LookupError, AttributeError, OverflowError, ExpatError)
"""What the standard library raises over lists that are not whole."""


def read(source: Source) -> Draft:
    """Make a draft of the page. Raises UnreadableSource if there is none in the file."""
    archive = _list_in(source)
    main = _record(archive.get("WebMainResource"))
    data = main.get("WebResourceData")
    if not isinstance(data, bytes):
        raise UnreadableSource(_DAMAGED.format(name=source.name))
    address = _text(main, "WebResourceURL")
    page = SavedPage(
        data,
        address if address.lower().startswith(("http:", "https:")) else None,
        _text(main, "WebResourceTextEncodingName") or None,
        dict(_pictures(archive, address)),
    )
    return replace(
        web_page.read_page(page.checked(source.name), source.link), media_type=MEDIA_TYPE
    )


def _list_in(source: Source) -> Mapping[str, object]:
    """Return the outermost record of a property list. Raises UnreadableSource."""
    try:
        _look_over(source.data)
        return _record(plistlib.loads(source.data))
    except RecursionError as error:
        raise UnreadableSource(_DEEP.format(name=source.name), repr(error)) from None
    except _WRONG as error:
        raise UnreadableSource(_DAMAGED.format(name=source.name), repr(error)) from error


def _look_over(data: bytes) -> None:
    """See that the list has not too many objects, and none twice. Raises ValueError."""
    if data.startswith(_MARK):
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


def _pictures(archive: Mapping[str, object], address: str) -> Iterator[tuple[str, bytes]]:
    """Yield the pictures beside the page and the addresses that it calls them by."""
    beside = archive.get("WebSubresources")
    for one in cast("list[object]", beside) if isinstance(beside, list) else ():
        record = _record(one)
        data = record.get("WebResourceData")
        if isinstance(data, bytes) and is_picture(data):
            yield key_of(_text(record, "WebResourceURL"), address), data


def _record(value: object) -> Mapping[str, object]:
    """Return a record of the list, or an empty one for what is none."""
    return cast("Mapping[str, object]", value) if isinstance(value, dict) else {}


def _text(record: Mapping[str, object], name: str) -> str:
    """Return a text of a record, or an empty one."""
    value = record.get(name)
    return value if isinstance(value, str) else ""
