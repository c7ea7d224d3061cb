"""The directions of the packages: the contracts of pyproject.toml are kept."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "clipreader"
LINT = (
    "import sys, importlinter.cli as cli; sys.exit(cli.lint_imports(no_cache=True, no_logo=True))"
)
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
    "importlinter"
]["contracts"]
WITHOUT_QT = next(c for c in CONTRACTS if c["name"] == "Qt lives in ui")["source_modules"]


def test_every_contract_is_kept():
    done = subprocess.run(
        [sys.executable, "-c", LINT],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"Contracts: {len(CONTRACTS)} kept, 0 broken." in done.stdout


def packages() -> set[str]:
    return {path.parent.name for path in SOURCE.glob("*/__init__.py")}


def test_a_new_package_has_to_be_placed():
    """The layers are exhaustive: who adds a package says where it belongs."""
    layers = CONTRACTS[0]
    assert layers["exhaustive"]
    named = {name.strip() for layer in layers["layers"] for name in layer.split("|")}
    modules = {path.stem for path in SOURCE.glob("*.py")} - {"__init__"}
    assert packages() | modules <= named


@pytest.mark.parametrize("contract", CONTRACTS[1:], ids=lambda contract: contract["name"])
def test_no_contract_is_about_nothing(contract):
    for module in contract["source_modules"]:
        path = SOURCE.parent / module.replace(".", "/")
        assert path.is_dir() or path.with_suffix(".py").is_file(), module


def test_what_is_below_the_windows_never_loads_qt():
    """What the contracts say of the source holds when it runs: no plug-in brings Qt along."""
    names = ", ".join(sorted(WITHOUT_QT))
    told = f"import sys, {names}; sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
