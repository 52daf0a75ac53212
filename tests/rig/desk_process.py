"""A desk without a screen, as a process of its own: it works, it exchanges, and it can be killed.

`python -m tests.rig.desk_process FOLDER OPERATOR SEED PACE`.  The passphrase is the first line of
stdin; the second may be `idle`.  What it says on stdout, every line written at once:

    open REPLAYED PARKED             the profile is open; so much came back from the mirror
    saved N ID HASH KIND             a verb has returned: the operator was told that it is saved
    shown PERSON N HASH              a person was opened; the access record that says so
    state PHASE WAITING CODE         the link's state has changed
    at WAITING {"bucket": seq, …}    often, while it does not work
    refused CODE                     it cannot open the profile, and ends with 3
    unsaved CODE                     the operator was told that it was not saved

SIGUSR1: stop working, exchange only.  SIGUSR2: work again.  SIGTERM: end in good order.
PACE is the seconds between two verbs; 0 is as fast as it goes.
"""

from __future__ import annotations

import json
import logging
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from threading import Event

from db.commits import Commit
from db.faults import NotSaved
from kundcenter.adapters.passphrase import PassphraseSource
from kundcenter.domain.access_log import AccessRecord, Activity
from kundcenter.domain.link import LinkState
from kundcenter.errors import KundcenterError
from kundcenter.logs import MaskingFormatter, log_to
from kundcenter.operations import Operation
from kundcenter.start.joining import begin_link
from kundcenter.start.opening import OpenDesk, OpeningTerms, open_desk, open_profile
from kundcenter.start.settings_file import SETTINGS, read_settings
from tests.ground import CHEAP
from tests.rig.work import Worker

OUT = 1  # stdout: written to at once, line by line, so that a kill cuts no line


def say(*words: object) -> None:
    os.write(OUT, (" ".join(map(str, words)) + "\n").encode())


class Told:
    """Signals, as events."""

    def __init__(self) -> None:
        self.end, self.idle, self.wake = Event(), Event(), Event()
        signal.signal(signal.SIGTERM, lambda *_: self._hear(self.end.set))
        signal.signal(signal.SIGUSR1, lambda *_: self._hear(self.idle.set))
        signal.signal(signal.SIGUSR2, lambda *_: self._hear(self.idle.clear))

    def _hear(self, what: Callable[[], None]) -> None:
        what()
        self.wake.set()

    def rest(self, seconds: float) -> None:
        self.wake.wait(seconds)
        self.wake.clear()


def work(desk: OpenDesk, operator: str, rng: Random, pace: float, told: Told) -> None:
    """Until told to end."""
    worker = Worker(desk, rng)
    done: list[Operation] = []
    looks: list[AccessRecord] = []
    desk.followers.append(lambda commit: _note(done, looks, commit))
    while not told.end.is_set():
        if told.idle.is_set():
            assert desk.local is not None
            say("at", desk.local.waiting().count, json.dumps(desk.local.cursors()))
            told.rest(0.3)
            continue
        if not worker.seated(operator):
            told.rest(0.1)
        else:
            try:
                worker.act()
            except NotSaved as error:
                say("unsaved", error.code)
                told.rest(0.2)
        for each in done:
            say("saved", each.n, each.id, each.hash.hex(), each.kind)
        for look in looks:
            say("shown", look.person_id, look.n, look.hash.hex())
        done.clear()
        looks.clear()
        if pace:
            told.rest(pace * rng.uniform(0.5, 1.5))


def _note(done: list[Operation], looks: list[AccessRecord], commit: Commit) -> None:
    if commit.operation is not None:
        done.append(commit.operation)
    looks += [each for each in commit.accesses if each.activity is Activity.READ and each.person_id]


def _state(state: LinkState) -> None:
    say("state", state.phase, state.waiting.count, state.code or "-")


def main(folder: Path, operator: str, seed: str, pace: float) -> int:
    told = Told()
    heard = logging.StreamHandler()
    heard.setFormatter(MaskingFormatter())
    logging.basicConfig(level=logging.INFO, handlers=[heard])
    log_to(folder / "logs")
    source = PassphraseSource(sys.stdin.readline().rstrip("\n"), cost=CHEAP)
    if sys.stdin.readline().startswith("idle"):
        told.idle.set()
    try:
        profile = open_profile(folder)
    except KundcenterError as error:
        say("refused", error.code)
        return 3
    try:
        desk = open_desk(profile, source, OpeningTerms(cost=CHEAP))
    except KundcenterError as error:
        profile.close()
        say("refused", error.code)
        return 3
    with desk:
        say("open", desk.report.agreement.replayed, desk.report.agreement.parked)
        centre = read_settings(folder / SETTINGS).centre
        assert centre is not None
        link = begin_link(desk, centre, tell=_state, announce=lambda _: None)
        try:
            work(desk, operator, Random(seed), pace, told)
        finally:
            link.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], float(sys.argv[4])))
