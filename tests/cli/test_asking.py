"""A secret is asked for at a terminal without being shown, and read from standard in elsewhere."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kundcenter.cli.asking import SecretUnusable, typed
from kundcenter.cli.bars import Bar, Bars

ROOT = Path(__file__).parents[2]


def test_each_secret_is_a_line_of_standard_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("första raden\r\nandra\n"))
    assert (typed(""), typed(""), typed("")) == ("första raden", "andra", "")


@pytest.mark.parametrize("given", [b"\xff\xfe\n", b"a\0b\n"])
def test_what_is_no_line_of_text_is_refused(monkeypatch: pytest.MonkeyPatch, given: bytes) -> None:
    for errors in ("strict", "surrogateescape"):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given), "utf-8", errors))
        with pytest.raises(SecretUnusable):
            typed("")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo terminal to type at")
@pytest.mark.parametrize(
    ("keys", "ended"),
    [(b"hemligt\n", "'hemligt' 0"), (b"\x04", "Avbrutet. 3"), (b"\x03", "Avbrutet. 3")],
    ids=["enter", "ctrl-d", "ctrl-c"],
)
def test_at_a_terminal_it_is_asked_for_and_not_shown(keys: bytes, ended: str) -> None:
    import pty

    program = (
        "import fcntl, os, signal, sys, termios\n"
        # Ctrl+C goes to whose terminal it is; who runs tests in the background has it ignored.
        "fcntl.ioctl(0, termios.TIOCSCTTY, 0)\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from kundcenter.cli.asking import typed\n"
        "from kundcenter.cli.profile_commands import attempted\n"
        "sys.stderr = sys.stdout\n"
        "code = attempted(lambda: print(repr(typed('Fraga: '))) or 0, as_json=False)\n"
        "print(code)\n"
    )
    terminal, below = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={"LC_ALL": "C.UTF-8"},
        stdin=below,
        stdout=below,
        stderr=below,
        start_new_session=True,
    ):
        os.close(below)
        shown = b""
        while b"Fraga: " not in shown:
            shown += os.read(terminal, 1024)
        os.write(terminal, keys)
        try:
            while part := os.read(terminal, 1024):
                shown += part
        except OSError:  # the other end is closed: it has ended
            pass
        finally:
            os.close(terminal)
    said = shown.decode().partition("Fraga: ")[2]
    assert " ".join(said.split()) == ended


def test_a_bar_is_drawn_only_at_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    from db.progress import Step

    bar = Bar("gör", 10, hidden=False)
    bar.reach(5)
    bar.close()
    bars = Bars(hidden=False)
    bars(Step.COPY, 1, 2)
    bars.close()
    assert capsys.readouterr().err == ""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo terminal to draw on")
def test_each_step_has_a_bar_of_its_own_at_a_terminal() -> None:
    import pty
    import termios

    program = (
        "from db.progress import Step\n"
        "from kundcenter.cli.bars import Bars\n"
        "bars = Bars(hidden=False)\n"
        "bars(Step.COPY, 1, 2); bars(Step.COPY, 2, 2); bars(Step.CHAINS, 3, 3); bars.close()\n"
    )
    above, below = pty.openpty()
    termios.tcsetwinsize(below, (24, 80))
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={"LC_ALL": "C.UTF-8"},
        stderr=below,
        check=True,
    )
    os.close(below)
    shown = b""
    try:
        while part := os.read(above, 4096):
            shown += part
    except OSError:
        pass
    finally:
        os.close(above)
    assert done.returncode == 0
    assert "kopierar: " in shown.decode()
    assert "kedjor: " in shown.decode()
