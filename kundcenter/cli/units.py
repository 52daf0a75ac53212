"""`kundcenter units`: bring in a file of units, or write the units to one."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

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
from kundcenter.cli.unit_faults import fault_name
from kundcenter.cli.words import say

if TYPE_CHECKING:
    from kundcenter.domain.unit_sheets import UnitSheet
    from kundcenter.domain.unit_wordings import IncomingUnit
    from kundcenter.start.desk import Desk

# As domain.units has them; a test holds them equal, so that no parser waits for the domain.
KINDS = (
    "VC", "NARAKUT", "AKUT", "BARNAKUT", "PSYKAKUT", "FORLOSSNING", "SPECIALIST", "MVC_BVC",
)  # fmt: skip


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `units` to the program's commands."""
    units = commands.add_parser("units", help=say("enhetskatalogen", "the directory of units"))
    subjects = units.add_subparsers(required=True, metavar=say("VAD", "WHAT"))
    command = subjects.add_parser(
        "import",
        help=say("läs in enheter från CSV eller HSA", "bring in units from CSV or HSA"),
        description=say(
            "Läser in hela filen eller inget av den: en CSV-fil med rubriker, eller en XML-fil ur"
            " HSA. Det som filen inte har står kvar. Ett avbrott lämnar hela enheter; samma fil en"
            " gång till tar resten. Lösenordet frågas efter, eller läses som nästa rad från"
            " standard in.",
            "Brings in the whole file or nothing of it: a CSV file with headings, or an XML file"
            " of HSA. What the file does not have stays. An interruption leaves whole units; the"
            " same file once more takes the rest. The password is asked for, or read as the next"
            " line of standard input.",
        ),
        epilog=say(*EXIT_CODES),
    )
    _add_file_and_user(command)
    command.add_argument(
        "--kind",
        choices=KINDS,
        help=say("typ för enheter utan egen", "kind of units that do not tell their own"),
    )
    add_dry_run(command)
    add_json(command)
    command.set_defaults(run=run_import)
    command = subjects.add_parser(
        "export",
        help=say("skriv enheterna till en CSV-fil", "write the units to a CSV file"),
        description=say(
            "Skriver alla enheter i bruk till en CSV-fil som kan läsas in igen. Telefonlinjer,"
            " tillfällig information och samband är inte med; de står kvar vid en inläsning.",
            "Writes all units in use to a CSV file that can be brought in again. Lines, notices"
            " and relations are not in it; they stay when it is brought in.",
        ),
        epilog=say(*EXIT_CODES),
    )
    _add_file_and_user(command)
    command.add_argument(
        "--replace",
        action="store_true",
        help=say("skriv över en fil som finns", "write over a file that is there"),
    )
    add_json(command)
    command.set_defaults(run=run_export)


def _add_file_and_user(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar=say("FIL", "FILE"))
    add_user(command)


def run_import(arguments: argparse.Namespace) -> int:
    """Exit codes as in profile_commands; 1 when rows have faults, and then nothing was done."""
    return attempted(lambda: _import(arguments), as_json=arguments.json)


def run_export(arguments: argparse.Namespace) -> int:
    """Exit codes as in profile_commands."""
    return attempted(lambda: _export(arguments), as_json=arguments.json)


def _import(arguments: argparse.Namespace) -> int:
    from kundcenter.adapters.unit_file import read_unit_file
    from kundcenter.domain.units import UnitKind
    from kundcenter.start.desk import published_codes

    # The file first: nobody types a password for a file that is not there, or faulty.
    codes = published_codes()
    kind = UnitKind(arguments.kind) if arguments.kind else None
    sheet = read_unit_file(arguments.file, kind, codes[max(codes)])
    counts = {"new": 0, "changed": 0, "same": 0}
    if not sheet.faults:
        with signed_in(arguments) as desk:
            wanted = _planned(desk, sheet, counts, hidden=arguments.json)
            if not arguments.dry_run:
                _bring_in(desk, wanted, hidden=arguments.json)
    done = not (sheet.faults or arguments.dry_run)
    _tell(sheet, counts, done=done, as_json=arguments.json)
    return UNSOUND if sheet.faults else DONE


def _planned(
    desk: Desk, sheet: UnitSheet, counts: dict[str, int], *, hidden: bool
) -> list[IncomingUnit]:
    """The rows that are new or change something, all of them looked at before one is brought in."""
    from kundcenter.domain.unit_wordings import IMPORT_LIMIT

    wanted: list[IncomingUnit] = []

    def look(rows: tuple[IncomingUnit, ...]) -> None:
        plan = desk.units.plan(rows)
        wanted.extend([*plan.new, *(row for _, row in plan.changed)])
        counts["new"] += len(plan.new)
        counts["changed"] += len(plan.changed)
        counts["same"] += plan.same

    compared(sheet.rows, look, most=IMPORT_LIMIT, unit=_unit(), hidden=hidden)
    return wanted


def _bring_in(desk: Desk, wanted: list[IncomingUnit], *, hidden: bool) -> None:
    from kundcenter.domain.unit_wordings import IMPORT_LIMIT

    brought_in(wanted, desk.units.import_, most=IMPORT_LIMIT, unit=_unit(), hidden=hidden)


def _export(arguments: argparse.Namespace) -> int:
    from kundcenter.adapters.new_files import write_new
    from kundcenter.domain.unit_files import written

    with signed_in(arguments) as desk:
        cards = desk.units.directory().cards
    cards = tuple(card for card in cards if card.retired_at is None)
    # The mark tells a spreadsheet that the letters are UTF-8.
    content = written(cards).encode("utf-8-sig")
    write_new(Path(arguments.file), content, replace=arguments.replace)
    if arguments.json:
        print(json.dumps({"units": len(cards), "file": arguments.file}))
    else:
        sentence = say("{count} enheter är skrivna.", "{count} units are written.")
        print(sentence.format(count=len(cards)))
    return DONE


def _unit() -> str:
    return say(" enheter", " units")


def _tell(sheet: UnitSheet, counts: dict[str, int], *, done: bool, as_json: bool) -> None:
    facts = {**counts, "archived": sheet.archived, "odd_ids": sheet.odd_ids}
    faulty = len(sheet.faults)
    if as_json:
        told = [
            {
                "line": each.line,
                "fault": each.fault,
                **({"column": each.column} if each.column else {}),
            }
            for each in sheet.faults
        ]
        whole = {"done": done, **facts, "encoding": sheet.encoding, "faulty": faulty}
        print(json.dumps({**whole, "faults": told}))
        return
    print(say("Läst som {encoding}.", "Read as {encoding}.").format(encoding=sheet.encoding))
    if not sheet.faults:
        sentence = say(
            "{new} nya, {changed} ändrade, {same} lika.",
            "{new} new, {changed} changed, {same} the same.",
        )
        print(sentence.format(**counts))
    if sheet.archived:
        sentence = say("{n} nedlagda är utelämnade.", "{n} that were closed are left out.")
        print(sentence.format(n=sheet.archived))
    if sheet.odd_ids:
        sentence = say("{n} HSA-id har ovanlig form.", "{n} HSA-ids have an unusual form.")
        print(sentence.format(n=sheet.odd_ids))
    for each in sheet.faults:
        place = f"{each.line}, {each.column}" if each.column else f"{each.line}"
        sentence = say("rad {place}: {what}", "line {place}: {what}")
        print(sentence.format(place=place, what=fault_name(each.fault)))
    print(
        say("Enheterna är inlästa.", "The units are brought in.")
        if done
        else say("Inget är ändrat.", "Nothing was changed.")
    )
