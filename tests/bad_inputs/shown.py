"""What is shown in the window: inputs 179 to 186."""

from __future__ import annotations

from tests.bad_inputs.record import BadInput, K
from tests.bad_inputs.sizes import WORDS
from tests.bad_inputs.titles import page_of
from tests.bad_inputs.words import ENGLISH, FIRST, SECOND

TITLES: tuple[tuple[int, str, str], ...] = (
    (179, "bold_title", "<b>The bell</b> is <i>heard</i>"),
    (180, "picture_title", "<img src=file:///etc/passwd>The bell"),
    (181, "link_title", "<a href=file:///etc/passwd>The bell</a>"),
    (182, "key_title", "&File of the bell & R&D"),
    (183, "title_of_50000", "bell " * 10_000),
)
"""Number, name and headline."""


def _long_text() -> str:
    return f"The Longest Bell\n\n{FIRST}\n\n" + f"{WORDS * 20}\n\n" * (
        10_000_000 // (20 * len(WORDS)) - 2
    )


INPUTS = (
    *(
        BadInput(number, name, f"{name}.html", lambda title=title: page_of(title), K, (SECOND,))
        for number, name, title in TITLES
    ),
    BadInput(184, "tags_10000", "tags_10000.txt", f"Tags\n\n{ENGLISH}".encode, K),
    BadInput(185, "highlights_2000", "highlights_2000.txt", f"Marks\n\n{ENGLISH}".encode, K),
    BadInput(
        186,
        "whole_text_of_10mb",
        "whole_text_of_10mb.txt",
        lambda: _long_text().encode(),
        K,
        (FIRST,),
        is_long=True,
    ),
)
"""In the order of their numbers; 184 to 186 are articles, and what a person does to them."""
