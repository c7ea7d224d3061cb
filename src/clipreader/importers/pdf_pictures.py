"""The pictures of a PDF's page, as far as they can be shown.

A JPEG lies in a PDF as it is, byte for byte; other pictures are raw samples and stay in the
original.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final, Protocol, cast

LARGEST: Final = 20_000_000
"""Bytes that a picture may have."""

_MOST_OBJECTS: Final = 20_000
_MOST_ON_A_PAGE: Final = 40
_SMALLEST: Final = 50.0
"""Points below which a picture is an ornament, on its shorter side."""

_IMAGE: Final = 3
_JPEG: Final = b"\xff\xd8\xff"


class _Object(Protocol):
    """Something drawn on a page."""

    type: int

    def get_bounds(self) -> tuple[float, float, float, float]: ...
    def get_filters(self) -> list[str]: ...
    def get_data(self) -> ctypes.Array[ctypes.c_ubyte]: ...


class Drawn(Protocol):
    """A page whose objects can be looked at."""

    def get_objects(self, *, max_depth: int) -> Iterator[object]:
        """Yield what is drawn, down to a depth of groups."""
        ...


@dataclass(frozen=True, slots=True)
class PrintedPicture:
    """A picture's edges on its page in points, and its bytes if it is a JPEG."""

    left: float
    bottom: float
    right: float
    top: float
    data: bytes | None = None


def pictures_on(page: Drawn) -> tuple[PrintedPicture, ...]:
    """Return the pictures of a page that are no ornaments. Raises what PDFium's library raises."""
    return tuple(islice(_pictures(page), _MOST_ON_A_PAGE))


def _pictures(page: Drawn) -> Iterator[PrintedPicture]:
    for one in islice(page.get_objects(max_depth=1), _MOST_OBJECTS):
        drawn = cast("_Object", one)
        if drawn.type != _IMAGE:
            continue
        left, bottom, right, top = drawn.get_bounds()
        if min(right - left, top - bottom) < _SMALLEST:
            continue
        data = None
        if drawn.get_filters() == ["DCTDecode"]:
            data = bytes(drawn.get_data())
            data = data if data.startswith(_JPEG) and len(data) <= LARGEST else None
        yield PrintedPicture(left, bottom, right, top, data)
