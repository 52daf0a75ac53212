"""`kundcenter centre` as an administrator types it, at the centre and at a desk."""

from __future__ import annotations

import argparse
import io
import json
import os
import tomllib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from db.connect import open_central
from db.faults import CentralUnsafe
from db.sync.central import SqlCentral
from db.sync.enrolment import SqlEnrolment
from kundcenter.adapters.profile import Profile
from kundcenter.centre.config import ConfigWrong, config_text, driver_url, read_config
from kundcenter.cli import centre
from kundcenter.cli.main import parser as whole_parser
from kundcenter.cli.profile_commands import DONE, NOT_DONE
from kundcenter.domain.enrolment import code_text
from kundcenter.settings import SettingsWrong, settings
from kundcenter.start.desk import published_codes
from kundcenter.start.enrolling import with_centre
from tests.centre.processes import OwnPostgres, own_postgres, serving
from tests.ground import opened
from tests.postgres import PostgresServer
from tests.profiles import PASSPHRASE, make_profile, source

pytestmark = pytest.mark.loopback
ROOT = Path(__file__).parents[2]
Run = Callable[..., int]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Type a command; the passphrase comes from standard in."""

    def run(*typed: object, profile: Path | None = None, passphrase: str = PASSPHRASE) -> int:
        program = argparse.ArgumentParser()
        program.add_argument("--profile", type=Path, default=profile)
        centre.register(program.add_subparsers())
        arguments = program.parse_args(["centre", *(str(word) for word in typed)])
        monkeypatch.setattr("sys.stdin", io.StringIO(passphrase + "\n"))
        code: int = arguments.run(arguments)
        return code

    return run


@pytest.fixture(scope="module")
def safe() -> Iterator[OwnPostgres]:
    with own_postgres() as server:
        yield server


@pytest.fixture
def database(safe: OwnPostgres, request: pytest.FixtureRequest) -> str:
    """A new, empty database on a server that keeps what it says."""
    name = f"d{abs(hash(request.node.nodeid))}"
    with opened(open_central(driver_url(safe.url))) as engine, engine.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT").exec_driver_sql(
            f"CREATE DATABASE {name}"
        )
    return safe.url.replace("/postgres?", f"/{name}?")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def answer(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    told: dict[str, object] = json.loads(capsys.readouterr().out)
    return told


def test_a_centre_is_founded_once_and_founding_it_again_changes_nothing(
    run: Run, database: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = ("init", "--database", database, "--dir", tmp_path / "c", "--own-ca", "--json")
    assert run(*typed) == DONE
    first, files = answer(capsys), contents(tmp_path / "c")
    assert set(files) == {
        "ca.key",
        "ca.pem",
        "centre.toml",
        "secret",
        "server.key",
        "server.pem",
    }
    assert (first["upgraded"], first["certified"]) == (True, True)
    if os.name == "posix":
        modes = {path.name: path.stat().st_mode & 0o077 for path in (tmp_path / "c").iterdir()}
        assert set(modes.values()) == {0}
    assert run(*typed) == DONE
    second = answer(capsys)
    assert (second["upgraded"], second["certified"]) == (False, False)
    assert second["epoch"] == first["epoch"]
    assert contents(tmp_path / "c") == files


def test_a_new_host_gets_a_new_certificate_of_the_same_authority(
    run: Run, database: str, tmp_path: Path
) -> None:
    typed = ("init", "--database", database, "--dir", tmp_path / "c", "--own-ca")
    assert run(*typed) == DONE
    before = contents(tmp_path / "c")
    assert run(*typed, "--host", "centre.example.com") == DONE
    after = contents(tmp_path / "c")
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {"server.pem", "server.key"}


def test_a_server_that_may_lose_what_it_has_said_is_refused(
    run: Run,
    postgres_server: PostgresServer,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    url = postgres_server.url("postgres")  # the tests' own, which is fast and careless
    assert run("init", "--database", url, "--dir", tmp_path / "c") == NOT_DONE
    assert "synchronous_commit = off" in capsys.readouterr().err
    assert not (tmp_path / "c").exists()


def test_every_careless_setting_is_named() -> None:
    from db.connect import check_central

    for setting in ("fsync", "full_page_writes", "synchronous_commit"):
        with own_postgres("-c", f"{setting}=off") as server:
            url = driver_url(server.url)
            with (
                opened(open_central(url)) as engine,
                engine.connect() as connection,
                pytest.raises(CentralUnsafe) as caught,
            ):
                check_central(connection)
            assert caught.value.facts == {"setting": setting, "found": "off"}


def test_an_old_server_is_refused(safe: OwnPostgres, monkeypatch: pytest.MonkeyPatch) -> None:
    from db import connect

    monkeypatch.setattr("db.connect.OLDEST_CENTRAL", 99)
    with (
        opened(open_central(driver_url(safe.url))) as engine,
        engine.connect() as connection,
        pytest.raises(CentralUnsafe) as caught,
    ):
        connect.check_central(connection)
    assert caught.value.facts["setting"] == "server_version"


@pytest.mark.parametrize(
    "url", ["mysql://x/y", "nothing", "postgresql://user:pass@host/db", "sqlite:///x"]
)
def test_what_is_no_place_of_a_centre_is_refused(run: Run, url: str, tmp_path: Path) -> None:
    assert run("init", "--database", url, "--dir", tmp_path / "c") == NOT_DONE
    assert not (tmp_path / "c").exists()


def test_a_server_that_is_away_is_named(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nowhere = f"postgresql://postgres@/postgres?host={tmp_path}"
    assert run("init", "--database", nowhere, "--dir", tmp_path / "c") == NOT_DONE
    assert capsys.readouterr().err == "Databasservern svarar inte.\n"


def test_the_example_is_what_founding_writes() -> None:
    example = (ROOT / "packaging" / "centre.example.toml").read_text(encoding="utf-8")
    assert example == config_text(
        "postgresql://kundcenter@db.example.com/kundcenter",
        host="0.0.0.0",
        port=8443,
        certificate="server.pem",
        key="server.key",
    )


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ("databas = 1", "databas"),
        ("", "database"),
        ('database = "mysql://x"', "database"),
        ('database = "postgresql://a:b@c/d"', "password"),
        ('database = "postgresql:///d"\n[listen]\nport = 70000', "port"),
        ('database = "postgresql:///d"\n[listen]\nhost = 1', "host"),
        ('database = "postgresql:///d"\n[listen]\nkey = "k"', "certificate"),
        ('database = "postgresql:///d"\n[listen]\nkey = "k"\ncertificate = "c"', ": c"),
        ('database = "postgresql:///d"\n[monitor]\nmetrics = "me"', "metrics"),
        ('database = "postgresql:///d"\n[keep]\ndesks_days = 7', "desks_days"),
        ('database = "postgresql:///d"\n[keep]\nfeed_days = 40000', "feed_days"),
        ('database = "postgresql:///d"\nfoo = 1', "foo"),
        ("=", "line 1"),
    ],
)
def test_what_is_wrong_in_the_configuration_is_named(
    wrong: str, named: str, tmp_path: Path
) -> None:
    (tmp_path / "centre.toml").write_text(wrong)
    with pytest.raises(ConfigWrong) as caught:
        read_config(tmp_path / "centre.toml")
    assert named in str(caught.value.facts["why"])


@pytest.fixture
def founded(run: Run, database: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    folder = tmp_path / "centre"
    assert run("init", "--database", database, "--dir", folder, "--own-ca", "--port", 0) == DONE
    said = capsys.readouterr().out
    assert str(folder / "ca.pem") in said
    return folder / "centre.toml"


def test_a_first_administrator_s_short_password_is_said_in_a_sentence(
    run: Run, database: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ("init", "--database", database, "--dir", tmp_path, "--administrator", "admin")
    assert run(*asked, passphrase="kort") == NOT_DONE
    assert capsys.readouterr().err.startswith("Lösenordet behöver minst ")


def test_a_desk_is_invited_and_enrolled_and_seen(
    run: Run, founded: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    profile = make_profile(tmp_path / "profile")
    (profile / "settings.toml").write_text('place = "Östra"\n\n[desk]\nextend_seconds = 30 # ok\n')
    invited = ("--config", founded, "--name", "Plats 1", "--care-unit", "SE0000000001-DEMO1")
    assert run("invite", *invited) == DONE
    code = capsys.readouterr().out.strip()
    assert len(code.replace("-", "")) == 26
    with serving(founded) as process:
        url = f"https://localhost:{process.port}"
        typed = ("enroll", "--url", url, "--ca", founded.parent / "ca.pem", "--code", code)
        assert run(*typed, profile=profile) == DONE
        assert "Plats 1" in capsys.readouterr().out
        written = (profile / "settings.toml").read_text()
        assert run(*typed, profile=profile) == DONE  # again, with the same code
        other = make_profile(tmp_path / "other")
        capsys.readouterr()
        assert run(*typed, profile=other) == NOT_DONE
        assert "Koden gäller inte" in capsys.readouterr().err
    assert (profile / "settings.toml").read_text() == written
    assert not (other / "settings.toml").exists()
    assert written.startswith('place = "Östra"\n\n[desk]\nextend_seconds = 30 # ok\n')
    read = settings(tomllib.loads(written)).centre
    assert read is not None
    assert read.url == url
    assert read.ca_file is not None
    assert (profile / read.ca_file).read_bytes() == (founded.parent / "ca.pem").read_bytes()
    assert run("status", "--config", founded) == DONE
    assert "Plats 1 (SE0000000001-DEMO1): i bruk, har inte hörts av" in capsys.readouterr().out
    assert run("status", "--config", founded, "--json") == DONE
    told = answer(capsys)
    assert told["verdicts"] == {"applied": 0, "rejected": 0, "quarantined": 0}
    assert (told["quarantine"], told["open_invitations"]) == (0, 0)
    devices = told["devices"]
    assert isinstance(devices, list)
    with Profile.open(profile, for_restore=True) as kept:
        assert [(each["id"], each["state"]) for each in devices] == [(str(kept.id), "active")]


def test_the_code_itself_is_kept_nowhere(
    run: Run, founded: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("invite", "--config", founded, "--name", "A", "--care-unit", "U", "--json") == DONE
    code = str(answer(capsys)["code"])
    with opened(open_central(read_config(founded).database)) as engine:
        with engine.connect() as connection:
            rows = connection.exec_driver_sql("SELECT * FROM centre_invitations").all()
        central = SqlCentral(engine, published_codes())
        assert SqlEnrolment(engine).open_invitations(datetime.now(UTC)) == 1
        assert central.devices() == ()
    assert len(rows) == 1
    assert code not in str(rows)
    assert code.replace("-", "") not in str(rows)


def test_a_demo_profile_never_comes_among_real_ones(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Profile.create(tmp_path / "demo", source(), demo=True).close()
    typed = ("enroll", "--url", "https://localhost:9", "--code", code_text(bytes(16)))
    assert run(*typed, profile=tmp_path / "demo") == NOT_DONE
    assert "demoprofil" in capsys.readouterr().err
    assert not (tmp_path / "demo" / "settings.toml").exists()


def test_a_centre_that_is_away_leaves_the_settings_as_they_are(run: Run, tmp_path: Path) -> None:
    profile = make_profile(tmp_path / "profile")
    typed = ("enroll", "--url", "https://127.0.0.1:9", "--code", code_text(bytes(16)))
    assert run(*typed, profile=profile) == NOT_DONE
    assert not (profile / "settings.toml").exists()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        'place = "X"',
        'place = "X" # ä\n[desk]\nextend_seconds = 9\n',
        '[centre]\nurl = "https://old.example.com"\nca_file = "old.pem"',
        '[centre]\nurl = "https://old.example.com" # old\n\n# after\n[desk]\nextend_seconds = 9\n',
        '[desk]\nextend_seconds = 9\n  [ centre ]  # here\nurl = "https://old.example.com"\n',
    ],
)
def test_the_settings_keep_all_that_is_not_the_centre(text: str) -> None:
    before = tomllib.loads(text)
    for ca_file in (None, "ca.pem"):
        changed = with_centre(text, "https://new.example.com:8443/kc", ca_file)
        after = tomllib.loads(changed)
        read = settings(after).centre
        assert read is not None
        assert (read.url, read.ca_file) == ("https://new.example.com:8443/kc", ca_file)
        before.pop("centre", None)
        after.pop("centre")
        assert after == before
        assert with_centre(changed, "https://new.example.com:8443/kc", ca_file) == changed


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("place = ", "https://x.example.com"),
        ('centre = { url = "https://old.example.com" }', "https://x.example.com"),
        ('[centre]\nurl = "https://x.example.com"\n[centre.more]\na = 1', "https://x.example.com"),
        ("", "http://x.example.com"),
        ("", "https://user:pass@x.example.com"),
        ("", "https://x.example.com/?a=b"),
    ],
)
def test_settings_that_leave_no_place_for_the_centre_are_not_touched(text: str, url: str) -> None:
    with pytest.raises(SettingsWrong):
        with_centre(text, url, None)


def test_the_program_knows_the_command() -> None:
    asked = whole_parser().parse_args(["--profile", "p", "centre", "status"])
    assert asked.config == Path("centre.toml")
    assert asked.profile == Path("p")
    typed = ["centre", "enroll", "--url", "u", "--code", "c", "--profile", "q"]
    assert whole_parser().parse_args(typed).profile == Path("q")
