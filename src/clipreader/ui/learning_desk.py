"""What the person says of one block becomes a rule for all articles of its publisher."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from clipreader.model import ClipreaderError, Match, Outcome, Rule
from clipreader.operations import learning
from clipreader.operations.cues import suggested_rule
from clipreader.ui.background import Background
from clipreader.ui.main_window import MainWindow
from clipreader.ui.plain import one_line
from clipreader.ui.reading_desk import ReadingDesk
from clipreader.ui.wording import counted, role_label, tr


class LearningDesk(QObject):
    """Makes rules, says what each of them does, and offers it for the articles that are there."""

    def __init__(self, window: MainWindow, background: Background, reading: ReadingDesk) -> None:
        super().__init__(window)
        self._window = window
        self._background = background
        self._reading = reading
        window.reader.menus.always_asked.connect(self._on_always)

    def _on_always(self, index: int) -> None:
        opened = self._reading.opened
        if opened is None or index >= len(opened.article.blocks):
            return
        try:
            rule = suggested_rule(opened.article, index, opened.article.blocks[index].role)
        except ClipreaderError as error:
            self._window.notices.tell(str(error))
            return
        self._background.run(learning.add_rule, rule, then=self._made)

    def _made(self, outcome: Outcome[Rule]) -> None:
        rule, is_new = outcome.value, bool(outcome.label)
        then = partial(self._counted, rule, is_new)
        self._background.run(learning.count_matches, (rule,), then=then)

    def _counted(self, rule: Rule, is_new: bool, number: int) -> None:
        """Say what the rule does; what is there is changed only if the person asks for it."""
        actions = [(self.tr("Undo"), self._window.verbs["undo"].trigger)] if is_new else []
        if number:
            words = counted(number, self.tr("Apply to 1 article"), self.tr("Apply to {n} articles"))
            actions.append((words, partial(self._apply, rule)))
        self._window.notices.tell(rule_sentence(rule), actions)

    def _apply(self, rule: Rule) -> None:
        self._background.run(learning.apply_to_library, (rule,), then=self._applied)

    def _applied(self, outcome: Outcome[int]) -> None:
        words = counted(
            outcome.value, self.tr("1 article was changed"), self.tr("{n} articles were changed")
        )
        undo = (self.tr("Undo"), self._window.verbs["undo"].trigger)
        self._window.notices.tell(words, (undo,) if outcome.label else ())


def rule_sentence(rule: Rule) -> str:
    """Return what a rule does, in one sentence."""
    form = {
        Match.WHOLE: tr("Always for {publisher}: “{words}” is “{role}”."),
        Match.BEGINS: tr("Always for {publisher}: what begins with “{words}” is “{role}”."),
        Match.ENDS: tr("Always for {publisher}: what ends with “{words}” is “{role}”."),
        Match.CONTAINS: tr("Always for {publisher}: what contains “{words}” is “{role}”."),
    }[rule.match]
    return form.format(
        publisher=rule.publisher or tr("every publisher"),
        words=one_line(rule.words, 80),
        role=role_label(rule.role),
    )
