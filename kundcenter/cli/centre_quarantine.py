"""`kundcenter centre quarantine …` and `kundcenter centre restored`."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from kundcenter.cli.centre_arguments import Verb, add_config, late
from kundcenter.cli.profile_commands import EXIT_CODES, add_json
from kundcenter.cli.words import say

if TYPE_CHECKING:
    Subjects = argparse._SubParsersAction[argparse.ArgumentParser]


def register(subjects: Subjects) -> None:
    """Add both to what `centre` knows."""
    _register_quarantine(subjects)
    _register_restored(subjects)


def _register_quarantine(subjects: Subjects) -> None:
    help = say("operationer som ingen kunnat genomföra", "operations that could not be carried out")
    quarantine = subjects.add_parser(
        "quarantine",
        help=help,
        description=say(
            "Det som hänt kastas aldrig. Det genomförs igen när hindret är undanröjt (drive),"
            " eller skrivs om av en människa som löser sin uppgift vid skrivbordet.",
            "What has happened is never thrown away. It is carried out again when what stood"
            " against it is mended (drive), or written anew by a person, who resolves the work"
            " item at the desk.",
        ),
        epilog=say(*EXIT_CODES),
    )
    verbs = quarantine.add_subparsers(required=True, metavar=say("VAD", "WHAT"))
    listed = _command(
        verbs,
        "list",
        say("visa vad som väntar, utan patientuppgifter", "show what waits, no patient data"),
    )
    listed.set_defaults(run=_run("list"))
    shown = _command(verbs, "show", say("visa en operation", "show one operation"))
    _add_id(shown)
    shown.add_argument(
        "--yes-show-contents",
        action="store_true",
        help=say(
            "skriv också ut innehållet, som kan vara patientuppgifter",
            "print its contents too, which may be patient data",
        ),
    )
    shown.set_defaults(run=_run("show"))
    owned = _command(verbs, "own", say("säg vem som ser till den", "say who sees to it"))
    _add_id(owned)
    owned.add_argument(
        "--owner",
        required=True,
        metavar=say("ANVÄNDARNAMN", "USER_NAME"),
        help=say("tomt: ingen", "empty: nobody"),
    )
    owned.set_defaults(run=_run("own"))
    _register_drive(verbs)


def _register_drive(verbs: Subjects) -> None:
    driven = _command(
        verbs,
        "drive",
        say("genomför igen, i den ordning det gjordes", "carry out again, in its order"),
    )
    which = driven.add_mutually_exclusive_group(required=True)
    which.add_argument("id", nargs="*", type=UUID, default=[], metavar="ID")
    which.add_argument(
        "--device",
        metavar=say("SKRIVBORD", "DESK"),
        help=say("allt från skrivbordet, med namn eller id", "all of the desk, by name or id"),
    )
    which.add_argument("--all", action="store_true", help=say("allt", "all"))
    driven.add_argument(
        "--vouch",
        action="store_true",
        help=say(
            "du har tagit reda på att den som gjorde det fick logga in",
            "you have found out that whoever did it was allowed to sign in",
        ),
    )
    driven.add_argument(
        "--though-resolved",
        action="store_true",
        help=say(
            "även det vars uppgift någon har löst: det kan bli gjort två gånger",
            "also what somebody has resolved: it may come to be done twice",
        ),
    )
    driven.set_defaults(run=_run("drive"))


def _register_restored(subjects: Subjects) -> None:
    restored = subjects.add_parser(
        "restored",
        help=say("databasen är återställd till en tidigare kopia", "the database was put back"),
        description=say(
            "Kör det när PostgreSQL är återställd från en kopia eller till en tidpunkt, innan"
            " tjänsten startas. Skrivborden skickar då igen allt som kopian saknar, behåller sina"
            " rader och hämtar det som skiljer.",
            "Run it when PostgreSQL was put back from a copy or to a point in time, before the"
            " service is started. The desks then send again all that the copy lacks, keep their"
            " rows, and fetch what differs.",
        ),
        epilog=say(*EXIT_CODES),
    )
    add_config(restored)
    restored.add_argument(
        "--database",
        metavar="URL",
        help=say(
            "databasen som dess ägare, om tjänstens roll inte får skriva märken",
            "the database as its owner, where the service's role may not write marks",
        ),
    )
    restored.add_argument(
        "--earlier",
        action="append",
        default=[],
        type=UUID,
        metavar=say("EPOK", "EPOCH"),
        help=say(
            "en epok som skrivbord hör till och som kopian inte känner; kan ges flera gånger",
            "an epoch that desks are of and the copy does not know; may be given several times",
        ),
    )
    add_json(restored)
    restored.set_defaults(run=_run("restored"))


def _command(verbs: Subjects, name: str, help: str) -> argparse.ArgumentParser:
    command = verbs.add_parser(name, help=help, epilog=say(*EXIT_CODES))
    add_config(command)
    add_json(command)
    return command


def _add_id(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "id", type=UUID, metavar="ID", help=say("som `list` visar det", "as `list` shows it")
    )


def _run(verb: str) -> Verb:
    return late(_verbs, verb)


def _verbs() -> Mapping[str, Verb]:
    from kundcenter.cli import quarantine_verbs

    return quarantine_verbs.VERBS
