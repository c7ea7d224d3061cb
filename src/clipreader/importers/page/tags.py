"""What the elements of HTML are for a reader: running words, blocks, or nothing visible.

After the HTML Standard's rendering section (https://html.spec.whatwg.org/multipage/rendering.html).
"""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


INLINE: frozenset[str] = _set(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rb rp "
    "rt ruby s samp small span strike strong sub sup time tt u var wbr br img picture source "
    "amp-img tspan math semantics mrow mi mn mo ms mtext msup msub msubsup mfrac msqrt mroot mover "
    "munder munderover mstyle mspace mpadded merror menclose mphantom mmultiscripts mtable mtr mtd "
    "mjx-container mjx-assistive-mml mjx-math"
)
"""Elements that stand inside a line of words."""

VOID: frozenset[str] = _set("area base br col embed hr img input link meta param source track wbr")
"""Elements that never hold anything."""

RAW_TEXT: frozenset[str] = _set("script style title iframe noembed noframes xmp textarea")
"""Elements whose content is no mark-up, up to their own closing tag."""

HIDDEN: frozenset[str] = _set(
    "script style template title iframe object embed applet video audio canvas noembed noframes "
    "datalist desc defs symbol metadata amp-ad rp meta link annotation annotation-xml"
)
"""Elements of which a reader of the page sees no words."""

FURNITURE: frozenset[str] = _set(
    "nav footer aside form button select option menu dialog fieldset input svg textarea noscript"
)
"""Elements that hold what the site says of itself, unless they hold the article."""

EMPHASIS: frozenset[str] = _set("em i cite dfn")
"""Elements that set words apart in italics."""

STRONG: frozenset[str] = _set("strong b")
"""Elements that set words apart in bold."""

HEADINGS: frozenset[str] = _set("h1 h2 h3 h4 h5 h6")
"""The six headings."""
