"""The space around a line of a block, and tab stops for a table that is too large for columns."""

from __future__ import annotations

from PySide6.QtGui import QTextBlockFormat, QTextOption

from clipreader.model import Article, Part, Role
from clipreader.ui.reader_styles import APART, STYLES, Typesetter

GUTTER = 28
"""Pixels at both sides of the column inside the page: for handles, offered marks, note marks."""

_MOST_COLUMNS = 40
_ROWS_LOOKED_AT = 50


def spacing_of(
    article: Article, index: int, setter: Typesetter, *, above: float, last: bool
) -> QTextBlockFormat:
    """Return the space around a line of a block; ``above`` in pixels goes before its own.

    ``last`` says that it is the block's last line: the others stand close to what follows.
    """
    block = article.blocks[index]
    spacing = setter.block(STYLES[block.role], above=above)
    if not last:
        spacing.setBottomMargin(0)
    elif _ends_a_run(article, index):
        spacing.setBottomMargin(setter.pixels(APART))
    if block.role == Role.LIST_ITEM and (block.level or 1) > 1:
        spacing.setLeftMargin(spacing.leftMargin() * (block.level or 1))
    return spacing


def _ends_a_run(article: Article, index: int) -> bool:
    """Say whether lines that stand close together end with a block: a list, a table, code."""
    role = article.blocks[index].role
    if role in (Role.TABLE, Role.CODE):
        return True
    after = article.blocks[index + 1 : index + 2]
    return role == Role.LIST_ITEM and not any(block.role == role for block in after)


def tab_stops(article: Article, block: Part, measure: int) -> list[QTextOption.Tab]:
    """Return where the cells of a table stand that is not set in columns: equally far apart."""
    rows = article.text[block.span.start : block.span.end].split("\n", _ROWS_LOOKED_AT)
    count = max(row.count("\t") for row in rows[:_ROWS_LOOKED_AT]) + 1
    width, left = measure / count, QTextOption.TabType.LeftTab
    return [QTextOption.Tab(width * column, left) for column in range(1, min(count, _MOST_COLUMNS))]
