"""The words of the rows that the reader adds to an article: kicker line, byline row, fold."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from clipreader.model import Article, Metadata, Role
from clipreader.ui.directions import isolated
from clipreader.ui.plain import one_line
from clipreader.ui.reader_lines import end_of_head

WORDS_A_MINUTE = 230
"""How fast silent readers read prose (Brysbaert 2019 finds 238 for English non-fiction)."""

OPENABLE = ("http://", "https://", "mailto:")
"""The only kinds of address that a link of an article may have."""

CREDIT_SIGN = "/ "
"""What the reader sets between a caption and a credit where the article has only a blank."""

Run = tuple[str, str, str]
"""Words, their look ("", "name" or "link") and, for a link, the address."""


def _tr(words: str, number: int = -1) -> str:
    return QCoreApplication.translate("ReaderRows", words, None, number)


def shown_date(published: str | None) -> str:
    """Return an ISO date as the person's own locale writes it in full; empty if there is none."""
    date = QDate.fromString((published or "")[:10], "yyyy-MM-dd")
    if not date.isValid():
        return published or ""
    return QLocale().toString(date, "d MMMM yyyy")


def kicker_line(metadata: Metadata) -> str:
    """Return "Publisher · Place · date" from what is known of it; may be empty."""
    known = (metadata.publisher, metadata.place, shown_date(metadata.published))
    return " · ".join(isolated(one_line(words)) for words in known if words)


def reading_minutes(article: Article) -> int:
    """Return how many minutes the article takes to read, at least 1."""
    return max(1, round(len(article.text.split()) / WORDS_A_MINUTE))


def is_address_alone(article: Article) -> bool:
    """Say whether nothing but the address of a page is kept: a headline, and a line that links."""
    if len(article.blocks) > 2:
        return False
    last = article.blocks[-1].span if article.blocks else None
    return any(mark.role == Role.LINK and mark.span == last for mark in article.marks)


def byline_runs(article: Article) -> tuple[Run, ...]:
    """Return what stands at the left of the byline row.

    Names that a line of the article's own head tells, right above the row, are not said twice.
    """
    about, runs = article.metadata, list[Run]()
    told = {block.role for block in article.blocks[: end_of_head(article) + 1]}
    for words, names, role in (
        (_tr("By"), about.authors, Role.BYLINE),
        (_tr("Translated by"), about.translators, Role.TRANSLATOR),
    ):
        if names and role not in told:
            runs.append((f"{words} ", "", ""))
            runs.append((isolated(one_line(", ".join(names))), "name", ""))
            runs.append(("\u2003", "", ""))
    kept = _tr("Only the address is kept"), _tr("%n min", reading_minutes(article))
    runs.append((kept[0] if is_address_alone(article) else kept[1], "", ""))
    return tuple(runs)


def original_run(metadata: Metadata) -> Run | None:
    """Return the link to the original, if its address is known and safe to open."""
    address = metadata.original_url or ""
    if not is_openable(address):
        return None
    code = metadata.translated_from
    words = _tr("Original (%1)").replace("%1", code) if code else _tr("Original")
    return (f"{words} ↗", "link", address)


def fold_line(blocks: int) -> str:
    """Return the words that stand for folded site text."""
    counted = _tr("1 block") if blocks == 1 else _tr("%n blocks", blocks)
    return f"{_tr('Site text')} · {counted}"


def is_openable(address: str) -> bool:
    """Say whether an address is of a kind that a link may open."""
    return address.casefold().startswith(OPENABLE)
