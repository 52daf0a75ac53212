"""`kundcenter centre removal`: what the centre would take away from this desk, and leave to do so.

Run at the desk, in its profile, while the workstation is closed.
"""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

from kundcenter.cli.profile_commands import (
    DONE,
    EXIT_CODES,
    UNSOUND,
    add_json,
    attempted,
    home,
    source_of,
)
from kundcenter.cli.words import say

if TYPE_CHECKING:
    from kundcenter.domain.link import Removal


def register(subjects: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `removal` to what can be asked about the centre."""
    command = subjects.add_parser(
        "removal",
        help=say(
            "visa eller tillåt att det mesta av en mängd tas bort här",
            "show or allow that most of a bucket is taken away here",
        ),
        description=say(
            "Om centralen skulle ta bort mer än hälften av något stort ändras inget här förrän en"
            " administratör har tillåtit det. Utan --allow visas bara vad som väntar. Lösenordet"
            " frågas efter, eller läses som nästa rad från standard in.",
            "When the centre would take away more than half of something large, nothing is changed"
            " here until an administrator has allowed it. Without --allow it only tells what waits."
            " The password is asked for, or read as the next line of standard input.",
        ),
        epilog=say(*EXIT_CODES),
    )
    command.add_argument(
        "--allow",
        metavar=say("MÄNGD", "BUCKET"),
        help=say("tillåt det en gång för den här mängden", "allow it once for this bucket"),
    )
    command.add_argument(
        "--user",
        metavar=say("NAMN", "NAME"),
        help=say("administratören som tillåter det", "the administrator who allows it"),
    )
    command.add_argument("--profile", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    add_json(command)
    command.set_defaults(run=lambda asked: attempted(lambda: _run(asked), as_json=asked.json))


def _run(arguments: argparse.Namespace) -> int:
    """What waits; exit code UNSOUND while something does."""
    from kundcenter.cli.asking import typed
    from kundcenter.start.opening import open_desk, open_profile

    allowed: Removal | None = None
    with open_profile(home(arguments)) as profile, open_desk(profile, source_of(profile)) as opened:
        link = opened.link
        waiting = () if link is None else link.removals()
        if arguments.allow is not None and link is not None:
            allowed = next((each for each in waiting if each.bucket == arguments.allow), None)
            if allowed is not None:
                password = typed(say("Lösenord: ", "Password: "))
                opened.desk.sessions.sign_in(arguments.user or "", password)
                try:
                    link.allow_removal(allowed)
                finally:
                    opened.desk.sessions.sign_out()
    _tell(waiting, allowed, as_json=arguments.json)
    if arguments.allow is not None:
        return DONE if allowed else UNSOUND
    return UNSOUND if waiting else DONE


def _tell(waiting: tuple[Removal, ...], allowed: Removal | None, *, as_json: bool) -> None:
    if as_json:
        told = [{"bucket": e.bucket, "count": e.count, "size": e.size} for e in waiting]
        print(json.dumps({"waiting": told, "allowed": allowed.bucket if allowed else None}))
        return
    for each in waiting:
        line = say(
            "{bucket}: {count} av {size} uppgifter skulle tas bort. Inget är borttaget.",
            "{bucket}: {count} of {size} rows would go. Nothing has been taken away.",
        )
        print(line.format(bucket=each.bucket, count=each.count, size=each.size))
    if allowed is not None:
        print(say("Tillåtet, en gång.", "Allowed, once."))
    elif not waiting:
        print(say("Inget väntar på lov.", "Nothing waits for leave."))
