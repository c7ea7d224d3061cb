"""What a page says of its article outside JSON-LD: meta tags, links, itemprop, the title.

Weights say how far each is trusted against the visible text. A description is often a lead that
was cut off, a page's title carries the site's name, and ``<html lang>`` is often a template's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from clipreader.importers.page.tree import Element, address_of, all_words
from clipreader.importers.page.values import a_date, a_language, a_line, an_address, names
from clipreader.model import Candidate, FieldName

_META: dict[str, tuple[FieldName, float]] = {
    "og:title": (FieldName.HEADLINE, 0.75),
    "twitter:title": (FieldName.HEADLINE, 0.5),
    "dc.title": (FieldName.HEADLINE, 0.6),
    "dcterms.title": (FieldName.HEADLINE, 0.6),
    "citation_title": (FieldName.HEADLINE, 0.7),
    "og:description": (FieldName.DECK, 0.55),
    "description": (FieldName.DECK, 0.5),
    "article:section": (FieldName.KICKER, 0.3),
    "author": (FieldName.AUTHORS, 0.75),
    "article:author": (FieldName.AUTHORS, 0.65),
    "article:author_name": (FieldName.AUTHORS, 0.65),
    "dc.creator": (FieldName.AUTHORS, 0.7),
    "dcterms.creator": (FieldName.AUTHORS, 0.7),
    "parsely-author": (FieldName.AUTHORS, 0.7),
    "sailthru.author": (FieldName.AUTHORS, 0.65),
    "byl": (FieldName.AUTHORS, 0.6),
    "citation_author": (FieldName.AUTHORS, 0.7),
    "translator": (FieldName.TRANSLATORS, 0.9),
    "article:translator": (FieldName.TRANSLATORS, 0.9),
    "og:site_name": (FieldName.PUBLISHER, 0.85),
    "application-name": (FieldName.PUBLISHER, 0.5),
    "publisher": (FieldName.PUBLISHER, 0.6),
    "dc.publisher": (FieldName.PUBLISHER, 0.7),
    "article:published_time": (FieldName.PUBLISHED, 0.9),
    "og:published_time": (FieldName.PUBLISHED, 0.85),
    "datepublished": (FieldName.PUBLISHED, 0.85),
    "parsely-pub-date": (FieldName.PUBLISHED, 0.8),
    "sailthru.date": (FieldName.PUBLISHED, 0.75),
    "pubdate": (FieldName.PUBLISHED, 0.75),
    "publish-date": (FieldName.PUBLISHED, 0.75),
    "publish_date": (FieldName.PUBLISHED, 0.75),
    "publishdate": (FieldName.PUBLISHED, 0.75),
    "article.published": (FieldName.PUBLISHED, 0.75),
    "dc.date": (FieldName.PUBLISHED, 0.65),
    "dc.date.issued": (FieldName.PUBLISHED, 0.7),
    "dcterms.created": (FieldName.PUBLISHED, 0.65),
    "date": (FieldName.PUBLISHED, 0.65),
    "content-language": (FieldName.LANGUAGE, 0.6),
    "dc.language": (FieldName.LANGUAGE, 0.6),
    "og:locale": (FieldName.LANGUAGE, 0.5),
    "og:url": (FieldName.URL, 0.8),
}
_ITEMS: dict[str, tuple[FieldName, float]] = {
    "headline": (FieldName.HEADLINE, 0.7),
    "alternativeheadline": (FieldName.DECK, 0.6),
    "author": (FieldName.AUTHORS, 0.7),
    "translator": (FieldName.TRANSLATORS, 0.9),
    "datepublished": (FieldName.PUBLISHED, 0.85),
    "publisher": (FieldName.PUBLISHER, 0.6),
}
_DAY_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]([01]\d)[/-]([0-3]\d)(?=[/-])")
"""The day in addresses such as ".../2024/07/04/night-ferry" and ".../2024-07-04-night-ferry"."""

_CUTS = ("…", "...", "[…]", "[...]")
_MOST_ITEMS = 400
_NEAR = 2
"""Elements around one that is marked in which another may belong to it."""

_MOST_INSIDE = 60
"""Elements inside one that is marked, from which on it holds more than a name or a date."""


def candidates_of(root: Element, base: str) -> Iterator[Candidate]:
    """Yield what the page's head and attributes say of the fields."""
    seen: dict[tuple[FieldName, str], list[str]] = {}
    weights: dict[tuple[FieldName, str], float] = {}
    for key, content in _metas(root):
        name, weight = _META[key]
        seen.setdefault((name, key), []).append(content)
        weights[name, key] = weight
    for (name, key), contents in seen.items():
        origin = f"“{key}” in the page’s head"
        yield from _candidate(name, contents, origin, weights[name, key])
    yield from _items(root)
    yield from _links(root, base)


