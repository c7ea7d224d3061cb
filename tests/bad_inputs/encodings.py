"""Bytes and encodings: inputs 1 to 34."""

from __future__ import annotations

import base64
import codecs
import gzip
import random
from collections.abc import Callable

from tests.bad_inputs.record import BadInput, Expected, K, N, R
from tests.bad_inputs.words import (
    CHINESE,
    JAPANESE,
    KOREAN,
    QUOTED,
    RUSSIAN,
    SPANISH,
    TRADITIONAL,
    story_page,
)

GUESSED = "encoding of its letters was guessed"
SEED = 186
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
"""A picture of one point."""


def _random() -> bytes:
    return random.Random(SEED).randbytes(1_000_000)


def _cesu() -> bytes:
    """Characters beyond the first plane as two surrogates of three bytes each."""
    return SPANISH.replace("campana", "campana 😀").encode("utf-16", "surrogatepass").decode(
        "utf-16"
    ).encode("utf-8").replace("😀".encode(), b"\xed\xa0\xbd\xed\xb8\x80")  # fmt: skip


def _mojibake(times: int) -> str:
    words = SPANISH
    for _ in range(times):
        words = words.encode().decode("latin-1")
    return words


def _lying_page() -> bytes:
    head = '<meta charset="iso-8859-1"><title>La campana</title>'
    first, second = SPANISH.split("\n\n")[1:]
    return f"<html><head>{head}</head><body><p>{first}</p><p>{second}</p></body></html>".encode()


def _two_charsets() -> bytes:
    return SPANISH.encode() + b"\n" + SPANISH.replace("campana", "torre").encode("cp1252")


def _text(
    number: int,
    name: str,
    words: str,
    encoding: str,
    expected: Expected = N,
    *,
    mark: bytes = b"",
    is_right: bool = True,
) -> BadInput:
    """Return a text in an encoding; where it must be guessed, it is told."""
    return BadInput(
        number,
        name,
        f"{name}.txt",
        lambda: mark + words.encode(encoding),
        expected,
        says=GUESSED if expected == N else "",
        text=(lambda: words) if is_right else None,
    )


def _bytes(
    number: int,
    file: str,
    make: Callable[[], bytes],
    expected: Expected,
    says: str = "",
    keeps: tuple[str, ...] = (),
) -> BadInput:
    return BadInput(number, file.rpartition(".")[0], file, make, expected, says=says, keeps=keeps)


INPUTS = (
    _bytes(1, "empty.txt", lambda: b"", R, "is empty"),
    _bytes(2, "one_byte.txt", lambda: b"a", K, keeps=("a",)),
    _bytes(3, "only_white_space.txt", lambda: b" \n\t\r\n \xc2\xa0 \n" * 40, R, "holds no text"),
    _bytes(4, "only_bom.txt", lambda: codecs.BOM_UTF8, R, "holds no text"),
    _text(5, "utf8_bom", SPANISH, "utf-8", K, mark=codecs.BOM_UTF8),
    _text(6, "utf16le_bom", SPANISH, "utf-16-le", K, mark=codecs.BOM_UTF16_LE),
    _text(7, "utf16be_bom", SPANISH, "utf-16-be", K, mark=codecs.BOM_UTF16_BE),
    _text(8, "utf16le_no_bom", SPANISH, "utf-16-le", K),
    _text(9, "utf16be_no_bom", SPANISH, "utf-16-be", K),
    _text(10, "utf32le", SPANISH, "utf-32-le", K, mark=codecs.BOM_UTF32_LE),
    _bytes(
        11,
        "utf8_truncated_sequence.txt",
        lambda: SPANISH.encode()[:-40] + b"\xc3",
        N,
        "replaced",
        ("once inviernos",),
    ),
    _bytes(
        12,
        "utf8_overlong.txt",
        lambda: SPANISH.encode() + b"\n../\xc0\xaf\xe0\x80\xaf\n",
        N,
        "replaced",
        ("once inviernos",),
    ),
    _bytes(13, "utf8_encoded_surrogates.txt", _cesu, K, keeps=("campana 😀 llevaba",)),
    _text(14, "cp1252_quotes", QUOTED, "cp1252"),
    _text(15, "cp1252_short_accents", "Señor Muñoz\n\nMañana será otro día.\n", "cp1252"),
    _bytes(
        16,
        "latin1_c1_bytes.txt",
        lambda: SPANISH.replace("«", "\x85").replace("»", "\x96").encode("latin-1"),
        N,
        GUESSED,
        ("Muñoz", "señor"),
    ),
    _bytes(17, "mojibake_once.txt", lambda: _mojibake(1).encode(), N, "removed"),
    _bytes(18, "mojibake_twice.txt", lambda: _mojibake(2).encode(), N, "removed"),
    _text(19, "cp1251", RUSSIAN, "cp1251"),
    _text(20, "koi8r", RUSSIAN, "koi8-r"),
    _text(21, "gb18030", CHINESE, "gb18030"),
    _text(22, "big5", TRADITIONAL, "big5"),
    _text(23, "shift_jis", JAPANESE, "shift_jis", K),
    _text(24, "euc_kr", KOREAN, "euc-kr", K),
    _text(25, "iso2022jp", JAPANESE, "iso2022_jp", K),
    _text(26, "mac_roman", SPANISH, "mac_roman"),
    _text(27, "cp437", SPANISH.replace("«", '"').replace("»", '"'), "cp437"),
    _bytes(28, "html_meta_lies_about_charset.html", _lying_page, K, keeps=("señor Muñoz",)),
    _bytes(29, "two_charsets_in_one_file.txt", _two_charsets, N, "", ("campana", "torre")),
    _bytes(30, "utf7.txt", lambda: SPANISH.encode("utf-7"), K, keeps=("campana",)),
    _bytes(31, "random_1mb.txt", _random, R, "holds none"),
    _bytes(32, "png_renamed.txt", lambda: PNG, R, "holds none"),
    _bytes(
        33,
        "exe_renamed.html",
        lambda: b"MZ\x90\0\3\0\0\0" + bytes(400) + b"PE\0\0" * 90,
        R,
        "not a kind of file",
    ),
    _bytes(
        34,
        "gzip.html",
        lambda: gzip.compress(story_page().encode(), mtime=0),
        R,
        "not a kind of file",
    ),
)
"""In the order of their numbers."""
