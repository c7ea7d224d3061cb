"""What of a corrected line comes again in other articles: the rule that is offered for it.

A line of a site is the same everywhere ("Follow us"), or its beginning is ("FOTO: …", "Translated
by …"), or its end ("… / Agencia Norte"). The person sees the rule, and can make it another.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Final

from clipreader.anatomy.inside import marks_inside
from clipreader.anatomy.learned import is_enough
from clipreader.model import (
    BODY_ROLES,
    LONGEST_RULE,
    Article,
    ClipreaderError,
    Match,
    Role,
    Rule,
    house_of,
    new_id,
)

_COLON: Final = re.compile(r"\W{0,3}\w[^\n:：.!?]{0,38}[:：](?=\s*\S)")
"""The cue of "FOTO: Rosa Lund", of "Read also: …", of "写真：港湾局"."""

_JOINT: Final = re.compile(r"\s*([/|©][/|©\s]*)$")
"""What stands between a caption and its credit, and never in a sentence."""

_NO_CUE: Final = BODY_ROLES | {Role.HEADLINE, Role.DECK, Role.KICKER}
"""In lines of these kinds what stands before a colon is said, not a cue."""

_NAMES: Final = frozenset({Role.TRANSLATOR, Role.BYLINE, Role.CREDIT})


def suggested_rule(article: Article, index: int, role: Role) -> Rule:
    """Return the rule that makes lines like this block a ``role`` for the article's publisher.

    Raises ClipreaderError if there is no publisher, or nothing in the line that can come again.
    """
    publisher = house_of(article.metadata)
    if publisher is None:
        raise ClipreaderError("This article names no publisher that a rule could be for.")
    line = article.quote(article.blocks[index].span)
    match, words = _recurring(line, role, article.metadata.language)
    rule = Rule(new_id(), match, words, role, publisher, datetime.now(UTC))
    if len(words) > LONGEST_RULE:
        raise ClipreaderError("This block is too long to come again in another article.")
    if not is_enough(rule):
        raise ClipreaderError("There are too few words in this block to know others by it.")
    return rule


def _recurring(line: str, role: Role, language: str | None) -> tuple[Match, str]:
    """Return what of a line comes again, and where in the line it stands."""
    if role not in _NO_CUE:
        for match, words in (
            (Match.BEGINS, _before_colon(line)),
            (Match.BEGINS, _before_name(line, role, language)),
            (Match.ENDS, _credit(line, role, language)),
        ):
            if is_enough(Rule("", match, words, role)):
                return match, " ".join(words.split())
    return Match.WHOLE, " ".join(line.split())


def _before_colon(line: str) -> str:
    found = _COLON.match(line)
    return found[0] if found else ""


def _before_name(line: str, role: Role, language: str | None) -> str:
    """Return the words before the first name, if they are several: "By" begins a sentence too."""
    names = [mark for mark in marks_inside(line, role, language) if mark.role in _NAMES]
    cue = line[: names[0].span.start].strip() if names and role != Role.CAPTION else ""
    return cue if len(cue.split()) > 1 else ""


def _credit(line: str, role: Role, language: str | None) -> str:
    """Return a caption's credit at its end with the stroke before it."""
    if role != Role.CAPTION:
        return ""
    for mark in marks_inside(line, role, language):
        joint = _JOINT.search(line[: mark.span.start])
        if mark.role == Role.CREDIT and joint and not line[mark.span.end :].strip():
            return joint[1] + line[mark.span.start :]
    return ""
