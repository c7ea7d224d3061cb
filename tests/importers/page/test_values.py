from __future__ import annotations

import pytest

from clipreader.importers.page.values import a_date, a_language, a_line, an_address, names


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-05-30T06:30:00+02:00", "2024-05-30T06:30:00+02:00"),
        ("2024-05-30T06:30:00Z", "2024-05-30T06:30:00Z"),
        ("2024-05-30", "2024-05-30"),
        ("20240530", "2024-05-30"),
        ("2024-05-30T06:30:00 +0200 CEST", "2024-05-30"),
        ("May 30, 2024", "2024-05-30"),
        ("Thu, 30 May 2024 06:30:00 GMT", "2024-05-30"),
        ("2024-13-45", None),
        ("0001-01-01T00:00:00", None),
        ("1970-01-01T00:00:00Z", None),
        ("yesterday", None),
        (None, None),
        ({"a": 1}, None),
    ],
)
def test_dates(value, expected):
    assert a_date(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Ana Reyes", ("Ana Reyes",)),
        ({"@type": "Person", "name": "Ana Reyes"}, ("Ana Reyes",)),
        (
            [{"name": "Ana Reyes"}, "Corin Maddox", {"name": "Ana Reyes"}],
            ("Ana Reyes", "Corin Maddox"),
        ),
        ("Ana Reyes, Corin Maddox", ("Ana Reyes", "Corin Maddox")),
        ("Reyes, Ana", ("Reyes, Ana",)),
        ({"name": ["A B", "C D"]}, ("A B", "C D")),
        ("reyes/gull;cm", ("reyes/gull", "cm")),
        ("Ana Reyes; Maddox, Corin", ("Ana Reyes", "Maddox, Corin")),
        ("(Image: Harbour Press)", ()),
        ("The Gull https://gull.example", ("The Gull",)),
        ("https://social.example/ana", ()),
        ("@ana", ()),
        (None, ()),
        (7, ()),
    ],
)
def test_names(value, expected):
    assert names(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("es", "es"),
        ("es_ES", "es-ES"),
        ("PT-br", "pt-br"),
        ({"name": "Spanish", "alternateName": "es"}, "es"),
        ("the Spanish language", None),
        ("", None),
    ],
)
def test_languages(value, expected):
    assert a_language(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("  A  &amp; B\n", "A & B"),
        ("<b>Bold</b> words", "Bold words"),
        ("1 < 2", "1 < 2"),
        (["first", "second"], "first"),
        ("x" * 60_000, None),
        (" ", None),
    ],
)
def test_lines(value, expected):
    assert a_line(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("https://a.example/b", "https://a.example/b"),
        ({"@id": "https://a.example/b"}, "https://a.example/b"),
        ("javascript:x()", None),
        ("/b", None),
    ],
)
def test_addresses(value, expected):
    assert an_address(value) == expected
