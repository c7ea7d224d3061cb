"""Numbers, dates and lists of names in words, as the interface says them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDate, QLocale, QObject

from clipreader.model import Colour, FieldName, Role


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


def translated_by(names: Sequence[str]) -> str:
    """Return the line of a row that names the translators, empty if there are none."""
    return QObject.tr("tr. {names}").format(names=", ".join(names)) if names else ""


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
        Role.KICKER: QObject.tr("Kicker"),
        Role.HEADLINE: QObject.tr("Headline"),
        Role.DECK: QObject.tr("Deck"),
        Role.BYLINE: QObject.tr("Byline"),
        Role.DATELINE: QObject.tr("Dateline"),
        Role.PARAGRAPH: QObject.tr("Paragraph"),
        Role.CROSSHEAD: QObject.tr("Crosshead"),
        Role.QUOTE: QObject.tr("Quote"),
        Role.LIST_ITEM: QObject.tr("List item"),
        Role.TABLE: QObject.tr("Table"),
        Role.CODE: QObject.tr("Code"),
        Role.CAPTION: QObject.tr("Caption"),
        Role.TRANSLATOR: QObject.tr("Translator’s line"),
        Role.EDITORS_NOTE: QObject.tr("Editors’ note"),
        Role.BOILERPLATE: QObject.tr("Boilerplate"),
        Role.CREDIT: QObject.tr("Credit"),
    }.get(role, role.value)


def colour_label(colour: Colour) -> str:
    """Return a colour's name as the person reads it."""
    return {
        Colour.YELLOW: QObject.tr("Yellow"),
        Colour.GREEN: QObject.tr("Green"),
        Colour.BLUE: QObject.tr("Blue"),
        Colour.PINK: QObject.tr("Pink"),
        Colour.VIOLET: QObject.tr("Violet"),
    }[colour]


def field_label(name: FieldName) -> str:
    """Return a field's name as the person reads it."""
    return {
        FieldName.HEADLINE: QObject.tr("Headline"),
        FieldName.DECK: QObject.tr("Deck"),
        FieldName.KICKER: QObject.tr("Kicker"),
        FieldName.AUTHORS: QObject.tr("Authors"),
        FieldName.TRANSLATORS: QObject.tr("Translators"),
        FieldName.PUBLISHER: QObject.tr("Publisher"),
        FieldName.AGENCY: QObject.tr("Agency"),
        FieldName.PLACE: QObject.tr("Place"),
        FieldName.PUBLISHED: QObject.tr("Published"),
        FieldName.LANGUAGE: QObject.tr("Language"),
        FieldName.TRANSLATED_FROM: QObject.tr("Translated from"),
        FieldName.URL: QObject.tr("Address"),
        FieldName.ORIGINAL_URL: QObject.tr("Address of the original"),
    }[name]
