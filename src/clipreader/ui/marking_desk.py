"""What the person does to the open article's words: highlights, notes, tags, corrections."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from clipreader.model import Article, ClipreaderError, Colour, Highlight, Outcome, Role, Span
from clipreader.operations import correcting, highlighting
from clipreader.ui.background import Background
from clipreader.ui.fields_editor import FieldsEditor
from clipreader.ui.main_window import MainWindow
from clipreader.ui.preferences import Preferences
from clipreader.ui.reading_desk import ReadingDesk

_IN_READER = (*(colour.value for colour in Colour), "tag", "note", "delete")


class MarkingDesk(QObject):
    """Hands the reader's wishes to the operations.

    ``block_corrected`` carries the article as it is now and the block's index, ``fields_corrected``
    the article before and after.
    """

    block_corrected = Signal(object, int)
    fields_corrected = Signal(object, object)

    def __init__(
        self,
        window: MainWindow,
        background: Background,
        preferences: Preferences,
        desk: ReadingDesk,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._background = background
        self._preferences = preferences
        self._desk = desk
        self._fresh = ("", "")
        self.fields: FieldsEditor | None = None
        self._connect()

    def _connect(self) -> None:
        reader, verbs = self._window.reader, self._window.verbs
        reader.highlight_asked.connect(self._on_highlight)
        reader.note_asked.connect(self._on_note_asked)
        reader.tags_asked.connect(self._on_tags_asked)
        reader.colour_chosen.connect(self._on_colour)
        reader.note_changed.connect(self._on_note)
        reader.tags_changed.connect(self._on_tags)
        reader.edges_moved.connect(self._on_edges)
        reader.removal_asked.connect(self.remove)
        reader.confirm_asked.connect(self._on_confirm)
        reader.role_chosen.connect(self._on_role)
        reader.credit_chosen.connect(self._on_credit)
        reader.accept_asked.connect(self._on_accept)
        reader.fields_asked.connect(self.edit_fields)
        verbs["fields"].triggered.connect(self.edit_fields)
        verbs["read_again"].triggered.connect(self._on_read_again)
        for name in _IN_READER:
            reader.addAction(verbs[name])
            verbs[name].triggered.connect(self._on_key)
        self._desk.shown.connect(self._on_shown)

    def remove(self, ids: tuple[str, ...]) -> None:
        """Remove highlights, with a notice that offers to take that back."""
        self._background.run(highlighting.remove, ids, then=self._tell_removed)

    def edit_fields(self) -> None:
        """Open the fields of the article."""
        if self._desk.opened is None:
            return
        self.fields = FieldsEditor(self._window.theme, self._desk.opened.article, self._window)
        self.fields.accepted.connect(self._on_fields)
        self.fields.open()

    def _on_key(self) -> None:
        self._window.reader.act(self.sender().objectName())

    def _add(self, span: Span, colour: Colour, then: str) -> None:
        def go_on(outcome: Outcome[Highlight]) -> None:
            self._fresh = (then, outcome.value.id)
            self._on_shown()

        self._background.run(highlighting.add, self._desk.article_id, span, colour, then=go_on)

    def _on_highlight(self, span: Span, colour: Colour) -> None:
        self._add(span, colour, "choose")

    def _on_note_asked(self, span: Span) -> None:
        self._add(span, Colour(self._preferences.value.colour), "note")

    def _on_tags_asked(self, span: Span) -> None:
        self._add(span, Colour(self._preferences.value.colour), "tags")

    def _on_shown(self) -> None:
        """Go on with the fresh highlight once it is in the reader: keys now mean it."""
        what, highlight_id = self._fresh
        if not what or self._desk.highlight(highlight_id) is None:
            return
        self._fresh = ("", "")
        reader = self._window.reader
        reader.marking.choose(highlight_id)
        if what == "note":
            reader.edit_note(highlight_id)
        elif what == "tags":
            reader.edit_tags(highlight_id)

    def _on_colour(self, ids: tuple[str, ...], colour: Colour) -> None:
        self._background.run(highlighting.set_colour, ids, colour)

    def _on_note(self, highlight_id: str, note: str) -> None:
        self._background.run(highlighting.set_note, highlight_id, note)

    def _on_tags(self, highlight_id: str, tags: tuple[str, ...]) -> None:
        self._background.run(highlighting.set_tags, highlight_id, tags)

    def _on_edges(self, highlight_id: str, span: Span) -> None:
        self._background.run(highlighting.move_edges, highlight_id, span)

    def _on_confirm(self, highlight_id: str) -> None:
        selected = self._window.reader.selection()
        found = self._desk.highlight(highlight_id)
        lost = found is not None and found.span is None
        self._background.run(highlighting.confirm, highlight_id, selected if lost else None)

    def _on_role(self, block: int, role: Role, level: int | None) -> None:
        tell = partial(self._block_corrected, block)
        wanted = (self._desk.article_id, block, role, level)
        self._background.run(correcting.set_role, *wanted, then=tell)

    def _on_credit(self, block: int, span: Span | None) -> None:
        tell = partial(self._block_corrected, block) if span is not None else None
        self._background.run(correcting.set_credit, self._desk.article_id, block, span, then=tell)

    def _block_corrected(self, block: int, outcome: Outcome[Article]) -> None:
        if outcome.label:
            self.block_corrected.emit(outcome.value, block)

    def _on_accept(self, block: int) -> None:
        self._background.run(correcting.accept, self._desk.article_id, block)

    def _on_read_again(self) -> None:
        tell = partial(self._tell, self.tr("The original was read again"))
        self._background.run(correcting.read_again, self._desk.article_id, then=tell)

    def _on_fields(self) -> None:
        changes = dict(self.fields.changes) if self.fields is not None else {}
        if changes and self._desk.opened is not None:
            tell = partial(self._fields_corrected, self._desk.opened.article)
            wanted = (self._desk.article_id, changes)
            self._background.run(correcting.set_fields, *wanted, then=tell, failed=self._refused)

    def _fields_corrected(self, before: Article, outcome: Outcome[Article]) -> None:
        if outcome.label:
            self.fields_corrected.emit(before, outcome.value)

    def _refused(self, error: ClipreaderError) -> None:
        """Open the fields again as they were written, and say what is wrong with them."""
        if self.fields is not None:
            self.fields.open()
        self._window.notices.tell(str(error), keep=True)

    def _tell_removed(self, _: object) -> None:
        self._tell(self.tr("Highlight removed"), None)

    def _tell(self, words: str, _: object) -> None:
        undo = (self.tr("Undo"), self._window.verbs["undo"].trigger)
        self._window.notices.tell(words, (undo,))
