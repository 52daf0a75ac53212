"""`kundcenter notes export`: a patient's signed notes as GetCareDocumentation 3.0."""

from __future__ import annotations

import argparse
import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kundcenter.cli.asking import typed
from kundcenter.cli.profile_commands import (
    DONE,
    EXIT_CODES,
    add_json,
    add_user,
    attempted,
    home,
    source_of,
)
from kundcenter.cli.words import say

if TYPE_CHECKING:
    from kundcenter.domain.exports import Exportable, ExportedNotes
    from kundcenter.domain.identity import PersonId
    from kundcenter.start.desk import Desk

RECIPIENT = "Annat journalsystem (GetCareDocumentation 3.0)"  # stands in the record
ASKED_FOR = "-"


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `notes` to the program's commands."""
    notes = commands.add_parser("notes", help=say("journalanteckningar", "record notes"))
    subjects = notes.add_subparsers(required=True, metavar=say("VAD", "WHAT"))
    command = subjects.add_parser(
        "export",
        help=say("skriv en patients anteckningar till en fil", "write a patient's notes to a file"),
        description=say(
            "Skriver en patients signerade anteckningar som GetCareDocumentation 3.0 (XML). Varje"
            " anteckning får en uppgift om vem som fick kopian och när, innan filen skrivs."
            " Osignerade och spärrade anteckningar lämnas utanför. Bara du får läsa filen."
            " Lösenordet frågas efter, eller läses som nästa rad från standard in.",
            "Writes a patient's signed notes as GetCareDocumentation 3.0 (XML). Beside each note is"
            " written who got the copy and when, before the file is written. Unsigned and blocked"
            " notes are left out. Only you may read the file. The password is asked for, or read"
            " as the next line of standard input.",
        ),
        epilog=say(*EXIT_CODES),
    )
    add_user(command, ("vem som lämnar ut dem", "who hands them out"))
    command.add_argument(
        "--number",
        required=True,
        metavar=say("NUMMER", "NUMBER"),
        help=say(
            "patientens personnummer; - frågar efter det, så att det inte står i historiken",
            "the patient's personal number; - asks for it, so that it is in no history",
        ),
    )
    command.add_argument(
        "--to",
        required=True,
        type=Path,
        metavar=say("FIL", "FILE"),
        help=say("en ny fil, eller en mapp", "a new file, or a folder"),
    )
    _add_choices(command)
    add_json(command)
    command.set_defaults(run=run_export)


def _add_choices(command: argparse.ArgumentParser) -> None:
    day = say("DAG", "DAY")
    command.add_argument(
        "--from",
        dest="first",
        type=date.fromisoformat,
        metavar=day,
        help=say("från och med ÅÅÅÅ-MM-DD", "from YYYY-MM-DD on"),
    )
    command.add_argument(
        "--until",
        dest="last",
        type=date.fromisoformat,
        metavar=day,
        help=say("till och med ÅÅÅÅ-MM-DD", "through YYYY-MM-DD"),
    )
    command.add_argument(
        "--recipient",
        default=RECIPIENT,
        metavar=say("TEXT", "TEXT"),
        help=say("vem som får kopian", "who gets the copy"),
    )
    command.add_argument(
        "--reason",
        default="",
        metavar=say("TEXT", "TEXT"),
        help=say("varför, till åtkomstloggen", "why, for the access log"),
    )
    command.add_argument(
        "--replace",
        action="store_true",
        help=say("skriv över filen om den finns", "write over the file if there is one"),
    )


def run_export(arguments: argparse.Namespace) -> int:
    """Exit codes as in profile_commands."""
    return attempted(lambda: _export(arguments), as_json=arguments.json)


def _export(arguments: argparse.Namespace) -> int:
    from kundcenter.adapters.care_documentation import document, faults
    from kundcenter.adapters.new_files import must_be_new, write_into
    from kundcenter.domain.calendar import local
    from kundcenter.domain.identity import parse
    from kundcenter.services.exports import Exports
    from kundcenter.start.opening import open_desk, open_profile
    from kundcenter.start.settings_file import SETTINGS, read_settings

    # First: of a file that cannot be there, no copy is noted in the record.
    must_be_new(arguments.to, replace=arguments.replace)
    pattern = read_settings(home(arguments) / SETTINGS).reserve_pattern
    with open_profile(home(arguments)) as profile:
        opened = open_desk(profile, source_of(profile))
        try:
            desk = opened.desk
            number = arguments.number
            if number == ASKED_FOR:
                number = typed(say("Patientens personnummer: ", "The patient's number: "))
            identity = parse(number, local(desk.now()).date(), local_pattern=pattern).person_id
            desk.sessions.sign_in(arguments.user, typed(say("Lösenord: ", "Password: ")))
            try:
                found, exported = _taken(desk, identity, arguments)
            finally:
                desk.sessions.sign_out()
        finally:
            opened.close()
    exports = Exports(document, faults, write_into)
    where = exports.write(exported, str(arguments.to), replace=arguments.replace)
    return _tell(found, exported, where, as_json=arguments.json)


def _taken(
    desk: Desk, identity: PersonId, arguments: argparse.Namespace
) -> tuple[Exportable, ExportedNotes]:
    """What may leave, and what does; each copy is noted by then.  Raises PersonNotFound."""
    from kundcenter.domain.grounds import Ground, GroundCategory
    from kundcenter.domain.people import PersonNotFound

    reason = arguments.reason or f"Utlämnande av kopia till {arguments.recipient}"
    ground = Ground(category=GroundCategory.CARE, text=reason)
    person = desk.people.find(identity)
    if person is None:
        raise PersonNotFound
    found = desk.journal.exportable(person.id, arguments.first, arguments.last, ground)
    return found, desk.journal.take_export(found.entry_ids, arguments.recipient, ground)


def _tell(found: Exportable, exported: ExportedNotes, where: str, *, as_json: bool) -> int:
    notes, unsigned = len(exported.notes), found.unsigned
    if as_json:
        told = {"notes": notes, "unsigned": unsigned, "hidden": found.hidden, "file": where}
        print(json.dumps(told))
        return DONE
    counted = say(
        "Skrivna till {file}: {notes}. Osignerade, utelämnade: {unsigned}.",
        "Written to {file}: {notes}. Unsigned, left out: {unsigned}.",
    )
    print(counted.format(notes=notes, unsigned=unsigned, file=where))
    if found.hidden:
        print(say("Spärrade anteckningar är utelämnade.", "Blocked notes are left out."))
    return DONE
