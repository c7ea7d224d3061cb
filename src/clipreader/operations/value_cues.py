"""What of a corrected credit or field comes again in other articles: the rule that is offered.

A credit has its cue before it ("Fotos: *"), and so have the names of a translator's line or of a
byline ("Traducción: *"); publisher, agency and language are the same in every article of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

from clipreader.anatomy.learned import is_possible
from clipreader.anatomy.named_values import value_in
from clipreader.model import (
    FIXED,
    STAR,
    Article,
    Becomes,
    FieldName,
    Match,
    Part,
    Role,
    Rule,
    Span,
    house_of,
    new_id,
)
from clipreader.operations.cues import suggested_rule

_CUE: Final = re.compile(r"(?:^|[.!?…/|(\[–—»”\"]\s*)([^.!?…/|(\[–—»”\"\n]{2,40}?)\s*$")
"""The last words before a credit, behind a sentence, a stroke or a bracket."""

_MOST_WORDS: Final = 4
_LONGEST_CUE: Final = 40
_NAMES: Final = (FieldName.AUTHORS, FieldName.TRANSLATORS)


def suggested_for_block(article: Article, index: int) -> Rule:
    """Return the rule that says of other articles what the person said of this block.

    That is its credit, if the person set that, else its kind. Raises ClipreaderError if there is no
    publisher, or nothing in the line that can come again.
    """
    block = article.blocks[index]
    credit = next((one for one in article.marks_in(block) if _is_own_credit(one)), None)
    rule = _credit_rule(article, block, credit.span) if credit else None
    return rule or suggested_rule(article, index, block.role)


def is_own(article: Article, block: Part) -> bool:
    """Say whether the person said what a block is, or which words of it are the credit."""
    return block.corrected or any(map(_is_own_credit, article.marks_in(block)))


def suggested_for_fields(before: Article, after: Article) -> tuple[Rule, ...]:
    """Return the rules that say of other articles what the person said of fields; none raises."""
    found = (_field_rule(before, after, name) for name in _changed(before, after))
    return tuple(rule for rule in found if rule is not None and is_possible(rule))


def _is_own_credit(mark: Part) -> bool:
    return mark.role == Role.CREDIT and mark.corrected and mark.rule == "corrected"


def _credit_rule(article: Article, block: Part, credit: Span) -> Rule | None:
    line = article.quote(block.span)
    value = _inside(block, credit)
    cue = _CUE.search(line[: value.start])
    if cue is None or len(cue[1].split()) > _MOST_WORDS:
        return None
    rule = _rule(article, Match.NAMES, f"{cue[1].strip()} {STAR}", Role.CREDIT)
    if rule is None or not is_possible(rule):
        return None
    return rule if value_in(rule.words, line, anywhere=True) == value else None


def _inside(block: Part, span: Span) -> Span:
    return Span(span.start - block.span.start, span.end - block.span.start)


def _changed(before: Article, after: Article) -> Iterator[FieldName]:
    for name in FieldName:
        is_own_value = name in after.metadata.corrected
        if is_own_value and before.metadata.value(name) != after.metadata.value(name):
            yield name


def _field_rule(before: Article, after: Article, name: FieldName) -> Rule | None:
    value = after.metadata.value(name)
    if name in FIXED and isinstance(value, str):
        # a publisher's new name is said of the articles that have the old one
        return _rule(before, Match.ALWAYS, value, name)
    if name in _NAMES and isinstance(value, tuple) and value:
        words = next(_lines_with(after, value), None)
        return _rule(after, Match.NAMES, words, name) if words else None
    return None


def _lines_with(article: Article, names: tuple[str, ...]) -> Iterator[str]:
    """Yield the words around the names in lines that hold nothing else than a cue and them."""
    for block in article.blocks:
        line = article.quote(block.span)
        at = line.find(names[0], 0, _LONGEST_CUE + len(names[0]))
        if at <= 0 or len(line) > _LONGEST_CUE + sum(map(len, names)) + 8 * len(names):
            continue
        words = f"{line[:at].strip()} {STAR}"
        value = value_in(words, line)
        if value is not None and line[value.start : value.end].endswith(names[-1]):
            yield words


def _rule(article: Article, match: Match, words: str, role: Becomes) -> Rule | None:
    house = house_of(article.metadata)
    if house is None:
        return None
    return Rule(new_id(), match, words, role, house, datetime.now(UTC))
