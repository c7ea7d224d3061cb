"""One walk over a page's tree: every visible word goes into exactly one block, in order."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from clipreader.importers.page import tables, tags
from clipreader.importers.page.lists import Lists
from clipreader.importers.page.raised import leads_back, raised
from clipreader.importers.page.tree import (
    Element,
    address_of,
    all_words,
    name_of,
    words_in,
    words_of_class,
)
from clipreader.importers.page.vocabulary import CREDIT_WORDS
from clipreader.importers.page.words import Words
from clipreader.model import Hint, Part, Role, Span
from clipreader.text.normal import canonical

_PLAIN_BLOCKS = frozenset({"pre", "table"})


@dataclass(slots=True)
class Block:
    """Visible words of one block element, before anyone knows what they are in the article.

    ``element`` is the nearest block element, ``linked`` how many code points stand in links.
    ``hint`` is what the element alone says, ``number`` what a numbered list calls its item.
    """

    text: str
    element: Element
    hint: Hint
    level: int | None = None
    marks: tuple[Part, ...] = ()
    linked: int = 0
    number: int | None = None


@dataclass(slots=True)
class Shown:
    """A picture's element and the number of the block that follows it."""

    element: Element
    before: int


@dataclass
class _Open:
    element: Element
    role: Role
    start: int
    target: str | None


@dataclass
class Walk:
    """What was found on the way: ``blocks`` and ``pictures`` in the order of the page.

    The elements are held, so that lxml need not make them again at each question to the tree.
    """

    base: str = ""
    blocks: list[Block] = field(default_factory=list[Block])
    pictures: list[Shown] = field(default_factory=list[Shown])
    _held: list[Element] = field(default_factory=list[Element])
    _words: Words = field(default_factory=Words)
    _homes: list[Element] = field(default_factory=list[Element])
    _names: list[str] = field(default_factory=list[str])
    _open: list[_Open] = field(default_factory=list[_Open])
    _changed: list[str] = field(default_factory=list[str])
    _lists: Lists = field(default_factory=Lists)
    _quotes: int = 0

    def through(self, root: Element) -> None:
        """Walk over the whole page, without recursion, so that depth costs nothing."""
        self._homes.append(root)
        self._names.append(name_of(root))
        events = etree.iterwalk(root, events=("start", "end"))
        for event, element in events:
            if event == "start":
                self._held.append(element)
                if self._starts(element):
                    events.skip_subtree()
                elif text := element.text:
                    self._words.add(text)
            else:
                if self._homes[-1] is element:
                    self._ends()
                elif self._open and self._open[-1].element is element:
                    mark = self._open.pop()
                    self._words.mark(mark.role, mark.start, mark.target)
                if (tail := element.tail) and element is not root:
                    self._words.add(tail)
        self._flush()

    def notes(self) -> tuple[str, ...]:
        """Return sentences about what the canonical form of the words took away."""
        return canonical("".join(self._changed)).notes

    def _starts(self, element: Element) -> bool:
        """Open an element; say whether what is inside has been dealt with."""
        name = name_of(element)
        if not name or name in tags.HIDDEN or (name == "svg" and _is_drawing(element)):
            return True
        if name in tags.INLINE:
            return self._inline(name, element)
        self._flush()
        if name in _PLAIN_BLOCKS and self._whole(name, element):
            return True
        self._homes.append(element)
        self._names.append(name)
        self._lists.starts(name, element)
        self._quotes += name == "blockquote"
        return False

    def _ends(self) -> None:
        """Close the block element in hand."""
        self._flush()
        name = self._names[-1]
        self._lists.ends(name)
        self._quotes -= name == "blockquote"
        if len(self._homes) > 1:
            self._homes.pop()
            self._names.pop()

    def _inline(self, name: str, element: Element) -> bool:
        """Take an element inside a line; say whether its words have been dealt with."""
        if name == "a" and leads_back(element):
            return True
        if figures := raised(name, element):
            self._words.add(figures)
            return True
        if name == "br" or (name == "span" and _is_break(element)):
            if self._words.ends_in_break() or self._words.ends_a_paragraph():
                self._flush()
            self._words.line_break()
        elif name in ("img", "amp-img"):
            self.pictures.append(Shown(element, len(self.blocks)))
        elif name == "mtd":
            self._words.add(" ")  # between the cells of a matrix
        else:
            role = _role(name, element)
            if role:
                target = address_of(element.get("href"), self.base) if name == "a" else None
                self._open.append(_Open(element, role, self._words.length, target))
        return False

    def _whole(self, name: str, element: Element) -> bool:
        """Take a table of data or written code as one block; False if it is neither."""
        if name == "table":
            text = tables.table_text(element)
            if not text:
                return False
            linked = sum(len(words) for link in element.iter("a") for words in words_in(link))
            title = " ".join(all_words(child) for child in element if name_of(child) == "caption")
            if title:
                self._add(Block(title, element, Hint.PARAGRAPH))
            block = Block(text, element, Hint.TABLE, linked=linked)
            self._add(block)
            head = block.text.find("\n")  # in the text as it is kept
            if tables.has_head(element) and head > 0:
                block.marks = (Part(Role.STRONG, Span(0, head)),)
            return True
        if element.find(".//p") is not None or element.find(".//img") is not None:
            return False
        text = "".join(words_in(element, "\n")).strip("\n").rstrip()
        self._add(Block(text, element, Hint.CODE))
        return True

    def _flush(self) -> None:
        """End the block in hand; marks that are still open go on in the next one."""
        words = self._words
        if not words.length:
            return  # all marks begin where the words do
        for mark in reversed(self._open):
            words.mark(mark.role, mark.start, mark.target)
            mark.start = 0
        text, marks = words.finished()
        if words.changed:
            self._changed.append(words.changed)
        if text:
            hint, level = self._hint()
            number = self._lists.number if hint == Hint.LIST_ITEM else None
            self.blocks.append(
                Block(text, self._homes[-1], hint, level, marks, words.linked, number)
            )
        self._words = Words()

    def _add(self, block: Block) -> None:
        text = canonical(block.text).text
        if text != block.text:
            self._changed.append(block.text)
            block.text = text
        if block.text.strip():
            self.blocks.append(block)

    def _hint(self) -> tuple[Hint, int | None]:
        around = self._names[-3:]
        if not tags.HEADINGS.isdisjoint(around):
            name = next(name for name in reversed(around) if name in tags.HEADINGS)
            return (Hint.TITLE if name == "h1" else Hint.HEADING), int(name[1])
        if self._quotes:
            return Hint.QUOTE, None
        if self._lists.depth and "li" in self._names[-4:]:
            return Hint.LIST_ITEM, self._lists.depth
        return Hint.PARAGRAPH, None


def _is_drawing(element: Element) -> bool:
    """Say whether an ``svg`` is a drawing without words: a sign behind a link, say.

    It stands inside a line like a picture, and must not part what is written around it.
    """
    return not any(map(str.strip, words_in(element)))


def _is_break(span: Element) -> bool:
    told = span.get("class")
    return told is not None and "br" in told.split()


def _role(name: str, element: Element) -> Role | None:
    if name == "a" and element.get("href") is not None:
        return Role.LINK
    if words_of_class(element) & CREDIT_WORDS:
        return Role.CREDIT
    if name in tags.STRONG:
        return Role.STRONG
    return Role.EMPHASIS if name in tags.EMPHASIS else None
