"""`kundcenter bookings`: bring in a file of booked times or of free times."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kundcenter.cli.booking_faults import fault_name, print_faults, told_faults
from kundcenter.cli.parts import brought_in, compared
from kundcenter.cli.profile_commands import (
    DONE,
    EXIT_CODES,
    UNSOUND,
    add_dry_run,
    add_json,
    add_user,
    attempted,
)
from kundcenter.cli.signed_in import signed_in
from kundcenter.cli.words import say

if TYPE_CHECKING:
    from kundcenter.domain.booking_sheets import BookingSheet
    from kundcenter.domain.identity import PersonId
    from kundcenter.domain.imported_bookings import ImportedBooking, IncomingTime
    from kundcenter.domain.visit_times import NewTime
    from kundcenter.start.desk import Desk

PROBLEMS_TOLD = 100


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `bookings` to the program's commands."""
    bookings = commands.add_parser("bookings", help=say("bokade tider", "booked times"))
    subjects = bookings.add_subparsers(required=True, metavar=say("VAD", "WHAT"))
    command = subjects.add_parser(
        "import",
        help=say("läs in bokade eller lediga tider", "bring in booked or free times"),
        description=say(
            "Läser in hela filen eller inget av den: en CSV-fil med rubriker, eller ett sparat"
            " svar ur RIV crm:scheduling 1.1 (GetSubjectOfCareSchedule, GetAvailableTimeslots)."
            " Ett avbrott lämnar hela rader; samma fil en gång till tar resten. Lösenordet frågas"
            " efter, eller läses som nästa rad från standard in.",
            "Brings in the whole file or nothing of it: a CSV file with headings, or a saved"
            " answer of RIV crm:scheduling 1.1 (GetSubjectOfCareSchedule, GetAvailableTimeslots)."
            " An interruption leaves whole rows; the same file once more takes the rest. The"
            " password is asked for, or read as the next line of standard input.",
        ),
        epilog=say(*EXIT_CODES),
    )
    command.add_argument("file", metavar=say("FIL", "FILE"))
    add_user(command)
    add_dry_run(command)
    add_json(command)
    command.set_defaults(run=run_import)


def run_import(arguments: argparse.Namespace) -> int:
    """Exit codes as in profile_commands; 1 when rows have faults, and then nothing was done."""
    return attempted(lambda: _import(arguments), as_json=arguments.json)


@dataclass(slots=True)
class _Told:
    """What was found out of the file; `problems` are lines with what only the store knows."""

    counts: dict[str, int]
    problems: list[tuple[int, str]] = field(default_factory=list)


def _import(arguments: argparse.Namespace) -> int:
    from kundcenter.adapters.booking_file import read_booking_file
    from kundcenter.domain.calendar import local
    from kundcenter.start.desk import utc_now

    # The file first: nobody types a password for a file that is not there, or faulty.
    sheet = read_booking_file(arguments.file, local(utc_now()).date())
    counts = {"new": 0, "changed": 0, "same": 0, "ended": 0, "persons": 0}
    told = _Told(counts if sheet.bookings or not sheet.times else {"new": 0, "same": 0})
    if not sheet.faults:
        with signed_in(arguments) as desk:
            bring_in = _planned(desk, sheet, told, hidden=arguments.json)
            if not (arguments.dry_run or told.problems):
                bring_in()
    faulty = bool(sheet.faults or told.problems)
    _tell(sheet, told, done=not (faulty or arguments.dry_run), as_json=arguments.json)
    return UNSOUND if faulty else DONE


def _planned(desk: Desk, sheet: BookingSheet, told: _Told, *, hidden: bool) -> Callable[[], None]:
    """What brings in the rows, after all of them were looked at."""
    from kundcenter.domain.imported_bookings import IMPORT_LIMIT
    from kundcenter.domain.visit_times import TIMES_LIMIT

    if sheet.times:
        times, add = _planned_times(desk, sheet.times, told), desk.timeslots.add
        return lambda: brought_in(times, add, most=TIMES_LIMIT, unit=_unit(), hidden=hidden)
    wanted = _planned_bookings(desk, sheet.bookings, told, hidden=hidden)
    verb = desk.bookings.import_
    return lambda: brought_in(wanted, verb, most=IMPORT_LIMIT, unit=_unit(), hidden=hidden)


