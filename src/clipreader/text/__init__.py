"""Facts about strings: encodings, one canonical form, offsets, dates and languages.

Knows no article and may import only the standard library, save two lines that the contracts name:
``encodings`` asks chardet for a guess, ``fuzzy`` asks rapidfuzz for a likeness. Offsets are code
points everywhere; only ``offsets`` knows UTF-16.
"""
