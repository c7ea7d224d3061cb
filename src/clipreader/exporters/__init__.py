"""Clippings become text for others: citations, Markdown, and the names of files.

What, why: an exporter gets ``Clipping`` records and nothing else, and hands back a string, so
what is previewed, copied and written is the same. May import ``model`` and ``text``, and
ruamel.yaml for front matter; knows no library and no other package beside it.

Markdown is written by own code and not by a converter, because the quote has to come back with
exactly its characters from any CommonMark parser, and with no more backslashes than that takes.
What else was tried: escaping every character that can mean something (safe, but a paragraph full
of backslashes is no pleasure to read), and none (ten of twenty quotes came back changed).
"""
