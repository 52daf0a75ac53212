"""`kundcenter packs`: bring in a content pack, write one to a file, list what there is."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from kundcenter.cli.pack_faults import fault_name, place_name
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
    from kundcenter.domain.packs import Pack
    from kundcenter.domain.packs.checks import Faulty
    from kundcenter.domain.packs.plan import PackPlan


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `packs` to the program's commands."""
    packs = commands.add_parser("packs", help=say("innehållspaket", "content packs"))
    subjects = packs.add_subparsers(required=True, metavar=say("VAD", "WHAT"))
    command = subjects.add_parser(
        "import",
        help=say("läs in ett innehållspaket", "bring in a content pack"),
        description=say(
            "Läser in ett paket i TOML och berättar vad som skiljer. Ingen ser det förrän den"
            " medicinskt ansvariga har godkänt det. Lokala formuleringar står kvar. Lösenordet"
            " frågas efter, eller läses som nästa rad från standard in.",
            "Brings in a pack in TOML and tells what differs. Nobody sees it until the medical"
            " lead has approved it. Local wordings stay. The password is asked for, or read as the"
            " next line of standard input.",
        ),
        epilog=say(*EXIT_CODES),
    )
    command.add_argument("file", metavar=say("FIL", "FILE"))
    add_dry_run(command)
    _add_run(command, run_import)
    command = subjects.add_parser(
        "export",
        help=say("skriv ett innehållspaket till en fil", "write a content pack to a file"),
        description=say(
            "Skriver ett paket till en fil i TOML, att redigera och läsa in som nästa version.",
            "Writes a pack to a file in TOML, to be edited and brought in as the next version.",
        ),
        epilog=say(*EXIT_CODES),
    )
    command.add_argument("code", metavar=say("KOD", "CODE"))
    command.add_argument("file", metavar=say("FIL", "FILE"))
    command.add_argument(
        "--version",
        metavar="VERSION",
        help=say("annars den som gäller", "else the one in force"),
    )
    command.add_argument(
        "--local",
        action="store_true",
        help=say("med de lokala formuleringarna", "with the local wordings"),
    )
    command.add_argument(
        "--replace",
        action="store_true",
        help=say("skriv över en fil som finns", "write over a file that is there"),
    )
    _add_run(command, run_export)
    command = subjects.add_parser(
        "list",
        help=say("visa vilka innehållspaket som finns", "list the content packs"),
        epilog=say(*EXIT_CODES),
    )
    _add_run(command, run_list)


def _add_run(command: argparse.ArgumentParser, run: object) -> None:
    add_user(command)
    add_json(command)
    command.set_defaults(run=run)


def run_import(arguments: argparse.Namespace) -> int:
    """Exit codes as in profile_commands; 1 when the pack has faults, and then nothing was done."""
    return attempted(lambda: _import(arguments), as_json=arguments.json)


def run_export(arguments: argparse.Namespace) -> int:
    """Exit codes as in profile_commands."""
    return attempted(lambda: _export(arguments), as_json=arguments.json)


def run_list(arguments: argparse.Namespace) -> int:
    """Exit codes as in profile_commands."""
    return attempted(lambda: _list(arguments), as_json=arguments.json)


def _import(arguments: argparse.Namespace) -> int:
    from kundcenter.adapters.text_file import read_text
    from kundcenter.domain.packs.checks import PackFaulty
    from kundcenter.domain.packs.files import read_pack
    from kundcenter.start.desk import published_codes

    # The file first: nobody types a password for a file that is not there, or faulty.
    codes = published_codes()
    try:
        content = read_pack(read_text(arguments.file), codes[max(codes)])
    except PackFaulty as error:
        _tell_faults(error.faults, as_json=arguments.json)
        return UNSOUND
    with signed_in(arguments) as desk:
        plan = desk.packs.plan(content)
        done = not arguments.dry_run
        if done:
            desk.packs.import_(content)
    _tell_plan(plan, done=done, as_json=arguments.json)
    return DONE


def _export(arguments: argparse.Namespace) -> int:
    from kundcenter.adapters.new_files import write_new
    from kundcenter.domain.packs import PackNotFound
    from kundcenter.domain.packs.files import pack_text
    from kundcenter.domain.packs.shelf import as_worded, current

    with signed_in(arguments) as desk:
        packs = [pack for pack in desk.packs.all() if pack.content.code == arguments.code]
        if arguments.version is None:
            found = current(packs, arguments.code)
        else:
            found = next((p for p in packs if p.content.version == arguments.version), None)
        if found is None:
            raise PackNotFound
        content = found.content
        if arguments.local:
            topics = {topic.code for pack in packs for topic in pack.content.topics}
            edits = [e for code in sorted(topics) for e in desk.packs.edits(arguments.code, code)]
            content = as_worded(content, edits)
    write_new(Path(arguments.file), pack_text(content).encode(), replace=arguments.replace)
    if arguments.json:
        print(json.dumps({"version": content.version, "topics": len(content.topics)}))
    else:
        sentence = say("Version {version} är skriven.", "Version {version} is written.")
        print(sentence.format(version=content.version))
    return DONE


