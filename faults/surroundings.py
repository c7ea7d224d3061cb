"""What is dropped and where the program runs: pipes, loops, changing files, other locales."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from clipreader.model import Fate
from clipreader.operations import Library, checking, importing, open_library, reading
from faults.fault import CannotBeInjected, Tally, Trial
from faults.scene import SEEDS, furnish, meaning

ROOT = Path(__file__).resolve().parent.parent
LONGEST = 5.0
"""Seconds after which a file that cannot be read has to be refused."""

LOCALES = ("C", "C.UTF-8", "POSIX", "tr_TR.UTF-8", "ar_EG.UTF-8", "ja_JP.EUC-JP")
"""What ``LC_ALL`` may say; those that the system lacks are C to it."""


REFUSED = (Fate.FAILED, Fate.UNREAD)
"""What may become of what is no file of ours."""


def odd_places(trial: Trial) -> Tally:
    """Drop what is no file of ours: each is refused in time with a sentence, none hangs."""
    if os.name == "nt":
        raise CannotBeInjected("Windows has no such files")
    tally, folder = Tally(), trial.folder / "odd"
    folder.mkdir()
    places = _made(folder)
    with open_library(trial.folder / "library") as library:
        for name, place in places.items():
            began = time.monotonic()
            items = importing.import_sources(library, [place]).value.items
            breaks = [f"{item.fate}" for item in items if item.fate not in REFUSED]
            breaks += [f"no sentence: {i.reason}" for i in items if not i.reason.endswith(".")]
            breaks += [] if items else ["not a word of it in the report"]
            breaks += ["slow"] if time.monotonic() - began > LONGEST else []
            tally.tried(name, breaks)
        tally.broken += checking.check(library).problems
    return tally


def changing_file(trial: Trial, *, short: int, long: int) -> Tally:
    """Write to a file while it is read: what is kept is what was read, and its hash says so."""
    tally, place = Tally(), trial.folder / "changing.txt"
    with open_library(trial.folder / "library") as library:
        for number in trial.times(short, long):
            stop = threading.Event()
            writer = threading.Thread(target=_write_on, args=(place, number, stop))
            writer.start()
            try:
                items = importing.import_sources(library, [place]).value.items
            finally:
                stop.set()
                writer.join()
            tally.tried(f"file {number}", _kept(library, [i.article_id for i in items]))
        tally.broken += checking.check(library).problems
    return tally


def other_locales(trial: Trial) -> Tally:
    """Run under other locales and without UTF-8: the library means the same."""
    tally, scene = Tally(), trial.folder / "scene"
    furnish(scene)
    with open_library(scene) as library:
        here = meaning(library)
    program = (
        "import sys, pathlib\nfrom faults import scene\nfrom clipreader.operations import "
        "open_library\nplace = pathlib.Path(sys.argv[1])\nscene.furnish(place)\n"
        "with open_library(place) as library: told = scene.meaning(library)\n"
        "pathlib.Path(sys.argv[2]).write_text(told, encoding='utf-8')"
    )
    for number, locale in enumerate(LOCALES):
        to = trial.folder / f"told-{number}"
        environment = {
            **os.environ,
            "LC_ALL": locale,
            "PYTHONUTF8": "0",
            "PYTHONCOERCECLOCALE": "0",
        }
        environment["PYTHONPATH"] = os.pathsep.join([str(ROOT), str(ROOT / "src")])
        command = [sys.executable, "-c", program, str(trial.folder / f"in-{number}"), str(to)]
        went = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        told = to.read_text(encoding="utf-8") if to.exists() else went.stderr[-200:]
        tally.tried(locale, [] if told == here else ["it means something else: " + told[:200]])
    return tally


def no_place_for_drafts(trial: Trial) -> Tally:
    """Take the folder for temporary files away: importing goes on, or says why not."""
    tally, old = Tally(), tempfile.tempdir
    for name in ("gone", "a file"):
        place = trial.folder / name.replace(" ", "-")
        if name == "a file":
            place.write_bytes(b"")
        tempfile.tempdir = str(place)
        try:
            with open_library(trial.folder / f"library-{len(name)}") as library:
                page = SEEDS / "two-shipyards-one-crane.html"
                items = importing.import_sources(library, [page]).value.items
                told = [i.reason for i in items if i.fate is not Fate.ADDED]
                tally.tried(name, [reason for reason in told if not reason.endswith(".")])
        finally:
            tempfile.tempdir = old
    return tally


def _made(folder: Path) -> dict[str, Path]:
    """Make the odd places and return them by what they are."""
    os.mkfifo(folder / "pipe.txt")
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(folder / "s.txt"))
    listener.close()
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    (folder / "circle").mkdir()
    (folder / "circle" / "again").symlink_to(folder / "circle")
    (folder / "empty.txt").write_bytes(b"")
    return {
        "a pipe": folder / "pipe.txt",
        "a socket": folder / "s.txt",
        "a link to itself": folder / "loop.txt",
        "a link to nothing": folder / "gone.txt",
        "a folder in itself": folder / "circle",
        "an empty file": folder / "empty.txt",
        "nothing": folder / "never.txt",
        "a device": Path("/dev/zero"),
        "another device": Path("/dev/tty"),
        "memory": Path("/proc/self/mem"),
        "a name too long": folder / ("n" * 300 + ".txt"),
    }


def _write_on(place: Path, number: int, stop: threading.Event) -> None:
    turn = 0
    while not stop.is_set():
        turn += 1
        lines = (f"Line {n} of file {number} in round {turn}.\n\n" for n in range(40))
        with place.open("w", encoding="utf-8") as file:
            file.writelines(lines)


def _kept(library: Library, ids: list[str | None]) -> Iterator[str]:
    for article_id in filter(None, ids):
        source = reading.original(library, article_id)
        opened = reading.open_article(library, article_id)
        if source.sha256 != opened.article.source_hash:
            yield "what is kept is not what was read"
