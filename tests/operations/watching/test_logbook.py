"""The log tells what came, survives damage and stays short."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from clipreader.operations.watching import logbook
from clipreader.operations.watching.logbook import Logbook, LogLine

WHEN = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)
LINE = LogLine(WHEN, "/in/f\udcffhre <b>.txt", "added", "A note.", "01")
FAILED = LogLine(WHEN, "/in/empty.txt", "failed", "“empty.txt” is empty.")


def test_lines_are_there_after_a_restart(tmp_path):
    book = Logbook(tmp_path / "notes")
    assert book.lines == ()
    book.add([LINE])
    book.add([FAILED])
    assert book.lines == Logbook(tmp_path / "notes").lines == (LINE, FAILED)


def test_what_fails_as_before_is_told_once(tmp_path):
    book = Logbook(tmp_path)
    book.add([FAILED])
    book.add([replace(FAILED, when=WHEN + timedelta(days=1))])
    assert book.lines == (FAILED,)
    book.add([replace(FAILED, reason="“empty.txt” is too large.")])
    assert len(book.lines) == 2


@pytest.mark.parametrize("cut", [1, 10, 60])
def test_a_line_that_was_cut_off_harms_no_other(tmp_path, cut):
    Logbook(tmp_path).add([LINE, FAILED])
    (file,) = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:-cut])
    Logbook(tmp_path).add([replace(LINE, path="/in/later.txt")])
    paths = [line.path for line in Logbook(tmp_path).lines]
    assert (paths[0], paths[-1]) == (LINE.path, "/in/later.txt")


@pytest.mark.parametrize(
    "words",
    [
        *("[]", "7", "{}", "nonsense", "[[", '{"when": "yesterday", "path": "a", "fate": "added"}'),
        '{"when": "2026-11-24T18:00:00", "path": "a", "fate": "added"}',
        '{"when": "2026-11-24T18:00:00+00:00", "path": 7, "fate": "added"}',
        '{"when": "2026-11-24T18:00:00+00:00", "path": "a"}',
    ],
)
def test_nonsense_is_passed_over(tmp_path, words):
    Logbook(tmp_path).add([LINE])
    (file,) = tmp_path.iterdir()
    file.write_text(f"{words}\n{file.read_text()}\n{words}\n", encoding="utf-8")
    assert Logbook(tmp_path).lines == (LINE,)


def test_it_stays_short(tmp_path, monkeypatch):
    monkeypatch.setattr(logbook, "LONGEST", 10)
    book = Logbook(tmp_path)
    lines = [replace(LINE, path=f"/in/{number}.txt") for number in range(500)]
    for line in lines:
        book.add([line])
    assert book.lines == Logbook(tmp_path).lines == tuple(lines[-10:])
    (file,) = tmp_path.iterdir()
    assert len(file.read_bytes().splitlines()) < 2 * (10 + 200) + 2


def test_a_place_that_cannot_be_written_is_no_error(tmp_path):
    (tmp_path / "notes").write_text("a file")
    book = Logbook(tmp_path / "notes")
    book.add([LINE])
    assert book.lines == (LINE,)
