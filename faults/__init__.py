"""The fault harness: what is injected, how often, and what must hold after it.

``python3 dev.py faults`` breaks things on purpose around the real program (writes that the disk
refuses, programs killed at each of their writes, power cuts, flipped bits) and counts how often
everything that was told as done is still there. Each fault is one line of a table: tries,
survived, lost. It stands beside the tests and not among them: a test asks whether a rule holds, the
harness whether any of many moments breaks it.
"""
