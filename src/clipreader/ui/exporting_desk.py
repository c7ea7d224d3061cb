"""The clippings workspace and the export dialog: what is shown is what is written."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog

from clipreader.model import Changes, Clipping, Query
from clipreader.operations import Library, exporting, highlighting
from clipreader.operations.exporting import ExportFile, Layout
from clipreader.ui.background import Background
from clipreader.ui.browsing_desk import BrowsingDesk
from clipreader.ui.export_dialog import ExportDialog, Scope
from clipreader.ui.export_pane import ExportPane
from clipreader.ui.main_window import MainWindow, Place
from clipreader.ui.marking_desk import MarkingDesk
from clipreader.ui.preferences import Preferences
from clipreader.ui.reading_desk import ReadingDesk
from clipreader.ui.wording import counted


def read_clippings(library: Library, query: Query) -> tuple[tuple[Clipping, ...], int]:
    """Return the clippings of a query and how many there are in the library."""
    return highlighting.clippings(library, query), len(highlighting.clippings(library, Query()))


def layout_of(pane: ExportPane) -> Layout:
    """Return the layout that is chosen in a preview."""
    return Layout.ONE_FILE if pane.one_file else Layout.FILE_PER_ARTICLE


class ExportingDesk(QObject):
    """Fills the workspace and the dialog, copies and writes."""

    def __init__(  # a desk names all that it works with
        self,
        window: MainWindow,
        background: Background,
        preferences: Preferences,
        browsing: BrowsingDesk,
        reading: ReadingDesk,
        marking: MarkingDesk,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._background = background
        self._preferences = preferences
        self._browsing = browsing
        self._reading = reading
        self._marking = marking
        self._previewed: dict[ExportPane, tuple[Clipping, ...]] = {window.preview: ()}
        self.dialog: ExportDialog | None = None
        self._connect()

    def refresh(self) -> None:
        """Read the clippings of the workspace again."""
        self._background.run(
            read_clippings,
            self._window.clippings.query,
            then=self._show_clippings,
            replaces="clippings",
        )

    def export_to(self, pane: ExportPane, to: Path) -> None:
        """Write what a preview shows to a folder or, as one file, to a file."""
        clippings, layout = self._previewed[pane], layout_of(pane)
        self._preferences.change(export_folder=str(to if to.is_dir() else to.parent))
        self._background.call(_write, clippings, layout, to, then=self._tell_written)

    def _connect(self) -> None:
        window, verbs = self._window, self._window.verbs
        window.places.currentChanged.connect(self._on_place)
        window.clippings.query_changed.connect(self.refresh)
        window.clippings.selection_changed.connect(self._on_selection)
        window.clippings.passage_asked.connect(self._on_passage)
        window.clippings.removal_asked.connect(self._marking.remove)
        window.reader.markdown_copy_asked.connect(self._on_copy_highlights)
        verbs["clippings"].triggered.connect(self._on_article_clippings)
        verbs["export"].triggered.connect(self._on_export)
        self._background.library_changed.connect(self._on_changed)
        self._connect_pane(window.preview)

    def _connect_pane(self, pane: ExportPane) -> None:
        pane.layout_chosen.connect(partial(self._preview, pane))
        pane.copy_asked.connect(partial(self._on_copy, pane))
        pane.export_asked.connect(partial(self._choose_target, pane))

    # -- the workspace

    def _on_place(self) -> None:
        shown = self._window.place == Place.CLIPPINGS
        one = bool(self._window.clippings.query.article_ids)
        self._window.verbs["clippings"].setChecked(shown and one)
        if shown:
            self.refresh()

    def _on_changed(self, _: Changes) -> None:
        if self._window.place == Place.CLIPPINGS:
            self.refresh()

    def _show_clippings(self, found: tuple[tuple[Clipping, ...], int]) -> None:
        self._window.clippings.show_clippings(*found)

    def _on_selection(self) -> None:
        self._previewed[self._window.preview] = self._window.clippings.chosen
        self._preview(self._window.preview)

    def _on_passage(self, article_id: str, highlight_id: str) -> None:
        self._window.show_place(Place.READING)
        self._window.sidebar.select_query(Query())
        self._browsing.ask_anew()
        self._browsing.show_article(article_id)
        self._reading.open(article_id, highlight_id)
        self._window.reader.setFocus()

    def _on_article_clippings(self, on: bool) -> None:
        opened = self._reading.opened
        if on and opened is not None:
            headline = opened.article.metadata.headline or self.tr("this article")
            self._window.clippings.narrow(Query(article_ids=(opened.article.id,)), headline)
            self._window.show_place(Place.CLIPPINGS)
            self._on_place()
        else:
            self._window.clippings.narrow(Query())
            self._window.show_place(Place.READING)

    # -- the dialog

    def scopes(self) -> tuple[Scope, ...]:
        """Return what can be exported now, the likeliest first."""
        found: list[Scope] = []
        opened = self._reading.opened
        selected = self._window.articles.selected_ids
        if len(selected) > 1:
            words = self.tr("The {n} selected articles").format(n=len(selected))
            found.append(Scope(words, Query(article_ids=selected)))
        if opened is not None:
            headline = opened.article.metadata.headline or self.tr("untitled")
            words = self.tr("This article: {headline}").format(headline=headline)
            found.append(Scope(words, Query(article_ids=(opened.article.id,))))
        entry = self._window.sidebar.entry
        if entry.query is not None and entry.shelf is None:
            words = self.tr("Everything under “{name}”").format(name=entry.name)
            found.append(Scope(words, entry.query))
        found.append(Scope(self.tr("All clippings"), Query()))
        tagged = self.tr("Tag: {name}")
        for tag in self._browsing.counts.tags:
            found.append(Scope(tagged.format(name=tag.name), Query(tags=(tag.name,))))
        return tuple(found)

    def _on_export(self) -> None:
        if self._window.place == Place.CLIPPINGS:
            self._choose_target(self._window.preview)
            return
        dialog = ExportDialog(self._window.theme, self.scopes(), self._window)
        self.dialog = dialog
        self._previewed[dialog.pane] = ()
        dialog.pane.set_one_file(self._window.preview.one_file)
        self._connect_pane(dialog.pane)
        dialog.scope_chosen.connect(self._on_scope)
        dialog.finished.connect(self._on_dialog_finished)
        self._on_scope(dialog.query)
        dialog.open()

    def _on_scope(self, query: Query) -> None:
        self._background.run(exporting.gather, query, then=self._show_gathered, replaces="gathered")

    def _show_gathered(self, clippings: tuple[Clipping, ...]) -> None:
        if self.dialog is not None:
            self._previewed[self.dialog.pane] = clippings
            self._preview(self.dialog.pane)

    def _on_dialog_finished(self) -> None:
        if self.dialog is not None:
            self._previewed.pop(self.dialog.pane, None)
            self.dialog.deleteLater()
            self.dialog = None

    # -- both

    def _preview(self, pane: ExportPane, _: object = None) -> None:
        clippings = self._previewed[pane]

        def show(files: tuple[ExportFile, ...]) -> None:
            if self._previewed.get(pane) is clippings:
                pane.show_files(files, len(clippings))

        self._background.call(exporting.files_of, clippings, layout_of(pane), then=show)

    def _on_copy(self, pane: ExportPane) -> None:
        self._background.call(exporting.as_markdown, self._previewed[pane], then=self._put)

    def _on_copy_highlights(self, ids: tuple[str, ...]) -> None:
        def put(found: tuple[Clipping, ...]) -> None:
            chosen = tuple(one for one in found if one.highlight.id in ids)
            self._background.call(exporting.as_markdown, chosen, then=self._put)

        query = Query(article_ids=(self._reading.article_id,))
        self._background.run(exporting.gather, query, then=put)

    def _put(self, words: str) -> None:
        QGuiApplication.clipboard().setText(words)
        self._window.notices.tell(self.tr("Copied as Markdown"))

    def _choose_target(self, pane: ExportPane) -> None:
        clippings = self._previewed[pane]
        if not clippings:
            self._window.notices.tell(self.tr("There are no clippings to export yet."))
            return
        before = self._preferences.value.export_folder or str(Path.home())
        if pane.one_file:
            name, _ = QFileDialog.getSaveFileName(
                self._window,
                self.tr("Export to a file"),
                str(Path(before) / self.tr("clippings.md")),
                self.tr("Markdown (*.md)"),
            )
        else:
            name = QFileDialog.getExistingDirectory(
                self._window, self.tr("Export to a folder"), before
            )
        if name:
            self.export_to(pane, Path(name))

    def _tell_written(self, written: Sequence[Path]) -> None:
        if self.dialog is not None:
            self.dialog.accept()
        folder = written[0].parent if written else Path.home()
        words = counted(
            len(written), self.tr("1 file written to {folder}"), self.tr("{n} files written")
        ).format(folder=folder.name)

        def show() -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

        self._window.notices.tell(words, ((self.tr("Show in folder"), show),))


def _write(clippings: tuple[Clipping, ...], layout: Layout, to: Path) -> tuple[Path, ...]:
    return exporting.write(exporting.files_of(clippings, layout), to)
