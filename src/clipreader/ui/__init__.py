"""Windows: what the person sees and asks for. The only package that knows Qt.

May import ``operations`` (the verbs), ``model`` (the records that cross the border), ``text``
(facts about strings: code points to Qt's UTF-16 units, addresses), ``settings`` and ``paths``. It
decides nothing about articles: a widget shows records and emits what the person asked for; the
window hands that to an operation and shows the records that come back.

What else was tried: Qt Quick (its text areas read foreign text as markup and are dumb to screen
readers) and a web view (117 MB, and a page of the press would run in it).
"""

from clipreader.ui.lasting_none import keep_none

keep_none()
