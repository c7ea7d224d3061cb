from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clipreader import anatomy
from clipreader.importers import media_type_of, pdf
from clipreader.importers.pdf_pages import PrintedLine
from clipreader.importers.pdf_paragraphs import mended
from clipreader.model import FieldName, Hint, Role, Source, UnreadableSource
from tests.importers.documents.printing import Placed, Set, column, jpeg
from tests.importers.documents.printing import pdf as written

FIRST = (
    "The last boat came in at twenty past nine on Tuesday, with forty-one passengers, two dogs and "
    "a piano that nobody had announced to the harbour master of the town."
)
SECOND = (
    "“We were told that somebody must always be there”, said Mara Ellery, who is sixty-three and "
    "mends the nets of her neighbours by day. Nothing will be decided before the coming autumn."
)
THIRD = (
    "The harbour’s own register bears her out: not one night of all those forty years is missing, "
    "and on some of them, the handwriting says, no boat came in before the morning."
)
TEXT = [FIRST, SECOND, THIRD]
TITLE = Set("The night ferry", 60, 770, 24, True)


def read(data: bytes):
    return pdf.read(Source("a.pdf", data, pdf.MEDIA_TYPE))


def texts(*pages: list[Set]) -> list[str]:
    return [line.text for line in read(written(pages)).lines]


@pytest.mark.parametrize(
    "how",
    [
        {"gap": 6},
        {"gap": 0, "indent": 2},
        {"gap": 0, "indent": 2, "room": 220, "hyphens": True},
        {"gap": 5, "room": 220, "hyphens": True},
        {"gap": 8, "size": 8, "room": 150},
    ],
)
def test_lines_become_paragraphs(how):
    assert texts([TITLE, *column(TEXT, **how)]) == ["The night ferry", *TEXT]


def test_paragraphs_of_one_line_do_not_join_the_longer_ones():
    short = ["By Mara Ellery", "On 2 March", "At the quay"]
    assert texts([TITLE, *column([*short, *TEXT], gap=12)]) == ["The night ferry", *short, *TEXT]


def test_a_line_that_ends_early_ends_a_paragraph():
    assert texts([TITLE, *column([FIRST, SECOND], gap=0)]) == ["The night ferry", FIRST, SECOND]


@pytest.mark.parametrize("cut", [3, 5, 7])
def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page(cut):
    how = {"gap": 0, "indent": 2, "room": 220, "hyphens": True}
    lines = column(TEXT, **how)
    moved = [Set(one.text, one.x + 250, one.y + 100, one.size) for one in lines[cut:]]
    assert texts([TITLE, *lines[:cut], *moved]) == ["The night ferry", *TEXT]
    assert texts([TITLE, *lines[:cut]], lines[cut:]) == ["The night ferry", *TEXT]


def test_a_caption_between_does_not_end_a_paragraph():
    lines = column([FIRST], room=220)
    caption = column(["Mara Ellery on the quay. Photo: Jonas Tide"], size=7, top=500, room=220)
    found = texts([TITLE, *lines[:3], *caption, *(Set(o.text, 310, o.y) for o in lines[3:])])
    assert found == ["The night ferry", FIRST, "Mara Ellery on the quay. Photo: Jonas Tide"]


def test_running_heads_and_page_numbers_are_left_out():
    heads = [
        [Set(f"The Hollin Paper, 3 May, page {n}", 60, 815, 8), Set(str(n), 290, 25, 8)]
        for n in (1, 2, 3)
    ]
    pages = [[*head, *column([text])] for head, text in zip(heads, TEXT, strict=True)]
    draft = read(written(pages))
    assert [line.text for line in draft.lines] == TEXT
    assert "Running heads and page numbers were left out." in draft.notes


def test_what_a_browser_prints_in_the_margin_tells_the_address():
    foot = "https://harbour.example/news/ferry"
    pages = [
        [*column([text]), Set(foot, 40, 20, 7), Set(f"{n}/2", 560, 20, 7)]
        for n, text in enumerate(TEXT[:2], 1)
    ]
    draft = read(written(pages))
    assert [line.text for line in draft.lines] == TEXT[:2]
    assert [one.value for one in draft.candidates if one.field == FieldName.URL] == [foot]


