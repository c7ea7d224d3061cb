"""The language of a text, by its script and its commonest small words.

Tables and nothing else: a paragraph of news is told apart surely, a headline often, and what
cannot be told is None rather than a guess.
"""

from __future__ import annotations

import re
from collections import Counter

_WORDS: dict[str, str] = {
    "en": "the of and to in is was that for on with as by at from it his her they has have had been this which were an are not be who said will",
    "es": "el la los las de del que y en un una por con para se su al lo como más pero sus le ha es fue este esta entre cuando muy sin sobre también hasta desde",
    "fr": "le la les de des du et en un une que qui dans pour sur au aux par pas plus ce est sont avec il elle ne se sa son leur mais ont été cette a à où",
    "de": "der die das und in den von zu mit dem des ein eine nicht sich auf für ist im als auch es an nach aus wie bei war hat werden wurde sie er aber noch dass",
    "pt": "o a os as de do da dos das que e em um uma para com não no na nos nas por mais se foi ao como mas à pela pelo ou ser são também sua seu até já",
    "it": "il lo la i gli le di del della dei delle che e è in un una per con non si da al alla nel nella sono ma come anche più ha dal dalla questo suo sua ai",
    "nl": "de het een en van in is dat op te voor met zijn niet aan er die om ook als bij door naar uit maar heeft was over nog worden werd dit hij",
    "pl": "w i na z się do nie że jest to o jak po za od ale przez są dla być było co już tym który która które oraz jego po",
    "ca": "el la els les de del dels que i en un una per amb és al als no més com però aquest aquesta són ha va seva seu també",
    "tr": "ve bir bu da de için ile olarak çok daha ancak olan gibi kadar sonra ne o ise her en var dedi",
    "sv": "och att det i en som på är av för med den till inte har de ett om var han men från vid så",
    "ro": "și în de la cu o un a pe din care nu că este să pentru mai au fost ca dar",
    "ru": "и в не на что с по как из у за от к он это его для был была но а о же так все при",
    "uk": "і в не на що з та у до як за від є це його для був але й про він вона які після",
}  # fmt: skip
_CODES: dict[str, tuple[str, ...]] = {
    word: tuple(code for code, words in _WORDS.items() if word in words.split())
    for word in {word for words in _WORDS.values() for word in words.split()}
}
"""The languages that use a word, so that a text's words are looked up once, not once a language."""

_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ur", re.compile(r"[ٹڈڑںےھہ]")),
    ("fa", re.compile(r"[پچژگکی]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
)
_SHARES = {"ja": 0.08, "ur": 0.06, "fa": 0.05}
"""How much of the letters tells a language by letters that its neighbours lack; others 0.3."""

_ANY_SCRIPT = re.compile(f"[{''.join(script.pattern[1:-1] for _, script in _SCRIPTS)}]")
_SAMPLE = 6_000


def guess(text: str) -> tuple[str | None, float]:
    """Return the language as a BCP 47 code and how sure (0 to 1) we are; None if we are not.

    Looks at the first 6,000 code points.
    """
    sample = text[:_SAMPLE]
    found = _WORD.findall(sample.lower())
    if not found:
        return None, 0.0
    foreign = not sample.isascii() and _ANY_SCRIPT.search(sample)
    letters = sum(map(len, found)) if foreign else 0
    for code, script in _SCRIPTS if foreign else ():
        share = len(script.findall(sample)) / letters
        if share > _SHARES.get(code, 0.3):
            return code, 0.95
    total = len(found)
    counts = dict.fromkeys(_WORDS, 0)
    for word, times in Counter(filter(_CODES.__contains__, found)).items():
        for code in _CODES[word]:
            counts[code] += times
    scores = {code: count / total for code, count in counts.items()}
    best, second = sorted(scores, key=lambda code: -scores[code])[:2]
    lead = scores[best] - scores[second]
    if scores[best] < 0.08 or lead < 0.02 or scores[best] * total < 2:
        return None, 0.0
    return best, min(0.99, 0.5 + 4 * lead + min(total, 100) / 400)
