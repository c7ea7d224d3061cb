"""A selector finds its place again, or says that it cannot."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from clipreader.anchoring.context import BESIDE, Context, Evidence, context_of, evidence_at
from clipreader.anchoring.edges import settle
from clipreader.anchoring.similar import LONGEST, SHORTEST, alike, places
from clipreader.model import Anchor, Article, Certainty, Role, Selector, Span
from clipreader.text.normal import Folded, folded

_MOST_PLACES = 200
_MOST_ENDS = 20
_ENOUGH = 16
_SPEAKS_FOR_ITSELF = 32
_SURE_WORDING = 0.85
_NEARLY = 0.9
_MARGIN = 0.08
_END = 400
_NAMES = {
    Role.LIST_ITEM: "list item",
    Role.EDITORS_NOTE: "editor’s note",
    Role.CREDIT: "photo credit",
    Role.BOILERPLATE: "piece of site text",
    Role.CODE: "piece of code",
}


@dataclass(frozen=True, slots=True)
class _Place:
    """A place that may be it: where, how like the words are, what stands around, in which role.

    ``in_blocks`` says that it stands in as many blocks as the words did.
    """

    span: Span
    likeness: float
    evidence: Evidence
    in_role: bool
    in_blocks: bool

    @property
    def worth(self) -> float:
        """Return what places are compared by: the words and their surroundings weigh the same."""
        return self.likeness + self.evidence.strength + (0.5 if self.in_role else 0.0)


class _Search:
    """An article that is searched; what takes long is done once, when it is first needed."""

    def __init__(self, article: Article) -> None:
        self.article = article

    @cached_property
    def folded(self) -> Folded:
        """Return the article's text in the form for comparing."""
        return folded(self.article.text)

    @cached_property
    def cuts(self) -> list[int]:
        """Return where the blocks begin in the folded text."""
        origin = self.folded.origin
        return [bisect_left(origin, block.span.start) for block in self.article.blocks]

    def span_in_article(self, span: Span) -> Span:
        """Return where a span of the folded text stands in the article."""
        return Span(*self.folded.span_in_source(span.start, span.end))


def resolve(article: Article, selector: Selector) -> Anchor:
    """Return the place of a selector in an article as it is now.

    The place where it was made is looked at first, in time that depends on the selector alone.
    Then the same words with the same surroundings, then words that differ in case, quotes,
    dashes and spaces, then words that were changed. A place in another role is never more than
    doubtful, nor is one that a twin could be. Places are code points of the article's text.
    """
    return _resolved(_Search(article), selector)


def resolve_all(article: Article, selectors: Iterable[Selector]) -> tuple[Anchor, ...]:
    """Resolve many selectors of one article; faster than each alone if the text has changed."""
    search = _Search(article)
    return tuple(_resolved(search, selector) for selector in selectors)


def _resolved(search: _Search, selector: Selector) -> Anchor:
    found = _same_place(search.article, selector) or _same_surroundings(search.article, selector)
    if found:
        return Anchor(found, Certainty.PLACED)
    context = context_of(selector)
    return _judged(search, selector, context, _candidates(search, selector, context))


def _same_place(article: Article, selector: Selector) -> Span | None:
    text, start, end = article.text, selector.start, selector.end
    is_same = (
        text[start:end] == selector.exact
        and text[max(0, start - len(selector.prefix)) : start] == selector.prefix
        and text[end : end + len(selector.suffix)] == selector.suffix
        and article.role_at(start) == selector.role
    )
    return selector.span if is_same and start < end else None


def _same_surroundings(article: Article, selector: Selector) -> Span | None:
    """Return the one place with the same words, surroundings and role, if there is just one."""
    if not selector.exact or len(selector.prefix) + len(selector.suffix) < _ENOUGH:
        return None
    whole = selector.prefix + selector.exact + selector.suffix
    found: list[Span] = []
    for at in islice(places(whole, article.text), _MOST_PLACES):
        start = at + len(selector.prefix)
        if article.role_at(start) == selector.role:
            found.append(Span(start, start + len(selector.exact)))
    return found[0] if len(found) == 1 else None


def _candidates(search: _Search, selector: Selector, context: Context) -> list[_Place]:
    """Return the places that may be it, the likeliest first, spans in the folded text.

    Changed words are only looked for where the same words do not stand in known surroundings.
    """
    words, text = folded(selector.exact).text.strip(), search.folded.text
    found = [
        _place(search, selector, context, span, 1.0) for span in _literal(words, text, context)
    ]
    if not any(place.in_role and place.evidence.both_sides for place in found):
        changed = [*_changed(search, selector, words, context), *_between_ends(words, text)]
        found += [
            _place(search, selector, context, span, likeness)
            for span, likeness in changed
            if not any(span.overlaps(other.span) for other in found)
        ]
    return sorted(found, key=lambda place: (-place.worth, place.span))


