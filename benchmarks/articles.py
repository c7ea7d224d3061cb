"""Articles that look like those of the press, as many as wanted; the same seed, the same words.

Frequencies follow Zipf's law over a vocabulary of some thousand words, because an index behaves
otherwise on even noise: one word stands in almost every article, most in very few. Captions
repeat sentences of the body, as they do in real pages.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

FUNCTION_WORDS = """the of and to in a that is was for on with as by at from it he she his her they
were had has have not but this which or be an who their after when one also been more its would
about out up into over than other some could them before two only most said will new where because
during against between under since while without through""".split()

NEWS_WORDS = """minister harbour council railway school river hospital election ferry market
parliament police court strike port bridge teacher village budget storm museum factory union law
farmer winter agreement border election protest water energy island company worker student city
government president press letter road train contract season committee report year week people
street night morning neighbour family price tax bread fuel paper ship engine roof archive song
library theatre orchestra painter driver doctor nurse judge witness evidence""".split()

SYLLABLES = "ba re ti no lu mar sen dor vi ka po ler tan mi cho ra el so gri fen wal du ne".split()
GIVEN = "Ana Luis Marta Piotr Irene Samuel Chloé João Greta Anselm Noor Émile Tomás Vera".split()
FAMILY = "Reyes Duarte Kowal Lindqvist Moreau Sá Brandt Okafor Núñez Petrov Haddad Weiss".split()
PLACES = "Harbour Town,Port Alma,São Lírio,Cabo Lirio,Altmark,Vieux-Pont,Nova Ribeira".split(",")
AGENCIES = "EFE,dpa,AFP,Puerto Diario,Lusa,Nordpress".split(",")
CREDITS = "Harbour Authority,City Archive,Ministry of Works,Nordpress,Puerto Diario,EFE".split(",")
MONTHS = """January February March April May June July August September October November
December""".split()
SITE_TEXT = "Support our work: become a member, and read every article without advertisements."


@dataclass(frozen=True)
class Press:
    """The vocabulary and the dice of one run."""

    dice: random.Random
    words: tuple[str, ...]
    weights: tuple[float, ...]

    def sentence(self) -> str:
        """Make a sentence of 8 to 28 words."""
        dice = self.dice
        chosen = dice.choices(self.words, cum_weights=self.weights, k=dice.randint(8, 28))
        if dice.random() < 0.2:
            chosen[dice.randrange(len(chosen))] = f"{dice.choice(GIVEN)} {dice.choice(FAMILY)}"
        if dice.random() < 0.15:
            at = dice.randrange(len(chosen))
            chosen[at] = f"“{chosen[at]}”"
        words = " ".join(chosen)
        return words[0].upper() + words[1:] + "."

    def paragraph(self) -> str:
        """Make a paragraph of 2 to 5 sentences."""
        return " ".join(self.sentence() for _ in range(self.dice.randint(2, 5)))

    def title(self, words: int) -> str:
        """Make a line in the manner of a headline."""
        chosen = self.dice.choices(self.words[len(FUNCTION_WORDS) :], k=words)
        return " ".join(word.capitalize() for word in chosen)


def press(seed: int = 1) -> Press:
    """Return a press with the vocabulary that the seed makes."""
    dice = random.Random(seed)
    made = {"".join(dice.choices(SYLLABLES, k=dice.randint(2, 4))) for _ in range(12_000)}
    rare = sorted(made)
    dice.shuffle(rare)
    words = (*FUNCTION_WORDS, *dict.fromkeys(NEWS_WORDS), *rare)
    return Press(dice, words, tuple(accumulate(1 / rank for rank in range(1, len(words) + 1))))


def article(of: Press, words: int = 0) -> str:
    """Make one article, of about 300 to 900 words unless told; blank lines between blocks."""
    dice = of.dice
    wanted = words or dice.randint(300, 900)
    date = f"{dice.randint(1, 28)} {dice.choice(MONTHS)} {dice.randint(2015, 2025)}"
    body = [of.paragraph()]
    count = len(body[0].split())
    while count < wanted:
        body.append(of.paragraph())
        count += len(body[-1].split())
    body[0] = f"{dice.choice(AGENCIES)}, {dice.choice(PLACES)}, {date} — {body[0]}"
    captions = [
        f"{dice.choice(body).split('. ')[-1].rstrip('.')} / {dice.choice(CREDITS)}"
        for _ in range(dice.randint(0, 3))
    ]
    return "\n\n".join([
        of.title(dice.randint(6, 11)),
        of.title(1) + " " + of.sentence().rstrip("."),
        *captions[:1],
        *body[: len(body) // 2],
        *captions[1:],
        *body[len(body) // 2 :],
        f"Translated by {dice.choice(GIVEN)} {dice.choice(FAMILY)}",
        SITE_TEXT,
    ])  # fmt: skip


def write_articles(folder: Path, count: int, seed: int = 1) -> list[Path]:
    """Write that many articles as text files and return where."""
    folder.mkdir(parents=True, exist_ok=True)
    of = press(seed)
    paths = [folder / f"article-{number:05}.txt" for number in range(count)]
    for path in paths:
        path.write_text(article(of), encoding="utf-8")
    return paths
