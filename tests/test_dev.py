"""dev.py: its sentences, its lock, and that a started set-up is finished or done again."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import dev
import pytest

ROOT = Path(__file__).parents[1]
LOCK = (ROOT / "requirements.txt").read_text(encoding="utf-8")


def requirement_names(text: str) -> list[str]:
    return re.findall(r"^([a-z][a-z0-9-]*)==", text, re.MULTILINE)


def wanted_names(requirements: list[str]) -> set[str]:
    names = (re.match(r"[A-Za-z0-9._-]+", line) for line in requirements)
    return {name.group().lower().replace("_", "-").replace(".", "-") for name in names if name}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A checkout of nothing but a lock, whose commands are written down instead of run."""
    (tmp_path / "requirements.txt").write_text(LOCK, encoding="utf-8")
    for name in ("ROOT", "LOCK", "VENV", "STAMP", "LOG", "PYTHON"):
        monkeypatch.setattr(dev, name, tmp_path / getattr(dev, name).relative_to(ROOT))
    return tmp_path


@pytest.fixture
def commands(folder, monkeypatch):
    done: list[list[str]] = []

    def pretend(command, failure, **_):
        done.append(command)
        if command[1:3] == ["-m", "venv"]:
            dev.PYTHON.parent.mkdir(parents=True)
            dev.PYTHON.touch()
            packages = "Lib" if dev.WINDOWS else f"lib/python3.{dev.MINOR}"
            (dev.VENV / packages / "site-packages").mkdir(parents=True)

    monkeypatch.setattr(dev, "logged", pretend)
    return done


class TestLock:
    def test_names_no_address(self):
        assert not re.search(r"https?:|index-url|find-links|file:", LOCK)

    def test_pins_every_package_by_hashes(self):
        for entry in re.split(r"\n(?=[a-z])", LOCK)[1:]:
            assert re.match(r"[a-z0-9-]+==[^ ]+ ", entry), entry
            assert "--hash=sha256:" in entry, entry

    def test_each_package_once(self):
        names = requirement_names(LOCK)
        assert len(names) == len(set(names))

    @pytest.mark.parametrize("section", dev.SECTIONS)
    def test_holds_what_the_project_asks_for(self, section):
        project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
        asked = {"run": project["project"]["dependencies"], **project["dependency-groups"]}
        wanted = wanted_names([line for line in asked[section] if isinstance(line, str)])
        until = LOCK.partition(f"# == {section} ==")[2].partition("# == ")[0]
        assert wanted <= set(requirement_names(until))

    def test_pip_comes_first(self):
        assert requirement_names(LOCK)[0] == "pip"


class TestSentences:
    def test_an_old_python(self, monkeypatch, capsys):
        monkeypatch.setattr(sys, "version_info", (3, 9, 2))
        assert dev.main(["run"]) == 1
        assert (
            capsys.readouterr().err == "ClipReader needs Python 3.11 or newer, and this is 3.9.\n"
        )

    def test_an_old_python_can_read_the_file(self):
        text = (ROOT / "dev.py").read_text(encoding="utf-8")
        ast.parse(text, feature_version=(3, 7))

    @pytest.mark.parametrize("library", [[], ["--library", "/nowhere/at all"], ["--library=/x"]])
    def test_commands_need_no_display(self, library, monkeypatch):
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
            monkeypatch.delenv(name, raising=False)
        wanted = []
        monkeypatch.setattr(dev, "prepare_system", wanted.append)
        monkeypatch.setattr(dev, "prepare_environment", lambda section: None)
        monkeypatch.setattr(dev.os, "execv", lambda path, command: wanted.append(command))
        monkeypatch.setattr(dev.subprocess, "call", wanted.append)
        dev.run([*library, "list", "ferry"])
        assert wanted[0] == dev.DRAWING
        assert wanted[1][3:] == [*library, "list", "ferry"]

    @pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
    def test_no_display(self):
        hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
        environment = {key: value for key, value in os.environ.items() if key not in hidden}
        done = subprocess.run(
            [sys.executable, str(ROOT / "dev.py"), "run", "article.txt"],
            capture_output=True,
            text=True,
            env=environment,
            check=False,
        )
        assert done.returncode == 1
        assert done.stdout == ""
        assert "clipreader --help" in done.stderr
        assert done.stderr.count("\n") == 1

    def test_the_command_for_who_is_not_root(self, monkeypatch):
        monkeypatch.setattr(dev.shutil, "which", lambda name: f"/usr/bin/{name}")
        monkeypatch.setattr(dev.os, "geteuid", lambda: 1000, raising=False)
        with pytest.raises(dev.Trouble, match=r"sudo apt-get install -y .* libegl1 libgl1\n"):
            dev.install_packages(["libegl1", "libgl1"], "ClipReader needs libEGL.so.1")

    def test_a_system_without_apt(self, monkeypatch):
        monkeypatch.setattr(dev.shutil, "which", lambda _: None)
        with pytest.raises(dev.Trouble, match=r"needs libEGL\.so\.1: please install"):
            dev.install_packages(["libegl1"], "ClipReader needs libEGL.so.1")

    def test_a_command_that_fails_shows_its_last_words(self, folder):
        command = [sys.executable, "-c", "print('no such thing'); raise SystemExit(3)"]
        with pytest.raises(dev.Trouble, match=r"It failed\. .*\n    no such thing\n"):
            dev.logged(command, "It failed")

    def test_trouble_is_no_traceback(self, monkeypatch, capsys):
        def stop(_):
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(dev, "run", stop)
        assert dev.main(["run"]) == 1
        assert "No space left on device" in capsys.readouterr().err

    def test_an_interrupt_is_quiet(self, monkeypatch, capsys):
        def interrupt(_):
            raise KeyboardInterrupt

        monkeypatch.setattr(dev, "run", interrupt)
        assert dev.main(["run"]) == 130
        assert capsys.readouterr().err == ""

    def test_an_unknown_command(self, capsys):
        assert dev.main(["walk"]) == 2
        assert "python3 dev.py run" in capsys.readouterr().err


