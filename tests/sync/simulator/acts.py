"""What operators do: verbs of a desk in a weighted mix, often on records of other desks."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from random import Random
from uuid import UUID

from kundcenter.domain.access import NOBODY, Role
from kundcenter.domain.blocks import BlockKind, LiftGround
from kundcenter.domain.journal import Relation, WaiverReason
from kundcenter.domain.lines import EndReason
from kundcenter.domain.parts import PartKind
from kundcenter.domain.people import Protection
from kundcenter.domain.referrals import ReferralState
from kundcenter.domain.snippets import Scope, Wording
from kundcenter.domain.special_notes import SpecialKind
from kundcenter.errors import KundcenterError
from tests.ground import ASKED, CHILD, MAN, WHOLE, WOMAN, identity
from tests.sync.simulator.booking_acts import BookingActs
from tests.sync.simulator.callback_acts import CallbackActs
from tests.sync.simulator.case_acts import CaseActs
from tests.sync.simulator.choosing import NUMBERS, Chooser, NothingThere
from tests.sync.simulator.directory_acts import DirectoryActs
from tests.sync.simulator.first_morning import UNITS
from tests.sync.simulator.places import Place
from tests.sync.simulator.supervision_acts import SupervisionActs
from tests.sync.simulator.switchboard_acts import SwitchboardActs

TRIES = 6  # until something is found to do
OTHERS = ("198507099805", "191212121212", "192706109176")  # persons whom nobody has registered


class Acts(Chooser):
    """One operator's next act at a desk.  `rng` is the seed's."""

    def __init__(self, rng: Random) -> None:
        super().__init__(rng)
        self._mix: dict[Callable[[Place], object], int] = {
            self._register: 6,
            self._unidentified: 3,
            self._identify: 5,
            self._call: 7,
            self._part: 5,
            self._point: 3,
            self._close: 3,
            self._offer: 5,
            self._take: 6,
            self._withdraw: 4,
            self._write: 14,
            self._save: 6,
            self._sign: 8,
            self._correct: 6,
            self._waive: 4,
            self._dissent: 2,
            self._disclose: 2,
            self._refer: 6,
            self._refer_again: 3,
            self._tell: 5,
            self._merge: 4,
            self._unmerge: 4,
            self._special: 3,
            self._end_special: 3,
            self._open: 4,
            self._seek: 4,
            self._language: 3,
            self._protect: 2,
            self._block: 3,
            self._revoke: 4,
            self._lift: 1,
            self._choice: 4,
            self._snippet: 5,
            self._reword: 4,
            self._retire: 3,
            self._use: 3,
            **DirectoryActs(rng).mix,
            **CallbackActs(rng).mix,
            **BookingActs(rng).mix,
            **CaseActs(rng).mix,
            **SwitchboardActs(rng).mix,
            **SupervisionActs(rng).mix,
            self._disable: 2,
            self._roles: 2,
            self._resolve: 6,
            self._change_seat: 6,
        }

    @property
    def names(self) -> tuple[str, ...]:
        """What there is to do."""
        return tuple(act.__name__.lstrip("_") for act in self._mix)

    def act(self, place: Place) -> list[str]:
        """Do something that there is to do; the operator may be refused, as operators are.

        What was done is told by its name, what was refused with a word more.
        """
        self.be_seated(place)
        return [self._one_act(place) for _ in range(self._rng.randrange(1, 4))]

    def perform(self, place: Place, name: str) -> None:
        """This, if there is anything to do it to and the operator may."""
        self.be_seated(place)
        with suppress(NothingThere, KundcenterError):
            next(act for act in self._mix if act.__name__ == f"_{name}")(place)

    def _one_act(self, place: Place) -> str:
        said = "idle"
        for _ in range(TRIES):
            act = self._rng.choices(list(self._mix), weights=list(self._mix.values()))[0]
            name = act.__name__.lstrip("_")
            try:
                act(place)
            except NothingThere:
                continue
            except KundcenterError as refused:
                said = f"{name} refused: {refused.code}"
            else:
                return name
        return said

    # -- who sits here ---------------------------------------------------------------------------

    def be_seated(self, place: Place) -> None:
        """Somebody sits here, if anybody may."""
        if place.desk.seat.actor == NOBODY:
            self._change_seat(place)

    def _change_seat(self, place: Place) -> None:
        self._changes(place)

    def _disable(self, place: Place) -> None:
        id = self._one(place, "operators", "user_name <> 'admin'")
        on = self._rng.random() < 0.5
        self._sits(place, "user_name = 'admin'")
        (place.desk.operators.disable if on else place.desk.operators.enable)(id)
        self._changes(place)

    def _roles(self, place: Place) -> None:
        id = self._one(place, "operators", "user_name <> 'admin'")
        more = self._rng.choice([Role.NURSE, Role.SUPERVISOR_NURSE, Role.MEDICAL_LEAD])
        roles = {Role.NURSE, more}
        self._sits(place, "user_name = 'admin'")
        place.desk.operators.set_roles(id, frozenset(roles))
        self._changes(place)

    # -- persons ---------------------------------------------------------------------------------

    def _register(self, place: Place) -> None:
        number = self._rng.choice((WOMAN, MAN, CHILD))
        place.desk.people.register(identity(number), "Test", f"Person {number[:4]}")

    def _unidentified(self, place: Place) -> None:
        place.desk.people.register_unidentified("Kvinna i gul jacka")

    def _identify(self, place: Place) -> None:
        number = self._rng.choice((WOMAN, MAN, CHILD, *OTHERS))
        person = self._one(place, "people", "merged_into IS NULL AND id_kind = 'OKAND'")
        place.desk.people.identify(person, identity(number), given_name="Nytt", family_name="Namn")

    def _merge(self, place: Place) -> None:
        one, other = self._person(place), self._person(place)
        place.desk.people.merge(one, other, "Samma person")

    def _unmerge(self, place: Place) -> None:
        place.desk.people.unmerge(self._one(place, "merges", "undone_at IS NULL"))

    def _special(self, place: Place) -> None:
        kind = self._rng.choice(list(SpecialKind))
        place.desk.people.note_special(self._person(place), kind, self._text())

    def _end_special(self, place: Place) -> None:
        place.desk.people.end_special(self._one(place, "special_notes", "ended_at IS NULL"))

    def _open(self, place: Place) -> None:
        place.desk.people.open(self._person(place), ASKED)

    def _seek(self, place: Place) -> None:
        sought = identity(self._rng.choice((WOMAN, MAN, CHILD)))
        if place.desk.people.find(sought) is None:
            place.wishes.sought(sought)

    def _language(self, place: Place) -> None:
        place.desk.people.note_language(self._person(place), self._rng.choice(["polska", ""]))

    def _protect(self, place: Place) -> None:
        mark = self._rng.choice(list(Protection))
        place.desk.people.protect(self._person(place), mark, "Skäl")

    def _block(self, place: Place) -> None:
        kind = self._rng.choice(list(BlockKind))
        place.desk.blocks.set(self._person(place), kind, self._rng.choice(UNITS))

    def _revoke(self, place: Place) -> None:
        place.desk.blocks.revoke(self._one(place, "blocks"), "Patienten önskar det")

    def _lift(self, place: Place) -> None:
        ground = LiftGround.EMERGENCY
        place.desk.blocks.lift(self._person(place), UNITS, ground, "Medvetslös patient i fara")

    # -- calls -----------------------------------------------------------------------------------

    def _call(self, place: Place) -> None:
        call = place.desk.calls.register(self._rng.choice(NUMBERS)).the("call")
        if self._rng.random() < 0.7:
            place.desk.calls.open_part(call, PartKind.ADVICE)

    def _part(self, place: Place) -> None:
        place.desk.calls.open_part(self._call_of(place), self._rng.choice(list(PartKind)))

    def _point(self, place: Place) -> None:
        part = self._one(place, "parts", "closed_at IS NULL")
        if self._rng.random() < 0.2:
            place.desk.calls.drop_part(part)
        else:
            place.desk.calls.point_part(part, self._person(place))

    def _close(self, place: Place) -> None:
        call = self._call_of(place)
        place.desk.calls.end(call, EndReason.OTHER)
        place.desk.calls.close(call, "EGENVARD")

    def _offer(self, place: Place) -> None:
        to = self._one(place, "operators", "disabled_at IS NULL")
        place.desk.calls.hand_over(self._call_of(place), to, "Ring upp")

    def _take(self, place: Place) -> None:
        """Mostly by the one to whom it was offered."""
        call = self._offered(place)
        if self._rng.random() < 0.7:
            whose = f"SELECT to_id FROM hand_overs WHERE lower(hex(call_id)) = '{call.hex}'"
            self._sits(place, f"id IN ({whose})")
        place.desk.calls.take(call)

    def _withdraw(self, place: Place) -> None:
        place.desk.calls.withdraw(self._offered(place))

    # -- the record ------------------------------------------------------------------------------

    def _write(self, place: Place) -> None:
        note = replace(WHOLE, advice=self._text())
        call = part = None
        open_parts = place.rows(
            "SELECT parts.id, call_id FROM parts JOIN calls ON calls.id = call_id "
            "WHERE parts.closed_at IS NULL AND parts.entry_id IS NULL ORDER BY parts.id"
        )
        if open_parts and self._rng.random() < 0.5:
            chosen = self._rng.choice(open_parts)
            part, call = UUID(bytes=chosen.id), UUID(bytes=chosen.call_id)
        place.desk.journal.write(self._person(place), note, call, part)

    def _save(self, place: Place) -> None:
        entry, upon = self._latest(place, signed=False)
        place.desk.journal.save(entry, replace(WHOLE, advice=self._text()), upon=upon)

    def _sign(self, place: Place) -> None:
        entry, upon = self._latest(place, signed=False)
        place.desk.journal.sign(entry, upon=upon)

    def _correct(self, place: Place) -> None:
        entry, upon = self._latest(place, signed=True)
        note = replace(WHOLE, advice=self._text())
        place.desk.journal.correct(entry, note, upon=upon, reason="Fel råd.")

    def _waive(self, place: Place) -> None:
        entry, upon = self._latest(place, signed=False)
        place.desk.journal.sign_not_required(entry, upon=upon, reason=WaiverReason.HINDERED)

    def _dissent(self, place: Place) -> None:
        entry = self._one(place, "entries")
        place.desk.journal.dissent(entry, self._text(), "Test", Relation.SELF)

    def _disclose(self, place: Place) -> None:
        place.desk.journal.disclose(self._one(place, "entries"), "Vårdcentralen")

    def _refer(self, place: Place) -> None:
        entry, upon = self._latest(place, signed=False)
        outcome = self._rng.choice(("EGENVARD", "TANDVARD", "APOTEK"))
        place.desk.journal.save(entry, replace(WHOLE, outcome=outcome), upon=upon)
        place.desk.referrals.make(entry)

    def _refer_again(self, place: Place) -> None:
        place.desk.referrals.make(self._one(place, "entries"))

    def _tell(self, place: Place) -> None:
        if not place.ids_of("referrals"):
            self._refer(place)
        id, state = self._one(place, "referrals"), self._rng.choice(list(ReferralState))
        if state is ReferralState.MADE:
            place.desk.referrals.hand_over(id, "Test Läkare", ("S", "R"))
        else:
            place.desk.referrals.tell(id, state, self._text())

    # -- small things ----------------------------------------------------------------------------

    def _choice(self, place: Place) -> None:
        name = self._rng.choice(["theme", "text/size"])
        place.desk.choices.set(name, self._rng.choice(["mörkt", "ljust", ""]))

    def _snippet(self, place: Place) -> None:
        scope = self._rng.choice(list(Scope))
        place.desk.snippets.add(scope, self._wording())

    def _reword(self, place: Place) -> None:
        id = self._one(place, "snippets", "retired_at IS NULL")
        upon = place.desk.snippets.history(id)[0].number
        place.desk.snippets.change(id, self._wording(), upon=upon)

    def _retire(self, place: Place) -> None:
        place.desk.snippets.retire(self._one(place, "snippets", "retired_at IS NULL"))

    def _use(self, place: Place) -> None:
        place.desk.snippets.note_uses((self._one(place, "snippets"),))

    def _resolve(self, place: Place) -> None:
        item = self._one(place, "work_items", "resolved_at IS NULL")
        place.desk.work_items.resolve(item, "Ringde upp patienten")

    # -- what is there ---------------------------------------------------------------------------

    def _wording(self) -> Wording:
        return Wording(self._rng.choice(["feb", "ont", "vila"]), "Feber", self._text())

    def _call_of(self, place: Place) -> UUID:
        """An open call, mostly one's own; whoever has none is rung up."""
        mine = place.desk.seat.actor.operator_id.hex
        where = "closed_at IS NULL"
        if self._rng.random() < 0.8:
            where += f" AND lower(hex(operator_id)) = '{mine}'"
            if not place.ids_of("calls", where):
                place.desk.calls.register(None)
        return self._one(place, "calls", where)

    def _offered(self, place: Place) -> UUID:
        found = place.rows(
            "SELECT call_id FROM hand_overs WHERE taken_at IS NULL AND withdrawn_at IS NULL "
            "ORDER BY id"
        )
        if not found:
            raise NothingThere("hand_overs")
        return UUID(bytes=self._rng.choice(found).call_id)

    def _latest(self, place: Place, *, signed: bool) -> tuple[UUID, int]:
        """An entry whose last version is signed, or is not, and its number; mostly one's own."""
        found = place.rows(
            "SELECT entry_id, max(number) AS number, signed_at, e.author_id AS author "
            "FROM entry_versions JOIN entries e ON e.id = entry_id GROUP BY entry_id ORDER BY e.id"
        )
        me = place.desk.seat.actor.operator_id
        fit = [row for row in found if (row.signed_at is not None) == signed]
        mine = [row for row in fit if UUID(bytes=row.author) == me]
        if not fit:
            raise NothingThere("entries")
        chosen = self._rng.choice(mine if mine and self._rng.random() < 0.9 else fit)
        return UUID(bytes=chosen.entry_id), chosen.number
