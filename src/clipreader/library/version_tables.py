"""The tables of the versions of an article, and of what near-equal texts are found by.

An article's rows (``articles``, ``recognitions``, ``highlights``) always speak of the text that is
shown. What was shown before, and what came in and was not shown yet, lies here beside it, with all
it takes to show it. A row for the shown text is made when another one takes its place.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, Named, Table, Text, TypedColumns

from clipreader.library.schema import metadata


class VersionColumns(TypedColumns):
    """Another text of an article: where it came from, and its parts and fields when last shown.

    ``state`` is waiting, kept, shown or withdrawn (its import was undone). ``places`` has the
    selectors of the highlights as they were on it, as JSON; of the version that is shown, parts,
    fields and places are those of the time before. ``hash`` covers the row.
    """

    id = Column(Text, primary_key=True)
    article: Named[int] = Column(
        Integer, ForeignKey("articles.number", ondelete="CASCADE"), index=True
    )
    text: Named[int] = Column(Integer, ForeignKey("texts.number"), index=True)
    state: Named[str] = Column(Text)
    source_hash: Named[str] = Column(Text, index=True)
    same_text: Named[str] = Column(Text, index=True)
    source_name: Named[str] = Column(Text)
    media_type: Named[str] = Column(Text)
    link: Named[str | None] = Column(Text)
    received: Named[str] = Column(Text)
    added: Named[str] = Column(Text)
    fields: Named[str] = Column(Text)
    blocks: Named[str] = Column(Text)
    marks: Named[str] = Column(Text)
    evidence: Named[str] = Column(Text)
    places: Named[str] = Column(Text)
    hash: Named[str] = Column(Text)


versions = Table("versions", metadata, VersionColumns)


class SketchColumns(TypedColumns):
    """What a text is found by again, as numbers: a few of its shingles, and its addresses.

    Made from texts and fields, and made again where it is missing; -1 stands for a text that
    nothing can be found by.
    """

    value: Named[int] = Column(Integer, primary_key=True)
    text: Named[int] = Column(
        Integer, ForeignKey("texts.number", ondelete="CASCADE"), primary_key=True
    )


sketches = Table("sketches", metadata, SketchColumns, sqlite_with_rowid=False)
Index("sketches_by_text", sketches.c.text)
