"""Every text of an article stays, highlights move along or say why not, and undo is exact."""

from __future__ import annotations

import pytest

from clipreader.model import Certainty, Colour, FieldName, NotFound, Role, VersionState
from clipreader.operations import Library, correcting, highlighting, history, importing, versions
from tests.operations.versioned import FIRST, LATER, read, rows, shown, sound, source, standing

SAME = "for the first time since 2013"
MOVED = "The line was closed when its subsidy lapsed"
CHANGED = "The province pays two thirds of the fuel"
GONE = "On the quay, the crossing was watched by the crews"


@pytest.fixture
def ferry(library: Library) -> str:
    """The first text, with a highlight for everything that can become of one."""
    (item,) = importing.import_sources(library, [source(FIRST)]).value.items
    assert item.article_id is not None
    for quote in (SAME, MOVED, CHANGED, GONE):
        highlighting.add_quote(library, item.article_id, quote, tags=["port"], note="look")
    return item.article_id


def test_a_reading_takes_over_in_one_step(library: Library, ferry: str) -> None:
    before = rows(library)
    made, reading = read(LATER, "ferry-2.html", "https://example.org/ferry")
    outcome = versions.take_over(library, ferry, made, reading)
    after = shown(library, ferry)
    assert after == outcome.value
    assert after.text == reading.article.text
    assert (after.id, after.source_hash) == (ferry, made.sha256)
    assert outcome.changes.articles == {ferry}
    assert outcome.label
    sound(library)
    history.undo(library)
    now = rows(library)
    assert [row[3] for row in now.pop("versions")] == [VersionState.WITHDRAWN]
    assert before.pop("versions") == []
    assert now == before
    sound(library)
    history.redo(library)
    assert shown(library, ferry) == after
    sound(library)


def test_highlights_move_along_or_say_why_not(library: Library, ferry: str) -> None:
    versions.take_over(library, ferry, *read(LATER))
    found = standing(library, ferry)
    assert found[SAME] == (Certainty.PLACED, SAME)
    assert found[MOVED] == (Certainty.PLACED, MOVED)
    assert found[CHANGED] == (Certainty.DOUBTFUL, "The province pays half of the fuel")
    assert found[GONE] == (Certainty.LOST, None)


def test_going_back_brings_back_what_was_seen(library: Library, ferry: str) -> None:
    first, places = shown(library, ferry), standing(library, ferry)
    versions.take_over(library, ferry, *read(LATER))
    (later, earlier) = versions.versions_of(library, ferry)
    assert (later.state, earlier.state) == (VersionState.SHOWN, VersionState.KEPT)
    versions.use(library, earlier.id)
    assert shown(library, ferry) == first
    assert standing(library, ferry) == places
    states = [each.state for each in versions.versions_of(library, ferry)]
    assert states == [VersionState.KEPT, VersionState.SHOWN]
    sound(library)
    versions.use(library, later.id)
    assert standing(library, ferry)[GONE] == (Certainty.LOST, None)
    sound(library)


def test_what_was_corrected_holds_on_the_other_text(library: Library, ferry: str) -> None:
    block = next(
        n for n, each in enumerate(shown(library, ferry).blocks) if each.role == Role.PARAGRAPH
    )
    correcting.set_role(library, ferry, block, Role.QUOTE)
    correcting.set_field(library, ferry, FieldName.PUBLISHER, "Diario del Puerto")
    versions.take_over(library, ferry, *read(LATER))
    after = shown(library, ferry)
    assert after.metadata.publisher == "Diario del Puerto"
    assert [each.role for each in after.blocks].count(Role.QUOTE) == 1


def test_the_original_that_is_shown_is_read_again(library: Library, ferry: str) -> None:
    versions.take_over(library, ferry, *read(LATER))
    after = shown(library, ferry)
    correcting.read_again(library, ferry)
    assert shown(library, ferry) == after


def test_bytes_that_are_there_are_shown_and_not_kept_twice(library: Library, ferry: str) -> None:
    assert not versions.take_over(library, ferry, *read(FIRST)).label
    versions.take_over(library, ferry, *read(LATER))
    versions.take_over(library, ferry, *read(FIRST))
    versions.take_over(library, ferry, *read(LATER))
    assert len(versions.versions_of(library, ferry)) == 2
    sound(library)


def test_a_version_has_its_own_original(library: Library, ferry: str) -> None:
    versions.take_over(library, ferry, *read(LATER, "later.txt"))
    _, earlier = versions.versions_of(library, ferry)
    assert versions.version_original(library, earlier.id).data == FIRST.encode()


def test_what_is_not_there_is_told(library: Library, ferry: str) -> None:
    for verb in (versions.use, versions.put_off, versions.version_original):
        with pytest.raises(NotFound):
            verb(library, "nothing")
    with pytest.raises(NotFound):
        versions.take_over(library, "nothing", *read(LATER))
    assert not versions.use(library, ferry).label, "it is shown already"


def test_a_highlight_made_on_the_other_text_is_carried_back(library: Library, ferry: str) -> None:
    versions.take_over(library, ferry, *read(LATER))
    highlighting.add_quote(library, ferry, "and the company keeps the fares.", colour=Colour.BLUE)
    highlighting.add_quote(library, ferry, "A band played on the upper deck")
    versions.use(library, versions.versions_of(library, ferry)[1].id)
    found = standing(library, ferry)
    assert found["and the company keeps the fares."][0] == Certainty.PLACED
    assert found["A band played on the upper deck"] == (Certainty.LOST, None)
