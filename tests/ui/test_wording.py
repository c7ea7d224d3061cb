import pytest
from PySide6.QtCore import QLocale

from clipreader.model import Colour, FieldName, Role
from clipreader.ui import wording


@pytest.mark.parametrize(
    ("iso", "short", "long"),
    [
        ("2024-07-09", "9 Jul 2024", "9 July 2024"),
        ("2024-07-09T21:10:00+02:00", "9 Jul 2024", "9 July 2024"),
        ("summer 2024", "summer 2024", "summer 2024"),
        ("2024-13-40", "2024-13-40", "2024-13-40"),
        ("", "", ""),
        (None, "", ""),
    ],
)
def test_dates(iso, short, long):
    assert (wording.short_date(iso), wording.long_date(iso)) == (short, long)


def test_numbers_have_their_thousands_apart():
    assert wording.figures(1204) == "1,204"
    assert wording.counted(1, "one article", "{n} articles") == "one article"
    assert wording.counted(0, "one article", "{n} articles") == "0 articles"
    assert wording.counted(10_000, "one article", "{n} articles") == "10,000 articles"


def test_another_locale_writes_its_own_numbers():
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    try:
        assert wording.figures(1204) == "1.204"
        assert wording.long_date("2024-07-09") == "9 Juli 2024"
    finally:
        QLocale.setDefault(before)


def test_translators():
    assert wording.translated_by(()) == ""
    assert wording.translated_by(("Ana", "Ben")) == "tr. Ana, Ben"


@pytest.mark.parametrize(
    ("label", "members"),
    [
        (wording.colour_label, list(Colour)),
        (wording.field_label, list(FieldName)),
        (
            wording.role_label,
            [r for r in Role if r not in {*map(Role, ("leftover", "emphasis", "strong", "link"))}],
        ),
    ],
)
def test_each_has_a_name_of_its_own(label, members):
    names = [label(member) for member in members]
    assert len(set(names)) == len(names)
    assert all(name[0].isupper() for name in names)
