"""Hold the whole way from a file to an article to what a human editor finds in each sample.

The truth beside each sample was written from its text, never from the program's output: where the
two differ, the recogniser is made better or the truth is argued about; it is not bent. ``accept``
names further values of a field that an editor would let pass.
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from clipreader.model import Article, FieldName, Metadata, Part, Role
from clipreader.operations.parsing import read_article, source_from_path

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
TRUTHS = ROOT / "tests" / "truth" / "seeds"
NAMES = tuple(sorted(path.stem for path in TRUTHS.glob("*.json")))
PLAIN = tuple(name for name in NAMES if (SEEDS / f"{name}.txt").exists())
PAIR = ("vuelve-el-ferri-nocturno", "night-ferry")

PICTURE_LIMIT = 25_000
"""Bytes that one picture inside a sample page may have, so that the samples stay small."""


@dataclass(frozen=True)
class Seed:
    """A sample as read, beside what an editor finds in it."""

    truth: dict[str, Any]
    data: bytes
    article: Article

    def shown(self, role: Role) -> list[str]:
        return [self.article.quote(block.span) for block in self.article.parts(role)]

    def caption_pairs(self) -> list[tuple[str | None, str | None]]:
        return [
            (self.article.words_of(block), self.article.credit_of(block))
            for block in self.article.parts(Role.CAPTION)
        ]


@cache
def truth_of(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((TRUTHS / f"{name}.json").read_text(encoding="utf-8"))
    return found


@cache
def seed(name: str) -> Seed:
    truth = truth_of(name)
    source = source_from_path(SEEDS / truth["file"])
    return Seed(truth, source.data, read_article(source).article)


def fold(value: object) -> object:
    """Compare names without regard to capitals: a wire prints its place in capitals."""
    return value.casefold() if isinstance(value, str) else value


def squeezed(text: str) -> str:
    return "".join(text.split())


# What an editor finds


FIELDS = tuple(FieldName)


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("name", NAMES)
def test_field(name: str, field: FieldName) -> None:
    truth = truth_of(name)
    found = seed(name).article.metadata.value(field)
    found = list(found) if isinstance(found, tuple) else found
    accepted = [truth[field.value], *truth["accept"].get(field.value, ())]
    assert fold(found) in [fold(value) for value in accepted]


@pytest.mark.parametrize("name", NAMES)
def test_captions_and_credits(name: str) -> None:
    expected = [(each["text"], each["credit"]) for each in truth_of(name)["captions"]]
    assert seed(name).caption_pairs() == expected


@pytest.mark.parametrize("name", NAMES)
def test_roles_in_order(name: str) -> None:
    """On a saved page how much of the furniture is kept apart is the importer's affair."""
    found = [block.role.value for block in seed(name).article.blocks]
    if name not in PLAIN:
        found = [role for role in found if role != Role.BOILERPLATE]
    assert found == truth_of(name)["roles"]


@pytest.mark.parametrize("name", NAMES)
def test_paragraphs(name: str) -> None:
    truth = truth_of(name)
    found = seed(name).shown(Role.PARAGRAPH)
    assert len(found) == truth["paragraphs"]
    assert found[0].startswith(truth["first"])
    assert found[-1].startswith(truth["last"])


@pytest.mark.parametrize("name", NAMES)
def test_boilerplate_is_kept_and_folded(name: str) -> None:
    found = seed(name).shown(Role.BOILERPLATE)
    missing = [
        start for start in truth_of(name)["boilerplate"] if not any(start in text for text in found)
    ]
    assert missing == []


@pytest.mark.parametrize("name", NAMES)
def test_leftovers(name: str) -> None:
    article = seed(name).article
    found = [article.quote(mark.span) for mark in article.marks if mark.role == Role.LEFTOVER]
    assert found == truth_of(name)["leftovers"]
    for leftover in found:
        paragraphs = [article.words_of(block) or "" for block in article.parts(Role.PARAGRAPH)]
        assert not any(leftover in words for words in paragraphs)


# What holds for every article


