from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipreader.exporters import citation
from clipreader.model import Citation, Metadata, Role
from tests import records
from tests.exporters.any_text import any_text, unhurried

FULL = Metadata(
    headline="Night Ferry Returns",
    authors=("Elena Duarte",),
    translators=("Ana Reyes",),
    publisher="Puerto Diario",
    agency="Puerto Diario",
    place="Harbour Town",
    published="2024-07-04",
    url="https://puerto.example/ferry",
)
REST = "Puerto Diario, Harbour Town, 4 July 2024, https://puerto.example/ferry"

CITED = (
    (FULL, f"Elena Duarte (trans. Ana Reyes), “Night Ferry Returns,” {REST}"),
    (
        replace(FULL, translated_from="es"),
        f"Elena Duarte (trans. from Spanish by Ana Reyes), “Night Ferry Returns,” {REST}",
    ),
    (
        replace(FULL, translated_from="es", translators=()),
        f"Elena Duarte (trans. from Spanish), “Night Ferry Returns,” {REST}",
    ),
    (replace(FULL, translators=()), f"Elena Duarte, “Night Ferry Returns,” {REST}"),
    (replace(FULL, authors=()), f"“Night Ferry Returns,” trans. Ana Reyes, {REST}"),
    (replace(FULL, authors=(), translators=()), f"“Night Ferry Returns,” {REST}"),
    (replace(FULL, headline=None), f"Elena Duarte (trans. Ana Reyes), {REST}"),
    (
        replace(FULL, agency="AFP"),
        f"Elena Duarte, AFP (trans. Ana Reyes), “Night Ferry Returns,” {REST}",
    ),
    (
        replace(FULL, agency="AFP", authors=()),
        f"AFP (trans. Ana Reyes), “Night Ferry Returns,” {REST}",
    ),
    (
        replace(FULL, agency="PUERTO DIARIO", authors=("A", "B", "C"), translators=("D", "E")),
        f"A, B and C (trans. D and E), “Night Ferry Returns,” {REST}",
    ),
    (
        replace(FULL, headline="Who Pays?", place=None, published=None, url=None),
        "Elena Duarte (trans. Ana Reyes), “Who Pays?,” Puerto Diario",
    ),
    (Metadata(headline="Night Ferry"), "“Night Ferry”"),
    (Metadata(headline="Night\nFerry", url="u"), "“Night Ferry”, u"),
    (Metadata(translators=("Ana Reyes",)), "Trans. Ana Reyes"),
    (Metadata(publisher="Puerto Diario"), "Puerto Diario"),
    (Metadata(url="https://a.example"), "https://a.example"),
    (Metadata(), ""),
)


@pytest.mark.parametrize(("known", "words"), CITED)
def test_reads_well_whatever_is_missing(known: Metadata, words: str) -> None:
    assert citation.written(Citation("a1", known)) == words


@pytest.mark.parametrize(
    ("published", "words"),
    [
        ("2024-07-04", "4 July 2024"),
        ("2024-07-04T21:20:00+02:00", "4 July 2024"),
        ("2024-12", "December 2024"),
        ("2024", "2024"),
        ("2024-13-01", "2024-13-01"),
        ("2024-00", "2024-00"),
        ("summer of 2024", "summer of 2024"),
        (None, ""),
    ],
)
def test_day(published: str | None, words: str) -> None:
    assert citation.day(published) == words


def test_caption_names_its_photographer() -> None:
    of = records.article()
    caption = records.clipping(of, "the north quay")
    assert citation.lead_in(caption) == "Photo: Harbour Authority"
    assert citation.lead_in(replace(caption, credit=None)) == "Caption"
    assert citation.lead_in(replace(caption, role=Role.CREDIT)) == "Photo: Harbour Authority"
    assert citation.lead_in(records.clipping(of, "two thirds")) == ""


def test_paragraph_is_told_before_the_address() -> None:
    cited = citation.named(Citation("a1", FULL), paragraph=3)
    assert cited.endswith("4 July 2024, para. 3")


FILLED = st.none() | any_text


@unhurried
@given(
    st.builds(
        Metadata,
        headline=FILLED,
        authors=st.lists(any_text, max_size=3).map(tuple),
        translators=st.lists(any_text, max_size=3).map(tuple),
        publisher=FILLED,
        place=FILLED,
        published=FILLED,
        translated_from=FILLED,
        url=FILLED,
    )
)
def test_any_citation_is_one_line(known: Metadata) -> None:
    assert len(citation.written(Citation("a1", known)).splitlines()) <= 1
