"""Backups come by themselves, when there is something to back up."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from clipreader.model import Query
from clipreader.operations import backing_up, importing, open_library, reading
from clipreader.operations.backing_up import EVERY, back_up_if_due, backups_in, restore

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
TEXT = "Two Shipyards Share One Crane\n\nThe second yard keeps the key. The first keeps the oil.\n"


def test_backups_are_made_when_something_was_done_and_some_time_went_by(tmp_path: Path) -> None:
    file = tmp_path / "crane.txt"
    file.write_text(TEXT, encoding="utf-8")
    with open_library(tmp_path / "library") as library:
        assert back_up_if_due(library, now=NOW) is None, "an empty library"
        importing.import_sources(library, [file])
        first = back_up_if_due(library, now=NOW)
        assert first is not None
        assert first.articles == 1
        later = NOW + EVERY + timedelta(minutes=1)
        assert back_up_if_due(library, now=later) is None, "nothing was done"
        file.write_text(TEXT.replace("Two", "Three"), encoding="utf-8")
        importing.import_sources(library, [file])
        assert back_up_if_due(library, now=NOW + timedelta(minutes=5)) is None, "too soon"
        second = back_up_if_due(library, now=later)
        assert second is not None
        assert back_up_if_due(library, now=NOW - timedelta(days=3)) is None, "as it is in there"
    assert backups_in(tmp_path / "library") == (second, first)
    with open_library(tmp_path / "library", read_only=True) as library:
        assert back_up_if_due(library, now=NOW + timedelta(days=9)) is None


def test_the_way_back(tmp_path: Path) -> None:
    file = tmp_path / "crane.txt"
    file.write_text(TEXT, encoding="utf-8")
    folder = tmp_path / "library"
    with open_library(folder) as library:
        importing.import_sources(library, [file])
        made = backing_up.back_up(library)
        file.write_text(TEXT.replace("Two", "Three"), encoding="utf-8")
        importing.import_sources(library, [file])
    aside = restore(folder, made)
    assert aside.parent == folder
    with open_library(folder) as library:
        assert [row.headline for row in reading.list_articles(library, Query())] == [
            "Two Shipyards Share One Crane"
        ]
