"""What the self-test found, for people and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path


class Amiss(Exception):
    """Something is not as it has to be; the message says what."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the self-test: how it went, what was seen, and how long it took."""

    name: str
    is_well: bool
    seen: str
    seconds: float
    details: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What the self-test found, and on what."""

    version: str
    python: str
    qt: str
    system: str
    is_bundle: bool
    steps: tuple[Step, ...]

    @property
    def is_well(self) -> bool:
        """Say whether every step went well."""
        return all(step.is_well for step in self.steps)


def write(report: Report, to: Path) -> None:
    """Write a report as JSON. Raises OSError."""
    told = {"is_well": report.is_well, **asdict(report)}
    to.write_text(json.dumps(told, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def told(report: Report) -> Iterator[str]:
    """Yield a report as lines for the person."""
    for step in report.steps:
        yield f"{'ok' if step.is_well else 'FAILED':6}  {step.name:10}  {step.seen}"
        if step.details:
            yield step.details
    place = "bundle" if report.is_bundle else "source"
    yield f"ClipReader {report.version} ({place}), Qt {report.qt}, Python {report.python}"
