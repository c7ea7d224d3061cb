"""An article with its blocks named by the person's rules; the text never changes.

A block that a rule names becomes what it would be if the person had named it in this article: its
marks and the fields that hang on it follow. It is only not marked as set by the person, so that a
correction in the article, and the next rule, can still change it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from clipreader.anatomy.learned import Rulebook
from clipreader.model import Article, FieldName, Match, Metadata, Part, Role, Rule, house_of
from clipreader.operations.corrected import with_role
from clipreader.operations.corrected_fields import with_value
from clipreader.operations.learned_values import LEARNED, with_value_named

_LONGEST: Final = 60
_FIELDS: Final = {
    Role.HEADLINE: FieldName.HEADLINE,
    Role.DECK: FieldName.DECK,
    Role.KICKER: FieldName.KICKER,
    Role.BYLINE: FieldName.AUTHORS,
    Role.TRANSLATOR: FieldName.TRANSLATORS,
}
_MEETS: Final = {
    Match.WHOLE: "says",
    Match.NAMES: "is of the form",
    Match.ALWAYS: "is",
    Match.BEGINS: "begins with",
    Match.ENDS: "ends with",
    Match.CONTAINS: "contains",
}


def with_rules(article: Article, book: Rulebook, only: Iterable[str] | None = None) -> Article:
    """Return the article with what the rules name; itself if they name nothing new.

    What the person set stays: blocks, marks, fields, and the fields that stand for a block that
    the person named. ``only`` are the ids of the rules that may change something; all others still
    have their say in which rule is the strongest.
    """
    chosen = None if only is None else frozenset(only)
    was = house_of(article.metadata)
    article = _with_fixed(article, book, chosen, was, {FieldName.PUBLISHER})
    locked = _locked(article)
    for index, rule in book.names(article, was).items():
        if chosen is None or rule.id in chosen:
            article = _named(article, index, rule, locked)
    return _with_fixed(article, book, chosen, was, {FieldName.AGENCY, FieldName.LANGUAGE})


def why(rule: Rule) -> str:
    """Return in words why a rule named a block."""
    of = f"for {rule.publisher}" if rule.publisher else "for every publisher"
    words = " ".join(rule.words.split())
    if len(words) > _LONGEST:
        words = f"{words[: _LONGEST - 1].rstrip()}…"
    if rule.match == Match.ALWAYS:
        return f"you said “always” {of}"
    return f"you said “always” {of}, and it {_MEETS[rule.match]} “{words}”"


def _with_fixed(
    article: Article,
    book: Rulebook,
    chosen: frozenset[str] | None,
    was: str | None,
    names: set[FieldName],
) -> Article:
    """Return the article with those fields that are always the same for its publisher."""
    for name, rule in book.fixed(article, was).items():
        known = article.metadata
        is_meant = name in names and (chosen is None or rule.id in chosen)
        if is_meant and name not in known.corrected and known.value(name) != rule.words:
            article = replace(article, metadata=with_value(known, name, rule.words, why(rule)))
    return article


def _named(article: Article, index: int, rule: Rule, locked: frozenset[FieldName]) -> Article:
    block = article.blocks[index]
    if rule.match == Match.NAMES or not isinstance(rule.role, Role):
        return with_value_named(article, index, rule, locked, why(rule))
    if block.role == rule.role and block.is_sure:
        return article
    own = article.metadata.corrected
    guarded = replace(article, metadata=replace(article.metadata, corrected=own | locked))
    made = with_role(guarded, index, rule.role, block.level if block.role == rule.role else None)
    blocks = (*made.blocks[:index], _by_rule(made.blocks[index], rule), *made.blocks[index + 1 :])
    return replace(made, blocks=blocks, metadata=_own(made.metadata, own))


def _by_rule(block: Part, rule: Rule) -> Part:
    return replace(block, corrected=False, rule=LEARNED, reasons=(why(rule),))


def _own(known: Metadata, own: frozenset[FieldName]) -> Metadata:
    return replace(known, corrected=own)


def _locked(article: Article) -> frozenset[FieldName]:
    """Return the fields whose value stands in a block that the person named."""
    return frozenset(
        _FIELDS[block.role] for block in article.blocks if block.corrected and block.role in _FIELDS
    )
