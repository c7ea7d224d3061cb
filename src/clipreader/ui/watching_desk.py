"""Brings in what lands in the watched folders while the app runs, and shows what came.

What comes in by itself leaves no undo record: Ctrl+Z is for what the person did last, and an
article that came while they were marking another is nothing they did. Who does not want it moves
it to the trash, which can be undone, and it does not come again.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from clipreader.model import Backup, ClipreaderError, Fate, ImportReport, Outcome
from clipreader.operations.watching import folders, taking
from clipreader.operations.watching.folders import WatchedFolder
from clipreader.operations.watching.looking import Seen
from clipreader.operations.watching.taking import Notes
from clipreader.operations.watching.watch import Watch
from clipreader.ui.background import Background
from clipreader.ui.browsing_desk import BrowsingDesk
from clipreader.ui.lookout import Lookout
from clipreader.ui.main_window import MainWindow
from clipreader.ui.patience import Patience
from clipreader.ui.reading_desk import ReadingDesk
from clipreader.ui.watched_folders_dialog import Shown, WatchedFoldersDialog
from clipreader.ui.wording import counted

LOG = logging.getLogger(__name__)

AT_ONCE = 100
"""How many files are brought in at once; what the person asks for comes in between."""

VERB = "watched_folders"


@dataclass(frozen=True, slots=True)
class Kept:
    """Where the library lies, and where what is watched for it is kept: beside the settings."""

    library: Path
    beside: Path


class WatchingDesk(QObject):
    """Watches while the library can be written; ``dialog`` is the one that was opened last."""

    def __init__(
        self,
        window: MainWindow,
        background: Background,
        browsing: BrowsingDesk,
        reading: ReadingDesk,
        kept: Kept,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._background = background
        self._browsing = browsing
        self._reading = reading
        self._library = kept.library
        self._kept_in = folders.notes_for(kept.library, kept.beside)
        self._watches: dict[WatchedFolder, Watch] = {}
        self._ready: dict[Path, Seen] = {}
        self._taking: tuple[Seen, ...] = ()
        self._trouble = ""
        self.notes: Notes | None = None
        self.folders = folders.load(self._kept_in)
        self.lookout = Lookout(self)
        self._patience = Patience(self)
        self.dialog: WatchedFoldersDialog | None = None
        window.verbs.enable(False, VERB)
        self._connect()

    def begin(self) -> None:
        """Watch, from now on; for when the library is open and can be written."""
        self._background.call(taking.notes_in, self._kept_in, then=self._begin)

    def stop(self) -> None:
        """Watch no more."""
        self.notes = None
        self._ready.clear()
        self._window.verbs.enable(False, VERB)
        self.lookout.stop()

    def look_back(self, backup: Backup) -> None:
        """Let what came since a backup come again; for when that is the library now."""
        self.stop()
        self._background.call(taking.forget_since, self._kept_in, backup.made)

    def add(self, path: Path) -> None:
        """Watch a folder, or say in the dialog why it cannot be; its drive is asked meanwhile."""
        name = folders.WatchedFolder(path).name
        self._say(self.tr("Looking into “{name}”…").format(name=name))
        question = partial(folders.refusal, path, self._library, self.folders)
        self._patience.ask(str(path), question, partial(self._on_asked, path))

    def _on_asked(self, path: Path, refused: str | None) -> None:
        """Watch a folder that may be watched; None if its drive did not say."""
        if refused is None:
            name = folders.WatchedFolder(path).name
            words = "“{name}”, or another folder that is watched, does not answer."
            self._say(self.tr(words).format(name=name))
            return
        self._say(refused)
        if not refused and path not in {one.path for one in self.folders}:
            self._change((*self.folders, WatchedFolder(path)))

    def _say(self, words: str) -> None:
        if self.dialog is not None:
            self.dialog.tell(words)

    def remove(self, path: Path) -> None:
        """Watch a folder no more; what came from it stays."""
        self._change(one for one in self.folders if one.path != path)

    def put(self, changed: WatchedFolder) -> None:
        """Watch a folder in another way, or switch it off or on."""
        self._change(changed if one.path == changed.path else one for one in self.folders)

    def _begin(self, notes: Notes) -> None:
        self.notes = notes
        self._watches = {}
        self._window.verbs.enable(True, VERB)
        self._watch()

    def _connect(self) -> None:
        self._window.verbs[VERB].triggered.connect(self._on_verb)
        self._window.closing.connect(self.stop)
        self._background.busy_changed.connect(self._on_busy)
        self.lookout.found.connect(self._on_found)
        self.lookout.looked.connect(self._show)

    def _change(self, wanted: Iterable[WatchedFolder]) -> None:
        self.folders = tuple(wanted)
        try:
            folders.save(self.folders, self._kept_in)
        except OSError:
            LOG.warning("the watched folders could not be written", exc_info=True)
            words = "This could not be written, and is forgotten when ClipReader ends."
            self._say(self.tr(words))
        self._watch()

    def _watch(self) -> None:
        self._ready.clear()  # found again, as far as its folder is still watched
        if self.notes is not None:
            before, taken = self._watches, self.notes.remembered
            self._watches = {
                one: before.get(one) or Watch(one, self._library, taken)
                for one in self.folders
                if one.on
            }
            self.lookout.watch(self._watches.values())
        self._show()

    def _on_found(self, seen: tuple[Seen, ...]) -> None:
        if self.notes is not None:
            self._ready |= {one.path: one for one in seen}
            self._take()

    def _on_busy(self, busy: bool) -> None:
        if not busy and self._ready:
            QTimer.singleShot(0, self, self._take)

    def _take(self) -> None:
        """Bring in what is ready, when nothing else is being done."""
        if self._taking or self.notes is None or self._background.is_busy:
            return
        self._ready = {path: one for path, one in self._ready.items() if not self._knows(one)}
        self._taking = tuple(self._ready.values())[:AT_ONCE]
        for one in self._taking:
            del self._ready[one.path]
        if self._taking:
            self._background.run_long(
                taking.take, self._taking, self.notes, then=self._taken, failed=self._failed
            )

    def _taken(self, outcome: Outcome[ImportReport]) -> None:
        taken, self._taking = self._taking, ()
        report, self._trouble = outcome.value, outcome.value.cut_short
        self._window.status.show_progress(None)
        if outcome.changes:
            self._browsing.refresh()
        if self._trouble:
            self._ready.clear()  # until the next look by the clock
        if report.cancelled:
            self._switch_off((*taken, *self._ready.values()))
        self._tell(report)
        self._show()
        self._take()

    def _failed(self, error: ClipreaderError) -> None:
        self._taking, self._trouble = (), str(error)
        self._ready.clear()
        self._window.status.show_progress(None)
        self._show()

    def _knows(self, one: Seen) -> bool:
        return self.notes is not None and self.notes.remembered.knows(one)

    def _tell(self, report: ImportReport) -> None:
        """Say quietly how many articles came."""
        came = sum(bool(item.article_id) and item.fate != Fate.DUPLICATE for item in report.items)
        if came:
            words = self.tr("1 article came from a watched folder")
            many = self.tr("{n} articles came from watched folders")
            self._window.status.show_passing(counted(came, words, many))

    def _switch_off(self, left: Iterable[Seen]) -> None:
        """Bring in no more from folders whose files the person did not want to wait for."""
        paths = [one.path for one in left if not self._knows(one)]
        off = [one for one in self.folders if one.on and any(_lies_in(p, one) for p in paths)]
        if not off:
            return
        self._change(
            WatchedFolder(one.path, one.inside, on=False) if one in off else one
            for one in self.folders
        )
        words = self.tr(
            "“{name}” is not watched any more. File › Watched folders watches it again."
        )
        self._window.notices.tell(words.format(name=off[0].name), keep=True)

    def _on_verb(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = WatchedFoldersDialog(self._window)
        self.dialog.add_asked.connect(self._on_add)
        self.dialog.remove_asked.connect(self.remove)
        self.dialog.changed.connect(self.put)
        self.dialog.article_asked.connect(self._on_article)
        self._show()
        self.dialog.show()
        self.lookout.look()

    def _on_add(self) -> None:
        name = QFileDialog.getExistingDirectory(
            self.dialog, self.tr("Watch a folder"), str(Path.home())
        )
        if name:
            self.add(Path(name))

    def _on_article(self, article_id: str) -> None:
        self._reading.open(article_id)
        self._browsing.show_article(article_id)

    def _show(self) -> None:
        if self.dialog is not None:
            self.dialog.show_folders([Shown(one, self._state(one)) for one in self.folders])
            self.dialog.show_log(self.notes.logbook.lines if self.notes else ())
            self.dialog.tell_trouble(self._trouble)

    def _state(self, folder: WatchedFolder) -> str:
        """Return how it is with a folder, in a few words."""
        if not folder.on:
            return self.tr("Off")
        sight = self.lookout.sight(self._watches[folder]) if folder in self._watches else None
        if sight is None:
            return self.tr("Looking…")
        if not sight.is_there:
            return self.tr("Not there now")
        waiting = sight.waiting + sum(not self._knows(one) for one in sight.ready)
        if waiting:
            return counted(waiting, self.tr("1 file is coming"), self.tr("{n} files are coming"))
        return self.tr("Watched")


def _lies_in(path: Path, folder: WatchedFolder) -> bool:
    return folder.path in path.parents
