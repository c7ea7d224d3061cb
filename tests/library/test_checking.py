"""Checking: no word changes unnoticed, and a check changes nothing."""

from __future__ import annotations

import hashlib
import random
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from clipreader.library import checking, corrections, open_library, rules
from clipreader.library.connecting import driver_of
from clipreader.library.corrections import Correction
from clipreader.library.opening import FILE_NAME
from clipreader.library.schema import SCHEMA
from clipreader.model import Image, LibraryUnavailable, Match, Role, Rule
from tests import records
from tests.library import stored

NOTE = "Whether a bicycle counts as luggage"
WORDS = "Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich. " * 4
FROZEN = Path(__file__).parents[1] / "libraries" / f"schema-{SCHEMA}"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed library with a text, a quote, a note, a tag and a picture of its own."""
    folder = tmp_path_factory.mktemp("sound") / "library"
    article = records.article([(Role.HEADLINE, "Deich"), (Role.PARAGRAPH, WORDS)])
    article = replace(article, images=(Image("one", "image/png", b"a picture"),))
    with open_library(folder) as library:
        stored.put(library, records.article(), article)
        stored.mark(library, article, records.highlight(article, WORDS[70:120], note=NOTE))
        with library.writing("Correct") as work:
            corrections.add(work, 2, Correction("field", None, ["place", "Sylt"]))
        with library.writing("Make a rule") as work:
            rules.add(work, Rule("cue", Match.BEGINS, "FOTO:", Role.CAPTION))
    return folder


def found(folder: Path) -> list[str]:
    try:
        with open_library(folder) as library, library.reading() as connection:
            return list(checking.problems(connection, library.originals))
    except LibraryUnavailable as error:
        return [str(error)]


def places(data: bytes, words: str) -> list[int]:
    return [match.start() for match in re.finditer(re.escape(words.encode()), data)]


def test_nothing_is_wrong_with_a_sound_library(sound: Path) -> None:
    assert found(sound) == []


@pytest.mark.parametrize("words", [WORDS, WORDS[70:120], NOTE], ids=["text", "quote", "note"])
def test_one_flipped_bit_in_a_word_is_noticed(sound: Path, tmp_path: Path, words: str) -> None:
    """Wherever the words stand in the file, and whichever of their letters it is."""
    whole = (sound / FILE_NAME).read_bytes()
    stands = places(whole, words)
    assert stands
    shutil.copytree(sound, tmp_path / "library")
    dice = random.Random(7)
    missed: list[int] = []
    for start in stands:
        for _ in range(12):
            data = bytearray(whole)
            at = start + dice.randrange(len(words.encode()))
            data[at] ^= 1 << dice.randrange(8)
            (tmp_path / "library" / FILE_NAME).write_bytes(data)
            if not found(tmp_path / "library"):
                missed.append(at)
    assert missed == []


def change(folder: Path, statement: str) -> None:
    with open_library(folder) as library, library.writing() as work:
        work.connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        work.connection.exec_driver_sql(statement)


CHANGES = [
    ("UPDATE texts SET text = text || '!' WHERE number = 1", "is not what it was"),
    ("UPDATE texts SET text = CAST(x'ff41' AS TEXT) WHERE number = 2", "is not what it was"),
    ("UPDATE texts SET text = x'00ff' WHERE number = 2", "is not what it was"),
    ("UPDATE highlights SET note = 'other'", "changed by something else"),
    ("UPDATE highlights SET anchor_start = anchor_start + 1", "does not stand where"),
    ("UPDATE highlights SET tags = '['", "cannot be read"),
    ("UPDATE highlights SET colour = 'mauve'", "changed by something else"),
    ("UPDATE recognitions SET blocks = '[]' || blocks WHERE article = 1", "cannot be read"),
    ("UPDATE recognitions SET blocks = '[[\"headline\",0,3]]'", "do not cover"),
    ("UPDATE recognitions SET marks = '[[\"credit\",0,99999]]'", "do not cover"),
    ("UPDATE articles SET headline = 'Other' WHERE number = 1", "search index differs"),
    ("UPDATE articles SET publisher = 'Other' WHERE number = 1", "names in the lists differ"),
    ("UPDATE articles SET authors = 'no JSON' WHERE number = 1", "cannot be read"),
    ("UPDATE articles SET source_hash = '../../x' WHERE number = 1", "is missing"),
    ("UPDATE action_rows SET after = '{}' WHERE number = 1", "record for Undo"),
    ("UPDATE rules SET words = 'AD' WHERE id = 'cue'", "Your rule for “AD” is not"),
    ("UPDATE action_rows SET key = 'x' WHERE kind = 'rules'", "A record for Undo of a rule is not"),
    ("UPDATE corrections SET value = '[\"place\",null]'", "A correction of"),
    ("UPDATE recognitions SET blocks = '[[\"headline\",1,3]]'", "do not cover"),
    ("INSERT INTO note_index(rowid, notes) VALUES(1, 'ghost')", "notes on 1 articles"),
    ("UPDATE articles SET headline = CAST(x'ff' AS TEXT), authors = '['", "article 1"),
    ("UPDATE note_index SET notes = 'other'", "differs from the notes"),
    ("DELETE FROM names", "names in the lists differ"),
    ("INSERT INTO highlight_tags SELECT id, 'x', 'x' FROM highlights", "list of tags differs"),
    ("DELETE FROM article_index WHERE rowid = 1", "search index misses 1"),
    ("INSERT INTO article_index(rowid, body) VALUES(77, 'ghost')", "has 1 too many"),
    ("DELETE FROM article_index_data WHERE id > 10", "search index is damaged"),
    ("CREATE TRIGGER sly AFTER UPDATE ON shelf BEGIN SELECT 1; END", "“sly” is not ours"),
    ("DROP INDEX names_by_kind", "“names_by_kind” is missing"),
    ("ALTER TABLE shelf ADD COLUMN mood", "“shelf” is made otherwise"),
]


@pytest.mark.parametrize(("statement", "sentence"), CHANGES, ids=[each for each, _ in CHANGES])
def test_a_change_by_something_else_is_noticed(
    sound: Path, tmp_path: Path, statement: str, sentence: str
) -> None:
    shutil.copytree(sound, tmp_path / "library")
    change(tmp_path / "library", statement)
    told = found(tmp_path / "library")
    assert [each for each in told if sentence in each], told
    assert all("\n" not in each for each in told)


def test_a_row_that_belongs_to_nothing_is_noticed(sound: Path, tmp_path: Path) -> None:
    shutil.copytree(sound, tmp_path / "library")
    with open_library(tmp_path / "library") as library:
        with library.reading() as connection:
            driver = driver_of(connection)
        driver.execute("PRAGMA foreign_keys = OFF")
        driver.execute("DELETE FROM articles WHERE number = 1")
    assert any("belongs to a row of “articles”" in each for each in found(tmp_path / "library"))


@pytest.mark.parametrize("damage", ["unlink", "flip"])
def test_a_missing_or_changed_original_is_noticed(sound: Path, tmp_path: Path, damage: str) -> None:
    shutil.copytree(sound, tmp_path / "library")
    for path in (tmp_path / "library" / "originals").glob("??/*"):
        path.chmod(0o644)
        if damage == "unlink":
            path.unlink()
        else:
            path.write_bytes(bytes([path.read_bytes()[0] ^ 1]) + path.read_bytes()[1:])
    told = found(tmp_path / "library")
    assert len(told) == 3
    assert all(("missing" if damage == "unlink" else "damaged") in each for each in told)


def test_only_some_of_many_are_told(tmp_path: Path) -> None:
    with open_library(tmp_path / "library") as library:
        stored.put(library, *(records.article([(Role.HEADLINE, f"H{n}")]) for n in range(33)))
    change(tmp_path / "library", "UPDATE texts SET hash = ''")
    told = found(tmp_path / "library")
    assert len(told) == 21
    assert told[-1] == "… and 13 more of this kind."


def test_a_check_changes_nothing(tmp_path: Path) -> None:
    shutil.copytree(FROZEN, tmp_path / "library")
    open_library(tmp_path / "library").close()  # begins the action log that it had not yet
    file = tmp_path / "library" / FILE_NAME
    before = hashlib.sha256(file.read_bytes()).hexdigest()
    for read_only in (False, True):
        opened = open_library(tmp_path / "library", read_only=read_only)
        with opened as library, library.reading() as connection:
            assert list(checking.problems(connection, library.originals)) == []
            assert checking.sqlite_in_use(connection).startswith("SQLite 3.")
        if read_only:
            assert hashlib.sha256(file.read_bytes()).hexdigest() == before


def test_counts_what_it_looked_at(sound: Path) -> None:
    with open_library(sound) as library, library.reading() as connection:
        assert dict(checking.counted(connection)) == {
            "articles": 2, "texts": 2, "highlights": 1, "pictures": 1,
        }  # fmt: skip
