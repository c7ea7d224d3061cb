"""``backup`` and ``restore``: there and back again."""

from __future__ import annotations

import re


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
