"""Pictures that come with an article are kept with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from clipreader.model import Fate
from clipreader.operations import Library, checking, importing, parsing, reading
from tests.importers import containers

Write = Callable[[str, str | bytes], Path]


def test_the_pictures_of_a_container_are_kept_with_the_article(
    library: Library, write: Write
) -> None:
    file = write("page.mhtml", containers.mhtml())
    (item,) = importing.import_sources(library, [file]).value.items
    assert (item.fate, item.notes) == (Fate.ADDED, ())
    assert item.article_id
    images = reading.open_article(library, item.article_id).article.images
    assert [image.data for image in images] == [containers.PNG, containers.JPEG]
    again = parsing.read_article(reading.original(library, item.article_id))
    assert again.article.images == images
    assert checking.check(library).problems == ()
