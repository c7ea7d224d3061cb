"""One undo takes back the pages that one yes brought, and nothing under a highlight."""

from __future__ import annotations

from clipreader.model import Progress
from clipreader.operations import (
    Library,
    checking,
    highlighting,
    history,
    importing,
    links,
    reading,
)
from clipreader.operations.links import fetch_pages
from tests.fetching.site import Site, answer
from tests.operations.test_links import SAID, kept, page, site, text

__all__ = ["site"]  # the fixture


def test_one_undo_takes_back_what_one_yes_brought(library: Library, site: Site) -> None:
    for name in ("a", "b", "c"):
        site.pages[f"/{name}"] = answer(page(f"Ferry {name}", f"{name} {SAID}"))
    ids = kept(library, *(site.at(f"/{name}") for name in ("a", "b", "c")))
    before = [text(library, one) for one in ids]
    outcome = fetch_pages(library, ids)
    assert len(outcome.value.fetched) == 3
    after = [text(library, one) for one in ids]
    assert history.undo(library).value == links.LABEL_OF_SEVERAL
    assert [text(library, one) for one in ids] == before
    assert history.state(library).undo_label == importing.LABEL
    history.redo(library)
    assert [text(library, one) for one in ids] == after
    assert checking.check(library).problems == ()


def test_what_was_done_between_two_pages_is_not_passed_over(library: Library, site: Site) -> None:
    for name in ("a", "b"):
        site.pages[f"/{name}"] = answer(page(f"Ferry {name}", f"{name} {SAID}"))
    first, second = kept(library, site.at("/a"), site.at("/b"))
    marked: list[str] = []

    def mark(_: Progress) -> bool:
        for one in (first, second):
            if not marked and SAID in text(library, one):
                marked.append(one)
                highlighting.add_quote(library, one, "nobody on the quay")
        return True

    fetch_pages(library, [first, second], progress=mark)
    (one,) = marked
    other = second if one == first else first
    history.undo(library)
    assert SAID in text(library, one), "the words under the highlight are still there"
    assert SAID not in text(library, other)
    history.undo(library)
    assert reading.open_article(library, one).highlights == ()
    history.undo(library)
    assert SAID not in text(library, one)
    assert checking.check(library).problems == ()
