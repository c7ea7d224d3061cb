from __future__ import annotations

import pytest

from clipreader.importers import media_type_of, word_document
from clipreader.model import FieldName, Hint, Role, Source, UnreadableSource
from tests.importers.documents.docx import (
    NAMESPACES,
    Relations,
    docx,
    drawing,
    paragraph,
    run,
    styles,
)
from tests.importers.documents.manuscript import png, zipped

P = Hint.PARAGRAPH
TITLE = paragraph(run("The title"), "Ttulo")
LIST = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="{}"/></w:numPr>'


def read(data: bytes):
    return word_document.read(Source("a.docx", data, word_document.MEDIA_TYPE))


def lines(body: str, **more):
    """The lines of a document, without the title that it opens with."""
    return [(line.hint, line.text, line.level) for line in read(docx(TITLE + body, **more)).lines][
        1:
    ]


def note_part(kind: str, *words: str) -> str:
    notes = "".join(
        f'<w:{kind} w:id="{n}">{paragraph("<w:r><w:footnoteRef/></w:r>" + run(w))}</w:{kind}>'
        for n, w in enumerate(words, 1)
    )
    return f"<w:{kind}s {NAMESPACES}>{notes}</w:{kind}s>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (paragraph(run("A subtitle"), "Subttulo"), [(Hint.DECK, "A subtitle", None)]),
        (paragraph(run("Head"), "berschrift2"), [(Hint.HEADING, "Head", 2)]),
        (paragraph(run("Head"), "berschrift1"), [(Hint.HEADING, "Head", 2)]),
        (paragraph(run("By its parent"), "OwnHeading"), [(Hint.HEADING, "By its parent", 2)]),
        (paragraph(run("Outlined"), more='<w:outlineLvl w:val="2"/>'), [
            (Hint.HEADING, "Outlined", 3)]),
        (paragraph(run("Said"), "Cita"), [(Hint.QUOTE, "Said", None)]),
        (paragraph(run("Shown"), "Descripcin"), [(Hint.CAPTION, "Shown", None)]),
        (paragraph(run("a"), more=LIST.format(0, 1)) + paragraph(run("b"), more=LIST.format(1, 1)),
         [(Hint.LIST_ITEM, "a", 1), (Hint.LIST_ITEM, "b", 2)]),
        (paragraph(run("none"), more=LIST.format(0, 0)), [(P, "none", None)]),
        (paragraph(run("two ") + run(" runs,") + "<w:r><w:tab/></w:r>" + run("one blank")), [
            (P, "two runs, one blank", None)]),
        (paragraph(run("a") + "<w:r><w:br/></w:r>" + run("b")), [(P, "a b", None)]),
        (paragraph(run("a") + "<w:r><w:br/><w:br/></w:r>" + run("b")), [
            (P, "a", None), (P, "b", None)]),
        (paragraph(run("e") + "<w:r><w:noBreakHyphen/></w:r>" + run("mail")), [
            (P, "e\u2011mail", None)]),
        (paragraph(run("kept ") + f"<w:ins>{run('new')}</w:ins>" +
                   "<w:del><w:r><w:delText>old</w:delText></w:r></w:del>"), [
            (P, "kept new", None)]),
        (paragraph(run("seen") + run(" unseen", "<w:vanish/>")), [(P, "seen", None)]),
        (f"<w:sdt><w:sdtContent>{paragraph(run('boxed'))}</w:sdtContent></w:sdt>", [
            (P, "boxed", None)]),
        (f"<w:unheardOf>{paragraph(run('still there'))}</w:unheardOf>", [(P, "still there", None)]),
        (paragraph(f"<w:smartTag>{run('tagged')}</w:smartTag>"), [(P, "tagged", None)]),
        (f"<w:tbl><w:tr><w:tc>{paragraph(run('a box'))}{paragraph(run('of text'))}</w:tc></w:tr>"
         "</w:tbl>", [(P, "a box", None), (P, "of text", None)]),
        (paragraph("<w:r><w:pict><w:txbxContent>" + paragraph(run("aside")) +
                   "</w:txbxContent></w:pict></w:r>" + run("around it")), [
            (P, "around it", None), (P, "aside", None)]),
    ],
)  # fmt: skip
def test_structure(body, expected):
    assert lines(body) == expected


def test_a_table_of_data():
    cells = [["Year", "Boats"], ["1984", "3"]]
    rows = "".join(
        "<w:tr>" + "".join(f"<w:tc>{paragraph(run(c))}</w:tc>" for c in row) + "</w:tr>"
        for row in cells
    )
    assert lines(f"<w:tbl>{rows}</w:tbl>") == [(Hint.TABLE, "Year\tBoats\n1984\t3", None)]


