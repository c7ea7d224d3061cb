"""An article written out as rows: all of their columns, but not yet the numbers of the rows.

What, why: writing out parts, folding words and hashing takes longer than storing the rows, and
needs no database. It is done where the article was read, in another process; who stores it only
gives out numbers. A text crosses over faster than the hundreds of parts it stands for, too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from clipreader.library.article_rows import (
    article_read,
    names_of,
    picture_hash,
    picture_rows,
    same_text_hash,
    text_hash,
)
from clipreader.library.indexed import indexed_words
from clipreader.library.rows import evidence_written, metadata_columns, parts_written
from clipreader.library.sketching import values
from clipreader.model import Article, Image


@dataclass(frozen=True, slots=True)
class Written:
    """An article as it will be stored.

    ``fields`` are the columns of its metadata; ``names`` are kind, name and folded name;
    ``indexed`` its words by the columns of the index; ``values`` the numbers by which its text is
    found again; ``picture_hashes`` those of ``images``, None where there are no bytes.
    """

    id: str
    source_hash: str
    text: str
    text_hash: str
    same_text: str
    fields: Mapping[str, Any]
    blocks: str
    marks: str
    evidence: str
    names: tuple[tuple[str, str, str], ...]
    indexed: tuple[str, ...]
    values: frozenset[int]
    images: tuple[Image, ...]
    picture_hashes: tuple[str | None, ...]

    @property
    def url(self) -> str | None:
        """Return the address that the article says it has."""
        return self.fields["url"]

    def rows_of_pictures(self, text: int) -> list[dict[str, Any]]:
        """Return the rows of ``images``; ``text`` is the number of the text's row."""
        return picture_rows(text, self.images, self.picture_hashes)


def written(article: Article, link: str | None) -> Written:
    """Return an article written out; ``link`` is the address that came with its bytes."""
    return Written(
        id=article.id,
        source_hash=article.source_hash,
        text=article.text,
        text_hash=text_hash(article.text),
        same_text=same_text_hash(article.text),
        fields=metadata_columns(article.metadata),
        blocks=parts_written(article.blocks),
        marks=parts_written(article.marks),
        evidence=evidence_written(article.metadata),
        names=names_of(article),
        indexed=indexed_words(article),
        values=values(article, link),
        images=article.images,
        picture_hashes=tuple(map(picture_hash, article.images)),
    )


def article_of(made: Written) -> Article:
    """Return the article that was written out, as it will be fetched from the library."""
    return article_read(
        {
            "id": made.id,
            "words": made.text,
            "blocks": made.blocks,
            "marks": made.marks,
            "evidence": made.evidence,
            "source_hash": made.source_hash,
            **made.fields,
        },
        made.images,
    )
