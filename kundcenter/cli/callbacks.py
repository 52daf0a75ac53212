"""`kundcenter callbacks`: exchange files with a unit's own call-back system; list the queues."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from kundcenter.cli.booking_faults import fault_name, print_faults, told_faults
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
    from datetime import datetime

    from kundcenter.adapters.teleq_file import TeleqFolder
    from kundcenter.domain.capacity import Room
    from kundcenter.domain.teleq import OutcomePlan, OutcomeSheet
    from kundcenter.start.desk import Desk


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `callbacks` to the program's commands."""
    callbacks = commands.add_parser("callbacks", help=say("återuppringning", "call-backs"))
    subjects = callbacks.add_subparsers(required=True, metavar=say("VAD", "WHAT"))
    command = subjects.add_parser(
        "export",
        help=say("skriv placeringar till teleQ", "write places in queues for teleQ"),
        description=say(
            "Skriver det som enheternas teleQ inte har fått veta till nästa numrerade fil i"
            " mappen. Numret till den som har skyddade personuppgifter är inte med.",
            "Writes what the units' teleQ has not been told to the next numbered file in the"
            " folder. The number of a person with protected identity is left out.",
        ),
        epilog=say(*EXIT_CODES),
    )
    command.add_argument("folder", metavar=say("MAPP", "FOLDER"))
    add_dry_run(command)
    _add_run(command, run_export)
    command = subjects.add_parser(
        "import",
        help=say("läs in vad som hände i teleQ", "bring in what happened in teleQ"),
        description=say(
            "Läser in en fil, eller mappens alla filer från teleQ i ordning. Varje fil läses in"
            " hel eller inte alls; en mapps inlästa filer läggs i dess mapp klara.",
            "Brings in one file, or all of a folder's files from teleQ in their order. Each file"
            " is brought in whole or not at all; those of a folder are then put in its folder"
            " klara.",
        ),
        epilog=say(*EXIT_CODES),
    )
    command.add_argument("file", metavar=say("FIL_ELLER_MAPP", "FILE_OR_FOLDER"))
    add_dry_run(command)
    _add_run(command, run_import)
    command = subjects.add_parser(
        "queues",
        help=say("visa köerna och dagens platser", "list the queues and their room today"),
        epilog=say(*EXIT_CODES),
    )
    _add_run(command, run_queues)


def _add_run(command: argparse.ArgumentParser, run: object) -> None:
    add_user(command)
    add_json(command)
    command.set_defaults(run=run)


def run_export(arguments: argparse.Namespace) -> int:
    """Exit codes as in profile_commands."""
    return attempted(lambda: _export(arguments), as_json=arguments.json)


def run_import(arguments: argparse.Namespace) -> int:
    """Exit codes as in profile_commands; 1 when a file has faults, and then nothing of it is in."""
    return attempted(lambda: _import(arguments), as_json=arguments.json)


def run_queues(arguments: argparse.Namespace) -> int:
    """Exit codes as in profile_commands."""
    return attempted(lambda: _queues(arguments), as_json=arguments.json)


def _export(arguments: argparse.Namespace) -> int:
    from kundcenter.adapters.teleq_file import TeleqFolder
    from kundcenter.domain.teleq import TELEQ_LIMIT, answered

    system = TeleqFolder(arguments.folder)
    system.waiting()  # nobody types a password for a folder that is not there
    files: list[str] = []
    count = waiting = 0
    with signed_in(arguments) as desk:
        # Those that are told of are out of the way for the next look; the others are passed over.
        while found := desk.teleq.outgoing(waiting + (count if arguments.dry_run else 0)):
            placements = answered(found, desk.link.marks() if desk.link else {})
            count += len(placements)
            waiting += len(found) - len(placements)
            if placements and not arguments.dry_run:
                files.append(system.tell(placements))
                desk.teleq.exported(tuple(each.sent for each in placements))
            if len(found) < TELEQ_LIMIT:
                break
    if arguments.json:
        facts = {"placements": count, "waiting": waiting, "files": files}
        print(json.dumps({"done": not arguments.dry_run, **facts}))
        return DONE
    sentence = say("{count} placeringar.", "{count} places.")
    print(sentence.format(count=count))
    if waiting:
        sentence = say(
            "{n} väntar på centralens svar och är inte med.",
            "{n} wait for the centre's answer and are left out.",
        )
        print(sentence.format(n=waiting))
    for name in files:
        print(name)
    if not files:
        print(say("Ingen fil är skriven.", "No file was written."))
    return DONE


