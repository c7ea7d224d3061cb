"""The article of a page that shows it by a program only, taken out of the program's data.

Such a page, saved or fetched without running it, holds no visible word of its article. The text
stands in its scripts all the same: as mark-up in a string of JSON, a second time escaped at some
sites, or as plain text in the page's description of itself (``articleBody`` of schema.org). It is
read as data. Nothing is run.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Sequence
from typing import cast

from clipreader.importers.page.regions import prose_of
from clipreader.importers.page.tree import Element
from clipreader.importers.page.walk import Block

_SHOWN = 250
"""Code points of visible prose from which on a page is taken to show its article."""

_LEAST = 400
"""Code points of words that a string has to hold to be an article."""

_LONGEST = 4_000_000
"""Code points of a page's scripts that are looked at."""

_ESCAPED = 2
"""How often a string may be escaped."""

_LITERAL = re.compile(r'"((?:[^"\\]|\\.)*+)"', re.DOTALL)
_PARAGRAPH = re.compile(r"(?:<|\\u003c)p(?:[\s>]|\\u003e)", re.IGNORECASE)
_OPENED = re.compile(r"<p[\s>]", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,2000}>")
_END = re.compile(r"</body\s*>", re.IGNORECASE)


def shows_hardly_any(blocks: Sequence[Block]) -> bool:
    """Say whether a page shows too little prose to be an article."""
    shown = 0
    for block in blocks:
        shown += prose_of(block)
        if shown >= _SHOWN:
            return False
    return True


def with_article(markup: str, root: Element, node: dict[str, object]) -> str | None:
    """Return a page's mark-up with the article of its scripts at the end; None if it has none.

    ``node`` is what the page says of its article in JSON-LD.
    """
    found = _in_strings(root) or _in_description(node)
    if found is None:
        return None
    ends = [end.start() for end in _END.finditer(markup)]
    place = ends[-1] if ends else len(markup)
    return f"{markup[:place]}<article>{found}</article>{markup[place:]}"


def _in_strings(root: Element) -> str | None:
    """Return the mark-up with the most words of all strings in the scripts."""
    best, most = None, _LEAST - 1
    left = _LONGEST
    for script in root.iter("script"):
        told = (script.text or "")[:left]
        left -= len(told)
        if not _PARAGRAPH.search(told):
            continue
        for found in _strings(told, _ESCAPED):
            words = len(_TAG.sub("", found)) if len(_OPENED.findall(found)) > 1 else 0
            if words > most:
                best, most = found, words
    return best


def _strings(told: str, levels: int) -> Iterator[str]:
    """Yield the strings of JSON that hold paragraphs of mark-up, those inside strings as well."""
    for literal in _LITERAL.finditer(told):
        if len(literal[1]) < _LEAST or not _PARAGRAPH.search(literal[1]):
            continue
        try:
            value = cast("object", json.loads(literal[0], strict=False))
        except ValueError:
            continue
        if not isinstance(value, str):
            continue
        value = value.encode("utf-8", "replace").decode("utf-8")  # half a sign may be escaped
        yield value
        if levels > 1 and '"' in value:
            yield from _strings(value, levels - 1)


def _in_description(node: dict[str, object]) -> str | None:
    """Return the plain text that a page's description of its article holds, as mark-up."""
    told = node.get("articleBody")
    if not isinstance(told, str) or len(told) < _LEAST:
        return None
    lines = [line.strip() for line in html.unescape(told).splitlines()]
    return "".join(f"<p>{html.escape(line)}</p>" for line in lines if line)
