"""A desk of whatever program is on PYTHONPATH: this one, or the one before it.

`python skew_desk.py make FOLDER URL CA`      a new profile, enrolled with the code on stdin
`python skew_desk.py people FOLDER`           its administrator adds two nurses
`python skew_desk.py work FOLDER NURSE COUNT` so many verbs, and then it only exchanges

The first line of stdin is the passphrase, the second the code or the password.  What it says is
what tests.rig.desk_process says.  It needs nothing of the tests, for those are of one version.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from threading import Event
from typing import Any
from uuid import UUID

from sqlalchemy import text

from db.commits import Commit
from kundcenter.adapters.passphrase import PassphraseSource
from kundcenter.adapters.profile import Profile
from kundcenter.domain.access import NOBODY, Role
from kundcenter.domain.blocks import BlockKind
from kundcenter.domain.identity import parse
from kundcenter.domain.journal import Note
from kundcenter.domain.lines import EndReason
from kundcenter.domain.parts import PartKind
from kundcenter.domain.slots import Argon2Cost
from kundcenter.domain.snippets import Scope, Wording
from kundcenter.errors import KundcenterError
from kundcenter.operations import Operation
from kundcenter.start.desk import utc_now
from kundcenter.start.enrolling import Introduction, enrol
from kundcenter.start.joining import begin_link
from kundcenter.start.opening import OpenDesk, OpeningTerms, open_desk, open_profile
from kundcenter.start.settings_file import SETTINGS, read_settings

CHEAP = Argon2Cost(memory_kib=8, passes=1)
CARE_UNIT = "SE0000000001-DEMO1"
NUMBERS = ("198807022382", "198807012391", "202407022389")  # of nobody: for tests
NOTE = Note(
    reason="FEBER",
    history="Feber sedan i går, 38,9.",
    assessment="Vaken, dricker, inga varningstecken.",
    urgency="U6",
    outcome="EGENVARD",
    advice="Vila och vätska.",
    call_back_if="Febern inte ger sig på tre dygn.",
)
OUT = 1


def say(*words: object) -> None:
    os.write(OUT, (" ".join(map(str, words)) + "\n").encode())


class Worker:
    """One operator's verbs, in a weighted mix."""

    def __init__(self, opened: OpenDesk, rng: Random) -> None:
        self._open, self._desk, self._rng = opened, opened.desk, rng
        self._mix: tuple[Callable[[], object], ...] = (
            *(self._register, self._unidentified, self._call, self._call, self._part),
            *(self._point, self._close, self._write, self._write, self._save, self._sign),
            *(self._correct, self._offer, self._take, self._choice, self._block, self._snippet),
        )

    def act(self) -> bool:
        """One verb; whether it was done."""
        try:
            self._rng.choice(self._mix)()
        except (KundcenterError, LookupError):
            return False
        return True

    def _register(self) -> None:
        number = parse(self._rng.choice(NUMBERS), utc_now().date()).person_id
        self._desk.people.register(number, "Test", "Person")

    def _unidentified(self) -> None:
        self._desk.people.register_unidentified("Kvinna i grön jacka")

    def _call(self) -> None:
        self._desk.calls.register(self._rng.choice(["+46701740605", None]))

    def _part(self) -> None:
        kind = self._rng.choice(list(PartKind))
        self._desk.calls.open_part(self._one("calls", "closed_at IS NULL"), kind)

    def _point(self) -> None:
        self._desk.calls.point_part(self._one("parts", "closed_at IS NULL"), self._person())

    def _close(self) -> None:
        call = self._one("calls", "closed_at IS NULL")
        self._desk.calls.end(call, EndReason.OTHER)
        self._desk.calls.close(call, "EGENVARD")

    def _write(self) -> None:
        self._desk.journal.write(self._person(), self._note())

    def _save(self) -> None:
        entry, upon = self._latest("signed_at IS NULL")
        self._desk.journal.save(entry, self._note(), upon=upon)

    def _sign(self) -> None:
        entry, upon = self._latest("signed_at IS NULL")
        self._desk.journal.sign(entry, upon=upon)

    def _correct(self) -> None:
        entry, upon = self._latest("signed_at IS NOT NULL")
        self._desk.journal.correct(entry, self._note(), upon=upon, reason="Fel råd.")

    def _offer(self) -> None:
        to = self._one("operators", "disabled_at IS NULL AND user_name <> 'admin'")
        self._desk.calls.hand_over(self._one("calls", "closed_at IS NULL"), to, "Ring")

    def _take(self) -> None:
        where = "taken_at IS NULL AND withdrawn_at IS NULL"
        self._desk.calls.take(self._one("hand_overs", where, column="call_id"))

    def _choice(self) -> None:
        self._desk.choices.set("theme", self._rng.choice(["mörkt", "ljust"]))

    def _block(self) -> None:
        self._desk.blocks.set(self._person(), BlockKind.INNER, CARE_UNIT)

    def _snippet(self) -> None:
        code = f"a{self._rng.randrange(10**6)}"
        self._desk.snippets.add(Scope.PERSONAL, Wording(code, "Råd", "Vila och drick."))

    def _note(self) -> Note:
        return replace(NOTE, advice=f"Råd nummer {self._rng.random()}")

    def _person(self) -> UUID:
        return self._one("people", "merged_into IS NULL")

    def _latest(self, where: str) -> tuple[UUID, int]:
        found = self._rows(
            "SELECT entry_id, number FROM entry_versions v WHERE number = "
            "(SELECT max(number) FROM entry_versions w WHERE w.entry_id = v.entry_id) "
            f"AND {where} ORDER BY entry_id DESC LIMIT 12"
        )
        chosen = self._rng.choice(found)
        return UUID(bytes=chosen.entry_id), chosen.number

    def _one(self, table: str, where: str, *, column: str = "id") -> UUID:
        found = self._rows(
            f"SELECT {column} AS id FROM {table} WHERE {where} ORDER BY id DESC LIMIT 12"
        )
        return UUID(bytes=self._rng.choice(found).id)

    def _rows(self, query: str) -> list[Any]:
        with self._open.engine.connect() as connection:
            return list(connection.execute(text(query)).all())


