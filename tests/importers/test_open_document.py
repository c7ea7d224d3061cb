from __future__ import annotations

import pytest

from clipreader.importers import media_type_of, open_document
from clipreader.model import FieldName, Hint, Role, Source, UnreadableSource
from tests.importers.documents.manuscript import png, zipped
from tests.importers.documents.odt import (
    AUTOMATIC,
    KIND,
    NAMESPACES,
    heading,
    odt,
    paragraph,
    picture,
    style,
)

P = Hint.PARAGRAPH
TITLE = paragraph("The title", "Title")


def read(data: bytes):
    return open_document.read(Source("a.odt", data, open_document.MEDIA_TYPE))


def lines(text: str, **more):
    """The lines of a document, without the title that it opens with."""
    found = read(odt(TITLE + text, **more)).lines[1:]
    return [(line.hint, line.text, line.level) for line in found]


def items(*inner: str, style_name: str = "L1", more: str = "") -> str:
    made = "".join(f"<text:list-item>{one}</text:list-item>" for one in inner)
    return f'<text:list text:style-name="{style_name}" {more}>{made}</text:list>'


def note(words: str) -> str:
    body = f"<text:note-body>{paragraph(words)}</text:note-body>"
    return f"<text:note><text:note-citation>9</text:note-citation>{body}</text:note>"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (paragraph("A subtitle", "Subtitle"), [(Hint.DECK, "A subtitle", None)]),
        (heading("Head", 2), [(Hint.HEADING, "Head", 2)]),
        (heading("Head", 1), [(Hint.HEADING, "Head", 2)]),
        (paragraph("By its style", "Heading_20_2"), [(Hint.HEADING, "By its style", 2)]),
        (paragraph("Shown", "P1"), [(Hint.CAPTION, "Shown", None)]),
        (paragraph("Said", "Quotations"), [(Hint.QUOTE, "Said", None)]),
        (items(paragraph("a") + items(paragraph("b"))), [
            (Hint.LIST_ITEM, "a", 1), (Hint.LIST_ITEM, "b", 2)]),
        (items(heading("A numbered heading", 2)), [(Hint.HEADING, "A numbered heading", 2)]),
        (paragraph('a<text:s text:c="999999999"/>\n  b<text:tab/>c'), [(P, "a b c", None)]),
        (paragraph("a<text:line-break/>b"), [(P, "a b", None)]),
        (paragraph("a<text:line-break/><text:line-break/>b"), [(P, "a", None), (P, "b", None)]),
        (paragraph("a<text:soft-page-break/>b"), [(P, "ab", None)]),
        (paragraph("<text:bookmark-start/>still <text:unheard>there</text:unheard>"), [
            (P, "still there", None)]),
        (f"<text:section>{paragraph('inside')}</text:section>", [(P, "inside", None)]),
        (f"<text:table-of-content>{paragraph('listed')}</text:table-of-content>", []),
        (paragraph("<text:ruby><text:ruby-base>字</text:ruby-base><text:ruby-text>zi</text:ruby-text>"
                   "</text:ruby>"), [(P, "字", None)]),
        (paragraph("<draw:frame><draw:text-box>" + paragraph("aside") +
                   "</draw:text-box></draw:frame>around it"), [
            (P, "around it", None), (P, "aside", None)]),
        ("<table:table><table:table-row><table:table-cell>" + paragraph("a box") +
         paragraph("of text") + "</table:table-cell></table:table-row></table:table>", [
            (P, "a box", None), (P, "of text", None)]),
    ],
)  # fmt: skip
def test_structure(text, expected):
    assert lines(text) == expected


def test_lists_are_counted():
    text = (
        items(paragraph("1") + paragraph("still 1"), paragraph("2"), style_name="L2")
        + items(paragraph("3"), style_name="L2", more='text:continue-numbering="true"')
        + items(paragraph("1 again"), style_name="L2")
        + items(paragraph("a bullet"))
    )
    assert [line.number for line in read(odt(text)).lines] == [1, 1, 2, 3, 1, None]


def test_marks():
    text = paragraph(
        'A <text:span text:style-name="I">b</text:span><text:span text:style-name="I">c</text:span>'
        ' <text:span text:style-name="B">d <text:span text:style-name="I">e</text:span></text:span>'
        ' <text:a xlink:href="https://e.example/f">f</text:a>'
        '<text:a xlink:href="vnd.sun.star.script:x">g</text:a>'
    )
    (line,) = read(odt(text)).lines
    assert line.text == "A bc d e fg"
    assert [(m.role, line.text[m.span.start : m.span.end], m.target) for m in line.marks] == [
        (Role.EMPHASIS, "bc", None),
        (Role.STRONG, "d e", None),
        (Role.EMPHASIS, "e", None),
        (Role.LINK, "f", "https://e.example/f"),
    ]


def test_a_paragraph_set_bold_by_hand_is_marked_and_a_heading_is_not():
    bold = '<style:text-properties fo:font-weight="bold"/>'
    automatic = AUTOMATIC + style("P7", "Standard", bold) + style("P8", "Heading_20_2", bold)
    text = paragraph("by hand", "P7") + paragraph("a heading", "P8")
    found = read(odt(TITLE + text, automatic=automatic)).lines[1:]
    assert [[mark.role for mark in line.marks] for line in found] == [[Role.STRONG], []]


