"""The door: what is loaded for what, and how the program ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from clipreader import __version__, paths
from clipreader.__main__ import NO_DISPLAY, main
from clipreader.commands.parser import command_names

SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
STORY = "Ferry Keeper Finds the Old Bell\n\nThe “bell” — he said — lay under the jetty: 5 €.\n"


def environment(**more: str) -> dict[str, str]:
    """The environment without what the tests themselves set, and without a screen."""
    bare = {name: value for name, value in os.environ.items() if name not in SCREENS}
    return {**bare, **more}


def start(*typed: object, **how: object) -> subprocess.CompletedProcess[bytes]:
    """Start the program as a person does."""
    command = [sys.executable, "-m", "clipreader", *map(str, typed)]
    how = {"env": environment(), "capture_output": True, **how}
    return subprocess.run(command, timeout=60, check=False, **how)


def loaded_by(*typed: str) -> set[str]:
    """Return the names of all modules that are there after a command."""
    code = (
        "import sys; from clipreader.__main__ import main; main(sys.argv[1:]);"
        "print('\\n'.join(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *typed], capture_output=True, check=True, text=True
    )
    return set(done.stderr.splitlines())


@pytest.fixture
def story(tmp_path: Path) -> Path:
    file = tmp_path / "story.txt"
    file.write_text(STORY, encoding="utf-8")
    return file


@pytest.mark.parametrize("typed", [["--help"], ["--version"], ["import", "--help"]], ids=str)
def test_help_loads_neither_qt_nor_the_database(typed):
    loaded = {name.split(".")[0] for name in loaded_by(*typed)}
    assert not loaded & {"PySide6", "shiboken6", "sqlalchemy", "sqlite3", "lxml", "markdown_it"}


@pytest.mark.parametrize("command", ["inspect", "list"])
def test_command_never_loads_qt(command, story, tmp_path):
    typed = [command, str(story)] if command == "inspect" else [command]
    loaded = loaded_by(*typed, "--library", str(tmp_path / "none"))
    assert "clipreader.commands.running" in loaded
    assert "PySide6" not in loaded


def test_version(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"clipreader {__version__}\n"


def test_help_names_every_command(capsys):
    assert main(["--help"]) == 0
    told = capsys.readouterr().out
    assert all(f"  {name} " in told for name in command_names())


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["lisst"], "Did you mean “list”?"),
        (["frobnicate"], "clipreader --help"),
        (["list", "--frobnicate"], "usage: clipreader list"),
        (["--frobnicate"], "usage: clipreader"),
    ],
    ids=str,
)
def test_what_is_not_understood_ends_with_two(typed, told, capsys):
    assert main(typed) == 2
    assert told in capsys.readouterr().err


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")
@pytest.mark.parametrize("typed", [[], ["./list"], ["story.txt"]], ids=str)
def test_no_display_is_one_sentence(typed, tmp_path, story):
    (tmp_path / "list").write_text(STORY)
    told = start(*typed, cwd=tmp_path)
    assert (told.returncode, told.stdout) == (1, b"")
    assert told.stderr.decode() == NO_DISPLAY + "\n"


@pytest.fixture
def opened(monkeypatch) -> list[tuple[object, ...]]:
    """What the window was opened with."""
    asked: list[tuple[object, ...]] = []
    hollow = ModuleType("clipreader.app")
    hollow.run = lambda files, library, tell: asked.append((files, library)) or 7
    monkeypatch.setitem(sys.modules, "clipreader.app", hollow)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return asked


def test_window_gets_the_files_and_the_library(opened, story, tmp_path):
    assert main([str(story), "gone.txt", "--library", str(tmp_path)]) == 7
    assert opened == [([story, Path("gone.txt")], tmp_path)]


def test_window_opens_on_the_persons_own_library(opened):
    assert main([]) == 7
    assert opened == [([], paths.default_library())]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")
def test_window_is_not_tried_without_a_display(opened, monkeypatch, capsys):
    for name in SCREENS:
        monkeypatch.delenv(name, raising=False)
    assert main([]) == 1
    assert capsys.readouterr().err == NO_DISPLAY + "\n"
    assert opened == []


def test_word_that_is_a_file_is_opened(opened, story, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    story.rename(tmp_path / "README")
    assert main(["README"]) == 7


@pytest.mark.parametrize("typed", [[], ["--self-test"]], ids=str)
def test_qt_that_cannot_be_loaded_is_one_sentence(typed, monkeypatch, capsys):
    def missing(name: str):
        words = "libEGL.so.1: cannot open shared object file"
        raise ImportError(words, name="PySide6.QtGui", path="QtGui.abi3.so")

    for name in ("app", "selftest"):
        hollow = ModuleType(f"clipreader.{name}")
        hollow.__getattr__ = missing
        monkeypatch.setitem(sys.modules, f"clipreader.{name}", hollow)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert main(typed) == 1
    assert "libEGL.so.1" in capsys.readouterr().err


@pytest.mark.parametrize(
    "way",
    [{"LC_ALL": "C"}, {"LC_ALL": "POSIX", "PYTHONIOENCODING": "ascii"}, {"PYTHONUTF8": "0"}],
    ids=str,
)
def test_answer_is_utf8_everywhere(story, way):
    told = start("inspect", story, env=environment(**way))
    assert told.returncode == 0, told.stderr.decode()
    found = json.loads(told.stdout.decode("utf-8"))
    assert "“bell”" in found["blocks"][-1]["text"]
    assert "“bell”" in told.stdout.decode("utf-8")


def test_reader_that_leaves_early_is_no_failure(story):
    command = [sys.executable, "-m", "clipreader", "inspect", str(story)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    ) as program:
        assert program.stdout and program.stderr
        program.stdout.close()
        assert program.wait(60) == 0
        assert program.stderr.read() == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full disk to try")
def test_answer_that_cannot_be_written_is_one_sentence(story):
    with Path("/dev/full").open("wb") as full:
        told = start("inspect", story, capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert told.returncode == 1
    assert told.stderr.count(b"\n") == 1
    assert b"Traceback" not in told.stderr


def test_five_journeys_without_a_window(tmp_path, story, capsys):
    library = ["--library", str(tmp_path / "library")]

    def ask(*typed: str):
        assert main([*typed, *library]) == 0
        return capsys.readouterr().out

    (added,) = json.loads(ask("import", str(story), "--json"))
    one = added["article_id"]
    assert "under the jetty" in ask("show", one)
    ask("highlight", one, "--quote", "lay under the jetty", "--tag", "bells")
    assert json.loads(ask("search", "jetty", "--json"))[0]["article_id"] == one
    ask("export", "tag:bells", "--to", str(tmp_path / "bells.md"))
    assert "lay under the jetty" in (tmp_path / "bells.md").read_text(encoding="utf-8")
    assert "All is well" in ask("check")