class Told:
    def __init__(self) -> None:
        self.end, self.wake = Event(), Event()
        signal.signal(signal.SIGTERM, lambda *_: self._end())
        signal.signal(signal.SIGUSR1, lambda *_: self.wake.set())  # it idles by itself

    def _end(self) -> None:
        self.end.set()
        self.wake.set()

    def rest(self, seconds: float) -> None:
        self.wake.wait(seconds)
        self.wake.clear()


def make(folder: Path, source: PassphraseSource, code: str, url: str, ca: Path) -> int:
    Profile.create(folder, source).close()
    with open_profile(folder) as profile:
        enrol(profile, source, Introduction(url, code, ca))
        say("made", profile.id)
    return 0


def linked(folder: Path, source: PassphraseSource, work: Callable[[OpenDesk], int]) -> int:
    """An open desk on its link."""
    profile = open_profile(folder)
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
        link = begin_link(
            desk,
            centre,
            tell=lambda state: say("state", state.phase, state.waiting.count, state.code or "-"),
            announce=lambda _: None,
        )
        try:
            return work(desk)
        finally:
            link.stop()


def people(opened: OpenDesk, password: str, told: Told) -> int:
    """The administrator adds two nurses."""
    desk, local = opened.desk, opened.local
    assert local is not None
    while not opened_by(desk, "admin", password):
        told.rest(0.2)
    added = [
        desk.operators.add(
            f"nurse{number}",
            f"Test Nurse {number}",
            roles=frozenset({Role.NURSE, Role.SUPERVISOR_NURSE}),
            position="Sjuksköterska",
            care_unit=CARE_UNIT,
        ).the("operator")
        for number in range(2)
    ]
    while local.waiting().count:
        told.rest(0.1)
    for nurse in added:
        desk.operators.give_password(nurse, password)
    desk.sessions.sign_out()
    while local.waiting().count:
        told.rest(0.1)
    return 0


def opened_by(desk: Any, user_name: str, password: str) -> bool:
    try:
        desk.sessions.sign_in(user_name, password)
    except KundcenterError:
        return False
    return True


def work(opened: OpenDesk, told: Told, nurse: str, password: str, count: int) -> int:
    """So many verbs; then it only exchanges, until it is told to end."""
    done: list[Operation] = []

    def note(commit: Commit) -> None:
        if commit.operation is not None:
            done.append(commit.operation)

    opened.followers.append(note)
    local, said = opened.local, 0
    assert local is not None
    worker = Worker(opened, Random(count))
    while not told.end.is_set():
        if opened.desk.seat.actor == NOBODY and not opened_by(opened.desk, nurse, password):
            told.rest(0.3)
            continue
        if said < count:
            worker.act()
        for each in done:
            say("saved", each.n, each.id, each.hash.hex(), each.kind)
        said += len(done)
        done.clear()
        if said >= count:
            say("at", local.waiting().count, json.dumps(local.cursors()))
            told.rest(0.3)
    return 0


def main(what: str, folder: str, *rest: str) -> int:
    source = PassphraseSource(sys.stdin.readline().rstrip("\n"), cost=CHEAP)
    second = sys.stdin.readline().rstrip("\n")
    told = Told()
    match what, rest:
        case "make", (url, ca):
            return make(Path(folder), source, second, url, Path(ca))
        case "people", ():
            return linked(Path(folder), source, lambda desk: people(desk, second, told))
        case "work", (nurse, count):
            return linked(
                Path(folder), source, lambda desk: work(desk, told, nurse, second, int(count))
            )
    return 2


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
