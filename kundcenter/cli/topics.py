"""`kundcenter topics`: bring in a file of knowledge cards, or write them to one."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

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
    from kundcenter.domain.service_desk.sheets import TopicSheet
    from kundcenter.domain.service_desk.topics import TopicPlan


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `topics` to the program's commands."""
    topics = commands.add_parser("topics", help=say("kunskapskort", "knowledge cards"))
    subjects = topics.add_subparsers(required=True, metavar=say("VAD", "WHAT"))
    command = subjects.add_parser(
        "import",
        help=say("läs in kort från en TOML- eller JSON-fil", "bring in cards from TOML or JSON"),
        description=say(
            "Läser in hela filen eller inget av den. Ett kort med samma område och rubrik blir"
            " nästa version. Lösenordet frågas efter, eller läses som nästa rad från standard in.",
            "Brings in the whole file or nothing of it. A card with the same heading and title"
            " becomes the next version. The password is asked for, or read as the next line of"
            " standard input.",
        ),
        epilog=say(*EXIT_CODES),
    )
    command.add_argument("file", metavar=say("FIL", "FILE"))
    add_user(command, ("vem som läser in dem", "who brings them in"))
    add_dry_run(command)
    add_json(command)
    command.set_defaults(run=run_import)
    command = subjects.add_parser(
        "export",
        help=say("skriv korten till en fil", "write the cards to a file"),
        description=say(
            "Skriver alla kort som är i bruk: som JSON om filen heter .json, annars som TOML.",
            "Writes all cards in use: as JSON when the file is called .json, else as TOML.",
        ),
        epilog=say(*EXIT_CODES),
    )
    command.add_argument("file", metavar=say("FIL", "FILE"))
    add_user(command)
    command.add_argument(
        "--replace",
        action="store_true",
        help=say("skriv över en fil som finns", "write over a file that is there"),
    )
    add_json(command)
    command.set_defaults(run=run_export)


def run_import(arguments: argparse.Namespace) -> int:
    """Exit codes as in profile_commands; 1 when cards have faults, and then nothing was done."""
    return attempted(lambda: _import(arguments), as_json=arguments.json)


def run_export(arguments: argparse.Namespace) -> int:
    """Exit codes as in profile_commands."""
    return attempted(lambda: _export(arguments), as_json=arguments.json)


def _import(arguments: argparse.Namespace) -> int:
    from kundcenter.adapters.text_file import decoded, read_bytes
    from kundcenter.domain.calendar import local
    from kundcenter.domain.service_desk.sheets import FILE_LIMIT, TopicFileTooLarge, read_topics
    from kundcenter.domain.service_desk.topics import TopicPlan
    from kundcenter.domain.units import hsa_key

    # The file first: nobody types a password for a file that is not there.
    text = decoded(read_bytes(arguments.file, FILE_LIMIT, TopicFileTooLarge))
    with signed_in(arguments) as desk:
        cards = desk.units.directory().cards
        units = {hsa_key(card.unit.hsa_id): card.id for card in cards}
        sheet = read_topics(text, local(desk.now()).date(), units)
        plan = desk.topics.plan(sheet.drafts) if not sheet.faults else TopicPlan()
        done = not (sheet.faults or arguments.dry_run)
        if done and (plan.new or plan.changed):
            desk.topics.import_(sheet.drafts)
    _tell(plan, sheet, done=done, as_json=arguments.json)
    return UNSOUND if sheet.faults else DONE


def _export(arguments: argparse.Namespace) -> int:
    from kundcenter.adapters.new_files import write_new
    from kundcenter.domain.service_desk.sheets import written

    path = Path(arguments.file)
    with signed_in(arguments) as desk:
        topics = [each for each in desk.topics.all() if each.retired_at is None]
        hsa_ids = {card.id: card.unit.hsa_id for card in desk.units.directory().cards}
    content = written(topics, hsa_ids, as_json=path.suffix.lower() == ".json")
    write_new(path, content.encode(), replace=arguments.replace)
    if arguments.json:
        print(json.dumps({"topics": len(topics), "file": arguments.file}))
    else:
        sentence = say("{count} kort är skrivna.", "{count} cards are written.")
        print(sentence.format(count=len(topics)))
    return DONE


def _tell(plan: TopicPlan, sheet: TopicSheet, *, done: bool, as_json: bool) -> None:
    counts = {"new": len(plan.new), "changed": len(plan.changed), "same": plan.same}
    if as_json:
        faults = [{"card": each.card, "fault": each.fault} for each in sheet.faults]
        print(json.dumps({"done": done, **counts, "faults": faults}))
        return
    if not sheet.faults:
        sentence = say(
            "{new} nya, {changed} ändrade, {same} lika.",
            "{new} new, {changed} changed, {same} the same.",
        )
        print(sentence.format(**counts))
    for each in sheet.faults:
        where = say("kort {card}: {what}", "card {card}: {what}")
        whole = say("filen: {what}", "the file: {what}")
        print((where if each.card else whole).format(card=each.card, what=fault_name(each.fault)))
    print(
        say("Korten är inlästa.", "The cards are brought in.")
        if done
        else say("Inget är ändrat.", "Nothing was changed.")
    )


def fault_name(fault: str) -> str:
    """What is wrong, in words."""
    return {
        "not_read": say("den är varken TOML eller JSON", "it is neither TOML nor JSON"),
        "nothing": say("den har inga kort", "it has no cards"),
        "too_many": say("den har för många kort", "it has too many cards"),
        "fields": say(
            "ett fält saknas, är okänt eller av fel sort",
            "a field is missing, unknown or of a wrong sort",
        ),
        "heading": say("området är okänt", "the heading is unknown"),
        "title": say("rubriken saknas", "the title is missing"),
        "text": say("texten saknas", "the text is missing"),
        "link": say("länken leder inte till 1177.se", "the link does not lead to 1177.se"),
        "owner": say("ingen svarar för kortet", "nobody answers for the card"),
        "reviewed_on": say("granskningsdagen ligger framåt", "the day of review is to come"),
        "long": say("ett fält är för långt eller ingen text", "a field is too long or no text"),
        "unit": say("ingen enhet har HSA-id:t", "no unit has the HSA-id"),
        "repeated": say("kortet står redan i filen", "the card is in the file already"),
    }[fault]
