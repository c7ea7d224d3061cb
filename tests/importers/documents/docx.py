"""Writes DOCX files, as small as they can be."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from tests.importers.documents.manuscript import Piece, Run, zipped

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:a="{A}" xmlns:wp="{WP}"'
STYLES = {
    "Ttulo": ("Title", ""),
    "Subttulo": ("Subtitle", ""),
    "berschrift1": ("heading 1", ""),
    "berschrift2": ("heading 2", ""),
    "Descripcin": ("caption", ""),
    "Cita": ("Quote", ""),
    "OwnHeading": ("Zwischentitel", '<w:basedOn w:val="berschrift2"/>'),
}
STYLE_OF = {
    "title": "Ttulo",
    "deck": "Subttulo",
    "heading": "berschrift2",
    "caption": "Descripcin",
    "quote": "Cita",
}


def styles(more: str = "") -> str:
    made = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>{rest}'
        "<w:rPr><w:b/></w:rPr></w:style>"
        for key, (name, rest) in STYLES.items()
    )
    return f"<w:styles {NAMESPACES}>{made}{more}</w:styles>"


def run(words: str, face: str = "") -> str:
    return f'<w:r><w:rPr>{face}</w:rPr><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def paragraph(inner: str, style: str = "", more: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{more}</w:pPr>{inner}</w:p>"


def drawing(key: str, alt: str = "") -> str:
    return (
        f"<w:r><w:drawing><wp:inline><wp:docPr id='1' name='' descr={quoteattr(alt)}/>"
        f"<a:graphic><a:blip r:embed='{key}'/></a:graphic></wp:inline></w:drawing></w:r>"
    )


class Relations:
    """What the text refers to, with the parts that come of it."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.parts: dict[str, bytes | str] = {}

    def add(self, kind: str, target: str, data: bytes | str | None = None) -> str:
        key = f"rId{len(self.lines) + 1}"
        outside = ' TargetMode="External"' if data is None else ""
        kind = f"{R}/{kind}"
        self.lines.append(
            f'<Relationship Id="{key}" Type="{kind}" Target={quoteattr(target)}{outside}/>'
        )
        if data is not None:
            self.parts[f"word/{target}"] = data
        return key

    def xml(self) -> str:
        lines = "".join(self.lines)
        return f'<Relationships xmlns="{PACKAGE}/relationships">{lines}</Relationships>'


def docx(
    body: str,
    *,
    relations: Relations | None = None,
    properties: str = "",
    more: dict[str, str | bytes] | None = None,
    style_sheet: str | None = None,
) -> bytes:
    """A package with this text (the inside of ``w:body``)."""
    relations = relations or Relations()
    relations.add("styles", "styles.xml", styles() if style_sheet is None else style_sheet)
    core = (
        '<cp:coreProperties xmlns:cp="c" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"{properties}</cp:coreProperties>"
    )
    top = (
        f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="a" Type="{R}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="b" Type="{PACKAGE}/relationships/metadata/core-properties" '
        'Target="docProps/core.xml"/></Relationships>'
    )
    return zipped(
        {
            "[Content_Types].xml": '<Types xmlns="c"/>',
            "_rels/.rels": top,
            "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": relations.xml(),
            "docProps/core.xml": core,
            **relations.parts,
            **(more or {}),
        }
    )


def _counted(number: int, form: str) -> str:
    inner = f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/></w:lvl>'
    return f'<w:abstractNum w:abstractNumId="{number}">{inner}</w:abstractNum>'


NUMBERING = (
    f"<w:numbering {NAMESPACES}>{_counted(1, 'bullet')}{_counted(2, 'decimal')}"
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>'
)
"""One list of bullets and one of numbers."""


def written(pieces: Sequence[Piece]) -> bytes:
    """An article as a DOCX."""
    relations = Relations()
    relations.add("numbering", "numbering.xml", NUMBERING)
    body = "".join(_piece(one, relations) for one in pieces)
    return docx(body, relations=relations)


def _piece(one: Piece, relations: Relations) -> str:
    above = ""
    if one.picture:
        number = len(relations.lines)
        key = relations.add("image", f"media/image{number}.png", one.picture)
        above = paragraph(drawing(key))
    if one.kind == "table":
        rows = "".join(
            "<w:tr>" + "".join(f"<w:tc>{paragraph(run(c))}</w:tc>" for c in row) + "</w:tr>"
            for row in one.rows
        )
        return f"<w:tbl><w:tblPr/>{rows}</w:tbl>"
    listed = {"item": 1, "number": 2}.get(one.kind)
    more = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{listed}"/></w:numPr>' if listed else ""
    inner = "".join(_run(each, relations) for each in one.runs)
    return above + paragraph(inner, STYLE_OF.get(one.kind, ""), more)


def _run(one: Run, relations: Relations) -> str:
    face = ("<w:b/>" if one.strong else "") + ("<w:i/>" if one.emphasis else "")
    if one.link is None:
        return run(one.text, face)
    key = relations.add("hyperlink", one.link)
    return f'<w:hyperlink r:id="{key}">{run(one.text, face)}</w:hyperlink>'
