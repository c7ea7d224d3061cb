"""A library on disk, and the commands as they are typed."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from clipreader.__main__ import main

FERRY = """Night Ferry Returns to Harbour Town After Eleven Years

The first crossing carried forty-one passengers, a piano and the mayor’s bicycle

The Santa Marta leaves the north quay on Wednesday evening / Harbour Authority

Puerto Diario, Harbour Town, 4 July 2024 — At twenty past nine the ramp came up, and for the \
first time since 2013 a passenger ferry left Harbour Town in the dark. The service will run five \
nights a week until October, the port’s director said, and then “we shall see”.

The piano for the chapel at Cape Selby travelled under two mattresses / L. Moreau

The piano for the chapel at Cape Selby travelled under two mattresses because the crate that had \
been ordered for it did not fit through the stern door.

The line was closed when its subsidy lapsed. According to the contract, signed in March, the \
province pays two thirds of the fuel and the company keeps the fares.

Translated from the Spanish by Ana Reyes
"""

CRANE = """Two Shipyards Share One Crane and Blame the Wind

Agencia Norte, Harbour Town, 30 May 2024 — “We paid for the crane twice,” the engineer said, and \
showed both receipts. The lease runs for ninety years and names no rent.

The second yard keeps the key. The first yard keeps the oil.

Translated by M. Okafor
"""


@dataclass
class Answer:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Return what was printed as JSON."""
        return json.loads(self.out)


Ask = Callable[..., Answer]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The library's folder; not there before something was imported."""
    return tmp_path / "library"


@pytest.fixture
def ask(folder: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    """Types a command for the library."""

    def type_it(*typed: object) -> Answer:
        capsys.readouterr()
        code = main([*map(str, typed), "--library", str(folder)])
        said = capsys.readouterr()
        return Answer(code, said.out, said.err)

    return type_it


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Two articles as files."""
    made = (tmp_path / "ferry.txt", tmp_path / "crane.txt")
    for file, text in zip(made, (FERRY, CRANE), strict=True):
        file.write_text(text, encoding="utf-8")
    return made


@pytest.fixture
def ids(ask: Ask, files: tuple[Path, Path]) -> list[str]:
    """The ids of the two articles, which are in the library."""
    return [line["article_id"] for line in ask("import", *files, "--json").json]
