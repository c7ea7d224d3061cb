"""XML, Markdown and front matter: inputs 141 to 158."""

from __future__ import annotations

from functools import partial

from tests.bad_inputs.record import BadInput, C, Expected, K, N
from tests.bad_inputs.story import written
from tests.bad_inputs.words import FIRST, SECOND
from tests.formats.hostile import BOMBED, OUTSIDE, SQUARE

BODY = f"<html><head><title>The Night Bell</title></head><body><p>{FIRST}</p><p>&l9;</p>\
<p>{SECOND}</p></body></html>"
STORY = f"# The Night Bell\n\n{FIRST}\n\n{SECOND}\n"
ALIASES = "".join(f"b{n}: &b{n} [{', '.join([f'*b{n - 1}'] * 9)}]\n" for n in range(1, 30))


def _xml(number: int, name: str, head: str) -> BadInput:
    """Return a page that defines an entity; its words may be missing, what it names must be."""
    return BadInput(number, name, f"{name}.xhtml", (head + BODY).encode, K,
                    (FIRST, SECOND), never=("ha ha ha ha ha ha ha ha", "root:"))  # fmt: skip


_md = partial(written, "md")


def _listed() -> str:
    return STORY + "\n".join(f"{'  ' * n}- item {n}" for n in range(300)) + "\n"


INPUTS = (
    _xml(141, "billion_laughs", BOMBED),
    _xml(142, "external_entity", OUTSIDE.replace("/etc/hostname", "/etc/passwd")),
    _xml(143, "dtd_over_http", '<!DOCTYPE html SYSTEM "http://evil.example/a.dtd">'),
    _xml(144, "quadratic_blow_up", SQUARE),
    _md(145, "brackets_13000", lambda: STORY + "[" * 13_000, K),
    _md(146, "open_references_20000", lambda: STORY + "[a](b " * 20_000, K),
    _md(147, "list_300_deep", _listed, N, (FIRST, SECOND, "item 299"), says="deeply nested"),
    _md(148, "paragraphs_600k", lambda: STORY + "\na\n" * 600_000, C, says="too many lines"),
    _md(
        149,
        "quotes_2000_deep",
        lambda: STORY + "\n" + ">" * 2_000 + " the last word\n",
        N,
        (FIRST, SECOND, "the last word"),
        says="deeply nested",
    ),
    _md(150, "script_in_html", lambda: STORY + "\n<script>evil()</script>\n\n<b>bold</b>\n", K),
    _md(
        151,
        "picture_in_markdown",
        lambda: STORY + "\n![](file:///etc/passwd)\n",
        K,
        never=("root:",),
    ),
    _md(152, "yaml_bomb", lambda: f"---\ntitle: &b0 [x]\n{ALIASES}---\n\n{STORY}", K),
    _md(
        153,
        "yaml_object",
        lambda: f'---\ntitle: !!python/object/apply:os.system ["id"]\n---\n\n{STORY}',
        K,
        never=("uid=",),
    ),
    _md(
        154,
        "yaml_broken",
        lambda: f'---\ntitle: "open\n\tdeck: [a\n---\n\n{STORY}',
        K,
        (FIRST, SECOND, "deck: [a"),
    ),
    _md(
        155, "front_matter_of_5mb", lambda: f"---\ntitle: {'bell ' * 1_000_000}\n---\n\n{STORY}", K
    ),
    _md(156, "rule_in_the_body", lambda: STORY.replace(f"\n\n{SECOND}", f"\n\n---\n\n{SECOND}"), K),
    _md(
        157,
        "toml_and_json_front_matter",
        lambda: f'+++\ntitle = "The Toml Bell"\n+++\n\n{STORY}\n{{"title": "The JSON Bell"}}\n',
        K,
        (FIRST, SECOND, "Toml Bell", "JSON Bell"),
    ),
    _md(
        158,
        "front_matter_only",
        lambda: "---\ntitle: The Night Bell\nauthor: Ana\n---\n",
        Expected.REFUSED,
        (),
        says="no text",
    ),
)
"""In the order of their numbers."""
