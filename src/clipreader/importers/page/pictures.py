"""A picture's element becomes an image: its bytes if the page holds them, else its address.

Nothing is fetched. Only PNG, JPEG, GIF and WebP are taken, by their first bytes and whatever the
page calls them; SVG is a program rather than a picture and never taken.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote_to_bytes

from clipreader.importers.page.saved import NO_PICTURES, key_of
from clipreader.importers.page.tree import Element, address_of, name_of
from clipreader.model import Image
from clipreader.text.normal import canonical

MOST_BYTES = 20_000_000
"""Bytes that one picture inside a page may have."""

_SMALLEST_BYTES = 120
"""Bytes below which a picture is a blank that holds the place of another."""

_LONGEST_ADDRESS = 4_000
_VARIABLE = re.compile(r"var\((--[\w-]{1,40})\)")
_DATA = re.compile(r"data:[^,;]{0,60}((?:;[^,;]{0,60})*),", re.IGNORECASE)
_ADDRESSES = ("data-src", "data-original", "data-lazy-src", "data-full-src", "data-url", "src")
_KINDS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
)


def image_of(
    element: Element, key: str, base: str, beside: Mapping[str, bytes] = NO_PICTURES
) -> Image | None:
    """Return the image of an ``<img>``, or None for a blank, a counting pixel or no picture.

    ``beside`` are the pictures that came in one container with the page, by ``key_of``, and those
    of its variables, by their names.
    """
    if _is_speck(element):
        return None
    alt = " ".join(canonical(element.get("alt") or "").text.split())
    data = _largest_beside(element, base, beside) or picture_data(element.get("src") or "")
    address = _address(element, base)
    if data is not None and (len(data) >= _SMALLEST_BYTES or address is None):
        return Image(key, media_type_of(data) or "", data, None, alt)
    if address is None and not alt:
        return None
    return Image(key, "", None, address, alt)


def picture_data(source: str) -> bytes | None:
    """Return the bytes of a data: address, or None if it holds no picture that we take."""
    found = _DATA.match(source.strip()) if source[:8].lstrip().lower().startswith("data:") else None
    if found is None or len(source) > MOST_BYTES * 1.4:
        return None
    raw = source.strip()[found.end() :]
    data = unquote_to_bytes(raw)
    if ";base64" in found[1].lower():
        try:
            data = base64.b64decode(data + b"=" * (-len(data) % 4))
        except (binascii.Error, ValueError):
            return None
    return data if len(data) <= MOST_BYTES and media_type_of(data) else None


def is_picture(data: bytes) -> bool:
    """Say whether bytes are a picture that we take, whatever they are called."""
    return len(data) <= MOST_BYTES and media_type_of(data) is not None


def media_type_of(data: bytes) -> str | None:
    """Return the media type of a picture by its first bytes, or None."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return next((kind for start, kind in _KINDS if data.startswith(start)), None)


def _address(element: Element, base: str) -> str | None:
    for name in _ADDRESSES:
        address = address_of(element.get(name), base)
        if address and not address.startswith("mailto:"):
            return address
    for source in _sources(element):
        for name in ("srcset", "data-srcset"):
            first = (source.get(name) or "").split()[:1]
            address = address_of(first[0].rstrip(","), base) if first else None
            if address:
                return address
    return None


def _largest_beside(element: Element, base: str, beside: Mapping[str, bytes]) -> bytes | None:
    """Return the picture from the container: the whole one, not its blurred or small form."""
    if not beside:
        return None
    written = [element.get(name) or "" for name in _ADDRESSES]
    for source in _sources(element):
        written += (source.get("srcset") or "").replace(", ", " ").split()
    written += _VARIABLE.findall(element.get("style") or "")
    short = [address for address in written if 0 < len(address) < _LONGEST_ADDRESS]
    found = [beside.get(key_of(one, base)) or beside.get(key_of(one)) for one in short]
    return max((data for data in found if data), key=len, default=None)


def _sources(element: Element) -> Iterator[Element]:
    """Yield the picture's element and those of its other forms; libxml2 nests ``<source>``."""
    yield element
    around = element.getparent()
    while around is not None and name_of(around) in ("picture", "source"):
        if name_of(around) == "source":
            yield around
        yield from (child for child in around if name_of(child) == "source")
        around = around.getparent()


def _is_speck(element: Element) -> bool:
    return any((element.get(side) or "").strip() in ("0", "1", "2") for side in ("width", "height"))
