"""What the name of a paragraph's style says of the paragraph.

Word and LibreOffice keep the English names of their own styles in the file, whatever the language
of the program; the others are names that newsrooms give to their own.
"""

from __future__ import annotations

import re
from typing import Final

from clipreader.model import Hint

_HEADING: Final = re.compile(r"heading ?(\d)")
_LIST: Final = re.compile(r"list (?:bullet|number)(?: (\d))?")
_NAMES: Final[dict[str, Hint]] = {
    "title": Hint.TITLE,
    "headline": Hint.TITLE,
    "subtitle": Hint.DECK,
    "deck": Hint.DECK,
    "standfirst": Hint.DECK,
    "kicker": Hint.KICKER,
    "byline": Hint.BYLINE,
    "caption": Hint.CAPTION,
    "illustration": Hint.CAPTION,
    "figure": Hint.CAPTION,
    "drawing": Hint.CAPTION,
    "photo credit": Hint.CREDIT,
    "credit": Hint.CREDIT,
    "quote": Hint.QUOTE,
    "intense quote": Hint.QUOTE,
    "quotations": Hint.QUOTE,
    "block text": Hint.QUOTE,
}


def hint_of(name: str) -> tuple[Hint, int | None] | None:
    """Return what a style's name says, with the level of a heading or list, or None."""
    plain = name.replace("_20_", " ").strip().lower()
    heading = _HEADING.fullmatch(plain)
    if heading:
        return Hint.HEADING, max(1, int(heading[1]))
    in_list = _LIST.fullmatch(plain)
    if in_list:
        return Hint.LIST_ITEM, int(in_list[1] or 1)
    hint = _NAMES.get(plain)
    return (hint, None) if hint else None