def _import(arguments: argparse.Namespace) -> int:
    from kundcenter.adapters.teleq_file import TeleqFolder, is_folder, read_outcome_file

    system = TeleqFolder(arguments.file) if is_folder(arguments.file) else None
    if system is None:
        sheets = [(Path(arguments.file).name, read_outcome_file(arguments.file))]
    else:
        sheets = [(name, _read(system, name)) for name in system.waiting()]
    told: list[dict[str, object]] = []
    sound = True
    # Files tell one story in their order: what comes after a faulty one waits for it.
    if sheets and not sheets[0][1].faults:
        with signed_in(arguments) as desk:
            for name, sheet in sheets:
                sound = _bring_in(desk, arguments, name, sheet, told)
                if not sound:
                    break
                if system is not None and not arguments.dry_run:
                    system.confirm(name)
    elif sheets:
        sound = False
        _tell(arguments, sheets[0][0], sheets[0][1], None, told)
    if arguments.json:
        print(json.dumps({"done": sound and not arguments.dry_run, "files": told}))
    elif not sheets:
        print(say("Inget har kommit tillbaka.", "Nothing has come back."))
    return DONE if sound else UNSOUND


def _read(system: TeleqFolder, name: str) -> OutcomeSheet:
    """What the file says; one that cannot be read is a faulty one and is told by its name."""
    from kundcenter.adapters.text_file import NotTextFile, TextFileAway
    from kundcenter.domain.booking_sheets import BookingFault, SheetFault
    from kundcenter.domain.teleq import OutcomeSheet, TeleqFileTooLarge

    try:
        return system.outcomes(name)
    except (NotTextFile, TeleqFileTooLarge, TextFileAway):
        return OutcomeSheet(faults=(SheetFault(1, BookingFault.UNREADABLE),))


def _bring_in(
    desk: Desk,
    arguments: argparse.Namespace,
    name: str,
    sheet: OutcomeSheet,
    told: list[dict[str, object]],
) -> bool:
    """One file; whether it could be brought in."""
    plan = None if sheet.faults else desk.teleq.plan(sheet.rows)
    sound = plan is not None and not plan.unknown
    if plan is not None and sound and not arguments.dry_run and plan.new:
        desk.teleq.come_back(sheet.rows)
    _tell(arguments, name, sheet, plan, told)
    return sound


def _tell(
    arguments: argparse.Namespace,
    name: str,
    sheet: OutcomeSheet,
    plan: OutcomePlan | None,
    told: list[dict[str, object]],
) -> None:
    lost = plan.unknown if plan else frozenset()
    told_of = zip(sheet.lines, sheet.rows, strict=True)
    unknown = [line for line, row in told_of if row.callback_id in lost]
    sound = plan is not None and not unknown
    counts = {
        "new": len(plan.new) if plan else 0,
        "known": plan.known if plan else 0,
        "over": plan.over if plan else 0,
    }
    if arguments.json:
        faults = told_faults(sheet.faults)
        faults += [{"line": line, "fault": "unknown"} for line in unknown]
        told.append({"file": name, **counts, "encoding": sheet.encoding, "faults": faults})
        return
    print(f"{name}:")
    if plan is not None:
        sentence = say(
            "{new} nya, {known} redan inlästa, {over} om det som redan var avslutat.",
            "{new} new, {known} brought in before, {over} of what was closed already.",
        )
        print(sentence.format(**counts))
    print_faults(sheet.faults)
    for line in unknown:
        sentence = say("rad {line}: {what}", "line {line}: {what}")
        print(sentence.format(line=line, what=fault_name("unknown")))
    print(
        say("Filen är inläst.", "The file is brought in.")
        if sound and not arguments.dry_run
        else say("Inget är ändrat.", "Nothing was changed.")
    )


def _queues(arguments: argparse.Namespace) -> int:
    from kundcenter.domain.calendar import local
    from kundcenter.start.desk import utc_now

    now = utc_now()
    today = local(now).date()
    with signed_in(arguments) as desk:
        queues = desk.callback_queues.all()
        names = {card.unit.id: card.unit for card in desk.units.directory().cards}
        rooms = {queue.id: desk.callback_queues.rooms(queue.id, today, 1) for queue in queues}
    rows: list[dict[str, object]] = [
        {
            "unit": names[queue.unit_id].hsa_id,
            "name": names[queue.unit_id].name,
            "category": queue.category,
            "digit": queue.category.digit,
            **_room(rooms[queue.id], now),
        }
        for queue in sorted(
            queues, key=lambda each: (names[each.unit_id].name, each.category.digit)
        )
    ]
    if arguments.json:
        print(json.dumps({"queues": rows}))
        return DONE
    for row in rows:
        sentence = say(
            "{name} {digit} {category}: {free} lediga av {places} i dag",
            "{name} {digit} {category}: {free} free of {places} today",
        )
        print(sentence.format(**row))
    if not rows:
        print(say("Inga köer.", "No queues."))
    return DONE


def _room(rooms: tuple[Room, ...], now: datetime) -> dict[str, int]:
    """Nobody can be placed any more in an interval that has passed: none of it is free."""
    open_ = [room for room in rooms if not room.timeslot.closed]
    return {
        "places": sum(room.timeslot.capacity for room in open_),
        "held": sum(room.held for room in rooms),
        "free": sum(room.free for room in rooms if room.timeslot.cutoff_at > now),
    }
