"""Blocks, figures and decisions become the lines of a draft."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from clipreader.importers.page import author_links, body, figures, header, metadata, pictures
from clipreader.importers.page.arrangement import arranged
from clipreader.importers.page.cards import cards_of, without_cards
from clipreader.importers.page.comments import without_comments
from clipreader.importers.page.figure import Figure
from clipreader.importers.page.furniture import Furniture
from clipreader.importers.page.home import article_around, home_of
from clipreader.importers.page.regions import Region, prose_of, regions_of
from clipreader.importers.page.saved import NO_PICTURES
from clipreader.importers.page.signatures import is_moment
from clipreader.importers.page.tree import Element
from clipreader.importers.page.walk import Block, Walk
from clipreader.model import Candidate, FieldName, Hint, Image, Line, Part, Role, Span

_ABOVE = 3
"""Blocks above a headline that may belong to it."""


@dataclass(frozen=True, slots=True)
class Assembled:
    """The lines of a page, its pictures, and what the place of its words says of the fields."""

    lines: tuple[Line, ...]
    images: tuple[Image, ...]
    candidates: tuple[Candidate, ...] = ()


@dataclass
class _Plan:
    """What has been decided about each block, by its number."""

    walk: Walk
    regions: Mapping[Element, Region]
    furniture: Furniture
    hints: list[Hint]
    beside: Mapping[str, bytes]
    groups: dict[int, int] = field(default_factory=dict[int, int])
    figures: dict[int, tuple[Figure, Image | None]] = field(
        default_factory=dict[int, "tuple[Figure, Image | None]"]
    )
    head: range = range(0)
    """The blocks from right above the headline to the first paragraph."""

    joined: set[int] = field(default_factory=set[int])
    bare: dict[int, Image] = field(default_factory=dict[int, Image])
    """Pictures without a word about them, by the block that follows."""


def assembled(
    walk: Walk,
    root: Element,
    candidates: Sequence[Candidate],
    selected: bool,
    beside: Mapping[str, bytes] = NO_PICTURES,
) -> Assembled:
    """Decide about every block and return the lines.

    ``selected`` says that a person cut the page out of a larger one: then all of it is meant.
    ``beside`` are the pictures that came in one container with the page.
    """
    blocks = walk.blocks
    if not blocks:
        return Assembled((), ())
    prose = without_comments(blocks, [_prose_of(block) for block in blocks])
    cards = cards_of(blocks, prose)
    prose = without_cards(blocks, prose, cards)
    regions = regions_of(blocks, prose)
    furniture = Furniture(regions, sum(prose), cards)
    plan = _Plan(walk, regions, furniture, [Hint.FURNITURE] * len(blocks), beside)
    titles = [*_said(candidates, FieldName.HEADLINE), *metadata.titles_of(root)]
    home = root if selected else home_of(root, regions, header.sure_headline(blocks, titles))
    first, last = _decide(plan, home, titles, candidates, prose)
    images = _place_figures(plan, home, first, last)
    authors = author_links.authors_of((blocks[n], plan.hints[n]) for n in _head_of(plan))
    return Assembled(arranged(tuple(_lines(plan))), images, tuple(authors))


def _prose_of(block: Block) -> int:
    prose = prose_of(block)
    return 0 if prose and figures.is_caption_element(block.element) else prose


def _decide(
    plan: _Plan,
    home: Element,
    titles: Sequence[str],
    candidates: Sequence[Candidate],
    prose: Sequence[int],
) -> tuple[int, int]:
    """Give each block its hint; return the numbers between which the article stands."""
    blocks = plan.walk.blocks
    region = plan.regions.get(home) or Region(0, len(blocks) - 1)
    kept = body.kept_blocks(blocks, prose, home, plan.furniture, region, plan.walk.pictures)
    start = next((n for n in range(len(blocks)) if kept[n] and prose[n]), region.first)
    headline = header.headline_of(blocks, titles, start, plan.furniture)
    if headline is not None and headline > region.last:
        headline = None
    if headline is not None:
        start = _start(plan, headline, kept, prose)
    first = region.first if headline is None else min(headline, start)
    for number in range(region.first, region.last + 1):
        if kept[number]:
            plan.hints[number] = _shown(blocks[number])
    _date_below(plan, kept, prose, region)
    if headline is not None:
        _head(plan, headline, start, kept, candidates, prose)
    elif region.first < start:
        _head(plan, region.first - 1, start, kept, candidates, prose)
    around = plan.regions.get(article_around(home)) or region
    return min(max(0, first - 3), around.first), region.last


def _date_below(plan: _Plan, kept: Sequence[bool], prose: Sequence[int], region: Region) -> None:
    """Tell a date below the last paragraph from one more paragraph."""
    for number in range(region.last, region.first - 1, -1):
        if not kept[number]:
            continue
        if header.hint_by_name(plan.walk.blocks[number], plan.regions) == Hint.TIME:
            plan.hints[number] = Hint.TIME
        elif prose[number]:
            return


def _start(plan: _Plan, headline: int, kept: Sequence[bool], prose: Sequence[int]) -> int:
    """Return the number of the first paragraph below the headline."""
    first: int | None = None
    for number in range(headline + 1, len(kept)):
        if kept[number] and prose[number]:
            first = number if first is None else first
            block = plan.walk.blocks[number]
            named = header.hint_by_name(block, plan.regions) is not None
            if not named and not is_moment(block.text):
                return number
    return headline if first is None else first


def _shown(block: Block) -> Hint:
    return Hint.HEADING if block.hint == Hint.TITLE else block.hint


def _said(candidates: Sequence[Candidate], name: FieldName) -> Iterator[str]:
    for candidate in candidates:
        if candidate.field == name and isinstance(candidate.value, str):
            yield candidate.value


def _head(
    plan: _Plan,
    headline: int,
    start: int,
    kept: Sequence[bool],
    candidates: Sequence[Candidate],
    prose: Sequence[int],
) -> None:
    """Give hints to what stands between the site's furniture and the first paragraph."""
    blocks = plan.walk.blocks
    decks = header.folded_decks(_said(candidates, FieldName.DECK))
    if headline >= 0 and blocks[headline].hint in (Hint.TITLE, Hint.HEADING):
        plan.hints[headline] = Hint.TITLE
    plan.head = range(max(0, headline - _ABOVE), min(start + 1, len(blocks)))
    for number in plan.head:
        block = blocks[number]
        if number == headline:
            continue
        named = header.hint_by_name(block, plan.regions)
        if number < headline:
            above = named in (Hint.KICKER, Hint.TIME, Hint.BYLINE)
            plan.hints[number] = named if named is not None and above else Hint.FURNITURE
        elif headline >= 0 and header.repeats_headline(block, blocks[headline]):
            plan.hints[number] = Hint.FURNITURE
        elif named is not None and (number != start or named == Hint.DECK):
            plan.hints[number] = named
        else:
            placed = header.hint_by_place(block, number, headline, decks, plan.regions)
            beside = body.stands_beside(block, blocks[start])
            away = number != start and not (kept[number] and (prose[number] or beside))
            if placed is not None:
                plan.hints[number] = placed
            elif away:
                plan.hints[number] = _beside(plan, block, prose[number])


