"""`kundcenter callbacks` on a real profile, as it is typed."""

from __future__ import annotations

import argparse
import io
import json
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from kundcenter.adapters.teleq_file import TeleqFolder
from kundcenter.cli import callbacks
from kundcenter.cli.main import COMMANDS, parser
from kundcenter.cli.profile_commands import DONE, NOT_DONE, UNSOUND
from kundcenter.domain import teleq as teleq_words
from kundcenter.domain.access import Role
from kundcenter.domain.calendar import at_clock, local
from kundcenter.domain.callback_queues import MenuCategory, QueueDraft, QueueSpan
from kundcenter.domain.callbacks import CallbackState, Placing, ToldCallback
from kundcenter.domain.people import Protection
from kundcenter.domain.teleq import TELEQ_FILE_LIMIT
from kundcenter.domain.units import UnitKind
from kundcenter.services import teleq as callback_services
from kundcenter.services.teleq import Teleq
from kundcenter.start import desk as desk_start
from tests.ground import CARE_UNIT, CHILD, MAN, NUMBER, PASSWORD, WOMAN, identity
from tests.profiles import PASSPHRASE, make_profile, opened

Run = Callable[..., int]
UNIT = "SE0000000001-DEMO1"
HEAD = "placering;utfall;tid;text\n"
SPANS = tuple(QueueSpan(day, 0, 24 * 60, 60, 3) for day in range(1, 8))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A profile with a queue that is always open, a leader and a nurse."""
    make_profile(tmp_path / "profile")
    with opened(tmp_path / "profile") as opening:
        desk = opening.desk
        desk.operators.begin("admin", "Test Administratör", PASSWORD)
        desk.sessions.sign_in("admin", PASSWORD)
        for user, role in (("leader", Role.SUPERVISOR_NURSE), ("nurse", Role.NURSE)):
            name, roles = f"Test {user}", frozenset({role})
            added = desk.operators.add(user, name, roles=roles, care_unit=CARE_UNIT)
            desk.operators.give_password(added.the("operator"), PASSWORD)
        unit = desk.units.add(
            UNIT, "Demo vårdcentral", kind=UnitKind.PRIMARY_CARE, municipality="Habo",
            phone="+46980319201", hours="",
        ).the("unit")  # fmt: skip
        draft = QueueDraft(unit, MenuCategory.ADVICE, SPANS)
        desk.callback_queues.put(None, draft)
        desk.sessions.sign_out()
    return tmp_path / "profile"


@pytest.fixture
def exchange(tmp_path: Path) -> Path:
    (tmp_path / "teleq").mkdir()
    return tmp_path / "teleq"


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Type a command; the passphrase and the password come from standard in."""

    def run(what: str, *typed: object, user: str = "leader", password: str = PASSWORD) -> int:
        top = argparse.ArgumentParser()
        callbacks.register(top.add_subparsers())
        arguments = top.parse_args(["callbacks", what, "--user", user, *map(str, typed)])
        arguments.profile = folder
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSPHRASE}\n{password}\n"))
        code: int = arguments.run(arguments)
        return code

    return run


def placed(folder: Path, number: str = WOMAN, *, protected: bool = False) -> UUID:
    """Somebody who is promised a call tomorrow."""
    with opened(folder) as opening:
        desk = opening.desk
        desk.sessions.sign_in("nurse", PASSWORD)
        person = desk.people.register(identity(number), "Test", "Person").the("person")
        if protected:
            desk.people.protect(person, Protection.CONFIDENTIAL)
        (queue,) = desk.callback_queues.all()
        tomorrow = local(datetime.now(UTC)).date() + timedelta(days=1)
        room = desk.callback_queues.rooms(queue.id, tomorrow, 1)[5]
        placing = Placing(person, NUMBER, reason="Hosta")
        made = desk.callbacks.place(queue.id, room.timeslot.starts_at, placing)
        desk.sessions.sign_out()
    return made.the("callback")


def get(folder: Path, id: UUID) -> ToldCallback:
    with opened(folder) as opening:
        opening.desk.sessions.sign_in("nurse", PASSWORD)
        found = opening.desk.callbacks.get(id)
        opening.desk.sessions.sign_out()
    return found


def clock() -> str:
    return f"{local(datetime.now(UTC)):%Y-%m-%d %H:%M:%S}"


