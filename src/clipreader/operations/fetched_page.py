"""A page that was fetched becomes a source, kept like a file with what its sender said of it."""

from __future__ import annotations

import codecs
from datetime import UTC, datetime
from pathlib import PurePath
from typing import Final
from urllib.parse import urlsplit

from clipreader import importers
from clipreader.importers import IMPORTERS, LINK
from clipreader.model import BODY_ROLES, Article, Fetched, NotFetched, Role, Source
from clipreader.text.addresses import host_of, readable
from clipreader.text.encodings import decode

KINDS: Final = frozenset(
    {
        *(importer.media_type for importer in IMPORTERS if importer.media_type != LINK),
        *("application/xhtml+xml", "application/octet-stream", "text/rtf", "text/x-markdown"),
        *("application/epub+zip", "application/zip"),
    }
)
"""What a site may call an article; what it is, its bytes say."""

SHORTEST: Final = 80
"""Code points of a body below which a page is a notice and no article."""

_PACKAGE: Final = b"PK\x03\x04"
_EMPTY: Final = "“{host}” sent an empty page."
_NO_KIND: Final = "What “{host}” sent is no kind of article that ClipReader reads."
_SEVERAL: Final = (
    "“{host}” sent a book or another file of several articles. Save it in your browser, and import "
    "that file."
)
_NOTHING_TO_READ: Final = (
    "“{host}” sent a page without an article; it may need a script or a subscription. Open it in "
    "your browser, and drop its text here."
)
_PARAGRAPHS: Final = BODY_ROLES - {Role.CROSSHEAD}


def source_of(fetched: Fetched) -> Source:
    """Return a fetched page as a source. Raises NotFetched if it is nothing that can be read.

    Where only the site says which encoding the page is in, that is kept with it: a web page is
    packed as MHTML, a plain text is kept in UTF-8.
    """
    host, data = host_of(fetched.address), fetched.data
    if not data:
        raise NotFetched(_EMPTY.format(host=host))
    media_type = importers.media_type_of(f"page{_ending(fetched)}", data)
    if media_type is None or media_type == LINK:
        told = _SEVERAL if data.startswith(_PACKAGE) else _NO_KIND
        raise NotFetched(told.format(host=host), fetched.media_type)
    encoding = _told(fetched)
    if encoding and media_type == "text/html":
        media_type, data = importers.packed(data, {}, encoding)
    elif encoding and media_type == "text/plain":
        data = decode(data, encoding).text.encode()
    name, now = readable(fetched.address), datetime.now(UTC)
    return Source(name, data, media_type, link=fetched.address, received=now)


def checked(article: Article, host: str) -> Article:
    """Return the article itself. Raises NotFetched if a page holds no body to speak of."""
    body = sum(len(block.span) for block in article.blocks if block.role in _PARAGRAPHS)
    if body < SHORTEST:
        raise NotFetched(_NOTHING_TO_READ.format(host=host), f"{body} code points")
    return article


def _ending(fetched: Fetched) -> str:
    """Return the ending that a file of the kind would have, or else that of the address."""
    for importer in IMPORTERS:
        if importer.media_type == fetched.media_type:
            return importer.endings[0]
    if fetched.media_type == "application/xhtml+xml":
        return ".html"
    return PurePath(urlsplit(fetched.address).path).suffix.lower()


def _told(fetched: Fetched) -> str | None:
    """Return the encoding that the site names, if the bytes do not show another by themselves."""
    if not fetched.encoding:
        return None
    try:
        name = codecs.lookup(fetched.encoding).name
    except LookupError:
        return None
    decoded = decode(fetched.data, name)
    return name if decoded.encoding not in ("utf-8", "utf-16-le", "utf-16-be") else None
