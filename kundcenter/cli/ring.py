"""`kundcenter ring` and `kundcenter open`: hand a ring or a number to the running workstation.

For exchanges and their programs, and for links that somebody has clicked.  Quick, for it is started
at each ring: no Qt and no store is imported here.
"""

from __future__ import annotations

import argparse
import re
import sys

from kundcenter.cli.words import say
from kundcenter.domain.switchboard.handed import (
    MOST,
    HandedFault,
    HandedInvalid,
    HandedReply,
    NobodyHears,
    NoReply,
    read_url,
    ring_url,
)

NAMES = ("ring", "open")
DONE, NOT_UNDERSTOOD, NOT_DONE = 0, 2, 3
_LINK = re.compile("(kundcenter|tel):", re.IGNORECASE)
_CODES = (
    "Slutkod: 0 lämnat, 2 gick inte att förstå, 3 inte lämnat.",
    "Exit code: 0 handed in, 2 not understood, 3 not handed in.",
)


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `ring` and `open` to the program's commands."""
    ring = commands.add_parser(
        "ring",
        help=say("lämna en påringning till arbetsstationen", "hand a ring to the workstation"),
        description=say(
            "En växel av vilket fabrikat som helst kan köra kommandot när det ringer."
            " Arbetsstationen på samma profil och hos samma användare visar samtalet.",
            "An exchange of any make can run the command when it rings. The workstation of the"
            " same profile and the same user shows the call.",
        ),
        epilog=say(*_CODES),
    )
    number = say("NUMMER", "NUMBER")
    ring.add_argument(
        "--from",
        dest="caller",
        required=True,
        metavar=number,
        help=say('vem som ringer, "anonymous" om dolt', 'who rings, "anonymous" if withheld'),
    )
    ring.add_argument(
        "--to", required=True, metavar=number, help=say("vilket nummer som ringts", "number called")
    )
    ring.add_argument(
        "--id",
        dest="keyed_id",
        metavar=say("SIFFROR", "DIGITS"),
        help=say("vad den som ringer har knappat in", "what the caller has keyed in"),
    )
    ring.add_argument("--queue", metavar=say("KÖ", "QUEUE"), help=say("svarsgrupp", "queue"))
    ring.add_argument(
        "--ended", action="store_true", help=say("det samtalet är slut", "that call is over")
    )
    ring.set_defaults(run=run_ring)
    link = commands.add_parser(
        "open",
        help=say("öppna en länk: kundcenter://, tel:", "open a link: kundcenter://, tel:"),
        description=say(
            "Lämnar en länk till arbetsstationen. Inget nummer rings förrän operatören har tryckt.",
            "Hands a link to the workstation. No number is rung before the operator has pressed.",
        ),
        epilog=say(*_CODES),
    )
    link.add_argument("url", metavar=say("LÄNK", "LINK"), help="kundcenter://…, tel:…")
    link.set_defaults(run=run_open)


def handing(arguments: list[str]) -> list[str] | None:
    """The arguments as of a command of this module; None when they are of another.

    A link alone is `open`: so desktops start the program that a link belongs to.
    """
    at = 2 if arguments[:1] == ["--profile"] else 0
    at += bool(arguments[at:] and arguments[at].startswith("--profile="))
    first = arguments[at] if len(arguments) > at else ""
    if first in NAMES:
        return arguments
    return [*arguments[:at], "open", *arguments[at:]] if _LINK.match(first) else None


def run_ring(arguments: argparse.Namespace) -> int:
    try:
        url = ring_url(
            arguments.caller,
            arguments.to,
            keyed_id=arguments.keyed_id,
            queue=arguments.queue,
            ended=arguments.ended,
        )
    except HandedInvalid as error:
        return _not_understood(error)
    return _delivered(arguments, url)


def run_open(arguments: argparse.Namespace) -> int:
    if len(arguments.url) > MOST:
        return _not_understood(HandedInvalid(fault=HandedFault.TOO_LONG))
    return _delivered(arguments, arguments.url)


def _delivered(arguments: argparse.Namespace, url: str) -> int:
    """The workstation reads it, and knows numbers already; only what it refuses is read here."""
    from kundcenter.adapters.hand_off import deliver

    try:
        reply = deliver(arguments.profile, url)
    except NobodyHears:
        words = say(
            "Ingen arbetsstation är i gång på profilen.", "No workstation runs on the profile."
        )
    except NoReply:
        words = say("Arbetsstationen svarade inte.", "The workstation did not answer.")
    else:
        if reply is HandedReply.TAKEN:
            return DONE
        if reply is HandedReply.REFUSED:
            try:
                read_url(url)
            except HandedInvalid as error:
                return _not_understood(error)
        words = _reply_words(reply)
    print(words, file=sys.stderr)
    return NOT_DONE


def _reply_words(reply: HandedReply) -> str:
    match reply:
        case HandedReply.NO_RING:
            return say("Inget sådant samtal ringer.", "No such call rings.")
        case HandedReply.TOO_MANY:
            return say(
                "Arbetsstationen tar inte emot fler just nu.",
                "The workstation takes no more just now.",
            )
    return say("Arbetsstationen tog inte emot det.", "The workstation did not take it.")


def _not_understood(error: HandedInvalid) -> int:
    """Says which part it is, and never what stood there."""
    part = str(error.facts.get("field", ""))
    words = {
        HandedFault.TOO_LONG: say("Det är för långt.", "It is too long."),
        HandedFault.SCHEME: say(
            "Länken börjar inte med kundcenter:// eller tel:.",
            "The link does not begin with kundcenter:// or tel:.",
        ),
        HandedFault.HOST: say(
            "Länken är varken kundcenter://ring eller kundcenter://dial.",
            "The link is neither kundcenter://ring nor kundcenter://dial.",
        ),
        HandedFault.FIELD_UNKNOWN: say(
            "Länken har ett okänt fält.", "The link has an unknown field."
        ),
    }.get(error.facts["fault"])  # type: ignore[call-overload]
    told = say("Det som står i {part} går inte att läsa.", "What stands in {part} cannot be read.")
    print(words or told.format(part=part or say("länken", "the link")), file=sys.stderr)
    return NOT_UNDERSTOOD
