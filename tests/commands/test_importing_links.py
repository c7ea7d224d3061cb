"""``import`` keeps links, and fetches their pages only if that is typed."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator

import pytest

from tests.fetching.site import Site, answer, open_site

SAID = "The ferry left at twenty past nine, and nobody on the quay said a word about the piano."
PAGE = f"<html><body><article><h1>Night Ferry Returns</h1><p>{SAID}</p></article></body></html>"


@pytest.fixture
def site() -> Iterator[Site]:
    with open_site() as opened:
        opened.pages["/ferry"] = answer(PAGE)
        yield opened


@pytest.fixture
def shortcut(tmp_path, site):
    made = tmp_path / "The Ferry.url"
    made.write_text(f"[InternetShortcut]\r\nURL={site.at('/ferry')}\r\n")
    return made


def test_a_link_is_kept_and_that_is_said(ask, shortcut, site):
    told = ask("import", shortcut)
    assert told.code == 0
    assert told.out.startswith("added")
    assert "(Only the address is kept: the page was not fetched.)" in told.out
    (line,) = ask("import", shortcut, "--json").json
    assert (line["outcome"], line["link"]) == ("duplicate", site.at("/ferry"))
    assert ask("list", "--json").json[0]["headline"] == "The Ferry"
    assert site.asked == []


def test_its_page_is_fetched_if_that_is_typed(ask, shortcut, site, files):
    told = ask("import", files[0], shortcut, "--fetch")
    assert told.code == 0
    assert "(The page was fetched, and no pictures besides.)" in told.out.splitlines()[1]
    found = {row["headline"] for row in ask("list", "--json").json}
    assert "Night Ferry Returns" in found
    assert "The Ferry" not in found


def test_what_cannot_be_fetched_stays_and_can_be_tried_again(ask, shortcut, site):
    page = site.pages.pop("/ferry")
    told = ask("import", shortcut, "--fetch", "--json")
    assert told.code == 1
    assert [line["outcome"] for line in told.json] == ["added"]
    assert told.json[0]["notes"] == ["Only the address is kept: the page was not fetched."]
    assert f"{site.at('/ferry')}: “127.0.0.1:{site.port}” has no page" in told.err
    site.pages["/ferry"] = page
    again = ask("import", shortcut, "--fetch", "--json")
    assert (again.code, [line["outcome"] for line in again.json]) == (0, ["duplicate"])
    assert ask("list", "--json").json[0]["headline"] == "Night Ferry Returns"


def test_an_address_can_be_typed_or_piped(ask, site, monkeypatch):
    address = "https://diario.example/a//b?c=d"
    (typed,) = ask("import", address, "--json").json
    assert (typed["path"], typed["outcome"], typed["link"]) == (address, "added", address)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(address.encode())))
    (piped,) = ask("import", "-", "--json").json
    assert (piped["outcome"], piped["article_id"]) == ("duplicate", typed["article_id"])


def test_inspect_fetches_nothing(ask, shortcut, site):
    found = ask("inspect", shortcut).json
    assert (found["headline"], found["url"]) == ("The Ferry", site.at("/ferry"))
    assert [block["role"] for block in found["blocks"]] == ["headline", "paragraph"]
    assert site.asked == []
