"""Pictures that can be trusted are shown, a quiet frame stands for the others."""

import struct
import zlib
from dataclasses import replace

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QPointF, QRectF
from PySide6.QtGui import QColor, QImage

from clipreader.model import Article, Image, Part, Role, Span
from clipreader.ui.page_painter import FRAME_HEIGHT, OFFERED_AT, PagePainter, decoded
from clipreader.ui.reader_document import FRAME_GAP
from clipreader.ui.reader_spacing import GUTTER
from tests import records
from tests.ui import hands

R = Role
RED = QColor("#c01020")


def encoded(width, height, form="PNG"):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(RED)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    assert image.save(buffer, form)
    return bytes(data.data())


def png_header(width, height):
    """A PNG that promises a size and holds next to nothing."""

    def chunk(kind, data):
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 1_000)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><script>x</script></svg>'

REFUSED = {
    "no bytes": None,
    "empty": b"",
    "not a picture": b"not a picture at all",
    "svg": SVG,
    "svg with a declaration": b'<?xml version="1.0"?>' + SVG,
    "a header of ten thousand million pixels": png_header(100_000, 100_000),
    "a header of two hundred million": png_header(20_000, 10_000),
    "cut short": encoded(300, 200)[:60],
    "xpm": b'/* XPM */ static char *a[] = {"1 1 1 1", "a c #ff0000", "a"};',
}


@pytest.mark.parametrize("name", list(REFUSED))
def test_what_cannot_be_shown_safely_is_refused(qapp, name):
    assert decoded(Image("k", "image/png", REFUSED[name]), 560) is None


@pytest.mark.parametrize("form", ["PNG", "JPEG", "BMP"])
def test_a_picture_is_shown_and_scaled_down_never_up(qapp, form):
    small = decoded(Image("k", data=encoded(120, 80, form)), 560)
    assert (small.width(), small.height()) == (120, 80)
    large = decoded(Image("k", data=encoded(1_120, 400, form)), 560)
    assert (large.width(), large.height()) == (560, 200)


def test_the_bytes_decide_and_not_the_name_of_the_type(qapp):
    assert decoded(Image("k", "image/svg+xml", encoded(9, 9)), 560) is not None
    assert decoded(Image("k", "image/png", SVG), 560) is None


def test_a_very_tall_picture_does_not_push_the_article_away(qapp):
    found = decoded(Image("k", data=encoded(300, 30_000)), 560)
    assert found.height() == 840
    assert 8 <= found.width() <= 9
    thin = decoded(Image("k", data=encoded(1, 30_000)), 560)
    assert (thin.width(), thin.height()) == (1, 840)


