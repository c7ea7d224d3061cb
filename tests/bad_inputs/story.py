"""A story with something bad in or around it, as mark-up of one kind."""

from __future__ import annotations

from collections.abc import Callable

from tests.bad_inputs.record import BadInput, Expected, K
from tests.bad_inputs.words import FIRST, SECOND


def written(
    ending: str,
    number: int,
    name: str,
    make: Callable[[], str],
    expected: Expected = K,
    keeps: tuple[str, ...] = (FIRST, SECOND),
    *,
    says: str = "",
    never: tuple[str, ...] = (),
) -> BadInput:
    """Return the input whose file has the name and this ending, in UTF-8; halves stay halves."""
    return BadInput(
        number,
        name,
        f"{name}.{ending}",
        lambda: make().encode("utf-8", "surrogatepass"),
        expected,
        keeps,
        never,
        says,
    )
