"""The centre as an administrator runs it: founded, started, stopped and killed."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
from sqlalchemy import func, select

from db.connect import open_central
from db.exchange_tables import results
from db.sync.central import SqlCentral
from kundcenter.adapters.centre_client import CentreClient
from kundcenter.adapters.centre_faults import CentreAway
from kundcenter.adapters.certificates import Authority
from kundcenter.adapters.device_key import DeviceKey
from kundcenter.centre.config import driver_url
from kundcenter.centre.founding import Founding, found
from kundcenter.start.desk import published_codes
from kundcenter.sync.exchange import Path as Where
from kundcenter.sync.judge import Judge
from kundcenter.sync.wire import Pushed, Wait, pack, unpack
from tests.centre.ground import LONG, talk, trusting, until
from tests.centre.processes import a_wire, own_postgres, serving
from tests.ground import KEY, WOMAN, Clock, opened
from tests.sync.ground import Centre, Side, a_side, shared

pytestmark = pytest.mark.loopback


@pytest.fixture
def founded(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A founded centre's configuration and its database, which keeps what it says."""
    with own_postgres() as server:
        folder = tmp_path / "centre"
        asked = Founding(server.url, folder, own_authority=True, port=0)
        found(asked, published_codes(), datetime.now(UTC))
        yield folder / "centre.toml", driver_url(server.url)


@contextmanager
def a_desk(url: str, folder: Path) -> Iterator[tuple[Side, Centre]]:
    """A desk that the centre knows, with a nurse's first work in it."""
    with ExitStack() as stack:
        engine = stack.enter_context(opened(open_central(url)))
        central, clock = SqlCentral(engine, published_codes()), Clock(datetime.now(UTC))
        centre = Centre(engine, central, Judge(central, clock), clock)
        side = a_side(stack, folder / "desk.db", clock, centre, "ett")
        with central.batch(side.device_id) as batch:
            key = DeviceKey(KEY, side.device_id).public
            batch.put_device(replace(batch.device, public_key=key))
        side.nurse()
        side.person(WOMAN)
        yield side, centre


@contextmanager
def calling(side: Side, config: Path, port: int) -> Iterator[CentreClient]:
    client = CentreClient(
        f"https://localhost:{port}",
        device_id=side.device_id,
        key=DeviceKey(KEY, side.device_id),
        ca_file=Authority(config.parent).certificate,
    )
    try:
        yield client
    finally:
        client.close()


def test_a_founded_centre_serves_a_desk_and_ends_in_good_order(
    founded: tuple[Path, str], tmp_path: Path
) -> None:
    config, url = founded
    with (
        a_desk(url, tmp_path) as (side, centre),
        serving(config) as process,
        calling(side, config, process.port) as client,
    ):
        talk(side, client)
        assert side.local.waiting().count == 0
        assert shared(side.engine) == shared(centre.engine)
        answers: list[bytes] = []
        cursors = pack(Wait(side.local.cursors()))
        thread = threading.Thread(target=lambda: answers.append(client.ask("wait", cursors)))
        thread.start()
        lines = f"https://localhost:{process.port}/metrics"
        with httpx.Client(verify=trusting(Authority(config.parent).certificate)) as monitor:
            until(lambda: "kundcenter_desks_waiting 1" in monitor.get(lines).text)
        process.running.send_signal(signal.SIGTERM)
        thread.join(LONG)
        assert answers == [b'{"changed":false}']  # nobody is cut off
        assert process.running.wait(LONG) == 0
        assert process.running.stderr is not None
        said = process.running.stderr.read()
        assert "Traceback" not in said
        assert WOMAN not in said
        assert "nurse" not in said


def test_killed_between_the_commit_and_the_answer_nothing_is_lost_or_done_twice(
    founded: tuple[Path, str], tmp_path: Path
) -> None:
    config, url = founded
    with a_desk(url, tmp_path) as (side, centre):

        def judged() -> int:
            with centre.engine.connect() as connection:
                return connection.execute(select(func.count()).select_from(results)).scalar_one()

        said: list[object] = []
        with (
            serving(config) as process,
            a_wire(process.port) as wire,
            calling(side, config, wire.port) as client,
        ):
            while (ask := side.exchange.ask()).path is not Where.PUSH:
                side.exchange.hear(client.ask(ask.path.value, ask.body))

            def push() -> None:
                try:
                    said.append(client.ask("push", ask.body))
                except CentreAway as away:
                    said.append(away.facts["why"])

            wire.swallow.set()
            thread = threading.Thread(target=push)
            thread.start()
            until(judged)
            process.running.kill()
            process.running.wait(LONG)
            thread.join(LONG)
        assert said[0] in {"lost", "unreachable"}
        before = judged()
        with serving(config) as process, calling(side, config, process.port) as client:
            again = client.ask("push", ask.body)
            assert client.ask("push", ask.body) == again
            verdicts = unpack(again, Pushed).results
            assert len(verdicts) == before == judged()
            side.exchange.hear(again)
            talk(side, client)
        assert side.local.waiting().count == 0
        assert shared(side.engine) == shared(centre.engine)


def refuses(config: Path, *options: str) -> str:
    """What the service says when it does not start."""
    ended = subprocess.run(
        [sys.executable, "-m", "kundcenter", "centre", "serve", "--config", config, *options],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 3, ended.stderr
    assert "Traceback" not in ended.stderr
    return ended.stderr.splitlines()[-1]


def test_without_tls_only_this_machine_is_served(founded: tuple[Path, str]) -> None:
    config, _ = founded
    text = config.read_text()
    config.write_text(text.replace('"server.pem"', '""').replace('"server.key"', '""'))
    assert "certifikat" in refuses(config)
    config.write_text(text.replace('"127.0.0.1"', '"0.0.0.0"'))
    assert "certifikat" in refuses(config, "--insecure-loopback")
    config.write_text(text)
    with serving(config, "--insecure-loopback") as process:
        answer = httpx.get(f"http://127.0.0.1:{process.port}/health")
        assert answer.json() == {"ok": True}


def test_a_secret_that_others_can_read_is_no_secret(founded: tuple[Path, str]) -> None:
    config, _ = founded
    (config.parent / "secret").chmod(0o644)
    assert "0600" in refuses(config)
    (config.parent / "secret").unlink()
    assert "secret_file" in refuses(config)


def test_a_database_that_is_no_centre_is_not_served(
    founded: tuple[Path, str], tmp_path: Path
) -> None:
    config, url = founded
    with opened(open_central(url)) as engine, engine.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT").exec_driver_sql(
            "CREATE DATABASE empty"
        )
    config.write_text(config.read_text().replace("/postgres?", "/empty?"))
    assert "centre init" in refuses(config)


def test_the_service_starts_before_its_database(tmp_path: Path) -> None:
    with own_postgres() as server:
        folder = tmp_path / "centre"
        found(
            Founding(server.url, folder, own_authority=True, port=0),
            published_codes(),
            datetime.now(UTC),
        )
        server.stop()
        trust = trusting(Authority(folder).certificate)
        with (
            serving(folder / "centre.toml") as process,
            httpx.Client(verify=trust, base_url=f"https://localhost:{process.port}") as raw,
        ):
            response = raw.get("/health")
            assert (response.status_code, response.json()["code"]) == (503, "store.away")
            server.start()
            assert raw.get("/health").status_code == 200
