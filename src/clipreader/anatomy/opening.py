"""What a dateline says."""

from __future__ import annotations

from dataclasses import dataclass

from clipreader.model import Span


@dataclass(frozen=True, slots=True)
class Opening:
    """What a dateline says. ``span`` covers it up to its dash, ``leftover`` a scrap before it.

    ``agency_sure`` is False where the first name may be an outlet or an author; ``author`` is the
    name between agency and place. ``iso`` is the date as YYYY-MM-DD, None without a year.
    """

    span: Span
    agency: str | None = None
    agency_sure: bool = True
    author: str | None = None
    place: str | None = None
    iso: str | None = None
    leftover: Span | None = None
    why: str = ""
