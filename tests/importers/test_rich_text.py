from __future__ import annotations

import time

import pytest

from clipreader.importers import media_type_of, rich_text
from clipreader.importers.rich_text_state import number_of
from clipreader.importers.rich_text_tokens import Kind, tokens
from clipreader.model import FieldName, Hint, Role, Source, UnreadableSource
from tests.importers.documents.manuscript import png
from tests.importers.documents.rtf import escaped, paragraph, picture, rtf

P = Hint.PARAGRAPH
TITLE = paragraph("The title", 1)


def read(data: bytes):
    return rich_text.read(Source("a.rtf", data, rich_text.MEDIA_TYPE))


def lines(body: str, head: str = ""):
    """The lines of a file, without the title that it opens with."""
    found = read(rtf(TITLE + body, head)).lines[1:]
    return [(line.hint, line.text, line.level) for line in found]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (paragraph("A subtitle", 2), [(Hint.DECK, "A subtitle", None)]),
        (paragraph("Head", 4), [(Hint.HEADING, "Head", 2)]),
        (paragraph("Outlined", 0, "\\outlinelevel2"), [(Hint.HEADING, "Outlined", 3)]),
        (paragraph("Shown", 5), [(Hint.CAPTION, "Shown", None)]),
        (paragraph("a\\tab b\\line c"), [(P, "a b c", None)]),
        (paragraph("a\\line\\line b"), [(P, "a", None), (P, "b", None)]),
        ("\\pard a\\par b", [(P, "a", None), (P, "b", None)]),
        ("\\pard a\\\nb\\\r\nc", [(P, "a", None), (P, "b", None), (P, "c", None)]),
        ("\\pard broken\nlines\r\n are one", [(P, "brokenlines are one", None)]),
        (paragraph("{\\header x}{\\footer y}{\\*\\unheard z}seen"), [(P, "seen", None)]),
        (paragraph("{\\unheard still there}"), [(P, "still there", None)]),
        (paragraph("{\\upr{no}{\\*\\ud yes}}"), [(P, "yes", None)]),
        (paragraph("{\\object{\\*\\objdata 00ff}{\\result shown}}"), [(P, "shown", None)]),
        (paragraph("kept {\\deleted gone}{\\v unseen}"), [(P, "kept", None)]),
        (paragraph("{\\pntext\\f1\\'b7\\tab}old item"), [(Hint.LIST_ITEM, "old item", 1)]),
        (paragraph("deep", 0, "\\ls2\\ilvl1"), [(Hint.LIST_ITEM, "deep", 2)]),
        ("\\trowd\\pard\\intbl a box\\par of text\\cell\\row\\pard after\\par", [
            (P, "a box", None), (P, "of text", None), (P, "after", None)]),
        ("\\trowd\\pard\\intbl a\\cell b\\cell\\row\\trowd c\\cell d\\cell\\row", [
            (Hint.TABLE, "a\tb\nc\td", None)]),
    ],
)  # fmt: skip
def test_structure(body, expected):
    assert lines(body) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("caf\\'e9", "café"),
        ("\\u8212-dash", "—dash"),
        ("\\u8212\\'97dash", "—dash"),
        ("\\uc0\\u8212 dash", "—dash"),
        ("\\uc2\\u8212 --dash", "—dash"),
        ("{\\uc0 x}\\u233?y", "xéy"),
        ("\\u-10179?\\u-8703?", "😁"),
        ("\\u233?\\u234?", "éê"),
        ("{\\f1 \\'c4\\'e0}", "Да"),
        ("{\\f2 \\'93\\'fa\\'96{}}", "日\ufffd"),
        ("{\\f2 \\'83A}", "ア"),
        ("\\ldblquote Yes\\rdblquote\\~\\emdash\\_no\\-t", "“Yes”\u00a0—\u2011not"),
        ("a\\{b\\}\\\\c", "a{b}\\c"),
        (escaped("naïve 日本 😁 {x}"), "naïve 日本 😁 {x}"),
        ("raw \u00e9", "raw é"),
        ("bad \\u99999999999? number", "bad"),
    ],
)
def test_letters(written, expected):
    (line,) = read(rtf(paragraph(written))).lines
    assert line.text[: len(expected)] == expected


