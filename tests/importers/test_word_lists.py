from __future__ import annotations

from clipreader.importers import word_document
from clipreader.model import Source
from tests.importers.documents.docx import NAMESPACES, Relations, docx, paragraph, run, styles

LIST = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="{}"/></w:numPr>'


def read(data: bytes):
    return word_document.read(Source("a.docx", data, word_document.MEDIA_TYPE))


def test_lists_are_counted_as_word_counts_them():
    levels = (
        '<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl>'
    )
    sheet = (
        f'<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
    )
    relations = Relations()
    relations.add("numbering", "numbering.xml", sheet)
    by_style = (
        '<w:style w:type="paragraph" w:styleId="L"><w:name w:val="List Number"/>'
        f"<w:pPr>{LIST.format(0, 1)}</w:pPr></w:style>"
    )
    body = "".join(
        paragraph(run(str(n)), more=LIST.format(depth, 1)) for n, depth in enumerate((0, 1, 0))
    )
    body += paragraph(run("by its style"), "L")
    found = read(docx(body, relations=relations, style_sheet=styles(by_style))).lines
    assert [line.number for line in found] == [3, None, 4, 5]