def told(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def test_places_go_out_once_without_protected_numbers(
    run: Run, folder: Path, exchange: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = placed(folder), placed(folder, MAN, protected=True)
    assert run("export", exchange, "--dry-run", "--json") == DONE
    assert told(capsys) == {"done": False, "placements": 2, "waiting": 0, "files": []}
    assert list(exchange.iterdir()) == []
    assert run("export", exchange) == DONE
    assert capsys.readouterr().out == "2 placeringar.\ntill-teleq-000001.csv\n"
    text = (exchange / "till-teleq-000001.csv").read_text(encoding="utf-8-sig")
    rows = {row.partition(";")[0]: row for row in text.splitlines()[1:]}
    assert set(rows) == {str(first), str(second)}
    assert ";070-174 06 05;;" in rows[str(first)]
    assert ";;kundcenter;" in rows[str(second)]
    assert "174" not in rows[str(second)].replace(MAN, "")
    assert run("export", exchange) == DONE
    assert capsys.readouterr().out == "0 placeringar.\nIngen fil är skriven.\n"


def test_an_export_that_stopped_after_its_file_writes_no_other(
    run: Run, folder: Path, exchange: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    placed(folder)

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as stopped:
        stopped.setattr(Teleq, "exported", stop)
        assert run("export", exchange) == NOT_DONE
    assert TeleqFolder(str(exchange)).waiting() == ()
    assert len(list(exchange.glob("till-teleq-*.csv"))) == 1
    assert run("export", exchange) == DONE
    assert len(list(exchange.glob("till-teleq-*.csv"))) == 1
    placed(folder, MAN)
    assert run("export", exchange) == DONE
    assert len(list(exchange.glob("till-teleq-*.csv"))) == 2


def test_what_came_back_is_brought_in_once_in_the_order_of_the_files(
    run: Run, folder: Path, exchange: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    id = placed(folder)
    at = clock()
    (exchange / "fran-teleq-1.csv").write_text(f"{HEAD}{id};EJ_SVAR;{at};\n", encoding="utf-8")
    (exchange / "fran-teleq-2.csv").write_text(
        f"{HEAD}{id};KLAR;{at};Får återbesök\n", encoding="cp1252"
    )
    assert run("import", exchange, "--dry-run") == DONE
    out = capsys.readouterr().out
    assert out.count("1 nya, 0 redan inlästa, 0 om det som redan var avslutat.") == 2
    assert out.endswith("Inget är ändrat.\n")
    assert get(folder, id).callback.state is CallbackState.TIME_TOLD
    assert run("import", exchange, "--json") == DONE
    counts = {"new": 1, "known": 0, "over": 0}
    assert told(capsys) == {
        "done": True,
        "files": [
            {"file": "fran-teleq-1.csv", **counts, "encoding": "utf-8", "faults": []},
            {"file": "fran-teleq-2.csv", **counts, "encoding": "windows-1252", "faults": []},
        ],
    }
    done = get(folder, id)
    assert (done.callback.state, done.callback.attempts) == (CallbackState.DONE, 1)
    assert "Får återbesök" in {step.text for step in done.steps}
    assert TeleqFolder(str(exchange)).waiting() == ()
    assert run("import", exchange / "klara" / "fran-teleq-2.csv", "--json") == DONE
    again = told(capsys)["files"]
    assert again == [
        {"file": "fran-teleq-2.csv", "new": 0, "known": 1, "over": 0, "encoding": "windows-1252",
         "faults": []},
    ]  # fmt: skip
    assert get(folder, id) == done
    assert run("import", exchange) == DONE
    assert capsys.readouterr().out == "Inget har kommit tillbaka.\n"


@pytest.mark.parametrize("odd", ["binary", "folder", "huge"])
def test_a_file_that_cannot_be_read_is_named_and_those_before_it_come_in(
    run: Run, folder: Path, exchange: Path, odd: str, capsys: pytest.CaptureFixture[str]
) -> None:
    id, bad = placed(folder), exchange / "fran-teleq-2.csv"
    (exchange / "fran-teleq-1.csv").write_text(f"{HEAD}{id};KLAR;{clock()};\n", encoding="utf-8")
    if odd == "folder":
        bad.mkdir()
    else:
        bad.write_bytes(b"\0\1\0\0\1" if odd == "binary" else b"x" * (TELEQ_FILE_LIMIT + 1))
    assert run("import", exchange) == UNSOUND
    out = capsys.readouterr().out
    assert out.endswith(
        "fran-teleq-2.csv:\nrad 1: filen är för stor, ingen text, eller går inte att läsa\n"
        "Inget är ändrat.\n"
    )
    assert get(folder, id).callback.state is CallbackState.DONE
    assert TeleqFolder(str(exchange)).waiting() == (bad.name,)
    assert run("import", exchange, "--json", password="fel") == UNSOUND
    faults = [{"line": 1, "fault": "unreadable"}]
    counts = {"new": 0, "known": 0, "over": 0}
    files = [{"file": bad.name, **counts, "encoding": "", "faults": faults}]
    assert told(capsys) == {"done": False, "files": files}


def test_a_path_that_no_system_has_is_told(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    for what in ("import", "export"):
        assert run(what, "x" * 5000, password="fel") == NOT_DONE
        assert "går inte att" in capsys.readouterr().err


def test_more_than_one_file_holds_is_counted_whole_and_what_waits_holds_up_nothing(
    run: Run,
    folder: Path,
    exchange: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    first, *others = (placed(folder, number) for number in (WOMAN, MAN, CHILD))
    for limit in (callback_services, teleq_words):
        monkeypatch.setattr(limit, "TELEQ_LIMIT", 1)
    certain = teleq_words.answered
    monkeypatch.setattr(  # the oldest still waits for the centre's answer
        teleq_words,
        "answered",
        lambda found, marks: tuple(
            each for each in certain(found, marks) if each.callback.id != first
        ),
    )
    assert run("export", exchange, "--dry-run", "--json") == DONE
    assert told(capsys) == {"done": False, "placements": 2, "waiting": 1, "files": []}
    assert run("export", exchange, "--json") == DONE
    files = ["till-teleq-000001.csv", "till-teleq-000002.csv"]
    assert told(capsys) == {"done": True, "placements": 2, "waiting": 1, "files": files}
    texts = [(exchange / name).read_text(encoding="utf-8-sig") for name in files]
    assert [str(id) in text for id, text in zip(others, texts, strict=True)] == [True, True]
    assert run("export", exchange, "--json") == DONE
    assert told(capsys) == {"done": True, "placements": 0, "waiting": 1, "files": []}


def test_a_faulty_file_is_not_brought_in_and_those_after_it_wait(
    run: Run, folder: Path, exchange: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    id = placed(folder)
    good, at = exchange / "fran-teleq-2.csv", clock()
    bad = exchange / "fran-teleq-1.csv"
    good.write_text(f"{HEAD}{id};KLAR;{at};\n", encoding="utf-8")
    bad.write_text(f"{HEAD}{id};KLAR;{at};\n{id};RINGS;{at};\n", encoding="utf-8")
    assert run("import", exchange, password="fel") == UNSOUND
    out = capsys.readouterr().out
    assert "rad 3, utfall: utfallet är okänt\n" in out
    assert out.endswith("Inget är ändrat.\n")
    assert "fran-teleq-2" not in out
    strange = UUID(int=7)
    bad.write_text(f"{HEAD}{id};EJ_SVAR;{at};\n{strange};KLAR;{at};\n", encoding="utf-8")
    assert run("import", exchange, "--json") == UNSOUND
    files = told(capsys)["files"]
    assert files == [
        {"file": "fran-teleq-1.csv", "new": 1, "known": 0, "over": 0, "encoding": "utf-8",
         "faults": [{"line": 3, "fault": "unknown"}]},
    ]  # fmt: skip
    assert get(folder, id).callback.state is CallbackState.TIME_TOLD
    assert TeleqFolder(str(exchange)).waiting() == (bad.name, good.name)
    bad.unlink()
    assert run("import", exchange) == DONE
    assert get(folder, id).callback.state is CallbackState.DONE


def test_the_queues_are_listed_with_their_room_today(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """At two in the afternoon: what has passed is free for nobody."""
    afternoon = at_clock(local(datetime.now(UTC)).date(), time(14))
    monkeypatch.setattr(desk_start, "utc_now", lambda: afternoon)
    assert run("queues", "--json", user="nurse") == DONE
    (queue,) = json.loads(capsys.readouterr().out)["queues"]
    assert queue["held"] == 0
    assert queue["places"] > queue["free"] == 3 * 10
    assert {name: queue[name] for name in ("unit", "name", "category", "digit")} == {
        "unit": UNIT, "name": "Demo vårdcentral", "category": "RADGIVNING", "digit": 7,
    }  # fmt: skip
    assert run("queues") == DONE
    assert capsys.readouterr().out.startswith("Demo vårdcentral 7 RADGIVNING: ")


def test_who_may_not_and_what_is_not_there_are_told(
    run: Run, folder: Path, exchange: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    id = placed(folder)
    (exchange / "fran-teleq-1.csv").write_text(f"{HEAD}{id};KLAR;{clock()};\n", encoding="utf-8")
    assert run("export", exchange, user="nurse") == NOT_DONE
    assert run("import", exchange, user="nurse") == NOT_DONE
    assert TeleqFolder(str(exchange)).waiting() == ("fran-teleq-1.csv",)
    capsys.readouterr()
    assert run("export", exchange / "borta", password="fel") == NOT_DONE
    assert "går inte att nå (filen eller mappen finns inte)" in capsys.readouterr().err
    assert run("import", exchange / "borta.csv", password="fel") == NOT_DONE


def test_the_program_knows_both_commands() -> None:
    assert {"bookings", "callbacks"} <= set(COMMANDS)
    for words in (
        ["bookings", "import", "x", "--user", "a", "--dry-run", "--json"],
        ["callbacks", "export", "x", "--user", "a", "--dry-run"],
        ["callbacks", "import", "x", "--user", "a", "--dry-run"],
        ["callbacks", "queues", "--user", "a"],
    ):
        assert parser().parse_args(words).user == "a"
