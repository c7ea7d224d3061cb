"""The journeys through the real program on a real desktop, driven from outside.

A private X server, session bus and window manager are started, and the program is used by
synthetic mouse and keyboard and by a drag from another toolkit. What happened is asked of the
command line, never of the widgets. Where the outside programs are missing, the tests are skipped.
"""
