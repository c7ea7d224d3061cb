"""Documents of Word (DOCX), as Word, LibreOffice, Pages and Google Docs write them.

ECMA-376 part 1, chapter 17, in both of its forms (transitional and strict). Read with lxml alone
and not by way of HTML (mammoth): styles, tracked changes, text boxes and notes are then plainly
at hand, no other library unpacks a hostile file, and what an unknown element holds is read rather
than lost. Headers and footers are left out: they repeat on each page and belong to none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from clipreader.importers.galley import Galley, LeftOut
from clipreader.importers.package import Element, Package, attribute, child, local_name, relations
from clipreader.importers.page.tree import address_of
from clipreader.importers.paragraph import PLAIN, Face
from clipreader.importers.properties import candidates_of
from clipreader.importers.word_lists import Numbering
from clipreader.importers.word_styles import Styles, points_of
from clipreader.model import Candidate, Draft, Hint, Source, UnreadableSource

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
"""What a DOCX is called on the web and in mail."""

OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How Word's files up to 2003 begin, and newer ones that are protected by a password."""

_LOCKED = "EncryptedPackage".encode("utf-16-le")
OLD_NAMES = (_LOCKED, "WordDocument".encode("utf-16-le"))
"""Names of streams, one of which is in every such file."""

_LINK = re.compile(r'\s*HYPERLINK\s+"([^"]{1,2000})"', re.IGNORECASE)
_DELETED = frozenset({"del", "moveFrom"})
_WITHOUT_WORDS = frozenset(
    {"pPr", "rPr", "sectPr", "tblPr", "instrText", "delText", "delInstrText", "footnoteRef",
     "endnoteRef", "annotationRef", "proofErr", "commentRangeStart", "commentRangeEnd", "tblGrid",
     "trPr", "tcPr", "sdtPr", "fldData", "rt", "Fallback", "altChunk"}
)  # fmt: skip
_NO_DATA = frozenset({"tbl", "drawing", "pict", "object", "footnoteReference", "endnoteReference"})
_SIGNS = {"tab": " ", "ptab": " ", "noBreakHyphen": "\u2011"}


def read(source: Source) -> Draft:
    """Make a draft of a DOCX. Raises UnreadableSource with a sentence for the person."""
    if source.data.startswith(OLD_WORD):
        raise _old_or_locked(source)
    package = Package(source)
    main = _main_part(package)
    root = package.tree(main) if main else None
    body = child(root, "body")
    if main is None or body is None:
        raise package.damaged("no main part with a body")
    reader = _Reader(package, main)
    reader.blocks(body)
    reader.notes_below()
    reader.look_at_headers()
    lines = reader.galley.finished()
    return Draft(
        lines,
        media_type=MEDIA_TYPE,
        images=tuple(reader.galley.images),
        candidates=_candidates(package, reader),
        notes=reader.galley.notes(),
    )


def _old_or_locked(source: Source) -> UnreadableSource:
    if _LOCKED in source.data:
        words = "is protected by a password: save it without one, and import it again."
    else:
        words = "is a document of Word 97 to 2003: save it as DOCX, and import that."
    return UnreadableSource(f"“{source.name}” {words}")


def _main_part(package: Package) -> str | None:
    """Return the name of the part with the text."""
    for kind, target in relations(package, "").values():
        if kind.endswith("/officeDocument"):
            return target
    return "word/document.xml" if "word/document.xml" in package.names else None


