"""Headlines that become names of files, cells and values of YAML: inputs 159 to 178."""

from __future__ import annotations

import html
import unicodedata

from tests.bad_inputs.record import BadInput, K
from tests.bad_inputs.words import SECOND
from tests.stories import paragraphs

TITLES: tuple[tuple[int, str, tuple[str, ...]], ...] = (
    (159, "device", ("CON",)),
    (160, "device_with_ending", ("aux.md",)),
    (161, "device_with_dot", ("NUL.",)),
    (162, "device_superscript", ("COM¹",)),
    (163, "colon", ("a:b",)),
    (164, "forbidden_signs", ('<>:"/\\|?*',)),
    (165, "trailing_dot", ("The bell rang twice. .",)),
    (166, "dots", ("..",)),
    (167, "leading_signs", ("~$ The bell", ".The bell")),
    (168, "accents_300", ("é" * 300,)),
    (169, "emoji_64", ("😀" * 64,)),
    (170, "long_path", ("The bell of the cape " * 12,)),
    (171, "case_twins", ("Note", "note")),
    (172, "normal_form_twins", ("Señal", unicodedata.normalize("NFD", "Señal"))),
    (173, "empty_after_cleaning", ("???",)),
    (174, "formulas", ("=HYPERLINK(0)", "+1 bell", "-1 bell", "@bell", "\tbell")),
    (175, "values_of_yaml", ("-5: totals", "yes", "1e3", "2024-07-04")),
    (176, "line_feeds", ("a\n---\nb: injected",)),
    (177, "markdown", ("](javascript:evil())", "<img onerror=evil()>", "```", "[[x]]")),
    (178, "format_strings", ("%s {0} ${x} AT&T",)),
)
"""Number, name, and the headlines of one or more articles."""


def page_of(title: str, number: int = 0) -> bytes:
    """Return a page with a headline; ``number`` tells its text from the others'."""
    written = html.escape(title)
    body = "".join(f"<p>{one}</p>" for one in paragraphs(number, 4))
    return (
        f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{written}</title></head><body>"
        f"<article><h1>{written}</h1>{body}<p>{SECOND}</p></article></body></html>"
    ).encode()


def pages_of(titles: tuple[str, ...]) -> dict[str, bytes]:
    """Return a page for each headline, by its file's name."""
    return {f"title-{n}.html": page_of(title, n) for n, title in enumerate(titles)}


INPUTS = tuple(
    BadInput(number, name, f"{name}.html", lambda titles=titles: page_of(titles[0]), K, (SECOND,))
    for number, name, titles in TITLES
)
"""In the order of their numbers; of several headlines the first."""
