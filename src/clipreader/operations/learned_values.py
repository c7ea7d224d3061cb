"""A credit, names or an agency that a person's rule finds in a line, set in the article.

The text never changes. What the person set stays, and what is so already is left as it is, so that
a rule changes an article once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from clipreader.anatomy.named_values import cue_in, names_in, value_in
from clipreader.model import Article, FieldName, Part, Role, Rule, Span
from clipreader.operations.corrected import with_role
from clipreader.operations.corrected_fields import with_value

LEARNED: Final = "learned"
"""The rule's name in the parts that a person's rule named."""

_LINES: Final = {FieldName.AUTHORS: Role.BYLINE, FieldName.TRANSLATORS: Role.TRANSLATOR}
"""What a line is that holds the names of such a field."""

_OF_CAPTIONS: Final = (Role.CAPTION, Role.CREDIT)
_JOINTS: Final = " \u00a0/|–—-([:·©"
"""What stands between the words of a caption and the cue of its credit."""


def with_value_named(
    article: Article, index: int, rule: Rule, locked: frozenset[FieldName], why: str
) -> Article:
    """Return the article with what a rule names in the block at ``index``.

    ``locked`` are fields that stand for blocks which the person named; ``why`` is the reason that
    is told. The article itself if nothing is new.
    """
    block = article.blocks[index]
    line = article.quote(block.span)
    is_behind = rule.role == Role.CREDIT and block.role == Role.CAPTION
    value = value_in(rule.words, line, anywhere=is_behind)
    if value is None:
        return article
    if rule.role == Role.CREDIT:
        words = line[: cue_in(rule.words, line)].rstrip(_JOINTS)
        spans = (Span(0, len(words)).moved(block.span.start), value.moved(block.span.start))
        return _with_credit(article, index, *spans, why)
    if rule.role == FieldName.AGENCY:
        return _with_agency(article, article.text[_span(block, value)], why)
    if isinstance(rule.role, FieldName) and rule.role in _LINES:
        names = names_in(line, value, article.metadata.language)
        spans = tuple(name.moved(block.span.start) for name in names)
        return _with_names(article, index, rule.role, spans, locked, why)
    return article


def _span(block: Part, value: Span) -> slice:
    return slice(block.span.start + value.start, block.span.start + value.end)


def _with_credit(article: Article, index: int, words: Span, credit: Span, why: str) -> Article:
    """Return the article with a caption's credit; what stands before its cue are the words."""
    block = article.blocks[index]
    there = [mark.span for mark in article.marks_in(block) if mark.role == Role.CREDIT]
    if block.role == Role.CAPTION and block.is_sure and there == [credit]:
        return article
    made = article if block.role == Role.CAPTION else with_role(article, index, Role.CAPTION)
    inside = [mark for mark in made.marks_in(block) if mark.role in _OF_CAPTIONS]
    wanted = [(Role.CAPTION, words), (Role.CREDIT, credit)]
    marks = [mark for mark in made.marks if mark not in inside]
    marks += [Part(role, span, 1.0, (why,), LEARNED) for role, span in wanted if len(span)]
    return _learned(_sorted(made, marks), index, why)


def _with_agency(article: Article, agency: str, why: str) -> Article:
    known = article.metadata
    if FieldName.AGENCY in known.corrected or known.agency == agency:
        return article
    return replace(article, metadata=with_value(known, FieldName.AGENCY, agency, why))


def _with_names(
    article: Article,
    index: int,
    name: FieldName,
    spans: tuple[Span, ...],
    locked: frozenset[FieldName],
    why: str,
) -> Article:
    block, role, own = article.blocks[index], _LINES[name], article.metadata.corrected
    there = tuple(mark.span for mark in article.marks_in(block) if mark.role == role)
    if block.role == role and block.is_sure and there == spans:
        return article
    before = {article.quote(span) for span in there}
    guarded = replace(article, metadata=replace(article.metadata, corrected=own | {name} | locked))
    made = with_role(guarded, index, role)
    old = [mark for mark in made.marks_in(made.blocks[index]) if mark.role == role]
    marks = [mark for mark in made.marks if mark not in old]
    marks += [Part(role, span, 1.0, (why,), LEARNED) for span in spans]
    made = _learned(_sorted(made, marks), index, why)
    known = replace(made.metadata, corrected=own)
    if name not in own | locked:
        kept = known.translators if name == FieldName.TRANSLATORS else known.authors
        names = [each for each in kept if each not in before]
        names += [made.quote(span) for span in spans]
        known = with_value(known, name, tuple(dict.fromkeys(names)), why)
    return replace(made, metadata=known)


def _sorted(article: Article, marks: Iterable[Part]) -> Article:
    found = sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end))
    return replace(article, marks=tuple(found))


def _learned(article: Article, index: int, why: str) -> Article:
    """Return the article with a block as a rule's work, and not the person's."""
    block = article.blocks[index]
    named = replace(block, corrected=False, rule=LEARNED, reasons=(why,), confidence=1.0)
    return replace(article, blocks=(*article.blocks[:index], named, *article.blocks[index + 1 :]))
