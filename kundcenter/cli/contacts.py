"""`kundcenter contacts`: bring in a file of a telephone directory, or write one."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kundcenter.cli.contact_faults import fault_name
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
    from kundcenter.domain.switchboard.contact_sheets import ContactSheet, Placed, RowTold
    from kundcenter.domain.switchboard.contacts import Contact, ContactDraft
    from kundcenter.start.desk import Desk

Counts = dict[str, int]


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `contacts` to the program's commands."""
    contacts = commands.add_parser(
        "contacts", help=say("växelns telefonkataloger", "the switchboard's telephone directories")
    )
    subjects = contacts.add_subparsers(required=True, metavar=say("VAD", "WHAT"))
    command = subjects.add_parser(
        "import",
        help=say("läs in en katalog från CSV eller JSON", "bring in a directory, CSV or JSON"),
        description=say(
            "Läser in hela filen eller inget av den. Rader känns igen på sin nyckel; det som filen"
            " inte har står kvar. Ett avbrott lämnar hela rader; samma fil en gång till tar resten."
            " Lösenordet frågas efter, eller läses som nästa rad från standard in.",
            "Brings in the whole file or nothing of it. Rows are known by their keys; what the file"
            " does not have stays. An interruption leaves whole rows; the same file once more takes"
            " the rest. The password is asked for, or read as the next line of standard input.",
        ),
        epilog=say(*EXIT_CODES),
    )
    _add_usual(command)
    command.add_argument(
        "--whole",
        action="store_true",
        help=say(
            "filen är hela katalogen: rader som saknas i den tas ur bruk",
            "the file is the whole directory: rows that it lacks go out of use",
        ),
    )
    add_dry_run(command)
    add_json(command)
    command.set_defaults(run=run_import)
    command = subjects.add_parser(
        "export",
        help=say("skriv en katalog till en fil", "write a directory to a file"),
        description=say(
            "Skriver katalogens rader i bruk till en fil som kan läsas in igen: som JSON om den"
            " heter .json, annars som CSV. Dolda nummer skrivs aldrig, och inte heller rader som"
            " har skrivits för hand; båda står kvar vid en inläsning.",
            "Writes the directory's rows in use to a file that can be brought in again: as JSON"
            " when it is called .json, else as CSV. Hidden numbers are never written, nor rows that"
            " were written by hand; both stay when it is brought in.",
        ),
        epilog=say(*EXIT_CODES),
    )
    _add_usual(command)
    command.add_argument(
        "--replace",
        action="store_true",
        help=say("skriv över en fil som finns", "write over a file that is there"),
    )
    add_json(command)
    command.set_defaults(run=run_export)


def _add_usual(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar=say("FIL", "FILE"))
    command.add_argument(
        "--directory",
        required=True,
        metavar=say("NAMN", "NAME"),
        help=say("vad katalogen heter", "what the directory is called"),
    )
    add_user(command)


def run_import(arguments: argparse.Namespace) -> int:
    """Exit codes as in profile_commands; 1 when rows have faults, and then nothing was done."""
    return attempted(lambda: _import(arguments), as_json=arguments.json)


def run_export(arguments: argparse.Namespace) -> int:
    """Exit codes as in profile_commands."""
    return attempted(lambda: _export(arguments), as_json=arguments.json)


def _import(arguments: argparse.Namespace) -> int:
    from kundcenter.adapters.contact_file import read_contact_file

    # The file first: nobody types a password for a file that is not there, or faulty.
    sheet = read_contact_file(arguments.file)
    faults = sheet.faults
    counts: Counts = {"new": 0, "changed": 0, "same": 0, "gone": 0}
    if not faults:
        directory = " ".join(arguments.directory.split())
        with signed_in(arguments) as desk:
            found = _placed(desk, sheet, directory)
            faults = found.faults
            if not faults:
                wanted = _planned(desk, found, directory, counts, hidden=arguments.json)
                gone = found.gone if arguments.whole else ()
                counts["gone"] = len(gone)
                if not arguments.dry_run:
                    _bring_in(desk, directory, wanted, gone, hidden=arguments.json)
    done = not (faults or arguments.dry_run)
    _tell(sheet.encoding, faults, counts, done=done, as_json=arguments.json)
    return UNSOUND if faults else DONE


