"""Chosen highlights become clippings, clippings become files.

What is previewed is what is written: both are the text of an ``ExportFile``. A file that the
person keeps in the folder is never overwritten; one that an earlier export wrote for the same
article, known by the id in its front matter, is replaced.
"""

from __future__ import annotations

import errno
import stat
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from clipreader.exporters import file_names, front_matter, markdown, whole_file
from clipreader.library import Library
from clipreader.model import Clipping, ExportFailed, Query
from clipreader.operations import highlighting

_SEVERAL = "clippings.md"
"""The name of one file that holds clippings of several articles."""

_BEGINNING = 4_096

_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "no more space is allowed there",
    errno.EACCES: "there is no permission to write there",
    errno.EPERM: "there is no permission to write there",
    errno.EROFS: "the disk can only be read",
    errno.EISDIR: "a folder of that name is in its place",
    errno.ENOTDIR: "a file is where a folder should be",
    errno.EEXIST: "a file is where a folder should be",
    errno.ENAMETOOLONG: "the name is too long",
    errno.ENOENT: "the folder is not there any more",
    errno.ELOOP: "the link there leads in a circle",
    errno.EINVAL: "the name cannot be used there",
    errno.EIO: "the disk reported a fault",
    errno.EBADF: "what is there is not an ordinary file",
}


class Layout(StrEnum):
    """How clippings are laid out in files."""

    ONE_FILE = "one_file"
    FILE_PER_ARTICLE = "file_per_article"


@dataclass(frozen=True, slots=True)
class ExportFile:
    """A file before it is written: its name, legal on every system, and its whole text."""

    name: str
    text: str


def gather(library: Library, query: Query) -> tuple[Clipping, ...]:
    """Return the clippings to export, in the order of ``highlighting.clippings``."""
    return highlighting.clippings(library, query)


def files_of(clippings: Sequence[Clipping], layout: Layout) -> tuple[ExportFile, ...]:
    """Return the files of an export, in the order of the clippings; none if there are none.

    No two names are alike, whatever their case and normal form.
    """
    if not clippings:
        return ()
    articles = markdown.articles_of(clippings)
    if layout == Layout.ONE_FILE and len(articles) > 1:
        return (ExportFile(_SEVERAL, markdown.write(clippings)),)
    files: list[ExportFile] = []
    taken: set[str] = set()
    for article in articles:
        cited = article[0].citation
        name = file_names.file_name(cited.metadata.headline, cited.article_id)
        name = file_names.unique(name, taken)
        taken.add(file_names.folded(name))
        files.append(ExportFile(name, markdown.write(article)))
    return tuple(files)


def as_markdown(clippings: Sequence[Clipping]) -> str:
    """Return the clippings to be put into a text: no front matter, no headlines."""
    return markdown.write_bare(clippings)


def write(files: Sequence[ExportFile], to: Path) -> tuple[Path, ...]:
    """Write files and return where they are, in order. UTF-8 without a mark, LF line ends.

    ``to`` is a folder, made if missing. For a single file it may be a file's path: one that is
    there is replaced if it is a text, and a path that is not there names a file if it has an
    ending (".md"). In a folder, a name that is taken by something else than an earlier export of
    the same article gets a number. Each file is written whole or not at all, and not touched if
    it holds the same already. Raises ExportFailed; what was there before is then still whole.
    """
    if not files:
        return ()
    if len(files) == 1 and _names_a_file(to):
        written = [_write_one(files[0], to)]
    else:
        _make_folder(to)
        taken: set[str] = set()
        written = [_write_one(file, _free_place(file, to, taken)) for file in files]
    with told(written[0].parent):
        whole_file.flush_folders({folder for path in written for folder in path.parents[:2]})
    return tuple(written)


def _names_a_file(to: Path) -> bool:
    with told(to):
        if to.is_dir():
            return False
        return to.exists() or bool(to.suffix)


def _make_folder(folder: Path) -> None:
    with told(folder):
        folder.mkdir(parents=True, exist_ok=True)


def _write_one(file: ExportFile, path: Path) -> Path:
    _make_folder(path.parent)
    data = _bytes(file)
    with told(path):
        if path.exists() and not path.is_file():
            raise FileExistsError(errno.EBADF, "neither a file nor a folder", str(path))
        if _is_no_text(path):
            raise ExportFailed(
                f"“{path.name}” could not be written: what is there is not a text.", str(path)
            )
        if not _holds(path, data):
            whole_file.write(path, data)
    return path


def _free_place(file: ExportFile, folder: Path, taken: set[str]) -> Path:
    """Return where a file goes: its name, or the next that nothing of others has."""
    while True:
        name = file_names.unique(file.name, taken)
        taken.add(file_names.folded(name))
        path = folder / name
        with told(path):
            if _is_ours(path, file):
                return path


def _is_ours(path: Path, file: ExportFile) -> bool:
    """Say whether a path is free, or holds an earlier export of the same article."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return True
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, "a folder", str(path))
    if not path.is_file():
        return False
    own = front_matter.article_id_in(file.text)
    if own is None:
        return _holds(path, _bytes(file))
    try:
        with path.open("rb") as old:
            start = old.read(front_matter.LONGEST).decode("utf-8", "replace")
    except PermissionError:
        return False
    return front_matter.article_id_in(start) == own


def _holds(path: Path, data: bytes) -> bool:
    """Say whether a regular file holds exactly these bytes."""
    try:
        found = path.stat()
        same = stat.S_ISREG(found.st_mode) and found.st_size == len(data)
        return same and path.read_bytes() == data
    except OSError:
        return False


def _is_no_text(path: Path) -> bool:
    """Say whether a file is there that no export made: a picture, a library, a word processor's.

    Such a file begins with other bytes than letters, NUL among them.
    """
    if not path.exists():
        return False
    with path.open("rb") as there:
        return b"\0" in there.read(_BEGINNING)


def _bytes(file: ExportFile) -> bytes:
    return file.text.encode("utf-8", "replace")


@contextmanager
def told(path: Path) -> Generator[None, None, None]:
    """Turn a failure of the system at a path into ExportFailed with one sentence."""
    try:
        yield
    except (OSError, ValueError) as error:
        number = getattr(error, "errno", None)
        reason = _REASONS.get(number or errno.EINVAL) or "the system refused it"
        name = path.name or str(path)
        raise ExportFailed(
            f"“{name}” could not be written: {reason}.", f"{path}: {error}"
        ) from error