def test_headings_are_told_by_their_size():
    page = [
        Set("Ports", 60, 800, 9),
        TITLE,
        Set("For forty years one family has met the last boat", 60, 740, 13),
        *column([FIRST], top=700),
        Set("A promise made in winter", 60, 640, 12, True),
        *column([SECOND], top=620),
    ]
    draft = read(written([page]))
    assert [(line.hint, line.text[:9]) for line in draft.lines] == [
        (Hint.NONE, "Ports"),
        (Hint.TITLE, "The night"),
        (Hint.HEADING, "For forty"),
        (Hint.NONE, "The last "),
        (Hint.HEADING, "A promise"),
        (Hint.NONE, "“We were "),
    ]
    article = anatomy.recognise(draft, article_id="a")
    roles = [block.role for block in article.blocks if block.role != Role.PARAGRAPH]
    assert roles[1:] == [Role.HEADLINE, Role.DECK, Role.CROSSHEAD]


def test_lists():
    lines = [Set("• the lamp and its post, which is to stay", 60, 500), Set("• a bench", 60, 488)]
    draft = read(written([[TITLE, *column(TEXT), *lines]]))
    assert [(line.hint, line.text) for line in draft.lines[-2:]] == [
        (Hint.LIST_ITEM, "the lamp and its post, which is to stay"),
        (Hint.LIST_ITEM, "a bench"),
    ]


def test_an_item_hangs_over_its_lines():
    first, *rest = column(["• the lamp and its post, which the harbour keeps lit"], room=240)
    hung = [first, *(Set(one.text, one.x + 12, one.y) for one in rest)]
    behind = column(["Nothing is decided."], top=hung[-1].y - 12)
    found = texts([TITLE, *column(TEXT, top=600), *hung, *behind])
    assert found[-2:] == [
        "the lamp and its post, which the harbour keeps lit",
        "Nothing is decided.",
    ]


def test_a_picture_with_its_caption_and_its_credit():
    quay = Placed(jpeg(), 60, 500, 300, 150)
    page = [
        TITLE,
        Set("Jonas Tide/Hollin Press", 368, 505, 6, turned=True),
        *column(["Mara Ellery lifts the lamp at the end of the quay"], top=490, size=8),
        *column(TEXT, top=450),
    ]
    draft = read(written([page], pictures=[quay]))
    assert [image.data for image in draft.images] == [quay.data]
    assert [(line.hint, line.text, line.image) for line in draft.lines[1:3]] == [
        (Hint.CREDIT, "Jonas Tide/Hollin Press", None),
        (Hint.CAPTION, "Mara Ellery lifts the lamp at the end of the quay", "picture-1"),
    ]
    assert [line.text for line in draft.lines[3:]] == TEXT


@pytest.mark.parametrize(
    ("picture", "expected"),
    [
        (Placed(jpeg(), 60, 500, 20, 20), 0),
        (Placed(b"no picture at all", 60, 500, 300, 100), 0),
        (Placed(jpeg(), 60, 20, 300, 100), 1),
    ],
    ids=["ornament", "broken", "elsewhere"],
)
def test_what_stands_below_no_picture_is_no_caption(picture, expected):
    page = [TITLE, *column(["Small words that stand alone"], top=490, size=8), *column(TEXT)]
    draft = read(written([page], pictures=[picture]))
    assert len(draft.images) == expected
    assert not any(line.image for line in draft.lines)


def test_a_picture_without_a_caption_stands_above_the_next_block():
    page = [TITLE, *column([FIRST], top=690), *column([SECOND], top=450)]
    draft = read(written([page], pictures=[Placed(jpeg(), 60, 500, 300, 150)]))
    assert [(line.text, line.image) for line in draft.lines[1:]] == [
        (FIRST, None),
        (SECOND, "picture-1"),
    ]


def test_the_same_picture_is_kept_once():
    twice = [Placed(jpeg(), 60, 500, 200, 100), Placed(jpeg(), 300, 500, 200, 100)]
    assert len(read(written([column(TEXT)], pictures=twice)).images) == 1


