"""``inspect``: what is recognised in one file."""

from __future__ import annotations

from argparse import Namespace

from clipreader.commands import objects
from clipreader.commands.printing import print_json
from clipreader.commands.sources import STANDARD_INPUT, from_standard_input
from clipreader.operations import parsing


def inspect(typed: Namespace) -> int:
    """Print what is recognised in a file. Raises UnreadableSource."""
    is_piped = typed.file == STANDARD_INPUT
    source = from_standard_input() if is_piped else parsing.source_from_path(typed.file)
    print_json(objects.inspected(source, parsing.read_article(source)))
    return 0