class TestSystem:
    def test_finds_what_is_missing(self):
        loaded = {"libc.so.6": "libc6"} if sys.platform == "linux" else {}
        wanted = {**loaded, "libnosuchthing.so.9": "libnosuchthing9"}
        assert dev.missing_libraries(wanted) == {"libnosuchthing.so.9": "libnosuchthing9"}

    def test_qt_finds_everything_it_is_linked_to(self):
        assert dev.missing_libraries(dev.DRAWING) == {} or sys.platform != "linux"


class TestEnvironment:
    def test_is_made_once(self, commands):
        dev.prepare_environment("run")
        assert [command[1:3] for command in commands] == [
            ["-m", "venv"],
            ["-m", "pip"],
            ["-m", "pip"],
        ]
        commands.clear()
        dev.prepare_environment("run")
        assert commands == []

    def test_what_pip_is_given_is_a_list_of_requirements(self, commands):
        dev.prepare_environment("dev")
        wanted = (dev.VENV / "wanted.txt").read_text(encoding="utf-8")
        assert requirement_names(wanted) == requirement_names(LOCK)
        for line in wanted.splitlines():
            assert re.match(r"#|    --hash=|[a-z0-9-]+==", line) or not line, line

    def test_a_larger_one_is_enough(self, commands):
        dev.prepare_environment("dev")
        commands.clear()
        dev.prepare_environment("run")
        assert commands == []

    def test_grows_in_place(self, commands):
        dev.prepare_environment("run")
        commands.clear()
        dev.prepare_environment("test")
        assert all(command[1:3] == ["-m", "pip"] for command in commands)
        wanted = (dev.VENV / "wanted.txt").read_text(encoding="utf-8")
        assert {"pyside6-essentials", "pytest"} <= set(requirement_names(wanted))
        assert "pyright" not in requirement_names(wanted)

    def test_a_new_lock_is_followed_without_losing_a_section(self, commands):
        dev.prepare_environment("dev")
        commands.clear()
        dev.LOCK.write_text(LOCK + "# newer\n", encoding="utf-8")
        dev.prepare_environment("run")
        wanted = (dev.VENV / "wanted.txt").read_text(encoding="utf-8")
        assert "pyright" in requirement_names(wanted)
        assert len(commands) == 2

    def test_what_was_interrupted_is_made_anew(self, commands, monkeypatch):
        with monkeypatch.context() as patch:
            patch.setattr(
                dev, "fill_environment", lambda _: (_ for _ in ()).throw(KeyboardInterrupt)
            )
            with pytest.raises(KeyboardInterrupt):
                dev.prepare_environment("run")
        (dev.VENV / "half").touch()
        commands.clear()
        dev.prepare_environment("run")
        assert commands[0][1:3] == ["-m", "venv"]
        assert not (dev.VENV / "half").exists()

    def test_another_python_makes_it_anew(self, commands, monkeypatch):
        dev.prepare_environment("run")
        commands.clear()
        monkeypatch.setattr(dev, "base_python", lambda: "/opt/other/python3")
        dev.prepare_environment("run")
        assert commands[0][0:3] == ["/opt/other/python3", "-m", "venv"]

    def test_the_project_is_on_its_path(self, commands):
        dev.prepare_environment("run")
        (written,) = dev.VENV.rglob("clipreader.pth")
        way = written.read_text(encoding="ascii").strip()
        assert (written.parent / way).resolve() == dev.ROOT.resolve() / "src"


def test_uses_the_standard_library_only():
    tree = ast.parse((ROOT / "dev.py").read_text(encoding="utf-8"))
    imported = {
        name.partition(".")[0]
        for node in ast.walk(tree)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert imported <= set(sys.stdlib_module_names)
