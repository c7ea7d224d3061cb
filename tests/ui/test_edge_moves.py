"""An edge goes where it is put, and a highlight keeps a character at least."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QTextCursor, QTextDocument

from clipreader.model import Colour, Role, Span
from clipreader.ui import edge_handles
from clipreader.ui.edge_moves import moved_edge, stretched
from clipreader.ui.highlight_painter import Painted
from tests import records
from tests.ui import hands

K = Qt.Key
ITEM = Painted("h", Colour.PINK, 10, 20)


@pytest.mark.parametrize(
    ("edge", "position", "place"),
    [
        (0, 4, (4, 20)),
        (0, 15, (15, 20)),
        (0, 20, (19, 20)),
        (0, 90, (19, 20)),
        (1, 30, (10, 30)),
        (1, 10, (10, 11)),
        (1, 0, (10, 11)),
    ],
)
def test_an_edge_never_crosses_the_other(edge, position, place):
    document = QTextDocument("words " * 20)
    moved = stretched(ITEM, edge, position, QTextCursor(document))
    assert (moved.begin, moved.stop) == place
    assert (moved.id, moved.colour) == (ITEM.id, ITEM.colour)


@pytest.fixture
def article():
    return records.article()


def highlighted(reader, opened, article, words):
    made = records.highlight(article, words)
    reader.show_article(opened(article, (made,)))
    reader.go_to_highlight(made.id)
    reader.view.setFocus()
    return made


@pytest.mark.parametrize(
    ("key", "becomes"),
    [
        (K.Key_Right, "first time since 2013"),
        (K.Key_Left, "first time"),
        (K.Key_Up, "the first time since"),
        (K.Key_Down, "time since"),
    ],
)
def test_keys_move_an_edge_by_a_word(qtbot, reader, opened, article, key, becomes):
    made = highlighted(reader, opened, article, "first time since")
    with qtbot.waitSignal(reader.edges_moved) as told:
        hands.press(reader, key, hands.EDGE_KEYS)
    assert told.args[0] == made.id
    assert article.quote(told.args[1]) == becomes


@pytest.mark.parametrize("key", [K.Key_Left, K.Key_Down])
def test_keys_keep_a_character_at_least(reader, opened, article, key):
    told = []
    reader.edges_moved.connect(lambda id_, span: told.append(span))
    highlighted(reader, opened, article, "passenger")
    hands.press(reader, key, hands.EDGE_KEYS)
    assert all(len(span) >= 1 for span in told)


def test_without_a_current_highlight_nothing_moves(reader, opened, article):
    told = []
    reader.edges_moved.connect(lambda id_, span: told.append(span))
    reader.show_article(opened(article, (records.highlight(article, "first time"),)))
    hands.press(reader, K.Key_Right, hands.EDGE_KEYS)
    assert told == []
    assert not reader.act("no such wish")


def test_an_unknown_name_is_no_move():
    assert moved_edge(ITEM, "sideways", QTextCursor()) is None


def knob(reader, number):
    top, bottom = edge_handles.ends(reader.view)[number]
    return (top + bottom) / 2


def left_of(reader, article, words):
    box = hands.rects(reader, hands.span_of(article, words))[0]
    return QPointF(box.left(), box.center().y())


def right_of(reader, article, words):
    box = hands.rects(reader, hands.span_of(article, words))[-1]
    return QPointF(box.right(), box.center().y())


@pytest.mark.parametrize(
    ("words", "edge", "to", "becomes"),
    [
        ("ramp came up", 1, "for the", "ramp came up, and for the"),
        ("ramp came up", 1, "ramp", "ramp"),
        ("ramp came up", 0, "twenty", "twenty past nine the ramp came up"),
        ("ramp came up", 0, "came", "came up"),
        # Over the end of a block, the line feed included:
        ("still wants to travel", 1, "The line", "still wants to travel”.\nThe line"),
        # Within a caption, into its credit:
        ("on Wednesday", 1, "Authority", "on Wednesday evening / Harbour Authority"),
    ],
)
def test_the_mouse_drags_an_edge(qtbot, reader, opened, words, edge, to, becomes):
    article = records.article()
    made = highlighted(reader, opened, article, words)
    goal = (right_of if edge else left_of)(reader, article, to)
    with qtbot.waitSignal(reader.edges_moved) as told:
        hands.drag(reader, knob(reader, edge), goal - QPointF(20, 0), goal)
    assert told.args[0] == made.id
    assert article.quote(told.args[1]) == becomes


@pytest.mark.parametrize("edge", [0, 1])
def test_dragged_over_the_other_edge_one_character_is_left(qtbot, reader, opened, article, edge):
    highlighted(reader, opened, article, "ramp came up")
    goal = right_of(reader, article, "for the") if edge == 0 else left_of(reader, article, "past")
    with qtbot.waitSignal(reader.edges_moved) as told:
        hands.drag(reader, knob(reader, edge), goal)
    assert article.quote(told.args[1]) == ("p" if edge == 0 else "r")


@pytest.mark.parametrize("letter", ["\U0001f600", "e\u0301", "\U0001f469\u200d\U0001f467"])
@pytest.mark.parametrize("edge", [0, 1])
def test_the_character_that_is_left_is_a_whole_one(qtbot, reader, opened, letter, edge):
    words = f"{letter} of the words {letter}"
    article = hands.blocks((Role.PARAGRAPH, f"before {words} after"))
    highlighted(reader, opened, article, words)
    goal = right_of(reader, article, "after") if edge == 0 else left_of(reader, article, "before")
    with qtbot.waitSignal(reader.edges_moved) as told:
        hands.drag(reader, knob(reader, edge), goal)
    assert article.quote(told.args[1]) == letter


def test_while_an_edge_is_dragged_the_page_shows_where_it_would_be(reader, opened, article):
    made = highlighted(reader, opened, article, "ramp came up")
    page, kinds = reader.view.viewport(), hands.QEvent.Type
    goal = right_of(reader, article, "for the")
    hands.mouse(page, kinds.MouseButtonPress, knob(reader, 1), held=True)
    hands.mouse(page, kinds.MouseMove, goal, held=True)
    box = hands.rects(reader, hands.span_of(article, "for the"))[0]
    fill = reader._theme.palette.fill(made.colour)
    assert hands.pixels(hands.page_image(reader), fill, box) > box.width()
    hands.mouse(page, kinds.MouseButtonRelease, goal, held=False)
    assert hands.pixels(hands.page_image(reader), fill, box) == 0, "until it is kept"


def test_an_edge_put_back_where_it_was_tells_nothing(reader, opened, article):
    told = []
    reader.edges_moved.connect(lambda id_, span: told.append(span))
    highlighted(reader, opened, article, "ramp came up")
    hands.drag(reader, knob(reader, 1), knob(reader, 1))
    assert told == []


def test_edges_of_words_from_right_to_left(qtbot, reader, opened):
    article = hands.blocks((Role.PARAGRAPH, "אחת שתיים שלוש ארבע חמש"))
    highlighted(reader, opened, article, "שתיים שלוש")
    begin, stop = knob(reader, 0), knob(reader, 1)
    assert begin.x() > stop.x()
    with qtbot.waitSignal(reader.edges_moved) as told:
        hands.drag(reader, stop, left_of(reader, article, "ארבע"))
    assert article.quote(told.args[1]) == "שתיים שלוש ארבע"


def test_a_lost_highlight_has_no_edges(reader, opened, article):
    highlighted(reader, opened, article, "ramp came up")
    reader.set_highlights(())
    assert edge_handles.ends(reader.view) == ()
    assert edge_handles.at(reader.view, QPointF(50, 50)) == -1


def test_edges_of_a_whole_article(reader, opened, article):
    made = hands.mark(article, Span(0, len(article.text)))
    reader.show_article(opened(article, (made,)))
    reader.go_to_highlight(made.id)
    begin, stop = edge_handles.ends(reader.view)
    assert begin[0].y() < stop[0].y()
