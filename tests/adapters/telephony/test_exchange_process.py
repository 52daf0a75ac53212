"""The simulated exchange as a process: its clients, its options and its end."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kundcenter.adapters.exchange_simulator.process import SimulatedExchange
from kundcenter.adapters.telephony.ami import AmiLine
from kundcenter.domain.lines import ExchangeRefused, LineAway, LineUp, Rang
from tests.adapters.telephony.heard import listening
from tests.adapters.telephony.simulated import COMMAND, QUICK, exchange

pytestmark = pytest.mark.loopback

SWEDISH = {**os.environ, "LC_ALL": "sv_SE.UTF-8"}


def run(*options: str, said: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        (*COMMAND, *options), input=said, capture_output=True, check=False, timeout=10, env=SWEDISH
    )


def wait_for(path: Path) -> str:
    until = time.monotonic() + 10
    while not path.exists():
        assert time.monotonic() < until
        time.sleep(0.02)
    return path.read_text(encoding="ascii")


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").split(")")[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_hostile_clients_do_not_disturb_a_desk() -> None:
    with exchange() as simulated:
        address = ("127.0.0.1", simulated.port)
        with listening(AmiLine(simulated.settings(), simulated.secret, pace=QUICK)) as heard:
            heard.next(LineUp)
            with contextlib.ExitStack() as crowd:
                rubbish = (b"\xff\x00\r\n", b"x" * 100_000, b"Action: Login\r\n\r\n")
                for number in range(40):
                    stranger = crowd.enter_context(socket.create_connection(address))
                    with contextlib.suppress(OSError):
                        stranger.sendall(rubbish[number % 3])
                with simulated.control() as control:
                    control.ring("0701740605", patience=0.1)
                    heard.next(Rang)


def test_there_is_room_for_a_crowd_and_no_more() -> None:
    with exchange() as simulated, contextlib.ExitStack() as crowd:
        address = ("127.0.0.1", simulated.port)
        clients = [crowd.enter_context(socket.create_connection(address)) for _ in range(80)]
        greeted = 0
        for client in clients:
            client.settimeout(2)
            with contextlib.suppress(OSError):
                greeted += client.recv(100).startswith(b"Asterisk Call Manager/")
        assert greeted == 64
        for client in clients:
            client.close()
        time.sleep(0.1)
        simulated.control().close()


def test_a_client_that_does_not_read_is_sent_away() -> None:
    """Its unread events would otherwise fill the exchange's memory."""
    with exchange() as simulated, simulated.control() as control, socket.socket() as deaf:
        deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        deaf.connect(("127.0.0.1", simulated.port))
        login = f"Action: Login\r\nUsername: desk\r\nSecret: {simulated.secret}\r\n\r\n"
        deaf.sendall(login.encode())
        with pytest.raises(OSError, match=r"reset|pipe"):
            for _ in range(3000):
                control.ring("0701740605", patience=0.0)
                deaf.send(b"\r\n")


def test_the_desks_secret_is_not_that_of_control() -> None:
    with exchange() as simulated:
        simulated.control_secret = simulated.secret
        with pytest.raises(ExchangeRefused):
            simulated.control()


def test_control_of_an_exchange_that_is_away() -> None:
    with pytest.raises(LineAway):
        SimulatedExchange(COMMAND).control()


def test_calls_come_by_themselves_when_time_flies() -> None:
    options = ("--seed", "4", "--speed", "2000", "--clock", "2026-11-23T08:00")
    with (
        SimulatedExchange(COMMAND, options) as simulated,
        listening(AmiLine(simulated.settings(), simulated.secret, pace=QUICK)) as heard,
    ):
        heard.next(LineUp)
        assert heard.later(Rang).queue == "1177"
        heard.later(Rang)


def test_an_exchange_that_is_started_again_has_other_calls() -> None:
    """A demonstration begins with the same morning and the same seed each time."""
    options = ("--seed", "4", "--clock", "2026-11-23T08:00")
    found = []
    for _ in range(2):
        with (
            exchange(*options) as simulated,
            listening(AmiLine(simulated.settings(), simulated.secret, pace=QUICK)) as heard,
            simulated.control() as control,
        ):
            heard.next(LineUp)
            control.ring("0701740605", queue="1177", patience=0.3)
            found.append(heard.later(Rang).line_call)
        time.sleep(1.0)  # an id has the whole second of the start
    assert found[0] != found[1]


