"""The pictures that browsers put into a folder beside a page ("web page, complete").

The folder is the page's by its name alone: "Night Ferry.html" and "Night Ferry_files". Only files
that the page names are looked at, no link is followed, and nothing that goes wrong with a picture
keeps the page from being read.
"""

from __future__ import annotations

import html
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import quote

from clipreader.importers import PAGE_FOLDERS, is_picture, named_in
from clipreader.model import UnreadableSource
from clipreader.operations.whole_file import LARGEST_FILE, whole_file

_MOST_ENTRIES: Final = 5_000
_MOST_BYTES: Final = LARGEST_FILE * 7 // 10
"""Bytes of all pictures together; as text, as which they are kept, they take a third more."""


def pages_of(folder: str) -> tuple[str, ...]:
    """Return the names, without their endings, of the pages whose pictures a folder would hold."""
    return tuple(folder.removesuffix(end) for end in PAGE_FOLDERS if folder.endswith(end))


def names_its_folder(page: Path) -> bool:
    """Say whether a page names the folder that a browser puts beside it. Never raises.

    Browsers write the name as it is, with HTML's signs escaped, or as an address has it.
    """
    try:
        data = whole_file(page)
    except UnreadableSource:
        return False
    for end in PAGE_FOLDERS:
        name = page.stem + end
        ways = (name, quote(os.fsencode(name)), quote(os.fsencode(name), safe="!'()*,;:@&=+$~"))
        for way in {written for each in ways for written in (each, html.escape(each, quote=False))}:
            if way.encode("utf-8", "surrogateescape") + b"/" in data:
                return True
    return False


def pictures_beside(page: Path, data: bytes) -> dict[str, bytes]:
    """Return the pictures in a page's folder by their ways from the page. Never raises.

    ``data`` are the bytes of the page.
    """
    found: dict[str, bytes] = {}
    left = _MOST_BYTES - len(data)
    entries = list(_entries(page))
    named = named_in(data, {entry.name for entry in entries})
    for entry in entries:
        picture = _picture(entry, left) if _is_named(entry.name, named) else None
        if picture is not None:
            left -= len(picture)
            found[f"{Path(entry.path).parent.name}/{entry.name}"] = picture
    return found


def _entries(page: Path) -> Iterator[os.DirEntry[str]]:
    """Yield the files in a page's folder by their names."""
    for end in PAGE_FOLDERS:
        folder = page.with_name(page.stem + end)
        try:
            if folder.is_symlink() or not folder.is_dir():
                continue
            with os.scandir(folder) as entries:
                inside = [entry for _, entry in zip(range(_MOST_ENTRIES), entries, strict=False)]
            yield from sorted(filter(_is_file, inside), key=lambda entry: entry.name)
        except (OSError, ValueError):
            continue


def _is_file(entry: os.DirEntry[str]) -> bool:
    return entry.is_file(follow_symlinks=False)


def _picture(entry: os.DirEntry[str], most: int) -> bytes | None:
    """Return the bytes of a picture of so many bytes at most, or None for anything else."""
    try:
        if entry.stat(follow_symlinks=False).st_size > most:
            return None
        data = whole_file(Path(entry.path))
    except (OSError, UnreadableSource):
        return None
    return data if is_picture(data) and len(data) <= most else None


def _is_named(name: str, named: frozenset[str]) -> bool:
    """Say whether a page names a file; in which encoding it writes other letters is not known."""
    return name in named if name.isascii() else _is_text(name)


def _is_text(name: str) -> bool:
    """Say whether a name is whole Unicode, as every browser writes it."""
    try:
        return bool(name.encode())
    except UnicodeEncodeError:
        return False
