"""`kundcenter centre audit`: verify the centre's logs and anchors."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from kundcenter.cli.bars import Bars
from kundcenter.cli.finding_words import describe
from kundcenter.cli.profile_commands import DONE, UNSOUND
from kundcenter.cli.words import say

if TYPE_CHECKING:
    from db.connect import Engine
    from db.sync.centre_audit import CentreVerdict


def add_arguments(command: argparse.ArgumentParser) -> None:
    """What `centre audit` may be asked."""
    command.add_argument(
        "--witness",
        type=Path,
        action="append",
        default=[],
        metavar=say("FIL", "FILE"),
        help=say(
            "ankare som har legat någon annanstans; kan ges flera gånger",
            "anchors that lay elsewhere; may be given several times",
        ),
    )
    command.add_argument(
        "--heads",
        action="store_true",
        help=say(
            "skriv bara det senaste undertecknade ankaret, att spara någon annanstans",
            "only print the newest signed anchor, to be kept elsewhere",
        ),
    )


def audit(arguments: argparse.Namespace) -> int:
    """Exit codes as in profile_commands."""
    from db.connect import open_central
    from kundcenter.adapters.anchor_signing import AnchorCheck, AnchorKey
    from kundcenter.adapters.witness_file import read_witness
    from kundcenter.centre.config import read_config
    from kundcenter.centre.founding import open_founded

    config = read_config(arguments.config)
    check = AnchorCheck(AnchorKey(config.secret()).public).check
    witnesses = [each for path in arguments.witness for each in read_witness(path)]
    open_founded(config.database).dispose()  # it says what is wrong with it, if anything is
    engine = open_central(config.database, connections=1, patient=True)
    try:
        if arguments.heads:
            return _print_heads(engine)
        from db.sync.centre_audit import audit as read_all

        bars = Bars(hidden=arguments.json)
        verdict = read_all(engine, check, witnesses=witnesses, progress=bars)
        bars.close()
    finally:
        engine.dispose()
    return _tell(verdict, as_json=arguments.json)


def _print_heads(engine: Engine) -> int:
    from db.sync.anchors import SqlAnchors
    from kundcenter.adapters.witness_file import witness_line
    from kundcenter.domain.anchors import Witness

    newest = SqlAnchors(engine).newest()
    if newest is not None:
        print(witness_line(Witness(newest)))
    return DONE


def _tell(verdict: CentreVerdict, *, as_json: bool) -> int:
    newest = verdict.newest
    if as_json:
        told = {
            "sound": verdict.sound,
            "anchors": verdict.anchors,
            "newest": {"n": newest.n, "at": newest.at.isoformat(), "hash": newest.hash.hex()}
            if newest
            else None,
            "operations": verdict.operations,
            "accesses": verdict.accesses,
            "unread": verdict.unread,
            "findings": [
                {"part": each.part, "fault": each.fault, "where": each.where, "n": each.n}
                for each in verdict.findings
            ],
        }
        print(json.dumps(told))
        return DONE if verdict.sound else UNSOUND
    for finding in verdict.findings:
        print(describe(finding))
    if verdict.unread:
        line = say(
            "{count} operationer gick inte att läsa när de kom, och kan inte kontrolleras.",
            "{count} operations could not be read when they came, and cannot be verified.",
        )
        print(line.format(count=verdict.unread))
    if newest is None:
        print(say("Det finns inget ankare än.", "There is no anchor yet."))
    said = (
        say(
            "Allt håller: {anchors} ankare, {operations} operationer, {accesses} loggposter.",
            "Everything holds: {anchors} anchors, {operations} operations, {accesses} log records.",
        )
        if verdict.sound
        else say("{count} fel.", "{count} faults.")
    )
    print(
        said.format(
            anchors=verdict.anchors,
            operations=verdict.operations,
            accesses=verdict.accesses,
            count=len(verdict.findings),
        )
    )
    return DONE if verdict.sound else UNSOUND
