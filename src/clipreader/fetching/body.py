"""The bytes of an answer, whole and unpacked, or not at all."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from http.client import HTTPResponse
from typing import Final

from clipreader.fetching.failures import CODED, CUT, TOO_LARGE, failure
from clipreader.model import NotFetched

ACCEPTED: Final = "gzip"
"""How a site may pack what it sends (RFC 9110, section 8.4.1)."""

_PIECE: Final = 1 << 16
_PACKED: Final = {
    "": None,
    "identity": None,
    "gzip": 16 + zlib.MAX_WBITS,
    "x-gzip": 16 + zlib.MAX_WBITS,
    "deflate": zlib.MAX_WBITS,
}
"""The window bits with which zlib unpacks each; None where nothing is packed."""


def body_of(answer: HTTPResponse, host: str, most: int) -> bytes:
    """Return the bytes of an answer, ``most`` of them at most. Raises NotFetched.

    However much a few packed bytes may stand for, not more than that is ever unpacked.
    """
    packed = (answer.getheader("Content-Encoding") or "").strip().lower()
    if packed not in _PACKED:
        raise failure(CODED, host, packed)
    if (answer.length or 0) > most:
        raise _too_large(host, most)
    bits = _PACKED[packed]
    found = bytearray()
    try:
        for piece in _pieces(answer) if bits is None else _unpacked(answer, bits, most):
            found += piece
            if len(found) > most:
                raise _too_large(host, most)
    except EOFError as error:
        raise failure(CUT, host, repr(error)) from error
    except zlib.error as error:
        raise failure(CODED, host, repr(error)) from error
    return bytes(found)


def _too_large(host: str, most: int) -> NotFetched:
    return failure(TOO_LARGE, host, most=most // 1_000_000)


def _pieces(answer: HTTPResponse) -> Iterator[bytes]:
    """Yield the bytes as they come. Raises EOFError if the site breaks off."""
    while piece := answer.read(_PIECE):
        yield piece
    if answer.length:
        raise EOFError(f"{answer.length} bytes are missing")


def _unpacked(answer: HTTPResponse, bits: int, most: int) -> Iterator[bytes]:
    """Yield the bytes as they were before they were packed. Raises EOFError and zlib.error."""
    unpacking = zlib.decompressobj(bits)
    for piece in _pieces(answer):
        rest = piece
        while rest:
            if unpacking.eof:  # a file of several packed ones is all of them (RFC 1952)
                unpacking = zlib.decompressobj(bits)
            yield unpacking.decompress(rest, min(_PIECE * 16, most + 1))
            rest = unpacking.unconsumed_tail or unpacking.unused_data
    if not unpacking.eof:
        raise EOFError("the packed bytes have no end")
