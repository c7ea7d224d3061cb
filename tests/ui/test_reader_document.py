"""What the document shows of an article, block by block, and what it does not."""

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from clipreader.model import BLOCK_ROLES, Article, Metadata, Part, Role, Span
from clipreader.ui.page_rows import RowKind
from clipreader.ui.reader_document import ReaderDocument
from clipreader.ui.reader_styles import Typesetter, Typography
from clipreader.ui.reader_tables import CELL_END
from clipreader.ui.theme import LIGHT
from tests import records
from tests.ui import hands

R = Role
MARKUP = "<b>Bold</b> &amp; <img src=x>"


@pytest.fixture(autouse=True)
def faces(qapp_fonts):
    return qapp_fonts


def written(article, **more):
    return ReaderDocument(article, Typesetter(LIGHT, Typography()), **more)


def lines(document):
    return document.document.toRawText().split("\u2029")


def kinds(document):
    return [row.kind for row in document.rows]


def test_rows_and_blocks_of_the_document_are_one_for_one():
    document = written(records.article())
    assert len(document.rows) == document.document.blockCount()
    found = kinds(document)
    assert found[0] == RowKind.KICKER_LINE
    assert found[3] == RowKind.BYLINE_ROW, "after headline and deck"
    assert found[-1] == RowKind.FOLD


@pytest.mark.parametrize("role", [role for role in BLOCK_ROLES if role != R.BOILERPLATE])
def test_each_kind_of_block_shows_its_words_as_typed(role):
    article = hands.blocks((R.PARAGRAPH, "Before"), (role, MARKUP), (R.PARAGRAPH, "After"))
    assert MARKUP in lines(written(article))


def spacing_of(document, words):
    block = document.document.begin()
    while block.isValid():
        if words in block.text():
            return block.blockFormat()
        block = block.next()
    raise LookupError(words)


@pytest.mark.parametrize(
    ("headline", "direction"),
    [
        ("هدوء في الميناء", Qt.LayoutDirection.RightToLeft),
        ("Calm", Qt.LayoutDirection.LayoutDirectionAuto),
    ],
)
def test_the_rows_around_the_head_begin_where_the_article_does(headline, direction):
    article = replace(
        hands.blocks((R.HEADLINE, headline), (R.PARAGRAPH, headline * 3)),
        metadata=Metadata(publisher="Puerto", place="Cape Selby", published="2024-07-04"),
    )
    document = written(article)
    for words in ("Puerto", "min"):
        assert spacing_of(document, words).layoutDirection() == direction


def test_a_linked_headline_keeps_its_own_colour():
    words = "Night ferry returns"
    link = Part(R.LINK, Span(0, len(words)), target="https://norte.example/")
    article = replace(hands.blocks((R.HEADLINE, words), (R.PARAGRAPH, "Words")), marks=(link,))
    document = written(article)
    block = document.document.begin()
    while words not in block.text():
        block = block.next()
    letters = block.begin().fragment().charFormat()
    assert letters.anchorHref() == link.target
    assert letters.foreground().color() == LIGHT.ink


def test_site_text_is_folded_and_opened():
    article = hands.blocks(
        (R.BOILERPLATE, "Menu"),
        (R.PARAGRAPH, "Words"),
        (R.BOILERPLATE, "Support us"),
        (R.BOILERPLATE, "Share"),
    )
    closed = written(article)
    assert [line for line in lines(closed) if line.startswith("Site text")] == [
        "Site text · 1 block",
        "Site text · 2 blocks",
    ]
    assert not {"Menu", "Support us", "Share"} & set(lines(closed))
    assert closed.fold_at(article.text.index("Share")) == 2
    assert closed.fold_at(article.text.index("Words")) is None
    assert closed.text_block(3) is None
    opened = written(article, opened=frozenset({2}))
    assert {"Support us", "Share"} <= set(lines(opened))
    assert "Menu" not in lines(opened)
    assert opened.fold_at(article.text.index("Share")) is None
    assert opened.text_block(3).text() == "Share"


def test_leftovers_are_not_shown():
    article = hands.blocks(
        (R.PARAGRAPH, "Puerto Diario bigger Puerto Diario, Cape Selby, 4 July 2024 — Words"),
        marks=(Part(R.LEFTOVER, Span(0, len("Puerto Diario bigger"))),),
    )
    assert lines(written(article))[-1] == "Puerto Diario, Cape Selby, 4 July 2024 — Words"


def test_a_block_of_leftovers_only_is_an_empty_line():
    article = hands.blocks(
        (R.PARAGRAPH, "Before"), (R.PARAGRAPH, "bigger"), marks=(Part(R.LEFTOVER, Span(7, 13)),)
    )
    assert lines(written(article))[-2:] == ["Before", ""]


@pytest.mark.parametrize("text", ["", " ", "\u200b", "\u00a0", "\ufffc", "x"])
@pytest.mark.parametrize(
    "role", [R.PARAGRAPH, R.HEADLINE, R.CAPTION, R.BOILERPLATE, R.TABLE, R.CODE]
)
def test_an_article_of_next_to_nothing_is_written(role, text):
    document = written(hands.blocks((role, text)))
    assert document.document.blockCount() == len(document.rows) >= 1


def test_an_article_without_blocks_is_written():
    assert written(Article("a", "", ())).map.pieces == ()


