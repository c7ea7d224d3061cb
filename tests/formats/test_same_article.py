"""The same article in every format: equal blocks, captions, credits, marks, pictures and fields.

What a format cannot say is an exception, and stands here as data.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from clipreader import importers
from clipreader.model import Article, Part, Role
from clipreader.operations.parsing import read_article
from tests.formats.manuscripts import NAMES, manuscript
from tests.formats.written import FORMATS, PARTS_OF
from tests.importers.documents.manuscript import Piece

WITHOUT_MARK_UP = ("text", "text mail", "PDF")
"""Formats that say of no words that they are emphasised or a link."""

AS_PARAGRAPH = {form: {"quote"} for form in WITHOUT_MARK_UP}
"""Kinds of blocks that a format sets like any paragraph: a quote is indented by mark-up alone."""

ASKED_AS_PARAGRAPH = ("text", "text mail")
"""Formats in which a crosshead that asks cannot be told from a question of an interview."""

ROWS_APART = ("PDF",)
"""Formats in which each row of a table is a line of print, its cells between blanks."""

WITHOUT_PICTURES = ("text", "text mail")
OWN_PICTURES = ("PDF",)
"""Formats set with other pictures, one for each caption of the first page."""

AN_ADDRESS = "text/uri-list"
"""What holds the address of an article and no word of it."""

every_article = pytest.mark.parametrize("name", NAMES)
every_format = pytest.mark.parametrize("form", FORMATS)
MARKS = (Role.EMPHASIS, Role.STRONG, Role.LINK)


@cache
def read(name: str, form: str) -> Article:
    with TemporaryDirectory() as folder:
        return read_article(FORMATS[form](manuscript(name), Path(folder))).article


@pytest.fixture
def found(name, form) -> Article:
    return read(name, form)


def wanted_blocks(name: str, form: str) -> Iterator[tuple[Role | None, str]]:
    """The blocks as an editor names them; a role of None is left open."""
    wanted = manuscript(name)
    for role, words, one in zip(wanted.roles, wanted.words, wanted.pieces, strict=True):
        if one.kind == "table" and form in ROWS_APART:
            yield from ((None, " ".join(row)) for row in one.rows)
        elif one.kind in AS_PARAGRAPH.get(form, ()) or is_asked(one, form):
            yield Role.PARAGRAPH, words
        else:
            yield role, words


def is_asked(one: Piece, form: str) -> bool:
    return form in ASKED_AS_PARAGRAPH and one.kind == "heading" and one.text.endswith("?")


def shown(found: Article, block: Part) -> str:
    lead = found.lead_of(block)
    return (f"{lead} " if lead else "") + found.quote(block.span)


def test_every_format_that_is_read_is_written():
    kinds = {one.media_type for one in importers.IMPORTERS} | set(importers.COLLECTIONS)
    assert set(PARTS_OF.values()) == kinds - {AN_ADDRESS}
    assert set(PARTS_OF) <= set(FORMATS)


@every_article
@every_format
def test_blocks(name, form, found):
    wanted = list(wanted_blocks(name, form))
    blocks = [(block.role, shown(found, block)) for block in found.blocks]
    open_ = [at for at, (role, _) in enumerate(wanted) if role is None]
    for at in open_:
        blocks[at] = None, blocks[at][1]
    assert blocks == wanted
    assert all(one.role != Role.BOILERPLATE for one in found.blocks)


@every_article
@every_format
def test_captions_and_credits(name, form, found):
    blocks = found.parts(Role.CAPTION)
    told = tuple((found.words_of(block), found.credit_of(block)) for block in blocks)
    assert told == manuscript(name).captions


@every_article
@every_format
def test_marks(name, form, found):
    wanted = [
        (role, run.text, run.link)
        for one in manuscript(name).pieces
        for run in one.runs
        for role, is_set in zip(MARKS, (run.emphasis, run.strong, run.link), strict=True)
        if is_set and form not in WITHOUT_MARK_UP
    ]
    tables = [block.span for block in found.parts(Role.TABLE)]
    marks = [
        (mark.role, found.quote(mark.span), mark.target)
        for mark in found.marks
        if mark.role in MARKS and not any(table.contains(mark.span) for table in tables)
    ]
    assert marks == wanted


@every_article
@every_format
def test_pictures(name, form, found):
    images = {one.key: one.data for one in found.images}
    shown_above = [images.get(block.image or "") for block in found.parts(Role.CAPTION)]
    wanted = [one.picture for one in manuscript(name).pieces if one.kind == "caption"]
    if form in WITHOUT_PICTURES:
        assert not any(shown_above)
    elif form in OWN_PICTURES:
        assert len(set(shown_above)) == len(wanted)
    else:
        assert shown_above == wanted


@every_article
@every_format
def test_fields(name, form, found):
    wanted = manuscript(name)
    known = {key: getattr(found.metadata, key) for key in wanted.fields}
    assert known == wanted.fields
    assert found.metadata.headline == wanted.pieces[0].text
    deck = next((one.text for one in wanted.pieces if one.kind == "deck"), None)
    assert found.metadata.deck == deck
