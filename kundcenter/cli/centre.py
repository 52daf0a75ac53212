"""`kundcenter centre …`: found the centre, serve it, see how it is, and let desks in."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kundcenter.cli import centre_quarantine, centre_removal
from kundcenter.cli.centre_arguments import Verb, add_config, late
from kundcenter.cli.centre_audit import add_arguments
from kundcenter.cli.profile_commands import EXIT_CODES, add_json
from kundcenter.cli.words import say

if TYPE_CHECKING:
    Subjects = argparse._SubParsersAction[argparse.ArgumentParser]


def register(commands: Subjects) -> None:
    """Add `centre` to the program's commands."""
    centre = commands.add_parser(
        "centre", help=say("den gemensamma centralen", "the centre that desks share")
    )
    subjects = centre.add_subparsers(required=True, metavar=say("VAD", "WHAT"))
    _register_init(subjects)
    _register_serve(subjects)
    _register_status(subjects)
    _register_invite(subjects)
    _register_enroll(subjects)
    _register_wipe(subjects)
    centre_removal.register(subjects)
    centre_quarantine.register(subjects)
    _register_audit(subjects)


def _register_init(subjects: Subjects) -> None:
    command = _command(
        subjects,
        "init",
        say("grunda en central på en PostgreSQL", "found a centre on a PostgreSQL"),
        say(
            "Gör databasens schema, centralens hemlighet och dess centre.toml. Det som redan finns"
            " lämnas som det är. Lösenordet till databasen hör hemma i en pgpass-fil.",
            "Makes the database's schema, the centre's secret and its centre.toml. What is there"
            " already is left as it is. The database's password belongs in a pgpass file.",
        ),
    )
    command.add_argument("--database", required=True, metavar="URL", help="postgresql://…")
    command.add_argument(
        "--dir",
        type=Path,
        required=True,
        metavar=say("MAPP", "FOLDER"),
        help=say("där centralens filer ska ligga", "where the centre's files shall be"),
    )
    command.add_argument(
        "--own-ca",
        action="store_true",
        help=say(
            "gör en egen certifikatutfärdare och ett certifikat",
            "make an authority of its own and a certificate",
        ),
    )
    command.add_argument(
        "--host",
        action="append",
        default=[],
        metavar=say("NAMN", "NAME"),
        help=say(
            "ett namn eller en adress som skrivborden når centralen på; kan ges flera gånger",
            "a name or address by which desks reach the centre; may be given several times",
        ),
    )
    command.add_argument(
        "--port", type=int, default=8443, metavar="PORT", help=say("annars 8443", "else 8443")
    )
    command.add_argument(
        "--administrator",
        metavar=say("ANVÄNDARNAMN", "USER_NAME"),
        help=say(
            "gör den första administratören; lösenordet frågas efter",
            "make the first administrator; the password is asked for",
        ),
    )
    add_json(command)
    command.set_defaults(run=_run("init"))


def _register_serve(subjects: Subjects) -> None:
    command = _command(
        subjects,
        "serve",
        say("kör centralens tjänst", "run the centre's service"),
        say(
            "Svarar skrivborden över TLS 1.3 tills den får SIGTERM eller Ctrl+C. Flera tjänster"
            " kan köras mot samma databas.",
            "Answers the desks over TLS 1.3 until SIGTERM or Ctrl+C. Several services may run on"
            " the same database.",
        ),
    )
    add_config(command)
    command.add_argument(
        "--insecure-loopback",
        action="store_true",
        help=say(
            "utan TLS, bara på den egna maskinen, bakom något som har TLS",
            "without TLS, on this machine only, behind something that has TLS",
        ),
    )
    command.set_defaults(run=_run("serve"), json=False)