def test_marks_join_what_word_has_cut_to_pieces():
    relations = Relations()
    safe = relations.add("hyperlink", "https://e.example/f")
    other = relations.add("hyperlink", "file:///etc/passwd")
    body = paragraph(
        run("A ")
        + run("b", "<w:i/>")
        + run("c", '<w:i w:val="true"/>')
        + run(" d ", '<w:b w:val="0"/>')
        + f'<w:hyperlink r:id="{safe}">{run("e")}{run("f", "<w:b/>")}</w:hyperlink> '
        + f'<w:hyperlink r:id="{other}">{run(" g")}</w:hyperlink>'
        + '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK '
        + '"https://e.example/h" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/>'
        + f'</w:r>{run(" h")}<w:r><w:fldChar w:fldCharType="end"/></w:r>{run(" i")}'
    )
    (line,) = read(docx(body, relations=relations)).lines
    assert line.text == "A bc d ef g h i"
    assert [(m.role, line.text[m.span.start : m.span.end], m.target) for m in line.marks] == [
        (Role.EMPHASIS, "bc", None),
        (Role.LINK, "ef", "https://e.example/f"),
        (Role.STRONG, "f", None),
        (Role.LINK, "h", "https://e.example/h"),
    ]


def test_notes_stand_below_the_text_in_order():
    relations = Relations()
    relations.add("footnotes", "footnotes.xml", note_part("footnote", "First.", "Second."))
    relations.add("endnotes", "endnotes.xml", note_part("endnote", "Last."))
    body = paragraph(
        run("One")
        + '<w:r><w:footnoteReference w:id="2"/></w:r>'
        + run(" and two")
        + '<w:r><w:endnoteReference w:id="1"/></w:r>'
    )
    found = read(docx(TITLE + body, relations=relations)).lines[1:]
    assert [(line.text, line.number) for line in found] == [
        ("One[1] and two[2]", None),
        ("Second.", 1),
        ("Last.", 2),
    ]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("pc", [("caption", "picture-1")]),
        ("cp", [("caption", "picture-1")]),
        ("cpt", [("caption", "picture-1"), ("text", None)]),
        ("pcpc", [("caption", "picture-1"), ("caption", "picture-2")]),
        ("tpct", [("text", None), ("caption", "picture-1"), ("text", None)]),
        ("ptt", [("text", "picture-1"), ("text", None)]),
        ("pht", [("head", "picture-1"), ("text", None)]),
        ("ppt", [("text", "picture-2")]),
        ("pptt", [("text", "picture-2"), ("text", "picture-1")]),
        ("ppct", [("caption", "picture-2"), ("text", "picture-1")]),
    ],
)
def test_a_picture_goes_to_its_caption(order, expected):
    relations = Relations()
    key = relations.add("image", "media/a.png", png())
    made = {
        "p": paragraph(drawing(key)),
        "c": paragraph(run("caption"), "Descripcin"),
        "t": paragraph(run("text")),
        "h": paragraph(run("head"), "berschrift2"),
    }
    draft = read(docx(TITLE + "".join(made[one] for one in order), relations=relations))
    assert [(line.text, line.image) for line in draft.lines[1:]] == expected
    assert all(image.data == png() for image in draft.images)


def test_italic_words_below_a_picture_are_its_caption():
    relations = Relations()
    shown = drawing(relations.add("image", "media/a.png", png()), "A quay")
    body = TITLE + paragraph(shown) + paragraph(run("At dusk.", "<w:i/>"))
    draft = read(docx(body, relations=relations))
    assert (draft.lines[1].hint, draft.lines[1].image) == (Hint.CAPTION, "picture-1")
    assert draft.images[0].alt == "A quay"


def test_pictures_that_cannot_be_shown_are_told():
    relations = Relations()
    keys = [relations.add("image", "media/a.emf", b"\1\0\0\0" + bytes(99))]
    keys += [relations.add("image", "https://e.example/a.png"), "rId99"]
    body = TITLE + "".join(paragraph(drawing(key)) for key in keys)
    draft = read(docx(body, relations=relations))
    assert not draft.images
    assert draft.notes == ("3 pictures of the file cannot be shown.",)


def test_what_an_editor_left_in_the_file_is_told():
    body = paragraph(
        run("a") + "<w:del/><w:r><w:commentReference/></w:r>" + run("b", "<w:vanish/>")
    )
    assert read(docx(body)).notes == (
        "Passages that an editor has deleted (tracked changes) were left out.",
        "Passages that are set as hidden were left out.",
        "Comments in the margin were left out.",
    )


