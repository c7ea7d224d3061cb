"""Rich text (RTF), as WordPad, TextEdit, Word, Pages and old mail programs write it.

Rich Text Format 1.9.1. Read by hand and not with striprtf, which hands on words alone: headings,
links, lists, tables, notes and pictures would be lost. Headers and footers are left out.
"""

from __future__ import annotations

from copy import copy
from typing import Final

from clipreader.importers.aside import Aside, Rows
from clipreader.importers.galley import Galley, LeftOut
from clipreader.importers.package import LARGEST_PICTURE
from clipreader.importers.properties import candidates_of
from clipreader.importers.rich_text_state import (
    PROPERTIES,
    Into,
    Letters,
    State,
    Style,
    Tables,
    link_of,
    number_of,
    picture_of,
)
from clipreader.importers.rich_text_tokens import Kind, Token, tokens
from clipreader.importers.rich_text_vocabulary import (
    ENDS,
    FILE_PAGES,
    IGNORED,
    INTO,
    KNOWN_STARRED,
    SIGNS,
)
from clipreader.model import Draft, Hint, Source, UnreadableSource

MEDIA_TYPE = "application/rtf"
"""What an RTF is called on the web and in mail."""

MOST_TOKENS = 1_000_000
"""Control words, brackets and pieces of text beyond which a file is no article."""

DEEPEST = 1_000
"""Groups inside each other beyond which a file is not read."""

_CUT: Final = "The file is incomplete: it ends in the middle."


def read(source: Source) -> Draft:
    """Make a draft of an RTF. Raises UnreadableSource with a sentence for the person."""
    reader = _Reader(source.name)
    for count, token in enumerate(tokens(source.data)):
        if count > MOST_TOKENS:
            raise UnreadableSource(f"“{source.name}” is too large to be an article.")
        reader.take(token)
    is_whole = reader.finish()
    lines = reader.galley.finished()
    return Draft(
        lines,
        media_type=MEDIA_TYPE,
        images=tuple(reader.galley.images),
        candidates=candidates_of(
            lines,
            title=reader.told.get(Into.TITLE),
            author=reader.told.get(Into.AUTHOR),
            language=None,
        ),
        notes=(*reader.galley.notes(), *(() if is_whole else (_CUT,))),
    )


