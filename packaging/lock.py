"""Writes requirements.txt, for every system at once: three sections, hashes, no address.

``dev.py run`` installs the first section, ``dev.py test`` the first two, the other commands all:
who only wants to read fetches no compiler of anything. pip opens the first section because the
pip of an older system (23.0 in Debian 12) has to be replaced before it can be trusted with the
rest. uv's own lock is not used: it writes the address of the package index into every entry.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SECTIONS = {"run": (), "test": ("--group", "test"), "dev": ("--group", "dev")}
HOW = (
    *("--quiet", "--universal", "--python-version", "3.11", "--generate-hashes"),
    *("--no-header", "--no-annotate", "--only-binary", ":all:"),
)


def main(arguments: list[str]) -> int:
    """Write the lock; what is given, such as ``--upgrade-package NAME``, is handed to uv."""
    written: set[str] = set()
    lines = ["# Written by: python3 dev.py lock", ""]
    for section, group in SECTIONS.items():
        print(f"choosing packages for {section} ...", flush=True)
        lines.append(f"# == {section} ==")
        if section == "run":
            lines += [*entries("-", *arguments, given="pip"), "# pip ends"]
        for entry in entries("pyproject.toml", *group, *arguments):
            name = entry.partition("==")[0]
            if name not in written:
                lines.append(entry)
            written.add(name)
    text = "\n".join(lines) + "\n"
    (ROOT / "requirements.txt").write_text(text, encoding="utf-8", newline="\n")
    return 0


def entries(*arguments: str, given: str = "") -> list[str]:
    """Return what uv chose: one entry for each package, its hashes on lines of their own."""
    command = [sys.executable, "-m", "uv", "pip", "compile", *HOW, *arguments]
    done = subprocess.run(
        command, cwd=ROOT, stdout=subprocess.PIPE, input=given, text=True, check=False
    )
    if done.returncode:
        sys.exit(done.returncode)  # uv has said why
    found: list[str] = []
    for line in done.stdout.splitlines():
        if line.startswith(" "):
            found[-1] += f"\n{line}"
        else:
            found.append(line)
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
