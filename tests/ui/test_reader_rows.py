from dataclasses import replace

import pytest

from clipreader.model import Metadata, Part, Role, Span
from clipreader.ui import reader_rows
from tests import records
from tests.ui import hands


@pytest.mark.parametrize(
    ("known", "line"),
    [
        (
            Metadata(publisher="Diario", place="Havana", published="2024-07-04"),
            "Diario · Havana · 4 July 2024",
        ),
        (Metadata(place="Havana"), "Havana"),
        (Metadata(published="2024-07-04T21:10:00+02:00"), "4 July 2024"),
        (Metadata(published="summer 2024"), "summer 2024"),
        (Metadata(publisher="a\n <b>R&D</b>"), "a <b>R&D</b>"),
        (Metadata(), ""),
    ],
)
def test_the_kicker_line_says_what_is_known(known, line):
    assert reader_rows.kicker_line(known) == line


def words(runs):
    return "".join(run[0] for run in runs)


def test_the_byline_row_names_author_and_translator():
    article = records.article()
    assert words(reader_rows.byline_runs(article)) == (
        "By Elena Duarte\u2003Translated by Ana Reyes\u20031 min"
    )
    bare = replace(article, metadata=Metadata())
    assert words(reader_rows.byline_runs(bare)) == "1 min"


def test_a_link_takes_no_time_to_read():
    address = "https://diario.example/ferry"
    link = Part(Role.LINK, Span(6, 6 + len(address)), target=address)
    stub = hands.blocks((Role.HEADLINE, "Ferry"), (Role.PARAGRAPH, address), marks=(link,))
    assert words(reader_rows.byline_runs(stub)) == "Only the address is kept"
    read = hands.blocks((Role.HEADLINE, "Ferry"), (Role.PARAGRAPH, f"{address} is"), marks=(link,))
    assert words(reader_rows.byline_runs(read)) == "1 min"


def test_a_name_from_right_to_left_leaves_the_minutes_behind_it():
    article = replace(records.article(), metadata=Metadata(authors=("דנה לוי",)))
    assert words(reader_rows.byline_runs(article)) == "By \u2068דנה לוי\u2069\u20031 min"
    known = Metadata(publisher="המגדלור", published="2024-07-04")
    assert reader_rows.kicker_line(known) == "\u2068המגדלור\u2069 · 4 July 2024"


def test_minutes_follow_the_words():
    article = hands.blocks((Role.PARAGRAPH, "word " * 2_300))
    assert reader_rows.reading_minutes(article) == 10
    assert words(reader_rows.byline_runs(article)) == "10 min"


@pytest.mark.parametrize(
    ("address", "openable"),
    [
        ("https://example.org", True),
        ("HTTP://EXAMPLE.ORG", True),
        ("mailto:a@example.org", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        (" https://example.org", False),
        ("fold:0", False),
        ("", False),
    ],
)
def test_only_the_web_and_mail_can_be_opened(address, openable):
    assert reader_rows.is_openable(address) == openable
    run = reader_rows.original_run(Metadata(original_url=address, translated_from="es"))
    assert (run is not None) == openable
    if run:
        assert run == ("Original (es) ↗", "link", address)


def test_the_fold_counts_its_blocks():
    assert reader_rows.fold_line(1) == "Site text · 1 block"
    assert reader_rows.fold_line(7) == "Site text · 7 blocks"
