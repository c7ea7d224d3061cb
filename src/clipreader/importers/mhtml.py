"""Pages in one file of MIME parts (RFC 2557), as Chrome, Edge, Opera and Internet Explorer save.

The page and everything it needs are parts of one message, each with the address it came from.
The page is read as a web page; of the parts beside it only pictures are kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from clipreader.importers import web_page
from clipreader.importers.mime import Entity, pictures_of, read_message
from clipreader.importers.page.saved import SavedPage
from clipreader.model import Draft, Source, UnreadableSource

MEDIA_TYPE = "multipart/related"
"""What a page of several parts is called."""

_PAGES = ("text/html", "application/xhtml+xml")


def read(source: Source) -> Draft:
    """Make a draft of the page. Raises UnreadableSource if there is none in the file."""
    whole = read_message(source.data, source.name)
    parts = tuple(whole.leaves())
    page = _page_of(whole, parts)
    if page is None:
        raise UnreadableSource(f"“{source.name}” holds no page; it may not have been saved whole.")
    place = page.address("content-location")
    addresses = (whole.address("snapshot-content-location"), place)
    saved = SavedPage(
        page.content,
        next((one for one in addresses if one.lower().startswith(("http:", "https:"))), None),
        page.encoding,
        pictures_of(parts, place),
    )
    return replace(
        web_page.read_page(saved.checked(source.name), source.link), media_type=MEDIA_TYPE
    )


def _page_of(whole: Entity, parts: Sequence[Entity]) -> Entity | None:
    """Return the page that the file is about: the one it names, or else the first."""
    start = whole.parameter("start").strip("<>")
    pages = [part for part in parts if part.kind in _PAGES]
    named = (part for part in pages if start and part.address("content-id") == start)
    return next(named, pages[0] if pages else None)
