"""The control words of rich text that mean something for an article."""

from __future__ import annotations

from typing import Final

from clipreader.importers.rich_text_state import Into

SIGNS: Final = {
    "tab": " ", "column": " ", "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘",
    "rquote": "’", "ldblquote": "“", "rdblquote": "”", "emspace": "\u2003", "enspace": "\u2002",
    "qmspace": "\u2005", "zwj": "\u200d", "zwnj": "\u200c", "ltrmark": "\u200e",
    "rtlmark": "\u200f", "~": "\u00a0", "_": "\u2011", "\\": "\\", "{": "{", "}": "}",
}  # fmt: skip
"""What stands for a sign, and which."""

INTO: Final = {
    "fonttbl": Into.FONTS, "stylesheet": Into.STYLES, "fldinst": Into.LINK, "pict": Into.PICTURE,
    "listtext": Into.MARK, "pntext": Into.MARK, "title": Into.TITLE, "author": Into.AUTHOR,
    "sp": Into.SHAPE,
    **dict.fromkeys(
        ("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"),
        Into.HEADER,
    ),
}  # fmt: skip
"""Groups by their first word, and what their words are for."""

IGNORED: Final = frozenset(
    {"colortbl", "nonshppict", "shprslt", "xe", "tc", "rxe", "info", "upr", "filetbl",
     "revtbl", "operator", "subject", "keywords", "comment", "doccomm", "company", "category",
     "manager"}
)  # fmt: skip
"""Groups whose words are not of the article."""

KNOWN_STARRED: Final = frozenset({"shppict", "shpinst", "fldinst", "fldrslt", "ud"})
"""Groups that are marked to be passed over by who does not know them, and are known here."""

FILE_PAGES: Final = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
"""Code pages that a word of the head names."""

ENDS: Final = frozenset({"par", "sect", "page", "nestcell"})
"""What ends a paragraph."""