def test_marks():
    link = '{\\field{\\*\\fldinst{HYPERLINK "https://e.example/f"}}{\\fldrslt{e}{\\b f}}}'
    bad = '{\\field{\\*\\fldinst HYPERLINK "javascript:x"}{\\fldrslt g}}'
    (line,) = read(rtf(paragraph(f"A \\i b\\i0  {{\\b c}} {link} {bad}"))).lines
    assert line.text == "A b c ef g"
    assert [(m.role, line.text[m.span.start : m.span.end], m.target) for m in line.marks] == [
        (Role.EMPHASIS, "b", None),
        (Role.STRONG, "c", None),
        (Role.LINK, "ef", "https://e.example/f"),
        (Role.STRONG, "f", None),
    ]


def test_notes_stand_below_the_text_in_order():
    body = paragraph("One{\\footnote\\pard\\plain \\chftn First.\\par Still.} and{\\footnote Two}.")
    found = read(rtf(TITLE + body + paragraph("More."))).lines[1:]
    assert [(line.text, line.number) for line in found] == [
        ("One[1] and[2].", None),
        ("More.", None),
        ("First.", 1),
        ("Still.", 1),
        ("Two", 2),
    ]


@pytest.mark.parametrize(
    ("mark", "expected"),
    [("1.", 1), ("\t3)", 3), ("(12)", 12), ("•", None), ("", None), ("iv.", None)],
)
def test_numbers_of_lists(mark, expected):
    assert number_of(mark) == expected
    (line,) = read(rtf(paragraph(f"{{\\listtext {escaped(mark)}\\tab}}x", 0, "\\ls1"))).lines
    assert (line.hint, line.number) == (Hint.LIST_ITEM, expected)


def test_pictures_once_and_with_their_caption():
    both = f"{{\\*\\shppict{picture(png())}}}{{\\nonshppict{picture(b'x' * 99, 'wmetafile8')}}}"
    draft = read(rtf(TITLE + paragraph(both) + paragraph("Shown", 5)))
    assert [image.data for image in draft.images] == [png()]
    assert draft.lines[1].image == "picture-1"
    assert draft.notes == ()


def test_a_box_of_words_and_a_floating_picture():
    words = "{\\shptxt \\pard\\plain\\s5 Shown\\par}"
    box = f"{{\\shp{{\\*\\shpinst\\shpleft9{{\\sp{{\\sn fLine}}{{\\sv 0}}}}{words}}}}}"
    drawn = (
        f"{{\\shp{{\\*\\shpinst{{\\sp{{\\sn pib}}{{\\sv {picture(png())}}}}}}}{{\\shprslt old}}}}"
    )
    draft = read(rtf(TITLE + paragraph(f"Before {box}and behind.") + paragraph(drawn)))
    assert [(line.hint, line.text) for line in draft.lines[1:]] == [
        (P, "Before and behind."),
        (Hint.CAPTION, "Shown"),
    ]
    assert draft.lines[-1].image == "picture-1"
    assert [image.data for image in draft.images] == [png()]


def test_a_picture_as_bytes():
    data = png()
    start, end = rtf(TITLE + paragraph(f"{{\\pict\\pngblip\\bin{len(data)} @}}")).split(b"@")
    draft = read(start + data + end)
    assert [image.data for image in draft.images] == [data]


