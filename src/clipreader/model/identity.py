"""Identities of articles, highlights and actions.

What, why: identity is an own id and a hash of the content, never a path or a title, because
files are renamed and titles are corrected. Ids begin with the time of their making so that
they sort by age and keep the database's indexes compact.
"""

from __future__ import annotations

import secrets
import time

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


def new_id() -> str:
    """Return a fresh id: 26 characters, 48 bits of milliseconds and 80 random bits.

    The form is that of a ULID (https://github.com/ulid/spec) in lower case. Two ids of the same
    millisecond are in no particular order.
    """
    number = (time.time_ns() // 1_000_000) << 80 | secrets.randbits(80)
    digits: list[str] = []
    for _ in range(26):
        number, digit = divmod(number, 32)
        digits.append(_ALPHABET[digit])
    return "".join(reversed(digits))
