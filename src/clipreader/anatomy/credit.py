"""The credit in a line: who made or gave the picture, and how it is set off from the words."""

from __future__ import annotations

import re

from clipreader.anatomy.credit_line import Credited, CreditLine
from clipreader.anatomy.names import LOWER, UPPER, end_of_name, is_credit, is_name
from clipreader.anatomy.phrases import Phrases

_REACH = 180
"""A credit begins within this many code points of the end of its line."""

_LONGEST = 650
_SHORTEST = 3
_NAME_BEFORE = re.compile(rf"[{LOWER}\d”»][.!?]\s?((?:[{UPPER}][\w'’-]+\s?){{2,3}})$")
_SIGN = re.compile(r"[:：©/|)\]）]")
_BRACKETS = {")": "(", "]": "[", "）": "（"}
_COUNTER = re.compile(r"^(?:\[\d+/\d+\]|\d+ of \d+ \|)\s*")
_RIGHTS = re.compile(
    r"(?:19|20)\d\d|rights|copyright|derechos|droits|rechte|direitos|diritti|reserv", re.I
)
_GLUED = re.compile(rf"(?<=[{LOWER}.!?”»])(?=[{UPPER}][\w'’-]+(?:\s[{UPPER}][\w'’.-]+){{0,3}}$)")
_CAPITAL = rf"[{UPPER}][\w'’.-]*"
_AGENCY = rf"(?:via\s)?[{UPPER}][\w .,/-]*$"
_SLASHED = re.compile(
    rf"(?:^|(?<=[.!?”»]\s)|\s{{2}})(?:{_CAPITAL}\s){{1,3}}{_CAPITAL}/{_AGENCY}"
    rf"|(?<=\s){_CAPITAL}\s(?:[A-Z]\.?\s)?{_CAPITAL}/{_AGENCY}"
    rf"|(?<=\s)(?:REUTERS|AFP|EFE|AP)/\s?{_AGENCY}"
)
_STOPPED = re.compile(
    rf"^(.{{12,260}}[{LOWER}ء-ي\d”»)]{{2}}[.!?…؟][”\"»]?)\s+(\S.{{1,60}})$", re.DOTALL
)


def find_credit(text: str, low: str, phrases: Phrases) -> Credited | None:
    """Return the credit of a line, or None. ``low`` is the folded text."""
    if len(text) > _LONGEST or len(low) != len(text):
        return None
    if len(text) < _SHORTEST:
        return None
    end = _without_tail(low, phrases)
    start = _COUNTER.match(text)
    here = CreditLine(text, low, start.end() if start else 0, end, phrases)
    signed = _SIGN.search(text, max(0, end - _REACH))
    for rule in _SIGNED if signed else _UNSIGNED:
        found = rule(here)
        if found:
            return found
    return None


def _without_tail(low: str, phrases: Phrases) -> int:
    """Return the end without a button that was copied along ("Purchase Licensing Rights …")."""
    if low.endswith(phrases.buttons):
        button = next(words for words in phrases.buttons if low.endswith(words))
        return len(low[: -len(button)].rstrip())
    return len(low)


def _bracketed(line: CreditLine) -> Credited | None:
    """Find "(Photo: Rosa Lund/Agencia Norte)", "[File: Reuters]", "(Video Capture)"."""
    end = line.end - 1 if line.text[line.end - 1] == "." else line.end
    opener = _BRACKETS.get(line.text[end - 1 : end])
    at = line.text.rfind(opener, max(0, end - _REACH), end) if opener else -1
    if at < 0 or end - at < 4 or line.text.count(opener or "", at + 1, end):
        return None
    low = line.low[at + 1 : end - 1].strip()
    cue = cue_at_start(low, line.phrases)
    if cue:
        return line.found(at, at + 1 + cue, end - 1, 0.95, "credit-in-brackets")
    strength = _bare_strength(line.text[at + 1 : end - 1], low, line)
    if not strength:
        return None
    named_before = _NAME_BEFORE.search(line.text[line.start : at].rstrip())
    if named_before:
        begin = line.start + named_before.start(1)
        return line.found(begin, begin, end, 0.93, "credit-in-brackets")
    return line.found(at, at + 1, end - 1, strength, "credit-in-brackets")


