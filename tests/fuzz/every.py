"""All targets by name."""

from __future__ import annotations

from tests.fuzz import leaving, placing, reading
from tests.fuzz.target import Target

TARGETS: dict[str, Target] = {
    one.name: one for one in (*reading.TARGETS, *placing.TARGETS, *leaving.TARGETS)
}
