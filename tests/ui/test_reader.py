import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from clipreader.model import Colour, Span
from clipreader.ui.reader import Reader
from tests import records


@pytest.fixture
def reader(qtbot, theme):
    reader = Reader(theme)
    qtbot.addWidget(reader)
    reader.resize(900, 800)
    reader.show()
    return reader


def test_the_article_is_shown_with_all_its_parts(reader, opened):
    reader.show_article(opened(records.article()))
    shown = reader.view.toPlainText()
    for words in (
        records.HEADLINE,
        records.DECK,
        f"{records.CAPTION} / {records.CREDIT}",
        *records.PARAGRAPHS,
        "Puerto Diario · Harbour Town · 4 July 2024",
        "By Elena Duarte",
        "Translated by Ana Reyes",
        "Site text · 1 block",
    ):
        assert words in shown
    assert "become a member" not in shown


def test_a_key_highlights_the_selected_words(qtbot, reader, opened):
    article = records.article()
    reader.show_article(opened(article))
    start = article.text.index("Santa Marta")
    span = Span(start, start + len("Santa Marta leaves"))
    reader.view.select(*reader.view.content.map.range(span))
    reader.view.setFocus()
    with qtbot.waitSignal(reader.highlight_asked) as asked:
        QTest.keyClick(reader.view, Qt.Key.Key_3)
    assert asked.args == [span, Colour.BLUE]


def test_copying_gives_the_exact_words(reader, opened):
    article = records.article([(records.Role.PARAGRAPH, "10\u00a0000 \U0001f600 e\u0301 words")])
    reader.show_article(opened(article))
    reader.view.select(*reader.view.content.map.range(Span(0, len(article.text))))
    QTest.keyClick(reader.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == article.text


def test_no_article_is_a_quiet_page(reader, opened):
    reader.show_article(opened(records.article()))
    reader.show_article(None)
    assert not reader.view.isVisible()
    assert reader.selection() is None


def test_what_was_selected_goes_with_its_article(reader, opened):
    told = []
    reader.highlight_asked.connect(lambda *of: told.append(of))
    article = records.article()
    made = records.highlight(article, "ramp came up", note="Half.")
    reader.show_article(opened(article, (made,)))
    reader.view.select(*reader.view.content.map.range(Span(0, 9)))
    reader.show_article(None)
    for wish in ("yellow", "tag", "note", "copy", "delete", "next", "end-on", "block", "open"):
        reader.act(wish)
    assert told == []
    assert reader.notes.cards == {}
    assert reader.position() == 0
    reader.go_to(Span(0, 3))
    reader.set_hits((Span(0, 3),))
    assert not reader.grab().isNull()
    reader.show_article(opened(article, (made,)))
    assert set(reader.notes.cards) == {made.id}
