"""The 186 bad inputs: what people drop by mistake, and what others send on purpose.

    python -m tests.bad_inputs FOLDER     write them all, each in a folder of its own, and a list
    python -m tests.bad_inputs --run      import each by a real ``clipreader``, and say what became

Each has a number that never changes, and an expected class: kept, kept and told, refused, or
capped. They are made with a fixed seed, so that a number is always the same bytes. A file that
harmed ClipReader once becomes an input here, with the next number.
"""

from tests.bad_inputs import (
    encodings,
    marked,
    packed,
    pages,
    shown,
    signs,
    sizes,
    structure,
    titles,
)
from tests.bad_inputs.record import BadInput, Expected

GROUPS = {
    "encodings": encodings.INPUTS,
    "sizes": sizes.INPUTS,
    "signs": signs.INPUTS,
    "structure": structure.INPUTS,
    "pages": pages.INPUTS,
    "containers": packed.INPUTS,
    "mark-up": marked.INPUTS,
    "titles": titles.INPUTS,
    "window": shown.INPUTS,
}
"""The inputs by what they attack, in the order of their numbers."""

INPUTS = tuple(one for group in GROUPS.values() for one in group)
"""All of them."""

__all__ = ["GROUPS", "INPUTS", "BadInput", "Expected"]
