"""Hold the anatomy to what an editor finds in an article in each of the other languages.

The samples of the app are in English, Spanish, French, German, Portuguese and Italian and have
their truths in ``tests/truth/seeds``; these are the languages that have no sample.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from clipreader.model import Article, Role
from clipreader.operations.parsing import read_article, source_from_path

FOLDER = Path(__file__).parents[1] / "truth" / "languages"
CODES = tuple(sorted(path.stem for path in FOLDER.glob("*.json")))
FIELDS = (
    "language", "headline", "deck", "authors", "translators", "translated_from", "agency",
    "place", "published",
)  # fmt: skip


@cache
def truth_of(code: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((FOLDER / f"{code}.json").read_text(encoding="utf-8"))
    return found


@cache
def read(code: str) -> Article:
    return read_article(source_from_path(FOLDER / f"{code}.txt")).article


def fold(value: object) -> object:
    """Compare names without regard to capitals: a wire prints its place in capitals."""
    return value.casefold() if isinstance(value, str) else value


def test_the_languages_without_a_sample_have_a_truth() -> None:
    assert set(CODES) >= {"ar", "ja", "nl", "pl", "ru", "tr", "uk", "zh"}


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("code", CODES)
def test_field(code: str, field: str) -> None:
    found = getattr(read(code).metadata, field)
    found = list(found) if isinstance(found, tuple) else found
    assert fold(found) == fold(truth_of(code)[field])


@pytest.mark.parametrize("code", CODES)
def test_roles(code: str) -> None:
    assert [block.role.value for block in read(code).blocks] == truth_of(code)["roles"]


@pytest.mark.parametrize("code", CODES)
def test_captions_and_credits(code: str) -> None:
    article = read(code)
    found = [
        {"text": article.words_of(block), "credit": article.credit_of(block)}
        for block in article.parts(Role.CAPTION)
    ]
    assert found == truth_of(code)["captions"]


@pytest.mark.parametrize("code", CODES)
def test_the_body_begins_where_it_should(code: str) -> None:
    article = read(code)
    first = article.parts(Role.PARAGRAPH)[0]
    assert article.quote(first.span).startswith(truth_of(code)["first"])


@pytest.mark.parametrize("code", CODES)
def test_every_word_of_the_file_is_in_the_article(code: str) -> None:
    assert read(code).text.split() == (FOLDER / f"{code}.txt").read_text(encoding="utf-8").split()
