"""A page as a site sent it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fetched:
    """The bytes of a page, unpacked, and what the site said of them.

    ``address`` is where the page was found in the end; ``media_type`` and ``encoding`` are what
    the site calls them, in lower case; empty or None where it says nothing.
    """

    address: str
    data: bytes
    media_type: str = ""
    encoding: str | None = None
