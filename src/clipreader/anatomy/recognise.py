"""A draft becomes an article: runs the recognisers in the order of their certainty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clipreader.anatomy.addresses import mark_addressed
from clipreader.anatomy.body import mark_body, mark_openings, mark_remaining, pass_over
from clipreader.anatomy.boilerplate import mark_appeals_above, mark_furniture, mark_lists, mark_tail
from clipreader.anatomy.caption import mark_beside_credits, mark_credited, mark_uncredited
from clipreader.anatomy.caption_pairs import Named, paired
from clipreader.anatomy.closing import mark_closing
from clipreader.anatomy.fields import language_of, metadata
from clipreader.anatomy.head import mark_dates_and_cues, mark_lone_credits, mark_names
from clipreader.anatomy.headline import body_start, mark_before_body, mark_head
from clipreader.anatomy.hints import mark_hinted
from clipreader.anatomy.layout import joined
from clipreader.anatomy.links import mark_above_crossheads, mark_links
from clipreader.anatomy.notes import mark_notes
from clipreader.anatomy.page import Page, Verdict
from clipreader.anatomy.phrases import phrases_for
from clipreader.anatomy.reopened import reopen_head
from clipreader.anatomy.told_deck import mark_told_deck
from clipreader.model import Article, Draft, Line, Part, Role, Span

_HEAD = 60
_FOOT = 40


def recognise(
    draft: Draft, *, article_id: str, source_hash: str = "", link: str | None = None
) -> Article:
    """Make an article of a draft. Never raises.

    ``link`` is the address that came with the bytes. The text is the draft's lines, hard-wrapped
    ones joined, one line a block; nothing visible is lost.
    """
    lines = joined(draft.lines)
    language = language_of(lines, draft.candidates)
    page = Page(lines, phrases_for(language.value), language.value)
    _name_all(page, draft)
    named = _named(page)
    blocks, marks = _parts(named)
    return Article(
        article_id,
        "\n".join(line.text for line, _ in named),
        tuple(blocks),
        tuple(marks),
        metadata(page, draft.candidates, language, link),
        draft.images,
        source_hash,
    )


def _name_all(page: Page, draft: Draft) -> None:
    pass_over(page)
    mark_hinted(page, draft.candidates)
    mark_told_deck(page, draft.candidates)
    reopen_head(page)
    mark_notes(page)
    mark_furniture(page)
    head, foot = _head_and_foot(page)
    mark_addressed(page, head)
    mark_dates_and_cues(page, head)
    mark_credited(page)
    mark_lists(page, 0)
    mark_names(page, head)
    if page.first(Role.BYLINE) is None:
        mark_dates_and_cues(page, foot)
        mark_names(page, foot)
    mark_appeals_above(page)
    begin = body_start(page)
    mark_lone_credits(page, range(min(begin, _HEAD)))
    mark_beside_credits(page, apart=False)
    mark_head(page, begin)
    mark_beside_credits(page, apart=True)
    mark_before_body(page, begin)
    end = mark_closing(page, begin, mark_tail(page, begin), draft.candidates)
    mark_links(page, begin, end)
    mark_uncredited(page, begin, end)
    mark_body(page, begin, end)
    mark_above_crossheads(page, begin, end)
    mark_openings(page, 0, end)
    mark_remaining(page)


def _head_and_foot(page: Page) -> tuple[range, range]:
    """Return the lines before the second paragraph and behind the last but one."""
    prose = [at for at in range(len(page)) if page.is_open(at) and page.is_prose(at)]
    if len(prose) < 3:
        return range(min(len(page), _HEAD + _FOOT)), range(0)
    head = range(min(prose[1], _HEAD))
    foot = range(max(prose[1], prose[-1] + 1), min(len(page), prose[-1] + _FOOT))
    return head, foot


def _named(page: Page) -> list[Named]:
    assert all(page.verdicts)  # mark_remaining has named what was left
    return list(paired(page.lines, [verdict for verdict in page.verdicts if verdict]))


def _parts(named: Iterable[Named]) -> tuple[list[Part], list[Part]]:
    blocks: list[Part] = []
    marks: list[Part] = []
    start = 0
    for line, verdict in named:
        end = start + len(line.text)
        blocks.append(
            Part(
                verdict.role,
                Span(start, end),
                verdict.confidence,
                verdict.reasons,
                verdict.rule,
                level=verdict.level,
                image=line.image,
                number=line.number,
            )
        )
        if verdict.marks or line.marks:
            marks.extend(_marks(line, verdict, start))
        start = end + 1
    return blocks, marks


def _marks(line: Line, verdict: Verdict, start: int) -> Iterator[Part]:
    """Yield a line's marks at their places in the text, sorted, those outside the line left out."""
    inside = line.marks
    if verdict.marks:
        taken = {part.role for part in verdict.marks}
        inside = (*verdict.marks, *(part for part in line.marks if part.role not in taken))
    if len(inside) > 1:
        inside = sorted(inside, key=lambda part: (part.span.start, -part.span.end))
    for part in inside:
        if part.span.end <= len(line.text):
            yield Part(
                part.role,
                part.span.moved(start),
                part.confidence,
                part.reasons,
                part.rule,
                part.corrected,
                part.level,
                part.image,
                part.target,
            )
