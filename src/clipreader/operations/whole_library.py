"""The whole library out into a folder of open formats, and back into a library.

The folder is made beside its place and takes its name when all of it is on the disk. The way back
reads the whole folder against its checksums first; articles then come in by the hundred, each
hundred in one transaction, so that an interruption leaves whole articles and the same command goes
on. What is there already is left as it is and told.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any, Final, cast

from clipreader.exporters import open_folder, whole_file
from clipreader.library import Library, packets
from clipreader.model import (
    Changes,
    DamagedPacket,
    ExportFailed,
    Outcome,
    Progress,
    UnreadableSource,
    new_id,
)
from clipreader.operations.clipping import clipping_of
from clipreader.operations.exporting import told

Watched = Callable[[Progress], bool]
"""Is told how far it is and says whether it is to go on."""

_AT_ONCE: Final = 100
_WRITERS: Final = 8
_LABEL: Final = "import library"


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of the articles of a folder.

    ``there`` are the headlines of those that were in the library already and stay as they are;
    ``refused`` pairs headlines with sentences; ``rules`` counts the new ones.
    """

    added: int
    there: tuple[str, ...]
    refused: tuple[tuple[str, str], ...]
    rules: int
    cancelled: bool = False


def go_on(_: Progress) -> bool:
    """Watch nothing."""
    return True


def write(library: Library, folder: Path, progress: Watched = go_on) -> int:
    """Write everything into a folder that is new or empty; return how many articles.

    Raises ExportFailed, with nothing left behind, or LibraryUnavailable.
    """
    place = Path(os.path.realpath(folder))
    with told(place):
        if place.exists() and (not place.is_dir() or any(place.iterdir())):
            raise ExportFailed(
                f"“{place.name}” is not empty: the whole library needs a folder of its own."
            )
        place.parent.mkdir(parents=True, exist_ok=True)
        part = place.with_name(f".clipreader-{secrets.token_hex(8)}.part")
        try:
            part.mkdir()
            number = _write_all(library, part, progress)
            if place.exists():
                place.rmdir()
            part.replace(place)
            whole_file.flush_folders([place.parent])
        except BaseException:
            shutil.rmtree(part, ignore_errors=True)
            raise
    return number


def is_whole_library(folder: Path) -> bool:
    """Say whether a folder is one that ``write`` made, whole or damaged."""
    try:
        with (folder / open_folder.MANIFEST).open("rb") as file:
            return open_folder.KIND.encode() in file.read(200)
    except OSError:
        return False


def folders_among(items: Iterable[object]) -> tuple[Path, ...]:
    """Return those of the items of an import that are folders of a whole library."""
    return tuple(one for one in items if isinstance(one, Path) and is_whole_library(one))


def take_in(library: Library, folder: Path, progress: Watched = go_on) -> Outcome[TakenIn]:
    """Bring the articles of such a folder into a library, with all that belongs to them.

    Undo takes the new articles to the trash in one step. Raises UnreadableSource, with nothing
    changed, if the folder is not as it was written, or is of a newer ClipReader; and
    LibraryUnavailable.
    """
    found = _Folder(folder)
    added, rules, cancelled = 0, 0, False
    there: list[str] = []
    refused: list[tuple[str, str]] = []
    group = new_id()
    paths = iter(found.articles)
    while chunk := list(islice(paths, _AT_ONCE)):
        several = [found.packet(path) for path in chunk]
        library.originals.keep(data for _, _, each in several for data in each.values())
        with library.writing(_LABEL, group=group) as work:
            known = packets.ids(work.connection)
            for headline, packet, _ in several:
                if packet["articles"][0]["id"] in known:
                    there.append(headline)
                    continue
                try:
                    packets.take_in(work, packet)
                    added += 1
                except DamagedPacket as error:
                    refused.append((headline, str(error)))
        done = added + len(there) + len(refused)
        if not progress(Progress(done, len(found.articles), several[-1][0])):
            cancelled = True
            break
    if not cancelled and found.rules:
        try:
            with library.writing(_LABEL, group=group) as work:
                rules = packets.take_in_rules(work, found.rules)
        except DamagedPacket as error:
            refused.append(("Rules", str(error)))
    made = TakenIn(added, tuple(there), tuple(refused), rules, cancelled)
    return Outcome(made, Changes(rows=bool(added), tags=bool(added), rules=bool(rules)))