def _bare_strength(inner: str, low: str, line: CreditLine) -> float:
    """Return what brackets without a cue are worth: by a slash, an agency, a name; 0 for none."""
    if low in line.phrases.photo:
        return 0.88
    share = 0.5 if "/" in inner else 0.6
    if not is_credit(inner.strip(" ©"), share=share) or inner.isdigit() or "@" in inner:
        return 0.0
    if "/" in inner:
        return 0.93
    if "©" in inner or low in line.phrases.agencies or _ends_with_house(low, line):
        return 0.92
    if low.startswith(line.phrases.photo) or is_name(inner):
        return 0.88
    return 0.7 if inner[0].isalnum() and not inner.isupper() else 0.0


def _ends_with_house(low: str, line: CreditLine) -> bool:
    return any(low.endswith(name) for name in line.phrases.agencies if len(name) > 2)


def cue_at_start(low: str, phrases: Phrases) -> int:
    """Return the length of a cue that a folded text begins with, its colon included; else 0."""
    if not low.startswith(phrases.photo_openings):
        return 0
    for cue in phrases.photo_by:
        if low.startswith(cue):
            return len(cue)
    for cue in (*phrases.photo, *phrases.photo_source):
        if low.startswith(cue):
            rest = low[len(cue) :]
            if rest.lstrip()[:1] == ":" or rest.lstrip()[:1] == "©":
                return len(cue) + len(rest) - len(rest.lstrip()) + 1
    return 0


def _cued(line: CreditLine) -> Credited | None:
    """Find "Photograph: Eva Lund/Reuters", "Photo by …", "— Picture by …", "PorcieŹródło: …"."""
    alone = cue_at_start(line.low[line.start : line.start + 60], line.phrases)
    if alone and line.end - line.start < 110 and not _is_source(line):
        rest = line.text[line.start + alone : line.end].strip()
        if is_credit(end_cut(rest), share=0.5):
            return line.found(line.start, line.start + alone, line.end, 0.93, "credit-alone")
    for at, size in _cues(line):
        rest = end_cut(line.text[at + size : line.end].strip(" ©"))
        if is_credit(rest, share=0.45):
            return line.found(at, at + size, line.end, 0.95, "credit-after-cue")
    return None


def end_cut(text: str) -> str:
    """Return a text without the points and brackets behind a name."""
    return text[: end_of_name(text.rstrip(" ;"))]


def _is_source(line: CreditLine) -> bool:
    return line.low.startswith(line.phrases.photo_source or ("\0",))


def _cues(line: CreditLine) -> list[tuple[int, int]]:
    """Return where cues begin near the end of the line, and their lengths, the first first."""
    found: list[tuple[int, int]] = []
    lowest = max(line.start + 3, line.end - _REACH)
    at = line.low.find(":", lowest, line.end)
    while at >= 0:
        left = line.low[line.start : at].rstrip()
        for cue in (*line.phrases.photo, *line.phrases.photo_source):
            if left.endswith(cue) and _begins_a_word(line, line.start + len(left) - len(cue)):
                begin = line.start + len(left) - len(cue)
                found.append((begin, at + 1 - begin))
                break
        at = line.low.find(":", at + 1, line.end)
    for cue in line.phrases.photo_by if " " in line.low[lowest:] else ():
        at = line.low.rfind(cue, lowest, line.end)
        is_cue = at > 0 and (line.text[at].isupper() or cue.endswith(". "))
        if is_cue and _begins_a_word(line, at):
            found.append((at, len(cue)))
    return sorted(found)


def _begins_a_word(line: CreditLine, at: int) -> bool:
    """Say whether a cue stands by itself, or is glued to a word with its own capital."""
    before = line.text[at - 1 : at]
    alone = not before.isalnum() and before not in "-–’'"
    return alone or (line.text[at].isupper() and before.islower())


