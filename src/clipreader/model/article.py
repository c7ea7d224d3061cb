"""An article: one immutable text, and everything else as spans over it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from operator import attrgetter

from clipreader.model.metadata import Metadata
from clipreader.model.span import Span

SURE = 0.85
"""From this confidence on a part is shown as found."""

OFFERED = 0.5
"""From this confidence on a part is shown with a quiet mark and one click to accept."""


class Role(StrEnum):
    """What a part of an article is. Blocks and marks share the words.

    The first group names blocks (whole lines), the second only marks (inside a block). CAPTION,
    CREDIT, DATELINE, TRANSLATOR and BYLINE are used for both.
    """

    KICKER = "kicker"
    HEADLINE = "headline"
    DECK = "deck"
    BYLINE = "byline"
    DATELINE = "dateline"
    PARAGRAPH = "paragraph"
    CROSSHEAD = "crosshead"
    QUOTE = "quote"
    LIST_ITEM = "list_item"
    TABLE = "table"
    CODE = "code"
    CAPTION = "caption"
    TRANSLATOR = "translator"
    EDITORS_NOTE = "editors_note"
    BOILERPLATE = "boilerplate"

    CREDIT = "credit"
    LEFTOVER = "leftover"
    EMPHASIS = "emphasis"
    STRONG = "strong"
    LINK = "link"


BLOCK_ROLES: tuple[Role, ...] = (
    Role.KICKER,
    Role.HEADLINE,
    Role.DECK,
    Role.BYLINE,
    Role.DATELINE,
    Role.PARAGRAPH,
    Role.CROSSHEAD,
    Role.QUOTE,
    Role.LIST_ITEM,
    Role.TABLE,
    Role.CODE,
    Role.CAPTION,
    Role.TRANSLATOR,
    Role.EDITORS_NOTE,
    Role.BOILERPLATE,
)
"""The roles a block can have, in the order in which a page shows them."""

BODY_ROLES: frozenset[Role] = frozenset(
    {
        Role.PARAGRAPH,
        Role.CROSSHEAD,
        Role.QUOTE,
        Role.LIST_ITEM,
        Role.TABLE,
        Role.CODE,
    }
)
"""The roles that together are the body."""

BULLET = "•"
"""What stands before an item of a list without numbers."""

_LED = re.compile(r"(?:[•‣▪◦●*·–—-]|\(?\d{1,4}[.)]|\(?[a-z]\))\s")
"""Words that bring the mark of their list item along, as plain texts write them."""


@dataclass(frozen=True, slots=True)
class Part:
    """A named span: a block (a whole line) or a mark (inside a block).

    ``confidence`` runs from 0 to 1; ``reasons`` say why in words that a reader of news
    understands; ``rule`` is the name of the rule that decided, for truth tests; ``corrected``
    means that the person set it. ``level`` is a crosshead's (2 to 6) or a list item's depth
    (1 and up). ``image`` is the key of the picture that a caption explains, or that stands above
    another block without any caption, or None where the file has no picture. ``target`` is a
    link's address. ``number`` is what a numbered list calls an item; the paragraphs of one item
    share it.
    """

    role: Role
    span: Span
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()
    rule: str = ""
    corrected: bool = False
    level: int | None = None
    image: str | None = None
    target: str | None = None
    number: int | None = None

    def __reduce__(self) -> tuple[type[Part], tuple[object, ...]]:
        """Be made anew in another process, quickly, as its span is; articles have many parts."""
        return Part, _VALUES(self)

    @property
    def is_sure(self) -> bool:
        """Say whether the part is shown without a question."""
        return self.corrected or self.confidence >= SURE

    @property
    def is_offered(self) -> bool:
        """Say whether the part is shown with a quiet mark and one click to accept."""
        return not self.corrected and OFFERED <= self.confidence < SURE


_VALUES: Callable[[Part], tuple[object, ...]] = attrgetter(*Part.__slots__)


@dataclass(frozen=True, slots=True)
class Image:
    """A picture as it came with the file, never fetched.

    ``key`` is what parts refer to. ``data`` is the encoded picture (PNG, JPEG, GIF or WebP) or
    None where only the remote ``address`` is known. ``alt`` is the alternative text.
    """

    key: str
    media_type: str = ""
    data: bytes | None = None
    address: str | None = None
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One article: an immutable text with its blocks and marks.

    ``blocks`` cover ``text`` in order: the first begins at 0, each following one begins one line
    feed after the end of the one before, the last ends with the text. Only tables and code hold
    line feeds of their own. ``marks`` lie inside blocks, sorted by their start; a caption block
    has a CAPTION mark over its words (missing if the credit stands alone) and CREDIT marks over
    the names. ``source_hash`` is the SHA-256, in hexadecimal, of the bytes as received.
    """

    id: str
    text: str
    blocks: tuple[Part, ...]
    marks: tuple[Part, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
    images: tuple[Image, ...] = ()
    source_hash: str = ""

    def quote(self, span: Span) -> str:
        """Return the exact words of a span. Raises ValueError if it leaves the text."""
        if span.end > len(self.text):
            raise ValueError(f"{span} leaves the text of {len(self.text)} code points")
        return self.text[span.start : span.end]

    def parts(self, role: Role) -> tuple[Part, ...]:
        """Return the blocks of a role, in order."""
        return tuple(block for block in self.blocks if block.role == role)

    def marks_in(self, block: Part) -> tuple[Part, ...]:
        """Return the marks that lie inside a block, in order."""
        first = bisect_left(self.marks, block.span.start, key=_start)
        last = bisect_right(self.marks, block.span.end, key=_start)
        return tuple(mark for mark in self.marks[first:last] if block.span.contains(mark.span))

    def block_at(self, position: int) -> Part | None:
        """Return the block that holds a position (its end included), or None."""
        found = bisect_right(self.blocks, position, key=_start)
        block = self.blocks[found - 1] if found else None
        return block if block and position <= block.span.end else None

    def role_at(self, position: int) -> Role:
        """Return the role at a position: the credit's inside a caption, else the block's."""
        block = self.block_at(position)
        if block is None:
            return Role.PARAGRAPH
        for mark in self.marks_in(block):
            if mark.role == Role.CREDIT and mark.span.start <= position < mark.span.end:
                return Role.CREDIT
        return block.role

    def credit_of(self, block: Part) -> str | None:
        """Return the credit that a caption block carries, or None."""
        names = [self.quote(m.span) for m in self.marks_in(block) if m.role == Role.CREDIT]
        return " / ".join(names) or None

    def words_of(self, block: Part) -> str | None:
        """Return a block's words without credit and leftovers; None if only a credit is there."""
        marks = self.marks_in(block)
        if block.role == Role.CAPTION and any(m.role == Role.CREDIT for m in marks):
            words = [self.quote(m.span) for m in marks if m.role == Role.CAPTION]
            return words[0] if words else None
        return "".join(self.quote(s) for s in shown_spans(self.text, block, marks)).strip()

    def lead_of(self, block: Part) -> str:
        """Return what a page sets before a list item: "3." or "•", never a part of the text.

        Empty for other blocks, for the further paragraphs of a numbered item, and where the words
        bring a mark of their own.
        """
        if block.role != Role.LIST_ITEM or _LED.match(self.text, block.span.start):
            return ""
        if block.number is None:
            return BULLET
        above = self.block_at(block.span.start - 1) if block.span.start else None
        goes_on = above is not None and (above.role, above.number, above.level) == (
            block.role,
            block.number,
            block.level,
        )
        return "" if goes_on else f"{block.number}."

    def shown(self, span: Span) -> str:
        """Return the words of a span as they are read: what a person quotes.

        Leftovers are not in it, nor site text that lies folded between the blocks of a quote.
        """
        return "\n".join(words for _, words in self.shown_blocks(span))

    def shown_blocks(self, span: Span) -> tuple[tuple[Part, str], ...]:
        """Return the blocks of a span with their words as they are read, none without words."""
        first = max(bisect_right(self.blocks, span.start, key=_start) - 1, 0)
        near = self.blocks[first : bisect_left(self.blocks, span.end, key=_start)]
        over = [block for block in near if block.span.overlaps(span)]
        all_of_it = all(block.role == Role.BOILERPLATE for block in over)
        words = (
            (block, self._shown_in(block, span))
            for block in over
            if all_of_it or block.role != Role.BOILERPLATE
        )
        return tuple(pair for pair in words if pair[1])

    def _shown_in(self, block: Part, span: Span) -> str:
        found = shown_spans(self.text, block, self.marks_in(block))
        return "".join(
            self.text[max(one.start, span.start) : min(one.end, span.end)]
            for one in found
            if one.overlaps(span)
        )


def shown_spans(text: str, block: Part, marks: Iterable[Part]) -> Iterator[Span]:
    """Yield what is left of a block without its leftovers and the space they leave behind."""
    start = block.span.start
    for mark in marks:
        if mark.role != Role.LEFTOVER:
            continue
        if start < mark.span.start:
            yield Span(start, mark.span.start)
        start = max(start, mark.span.end)
        if mark.span.start == block.span.start or text[mark.span.start - 1].isspace():
            while start < block.span.end and text[start] in " \t\u00a0":
                start += 1
    if start < block.span.end:
        yield Span(start, block.span.end)


def _start(part: Part) -> int:
    return part.span.start
