"""The command line: the same verbs as the window's, for scripts and for those without a screen.

May import ``operations`` and what all may (``model``, ``text``, ``paths``); a sibling of ``ui``,
so neither knows the other and no command loads Qt. Each command is a function that takes what
was typed and returns the exit code: 0 done, 1 something failed, 2 not understood. What was asked
for goes to standard output, what failed and why to standard error.

``parser`` is built from data alone. The verbs, and the database that they bring, are loaded by
``running`` once it is known which command is wanted, so that ``--help`` and ``--version`` answer
at once. Only a command that writes makes a library: a name that was mistyped finds an empty one
and leaves nothing behind.

What else was tried: one parser for files and commands together (argparse cannot tell them
apart), and a framework for command lines (one more dependency in the bundle for nine commands).
"""

from clipreader.commands.parser import parser, understood

__all__ = ["parser", "understood"]
