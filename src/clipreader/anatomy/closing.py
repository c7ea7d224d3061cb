"""What stands below the last paragraph of an article in full sentences: who wrote it, with whom.

Such lines read like the article's own, and only their place and their words tell them apart. They
are looked for from the end upwards, until a line is none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from clipreader.anatomy.page import Page, Verdict
from clipreader.model import Candidate, FieldName, Role
from clipreader.text.normal import fold_name

_MOST = 8
"""Lines that are looked at, what is named already passed over."""

_LEAST = 3
"""Paragraphs that have to be left above."""

_LONGEST_BIO = 700
_LONGEST_LINE = 420
_SHORT = 160
_NAME_WITHIN = 40
"""Code points within which a line about the author names him: "The physicist Rosa Lund is …"."""

_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\.[\w.]{2,63}")
_HOUSE = re.compile(r"[^\W\d_]{2,12} ?\((?:[^\W\d_]+[ .,/]*){1,8}\)")
"""“DPA (Rosa Lund, Ana Reyes)”."""

_PASSED = (Role.BOILERPLATE, Role.CAPTION, Role.EDITORS_NOTE, Role.TRANSLATOR, Role.BYLINE)


def mark_closing(page: Page, begin: int, end: int, candidates: Iterable[Candidate]) -> int:
    """Name the lines between ``begin`` and ``end`` that close the article; return the new end."""
    authors = _authors(page, candidates)
    prose = [at for at in range(begin, end) if page.is_open(at) and page.is_prose(at)]
    looked_at = 0
    for at in range(end - 1, begin, -1):
        if page.role(at) in _PASSED:
            continue
        looked_at += 1
        found = _closing(page, at, authors) if looked_at <= _MOST else None
        while prose and prose[-1] >= at:
            prose.pop()
        if found is None or len(prose) < _LEAST:
            break
        page.settle(at, found)
        end = at
    return end


def _authors(page: Page, candidates: Iterable[Candidate]) -> tuple[str, ...]:
    """Return the whole names of the authors that the file or the bylines give, folded."""
    names: set[str] = set()
    for candidate in candidates:
        if candidate.field == FieldName.AUTHORS and isinstance(candidate.value, tuple):
            names.update(fold_name(name) for name in candidate.value)
    for at in page.all((Role.BYLINE,)):
        for part in getattr(page.verdicts[at], "marks", ()):
            names.add(fold_name(page.text(at)[part.span.start : part.span.end]))
    return tuple(sorted(name for name in names if " " in name))


def _closing(page: Page, at: int, authors: tuple[str, ...]) -> Verdict | None:
    """Return what a line is, if no article ends with such a sentence."""
    if not page.is_open(at) and page.role(at) != Role.LIST_ITEM:
        return None
    why = _helpers(page, at)
    if why is None and page.is_open(at):
        why = _label(page.text(at))
    if why is not None:
        return _named(why)
    short = len(page.text(at)) <= _LONGEST_BIO
    return _about(page.text(at), authors) if short and page.is_open(at) else None


def _helpers(page: Page, at: int) -> str | None:
    """Say whether a line names a source or who helped, be it marked as a list's item."""
    low, length = page.low[at], len(page.text(at))
    if length <= _LONGEST_LINE and low.rstrip(" .)]*_").endswith(page.phrases.contributed):
        return "names who else reported"
    begins = low.lstrip("*([_ —–-").startswith(page.phrases.sources)
    return "names the source" if begins and length <= _SHORT else None


def _label(text: str) -> str | None:
    """Say whether a short line announces something or gives an address."""
    if len(text) > _SHORT:
        return None
    if text[-1] in ":：":
        return "announces what does not follow"
    if _ADDRESS.search(text) or _HOUSE.fullmatch(text):
        return "a signature with an address or a house"
    return None


def _about(text: str, authors: tuple[str, ...]) -> Verdict | None:
    """Return what a line is that begins with an author's name."""
    said = fold_name(text[: _NAME_WITHIN + 60])
    for name in authors:
        place = said.find(name)
        behind = said[place + len(name) : place + len(name) + 2].strip()
        if not 0 <= place <= _NAME_WITHIN or behind[:1] in (":", '"', "“", "»"):
            continue
        if not behind and len(text) <= len(name) + 4:
            why = "the author’s name once more"
            return Verdict(Role.BYLINE, 0.86, "signature", (why,))
        if place == 0 or text[:1].isupper():
            return _named("tells about the author")
    return None


def _named(why: str) -> Verdict:
    return Verdict(Role.BOILERPLATE, 0.8, "closing", (why,))