def _place(
    search: _Search, selector: Selector, context: Context, span: Span, likeness: float
) -> _Place:
    place = search.span_in_article(span)
    in_role = search.article.role_at(place.start) == selector.role
    in_blocks = search.article.quote(place).count("\n") == selector.exact.count("\n")
    evidence = evidence_at(context, search.folded.text, span)
    return _Place(span, likeness, evidence, in_role, in_blocks)


def _changed(
    search: _Search, selector: Selector, words: str, context: Context
) -> Iterator[tuple[Span, float]]:
    """Yield where the words stand with changes; those of one block within one block."""
    text = search.folded.text
    cuts = () if "\n" in selector.exact else search.cuts
    for rough, likeness in alike(words, text, cuts):
        at = bisect_right(cuts, rough.start)
        start = cuts[at - 1] if at else 0
        end = cuts[at] - 1 if at < len(cuts) else len(text)
        yield settle(words, text, rough, context.touching, Span(start, max(start, end))), likeness


def _literal(words: str, text: str, context: Context) -> Iterator[Span]:
    """Yield where folded words stand; of very frequent ones those with a known neighbour."""
    found = list(islice(places(words, text), _MOST_PLACES + 1))
    if len(found) > _MOST_PLACES:
        before, after = context.touching[0][-BESIDE:], context.touching[1][:BESIDE]
        near = {at + len(before) for at in islice(places(before + words, text), _MOST_PLACES)}
        found = sorted(near | set(islice(places(words + after, text), _MOST_PLACES)))
    yield from (Span(at, at + len(words)) for at in found[: 2 * _MOST_PLACES])


def _between_ends(words: str, text: str) -> Iterable[tuple[Span, float]]:
    """Return places that begin and end like words that are too long to compare."""
    found: dict[Span, float] = {}
    if len(words) <= LONGEST:
        return ()
    for head, at_head in _end(words[:_END], text):
        for tail, at_tail in _end(words[-_END:], text):
            length = tail.end - head.start
            if tail.start > head.start and 0.8 < length / len(words) < 1.25:
                found[Span(head.start, tail.end)] = min(at_head, at_tail)
    return found.items()


def _end(words: str, text: str) -> Sequence[tuple[Span, float]]:
    same = [(Span(at, at + len(words)), 1.0) for at in islice(places(words, text), _MOST_ENDS)]
    return same or alike(words, text)


def _judged(
    search: _Search, selector: Selector, context: Context, candidates: Sequence[_Place]
) -> Anchor:
    sure = [each for each in candidates if each.in_role and _is_sure(each, selector, context)]
    if sure and (len(sure) == 1 or sure[0].worth - sure[1].worth >= _MARGIN):
        span = search.span_in_article(sure[0].span)
        same = search.article.quote(span) == selector.exact
        why = "" if same else "The wording or the punctuation has changed since it was marked."
        return Anchor(span, Certainty.PLACED, why)
    if not candidates:
        return Anchor(None, Certainty.LOST, "These words are not in the article any more.")
    best = sure[0] if sure else candidates[0]
    span = search.span_in_article(best.span)
    return Anchor(span, Certainty.DOUBTFUL, _doubt(search.article, selector, best, span))


def _is_sure(place: _Place, selector: Selector, context: Context) -> bool:
    """Say whether nothing speaks against a place in the selector's role.

    The same words are sure beside known words, or alone if they are many and never had a twin;
    with twins, only if what told those apart is there, on both sides or in their own block.
    Changed words need more (over several blocks, both sides), and are never sure where nearly
    the same words stood elsewhere.
    """
    evidence, length = place.evidence, len(selector.exact)
    if not place.in_blocks or (length < SHORTEST and not evidence.touches):
        return False
    if context.had_twins:
        known = evidence.within or (evidence.both_sides and evidence.no_twin)
        return place.likeness == 1 and known
    beside = evidence.one_side or evidence.within
    if place.likeness == 1:
        return beside or length >= _SPEAKS_FOR_ITSELF
    if context.had_near_twins or ("\n" in selector.exact and not evidence.both_sides):
        return False
    if evidence.both_sides or (place.likeness >= _SURE_WORDING and beside):
        return True
    return place.likeness >= _NEARLY and length >= _SPEAKS_FOR_ITSELF


def _doubt(article: Article, selector: Selector, place: _Place, span: Span) -> str:
    if not place.in_role:
        now, then = _named(article.role_at(span.start)), _named(selector.role)
        if place.likeness == 1:
            return f"These words were marked in {then}; they now stand in {now}."
        return f"Words much like these stand in {now}; they were marked in {then}."
    if place.likeness == 1:
        return "The same words stand here, but what is around them has changed."
    return "Words much like these stand here, but not quite the same."


def _named(role: Role) -> str:
    name = _NAMES.get(role, role.value)
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"
