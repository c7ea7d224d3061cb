"""Adding, changing, tagging and removing highlights."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from clipreader.anchoring import describe
from clipreader.library import Library, articles, highlights
from clipreader.library.clippings import chosen
from clipreader.library.folding import folded_name
from clipreader.library.journal import Work
from clipreader.library.passages import holds
from clipreader.model import (
    Anchor,
    Article,
    Certainty,
    Changes,
    Clipping,
    Colour,
    Highlight,
    Outcome,
    Query,
    QuoteMissing,
    Role,
    Span,
    Tag,
    new_id,
)
from clipreader.operations.clipping import clipping_of
from clipreader.operations.quote_places import place_of_quote
from clipreader.operations.tag_names import is_at_or_below, known_tags, plain_tag, renamed
from clipreader.text.normal import canonical

Change = Callable[[Highlight], Highlight]
"""What is to become of a highlight."""


def add(
    library: Library,
    article_id: str,
    span: Span,
    colour: Colour,
    *,
    tags: Sequence[str] = (),
    note: str = "",
) -> Outcome[Highlight]:
    """Highlight a span, without the white space around it.

    Raises NotFound if the article is not there and QuoteMissing if the span holds no words.
    """
    with library.writing(label := "highlight") as work:
        article = _article(work, article_id)
        made = _made(work, article, span, colour, tags, note)
    return Outcome(made, _changes([made], tags=bool(made.tags)), label)


def add_quote(  # noqa: PLR0913 - a place may be told in three ways, a highlight has three parts
    library: Library,
    article_id: str,
    quote: str,
    *,
    colour: Colour = Colour.YELLOW,
    tags: Sequence[str] = (),
    note: str = "",
    role: Role | None = None,
    occurrence: int | None = None,
) -> Outcome[Highlight]:
    """Highlight the place where the words of ``quote`` stand.

    ``role`` narrows the places to parts of that kind, ``occurrence`` counts the remaining ones
    from 1. Quotes, dashes, white space and case may differ from the article's if the exact words
    are not there. Raises NotFound, QuoteMissing, and AmbiguousQuote with the list of places.
    """
    with library.writing(label := "highlight") as work:
        article = _article(work, article_id)
        span = place_of_quote(article, quote, role, occurrence)
        made = _made(work, article, span, colour, tags, note)
    return Outcome(made, _changes([made], tags=bool(made.tags)), label)


def set_colour(
    library: Library, highlight_ids: Iterable[str], colour: Colour
) -> Outcome[tuple[Highlight, ...]]:
    """Give highlights another colour. Raises NotFound."""
    return _changed(
        library, "change colour", highlight_ids, lambda each: replace(each, colour=colour)
    )


def set_note(library: Library, highlight_id: str, note: str) -> Outcome[Highlight]:
    """Write, change or (with "") remove a highlight's note. Raises NotFound."""
    written = _note(note)
    label = "change note" if written else "remove note"
    return _one(_changed(library, label, [highlight_id], lambda each: replace(each, note=written)))


def set_tags(library: Library, highlight_id: str, tags: Sequence[str]) -> Outcome[Highlight]:
    """Give a highlight these tags, normalised, in this order. Raises NotFound."""
    with library.writing(label := "change tags") as work:
        names = known_tags(work, tags)
        made = _change(work, [highlight_id], lambda each: replace(each, tags=names))
        touched = bool(work.touched)
    return _one(_outcome(made, label if touched else "", tags=True))


def move_edges(library: Library, highlight_id: str, span: Span) -> Outcome[Highlight]:
    """Move a highlight's edges. Raises NotFound, and QuoteMissing if no words are inside."""
    with library.writing(label := "move edges") as work:
        made = _change(work, [highlight_id], _attached(work, highlight_id, span))
        touched = bool(work.touched)
    return _one(_outcome(made, label if touched else ""))


def remove(library: Library, highlight_ids: Iterable[str]) -> Outcome[None]:
    """Remove highlights with their notes and tags. Raises NotFound."""
    wanted = list(dict.fromkeys(highlight_ids))
    label = "remove highlight" if len(wanted) == 1 else "remove highlights"
    with library.writing(label) as work:
        gone = tuple(highlights.fetch(work.connection, wanted).values())
        highlights.remove(work, wanted)
    tagged = any(each.tags for each in gone)
    return Outcome(None, _changes(gone, tags=tagged), label if gone else "")


def confirm(library: Library, highlight_id: str, span: Span | None = None) -> Outcome[Highlight]:
    """Accept the doubtful place of a highlight, or attach it to ``span``.

    Raises NotFound, and QuoteMissing if the highlight is lost and no span is given.
    """
    with library.writing(label := "confirm place") as work:
        there = highlights.fetch(work.connection, [highlight_id])[highlight_id]
        if there.anchor.certainty == Certainty.PLACED and span is None:
            return Outcome(there)
        place = span or there.span
        if place is None:
            raise QuoteMissing("Select the words in the article first; this highlight lost them.")
        made = _change(work, [highlight_id], _attached(work, highlight_id, place))
    return _one(_outcome(made, label))


def tags(library: Library) -> tuple[Tag, ...]:
    """Return the tags in use, by name, with how many highlights carry each."""
    with library.reading() as connection:
        return highlights.tags(connection)


