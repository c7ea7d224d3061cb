"""Which writings of a text no installed font has letters for, so that they show as boxes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QFontDatabase

from clipreader.ui.wording import tr

_System = QFontDatabase.WritingSystem

_LOOKED_AT: Final = 4_000
"""How many code points of a text are looked at; a page of it is enough."""

_ENOUGH: Final = 3
"""How many letters of a writing are more than a foreign name's sign in passing."""


@dataclass(frozen=True, slots=True)
class Writing:
    """A way of writing: its name, its letters, Qt's systems for it, and a font that has them."""

    name: str
    letters: re.Pattern[str]
    systems: tuple[_System, ...]
    font: str

    @property
    def is_missing(self) -> bool:
        """Say whether no installed font has these letters."""
        return not any(QFontDatabase.families(system) for system in self.systems)


def writings() -> tuple[Writing, ...]:
    """Return the writings that a system may come without."""
    cjk = "Noto Sans CJK"
    return (
        _writing(tr("Japanese"), "\u3041-\u30ff", cjk, _System.Japanese),
        _writing(
            tr("Chinese"),
            "\u3400-\u4dbf\u4e00-\u9fff",
            cjk,
            _System.SimplifiedChinese,
            _System.TraditionalChinese,
            _System.Japanese,
        ),
        _writing(tr("Korean"), "\uac00-\ud7a3", cjk, _System.Korean),
        _writing(tr("Arabic"), "\u0620-\u064a", "Noto Naskh Arabic", _System.Arabic),
        _writing(tr("Hebrew"), "\u05d0-\u05ea", "Noto Serif Hebrew", _System.Hebrew),
        _writing(tr("Hindi"), "\u0904-\u0939", "Noto Serif Devanagari", _System.Devanagari),
        _writing(tr("Thai"), "\u0e01-\u0e3a", "Noto Serif Thai", _System.Thai),
        _writing(tr("Bengali"), "\u0985-\u09b9", "Noto Serif Bengali", _System.Bengali),
        _writing(tr("Georgian"), "\u10d0-\u10fa", "Noto Serif Georgian", _System.Georgian),
        _writing(tr("Armenian"), "\u0531-\u0587", "Noto Serif Armenian", _System.Armenian),
    )


def missing_from(text: str) -> Writing | None:
    """Return the first writing of a text that no installed font has, or None."""
    looked_at = text[:_LOOKED_AT]
    if looked_at.isascii():
        return None
    for writing in writings():
        if len(writing.letters.findall(looked_at)) >= _ENOUGH and writing.is_missing:
            return writing
    return None


def _writing(name: str, letters: str, font: str, *systems: _System) -> Writing:
    return Writing(name, re.compile(f"[{letters}]"), systems, font)
