"""Writes RTF files, as word processors do."""

from __future__ import annotations

from collections.abc import Sequence

from tests.importers.documents.manuscript import Piece, Run

NAMES = ["Normal", "Title", "Subtitle", "heading 1", "heading 2", "caption", "Quote"]
STYLE_OF = {"title": 1, "deck": 2, "heading": 4, "caption": 5, "quote": 6}


def escaped(words: str) -> str:
    """Words as RTF writes them: numbers of UTF-16 for what ASCII has not."""
    made = ""
    for character in words:
        if character in "\\{}":
            made += f"\\{character}"
        elif character == "\n":
            made += "\\line "
        elif character.isascii():
            made += character
        else:
            units = character.encode("utf-16-le")
            for at in range(0, len(units), 2):
                unit = int.from_bytes(units[at : at + 2], "little", signed=True)
                made += f"\\u{unit}?"
    return made


def paragraph(inner: str, style: int = 0, more: str = "") -> str:
    return f"\\pard\\plain \\s{style}{more} {inner}\\par\n"


def picture(data: bytes, kind: str = "pngblip") -> str:
    digits = data.hex()
    lines = "\n".join(digits[at : at + 76] for at in range(0, len(digits), 76))
    return f"{{\\pict{{\\*\\picprop}}\\{kind}\\picw24\n{lines}}}"


def rtf(body: str, head: str = "") -> bytes:
    """A file with this text."""
    styles = "".join(f"{{\\s{n}\\f0 {name};}}" for n, name in enumerate(NAMES))
    return (
        "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\froman\\fcharset0 Times;}"
        "{\\f1\\fswiss\\fcharset204 Arial Cyr;}{\\f2\\fcharset128 Mincho;}}"
        f"{{\\colortbl;\\red0\\green0\\blue0;}}{{\\stylesheet{styles}"
        f"{{\\*\\cs9 Default Paragraph Font;}}}}{head}{body}}}"
    ).encode("latin-1")


def written(pieces: Sequence[Piece]) -> bytes:
    """An article as an RTF."""
    return rtf("".join(_piece(one) for one in pieces))


def _piece(one: Piece) -> str:
    if one.kind == "table":
        return "".join(
            "\\trowd\\cellx100\\cellx200\\pard\\plain\\intbl "
            + "".join(f"{escaped(cell)}\\cell " for cell in row)
            + "\\row\n"
            for row in one.rows
        )
    above = paragraph(picture(one.picture)) if one.picture else ""
    inner = "".join(_run(each) for each in one.runs)
    if one.kind in ("item", "number"):
        lead = "\\'95" if one.kind == "item" else f"{one.level}."
        return paragraph(f"{{\\listtext\\pard\\plain {lead}\\tab}}{inner}", 0, "\\ls1\\ilvl0")
    return above + paragraph(inner, STYLE_OF.get(one.kind, 0))


def _run(one: Run) -> str:
    words = escaped(one.text)
    if one.strong:
        words = f"{{\\b {words}}}"
    if one.emphasis:
        words = f"\\i {words}\\i0 "
    if one.link:
        link = f'{{\\*\\fldinst {{HYPERLINK "{one.link}"}}}}'
        return f"{{\\field{link}{{\\fldrslt {{\\cs9 {words}}}}}}}"
    return words
