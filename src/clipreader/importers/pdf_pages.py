"""The printed lines of a PDF's pages, with where they stand and how they are set.

Read with PDFium by way of pypdfium2: its letters are right where others keep ligatures or break
words at justified blanks. PDFium is not made for threads, so one file is read at a time.
"""

from __future__ import annotations

import ctypes
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any, Final, Protocol, TypeAlias, cast

from clipreader.importers.pdf_pictures import PrintedPicture, pictures_on
from clipreader.model import Source, UnreadableSource

MOST_PAGES: Final = 400
"""Pages beyond which a file is no article, nor an issue of a paper."""

MOST_LETTERS: Final = 800_000
"""Letters of all pages together that are read."""

_ONE_AT_A_TIME: Final = threading.Lock()
_PASSWORD: Final = 4
_LINE_END_HYPHENS: Final = (0x02, 0xFFFE)
_WIDE_GAP: Final = 2.2
"""Blanks wider than this many sizes stand between two columns, not between two words."""

_BOLD: Final = re.compile(rb"bold|black|heavy|semi|demi", re.IGNORECASE)


Raw: TypeAlias = Any
"""PDFium's own functions, for which the library brings no types."""


class _Text(Protocol):
    """The letters of a page."""

    raw: object

    def close(self) -> None: ...


class _Page(Protocol):
    """A page of a file."""

    def get_textpage(self) -> _Text: ...
    def get_height(self) -> float: ...
    def get_objects(
        self,
        *,
        max_depth: int,
        filter: list[int] = ...,  # noqa: A002  # its name
    ) -> Iterator[object]: ...
    def close(self) -> None: ...


class _Document(Protocol):
    """An open file."""

    def __len__(self) -> int: ...
    def __getitem__(self, number: int) -> _Page: ...
    def get_metadata_dict(self) -> dict[str, str]: ...
    def close(self) -> None: ...


class _Box(Protocol):
    """Where a letter stands, in points."""

    left: float
    right: float
    bottom: float
    top: float


class _Pdfium:
    """PDFium, loaded when a PDF is read: it takes 30 ms, and few files are PDFs."""

    def __init__(self) -> None:
        module = cast("Any", import_module("pypdfium2"))
        self.raw: Raw = import_module("pypdfium2.raw")
        self.error = cast("type[Exception]", module.PdfiumError)
        self._open = cast("Callable[[bytes], _Document]", module.PdfDocument)

    def opened(self, source: Source) -> _Document:
        """Open a file. Raises UnreadableSource with a sentence for the person."""
        try:
            return self._open(source.data)
        except self.error as error:
            if self.raw.FPDF_GetLastError() == _PASSWORD or "password" in str(error).lower():
                words = "is protected by a password: save it without one, and import it again."
                raise UnreadableSource(f"“{source.name}” {words}", repr(error)) from error
            raise _damaged(source.name, error) from error


@dataclass(slots=True)
class PrintedLine:
    """One line as it is printed. Places are points from the lower left corner of its page.

    ``hyphen`` says that it ends in a hyphen that PDFium takes for a word's broken end; it is not in
    the text. ``turned`` is text that runs upwards or downwards.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False
    hyphen: bool = False
    turned: bool = False

    @property
    def wide(self) -> float:
        """Return the mean width of a letter."""
        return (self.right - self.left) / max(1, len(self.text))


@dataclass(slots=True)
class PrintedPage:
    """One page: its height in points, its lines and pictures as they come.

    ``is_scan`` says that it has no text and shows a picture, of whatever kind.
    """

    height: float
    lines: list[PrintedLine] = field(default_factory=list[PrintedLine])
    pictures: tuple[PrintedPicture, ...] = ()
    is_scan: bool = False


@dataclass(frozen=True, slots=True)
class Printed:
    """A file's pages and what it says of itself."""

    pages: tuple[PrintedPage, ...]
    title: str = ""
    author: str = ""


def printed(source: Source) -> Printed:
    """Return the pages of a PDF. Raises UnreadableSource with a sentence for the person."""
    with _ONE_AT_A_TIME:
        library = _Pdfium()
        document = library.opened(source)
        try:
            return _all_of(library, document, source.name)
        except library.error as error:
            raise _damaged(source.name, error) from error
        finally:
            document.close()


def _damaged(name: str, error: Exception) -> UnreadableSource:
    return UnreadableSource(f"“{name}” is damaged and cannot be read.", repr(error))