class _Reader:
    """Walks the text once and tells the galley what it finds."""

    def __init__(self, package: Package, main: str) -> None:
        self.galley = Galley(package.name)
        self._package = package
        self._main = main
        self._relations = relations(package, main)
        self._styles = Styles(self._tree_of("/styles"))
        self._numbering = Numbering(self._tree_of("/numbering"))
        self._notes: list[tuple[str, str]] = []
        self._boxes: list[Element] = []
        self._fields: list[str | None] = []
        self._size = self._styles.points

    def blocks(self, element: Element) -> None:
        """Read paragraphs and tables, and whatever holds them."""
        for one in element:
            name = local_name(one)
            if name == "p":
                self._paragraph(one)
            elif name == "tbl":
                self._table(one)
            elif name in _DELETED:
                self.galley.leave_out(LeftOut.DELETED)
            elif name not in _WITHOUT_WORDS:
                self.blocks(one)

    def notes_below(self) -> None:
        """Read the notes that the text refers to: footnotes first, in order."""
        for kind in ("footnote", "endnote"):
            wanted = {key: n for n, (of, key) in enumerate(self._notes, 1) if of == kind}
            root = self._tree_of(f"/{kind}s") if wanted else None
            for note in () if root is None else root:
                number = wanted.get(attribute(note, "id") or "")
                if number:
                    self._note(number, note)

    def look_at_headers(self) -> None:
        """Keep in mind whether headers or footers say anything beside the page's number."""
        kinds = ("/header", "/footer")
        for name in {name for kind, name in self._relations.values() if kind.endswith(kinds)}:
            root = self._package.side_tree(name)
            words = "" if root is None else "".join(_words(root))
            if any(character.isalpha() for character in words):
                self.galley.leave_out(LeftOut.HEADERS)

    def _note(self, number: int, note: Element) -> None:
        for paragraph in note:
            if local_name(paragraph) == "p":
                self.galley.begin(Hint.LIST_ITEM, 1, number)
                self._runs(paragraph, PLAIN)
                self.galley.end()

    def part_of(self, kind: str) -> str | None:
        """Return the name of the first part of a kind that the text refers to, or None."""
        return next((t for k, t in self._relations.values() if k.endswith(kind)), None)

    def _tree_of(self, kind: str) -> Element | None:
        name = self.part_of(kind)
        return self._package.side_tree(name) if name else None

    def _paragraph(self, element: Element) -> None:
        properties = child(element, "pPr")
        hint, level = self._styles.hint(properties)
        self._size = self._styles.size(properties)
        number = None
        if hint == Hint.LIST_ITEM:
            number = self._numbering.number(self._styles.numbering(properties))
        self.galley.begin(hint, level, number)
        self._runs(element, PLAIN)
        self.galley.end(leaves_room=not self._boxes)
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.blocks(box)

    def _runs(self, element: Element, face: Face) -> None:
        """Read what stands in a paragraph: runs, links, fields, and whatever holds them."""
        for one in element:
            name = local_name(one)
            if name == "r":
                self._run(one, face)
            elif name == "hyperlink":
                _, target = self._relations.get(attribute(one, "id") or "", ("", ""))
                self._runs(one, replace(face, target=address_of(target, "")))
            elif name == "fldSimple":
                link = _link(attribute(one, "instr") or "")
                self._runs(one, replace(face, target=link or face.target))
            elif name in _DELETED:
                self.galley.leave_out(LeftOut.DELETED)
            elif name not in _WITHOUT_WORDS:
                self._runs(one, face)

    def _run(self, element: Element, face: Face) -> None:
        properties = child(element, "rPr")
        set_as = self._styles.run(properties)
        if set_as.get("hidden"):
            self.galley.leave_out(LeftOut.HIDDEN)
            return
        target = next((link for link in reversed(self._fields) if link), face.target)
        face = Face(
            set_as.get("strong", False),
            set_as.get("emphasis", False),
            target,
            points_of(properties) or self._size,
        )
        self._inside_run(element, face)

    def _inside_run(self, element: Element, face: Face) -> None:
        for one in element:
            name = local_name(one)
            if name == "t":
                self.galley.add(one.text or "", face)
            elif name in _SIGNS:
                self.galley.add(_SIGNS[name], face)
            elif name in ("br", "cr"):
                self._break(one, face)
            elif name in ("drawing", "pict", "object"):
                self._drawing(one)
            elif name in ("footnoteReference", "endnoteReference"):
                self._notes.append((name.removesuffix("Reference"), attribute(one, "id") or ""))
                self.galley.add(f"[{len(self._notes)}]", face)
            elif name in ("fldChar", "instrText"):
                self._field(name, one)
            elif name == "commentReference":
                self.galley.leave_out(LeftOut.COMMENTS)
            elif name not in _WITHOUT_WORDS:
                self._inside_run(one, face)

    def _break(self, element: Element, face: Face) -> None:
        if attribute(element, "type") in ("page", "column"):
            self.galley.add(" ", face)
        else:
            self.galley.line_break()

    def _field(self, name: str, element: Element) -> None:
        """Follow a field: what it says between its begin and its result may be a link."""
        if name == "instrText":
            if self._fields:
                self._fields[-1] = _link(element.text or "") or self._fields[-1]
            return
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            self._fields.append(None)
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _drawing(self, element: Element) -> None:
        """Take pictures where they stand, and text boxes behind the paragraph."""
        alt = ""
        for one in _outside_boxes(element):
            name = local_name(one)
            if name == "docPr":
                alt = one.get("descr") or ""
            elif name == "txbxContent":
                self._boxes.append(one)
            elif name in ("blip", "imagedata") and self.galley.takes_pictures:
                key = attribute(one, "embed" if name == "blip" else "id") or ""
                _, target = self._relations.get(key, ("", ""))
                self.galley.picture(self._package.picture(target), alt or one.get("title") or "")

    def _table(self, element: Element) -> None:
        if not any(local_name(one) in _NO_DATA for one in element.iterdescendants()):
            rows = [one for one in element.iterdescendants() if local_name(one) == "tr"]
            if self.galley.table([list(self._cells(row)) for row in rows]):
                return
        self.blocks(element)

    def _cells(self, row: Element) -> Iterator[str]:
        for cell in row.iterdescendants():
            if local_name(cell) == "tc":
                yield "".join(_words(cell))


def _words(element: Element) -> Iterator[str]:
    for one in element:
        name = local_name(one)
        if name == "t":
            yield one.text or ""
        elif name in ("br", "cr", "tab"):
            yield " "
        elif name not in _WITHOUT_WORDS and name not in _DELETED:
            yield from _words(one)
            if name == "p":
                yield " "


def _outside_boxes(element: Element) -> Iterator[Element]:
    """Yield what stands inside a drawing, but nothing that stands inside a text box."""
    for one in element:
        yield one
        if local_name(one) not in ("txbxContent", "Fallback"):
            yield from _outside_boxes(one)


def _link(instruction: str) -> str | None:
    found = _LINK.match(instruction)
    return address_of(found[1], "") if found else None


def _candidates(package: Package, reader: _Reader) -> tuple[Candidate, ...]:
    kinds = relations(package, "").values()
    name = next((target for kind, target in kinds if kind.endswith("/core-properties")), "")
    root = package.side_tree(name)
    told = {local_name(one): one.text for one in (() if root is None else root)}
    return candidates_of(
        reader.galley.lines,
        title=told.get("title"),
        author=told.get("creator"),
        language=told.get("language"),
    )
