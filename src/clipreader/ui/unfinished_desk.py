"""Offers, when the app starts, to go on with an import that ended with it the last time."""

from __future__ import annotations

from PySide6.QtCore import QObject

from clipreader.model import Unfinished
from clipreader.operations import unfinished
from clipreader.ui.background import Background
from clipreader.ui.importing_desk import ImportingDesk
from clipreader.ui.main_window import MainWindow
from clipreader.ui.wording import figures, tr


def interrupted(one: Unfinished) -> str:
    """Return how far an import came, as a sentence."""
    what = f"“{one.name}”"
    if one.more:
        what = tr("{what} and {n} more").format(what=what, n=figures(one.more))
    if one.total is None:
        return tr("The import of {what} was interrupted.").format(what=what)
    words = tr("The import of {what} was interrupted: {done} of {total} are in.")
    return words.format(what=what, done=figures(one.done), total=figures(one.total))


class UnfinishedDesk(QObject):
    """Shows one unfinished import at a time in a strip, the newest first.

    Only those are offered that were there when the library was opened: of one that is cancelled
    now, the notice and the report tell.
    """

    def __init__(
        self, window: MainWindow, background: Background, importing: ImportingDesk
    ) -> None:
        super().__init__(window)
        self._strip = window.unfinished_strip
        self._background = background
        self._importing = importing
        self._offered: tuple[Unfinished, ...] = ()
        self._strip.pressed.connect(self._on_go_on)
        self._strip.declined.connect(self._on_forget)
        importing.ended.connect(self._look_again)

    def begin(self) -> None:
        """Look for what can be gone on with; for when the library is open."""
        self._background.run(unfinished.unfinished, then=self._show)

    def _look_again(self) -> None:
        """Offer no more what an import just ended well with."""
        if self._offered:
            self._background.run(unfinished.unfinished, then=self._narrow)

    def _narrow(self, there: tuple[Unfinished, ...]) -> None:
        offered = {one.id for one in self._offered}
        self._show(tuple(one for one in there if one.id in offered))

    def _show(self, offered: tuple[Unfinished, ...]) -> None:
        self._offered = offered
        self._strip.tell(interrupted(offered[0]) if offered else "")

    def _on_go_on(self) -> None:
        first, rest = self._offered[0], self._offered[1:]
        self._show(rest)
        self._importing.go_on(first.id)

    def _on_forget(self) -> None:
        first, rest = self._offered[0], self._offered[1:]
        self._show(rest)
        self._background.run(unfinished.forget, first.id)
