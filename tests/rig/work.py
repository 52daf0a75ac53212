"""Real work at a desk, one verb after another, on its own and other desks' records."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Any
from uuid import UUID

from sqlalchemy import text

from kundcenter.domain.access import NOBODY
from kundcenter.domain.lines import EndReason
from kundcenter.domain.parts import PartKind
from kundcenter.errors import KundcenterError, Unavailable
from kundcenter.start.opening import OpenDesk
from tests.ground import ASKED, CHILD, MAN, NUMBER, PASSWORD, WHOLE, WOMAN, identity

CANARY = "Kanariefågel"  # a family name, and a word in every note: it may be in no log
RECENT = 12  # records to choose among: the newest
TRIES = 8


class NothingThere(Exception):
    """The operator found nothing to do this to."""


class Worker:
    """One operator at one desk.  `rng` says what is done next."""

    def __init__(self, desk: OpenDesk, rng: Random) -> None:
        self._open, self._desk, self._rng = desk, desk.desk, rng
        self._mix: dict[Callable[[], object], int] = {
            self._register: 2,
            self._look: 6,
            self._unidentified: 3,
            self._call: 12,
            self._part: 10,
            self._point: 5,
            self._close: 8,
            self._offer: 4,
            self._take: 6,
            self._withdraw: 2,
            self._write: 16,
            self._save: 10,
            self._sign: 14,
            self._correct: 4,
            self._choice: 3,
            self._resolve: 2,
        }

    def seated(self, user_name: str) -> bool:
        """Sign in as this operator, if the desk knows them by now and the centre lets them in.

        While the centre is away, by the ticket that was got the last time.
        """
        if self._desk.seat.actor != NOBODY:
            return True
        found = self._rows(
            "SELECT id FROM operators WHERE user_name = :name AND disabled_at IS NULL",
            name=user_name,
        )
        if not found:
            return False
        try:
            self._desk.sessions.sign_in(user_name, PASSWORD)
        except KundcenterError:
            return False
        return True

    def act(self) -> str | None:
        """One verb; None when it was refused, as verbs are, or nothing was there to do."""
        for _ in range(TRIES):
            act = self._rng.choices(list(self._mix), weights=list(self._mix.values()))[0]
            try:
                act()
            except NothingThere:
                continue
            except Unavailable:
                raise  # the store is broken or full: that is no refusal
            except KundcenterError:
                return None
            return act.__name__.lstrip("_")
        return None

    # -- persons ---------------------------------------------------------------------------------

    def _register(self) -> None:
        number = self._rng.choice((WOMAN, MAN, CHILD))
        self._desk.people.register(identity(number), "Test", CANARY)

    def _look(self) -> None:
        self._desk.people.open(self._person(), ASKED)

    def _unidentified(self) -> None:
        self._desk.people.register_unidentified(f"Kvinna i gul jacka, {CANARY}")

    # -- calls -----------------------------------------------------------------------------------

    def _call(self) -> None:
        self._desk.calls.register(self._rng.choice((NUMBER, None)))

    def _part(self) -> None:
        self._desk.calls.open_part(self._my_call(), self._rng.choice(list(PartKind)))

    def _point(self) -> None:
        self._desk.calls.point_part(self._one("parts", "closed_at IS NULL"), self._person())

    def _close(self) -> None:
        call = self._my_call()
        self._desk.calls.end(call, EndReason.OTHER)
        self._desk.calls.close(call, "EGENVARD")

    def _offer(self) -> None:
        to = self._one("operators", "disabled_at IS NULL AND user_name <> 'admin'")
        self._desk.calls.hand_over(self._my_call(), to, f"Ring upp {CANARY}")

    def _take(self) -> None:
        self._desk.calls.take(self._offered())

    def _withdraw(self) -> None:
        self._desk.calls.withdraw(self._offered())

    # -- the record ------------------------------------------------------------------------------

    def _write(self) -> None:
        self._desk.journal.write(self._person(), self._note())

    def _save(self) -> None:
        entry, upon = self._latest(signed=False)
        self._desk.journal.save(entry, self._note(), upon=upon)

    def _sign(self) -> None:
        entry, upon = self._latest(signed=False)
        self._desk.journal.sign(entry, upon=upon)

    def _correct(self) -> None:
        entry, upon = self._latest(signed=True)
        self._desk.journal.correct(entry, self._note(), upon=upon, reason="Fel råd.")

    def _choice(self) -> None:
        self._desk.choices.set("theme", self._rng.choice(["mörkt", "ljust"]))

    def _resolve(self) -> None:
        item = self._one("work_items", "resolved_at IS NULL")
        self._desk.work_items.resolve(item, "Ringde upp patienten")

    # -- what is there ---------------------------------------------------------------------------

    def _note(self) -> Any:
        return replace(WHOLE, history=f"{CANARY} har haft ont sedan i går, {self._rng.random()}.")

    def _person(self) -> UUID:
        return self._one("people", "merged_into IS NULL")

    def _my_call(self) -> UUID:
        mine = self._desk.seat.actor.operator_id.hex
        return self._one("calls", f"closed_at IS NULL AND lower(hex(operator_id)) = '{mine}'")

    def _offered(self) -> UUID:
        return self._one(
            "hand_overs", "taken_at IS NULL AND withdrawn_at IS NULL", column="call_id"
        )

    def _latest(self, *, signed: bool) -> tuple[UUID, int]:
        """An entry whose last version is signed, or is not, and its number; mostly one's own."""
        found = self._rows(
            "SELECT v.entry_id, max(v.number) AS number, v.signed_at, e.author_id AS author "
            "FROM entry_versions v JOIN entries e ON e.id = v.entry_id WHERE e.id IN "
            "(SELECT id FROM entries ORDER BY id DESC LIMIT :few) "
            "GROUP BY v.entry_id ORDER BY e.id",
            few=RECENT,
        )
        me = self._desk.seat.actor.operator_id
        fit = [row for row in found if (row.signed_at is not None) == signed]
        mine = [row for row in fit if UUID(bytes=row.author) == me]
        if not fit:
            raise NothingThere
        chosen = self._rng.choice(mine if mine and self._rng.random() < 0.9 else fit)
        return UUID(bytes=chosen.entry_id), chosen.number

    def _one(self, table: str, where: str, *, column: str = "id") -> UUID:
        found = self._rows(
            f"SELECT {column} AS id FROM {table} WHERE {where} ORDER BY id DESC LIMIT :few",
            few=RECENT,
        )
        if not found:
            raise NothingThere
        return UUID(bytes=self._rng.choice(found).id)

    def _rows(self, query: str, **named: object) -> list[Any]:
        with self._open.engine.connect() as connection:
            return list(connection.execute(text(query), named).all())
