"""Rich text cut into its tokens: control words, groups, bytes of text.

Rich Text Format 1.9.1, "Contents of an RTF File". A file is bytes of ASCII; letters beyond are
written as two hexadecimal digits of some code page, or as a number of Unicode.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

_TOKEN: Final = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?[0-9]{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+"
    rb"|([^\\{}\r\n]+)|\\",
    re.DOTALL,
)


class Kind(Enum):
    """What a token is."""

    OPEN = auto()
    CLOSE = auto()
    WORD = auto()
    SIGN = auto()
    BYTE = auto()
    TEXT = auto()
    BINARY = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """One token: ``name`` of a control word or sign, its ``number`` if it has one, or ``data``."""

    kind: Kind
    name: str = ""
    number: int | None = None
    data: bytes = b""


_OPEN: Final = Token(Kind.OPEN)
_CLOSE: Final = Token(Kind.CLOSE)
_BYTES: Final = tuple(Token(Kind.BYTE, data=bytes([code])) for code in range(256))


def tokens(data: bytes) -> Iterator[Token]:
    """Yield the tokens of a file. Never raises."""
    at = 0
    while (found := _TOKEN.match(data, at)) is not None:
        at = found.end()
        word, number, code, sign, brace, text = found.groups()
        if text is not None:
            yield Token(Kind.TEXT, data=text)
        elif word is not None:
            token = Token(Kind.WORD, word.decode("ascii"), None if number is None else int(number))
            if token.name == "bin":
                length = max(0, token.number or 0)
                yield Token(Kind.BINARY, data=data[at : at + length])
                at += length
            else:
                yield token
        elif brace is not None:
            yield _OPEN if brace == b"{" else _CLOSE
        elif code is not None:
            yield _BYTES[int(code, 16)]
        elif sign is not None:
            yield Token(Kind.SIGN, sign.decode("latin-1"))
