"""How a highlight remembers its place, and how it finds it again.

May import ``model`` and ``text``; knows neither library nor widgets, so that its promises can be
tested on bare records.

What, why: a quote alone is ambiguous in our articles, because captions repeat sentences of the
body. A selector therefore keeps the role of its part, and more context where the same or nearly
the same words stand twice in one role. A place is "placed" only if nothing speaks against it;
everything else is told to the person, with the likeliest place if there is one.

What else was tried: offsets alone (wrong after one new line), the first exact quote (puts one in
ten elsewhere in silence), and one weighted score over quote, context and position (puts a quote
that is gone at its twin, because three good signs outvote the one that counts).
"""

from clipreader.anchoring.carry import Carrier
from clipreader.anchoring.describe import describe
from clipreader.anchoring.quotes import spans_of_quote
from clipreader.anchoring.resolve import resolve, resolve_all

__all__ = ["Carrier", "describe", "resolve", "resolve_all", "spans_of_quote"]
