"""Markdown, with front matter: notes of Obsidian, Zettlr and clippers, static sites' posts.

CommonMark and tables as markdown-it-py reads them (https://spec.commonmark.org/); HTML inside is
text, never mark-up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from clipreader.importers import front_matter
from clipreader.importers.page.pictures import media_type_of, picture_data
from clipreader.model import (
    Draft,
    Hint,
    Image,
    Line,
    Part,
    Role,
    Source,
    Span,
)
from clipreader.text.encodings import decode
from clipreader.text.normal import canonical

_DEEPEST = 60
"""Lists and quotes inside each other; beyond it markdown-it drops text without a word."""

_MOST_LINES = 60_000
"""Lines beyond which a file is no article and takes markdown-it tens of seconds."""

_LONGEST_CAPTION = 250
_SENTENCE_ENDS = (".", "!", "?", "…", ":", ".”", ".»", '."')
_PLAIN = "The file is too {} to be read as Markdown: its text was taken as it stands."


def read(source: Source) -> Draft:
    """Make a draft of Markdown. Never raises; broken front matter stays as text."""
    decoded = decode(source.data)
    form = canonical(decoded.text)
    body, candidates = front_matter.split(form.text)
    reader = _Reader()
    notes = (*decoded.notes, *form.notes)
    refusal = _walk(reader, body)
    if refusal:
        reader = _Reader()
        reader.lines = [
            Line(text.strip(), blank_before=True) for text in body.split("\n") if text.strip()
        ]
        notes = (*notes, refusal)
    return Draft(
        tuple(reader.lines),
        media_type="text/markdown",
        encoding=decoded.encoding,
        encoding_certainty=decoded.certainty,
        images=tuple(reader.images),
        candidates=candidates,
        notes=notes,
    )


def _walk(reader: _Reader, body: str) -> str:
    """Make lines of Markdown; return a sentence where that cannot be done without loss."""
    if body.count("\n") > _MOST_LINES:
        return _PLAIN.format("long")
    options = {"html": False, "maxNesting": _DEEPEST}
    try:
        tokens = MarkdownIt("commonmark", options).enable("table").parse(body)
    except RecursionError:
        return _PLAIN.format("deeply nested")
    if max((token.level for token in tokens), default=0) >= _DEEPEST - 2:
        return _PLAIN.format("deeply nested")
    reader.walk(tokens)
    return ""


@dataclass
class _Words:
    """The text of one line as it grows, with its marks."""

    text: str = ""
    marks: list[Part] = field(default_factory=list[Part])

    def line(self, hint: Hint, level: int | None, image: str | None) -> Line | None:
        """Return the line with blanks cut off at both ends, or None if nothing is left."""
        cut = len(self.text) - len(self.text.lstrip())
        text = self.text.strip()
        if not text:
            return None
        marks: list[Part] = []
        for mark in self.marks:
            start = min(max(mark.span.start - cut, 0), len(text))
            end = min(max(mark.span.end - cut, start), len(text))
            if end > start:
                marks.append(replace(mark, span=Span(start, end)))
        marks.sort(key=lambda mark: (mark.span.start, -mark.span.end))
        return Line(text, hint, level, tuple(marks), image, blank_before=True)


class _Reader:
    """Walks the tokens of a file once and keeps the lines it makes."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.images: list[Image] = []
        self._lists: list[int | None] = []
        self._quotes = 0
        self._row: list[str] | None = None
        self._table: list[str] = []
        self._heading: int | None = None
        self._waiting: Image | None = None

    def walk(self, tokens: Sequence[Token]) -> None:
        """Make lines of all tokens."""
        for token in tokens:
            self._take(token)
        self._settle()

    def _take(self, token: Token) -> None:
        kind = token.type
        if kind.startswith(("bullet_list", "ordered_list", "list_item")):
            self._take_list(token)
        elif kind == "blockquote_open":
            self._quotes += 1
        elif kind == "blockquote_close":
            self._quotes -= 1
        elif kind == "heading_open":
            self._heading = int(token.tag[1:])
        elif kind == "heading_close":
            self._heading = None
        elif kind in ("fence", "code_block"):
            self._add(Line(token.content.rstrip("\n"), Hint.CODE, blank_before=True))
        elif kind == "inline":
            self._inline(token)
        else:
            self._take_table(kind)

    def _take_list(self, token: Token) -> None:
        """Keep the number of the item in hand for each open list; a list of bullets has none."""
        if token.type == "bullet_list_open":
            self._lists.append(None)
        elif token.type == "ordered_list_open":
            start = token.attrGet("start")
            self._lists.append((1 if start is None else int(start)) - 1)
        elif token.type == "list_item_open":
            number = self._lists[-1]
            self._lists[-1] = None if number is None else number + 1
        elif token.type != "list_item_close":
            self._lists.pop()

    def _take_table(self, kind: str) -> None:
        if kind == "tr_open":
            self._row = []
        elif kind == "tr_close" and self._row is not None:
            self._table.append("\t".join(self._row))
            self._row = None
        elif kind == "table_close":
            head = Part(Role.STRONG, Span(0, len(self._table[0])))
            marks = (head,) if self._table[0] else ()
            self._add(Line("\n".join(self._table), Hint.TABLE, marks=marks, blank_before=True))
            self._table = []

    def _inline(self, token: Token) -> None:
        words, pictures = self._words(token.children or ())
        if self._row is not None:
            self._row.append(words.text.strip())
            return
        if pictures:
            self._pictures(words, pictures)
            return
        hint, level = self._hint()
        line = words.line(hint, level, None)
        if line is None:
            return
        if hint == Hint.LIST_ITEM:
            line = replace(line, number=self._lists[-1])
        picture = self._waiting
        if picture is not None and hint == Hint.PARAGRAPH and _reads_like_a_caption(line):
            line = replace(line, hint=Hint.CAPTION, image=picture.key)
            self._waiting = None
        self._add(line)

    def _pictures(self, words: _Words, pictures: list[Image]) -> None:
        """A picture alone waits for the caption below it; one with words belongs to them."""
        self.images.extend(pictures)
        line = words.line(Hint.CAPTION, None, pictures[-1].key)
        if line is not None:
            self._add(line)
            return
        self._settle()
        self._waiting = next((one for one in reversed(pictures) if one.alt), pictures[-1])

    def _settle(self) -> None:
        """Give a picture that found no caption below it the words it brought itself."""
        picture, self._waiting = self._waiting, None
        if picture is not None and picture.alt:
            line = Line(picture.alt, Hint.CAPTION, image=picture.key, blank_before=True)
            self.lines.append(line)

    def _hint(self) -> tuple[Hint, int | None]:
        if self._heading is not None:
            hint = Hint.TITLE if self._heading == 1 and not self.lines else Hint.HEADING
            return hint, self._heading
        if self._lists:
            return Hint.LIST_ITEM, len(self._lists)
        return (Hint.QUOTE if self._quotes else Hint.PARAGRAPH), None

    def _add(self, line: Line) -> None:
        self._settle()
        if line.text.strip():
            self.lines.append(line)

    def _words(self, tokens: Iterable[Token]) -> tuple[_Words, list[Image]]:
        words = _Words()
        pictures: list[Image] = []
        open_marks: list[tuple[Role, int, str | None]] = []
        for token in tokens:
            if token.type in ("softbreak", "hardbreak"):
                words.text += " "
            elif token.type == "image":
                key = f"picture-{len(self.images) + len(pictures) + 1}"
                title = str(token.attrGet("title") or "")
                address = str(token.attrGet("src") or "")
                pictures.append(_image(key, address, title or token.content))
            elif token.type in _OPENING:
                target = token.attrGet("href")
                open_marks.append(
                    (_OPENING[token.type], len(words.text), str(target) if target else None)
                )
            elif token.type in _CLOSING and open_marks:
                role, start, target = open_marks.pop()
                span = Span(start, len(words.text))
                words.marks.append(
                    Part(role, span, 1.0, ("the file marks it so",), "markup", target=target)
                )
            else:
                words.text += token.content
        return words, pictures


_OPENING = {"em_open": Role.EMPHASIS, "strong_open": Role.STRONG, "link_open": Role.LINK}
_CLOSING = {"em_close", "strong_close", "link_close"}


def _image(key: str, address: str, alt: str) -> Image:
    """Return a picture with its bytes, if the file holds them, or else with its address."""
    data = picture_data(address)
    if data is None:
        return Image(key, address=address, alt=alt)
    return Image(key, media_type_of(data) or "", data, alt=alt)


def _reads_like_a_caption(line: Line) -> bool:
    """Say whether the line below a picture is its caption: set in italics, or short and open."""
    if len(line.text) <= _LONGEST_CAPTION and not line.text.endswith(_SENTENCE_ENDS):
        return True
    return any(
        mark.role == Role.EMPHASIS and len(mark.span) == len(line.text) for mark in line.marks
    )