def rename_tag(library: Library, old: str, new: str) -> Outcome[int]:
    """Rename a tag and what nests below it; the value is how many highlights changed."""
    written = plain_tag(new)
    if not written or not plain_tag(old):
        return Outcome(0)

    def with_new_name(each: Highlight) -> Highlight:
        return replace(each, tags=_renamed(each.tags, plain_tag(old), written))

    return _retagged(library, "rename tag", old, with_new_name)


def remove_tag(library: Library, name: str) -> Outcome[int]:
    """Take a tag and what nests below it off every highlight; the highlights stay."""

    def without(each: Highlight) -> Highlight:
        kept = tuple(tag for tag in each.tags if not is_at_or_below(tag, plain_tag(name)))
        return replace(each, tags=kept)

    return _retagged(library, "remove tag", name, without)


def clippings(library: Library, query: Query) -> tuple[Clipping, ...]:
    """Return the clippings that the query asks for.

    Newest article first, in reading order inside an article; lost ones at the article's end.
    Words are looked for in quote, note, tags and headline.
    """
    with library.reading() as connection:
        found = chosen(connection, query)
        there = articles.fetch_many(connection, (number for number, _ in found))
    made = (clipping_of(there[number], highlight) for number, highlight in found)
    return tuple(clipping for clipping in made if _holds(clipping, query))


def _article(work: Work, article_id: str) -> Article:
    connection = work.connection
    return articles.fetch(connection, articles.number_of(connection, article_id))


def _made(
    work: Work, article: Article, span: Span, colour: Colour, tags: Iterable[str], note: str
) -> Highlight:
    span = _trimmed(article, span)
    made = Highlight(
        id=new_id(),
        article_id=article.id,
        selector=describe(article, span),
        anchor=Anchor(span, Certainty.PLACED),
        colour=colour,
        note=_note(note),
        tags=known_tags(work, tags),
    )
    return highlights.add(work, made, article.text)


def _trimmed(article: Article, span: Span) -> Span:
    """Return the span without the white space around its words. Raises QuoteMissing."""
    words = article.text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    if not words.strip():
        raise QuoteMissing("There are no words in this selection.")
    return Span(start, start + len(words.strip()))


def _note(note: str) -> str:
    """Return a note as it is kept: in the canonical form, nothing if it is blank."""
    return canonical(note).text if note.strip() else ""


def _attached(work: Work, highlight_id: str, span: Span) -> Change:
    there = highlights.fetch(work.connection, [highlight_id])[highlight_id]
    article = _article(work, there.article_id)
    place = _trimmed(article, span)
    selector, anchor = describe(article, place), Anchor(place, Certainty.PLACED)
    return lambda each: replace(each, selector=selector, anchor=anchor)


def _change(work: Work, ids: Iterable[str], change: Change) -> tuple[Highlight, ...]:
    found = highlights.fetch(work.connection, ids)
    numbers = articles.numbers_of(work.connection, (each.article_id for each in found.values()))
    texts = articles.texts_of(work.connection, list(numbers.values()))
    changed = [(change(each), texts[numbers[each.article_id]]) for each in found.values()]
    return highlights.change(work, changed)


def _changed(
    library: Library, label: str, ids: Iterable[str], change: Change
) -> Outcome[tuple[Highlight, ...]]:
    with library.writing(label) as work:
        made = _change(work, ids, change)
        touched = bool(work.touched)
    return _outcome(made, label if touched else "")


def _retagged(library: Library, label: str, name: str, change: Change) -> Outcome[int]:
    with library.writing(label) as work:
        made = _change(work, highlights.with_tag(work.connection, plain_tag(name)), change)
        number = sum(1 for row in work.touched if row.kind == "highlights")
    outcome = _outcome(made, label if number else "", tags=True)
    return Outcome(number, outcome.changes, outcome.label)


def _renamed(tags: Iterable[str], old: str, new: str) -> tuple[str, ...]:
    names = (renamed(tag, old, new) if is_at_or_below(tag, old) else tag for tag in tags)
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(folded_name(name), name)
    return tuple(found.values())


def _outcome(
    made: Sequence[Highlight], label: str, *, tags: bool = False
) -> Outcome[tuple[Highlight, ...]]:
    changes = _changes(made, tags=tags) if label else Changes()
    return Outcome(tuple(made), changes, label)


def _one(outcome: Outcome[tuple[Highlight, ...]]) -> Outcome[Highlight]:
    return Outcome(outcome.value[0], outcome.changes, outcome.label)


def _changes(made: Iterable[Highlight], *, tags: bool = False) -> Changes:
    each = tuple(made)
    return Changes(
        articles=frozenset(highlight.article_id for highlight in each),
        highlights=frozenset(highlight.id for highlight in each),
        tags=tags,
    )


def _holds(clipping: Clipping, query: Query) -> bool:
    """Say whether every word of the query stands in the clipping, and no excluded one."""
    made, headline = clipping.highlight, clipping.citation.metadata.headline or ""
    words = "\n".join((clipping.quote, made.note, *made.tags, headline))
    return all(holds(words, term) != term.excluded for term in query.terms)
