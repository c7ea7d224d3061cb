"""Drag, drop and paste become files and sources; nothing is parsed here.

Browsers hand over the same selection in several forms. HTML wins over plain text because it
says what is a caption and what is a quote; Chromium begins it with a byte order mark and names
the page in ``chromium/x-source-url``. What is nothing but addresses of pages becomes links, with
the titles that ``ui.incoming_links`` finds; a picture alone is no article and gets one sentence.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

from clipreader.model import Source
from clipreader.text.addresses import web_address
from clipreader.ui.incoming_links import PAGES, addressed, links_in, titles_in
from clipreader.ui.wording import tr

_TAG = re.compile(r"<(?:!--.*?--|[^>]*)>", re.DOTALL)
_HIDDEN = re.compile(r"<(style|script|title)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_PICTURE = re.compile(r"<img\b", re.IGNORECASE)
_LINK = re.compile(r"<a\b[^>]*>(.*?)</a\s*>", re.DOTALL | re.IGNORECASE)
_LINKED = re.compile(r"<a\b", re.IGNORECASE)
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://\S+", re.IGNORECASE)
_PLAIN, _PLAIN_UTF8 = "text/plain", "text/plain;charset=utf-8"
_PAGE_ADDRESS = "chromium/x-source-url"


@dataclass(frozen=True, slots=True)
class Incoming:
    """What was dropped or pasted; ``refused`` is a sentence where there is nothing to import."""

    items: tuple[Path | Source, ...] = ()
    refused: str = ""


def holds_something(mime: QMimeData) -> bool:
    """Say whether a drag is worth the overlay; what it really holds is known at the drop."""
    return mime.hasUrls() or mime.hasHtml() or mime.hasText()


def read_mime(mime: QMimeData, name: str) -> Incoming:
    """Return the files and links, or else the text, that lie in a drop or on the clipboard.

    ``name`` is what a text is called in the report ("pasted text").
    """
    files = tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    if files:
        return Incoming((*files, *links_in(addressed(mime), titles_in(mime))))
    text = _text(mime)
    marked_up = _clean(mime.html())
    words = _words(marked_up)
    says_more = bool(words) and not text.strip() and not _is_title(marked_up, words, mime)
    if _are_addresses(text, mime) and not says_more:
        return _addresses(mime, text, marked_up, words)
    if words:
        return Incoming((_source(name, marked_up, "text/html", _link(mime)),))
    return Incoming((_source(name, text, "text/plain", _link(mime)),))


def _addresses(mime: QMimeData, text: str, marked_up: str, words: str) -> Incoming:
    """Return the links in a drop without other words than their titles."""
    if _PICTURE.search(marked_up) and not _LINKED.search(marked_up):
        return Incoming(refused=_no_picture())
    written = addressed(mime, text)
    links = links_in(written, titles_in(mime, words))
    if links:
        return Incoming(links)
    return Incoming(refused=_no_page() if written else _nothing(mime, marked_up))


def _text(mime: QMimeData) -> str:
    """Return the text in a drop; where there is none, Qt would give the addresses for it."""
    if mime.hasFormat(_PLAIN):
        return _clean(mime.text())
    if mime.hasFormat(_PLAIN_UTF8):
        return _clean(bytes(mime.data(_PLAIN_UTF8).data()).decode("utf-8", "replace"))
    return "" if mime.hasUrls() else _clean(mime.text())


def _is_title(marked_up: str, words: str, mime: QMimeData) -> bool:
    """Say whether mark-up is nothing but the link that the address beside it is."""
    found = _LINK.search(marked_up)
    return found is not None and _words(found[1]) == words and bool(addressed(mime))


def _are_addresses(text: str, mime: QMimeData) -> bool:
    """Say whether a text is one address and nothing else, or several of which a drop knows.

    So is no text at all, beside what else there may be.
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    are_few = len(lines) <= 1 or bool(addressed(mime))
    return are_few and all(_ADDRESS.fullmatch(line) for line in lines)


def _no_page() -> str:
    return tr(
        "This is not the address of a web page. ClipReader takes addresses that begin with http "
        "or https, without a name and password in them."
    )


def _no_picture() -> str:
    return tr("This is a picture, and ClipReader imports articles.")


def _nothing(mime: QMimeData, marked_up: str) -> str:
    if marked_up.strip():
        return tr("There are no words in what was dropped or pasted.")
    if mime.hasImage():
        return _no_picture()
    return tr("There is nothing here that ClipReader can import.")


def _source(name: str, words: str, media_type: str, link: str | None) -> Source:
    data = words.encode("utf-8", "replace")
    return Source(name, data, media_type, link=link, received=datetime.now(UTC))


def _clean(words: str) -> str:
    return words.removeprefix("\ufeff").rstrip("\x00")


def _words(marked_up: str) -> str:
    return html.unescape(_TAG.sub(" ", _HIDDEN.sub(" ", marked_up))).strip()


def _link(mime: QMimeData) -> str | None:
    if mime.hasFormat(_PAGE_ADDRESS):
        raw = bytes(mime.data(_PAGE_ADDRESS).data())
        found = _clean(_decoded(raw)).strip()
        if web_address(found):
            return found
    for url in mime.urls():
        if url.scheme() in PAGES:
            return url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
    return None


def _decoded(raw: bytes) -> str:
    """Decode the page's address: UTF-8, or UTF-16 as some builds of Chromium write it."""
    return raw.decode("utf-16-le" if b"\x00" in raw[:4] else "utf-8", "replace")
