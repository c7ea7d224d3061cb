"""``check`` tells what is wrong, and that nothing is."""

from __future__ import annotations


def test_sound_library_is_well(ask, ids, folder):
    told = ask("check")
    assert (told.code, told.err) == (0, "")
    assert "2 articles" in told.out
    assert "SQLite" in told.out


def test_damaged_original_is_told(ask, ids, folder):
    kept = next(file for file in (folder / "originals").rglob("*") if file.is_file())
    kept.chmod(0o600)
    kept.write_bytes(b"something else")
    told = ask("check")
    assert told.code == 1
    assert told.err.strip()
    assert "All is well" not in told.out


def test_no_library_is_not_well(ask, folder):
    told = ask("check")
    assert (told.code, told.out) == (1, "")
    assert not folder.exists()
