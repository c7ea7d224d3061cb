"""Texts of every kind, many of them full of what Markdown takes for marks."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st

from clipreader.text.normal import canonical

MARKS = (
    *("*", "**", "_", "__", "`", "``", "```", "~", "~~", "~~~", "=", "==", "===", "$", "$$", "%%"),
    *("[", "]", "](", "]:", "[[", "]]", "[^1]", "![", "(x)", "<", "<b>", "</b>", "<!--", "-->"),
    *(
        "<http://a.b>",
        "<?",
        ">",
        "> ",
        "&",
        "&amp;",
        "&#35;",
        "&#x41;",
        "&nope;",
        ";",
        "\\",
        "\\\\",
    ),
    *("#", "# ", "#tag", "## ", "- ", "-", "+", "+ ", "* ", "1. ", "1)", "12", ".", ")", "---"),
    *("***", "_ _ _", "|", "|-|", "^id", " ^c-1", "[!note]", "[ ]", ":", "!", "a", "bc", "é", "ß"),
    *(" ", "  ", "    ", "\t", "\n", "\n\n", "\u00a0", "\u2003", "\u3000", "\u2028", "\u2029"),
    *("”", "—", "語", "😀", "\u200d", "e\u0301", "javascript:x", "https://a.b/_c_", "“"),
)

marked = st.lists(st.sampled_from(MARKS), max_size=14).map("".join)
plain = st.text(st.characters(exclude_categories=["Cs"])).map(lambda text: canonical(text).text)
any_text = marked | plain | st.tuples(marked, plain, marked).map("".join)

unhurried = settings(deadline=None)
"""For tests that parse: the first call loads the parser, and the machine may be busy."""
