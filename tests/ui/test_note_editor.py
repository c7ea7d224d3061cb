"""What is written in a note is kept, however the person leaves."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest

from clipreader.ui.note_editor import PAUSE, NoteEditor
from clipreader.ui.palette import LIGHT
from clipreader.ui.stylesheet import stylesheet
from tests.ui.hands import NO_KEY

K = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def editor(qtbot):
    made = NoteEditor("Half.")
    qtbot.addWidget(made)
    made.show()
    made.moveCursor(made.textCursor().MoveOperation.End)
    made.kept, made.closed = [], []
    made.written.connect(made.kept.append)
    made.finished.connect(lambda: made.closed.append(True))
    return made


def test_it_is_kept_half_a_second_after_the_last_key(qtbot, editor):
    QTest.keyClicks(editor, " More")
    assert editor.kept == []
    qtbot.waitUntil(lambda: editor.kept == ["Half. More"], timeout=PAUSE * 4)
    assert PAUSE == 500
    assert editor.closed == []


def test_every_key_begins_the_pause_anew(qtbot, editor):
    for letter in "abcdef":
        QTest.keyClicks(editor, letter)
        qtbot.wait(PAUSE // 4)
    assert editor.kept == []


def leave(reason):
    return lambda editor: editor.focusOutEvent(QFocusEvent(QEvent.Type.FocusOut, reason))


LEAVINGS = {
    "escape": lambda editor: QTest.keyClick(editor, K.Key_Escape),
    "control enter": lambda editor: QTest.keyClick(editor, K.Key_Return, CONTROL),
    "tab": leave(Qt.FocusReason.TabFocusReason),
    "another window": leave(Qt.FocusReason.ActiveWindowFocusReason),
}


@pytest.mark.parametrize("name", list(LEAVINGS))
def test_leaving_keeps_and_closes(editor, name):
    QTest.keyClicks(editor, "!")
    LEAVINGS[name](editor)
    assert editor.kept == ["Half.!"]
    assert editor.closed == [True]
    editor.finish()
    assert (editor.kept, editor.closed) == (["Half.!"], [True]), "closing twice does no harm"


def test_its_own_menu_is_no_leaving(editor):
    QTest.keyClicks(editor, "!")
    leave(Qt.FocusReason.PopupFocusReason)(editor)
    assert editor.kept == ["Half.!"]
    assert editor.closed == []


def test_hiding_keeps(editor):
    QTest.keyClicks(editor, "!")
    editor.hide()
    assert editor.kept == ["Half.!"]


def test_what_was_not_changed_is_not_written_again(editor):
    editor.finish()
    assert editor.kept == []


def test_enter_is_a_line_of_the_note(editor):
    QTest.keyClick(editor, K.Key_Return, NO_KEY)
    QTest.keyClicks(editor, "Second")
    editor.finish()
    assert editor.kept == ["Half.\nSecond"]


def test_pasted_markup_is_plain_text(editor):
    editor.selectAll()
    editor.insertPlainText("<b>R&D</b>")
    editor.finish()
    assert editor.kept == ["<b>R&D</b>"]


def test_it_grows_with_its_lines_to_a_limit(editor):
    low = editor.sizeHint().height()
    editor.setPlainText("line\n" * 6)
    more = editor.sizeHint().height()
    editor.setPlainText("line\n" * 500)
    assert low < more < editor.sizeHint().height() < 400


@pytest.mark.parametrize("lines", [1, 3, 4, 10])
def test_what_has_room_needs_no_scroll_bar(qtbot, lines):
    editor = NoteEditor("\n".join(["A line."] * lines))
    qtbot.addWidget(editor)
    editor.setStyleSheet(stylesheet(LIGHT))
    editor.resize(180, editor.sizeHint().height())
    editor.show()
    qtbot.waitExposed(editor)
    assert editor.verticalScrollBar().maximum() == 0
