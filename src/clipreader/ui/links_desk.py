"""Asks whether the pages of links are fetched, has it done, and tells what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject

from clipreader.model import ClipreaderError, Fate, Imported, Outcome
from clipreader.operations import links
from clipreader.operations.links import FetchReport
from clipreader.text.addresses import is_local
from clipreader.ui.background import Background
from clipreader.ui.importing_desk import ImportingDesk
from clipreader.ui.links_dialog import LinksDialog
from clipreader.ui.main_window import MainWindow
from clipreader.ui.notices import NoticeAction
from clipreader.ui.preferences import Preferences
from clipreader.ui.reading_desk import ReadingDesk
from clipreader.ui.wording import counted

Links = Mapping[str, str]
"""Ids of articles of which only the address is kept, with the addresses."""


class LinksDesk(QObject):
    """Links that came in, one question for all; and the strip above one that is open.

    Where the person said "always", pages are fetched unasked, except from a machine of the own
    network: a link from outside could lead there.
    """

    def __init__(
        self,
        window: MainWindow,
        background: Background,
        preferences: Preferences,
        importing: ImportingDesk,
        reading: ReadingDesk,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._background = background
        self._preferences = preferences
        self._reading = reading
        self._waiting: dict[str, str] = {}
        self._under_way: frozenset[str] = frozenset()
        self.dialog: LinksDialog | None = None
        importing.reported.connect(self._on_reported)
        reading.shown.connect(self._on_shown)
        window.links_strip.pressed.connect(self._on_strip)

    def ask(self, wanted: Links, *, for_one: bool = False) -> None:
        """Ask whether these pages are fetched; what comes while a question is open waits.

        ``for_one`` says that the person pressed the strip above a link, and probably means yes.
        """
        if self.dialog is not None:
            self._waiting.update(wanted)
            return
        addresses = tuple(wanted.values())
        self.dialog = made = LinksDialog(
            self._window.theme, addresses, self._window, likely=for_one
        )
        made.answered.connect(partial(self._on_answer, wanted))
        made.finished.connect(made.deleteLater)
        made.open()

    def fetch(self, wanted: Links) -> None:
        """Fetch the pages of links the person said yes to."""
        ids = tuple(one for one in wanted if one not in self._under_way)
        if not ids:
            return
        self._under_way |= frozenset(ids)
        self._on_shown()
        self._background.run_long(
            links.fetch_pages, ids, then=partial(self._done, ids), failed=partial(self._failed, ids)
        )

    def _on_reported(self, items: tuple[Imported, ...]) -> None:
        came = {
            item.article_id: item.link
            for item in items
            if item.link and item.article_id and item.fate == Fate.ADDED
        }
        self._settle(came, are_few=len(came) * 2 < len(items))

    def _settle(self, came: Links, *, are_few: bool = False) -> None:
        """Do what the person chose for links that come in.

        A few links among other files are not asked about: the strip above each offers it.
        """
        choice = self._preferences.value.links
        if choice == "always":
            self.fetch({one: address for one, address in came.items() if not is_local(address)})
        elif came and not are_few and choice == "ask":
            self.ask(came)

    def _on_strip(self) -> None:
        opened = self._reading.opened
        if opened is None or opened.article.metadata.url is None:
            return
        wanted = {opened.article.id: opened.article.metadata.url}
        always = self._preferences.value.links == "always"
        self.fetch(wanted) if always else self.ask(wanted, for_one=True)

    def _on_answer(self, wanted: Links, fetch: bool, always: bool) -> None:
        self.dialog = None
        if always:
            self._preferences.change(links="always" if fetch else "never")
        if fetch:
            self.fetch(wanted)
        waiting, self._waiting = self._waiting, {}
        self._settle(waiting)

    def _on_shown(self) -> None:
        opened = self._reading.opened
        is_link = opened is not None and opened.is_link and not opened.trashed
        is_under_way = self._reading.article_id in self._under_way
        words = self.tr("Only the address is kept: the page was not fetched.")
        if is_under_way:
            words = self.tr("The page is being fetched.")
        self._window.links_strip.tell(words if is_link else "")
        self._window.links_strip.setEnabled(not is_under_way)

    def _ended(self, ids: tuple[str, ...]) -> None:
        self._under_way -= frozenset(ids)
        self._window.status.show_progress(None)
        self._on_shown()

    def _failed(self, ids: tuple[str, ...], error: ClipreaderError) -> None:
        self._ended(ids)
        self._background.mishap.emit(str(error), error.details)

    def _done(self, ids: tuple[str, ...], outcome: Outcome[FetchReport]) -> None:
        self._ended(ids)
        report = outcome.value
        actions: list[NoticeAction] = []
        if report.failed:
            again = {item.article_id: item.address for item in report.failed}
            actions.append((self.tr("Try again"), partial(self.fetch, again)))
        if report.fetched:
            actions.append((self.tr("Undo"), self._window.verbs["undo"].trigger))
        self._window.notices.tell(self._words(report), actions, keep=bool(report.failed))

    def _words(self, report: FetchReport) -> str:
        said: list[str] = []
        if report.fetched:
            one = self.tr("The page was fetched, and no pictures besides.")
            many = self.tr("{n} pages were fetched, and no pictures besides.")
            said.append(counted(len(report.fetched), one, many))
        if len(report.failed) > 1:
            one = many = self.tr("{n} pages could not be fetched; the first:")
            said.append(counted(len(report.failed), one, many))
        if report.failed:
            said.append(report.failed[0].failure)
        if report.cancelled:
            said.append(self.tr("Fetching was cancelled."))
        return " ".join(said) or self.tr("Nothing was fetched.")
