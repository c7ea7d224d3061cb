"""Turns selections, clicks and keys on the page into wishes about highlights.

One highlight may be current: the one that was clicked or made last. Keys and the floating bar
mean the selection if there is one, else the current highlight.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial, reduce

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QTimer, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from clipreader.model import Certainty, Colour, Highlight, Span
from clipreader.ui.edge_moves import EdgeMoves
from clipreader.ui.highlight_bar import HighlightBar
from clipreader.ui.highlight_chooser import chooser
from clipreader.ui.highlight_painter import Painted
from clipreader.ui.reader_document import FOLD_SCHEME
from clipreader.ui.reader_view import ReaderView
from clipreader.ui.theme import Theme

SETTLE = 350
"""Milliseconds after a selection by keyboard until the bar shows."""


class Marking(QObject):
    """Knows the highlights of the page and which is current; decides nothing about them."""

    highlight_asked = Signal(Span, Colour)
    note_asked = Signal(Span)
    tags_asked = Signal(Span)
    colour_chosen = Signal(tuple, Colour)
    removal_asked = Signal(tuple)
    edges_moved = Signal(str, Span)
    copy_asked = Signal(Span)
    markdown_copy_asked = Signal(tuple)
    link_asked = Signal(str)
    note_edit_asked = Signal(str)
    tag_edit_asked = Signal(str)
    block_asked = Signal(int)
    fold_asked = Signal(int)

    def __init__(self, theme: Theme, view: ReaderView, bar: HighlightBar, pane: QWidget) -> None:
        super().__init__(view)
        self._pane = pane
        self._theme = theme
        self._view = view
        self._bar = bar
        self._highlights: dict[str, Highlight] = {}
        self.chooser: QMenu | None = None
        self._edges = EdgeMoves(view)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLE)
        self._connect()

    def _connect(self) -> None:
        view, bar = self._view, self._bar
        view.asked.connect(self.act)
        view.copy_pressed.connect(self._copy)
        view.clicked_at.connect(self._clicked)
        view.selection_settled.connect(self.show_bar)
        view.selectionChanged.connect(self._selection_changed)
        view.edge_dragged.connect(bar.hide)
        self._edges.moved.connect(self._edge_moved)
        view.moved.connect(self._follow)
        bar.colour_chosen.connect(self._colour)
        bar.asked.connect(self.act)
        self._settling.timeout.connect(self.show_bar)

    # -- what is there

    @property
    def current(self) -> str:
        """Return the id of the current highlight, or an empty string."""
        return self._view.painter.current

    def selection(self) -> Span | None:
        """Return the selected span of the text, or None."""
        return self._view.selected_span()

    def set_highlights(self, highlights: Iterable[Highlight]) -> None:
        """Show these highlights and forget a current one that is gone."""
        self._highlights = {h.id: h for h in highlights}
        content = self._view.content
        items: list[Painted] = []
        for highlight in self._highlights.values():
            span = highlight.span
            place = content.map.range(span) if content and span else None
            if place is not None:
                doubtful = highlight.anchor.certainty == Certainty.DOUBTFUL
                items.append(Painted(highlight.id, highlight.colour, *place, doubtful))
        self._view.painter.preview = None
        self._view.painter.set_items(items, self._view.document())
        if self.current not in self._highlights:
            self.choose("")
        elif self._bar.isVisible() and self._bar.on_highlight:
            self._bar.set_highlight(self._highlights[self.current].colour)
        self._view.viewport().update()

    def choose(self, id_: str) -> None:
        """Make a highlight the current one; an empty string for none."""
        if id_ != self.current:
            self._view.painter.current = id_
            self._view.viewport().update()
        if not id_ and self._bar.on_highlight:
            self._bar.hide()

    # -- wishes

    def act(self, name: str) -> bool:
        """Do what a key or button names; False if there is nothing that it could mean.

        Names: the colours, "tag", "note", "copy", "markdown", "delete", "leave", "open", "more",
        "block", "next", "previous", and "start-back", "start-on", "end-back", "end-on".
        """
        if name in {colour.value for colour in Colour}:
            return self._colour(Colour(name))
        verbs = {
            "tag": self._tag,
            "note": self._note,
            "copy": self._copy,
            "markdown": self._markdown,
            "delete": self._delete,
            "leave": self._leave,
            "open": self._open,
            "block": self._block,
            "next": partial(self._step, 1),
            "previous": partial(self._step, -1),
        }
        if name in verbs:
            return verbs[name]()
        return self._edges.move(name)

    def _colour(self, colour: Colour) -> bool:
        span = self.selection()
        if span is not None:
            self.highlight_asked.emit(span, colour)
            self._done()
        elif self.current:
            self.colour_chosen.emit((self.current,), colour)
        return span is not None or bool(self.current)

    def _tag(self) -> bool:
        return self._wish(self.tags_asked, self.tag_edit_asked)

    def _note(self) -> bool:
        return self._wish(self.note_asked, self.note_edit_asked)

    def _wish(self, fresh: SignalInstance, present: SignalInstance) -> bool:
        span = self.selection()
        if span is not None:
            fresh.emit(span)
            self._done()
        elif self.current:
            self._bar.hide()
            present.emit(self.current)
        return span is not None or bool(self.current)

    def _copy(self) -> bool:
        span = self.selection()
        if span is None and self.current:
            span = self._highlights[self.current].span
        content = self._view.content
        if span is None or content is None:
            return False
        QGuiApplication.clipboard().setText(content.article.shown(span))
        self.copy_asked.emit(span)
        return True

    def _markdown(self) -> bool:
        if self.current:
            self.markdown_copy_asked.emit((self.current,))
        return bool(self.current)

    def _delete(self) -> bool:
        if self.current and self.selection() is None:
            self.removal_asked.emit((self.current,))
            return True
        return False

    def _leave(self) -> bool:
        was = self._bar.isVisible() or bool(self.current)
        self._bar.hide()
        self._view.unselect()
        self.choose("")
        self._view.setFocus()
        return was

    def _open(self) -> bool:
        return self._follow_link(self._view.textCursor().charFormat().anchorHref())

    def _block(self) -> bool:
        self._bar.hide()
        self.block_asked.emit(self._view.textCursor().position())
        return True

    def _step(self, by: int) -> bool:
        """Make the next or previous highlight current and bring it into view."""
        items = list(self._view.painter.items)
        if not items:
            return False
        ids = [item.id for item in items]
        if self.current in ids:
            index = (ids.index(self.current) + by) % len(ids)
        else:
            caret = self._view.textCursor().position()
            later = [n for n, item in enumerate(items) if item.begin >= caret]
            index = (later[0] if later else 0) if by > 0 else (later[0] if later else 0) - 1
        item = items[index]
        self._view.set_caret(item.begin)
        self.choose(item.id)
        self._view.ensureCursorVisible()
        return True

    # -- clicks

    def _clicked(self, point: QPointF) -> None:
        self._bar.hide()
        if self._follow_link(self._view.anchorAt(point.toPoint())):
            return
        block = self._view.block_under(point)
        found = self._view.painter.at(block, point + self._view.offset())
        if len(found) > 1:
            place = self._view.viewport().mapToGlobal(point.toPoint() + QPoint(0, 6))
            among = [self._highlights[item.id] for item in found]
            self.chooser = chooser(self._theme, among, self._chosen, self._view)
            self.chooser.popup(place)
        elif found:
            self.choose(found[0].id)
            self.show_bar()
        else:
            self.choose("")

    def _chosen(self, id_: str) -> None:
        self.choose(id_)
        self.show_bar()

    def _follow_link(self, address: str) -> bool:
        if address.startswith(FOLD_SCHEME):
            self.fold_asked.emit(int(address.removeprefix(FOLD_SCHEME)))
        elif address:
            self.link_asked.emit(address)
        return bool(address)

    # -- the bar

    def show_bar(self) -> None:
        """Show the bar at the selection, or else at the current highlight."""
        words = self._words()
        if words is None:
            self._bar.hide()
            return
        chosen = None if self.selection() else self._highlights.get(self.current)
        self._bar.set_highlight(chosen.colour if chosen else None)
        corner = self._view.viewport().mapTo(self._pane, QPoint(0, 0))
        self._bar.show_at(words.translated(corner), self._pane.rect())

    def _words(self) -> QRect | None:
        """Return where the selection or the current highlight stands in the viewport."""
        if self.selection() is not None:
            place = self._view.selected()
        else:
            item = self._view.painter.item(self.current)
            place = (item.begin, item.stop) if item else None
        rects = self._view.rects_in_sight(*place) if place else []
        area = self._view.viewport().rect()
        seen = [r.toAlignedRect() for r in rects if r.toAlignedRect().intersects(area)]
        if not seen:
            return None
        return reduce(QRect.united, seen[:3])

    def _selection_changed(self) -> None:
        self._view.viewport().update()
        if self._view.selected() is None:
            self._settling.stop()
            if not self._bar.on_highlight:
                self._bar.hide()
        elif not QGuiApplication.mouseButtons():
            self._settling.start()

    def _follow(self) -> None:
        if self._bar.isVisible():
            self.show_bar()

    def _done(self) -> None:
        self._settling.stop()
        self._bar.hide()
        self._view.unselect()
        self._view.setFocus()

    def _edge_moved(self, id_: str, span: Span) -> None:
        before = self._highlights.get(id_)
        if before is not None and span != before.span:
            self.edges_moved.emit(id_, span)
