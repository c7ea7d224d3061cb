"""Targets that are fed by chance for as long as there is time, each with an oracle.

    python -m tests.fuzz [TARGET ...] [--minutes N] [--seed N]

A target is a strategy and a check that raises AssertionError where a promise is broken. The tests
run each for some hundred examples; the command runs them for minutes or hours, with a new seed
in every round, and prints the smallest input that breaks a promise. Such an input is then kept as
a named case with the tests of the part that it broke.
"""
