"""Files as bad disks, broken downloads and bad people make them."""

from __future__ import annotations

import random


def mutated(data: bytes, seed: int, changes: int) -> bytes:
    """Flip, cut out, double and swap some pieces of bytes."""
    chance = random.Random(seed)
    made = bytearray(data)
    for _ in range(changes):
        at = chance.randrange(len(made) + 1)
        size = chance.choice((1, 1, 2, 8, 100, 1_000))
        piece = bytes(made[at : at + size])
        kind = chance.randrange(5)
        if kind == 0:
            made[at : at + 1] = chance.randbytes(1)
        elif kind == 1:
            del made[at : at + size]
        elif kind == 2:
            made[at:at] = piece
        elif kind == 3:
            to = chance.randrange(len(made) + 1)
            made[to : to + size] = piece
        elif chance.random() < 0.1:
            del made[at:]
    return bytes(made)