def _placed(desk: Desk, sheet: ContactSheet, directory: str) -> Placed:
    from kundcenter.domain.switchboard.contact_sheets import placed
    from kundcenter.domain.units import hsa_key

    there = {each.told.key: each for each in _keyed(desk, directory)}
    units = {hsa_key(card.unit.hsa_id): card.id for card in desk.units.directory().cards}
    return placed(sheet, directory, there, units)


def _keyed(desk: Desk, directory: str) -> list[Contact]:
    """The directory's rows that came out of a file, the retired ones too."""
    found = desk.contacts.all()
    return [each for each in found if each.told.directory == directory and each.told.key]


def _planned(
    desk: Desk, found: Placed, directory: str, counts: Counts, *, hidden: bool
) -> list[ContactDraft]:
    """The rows that are new or change something, all of them looked at before one is brought in."""
    from kundcenter.domain.switchboard.contacts import IMPORT_LIMIT

    wanted: list[ContactDraft] = []

    def look(rows: tuple[ContactDraft, ...]) -> None:
        plan = desk.contacts.plan(directory, rows)
        wanted.extend([*plan.new, *(told for _, told in plan.changed)])
        counts["new"] += len(plan.new)
        counts["changed"] += len(plan.changed)
        counts["same"] += plan.same

    compared(found.drafts, look, most=IMPORT_LIMIT, unit=_unit(), hidden=hidden)
    return wanted


def _bring_in(
    desk: Desk,
    directory: str,
    wanted: list[ContactDraft],
    gone: tuple[str, ...],
    *,
    hidden: bool,
) -> None:
    from kundcenter.domain.switchboard.contacts import IMPORT_LIMIT

    bring = partial(desk.contacts.import_, directory)
    brought_in(wanted, bring, most=IMPORT_LIMIT, unit=_unit(), hidden=hidden)
    for at in range(0, len(gone), IMPORT_LIMIT):
        desk.contacts.retire_others(directory, gone[at : at + IMPORT_LIMIT])


def _export(arguments: argparse.Namespace) -> int:
    from kundcenter.adapters.new_files import write_new
    from kundcenter.domain.switchboard.contact_files import written, written_json

    directory = " ".join(arguments.directory.split())
    with signed_in(arguments) as desk:
        contacts = [each for each in _keyed(desk, directory) if each.retired_at is None]
        units = {card.id: card.unit.hsa_id for card in desk.units.directory().cards}
    contacts.sort(key=lambda each: each.told.key)
    file = Path(arguments.file)
    if file.suffix.lower() == ".json":
        content = written_json(contacts, units).encode()
    else:
        # The mark tells a spreadsheet that the letters are UTF-8.
        content = written(contacts, units).encode("utf-8-sig")
    write_new(file, content, replace=arguments.replace)
    if arguments.json:
        print(json.dumps({"contacts": len(contacts), "file": arguments.file}))
    else:
        sentence = say("{count} rader är skrivna.", "{count} rows are written.")
        print(sentence.format(count=len(contacts)))
    return DONE


def _unit() -> str:
    return say(" rader", " rows")


def _tell(
    encoding: str,
    faults: tuple[RowTold, ...],
    counts: Mapping[str, int],
    *,
    done: bool,
    as_json: bool,
) -> None:
    if as_json:
        told = [{"line": each.line, "fault": each.fault, **_column(each.column)} for each in faults]
        whole = {"done": done, **counts, "encoding": encoding, "faulty": len(faults)}
        print(json.dumps({**whole, "faults": told}))
        return
    print(say("Läst som {encoding}.", "Read as {encoding}.").format(encoding=encoding))
    if not faults:
        sentence = say(
            "{new} nya, {changed} ändrade, {same} lika, {gone} ur bruk.",
            "{new} new, {changed} changed, {same} the same, {gone} out of use.",
        )
        print(sentence.format(**counts))
    for each in faults:
        place = f"{each.line}, {each.column}" if each.column else f"{each.line}"
        sentence = say("rad {place}: {what}", "line {place}: {what}")
        print(sentence.format(place=place, what=fault_name(each.fault)))
    print(
        say("Katalogen är inläst.", "The directory is brought in.")
        if done
        else say("Inget är ändrat.", "Nothing was changed.")
    )


def _column(column: str) -> dict[str, str]:
    return {"column": column} if column else {}
