"""A place that may harm a library is known by its file system, its name, or a mark in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from clipreader.library import connecting, open_library, whereabouts
from clipreader.library.connecting import driver_of
from clipreader.library.whereabouts import Place, place_of

MOUNTS = r"""/dev/sda1 / ext4 rw 0 0
server:/export /mnt/news nfs4 rw 0 0
//desk/share /mnt/two\040words cifs rw 0 0
me@host:/ /home/me/far fuse.sshfs rw 0 0
/dev/sdb1 /mnt/news/local ext4 rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "place"),
    [
        ("/home/me/library", Place.LOCAL),
        ("/mnt/news", Place.NETWORK),
        ("/mnt/news/library", Place.NETWORK),
        ("/mnt/newspapers/library", Place.LOCAL),
        ("/mnt/news/local/library", Place.LOCAL),
        ("/mnt/two words/library", Place.NETWORK),
        ("/home/me/far/library", Place.NETWORK),
    ],
)
def test_a_network_drive_is_known_by_its_file_system(tmp_path, monkeypatch, folder, place):
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS)
    monkeypatch.setattr(whereabouts, "_MOUNTS", mounts)
    monkeypatch.setattr(whereabouts.sys, "platform", "linux")
    assert place_of(Path(folder))[0] == place


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("Dropbox/library", "Dropbox"),
        ("Dropbox (Harbour Post)/library", "Dropbox"),
        ("OneDrive/library", "OneDrive"),
        ("OneDrive - Harbour Post/Documents/library", "OneDrive"),
        ("Google Drive/library", "Google Drive"),
        ("GoogleDrive-me@example.org/My Drive/library", "Google Drive"),
        ("Library/Mobile Documents/com~apple~CloudDocs/library", "iCloud"),
        ("iCloudDrive/library", "iCloud"),
        ("Nextcloud/library", "Nextcloud"),
        ("Library/CloudStorage/Box-Box/library", ""),
    ],
)
def test_a_synced_folder_is_known_by_its_name(tmp_path, path, name):
    assert place_of(tmp_path / path) == (Place.SYNCED, name)


@pytest.mark.parametrize("path", ["library", "Dropboxes/library", "About OneDrive/library"])
def test_other_names_are_no_sign(tmp_path, path):
    assert place_of(tmp_path / path) == (Place.LOCAL, "")


@pytest.mark.parametrize(("mark", "name"), [(".stfolder", "Syncthing"), (".dropbox", "Dropbox")])
def test_a_synced_folder_is_known_by_its_mark(tmp_path, mark, name):
    (tmp_path / mark).mkdir()
    assert place_of(tmp_path / "deep" / "library") == (Place.SYNCED, name)


def test_where_other_machines_may_write_there_is_no_write_ahead_log(folder, monkeypatch):
    monkeypatch.setattr(connecting, "SAFE_WAL", (3, 0, 0))
    monkeypatch.setattr(connecting, "is_on_network", lambda _: True)
    with open_library(folder) as library:
        driver = driver_of(library.connected())
        assert driver.execute("PRAGMA journal_mode").fetchone()[0] == "delete"
