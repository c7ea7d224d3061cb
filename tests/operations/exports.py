"""Files to export: articles with two clippings each."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from clipreader.model import Article, Clipping
from clipreader.operations import exporting
from clipreader.operations.exporting import ExportFile, Layout
from tests import records

FUEL = "the province pays two thirds of the fuel"
QUAY = "On the quay, the crossing was watched"
IDS = ("01j2n8k3v4w5x6y7z8a9b0c1d2", "01j2n8k3v4w5x6y7z8a9b0c1d3")


def article(number: int, headline: str | None = records.HEADLINE) -> Article:
    made = records.article(article_id=IDS[number])
    return replace(made, metadata=replace(made.metadata, headline=headline))


def clippings_of(*articles: Article) -> tuple[Clipping, ...]:
    return tuple(records.clipping(of, words) for of in articles for words in (FUEL, QUAY))


def files(*articles: Article) -> tuple[ExportFile, ...]:
    return exporting.files_of(clippings_of(*articles), Layout.FILE_PER_ARTICLE)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())
