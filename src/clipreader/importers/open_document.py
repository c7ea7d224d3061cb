"""Documents of LibreOffice and others (ODT): OpenDocument 1.3 part 3, text documents.

Read with lxml alone: it is little code, and odfpy has seen no release since 2020. Words may stand
in any element, so that what is not known is read rather than lost. Headers and footers are left
out: they repeat on each page and belong to none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from clipreader.importers.galley import Galley, LeftOut
from clipreader.importers.open_document_styles import Styles
from clipreader.importers.package import Element, Package, attribute, child, local_name
from clipreader.importers.page.tree import address_of
from clipreader.importers.paragraph import Face
from clipreader.importers.properties import candidates_of
from clipreader.model import Candidate, Draft, Hint, Source

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
"""What an ODT calls itself, in the first of its parts."""

_SHAPES = frozenset({"custom-shape", "rect", "ellipse", "text-box", "g", "frame", "a"})
_WITHOUT_WORDS = frozenset(
    {"tracked-changes", "table-of-content", "alphabetical-index", "illustration-index",
     "bibliography", "sequence-decls", "variable-decls", "user-field-decls", "forms", "scripts",
     "event-listeners", "note-citation", "ruby-text", "object", "plugin",
     "number", "change", "page-number", "page-count"}
)  # fmt: skip
_LEFT_OUT = {
    "tracked-changes": LeftOut.DELETED,
    "annotation": LeftOut.COMMENTS,
    "hidden-text": LeftOut.HIDDEN,
    "hidden-paragraph": LeftOut.HIDDEN,
}
_NO_DATA = frozenset({"table", "frame", "note", "list"})


def read(source: Source) -> Draft:
    """Make a draft of an ODT. Raises UnreadableSource with a sentence for the person."""
    package = Package(source)
    if b"encryption-data" in (package.part("META-INF/manifest.xml") or b""):
        raise package.locked()
    root = package.tree("content.xml")
    text = child(child(root, "body"), "text")
    if text is None:
        raise package.damaged("no content with a text")
    sheet = package.side_tree("styles.xml")
    reader = _Reader(package, Styles([sheet, root]))
    reader.blocks(text)
    reader.notes_below()
    if sheet is not None and any(map(_has_header, sheet.iter())):
        reader.galley.leave_out(LeftOut.HEADERS)
    lines = reader.galley.finished()
    return Draft(
        lines,
        media_type=MEDIA_TYPE,
        images=tuple(reader.galley.images),
        candidates=_candidates(package, reader),
        notes=reader.galley.notes(),
    )


class _Reader:
    """Walks the text once and tells the galley what it finds."""

    def __init__(self, package: Package, styles: Styles) -> None:
        self.galley = Galley(package.name)
        self._package = package
        self._styles = styles
        self._notes: list[Element] = []
        self._boxes: list[Element] = []
        self._lists: list[tuple[str, int | None]] = []
        self._counted: dict[str, int] = {}

    def blocks(self, element: Element) -> None:
        """Read paragraphs, lists and tables, and whatever holds them."""
        for one in element:
            name = local_name(one)
            if name in ("p", "h"):
                self._paragraph(one, name)
            elif name == "list":
                self._list(one)
            elif name == "table":
                self._table(one)
            elif name == "frame":
                self._frame(one)
                self._open_boxes()
            elif self._has_words(name):
                self.blocks(one)

    def notes_below(self) -> None:
        """Read the footnotes and endnotes, in the order of the text."""
        for number, note in enumerate(self._notes, 1):
            self._lists = [("", number)]
            body = child(note, "note-body")
            for paragraph in () if body is None else body:
                if local_name(paragraph) == "p":
                    self._paragraph(paragraph, "p")
        self._lists = []

    def _has_words(self, name: str) -> bool:
        if name in _LEFT_OUT:
            self.galley.leave_out(_LEFT_OUT[name])
        return name not in _WITHOUT_WORDS and not name.startswith(("annotation", "hidden"))

    def _paragraph(self, element: Element, name: str) -> None:
        style = attribute(element, "style-name")
        hint, level = self._styles.hint(style)
        if name == "h" and hint in (Hint.PARAGRAPH, Hint.HEADING):
            told = attribute(element, "outline-level") or ""
            known = told.isascii() and told.isdigit() and len(told) < 3
            hint, level = Hint.HEADING, max(1, int(told)) if known else level or 1
        number = None
        if self._lists and hint in (Hint.PARAGRAPH, Hint.QUOTE, Hint.LIST_ITEM):
            hint, level, number = Hint.LIST_ITEM, len(self._lists), self._lists[-1][1]
        self.galley.begin(hint, level, number)
        self._inside(element, self._styles.paragraph_face(style))
        self.galley.end(leaves_room=not self._boxes)
        self._open_boxes()

    def _open_boxes(self) -> None:
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.blocks(box)

    def _inside(self, element: Element, face: Face) -> None:
        """Read what stands in a paragraph, with the words between its elements."""
        self.galley.add(element.text or "", face)
        for one in element:
            self._inline(one, local_name(one), face)
            self.galley.add(one.tail or "", face)

    def _inline(self, element: Element, name: str, face: Face) -> None:
        if name in ("s", "tab"):
            self.galley.add(" ", face)
        elif name == "line-break":
            self.galley.line_break()
        elif name == "note":
            self._notes.append(element)
            self.galley.add(f"[{len(self._notes)}]", face)
        elif name in ("frame", "custom-shape", "rect", "ellipse", "g"):
            self._frame(element)
        elif name == "span":
            self._span(element, face)
        elif name == "a":
            target = address_of(attribute(element, "href"), "")
            self._inside(element, replace(face, target=target))
        elif self._has_words(name):
            self._inside(element, face)

    def _span(self, element: Element, face: Face) -> None:
        style = attribute(element, "style-name")
        if self._styles.is_hidden(style):
            self.galley.leave_out(LeftOut.HIDDEN)
        else:
            self._inside(element, self._styles.face(style, face))

    def _frame(self, element: Element) -> None:
        """Take a frame's picture where it stands, and its box of words behind the paragraph."""
        alt = next((one.text for one in element if local_name(one) in ("title", "desc")), "") or ""
        takes = self.galley.takes_pictures
        pictures = [one for one in element if takes and local_name(one) == "image"]
        found = [self._picture(attribute(one, "href") or "") for one in pictures]
        if pictures:
            self.galley.picture(next((data for data in found if data), None), alt)
        elif any(local_name(one) in ("p", "list") for one in element):
            self._boxes.append(element)
        for one in element:
            if local_name(one) == "text-box":
                self._boxes.append(one)
            elif local_name(one) in _SHAPES:
                self._frame(one)

    def _picture(self, target: str) -> bytes | None:
        return self._package.picture(target.removeprefix("./"))

    def _list(self, element: Element) -> None:
        style = attribute(element, "style-name") or (self._lists[-1][0] if self._lists else "")
        start = self._styles.start(style, len(self._lists) + 1)
        goes_on = attribute(element, "continue-numbering") == "true"
        goes_on = goes_on or attribute(element, "continue-list") is not None
        number = self._counted.get(style, 0) if goes_on else (start or 1) - 1
        for item in element:
            if local_name(item) not in ("list-item", "list-header"):
                continue
            number += local_name(item) == "list-item"
            self._lists.append((style, None if start is None else number))
            self.blocks(item)
            self._lists.pop()
        self._counted[style] = number

    def _table(self, element: Element) -> None:
        if not any(local_name(one) in _NO_DATA for one in element.iterdescendants()):
            rows = [one for one in element.iterdescendants() if local_name(one) == "table-row"]
            if self.galley.table([list(self._cells(row)) for row in rows]):
                return
        lists, self._lists = self._lists, []
        self.blocks(element)
        self._lists = lists

    def _cells(self, row: Element) -> Iterator[str]:
        for cell in row:
            if local_name(cell) == "table-cell":
                yield "".join(self._words(cell))

    def _words(self, element: Element) -> Iterator[str]:
        yield element.text or ""
        for one in element:
            name = local_name(one)
            if name in ("s", "tab", "line-break"):
                yield " "
            elif self._has_words(name):
                yield from self._words(one)
                if name == "p":
                    yield " "
            yield one.tail or ""


def _has_header(element: Element) -> bool:
    """Say whether an element is a header or footer that says more than the page's number."""
    if not local_name(element).startswith(("header", "footer")):
        return False
    return any(sign.isalpha() for words in element.itertext() for sign in str(words))


def _candidates(package: Package, reader: _Reader) -> tuple[Candidate, ...]:
    root = child(package.side_tree("meta.xml"), "meta")
    told = {local_name(one): one.text for one in (() if root is None else root)}
    return candidates_of(
        reader.galley.lines,
        title=told.get("title"),
        author=told.get("initial-creator") or told.get("creator"),
        language=told.get("language"),
    )
