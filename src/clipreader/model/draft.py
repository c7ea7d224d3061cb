"""What came in: the bytes as received, and the lines an importer makes of them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from clipreader.model.article import Image, Part, Role
from clipreader.model.metadata import FieldName


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one article as they were received, kept for ever.

    ``name`` is the file's name or a word for the way in ("pasted text"); ``media_type`` is that
    of the importer that reads them ("text/html"); ``link`` is the address that came with the
    bytes, if any; ``path`` is where the file lay, for the report only, never for identity;
    ``received`` is UTC.
    """

    name: str
    data: bytes
    media_type: str
    link: str | None = None
    path: str | None = None
    received: datetime | None = None
    _sha256: list[str] = field(default_factory=list[str], init=False, repr=False, compare=False)

    @property
    def sha256(self) -> str:
        """Return the SHA-256 of the bytes, in hexadecimal; made once, as it is often asked for."""
        if not self._sha256:
            self._sha256.append(hashlib.sha256(self.data).hexdigest())
        return self._sha256[0]


class Hint(StrEnum):
    """What the file's own mark-up says of a line; a plain text says nothing.

    ADDRESS is an address that was kept in place of what can be read there.
    """

    NONE = "none"
    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    LIST_ITEM = "list_item"
    TABLE = "table"
    CODE = "code"
    CAPTION = "caption"
    CREDIT = "credit"
    BYLINE = "byline"
    DECK = "deck"
    KICKER = "kicker"
    TIME = "time"
    FURNITURE = "furniture"
    ADDRESS = "address"


HINT_ROLES: dict[Hint, Role] = {
    Hint.TITLE: Role.HEADLINE,
    Hint.HEADING: Role.CROSSHEAD,
    Hint.PARAGRAPH: Role.PARAGRAPH,
    Hint.QUOTE: Role.QUOTE,
    Hint.LIST_ITEM: Role.LIST_ITEM,
    Hint.TABLE: Role.TABLE,
    Hint.CODE: Role.CODE,
    Hint.CAPTION: Role.CAPTION,
    Hint.CREDIT: Role.CAPTION,
    Hint.BYLINE: Role.BYLINE,
    Hint.DECK: Role.DECK,
    Hint.KICKER: Role.KICKER,
    Hint.TIME: Role.DATELINE,
    Hint.FURNITURE: Role.BOILERPLATE,
    Hint.ADDRESS: Role.PARAGRAPH,
}
"""The role that a hint speaks for, if nothing in the text speaks against it."""


@dataclass(frozen=True, slots=True)
class Line:
    """One future block: its text in canonical form and what the mark-up says of it.

    ``marks`` are EMPHASIS, STRONG, LINK and, where the mark-up tells them, CREDIT, BYLINE and
    LEFTOVER, with spans in code points of this line's text. ``image`` is the key of the picture
    that belongs to the line. ``blank_before`` says that an empty line stood above (plain text
    only; it tells a paragraph's end from a line's end). ``group`` is the same number for lines
    of one element (a figure, a byline box), or None. ``number`` is what a numbered list calls its
    item; the lines of one item share it.
    """

    text: str
    hint: Hint = Hint.NONE
    level: int | None = None
    marks: tuple[Part, ...] = ()
    image: str | None = None
    blank_before: bool = False
    group: int | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value for a field that the file's own data offers, with where it stood.

    ``weight`` from 0 to 1 says how far it is trusted against what stands in the text.
    """

    field: FieldName
    value: str | tuple[str, ...]
    origin: str
    weight: float = 0.8


@dataclass(frozen=True, slots=True)
class Draft:
    """What every importer returns: lines with hints, before recognition.

    ``media_type`` is that of the source. ``notes`` are sentences for the person about what was
    changed or removed on the way in ("3 NUL characters were removed"). ``encoding`` is the name of
    the encoding that was used and ``encoding_certainty`` how sure (0 to 1) we are of it.
    """

    lines: tuple[Line, ...]
    media_type: str = "text/plain"
    encoding: str = "utf-8"
    encoding_certainty: float = 1.0
    images: tuple[Image, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    notes: tuple[str, ...] = field(default=())
