"""Correct a block, say "always", and every article of the publisher follows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog

from clipreader.model import Article, Role
from tests.journeys.conftest import CRANE, FERRY, Journey

APPEAL = "The quay needs friends: be one today.\n\n"
CUE = "The quay needs friends:"
FIRST = FERRY.replace("Translated by", f"{APPEAL}Translated by")
SECOND = FIRST.replace("Night Ferry", "Slow Ferry").replace("a piano", "a harp")
THIRD = CRANE.replace("Translated by", f"{APPEAL}Translated by")


def appeal(article: Article) -> int:
    return next(n for n, b in enumerate(article.blocks) if article.quote(b.span) == APPEAL.strip())


def say_always(journey: Journey, index: int) -> None:
    """Open the menu of a block and choose the last entry."""
    menus = journey.window.reader.menus
    menus.open(index, QPoint(200, 200))
    assert menus.menu is not None
    (entry,) = [a for a in menus.menu.actions() if a.text().startswith("Always for")]
    assert entry.text() == "Always for Puerto Diario"
    entry.trigger()
    menus.menu.close()
    journey.until(lambda: "Always for Puerto Diario" in journey.notice)


@pytest.fixture
def corrected(journey: Journey) -> Journey:
    journey.bring(FIRST, SECOND, THIRD)
    index = appeal(journey.open("Night Ferry"))
    journey.window.reader.role_chosen.emit(index, Role.EDITORS_NOTE, None)
    journey.until(lambda: journey.article.blocks[index].corrected)
    journey.settle()
    say_always(journey, index)
    return journey


def role_in(journey: Journey, headline: str) -> Role:
    article = journey.open(headline)
    return article.blocks[appeal(article)].role


def test_a_rule_is_applied_to_what_is_there_and_taken_back(corrected: Journey) -> None:
    assert "is “Editor’s note”" in corrected.notice
    corrected.window.notices.press("Apply to 1 article")
    corrected.until(lambda: corrected.notice == "1 article was changed")
    assert role_in(corrected, "Slow Ferry") == Role.EDITORS_NOTE
    assert role_in(corrected, "Two Shipyards") != Role.EDITORS_NOTE, "another publisher"
    corrected.do("undo")
    assert role_in(corrected, "Slow Ferry") != Role.EDITORS_NOTE
    assert role_in(corrected, "Night Ferry") == Role.EDITORS_NOTE, "what the person said stays"


def test_what_comes_later_is_named_at_once(corrected: Journey) -> None:
    corrected.bring(FIRST.replace("Night Ferry", "Last Ferry").replace("a piano", "a drum"))
    article = corrected.open("Last Ferry")
    assert article.blocks[appeal(article)].role == Role.EDITORS_NOTE
    menus = corrected.window.reader.menus
    menus.open(appeal(article), QPoint(200, 200))
    assert menus.menu is not None
    assert "you said “always” for Puerto Diario" in menus.menu.why()
    menus.menu.close()


def test_a_rule_can_be_taken_back_at_once(corrected: Journey) -> None:
    corrected.window.notices.press("Undo")
    corrected.until(lambda: corrected.notice == "Undone: make a rule")
    corrected.bring(FIRST.replace("Night Ferry", "Last Ferry").replace("a piano", "a drum"))
    assert role_in(corrected, "Last Ferry") != Role.EDITORS_NOTE


def test_what_was_not_corrected_is_not_offered_for_always(corrected: Journey) -> None:
    article = corrected.open("Slow Ferry")
    menus = corrected.window.reader.menus
    menus.open(appeal(article), QPoint(200, 200))
    assert menus.menu is not None
    assert not [a for a in menus.menu.actions() if a.text().startswith("Always")]
    menus.menu.close()


def test_rules_are_seen_edited_applied_and_removed(corrected: Journey) -> None:
    corrected.do("rules")
    dialog = corrected.desks.learning.dialog
    assert dialog is not None
    corrected.until(lambda: dialog.table.rowCount() == 1)
    assert dialog.table.isVisible()
    words, publisher = dialog.table.item(0, 3), dialog.table.item(0, 1)
    assert words is not None
    assert publisher is not None
    assert (publisher.text(), words.text()) == ("Puerto Diario", CUE)
    words.setText("q")
    corrected.until(lambda: "too few" in dialog.told.text())
    corrected.settle()
    kept = dialog.table.item(0, 3)
    assert kept is not None
    assert kept.text() == CUE, "what cannot be is not shown as if it were"
    publisher = dialog.table.item(0, 1)
    assert publisher is not None
    publisher.setText("")
    corrected.settle()
    dialog.table.selectRow(0)
    dialog.apply.click()
    corrected.until(lambda: dialog.told.text() == "2 articles were changed")
    switch = dialog.table.item(0, 0)
    assert switch is not None
    switch.setCheckState(Qt.CheckState.Unchecked)
    corrected.settle()
    dialog.table.selectRow(0)
    assert not dialog.apply.isEnabled(), "a rule that is off names nothing"
    dialog.remove.click()
    corrected.until(dialog.empty.isVisible)
    assert not dialog.give_out.isEnabled()
    dialog.close()
    assert role_in(corrected, "Two Shipyards") == Role.EDITORS_NOTE
    for _ in range(3):
        corrected.do("undo")
    assert role_in(corrected, "Two Shipyards") != Role.EDITORS_NOTE


def test_rules_go_out_and_come_in(corrected: Journey, monkeypatch: pytest.MonkeyPatch) -> None:
    path = corrected.folder / "rules"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (f"{path}.json", ""))
    corrected.do("rules")
    dialog = corrected.desks.learning.dialog
    assert dialog is not None
    corrected.until(lambda: dialog.table.rowCount() == 1)
    dialog.give_out.click()
    corrected.until(lambda: dialog.told.text() == "The rules were written to rules.json.")
    dialog.table.selectRow(0)
    dialog.remove.click()
    corrected.until(dialog.empty.isVisible)
    dialog.take_in.click()
    corrected.until(lambda: dialog.told.text() == "1 rule was added.")
    corrected.until(lambda: dialog.table.rowCount() == 1)
    dialog.close()
