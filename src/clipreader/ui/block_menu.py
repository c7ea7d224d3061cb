"""The menu on a block: why it was read so, and its other kinds in one click."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget, QWidgetAction

from clipreader.model import BLOCK_ROLES, Article, Role, Span, house_of
from clipreader.operations.value_cues import is_own
from clipreader.ui.icons import icon
from clipreader.ui.plain import PlainLabel, menu_text
from clipreader.ui.theme import Theme, interface_font
from clipreader.ui.wording import role_label, tr

USUAL = (
    Role.CAPTION,
    Role.PARAGRAPH,
    Role.HEADLINE,
    Role.DECK,
    Role.CROSSHEAD,
    Role.TRANSLATOR,
    Role.BOILERPLATE,
)
"""The kinds that stand in the menu itself; the others are one step further."""

LEVELS = {Role.CROSSHEAD: 2, Role.LIST_ITEM: 1}
"""The level that a block gets when it becomes one of these."""


class BlockMenu(QMenu):
    """The menu of one block. ``selection`` is what is selected in it, if anything is."""

    role_chosen = Signal(int, object, object)
    credit_chosen = Signal(int, object)
    accept_asked = Signal(int)
    fields_asked = Signal()
    always_asked = Signal(int)

    def __init__(
        self,
        theme: Theme,
        article: Article,
        index: int,
        selection: Span | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._index = index
        self._block = article.blocks[index]
        self._article = article
        self.setAccessibleName(self.tr("What this block is"))
        self._head()
        if self._block.is_offered:
            words = self.tr("Accept: it is %1").replace("%1", self._named(self._block.role))
            self.addAction(words, partial(self.accept_asked.emit, index))
            self.addSeparator()
        self._kinds()
        self.addSeparator()
        self._credit(selection)
        self.addAction(self.tr("Edit article fields…"), self.fields_asked.emit)
        self._always()

    def _head(self) -> None:
        words = PlainLabel(self.why(), self, wrap=True)
        words.setFont(interface_font(11.5))
        words.setFixedWidth(230)
        words.setContentsMargins(12, 7, 8, 8)
        words.setStyleSheet(f"color: {self._theme.palette.faint.name()};")
        head = QWidgetAction(self)
        head.setDefaultWidget(words)
        head.setText(self.why())
        self.addAction(head)

    def why(self) -> str:
        """Return the sentence that says why the block was read so."""
        named = self._named(self._block.role)
        if self._block.corrected:
            return self.tr("This block is %1: you said so.").replace("%1", named)
        words = self.tr("This block is read as %1").replace("%1", named)
        reasons = [reason.rstrip(". ") for reason in self._block.reasons if reason.strip()]
        return f"{words}: {_listed(reasons, self.tr('and'))}." if reasons else f"{words}."

    def _kinds(self) -> None:
        more = QMenu(self.tr("More kinds"), self)
        for role in USUAL:
            self._kind(self, role)
        for role in BLOCK_ROLES:
            if role not in USUAL:
                self._kind(self if role == self._block.role else more, role)
        self.addMenu(more)

    def _kind(self, menu: QMenu, role: Role) -> None:
        words = _name(role)
        if role == Role.CAPTION and self._article.credit_of(self._block):
            words = self.tr("Caption with credit")
        action = menu.addAction(menu_text(words))
        action.setData(role)
        if role == self._block.role:
            action.setIcon(icon("check", self._theme.palette.accent))
            action.setIconVisibleInMenu(True)
            self.setActiveAction(action)
        else:
            level = LEVELS.get(role)
            action.triggered.connect(partial(self._choose, role, level))

    def _choose(self, role: Role, level: int | None, _checked: bool = False) -> None:
        self.role_chosen.emit(self._index, role, level)

    def _credit(self, selection: Span | None) -> None:
        if self._block.role != Role.CAPTION:
            return
        within = selection is not None and self._block.span.contains(selection)
        if within:
            words = self.tr("Selected words are the credit")
            self.addAction(words, partial(self.credit_chosen.emit, self._index, selection))
        if self._article.credit_of(self._block):
            words = self.tr("No credit in this caption")
            self.addAction(words, partial(self.credit_chosen.emit, self._index, None))

    def _always(self) -> None:
        """Offer what the person said of this block for all articles of the publisher."""
        house = house_of(self._article.metadata)
        if house is None or not is_own(self._article, self._block):
            return
        self.addSeparator()
        words = self.tr("Always for {publisher}").format(publisher=menu_text(house))
        self.addAction(words, partial(self.always_asked.emit, self._index))

    def _named(self, role: Role) -> str:
        """Return a role's name with its article, for sentences."""
        if role in (Role.BOILERPLATE, Role.CODE):
            return _name(role).lower()
        name = _name(role).lower()
        return f"an {name}" if name[0] in "aeiou" else f"a {name}"


def _name(role: Role) -> str:
    return tr("Site text (folded away)") if role == Role.BOILERPLATE else role_label(role)


def _listed(reasons: list[str], joint: str) -> str:
    if len(reasons) < 2:
        return "".join(reasons)
    return f"{', '.join(reasons[:-1])} {joint} {reasons[-1]}"
