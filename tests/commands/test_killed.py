"""What was acknowledged outlives a program that is killed at any moment."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

KILLS = int(os.environ.get("CLIPREADER_KILLS", "4"))
"""How often the program is killed; CLIPREADER_KILLS=50 is a longer trial."""

LONGEST = 2.0
"""The last moment of a kill after the first answer, in seconds."""

WORDS = [f"ferry{number:04}" for number in range(2000)]

DRIVER = """
import sys
from clipreader.__main__ import main
library, one, *words = sys.argv[1:]
for word in words:
    main(["highlight", one, "--quote", word, "--note", word, "--tag", "t", "--json",
          "--library", library])
"""
"""One process that highlights word after word, as a script would."""


def answers(told: str) -> list[dict]:
    """Return the answers that were given whole."""
    found, at = [], 0
    while at < len(told):
        try:
            answer, at = json.JSONDecoder().raw_decode(told, at)
        except ValueError:
            break
        found.append(answer)
        at += 1  # the line feed
    return found


@pytest.mark.skipif(sys.platform == "win32", reason="a process is ended otherwise there")
def test_acknowledged_highlights_outlive_a_kill(ask, folder: Path, tmp_path: Path):
    chance = random.Random(7)
    file = tmp_path / "words.txt"
    lines = [" ".join(WORDS[start : start + 20]) + "." for start in range(0, len(WORDS), 20)]
    file.write_text("Two Thousand Ferries\n\n" + "\n\n".join(lines), encoding="utf-8")
    (added,) = ask("import", file, "--json").json
    acknowledged: dict[str, dict] = {}
    for number in range(KILLS):
        left = WORDS[number * len(WORDS) // KILLS :]
        command = [sys.executable, "-c", DRIVER, str(folder), added["article_id"], *left]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
            assert program.stdout
            first = program.stdout.read(1)
            with pytest.raises(subprocess.TimeoutExpired):
                program.wait(chance.uniform(0, LONGEST))
            program.kill()
            told = first + program.stdout.read()
        made = answers(told)
        acknowledged |= {one["id"]: one for one in made}
        found = {one["id"]: one for one in ask("clippings", "--json").json}
        assert {one: found.get(one) for one in acknowledged} == acknowledged
        assert len(found) <= len(acknowledged) + number + 1
        assert ask("check").code == 0
    assert len(acknowledged) > KILLS