@pytest.mark.parametrize("name", PLAIN)
def test_nothing_is_lost(name: str) -> None:
    """Every visible character of a pasted text is in the article, in order."""
    here = seed(name)
    decoded = here.data.decode(here.truth["encoding"]).removeprefix("\ufeff")
    expected = squeezed(unicodedata.normalize("NFC", decoded))
    assert squeezed(here.article.text) == expected


@pytest.mark.parametrize("name", NAMES)
def test_blocks_tile_the_text(name: str) -> None:
    article = seed(name).article
    expected = 0
    for block in article.blocks:
        assert block.span.start == expected
        assert len(block.span) > 0
        if block.role not in (Role.TABLE, Role.CODE):
            assert "\n" not in article.quote(block.span)
        expected = block.span.end + 1
    assert expected == len(article.text) + 1


@pytest.mark.parametrize("name", NAMES)
def test_marks_lie_inside_blocks(name: str) -> None:
    article = seed(name).article
    starts = [mark.span.start for mark in article.marks]
    assert starts == sorted(starts)
    for mark in article.marks:
        assert any(block.span.contains(mark.span) for block in article.blocks)


@pytest.mark.parametrize("name", NAMES)
def test_every_decision_says_why(name: str) -> None:
    article = seed(name).article
    for part in (*article.blocks, *article.marks):
        assert 0 <= part.confidence <= 1
    assert [block for block in article.blocks if not _says_why(block)] == []
    told = {field for field, words in article.metadata.evidence if words}
    assert _filled(article.metadata) - told == set()


def _says_why(block: Part) -> bool:
    return bool(block.reasons) and all(reason.strip() for reason in block.reasons)


def _filled(metadata: Metadata) -> set[FieldName]:
    return {field for field in FieldName if metadata.value(field)}


@pytest.mark.parametrize("name", NAMES)
def test_text_is_in_canonical_form(name: str) -> None:
    text = seed(name).article.text
    assert unicodedata.is_normalized("NFC", text)
    assert re.search(r"[\r\x00\ufeff\ufffd]", text) is None
    text.encode("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_identity_is_of_the_bytes(name: str) -> None:
    here = seed(name)
    assert here.data == (SEEDS / here.truth["file"]).read_bytes()
    assert here.article.source_hash == source_from_path(SEEDS / here.truth["file"]).sha256


@pytest.mark.parametrize("name", ["night-ferry", "two-shipyards-one-crane"])
def test_reading_twice_gives_the_same(name: str) -> None:
    again = read_article(source_from_path(SEEDS / truth_of(name)["file"])).article
    here = seed(name).article
    assert (again.text, again.blocks, again.marks) == (here.text, here.blocks, here.marks)
    assert again.metadata == here.metadata


# What the samples promise of themselves


@pytest.mark.parametrize("name", ["two-shipyards-one-crane", "el-reloj-de-la-lonja"])
def test_saved_pages_bring_their_pictures(name: str) -> None:
    article = seed(name).article
    keys = {image.key for image in article.images if image.data}
    captions = [block.image for block in article.parts(Role.CAPTION)]
    assert len(captions) == len(set(captions)) == 2
    assert set(captions) <= keys
    for image in article.images:
        assert image.data is not None
        assert len(image.data) <= PICTURE_LIMIT
        assert image.alt


def test_the_pair_runs_in_step() -> None:
    """Original and translation have the same build, block by block, but for site text."""
    original, translation = (
        [b.role for b in seed(name).article.blocks if b.role in (Role.PARAGRAPH, Role.CAPTION)]
        for name in PAIR
    )
    assert original == translation


def test_the_readme_names_every_sample() -> None:
    table = re.findall(r"^\| `([^`]+)` \|", (SEEDS / "README.md").read_text("utf-8"), re.M)
    files = {path.name for path in SEEDS.iterdir() if path.suffix in {".txt", ".html", ".md"}}
    assert sorted(table) == sorted(files - {"README.md"})
    assert sorted(truth_of(name)["file"] for name in NAMES) == sorted(table)
