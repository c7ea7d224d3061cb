"""``backup`` and ``restore``: there and back again."""

from __future__ import annotations

import re

from clipreader import paths
from clipreader.operations import open_library
from clipreader.operations.watching import folders, looking, taking
from clipreader.operations.watching.folders import WatchedFolder


def test_a_backup_is_made_listed_and_put_back(ask, ids, folder):
    assert "There are no backups yet" in ask("restore").out
    assert "Backup 1 was made and read back" in ask("backup").out
    ask("highlight", ids[0], "--quote", "twenty past nine")
    assert len(ask("clippings", "--json").json) == 1
    assert re.match(
        r"1 +\d{4}-\d\d-\d\d \d\d:\d\d +2 articles +0 clippings +0\.\d MB", ask("restore").out
    )
    told = ask("restore", "1")
    assert told.code == 0
    kept = re.search(r"kept as (.*)\n", told.out)
    assert kept is not None
    assert (folder / kept[1].rpartition("/")[2]).is_file()
    assert ask("clippings", "--json").json == []
    assert ask("check").code == 0


def test_a_backup_that_is_not_there_is_told(ask, ids):
    told = ask("restore", "7")
    assert (told.code, told.out) == (1, "")
    assert "There is no backup 7" in told.err
    assert ask("restore", "x").code == 2


def test_nothing_is_backed_up_where_there_is_no_library(ask, folder):
    told = ask("backup")
    assert told.code == 1
    assert "There is no library" in told.err
    assert not folder.exists()


def test_a_damaged_library_is_mended_to_the_last_change(ask, ids, folder):
    assert "The library is whole" in ask("restore", "newest").out
    ask("backup")
    ask("highlight", ids[0], "--quote", "twenty past nine")
    (folder / "library.sqlite").write_bytes(b"a text that came in its place")
    told = ask("list")
    assert told.code == 1
    assert "clipreader restore newest" in told.err
    told = ask("restore", "newest")
    assert told.code == 0
    assert "restored from backup 1" in told.out
    assert "Done again from the action log: 1. Nothing is missing." in told.out
    assert "highlight  twenty past nine" in told.out
    assert [one["quote"] for one in ask("clippings", "--json").json] == ["twenty past nine"]
    assert ask("check").code == 0


def test_what_cannot_be_done_again_is_told(ask, ids, folder):
    ask("backup")
    ask("highlight", ids[0], "--quote", "twenty past nine")
    (log,) = (folder / "log").iterdir()
    log.unlink()
    (folder / "library.sqlite").unlink()
    told = ask("restore", "newest")
    assert (told.code, "What was done since is missing." in told.out) == (0, True)
    assert ask("clippings", "--json").json == []


def test_nothing_is_restored_from_nothing(ask, folder):
    told = ask("restore", "newest")
    assert told.code == 1
    assert "There is nothing to restore" in told.err
    assert not folder.exists()


def test_watched_files_of_the_time_after_a_backup_may_come_again(
    ask, ids, folder, tmp_path, monkeypatch
):
    """The notes on watched folders lie beside the settings, and go back as the library does."""
    monkeypatch.setattr(paths, "settings_file", lambda: tmp_path / "settings.json")
    notes = taking.notes_in(folders.notes_for(folder, tmp_path))
    ask("backup")
    watched = tmp_path / "inbox"
    watched.mkdir()
    (watched / "late.txt").write_text("Late Ferry\n\nIt came in after the backup.\n")
    (seen,) = looking.look(WatchedFolder(watched), folder).seen
    with open_library(folder) as library:
        taking.take(library, [seen], notes)
    assert notes.remembered.knows(seen)
    ask("restore", "1")
    again = taking.notes_in(folders.notes_for(folder, tmp_path))
    assert not again.remembered.knows(seen)
