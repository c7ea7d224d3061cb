"""The person renames a part or a field; the correction outlives reading the file again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from clipreader.anatomy.learned import Rulebook
from clipreader.library import Library, articles, corrections, rules
from clipreader.library.corrections import Correction
from clipreader.model import (
    BLOCK_ROLES,
    LIST_FIELDS,
    Article,
    Changes,
    ClipreaderError,
    FieldName,
    NotFound,
    Outcome,
    Part,
    Role,
    Span,
)
from clipreader.operations import lasting
from clipreader.operations.corrected import with_accepted, with_credit, with_field, with_role
from clipreader.operations.corrected_fields import Value
from clipreader.operations.learned import with_rules
from clipreader.operations.parsing import read_article
from clipreader.operations.placing import follow_roles, follow_text
from clipreader.operations.reading import original
from clipreader.text.dates import parse_date
from clipreader.text.normal import canonical

Changed = tuple[Article, tuple[Correction, ...]]
"""An article with something corrected, and the corrections that keep it so."""


def set_role(
    library: Library, article_id: str, block: int, role: Role, level: int | None = None
) -> Outcome[Article]:
    """Give the block with this index another role. Raises NotFound."""
    if role not in BLOCK_ROLES:
        raise ValueError(f"a block cannot be {role.value}")
    return _correct(
        library,
        article_id,
        "change kind",
        block,
        lambda article: (
            with_role(article, block, role, level),
            (lasting.of_role(article, block, role, level),),
        ),
    )


def set_credit(
    library: Library, article_id: str, block: int, span: Span | None
) -> Outcome[Article]:
    """Say which span of a caption block is its credit; None for no credit. Raises NotFound."""

    def change(article: Article) -> Changed:
        place = _credit_in(article, article.blocks[block], span)
        made = with_credit(article, block, place)
        return made, (lasting.of_credit(article, block, place),)

    return _correct(library, article_id, "change credit", block, change)


def set_field(
    library: Library, article_id: str, name: FieldName, value: str | tuple[str, ...] | None
) -> Outcome[Article]:
    """Give a field of the article another value; see ``set_fields``."""
    return set_fields(library, article_id, {name: value})


def set_fields(
    library: Library, article_id: str, values: Mapping[FieldName, Value]
) -> Outcome[Article]:
    """Give fields of the article other values, all at once or none.

    Raises NotFound, and ClipreaderError for a date that cannot be read.
    """

    def change(article: Article) -> Changed:
        kept: list[Correction] = []
        for name, value in values.items():
            words = _field_value(article, name, value)
            changed = with_field(article, name, words)
            if changed != article:
                article = changed
                kept.append(lasting.of_field(name, words))
        return article, tuple(kept)

    label = "change field" if len(values) == 1 else "change fields"
    return _correct(library, article_id, label, None, change)


def accept(library: Library, article_id: str, block: int) -> Outcome[Article]:
    """Say that an offered part was read right. Raises NotFound."""
    return _correct(
        library,
        article_id,
        "accept kind",
        block,
        lambda article: (with_accepted(article, block), (lasting.of_accepted(article, block),)),
    )


def read_again(library: Library, article_id: str) -> Outcome[Article]:
    """Read the bytes as received once more, with today's recogniser.

    The person's rules name blocks in it, what the person corrected is applied again over that, and
    the highlights look for their places again: each is placed, doubtful or lost, and says why.
    Raises NotFound, UnreadableSource (nothing changed then) or LibraryUnavailable.
    """
    fresh = read_article(original(library, article_id)).article
    with library.writing(label := "read again") as work:
        number = articles.number_of(work.connection, article_id)
        before = articles.fetch(work.connection, number, library.originals)
        fresh = replace(fresh, id=before.id, source_hash=before.source_hash)
        fresh = with_rules(fresh, Rulebook(rules.every(work.connection)))
        after = lasting.applied(fresh, corrections.of_article(work.connection, number))
        if after == before:
            return Outcome(before)
        library.originals.keep(image.data for image in after.images if image.data is not None)
        articles.replace(work, number, after)
        follow = follow_roles if after.text == before.text else follow_text
        moved = follow(work, number, after)
        label = label if work.touched else ""
    return Outcome(after, _changes(article_id, moved), label)


def _correct(
    library: Library,
    article_id: str,
    label: str,
    block: int | None,
    change: Callable[[Article], Changed],
) -> Outcome[Article]:
    """Change an article and keep the corrections. ``block`` is the one that changes, if one."""
    with library.writing(label) as work:
        number = articles.number_of(work.connection, article_id)
        before = articles.fetch(work.connection, number, library.originals)
        if block is not None and not 0 <= block < len(before.blocks):
            raise NotFound("This block is not in the article any more.")
        after, made = change(before)
        if after == before:
            return Outcome(before)
        articles.replace(work, number, after)
        for correction in made:
            corrections.add(work, number, correction)
        named = after.blocks[block] if block is not None else None
        moved = follow_roles(work, number, after, named) if named else ()
    return Outcome(after, _changes(article_id, moved), label)


def _changes(article_id: str, moved: tuple[str, ...]) -> Changes:
    return Changes(frozenset({article_id}), frozenset(moved))


def _credit_in(article: Article, block: Part, span: Span | None) -> Span | None:
    """Return the span of a credit without white space around it. Raises NotFound."""
    if block.role != Role.CAPTION:
        raise NotFound("Only a caption has a credit, and this block is none any more.")
    if span is None:
        return None
    words = article.text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    made = Span(start, start + len(words.strip()))
    if len(made) == 0 or not block.span.contains(made):
        raise NotFound("These words are not in the caption.")
    return made


def _field_value(article: Article, name: FieldName, value: Value) -> Value:
    """Return a value as it is kept. Raises ClipreaderError if it cannot be one."""
    if name in LIST_FIELDS:
        given = (value,) if isinstance(value, str) else value or ()
        names = (_one_line(each) for each in given)
        return tuple(dict.fromkeys(each for each in names if each))
    words = _one_line(value if isinstance(value, str) else "; ".join(value or ()))
    if not words or name != FieldName.PUBLISHED:
        return words or None
    language = article.metadata.language
    date = parse_date(words, (language,) if language else ())
    if date is None:
        raise ClipreaderError(f"“{words}” is no date. Write it as year-month-day: 2024-07-04.")
    return words if words.startswith(date) and _is_iso(words) else date


def _is_iso(words: str) -> bool:
    try:
        datetime.fromisoformat(words)
    except ValueError:
        return False
    return True


def _one_line(words: str) -> str:
    return " ".join(canonical(words).text.split())
