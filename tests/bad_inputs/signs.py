"""Characters: inputs 51 to 72."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from tests.bad_inputs.record import BadInput, Expected, K, N
from tests.bad_inputs.words import ENGLISH, SECOND, SPANISH

PLACE = "silent"
"""The word behind which a sign is put."""


def _with(
    number: int, name: str, sign: str, expected: Expected = K, says: str = "", kept: str = ""
) -> BadInput:
    """Return the article with signs in it; ``kept`` is what has to stand in their place."""
    stays = kept if says else sign

    def made(what: str) -> str:
        long = ENGLISH + f"\n{SECOND}\n" * (len(sign) // 2)  # no binary: few of many are odd
        return long.replace(PLACE, PLACE + what)

    return BadInput(
        number,
        name,
        f"{name}.txt",
        lambda: made(sign).encode("utf-8", "surrogatepass"),
        expected,
        says=says,
        keeps=(f"had hung {PLACE}{stays} for eleven",),
        text=lambda: made(stays),
    )


def _text(
    number: int, name: str, make: Callable[[], str], expected: Expected = K, *keeps: str
) -> BadInput:
    return BadInput(
        number, name, f"{name}.txt", lambda: make().encode(), expected, keeps=keeps, text=make
    )


TWINS = f"{SPANISH}\nTwin: {unicodedata.normalize('NFD', 'el señor Muñoz')} y el señor Muñoz.\n"
ALL_C0 = "".join(chr(n) for n in range(1, 32) if chr(n) not in "\t\n\r\x0b\x0c")

INPUTS = (
    _with(51, "nul_inside", "\0\0", N, "2 NUL characters were removed"),
    BadInput(
        52,
        "nul_first",
        "nul_first.txt",
        lambda: b"\0" + ENGLISH.encode(),
        N,
        says="1 NUL character was removed",
        text=lambda: ENGLISH,
    ),
    _with(53, "all_c0", ALL_C0, N, "26 control characters were removed"),
    _with(54, "ansi_colours", "\x1b[31m", N, "1 control character was removed", "[31m"),
    _with(
        55, "frame_marks_of_qt", "\ufdd0\ufdd1", N, "2 codes that are no characters", "\ufffd\ufffd"
    ),
    _with(56, "object_replacement", "\ufffc"),
    _with(57, "noncharacters", "\ufffe\uffff", N, "2 codes that are no characters", "\ufffd\ufffd"),
    _with(58, "lone_high_surrogate", "\ud83d", N, "1 half of a broken character", "\ufffd"),
    _with(59, "lone_low_surrogate", "\ude00", N, "1 half of a broken character", "\ufffd"),
    _with(60, "bom_in_the_middle", "\ufeff", N, "byte order mark"),
    _text(61, "right_to_left_headline", lambda: "\u202e" + ENGLISH, K, "\u202eThe Night Bell"),
    _with(62, "unbalanced_isolates", "\u2067\u2066\u2068"),
    _with(63, "trojan_quote", "\u202e\u2066, he said\u2069 \u2066"),
    _with(64, "zero_width_joiners", "\u200b\u200c\u200d\u2060"),
    _with(65, "tag_characters", "\U000e0041\U000e0042\U000e007f"),
    _with(66, "emoji_family_flag_tone", " 👩\u200d👩\u200d👧 🇨🇺 👍🏽"),
    _with(67, "beyond_the_first_plane", " 𠮷 𝐁𝐞𝐥𝐥"),
    _text(68, "both_normal_forms", lambda: TWINS, K, "el señor Muñoz y el señor Muñoz"),
    _with(69, "narrow_blanks", "\u00a0\u202f\u2007"),
    _with(70, "soft_hyphens", "\u00adly\u00ad", N, "2 soft hyphens were removed", "ly"),
    _with(71, "variation_selectors", " ☎\ufe0e ☎\ufe0f 葛\U000e0100"),
    _with(72, "private_use", "\ue000\U000f0000"),
)
"""In the order of their numbers."""
