"""Credits in a line that the mark-up calls a caption: there weak signs are enough.

In running text a name behind a full stop or a word with a colon may be anything; in a caption it is
the credit.
"""

from __future__ import annotations

import re

from clipreader.anatomy.credit import find_credit
from clipreader.anatomy.names import has_capitals, is_credit
from clipreader.anatomy.phrases import Phrases, folded, shared
from clipreader.model import Span

_GLUED = re.compile(r"[a-zß-ÿ\d”»)]{2}[.!?]([A-ZÀ-Þ][^.!?:]{1,60})$")
"""A credit right behind the full stop of its caption: "… the north quay.Rosa Lund/dpa"."""

_SIGNED = re.compile(r"[(（][cCｃＣ][)）]\s*(\S[^.。]{1,40})$")
"""A notice in letters: "… 北桟橋（Ｃ）港通信"."""

_BEHIND_STOP = re.compile(r"[.。]\s+(\S{2,12}(?:\s\S{2,6})?)$")
"""A house or a name behind the full stop, in a script without capitals: "… 있다. 항구통신"."""

_POST = re.compile(r"\s(?:기자|記者|记者)$")
_CUED = re.compile(r"(?:^|(?<=[\s.。,;(|/–—-]))([^\W\d_]{2,20})\s?[:：]\s?(\S.{1,60})$")
_CUE_BEFORE = re.compile(r"(?:[^\W\d_]{2,20}\s?[:：]|[(（][cCｃＣ][)）])\s*$")
_LONGEST = 80
_RIGHTS = "Copyright"
_STOPS = re.compile(r"[.!?。]\s")


def weak_credit(text: str, phrases: Phrases) -> Span | None:
    """Return the credit of a caption that no sure sign tells, or None."""
    glued = _GLUED.search(text)
    if glued and is_credit(glued[1], share=1.0):
        return Span(*glued.span(1))
    signed = _SIGNED.search(text)
    if signed:
        return Span(*signed.span(1))
    cued = _behind_cue(text, phrases)
    if cued:
        return cued
    behind = _BEHIND_STOP.search(text)
    if behind and not has_capitals(behind[1]):
        post = _POST.search(text, behind.start(1))
        return Span(behind.start(1), post.start() if post else behind.end(1))
    return None


def _behind_cue(text: str, phrases: Phrases) -> Span | None:
    """Find "… bến cảng. Ảnh: Bảo tàng cung cấp", "Source: the-gull": a cue of any language."""
    cued = _CUED.search(text, max(0, len(text) - _LONGEST))
    if not cued or _STOPS.search(cued[2]):
        return None
    cue = folded(cued[1])
    if cue in shared("photo", "cues") or cue in phrases.photo or cue in phrases.photo_source:
        return Span(cued.start(2), len(text.rstrip(" .)")))
    return None


def cued_from(text: str, credit: Span) -> int:
    """Return where the cue or the sign in front of a credit begins, else where the credit does."""
    before = _CUE_BEFORE.search(text[: credit.start])
    return before.start() if before else credit.start


def fuller_credit(text: str, credit: Span, phrases: Phrases) -> tuple[Span, Span] | None:
    """Return the words and the credit in brackets that says what a marked one says, and more.

    "The crane at work. (HP Photo/Noor Lund) Copyright HP Photo": the box holds the house alone.
    """
    words = text[: credit.start].rstrip()
    words = words[: -len(_RIGHTS)].rstrip() if words.endswith(_RIGHTS) else words
    if not words.endswith(")"):
        return None
    found = find_credit(words, folded(words), phrases)
    if found is None or found.words is None:
        return None
    inner = text[found.credit.start : found.credit.end]
    told = text[credit.start : credit.end]
    return (found.words, found.credit) if folded(told) in folded(inner) else None
