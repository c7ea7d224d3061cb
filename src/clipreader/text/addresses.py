"""Addresses of web pages: which words are one, one form for comparing, and how people read them.

The form is that of the URL Standard (https://url.spec.whatwg.org/#url-parsing) as far as it is
needed here: scheme and host in lower case, a host of other letters in punycode, no port that goes
without saying, everything else as it came with what is no ASCII escaped. The place inside a page
(what follows "#") is left out, unless a site uses it to tell its pages apart.
"""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from typing import Final
from urllib.parse import quote, unquote, urlsplit

LINK: Final = "text/uri-list"
"""What a list of addresses is called (RFC 2483); every link is kept under this media type."""

LONGEST_ADDRESS: Final = 8_000
"""The most code points that an address may have."""

_PORTS: Final = {"http": 80, "https": 443}
_LONGEST_HOST: Final = 253
_LONGEST_LABEL: Final = 63
_LONGEST_SHOWN: Final = 160
_NEVER: Final = re.compile(r"[\s\\\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_LABEL: Final = re.compile(r"[a-z0-9_-]+")
_NUMBER: Final = re.compile(r"\d+|0x[0-9a-f]*")
_LETTERS: Final = {"L", "M", "N"}
_KEPT: Final = "/%:=&?~+!$,;'@()*[]-._"
_PAGE_BEHIND: Final = ("!", "/")
"""How what follows "#" begins where it names a page of its own ("#!/2024/ferry")."""

_TELLING: Final = re.compile(r"[^\W\d_]{3}")
_ENDING: Final = re.compile(r"\.(?:php|aspx?|jsp|cgi|s?html?)$", re.IGNORECASE)
_LOCAL_ENDS: Final = (".localhost", ".local", ".internal", ".intranet", ".lan", ".home.arpa")
"""How names end that no one outside gives out (RFC 6761, RFC 6762, RFC 8375, ICANN's .internal)."""

Literal = ipaddress.IPv4Address | ipaddress.IPv6Address
"""A host that is written as a number."""


def web_address(words: str) -> str | None:
    """Return the one form of an address of a web page, or None for what is none.

    Only http and https count, and no address that holds a name or a password for its site: what
    stands before the "@" looks like the host and is not.
    """
    words = words.strip()
    if len(words) > LONGEST_ADDRESS or _NEVER.search(words):
        return None
    try:
        parts = urlsplit(words)
        port = parts.port
    except ValueError:
        return None
    scheme = parts.scheme.lower()
    host = _host(parts.hostname or "")
    if scheme not in _PORTS or not host or "@" in parts.netloc or port == 0:
        return None
    at = f":{port}" if port not in (None, _PORTS[scheme]) else ""
    query = f"?{quote(parts.query, _KEPT)}" if parts.query else ""
    behind = parts.fragment if parts.fragment.startswith(_PAGE_BEHIND) else ""
    inside = f"#{quote(behind, _KEPT)}" if behind else ""
    return f"{scheme}://{host}{at}{quote(parts.path, _KEPT) or '/'}{query}{inside}"


def address_list(address: str, title: str = "") -> bytes:
    """Return a list of one address (RFC 2483), its title in a comment above it."""
    head = f"# {' '.join(title.split())}\r\n" if title.strip() else ""
    return f"{head}{address}\r\n".encode("utf-8", "replace")


def host_of(address: str) -> str:
    """Return the host of a web address, with its port if it is not the usual one."""
    return urlsplit(address).netloc


def readable(address: str) -> str:
    """Return host and path of a web address as people read them, on one line.

    The host stays in punycode, so that no letter of it can pass for another. What asks the site
    for the page is told where the path alone says nothing ("diario.example/?p=1204").
    """
    parts = urlsplit(address)
    path = _ENDING.sub("", _unescaped(parts.path).rstrip("/"))
    shown = parts.netloc.removeprefix("www.") + path
    if parts.query and not _TELLING.search(path):
        shown += f"?{_unescaped(parts.query)}"
    return shown if len(shown) <= _LONGEST_SHOWN else shown[: _LONGEST_SHOWN - 1] + "…"


def literal_of(host: str) -> Literal | None:
    """Return the number that a host is written as, or None for a name."""
    try:
        return ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return None


def is_local(address: str) -> bool:
    """Say whether an address names, as it is written, a machine of the person's own network."""
    host = urlsplit(address).hostname or ""
    literal = literal_of(host)
    if literal is not None:
        return not literal.is_global
    return "." not in host or host.endswith(_LOCAL_ENDS)


def _host(written: str) -> str:
    """Return the one form of a host, or nothing for what cannot be one."""
    if ":" in written:
        literal = literal_of(written)
        return f"[{literal}]" if literal is not None and "%" not in written else ""
    name = unicodedata.normalize("NFKC", written.replace("。", ".")).lower().removesuffix(".")
    labels = [_label(label) for label in name.split(".")]
    host = ".".join(labels)
    if not all(labels) or len(host) > _LONGEST_HOST:
        return ""
    # "127.1" and "0x7f000001" are numbers to a system, and look like names
    return "" if _NUMBER.fullmatch(labels[-1]) and literal_of(host) is None else host


def _label(label: str) -> str:
    """Return one part of a host in ASCII (RFC 3492), or nothing for what cannot be one."""
    if not label.isascii():
        kinds = {unicodedata.category(letter)[0] for letter in label.replace("-", "")}
        if not kinds <= _LETTERS:
            return ""
        label = f"xn--{label.encode('punycode').decode('ascii')}"
    return label if _LABEL.fullmatch(label) and len(label) <= _LONGEST_LABEL else ""


def _unescaped(words: str) -> str:
    """Return words with their letters as such, and what cannot be seen as it was escaped."""
    try:
        plain = unquote(words, errors="strict")
    except UnicodeDecodeError:
        return words
    return plain if plain.isprintable() and not plain.startswith(" ") else words