def _list(arguments: argparse.Namespace) -> int:
    with signed_in(arguments) as desk:
        packs, shelf = desk.packs.all(), desk.packs.shelf()
    forced = {pack.id for pack in shelf.packs}
    told = [(pack, _state(pack, in_force=pack.id in forced)) for pack in packs]
    if arguments.json:
        rows = [
            {
                "code": pack.content.code,
                "version": pack.content.version,
                "title": pack.content.title,
                "state": state,
                "review_on": pack.content.review_on.isoformat(),
                "approver": pack.approver,
                "topics": len(pack.content.topics),
            }
            for pack, state in told
        ]
        edited = sum(shown.edited for shown in shelf.topics)
        conflicts = sum(shown.conflict for shown in shelf.topics)
        print(json.dumps({"packs": rows, "edited": edited, "conflicts": conflicts}))
        return DONE
    for pack, state in told:
        sentence = say(
            "{code} {version}: {state}, granskas {day} – {title}",
            "{code} {version}: {state}, review {day} – {title}",
        )
        content = pack.content
        print(
            sentence.format(
                code=content.code,
                version=content.version,
                state=_state_name(state),
                day=content.review_on.isoformat(),
                title=content.title,
            )
        )
    if not told:
        print(say("Inga innehållspaket.", "No content packs."))
    return DONE


def _state(pack: Pack, *, in_force: bool) -> str:
    if pack.retired_at is not None:
        return "retired"
    if in_force:
        return "in_force"
    return "waiting" if pack.approved_at is None else "followed"


def _state_name(state: str) -> str:
    return {
        "retired": say("ur bruk", "retired"),
        "in_force": say("gäller", "in force"),
        "waiting": say("väntar på godkännande", "waits for approval"),
        "followed": say("ersatt", "followed by another"),
    }[state]


def _tell_faults(faults: tuple[Faulty, ...], *, as_json: bool) -> None:
    if as_json:
        told = [{"place": each.place, "fault": each.fault} for each in faults]
        print(json.dumps({"done": False, "faulty": len(faults), "faults": told}))
        return
    for each in faults:
        print(f"{place_name(each.place)}: {fault_name(each.fault)}")
    print(say("Inget är ändrat.", "Nothing was changed."))


def _tell_plan(plan: PackPlan, *, done: bool, as_json: bool) -> None:
    counts = {
        "new": len(plan.new),
        "changed": len(plan.changed),
        "gone": len(plan.gone),
        "same": plan.same,
        "kept_edits": len(plan.kept_edits),
        "conflicts": len(plan.conflicts),
    }
    if as_json:
        facts = {"since": plan.since, "known": plan.known, "older": plan.older}
        changed = {
            change.newer.code: [each.field for each in change.differences]
            for change in plan.changed
        }
        disputed = [conflict.edit.topic_code for conflict in plan.conflicts]
        whole = {"done": done, **counts, **facts, "fields": changed, "disputed": disputed}
        print(json.dumps({**whole, "faulty": 0, "faults": []}))
        return
    sentence = say(
        "{new} nya ämnen, {changed} ändrade, {gone} borta, {same} lika.",
        "{new} new topics, {changed} changed, {gone} gone, {same} the same.",
    )
    print(sentence.format(**counts))
    for change in plan.changed:
        for each in change.differences:
            print(f"{change.newer.code} {each.field}:")
            print("".join(f"  - {row}\n" for row in each.older if row not in each.newer), end="")
            print("".join(f"  + {row}\n" for row in each.newer if row not in each.older), end="")
    if plan.older:
        sentence = say("Äldre än {since}, som gäller.", "Older than {since}, which is in force.")
        print(sentence.format(since=plan.since))
    for conflict in plan.conflicts:
        sentence = say(
            "{code}: ändrat både här och i paketet. Den lokala formuleringen står kvar.",
            "{code}: changed both here and in the pack. The local wording stays.",
        )
        print(sentence.format(code=conflict.edit.topic_code))
    print(
        say("Paketet är inläst.", "The pack is brought in.")
        if done
        else say("Inget är ändrat.", "Nothing was changed.")
    )
