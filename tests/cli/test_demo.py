"""`kundcenter demo`: the region from the command line, without its window."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kundcenter.adapters.profile import Profile
from kundcenter.cli.main import main
from kundcenter.cli.profile_commands import DONE, NOT_DONE
from kundcenter.start.demo_region import PASSWORD
from tests.profiles import source

FEW = ("--calls", "80", "--until", "2026-11-21", "--only-make")


def demo(folder: Path, *more: str) -> int:
    return main(["demo", "--profile", str(folder), *more])


def test_it_makes_the_region_and_says_how_to_sign_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert demo(tmp_path / "demo", *FEW) == DONE
    said = capsys.readouterr().out
    assert "80 samtal till 2026-11-21T00:00" in said
    assert "ssk" in said
    assert PASSWORD in said


def test_the_second_time_it_takes_the_region_that_is_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    demo(tmp_path / "demo", *FEW, "--json")
    first = json.loads(capsys.readouterr().out)
    assert demo(tmp_path / "demo", "--only-make", "--json") == DONE
    second = json.loads(capsys.readouterr().out)
    assert (first["made"]["call"], second["made"]) == (80, {})
    assert (first["seed"], first["until"]) == (second["seed"], second["until"])


@pytest.mark.parametrize("until", ["0001-01-01", "1950-01-01", "9999-12-31T23:59"])
def test_calls_end_when_the_test_persons_live(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], until: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        demo(tmp_path / "demo", "--only-make", "--until", until)
    assert ended.value.code == 2
    assert "inte mellan 2000-01-01 och 2050-01-01" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform != "linux", reason="prctl is of Linux alone")
def test_every_command_hardens_the_process_first() -> None:
    program = (
        "import ctypes, sys\n"
        "from kundcenter.cli.main import main\n"
        "try: main(['check', '--nothing'])\n"
        "except SystemExit: pass\n"
        "print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))\n"
    )
    said = subprocess.run(
        [sys.executable, "-c", program], check=False, capture_output=True, text=True
    )
    assert said.stdout.splitlines()[-1] == "0"


@pytest.mark.parametrize("other", [("--calls", "81"), ("--seed", "2"), ("--until", "2026-11-20")])
def test_another_region_than_the_one_that_is_there_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], other: tuple[str, ...]
) -> None:
    demo(tmp_path / "demo", *FEW)
    assert demo(tmp_path / "demo", "--only-make", *other) == NOT_DONE
    assert "--again" in capsys.readouterr().err
    assert demo(tmp_path / "demo", *FEW, *other, "--again") == DONE


def test_a_profile_of_real_work_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Profile.create(tmp_path / "real", source()).close()
    assert demo(tmp_path / "real", *FEW, "--again") == NOT_DONE
    assert "Mappen har redan en profil" in capsys.readouterr().err


def test_without_a_folder_it_never_takes_the_users_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert main(["demo", *FEW, "--json"]) == DONE
    assert json.loads(capsys.readouterr().out)["folder"] == str(tmp_path / "kundcenter-demo")
    assert not (tmp_path / "kundcenter").exists()


def test_the_folder_may_be_named_before_the_command(tmp_path: Path) -> None:
    assert main(["--profile", str(tmp_path / "demo"), "demo", *FEW]) == DONE
    assert (tmp_path / "demo" / "profile.json").exists()


@pytest.mark.parametrize(
    "wrong", [("--calls", "0"), ("--calls", "5000001"), ("--calls", "många"), ("--until", "nyss")]
)
def test_what_cannot_be_understood_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], wrong: tuple[str, ...]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        demo(tmp_path / "demo", *wrong)
    assert stopped.value.code == 2
    assert wrong[1] in capsys.readouterr().err


def test_the_end_may_be_an_instant_on_a_swedish_clock(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ("--calls", "5", "--until", "2026-07-01T12:30", "--only-make", "--json")
    assert demo(tmp_path / "demo", *asked) == DONE
    assert json.loads(capsys.readouterr().out)["until"] == "2026-07-01T12:30"
