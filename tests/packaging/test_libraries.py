"""What is missing is named with the command that installs it; only CI installs it unasked."""

from __future__ import annotations

import sys
from pathlib import Path

import libraries
import pytest

LDD = """\
QtWidgets.abi3.so:
\tlinux-vdso.so.1 (0x00007ffd)
\tlibEGL.so.1 => not found
\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)
libqxcb.so:
\tlibxcb-cursor.so.0 => not found
\tlibEGL.so.1 => not found
"""
APT_GET = """#!/bin/sh
echo "RUNLEVEL=$RUNLEVEL SYSTEMD_OFFLINE=$SYSTEMD_OFFLINE $*" >>"$(dirname "$0")/said"
case "$*" in *update*) touch "$(dirname "$0")/updated" ;; esac
test -e "$(dirname "$0")/updated"
"""


@pytest.fixture
def bin_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The first folder of PATH, with an apt-get that notes what it is told."""
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    program(tmp_path / "apt-get", APT_GET)
    program(tmp_path / "sudo", '#!/bin/sh\ntest "$1" = -n && shift && exec "$@"\n')
    return tmp_path


def program(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)
    return path


def said(folder: Path) -> list[str]:
    note = folder / "said"
    return note.read_text().splitlines() if note.exists() else []


def test_a_library_that_is_not_found_is_read_from_ldd() -> None:
    assert libraries.not_found(LDD) == ["libEGL.so.1", "libxcb-cursor.so.0", "libEGL.so.1"]


def test_libraries_and_tools_become_packages() -> None:
    missing = ["libglib-2.0.so.0", "libgthread-2.0.so.0", "Xvfb"]
    assert libraries.packages_for(missing, "tour") == ["libglib2.0-0", "xvfb"]


def test_a_library_nobody_has_met_is_left_to_the_packages_that_are_known() -> None:
    assert libraries.packages_for(["libnew.so.9", "libEGL.so.1"], "run") == ["libegl1"]


def test_a_machine_that_lacks_a_tool_names_it_with_its_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(libraries.NotReady, match=r"(?s)lacks Xvfb:.*recommends xvfb"):
        libraries.require(Path(sys.executable), "tour")


def test_without_ci_nothing_is_installed_and_the_command_is_named(
    bin_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(libraries.NotReady) as refusal:
        libraries.install(["libegl1", "xvfb"], "This machine lacks Xvfb")
    assert "sudo apt-get install --no-install-recommends libegl1 xvfb" in str(refusal.value)
    assert said(bin_folder) == []


@pytest.mark.parametrize("user", [0, 1000])
def test_in_ci_packages_are_installed_gently_and_old_lists_are_renewed(
    bin_folder: Path, monkeypatch: pytest.MonkeyPatch, user: int
) -> None:
    monkeypatch.setenv("CI", "true")
    monkeypatch.setattr("os.geteuid", lambda: user)
    libraries.install(["libegl1"], "This machine lacks libEGL.so.1")
    first, renewed, second = said(bin_folder)
    assert first == second
    assert first.startswith("RUNLEVEL=1 SYSTEMD_OFFLINE=1 ")
    for word in ("--no-install-recommends", "--no-upgrade", "--no-remove", "Lock::Timeout"):
        assert word in first
    assert renewed.endswith(" update")


def test_in_ci_a_failed_installation_is_said(
    bin_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    program(bin_folder / "apt-get", "#!/bin/sh\nexit 100\n")
    with pytest.raises(libraries.NotReady, match="this failed"):
        libraries.install(["libegl1"], "This machine lacks libEGL.so.1")


def test_qt_is_really_loaded_and_has_all_it_needs_here() -> None:
    assert libraries.qt_loads(Path(sys.executable)) == ""
    assert libraries.missing_libraries(Path(sys.executable)) == []


def test_what_keeps_qt_from_loading_is_told(tmp_path: Path) -> None:
    broken = program(tmp_path / "python", "#!/bin/sh\necho 'ImportError: libEGL.so.1'; exit 1\n")
    assert libraries.qt_loads(broken) == "ImportError: libEGL.so.1"


def test_a_missing_tool_is_named_for_the_command_that_needs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert libraries.missing_tools("setup") == []
    assert libraries.missing_tools("tour") == ["Xvfb"]
