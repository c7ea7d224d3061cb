"""Two texts as one: what is only in the old one struck out, what is only in the new one underlined.

Colour alone tells nobody anything who does not see it, or prints it: so each kind has a shape.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QTextCharFormat, QTextCursor

from clipreader.model import Colour
from clipreader.text.differences import Stretch
from clipreader.ui.palette import Palette

LONGEST_RUN = 2_000
"""Characters of one line after which it is broken; a widget takes seconds for very long ones."""

_BREAK = "¶"


def gone_format(look: Palette) -> QTextCharFormat:
    """Return how words look that are in the old text only."""
    found = QTextCharFormat()
    found.setFontStrikeOut(True)
    found.setForeground(look.ink)
    found.setBackground(look.fill(Colour.PINK))
    return found


def new_format(look: Palette) -> QTextCharFormat:
    """Return how words look that are in the new text only."""
    found = QTextCharFormat()
    found.setFontUnderline(True)
    found.setForeground(look.ink)
    found.setBackground(look.fill(Colour.GREEN))
    return found


def write_difference(
    cursor: QTextCursor, old: str, new: str, stretches: Iterable[Stretch], look: Palette
) -> tuple[int, ...]:
    """Write two texts as one at a cursor; return the places where they differ, in UTF-16 units."""
    same = QTextCharFormat()
    same.setForeground(look.ink)
    gone, come = gone_format(look), new_format(look)
    places: list[int] = []
    for stretch in stretches:
        if stretch.same:
            cursor.insertText(_shown(old[stretch.old_start : stretch.old_end]), same)
            continue
        places.append(cursor.position())
        before = old[stretch.old_start : stretch.old_end]
        after = new[stretch.new_start : stretch.new_end]
        for words, look_of in ((before, gone), (after, come)):
            if words:
                cursor.insertText(_shown(words) if words.strip() else _blank(words), look_of)
    cursor.setCharFormat(same)
    return tuple(places)


def _blank(words: str) -> str:
    """Return white space so that it can be seen."""
    return "".join(f"{_BREAK}\n" if sign == "\n" else "·" for sign in words)


def _shown(words: str) -> str:
    lines = words.replace("\u2028", "\n").split("\n")
    return "\n".join(_broken(line) if len(line) > LONGEST_RUN else line for line in lines)


def _broken(line: str) -> str:
    return "\n".join(line[at : at + LONGEST_RUN] for at in range(0, len(line), LONGEST_RUN))
