"""Drag, drop and paste become files and sources; nothing is parsed here.

Browsers hand over the same selection in several forms. HTML wins over plain text because it
says what is a caption and what is a quote; Chromium begins it with a byte order mark and names
the page in ``chromium/x-source-url``. A link or a picture alone is not an article, and the app
fetches nothing: each gets one sentence.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

from clipreader.model import Source
from clipreader.ui.wording import tr

_TAG = re.compile(r"<(?:!--.*?--|[^>]*)>", re.DOTALL)
_HIDDEN = re.compile(r"<(style|script|title)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?|ftp)://\S+", re.IGNORECASE)
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
    """Return the files, or else the text, that lie in a drop or on the clipboard.

    ``name`` is what a text is called in the report ("pasted text").
    """
    files = tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    if files:
        return Incoming(files)
    link = _link(mime)
    text = _clean(mime.text())
    marked_up = _clean(mime.html())
    words = _words(marked_up)
    if _ADDRESS.fullmatch(text.strip()) or (link and not words and not text.strip()):
        return Incoming(refused=_no_fetching())
    if words:
        return Incoming((_source(name, marked_up, "text/html", link),))
    if marked_up.strip() and not text.strip():
        return Incoming(refused=tr("There are no words in what was dropped or pasted."))
    if text.strip():
        return Incoming((_source(name, text, "text/plain", link),))
    return Incoming(refused=_nothing(mime))


def _no_fetching() -> str:
    return tr(
        "This is a web address, and ClipReader never fetches pages. Save the page in your "
        "browser, or copy its text, and drop that."
    )


def _nothing(mime: QMimeData) -> str:
    if mime.hasImage():
        return tr("This is a picture, and ClipReader imports articles.")
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
        if _ADDRESS.fullmatch(found):
            return found
    for url in mime.urls():
        if url.scheme() in ("http", "https"):
            return url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
    return None


def _decoded(raw: bytes) -> str:
    """Decode the page's address: UTF-8, or UTF-16 as some builds of Chromium write it."""
    return raw.decode("utf-16-le" if b"\x00" in raw[:4] else "utf-8", "replace")
