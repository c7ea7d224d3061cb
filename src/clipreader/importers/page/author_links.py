"""The authors whom a page links under its headline: "By Rosa Lund", the name a link to her page.

Such a link parts names that only the page's style parts on the screen, and says that they are
names. HTML has ``rel=author`` for it; most sites tell it by the address alone (/author/rosa-lund).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import islice

from clipreader.importers.page.tree import Element, all_words, name_of
from clipreader.importers.page.vocabulary import BYLINE_WORDS, words_of
from clipreader.importers.page.walk import Block
from clipreader.model import Candidate, FieldName, Hint

AUTHOR_PATHS: frozenset[str] = BYLINE_WORDS | words_of(
    "auteure autora autrice autoras av by columnist columnists forfatter giornalista "
    "journaliste journalistes journalists medarbeider periodista periodistas profil profile "
    "profiles redacao redaccion redaktion redaktor reporter reporters skribent staff team von"
)
"""Words of an address that stand before a name: ".../autoren/rosa-lund", ".../by/rosa-lund"."""

_WORD = re.compile(r"[a-z]+")
_MOST_INSIDE = 80
"""Elements of a block among which links are looked for."""

_AROUND = 2
"""Elements around a block of which one may be the link."""

_MOST_WORDS = 6
_LONGEST = 60
_SHORTEST = 3
"""Letters of a word of a name that is looked for in an address."""

_NO_NAME = re.compile(r"[@:/|?!]|https?\b")


def authors_of(blocks: Iterable[tuple[Block, Hint]]) -> Iterator[Candidate]:
    """Yield the names that links to authors' pages or single elements of a byline hold.

    ``blocks`` are those of the head with what each was found to be.
    """
    linked: dict[str, None] = {}
    parted: dict[str, None] = {}
    for block, hint in blocks:
        linked.update(dict.fromkeys(_linked(block)))
        if hint == Hint.BYLINE:
            parted.update(dict.fromkeys(_parted(block)))
    if linked:
        yield Candidate(FieldName.AUTHORS, tuple(linked), "the links to their pages", 0.8)
    elif parted:
        yield Candidate(FieldName.AUTHORS, tuple(parted), "the parts of the page’s byline", 0.8)


def _linked(block: Block) -> Iterator[str]:
    for link in islice(block.element.iterancestors(), _AROUND):
        if name_of(link) == "a" and _is_author_named(link, block.text):
            yield block.text
    for link in islice(block.element.iter(), _MOST_INSIDE):
        name = _once(all_words(link)) if name_of(link) == "a" else ""
        if name in block.text and _is_author_named(link, name):
            yield name


def _is_author_named(link: Element, name: str) -> bool:
    return _may_be_name(name) and _is_authors(link, name)


def _once(name: str) -> str:
    """Return a name that stands there twice, once for screen readers, a single time."""
    words = name.split()
    half = len(words) // 2
    return " ".join(words[:half]) if half and words[:half] == words[half:] else name


def _may_be_name(name: str) -> bool:
    return (
        0 < len(name) <= _LONGEST
        and len(name.split()) <= _MOST_WORDS
        and name[0].isalnum()
        and not name[0].islower()
        and not _NO_NAME.search(name)
    )


def _is_authors(link: Element, name: str) -> bool:
    """Say whether a link goes to the page of the one it names."""
    if "author" in (link.get("rel") or "").split():
        return True
    *path, last = (link.get("href") or "").lower().split("?")[0].rstrip("/").split("/")
    told = {word for part in path[-4:] for word in _WORD.findall(part)}
    return bool(told & AUTHOR_PATHS) and _is_in(last, name)


def _is_in(slug: str, name: str) -> bool:
    """Say whether the end of an address has a word of the name: "rosa-lund-7", "rlund"."""
    plain = unicodedata.normalize("NFKD", name.lower().replace("ø", "o").replace("ł", "l"))
    words = re.findall(r"\w+", "".join(c for c in plain if not unicodedata.combining(c)))
    return any(len(word) >= _SHORTEST and word in slug for word in words)


def _parted(block: Block) -> Iterator[str]:
    """Yield the names of a byline in which each has an element of its own and no word is between.

    Where there is a word between, or one element alone, the words of the line say enough.
    """
    parts = [
        all_words(part)
        for part in islice(block.element.iter(), _MOST_INSIDE)
        if part is not block.element and not len(part) and part.text
    ]
    names = [part for part in parts if part and part in block.text]
    whole = "".join("".join(names).split()) == "".join(block.text.split())
    if whole and len(names) > 1 and all(_is_full_name(name) for name in names):
        yield from names


def _is_full_name(name: str) -> bool:
    words = name.split()
    return 2 <= len(words) <= 4 and _may_be_name(name) and words[-1][0].isupper()
