"""Names the parts of a news article: a draft becomes an article.

May import ``model``, ``text`` and ``paths``, and no other package. The core knows no language: what
is said in words is data, one file a language in ``resources/phrases``. Every rule shows the form it
was made for, every part says which rule named it and why.

The order is that of certainty: the make-up of the lines, what the file's own mark-up says, lines
that carry a sign (a translator's cue, a credit, a note), the run of the body, and at last what is
left, which is told by its place. What was tried and left: naming line by line from the top, which
takes a deck that ends with a full stop for the first paragraph.
"""

from clipreader.anatomy.recognise import recognise

__all__ = ["recognise"]
