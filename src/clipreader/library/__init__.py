"""The person's collection: one SQLite file and the originals beside it. Only here is SQL.

May import ``model`` and ``text``. Everything that goes in or comes out is a record of ``model``;
rows, cursors and connections never leave the package.
"""

from clipreader.library.library import Library
from clipreader.library.opening import open_library

__all__ = ["Library", "open_library"]
