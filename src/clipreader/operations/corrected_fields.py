"""The fields of an article that follow from what the person says its blocks are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from clipreader.anatomy.inside import tongue_inside
from clipreader.model import LIST_FIELDS, Article, FieldName, Metadata, Part, Role

_OF_BLOCKS = {
    Role.HEADLINE: FieldName.HEADLINE,
    Role.DECK: FieldName.DECK,
    Role.KICKER: FieldName.KICKER,
}
_OF_MARKS = {Role.TRANSLATOR: FieldName.TRANSLATORS, Role.BYLINE: FieldName.AUTHORS}
_NAMES = {
    Role.HEADLINE: "headline",
    Role.DECK: "deck",
    Role.KICKER: "kicker",
    Role.TRANSLATOR: "translator’s line",
    Role.BYLINE: "byline",
}

Value = str | tuple[str, ...] | None
"""A field's value: words, several names, or nothing."""


def with_value(known: Metadata, name: FieldName, value: Value, why: str = "") -> Metadata:
    """Return the metadata with a field set, and where its value is from; empty if unknown."""
    told = {field: words for field, words in known.evidence if field != name}
    if why:
        told[name] = why
    if value is None and name in LIST_FIELDS:
        value = ()
    evidence = tuple(told.items())
    return replace(known, **{name.value: value, "evidence": evidence})


def fields_after(before: Article, after: Article, index: int) -> Metadata:
    """Return the metadata of an article in which the block at ``index`` has another role.

    Headline, deck and kicker are the words of their block, translators and authors the names in
    theirs. What the person set stays. An article never loses its headline by this: if no block
    is one any more, the field keeps its words.
    """
    known = after.metadata
    old, new = before.blocks[index], after.blocks[index]
    for role, name in _OF_BLOCKS.items():
        if role in (old.role, new.role) and name not in known.corrected:
            known = _from_block(known, after, role, new)
    for role, name in _OF_MARKS.items():
        if name not in known.corrected:
            known = _from_names(known, role, _names(before, old, role), _names(after, new, role))
    return _from_tongue(known, after, new)


def _from_block(known: Metadata, article: Article, role: Role, named: Part) -> Metadata:
    name = _OF_BLOCKS[role]
    block = named if named.role == role else next(iter(article.parts(role)), None)
    if block is None:
        return known if role == Role.HEADLINE else with_value(known, name, None)
    why = _why(role) if block.corrected else (*block.reasons, "")[0]
    return with_value(known, name, article.words_of(block) or None, why)


def _from_names(
    known: Metadata, role: Role, old: tuple[str, ...], new: tuple[str, ...]
) -> Metadata:
    if old == new:
        return known
    name = _OF_MARKS[role]
    there = known.translators if role == Role.TRANSLATOR else known.authors
    kept = [each for each in there if each not in old or each in new]
    names = tuple(dict.fromkeys((*kept, *new)))
    return with_value(known, name, names, _why(role) if new else known.why(name))


def _from_tongue(known: Metadata, article: Article, block: Part) -> Metadata:
    name = FieldName.TRANSLATED_FROM
    if block.role != Role.TRANSLATOR or name in known.corrected:
        return known
    tongue = tongue_inside(article.quote(block.span), known.language)
    return with_value(known, name, tongue, _why(block.role)) if tongue else known


def _names(article: Article, block: Part, role: Role) -> tuple[str, ...]:
    found: Iterable[Part] = article.marks_in(block)
    return tuple(article.quote(mark.span) for mark in found if mark.role == role)


def _why(role: Role) -> str:
    return f"the block that you named the {_NAMES[role]}"