class _Reader:
    """Takes one token after the other and tells the galley what they make."""

    def __init__(self, name: str) -> None:
        self.galley = Galley(name)
        self.told: dict[Into, str] = {}
        self._name = name
        self._tables = Tables()
        self._state = State()
        self._around: list[State] = []
        self._letters = Letters()
        self._starred = False
        self._collected: list[str] = []
        self._picture = bytearray()
        self._is_shown = False
        self._mark: str | None = None
        self._notes: list[Aside] = []
        self._boxes: list[Aside] = []
        self._rows = Rows()

    def take(self, token: Token) -> None:
        """Take one token. Raises UnreadableSource if groups are nested too deep."""
        if token.kind in (Kind.TEXT, Kind.BYTE):
            self._text(token.data)
            return
        starred, self._starred = self._starred, False
        if token.kind == Kind.WORD and token.name == "u":
            self._unicode(token.number or 0)
            return
        self._flush()
        if token.kind == Kind.OPEN:
            self._open()
        elif token.kind == Kind.CLOSE:
            self._close()
        elif token.kind == Kind.WORD:
            self._word(token.name, token.number, starred=starred)
        elif token.kind == Kind.SIGN:
            self._sign(token.name)
        elif self._state.into == Into.PICTURE:
            self._picture += token.data[:LARGEST_PICTURE]

    def finish(self) -> bool:
        """End what is in hand, and put the notes below the text; say whether all groups ended."""
        self._flush()
        self._rows.told(self.galley)
        self.galley.end()
        self._open_boxes()
        for note in self._notes:
            note.told(self.galley)
        return not self._around

    def _text(self, data: bytes) -> None:
        if self._state.into == Into.PICTURE:
            self._picture += data[: max(0, 2 * LARGEST_PICTURE - len(self._picture))]
        elif not self._letters.take(data):
            self._flush(ends=False)
            self._letters.take(data)

    def _unicode(self, number: int) -> None:
        if not self._letters.take_number(number, self._state.instead):
            self._flush()
            self._letters.take_number(number, self._state.instead)

    def _flush(self, *, ends: bool = True) -> None:
        """Hand on the text that was gathered."""
        words = self._letters.gathered(self._tables, self._state.font, ends=ends)
        if words:
            self._words(words)

    def _words(self, words: str) -> None:
        state = self._state
        if state.into in (Into.NOTHING, Into.SHAPE, Into.FONTS, Into.PICTURE):
            return
        if state.into == Into.HEADER:
            if any(character.isalpha() for character in words):
                self.galley.leave_out(LeftOut.HEADERS)
        elif state.into != Into.TEXT:
            self._collected.append(words)
        elif state.deleted or state.hidden:
            self.galley.leave_out(LeftOut.DELETED if state.deleted else LeftOut.HIDDEN)
        else:
            sink = self._begun()
            sink.add(words, state.face())

    def _sink(self) -> Galley | Aside:
        if self._state.aside is not None:
            return self._state.aside
        if self._state.in_table:
            return self._rows.cell
        self._rows.told(self.galley)
        return self.galley

    def _begun(self) -> Galley | Aside:
        sink = self._sink()
        if not sink.is_begun:
            mark, self._mark = self._mark, None
            hint, level = self._tables.hint(self._state)
            if self._state.is_note:
                sink.begin(Hint.LIST_ITEM, 1, len(self._notes))
            elif hint == Hint.PARAGRAPH and (self._state.listed or mark is not None):
                depth = self._state.depth + 1
                sink.begin(Hint.LIST_ITEM, depth, number_of(mark or ""))
            else:
                sink.begin(hint, level)
        return sink

    def _open(self) -> None:
        if len(self._around) >= DEEPEST:
            raise UnreadableSource(f"“{self._name}” is nested too deep to be read.")
        self._around.append(copy(self._state))
        if self._state.into == Into.STYLES:
            self._collected = []
            self._state.style, self._state.outline, self._state.listed = 0, None, -1

    def _close(self) -> None:
        if not self._around:
            return
        inner, self._state = self._state, self._around.pop()
        if inner.into == Into.STYLES == self._state.into:
            self._style(inner)
        if inner.into == self._state.into:
            return
        words = "".join(self._collected)
        if inner.into == Into.LINK:
            self._state.link = link_of(words) or self._state.link
        elif inner.into == Into.MARK:
            self._mark = words
        elif inner.into in (Into.TITLE, Into.AUTHOR):
            self.told.setdefault(inner.into, words)
        elif inner.into == Into.PICTURE:
            self._show()

    def _style(self, state: State) -> None:
        """Keep a style of the sheet; ``listed`` holds what it is based on while it is read."""
        name = "".join(self._collected).strip().removesuffix(";")
        based_on = state.listed if state.listed >= 0 and state.listed != state.style else None
        self._tables.styles.setdefault(state.style, Style(name, based_on, state.outline))

    def _show(self) -> None:
        data, self._picture = bytes(self._picture), bytearray()
        if not self._is_shown:
            self.galley.unshown += 1
            return
        self._sink().picture(picture_of(data))

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._starred = True
        elif sign in "\r\n":
            self._end_paragraph()
        elif sign in SIGNS:
            self._words(SIGNS[sign])

    def _word(self, name: str, number: int | None, *, starred: bool) -> None:
        if name == "ud":
            self._state.into = Into.TEXT
        elif name in INTO or name in IGNORED or (starred and name not in KNOWN_STARRED):
            self._destination(name)
        elif self._state.into == Into.FONTS:
            self._font(name, number or 0)
        elif name in PROPERTIES:
            PROPERTIES[name](self._state, number)
        elif name == "sbasedon" and self._state.into == Into.STYLES:
            self._state.listed = number or 0
        elif name in ("ansicpg", "mac", "pc", "pca"):
            self._tables.set_default(FILE_PAGES.get(name, f"cp{number}"))
        elif name in ("pngblip", "jpegblip", "wmetafile", "emfblip", "dibitmap", "macpict"):
            self._is_shown = name in ("pngblip", "jpegblip")
        elif self._state.into == Into.TEXT:
            self._control(name)
        elif name in SIGNS:
            self._words(SIGNS[name])

    def _destination(self, name: str) -> None:
        """Turn the words of the group to what its first control word says they are for."""
        if name == "annotation":
            self.galley.leave_out(LeftOut.COMMENTS)
        into = INTO.get(name, Into.NOTHING)
        if self._state.into == Into.NOTHING and into not in (Into.TITLE, Into.AUTHOR):
            return
        if self._state.into == Into.HEADER or (
            self._state.into == Into.SHAPE and into != Into.PICTURE
        ):
            into = Into.NOTHING
        self._state.into = into
        self._collected = []
        self._picture = bytearray()
        self._is_shown = False

    def _font(self, name: str, number: int) -> None:
        if name == "f":
            self._state.font = number
        elif name == "fcharset":
            self._tables.set_font(self._state.font, number)

    def _control(self, name: str) -> None:
        if name in ENDS:
            self._end_paragraph()
        elif name == "line":
            self._begun().line_break()
        elif name == "cell":
            self._rows.end_cell()
        elif name == "row":
            self._rows.end_row()
        elif name == "footnote" and not self._state.is_note:
            self._words(f"[{len(self._notes) + 1}]")
            self._state.is_note, self._state.aside = True, Aside()
            self._notes.append(self._state.aside)
        elif name == "shptxt":
            self._state.aside = Aside()
            self._boxes.append(self._state.aside)
        elif name in SIGNS:
            self._words(SIGNS[name])

    def _end_paragraph(self) -> None:
        sink = self._sink()
        if not sink.is_begun:
            sink.begin()
        sink.end()
        if sink is self.galley:
            self._open_boxes()

    def _open_boxes(self) -> None:
        """Tell the words of boxes, which float beside the paragraph that they stand in."""
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            box.told(self.galley)
            self.galley.end()
