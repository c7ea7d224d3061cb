from __future__ import annotations

from clipreader.model import HINT_ROLES, Hint
from tests import records


def test_every_hint_but_none_speaks_for_a_role() -> None:
    assert set(HINT_ROLES) == set(Hint) - {Hint.NONE}


def test_a_source_is_known_by_its_bytes() -> None:
    one, other = records.source("same", "a.txt"), records.source("same", "b.txt")
    assert one.sha256 == other.sha256 != records.source("different").sha256
