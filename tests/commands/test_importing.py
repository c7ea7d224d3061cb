"""``import`` tells what became of each source."""

from __future__ import annotations

import io
import os
import signal
import sys

import pytest

from clipreader.commands import importing
from clipreader.model import Fate, Imported, ImportReport, Outcome, Progress
from tests.commands.conftest import CRANE


def test_added_duplicate_and_failed_are_told(ask, files, tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    told = ask("import", files[0], tmp_path / "empty.txt", files[1], "--json")
    assert told.code == 1
    assert [line["outcome"] for line in told.json] == ["added", "failed", "added"]
    assert told.json[1]["reason"] in told.err
    again = ask("import", *files, "--json")
    assert again.code == 0
    assert [line["outcome"] for line in again.json] == ["duplicate", "duplicate"]
    assert [line["article_id"] for line in again.json] == [
        line["article_id"] for line in told.json if line["article_id"]
    ]


def test_report_for_people(ask, files, tmp_path):
    told = ask("import", *files, tmp_path / "nothing.txt")
    assert told.code == 1
    assert [line.split()[0] for line in told.out.splitlines()] == ["added", "added"]
    assert "nothing.txt" in told.err
    assert "nothing.txt" not in told.out


def test_folder_of_nothing_is_told(ask, tmp_path):
    (tmp_path / "empty").mkdir()
    told = ask("import", tmp_path / "empty", "--json")
    assert (told.code, [line["outcome"] for line in told.json]) == (1, ["failed"])
    assert "empty" in told.err


def test_standard_input_is_an_article(ask, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(CRANE.encode())))
    (line,) = ask("import", "-", "--json").json
    assert line["outcome"] == "added"
    assert ask("list", "--json").json[0]["headline"].startswith("Two Shipyards")


def test_empty_standard_input_harms_no_other(ask, files, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    told = ask("import", "-", files[0], "--json")
    assert told.code == 1
    assert [line["outcome"] for line in told.json] == ["failed", "added"]


def test_library_that_cannot_be_made_is_one_sentence(ask, folder, files):
    folder.write_text("a file")
    told = ask("import", files[0])
    assert told.code == 1
    assert told.err == "The library’s place is not a folder.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot send itself Ctrl+C there")
def test_interrupt_keeps_and_tells_what_is_in(ask, files, monkeypatch):
    before = signal.getsignal(signal.SIGINT)
    added = Imported("a.txt", Fate.ADDED, "01")

    def interrupted(library, incoming, *, progress):
        assert progress(Progress(0, 2, "a.txt"))
        os.kill(os.getpid(), signal.SIGINT)
        assert not progress(Progress(1, 2, "b.txt"))
        return Outcome(ImportReport((added,), cancelled=True))

    monkeypatch.setattr(importing.importing, "import_sources", interrupted)
    told = ask("import", *files, "--json")
    assert (told.code, told.err) == (130, "")
    assert [line["article_id"] for line in told.json] == ["01"]
    assert signal.getsignal(signal.SIGINT) is before


def test_second_interrupt_ends_at_once(ask, files, monkeypatch):
    def interrupted_twice(library, incoming, *, progress):
        progress.stop(signal.SIGINT, None)
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(importing.importing, "import_sources", interrupted_twice)
    assert ask("import", *files, "--json").code == 130


def test_progress_is_shown_on_a_terminal_and_cleared(ask, files, monkeypatch, capsys):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    told = ask("import", *files)
    assert "0 of 2" in told.err
    assert told.err.endswith("\r\x1b[K")
