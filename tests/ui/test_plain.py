from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QMenu

from clipreader.ui.plain import ElidedLabel, PlainLabel, menu_text, message, one_line, tip_text

MARKUP = '<b>Bold</b> & <img src="file:///etc/hostname">'


def test_a_label_shows_markup_as_it_was_typed(qtbot):
    label = PlainLabel(MARKUP)
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == MARKUP


def test_a_tool_tip_shows_markup_as_it_was_typed():
    shown = QTextDocument()
    shown.setHtml(tip_text(MARKUP))
    assert shown.toPlainText() == MARKUP
    assert tip_text("") == ""


def test_a_menu_shows_an_ampersand(qtbot):
    menu = QMenu()
    qtbot.addWidget(menu)
    assert menu.addAction(menu_text("R&D")).text().replace("&&", "&") == "R&D"


def test_one_line_is_one_line_and_short():
    assert one_line("a\n b\t c") == "a b c"
    assert len(one_line("word " * 1000, 40)) <= 40
    assert one_line("word " * 1000, 40).endswith("…")


def test_words_that_do_not_fit_are_cut_and_told_in_the_tip(qtbot):
    label = ElidedLabel(MARKUP * 3)
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.show()
    assert label.text().endswith("…")
    assert "&lt;b&gt;" in label.toolTip()
    label.set_words("so")
    assert (label.text(), label.toolTip()) == ("so", "")


def test_a_message_shows_markup_as_it_was_typed(qtbot):
    box = message(None, "Import", MARKUP, details="more")
    qtbot.addWidget(box)
    assert box.textFormat() == Qt.TextFormat.PlainText
    assert box.text() == MARKUP
    assert box.detailedText() == "more"
