"""What holds at one place of a rich text, and the tables that its numbers refer to."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from clipreader.importers.aside import Aside
from clipreader.importers.page.tree import address_of
from clipreader.importers.paragraph import Face
from clipreader.importers.style_names import hint_of
from clipreader.model import Hint

_CODE_PAGES: Final[dict[int, str]] = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "cp950",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257",
    204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
_NUMBER: Final = re.compile(r"\D{0,3}(\d{1,4})\D")
_LINK: Final = re.compile(r'\s*HYPERLINK\s+"([^"]{1,2000})"', re.IGNORECASE)
_NO_DIGITS: Final = re.compile(rb"[^0-9a-fA-F]")
_DEEPEST: Final = 12


class Into(Enum):
    """What the words of a group are for."""

    TEXT = auto()
    NOTHING = auto()
    HEADER = auto()
    SHAPE = auto()
    FONTS = auto()
    STYLES = auto()
    LINK = auto()
    PICTURE = auto()
    MARK = auto()
    TITLE = auto()
    AUTHOR = auto()


@dataclass(slots=True)
class State:
    """What holds for the words that follow; each group has its own, made from that around it.

    ``instead`` is how many characters stand behind a number of Unicode for readers that know
    none. ``listed`` is the number of a list, 0 for none. ``aside`` takes the
    words of a note or a box.
    """

    into: Into = Into.TEXT
    strong: bool = False
    emphasis: bool = False
    hidden: bool = False
    deleted: bool = False
    size: float = 12.0
    font: int = 0
    instead: int = 1
    style: int = 0
    outline: int | None = None
    listed: int = 0
    depth: int = 0
    in_table: bool = False
    link: str | None = None
    is_note: bool = False
    aside: Aside | None = None

    def plain(self) -> None:
        """Set the words back to how they are without any formatting."""
        self.strong = self.emphasis = self.hidden = self.deleted = False
        self.size = 12.0

    def new_paragraph(self) -> None:
        """Set the paragraph back to how it is without any formatting."""
        self.style = self.listed = self.depth = 0
        self.outline = None
        self.in_table = False

    def face(self) -> Face:
        """Return how the words are set."""
        return Face(self.strong, self.emphasis, self.link, self.size)


@dataclass(frozen=True, slots=True)
class Style:
    """A style of paragraphs: its name, the number of the one it is based on, its outline level."""

    name: str
    based_on: int | None = None
    outline: int | None = None


class Tables:
    """Fonts with their code pages, and styles, both by number."""

    def __init__(self) -> None:
        self.styles: dict[int, Style] = {}
        self._fonts: dict[int, str] = {}
        self._default = "cp1252"

    def set_default(self, name: str) -> None:
        """Set the code page of the file; what Python does not know leaves it as it was."""
        name = "utf-8" if name == "cp65001" else name
        try:
            codecs.lookup(name)
        except LookupError:
            return
        self._default = name

    def set_font(self, font: int, character_set: int) -> None:
        """Set the code page of a font by the number of its character set."""
        if character_set in _CODE_PAGES:
            self._fonts[font] = _CODE_PAGES[character_set]

    def decoded(self, data: bytes, font: int) -> str:
        """Return the text of bytes in a font; what means nothing becomes a mark."""
        return data.decode(self._fonts.get(font, self._default), "replace")

    def hint(self, state: State) -> tuple[Hint, int | None]:
        """Return what a paragraph is by its style or outline, with its level."""
        outline = state.outline
        number: int | None = state.style
        for _ in range(_DEEPEST):
            style = self.styles.get(number) if number is not None else None
            if style is None:
                break
            said = hint_of(style.name)
            if said:
                return said
            outline = style.outline if outline is None else outline
            number = style.based_on
        if outline is not None and 0 <= outline < 6:
            return Hint.HEADING, outline + 1
        return Hint.PARAGRAPH, None


class Letters:
    """Text as it is gathered: bytes of a code page, or units of UTF-16 written as numbers."""

    def __init__(self) -> None:
        self._data = bytearray()
        self._are_units = False
        self._skip = 0

    def take(self, data: bytes) -> bool:
        """Take bytes, without those that stand behind a number for readers that know none.

        False means that what was gathered has to be handed on first.
        """
        skipped = min(self._skip, len(data))
        if skipped == len(data):
            self._skip -= skipped
            return True
        if self._are_units and self._data:
            return False
        self._skip = 0
        self._are_units = False
        self._data += data[skipped:]
        return True

    def take_number(self, number: int, instead: int) -> bool:
        """Take a unit of UTF-16, for which ``instead`` bytes stand behind it; see ``take``."""
        if self._data and not self._are_units:
            return False
        self._are_units = True
        self._data += (number & 0xFFFF).to_bytes(2, "little")
        self._skip = instead
        return True

    def gathered(self, tables: Tables, font: int, *, ends: bool = True) -> str:
        """Return the text and begin anew; ``ends`` says that nothing is to be left out any more."""
        if ends:
            self._skip = 0
        data, self._data = bytes(self._data), bytearray()
        if self._are_units:
            self._are_units = False
            return data.decode("utf-16-le", "replace")
        return tables.decoded(data, font) if data else ""


def _switch(name: str) -> Callable[[State, int | None], None]:
    return lambda state, number: setattr(state, name, number != 0)


def _number(name: str, otherwise: int = 0) -> Callable[[State, int | None], None]:
    return lambda state, number: setattr(state, name, otherwise if number is None else number)


def _instead(state: State, number: int | None) -> None:
    """Take down how many signs stand for one of Unicode; more than a few would eat the text."""
    state.instead = min(max(1 if number is None else number, 0), 8)


def _size(state: State, number: int | None) -> None:
    state.size = min(max(number or 24, 2), 1_000) / 2


PROPERTIES: Final[dict[str, Callable[[State, int | None], None]]] = {
    "b": _switch("strong"),
    "i": _switch("emphasis"),
    "v": _switch("hidden"),
    "deleted": _switch("deleted"),
    "intbl": _switch("in_table"),
    "fs": _size,
    "f": _number("font"),
    "s": _number("style"),
    "ls": _number("listed"),
    "ilvl": _number("depth"),
    "outlinelevel": _number("outline"),
    "uc": _instead,
    "plain": lambda state, _: state.plain(),
    "pard": lambda state, _: state.new_paragraph(),
}
"""What each control word changes in the state, with its number if it has one."""


def number_of(mark: str) -> int | None:
    """Return the number that stands before an item of a list ("3.", "(3)"), or None."""
    found = _NUMBER.match(f"{mark} ")
    return int(found[1]) if found else None


def link_of(instruction: str) -> str | None:
    """Return the address that a field links to by what it is told to do, or None."""
    found = _LINK.match(instruction)
    return address_of(found[1], "") if found else None


def picture_of(data: bytes) -> bytes:
    """Return a picture's bytes, which are written as they are or in hexadecimal digits."""
    if data.startswith((b"\x89PNG", b"\xff\xd8\xff")):
        return data
    digits = _NO_DIGITS.sub(b"", data)
    return bytes.fromhex(digits[: len(digits) // 2 * 2].decode("ascii"))
