"""A document comes in like a text or a page: whole, once, with its pictures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from clipreader.model import Fate, Role
from clipreader.operations import Library, checking, importing, reading
from tests.importers.documents import docx, odt, page, printing, rtf
from tests.importers.documents.manuscript import FERRY

Write = Callable[[str, str | bytes], Path]
WRITERS = {"docx": docx.written, "odt": odt.written, "rtf": rtf.written}


@pytest.mark.parametrize("ending", WRITERS)
def test_a_document_comes_in_with_its_pictures(library: Library, write: Write, ending: str) -> None:
    data = WRITERS[ending](FERRY)
    (item,) = importing.import_sources(library, [write(f"ferry.{ending}", data)]).value.items
    assert item.fate == Fate.ADDED
    assert item.article_id
    article = reading.open_article(library, item.article_id).article
    assert [article.quote(block.span) for block in article.blocks] == [one.text for one in FERRY]
    (caption,) = article.parts(Role.CAPTION)
    assert article.credit_of(caption) == "Jonas Tide"
    (image,) = article.images
    assert image.key == caption.image
    assert image.data == next(one.picture for one in FERRY if one.picture)
    assert reading.original(library, item.article_id).data == data
    assert checking.check(library).problems == ()


def test_the_same_article_in_another_format_is_there_already(
    library: Library, write: Write
) -> None:
    files = [write("ferry.html", page.written(FERRY))]
    files += [write(f"ferry.{ending}", made(FERRY)) for ending, made in WRITERS.items()]
    fates = [item.fate for item in importing.import_sources(library, files).value.items]
    assert fates == [Fate.ADDED, *[Fate.DUPLICATE] * len(WRITERS)]


def test_a_damaged_document_is_told_and_harms_no_other(library: Library, write: Write) -> None:
    whole = docx.written(FERRY)
    files = [write("cut.docx", whole[:900] + whole[-400:]), write("ferry.docx", whole)]
    cut, good = importing.import_sources(library, files).value.items
    assert cut.fate == Fate.FAILED
    assert cut.reason == "“cut.docx” is damaged and cannot be read."
    assert good.fate == Fate.ADDED


def test_a_printed_page_comes_in_with_a_note_that_it_is_not_sure(
    library: Library, write: Write
) -> None:
    words = "The last boat came in at twenty past nine, with forty-one passengers and two dogs."
    page = [printing.Set("The night ferry", 60, 760, 24, bold=True), *printing.column([words])]
    (item,) = importing.import_sources(
        library, [write("ferry.pdf", printing.pdf([page]))]
    ).value.items
    assert item.fate == Fate.ADDED
    assert item.article_id
    article = reading.open_article(library, item.article_id).article
    assert article.text == f"The night ferry\n{words}"
    assert article.metadata.headline == "The night ferry"


def test_a_scanned_page_says_what_would_help(library: Library, write: Write) -> None:
    scan = write("scan.pdf", printing.pdf([[]], image=True))
    (item,) = importing.import_sources(library, [scan]).value.items
    assert item.fate == Fate.FAILED
    assert item.reason == (
        "“scan.pdf” holds pictures of text only: run text recognition (OCR) on it first."
    )
