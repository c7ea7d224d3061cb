"""Whether some bytes are a page or a text in a container: a mail, MHTML, a web archive."""

from __future__ import annotations

import re

from clipreader.importers import mail, mhtml, webarchive

_SAMPLE = 65_536
_HEADER = re.compile(rb"([!-9;-~]{1,80}):(?:[ \t]|\Z)")
_MAILBOX_LINE = re.compile(rb">?From ")
"""What separates the mails of a mailbox and stays above one that was taken out."""

_MARK = b"\xef\xbb\xbf"
_PAGES = (".mht", ".mhtml")
_MAILS = (".eml",)
_ARCHIVE = ".webarchive"
_PAGE_ALONE = re.compile(rb"\s*<(?:!doctype html|html|head|body)", re.IGNORECASE)
_SAVED_BY = re.compile(rb"^(?:From: .{0,3}Saved by |Snapshot-Content-Location:)", re.I | re.M)
_SENT = {b"received", b"return-path", b"message-id", b"to", b"delivered-to"}
_MACHINE = {
    *(b"mime-version", b"message-id", b"received", b"return-path", b"dkim-signature"),
    *(b"content-transfer-encoding", b"delivered-to", b"x-mailer", b"user-agent"),
}
"""What programs write above a mail, and nobody above an article."""

_LIST = re.compile(rb"(?:\xef\xbb\xbf)?\s*+<(?:\?xml|!DOCTYPE plist|plist)[\s>]")
"""How a property list in words begins; prose may name one."""

_PERSONS = {b"from", b"subject", b"date", b"to", b"content-type"}


def container_type(ending: str, data: bytes) -> str | None:
    """Return the media type of a container by its bytes, or None for what is none.

    ``ending`` is the name's, in lower case; it decides where the bytes leave it open.
    """
    is_list = data.startswith(b"bplist00") or _LIST.match(data)
    if is_list and (ending == _ARCHIVE or b"WebMainResource" in data):
        return webarchive.MEDIA_TYPE
    if ending == _ARCHIVE and not _PAGE_ALONE.match(data):
        return webarchive.MEDIA_TYPE  # a damaged one, which will be told
    head, is_cut = _head(data[:_SAMPLE])
    names = _header_names(head, is_cut, is_strict=ending not in (*_PAGES, *_MAILS))
    if _is_saved_page(ending, head, names):
        return mhtml.MEDIA_TYPE
    told = len(names & _MACHINE) + len(names & _PERSONS)
    is_mail = (ending in _MAILS and names & _PERSONS) or (names & _MACHINE and told >= 3)
    return mail.MEDIA_TYPE if is_mail else None


def _is_saved_page(ending: str, head: bytes, names: set[bytes]) -> bool:
    """Say whether headers are those of a page that a browser saved, and not of a mail."""
    if not names & {b"mime-version", b"content-type"}:
        return False
    if ending in _PAGES or _SAVED_BY.search(head):
        return True
    return ending not in _MAILS and b"multipart/related" in head and not names & _SENT


def _head(sample: bytes) -> tuple[bytes, bool]:
    """Return what stands above the first empty line, and whether it goes on after the sample."""
    lines = sample.replace(b"\r\n", b"\n").removeprefix(_MARK)
    head, blank, _ = lines.partition(b"\n\n")
    return head, not blank and len(sample) == _SAMPLE


def _header_names(head: bytes, is_cut: bool, *, is_strict: bool) -> set[bytes]:
    """Return the names of the headers, in lower case.

    ``is_strict`` gives none if one of the lines is no header, as it may be in a damaged file.
    """
    names: set[bytes] = set()
    lines = head.split(b"\n")
    if _MAILBOX_LINE.match(lines[0]):
        del lines[0]
    for line in lines[:-1] if is_cut else lines:
        found = _HEADER.match(line)
        if found:
            names.add(found[1].lower())
        elif is_strict and line and not (names and line.startswith((b" ", b"\t"))):
            return set()
    return names
