"""Articles, what may happen to them before they are read again, and where each word went.

Every character of a changed article knows which one of the old article it is, if any, so the
right place of a highlight is computed and never written down.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from clipreader.model import Article, Role, Span
from clipreader.text.encodings import decode
from clipreader.text.normal import canonical
from tests import records

SEEDS = Path(__file__).parents[2] / "seeds"
_SENTENCE = re.compile(r"[^.!?]+[.!?]*[”’\"»]*")

Letters = list[tuple[str, int | None]]


@dataclass(frozen=True)
class Traced:
    """A changed article and, for each of its characters, the old position or None."""

    article: Article
    origin: tuple[int | None, ...]

    def place_of(self, span: Span) -> tuple[Span | None, float]:
        """Return where a span's characters are now (their hull), and which share of them is."""
        now = [
            at
            for at, old in enumerate(self.origin)
            if old is not None and old in range(*_ends(span))
        ]
        words = sum(1 for at in now if not self.article.text[at].isspace())
        return (Span(min(now), max(now) + 1) if now else None), words / max(1, len(span))


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


Block = tuple[Role, Letters]
Change = Callable[[list[Block], random.Random], list[Block]]


def of_seed(path: Path) -> Article:
    """An article of a seed's paragraphs, with roles guessed by the simplest rules."""
    text = canonical(decode(path.read_bytes()).text).text
    paragraphs = [" ".join(paragraph.split()) for paragraph in _parted(text)]
    blocks: list[tuple[Role, str]] = []
    for number, words in enumerate(p for p in paragraphs if p):
        if number < 2:
            role = (Role.HEADLINE, Role.DECK)[number]
        elif " / " in words and len(words) < 220:
            role = Role.CAPTION
        elif len(words) < 80 and re.match(r"Trad|Übers|Aus dem|Translated", words):
            role = Role.TRANSLATOR
        else:
            role = Role.PARAGRAPH
        blocks.append((role, words))
    return records.article(blocks)


def _parted(text: str) -> list[str]:
    paragraphs = text.split("\n\n")
    return paragraphs if len(paragraphs) > 4 else text.split("\n")


def with_twins(article: Article) -> Article:
    """The article with captions that repeat sentences of its paragraphs, as the press does."""
    blocks: list[tuple[Role, str]] = []
    for number, block in enumerate(article.blocks):
        words = article.quote(block.span)
        sentences = [s.strip() for s in _SENTENCE.findall(words) if len(s.strip()) > 30]
        if block.role == Role.PARAGRAPH and number % 3 == 0 and sentences:
            credit = "Harbour Authority" if number % 2 else "Ministry of Ferries"
            blocks.append((Role.CAPTION, f"{sentences[0].rstrip('.')} / {credit}"))
        blocks.append((block.role, words))
        if block.role == Role.PARAGRAPH and number % 4 == 0 and sentences:
            blocks.append((Role.QUOTE, sentences[-1]))
        if block.role == Role.PARAGRAPH and number % 5 == 4 and sentences:
            blocks.append((Role.PARAGRAPH, f"{sentences[0]} So it was said."))
    return records.article(blocks)


def spans_of(article: Article, rng: random.Random, many: int) -> list[Span]:
    """Spans that a person may mark: blocks, sentences, credits, some words, several blocks."""
    text = article.text
    every = [block.span for block in article.blocks] + [mark.span for mark in article.marks]
    for block in article.blocks:
        found = _SENTENCE.finditer(text, block.span.start, block.span.end)
        every += [Span(m.start() + len(m[0]) - len(m[0].lstrip()), m.end()) for m in found]
    words = [m.span() for m in re.finditer(r"\w[\w’'-]*", text)]
    for length in (1, 2, 3, 5, 8, 13, 21, 60):
        for _ in range(many):
            first = rng.randrange(max(1, len(words) - length))
            every.append(Span(words[first][0], words[min(len(words), first + length) - 1][1]))
    return [span for span in sorted(set(every)) if len(span)]


def changed(article: Article, changes: tuple[Change, ...], rng: random.Random) -> Traced:
    """Return the article after the changes, traced."""
    blocks: list[Block] = [
        (b.role, [(article.text[at], at) for at in range(b.span.start, b.span.end)])
        for b in article.blocks
    ]
    for change in changes:
        blocks = change(blocks, rng)
    blocks = [(role, letters) for role, letters in blocks if letters]
    made = records.article([(role, "".join(c for c, _ in letters)) for role, letters in blocks])
    origin: list[int | None] = []
    for number, (_, letters) in enumerate(blocks):
        origin += ([None] if number else []) + [old for _, old in letters]
    return Traced(made, tuple(origin))


