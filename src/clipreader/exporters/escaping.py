r"""Text that a Markdown parser gives back with exactly the same characters.

CommonMark (https://spec.commonmark.org/0.31.2/), and the marks that GitHub and Obsidian add to
it (``~~``, ``==``, ``%%``, ``$``, ``#tag``, ``[[``, ``^id``). A backslash stands only where a
character would be read as a mark: "[sic]", "5 * 3", "snake_case" and "AT&T" stay as they are.
White space at the ends of a paragraph, which parsers cut off, becomes a character reference.
"""

from __future__ import annotations

import re
import unicodedata

_LINE_STARTS = re.compile(
    r"""
      (?P<fence> `{3,} | ~{3,} )
    | (?P<number> \d{1,9} ) (?= [.)] (?: [ \t] | $ ) )   # numbered lists
    | \#{1,6} (?= [ \t] | $ )                           # headings
    | >                                                 # block quotes
    | [-+*] (?= [ \t] | $ )                             # lists
    | (?P<rule> [-*_] ) [ \t]* (?: (?P=rule) [ \t]* ){2,} $
    | \[!                                               # call-outs
    """,
    re.VERBOSE,
)
_ALWAYS = re.compile(
    r"""
      \\ (?= [!-/:-@\[-`{-~] | \s*$ )               # a backslash that would be taken for ours
    | < (?= [A-Za-z/!?] )                           # HTML, addresses in angle brackets
    | & (?= (?: \#\d{1,7} | \#[xX][0-9a-fA-F]{1,6} | [A-Za-z][A-Za-z0-9]* ) ; )
    | ] (?= [(:] )                                  # links and their definitions
    | \[ (?= [\[^] ) | (?<= \[ ) \[                 # wiki links, footnotes
    | (?<! \S ) \# (?= [\w/-]* [^\W\d] )            # tags
    | (?<! \S ) \^ (?= [\w-]+ $ )                   # ids of blocks
    | (?<= % ) % | % (?= % )                        # comments
    """,
    re.VERBOSE,
)
_FORMULA = re.compile(r"\$\$|\$(?=\S)[^$]*\S\$(?!\d)|\$[^\s$]\$(?!\d)")
_PARAGRAPH_ENDS = re.compile(r"(?<=[^\n])\n(?=\n*[^\n])")
_RUN = re.compile(r"\*+|_+|~+|=+|`+")


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a text as Markdown: each line feed parts two of them.

    Parsed and joined by line feeds they are the text again. A line feed that stands at an end
    of the text or follows another becomes a character reference.
    """
    return tuple(_paragraph(piece) for piece in _PARAGRAPH_ENDS.split(text))


def words(text: str) -> str:
    """Return words as Markdown for the inside of a line: after a dash, in a heading.

    Line ends become blanks, because a line can hold none.
    """
    return _inline(" ".join(text.splitlines()))


def heading(text: str, level: int) -> str:
    """Return a heading of a level from 1 to 6, without white space around its words."""
    line = words(text.strip())
    return "#" * level + " " + re.sub(r"(^|(?<=\s))(?=#+$)", r"\\", line)


def fenced(text: str) -> str:
    """Return a text as a block of code, every character as it is."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{text}\n{fence}"


def _paragraph(piece: str) -> str:
    line = piece.strip("\n")
    before = len(piece) - len(piece.lstrip("\n"))
    after = len(piece) - before - len(line)
    return "&#10;" * before + _whole_line(line) + "&#10;" * after


def _whole_line(line: str) -> str:
    """Escape a line that is a whole paragraph, and keep the white space at its ends."""
    start = 1 if line[:1].isspace() else 0
    end = len(line) - 1 if line[start:][-1:].isspace() else len(line)
    inner = _inline(line[start:end], starts=not start)
    return _references(line[:start]) + inner + _references(line[end:])


def _references(characters: str) -> str:
    return "".join("&nbsp;" if c == "\u00a0" else f"&#{ord(c)};" for c in characters)


def _inline(line: str, *, starts: bool = False) -> str:
    """Put a backslash before every character that would be read as a mark.

    ``starts`` says that the line begins a paragraph.
    """
    places = {match.start() for match in _ALWAYS.finditer(line)}
    places.update(_paired(line))
    for formula in _FORMULA.finditer(line):
        places.update(place for place in range(*formula.span()) if line[place] == "$")
    if starts:
        places.update(_at_start(line))
    pieces: list[str] = []
    done = 0
    for place in sorted(places):
        pieces.append(line[done:place])
        done = place
    return "\\".join([*pieces, line[done:]])


def _at_start(line: str) -> range:
    """Return the places to escape where a line would begin another kind of block."""
    found = _LINE_STARTS.match(line)
    if not found:
        return range(0)
    if found["fence"]:
        return range(found.end())
    first = found.end("number") if found["number"] else 0
    return range(first, first + 1)


def _paired(line: str) -> set[int]:
    """Return the places of marks that could open and close something together.

    A run of marks can open if no space follows it and close if none precedes it: wider than
    CommonMark's flanking rules, so nothing that those take as a mark is left out.
    """
    runs: dict[str, list[tuple[int, int]]] = {}
    for run in _RUN.finditer(line):
        runs.setdefault(run[0][0], []).append(run.span())
    places: set[int] = set()
    for mark, spans in runs.items():
        for start, end in _live(line, mark, spans):
            places.update(range(start, end))
    return places


def _live(line: str, mark: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    if mark == "`":
        lengths = [end - start for start, end in spans]
        return spans if len(set(lengths)) < len(lengths) else []
    kept = [span for span in spans if not _is_idle(line, mark, *span)]
    first_opener = next((n for n, (_, end) in enumerate(kept) if not _blank(line, end)), None)
    closers = [n for n, (start, _) in enumerate(kept) if not _blank(line, start - 1)]
    if first_opener is None or not closers or closers[-1] <= first_opener:
        return []
    return kept


def _is_idle(line: str, mark: str, start: int, end: int) -> bool:
    """Say whether a run can neither open nor close."""
    if _blank(line, start - 1) and _blank(line, end):
        return True
    if mark == "=":
        return end - start < 2
    return mark == "_" and start > 0 and line[start - 1].isalnum() and line[end : end + 1].isalnum()


def _blank(line: str, place: int) -> bool:
    """Say whether there is no character at a place, or only a blank one."""
    if not 0 <= place < len(line):
        return True
    return line[place] in "\t " or unicodedata.category(line[place]) == "Zs"
