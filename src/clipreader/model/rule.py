"""What the person wants to hold for every article of a publisher: a line like this is that part."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from clipreader.model.article import Role
from clipreader.model.metadata import Metadata

LONGEST_RULE = 1_000
"""The most code points that the words of a rule may have."""


class Match(StrEnum):
    """How the words of a rule and a block have to meet, from the narrowest to the widest."""

    WHOLE = "whole"
    BEGINS = "begins"
    ENDS = "ends"
    CONTAINS = "contains"


@dataclass(frozen=True, slots=True)
class Rule:
    """A block whose text matches ``words`` becomes a ``role``, in articles of ``publisher``.

    ``publisher`` is None for the articles of all. Case, accents, spacing and the value of numbers
    do not count in ``words`` and ``publisher``. ``made`` is UTC.
    """

    id: str
    match: Match
    words: str
    role: Role
    publisher: str | None = None
    made: datetime | None = None
    is_on: bool = True


def house_of(known: Metadata) -> str | None:
    """Return whose article it is for a rule: the publisher, else the agency, as lists show it."""
    return (known.publisher or known.agency or "").strip() or None
