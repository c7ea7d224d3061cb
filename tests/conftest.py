"""What holds for all tests."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("unhurried", deadline=None)  # a busy machine is no fault of ours
settings.load_profile("unhurried")


def pytest_make_parametrize_id(val: object) -> str | None:
    """Name a case of a set by its sorted members: its own order differs between two workers."""
    if isinstance(val, (set, frozenset)):
        return " ".join(sorted(map(str, val))) or "nothing"
    return None
