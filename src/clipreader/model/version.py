"""The versions of an article: other texts of it that came in, each as it was received."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class VersionState(StrEnum):
    """Where a version stands.

    WAITING is offered to the person, KEPT lies beside the shown one, WITHDRAWN came with an
    import that was undone.
    """

    SHOWN = "shown"
    WAITING = "waiting"
    KEPT = "kept"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Version:
    """One of the texts of an article, and where it came from.

    ``id`` is that of the article for a shown text that nothing ever took the place of. The names
    and types are those of its source; ``added`` is when it came in, UTC in ISO 8601. ``words``
    is how many words its text has.
    """

    id: str
    article_id: str
    state: VersionState
    source_name: str
    media_type: str
    link: str | None
    added: str
    words: int = 0
