"""The words of the press, read from ``resources/phrases``: one file a language.

A phrase is matched against text in the form of :func:`folded`, which keeps every code point in its
place, so that what is found can be marked in the text itself.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from clipreader.paths import resource

_ALIKE = (
    ("’", "'"), ("‘", "'"), ("\u00a0", " "), ("\u202f", " "), ("：", ":"), ("İ", "i"), ("ı", "i"),
    ("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ى", "ي"), ("ة", "ه"),
)  # fmt: skip
"""Written either way by the press: Turkish i in capitals, "أيضا" and "ايضا" in Arabic."""

_WORD = re.compile(r"[^\W\d_]+")
_LITERAL = re.compile(r"\s|\*|\{language\}")
"""Between these a phrase says itself; a blank of it may match any white space."""

_END = r"(?!\w)"
_TONGUE = r"[^\W\d_]{2,16}(?:\s\([^()]{2,20}\))?"
"""Where a phrase has a language's name. Listed names make the patterns 40 times as long."""

_SHARED = "shared"
"""The file of names that are the same in every language: agencies, picture houses."""


def folded(text: str) -> str:
    """Return a text in lower case with plain apostrophes and blanks, of the same length."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    if low.isascii():
        return low
    for character, plain in _ALIKE:  # one replacement after the other is faster than a table
        low = low.replace(character, plain)
    return low


@dataclass(frozen=True, slots=True)
class Phrases:
    """The words of some languages, ready for use. All are folded; tuples suit ``startswith``."""

    codes: tuple[str, ...]
    tongues: Mapping[str, str]
    joiner: re.Pattern[str]
    translator: re.Pattern[str]
    translator_inside: re.Pattern[str]
    translator_words: tuple[str, ...]
    translation_words: tuple[str, ...]
    translator_glued: re.Pattern[str]
    translator_for: re.Pattern[str]
    nameless: re.Pattern[str]
    original: tuple[str, ...]
    reviser: re.Pattern[str]
    byline: re.Pattern[str]
    byline_inside: re.Pattern[str]
    byline_links: re.Pattern[str]
    byline_for: re.Pattern[str]
    byline_beside: re.Pattern[str]
    foreign_by: frozenset[str]
    roles: re.Pattern[str]
    photo: tuple[str, ...]
    photo_by: tuple[str, ...]
    photo_openings: tuple[str, ...]
    photo_ends: tuple[str, ...]
    buttons: tuple[str, ...]
    buttons_behind: tuple[str, ...]
    photo_source: tuple[str, ...]
    positions: re.Pattern[str]
    caption_starts: tuple[str, ...]
    notes: tuple[str, ...]
    furniture: frozenset[str]
    furniture_starts: tuple[str, ...]
    furniture_ends: tuple[str, ...]
    furniture_contains: tuple[str, ...]
    lists: frozenset[str]
    sources: tuple[str, ...]
    contributed: tuple[str, ...]
    placeholders: tuple[str, ...]
    closings: frozenset[str]
    not_places: frozenset[str]
    outlets: frozenset[str]
    agencies: frozenset[str]
    agency_tail: re.Pattern[str]

    def knows(self, language: str | None) -> bool:
        """Say whether these are the words of a language, and no other's but English."""
        return (language or "").partition("-")[0] in self.codes and len(self.codes) <= 2

    def tongue_in(self, words: str) -> str | None:
        """Return the language that folded words name, as a BCP 47 code, or None."""
        return next((self.tongues[w] for w in _WORD.findall(words) if w in self.tongues), None)


@lru_cache(maxsize=1)
def known_codes() -> tuple[str, ...]:
    """Return the codes of the languages that have a file, sorted."""
    files = resource("phrases").glob("*.toml")
    return tuple(sorted(file.stem for file in files if file.stem != _SHARED))


@lru_cache(maxsize=16)
def shared(*path: str) -> frozenset[str]:
    """Return the words at a place of the file of what is the same in every language."""
    return frozenset(_all([_read(_SHARED)], *path))


def phrases_for(language: str | None) -> Phrases:
    """Return the words for an article in a language, those of English always among them.

    English is what many sites of other languages write their buttons in. For a language without
    a file, or None, the words of all languages together are used.
    """
    code = (language or "").partition("-")[0]
    return _compiled(tuple(sorted({code, "en"})) if code in known_codes() else known_codes())


