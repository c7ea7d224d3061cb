"""How a highlight remembers its place, and how it finds it again.

May import ``model`` and ``text``; knows neither library nor widgets, so that its promises can be
tested on bare strings.
"""
