"""What is known about an article as a whole, and where each value comes from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FieldName(StrEnum):
    """The fields of an article that a person can read, search and edit."""

    HEADLINE = "headline"
    DECK = "deck"
    KICKER = "kicker"
    AUTHORS = "authors"
    TRANSLATORS = "translators"
    PUBLISHER = "publisher"
    AGENCY = "agency"
    PLACE = "place"
    PUBLISHED = "published"
    LANGUAGE = "language"
    TRANSLATED_FROM = "translated_from"
    URL = "url"
    ORIGINAL_URL = "original_url"


LIST_FIELDS: frozenset[FieldName] = frozenset({FieldName.AUTHORS, FieldName.TRANSLATORS})
"""The fields that hold several names."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about an article, and where each value comes from.

    ``published`` is ISO 8601, a date or a date and time with its offset. Languages are BCP 47
    codes. ``evidence`` gives, for fields that were found, the words that say where; ``corrected``
    names the fields that the person set, which the program never changes.
    """

    headline: str | None = None
    deck: str | None = None
    kicker: str | None = None
    authors: tuple[str, ...] = ()
    translators: tuple[str, ...] = ()
    publisher: str | None = None
    agency: str | None = None
    place: str | None = None
    published: str | None = None
    language: str | None = None
    translated_from: str | None = None
    url: str | None = None
    original_url: str | None = None
    evidence: tuple[tuple[FieldName, str], ...] = ()
    corrected: frozenset[FieldName] = frozenset()

    def value(self, name: FieldName) -> str | tuple[str, ...] | None:
        """Return the value of a field by its name."""
        found: str | tuple[str, ...] | None = getattr(self, name.value)
        return found

    def why(self, name: FieldName) -> str:
        """Return the words that say where a field's value comes from; empty if unknown."""
        return dict(self.evidence).get(name, "")
