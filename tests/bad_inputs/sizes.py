"""Line ends and size: inputs 35 to 50."""

from __future__ import annotations

from collections.abc import Callable

from tests.bad_inputs.record import BadInput, C, Expected, K
from tests.bad_inputs.words import ENGLISH

WORDS = "The ferry left the quay at nine, and nobody on board had said a word about the piano. "


def _ended(number: int, name: str, end: str | None, expected: Expected = K) -> BadInput:
    """Return the article with another line end."""

    def make() -> bytes:
        if end is not None:
            return ENGLISH.replace("\n", end).encode()
        ends = ("\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\x0b")
        lines = ENGLISH.split("\n")
        return "".join(line + ends[n % len(ends)] for n, line in enumerate(lines)).encode()

    return BadInput(number, name, f"{name}.txt", make, expected, text=lambda: ENGLISH)


def _large(
    number: int,
    name: str,
    make: Callable[[], str],
    expected: Expected,
    says: str = "",
    *,
    is_long: bool = False,
) -> BadInput:
    return BadInput(
        number, name, f"{name}.txt", lambda: make().encode(), expected, says=says, is_long=is_long
    )


INPUTS = (
    _ended(35, "cr_only", "\r"),
    _ended(36, "crlf", "\r\n"),
    _ended(37, "lfcr", "\n\r"),
    _ended(38, "mixed_line_ends", None),
    _ended(39, "line_separator", "\u2028"),
    _ended(40, "paragraph_separator", "\u2029"),
    _ended(41, "next_line", "\x85"),
    _ended(42, "vertical_tab_form_feed", "\x0b\x0c"),
    BadInput(
        43,
        "no_final_newline",
        "no_final_newline.txt",
        ENGLISH.rstrip("\n").encode,
        K,
        text=lambda: ENGLISH,
    ),
    _large(
        44,
        "line_of_50mb",
        lambda: WORDS * (50_000_000 // len(WORDS)),
        C,
        "ten million characters",
        is_long=True,
    ),
    _large(45, "line_without_blanks_1mb", lambda: "Headline\n\n" + "x" * 1_000_000, K),
    _large(46, "empty_lines_5m", lambda: ENGLISH + "\n" * 5_000_000, C, "too many lines"),
    _large(
        47,
        "paragraphs_of_one_letter_1m",
        lambda: "Headline\n\n" + "a\n\n" * 1_000_000,
        C,
        "too many lines",
    ),
    _large(
        48,
        "text_of_300mb",
        lambda: WORDS * (300_000_000 // len(WORDS)),
        C,
        "too large",
        is_long=True,
    ),
    _large(
        49,
        "combined_letters_10mb",
        lambda: "Headline\n\n" + ("a\u0301" * 60 + " ") * 55_000,
        K,
        is_long=True,
    ),
    _large(50, "combining_marks_100k", lambda: ENGLISH + "\na" + "\u0301" * 100_000 + "\n", K),
)
"""In the order of their numbers."""
