"""Where the article stands in a page.

The home of an article is the smallest element that holds nearly all of the page's running prose.
Names (``articleBody``, ``<article>``) are believed where they hold enough of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from clipreader.importers.page.regions import Region
from clipreader.importers.page.tree import Element, name_of, words_of_class
from clipreader.importers.page.vocabulary import BODY_WORDS

_NAMED = 0.4
"""Share of the prose that an element called the body has to hold to be believed."""

_LEAST = 0.1
"""Share of the prose that the article around the headline has to hold to be believed."""

_NEARLY_ALL = 0.85

_SECTION = 5
"""Paragraphs from which on what stands beside is a section of the article, not the site's."""


def home_of(
    root: Element, regions: Mapping[Element, Region], headline: Element | None = None
) -> Element:
    """Return the smallest element that holds nearly all of the article's prose.

    ``headline`` is the element of the page's headline, where that is sure: on a page of several
    articles the one around it is meant.
    """
    total = regions[root].prose if root in regions else 0
    if not total:
        return root
    meant = _article_around(headline)
    if meant is not None and total * _LEAST < regions[meant].prose < total * _NEARLY_ALL:
        named = _named(regions, regions[meant].prose, meant)
        return _descended(meant if named is None else named, regions)
    named = _named(regions, total)
    return _descended(named if named is not None else root, regions)


def article_around(home: Element) -> Element:
    """Return the ``<article>`` or ``<main>`` around the home, or the home itself."""
    here: Element | None = home
    while here is not None and not _is_article(here):
        here = here.getparent()
    return home if here is None else here


def _article_around(element: Element | None) -> Element | None:
    while element is not None and name_of(element) != "article":
        element = element.getparent()
    return element


def _named(
    regions: Mapping[Element, Region], total: int, inside: Element | None = None
) -> Element | None:
    """Return what is called the body, or else the article, and holds enough of the prose.

    A body that comes in several pieces of one name is the element around all of them.
    """
    for is_named in (_is_called_body, _is_article):
        found = [
            element
            for element, region in regions.items()
            if region.prose and is_named(element) and (inside is None or _holds(inside, element))
        ]
        best = _fullest(found, regions)
        if best is None:
            continue
        name = best.get("class")
        article = _article_around(best)
        alike = [
            one
            for one in found
            if one.get("class") == name and one.tag == best.tag and _article_around(one) is article
        ]
        if is_named is _is_called_body and name and len(alike) > 1:
            best = _around(best, alike)
        if regions[best].prose >= total * _NAMED:
            return best
    return None


def _holds(outer: Element, inner: Element | None) -> bool:
    while inner is not None and inner is not outer:
        inner = inner.getparent()
    return inner is outer


def _around(best: Element, alike: Sequence[Element]) -> Element:
    """Return the nearest element around all that are alike."""
    here = best
    for one in alike:
        while not _holds(here, one):
            around = here.getparent()
            if around is None:
                return here
            here = around
    return here


def _fullest(found: Sequence[Element], regions: Mapping[Element, Region]) -> Element | None:
    return max(found, key=lambda element: regions[element].prose) if found else None


def _is_called_body(element: Element) -> bool:
    return name_of(element) != "body" and bool(words_of_class(element) & BODY_WORDS)


def _is_article(element: Element) -> bool:
    return name_of(element) in ("article", "main") or element.get("role") in ("main", "article")


def _descended(element: Element, regions: Mapping[Element, Region]) -> Element:
    """Return the smallest element inside that holds nearly all prose.

    Inside what is called the body, nothing above is left out: it may come in a free and a paid
    part. What is below may be a box about the author.
    """
    named = False
    while True:
        named = named or _is_called_body(element)
        here = regions[element]
        inside = [child for child in element if child in regions]
        best = _fullest(inside, regions)
        if best is None or regions[best].paragraphs < 2:
            return element
        if regions[best].prose < here.prose * _NEARLY_ALL:
            return element
        if _is_one_of_several(best, inside, regions):
            return element
        above = inside[: inside.index(best)] if named else ()
        if any(regions[child].prose for child in above):
            return element
        element = best


def _is_one_of_several(
    best: Element, inside: Sequence[Element], regions: Mapping[Element, Region]
) -> bool:
    """Say whether an element beside is of its kind and class and as long as a section."""
    kind = (best.tag, best.get("class"))
    return bool(kind[1]) and any(
        child is not best
        and regions[child].paragraphs >= _SECTION
        and kind == (child.tag, child.get("class"))
        for child in inside
    )
