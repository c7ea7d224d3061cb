"""One page of a site: asked for, followed where it has moved to, and read whole."""

from __future__ import annotations

import re
import socket
import ssl
from collections.abc import Collection, Generator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException, HTTPResponse, IncompleteRead
from pathlib import Path
from typing import Final
from urllib.parse import SplitResult, urljoin, urlsplit

from clipreader import __version__
from clipreader.fetching.body import ACCEPTED, body_of
from clipreader.fetching.failures import (
    CUT,
    IN_CIRCLES,
    LEADS_AWAY,
    NO_ARTICLE,
    NO_SITE,
    NOT_SECURE,
    TOO_LATE,
    UNTRUSTED,
    failure,
    refusal,
)
from clipreader.fetching.hosts import connected
from clipreader.model import Fetched
from clipreader.text.addresses import is_local, web_address

MOST_MOVES: Final = 5
"""How often a site may send one on to another address."""

USER_AGENT: Final = f"ClipReader/{__version__}"
"""What a site is told of who asks."""

CONNECT_SECONDS: Final = 10.0
"""How long a connection may take to be made, in seconds."""

SILENT_SECONDS: Final = 20.0
"""How long a site may be silent, in seconds."""

_MOVED: Final = {301, 302, 303, 307, 308}
_PAGE: Final = 200
_PORTS: Final = {"http": 80, "https": 443}
_KIND: Final = re.compile(r"[\w.+-]{1,80}/[\w.+-]{1,80}")
_TRUSTED: Final = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
)
"""Where systems keep the authorities they trust, if not where the library was built to look."""


def fetch(address: str, kinds: Collection[str], most: int) -> Fetched:
    """Return the page at a web address. Raises NotFetched with a sentence for the person.

    ``kinds`` are the media types that are wanted, ``most`` the most bytes. A machine of the own
    network is asked only if the address itself names it.
    """
    own = urlsplit(address).hostname if is_local(address) else None
    for _ in range(MOST_MOVES + 1):
        parts = urlsplit(address)
        with _told(parts.netloc), _asked(parts, may_be_local=parts.hostname == own) as answer:
            if answer.status not in _MOVED:
                return _page(answer, address, kinds, most)
            address = _moved_to(answer, address)
    raise failure(IN_CIRCLES, urlsplit(address).netloc)


@contextmanager
def _told(host: str) -> Generator[None]:
    """Turn what goes wrong on the way into one sentence for the person."""
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        raise failure(UNTRUSTED, host, repr(error)) from error
    except ssl.SSLEOFError as error:
        raise failure(CUT, host, repr(error)) from error
    except ssl.SSLError as error:
        raise failure(NOT_SECURE, host, repr(error)) from error
    except TimeoutError as error:
        raise failure(TOO_LATE, host, repr(error)) from error
    except (OSError, IncompleteRead) as error:
        raise failure(CUT, host, repr(error)) from error
    except (HTTPException, ValueError) as error:
        raise failure(NO_SITE, host, repr(error)) from error


@contextmanager
def _asked(parts: SplitResult, *, may_be_local: bool) -> Generator[HTTPResponse]:
    """Ask a site for a page, and end the connection when the answer was read."""
    host, port = parts.hostname or "", parts.port or _PORTS[parts.scheme]
    line = _line_to(host, port, may_be_local=may_be_local, secure=parts.scheme == "https")
    asking = HTTPConnection(parts.netloc)
    asking.sock = line
    asking.auto_open = 0  # no other connection than the one that was looked at
    try:
        way = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        asking.request(
            "GET",
            way,
            headers={
                "User-Agent": USER_AGENT,
                "Accept": "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.5",
                "Accept-Encoding": ACCEPTED,
                "Connection": "close",
            },
        )
        with asking.getresponse() as answer:
            yield answer
    finally:
        asking.close()


def _line_to(host: str, port: int, *, may_be_local: bool, secure: bool) -> socket.socket:
    made = connected(host, port, may_be_local=may_be_local, seconds=CONNECT_SECONDS)
    made.settimeout(SILENT_SECONDS)
    if not secure:
        return made
    try:
        return _trust().wrap_socket(made, server_hostname=host)
    except BaseException:
        made.close()
        raise


def _trust() -> ssl.SSLContext:
    """Return how a site has to prove itself: as the system says."""
    context = ssl.create_default_context()
    known = ssl.get_default_verify_paths()
    if not known.cafile and not known.capath:
        for place in filter(Path.is_file, map(Path, _TRUSTED)):
            context.load_verify_locations(place)
            break
    return context


def _moved_to(answer: HTTPResponse, address: str) -> str:
    """Return the address that a site sends one on to. Raises NotFetched if that is no page."""
    host = urlsplit(address).netloc
    told = (answer.getheader("Location") or "").encode("latin-1", "replace")
    place = web_address(
        urljoin(address, told.decode("utf-8", "replace").strip().replace(" ", "%20"))
    )
    if not told or place is None:
        raise failure(LEADS_AWAY, host, told)
    return place


def _page(answer: HTTPResponse, address: str, kinds: Collection[str], most: int) -> Fetched:
    host = urlsplit(address).netloc
    if answer.status != _PAGE:
        raise refusal(host, answer.status)
    told = answer.headers
    kind = told.get_content_type() if told.get("Content-Type") else ""
    if kind and kind not in kinds:
        named = kind if _KIND.fullmatch(kind) else "something else"
        raise failure(NO_ARTICLE, host, kind, kind=named)
    return Fetched(address, body_of(answer, host, most), kind, told.get_content_charset())
