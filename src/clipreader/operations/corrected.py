"""An article as the person says it is; the text never changes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from clipreader.anatomy.inside import marks_inside
from clipreader.model import BODY_ROLES, Article, FieldName, Part, Role, Span
from clipreader.operations.corrected_fields import Value, fields_after, with_value

_LEVELS = {Role.CROSSHEAD: 2, Role.LIST_ITEM: 1}
_OF_CAPTIONS = frozenset({Role.CAPTION, Role.CREDIT})
_OF_ROLES = frozenset({Role.TRANSLATOR, Role.BYLINE, Role.DATELINE})
_RULE = "corrected"
_JOINT = re.compile(r"\s*[/|(\[©–—][^/|(\[©–—.!?]{0,30}$")


def with_role(article: Article, index: int, role: Role, level: int | None = None) -> Article:
    """Return the article with another role for a block, set by the person.

    Marks that only the old role has go, those of the new one come (a caption's words and credit,
    the names in a byline or translator's line), and the fields follow.
    """
    block = article.blocks[index]
    named = replace(
        block,
        role=role,
        level=(level or _LEVELS[role]) if role in _LEVELS else None,
        confidence=1.0,
        reasons=("you said so",),
        rule=_RULE,
        corrected=True,
    )
    blocks = (*article.blocks[:index], named, *article.blocks[index + 1 :])
    marks = article.marks if role == block.role else _marks_for(article, block, role)
    after = replace(article, blocks=blocks, marks=marks)
    return replace(after, metadata=fields_after(article, after, index))


def with_credit(article: Article, index: int, span: Span | None) -> Article:
    """Return the article with ``span`` as the credit of a caption block; None for no credit."""
    block = article.blocks[index]
    kept = _outside(article, block, _OF_CAPTIONS)
    made: list[Part] = []
    words = _words_beside(article, block.span, span) if span is not None else block.span
    if len(words):
        made.append(_mark(Role.CAPTION, words))
    if span is not None:
        made.append(_mark(Role.CREDIT, span))
    return replace(article, marks=_sorted((*kept, *made)))


def with_accepted(article: Article, index: int) -> Article:
    """Return the article with a block as it was read, confirmed by the person."""
    block = article.blocks[index]
    accepted = replace(block, corrected=True)
    marks = tuple(
        replace(mark, corrected=True)
        if block.span.contains(mark.span) and mark.role in _OF_CAPTIONS | _OF_ROLES
        else mark
        for mark in article.marks
    )
    blocks = (*article.blocks[:index], accepted, *article.blocks[index + 1 :])
    return replace(article, blocks=blocks, marks=marks)


def with_field(article: Article, name: FieldName, value: Value) -> Article:
    """Return the article with a field's value, set by the person."""
    known = with_value(article.metadata, name, value)
    return replace(article, metadata=replace(known, corrected=known.corrected | {name}))


def _marks_for(article: Article, block: Part, role: Role) -> tuple[Part, ...]:
    going = _OF_CAPTIONS
    if not {block.role, role} <= BODY_ROLES:
        going = going | _OF_ROLES
    kept = _outside(article, block, going)
    found = marks_inside(article.quote(block.span), role, article.metadata.language)
    made = (replace(mark, span=mark.span.moved(block.span.start)) for mark in found)
    return _sorted((*kept, *made))


def _outside(article: Article, block: Part, roles: frozenset[Role]) -> tuple[Part, ...]:
    """Return the marks without those of some roles in a block."""
    inside = {mark for mark in article.marks_in(block) if mark.role in roles}
    return tuple(mark for mark in article.marks if mark not in inside)


def _words_beside(article: Article, block: Span, credit: Span) -> Span:
    """Return the words of a caption beside its credit: the longer side, without the joint."""
    before = article.text[block.start : credit.start]
    joint = _JOINT.search(before)
    before = before[: joint.start()] if joint else before.rstrip(" \u00a0:·,;–—-")
    behind = article.text[credit.end : block.end]
    after = behind.lstrip(" \u00a0/|)]:·,;–—-.")
    if len(after.strip()) > len(before.strip()):
        return Span(block.end - len(after), block.end - len(after) + len(after.rstrip()))
    start = block.start + len(before) - len(before.lstrip())
    return Span(start, max(start, block.start + len(before.rstrip())))


def _mark(role: Role, span: Span) -> Part:
    return Part(role, span, 1.0, ("you said so",), _RULE, corrected=True)


def _sorted(marks: Iterable[Part]) -> tuple[Part, ...]:
    return tuple(sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end)))
