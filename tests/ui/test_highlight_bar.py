import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from clipreader.model import Colour, Role, Span
from clipreader.ui.highlight_bar import GAP, HighlightBar
from clipreader.ui.marking import SETTLE
from tests import records
from tests.ui import hands


@pytest.fixture
def bar(qtbot, theme):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(600, 400)
    parent.show()
    made = HighlightBar(theme, parent)
    made.parent_kept = parent
    return made


AREA = QRect(0, 0, 600, 400)
PLACES = st.builds(QRect, st.integers(0, 560), st.integers(0, 360), st.just(40), st.just(30))


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=PLACES)
def test_wherever_the_words_are_the_bar_is_inside_and_beside_them(bar, words):
    bar.show_at(words, AREA)
    assert AREA.contains(bar.geometry())
    assert not bar.geometry().intersects(words)


def test_it_stands_above_and_only_without_room_below(bar):
    bar.show_at(QRect(200, 200, 60, 20), AREA)
    assert bar.geometry().bottom() == 200 - GAP - 1
    bar.show_at(QRect(200, 10, 60, 20), AREA)
    assert bar.y() >= 30


def test_a_selections_bar_has_no_colour_of_its_own_and_removes_nothing(bar):
    bar.set_highlight(None)
    assert not bar.on_highlight
    assert not any(dot.isChecked() for dot in bar.dots)
    assert names(bar) == ["What is this block?…"]


def test_a_highlights_bar_shows_its_colour_and_offers_more(bar):
    bar.set_highlight(Colour.VIOLET)
    assert [dot.colour for dot in bar.dots if dot.isChecked()] == [Colour.VIOLET]
    assert names(bar) == ["Copy as Markdown", "What is this block?…", "Remove the highlight"]


def names(bar):
    return [action.text().split("\t")[0] for action in bar.more_menu().actions()]


def test_more_asks_by_name(qtbot, bar):
    bar.set_highlight(Colour.BLUE)
    for action, name in zip(
        bar.more_menu().actions(), ("markdown", "block", "delete"), strict=True
    ):
        with qtbot.waitSignal(bar.asked) as told:
            action.trigger()
        assert told.args == [name]


@pytest.mark.parametrize(("number", "colour"), list(enumerate(Colour)))
def test_a_dot_is_its_colour(qtbot, bar, number, colour):
    dot = bar.dots[number]
    assert colour.value in dot.accessibleName()
    assert f"({number + 1})" in dot.toolTip()
    with qtbot.waitSignal(bar.colour_chosen) as told:
        QTest.mouseClick(dot, Qt.MouseButton.LeftButton)
    assert told.args == [colour]


@pytest.mark.parametrize("name", ["tag", "note", "copy"])
def test_a_button_asks_by_its_name(qtbot, bar, name):
    assert bar.buttons[name].accessibleName()
    with qtbot.waitSignal(bar.asked) as told:
        bar.buttons[name].click()
    assert told.args == [name]


def test_escape_leaves(qtbot, bar):
    bar.show()
    with qtbot.waitSignal(bar.asked) as told:
        QTest.keyClick(bar, Qt.Key.Key_Escape)
    assert told.args == ["leave"]


def test_the_ground_turns_with_the_theme(bar, theme):
    bar.show_at(QRect(200, 200, 60, 20), AREA)
    for choice in ("light", "dark", "light"):
        theme.set_choice(choice)
        image = bar.grab().toImage()
        assert hands.pixels(image, theme.palette.ink) > image.width() * image.height() / 3


def test_the_five_dots_can_be_told_apart(bar):
    bar.show_at(QRect(200, 200, 60, 20), AREA)
    seen = {dot.grab().toImage().pixelColor(dot.rect().center()).name() for dot in bar.dots}
    assert len(seen) == 5


# -- on the page

ARTICLE = records.article()
LONG = hands.blocks((Role.HEADLINE, "Head"), *((Role.PARAGRAPH, "words " * 60) for _ in range(30)))

PASSAGES = {
    "headline": hands.span_of(ARTICLE, "Ferry Returns"),
    "credit": hands.span_of(ARTICLE, "Harbour Authority"),
    "three paragraphs": Span(
        ARTICLE.text.index("left Harbour Town"), ARTICLE.text.index("On the quay") + 11
    ),
}


def heard(signal):
    told = []
    signal.connect(lambda *of: told.append(of))
    return told


def test_the_bar_waits_until_keys_rest(qtbot, reader, opened):
    reader.show_article(opened(ARTICLE))
    reader.view.setFocus()
    reader.view.set_caret(reader.view.content.map.position(PASSAGES["headline"].start))
    for _ in range(4):
        QTest.keyClick(reader.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert not reader.bar.isVisible()
    qtbot.waitUntil(reader.bar.isVisible, timeout=SETTLE * 4)
    assert not reader.bar.on_highlight
    reader.view.unselect()
    assert not reader.bar.isVisible()


def overlap(reader, span):
    corner = reader.view.viewport().mapTo(reader, QPointF(0, 0))
    boxes = [box.translated(corner) for box in hands.rects(reader, span)]
    return any(box.toAlignedRect().intersects(reader.bar.geometry()) for box in boxes)


@pytest.mark.parametrize("size", [(900, 800), (420, 300), (340, 260)])
@pytest.mark.parametrize("name", list(PASSAGES))
def test_the_bar_stays_inside_the_pane_and_off_the_words(reader, opened, size, name):
    reader.resize(*size)
    reader.show_article(opened(ARTICLE))
    reader.go_to(PASSAGES[name])
    hands.select(reader, PASSAGES[name])
    reader.marking.show_bar()
    assert reader.bar.isVisible()
    assert reader.rect().contains(reader.bar.geometry())
    if name != "three paragraphs":
        assert not overlap(reader, PASSAGES[name])


def test_the_bar_follows_the_page_and_goes_with_the_words(reader, opened):
    reader.show_article(opened(LONG))
    hands.select(reader, Span(30, 40))
    reader.marking.show_bar()
    before = reader.bar.y()
    reader.view.verticalScrollBar().setValue(60)
    assert reader.bar.y() != before
    reader.view.verticalScrollBar().setValue(3_000)
    assert not reader.bar.isVisible()


def test_buttons_of_the_bar_mean_the_selection(reader, opened):
    told, noted = heard(reader.highlight_asked), heard(reader.note_asked)
    reader.show_article(opened(ARTICLE))
    hands.select(reader, PASSAGES["credit"])
    reader.marking.show_bar()
    reader.bar.dots[3].click()
    assert told == [(PASSAGES["credit"], Colour.PINK)]
    hands.select(reader, PASSAGES["credit"])
    reader.bar.buttons["note"].click()
    assert noted == [(PASSAGES["credit"],)]
