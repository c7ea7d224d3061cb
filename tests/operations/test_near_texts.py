"""Texts of one story are offered as its versions; two stories of one publisher never are."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from clipreader.library import sketches
from clipreader.library.arrival import Arrival
from clipreader.model import Fate, Query
from clipreader.operations import Library, checking, history, importing, reading, trash, versions
from clipreader.operations.near_texts import compared, is_version
from clipreader.operations.parsing import read_article
from tests.operations.versioned import sound, source
from tests.stories import SITE_TEXT, headline, paragraphs, story

ADDRESS = "https://diario.example/2024/ferry"


def arrival(text: str, link: str | None = None) -> Arrival:
    made = source(text, link=link)
    return Arrival(read_article(made).article, made)


def are_one(text: str, other: str, link: str | None = None, link_too: str | None = None) -> bool:
    return is_version(compared(arrival(text, link)), compared(arrival(other, link_too)))


def text_of(title: int, *bodies: str) -> str:
    return "\n\n".join([headline(title), *bodies]) + "\n"


def some_words_changed(seed: int) -> str:
    dice = random.Random(seed)
    words = story(seed).split(" ")
    for _ in range(len(words) // 40):
        words[dice.randrange(9, len(words))] = "corrected"
    return " ".join(words)


def report(day: int) -> str:
    dice = random.Random(day)
    name, other = dice.sample(["Norte", "Lirio", "Alma", "Selby", "Moreau"], 2)
    return (
        f"Harbour exchange on day {day}\n\n"
        f"The index closed at {dice.randint(1000, 9999)} points, {dice.randint(1, 99)} more than "
        "the day before, as traders waited for the word of the central bank.\n\n"
        f"Shares of {name} gained {dice.randint(1, 9)} per cent, while those of {other} lost "
        f"{dice.randint(1, 9)} per cent in a quiet trade, according to the exchange.\n\n"
        f"Oil stood at {dice.randint(40, 99)} crowns a barrel when the market closed.\n"
    )


SAME: dict[str, Callable[[int], str]] = {
    "capitals": lambda n: story(n).upper(),
    "other blanks and quotes": lambda n: story(n).replace(" ", "\u00a0").replace(".", ".”"),
    "some words corrected": some_words_changed,
    "another headline": lambda n: text_of(n + 900, *paragraphs(n)),
    "two paragraphs before": lambda n: text_of(n, *paragraphs(n + 900, 2), *paragraphs(n)),
    "three paragraphs behind": lambda n: text_of(n, *paragraphs(n), *paragraphs(n + 900, 3)),
    "a paragraph less": lambda n: text_of(n, *paragraphs(n)[:-1]),
    "the site's own lines": lambda n: story(n, after=SITE_TEXT),
}


@pytest.mark.parametrize("change", SAME, ids=str)
def test_another_text_of_a_story_is_one(change: str) -> None:
    found = [are_one(story(n), SAME[change](n)) for n in range(25)]
    assert all(found), found


OTHER: dict[str, Callable[[int], str]] = {
    "same site text, one paragraph": lambda n: story(n, 1, SITE_TEXT),
    "same site text, three paragraphs": lambda n: story(n, 3, SITE_TEXT),
    "same site text, many paragraphs": lambda n: story(n, 9, SITE_TEXT),
    "daily report": report,
}


@pytest.mark.parametrize("kind", OTHER, ids=str)
def test_two_stories_of_one_publisher_are_two(kind: str) -> None:
    found = [are_one(OTHER[kind](n), OTHER[kind](n + 1)) for n in range(40)]
    assert not any(found), found


@pytest.mark.parametrize(
    ("other", "link", "link_too", "wanted"),
    [
        (text_of(1, *paragraphs(77)), ADDRESS, f"{ADDRESS}?utm_source=x", True),
        (text_of(2, *paragraphs(1)[:2], *paragraphs(77)), ADDRESS, ADDRESS, True),
        (story(2), ADDRESS, ADDRESS, False),
        (text_of(1, *paragraphs(77)), "https://diario.example/", "https://diario.example/", False),
        (text_of(2, *paragraphs(1)[:5], *paragraphs(9, 2)), ADDRESS, f"{ADDRESS}-2", False),
        (text_of(2, *paragraphs(1)[:5], *paragraphs(9, 2)), ADDRESS, None, True),
        (text_of(1, *paragraphs(1)), ADDRESS, f"{ADDRESS}-2", True),
    ],
)
def test_addresses_have_their_say(
    other: str, link: str | None, link_too: str | None, wanted: bool
) -> None:
    assert are_one(story(1), other, link, link_too) == wanted


def fates(library: Library, *texts: str) -> list[Fate]:
    incoming = [source(text, f"{n}.txt") for n, text in enumerate(texts)]
    return [item.fate for item in importing.import_sources(library, incoming).value.items]


def test_it_waits_beside_the_article_that_is_there(library: Library) -> None:
    assert fates(library, story(1), story(2)) == [Fate.ADDED] * 2
    outcome = importing.import_sources(library, [source(SAME["capitals"](1), "later.txt")])
    (item,) = outcome.value.items
    assert item.fate == Fate.VERSION
    assert headline(1) in item.reason
    opened = reading.open_article(library, item.article_id or "")
    assert opened.article.metadata.headline == headline(1)
    assert opened.waiting is not None
    assert opened.waiting.source_name == "later.txt"
    assert outcome.changes.articles == {opened.article.id}
    assert reading.counts(library).all == 2
    original = versions.version_original(library, opened.waiting.id)
    assert original.data == SAME["capitals"](1).encode()
    sound(library)


def test_texts_of_one_import_are_compared_too(library: Library) -> None:
    texts = [story(1), SAME["capitals"](1), story(2), SAME["a paragraph less"](1), story(1)]
    assert fates(library, *texts) == [
        *(Fate.ADDED, Fate.VERSION, Fate.ADDED, Fate.VERSION, Fate.DUPLICATE)
    ]
    assert checking.check(library).problems == ()


def test_a_version_is_known_again_by_bytes_and_words(library: Library) -> None:
    later = SAME["capitals"](1)
    assert fates(library, story(1), later, later) == [Fate.ADDED, Fate.VERSION, Fate.DUPLICATE]
    assert fates(library, later, f"{later}\n\n") == [Fate.DUPLICATE] * 2


def test_undo_withdraws_it_and_the_next_import_offers_it_again(library: Library) -> None:
    fates(library, story(1))
    assert fates(library, SAME["capitals"](1)) == [Fate.VERSION]
    (row,) = reading.list_articles(library, Query())
    history.undo(library)
    assert versions.offered(library, row.id) is None
    assert reading.counts(library).all == 1
    assert fates(library, SAME["capitals"](1)) == [Fate.VERSION]
    assert versions.offered(library, row.id) is not None
    assert len(versions.versions_of(library, row.id)) == 2
    sound(library)


def test_what_lies_in_the_trash_is_not_asked(library: Library) -> None:
    fates(library, story(1))
    (row,) = reading.list_articles(library, Query())
    trash.move_to_trash(library, [row.id])
    assert fates(library, SAME["capitals"](1)) == [Fate.ADDED]


def test_it_is_found_by_each_text_that_an_article_has(library: Library) -> None:
    assert fates(library, story(1)) == [Fate.ADDED]
    half = text_of(1, *paragraphs(1)[:4], *paragraphs(300, 2))
    assert fates(library, half) == [Fate.VERSION]
    rest = text_of(1, *paragraphs(1)[2:4], *paragraphs(300, 2), *paragraphs(500, 1))
    assert fates(library, rest) == [Fate.VERSION]


def test_a_library_without_sketches_gets_them(library: Library) -> None:
    fates(library, *(story(n) for n in range(7)))
    with library.writing() as work:
        work.connection.exec_driver_sql("DELETE FROM sketches")
        assert sketches.make_missing(work.connection, 5) == 5
    assert fates(library, SAME["a paragraph less"](6)) == [Fate.VERSION]
    with library.writing() as work:
        assert sketches.make_missing(work.connection, 5) == 0


def test_emptying_the_trash_forgets_versions_and_their_originals(library: Library) -> None:
    fates(library, story(1), SAME["capitals"](1))
    (row,) = reading.list_articles(library, Query())
    trash.move_to_trash(library, [row.id])
    trash.empty_trash(library)
    assert list(library.originals.present()) == []
    with library.reading() as connection:
        for table in ("versions", "sketches", "texts"):
            count = connection.exec_driver_sql(f"SELECT count(*) FROM {table}")
            assert count.scalar_one() == 0
    sound(library)
