"""A page as its container hands it on: its bytes, where it was saved from, and its pictures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from urllib.parse import unquote, urljoin

from clipreader.model import UnreadableSource

_MOST_TAGS = 1_000_000
NO_PICTURES: Mapping[str, bytes] = MappingProxyType({})
"""What lies beside a page that came alone."""


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page that was taken out of a container.

    ``address`` is where it was saved from, ``encoding`` what the container calls its encoding,
    ``pictures`` are those that lie in the container, by ``key_of`` their addresses.
    """

    data: bytes
    address: str | None = None
    encoding: str | None = None
    pictures: Mapping[str, bytes] = field(default_factory=dict[str, bytes])

    def checked(self, name: str) -> SavedPage:
        """Return the page itself. Raises UnreadableSource if it is too long to be read in time.

        ``name`` is what its container is called. A page may be much longer than the file that it
        is coded in says by its signs.
        """
        if self.data.count(b"<") > _MOST_TAGS:
            raise UnreadableSource(
                f"“{name}” is too long to be one article: it has too many lines."
            )
        return self


def key_of(address: str, base: str = "") -> str:
    """Return the one form of an address under which a picture is kept and looked for."""
    written = address.strip()
    try:
        whole = urljoin(base, written) if base else written
    except ValueError:
        whole = written
    return unquote(whole.partition("#")[0]).removeprefix("./")
