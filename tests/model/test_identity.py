from __future__ import annotations

import re
import time

from clipreader.model import new_id


def test_ids_are_26_characters_that_no_file_system_minds() -> None:
    assert re.fullmatch(r"[0-9a-hjkmnp-tv-z]{26}", new_id())


def test_a_thousand_ids_are_a_thousand() -> None:
    assert len({new_id() for _ in range(1000)}) == 1000


def test_ids_sort_by_age() -> None:
    older = new_id()
    time.sleep(0.002)
    assert older < new_id()
