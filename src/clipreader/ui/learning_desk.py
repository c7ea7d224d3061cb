"""What the person says of one block or field becomes a rule for all articles of its publisher."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from clipreader.model import Article, Changes, ClipreaderError, Match, Outcome, Role, Rule
from clipreader.operations import learning, rule_files
from clipreader.operations.value_cues import suggested_for_block, suggested_for_fields
from clipreader.ui.background import Background
from clipreader.ui.main_window import MainWindow
from clipreader.ui.marking_desk import MarkingDesk
from clipreader.ui.plain import one_line
from clipreader.ui.reading_desk import ReadingDesk
from clipreader.ui.rules_dialog import RulesDialog
from clipreader.ui.wording import becomes_label, counted, tr


class LearningDesk(QObject):
    """Makes rules, says what each of them does, and offers it for the articles that are there."""

    def __init__(
        self,
        window: MainWindow,
        background: Background,
        reading: ReadingDesk,
        marking: MarkingDesk,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._background = background
        self._reading = reading
        self.dialog: RulesDialog | None = None
        window.reader.menus.always_asked.connect(self._on_always)
        marking.block_corrected.connect(self._on_block)
        marking.fields_corrected.connect(self._on_fields)
        window.verbs["rules"].triggered.connect(self._on_rules)
        background.library_changed.connect(self._on_changed)

    def _on_rules(self) -> None:
        self.dialog = made = RulesDialog(self._window)
        made.changed.connect(self._on_edited)
        made.removed.connect(self._on_remove)
        made.apply_asked.connect(self._on_apply)
        made.export_asked.connect(self._on_export)
        made.import_asked.connect(self._on_import)
        self._refresh()
        made.open()

    def _refresh(self) -> None:
        self._background.run(learning.rules, then=self._show, replaces="rules")

    def _show(self, rules: tuple[Rule, ...]) -> None:
        if self.dialog is not None:
            self.dialog.show_rules(rules)

    def _on_changed(self, changes: Changes) -> None:
        if changes.rules and self.dialog is not None and self.dialog.isVisible():
            self._refresh()

    def _on_edited(self, rule: Rule) -> None:
        self._say("")
        self._background.run(learning.change_rule, rule, failed=self._refused)

    def _refused(self, error: ClipreaderError) -> None:
        self._say(str(error))
        self._refresh()

    def _say(self, words: str) -> None:
        if self.dialog is not None:
            self.dialog.tell(words)

    def _on_remove(self, rule_ids: tuple[str, ...]) -> None:
        self._background.run(learning.remove_rules, rule_ids, then=self._removed)

    def _removed(self, outcome: Outcome[int]) -> None:
        gone = counted(
            outcome.value, self.tr("1 rule was removed."), self.tr("{n} rules were removed.")
        )
        stays = self.tr("What it set in articles stays there until they are read again.")
        self._say(f"{gone} {stays}" if outcome.value else "")

    def _on_apply(self, rules: tuple[Rule, ...]) -> None:
        self._apply(rules, lambda outcome: self._say(changed_words(outcome.value)))

    def _apply(self, rules: tuple[Rule, ...], then: Callable[[Outcome[int]], object]) -> None:
        """Apply rules in the background; the status line shows how far it is, with Cancel."""

        def done(outcome: Outcome[int]) -> None:
            self._window.status.show_progress(None)
            then(outcome)

        def failed(error: ClipreaderError) -> None:
            self._window.status.show_progress(None)
            self._background.mishap.emit(str(error), error.details)

        self._background.run_long(learning.apply_to_library, rules, then=done, failed=failed)

    def _on_export(self) -> None:
        title, kind = self.tr("Export rules"), self.tr("Rules (*.json)")
        name, _ = QFileDialog.getSaveFileName(self.dialog, title, rule_files.FILE_NAME, kind)
        if name:
            path = Path(name) if Path(name).suffix else Path(f"{name}.json")
            self._background.run(
                rule_files.export_rules_to, path, then=self._exported, failed=self._refused
            )

    def _exported(self, path: Path) -> None:
        self._say(self.tr("The rules were written to {name}.").format(name=path.name))

    def _on_import(self) -> None:
        title, kind = self.tr("Import rules"), self.tr("Rules (*.json)")
        name, _ = QFileDialog.getOpenFileName(self.dialog, title, "", kind)
        if name:
            self._background.run(
                rule_files.import_rules_from, Path(name), then=self._imported, failed=self._refused
            )

    def _imported(self, outcome: Outcome[tuple[Rule, ...]]) -> None:
        number = len(outcome.value)
        self._say(counted(number, self.tr("1 rule was added."), self.tr("{n} rules were added.")))

    def _on_always(self, index: int) -> None:
        opened = self._reading.opened
        if opened is None or index >= len(opened.article.blocks):
            return
        try:
            rule = suggested_for_block(opened.article, index)
        except ClipreaderError as error:
            self._window.notices.tell(str(error))
            return
        self._make((rule,))

    def _on_block(self, article: Article, index: int) -> None:
        """Offer what was just said of a block for all articles of the publisher."""
        try:
            rule = suggested_for_block(article, index)
        except ClipreaderError:
            return  # nothing can come again: the correction itself is seen on the page
        if rule.role == Role.CREDIT:
            credit = article.credit_of(article.blocks[index]) or ""
            words = self.tr("The credit of this caption is “{words}”.").format(words=credit)
        else:
            words = self.tr("This block is “{role}” now.").format(role=becomes_label(rule.role))
        self._offer(words, (rule,))

    def _on_fields(self, before: Article, after: Article) -> None:
        rules = suggested_for_fields(before, after)
        if rules:
            self._offer(self.tr("The fields of this article were changed."), rules)

    def _offer(self, words: str, rules: tuple[Rule, ...]) -> None:
        always = self.tr("Always for {publisher}").format(publisher=rules[0].publisher or "")
        undo = (self.tr("Undo"), self._window.verbs["undo"].trigger)
        self._window.notices.tell(words, ((always, partial(self._make, rules)), undo))

    def _make(self, rules: tuple[Rule, ...]) -> None:
        *others, last = rules
        for rule in others:
            self._background.run(learning.add_rule, rule)
        self._background.run(learning.add_rule, last, then=self._made)

    def _made(self, outcome: Outcome[Rule]) -> None:
        rule, is_new = outcome.value, bool(outcome.label)
        then = partial(self._counted, rule, is_new)
        self._background.run(learning.count_matches, (rule,), then=then)

    def _counted(self, rule: Rule, is_new: bool, number: int) -> None:
        """Say what the rule does; what is there is changed only if the person asks for it."""
        actions = [(self.tr("Undo"), self._window.verbs["undo"].trigger)] if is_new else []
        if number:
            words = counted(number, self.tr("Apply to 1 article"), self.tr("Apply to {n} articles"))
            actions.append((words, partial(self._apply, (rule,), self._applied)))
        self._window.notices.tell(rule_sentence(rule), actions)

    def _applied(self, outcome: Outcome[int]) -> None:
        words = changed_words(outcome.value)
        undo = (self.tr("Undo"), self._window.verbs["undo"].trigger)
        self._window.notices.tell(words, (undo,) if outcome.label else ())


def changed_words(number: int) -> str:
    """Return how many articles a rule changed, in words."""
    return counted(number, tr("1 article was changed"), tr("{n} articles were changed"))


def rule_sentence(rule: Rule) -> str:
    """Return what a rule does, in one sentence."""
    form = {
        Match.WHOLE: tr("Always for {publisher}: “{words}” is “{role}”."),
        Match.NAMES: tr("Always for {publisher}: what stands at * in “{words}” is “{role}”."),
        Match.ALWAYS: tr("Always for {publisher}: “{role}” is “{words}”."),
        Match.BEGINS: tr("Always for {publisher}: what begins with “{words}” is “{role}”."),
        Match.ENDS: tr("Always for {publisher}: what ends with “{words}” is “{role}”."),
        Match.CONTAINS: tr("Always for {publisher}: what contains “{words}” is “{role}”."),
    }[rule.match]
    return form.format(
        publisher=rule.publisher or tr("every publisher"),
        words=one_line(rule.words, 80),
        role=becomes_label(rule.role),
    )
