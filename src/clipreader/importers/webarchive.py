"""Pages as Safari saves them: a property list with the page and everything it needs.

``WebMainResource`` is the page, ``WebSubresources`` are the files beside it; each says its address,
its kind and its encoding (WebKit's ``LegacyWebArchive``). The list is in Apple's binary form, which
is looked over before it is read, or in XML, in which entities are refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import cast

from clipreader.importers import web_page
from clipreader.importers.page.pictures import is_picture
from clipreader.importers.page.saved import SavedPage, key_of
from clipreader.importers.property_list import list_in, record, text_of
from clipreader.model import Draft, Source, UnreadableSource

MEDIA_TYPE = "application/x-webarchive"
"""What Safari calls such a file."""

_DAMAGED = "“{name}” is damaged or is not a web archive."


def read(source: Source) -> Draft:
    """Make a draft of the page. Raises UnreadableSource if there is none in the file."""
    archive = list_in(source, _DAMAGED)
    main = record(archive.get("WebMainResource"))
    data = main.get("WebResourceData")
    if not isinstance(data, bytes):
        raise UnreadableSource(_DAMAGED.format(name=source.name))
    address = text_of(main, "WebResourceURL")
    page = SavedPage(
        data,
        address if address.lower().startswith(("http:", "https:")) else None,
        text_of(main, "WebResourceTextEncodingName") or None,
        dict(_pictures(archive, address)),
    )
    return replace(
        web_page.read_page(page.checked(source.name), source.link), media_type=MEDIA_TYPE
    )


def _pictures(archive: Mapping[str, object], address: str) -> Iterator[tuple[str, bytes]]:
    """Yield the pictures beside the page and the addresses that it calls them by."""
    beside = archive.get("WebSubresources")
    for one in cast("list[object]", beside) if isinstance(beside, list) else ():
        found = record(one)
        data = found.get("WebResourceData")
        if isinstance(data, bytes) and is_picture(data):
            yield key_of(text_of(found, "WebResourceURL"), address), data