def test_notes_stand_below_the_text_in_order():
    text = paragraph(f"One{note('First.')} and two{note('Second.')}.")
    found = read(odt(TITLE + text)).lines[1:]
    assert [(line.text, line.number) for line in found] == [
        ("One[1] and two[2].", None),
        ("First.", 1),
        ("Second.", 2),
    ]


def test_a_picture_and_its_caption_in_one_frame():
    box = paragraph(picture("Pictures/a.png", "A quay") + "At dusk.", "P1")
    text = paragraph(f"<draw:frame><draw:text-box>{box}</draw:text-box></draw:frame>")
    draft = read(odt(TITLE + text, more={"Pictures/a.png": png()}))
    assert [(line.text, line.hint, line.image) for line in draft.lines[1:]] == [
        ("At dusk.", Hint.CAPTION, "picture-1")
    ]
    assert [(image.data, image.alt) for image in draft.images] == [(png(), "A quay")]


def test_the_first_form_of_a_picture_that_can_be_shown_is_taken():
    frame = (
        '<draw:frame><draw:image xlink:href="Pictures/missing.svg"/>'
        '<draw:image xlink:href="Pictures/a.png"/></draw:frame>'
    )
    draft = read(odt(TITLE + paragraph(frame), more={"Pictures/a.png": png()}))
    assert [image.data for image in draft.images] == [png()]


def test_what_an_editor_left_in_the_file_is_told():
    hidden = '<style:text-properties text:display="none"/>'
    automatic = f'<style:style style:name="H" style:family="text">{hidden}</style:style>'
    text = (
        f"<text:tracked-changes><text:deletion>{paragraph('old')}</text:deletion>"
        "</text:tracked-changes>"
        + paragraph(
            f"a<office:annotation>{paragraph('why?')}</office:annotation>"
            '<text:span text:style-name="H">b</text:span>'
        )
    )
    draft = read(odt(text, automatic=automatic))
    assert [line.text for line in draft.lines] == ["a"]
    assert [words.split(" were")[0] for words in draft.notes] == [
        "Passages that an editor has deleted (tracked changes)",
        "Passages that are set as hidden",
        "Comments in the margin",
    ]


@pytest.mark.parametrize("size", ["22pt", "180%"])
def test_the_largest_line_at_the_top_is_the_headline(size):
    large = f'<style:text-properties fo:font-size="{size}"/>'
    automatic = style("P3", "Standard", large)
    sheet = (
        '<style:default-style style:family="paragraph"><style:text-properties '
        'fo:font-size="12pt"/></style:default-style>' + style("Standard")
    )
    text = paragraph("A kicker") + paragraph("Set large", "P3")
    draft = read(odt(text + paragraph("The body. " * 9), automatic=automatic, styles=sheet))
    assert [line.hint for line in draft.lines] == [P, Hint.TITLE, P]


@pytest.mark.parametrize(
    ("words", "notes"),
    [("The Paper", ("Headers and footers of the pages were left out.",)), ("– 3 –", ())],
)
def test_headers_that_say_something_are_told(words, notes):
    sheet = (
        f"<style:master-page><style:header>{paragraph(words)}</style:header></style:master-page>"
    )
    draft = read(odt(paragraph("a"), styles=sheet))
    assert [line.text for line in draft.lines] == ["a"]
    assert draft.notes == notes


def test_properties_are_trusted_little():
    meta = (
        "<dc:title>Ferry</dc:title><meta:initial-creator>Ana Ruiz</meta:initial-creator>"
        "<dc:creator>Some Typist</dc:creator><dc:language>de-AT</dc:language>"
    )
    draft = read(odt(paragraph("By Ana Ruiz"), meta=meta))
    assert {one.field: one.value for one in draft.candidates} == {
        FieldName.HEADLINE: "Ferry",
        FieldName.AUTHORS: ("Ana Ruiz",),
        FieldName.LANGUAGE: "de-AT",
    }
    assert all(one.weight < 0.5 for one in draft.candidates)


LOCKED = {
    "META-INF/manifest.xml": f"<manifest:manifest {NAMESPACES}><manifest:file-entry>"
    "<manifest:encryption-data/></manifest:file-entry></manifest:manifest>"
}


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (odt(TITLE, more=LOCKED), "is protected by a password"),
        (odt(TITLE)[:-40], "is damaged and cannot be read"),
        (odt("<text:p>"), "is damaged and cannot be read"),
        (zipped({"mimetype": KIND}, stored=("mimetype",)), "is damaged and cannot be read"),
    ],
)
def test_what_cannot_be_read_says_why(data, sentence):
    assert media_type_of("a.odt", data) == open_document.MEDIA_TYPE
    with pytest.raises(UnreadableSource, match=f"“a.odt” {sentence}"):
        read(data)


def test_other_open_documents_are_not_text():
    sheet = KIND.replace("text", "spreadsheet")
    data = zipped({"mimetype": sheet, "content.xml": "<a/>"}, stored=("mimetype",))
    assert media_type_of("a.ods", data) is None