def test_what_was_left_out_is_told():
    body = paragraph("{\\deleted a}{\\v b}{\\*\\annotation c}d" + picture(b"x" * 99, "emfblip"))
    body += "{\\header The Paper {\\field{\\*\\fldinst PAGE}}" + picture(png()) + "}"
    draft = read(rtf(body))
    assert not draft.images
    assert draft.notes == (
        "Passages that an editor has deleted (tracked changes) were left out.",
        "Passages that are set as hidden were left out.",
        "Comments in the margin were left out.",
        "Headers and footers of the pages were left out.",
        "1 picture of the file cannot be shown.",
    )


def test_a_page_number_alone_is_no_header():
    draft = read(
        rtf(paragraph("a"), "{\\footer\\pard {\\field{\\*\\fldinst PAGE}{\\fldrslt 3}}\\par}")
    )
    assert draft.notes == ()
    assert [line.text for line in draft.lines] == ["a"]


def test_a_file_that_was_cut_says_so():
    draft = read(rtf(paragraph("whole words"))[:-1])
    assert [line.text for line in draft.lines] == ["whole words"]
    assert draft.notes == ("The file is incomplete: it ends in the middle.",)


def test_the_largest_line_at_the_top_is_the_headline():
    body = paragraph("A kicker") + paragraph("\\fs40 Set large") + paragraph("The body. " * 20)
    assert [line.hint for line in read(rtf(body)).lines] == [P, Hint.TITLE, P]


def test_properties_are_trusted_little():
    info = "{\\info{\\title Ferry}{\\author Ana Ruiz}{\\operator Some Typist}{\\doccomm x}}"
    draft = read(rtf(paragraph("By Ana Ruiz"), info))
    assert [line.text for line in draft.lines] == ["By Ana Ruiz"]
    assert {one.field: one.value for one in draft.candidates} == {
        FieldName.HEADLINE: "Ferry",
        FieldName.AUTHORS: ("Ana Ruiz",),
    }


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"{\\rtf1 " + b"{" * 100_000, "is nested too deep to be read"),
        (b"{\\rtf1 " + b"\\b" * 1_000_010, "is too large to be an article"),
    ],
    ids=["deep", "many"],
)
def test_what_cannot_be_read_says_why(data, sentence):
    with pytest.raises(UnreadableSource, match=f"“a.rtf” {sentence}"):
        read(data)


@pytest.mark.parametrize(
    "body",
    [
        "\\pard\\intbl " + "ab\\par " * 10_000,
        "\\pard " + "ab\\line " * 10_000,
        "\\pard " + "a{\\footnote b}" * 10_000,
        "{\\field{\\*\\fldinst{HYPERLINK x}}}" * 10_000,
        "\\u233?a" * 7_000,
        "\\trowd\\pard\\intbl a\\cell\\row\\pard b\\par" * 7_000,
    ],
    ids=["cell", "breaks", "notes", "fields", "letters", "tables"],
)
def test_time_grows_with_the_length_alone(body):
    began = time.process_time()
    read(rtf(body))
    assert time.process_time() - began < 6


def test_tokens():
    found = [
        (one.kind, one.name, one.number, one.data) for one in tokens(b"{\\b0 a\\'E9\\~\\bin2 {}}")
    ]
    assert found == [
        (Kind.OPEN, "", None, b""),
        (Kind.WORD, "b", 0, b""),
        (Kind.TEXT, "", None, b"a"),
        (Kind.BYTE, "", None, b"\xe9"),
        (Kind.SIGN, "~", None, b""),
        (Kind.BINARY, "", None, b"{}"),
        (Kind.CLOSE, "", None, b""),
    ]


@pytest.mark.parametrize("data", [rtf("x"), b"\n {\\rtf1 x}", b"\xef\xbb\xbf{\\rtf x}"])
def test_it_is_known_by_its_first_bytes(data):
    assert media_type_of("letter.doc", data) == rich_text.MEDIA_TYPE


def test_no_count_of_signs_eats_the_text():
    found = rich_text.read(
        Source("a.rtf", rb"{\rtf1\uc2000000000 \u8364 abcdefgh and the rest}", "")
    )
    assert [line.text for line in found.lines] == ["€ and the rest"]
