"""The newest good state of a library whose file is damaged, behind or gone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from clipreader.model.backup import Backup


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that was done, as the action log tells it.

    ``label`` is what Undo calls it; ``words`` begin what it was done to: a headline, a quote.
    """

    made: datetime
    label: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Rescue:
    """What can be made of a library: its own file or a backup, and what the log does again.

    ``backup`` is None where it is the library's own file, or, if ``from_log`` is set, an empty one.
    ``again`` is done again from the action log; ``lost`` is in the log and cannot be. If
    ``is_whole``, the result is the library as it was when the last change was told as done; else
    what is missing may be more than ``lost`` tells.
    """

    backup: Backup | None
    from_log: bool = False
    again: tuple[Deed, ...] = ()
    lost: tuple[Deed, ...] = ()
    is_whole: bool = False
