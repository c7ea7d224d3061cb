"""The fields of an article: what the text says, weighed against the file's own data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from clipreader.anatomy import evidence
from clipreader.anatomy.found import Found, Names
from clipreader.anatomy.page import Page
from clipreader.model import Candidate, FieldName, Line, Metadata
from clipreader.text.languages import guess

_SAMPLE = 6_000
_SURE_GUESS = 0.7
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
    found[FieldName.LANGUAGE] = language
    translators, tongue = evidence.translators(page)
    found[FieldName.TRANSLATED_FROM] = tongue
    found[FieldName.URL] = Found(link, "the address that came with it", 0.5) if link else Found()
    for name in FieldName:
        if name != FieldName.LANGUAGE:
            found[name] = _weighed(name, found.get(name, Found()), _best(candidates, name))
    authors = evidence.authors(page, evidence.dateline(page))
    by_list = {
        FieldName.AUTHORS: _weighed_names(candidates, FieldName.AUTHORS, authors),
        FieldName.TRANSLATORS: _weighed_names(candidates, FieldName.TRANSLATORS, translators),
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
        return text
    return told if told.value and told.weight >= text.weight else text


def _weighed_names(candidates: Iterable[Candidate], name: FieldName, text: Names) -> Names:
    best = text
    for candidate in candidates:
        if candidate.field != name or candidate.weight < best.weight:
            continue
        values = (candidate.value,) if isinstance(candidate.value, str) else candidate.value
        names = tuple(value.strip() for value in values if value.strip())
        if names:
            best = Names(names, candidate.origin, candidate.weight)
    return best