def _planned_bookings(
    desk: Desk, rows: tuple[ImportedBooking, ...], told: _Told, *, hidden: bool
) -> list[ImportedBooking]:
    """The rows that are new or change something."""
    from kundcenter.domain.imported_bookings import IMPORT_LIMIT

    wanted: list[ImportedBooking] = []
    persons: set[PersonId] = set()  # somebody may stand in several parts

    def look(part: tuple[ImportedBooking, ...]) -> None:
        plan = desk.bookings.plan(part)
        wanted.extend([*plan.new, *plan.changed])
        told.counts["new"] += len(plan.new)
        told.counts["changed"] += len(plan.changed)
        told.counts["same"] += plan.same
        told.counts["ended"] += plan.ended
        persons.update(plan.persons)
        told.counts["persons"] = len(persons)
        told.problems.extend((each.row, each.why) for each in plan.problems)

    compared(rows, look, most=IMPORT_LIMIT, unit=_unit(), hidden=hidden)
    return wanted


def _planned_times(desk: Desk, rows: tuple[IncomingTime, ...], told: _Told) -> list[NewTime]:
    """The times that are not here yet, at the units that have them."""
    from kundcenter.domain.imported_bookings import RowRefusal, care_of
    from kundcenter.domain.units import hsa_key
    from kundcenter.domain.visit_times import NewTime

    units = {hsa_key(card.unit.hsa_id): card.unit for card in desk.units.directory().cards}
    known = desk.timeslots.known(tuple(row.key for row in rows))
    wanted: list[NewTime] = []
    for row in rows:
        unit = units.get(hsa_key(row.hsa_id))
        if unit is None:
            told.problems.append((row.row, RowRefusal.UNIT))
        elif row.key in known:
            told.counts["same"] += 1
        else:
            told.counts["new"] += 1
            wanted.append(
                NewTime(
                    unit.id,
                    row.time_type,
                    row.starts_at,
                    row.ends_at,
                    row.capacity,
                    care_type=(row.care_type or care_of(unit.kind)).value,
                    performer=row.performer,
                    resource=row.resource,
                    within_guarantee=row.within_guarantee,
                    source=row.key,
                )
            )
    return wanted


def _unit() -> str:
    return say(" rader", " rows")


def _tell(sheet: BookingSheet, told: _Told, *, done: bool, as_json: bool) -> None:
    what = "times" if sheet.times else "bookings"
    problems = told.problems[:PROBLEMS_TOLD]
    if as_json:
        faults = told_faults(sheet.faults)
        faults += [{"line": line, "fault": why} for line, why in problems]
        whole = {"done": done, "what": what, **told.counts, "encoding": sheet.encoding}
        faulty = len(sheet.faults) + len(told.problems)
        print(json.dumps({**whole, "faulty": faulty, "faults": faults}))
        return
    print(say("Läst som {encoding}.", "Read as {encoding}.").format(encoding=sheet.encoding))
    if not sheet.faults:
        _tell_counts(told.counts)
    print_faults(sheet.faults)
    for line, why in problems:
        sentence = say("rad {line}: {what}", "line {line}: {what}")
        print(sentence.format(line=line, what=fault_name(why)))
    print(
        say("Tiderna är inlästa.", "The times are brought in.")
        if done
        else say("Inget är ändrat.", "Nothing was changed.")
    )


def _tell_counts(counts: dict[str, int]) -> None:
    if "changed" not in counts:
        sentence = say("{new} nya lediga tider, {same} lika.", "{new} new free times, {same} same.")
        print(sentence.format(**counts))
        return
    sentence = say(
        "{new} nya bokningar, {changed} ändrade, {same} lika.",
        "{new} new bookings, {changed} changed, {same} the same.",
    )
    print(sentence.format(**counts))
    if counts["persons"]:
        sentence = say("{n} personer registreras.", "{n} persons are registered.")
        print(sentence.format(n=counts["persons"]))
    if counts["ended"]:
        sentence = say(
            "{n} är avbokade eller ombokade här och står kvar så.",
            "{n} are cancelled or rebooked here and stay so.",
        )
        print(sentence.format(n=counts["ended"]))
