"""Reads very many damaged files of every format, as an import does, in a process that may die.

    python -m tests.formats.stress [--count N] [--only FORMAT] [--from NUMBER]

Each file must give articles, or one sentence, within 5 s of processor time and 1 GiB. What is
printed for each format: how many files gave which, the longest time and the greatest memory, and
the numbers of those that broke a rule. ``damaged(format, number)`` makes such a file again.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from clipreader.model import Source, UnreadableSource
from clipreader.operations.parsing import Reading, read_article, source_from_path
from clipreader.operations.unpacking import Unpacking, articles_in, holds_several
from clipreader.operations.worker import ENDED, TOO_LONG, Answer, Worker
from tests.formats.damage import ENDINGS, damaged
from tests.formats.written import PICTURES

SECONDS = 5.0
MEMORY = 1 << 30
MOST_INSIDE = 40
"""Articles that are taken out of one file; a bomb may hold thousands, each like the others."""

MISTAKE = "because of a mistake in ClipReader"


@dataclass
class Tally:
    """What became of the files of one format."""

    form: str
    fates: Counter[str] = field(default_factory=Counter)
    broken: list[tuple[int, str]] = field(default_factory=list)
    longest: tuple[float, int] = (0.0, -1)
    memory: int = 0

    def __str__(self) -> str:
        read, refused = self.fates["article"], self.fates["sentence"]
        return (
            f"{self.form:16} {read + refused:6} files {read:6} articles {refused:6} sentences   "
            f"longest {self.longest[0]:5.2f} s (no. {self.longest[1]})   "
            f"memory {self.memory >> 20:5} MiB   processes ended {self.fates['ended']}   "
            f"broken {len(self.broken)} {self.broken[:5] or ''}"
        )


def read_file(source: Source) -> Reading:
    """Read a file as an import does; of one that holds several, the first articles.

    Runs in the process of a worker. ``seconds`` are those of the processor.
    Raises UnreadableSource.
    """
    began = time.process_time()
    with tempfile.TemporaryDirectory() as made:
        path = Path(made) / source.name
        path.write_bytes(source.data)
        form, _, number = (source.link or "").rpartition(" ")
        if form == "page and folder":
            (path.parent / PICTURES).mkdir()
            for name, data in damaged(form, int(number)).beside.items():
                (path.parent / PICTURES / name).write_bytes(data)
        if not holds_several(path):
            return _timed(read_article(source_from_path(path)), began)
        found, _ = articles_in(path)
        unpacking = Unpacking()
        readings = [_inside(unpacking, one) for one in found[:MOST_INSIDE]]
        good = [one for one in readings if isinstance(one, Reading)]
        if not good:
            raise next(one for one in readings if isinstance(one, UnreadableSource))
        return _timed(good[0], began)


def _inside(unpacking: Unpacking, inside) -> Reading | UnreadableSource:
    try:
        return read_article(unpacking.source_of(inside))
    except UnreadableSource as error:
        return error


def _timed(reading: Reading, began: float) -> Reading:
    return replace(reading, seconds=time.process_time() - began)


@contextmanager
def worker() -> Iterator[Worker]:
    one = Worker(read_file, cpu_seconds=SECONDS * 2, wall_seconds=120)
    try:
        yield one
    finally:
        one.close()


def tallied(form: str, numbers: Iterable[int], reader: Worker) -> Tally:
    """Read the files of a format with these numbers and say what became of them."""
    tally = Tally(form)
    for number in numbers:
        one = damaged(form, number)
        reader.begin(Source(one.name, one.data, "", link=f"{form} {number}"))
        before = used_by(reader)
        pid = reader.pid
        answer = _awaited(reader, tally)
        used = used_by(reader) - before if reader.pid == pid else 0.0
        seconds = answer.seconds if isinstance(answer, Reading) else used
        tally.longest = max(tally.longest, (seconds, number))
        _keep(tally, number, one.name, answer, seconds)
    return tally


def _awaited(reader: Worker, tally: Tally) -> Answer:
    while True:
        tally.memory = max(tally.memory, memory_of(reader))
        if reader.pipe is not None:
            reader.pipe.poll(0.5)
        answer = reader.answer()
        if answer is not None:
            return answer


def _keep(tally: Tally, number: int, name: str, answer: Answer, seconds: float) -> None:
    if isinstance(answer, Reading):
        tally.fates["article"] += 1
        wrong = "" if answer.article.text.strip() else "an article without words"
    else:
        tally.fates["sentence"] += 1
        wrong = wrong_with(str(answer), name)
        if str(answer) == ENDED.format(name=name):
            tally.fates["ended"] += 1
    if seconds > SECONDS:
        wrong = f"{seconds:.1f} s"
    if wrong:
        tally.broken.append((number, wrong))


def wrong_with(sentence: str, name: str) -> str:
    """Say what is wrong with a sentence, if anything."""
    if MISTAKE in sentence or sentence == TOO_LONG.format(name=name):
        return sentence
    is_one = sentence.endswith(".") and "\n" not in sentence and len(sentence) < 300
    return "" if is_one else f"no sentence: {sentence[:200]!r}"


def used_by(reader: Worker) -> float:
    """Return the seconds of processor time that the process has used; 0 where Linux is not."""
    told = _told(reader, "stat").rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / 100 if len(told) > 12 else 0.0


def memory_of(reader: Worker) -> int:
    """Return the most memory that the process has used, in bytes; 0 where Linux is not."""
    lines = _told(reader, "status").splitlines()
    return next((int(line.split()[1]) << 10 for line in lines if line.startswith("VmHWM")), 0)


def _told(reader: Worker, what: str) -> str:
    try:
        return Path(f"/proc/{reader.pid}/{what}").read_text(encoding="ascii", errors="replace")
    except OSError:
        return ""


def main(arguments: list[str]) -> int:
    """Read and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--count", type=int, default=3_000)
    asked.add_argument("--from", dest="start", type=int, default=0)
    asked.add_argument("--only", action="append", choices=list(ENDINGS))
    options = asked.parse_args(arguments)
    broken = 0
    for form in options.only or ENDINGS:
        with worker() as reader:
            tally = tallied(form, range(options.start, options.start + options.count), reader)
        sys.stdout.write(f"{tally}\n")
        sys.stdout.flush()
        broken += len(tally.broken)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
