"""The set-up: refuses an old Python in words, remembers what it did, makes the command."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import libraries
import prepare
import pytest

import kundcenter

SCRIPTS = Path(prepare.__file__).parent


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A tree with the least a set-up looks at, in a folder whose name has a space and letters."""
    root = tmp_path / "mitt träd"
    (root / "kundcenter").mkdir(parents=True)
    (root / "requirements.lock").write_text("")
    (root / "kundcenter" / "__init__.py").write_text('"""A package."""\n\nVERSION = "7.8.9"\n')
    (root / "kundcenter" / "__main__.py").write_text(
        "import sys; from importlib.metadata import version\n"
        "print(version('kundcenter'), sys.argv[1:])\n"
    )
    return root


def test_the_version_is_that_of_the_program_itself() -> None:
    assert prepare.release(SCRIPTS.parent) == kundcenter.VERSION


def test_a_python_too_old_is_told_what_to_do() -> None:
    with pytest.raises(libraries.NotReady, match=r"3\.11 or later(.|\n)*make run PYTHON="):
        prepare.check_python((3, 10), "run")
    prepare.check_python((3, 11), "run")


@pytest.mark.parametrize("name", ["prepare.py", "libraries.py", "translations.py"])
def test_a_python_too_old_can_read_what_tells_it_so(name: str) -> None:
    ast.parse((SCRIPTS / name).read_text(encoding="utf-8"), feature_version=(3, 8))


def test_a_python_without_venv_is_told_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(libraries.NotReady, match=r"apt-get install .*python3\.\d+-venv"):
        prepare.check_venv()


def test_another_lock_or_another_place_is_another_environment(tree: Path) -> None:
    first = prepare.fingerprint(tree)
    assert prepare.fingerprint(tree) == first
    (tree / "requirements.lock").write_text("new==1")
    second = prepare.fingerprint(tree)
    assert second != first
    assert prepare.fingerprint(tree.rename(tree.with_name("annat"))) != second


def test_an_environment_that_does_not_run_is_not_healthy(tmp_path: Path) -> None:
    assert prepare.healthy(Path(sys.executable))
    assert not prepare.healthy(tmp_path / "python")


def test_the_command_runs_the_tree_from_anywhere(tree: Path, tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", tree / ".venv"], check=True)
    for _ in range(2):
        prepare.link(tree, tree / ".venv" / "bin" / "python")
    said = subprocess.run(
        [tree / ".venv" / "bin" / "kundcenter", "demo", "å ä ö"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout == "7.8.9 ['demo', 'å ä ö']\n"


def test_a_second_run_has_nothing_to_do(tree: Path) -> None:
    (tree / ".venv").mkdir()
    (tree / ".venv" / "prepared").write_text(f"{prepare.fingerprint(tree)}\nsetup")
    prepare.prepare(tree, "setup")
    assert [path.name for path in (tree / ".venv").iterdir()] == ["prepared"]


def test_an_unknown_command_is_answered_with_what_there_is(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert prepare.main(["nonsense"]) == 2
    assert "setup | run | tour | test" in capsys.readouterr().out


def test_without_a_screen_the_workstation_needs_what_the_tour_needs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = []
    monkeypatch.setattr("prepare.prepare", lambda root, command: asked.append(command))
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    prepare.main(["run"])
    monkeypatch.setenv("DISPLAY", ":0")
    prepare.main(["run"])
    assert asked == ["tour", "run"]
