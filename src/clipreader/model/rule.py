"""What the person wants to hold for every article of a publisher.

A line like this is that part; what stands at the star of "Fotos: *" is the credit, or the value of
a field; or a field is the same in every article.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from clipreader.model.article import BLOCK_ROLES, Role
from clipreader.model.metadata import FieldName, Metadata

LONGEST_RULE = 1_000
"""The most code points that the words of a rule may have."""


STAR = "*"
"""What stands in the words of a rule for the names or the value that a line holds."""

Becomes: TypeAlias = Role | FieldName
"""What a rule is about: a kind of block, the credit in a caption, or a field of the article."""


class Match(StrEnum):
    """How the words of a rule and a block have to meet, from the narrowest to the widest.

    NAMES: the words are those around a value, which stands at their star. ALWAYS: the words are
    themselves the value, in every article of the publisher.
    """

    WHOLE = "whole"
    NAMES = "names"
    BEGINS = "begins"
    ENDS = "ends"
    CONTAINS = "contains"
    ALWAYS = "always"


NAMED: tuple[Becomes, ...] = (
    Role.CREDIT,
    FieldName.AUTHORS,
    FieldName.TRANSLATORS,
    FieldName.AGENCY,
)
"""What may stand at a star."""

FIXED: tuple[Becomes, ...] = (FieldName.PUBLISHER, FieldName.AGENCY, FieldName.LANGUAGE)
"""What may be the same in every article of a publisher."""


def becoming(match: Match) -> tuple[Becomes, ...]:
    """Return what a rule may be about whose words meet a block in this way."""
    return {Match.NAMES: NAMED, Match.ALWAYS: FIXED}.get(match, BLOCK_ROLES)


def becomes(word: str) -> Becomes:
    """Return what a kept word calls what a rule is about. Raises ValueError."""
    fields = [one for one in (*NAMED, *FIXED) if isinstance(one, FieldName)]
    return next((one for one in fields if one.value == word), None) or Role(word)


@dataclass(frozen=True, slots=True)
class Rule:
    """A block whose text matches ``words`` becomes a ``role``, in articles of ``publisher``.

    ``role`` may also be the credit or a field, of which ``becoming`` says when. ``publisher`` is
    None for the articles of all. Case, accents, spacing and the value of numbers do not count in
    ``words`` and ``publisher``. ``made`` is UTC.
    """

    id: str
    match: Match
    words: str
    role: Becomes
    publisher: str | None = None
    made: datetime | None = None
    is_on: bool = True


def house_of(known: Metadata) -> str | None:
    """Return whose article it is for a rule: the publisher, else the agency, as lists show it."""
    return (known.publisher or known.agency or "").strip() or None
