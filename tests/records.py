"""Valid default records, so that a new field touches one place."""

from __future__ import annotations

from collections.abc import Sequence

from clipreader.model import (
    Anchor,
    Article,
    Certainty,
    Citation,
    Clipping,
    Colour,
    Highlight,
    Metadata,
    Part,
    Role,
    Selector,
    Source,
    Span,
    new_id,
)

HEADLINE = "Night Ferry Returns to Harbour Town After Eleven Years"
DECK = "The first crossing carried forty-one passengers, a piano and the mayor’s bicycle"
CAPTION = "The Santa Marta leaves the north quay on Wednesday evening"
CREDIT = "Harbour Authority"
PARAGRAPHS = (
    "At twenty past nine the ramp came up, and for the first time since 2013 a passenger ferry "
    "left Harbour Town in the dark. The service will run five nights a week until October, the "
    "port’s director said, and then “we shall see who still wants to travel”.",
    "The line was closed when its subsidy lapsed. According to the contract, signed in March, the "
    "province pays two thirds of the fuel and the company keeps the fares, which have not changed "
    "in price.",
    "On the quay, the crossing was watched by the crews of the cargo boats that had taken its "
    "berth for more than a decade. They will move to the south basin in the autumn.",
)


def article(
    blocks: Sequence[tuple[Role, str]] | None = None,
    *,
    article_id: str | None = None,
    metadata: Metadata | None = None,
) -> Article:
    """An article of the given blocks; a caption's " / credit" becomes its marks."""
    if blocks is None:
        blocks = (
            (Role.HEADLINE, HEADLINE),
            (Role.DECK, DECK),
            (Role.CAPTION, f"{CAPTION} / {CREDIT}"),
            *((Role.PARAGRAPH, words) for words in PARAGRAPHS),
            (Role.TRANSLATOR, "Translated by Ana Reyes"),
            (Role.BOILERPLATE, "Support the Diario: become a member today."),
        )
    text = "\n".join(words for _, words in blocks)
    parts: list[Part] = []
    marks: list[Part] = []
    start = 0
    for role, words in blocks:
        span = Span(start, start + len(words))
        parts.append(Part(role, span, 0.95, ("made for a test",), "test"))
        if role == Role.CAPTION and " / " in words:
            cut = start + words.rindex(" / ")
            marks.append(Part(Role.CAPTION, Span(start, cut), 0.95))
            marks.append(Part(Role.CREDIT, Span(cut + 3, span.end), 0.95))
        if role == Role.TRANSLATOR:
            marks.append(Part(Role.TRANSLATOR, Span(span.end - len("Ana Reyes"), span.end), 0.95))
        start = span.end + 1
    if metadata is None:
        metadata = Metadata(
            headline=blocks[0][1],
            deck=DECK,
            authors=("Elena Duarte",),
            translators=("Ana Reyes",),
            publisher="Puerto Diario",
            agency="Puerto Diario",
            place="Harbour Town",
            published="2024-07-04",
            language="en",
            translated_from="es",
        )
    return Article(article_id or new_id(), text, tuple(parts), tuple(marks), metadata)


def highlight(
    of: Article,
    quote: str,
    *,
    colour: Colour = Colour.YELLOW,
    note: str = "",
    tags: Sequence[str] = (),
) -> Highlight:
    """A highlight of the first place where ``quote`` stands."""
    start = of.text.index(quote)
    span = Span(start, start + len(quote))
    selector = Selector(
        of.role_at(start),
        quote,
        of.text[max(0, start - 32) : start],
        of.text[span.end : span.end + 32],
        span.start,
        span.end,
    )
    anchor = Anchor(span, Certainty.PLACED)
    return Highlight(new_id(), of.id, selector, anchor, colour, note, tuple(tags))


def clipping(of: Article, quote: str, **more: object) -> Clipping:
    """A clipping of the first place where ``quote`` stands."""
    made = highlight(of, quote, **more)  # type: ignore[arg-type]
    block = of.block_at(made.selector.start)
    credit = of.credit_of(block) if block else None
    return Clipping(made, quote, made.selector.role, credit, Citation(of.id, of.metadata), 1)


def source(text: str = "A headline\n\nA paragraph.", name: str = "pasted text") -> Source:
    return Source(name, text.encode(), "text/plain")