def _write_all(library: Library, part: Path, progress: Watched) -> int:
    with library.reading() as connection:
        wanted = packets.numbers(connection)
        rules = packets.of_rules(connection)
    digests: dict[str, str] = {}
    folders: list[str] = []
    taken: set[str] = set()
    for at in range(0, len(wanted), _AT_ONCE):
        # in pieces, so that whoever reads and marks meanwhile need not wait for the end
        with library.reading() as connection:
            several = packets.several(connection, wanted[at : at + _AT_ONCE])
        for kept in several:
            name = open_folder.folder_name(kept.article, taken)
            folders.append(f"{open_folder.ARTICLES}/{name}")
            digests |= _write_files(part, _files_of(library, kept, folders[-1]))
            if not progress(Progress(len(folders), len(wanted), name)):
                raise ExportFailed("The export was cancelled; nothing was written.")
    made = datetime.now(UTC).isoformat(timespec="seconds")
    last = {
        open_folder.README: open_folder.EXPLAINED.encode(),
        open_folder.MANIFEST: open_folder.manifest(packets.NUMBER, made, folders, rules),
    }
    digests |= _write_files(part, last)
    _write_files(part, {open_folder.CHECKSUMS: open_folder.checksums(digests)})
    return len(folders)


def _files_of(library: Library, kept: packets.Kept, folder: str) -> Mapping[str, bytes]:
    """Return the files of one article; an original that is gone is left out, its name is not."""
    article = kept.article
    named = open_folder.contents_named(kept.packet)
    files = {
        f"{folder}/{name}": data
        for digest, name in named.items()
        if (data := library.originals.fetch_if_there(digest)) is not None
    }
    clippings = [clipping_of(article, one) for one in kept.highlights]
    files[f"{folder}/{open_folder.READABLE}"] = open_folder.readable(article, clippings)
    files[f"{folder}/{open_folder.ARTICLE}"] = open_folder.article_json(kept.packet, named)
    return files


def _write_files(part: Path, files: Mapping[str, bytes]) -> dict[str, str]:
    """Write new files, on the disk when this returns; return the SHA-256 of each path."""
    places = [part / path for path in files]
    folders = {folder for place in places for folder in place.parents} - set(part.parents)
    for folder in sorted(folders):
        folder.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(min(_WRITERS, len(files))) as pool:
        list(pool.map(whole_file.write, places, files.values()))
    whole_file.flush_folders(folders)
    return {path: open_folder.digest_of(data) for path, data in files.items()}


class _Folder:
    """A folder of a whole library, read against its checksums. Raises UnreadableSource."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        try:
            self._digests = open_folder.checksums_read(self._bytes(open_folder.CHECKSUMS))
        except (OSError, ValueError) as error:
            raise self._damaged("its list of checksums cannot be read", error) from error
        for path in self._digests:
            self._whole(path)
        said = self._json(open_folder.MANIFEST)
        if said.get("version") != open_folder.VERSION or said.get("schema") != packets.NUMBER:
            words = "was written by another version of ClipReader, which can read it"
            raise UnreadableSource(f"“{folder.name}” {words}.", str(said.get("schema")))
        self.rules: list[dict[str, Any]] = said.get("rules", [])
        self.articles = [f"{folder}/{open_folder.ARTICLE}" for folder in said.get("articles", [])]
        if not self._digests.keys() >= set(self.articles):
            raise self._damaged("articles are missing", None)

    def packet(self, path: str) -> tuple[str, packets.Packet, Mapping[str, bytes]]:
        """Return the headline, the rows and the contents of an article."""
        said = self._json(path)
        try:
            rows: packets.Packet = said["rows"]
            named = dict(said["files"])
            row = rows["articles"][0]
            headline = str(row["headline"] or row["source_name"])
            contents = {
                digest: self._whole(beside)
                for digest in packets.digests(rows)
                if (beside := f"{path.rpartition('/')[0]}/{named[digest]}") in self._digests
            }
        except (LookupError, TypeError, ValueError) as error:
            raise self._damaged(f"“{path}” cannot be read", error) from error
        if any(open_folder.digest_of(data) != digest for digest, data in contents.items()):
            raise self._damaged(f"an original beside “{path}” is another", None)
        return headline, rows, contents

    def _json(self, path: str) -> dict[str, Any]:
        try:
            said: Any = json.loads(self._whole(path))
        except (ValueError, RecursionError) as error:
            raise self._damaged(f"“{path}” cannot be read", error) from error
        if not isinstance(said, dict):
            raise self._damaged(f"“{path}” cannot be read", None)
        return cast(dict[str, Any], said)

    def _whole(self, path: str) -> bytes:
        """Return a file that is as the checksums say."""
        try:
            data = self._bytes(path)
        except OSError as error:
            raise self._damaged(f"“{path}” cannot be read", error) from error
        if open_folder.digest_of(data) != self._digests.get(path):
            raise self._damaged(f"“{path}” is not what it was", None)
        return data

    def _bytes(self, path: str) -> bytes:
        return (self._folder / path).read_bytes()

    def _damaged(self, why: str, error: Exception | None) -> UnreadableSource:
        words = f"“{self._folder.name}” is not as it was written: {why}. Nothing was changed."
        return UnreadableSource(words, repr(error) if error else "")
