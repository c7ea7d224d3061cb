"""A connection to a site, and to no machine of the person's own network.

A name is looked up once, what it stands for is looked at, and the connection goes to just that: a
name that stands for another machine a moment later leads nowhere else.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from typing import Final

from clipreader.fetching.failures import (
    LOCAL,
    REFUSED,
    TOO_LATE,
    UNKNOWN,
    UNREACHABLE,
    failure,
)
from clipreader.text.addresses import Literal

_NAT64: Final = ipaddress.IPv6Network("64:ff9b::/96")
"""Where IPv4 is reached from networks without it (RFC 6052)."""

_MOST: Final = 6
"""How many of a name's numbers are tried."""


def connected(host: str, port: int, *, may_be_local: bool, seconds: float) -> socket.socket:
    """Return a connection to a host, made within so many seconds. Raises NotFetched."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise failure(UNKNOWN, host, repr(error)) from error
    allowed = [one for one in found if may_be_local or is_public(str(one[4][0]))]
    if not allowed:
        raise failure(LOCAL, host, found)
    ends_at = time.monotonic() + seconds
    why = failure(UNREACHABLE, host)
    for family, kind, protocol, _, place in allowed[:_MOST]:
        left = ends_at - time.monotonic()
        if left <= 0:
            raise failure(TOO_LATE, host)
        made = socket.socket(family, kind, protocol)
        try:
            made.settimeout(left)
            made.connect(place)
        except OSError as error:
            made.close()
            why = failure(_sentence(error), host, repr(error))
        else:
            return made
    raise why


def is_public(number: str) -> bool:
    """Say whether a number of a machine belongs to the whole net, and not to a part of it.

    What stands inside it counts, where it is one kind of number in another's clothes.
    """
    literal = _unwrapped(ipaddress.ip_address(number.partition("%")[0]))
    return literal.is_global and not literal.is_multicast


def _unwrapped(literal: Literal) -> Literal:
    if isinstance(literal, ipaddress.IPv4Address):
        return literal
    if literal in _NAT64:
        return ipaddress.IPv4Address(int(literal) & 0xFFFFFFFF)
    teredo = literal.teredo
    return literal.ipv4_mapped or literal.sixtofour or (teredo[1] if teredo else literal)


def _sentence(error: OSError) -> str:
    if isinstance(error, ConnectionRefusedError):
        return REFUSED
    return TOO_LATE if isinstance(error, TimeoutError) else UNREACHABLE
