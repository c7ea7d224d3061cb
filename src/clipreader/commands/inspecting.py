"""``inspect``: what is recognised in one file."""

from __future__ import annotations

from argparse import Namespace

from clipreader.commands import objects
from clipreader.commands.printing import print_json
from clipreader.commands.sources import STANDARD_INPUT, from_standard_input
from clipreader.operations import dating, parsing, worker


def inspect(typed: Namespace) -> int:
    """Print what is recognised in a file. Raises UnreadableSource.

    Where a damaged file may crash its reader, that runs in a process of its own, as in an import.
    """
    is_piped = typed.file == STANDARD_INPUT
    source = from_standard_input() if is_piped else parsing.source_from_path(typed.file)
    is_apart = parsing.may_crash(source)
    read = parsing.read_article
    reading = worker.read_apart(read, source) if is_apart else read(source)
    print_json(objects.inspected(source, reading, dating.hints(reading.article)))
    return 0