def _beside(plan: _Plan, block: Block, prose: int) -> Hint:
    """Return what a block above the body is that nothing names: prose stays, a scrap goes."""
    if not prose or plan.furniture.holds(block.element):
        return Hint.FURNITURE
    return _shown(block)


def _place_figures(plan: _Plan, home: Element, first: int, last: int) -> tuple[Image, ...]:
    """Put the article's pictures to their captions; return the pictures."""
    images: dict[int | str, Image] = {}
    last_before = last + 1
    for number, figure in enumerate(figures.figures_of(plan.walk, plan.regions), 1):
        words = sorted({*figure.captions, *figure.credits})
        for repeat in figure.repeats:
            plan.hints[repeat] = Hint.FURNITURE
        inside = first <= figure.before <= last_before
        if not inside or plan.furniture.holds_picture(figure.box, _common(figure.box, home)):
            for word in words:
                plan.hints[word] = Hint.FURNITURE
            continue
        image = _image_of(plan, figure, images)
        if not words and image is not None and image.data is not None:
            plan.bare.setdefault(figure.before, image)
        if words:
            plan.figures[words[0]] = (figure, image)
            plan.joined.update(words[1:])
            plan.groups[words[0]] = number
            plan.hints[words[0]] = Hint.CAPTION if figure.captions else Hint.CREDIT
    return tuple(images.values())


