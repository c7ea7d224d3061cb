"""What a page says of its article in JSON-LD (https://schema.org/NewsArticle)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import cast

from clipreader.importers.page.tree import Element
from clipreader.importers.page.values import a_date, a_language, a_line, an_address, names
from clipreader.model import Candidate, FieldName

Node = dict[str, object]

_KINDS = (
    "Article NewsArticle AnalysisNewsArticle AskPublicNewsArticle BackgroundNewsArticle "
    "OpinionNewsArticle ReportageNewsArticle ReviewNewsArticle BlogPosting LiveBlogPosting Report "
    "SatiricalArticle ScholarlyArticle TechArticle SocialMediaPosting Review "
    "AdvertiserContentArticle"
)
_ARTICLES = frozenset(_KINDS.split())
_WRAPPERS = (
    ("<!--", "-->"),
    ("//", "//]]>"),
    ("/*", "/*]]>*/"),
    ("<![CDATA[", "]]>"),
    ("*/", ""),
)
"""What hides a script from old browsers and from readers of XHTML."""

_MOST_BYTES = 2_000_000
_MOST_NODES = 5_000
_ORIGIN = "“{key}” in the page’s own data"


def article_node(root: Element) -> Node:
    """Return the node that describes the article, empty if there is none. Never raises."""
    nodes = [node for script in root.iter("script") for node in _nodes(script)]
    known = {str(node["@id"]): node for node in nodes if "@id" in node and len(node) > 1}
    articles = [node for node in nodes if _types(node) & _ARTICLES]
    best = max(articles, key=_fullness, default=None)
    if best is None:
        return {}
    return {key: _resolved(value, known) for key, value in best.items()}


def candidates_of(node: Node) -> Iterator[Candidate]:
    """Yield what the node says of the fields."""
    yield from _words(node)
    for key, name, weight in _PEOPLE:
        found = names(node.get(key))
        if found:
            yield Candidate(name, found, _ORIGIN.format(key=key), weight)
    yield from _rest(node)


_PEOPLE = (
    ("author", FieldName.AUTHORS, 0.9),
    ("creator", FieldName.AUTHORS, 0.6),
    ("translator", FieldName.TRANSLATORS, 0.95),
)
_WORDS = (
    ("headline", FieldName.HEADLINE, 0.9),
    ("name", FieldName.HEADLINE, 0.6),
    ("alternativeHeadline", FieldName.DECK, 0.45),
    ("description", FieldName.DECK, 0.6),
    ("articleSection", FieldName.KICKER, 0.3),
    ("dateline", FieldName.PLACE, 0.5),
)


def _words(node: Node) -> Iterator[Candidate]:
    for key, name, weight in _WORDS:
        value = a_line(node.get(key))
        if value:
            yield Candidate(name, value, _ORIGIN.format(key=key), weight)


def _rest(node: Node) -> Iterator[Candidate]:
    for key, name in (("publisher", FieldName.PUBLISHER), ("sourceOrganization", FieldName.AGENCY)):
        found = names(node.get(key))
        if found:
            yield Candidate(name, found[0], _ORIGIN.format(key=key), 0.85)
    published = a_date(node.get("datePublished") or node.get("dateCreated"))
    if published:
        yield Candidate(FieldName.PUBLISHED, published, _ORIGIN.format(key="datePublished"), 0.95)
    language = a_language(node.get("inLanguage"))
    if language:
        yield Candidate(FieldName.LANGUAGE, language, _ORIGIN.format(key="inLanguage"), 0.85)
    address = an_address(node.get("url")) or an_address(node.get("mainEntityOfPage"))
    if address:
        yield Candidate(FieldName.URL, address, _ORIGIN.format(key="url"), 0.7)
    original = _first(node.get("translationOfWork"))
    if isinstance(original, dict):
        yield from _original(cast("Node", original))


def _original(work: Node) -> Iterator[Candidate]:
    origin = _ORIGIN.format(key="translationOfWork")
    language = a_language(work.get("inLanguage"))
    if language:
        yield Candidate(FieldName.TRANSLATED_FROM, language, origin, 0.95)
    address = an_address(work.get("url")) or an_address(work.get("@id"))
    if address:
        yield Candidate(FieldName.ORIGINAL_URL, address, origin, 0.95)


def _nodes(script: Element) -> Iterator[Node]:
    """Yield every object of one script's list or graph."""
    if "ld+json" not in (script.get("type") or "").lower():
        return
    text = script.text or ""
    if len(text) > _MOST_BYTES:
        return
    for opening, closing in _WRAPPERS:
        text = text.strip().removeprefix(opening).removesuffix(closing)
    try:
        waiting: list[object] = [json.loads(text.strip().rstrip(";"), strict=False)]
    except (ValueError, RecursionError):
        return
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        found = waiting.pop(0)
        if isinstance(found, list):
            waiting.extend(cast("list[object]", found))
        elif isinstance(found, dict):
            node = cast("Node", found)
            yield node
            waiting.extend(
                node[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in node
            )


def _types(node: Node) -> set[str]:
    value = node.get("@type")
    values = cast("list[object]", value) if isinstance(value, list) else [value]
    return {str(one).rpartition("/")[2] for one in values}


def _fullness(node: Node) -> int:
    wanted = ("headline", "author", "datePublished", "articleBody", "translator", "publisher")
    return sum(bool(node.get(key)) for key in wanted)


def _resolved(value: object, known: dict[str, Node]) -> object:
    """Put the nodes that a value names in their place, one level deep."""
    if isinstance(value, list):
        return [_resolved(one, known) for one in cast("list[object]", value)]
    if isinstance(value, dict):
        node = cast("Node", value)
        if set(node) <= {"@id", "@type"} and "@id" in node:
            return known.get(str(node["@id"]), node)
    return cast("object", value)


def _first(value: object) -> object:
    if isinstance(value, list):
        values = cast("list[object]", value)
        return values[0] if values else None
    return value
