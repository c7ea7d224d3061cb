"""What people drop by mistake, and what others send on purpose: one clear sentence each.

Every input goes through the command line, whose core is the window's.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from clipreader.__main__ import main

STORY = (
    "Ferry Keeper Finds the Old Bell\n\n"
    "The bell had been under the jetty since the winter of the long frost, he said.\n\n"
    "Nobody on the quay had asked for it, and nobody now wants to give it up again.\n"
)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library"


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


def run_import(library: Path, *paths: Path, capsys: pytest.CaptureFixture[str]) -> list[dict]:
    main(["--library", str(library), "import", "--json", *map(str, paths)])
    return json.loads(capsys.readouterr().out)


def is_one_clear_sentence(reason: str) -> bool:
    return (
        10 < len(reason) < 300
        and reason.endswith((".", "”"))
        and "Traceback" not in reason
        and "Error" not in reason
        and "\n" not in reason
    )


def write(data: bytes) -> Callable[[Path], None]:
    return lambda path: path.write_bytes(data) and None


def fifo(path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no FIFOs")
    os.mkfifo(path)


def loop(path: Path) -> None:
    try:
        path.symlink_to(path)
    except OSError:
        pytest.skip("this system makes no symbolic links")


REFUSED: list[tuple[str, Callable[[Path], None]]] = [
    ("empty.txt", write(b"")),
    ("only-blanks.txt", write(b" \n\t\n \xc2\xa0\n")),
    ("picture.txt", write(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 20)),
    ("program.html", write(b"\x7fELF\x02\x01\x01" + bytes(500))),
    ("pipe.txt", fifo),
    ("loop.txt", loop),
    ("no-such-file.txt", lambda path: None),
    ("hundred-megabytes.txt", write(b"a" * 100_000_000)),
    ("no-text.html", write(b"<html><head><script>let a = 1</script></head><body></body></html>")),
]


@pytest.mark.parametrize(("name", "make"), REFUSED, ids=[name for name, _ in REFUSED])
def test_what_is_no_article_is_refused_in_one_sentence(
    name: str,
    make: Callable[[Path], None],
    library: Path,
    inbox: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    make(inbox / name)
    good = inbox / "good.txt"
    good.write_text(STORY, encoding="utf-8")
    bad_line, good_line = run_import(library, inbox / name, good, capsys=capsys)
    assert bad_line["outcome"] == "failed"
    assert is_one_clear_sentence(bad_line["reason"]), bad_line["reason"]
    assert good_line["outcome"] == "added"


ACCEPTED: list[tuple[str, bytes, str]] = [
    ("nul.txt", STORY.replace("long", "lo\0ng").encode(), "long frost"),
    ("surrogate.txt", STORY.encode() + b"\nA lone \xed\xa0\x80 half stood here.\n", "half stood"),
    (
        "surrogate-16.txt",
        ("\ufeff" + STORY + "\ud800!").encode("utf-16-le", "surrogatepass"),
        "bell",
    ),
    (
        "bidi.txt",
        (STORY + "\nHe wrote \u202edetrever\u202c and \u2067isolated\u2069.\n").encode(),
        "wrote",
    ),
    ("one-line.txt", b"Headline\n\n" + b"word " * 400_000, "word word"),
    ("no-blanks.txt", b"Headline\n\n" + b"x" * 1_000_000, "xxxx"),
    (
        "deep.html",
        b"<html><body>" + b"<div>" * 100_000 + b"<p>The bell lay at the very bottom of it.</p>",
        "very bottom",
    ),
    ("bold.txt", STORY.replace("Old Bell", "<b>Old</b> Bell").encode(), "<b>Old</b> Bell"),
]


@pytest.mark.parametrize(("name", "data", "kept"), ACCEPTED, ids=[name for name, *_ in ACCEPTED])
def test_what_is_odd_but_readable_is_read(
    name: str,
    data: bytes,
    kept: str,
    library: Path,
    inbox: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (inbox / name).write_bytes(data)
    (line,) = run_import(library, inbox / name, capsys=capsys)
    assert line["outcome"] == "added", line
    main(["--library", str(library), "show", line["article_id"], "--json"])
    shown = capsys.readouterr().out
    assert kept in " ".join(block["text"] or "" for block in json.loads(shown)["blocks"])
    assert main(["--library", str(library), "check"]) == 0


def test_a_headline_is_shown_as_it_was_typed(
    library: Path, inbox: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (inbox / "a.txt").write_text(STORY.replace("Old", "<b>Old</b>"), encoding="utf-8")
    run_import(library, inbox / "a.txt", capsys=capsys)
    main(["--library", str(library), "list", "--json"])
    (row,) = json.loads(capsys.readouterr().out)
    assert row["headline"] == "Ferry Keeper Finds the <b>Old</b> Bell"


def test_folders_in_folders_are_walked_and_never_in_circles(
    library: Path, inbox: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    deep = inbox
    for name in "abcdefgh":
        deep = deep / name
        deep.mkdir()
        (deep / "empty").mkdir()
    (deep / "story.txt").write_text(STORY, encoding="utf-8")
    try:
        (deep / "up").symlink_to(inbox, target_is_directory=True)
    except OSError:
        pytest.skip("this system makes no symbolic links")
    lines = run_import(library, inbox, capsys=capsys)
    assert [line["outcome"] for line in lines] == ["added", "unread"]
    assert lines[1]["reason"] == "ClipReader does not follow links inside a folder."


@pytest.fixture
def no_network() -> Iterator[list[str]]:
    """Every attempt to reach another machine while the test runs."""
    attempts: list[str] = []
    watching = [True]

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if watching[0] and event in {"socket.connect", "socket.getaddrinfo", "urllib.Request"}:
            attempts.append(f"{event} {arguments}")

    sys.addaudithook(watch)
    yield attempts
    watching[0] = False


def test_a_page_of_scripts_and_remote_pictures_fetches_nothing(
    library: Path,
    inbox: Path,
    no_network: list[str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    (inbox / "page.html").write_text(
        "<html><head><script src='https://example.invalid/a.js'></script>"
        "<link rel='stylesheet' href='https://example.invalid/a.css'></head><body><article>"
        "<h1>Bell Raised</h1><img src='https://example.invalid/p.jpg' onerror='alert(1)'>"
        "<p onclick='steal()'>The bell came up at noon, green and heavy, to general surprise.</p>"
        "<p>It was set down on the quay, where children took turns to knock on it.</p>"
        "<iframe src='https://example.invalid/'></iframe><script>document.write('no')</script>"
        "</article></body></html>",
        encoding="utf-8",
    )
    (line,) = run_import(library, inbox / "page.html", capsys=capsys)
    main(["--library", str(library), "show", line["article_id"], "--json"])
    shown = capsys.readouterr().out
    assert "green and heavy" in shown
    assert "document.write" not in shown
    assert "steal" not in shown
    assert no_network == []


@pytest.fixture
def an_ordinary_person() -> Iterator[None]:
    """A person whom permissions bind; root is not."""
    if not hasattr(os, "geteuid"):
        pytest.skip("this system has other permissions")
    was = os.geteuid()
    if was == 0:
        os.seteuid(65534)
    yield
    os.seteuid(was)


def test_a_library_that_cannot_be_made_is_said_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    assert main(["--library", str(tmp_path / "file" / "library"), "list"]) == 1
    assert is_one_clear_sentence(capsys.readouterr().err.strip())