def _copyright(line: CreditLine) -> Credited | None:
    """Find "… samedi © Bastien Corvin / Le Phare de Brume" and "©  Reuters / David Mercado"."""
    at = line.text.find("©", max(0, line.end - _REACH), line.end)
    if at < 0 or _RIGHTS.search(line.low, at):
        return None
    if not is_credit(end_cut(line.text[at + 1 : line.end].strip()), share=0.5):
        return None
    return line.found(at, at + 1, line.end, 0.9 if at > line.start else 0.86, "credit-after-sign")


def _barred(line: CreditLine) -> Credited | None:
    """Find "… the drones / Ministry of Defense", "… ferry | Photo archive", "…2024.Handout / …"."""
    lowest = max(line.start + 3, line.end - _REACH)
    tail = line.text[lowest : line.end]
    for bar in (" / ", " | "):
        first = tail.find(bar)
        if first < 0:
            continue
        parts = tail[first + 3 :].split(bar)
        while parts and not all(_is_part(part) for part in parts):
            first, parts = first + 3 + len(parts[0]), parts[1:]
        if not parts or stops_early(tail):
            continue
        at = lowest + first
        glued = _GLUED.search(line.text, lowest, at)
        if glued:
            return line.found(glued.start(), glued.start(), line.end, 0.8, "credit-glued")
        stopped = _STOPPED.match(line.text[line.start : at])
        if stopped and is_name(stopped[2], least=1 if bar == " | " else 2):
            begin = line.start + stopped.start(2)
            return line.found(begin, begin, line.end, 0.9, "credit-after-bar")
        return line.found(at, at + 3, line.end, 0.92, "credit-after-bar")
    return None


def _is_part(part: str) -> bool:
    return ":" not in part and is_credit(end_cut(part.strip()))


def stops_early(tail: str) -> bool:
    """Say whether a tail ends as a sentence of prose does, not as a credit."""
    return tail[-1:] in "!?…:" or (tail.endswith(".") and tail.count(". ") > 0 and len(tail) > 150)


def _housed(line: CreditLine) -> Credited | None:
    """Find "… Washington DC Stefan Hart/via Reuters": a name and a house with a bare slash."""
    if "/" not in line.text[-_REACH:]:
        return None
    found = _SLASHED.search(line.text, max(line.start, line.end - 90), line.end)
    if not found or not is_credit(end_cut(found[0].strip())):
        return None
    if not _ends_with_house(
        line.low[: line.end].rstrip(" ."), line
    ) and not line.phrases.agency_tail.search(line.low, found.start(), line.end):
        return None
    return line.found(found.start(), found.start(), line.end, 0.88, "credit-with-agency")


def _after_stop(line: CreditLine) -> Credited | None:
    """Find "… north quay. Harbour Museum" and "… in Muscat. Eman Lund for The Gull"."""
    if line.text[line.end - 1] in '.!?:;,…”»"':
        return None
    found = _STOPPED.match(line.text[line.start : line.end])
    if not found or found[1].count(". ") > 2 or not is_credit(found[2], share=1.0):
        return None
    at = line.start + found.start(2)
    return line.found(at, at, line.end, 0.72, "credit-after-stop")


def _ending(line: CreditLine) -> Credited | None:
    """Find "……北码头。海湾日报记者 李明 摄" and "……桟橋（山田花子撮影）": the cue ends the line."""
    cues = line.phrases.photo_ends
    if not cues:
        return None
    low = line.low[line.start : line.end].rstrip(" )）。")
    if not low.endswith(cues):
        return None
    end = line.start + len(low)
    cue = next(cue for cue in cues if low.endswith(cue))
    begin = max(line.text.rfind(mark, line.start, end) for mark in "。（(＝=")
    credit = line.text[begin + 1 : end - len(cue)].strip(" \u3000")
    if begin <= line.start or not 2 <= len(credit) <= 24:
        return None
    words_end = begin + (line.text[begin] == "。")
    return line.found(words_end, begin + 1, end - len(cue), 0.95, "credit-before-cue")


_SIGNED = (_ending, _bracketed, _cued, _copyright, _barred, _housed, _after_stop)
_UNSIGNED = (_ending, _cued, _after_stop)