def _new(words: str) -> Letters:
    return [(character, None) for character in words]


def furniture_above(blocks: list[Block], rng: random.Random) -> list[Block]:
    """The site puts its menu and an appeal above, and a list of other stories below."""
    above = ["Skip to content", "News Opinion Culture Sports", "Support us: become a member today."]
    below = ["Related", "The harbour master retires after thirty years", "© The Diario"]
    made = [(Role.BOILERPLATE, _new(words)) for words in above[: rng.randint(1, 3)]]
    return [*made, *blocks, *((Role.BOILERPLATE, _new(words)) for words in below)]


def captions_at_end(blocks: list[Block], rng: random.Random) -> list[Block]:
    """The pictures come after the text now."""
    del rng
    first = [block for block in blocks if block[0] != Role.CAPTION]
    return first + [block for block in blocks if block[0] == Role.CAPTION]


def wordings_corrected(blocks: list[Block], rng: random.Random) -> list[Block]:
    """Five words are other words now."""
    made = list(blocks)
    for _ in range(5):
        at = rng.randrange(len(made))
        role, letters = made[at]
        text = "".join(c for c, _ in letters)
        words = [m.span() for m in re.finditer(r"\w{4,}", text)]
        if words:
            start, end = rng.choice(words)
            instead = rng.choice(["several", "harbour", "officially", "new", "reported"])
            made[at] = (role, [*letters[:start], *_new(instead), *letters[end:]])
    return made


def first_caption_dropped(blocks: list[Block], rng: random.Random) -> list[Block]:
    """The first picture is gone, and the credits of the others are."""
    del rng
    first = next((at for at, block in enumerate(blocks) if block[0] == Role.CAPTION), None)
    made: list[Block] = []
    for at, (role, letters) in enumerate(blocks):
        text = "".join(c for c, _ in letters)
        cut = text.rfind(" / ") if role == Role.CAPTION else -1
        if at != first:
            made.append((role, letters[:cut] if cut > 0 else letters))
    return made


def typography_changed(blocks: list[Block], rng: random.Random) -> list[Block]:
    """Quotes are straight, dashes are hyphens, some spaces do not break."""
    alike = {"“": '"', "”": '"', "’": "'", "‘": "'", "—": "-", "–": "-", "«": '"', "»": '"'}
    return [
        (
            role,
            [
                ("\u00a0" if c == " " and rng.random() < 0.1 else alike.get(c, c), old)
                if (role, c) != (Role.CAPTION, " ")
                else (c, old)
                for c, old in letters
            ],
        )
        for role, letters in blocks
    ]


def paragraph_dropped(blocks: list[Block], rng: random.Random) -> list[Block]:
    """Two paragraphs are gone and another is new."""
    made = list(blocks)
    for _ in range(2):
        at = [n for n, block in enumerate(made) if block[0] == Role.PARAGRAPH]
        if len(at) > 3:
            del made[rng.choice(at)]
    words = "The company did not answer a letter of this paper before it went to press."
    made.insert(rng.randrange(2, len(made)), (Role.PARAGRAPH, _new(words)))
    return made


def paragraphs_turned(blocks: list[Block], rng: random.Random) -> list[Block]:
    """Two neighbouring paragraphs have changed places."""
    made = list(blocks)
    at = rng.randrange(2, max(3, len(made) - 2))
    made[at : at + 2] = reversed(made[at : at + 2])
    return made


CHANGES: dict[str, tuple[Change, ...]] = {
    "furniture above": (furniture_above,),
    "captions at the end": (captions_at_end,),
    "wordings corrected": (wordings_corrected,),
    "first caption dropped": (first_caption_dropped,),
    "typography changed": (typography_changed,),
    "paragraph dropped": (paragraph_dropped,),
    "paragraphs turned": (paragraphs_turned,),
    "all that keeps": (furniture_above, typography_changed, captions_at_end, wordings_corrected),
    "all": (
        furniture_above,
        typography_changed,
        first_caption_dropped,
        captions_at_end,
        wordings_corrected,
        paragraph_dropped,
    ),
}
