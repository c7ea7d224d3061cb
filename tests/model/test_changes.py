from __future__ import annotations

from clipreader.model import Changes, Fate, Imported, ImportReport


def test_changes_add_up() -> None:
    both = Changes(articles=frozenset({"a"})) | Changes(highlights=frozenset({"h"}), tags=True)
    assert both == Changes(frozenset({"a"}), frozenset({"h"}), rows=False, tags=True)


def test_no_change_is_false() -> None:
    assert not Changes()
    assert Changes(rows=True)
    assert Changes() | Changes(rules=True)


def test_a_report_is_read_by_fate() -> None:
    added = Imported("a.txt", Fate.ADDED, "1")
    failed = Imported("b.txt", Fate.FAILED, reason="It is empty.")
    report = ImportReport((added, failed))
    assert report.of(Fate.FAILED) == (failed,)
    assert report.of(Fate.DUPLICATE) == ()