def _head_of(plan: _Plan) -> Iterator[int]:
    """Yield the numbers of the head’s blocks, those of the site’s menu above the headline not."""
    above = any(plan.hints[n] == Hint.TITLE for n in plan.head)
    for number in plan.head:
        above = above and plan.hints[number] != Hint.TITLE
        furniture = above and plan.hints[number] == Hint.FURNITURE
        if not (furniture and plan.furniture.holds(plan.walk.blocks[number].element)):
            yield number


def _image_of(plan: _Plan, figure: Figure, images: dict[int | str, Image]) -> Image | None:
    """Return a figure's picture, and keep it; one that is shown again is the same picture."""
    if figure.element is None:
        return None
    key = f"picture-{len(images) + 1}"
    image = pictures.image_of(figure.element, key, plan.walk.base, plan.beside)
    if image is None:
        return None
    return images.setdefault(key if image.data is None else id(image.data), image)


def _common(element: Element, home: Element) -> Element | None:
    """Return the home if the element stands inside it."""
    here: Element | None = element
    while here is not None:
        if here is home:
            return home
        here = here.getparent()
    return None


def _lines(plan: _Plan) -> Iterator[Line]:
    waiting: deque[Image] = deque()
    for number, block in enumerate(plan.walk.blocks):
        if number in plan.bare:
            waiting.append(plan.bare[number])
        if number in plan.joined:
            continue
        if number in plan.figures:
            figure, image = plan.figures[number]
            yield _caption(plan, number, figure, image)
            continue
        hint = plan.hints[number]
        level = block.level if hint in (Hint.HEADING, Hint.LIST_ITEM) else None
        text = block.text
        if hint == Hint.FURNITURE and "\n" in text:
            text = " ".join(text.split())
        item = block.number if hint == Hint.LIST_ITEM else None
        image = waiting.popleft().key if waiting and hint != Hint.FURNITURE else None
        yield Line(text, hint, level, block.marks, image, blank_before=True, number=item)


def _caption(plan: _Plan, number: int, figure: Figure, image: Image | None) -> Line:
    """Join the words about one picture to one line: caption first, credit as a mark."""
    text = ""
    marks: list[Part] = []
    order = [*figure.captions, *figure.credits]
    if figure.captions and figure.captions[0] < min(figure.credits, default=0):
        order.sort()
    for word in order:
        block = plan.walk.blocks[word]
        start = len(text) + 1 if text else 0
        text = f"{text} {block.text}" if text else block.text
        marks.extend(replace(mark, span=mark.span.moved(start)) for mark in block.marks)
        if word in figure.credits and not any(m.role == Role.CREDIT for m in block.marks):
            reason = ("the page calls it the picture’s credit",)
            marks.append(Part(Role.CREDIT, Span(start, len(text)), 1.0, reason, "markup"))
    marks.sort(key=lambda mark: (mark.span.start, -mark.span.end))
    return Line(
        text,
        Hint.CAPTION if figure.captions else Hint.CREDIT,
        marks=tuple(marks),
        image=image.key if image else None,
        blank_before=True,
        group=plan.groups[number],
    )
