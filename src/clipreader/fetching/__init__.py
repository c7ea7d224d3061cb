"""Pages from the network: the only package that opens a connection.

What, why: ClipReader fetches a page when the person has said yes to it, and nothing else ever. So
all that speaks to a site stands here, is loaded by ``operations.errand`` in a process of its own
that knows no library, and in no other, and asks as little as can be: one page, without cookies,
without a word about the person, without the pictures and scripts that the page names. It does not
follow a site into the person's own network. May import ``model``, ``text`` and the standard
library.

What else was tried: urllib.request (it opens ``file:`` and ``ftp:``, and connects to whatever a
name stands for at that moment, which can be another machine than the one that was looked at), and
Qt's network classes (they would run, with their caches and cookies, inside the window's process).
"""

from clipreader.fetching.page import fetch

__all__ = ["fetch"]
