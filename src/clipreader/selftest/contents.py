"""Whether everything is there that a build could have left out."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontInfo, QImage, QPainter, QRawFont

from clipreader import paths
from clipreader.model import Source
from clipreader.operations.parsing import read_article, source_from_path
from clipreader.selftest.report import Amiss
from clipreader.text import encodings, fuzzy
from clipreader.ui.fonts import READING_FAMILY, interface_font, load_fonts, reading_font

_PRINTED = (
    b"%PDF-1.1\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]"
    b">>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]/Contents 4 0 R/Resources"
    b"<</Font<</F 5 0 R>>>>>>endobj 4 0 obj<</Length 45>>stream\nBT /F 12 Tf 9 200 Td (The night "
    b"ferry) Tj ET\nendstream endobj 5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Courier>>endobj "
    b"trailer<</Root 1 0 R>>"
)
_MEDIA_TYPES = ("text/plain", "text/html", "text/markdown")
_LETTERS = "AWag09ñßçœŁ“”«»—…"
_LATIN_1 = "Der Fährmann grüßt die Möwen über dem Kai, und die Möwen grüßen früh zurück."


def find_resources() -> str:
    """Find what comes with the app."""
    found: list[str] = []
    for name, ending, least in (("fonts", ".ttf", 5), ("icons", ".svg", 40)):
        found.append(_counted(paths.resource(name), name, (ending,), least))
    found.append(_counted(paths.resource("phrases"), "phrases", (".toml",), 6))
    if not paths.samples():
        raise Amiss("no samples are there")
    found.append(f"{len(paths.samples())} samples")
    return ", ".join(found)


def use_libraries() -> str:
    """Use each library that a bundle could have left out; the database comes later."""
    if encodings.decode(_LATIN_1.encode("windows-1252")).text != _LATIN_1:
        raise Amiss("an encoding was not guessed")
    if not fuzzy.find("the Möwen grüßen fruh", _LATIN_1, at_least=0.7):
        raise Amiss("a changed phrase was not found again")
    if not paths.default_library().is_absolute():
        raise Amiss("the person's library has no place")
    page = read_article(Source("page.pdf", _PRINTED, "application/pdf")).article
    if page.text != "The night ferry":
        raise Amiss("a printed page was not read")
    names: set[str] = set()
    for file in paths.samples():
        reading = read_article(source_from_path(file))
        names.add(reading.draft.media_type)
        if not reading.article.metadata.headline:
            raise Amiss(f"no headline was found in {file.name}")
    if len(names) < len(_MEDIA_TYPES):
        raise Amiss(f"the samples are only {', '.join(names)}")
    return f"every sample was read: {', '.join(sorted(names))}"


def draw_letters() -> str:
    """See that letters are letters, and not boxes that all look alike."""
    families = load_fonts()
    face = reading_font(20)
    if READING_FAMILY not in families or QFontInfo(face).family() != READING_FAMILY:
        raise Amiss(f"{READING_FAMILY} is not in use, but {QFontInfo(face).family()}")
    raw = QRawFont.fromFont(face)
    missing = [sign for sign in _LETTERS if not raw.supportsCharacter(ord(sign))]
    if missing:
        raise Amiss(f"{READING_FAMILY} has no {' '.join(missing)}")
    for font in (face, interface_font(20)):
        drawn = {bytes(_drawn(sign, font).constBits()) for sign in ("A", "W", "g", " ")}
        if len(drawn) != 4:
            raise Amiss(f"the letters of {QFontInfo(font).family()} look alike")
    return f"{READING_FAMILY}, and {QFontInfo(interface_font(20)).family()} for the interface"


def _counted(folder: Path, name: str, endings: tuple[str, ...], least: int) -> str:
    count = sum(file.suffix in endings for file in folder.iterdir())
    if count < least:
        raise Amiss(f"only {count} {name} of at least {least} are there")
    return f"{count} {name}"


def _drawn(sign: str, font: QFont) -> QImage:
    picture = QImage(48, 48, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.setFont(font)
    painter.drawText(picture.rect(), Qt.AlignmentFlag.AlignCenter, sign)
    painter.end()
    return picture
