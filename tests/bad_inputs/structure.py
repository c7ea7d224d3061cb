"""What texts of articles do to their own structure: inputs 73 to 92."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Callable

from tests.bad_inputs.record import BadInput, Expected, K
from tests.bad_inputs.words import ENGLISH

FERRY = """Night Ferry Returns to Harbour Town After Eleven Years

The Santa Marta leaves the north quay on Wednesday evening / Harbour Authority

Puerto Diario, Elena Duarte, Harbour Town, 4 July 2024 — At twenty past nine the ramp came up, \
and for the first time since 2013 a passenger ferry left Harbour Town in the dark. The port’s \
director said “we shall see who still wants to travel”.

The piano for the chapel at Cape Selby travelled under two mattresses / L. Moreau

The line was closed when its subsidy lapsed. Señora Peña, who signed the contract, keeps a copy.

Translated by Ana Reyes

The Diario depends on its readers. Support independent reporting: subscribe today.
"""
"""A text as it is pasted, with captions, credits, a dateline, a translator and the site's text."""

CAPTION = "The Santa Marta leaves the north quay on Wednesday evening / Harbour Authority"
TRANSLATED = "Translated by Ana Reyes"
STRAIGHT = str.maketrans({"“": '"', "”": '"', "’": "'", "—": "-"})


def _text(
    number: int, name: str, make: Callable[[], str], expected: Expected = K, *keeps: str
) -> BadInput:
    return BadInput(
        number, name, f"{name}.txt", lambda: make().encode(), expected, keeps=keeps, text=make
    )


def _changed(number: int, name: str, old: str, new: str, *keeps: str) -> BadInput:
    return _text(number, name, lambda: FERRY.replace(old, new), K, *keeps)


def _reflowed() -> str:
    return "\n\n".join(textwrap.fill(one, 72) for one in FERRY.split("\n\n")) + "\n"


INPUTS = (
    _text(73, "pasted_article", lambda: FERRY),
    BadInput(
        74,
        "pasted_with_crlf",
        "pasted_with_crlf.txt",
        lambda: FERRY.replace("\n", "\r\n").encode(),
        K,
        text=lambda: FERRY,
    ),
    BadInput(
        75,
        "pasted_in_nfd",
        "pasted_in_nfd.txt",
        lambda: unicodedata.normalize("NFD", FERRY).encode(),
        K,
        ("Señora Peña",),
        text=lambda: FERRY,
    ),
    _text(76, "straight_quotes", lambda: FERRY.translate(STRAIGHT), K, '"we shall see'),
    _text(77, "all_in_one_line", lambda: " ".join(FERRY.split()), K),
    _text(78, "reflowed_at_72", _reflowed),
    _changed(79, "caption_without_slash", " / Harbour Authority", ""),
    _changed(80, "caption_with_two_slashes", " / Harbour", " / Quay / Harbour"),
    _changed(81, "agency_only", CAPTION, "/ Harbour Authority"),
    _changed(82, "slash_in_a_sentence", "keeps a copy", "keeps and / or shows a copy"),
    _changed(
        83,
        "address_with_slashes",
        "keeps a copy.",
        "keeps a copy at https://harbour.example/a/b/c?d=1/2.",
        "/a/b/c?d=1/2.",
    ),
    _changed(84, "date_of_two_readings", "4 July 2024", "4/7/2024", "4/7/2024"),
    _text(85, "no_headline", lambda: FERRY.split("\n\n", 2)[2]),
    _text(86, "headline_is_the_caption", lambda: f"{CAPTION}\n\n{FERRY.split(chr(10), 2)[2]}"),
    _changed(87, "translated_twice", TRANSLATED, f"{TRANSLATED}\n\nTranslated by M. Okafor"),
    _changed(
        88,
        "translated_in_a_sentence",
        "keeps a copy",
        "keeps a copy that was translated by Ana Reyes in May",
    ),
    _changed(
        89,
        "translated_in_other_languages",
        TRANSLATED,
        "Traducido por Ana Reyes\n\nTraduit de l’espagnol par M. Okafor",
    ),
    _changed(90, "site_text_glued_on", "\n\nThe Diario depends", " The Diario depends"),
    _text(91, "two_articles_in_one_paste", lambda: f"{FERRY}\n\n{ENGLISH}"),
    _text(92, "one_article_twice", lambda: f"{FERRY}\n\n{FERRY.replace('mattresses', 'blankets')}"),
)
"""In the order of their numbers."""
