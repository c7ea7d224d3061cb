import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QSlider, QWidget

from clipreader.settings import Settings
from clipreader.ui.plain import PlainLabel
from clipreader.ui.typography import Typography, TypographyCard
from tests.ui import hands

NAMES = {"font_size": "Text size", "measure": "Line width", "line_height": "Line height"}


@pytest.fixture
def controls(qtbot):
    made = Typography(Settings(theme="light"))
    qtbot.addWidget(made)
    made.told = []
    made.changed.connect(made.told.append)
    made.show()
    return made


def slider(controls, name):
    return next(s for s in controls.findChildren(QSlider) if s.accessibleName() == NAMES[name])


def button(controls, words):
    return next(b for b in controls.findChildren(QPushButton) if b.text() == words)


@pytest.mark.parametrize("name", list(NAMES))
def test_a_slider_changes_one_setting_in_small_steps(controls, name):
    before = getattr(Settings(), name)
    one = slider(controls, name)
    QTest.keyClick(one, Qt.Key.Key_Right)
    changed = controls.told[-1]
    assert getattr(changed, name) > before
    assert getattr(changed, name) - before <= before / 20
    assert changed.with_changes(**{name: before}) == Settings(theme="light")


def test_every_row_has_its_words(controls):
    said = [label.text() for label in controls.findChildren(PlainLabel) if label.isVisible()]
    assert {*NAMES.values(), "Theme"} <= set(said)


@pytest.mark.parametrize("name", list(NAMES))
@pytest.mark.parametrize("end", ["minimum", "maximum"])
def test_the_ends_of_a_slider_can_be_read_back(controls, name, end):
    one = slider(controls, name)
    one.setValue(getattr(one, end)())
    value = getattr(controls.told[-1], name)
    assert Settings().with_changes(**{name: value}) == controls.told[-1].with_changes(
        theme="system"
    )
    shown = [label.text() for label in controls.findChildren(PlainLabel)]
    assert any(words and words in (f"{value:g}", f"{value:.2f}") for words in shown)


@pytest.mark.parametrize(("words", "choice"), [("System", "system"), ("Dark", "dark")])
def test_a_theme_is_one_click(controls, words, choice):
    QTest.mouseClick(button(controls, words), Qt.MouseButton.LeftButton)
    assert controls.told[-1].theme == choice
    checked = [b.text() for b in controls.findChildren(QPushButton) if b.isChecked()]
    assert checked == [words]


def test_other_settings_are_shown_and_told_to_nobody(controls):
    controls.show_settings(Settings(font_size=30.0, measure=700, line_height=2.0, theme="dark"))
    assert controls.told == []
    assert slider(controls, "font_size").value() == 60
    assert button(controls, "Dark").isChecked()
    assert not button(controls, "Light").isChecked()


def test_a_value_between_two_steps_is_not_lost_by_a_look(controls):
    odd = Settings(measure=563, theme="light")
    controls.show_settings(odd)
    QTest.mouseClick(button(controls, "Dark"), Qt.MouseButton.LeftButton)
    assert controls.told[-1].measure == 563


def test_the_card_opens_under_its_button_and_turns_with_the_theme(qtbot, theme):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(600, 400)
    anchor = QPushButton("Aa", parent)
    anchor.setGeometry(500, 10, 40, 30)
    parent.show()
    card = TypographyCard(theme, Settings(), parent)
    card.open_under(anchor)
    assert card.isVisible()
    assert card.y() >= anchor.mapToGlobal(QPoint(0, anchor.height())).y()
    for choice in ("dark", "light"):
        theme.set_choice(choice)
        image = card.grab().toImage()
        assert hands.pixels(image, theme.palette.card) > image.width() * image.height() / 3
    card.close()
