"""Rules of the house that no linter knows, read from the sources."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "clipreader"
FILES = sorted(SOURCE.rglob("*.py"))
OWN_FILES = sorted(
    path
    for pattern in (
        "*.py",
        "packaging/*",
        "benchmarks/*.py",
        "faults/*.py",
        "src/**/*.py",
        "tests/**/*.py",
    )
    for path in ROOT.glob(pattern)
    if path.suffix in {".py", ".spec"}
)
LONGEST = 300
NO_WORDS = {"utils", "util", "helpers", "helper", "common", "base", "misc", "manager", "tools"}

WORDY_LABELS = {"search_bar.py": "the name of a shortcut, never words of an article"}
"""Modules of ``ui`` that may write into a bare QLabel, each with its reason."""

NETWORK = {"socket", "ssl", "http", "ftplib", "smtplib", "asyncio", "urllib.request", "requests"}
FETCHES = "fetching"
"""The one package that may ask the network: for a page that the person said yes to."""

LOCAL_SOCKETS = {"QLocalServer", "QLocalSocket"}
"""The only names of QtNetwork in use: one window hands files to another on the same machine."""

EXCEPTION = re.compile(r"#\s*(noqa|pyright: ignore|type: ignore)(:?\s*[A-Z0-9, ]+|\[[^\]]*\])?")

MARKUP_SINKS = {"setHtml", "insertHtml", "setMarkdown", "insertMarkdown", "appendHtml"}
TIPS = {"setToolTip", "setStatusTip", "setWhatsThis"}
FOREIGN = {"headline", "deck", "quote", "note", "tag", "tags", "publisher", "place", "credit"}
FOREIGN |= {"translators", "authors", "byline", "snippet", "citation", "article", "source_name"}
"""Names that stand for words of an article or of the reader, wherever they are used."""


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Yield every call with the last name of what is called."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Call):
            called = node.func
            if isinstance(called, ast.Attribute):
                yield called.attr, node
            elif isinstance(called, ast.Name):
                yield called.id, node


def imports(path: Path) -> Iterator[tuple[str, str]]:
    """Yield (module, name) of every import; the name is empty for ``import module``."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.module or "", alias.name) for alias in node.names)


every_source = pytest.mark.parametrize("path", FILES, ids=name_of)
every_window = pytest.mark.parametrize("path", sorted(SOURCE.glob("ui/**/*.py")), ids=name_of)


@pytest.mark.parametrize("path", OWN_FILES, ids=name_of)
def test_fits_on_a_few_screens(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("path", OWN_FILES, ids=name_of)
def test_is_named_by_a_word_of_the_field(path):
    words = set(re.split(r"[/_.]", name_of(path).lower()))
    assert not words & NO_WORDS


@every_source
def test_opens_with_a_sentence(path):
    told = ast.get_docstring(tree_of(path)) or ""
    assert told, "no docstring"
    assert told.split("\n\n")[0].rstrip().endswith((".", ":", "?")), told.splitlines()[0]


@every_source
def test_an_exception_shows_its_reason(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        found = EXCEPTION.search(line)
        if found:
            beside = line[found.end() :].strip(" #-–:.")
            above = lines[number - 1].strip() if number else ""
            assert len(beside.split()) >= 2 or above.startswith("# "), f"line {number + 1}: why?"


@every_source
def test_keeps_no_state_in_a_module(path):
    assert not [node for node in ast.walk(tree_of(path)) if isinstance(node, ast.Global)]


@every_source
def test_never_asks_the_network(path):
    for module, name in imports(path):
        whole = f"{module}.{name}" if name else module
        inside = {".".join(whole.split(".")[: n + 1]) for n in range(whole.count(".") + 1)}
        assert not inside & NETWORK or FETCHES in path.parts, whole
        if module == "PySide6.QtNetwork":
            assert name in LOCAL_SOCKETS, whole
        assert whole != "PySide6.QtNetwork", "name what is taken from QtNetwork"


@every_source
def test_what_asks_the_network_is_loaded_by_one_function_alone(path):
    """It is loaded in the process that fetches, when that has something to fetch."""
    if FETCHES in path.parts:
        return
    wanted = {module for module, _ in imports(path) if f"clipreader.{FETCHES}" in module}
    assert not wanted or name_of(path) == "src/clipreader/operations/errand.py"
    assert not any(
        FETCHES in (node.module or "")
        for node in tree_of(path).body
        if isinstance(node, ast.ImportFrom)
    )


@every_source
def test_parses_html_in_the_importers_only(path):
    """A part of a package, which no contract can name; ``html.escape`` is everyone's."""
    if "importers" not in path.parts:
        assert ("html", "parser") not in set(imports(path))
        assert "html.parser" not in {module for module, _ in imports(path)}


@every_source
def test_runs_nothing_that_was_read(path):
    found = {name for name, _ in calls(path)} & {"eval", "exec_module", "system", "popen"}
    bare = {node.func.id for _, node in calls(path) if isinstance(node.func, ast.Name)} & {"exec"}
    assert not found | bare
    assert "pickle" not in {module for module, _ in imports(path)}


@every_source
def test_only_the_command_line_prints(path):
    if path.name == "__main__.py" or "commands" in path.parts:
        return
    assert "print" not in {name for name, _ in calls(path)}


@every_window
def test_no_text_of_an_article_is_read_as_markup(path):
    made = {name for name, _ in calls(path)}
    assert not made & MARKUP_SINKS
    if path.name != "plain.py":
        assert not made & {"QMessageBox", "QErrorMessage"}, "use ui.plain.message"


def bare_labels(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Yield every QLabel that is kept under a name, and the name."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
            name = getattr(node.targets[0], "attr", getattr(node.targets[0], "id", ""))
            yield from [(name, node.value)] * (getattr(node.value.func, "id", "") == "QLabel")


@every_window
def test_bare_labels_show_pictures_only(path):
    """Words go into the labels of ``ui.plain``, which never take them for HTML."""
    if path.name == "plain.py" or path.name in WORDY_LABELS:
        return
    kept = dict(bare_labels(path))
    assert len(kept) == sum(name == "QLabel" for name, _ in calls(path)), "a label without a name"
    assert not any(isinstance(arg, ast.Constant) for call in kept.values() for arg in call.args)
    for name, call in calls(path):
        if name == "setText" and isinstance(call.func, ast.Attribute):
            assert getattr(call.func.value, "attr", "") not in kept, f"line {call.lineno}"


def foreign_words(node: ast.AST) -> Iterator[str]:
    """Yield what comes from an article in an expression, unless it was made plain."""
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "tip_text":
        return
    if isinstance(node, ast.Attribute) and node.attr in FOREIGN:
        yield node.attr
    elif isinstance(node, ast.Name) and node.id in FOREIGN:
        yield node.id
    for child in ast.iter_child_nodes(node):
        yield from foreign_words(child)


@every_window
def test_tool_tips_are_plain(path):
    for name, call in calls(path):
        if name in TIPS and path.name != "plain.py":
            found = [word for argument in call.args for word in foreign_words(argument)]
            assert not found, f"line {call.lineno}: wrap {found} in ui.plain.tip_text"


@pytest.mark.parametrize("package", sorted({path.parent for path in FILES}), ids=name_of)
def test_tests_lie_where_the_sources_lie(package):
    """``tests`` mirrors ``src``: who looks for the test of a module finds it."""
    if package == SOURCE:
        return
    assert list((ROOT / "tests" / package.relative_to(SOURCE)).glob("test_*.py"))
