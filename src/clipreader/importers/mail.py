"""Mails in a file (RFC 5322), as Thunderbird, Outlook, Apple Mail and web mail save and forward.

Of a mail that comes both as a page and as text the page is read, with its inline pictures; what is
attached is left alone. Pieces that follow one another are read as one. The mail's own data says
little of an article: its subject may be the headline, but who sent it is not who wrote it; only a
newsletter (RFC 2369) is published by its sender, on its day.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from email.utils import parseaddr, parsedate_to_datetime

from clipreader.importers import plain_text, web_page
from clipreader.importers.mime import Entity, pictures_of, read_message, words_in
from clipreader.importers.page.saved import SavedPage
from clipreader.model import Candidate, Draft, FieldName, Source
from clipreader.text.encodings import decode

MEDIA_TYPE = "message/rfc822"
"""What a mail is called."""

_LONGEST_SENDER = 300
"""Code points of a sender; the parser of addresses follows every bracket into another call."""

_PAGE = "text/html"
_TEXT = "text/plain"
_PREFIX = re.compile(
    r"(?:(?:re|aw|antw|rv|res|sv|vs|fwd?|fw|wg|tr|rif|i|enc|doorst|pd|vl|hl)\s?(?:\[\d+\])?:\s*)+",
    re.IGNORECASE,
)
"""What programs put before the subject of an answer or a forwarded mail."""

_CLOSINGS = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
"""Behind these the parser of pages takes nothing more."""

_FLOWED = re.compile(r"(?<!^--) \r?\n", re.MULTILINE)
_STUFFED = re.compile(r"^ (?=[ >]|From )", re.MULTILINE)


def read(source: Source) -> Draft:
    """Make a draft of what the mail says. Raises UnreadableSource if it cannot be taken apart."""
    whole = read_message(source.data, source.name)
    said = tuple(_said(whole))
    draft = _text(source, said)
    if any(piece.kind == _PAGE for piece in said):
        page = web_page.read_page(_page_of(whole, said).checked(source.name), source.link)
        draft = page if page.lines else _text(source, tuple(whole.leaves()))
    told = tuple(_candidates(whole))
    return replace(draft, media_type=MEDIA_TYPE, candidates=(*draft.candidates, *told))


def _text(source: Source, pieces: Sequence[Entity]) -> Draft:
    """Read those of some pieces that are plain text, as one."""
    plain = [piece for piece in pieces if piece.kind == _TEXT and not piece.is_attached]
    data = "\n\n".join(_flowing(piece) for piece in plain).encode("utf-8", "replace")
    draft = plain_text.read(replace(source, data=data))
    found = [decode(piece.content, piece.encoding) for piece in plain]
    worst = min(found, key=lambda one: one.certainty, default=None)
    if worst is None:
        return draft
    told = (note for one in found for note in one.notes)
    notes = tuple(dict.fromkeys([*told, *draft.notes]))
    certainty = worst.certainty
    return replace(draft, encoding=worst.encoding, encoding_certainty=certainty, notes=notes)


def _said(entity: Entity) -> Iterator[Entity]:
    """Yield the pieces that are read, in order; of several forms of one piece the page."""
    if entity.is_attached and entity.kind != MEDIA_TYPE:
        return
    if entity.kind == "multipart/alternative":
        forms = [tuple(_said(part)) for part in entity.parts]
        pages = [form for form in forms if any(piece.kind == _PAGE for piece in form)]
        yield from (pages or [form for form in forms if form] or [()])[-1]
    elif entity.parts:
        for part in entity.parts:
            yield from _said(part)
    elif entity.kind in (_PAGE, _TEXT) and entity.content.strip():
        yield entity


def _page_of(whole: Entity, said: Sequence[Entity]) -> SavedPage:
    """Return the pieces as one page, with the pictures of the mail."""
    pictures = pictures_of(whole.leaves())
    if len(said) == 1:
        return SavedPage(said[0].content, None, said[0].encoding, pictures)
    joined = "\n".join(_marked_up(piece) for piece in said)
    return SavedPage(joined.encode("utf-8", "replace"), None, "utf-8", pictures)


def _marked_up(piece: Entity) -> str:
    if piece.kind == _PAGE:
        return _CLOSINGS.sub("", decode(piece.content, piece.encoding).text)
    paragraphs = _flowing(piece).replace("\r\n", "\n").split("\n\n")
    return "\n".join(f"<p>{html.escape(words)}</p>" for words in paragraphs)


def _flowing(piece: Entity) -> str:
    """Return the text of a piece; lines broken for the mail alone are joined (RFC 3676)."""
    text = decode(piece.content, piece.encoding).text
    if piece.parameter("format").lower() != "flowed":
        return text
    keeps = piece.parameter("delsp").lower() != "yes"
    return _STUFFED.sub("", _FLOWED.sub(" " if keeps else "", text))


def _candidates(whole: Entity) -> Iterator[Candidate]:
    """Yield what the mail's own data says of the article in it."""
    subject = _PREFIX.sub("", whole.words("subject"), count=1)
    if subject:
        yield Candidate(FieldName.HEADLINE, subject, "the mail’s subject", 0.4)
    if not (whole.words("list-unsubscribe") or whole.words("list-id")):
        return
    sender, _ = parseaddr(whole.headers.get("from", "")[:_LONGEST_SENDER])
    if sender:
        yield Candidate(FieldName.PUBLISHER, words_in(sender), "the sender of the newsletter", 0.5)
    with suppress(ValueError, TypeError, IndexError, OverflowError):
        day = parsedate_to_datetime(whole.words("date")).isoformat()
        yield Candidate(FieldName.PUBLISHED, day, "the day of the newsletter", 0.5)