def turned(data):
    """A JPEG with the mark of a camera that was held upright (EXIF orientation 6)."""
    entry = struct.pack(">HHIHH", 0x0112, 3, 1, 6, 0)
    exif = b"Exif\0\0MM\0*\0\0\0\x08\0\1" + entry + b"\0\0\0\0"
    return data[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + data[2:]


@pytest.mark.parametrize(
    ("stored", "shown"), [((1_120, 400), (300, 840)), ((400, 1_120), (560, 200))]
)
def test_a_turned_picture_fits_the_column_as_well(qapp, stored, shown):
    found = decoded(Image("k", data=turned(encoded(*stored, "JPEG"))), 560)
    assert (found.width(), found.height()) == shown


def pictured(data, words=("Before", "A ship / Agency", "After")):
    made = hands.blocks((R.PARAGRAPH, words[0]), (R.CAPTION, words[1]), (R.PARAGRAPH, words[2]))
    first, caption, last = made.blocks
    caption = Part(R.CAPTION, caption.span, image="k")
    return Article("a", made.text, (first, caption, last), images=(Image("k", data=data),))


def above(reader, article, height):
    """The place above the caption, as wide as the column."""
    top = hands.rects(reader, article.blocks[1].span)[0].top()
    return QRectF(GUTTER, top - FRAME_GAP - height - 6, 560, height + 6)


def test_a_picture_stands_above_its_caption(reader, opened):
    article = pictured(encoded(400, 150))
    reader.show_article(opened(article))
    box = above(reader, article, 150)
    assert hands.pixels(hands.page_image(reader), RED, box) >= 400 * 149
    before = hands.rects(reader, article.blocks[0].span)[-1].bottom()
    assert before < box.top(), "the picture stands over no words"


@pytest.mark.parametrize("name", list(REFUSED))
def test_a_quiet_frame_stands_where_no_picture_is(reader, opened, name):
    article = pictured(REFUSED[name])
    reader.show_article(opened(article))
    image, look = hands.page_image(reader), reader._theme.palette
    box = above(reader, article, FRAME_HEIGHT)
    assert hands.pixels(image, look.frame, box) > 0.8 * 560 * FRAME_HEIGHT
    assert hands.pixels(image, RED) == 0


def test_the_words_of_a_frame_stay_inside_it(reader, opened):
    reader.resize(230, 800)
    article = pictured(None)
    reader.show_article(opened(article))
    box, measure = above(reader, article, FRAME_HEIGHT), reader.view.content.measure
    assert measure < 180
    outside = QRectF(GUTTER + measure + 1, box.top(), GUTTER - 2, FRAME_HEIGHT)
    image, look = hands.page_image(reader), reader._theme.palette
    assert hands.pixels(image, look.faint, outside) == 0


def test_every_caption_has_its_frame_and_a_credit_alone_has_none(qapp):
    article = records.article(
        [(R.CAPTION, "A ship / Agency"), (R.CAPTION, "Agency"), (R.DECK, "x")]
    )
    alone = Part(R.CREDIT, article.blocks[1].span)
    article = Article("a", article.text, article.blocks, (*article.marks, alone))
    assert set(PagePainter(article, 560, 1.0).rooms) == {0}


def test_large_pictures_are_sharp_on_a_fine_screen(qapp):
    painter = PagePainter(pictured(encoded(2_000, 500)), 560, 2.0)
    assert painter.pictures[1].width() == 1_120
    assert painter.rooms[1] == pytest.approx(140 + FRAME_GAP)


def test_a_caption_has_a_rule_at_its_side_and_a_paragraph_none(reader, opened):
    article = hands.blocks((R.QUOTE, "Words that were said"), (R.PARAGRAPH, "Other words"))
    reader.show_article(opened(article))
    image, look = hands.page_image(reader), reader._theme.palette
    rules = []
    for block in article.blocks:
        box = hands.rects(reader, block.span)[0]
        rules.append(hands.pixels(image, look.accent, QRectF(GUTTER, box.top(), 2, box.height())))
    assert rules[0] > 20
    assert rules[1] == 0


HEBREW = "מילים שנאמרו"


def test_what_runs_from_right_to_left_has_its_rule_at_the_right(reader, opened):
    article = hands.blocks((R.QUOTE, HEBREW), (R.QUOTE, "Words that were said"))
    reader.show_article(opened(article))
    image, look = hands.page_image(reader), reader._theme.palette
    for block, at_right in zip(article.blocks, (True, False), strict=True):
        box = hands.rects(reader, block.span)[0]
        for edge, ruled in ((GUTTER, not at_right), (GUTTER + 560 - 2, at_right)):
            rule = QRectF(edge, box.top(), 2, box.height())
            assert (hands.pixels(image, look.accent, rule) > 20) == ruled
        assert not any(box.intersects(QRectF(x, box.top(), 2, 9)) for x in (GUTTER, GUTTER + 558))


def test_a_bullet_stands_before_words_from_right_to_left_and_never_over_them(reader, opened):
    article = hands.blocks((R.LIST_ITEM, HEBREW))
    reader.show_article(opened(article))
    words = hands.rects(reader, article.blocks[0].span)[0]
    beside = QRectF(QPointF(words.right() + 8, words.top()), words.bottomRight() + QPointF(16, 0))
    assert beside.right() <= GUTTER + 560
    image, look = hands.page_image(reader), reader._theme.palette
    assert hands.pixels(image, look.dim, beside) > 5


@pytest.mark.parametrize(
    ("confidence", "corrected", "marked"),
    [(0.95, False, False), (0.6, False, True), (0.6, True, False), (0.3, False, False)],
)
def test_an_offered_part_has_a_quiet_mark(reader, opened, confidence, corrected, marked):
    part = Part(R.DECK, Span(0, 20), confidence, corrected=corrected)
    reader.show_article(opened(Article("a", "Words of a deck here", (part,))))
    box = hands.rects(reader, part.span)[0]
    beside = QRectF(GUTTER - OFFERED_AT - 2, box.top(), 4, box.height())
    image = hands.page_image(reader)
    ground = hands.pixels(image, reader._theme.palette.page, beside)
    total = hands.pixels(image.copy(beside.toAlignedRect()), QColor("#000"))
    area = beside.toAlignedRect()
    assert total == 0
    assert (ground < area.width() * area.height()) == marked


def test_the_byline_row_stands_between_hairlines(reader, opened):
    reader.show_article(opened(records.article()))
    view = reader.view
    row = view.document().findBlockByNumber(3)
    box = row.layout().boundingRect().translated(row.layout().position() - view.offset())
    image, look = hands.page_image(reader), reader._theme.palette
    for y in (round(box.top() - 9), round(box.bottom() + 8)):
        assert hands.pixels(image, look.line, QRectF(GUTTER, y, 560, 1)) >= 550


@pytest.mark.parametrize("role", [R.LIST_ITEM, R.PARAGRAPH])
def test_a_list_item_has_a_bullet(reader, opened, role):
    article = hands.blocks((role, "An item of a list"))
    reader.show_article(opened(article))
    middle = hands.rects(reader, Span(0, 1))[0]
    beside = QRectF(QPointF(middle.left() - 16, middle.top()), middle.bottomLeft() - QPointF(8, 0))
    found = hands.pixels(hands.page_image(reader), reader._theme.palette.dim, beside)
    assert (found > 5) == (role == R.LIST_ITEM)


@pytest.mark.parametrize(("number", "words"), [(1, "Knead"), (28, "Knead"), (1, HEBREW)])
def test_an_item_of_a_numbered_list_has_its_number_beside_it(reader, opened, number, words):
    article = hands.blocks((R.LIST_ITEM, words))
    blocks = tuple(replace(block, number=number) for block in article.blocks)
    reader.show_article(opened(replace(article, blocks=blocks)))
    first = hands.rects(reader, article.blocks[0].span)[0]
    left = first.right() if words == HEBREW else 0.0
    right = GUTTER + 588.0 if words == HEBREW else first.left()
    image, look = hands.page_image(reader), reader._theme.palette
    assert (
        hands.pixels(image, look.dim, QRectF(left, first.top(), right - left, first.height())) > 8
    )
    over = QRectF(left, first.bottom(), right - left, first.height())
    assert hands.pixels(image, look.dim, over) == 0


def test_words_with_a_mark_of_their_own_get_no_bullet(reader, opened):
    article = hands.blocks((R.LIST_ITEM, "• Flour"), (R.LIST_ITEM, "1. Knead"))
    reader.show_article(opened(article))
    image, look = hands.page_image(reader), reader._theme.palette
    for block in article.blocks:
        first = hands.rects(reader, block.span)[0]
        beside = QRectF(0, first.top(), first.left(), first.height())
        assert hands.pixels(image, look.dim, beside) == 0


@pytest.mark.parametrize(
    ("data", "room"),
    [
        (encoded(400, 200), 200 + FRAME_GAP),
        (encoded(60, 60), None),
        (b"not a picture", None),
        (None, None),
    ],
    ids=["shown", "an ornament", "nothing to show", "only an address"],
)
def test_a_picture_without_a_caption_stands_above_its_block_or_nowhere(qapp, data, room):
    article = hands.blocks((R.PARAGRAPH, "Before"), (R.PARAGRAPH, "After the picture"))
    blocks = (article.blocks[0], replace(article.blocks[1], image="k"))
    article = replace(article, blocks=blocks, images=(Image("k", data=data),))
    painter = PagePainter(article, 560, 1.0)
    assert painter.rooms.get(1) == room
    assert (1 in painter.pictures) == (room is not None)
    assert 0 not in painter.rooms


@pytest.mark.parametrize(("data", "differs"), [(b"not a picture", True), (None, False)])
def test_a_frame_says_whether_the_picture_is_missing_or_broken(reader, opened, data, differs):
    def shown(article):
        reader.show_article(opened(article))
        return hands.page_image(reader)

    bare = pictured(None)
    missing = shown(replace(bare, images=()))
    assert (missing != shown(replace(bare, images=(Image("k", data=data),)))) is differs
