"""What can go wrong, each with one clear sentence for the person."""

from __future__ import annotations


class ClipreaderError(Exception):
    """A failure whose message may be shown to the person as it is.

    ``details`` is for the log and "copy details", never shown unasked.
    """

    def __init__(self, message: str, details: str = "") -> None:
        super().__init__(message)
        self.details = details


class UnreadableSource(ClipreaderError):
    """A file or paste that holds no article we can read."""


class NotFetched(ClipreaderError):
    """A page that could not be fetched; what is known of it is still there."""


class LibraryUnavailable(ClipreaderError):
    """The library cannot be opened or written: locked, read-only, damaged, too new, disk full."""


class LibraryTooNew(LibraryUnavailable):
    """A newer ClipReader has written the library; it may be opened to read only."""


class LibraryDamaged(LibraryUnavailable):
    """The library's file is not what it was: damaged, gone or behind; an older state may be had."""


class DamagedPacket(ClipreaderError):
    """The rows of an article from another library that cannot be taken in."""


class NotFound(ClipreaderError):
    """An id that the library does not know."""


class AmbiguousQuote(ClipreaderError):
    """A quote that stands in several places; ``places`` are (role, context) in order."""

    def __init__(self, message: str, places: tuple[tuple[str, str], ...]) -> None:
        super().__init__(message)
        self.places = places


class QuoteMissing(ClipreaderError):
    """A quote that does not stand in the article."""


class ExportFailed(ClipreaderError):
    """A file that could not be written; what was there before is still there."""


class UndoRefused(ClipreaderError):
    """An action that cannot be undone because what it touched has changed since."""
