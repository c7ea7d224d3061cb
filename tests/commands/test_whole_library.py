"""The whole library goes out and comes back by two commands."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from clipreader.__main__ import main
from tests.stories import story

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def done(library: str, *typed: object) -> tuple[int, str, str]:
        code = main([*map(str, typed), "--library", str(tmp_path / library)])
        told = capsys.readouterr()
        return code, told.out, told.err

    for number in range(2):
        (tmp_path / f"{number}.txt").write_text(story(number), "utf-8")
    assert done("mine", "import", tmp_path / "0.txt", tmp_path / "1.txt")[0] == 0
    return done


def test_out_and_back(run: Run, tmp_path: Path) -> None:
    listed = run("mine", "list", "--json")[1]
    assert run("mine", "export", "--all", "--to", tmp_path / "out")[:2] == (
        0,
        f"2 articles in “{tmp_path / 'out'}”.\n",
    )
    assert run("other", "import", tmp_path / "out")[:2] == (0, "2 articles added.\n")
    assert run("other", "list", "--json")[1] == listed
    code, out, _ = run("other", "import", tmp_path / "out")
    assert (code, out.splitlines()[1:]) == (0, ["2 articles already there and left as before."])
    assert run("other", "check")[0] == 0


def test_json_says_what_became_of_it(run: Run, tmp_path: Path) -> None:
    run("mine", "export", "--all", "--to", tmp_path / "out")
    (one,) = json.loads(run("other", "import", tmp_path / "out", "--json")[1])
    assert (one["added"], one["already_there"], one["refused"]) == (2, [], [])


@pytest.mark.parametrize(
    "typed", [("export", "ferry", "--all", "--to", "x"), ("import", "out", "0.txt")]
)
def test_what_makes_no_sense_is_refused(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    run("mine", "export", "--all", "--to", "out")
    assert run("mine", *typed)[0] == 2
    assert len(json.loads(run("mine", "list", "--json")[1])) == 2


def test_a_damaged_folder_is_one_sentence(run: Run, tmp_path: Path) -> None:
    run("mine", "export", "--all", "--to", tmp_path / "out")
    (tmp_path / "out" / "README.txt").write_text("x")
    code, out, err = run("other", "import", tmp_path / "out")
    assert (code, out) == (1, "")
    assert err.count("\n") == 1
    assert "“README.txt” is not what it was" in err