def _register_status(subjects: Subjects) -> None:
    command = _command(
        subjects,
        "status",
        say("visa hur centralen mår", "show how the centre is"),
        say(
            "Visar varje skrivbord och när det senast hördes av, hur operationerna bedömts, och vad"
            " som väntar på att någon ser på det.",
            "Shows every desk and when it was last heard of, how operations were judged, and what"
            " waits for somebody to look at it.",
        ),
    )
    add_config(command)
    add_json(command)
    command.set_defaults(run=_run("status"))


def _register_invite(subjects: Subjects) -> None:
    command = _command(
        subjects,
        "invite",
        say("bjud in ett skrivbord", "invite a desk"),
        say(
            "Skriver en engångskod som gäller ett dygn. Koden sparas ingenstans.",
            "Prints a code for one desk, good for a day. The code is kept nowhere.",
        ),
    )
    add_config(command)
    command.add_argument(
        "--name",
        required=True,
        metavar=say("NAMN", "NAME"),
        help=say("vad skrivbordet ska heta", "what the desk shall be called"),
    )
    command.add_argument(
        "--care-unit",
        required=True,
        metavar="HSA-ID",
        help=say("vårdenheten som skrivbordet hör till", "the care unit the desk belongs to"),
    )
    add_json(command)
    command.set_defaults(run=_run("invite"))


def _register_enroll(subjects: Subjects) -> None:
    command = _command(
        subjects,
        "enroll",
        say("anslut det här skrivbordet till en central", "join this desk to a centre"),
        say(
            "Visar koden för centralen och skriver [centre] i profilens settings.toml.",
            "Shows the code to the centre and writes [centre] in the profile's settings.toml.",
        ),
    )
    command.add_argument("--url", required=True, metavar="URL", help="https://…")
    command.add_argument(
        "--ca",
        type=Path,
        metavar=say("FIL", "FILE"),
        help=say(
            "centralens egen certifikatutfärdare (ca.pem), om maskinen inte känner den",
            "the centre's own authority (ca.pem), if the machine does not know it",
        ),
    )
    command.add_argument(
        "--code",
        required=True,
        metavar=say("KOD", "CODE"),
        help=say("engångskoden", "the code for one desk"),
    )
    command.add_argument("--profile", type=Path, default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    add_json(command)
    command.set_defaults(run=_run("enroll"))


def _register_wipe(subjects: Subjects) -> None:
    command = _command(
        subjects,
        "wipe",
        say("låt ett skrivbord radera sig självt", "have a desk erase itself"),
        say(
            "Skrivbordet skickar först allt det har, förstör sedan sin nyckel och sina filer och"
            " säger till. Med --hostile raderar det genast, även det som inte är skickat.",
            "The desk first sends all it has, then destroys its key and its files, and says so."
            " With --hostile it erases at once, also what was not sent.",
        ),
    )
    add_config(command)
    command.add_argument(
        "--name",
        required=True,
        metavar=say("NAMN", "NAME"),
        help=say("skrivbordets namn", "the desk's name"),
    )
    command.add_argument(
        "--hostile",
        action="store_true",
        help=say("skrivbordet är i orätta händer", "the desk is in wrong hands"),
    )
    command.set_defaults(run=_run("wipe"), json=False)


def _register_audit(subjects: Subjects) -> None:
    command = _command(
        subjects,
        "audit",
        say("kontrollera centralens loggar och ankare", "verify the centre's logs and anchors"),
        say(
            "Räknar om varje kedja och varje ankare i databasen, och jämför med ankare som har"
            " legat någon annanstans.",
            "Computes every chain and every anchor of the database anew, and compares them with"
            " anchors that lay elsewhere.",
        ),
    )
    add_config(command)
    add_arguments(command)
    add_json(command)
    command.set_defaults(run=_run("audit"))


def _command(subjects: Subjects, name: str, help: str, description: str) -> argparse.ArgumentParser:
    return subjects.add_parser(name, help=help, description=description, epilog=say(*EXIT_CODES))


def _run(verb: str) -> Verb:
    return late(_verbs, verb)


def _verbs() -> Mapping[str, Verb]:
    from kundcenter.cli import centre_verbs

    return centre_verbs.VERBS
