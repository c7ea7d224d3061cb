"""The verbs: functions that take a library and plain records and say what changed.

May import ``library``, ``importers``, ``anatomy``, ``anchoring``, ``exporters`` and what lies
below them; knows no Qt and no SQL. Every changing verb returns an ``Outcome``: its value, the
``Changes`` that views have to look at, and the label of its undo record. One verb is one
transaction and one undo record, so what a caller sees is on disk.

What else was tried: methods of ``Library`` (it grew past forty of them), and command objects with
``do`` and ``undo`` (each had to know its own opposite, and forgot it at exit). The journal in
``library`` records rows instead, so undo needs no code here at all.
"""

from clipreader.library import Library, open_library

__all__ = ["Library", "open_library"]
