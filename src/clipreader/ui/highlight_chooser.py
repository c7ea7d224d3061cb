"""Asks which of several highlights at one place is meant."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from clipreader.model import Highlight
from clipreader.ui.icons import icon
from clipreader.ui.plain import menu_text, one_line
from clipreader.ui.theme import Theme

_LONGEST = 48


def chooser(
    theme: Theme, among: Iterable[Highlight], then: Callable[[str], object], parent: QWidget
) -> QMenu:
    """Return a menu of highlights by their words; ``then`` gets the id of the chosen one."""
    menu = QMenu(parent)
    for highlight in among:
        words = menu_text(one_line(highlight.quote, _LONGEST))
        sign = icon("highlighter", theme.palette.edge(highlight.colour))
        menu.addAction(sign, words, partial(then, highlight.id))
    menu.aboutToHide.connect(menu.deleteLater)
    return menu
