import pytest
from PySide6.QtCore import QPointF, QRectF

from clipreader.model import Colour
from clipreader.ui import edge_handles
from clipreader.ui.edge_handles import GRAB
from tests import records
from tests.ui import hands

ARTICLE = records.article()
MADE = records.highlight(ARTICLE, "ramp came up", colour=Colour.GREEN)


@pytest.fixture
def current(reader, opened):
    reader.show_article(opened(ARTICLE, (MADE,)))
    reader.go_to_highlight(MADE.id)
    return reader


def test_edges_stand_at_both_ends_of_the_words(current):
    (box,) = hands.rects(current, MADE.span)
    begin, stop = edge_handles.ends(current.view)
    assert begin == (box.topLeft(), box.bottomLeft())
    assert stop[0].x() == pytest.approx(box.right(), abs=0.1)
    assert stop[1].y() == box.bottom()


@pytest.mark.parametrize(
    ("off", "edge"), [(0, 0), (GRAB - 1, 0), (GRAB + 2, -1), (-GRAB + 1, 0), (-GRAB - 2, -1)]
)
def test_an_edge_is_taken_from_nearby(current, off, edge):
    (top, bottom), _ = edge_handles.ends(current.view)
    assert edge_handles.at(current.view, (top + bottom) / 2 + QPointF(off, 0)) == edge


def test_a_knob_is_painted_above_the_begin_and_below_the_stop(current):
    image, colour = hands.page_image(current), current._theme.palette.edge(MADE.colour)
    (top, _), (_, bottom) = edge_handles.ends(current.view)
    for place in (top, bottom):
        box = QRectF(place - QPointF(4, 4), place + QPointF(4, 4))
        assert hands.pixels(image, colour, box) > 25


def test_handles_of_a_long_highlight_look_at_its_ends_only(reader, opened, monkeypatch):
    whole = records.highlight(ARTICLE, ARTICLE.text)
    reader.show_article(opened(ARTICLE, (whole,)))
    reader.go_to_highlight(whole.id)
    boxes = hands.rects(reader, whole.span)
    looked_at, rects = [], reader.view.rects
    monkeypatch.setattr(reader.view, "rects", lambda a, b: looked_at.append(b - a) or rects(a, b))
    (top, _), (_, bottom) = edge_handles.ends(reader.view)
    assert (top.y(), bottom.y()) == (boxes[0].top(), boxes[-1].bottom())
    assert looked_at == [1, 1]


def test_only_the_current_highlight_has_handles(current):
    current.marking.choose("")
    assert edge_handles.ends(current.view) == ()
    image, colour = hands.page_image(current), current._theme.palette.edge(MADE.colour)
    assert hands.pixels(image, colour) == 0
