"""One bad input on trial: imported as a person would, and held against what has to be.

An input is imported into a library of its own, and a good article after it. What is looked at:
what became of it, every sentence that was told, the file and the original that is kept, every
character where all of them are known, the time of the processor and the memory.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import Any

from clipreader.__main__ import main
from clipreader.operations import importing, open_library, reading
from clipreader.operations.crew import Crew
from clipreader.operations.parsing import read_article
from clipreader.operations.worker import Worker
from clipreader.text.normal import canonical
from tests.bad_inputs.record import BadInput, Expected
from tests.formats.stress import MEMORY, SECONDS, memory_of, used_by, wrong_with

GOOD = "A Good Article\n\nIt comes after the bad one, and nothing of that may harm it.\n"
_CODE = re.compile(
    r"Traceback|[A-Za-z]Error\b|Exception|errno|0x[0-9a-f]|\bNone\b|[a-z]_[a-z]|::|\(\)"
)
"""What a person never has to read."""

_LONGEST = 300
_LETTERS = {Expected.NORMALISED: {"N"}, Expected.CAPPED: {"N", "R"}}


@dataclass
class Trial:
    """What became of one input: its class as it was seen, and whatever is wrong with it.

    ``seconds`` are of the processor, in all processes; ``memory`` is the most, in bytes.
    """

    one: BadInput
    seen: str
    sentences: tuple[str, ...]
    texts: tuple[str, ...]
    seconds: float
    memory: int
    wrong: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        words = " / ".join(self.sentences)
        wrong = f"  WRONG: {'; '.join(self.wrong)}" if self.wrong else ""
        head = f"{self.one.label:38} {self.one.expected} {self.seen}"
        return f"{head} {self.seconds:5.2f} s {self.memory >> 20:5} MiB  {words}{wrong}"


class LastingCrew(Crew):
    """A crew whose one worker goes on to the next import, to save its start."""

    def __init__(self, worker: Worker) -> None:
        super().__init__(read_article, [worker])

    def __exit__(self, *_: object) -> None:
        """Leave the worker to whoever made it."""


@contextmanager
def lasting(worker: Worker) -> Iterator[None]:
    """Let imports read by this worker, which goes on to the next one."""
    crew, importing.Crew = importing.Crew, lambda: LastingCrew(worker)
    try:
        yield
    finally:
        importing.Crew = crew


def in_this_program(one: BadInput, folder: Path, worker: Worker) -> Trial:
    """Import an input by the command line in this process; pages are read by the worker."""
    bad, good = _files(one, folder)
    began, used, pid = time.process_time(), used_by(worker), worker.pid
    out, told = StringIO(), StringIO()
    with lasting(worker), redirect_stdout(out), redirect_stderr(told):
        main(["--library", str(folder / "library"), "import", "--json", str(bad), str(good)])
    spent = time.process_time() - began
    spent += used_by(worker) - used if worker.pid == pid else used_by(worker)
    return _judged(one, folder, out.getvalue(), told.getvalue(), spent, memory_of(worker))


def by_itself(one: BadInput, folder: Path) -> Trial:
    """Import an input by a ``clipreader`` of its own; its memory is at most what is told."""
    bad, good = _files(one, folder)
    typed = [sys.executable, "-m", "clipreader", "--library", str(folder / "library"), "import"]
    with (folder / "out").open("wb") as out, (folder / "told").open("wb") as told:
        child = subprocess.Popen([*typed, "--json", str(bad), str(good)], stdout=out, stderr=told)
        seconds, memory = _used_until_its_end(child)
    said = [(folder / name).read_text(encoding="utf-8") for name in ("out", "told")]
    return _judged(one, folder, *said, seconds, memory)


def _used_until_its_end(child: subprocess.Popen[bytes]) -> tuple[float, int]:
    """Wait for a process and return its seconds and bytes; 0 where the system does not tell."""
    if sys.platform == "win32":
        child.wait()
        return 0.0, 0
    _, _, used = os.wait4(child.pid, 0)
    child.returncode = 0
    return used.ru_utime + used.ru_stime, used.ru_maxrss << 10


def _files(one: BadInput, folder: Path) -> tuple[Path, Path]:
    folder.mkdir(parents=True, exist_ok=True)
    bad, good = folder / one.file, folder / "the good one.txt"
    bad.write_bytes(one.make())
    good.write_text(GOOD, encoding="utf-8")
    return bad, good


def _judged(one: BadInput, folder: Path, out: str, told: str, seconds: float, memory: int) -> Trial:
    lines: list[dict[str, Any]] = json.loads(out) if out.startswith("[") else []
    bad, good = lines[:-1], lines[-1:]
    texts, originals = _kept(folder / "library", [line["article_id"] for line in bad])
    failed = [line for line in bad if line["outcome"] in ("failed", "unread")]
    notes = [note for line in bad for note in line["notes"]]
    sentences = tuple(dict.fromkeys([*notes, *(line["reason"] for line in failed)]))
    seen = "R" if failed and not texts else ("N" if sentences else "K")
    trial = Trial(one, seen, sentences, texts, seconds, memory)
    trial.wrong = [
        *_wrong_class(trial),
        *_wrong_sentences(trial, folder, told, len(lines)),
        *_wrong_words(trial),
        *_wrong_files(one, folder, originals),
    ]
    if [line["outcome"] for line in good] != ["added"]:
        trial.wrong.append("the good article after it did not come in")
    if seconds > SECONDS or memory > MEMORY:
        trial.wrong.append(f"{seconds:.1f} s, {memory >> 20} MiB")
    return trial


def _kept(folder: Path, ids: Sequence[str | None]) -> tuple[tuple[str, ...], list[str]]:
    """Return the texts of the articles, and the hashes of their originals."""
    wanted = [one for one in ids if one]
    if not wanted:
        return (), []
    with open_library(folder) as library:
        texts = tuple(reading.open_article(library, one).article.text for one in wanted)
        originals = [reading.original(library, one).sha256 for one in wanted]
    return texts, originals


def _wrong_class(trial: Trial) -> Iterator[str]:
    expected = trial.one.expected
    if trial.seen not in _LETTERS.get(expected, {str(expected)}):
        yield f"is {trial.seen}, not {expected}"
    if trial.one.says and not any(trial.one.says in told for told in trial.sentences):
        yield f"does not say “{trial.one.says}”"


def _wrong_sentences(trial: Trial, folder: Path, told: str, lines: int) -> Iterator[str]:
    for sentence in trial.sentences:
        if wrong := wrong_with(sentence, trial.one.file):
            yield wrong
        if _CODE.search(sentence.replace(trial.one.file, "")) or str(folder) in sentence:
            yield f"not plain: {sentence}"
        if not (sentence[0].isupper() or sentence[0].isdigit() or sentence[0] == "“"):
            yield f"begins with a small letter: {sentence}"
    if "Traceback" in told or len(told) > _LONGEST * max(1, lines):
        yield f"on standard error: {told[:200]!r}"


def _wrong_words(trial: Trial) -> Iterator[str]:
    one, text = trial.one, "\n".join(trial.texts)
    if trial.seen != "R":
        flat = " ".join(text.split())
        for words in one.keeps:
            if words not in text and " ".join(words.split()) not in flat:
                yield f"lost {words[:40]!r}"
        if one.text is not None:
            yield from _unaccounted(canonical(one.text()).text, text)
    yield from (f"holds {words!r}" for words in one.never if words in text)


def _unaccounted(said: str, kept: str) -> Iterator[str]:
    """Yield which characters are in a file and not in its article, and the other way round."""
    missing = Counter("".join(said.split()))
    missing.subtract("".join(kept.split()))
    if odd := {sign: count for sign, count in missing.items() if count}:
        yield f"unaccounted {dict(list(odd.items())[:8])!r}"


def _wrong_files(one: BadInput, folder: Path, originals: Sequence[str]) -> Iterator[str]:
    digest = hashlib.sha256(one.make()).hexdigest()
    if hashlib.sha256((folder / one.file).read_bytes()).hexdigest() != digest:
        yield "the file was changed"
    is_whole = not one.file.endswith((".zip", ".epub"))
    if is_whole and any(original != digest for original in originals):
        yield "the original is not kept as it was"
