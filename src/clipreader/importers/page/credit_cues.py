"""Lines in a picture's box that are a credit by their first word: "Photo: Rosa Lund / dpa".

How the credit reads is found out later, from the words; here it only matters which of the lines
about a picture is the caption.
"""

from __future__ import annotations

import re

_CUE = re.compile(
    r"""\(?\s*
    (?: ( (?: foto|photo|bild|image|imagen|imagem|immagine|picture|afbeelding|zdjęcie|фото
            |photograph|photographie|fotografie|fotografía|fotografia|fot|illustration|grafik|graphic
            |credit|crédit|crédito|credito|kredit|copyright
            |bildrechte|bildnachweis|ảnh|사진|写真|kuva|fotó
            |source|quelle|bildquelle|fuente|fonte|bron|källa|kilde|źródło|zdroj|kaynak )
          (?:s|e?r|credits?)? (?:\s(?:by|von|de|di|door|par|por))? ) \s* [:/|©] \s*
      | (?: ©|\(c\)|copyright\s ) \s* )
    (?P<rest> \S.* )""",
    re.IGNORECASE | re.VERBOSE,
)
_LONGEST = 120
_MOST_LOWER = 0.4
"""Share of a credit's words that may be in small letters: "Rosa Lund for the Gull"."""

_WORD = re.compile(r"[^\W\d_]+")
_ENDING = re.compile(r"(?<=\w)\.[a-z]{2,4}\b")
"""How addresses end: "Gullstock.com"."""

_LABEL_WORDS = 5
_LONGEST_LABEL = 40
_STOPS = (".", "!", "?", "…", ":")


def is_credit_line(text: str) -> bool:
    """Say whether a line opens with a credit's cue and goes on with names, not with a sentence."""
    found = _CUE.match(text) if len(text) <= _LONGEST else None
    return found is not None and _are_names(found["rest"])


def is_name_below(caption: str, text: str) -> bool:
    """Say whether a line is a short name below a longer caption: "Harbour Press"."""
    if len(text) > _LONGEST_LABEL or len(text.split()) > _LABEL_WORDS or text.endswith(_STOPS):
        return False
    return len(text) < len(caption) and text[:1].isupper() and _are_names(text)


def _are_names(text: str) -> bool:
    words = _WORD.findall(_ENDING.sub("", text))
    small = sum(word[0].islower() for word in words)
    return bool(words) and small <= len(words) * _MOST_LOWER
