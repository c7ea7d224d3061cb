"""Bytes in, one recognised article out; no library is needed for it."""

from __future__ import annotations

import gc
import time
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from clipreader import anatomy, importers
from clipreader.model import Article, Draft, Source, UnreadableSource, new_id
from clipreader.operations.page_folder import pictures_beside
from clipreader.operations.whole_file import (
    LARGEST_FILE,
    shown,
    shown_name,
    too_large,
    whole_file,
)

LONGEST_TEXT: Final = 10_000_000
"""The most code points that an article may have."""

MOST_LINES: Final = 200_000
"""The most lines that an article may have; naming the parts of so many takes some seconds."""

_PDF: Final = "application/pdf"
"""PDFium is the one reader that is not held by limits of ours; its library is in C++."""

_MOST_SIGNS: Final = 1_200_000
"""Line ends, or beginnings of tags, in a file: more than any article has, and slow to read.

A mail of the most bytes that a file may have has some 1,100,000 lines.
"""


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as it was just read, with the draft it came from and how long that took."""

    article: Article
    draft: Draft
    seconds: float


def source_from_path(path: Path) -> Source:
    """Return the bytes of a file. Raises UnreadableSource with a sentence for the person.

    A page whose pictures a browser saved in a folder beside it is one file with them.
    """
    data = whole_file(path)
    name = shown_name(path)
    if not data:
        raise UnreadableSource(f"“{name}” is empty.")
    media_type = importers.media_type_of(name, data)
    if media_type is None:
        raise importers.of_no_kind(name)
    if media_type == "text/html" and (beside := pictures_beside(path, data)):
        media_type, data = importers.packed(data, beside)
    return Source(name, data, media_type, path=shown(str(path)), received=datetime.now(UTC))


def read_article(source: Source) -> Reading:
    """Read one article in this process. Raises UnreadableSource with a sentence for the person."""
    began = time.perf_counter()
    if len(source.data) > LARGEST_FILE:
        raise too_large(source.name)
    if max(source.data.count(sign) for sign in (b"\n", b"<")) > _MOST_SIGNS:
        raise _too_long(source.name)
    try:
        with _unswept():
            draft = _drafted(source)
            article = anatomy.recognise(
                draft, article_id=new_id(), source_hash=source.sha256, link=source.link
            )
    except RecursionError as error:
        words = f"“{source.name}” is nested too deep to be read."
        raise UnreadableSource(words, repr(error)) from error
    except MemoryError as error:
        words = f"“{source.name}” needs more memory than there is."
        raise UnreadableSource(words, repr(error)) from error
    return Reading(article, draft, time.perf_counter() - began)


def _drafted(source: Source) -> Draft:
    """Return the draft of a source, if it is not too long for an article."""
    draft = importers.read(source)
    if len(draft.lines) > MOST_LINES:
        raise _too_long(source.name)
    if sum(len(line.text) for line in draft.lines) > LONGEST_TEXT:
        raise UnreadableSource(
            f"“{source.name}” is too long: an article may have ten million characters."
        )
    return draft


@contextmanager
def _unswept() -> Generator[None]:
    """Let no circular garbage be looked for meanwhile.

    Reading makes thousands of records and hardly a circle; each hundreds of them Python would look
    through all again. Of two threads at once the one that began first ends it, which costs time
    only.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def may_crash(source: Source) -> bool:
    """Say whether a source is read by code that a damaged file can crash, with all around it."""
    return source.media_type == _PDF


def is_text(source: Source) -> bool:
    """Say whether an original is text, which can be shown as it is."""
    return not importers.is_binary(source.data)


def kind_of(source: Source) -> str:
    """Return what people call the kind of an original ("Word document"); empty if unknown."""
    return kind_named(source.media_type)


def kind_named(media_type: str) -> str:
    """Return what people call originals of a media type; empty if unknown."""
    kinds = {one.media_type: one.name for one in importers.IMPORTERS}
    return kinds.get(media_type, "")


def _too_long(name: str) -> UnreadableSource:
    return UnreadableSource(f"“{name}” is too long to be one article: it has too many lines.")