@pytest.mark.parametrize(
    ("words", "notes"),
    [("The Paper", ("Headers and footers of the pages were left out.",)), ("– 3 –", ())],
)
def test_headers_that_say_something_are_told(words, notes):
    relations = Relations()
    header = f"<w:hdr {NAMESPACES}>{paragraph(run(words))}</w:hdr>"
    relations.add("header", "header1.xml", header)
    draft = read(docx(paragraph(run("a")), relations=relations))
    assert [line.text for line in draft.lines] == ["a"]
    assert draft.notes == notes


def test_without_styles_the_words_decide():
    draft = read(docx(paragraph(run("One line")) + paragraph("") + paragraph(run("Two"))))
    assert [(line.hint, line.blank_before) for line in draft.lines] == [
        (Hint.NONE, False),
        (Hint.NONE, True),
    ]


def test_the_largest_line_at_the_top_is_the_headline():
    body = paragraph(run("Kicker")) + paragraph(run("Set large", '<w:sz w:val="40"/>'))
    draft = read(docx(body + paragraph(run("The body of the text. " * 9)) * 3))
    assert [line.hint for line in draft.lines][:3] == [P, Hint.TITLE, P]


def test_the_size_that_holds_where_nothing_is_said():
    usual = '<w:rPrDefault><w:rPr><w:sz w:val="{}"/></w:rPr></w:rPrDefault>'
    body = paragraph(run("Set at thirty", '<w:sz w:val="60"/>')) + paragraph(run("As usual. " * 9))
    for size, hint in ((24, Hint.TITLE), (60, Hint.NONE)):
        sheet = styles(f"<w:docDefaults>{usual.format(size)}</w:docDefaults>")
        assert read(docx(body, style_sheet=sheet)).lines[0].hint == hint


def test_a_style_says_the_size():
    large = (
        '<w:style w:type="paragraph" w:styleId="big"><w:name w:val="Big"/><w:rPr>'
        '<w:sz w:val="48"/></w:rPr></w:style>'
    )
    body = paragraph(run("Set large"), "big") + paragraph(run("The body of the text. " * 9))
    assert read(docx(body, style_sheet=styles(large))).lines[0].hint == Hint.TITLE


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ("<dc:title>Ferry</dc:title>", {FieldName.HEADLINE: "Ferry"}),
        ("<dc:title>Document1</dc:title>", {}),
        ("<dc:title>ferry-final.DOCX</dc:title>", {}),
        ("<dc:creator>Ana Ruiz</dc:creator>", {FieldName.AUTHORS: ("Ana Ruiz",)}),
        ("<dc:creator>Some Typist</dc:creator>", {}),
        ("<dc:language>es-MX</dc:language>", {FieldName.LANGUAGE: "es-MX"}),
    ],
)
def test_properties_are_trusted_little(properties, expected):
    draft = read(docx(paragraph(run("By Ana Ruiz")), properties=properties))
    assert {one.field: one.value for one in draft.candidates} == expected
    assert all(one.weight < 0.5 for one in draft.candidates)


def test_the_strict_form_and_a_main_part_of_another_name():
    body = f"<w:document {NAMESPACES}><w:body>{paragraph(run('Strict'))}</w:body></w:document>"
    strict = body.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    kind = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
    top = (
        f'<Relationships><Relationship Id="a" Type="{kind}" Target="/word/d2.xml"/></Relationships>'
    )
    data = zipped({"[Content_Types].xml": "<Types/>", "_rels/.rels": top, "word/d2.xml": strict})
    assert media_type_of("x", data) == word_document.MEDIA_TYPE
    assert [line.text for line in read(data).lines] == ["Strict"]


def old(stream: str) -> bytes:
    return word_document.OLD_WORD + bytes(2_000) + stream.encode("utf-16-le") + bytes(500)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (old("EncryptedPackage"), "is protected by a password"),
        (old("WordDocument"), "is a document of Word 97 to 2003: save it as DOCX"),
        (docx(TITLE)[:-40], "is damaged and cannot be read"),
        (zipped({"[Content_Types].xml": "", "word/x": ""}), "is damaged and cannot be read"),
        (docx("<w:p>"), "is damaged and cannot be read"),
        (docx("<w:x>" * 400 + "</w:x>" * 400), "is damaged and cannot be read"),
    ],
)
def test_what_cannot_be_read_says_why(data, sentence):
    assert media_type_of("a.docx", data) in (word_document.MEDIA_TYPE, None)
    with pytest.raises(UnreadableSource, match=f"“a.docx” {sentence}"):
        read(data)
