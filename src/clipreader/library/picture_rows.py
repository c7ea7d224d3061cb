"""The pictures of texts: which there are, and whether two readings have the same."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, RowMapping, select

from clipreader.library.article_rows import picture_hash
from clipreader.library.originals import Originals
from clipreader.library.schema import images
from clipreader.model import Image


def differ(rows: Sequence[RowMapping], pictures: Sequence[Image]) -> bool:
    """Say whether pictures are others than those of the rows; missing bytes are no difference."""
    if len(rows) != len(pictures):
        return True
    for row, image in zip(rows, pictures, strict=True):
        there = (row["key"], row["media_type"], row["address"], row["alt"])
        if there != (image.key, image.media_type, image.address, image.alt):
            return True
        if image.data is not None and picture_hash(image) != row["hash"]:
            return True
    return False


def rows_of(connection: Connection, numbers: Sequence[int]) -> Sequence[RowMapping]:
    """Return the rows of the pictures of some texts, in their order."""
    statement = select(images).where(images.c.text.in_(numbers))
    ordered = statement.order_by(images.c.text, images.c.position)
    return connection.execute(ordered).mappings().all()


def of_texts(
    connection: Connection, numbers: Sequence[int], pictures: Originals | None
) -> dict[int, tuple[Image, ...]]:
    """Return the pictures of some texts; their bytes come along if ``pictures`` is given."""
    found: dict[int, tuple[Image, ...]] = {}
    for row in rows_of(connection, numbers):
        data = pictures.fetch_if_there(row["hash"]) if pictures and row["hash"] else None
        image = Image(row["key"], row["media_type"], data, row["address"], row["alt"])
        found[row["text"]] = (*found.get(row["text"], ()), image)
    return found
