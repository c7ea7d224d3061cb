"""Opening a library: made if it is missing, brought up to date if it is old, or refused.

What, why: a file is first looked at through a connection that can only read, so that what is
damaged, of another program or of a newer ClipReader is left as it is to the last byte.
"""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from clipreader.library import index, indexing, migrations, version_tables
from clipreader.library.action_log import UNKNOWN, ActionLog
from clipreader.library.connecting import NotClosed, driver_of, engine_for, settle
from clipreader.library.faults import DAMAGED, NOT_A_LIBRARY, told_plainly
from clipreader.library.library import Library
from clipreader.library.originals import flush_folder
from clipreader.library.recording import begin_log, mark_of
from clipreader.library.schema import SCHEMA
from clipreader.model import LibraryDamaged, LibraryTooNew, LibraryUnavailable

FILE_NAME: Final = "library.sqlite"
"""The name of the library's file in its folder."""

_HEADER: Final = b"SQLite format 3\x00"


def open_library(folder: Path, *, read_only: bool = False) -> Library:
    """Open the library in a folder, making both if they are missing.

    A folder or file that cannot be written to is opened for reading. One of a newer ClipReader can
    only be opened so, if all that this one reads is still in it. Raises LibraryUnavailable
    with a sentence for the person; a file that cannot be used is left as it is.
    """
    path = folder / FILE_NAME
    with told_plainly():
        if not read_only:
            read_only = not _made_ready(folder, path)
        if _is_there(folder, path):
            _refuse_unseen(path, read_only=read_only)
        elif read_only:
            raise LibraryUnavailable(
                f"There is no library in “{folder}”, and none can be made there."
            )
    library = Library(folder, engine_for(path, read_only=read_only), read_only=read_only)
    try:
        _prepare(library, path)
        library.changed_elsewhere()
    except BaseException:
        library.close()
        raise
    return library


def _made_ready(folder: Path, path: Path) -> bool:
    """Make the folder; say whether library and folder can be written to. Raises OSError."""
    if not folder.is_dir():
        missing = [each for each in (folder, *folder.parents) if not each.exists()]
        folder.mkdir(parents=True, exist_ok=True)
        for each in missing:
            flush_folder(each.parent)
    file_is_free = os.access(path, os.W_OK) if path.exists() else True
    return os.access(folder, os.W_OK | os.X_OK) and file_is_free


def _is_there(folder: Path, path: Path) -> bool:
    """Say whether a file is there that may be a library; look at no more than its beginning.

    Raises LibraryUnavailable for what is none, and where one was; raises OSError.
    """
    start = b""
    if path.exists():
        if not path.is_file():
            raise LibraryDamaged(f"“{FILE_NAME}” in the library’s folder is not a file.")
        with path.open("rb") as file:
            start = file.read(len(_HEADER))
    if start:
        if start != _HEADER:
            raise LibraryDamaged(NOT_A_LIBRARY)
        return True
    left = [
        *folder.glob(f"{FILE_NAME}-wal"),
        *(folder / "originals").glob("??/*"),
        *(folder / "log").glob("*.ndjson"),
    ]
    if any(each.stat().st_size for each in left):
        state = "empty" if path.exists() else "missing"
        raise LibraryDamaged(
            f"The library’s file “{FILE_NAME}” is {state}, although what belongs to it is there. "
            "Put it back from a backup or choose another folder."
        )
    return False


def _refuse_unseen(path: Path, *, read_only: bool) -> None:
    """Refuse what is not ours before anything can write to it. Raises LibraryUnavailable."""
    engine = engine_for(path, read_only=True)
    log = path.with_name(path.name + "-wal")
    try:
        with engine.connect() as connection, connection.begin():
            _schema_of(connection, path, read_only=read_only)
            if log.exists() and log.stat().st_size:
                _refuse_nonsense(connection)
    except NotClosed:
        pass  # a program died while writing; only a connection that writes can put it in order
    finally:
        engine.dispose()