def test_tables_and_code_keep_their_lines():
    code = "def a():\n\n    return 1"
    article = hands.blocks((R.CODE, code), (R.TABLE, "a\tb\n1\t2"))
    rows = [f"a{CELL_END}b", f"1{CELL_END}2"]
    assert lines(written(article))[-5:] == [*code.split("\n"), *rows]


def test_a_crosshead_after_the_body_does_not_move_the_byline_row():
    article = hands.blocks((R.PARAGRAPH, "Words"), (R.HEADLINE, "Late"))
    assert kinds(written(article)) == [RowKind.BYLINE_ROW, RowKind.BLOCK, RowKind.BLOCK]


def test_nested_list_items_stand_further_in():
    flat = hands.blocks((R.LIST_ITEM, "a"), (R.LIST_ITEM, "b"))
    deep = Part(R.LIST_ITEM, flat.blocks[1].span, level=3)
    article = Article("a", flat.text, (flat.blocks[0], deep))
    document = written(article)
    indents = [document.text_block(n).blockFormat().leftMargin() for n in (0, 1)]
    assert indents[1] == 3 * indents[0] > 0


def test_the_document_cannot_be_changed_or_undone():
    document = written(records.article())
    assert not document.document.isUndoRedoEnabled()
    assert not document.document.isUndoAvailable()


@pytest.mark.parametrize("letter", ["a", "漢", "😀", "e\u0301", "ש"])
def test_a_line_of_a_million_without_a_space_opens_soon(reader, opened, letter):
    """Qt takes half a minute to lay such a line out at once."""
    text = letter * (1_000_000 // len(letter.encode()))
    article = hands.blocks((R.HEADLINE, "Head"), (R.PARAGRAPH, text), (R.PARAGRAPH, "Last"))
    before = time.perf_counter()
    reader.show_article(opened(article))
    reader.grab()
    assert time.perf_counter() - before < 8
    content = reader.view.content
    for start, end in ((0, 4), (5, 5 + len(letter)), (7_003, 30_007), (5, len(article.text))):
        aligned = Span(start, end)
        assert content.map.span(*content.map.range(aligned)) == aligned
    assert (
        article.quote(content.map.span(*content.map.range(hands.span_of(article, "Last"))))
        == "Last"
    )


SCRIPTS = {
    "hebrew": "שלום לכולם, זו כתבה קצרה על מעבורת",
    "arabic": "عادت العبّارة الليلية إلى المدينة",
    "persian with joiners": "می\u200cخواهم کتاب\u200cها را",
    "japanese": "夜行フェリーが十一年ぶりに港町へ戻った。",
    "korean": "야간 여객선이 항구 도시로 돌아왔다",
    "thai": "เรือเฟอร์รี่กลางคืนกลับมา",
    "hindi": "रात की नौका बंदरगाह पर लौटी",
    "mixed": "He said שלום 2024 and عاد — then “left”",
}


@pytest.mark.parametrize("script", list(SCRIPTS))
def test_every_script_can_be_marked_letter_by_letter(reader, opened, script):
    text = SCRIPTS[script]
    article = hands.blocks((R.HEADLINE, text), (R.PARAGRAPH, f"{text} {text}"), (R.CAPTION, text))
    reader.show_article(opened(article))
    content = reader.view.content
    for block in article.blocks:
        for start in range(block.span.start, block.span.end):
            span = Span(start, start + 1)
            assert content.map.span(*content.map.range(span)) == span
        boxes = hands.rects(reader, block.span)
        assert boxes
        assert sum(box.width() for box in boxes) > 5 * len(boxes)
    reader.grab()


def test_a_long_byline_row_does_not_lose_the_original():
    metadata = Metadata(
        authors=tuple(f"Author Number {n}" for n in range(12)),
        original_url="https://example.org/a",
    )
    document = written(records.article(metadata=metadata))
    row = lines(document)[kinds(document).index(RowKind.BYLINE_ROW)]
    assert "Author Number 0, Author Number 1" in row
    assert row.endswith("Original ↗")


def captioned(words, credit):
    """A caption of these words in which the credit stands at the end."""
    article = hands.blocks((R.CAPTION, words), (R.PARAGRAPH, "After"))
    said = words.partition(credit)[0].rstrip(" /(")
    marks = (
        Part(R.CAPTION, Span(0, len(said))),
        Part(R.CREDIT, Span(words.index(credit), words.index(credit) + len(credit))),
    )
    return replace(article, marks=marks)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("The quay Lena Holm", "The quay / Lena Holm"),
        ("The quay / Lena Holm", "The quay / Lena Holm"),
        ("The quay (Lena Holm)", "The quay (Lena Holm)"),
        ("Lena Holm", "Lena Holm"),
    ],
)
def test_a_credit_is_set_apart_from_its_caption(words, shown):
    article = captioned(words, "Lena Holm")
    document = written(article)
    assert shown in lines(document)
    for point in range(len(words)):
        assert document.map.point(document.map.position(point)) == point
    credit = Span(words.index("Lena"), words.index("Lena") + 9)
    begin, stop = document.map.range(credit)
    assert document.document.toRawText()[begin:stop] == "Lena Holm"
    whole = document.map.range(Span(0, len(words)))
    assert document.map.span(*whole) == Span(0, len(words))
