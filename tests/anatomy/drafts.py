"""Pasted texts to recognise: paragraphs to put around the line that a test is about."""

from __future__ import annotations

from clipreader.anatomy import recognise
from clipreader.model import Article, Candidate, Draft, Line, Part, Role

FIRST = (
    "At twenty past nine the ramp came up, and for the first time since 2013 a passenger ferry "
    "left the harbour in the dark. The service will run five nights a week, the director said."
)
SECOND = (
    "The line was closed when its subsidy lapsed. According to the contract the province pays two "
    "thirds of the fuel, and the company keeps the fares, which have not changed in price."
)
THIRD = (
    "On the quay the crossing was watched by the crews of the cargo boats that had taken its berth "
    "for more than a decade. They will move to the south basin in the autumn."
)
PARAGRAPHS = (FIRST, SECOND, THIRD)
HEADLINE = "Night Ferry Returns to Harbour Town After Eleven Years"
DECK = "The first crossing carried forty-one passengers, a piano and the mayor’s bicycle"


def read(*lines: str, spaced: bool = True, candidates: tuple[Candidate, ...] = ()) -> Article:
    """Recognise a pasted text, one paragraph a line; ``spaced`` puts empty lines between them."""
    made = tuple(Line(text, blank_before=spaced and at > 0) for at, text in enumerate(lines))
    return recognise(Draft(made, candidates=candidates), article_id="a")


def roles(article: Article) -> list[str]:
    """Return the roles of the blocks in order."""
    return [block.role.value for block in article.blocks]


def texts(article: Article, role: Role) -> list[str]:
    """Return the texts of the blocks of a role."""
    return [article.quote(block.span) for block in article.parts(role)]


def block_of(article: Article, text: str) -> Part:
    """Return the block that begins with a text."""
    return next(block for block in article.blocks if article.quote(block.span).startswith(text))
