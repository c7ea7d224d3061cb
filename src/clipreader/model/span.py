"""A stretch of a text: where everything that is said of an article stands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text, half open, in code points: ``text[start:end]``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a span that runs backwards. Raises ValueError."""
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span cannot run from {self.start} to {self.end}")

    def __reduce__(self) -> tuple[type[Span], tuple[int, int]]:
        """Be made anew in another process: the way of dataclasses takes four times as long."""
        return Span, (self.start, self.end)

    def __len__(self) -> int:
        """Return the length in code points."""
        return self.end - self.start

    def __bool__(self) -> bool:
        """Say yes: an empty span is a place too, and must not be taken for none."""
        return True

    def contains(self, other: Span) -> bool:
        """Say whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Say whether the two share at least one character."""
        return max(self.start, other.start) < min(self.end, other.end)

    def moved(self, by: int) -> Span:
        """Return the span ``by`` code points further on."""
        return Span(self.start + by, self.end + by)
