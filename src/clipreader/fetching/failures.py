"""Why a page could not be fetched, in one sentence each."""

from __future__ import annotations

from typing import Final

from clipreader.model import NotFetched

UNKNOWN: Final = (
    "“{host}” could not be found: the address may be wrong, or this machine may not be connected."
)
REFUSED: Final = "“{host}” refused the connection."
UNREACHABLE: Final = "“{host}” cannot be reached from here."
TOO_LATE: Final = "“{host}” did not answer in time."
UNTRUSTED: Final = "“{host}” could not prove that it is the site it claims to be."
NOT_SECURE: Final = "No secure connection to “{host}” could be made."
NO_SITE: Final = "“{host}” did not answer as a web site does."
CUT: Final = "“{host}” broke off before the page was whole."
CODED: Final = "“{host}” sent the page in a form that ClipReader cannot read."
TOO_LARGE: Final = "The page at “{host}” is too large: it may have {most} megabytes."
NO_ARTICLE: Final = "What “{host}” sent is not an article, but {kind}."
LOCAL: Final = "“{host}” is in the local network, and no link from outside is followed there."
IN_CIRCLES: Final = "“{host}” leads from one address to the next without end."
LEADS_AWAY: Final = "“{host}” leads to an address that is no web page."

GONE: Final = "“{host}” has no page at this address (any more)."
KEPT_BACK: Final = (
    "“{host}” does not give this page to ClipReader ({status}). Open it in your browser, save it, "
    "and import the file."
)
BUSY: Final = "“{host}” asks to come later ({status})."
BROKEN: Final = "“{host}” could not answer ({status})."
NO_PAGE: Final = "“{host}” answered without a page ({status})."

_BY_STATUS: Final = {404: GONE, 410: GONE, 429: BUSY, 503: BUSY}
"""The sentences about answers that are no page (RFC 9110, section 15)."""


def failure(sentence: str, host: str, details: object = "", **words: object) -> NotFetched:
    """Return what to raise; ``details`` are for the log."""
    return NotFetched(sentence.format(host=host, **words), str(details))


def refusal(host: str, status: int) -> NotFetched:
    """Return what to raise for an answer with a status that is no page."""
    group = KEPT_BACK if 400 <= status < 500 else BROKEN if status >= 500 else NO_PAGE
    return failure(_BY_STATUS.get(status, group), host, status=status)
