"""The parser's tree of a page, and a few questions to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias, cast
from urllib.parse import urljoin, urlsplit

from lxml import etree

from clipreader.importers.page.tags import HIDDEN, INLINE

Element: TypeAlias = etree._Element  # pyright: ignore[reportPrivateUsage]  # lxml has no public name
"""One element of a page's tree."""


class Remembering(etree.ElementBase):
    """An element that remembers the words of its class, as long as somebody holds it."""

    class_words: frozenset[str] | None = None


_LOOKUP = etree.ElementDefaultClassLookup(element=Remembering)
_NO_BORDER = INLINE | HIDDEN
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORD = re.compile(r"[a-z]+")
_WEB = re.compile(r"(?:https?|ftp)://[^\s]|mailto:[^\s]", re.IGNORECASE)
_BEHIND = r"(?:\?[^\s#]+)?(?:#\S+)?"
_WHOLE = re.compile(rf"https?://[a-zA-Z0-9.-]+(?::\d+)?(?:/[^\s;?#]*)?{_BEHIND}")
_ON_SITE = re.compile(rf"/(?!/)[^\s;?#]*{_BEHIND}")
_LONGEST_CLASS = 300
_MOST_OF_A_NAME = 3
"""Hyphens of an id at most that names what an element is: "sharing-with-a-friend" is a heading."""

_TELLING = ("itemprop", "role", "data-testid", "rel")
"""Attributes beside class and id whose words are read like theirs."""

_NO_WORDS: frozenset[str] = frozenset()


def parse(markup: str) -> Element | None:
    """Return the root of a page's tree, or None if there is nothing to parse. Never raises.

    ``huge_tree`` lifts libxml2's limits of 254 nested elements and 10 MB a text; beyond 2,046
    nested elements text is still lost, which the caller has to find out.
    """
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )
    parser.set_element_class_lookup(_LOOKUP)
    try:
        return etree.fromstring(markup.encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def name_of(element: Element) -> str:
    """Return an element's name in lower case, without a namespace's prefix."""
    return _name(element.tag)


@lru_cache(maxsize=1024)
def _name(name: object) -> str:
    """Return the name out of a tag; a comment's tag is a function."""
    return name.rpartition(":")[2].lower() if isinstance(name, str) else ""


def words_of_class(element: Element) -> frozenset[str]:
    """Return the words of an element's class and kindred attributes, and each two in a row.

    "wp-captionText" gives wp, caption, text, wp-caption and caption-text.
    """
    if not isinstance(element, Remembering):
        return _class_words(element)
    words = element.class_words
    if words is None:
        words = element.class_words = _class_words(element)
    return words


def _class_words(element: Element) -> frozenset[str]:
    """Return the words; to ask for six attributes by name is quicker than to list all there are."""
    told = [value[:_LONGEST_CLASS] for name in _TELLING if (value := element.get(name))]
    if name := element.get("class"):
        told.append(name[:_LONGEST_CLASS])
    name = element.get("id")
    if name and name.count("-") <= _MOST_OF_A_NAME:
        told.append(name[:_LONGEST_CLASS])
    return _words(" ".join(told)) if told else _NO_WORDS


@lru_cache(maxsize=4096)
def _words(told: str) -> frozenset[str]:
    return _NO_WORDS.union(*map(_words_of_name, told.replace("|", " ").split()))


@lru_cache(maxsize=8192)
def _words_of_name(name: str) -> frozenset[str]:
    found = _WORD.findall(_CAMEL.sub("-", name).lower())
    return frozenset([*found, *[f"{one}-{two}" for one, two in pairwise(found)]])


def is_formula(element: Element) -> bool:
    """Say whether an element holds a formula alone: often hidden behind a picture of it."""
    return len(element) == 1 and name_of(element[0]) == "math"


def words_in(element: Element, break_by: str = " ") -> Iterator[str]:
    """Yield an element's visible words, with ``break_by`` for ``<br>`` and borders of blocks."""
    events = etree.iterwalk(element, events=("start", "end"))
    for event, part in events:
        name = name_of(part)
        if part is not element and (name == "br" or name not in _NO_BORDER):
            yield break_by
        if event == "start":
            if name in HIDDEN or not name:
                events.skip_subtree()
            elif part.text:
                yield part.text
        elif part is not element and part.tail:
            yield part.tail


def all_words(element: Element) -> str:
    """Return everything that is written inside an element, hidden or not, white space squeezed."""
    pieces = cast("Iterator[str]", element.itertext())
    return " ".join("".join(pieces).split())


def base_of(root: Element, address: str | None) -> str:
    """Return the address against which the page's links are read; empty if there is none."""
    for base in root.iter("base"):
        return address_of(base.get("href"), address or "") or address or ""
    return address or ""


def address_of(raw: str | None, base: str) -> str | None:
    """Return a whole web or mail address, or None for what is none (scripts, files, anchors)."""
    written = (raw or "").strip()
    if not written or written.startswith("#"):
        return None
    try:
        whole = _joined(base, written) if base else written
    except ValueError:
        return None
    return whole if _WEB.match(whole) else None


def _joined(base: str, written: str) -> str:
    """Return ``urljoin`` of the two, whose way through all cases most addresses do not need."""
    origin = _origin(base)
    if origin and _WHOLE.fullmatch(written):
        return written
    if origin and _ON_SITE.fullmatch(written) and "/." not in written:
        return origin + written
    return urljoin(base, written)


@lru_cache(maxsize=64)
def _origin(base: str) -> str | None:
    """Return the beginning of an address of the web, up to its path."""
    try:
        parts = urlsplit(base)
    except ValueError:
        return None
    return f"{parts.scheme}://{parts.netloc}" if parts.scheme in ("http", "https") else None