def broken(*words: str) -> list[PrintedLine]:
    return [PrintedLine(one.rstrip("~"), 0, 99, 0, 10, hyphen=one.endswith("~")) for one in words]


@pytest.mark.parametrize(
    ("lines", "elsewhere", "expected", "guessed"),
    [
        (("the har~", "bour"), "", "the harbour", 1),
        (("the har~", "bour"), "a harbour", "the harbour", 0),
        (("thirty~", "one"), "thirty-one", "thirty-one", 0),
        (("the EU~", "Kommission"), "", "the EU-Kommission", 0),
        (("from 1990~", "1995"), "", "from 1990-1995", 0),
        (("the har-", "bour"), "harbour", "the harbour", 0),
        (("a dash –", "so"), "", "a dash – so", 0),
        (("an end~",), "", "an end-", 0),
        (("漢字の", "文章"), "", "漢字の文章", 0),
    ],
)
def test_words_are_mended_at_hyphens(lines, elsewhere, expected, guessed):
    part = broken(*lines)
    mending = mended([*part, *broken(elsewhere)])
    assert mending.text(part) == expected
    assert mending.count == guessed


def test_it_always_says_that_it_is_not_sure():
    assert "may be wrong" in read(written([column(TEXT)])).notes[0]


def test_properties_are_trusted_little():
    page = [Set("By Ana Ruiz", 60, 740), *column(TEXT)]
    draft = read(written([page], info="/Title(Ferry)/Author(Ana Ruiz)"))
    assert {one.field: one.value for one in draft.candidates} == {
        FieldName.HEADLINE: "Ferry",
        FieldName.AUTHORS: ("Ana Ruiz",),
    }


LOCKED = written([column(TEXT)]).replace(
    b"/Root 1 0 R",
    b"/Root 1 0 R/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O(%s)/U(%s)>>"
    % (b"o" * 32, b"u" * 32),
)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (written([[]], image=True), "holds pictures of text only: run text recognition"),
        (LOCKED, "is protected by a password: save it without one"),
        (b"%PDF-1.4\nnothing", "is damaged and cannot be read"),
        (written([column(TEXT)])[:200], "is damaged and cannot be read"),
        (written([[]] * 401), "is too long for an article: it has 401 pages"),
    ],
    ids=["scanned", "locked", "empty", "cut", "long"],
)
def test_what_cannot_be_read_says_why(data, sentence):
    assert media_type_of("a.pdf", data) == pdf.MEDIA_TYPE
    with pytest.raises(UnreadableSource, match=f"“a.pdf” {sentence}"):
        read(data)


@pytest.mark.parametrize(
    "page",
    [
        [Set("words of a line", 20 + n % 9 * 60, 800 - n // 9 % 190 * 4, 3) for n in range(5_000)],
        [Set("words of a line", 20, 820 - n * 0.09, 0.1) for n in range(9_000)],
        [Set("A" if n % 2 else "bc", 20 + n % 2 * 3, 800, 4 + n % 2 * 8) for n in range(20_000)],
        [Set("a", n % 500, n % 800, 1 + n % 7) for n in range(20_000)],
    ],
    ids=["columns", "run", "initials", "scattered"],
)
def test_many_lines_take_no_long(page):
    began = time.process_time()
    read(written([page]))
    assert time.process_time() - began < 5


CELLS = st.dictionaries(
    st.tuples(st.integers(0, 3), st.integers(0, 38)),
    st.tuples(st.text("abcdefgh .(”", min_size=1, max_size=14), st.sampled_from([7, 10, 12])),
    max_size=50,
)


@settings(max_examples=80, deadline=None)
@given(CELLS, st.randoms(use_true_random=False))
def test_every_letter_is_there_wherever_it_stands(cells, chance):
    page = [Set(text, 20 + x * 140, 20 + y * 20, size) for (x, y), (text, size) in cells.items()]
    chance.shuffle(page)
    lines = read(written([page])).lines
    found = sorted("".join(line.text for line in lines).replace(" ", ""))
    assert found == sorted("".join(one.text for one in page).replace(" ", ""))
