"""``export --all`` and the way back: the whole library as a folder that anyone can read."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from clipreader.commands.opening import existing_library, library_to_write
from clipreader.commands.printing import one_line, print_json, print_words, tell
from clipreader.operations import whole_library
from clipreader.operations.whole_library import TakenIn, Watched


def export(typed: Namespace) -> int:
    """Write everything into a new folder. Raises ExportFailed or LibraryUnavailable."""
    if typed.query:
        typed.refuse("--all takes no QUERY: it is the whole library")
    with existing_library(typed.library) as library:
        number = whole_library.write(library, Path(typed.to))
    print_words(f"{_articles(number)} in “{typed.to}”.")
    return 0


def take_in(typed: Namespace, folders: Sequence[Path], progress: Watched) -> int:
    """Bring whole libraries in and tell what became of them; 1 if anything was refused.

    Raises UnreadableSource, or LibraryUnavailable.
    """
    if len(folders) < len(typed.paths):
        typed.refuse("a whole library is imported without other files")
    with library_to_write(typed.library) as library:
        made = [whole_library.take_in(library, folder, progress).value for folder in folders]
    if typed.json:
        print_json([_told_as_json(folder, one) for folder, one in zip(folders, made, strict=True)])
    else:
        for one in made:
            _tell(one)
    tell(*(f"{one_line(name)}: {why}" for one in made for name, why in one.refused))
    return 1 if any(one.refused or one.cancelled for one in made) else 0


def _tell(made: TakenIn) -> None:
    print_words(f"{_articles(made.added)} added.")
    if made.there:
        print_words(f"{_articles(len(made.there))} already there and left as before.")
    if made.cancelled:
        tell("Interrupted. The same command goes on with the rest.")


def _told_as_json(folder: Path, made: TakenIn) -> dict[str, object]:
    return {
        "path": str(folder),
        "added": made.added,
        "already_there": list(made.there),
        "refused": [{"headline": name, "reason": why} for name, why in made.refused],
        "rules": made.rules,
    }


def _articles(number: int) -> str:
    return "1 article" if number == 1 else f"{number:,} articles"
