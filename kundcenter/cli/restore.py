"""`kundcenter restore`: put a copy back, and what was done since."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from kundcenter.cli.bars import Bars
from kundcenter.cli.finding_words import describe
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
    from kundcenter.start.opening import Report


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `restore` to the program's commands."""
    command = commands.add_parser(
        "restore",
        help=say("återställ en säkerhetskopia", "restore a backup"),
        description=say(
            "Kontrollerar kopian, flyttar undan den nuvarande databasen (den tas aldrig bort),"
            " lägger kopian på plats och gör om allt som har gjorts sedan dess.",
            "Verifies the copy, moves the present database aside (it is never deleted), puts the"
            " copy in its place, and does again everything that was done since.",
        ),
        epilog=say(*EXIT_CODES),
    )
    command.add_argument(
        "copy",
        type=Path,
        nargs="?",
        metavar=say("FIL", "FILE"),
        help=say("kopian; behövs inte med --accept-loss", "the copy; optional with --accept-loss"),
    )
    command.add_argument(
        "--accept-loss",
        action="store_true",
        help=say(
            "öppna fast arbete saknas som inte går att få tillbaka",
            "open although work is missing that cannot be brought back",
        ),
    )
    command.add_argument(
        "--new-profile",
        action="store_true",
        help=say(
            "gör profilens mapp av kopians etikett (mappen har gått förlorad)",
            "make the profile's folder of the copy's label (the folder was lost)",
        ),
    )
    command.add_argument(
        "--from-profile",
        type=Path,
        metavar=say("MAPP", "FOLDER"),
        help=say(
            "kopian är den här andra profilens, och läses med dess nyckel",
            "the copy is this other profile's, and is read with its key",
        ),
    )
    command.add_argument(
        "--from-centre",
        action="store_true",
        help=say(
            "ingen kopia: gör databasen på nytt av det som centralen och spegeln har",
            "no copy: make the database anew of what the centre and the mirror have",
        ),
    )
    add_json(command)
    command.set_defaults(run=run_restore, parser=command)


def run_restore(arguments: argparse.Namespace) -> int:
    """Exit codes as in profile_commands."""
    without = arguments.accept_loss or arguments.from_centre
    if arguments.copy is None and (not without or arguments.new_profile):
        arguments.parser.error(say("ange en kopia", "name a copy"))
    if arguments.from_centre and arguments.copy is not None:
        arguments.parser.error(say("antingen kopian eller centralen", "the copy or the centre"))
    return attempted(lambda: _restore(arguments), as_json=arguments.json)


def _restore(arguments: argparse.Namespace) -> int:
    from kundcenter.start.opening import OpeningTerms, open_desk, open_profile
    from kundcenter.start.restoring import adopt_label, open_for_restore, restore_copy

    bars = Bars(hidden=arguments.json)
    terms = OpeningTerms(progress=bars, accept_loss=arguments.accept_loss)
    if arguments.from_centre:
        from kundcenter.start.rebuilding import rebuild

        with open_for_restore(home(arguments)) as profile:
            restored = rebuild(profile, source_of(profile), terms)
        bars.close()
        _tell(restored.report, arguments, aside=restored.aside)
        return DONE if restored.verdict.sound else UNSOUND
    if arguments.copy is None:
        with open_profile(home(arguments)) as profile:
            with open_desk(profile, source_of(profile), terms) as opened:
                report = opened.report
            bars.close()
        return _tell(report, arguments)
    if arguments.new_profile:
        adopt_label(home(arguments), arguments.copy)
    copy_key = _key_of(arguments.from_profile) if arguments.from_profile else None
    with open_for_restore(home(arguments)) as profile:
        restored = restore_copy(
            profile, source_of(profile), arguments.copy, terms, copy_key=copy_key
        )
    bars.close()
    for finding in restored.verdict.findings:
        print(describe(finding))
    _tell(restored.report, arguments, aside=restored.aside)
    return DONE if restored.verdict.sound else UNSOUND


def _tell(report: Report, arguments: argparse.Namespace, aside: Path | None = None) -> int:
    done = report.agreement
    if arguments.json:
        told = {
            "aside": str(aside) if aside else None,
            "mirror_aside": str(done.set_aside) if done.set_aside else None,
            "operations": done.replayed,
            "accesses": done.accesses,
            "lost_operations": len(done.lost.operations),
            "lost_accesses": len(done.lost.accesses),
        }
        print(json.dumps(told))
        return DONE
    said = say(
        "Återställt. {operations} operationer och {accesses} loggposter hämtades ur spegeln.",
        "Restored. {operations} operations and {accesses} log records came from the mirror.",
    )
    print(said.format(operations=done.replayed, accesses=done.accesses))
    if aside:
        said = say("Den förra databasen ligger i {aside}", "The former database lies in {aside}")
        print(said.format(aside=aside))
    return DONE


def _key_of(folder: Path) -> bytes:
    from kundcenter.adapters.profile import Profile

    with Profile.open(folder, for_restore=True) as other:
        return bytes(other.key(source_of(other)))
