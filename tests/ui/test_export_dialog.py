import pytest
from PySide6.QtWidgets import QComboBox

from clipreader.model import Query
from clipreader.ui.export_dialog import ExportDialog, Scope

SCOPES = (
    Scope("This article: R&D of <b>ships</b> " + "and more " * 40, Query(article_ids=("a",))),
    Scope("Tag: fuel", Query(tags=("fuel",))),
    Scope("All clippings", Query()),
)


@pytest.fixture
def dialog(qtbot, theme):
    made = ExportDialog(theme, SCOPES)
    qtbot.addWidget(made)
    made.told = []
    made.scope_chosen.connect(made.told.append)
    made.show()
    return made


def what(dialog):
    return next(c for c in dialog.findChildren(QComboBox) if c.accessibleName() == "What to export")


def test_the_first_scope_is_chosen_to_begin_with(dialog):
    assert dialog.query == SCOPES[0].query
    assert dialog.told == []


def test_scopes_are_named_as_typed_and_short(dialog):
    names = [what(dialog).itemText(n) for n in range(what(dialog).count())]
    assert names[0].startswith("This article: R&D of <b>ships</b>")
    assert len(names[0]) <= 80
    assert names[1:] == ["Tag: fuel", "All clippings"]


@pytest.mark.parametrize("number", [1, 2])
def test_a_choice_is_told(dialog, number):
    what(dialog).setCurrentIndex(number)
    assert dialog.told == [SCOPES[number].query]
    assert dialog.query == SCOPES[number].query


def test_it_fits_a_small_screen(dialog):
    least = dialog.minimumSizeHint()
    assert least.width() <= 800
    assert least.height() <= 500
