import pytest

from clipreader.settings import Settings
from clipreader.ui.main_window import MainWindow
from clipreader.ui.toolbar import FIRST_TO_GO, SEARCH_LEAST, SEARCH_WIDTH
from tests.ui import hands


@pytest.fixture
def window(qtbot, theme):
    made = MainWindow(theme, Settings())
    qtbot.addWidget(made)
    made.resize(1_300, 700)
    made.show()
    return made


def test_every_button_has_a_name_and_says_its_key(window):
    for name, button in window.toolbar.buttons.items():
        assert button.accessibleName()
        assert button.toolTip() == window.verbs[name].toolTip()


@pytest.mark.parametrize("name", ["previous", "next", "star", "clippings", "export"])
def test_a_button_does_what_its_verb_does(window, name):
    done = []
    window.verbs[name].setEnabled(True)
    window.verbs[name].triggered.connect(lambda: done.append(name))
    window.toolbar.buttons[name].click()
    assert done == [name]


def test_import_is_the_verb_of_importing(window):
    done = []
    window.verbs["import_files"].triggered.connect(lambda: done.append(True))
    window.toolbar.import_button.click()
    assert done == [True]


def test_a_verb_that_cannot_be_done_has_a_dead_button(window):
    window.verbs.enable(False, "export", "star")
    assert not window.toolbar.buttons["export"].isEnabled()
    assert not window.toolbar.buttons["star"].isEnabled()


def shown(bar):
    widgets = (*bar.buttons.values(), bar.import_button, bar.search)
    return [widget for widget in widgets if not widget.isHidden()]


@pytest.mark.parametrize("width", [420, 500, 600, 700, 1_000, 1_900])
def test_nothing_lies_over_anything_else_or_beyond_the_edge(window, width):
    window.resize(width, 600)
    bar = window.toolbar
    boxes = [widget.geometry() for widget in shown(bar)]
    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[:n])
    assert all(bar.rect().contains(box) for box in boxes)
    assert SEARCH_LEAST <= bar.search.width() <= SEARCH_WIDTH


def test_a_narrow_bar_leaves_buttons_out_and_a_wide_one_brings_them_back(window):
    bar, whole = window.toolbar, len(window.toolbar.buttons) + 2
    counts = []
    for width in (1_300, 560, 420, 560, 1_300):
        window.resize(width, 600)
        counts.append(len(shown(bar)))
    assert counts[0] == counts[-1] == whole
    assert counts[2] < counts[1] == counts[3] < whole
    assert set(FIRST_TO_GO) | {"sidebar"} == set(bar.buttons)


@pytest.mark.parametrize("width", [420, 1_300])
def test_the_card_of_the_text_size_opens_inside_the_window(window, width):
    window.resize(width, 600)
    window.verbs["typography"].trigger()
    card = window.typography
    assert card.isVisible()
    assert card.geometry().right() <= window.frameGeometry().right()
    card.close()


def test_the_ground_turns_with_the_theme(window, theme):
    for choice in ("dark", "light"):
        theme.set_choice(choice)
        image = window.toolbar.grab().toImage()
        assert hands.pixels(image, theme.palette.side) > image.width() * image.height() / 3


def test_nothing_moves_when_the_theme_turns(window, theme):
    places = [button.geometry() for button in window.toolbar.buttons.values()]
    words = window.toolbar.buttons["export"].text()
    theme.set_choice("dark")
    window.toolbar.layout().activate()
    assert window.toolbar.buttons["export"].text() == words
    assert [button.geometry() for button in window.toolbar.buttons.values()] == places
