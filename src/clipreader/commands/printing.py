"""What goes to the terminal: JSON, calm columns, and sentences.

The words of an article are not to be trusted by a terminal. Control characters could colour it,
move its cursor or type in the person's name, and marks of writing direction could turn the rest
of a line around: both are made harmless. In JSON they are escaped, so no character is lost.
"""

from __future__ import annotations

import io
import json
import re
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Sequence

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_DIRECTIONS = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
_ESCAPED = re.compile(r"[\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
_WIDEST = 10_000


def speak_utf8() -> None:
    r"""Make standard output and error UTF-8, whatever the locale or the console says.

    What UTF-8 cannot say (half of a surrogate pair in a file's name) is written as ``\udcXX``,
    which is also how JSON escapes it.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def print_json(value: object) -> None:
    """Print a value as JSON that a terminal can show."""
    told = json.dumps(value, ensure_ascii=False, indent=2)
    print(_ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", told))


def print_words(*lines: str) -> None:
    """Print lines for the person, made harmless."""
    for line in lines:
        print(harmless(line))


def print_document(words: str) -> None:
    """Print a document that ends in a line feed: character for character into a pipe or file."""
    print(harmless(words) if _is_terminal() else words, end="")


def print_columns(rows: Iterable[Sequence[str]]) -> None:
    """Print rows with their columns aligned; the last one is cut where a terminal ends."""
    cells = [tuple(one_line(cell) for cell in row) for row in rows]
    if not cells:
        return
    columns = range(len(cells[0]) - 1)
    widths = [max(width(row[column]) for row in cells) for column in columns]
    room = shutil.get_terminal_size().columns if _is_terminal() else _WIDEST
    room = max(20, room - sum(widths) - 2 * len([one for one in widths if one]))
    for row in cells:
        padded = [row[n] + " " * (widths[n] - width(row[n])) for n in columns if widths[n]]
        print("  ".join([*padded, cut(row[-1], room)]).rstrip())


def tell(*sentences: str) -> None:
    """Tell the person something beside the answer, on standard error."""
    for sentence in sentences:
        print(harmless(sentence), file=sys.stderr)


def harmless(words: str) -> str:
    """Return words that a terminal shows and does nothing with; line feeds and tabs stay."""
    words = words.replace("\r\n", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    return _CONTROLS.sub("\ufffd", _DIRECTIONS.sub("", words))


def one_line(words: str) -> str:
    """Return harmless words on one line, with single spaces."""
    return harmless(" ".join(words.split()))


def cut(words: str, room: int) -> str:
    """Return words that take at most ``room`` columns, with an ellipsis if some are left out."""
    if width(words) <= room:
        return words
    while words and width(words) >= room:
        words = words[:-1]
    return words.rstrip() + "…"


def width(words: str) -> int:
    """Return how many columns of a terminal words take: none for accents, two for wide signs."""
    if words.isascii():
        return len(words)
    return sum(_columns(sign) for sign in words)


def _is_terminal() -> bool:
    """Say whether a person reads along; a program without a console has no output at all."""
    return sys.stdout is not None and sys.stdout.isatty()  # pyright: ignore[reportUnnecessaryComparison]  # typed as always there


def _columns(sign: str) -> int:
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
