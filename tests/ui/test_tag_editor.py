"""Tags complete, nest, keep their known spelling and are never doubled."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from clipreader.ui.tag_editor import LONGEST_TAG, TagEditor, cleaned

K = Qt.Key
KNOWN = ("Public Money", "public money/Fuel", "Sea", "seamen", "R&D")


@pytest.fixture
def editor(qtbot, theme):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(500, 400)
    parent.show()
    made = TagEditor(theme, parent)
    made.parent_kept = parent
    made.set_known(KNOWN)
    made.told, made.closed = [], []
    made.changed.connect(made.told.append)
    made.finished.connect(lambda held: made.closed.append(True))
    made.open_with(("ports",))
    return made


def popup(editor):
    return editor.field.completer().popup()


def typed(editor, words):
    QTest.keyClicks(editor.field, words)


def enter(editor):
    """Press Enter where a person's key goes: to the list of completions if it is open."""
    QTest.keyClick(popup(editor) if popup(editor).isVisible() else editor.field, K.Key_Return)
    QApplication.processEvents()


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("  sea  ", "sea"),
        ("#sea", "sea"),
        ("a / b", "a/b"),
        ("a//b/", "a/b"),
        ("/", ""),
        ("   ", ""),
        ("two  \t words", "two words"),
        ("x" * 200, "x" * LONGEST_TAG),
        ("<b>", "<b>"),
    ],
)
def test_a_name_is_cleaned(words, name):
    assert cleaned(words) == name


def test_enter_keeps_what_is_written_and_closes(editor):
    typed(editor, "harbour")
    enter(editor)
    assert editor.told == [("ports", "harbour")]
    assert editor.field.text() == ""
    assert editor.closed == [True]
    assert not editor.isVisible()


def test_enter_in_an_empty_field_closes(editor):
    enter(editor)
    assert editor.told == []
    assert editor.closed == [True]


def test_enter_adds_what_is_typed_though_completions_are_shown(editor):
    typed(editor, "se")
    assert popup(editor).isVisible()
    enter(editor)
    assert editor.tags == ("ports", "se")
    assert editor.field.text() == ""
    assert editor.closed == [True]


def test_a_completion_is_taken_with_the_arrow_and_enter(editor):
    typed(editor, "mone")
    assert popup(editor).isVisible()
    QTest.keyClick(popup(editor), K.Key_Down)
    enter(editor)
    assert editor.tags == ("ports", "Public Money")
    assert editor.field.text() == ""
    assert editor.closed == [True]


def test_a_completion_that_is_clicked_leaves_the_field_open_for_another(qtbot, editor):
    typed(editor, "mone")
    listed = popup(editor)
    place = listed.visualRect(listed.model().index(0, 0)).center()
    QTest.mouseClick(
        listed.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
    )
    qtbot.waitUntil(lambda: editor.tags == ("ports", "Public Money"))
    qtbot.waitUntil(lambda: editor.field.text() == "")
    assert editor.closed == []


def test_completions_are_found_inside_names_and_in_any_case(editor):
    typed(editor, "FUEL")
    model = editor.field.completer().completionModel()
    assert [model.index(n, 0).data() for n in range(model.rowCount())] == ["public money/Fuel"]


def test_a_comma_adds(editor):
    typed(editor, "harbour,nets,")
    assert editor.tags == ("ports", "harbour", "nets")
    assert editor.isVisible()


def test_a_pasted_list_is_several_tags(editor):
    editor.field.insert("harbour, nets ,, R&D")
    enter(editor)
    assert editor.tags == ("ports", "harbour", "nets", "R&D")


@pytest.mark.parametrize(
    ("words", "tag"),
    [
        ("SEA", "Sea"),
        ("public money", "Public Money"),
        ("PUBLIC MONEY/fuel", "public money/Fuel"),
        ("sea/wind", "Sea/wind"),
        ("Ships", "Ships"),
    ],
)
def test_a_known_tag_keeps_its_spelling(editor, words, tag):
    typed(editor, words)
    enter(editor)
    assert editor.tags == ("ports", tag)


def test_a_tag_is_not_doubled_in_any_case(editor):
    typed(editor, "PORTS")
    enter(editor)
    assert editor.tags == ("ports",)
    assert editor.told == []


def test_backspace_in_an_empty_field_takes_the_last_off(editor):
    typed(editor, "x")
    QTest.keyClick(editor.field, K.Key_Backspace)
    assert editor.tags == ("ports",)
    QTest.keyClick(editor.field, K.Key_Backspace)
    assert editor.told == [()]


def test_arrows_choose_the_tag_that_delete_takes_off(editor):
    editor.open_with(("a", "b", "c"))
    for key in (K.Key_Left, K.Key_Left, K.Key_Left, K.Key_Right):
        QTest.keyClick(editor.field, key)
    assert editor.chips.chosen == 1
    QTest.keyClick(editor.field, K.Key_Delete)
    assert editor.told == [("a", "c")]


def test_escape_keeps_what_is_written_and_closes(editor):
    typed(editor, "harbour")
    popup(editor).hide()
    QTest.keyClick(editor.field, K.Key_Escape)
    assert editor.told == [("ports", "harbour")]
    assert editor.closed == [True]


def test_leaving_the_field_keeps_what_is_written(qtbot, editor):
    other = QLineEdit(editor.parentWidget())
    other.show()
    editor.parentWidget().activateWindow()
    qtbot.waitUntil(editor.field.hasFocus)
    typed(editor, "harbour")
    popup(editor).hide()
    other.setFocus()
    assert editor.told == [("ports", "harbour")]
    assert editor.closed == [True]


def test_a_cross_takes_a_tag_off(editor):
    editor.chips.removed.emit("ports")
    assert editor.told == [()]
    assert editor.isVisible()


def test_it_opens_with_the_keyboard_and_nothing_left_of_before(qtbot, editor):
    typed(editor, "half")
    editor.parentWidget().activateWindow()
    editor.open_with(("b",))
    assert editor.field.text() == ""
    assert editor.tags == ("b",)
    assert editor.told == []
    qtbot.waitUntil(editor.field.hasFocus)


def test_many_tags_fit_into_the_card(editor):
    editor.open_with([f"tag number {n}" for n in range(25)])
    assert editor.chips.height() > 100
    assert editor.rect().contains(editor.chips.geometry())
    assert editor.rect().contains(editor.field.geometry())
