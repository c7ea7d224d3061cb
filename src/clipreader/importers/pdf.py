"""PDF files with a text layer: printed pages of papers, pages that a browser printed.

What is read are lines of print (ISO 32000 knows nothing more, unless it is tagged, which few files
are); paragraphs, headings and the order of columns are put together from where they stand. So the
draft says that it is not sure of them.
"""

from __future__ import annotations

import re
from collections.abc import Container

from clipreader.importers.galley import MOST_PICTURES
from clipreader.importers.pdf_captions import blocks_below, captions
from clipreader.importers.pdf_order import Ordered, ordered
from clipreader.importers.pdf_pages import Printed, printed
from clipreader.importers.pdf_paragraphs import Paragraph, body_size, mended, paragraphs
from clipreader.importers.properties import candidates_of
from clipreader.model import (
    Candidate,
    Draft,
    FieldName,
    Hint,
    Image,
    Line,
    Source,
    UnreadableSource,
)
from clipreader.text.normal import canonical

MEDIA_TYPE = "application/pdf"
"""What a PDF is called on the web and in mail."""

_NOT_SURE = "The paragraphs of a PDF are put together from its lines, and may be wrong in places."
_SCRAMBLED = "The file sets its lines in no order: they were read by their place, column by column."
_AROUND = "Running heads and page numbers were left out."
_TITLE = 1.25
_HEADING = 1.12
_NEAR_TOP = 15
_LONGEST_HEADING = 200
_BULLET = re.compile(r"[•‣▪◦●■]\s+")
_ADDRESS = re.compile(r"https?://[^\s<>\"]{4,500}")


def read(source: Source) -> Draft:
    """Make a draft of a PDF. Raises UnreadableSource with a sentence for the person."""
    found = printed(source)
    if not any(page.lines for page in found.pages) and any(page.is_scan for page in found.pages):
        words = "holds pictures of text only: run text recognition (OCR) on it first."
        raise UnreadableSource(f"“{source.name}” {words}")
    order = ordered(found.pages)
    parts = paragraphs(order.pages)
    printed_lines = [line for page in order.pages for line in page]
    mending = mended(printed_lines)
    body = body_size(printed_lines)
    shown = [page.pictures for page in found.pages]
    pictures = captions(parts, shown, body)
    hints = _hints(parts, body, pictures)
    pictures |= blocks_below(parts, shown, pictures)
    images, keys = _images(found)
    lines: list[Line] = []
    for at, (part, hint) in enumerate(zip(parts, hints, strict=True)):
        text = canonical(mending.text(part.lines)).text.replace("\n", " ").strip()
        text = _BULLET.sub("", text, count=1) if hint == Hint.LIST_ITEM else text
        if text:
            level = {Hint.HEADING: 3, Hint.LIST_ITEM: 1}.get(hint)
            image = None if part.turned else keys.get(pictures.get(at, (-1, -1)))
            lines.append(Line(text, hint, level, image=image, blank_before=True))
    return Draft(
        tuple(lines),
        media_type=MEDIA_TYPE,
        images=images,
        candidates=_candidates(found, order, lines),
        notes=_notes(order, mending.count),
    )


def _images(found: Printed) -> tuple[tuple[Image, ...], dict[tuple[int, int], str]]:
    """Return the pictures, each once, and their keys by page and number on it."""
    images: list[Image] = []
    keys: dict[tuple[int, int], str] = {}
    known: dict[bytes, str] = {}
    for page, printed_page in enumerate(found.pages):
        for number, picture in enumerate(printed_page.pictures):
            data = picture.data
            if data is None or (data not in known and len(images) >= MOST_PICTURES):
                continue
            if data not in known:
                known[data] = f"picture-{len(images) + 1}"
                images.append(Image(known[data], "image/jpeg", data))
            keys[page, number] = known[data]
    return tuple(images), keys


def _hints(parts: list[Paragraph], body: float, captioned: Container[int]) -> list[Hint]:
    """Tell headings by their size; what is set as the body is left to its words."""
    hints = [Hint.NONE] * len(parts)
    for at, part in enumerate(parts):
        length = sum(len(line.text) for line in part.lines)
        if _BULLET.match(part.lines[0].text):
            hints[at] = Hint.LIST_ITEM
        elif part.size >= body * _HEADING and length <= _LONGEST_HEADING and not part.turned:
            hints[at] = Hint.HEADING
    top = [
        at
        for at in range(min(len(parts), _NEAR_TOP))
        if hints[at] == Hint.HEADING and parts[at].page == 0 and parts[at].size >= body * _TITLE
    ]
    if top:
        title = max(top, key=lambda at: parts[at].size)
        hints[title] = Hint.TITLE
        for at in range(title):
            hints[at] = Hint.NONE
    for at, part in enumerate(parts):
        if at in captioned and hints[at] == Hint.NONE:
            hints[at] = Hint.CREDIT if part.turned else Hint.CAPTION
    return hints


def _candidates(found: Printed, order: Ordered, lines: list[Line]) -> tuple[Candidate, ...]:
    told = candidates_of(lines, title=found.title, author=found.author, language=None)
    for words in order.around:
        address = _ADDRESS.search(words)
        if address:
            where = "the margin of the page"
            return (*told, Candidate(FieldName.URL, address[0], where, 0.6))
    return told


def _notes(order: Ordered, guessed: int) -> tuple[str, ...]:
    notes = [_NOT_SURE]
    if not order.sure:
        notes.append(_SCRAMBLED)
    if order.around:
        notes.append(_AROUND)
    if guessed:
        words = "1 word" if guessed == 1 else f"{guessed:,} words"
        notes.append(f"{words} broken at a hyphen could be written with it.")
    return tuple(notes)
