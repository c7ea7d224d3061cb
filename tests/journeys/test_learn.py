"""Correct a block, say "always", and every article of the publisher follows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog

from clipreader.model import Article, FieldName, Role, Span
from tests.journeys.conftest import CRANE, FERRY, Journey
from tests.stories import paragraphs

APPEAL = "The quay needs friends: be one today.\n\n"
CUE = "The quay needs friends:"
FIRST = FERRY.replace("Translated by", f"{APPEAL}Translated by")
THIRD = CRANE.replace("Translated by", f"{APPEAL}Translated by")


def another(name: str, seed: int, foot: str = APPEAL) -> str:
    """Another story of the same publisher, with the same appeal below it, or other lines."""
    first, *rest = paragraphs(seed, 3)
    begin = f"Puerto Diario, Elena Duarte, Harbour Town, 5 July 2024 — {first}"
    title = f"{name} Returns to Harbour Town at Last"
    return "\n\n".join([title, begin, *rest, f"{foot}Translated by Ana Reyes\n"])


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
    journey.bring(FIRST, another("Slow Ferry", 1), THIRD)
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
    corrected.bring(another("Last Ferry", 2))
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
    corrected.bring(another("Last Ferry", 2))
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
    corrected.until(lambda: dialog.told.text().startswith("1 rule was removed. What it set"))
    assert not dialog.give_out.isEnabled()
    dialog.close()
    assert role_in(corrected, "Two Shipyards") == Role.EDITORS_NOTE
    for _ in range(3):
        corrected.do("undo")
    assert role_in(corrected, "Two Shipyards") != Role.EDITORS_NOTE


def test_rules_go_out_and_come_in(corrected: Journey, monkeypatch: pytest.MonkeyPatch) -> None:
    path = corrected.folder / "rules"

    def saved(*_: object) -> tuple[str, str]:
        return str(path), ""

    def opened(*_: object) -> tuple[str, str]:
        return f"{path}.json", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", saved)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", opened)
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


FOOT = "The mayor at the rail. Lente: Rosa Lund\n\nAl inglés: Ana Reyes\n\n"
LENS = FERRY.replace("Translated by", f"{FOOT}Translated by")


@pytest.fixture
def lens(journey: Journey) -> Journey:
    journey.bring(LENS, another("Slow Ferry", 1, FOOT))
    journey.open("Night Ferry")
    return journey


def block_with(article: Article, words: str) -> int:
    return next(n for n, b in enumerate(article.blocks) if words in article.quote(b.span))


def test_always_is_offered_right_after_a_correction(lens: Journey) -> None:
    index = block_with(lens.article, "Al inglés")
    lens.window.reader.role_chosen.emit(index, Role.QUOTE, None)
    lens.until(lambda: lens.notice == "This block is “Quote” now.")
    lens.window.notices.press("Undo")
    lens.until(lambda: lens.article.blocks[index].role != Role.QUOTE)
    lens.window.reader.role_chosen.emit(index, Role.QUOTE, None)
    lens.until(lambda: lens.notice == "This block is “Quote” now.")
    lens.window.notices.press("Always for Puerto Diario")
    lens.until(lambda: "“Al inglés: Ana Reyes” is “Quote”" in lens.notice)


def test_a_credit_is_learned_for_all_articles_of_the_publisher(lens: Journey) -> None:
    index = block_with(lens.article, "Lente")
    start = lens.article.text.index("Rosa Lund")
    lens.window.reader.credit_chosen.emit(index, Span(start, start + len("Rosa Lund")))
    lens.until(lambda: lens.notice == "The credit of this caption is “Rosa Lund”.")
    lens.window.notices.press("Always for Puerto Diario")
    lens.until(lambda: "what stands at * in “Lente: *” is “Credit”" in lens.notice)
    lens.window.notices.press("Apply to 1 article")
    lens.until(lambda: lens.notice == "1 article was changed")
    assert credit_in(lens.open("Slow Ferry")) == "Rosa Lund"
    lens.bring(another("Last Ferry", 2, FOOT.replace("Rosa Lund", "Tom Brill")))
    assert credit_in(lens.open("Last Ferry")) == "Tom Brill"
    lens.do("undo")
    lens.do("undo")
    assert credit_in(lens.open("Slow Ferry")) == "Lente: Rosa Lund"


def credit_in(article: Article) -> str | None:
    block = article.blocks[block_with(article, "Lente")]
    assert (article.words_of(block) or "").startswith("The mayor at the rail.")
    return article.credit_of(block)


def test_a_field_is_learned_with_its_cue(lens: Journey) -> None:
    lens.do("fields")
    fields = lens.desks.marking.fields
    assert fields is not None
    fields.line(FieldName.LANGUAGE).setText("ca")
    fields.line(FieldName.AGENCY).setText("Agencia del Puerto")
    fields.accept()
    lens.until(lambda: lens.notice == "The fields of this article were changed.")
    lens.window.notices.press("Always for Puerto Diario")
    lens.until(lambda: "“Language” is “ca”" in lens.notice)
    lens.window.notices.press("Apply to 1 article")
    lens.until(lambda: lens.notice == "1 article was changed")
    assert lens.open("Slow Ferry").metadata.language == "ca"
    lens.do("undo")
    assert lens.open("Slow Ferry").metadata.language != "ca"
    lens.bring(another("Last Ferry", 2, FOOT))
    known = lens.open("Last Ferry").metadata
    assert (known.language, known.agency) == ("ca", "Agencia del Puerto")
