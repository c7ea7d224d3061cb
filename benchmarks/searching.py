"""Searching in a large library, each kind of query, ranked and with its snippets."""

from __future__ import annotations

from clipreader.operations import Library, searching

from .timing import Figure, spread, stopped

QUERIES = {
    "a common word": ("minister", "council", "harbour"),
    "a rare word": ("walduchogri", "sosenmi", "vipolermi"),
    "a phrase": ('"the minister"', '"of the council"', '"harbour and"'),
    "a beginning of three letters": ("min", "cou", "har"),
    "two words": ("minister harbour", "council railway", "school river"),
    "a field and a word": ("place:altmark minister", "translator:reyes council"),
}
ROUNDS = 10


def measure(library: Library, count: int) -> list[Figure]:
    """Search ``ROUNDS`` times for every query; 50 hits are asked for, as the list does."""
    figures: list[Figure] = []
    for kind, queries in QUERIES.items():
        found = 0
        times: list[float] = []
        for _ in range(ROUNDS):
            for words in queries:
                query = searching.parse(words)
                times.append(
                    stopped(lambda query=query: searching.search(library, query, limit=50))
                )
        found = sum(
            len(searching.search(library, searching.parse(words), limit=50)) for words in queries
        )
        median, p95 = spread(times)
        remark = f"{found} hits of {len(queries)} queries"
        figures.append(Figure(f"search {count:,}: {kind}", median, p95=p95, remark=remark))
    return figures
