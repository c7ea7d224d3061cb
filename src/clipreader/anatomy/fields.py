"""The fields of an article: what the text says, weighed against the file's own data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from clipreader.anatomy import evidence
from clipreader.anatomy.found import Found
from clipreader.anatomy.page import Page
from clipreader.anatomy.told_deck import shown_deck
from clipreader.anatomy.told_names import weighed_names
from clipreader.model import Candidate, FieldName, Line, Metadata
from clipreader.text.languages import guess
from clipreader.text.normal import fold_name

_SAMPLE = 6_000
_SURE_GUESS = 0.7
_BARS = (" -", " –", " —", " |")
"""What parts a kicker from the headline on one line; a colon belongs to the headline."""

_TRUSTED = 0.65
_YEAR = 365
_TEXT_FIRST = frozenset({FieldName.HEADLINE, FieldName.DECK})
"""What the article shows is what is cited: a page's own data differs from it for search engines."""


def language_of(lines: Sequence[Line], candidates: Iterable[Candidate]) -> Found:
    """Return the language of the text: what its words say, or the file if they say little."""
    sample: list[str] = []
    size = 0
    for line in lines:
        sample.append(line.text[:_SAMPLE])
        size += len(line.text)
        if size > _SAMPLE:
            break
    code, certainty = guess("\n".join(sample))
    told = _best(candidates, FieldName.LANGUAGE)
    if told.value:
        agrees = told.value.partition("-")[0].lower() == code
        if code is None or agrees or certainty < _SURE_GUESS:
            return told
    return Found(code, "the commonest words of the text", certainty) if code else Found()


def metadata(
    page: Page, candidates: Sequence[Candidate], language: Found, link: str | None
) -> Metadata:
    """Return the fields, each with the words that say where it comes from."""
    found = evidence.told(page)
    found[FieldName.DECK] = shown_deck(page, candidates)
    found[FieldName.LANGUAGE] = language
    translators, tongue = evidence.translators(page)
    found[FieldName.TRANSLATED_FROM] = tongue
    found[FieldName.URL] = Found(link, "the address that came with it", 0.5) if link else Found()
    for name in FieldName:
        if name != FieldName.LANGUAGE:
            found[name] = _weighed(name, found.get(name, Found()), _best(candidates, name))
    found[FieldName.PUBLISHED] = _first_published(found[FieldName.PUBLISHED], candidates)
    authors = evidence.authors(page, evidence.dateline(page))
    by_list = {
        FieldName.AUTHORS: weighed_names(candidates, FieldName.AUTHORS, authors, page.phrases),
        FieldName.TRANSLATORS: weighed_names(
            candidates, FieldName.TRANSLATORS, translators, page.phrases
        ),
    }
    why = [(name, each.why) for name, each in found.items() if each.value]
    why += [(name, each.why) for name, each in by_list.items() if each.values]
    return Metadata(
        headline=found[FieldName.HEADLINE].value,
        deck=found[FieldName.DECK].value,
        kicker=found[FieldName.KICKER].value,
        authors=by_list[FieldName.AUTHORS].values,
        translators=by_list[FieldName.TRANSLATORS].values,
        publisher=found[FieldName.PUBLISHER].value,
        agency=found[FieldName.AGENCY].value,
        place=found[FieldName.PLACE].value,
        published=found[FieldName.PUBLISHED].value,
        language=found[FieldName.LANGUAGE].value,
        translated_from=found[FieldName.TRANSLATED_FROM].value,
        url=found[FieldName.URL].value,
        original_url=found[FieldName.ORIGINAL_URL].value,
        evidence=tuple(why),
    )


def _best(candidates: Iterable[Candidate], name: FieldName) -> Found:
    best = Found()
    for candidate in candidates:
        if candidate.field == name and isinstance(candidate.value, str):
            value = candidate.value.strip()
            if value and candidate.weight > best.weight:
                best = Found(value, candidate.origin, candidate.weight)
    return best


def _weighed(name: FieldName, text: Found, told: Found) -> Found:
    if name in _TEXT_FIRST and text.value:
        return told if name == FieldName.HEADLINE and _ends_in(text, told) else text
    return told if told.value and told.weight >= text.weight else text


def _ends_in(text: Found, told: Found) -> bool:
    """Say whether a headline is the told one with a kicker before it: "On the Coast – …"."""
    shown, said = fold_name(text.value or ""), fold_name(told.value or "")
    before = shown.removesuffix(said)
    return len(said) > len(before) > 0 and before.rstrip(" ").endswith(_BARS)


def _first_published(best: Found, candidates: Iterable[Candidate]) -> Found:
    """Return the earliest day on which a trusted field of the file says it was published.

    A page that comes again gives the day of its last version as that of the first; a day more than
    a year before is that of something else.
    """
    for candidate in candidates:
        value = candidate.value
        if candidate.field != FieldName.PUBLISHED or not isinstance(value, str):
            continue
        if candidate.weight >= _TRUSTED and best.value and 0 < _days(value, best.value) < _YEAR:
            best = Found(value, candidate.origin, candidate.weight)
    return best


def _days(one: str, other: str) -> int:
    """Return how many whole days one date in ISO 8601 is before another; 0 where one is none."""
    try:
        first, second = datetime.fromisoformat(one), datetime.fromisoformat(other)
    except ValueError:
        return 0
    if (first.tzinfo is None) != (second.tzinfo is None):
        return (second.date() - first.date()).days
    return (second - first).days
