"""Addresses that were dropped or pasted become links with their titles.

Browsers give the title of a link or a tab in ``text/x-moz-url``, an address and a title by turns in
UTF-16 (Firefox, and Chromium on Linux), or as the words of the HTML beside a single address.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Final

from PySide6.QtCore import QMimeData, QUrl

from clipreader.model import Source
from clipreader.text.addresses import LINK, address_list, readable, web_address

PAGES: Final = ("http", "https")
"""How the addresses of pages begin."""

_TITLED: Final = "text/x-moz-url"
_LONGEST_TITLE: Final = 300


def addressed(mime: QMimeData, text: str = "") -> tuple[str, ...]:
    """Return the addresses in a drop that lead to no file, or else the one that a text is."""
    urls = [url for url in mime.urls() if url.isValid() and url.scheme() and not url.isLocalFile()]
    if urls:
        return tuple(url.toString(QUrl.ComponentFormattingOption.FullyEncoded) for url in urls)
    lines = text.split()
    return (lines[0],) if len(lines) == 1 else ()


def titles_in(mime: QMimeData, words: str = "") -> Mapping[str, str]:
    """Return titles by their addresses; ``words`` are the title where that names none.

    The words stand under the empty address.
    """
    found: dict[str, str] = {"": words} if len(words) <= _LONGEST_TITLE else {}
    if mime.hasFormat(_TITLED):
        told = bytes(mime.data(_TITLED).data()).decode("utf-16", "replace")
        lines = told.replace("\0", "").splitlines()
        for address, title in zip(lines[0::2], lines[1::2], strict=False):
            if form := web_address(address):
                found[form] = title
    return found


def links_in(written: Iterable[str], titles: Mapping[str, str]) -> tuple[Source, ...]:
    """Return the links that addresses are, each once; what is no address of a page is left out."""
    forms = tuple(dict.fromkeys(form for one in written if (form := web_address(one))))
    alone = titles.get("", "") if len(forms) == 1 else ""
    return tuple(_link(form, titles.get(form) or alone) for form in forms)


def _link(address: str, title: str) -> Source:
    told = "" if web_address(title) else title
    data, now = address_list(address, told), datetime.now(UTC)
    return Source(readable(address), data, LINK, path=address, received=now)