def titles_of(root: Element) -> tuple[str, ...]:
    """Return what the page's window is called, whole and without the site's name."""
    for title in root.iter("title"):
        whole = a_line(all_words(title))
        if whole:
            cut = [
                whole.rpartition(mark)[0].strip() for mark in (" | ", " - ", " – ", " — ", " · ")
            ]
            return tuple(dict.fromkeys([whole, *(one for one in cut if len(one) > 10)]))
    return ()


def _metas(root: Element) -> Iterator[tuple[str, str]]:
    for meta in root.iter("meta"):
        content = meta.get("content")
        if not content:
            continue
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            key = (meta.get(attribute) or "").strip().lower()
            if key[:2] == "dc" and ":" in key:
                key = key.replace(":", ".")  # Dublin Core in RDFa
            if key in _META:
                yield key, content
                break


def _candidate(
    name: FieldName, contents: list[str], origin: str, weight: float
) -> Iterator[Candidate]:
    if name in (FieldName.AUTHORS, FieldName.TRANSLATORS):
        found = names([*contents])
        if found:
            yield Candidate(name, found, origin, weight)
        return
    value = _value(name, contents[0])
    if value:
        cut = name == FieldName.DECK and value.endswith(_CUTS)
        yield Candidate(name, value, origin, 0.2 if cut else weight)


def _value(name: FieldName, content: str) -> str | None:
    if name == FieldName.PUBLISHED:
        return a_date(content)
    if name == FieldName.LANGUAGE:
        return a_language(content)
    return an_address(content) if name == FieldName.URL else a_line(content)


def _items(root: Element) -> Iterator[Candidate]:
    """Yield what elements marked with ``itemprop`` say (https://schema.org/docs/gs.html)."""
    found: dict[str, list[str]] = {}
    first: dict[str, Element] = {}
    for count, element in enumerate(root.iterfind(".//*[@itemprop]")):
        if count > _MOST_ITEMS:
            break
        key = (element.get("itemprop") or "").strip().lower()
        if key not in _ITEMS or element.tag == "meta":
            continue
        if _stand_together(first.setdefault(key, element), element):
            found.setdefault(key, []).append(_item(element))
    for key, values in found.items():
        name, weight = _ITEMS[key]
        yield from _candidate(name, values, f"“{key}” in the page’s mark-up", weight)


def _stand_together(one: Element, other: Element) -> bool:
    """Say whether two elements stand in one box: the author of a teaser stands elsewhere."""
    around = set(islice(one.iterancestors(), _NEAR))
    return one is other or any(box in around for box in islice(other.iterancestors(), _NEAR))


def _item(element: Element) -> str:
    for attribute in ("content", "datetime"):
        value = element.get(attribute)
        if value:
            return value
    inside = list(islice(element.iter(), _MOST_INSIDE))
    named = [part for part in inside if part.get("itemprop") == "name"]
    if len(inside) == _MOST_INSIDE:
        return ""
    source = named[0] if named else element
    return source.get("content") or all_words(source)[:500]


def _links(root: Element, base: str) -> Iterator[Candidate]:
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical":
            address = an_address(address_of(link.get("href"), base))
            if address:
                yield Candidate(FieldName.URL, address, "the page’s canonical link", 0.9)
                base = address
    day = _DAY_IN_ADDRESS.search(base)
    published = a_date("-".join(day.groups())) if day else None
    if published:
        yield Candidate(FieldName.PUBLISHED, published, "the page’s address", 0.55)
    language = a_language(
        root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    )
    if language:
        yield Candidate(FieldName.LANGUAGE, language, "the page’s “lang”", 0.7)
    for title in titles_of(root)[-1:]:
        yield Candidate(FieldName.HEADLINE, title, "the page’s title", 0.4)
    for time in root.iter("time"):
        published = a_date(time.get("datetime"))
        if published:
            yield Candidate(FieldName.PUBLISHED, published, "the page’s first marked time", 0.6)
            return
