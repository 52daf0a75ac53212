"""`kundcenter bookings` on a real profile, as it is typed."""

from __future__ import annotations

import argparse
import io
import json
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from kundcenter.adapters.riv_scheduling import AVAILABLE
from kundcenter.cli import bookings
from kundcenter.cli.profile_commands import DONE, NOT_DONE, UNSOUND
from kundcenter.domain.access import Role
from kundcenter.domain.bookings import Booking, BookingKind, CareType
from kundcenter.domain.calendar import at_clock, local
from kundcenter.domain.cancellations import CancelFacts, CancelledBy, CancelReason
from kundcenter.domain.capacity import Timeslot
from kundcenter.domain.imported_bookings import IMPORT_LIMIT
from kundcenter.domain.units import UnitKind
from kundcenter.services.bookings import Bookings
from tests.adapters.test_riv_scheduling import answer, detail
from tests.ground import ASKED, CARE_UNIT, MAN, PASSWORD, WOMAN, identity
from tests.profiles import PASSPHRASE, make_profile, opened

Run = Callable[..., int]
UNIT = "SE0000000001-DEMO1"
# A Swedish weekday far enough from now that no clock in a test reaches it.
DAY = local(datetime.now(UTC) + timedelta(days=20)).date()
HEAD = "personnummer;hsa-id;boknings-id;start;slut;får avbokas;förnamn;efternamn\n"
FIRST = f"{WOMAN};{UNIT};B1;{DAY} 10:00;{DAY} 10:30;ja;;\n"
SECOND = f"{MAN};{UNIT.lower()};B2;{DAY} 11:00;{DAY} 11:30;nej;Nils;Testsson\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A profile with a unit, a person, and those who may and may not bring in times."""
    make_profile(tmp_path / "profile")
    with opened(tmp_path / "profile") as opening:
        desk = opening.desk
        desk.operators.begin("admin", "Test Administratör", PASSWORD)
        desk.sessions.sign_in("admin", PASSWORD)
        for user, role in (("leader", Role.SUPERVISOR_NURSE), ("nurse", Role.NURSE)):
            name, roles = f"Test {user}", frozenset({role})
            added = desk.operators.add(user, name, roles=roles, care_unit=CARE_UNIT)
            desk.operators.give_password(added.the("operator"), PASSWORD)
        desk.units.add(
            UNIT, "Demo mottagning", kind=UnitKind.SPECIALIST, municipality="Habo",
            phone="+46980319201", hours="",
        )  # fmt: skip
        desk.sessions.sign_out()
        desk.sessions.sign_in("nurse", PASSWORD)
        desk.people.register(identity(WOMAN), "Åsa", "Öberg")
        desk.sessions.sign_out()
    return tmp_path / "profile"


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Type a command; the passphrase and the password come from standard in."""

    def run(path: Path, *typed: object, user: str = "leader", password: str = PASSWORD) -> int:
        parser = argparse.ArgumentParser()
        bookings.register(parser.add_subparsers())
        words = ["bookings", "import", "--user", user, str(path), *map(str, typed)]
        arguments = parser.parse_args(words)
        arguments.profile = folder
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSPHRASE}\n{password}\n"))
        code: int = arguments.run(arguments)
        return code

    return run


def of(folder: Path, number: str) -> tuple[Booking, ...]:
    """What somebody has booked, nothing when nobody has the number."""
    with opened(folder) as opening:
        desk = opening.desk
        desk.sessions.sign_in("nurse", PASSWORD)
        person = desk.people.find(identity(number))
        found = desk.bookings.of_person(person.id, ASKED) if person else ()
        desk.sessions.sign_out()
    return found


def free(folder: Path) -> list[Timeslot]:
    with opened(folder) as opening:
        desk = opening.desk
        desk.sessions.sign_in("nurse", PASSWORD)
        start = datetime.now(UTC)
        rooms = desk.timeslots.free(start=start, end=start + timedelta(days=60))
        desk.sessions.sign_out()
    return [room.timeslot for room in rooms]


def test_a_dry_run_tells_and_changes_nothing_and_the_real_one_does_it(
    run: Run, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "tider.csv"
    path.write_bytes((HEAD + FIRST + SECOND).encode("cp1252"))
    assert run(path, "--dry-run", "--json") == DONE
    counts = {"new": 2, "changed": 0, "same": 0, "ended": 0, "persons": 1}
    told = {"done": False, "what": "bookings", **counts, "encoding": "windows-1252"}
    told |= {"faulty": 0, "faults": []}
    assert json.loads(capsys.readouterr().out) == told
    assert of(folder, WOMAN) == of(folder, MAN) == ()
    assert run(path) == DONE
    assert capsys.readouterr().out == (
        "Läst som windows-1252.\n2 nya bokningar, 0 ändrade, 0 lika.\n"
        "1 personer registreras.\nTiderna är inlästa.\n"
    )
    (first,) = of(folder, WOMAN)
    assert (first.kind, first.care_type) == (BookingKind.BOOKED, CareType.SPECIALIST)
    assert first.starts_at == at_clock(DAY, time(10))
    assert (first.cancel_allowed, first.rebook_allowed) == (True, False)
    assert len(of(folder, MAN)) == 1
    assert run(path, "--json") == DONE
    again = {**told, "done": True, "new": 0, "same": 2, "persons": 0}
    assert json.loads(capsys.readouterr().out) == again
    assert of(folder, WOMAN) == (first,)


def test_a_moved_time_changes_the_booking_and_a_cancelled_one_stays_cancelled(
    run: Run, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "tider.csv"
    path.write_text(HEAD + FIRST + SECOND, encoding="utf-8")
    assert run(path) == DONE
    (first,) = of(folder, WOMAN)
    with opened(folder) as opening:
        opening.desk.sessions.sign_in("nurse", PASSWORD)
        facts = CancelFacts(CancelledBy.PATIENT, CancelReason.ILL)
        opening.desk.bookings.cancel(first.id, facts)
        opening.desk.sessions.sign_out()
    path.write_text(HEAD + FIRST + SECOND.replace("11:", "14:"), encoding="utf-8")
    capsys.readouterr()
    assert run(path, "--json") == DONE
    told = json.loads(capsys.readouterr().out)
    assert (told["new"], told["changed"], told["same"], told["ended"]) == (0, 1, 0, 1)
    assert not of(folder, WOMAN)[0].standing
    (moved,) = of(folder, MAN)
    assert moved.starts_at == at_clock(DAY, time(14))


def test_one_faulty_row_stops_the_whole_file_before_a_password_is_asked_for(
    run: Run, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "tider.csv"
    path.write_text(HEAD + FIRST + SECOND.replace("nej", "kanske"), encoding="utf-8")
    assert run(path, password="fel") == UNSOUND
    out = capsys.readouterr().out
    assert "rad 3, får avbokas: svaret är inte ja eller nej\n" in out
    assert out.endswith("Inget är ändrat.\n")
    assert run(path, "--json", password="fel") == UNSOUND
    told = json.loads(capsys.readouterr().out)
    assert told["faults"] == [{"line": 3, "fault": "flag", "column": "får avbokas"}]
    assert (told["done"], told["new"], told["faulty"]) == (False, 0, 1)
    assert of(folder, WOMAN) == ()


def test_what_only_the_store_knows_stops_the_whole_file_too(
    run: Run, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "tider.csv"
    nameless = SECOND.replace("Nils;Testsson", ";")
    elsewhere = FIRST.replace(UNIT, "SE0000000001-DEMO9").replace("B1", "B3")
    path.write_text(HEAD + FIRST + nameless + elsewhere, encoding="utf-8")
    assert run(path, "--json") == UNSOUND
    told = json.loads(capsys.readouterr().out)
    assert told["faults"] == [{"line": 3, "fault": "person"}, {"line": 4, "fault": "unit"}]
    assert (told["done"], told["faulty"]) == (False, 2)
    assert of(folder, WOMAN) == ()
    assert run(path) == UNSOUND
    out = capsys.readouterr().out
    assert "rad 3: personen är inte registrerad, och raden har inget namn\n" in out
    assert "rad 4: katalogen har ingen enhet med radens HSA-id\n" in out
    assert out.endswith("Inget är ändrat.\n")
    path.write_text(HEAD + FIRST, encoding="utf-8")
    assert run(path) == DONE
    path.write_text(HEAD + SECOND.replace("B2", "B1"), encoding="utf-8")
    capsys.readouterr()
    assert run(path, "--json") == UNSOUND
    faults = json.loads(capsys.readouterr().out)["faults"]
    assert faults == [{"line": 2, "fault": "other_person"}]


def test_an_answer_of_crm_scheduling_comes_in(
    run: Run, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    times = {"startTimeInclusive": f"{DAY:%Y%m%d}101500", "endTimeExclusive": f"{DAY:%Y%m%d}104500"}
    path = tmp_path / "svar.xml"
    path.write_bytes(answer(detail(_invited="1", **times)))
    assert run(path) == DONE
    assert capsys.readouterr().out.startswith("Läst som utf-8.\n1 nya bokningar")
    (row,) = of(folder, WOMAN)
    assert (row.kind, row.cancel_allowed, row.rebook_allowed, row.message_allowed) == (
        BookingKind.TIMED_INVITATION, True, False, True,
    )  # fmt: skip


def test_free_times_come_in_once_from_xml_and_from_csv(
    run: Run, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    times = {"startTimeInclusive": f"{DAY:%Y%m%d}101500", "endTimeExclusive": f"{DAY:%Y%m%d}104500"}
    path = tmp_path / "lediga.xml"
    path.write_bytes(answer(detail(("bookingId",), **times), space=AVAILABLE))
    assert run(path, "--dry-run") == DONE
    assert "1 nya lediga tider, 0 lika.\nInget är ändrat.\n" in capsys.readouterr().out
    assert free(folder) == []
    assert run(path) == DONE
    (slot,) = free(folder)
    assert (slot.category, slot.capacity, slot.care_type) == ("NYBESOK", 1, CareType.SPECIALIST)
    table = tmp_path / "lediga.csv"
    table.write_text(
        "hsa-id;start;slut;tidstyp;platser;tid-id\n"
        f"{UNIT};{DAY} 13:00;{DAY} 13:30;ATERBESOK;3;T1\n",
        encoding="utf-8",
    )
    capsys.readouterr()
    for new, same in ((1, 0), (0, 1)):
        assert run(table, "--json") == DONE
        told = json.loads(capsys.readouterr().out)
        assert told == {
            "done": True, "what": "times", "new": new, "same": same, "encoding": "utf-8",
            "faulty": 0, "faults": [],
        }  # fmt: skip
    assert sorted(slot.capacity for slot in free(folder)) == [1, 3]
    table.write_text(table.read_text(encoding="utf-8").replace(UNIT, "SE9-X"), encoding="utf-8")
    assert run(table, "--json") == UNSOUND
    assert json.loads(capsys.readouterr().out)["faults"] == [{"line": 2, "fault": "unit"}]


def test_who_may_not_is_told_so_and_nothing_is_changed(
    run: Run, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "tider.csv"
    path.write_text(HEAD + FIRST, encoding="utf-8")
    assert run(path, user="nurse") == NOT_DONE
    assert run(tmp_path / "borta.csv") == NOT_DONE
    assert "finns inte" in capsys.readouterr().err
    assert of(folder, WOMAN) == ()


def test_somebody_who_stands_in_several_parts_is_registered_once(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    opens = at_clock(DAY, time(8))
    rows = [
        f"{MAN};{UNIT};B{n};{local(opens + timedelta(minutes=n)):%Y-%m-%d %H:%M};"
        f"{local(opens + timedelta(minutes=n + 1)):%Y-%m-%d %H:%M};ja;Nils;Testsson\n"
        for n in range(IMPORT_LIMIT + 1)
    ]
    path = tmp_path / "tider.csv"
    path.write_text(HEAD + "".join(rows), encoding="utf-8")
    for way in (("--dry-run",), ()):
        assert run(path, "--json", *way) == DONE
        told = json.loads(capsys.readouterr().out)
        assert (told["new"], told["persons"]) == (IMPORT_LIMIT + 1, 1)


def test_an_interruption_leaves_whole_parts_and_the_same_file_does_the_rest(
    run: Run,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    opens = at_clock(DAY, time(8))
    rows = [
        f"{WOMAN};{UNIT};B{n};{local(opens + timedelta(minutes=n)):%Y-%m-%d %H:%M};"
        f"{local(opens + timedelta(minutes=n + 1)):%Y-%m-%d %H:%M};ja;;\n"
        for n in range(IMPORT_LIMIT + 3)
    ]
    path = tmp_path / "tider.csv"
    path.write_text(HEAD + "".join(rows), encoding="utf-8")
    parts: list[int] = []
    whole = Bookings.import_

    def stopping(self: Bookings, rows: tuple[object, ...]) -> object:
        if parts:
            raise KeyboardInterrupt
        parts.append(len(rows))
        return whole(self, rows)  # type: ignore[arg-type]

    monkeypatch.setattr(Bookings, "import_", stopping)
    assert run(path) == NOT_DONE
    assert f"{IMPORT_LIMIT} av {IMPORT_LIMIT + 3} är inlästa." in capsys.readouterr().err
    monkeypatch.setattr(Bookings, "import_", whole)
    assert run(path, "--json") == DONE
    told = json.loads(capsys.readouterr().out)
    assert (told["new"], told["same"]) == (3, IMPORT_LIMIT)
    assert len(of(folder, WOMAN)) == IMPORT_LIMIT + 3
