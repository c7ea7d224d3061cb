"""The row of chips above the clippings: article, tag, colour, part."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from clipreader.model import Colour, NameCount, Query, Role
from clipreader.ui.plain import menu_text, one_line
from clipreader.ui.theme import Theme, interface_font
from clipreader.ui.wording import colour_label, role_label

PARTS = (
    *(Role.HEADLINE, Role.DECK, Role.PARAGRAPH, Role.QUOTE, Role.CAPTION, Role.CREDIT),
    *(Role.CROSSHEAD, Role.BYLINE, Role.TRANSLATOR, Role.EDITORS_NOTE),
)
"""The parts that can be asked for."""


class ClippingsFilters(QFrame):
    """Chips that narrow the clippings; ``changed`` carries the query."""

    changed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._query = Query()
        self._search = Query()
        self._headline = ""
        self._tag_names: tuple[str, ...] = ()
        self._article = _chip(self.tr("Clippings of one article"))
        self._tag = _chip(self.tr("Filter by tag"))
        self._colour = _chip(self.tr("Filter by colour"))
        self._part = _chip(self.tr("Filter by part"))
        self.setObjectName("filters")
        self._arrange()
        self._connect()
        self._dress()
        self._show()

    @property
    def query(self) -> Query:
        """Return what the chips and the search field together let through."""
        words, own = self._search, self._query
        return replace(
            words,
            tags=(*words.tags, *own.tags),
            colours=own.colours or words.colours,
            roles=own.roles or words.roles,
            article_ids=own.article_ids,
        )

    def set_tags(self, tags: Sequence[NameCount]) -> None:
        """Offer these tags."""
        self._tag_names = tuple(tag.name for tag in tags)
        self._fill_tags()

    def set_query(self, query: Query, article_headline: str = "") -> None:
        """Set all chips at once."""
        self._headline = article_headline
        self._change(query)

    def set_search(self, found: Query) -> None:
        """Take the words and fields of the search field along."""
        if found != self._search:
            self._search = found
            self.changed.emit(self.query)

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 12, 8)
        row.setSpacing(6)
        for chip in (self._article, self._tag, self._colour, self._part):
            row.addWidget(chip)
        row.addStretch(1)

    def _connect(self) -> None:
        self._article.clicked.connect(self._on_article)
        self._theme.changed.connect(self._dress)
        self._fill_tags()
        self._fill(self._colour, [(colour_label(one), one) for one in Colour], self._on_colour)
        self._fill(self._part, [(role_label(one), one) for one in PARTS], self._on_part)

    def _fill_tags(self) -> None:
        self._fill(self._tag, [(name, name) for name in self._tag_names], self._on_tag)

    def _fill(
        self,
        chip: QToolButton,
        choices: Sequence[tuple[str, str]],
        slot: Callable[[QAction], None],
    ) -> None:
        menu = QMenu(chip)
        menu.addAction(self.tr("Any")).setData("")
        menu.addSeparator()
        for words, value in choices:
            menu.addAction(menu_text(words)).setData(str(value))
        menu.triggered.connect(slot)
        chip.setMenu(menu)

    def _on_article(self) -> None:
        self._change(replace(self._query, article_ids=()))

    def _on_tag(self, action: QAction) -> None:
        self._change(replace(self._query, tags=(action.data(),) if action.data() else ()))

    def _on_colour(self, action: QAction) -> None:
        chosen = (Colour(action.data()),) if action.data() else ()
        self._change(replace(self._query, colours=chosen))

    def _on_part(self, action: QAction) -> None:
        self._change(replace(self._query, roles=(action.data(),) if action.data() else ()))

    def _change(self, query: Query) -> None:
        self._query = query
        self._show()
        self.changed.emit(self.query)

    def _show(self) -> None:
        own = self._query
        self._article.setVisible(bool(own.article_ids))
        self._article.setText(f"{menu_text(one_line(self._headline, 28))}  ×")
        tag = self.tr("tag: {name}").format(name=menu_text(own.tags[0])) if own.tags else ""
        self._tag.setText(tag or self.tr("any tag"))
        colour = colour_label(own.colours[0]) if own.colours else ""
        self._colour.setText(colour or self.tr("any colour"))
        part = role_label(Role(own.roles[0])) if own.roles else ""
        self._part.setText(part or self.tr("any part"))
        for chip, on in (
            (self._article, True),
            (self._tag, bool(own.tags)),
            (self._colour, bool(own.colours)),
            (self._part, bool(own.roles)),
        ):
            chip.setProperty("on", on)
            chip.style().unpolish(chip)
            chip.style().polish(chip)

    def _dress(self) -> None:
        look = self._theme.palette
        self.setStyleSheet(
            f"#filters {{ background: {look.list.name()}; "
            f"border-bottom: 1px solid {look.line.name()}; }}"
            f"QToolButton {{ background: {look.card.name()}; color: {look.dim.name()}; "
            f"border: 1px solid {look.line.name()}; border-radius: 12px; padding: 3px 11px; }}"
            f'QToolButton[on="true"] {{ background: {look.selected.name()}; '
            f"color: {look.accent.name()}; border-color: {look.selected.name()}; }}"
            f"QToolButton:focus {{ border-color: {look.accent.name()}; }}"
        )


def _chip(name: str) -> QToolButton:
    chip = QToolButton()
    chip.setFont(interface_font(12.5))
    chip.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    chip.setAccessibleName(name)
    chip.setToolTip(name)
    return chip
