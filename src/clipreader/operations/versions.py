"""The versions of an article: another text of it is offered, shown, put by, or parted from it.

Nothing is decided for the person: a text that came in waits beside the shown one until it is told
what to do, and every text stays, so that each can be shown again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from clipreader.anatomy.learned import Rulebook
from clipreader.library import Library, articles, corrections, highlights, rules, sketches, versions
from clipreader.library.arrival import Arrival
from clipreader.library.corrections import Correction
from clipreader.library.journal import Work
from clipreader.library.versions import Kept
from clipreader.model import (
    Article,
    Changes,
    ClipreaderError,
    Outcome,
    Rule,
    Source,
    Version,
    VersionState,
    new_id,
)
from clipreader.operations import lasting
from clipreader.operations.learned import with_rules
from clipreader.operations.parsing import Reading
from clipreader.operations.placing import follow_version

_USE = "use of another version"
_APART = "parting of a version"
_PUT_OFF = "“not now” for a version"


def versions_of(library: Library, article_id: str) -> tuple[Version, ...]:
    """Return the texts of an article, the newest first; one is shown. Raises NotFound."""
    with library.reading() as connection:
        return versions.of_article(connection, articles.number_of(connection, article_id))


def offered(library: Library, article_id: str) -> Version | None:
    """Return the newest version of an article that waits to be looked at. Raises NotFound."""
    with library.reading() as connection:
        return versions.waiting(connection, articles.number_of(connection, article_id))


def version_original(library: Library, version_id: str) -> Source:
    """Return the bytes of a version as received. Raises NotFound or LibraryUnavailable."""
    with library.reading() as connection:
        row = versions.source_row(connection, version_id)
    return Source(
        name=row["source_name"],
        data=library.originals.fetch(row["source_hash"]),
        media_type=row["media_type"],
        link=row["link"],
        received=datetime.fromisoformat(row["received"]),
    )


def take_over(
    library: Library,
    article_id: str,
    source: Source,
    reading: Reading,
    label: str = _USE,
    *,
    run: str = "",
) -> Outcome[Article]:
    """Keep a reading as a version of an article and show it, in one step that undo takes back.

    ``label`` is what that step is called; steps of one ``run`` that follow each other are one. The
    text that was shown stays as a version, highlights and corrections move along as in ``use``.
    Bytes that the article has already are shown and not kept twice. Raises NotFound and
    LibraryUnavailable.
    """
    with library.writing(label) as work:
        if run:
            work.join(run)
        number = articles.number_of(work.connection, article_id)
        there = articles.fetch(work.connection, number, library.originals)
        if there.source_hash == source.sha256:
            return Outcome(there)
        known = [
            one.version
            for one in articles.known(work.connection, [source.sha256])
            if one.number == number and one.version
        ]
        version_id = known[0] if known else _kept(library, work, number, source, reading)
        after, moved = _show(library, work, version_id)
    return Outcome(after, Changes(frozenset({article_id}), frozenset(moved), rows=True), label)


def use(library: Library, version_id: str) -> Outcome[Article]:
    """Show a version in the place of the text that is shown, in one step that undo takes back.

    The person's rules and corrections are applied to it. Highlights look for their places: the
    same words are placed, other words at the same place are doubtful and say so, and what is gone
    is lost and keeps its words. Raises NotFound.
    """
    with library.writing(label := _USE) as work:
        kept = versions.fetch(work.connection, version_id)
        if kept.version.state == VersionState.SHOWN:
            return Outcome(articles.fetch(work.connection, kept.number, library.originals))
        after, moved = _show(library, work, version_id)
    return Outcome(after, Changes(frozenset({after.id}), frozenset(moved), rows=True), label)


def put_off(library: Library, version_id: str) -> Outcome[None]:
    """Offer a version no longer; it stays among the versions of its article. Raises NotFound."""
    with library.writing(label := _PUT_OFF) as work:
        kept = versions.fetch(work.connection, version_id)
        if kept.version.state != VersionState.WAITING:
            return Outcome(None)
        versions.set_state(work, version_id, VersionState.KEPT)
    return Outcome(None, Changes(frozenset({kept.article.id})), label)


def keep_apart(library: Library, version_id: str) -> Outcome[Article]:
    """Make a version an article of its own, unread; it is no version any more.

    Raises NotFound, ClipreaderError for the version that is shown, and LibraryUnavailable if its
    original is damaged.
    """
    source = version_original(library, version_id)
    with library.writing(label := _APART) as work:
        kept = versions.fetch(work.connection, version_id, library.originals)
        if kept.version.state == VersionState.SHOWN:
            raise ClipreaderError("This version is shown. Use another one first.")
        arrival = Arrival(replace(kept.article, id=new_id()), source)
        versions.remove(work, version_id)
        (text,) = articles.add(work, [arrival])
        sketches.put(work.connection, [(text, arrival.written.values)])
    ids = frozenset({kept.article.id, arrival.article.id})
    return Outcome(arrival.article, Changes(ids, rows=True, tags=True), label)


def _kept(library: Library, work: Work, number: int, source: Source, reading: Reading) -> str:
    pictures = (image.data for image in reading.article.images)
    library.originals.keep([source.data, *(data for data in pictures if data is not None)])
    return versions.add(work, number, Arrival(reading.article, source), VersionState.KEPT)


def as_shown(kept: Kept, known: Iterable[Rule], made: Iterable[Correction]) -> Article:
    """Return a version as it is when it is shown: with the person's rules and corrections."""
    if kept.version.state == VersionState.SHOWN:
        return kept.article
    return lasting.applied(with_rules(kept.article, Rulebook(tuple(known))), made)


def _show(library: Library, work: Work, version_id: str) -> tuple[Article, tuple[str, ...]]:
    """Show a version; return it as it is now, and the ids of the highlights that changed."""
    kept = versions.fetch(work.connection, version_id, library.originals)
    connection, number = work.connection, kept.number
    made = corrections.of_article(connection, number)
    after = as_shown(kept, rules.every(connection), made)
    before = articles.fetch(connection, number)
    there = highlights.of_article(connection, number, after.id)
    versions.show(work, kept, after, {each.id: each.selector for each in there})
    return after, follow_version(work, number, before, after, kept.places)
