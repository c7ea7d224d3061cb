"""Writes ODT files, as small as they can be."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from tests.importers.documents.manuscript import Piece, Run, zipped

KIND = "application/vnd.oasis.opendocument.text"
NAMESPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in (
        *(("office", "office"), ("text", "text"), ("table", "table"), ("style", "style")),
        *(("draw", "drawing"), ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible")),
        *(("meta", "meta"), ("manifest", "manifest")),
    )
)
NAMESPACES += ' xmlns:xlink="http://www.w3.org/1999/xlink"'
NAMESPACES += ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
STYLE_OF = {
    "title": "Title",
    "deck": "Subtitle",
    "heading": "Heading_20_2",
    "caption": "P1",
    "quote": "Quotations",
}
AUTOMATIC = (
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Illustration"/>'
    '<style:style style:name="B" style:family="text"><style:text-properties '
    'fo:font-weight="bold"/></style:style>'
    '<style:style style:name="I" style:family="text"><style:text-properties '
    'fo:font-style="italic"/></style:style>'
    '<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1"/>'
    '</text:list-style><text:list-style style:name="L2"><text:list-level-style-number '
    'text:level="1" style:num-format="1"/></text:list-style>'
)


def style(name: str, parent: str = "", inner: str = "") -> str:
    based = f'style:parent-style-name="{parent}"' if parent else ""
    return (
        f'<style:style style:name="{name}" style:family="paragraph" {based}>{inner}</style:style>'
    )


STYLES = "".join(
    (
        *(style(name) for name in ("Title", "Subtitle", "Quotations", "Caption")),
        style("Illustration", "Caption"),
        style("Heading"),
        style("Heading_20_2", "Heading"),
    )
)


def paragraph(inner: str, name: str = "", tag: str = "text:p") -> str:
    named = f' text:style-name="{name}"' if name else ""
    return f"<{tag}{named}>{inner}</{tag}>"


def heading(words: str, level: int) -> str:
    return f'<text:h text:outline-level="{level}">{escape(words)}</text:h>'


def picture(name: str, alt: str = "") -> str:
    told = f"<svg:desc>{escape(alt)}</svg:desc>" if alt else ""
    return f'<draw:frame><draw:image xlink:href="{name}"/>{told}</draw:frame>'


def odt(
    text: str,
    *,
    automatic: str = AUTOMATIC,
    styles: str = STYLES,
    meta: str = "",
    more: dict[str, str | bytes] | None = None,
) -> bytes:
    """A package with this text (the inside of ``office:text``)."""
    content = (
        f"<office:document-content {NAMESPACES}><office:automatic-styles>{automatic}"
        f"</office:automatic-styles><office:body><office:text>{text}</office:text>"
        "</office:body></office:document-content>"
    )
    sheet = f"<office:document-styles {NAMESPACES}><office:styles>{styles}</office:styles>"
    return zipped(
        {
            "mimetype": KIND,
            "content.xml": content,
            "styles.xml": f"{sheet}</office:document-styles>",
            "meta.xml": f"<office:document-meta {NAMESPACES}><office:meta>{meta}</office:meta>"
            "</office:document-meta>",
            "META-INF/manifest.xml": f"<manifest:manifest {NAMESPACES}/>",
            **(more or {}),
        },
        stored=("mimetype",),
    )


def written(pieces: Sequence[Piece]) -> bytes:
    """An article as an ODT."""
    pictures: dict[str, str | bytes] = {}
    return odt("".join(_piece(one, pictures) for one in pieces), more=pictures)


def _piece(one: Piece, pictures: dict[str, str | bytes]) -> str:
    if one.kind == "table":
        rows = "".join(
            "<table:table-row>"
            + "".join(f"<table:table-cell>{paragraph(escape(c))}</table:table-cell>" for c in row)
            + "</table:table-row>"
            for row in one.rows
        )
        return f"<table:table><table:table-column/>{rows}</table:table>"
    inner = "".join(_run(each) for each in one.runs)
    if one.picture:
        name = f"Pictures/{len(pictures)}.png"
        pictures[name] = one.picture
        box = paragraph(picture(name) + inner, STYLE_OF[one.kind])
        return paragraph(
            f"<draw:frame><draw:text-box>{box}</draw:text-box></draw:frame>", "Standard"
        )
    if one.kind == "heading":
        level = f'text:style-name="Heading_20_2" text:outline-level="{one.level}"'
        return f"<text:h {level}>{inner}</text:h>"
    if one.kind in ("item", "number"):
        item = f"<text:list-item>{paragraph(inner)}</text:list-item>"
        more = 'text:continue-numbering="true"' if one.level > 1 else ""
        name = "L1" if one.kind == "item" else "L2"
        return f'<text:list text:style-name="{name}" {more}>{item}</text:list>'
    return paragraph(inner, STYLE_OF.get(one.kind, "Standard"))


def _run(one: Run) -> str:
    words = escape(one.text)
    for wanted, name in ((one.strong, "B"), (one.emphasis, "I")):
        if wanted:
            words = f'<text:span text:style-name="{name}">{words}</text:span>'
    return f"<text:a xlink:href={quoteattr(one.link)}>{words}</text:a>" if one.link else words