@lru_cache(maxsize=64)
def _compiled(codes: tuple[str, ...]) -> Phrases:
    books = [_read(code) for code in codes]
    common = _read(_SHARED)
    tongues = {word: code for book in books for word, code in _tongues(book)}
    cues = _all(books, "translator", "cues") + _all(books, "translator", "from")
    translator = _any(cues)
    nameless = _all(books, "translator", "nameless")
    photo = _all(books, "photo", "cues")
    furniture = _all(books, "boilerplate", "exact")
    houses = _all([common], "agencies", "names") + _all(books, "dateline", "agencies")
    return Phrases(
        codes=codes,
        tongues=tongues,
        joiner=re.compile(rf"\s*(?:[,;/、，&]|(?<!\w){_any(_all(books, 'and'))}(?!\w))\s*"),
        translator=re.compile(translator),
        translator_inside=re.compile(rf"(?:(?:[.;|/·:]|\s[–—-])\s+|[；。|])({translator})"),
        translator_words=_telling(cues),
        translation_words=_telling((*cues, *nameless)),
        translator_for=re.compile(rf"\s\(|\s{_any(_all(books, 'translator', 'for'))}\s"),
        translator_glued=re.compile(
            _any(cue for cue in cues if cue[-1:].isalpha()).replace(_END, "")
        ),
        nameless=re.compile(_any(nameless)),
        original=_all(books, "translator", "original"),
        reviser=_reviser(books),
        byline=re.compile(_any(_all(books, "byline", "cues"))),
        byline_inside=re.compile(rf"\s{_any(_all(books, 'byline', 'cues'))}\s+(\S.{{1,40}})$"),
        byline_links=re.compile(rf"[,.]?\s{_links(books, 'for', 'in', 'with')}\s"),
        byline_for=re.compile(rf"{_links(books, 'for', 'of')}\s"),
        byline_beside=re.compile(rf"{_links(books, 'in', 'with')}\s"),
        foreign_by=shared("names", "by"),
        roles=re.compile(rf"(?<!\w){_any(_all(books, 'byline', 'roles'))}(?!\w)"),
        photo=tuple(cue for cue in photo if not cue.endswith(":")),
        photo_by=tuple(f"{cue} " for cue in photo if _needs_no_colon(cue)),
        photo_openings=(*photo, *_all(books, "photo", "sources")),
        photo_ends=_all(books, "photo", "ends"),
        buttons=tuple(words for words in furniture if len(words) > 24),
        buttons_behind=tuple(
            f" {words}" for words in furniture if " " in words and len(words) > 11
        ),
        photo_source=_all(books, "photo", "sources"),
        positions=re.compile(rf"[(,]\s?{_any(_all(books, 'photo', 'positions'))}[),\s]"),
        caption_starts=_all(books, "photo", "starts"),
        notes=_all(books, "editors_note", "cues"),
        furniture=frozenset(furniture),
        furniture_starts=_all(books, "boilerplate", "starts"),
        furniture_ends=_all(books, "boilerplate", "ends"),
        furniture_contains=_all(books, "boilerplate", "contains"),
        lists=frozenset(_all(books, "boilerplate", "lists")),
        sources=_all(books, "boilerplate", "sources"),
        contributed=_all(books, "boilerplate", "contributed"),
        placeholders=_all(books, "boilerplate", "placeholders"),
        closings=frozenset(_all(books, "boilerplate", "closings")),
        not_places=frozenset(_all(books, "dateline", "not_places")),
        outlets=frozenset(_all(books, "dateline", "outlets")) | shared("outlets", "words"),
        agencies=frozenset(houses),
        agency_tail=re.compile(rf"(?<!\w){_any(houses)}(?!\w)"),
    )


_LINKS = (" by", " of", " de", " von", " di", " da", " par", " from", " d'", " do")
"""What a cue ends with that needs no colon: "Photo by", "Foto di"."""


def _links(books: Sequence[Mapping[str, object]], *keys: str) -> str:
    here = [word for key in keys for word in _all(books, "byline", key)]
    return _any([*here, *(shared("names", "for") if "for" in keys else ())])


def _needs_no_colon(cue: str) -> bool:
    """Say whether a name follows a cue right away: "Photo by", "fot."."""
    return (" " in cue and cue.endswith(_LINKS)) or cue.endswith(".")


def _reviser(books: Sequence[Mapping[str, object]]) -> re.Pattern[str]:
    joiner = _any(_all(books, "and"))
    cues = _any(_all(books, "reviser", "cues"))
    return re.compile(rf"[\s.,;(]+(?:{joiner}\s+)?(?<!\w){cues}")


def _read(name: str) -> dict[str, object]:
    return tomllib.loads(resource("phrases", f"{name}.toml").read_text(encoding="utf-8"))


def _tongues(book: Mapping[str, object]) -> Iterable[tuple[str, str]]:
    words = cast("dict[str, str]", book.get("languages", {}))
    return ((folded(word), code) for word, code in words.items())


def _all(books: Iterable[Mapping[str, object]], *path: str) -> tuple[str, ...]:
    """Return the phrases at a place in all books, folded, each once, the longest first."""
    found: dict[str, None] = {}
    for book in books:
        for phrase in _listed(book, path):
            found[folded(phrase)] = None
    return tuple(sorted(found, key=lambda phrase: (-len(phrase), phrase)))


def _listed(book: Mapping[str, object], path: Sequence[str]) -> list[str]:
    table = book
    for key in path[:-1]:
        table = cast("Mapping[str, object]", table.get(key, {}))
    return cast("list[str]", table.get(path[-1], []))


def _telling(phrases: Iterable[str]) -> tuple[str, ...]:
    """Return the fewest pieces of which one stands in whatever a phrase matches.

    Each phrase gives its longest piece that says itself.
    """
    pieces = {max(_LITERAL.split(phrase), key=len) for phrase in phrases}
    found: list[str] = []
    for piece in sorted(pieces, key=lambda piece: (len(piece), piece)):
        if not any(shorter in piece for shorter in found):
            found.append(piece)
    return tuple(found)


def _any(phrases: Iterable[str]) -> str:
    """Return a pattern of one group that matches any phrase at its place, the longest first.

    ``*`` in a phrase stands for a few words, ``{language}`` for the name of a language.
    """
    parts: list[str] = []
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
        part = re.escape(phrase).replace(r"\*", r"[^:;]{1,50}?").replace(r"\{language\}", _TONGUE)
        part = part.replace(r"\ ", r"\s")
        is_cased = phrase[-1:].lower() != phrase[-1:].upper()
        parts.append(part + (_END if is_cased else ""))
    return f"(?:{'|'.join(parts)})" if parts else r"(?!)"