def _refuse_nonsense(connection: Connection) -> None:
    """Refuse a file to which the write-ahead log beside it does not belong. Raises LibraryDamaged.

    SQLite cannot know: it plays any log that is whole.
    """
    found = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar_one()
    if found != "ok":
        raise LibraryDamaged(DAMAGED, str(found))


def _schema_of(connection: Connection, path: Path, *, read_only: bool = False) -> int | None:
    """Return the number of the file's schema, None if it is empty. Raises LibraryUnavailable.

    A newer one passes only where nothing will be written and everything of ours is still there.
    """
    schema = migrations.number_of(connection)
    if not migrations.is_ours(connection):
        tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
        if schema == 0 and not tables:
            return None
        raise LibraryUnavailable(f"“{path.name}” belongs to another program. It was left as it is.")
    if schema > SCHEMA and not (read_only and _holds_ours(connection)):
        raise LibraryTooNew(
            "This library was written by a newer ClipReader. It was left as it is; open it with "
            "that version."
        )
    return schema


def _holds_ours(connection: Connection) -> bool:
    """Say whether every table and column that we read is there, whatever else is."""
    for name, table in version_tables.metadata.tables.items():
        rows = connection.exec_driver_sql(f"PRAGMA table_info({name})")
        if not {column.name for column in table.columns} <= {row[1] for row in rows}:
            return False
    return index.exist(connection)


def _prepare(library: Library, path: Path) -> None:
    """Make or migrate what the file holds. Raises LibraryUnavailable."""
    with library.reading() as connection:
        schema = _schema_of(connection, path, read_only=library.is_read_only)
        is_indexed = schema is None or index.exist(connection)
        mark = None if schema is None else mark_of(connection)
        is_at_end = mark is not None and library.log.last_told() in (None, mark)
    if library.is_read_only:
        if schema is None or schema < SCHEMA:
            raise LibraryUnavailable(
                "This library was written by an older ClipReader and cannot be brought up to "
                "date, because its folder cannot be written to."
            )
        return
    with told_plainly():
        settle(library.connected())
    if schema is None:
        with library.preparing() as connection:
            # another program may have been faster
            if _schema_of(connection, path) is None:
                migrations.create(connection)
                begin_log(library.log, connection)
    elif schema < SCHEMA:
        with told_plainly():
            migrations.copy_before(driver_of(library.connected()), path, schema)
        with _unbound(library), library.preparing() as connection:
            migrations.migrate(connection)
            if mark is None:
                begin_log(library.log, connection, UNKNOWN)
    elif not (is_indexed and is_at_end):  # another program may be writing, so this waits for it
        with library.preparing() as connection:
            _refuse_behind(connection, library.log)
            if mark_of(connection) is None:
                begin_log(library.log, connection, UNKNOWN)
            if not is_indexed:
                indexing.index_again(connection)


def _refuse_behind(connection: Connection, log: ActionLog) -> None:
    """Refuse a file that lacks changes that were told as done; nobody else writes meanwhile.

    So it is where another file was put in its place, or what SQLite had beside it was taken away.
    Raises LibraryDamaged.
    """
    mark = mark_of(connection)
    if mark is None or log.last_told() in (None, mark):
        return
    missing = log.since(mark, told_only=True)
    if missing:
        changes = "1 change is" if len(missing) == 1 else f"{len(missing)} changes are"
        raise LibraryDamaged(
            f"The library’s file is older than what was done last: {changes} missing from it."
        )


@contextmanager
def _unbound(library: Library) -> Generator[None]:
    """Let a step make a table again without its rows' children going with the old one.

    SQLite asks for that around ALTER TABLE (https://sqlite.org/lang_altertable.html#otheralter);
    after each step all references are checked.
    """
    driver = driver_of(library.connected())
    driver.execute("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        driver.execute("PRAGMA foreign_keys = ON")
