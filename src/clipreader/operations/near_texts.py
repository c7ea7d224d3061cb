"""Which article of the library a new text is another text of, if of any.

What, why: a few numbers of each text find the likely ones among ten thousand; then the texts
themselves are compared by their shingles, because a site's own lines are alike in all its stories
and a daily report is alike every day. So the less speaks for one story (an address, a headline, a
date), the more of the words have to be the same, and those at the beginning too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from clipreader.library import sketches, sketching
from clipreader.library.arrival import Arrival
from clipreader.library.journal import Work
from clipreader.library.sketches import Sketched
from clipreader.text.shingles import Shingle, containment, resemblance, shingles, words_of

MOST_TEXTS: Final = 40
"""A number that more texts share is a site's own line, and says nothing."""

_MOST_LOOKED_AT: Final = 4
_ENOUGH: Final = 2
"""Shared numbers from which on two texts are compared."""

_FEWEST_SHINGLES: Final = 8
_OPENING: Final = 60
"""The most words at the beginning of a body, which no two stories share."""

_OPENING_SHARE: Final = 0.4
_OPENING_ALIKE: Final = 0.4
_SENTENCES_ALIKE: Final = 0.3
"""Share of the sentences that must be the same where nothing but words speaks for one story.

In a corrected text most are; in a daily report there is another number in each.
"""

_SENTENCE_END: Final = re.compile(r"(?<=[.!?…])\s+|(?<=[。！？])|\n")


@dataclass(frozen=True, slots=True)
class Compared:
    """What two texts are compared by.

    ``pages`` are the addresses it may have come from, ``headline`` is in the form for comparing,
    ``day`` the date it was published, ISO 8601; both are empty if unknown.
    """

    pages: frozenset[str]
    headline: str
    day: str
    all_of_it: frozenset[Shingle]
    opening: frozenset[Shingle]
    sentences: frozenset[str]


@dataclass(frozen=True, slots=True)
class Near:
    """The article that a text is another text of; ``number`` is 0 if it comes in only now."""

    article_id: str
    number: int
    headline: str


def compared(found: Arrival | Sketched) -> Compared:
    """Return what a text is compared by."""
    article = found.article
    link = found.link if isinstance(found, Sketched) else found.source.link
    body = sketching.compared(article)
    words = words_of(body)
    begin = min(_OPENING, int(len(words) * _OPENING_SHARE))
    sentences = (" ".join(words_of(each)) for each in _SENTENCE_END.split(body))
    return Compared(
        sketching.pages(article, link),
        " ".join(words_of(article.metadata.headline or "")),
        (article.metadata.published or "")[:10],
        shingles(words),
        shingles(words[:begin]),
        frozenset(filter(None, sentences)),
    )


def is_version(one: Compared, other: Compared) -> bool:
    """Say whether two texts are so near that the person should be asked about them."""
    same_headline = bool(one.headline) and one.headline == other.headline
    share = resemblance(one.all_of_it, other.all_of_it)
    is_short = min(len(one.all_of_it), len(other.all_of_it)) < _FEWEST_SHINGLES
    if one.pages & other.pages:
        return is_short or same_headline or share >= 0.1
    other_day = bool(one.day and other.day) and one.day != other.day
    if is_short:
        return same_headline and not other_day and share >= 0.5
    if same_headline and not other_day:
        return share >= 0.35
    elsewhere = bool(one.pages) and bool(other.pages)
    enough = 0.8 if elsewhere or other_day else 0.5
    return share >= enough and _begin_alike(one, other) and _sentences_alike(one, other)


def _begin_alike(one: Compared, other: Compared) -> bool:
    shared = containment(one.opening, other.all_of_it), containment(other.opening, one.all_of_it)
    return max(shared) >= _OPENING_ALIKE


def _sentences_alike(one: Compared, other: Compared) -> bool:
    fewest = min(len(one.sentences), len(other.sentences))
    return len(one.sentences & other.sentences) >= fewest * _SENTENCES_ALIKE


class NearTexts:
    """Finds for each of some texts what it is near to: in the library, or among them before it."""

    def __init__(self, work: Work, arrivals: Iterable[Arrival]) -> None:
        """Look up all the texts at once; the work goes on as long as this is used."""
        self._connection = work.connection
        self._values = {one.id: one.written.values for one in arrivals}
        wanted = frozenset[int]().union(*self._values.values())
        self._texts = sketches.texts_by_value(work.connection, wanted)
        self._fresh: list[Arrival] = []

    def values_of(self, arrival: Arrival) -> frozenset[int]:
        """Return the numbers by which one of the texts is found again."""
        return self._values[arrival.id]

    def near(self, arrival: Arrival) -> Near | None:
        """Return what one of the texts is another text of; what lies in the trash is left out.

        Of several it is the one whose words are the nearest.
        """
        likely = self._likely(arrival)
        if not likely:
            return None
        mine, found = compared(arrival), list[tuple[float, Near]]()
        for other in self._fetched(likely):
            theirs = compared(other)
            if is_version(mine, theirs):
                found.append((resemblance(mine.all_of_it, theirs.all_of_it), _named(other)))
        return max(found, key=lambda pair: pair[0])[1] if found else None

    def remember(self, arrival: Arrival) -> None:
        """Let the texts that follow be near to this one, which comes into the library."""
        self._fresh.append(arrival)
        for value in self.values_of(arrival) - {sketching.NOTHING}:
            self._texts.setdefault(value, []).append(-len(self._fresh))

    def _likely(self, arrival: Arrival) -> list[int]:
        """Return the texts that share the most numbers; an address counts for two.

        What is fresh has the negative number of its turn.
        """
        votes: Counter[int] = Counter()
        values = self.values_of(arrival)
        for value in values:
            there = self._texts.get(value, ())
            if len(there) <= MOST_TEXTS:
                weight = _ENOUGH if value >= sketching.OF_PAGES else 1
                votes.update(dict.fromkeys(there, weight))
        enough = min(_ENOUGH, len(values))
        return [text for text, n in votes.most_common(_MOST_LOOKED_AT) if n >= enough]

    def _fetched(self, likely: Iterable[int]) -> Iterator[Arrival | Sketched]:
        wanted = tuple(likely)
        there = sketches.fetch(self._connection, (text for text in wanted if text >= 0))
        for text in wanted:
            if text < 0:
                yield self._fresh[-text - 1]
            elif text in there and not there[text].trashed:
                yield there[text]


def _named(other: Arrival | Sketched) -> Near:
    number = other.number if isinstance(other, Sketched) else 0
    headline = other.article.metadata.headline or ""
    return Near(other.article.id, number, headline)
