"""Numbers, dates and lists of names in words, as the interface says them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale

from clipreader.model import ArticleRow, Becomes, Colour, FieldName, Role


def tr(words: str) -> str:
    """Return words in the person's language, for functions that are no part of a widget."""
    return QCoreApplication.translate("ClipReader", words)


def counted(number: int, one: str, many: str) -> str:
    """Return ``one`` for 1, else ``many`` with its ``{n}`` filled in ("1,204 articles")."""
    return one if number == 1 else many.format(n=figures(number))


def figures(number: int) -> str:
    """Return a number with the locale's thousands apart: 1,204."""
    return _locale().toString(number)


def short_date(iso: str | None) -> str:
    """Return an ISO date as "9 Jul 2024"; what is not a date comes back as it was."""
    return _date(iso, "d MMM yyyy")


def long_date(iso: str | None) -> str:
    """Return an ISO date as "9 July 2024"; what is not a date comes back as it was."""
    return _date(iso, "d MMMM yyyy")


def moment(when: QDateTime) -> str:
    """Return a time as "9 Jul 2024, 14:05", in the person's own time."""
    return _locale().toString(when.toLocalTime(), "d MMM yyyy, HH:mm")


def whole_date(iso: str | None) -> str:
    """Return an ISO date as "Tuesday 9 July 2024"; what is not a date comes back as it was."""
    return _date(iso, "dddd d MMMM yyyy")


def translated_by(names: Sequence[str]) -> str:
    """Return the line of a row that names the translators, empty if there are none."""
    return tr("tr. {names}").format(names=", ".join(names)) if names else ""


def row_foot(row: ArticleRow) -> str:
    """Return the last line of a row: its translators, or that there is no text; may be empty."""
    return tr("Only the address is kept") if row.is_link else translated_by(row.translators)


def _locale() -> QLocale:
    """Return the person's locale; where the system names none, English with its thousands."""
    found = QLocale()
    if found.language() == QLocale.Language.C:
        return QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
    return found


def _date(iso: str | None, form: str) -> str:
    if not iso:
        return ""
    day = QDate.fromString(iso[:10], "yyyy-MM-dd")
    return _locale().toString(day, form) if day.isValid() else iso


def role_label(role: Role) -> str:
    """Return a part's kind as the person reads it."""
    return {
        Role.KICKER: tr("Kicker"),
        Role.HEADLINE: tr("Headline"),
        Role.DECK: tr("Deck"),
        Role.BYLINE: tr("Byline"),
        Role.DATELINE: tr("Dateline"),
        Role.PARAGRAPH: tr("Paragraph"),
        Role.CROSSHEAD: tr("Crosshead"),
        Role.QUOTE: tr("Quote"),
        Role.LIST_ITEM: tr("List item"),
        Role.TABLE: tr("Table"),
        Role.CODE: tr("Code"),
        Role.CAPTION: tr("Caption"),
        Role.TRANSLATOR: tr("Translator’s line"),
        Role.EDITORS_NOTE: tr("Editor’s note"),
        Role.BOILERPLATE: tr("Site text"),
        Role.CREDIT: tr("Credit"),
    }.get(role, role.value)


def becomes_label(becomes: Becomes) -> str:
    """Return what a rule is about as the person reads it."""
    return role_label(becomes) if isinstance(becomes, Role) else field_label(becomes)


def colour_label(colour: Colour) -> str:
    """Return a colour's name as the person reads it."""
    return {
        Colour.YELLOW: tr("Yellow"),
        Colour.GREEN: tr("Green"),
        Colour.BLUE: tr("Blue"),
        Colour.PINK: tr("Pink"),
        Colour.VIOLET: tr("Violet"),
    }[colour]


def field_label(name: FieldName) -> str:
    """Return a field's name as the person reads it."""
    return {
        FieldName.HEADLINE: tr("Headline"),
        FieldName.DECK: tr("Deck"),
        FieldName.KICKER: tr("Kicker"),
        FieldName.AUTHORS: tr("Authors"),
        FieldName.TRANSLATORS: tr("Translators"),
        FieldName.PUBLISHER: tr("Publisher"),
        FieldName.AGENCY: tr("Agency"),
        FieldName.PLACE: tr("Place"),
        FieldName.PUBLISHED: tr("Published"),
        FieldName.LANGUAGE: tr("Language"),
        FieldName.TRANSLATED_FROM: tr("Translated from"),
        FieldName.URL: tr("Address"),
        FieldName.ORIGINAL_URL: tr("Address of the original"),
    }[name]
