"""Stories that differ from each other as those of the press do; the same seed, the same words."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

SMALL = re.findall(
    r"\w+",
    """
    the of and to in a that is was for on with as by at from it he she his her they were had
    has have not but this which or be an who their after when one also been more its would
    about out
    """,
)
LARGE = re.findall(
    r"\w+",
    """
    harbour council railway school river hospital election ferry market parliament police
    court strike bridge teacher village budget storm museum factory farmer winter agreement
    border protest water energy island company worker student government president letter
    train contract season committee report family price bread paper engine roof archive song
    library theatre painter driver doctor nurse judge witness evidence afternoon yesterday
    according published announcement neighbourhood investigation electricity newspaper
    shipyard orchestra lighthouse
    """,
)

SITE_TEXT = (
    "Readers make this paper possible. Support independent reporting with a subscription today, "
    "and receive the weekly letter of our correspondents every Saturday morning before breakfast.",
    "The opinions in this section are those of their authors alone. Anyone who finds a mistake in "
    "a text of ours is asked to write to the readers’ desk, which answers within two days.",
)
"""What a publisher sets below every story, in words that no phrase book knows."""


def sentence(dice: random.Random) -> str:
    """One of 8 to 20 words."""
    words = [
        dice.choice(SMALL if dice.random() < 0.5 else LARGE) for _ in range(dice.randint(8, 20))
    ]
    return f"{words[0].capitalize()} {' '.join(words[1:])}."


def paragraphs(seed: int, count: int = 6) -> list[str]:
    """Paragraphs of two to four sentences."""
    dice = random.Random(seed)
    return [" ".join(sentence(dice) for _ in range(dice.randint(2, 4))) for _ in range(count)]


def headline(seed: int) -> str:
    """A headline of its own for each seed."""
    dice = random.Random(f"headline {seed}")
    return " ".join(dice.choice(LARGE).capitalize() for _ in range(6))


def story(seed: int, count: int = 6, after: Sequence[str] = ()) -> str:
    """A headline and paragraphs as a plain text, with the site's own lines ``after`` them."""
    return "\n\n".join([headline(seed), *paragraphs(seed, count), *after]) + "\n"


def page(seed: int) -> str:
    """A headline and paragraphs as a web page."""
    told = "".join(f"<p>{each}</p>" for each in paragraphs(seed))
    return f"<!doctype html><article><h1>{headline(seed)}</h1>{told}</article>"