def test_every_desk_hears_its_own_queue() -> None:
    with exchange("--extension", "201", "--extension", "202:vaxel") as simulated:
        nurse = AmiLine(simulated.settings("201"), simulated.secret, pace=QUICK)
        telephonist = AmiLine(simulated.settings("202"), simulated.secret, pace=QUICK)
        with listening(nurse) as one, listening(telephonist) as two, simulated.control() as control:
            one.next(LineUp)
            two.next(LineUp)
            control.ring("0701740605", queue="vaxel", patience=0.3)
            control.ring("0701740606", queue="1177", patience=0.3)
            assert two.next(Rang).number == "0701740605"
            assert one.next(Rang).number == "0701740606"


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="asks /proc who is alive")
def test_the_exchange_ends_with_the_program_that_started_it(tmp_path: Path) -> None:
    """Even when that program is killed and can clean up nothing."""
    port_file, pid_file = tmp_path / "port", tmp_path / "pid"
    command = [*COMMAND, "--until-stdin-closes", "--port-file", str(port_file)]
    parent = (
        "import pathlib, subprocess, time\n"
        f"child = subprocess.Popen({command!r},"
        " stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)\n"
        f"pathlib.Path({str(pid_file)!r}).write_text(str(child.pid))\n"
        "time.sleep(60)\n"
    )
    with subprocess.Popen((sys.executable, "-c", parent)) as process:
        wait_for(port_file)
        pid = int(wait_for(pid_file))
        assert is_alive(pid)
        process.kill()
        process.wait()
    until = time.monotonic() + 5
    while is_alive(pid) and time.monotonic() < until:
        time.sleep(0.02)
    assert not is_alive(pid)


def test_stopping_is_quick_and_may_be_done_twice() -> None:
    simulated = exchange()
    simulated.start()
    before = time.monotonic()
    simulated.stop()
    simulated.stop()
    assert time.monotonic() - before < 1.5
    with pytest.raises(LineAway):
        simulated.control()


def test_a_program_that_is_not_there_or_does_not_come_up_is_an_absent_exchange() -> None:
    with pytest.raises(LineAway):
        SimulatedExchange(("/nowhere/kundcenter",)).start()
    with pytest.raises(LineAway):
        SimulatedExchange((sys.executable, "-c", "pass")).start()


def test_it_is_one_of_the_programs_commands() -> None:
    with SimulatedExchange((sys.executable, "-m", "kundcenter", "exchange")) as simulated:
        simulated.control().close()


def test_without_given_secrets_it_makes_them_up_and_shows_them() -> None:
    shown = run("--until-stdin-closes").stdout.decode()
    assert "TESTDATA – inga verkliga personer" in shown
    assert "Hemlighet för control: " in shown


@pytest.mark.parametrize("said", [b"", b"kort\nkort\n", b"long enough\n"])
def test_secrets_that_are_missing_or_short_are_refused(said: bytes) -> None:
    refused = run("--secret-stdin", said=said)
    assert refused.returncode == 2
    assert "minst åtta tecken" in refused.stderr.decode()


@pytest.mark.parametrize(
    "option",
    [
        ("--speed", "0"),
        ("--speed", "nan"),
        ("--port", "70000"),
        ("--extension", "201:rm -rf"),
        ("--extension", ""),
        ("--clock", "i morgon"),
        ("--arrivals", "many"),
        ("--colleagues", "-1"),
        ("--persons", "/nowhere"),
        ("--certificate", "/nowhere"),
    ],
)
def test_senseless_options_are_refused_in_words(option: tuple[str, str]) -> None:
    refused = run(*option)
    assert refused.returncode == 2
    assert "Traceback" not in refused.stderr.decode()


def test_a_port_that_is_taken_is_told() -> None:
    with exchange() as simulated:
        refused = run("--port", str(simulated.port))
    assert refused.returncode == 2
    assert "kan inte starta" in refused.stderr.decode()