def _all_of(library: _Pdfium, document: _Document, name: str) -> Printed:
    count = len(document)
    if count > MOST_PAGES:
        words = f"is too long for an article: it has {count:,} pages."
        raise UnreadableSource(f"“{name}” {words}")
    pages: list[PrintedPage] = []
    letters: int = 0
    for number in range(count):
        try:
            page = document[number]
        except library.error:
            continue  # one broken page harms no other
        text = page.get_textpage()
        letters += library.raw.FPDFText_CountChars(text.raw)
        if letters > MOST_LETTERS:
            raise UnreadableSource(f"“{name}” is too long for an article.")
        here = PrintedPage(page.get_height(), list(_lines(library.raw, text.raw)))
        if here.lines:
            with suppress(library.error):  # the words matter more
                here.pictures = pictures_on(page)
        else:
            kinds = [library.raw.FPDF_PAGEOBJ_IMAGE]
            here.is_scan = next(page.get_objects(max_depth=4, filter=kinds), None) is not None
        pages.append(here)
        text.close()
        page.close()
    told = document.get_metadata_dict()
    return Printed(tuple(pages), str(told.get("Title", "")), str(told.get("Author", "")))


@dataclass(slots=True)
class _Letter:
    """One letter: its number on the page, its sign, its box, and whether it runs up or down."""

    at: int
    sign: str
    left: float
    right: float
    base: float
    size: float
    turned: bool


def _lines(pdfium: Raw, page: object) -> Iterator[PrintedLine]:
    """Yield the lines of a page, in the order in which the file sets them."""
    box = pdfium.FS_RECTF()
    letters: list[_Letter] = []
    for at in range(pdfium.FPDFText_CountChars(page)):
        code = pdfium.FPDFText_GetUnicode(page, at)
        if code in (10, 13):
            yield from _line(pdfium, page, letters, hyphen=False)
            letters = []
            continue
        if code in _LINE_END_HYPHENS:
            yield from _line(pdfium, page, letters, hyphen=True)
            letters = []
            continue
        if pdfium.FPDFText_IsGenerated(page, at):
            if letters:
                letters.append(_blank_behind(letters[-1]))
            continue
        pdfium.FPDFText_GetLooseCharBox(page, at, ctypes.byref(box))
        angle = pdfium.FPDFText_GetCharAngle(page, at)
        size = _size(pdfium, page, at, box)
        sign = chr(code) if 0 < code < 0x110000 else "\ufffd"
        turned = 0.5 < angle % 3.1416 < 2.6
        letter = _Letter(at, sign, box.left, box.right, box.bottom, size, turned)
        if letters and _is_apart(letters[-1], letter):
            yield from _line(pdfium, page, letters, hyphen=False)
            letters = []
        letters.append(letter)
    yield from _line(pdfium, page, letters, hyphen=False)


def _size(pdfium: Raw, page: object, at: int, box: _Box) -> float:
    """Return the size in points as it is printed: files scale their pages as they like."""
    told = pdfium.FPDFText_GetFontSize(page, at)
    tall = abs(box.top - box.bottom)
    return round(told if told > 2 and 0.7 < tall / told < 2.2 else tall / 1.15, 1) or 1.0


def _blank_behind(letter: _Letter) -> _Letter:
    return _Letter(
        letter.at, " ", letter.right, letter.right, letter.base, letter.size, letter.turned
    )


def _is_apart(one: _Letter, other: _Letter) -> bool:
    """Say whether a letter begins a new line or stands in the next column."""
    if one.turned or other.turned:
        return one.turned != other.turned
    size = max(one.size, other.size)
    if abs(one.base - other.base) > size * 0.7 or other.left < one.left - size * 2:
        return True
    return other.left - one.right > size * _WIDE_GAP


def _line(
    pdfium: Raw, page: object, letters: list[_Letter], *, hyphen: bool
) -> Iterator[PrintedLine]:
    text = " ".join("".join(letter.sign for letter in letters).split())
    if not text:
        return
    seen = [letter for letter in letters if not letter.sign.isspace()]
    sizes = sorted(letter.size for letter in seen)
    yield PrintedLine(
        text,
        min(letter.left for letter in seen),
        max(letter.right for letter in seen),
        seen[-1].base if seen[-1].size >= seen[0].size else seen[0].base,
        sizes[len(sizes) // 2],
        all(_is_bold(pdfium, page, seen[place].at) for place in (0, len(seen) // 2, -1)),
        hyphen,
        seen[0].turned,
    )


def _is_bold(pdfium: Raw, page: object, at: int) -> bool:
    name = ctypes.create_string_buffer(120)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(page, at, name, 120, ctypes.byref(flags))
    return bool(_BOLD.search(name.value)) or pdfium.FPDFText_GetFontWeight(page, at) >= 600
