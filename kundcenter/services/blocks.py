"""Block a record at the patient's wish, take the block away, and open it on a lawful ground."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.access_log import Activity, Level
from kundcenter.domain.blocks import (
    LIFT_LASTS,
    Block,
    BlockKind,
    HiddenUnit,
    Lift,
    LiftGround,
    LiftNeedsUnits,
    Revocation,
    checked_period,
    holder,
    lift_reason,
    lifted_unit,
    must_be_patients_wish,
    revocation_reason,
)
from kundcenter.domain.calendar import local
from kundcenter.domain.grounds import Ground
from kundcenter.domain.journal import Relation
from kundcenter.ports import Store


class Blocks:
    def __init__(self, store: Store) -> None:
        self._store = store

    def set(
        self,
        person_id: UUID,
        kind: BlockKind,
        care_unit: str,
        *,
        valid_from: datetime | None = None,
        valid_until: datetime | None = None,
        asked_by: Relation = Relation.SELF,
    ) -> Changes:
        """Block the data of a unit, or of a whole care provider, as the patient wishes.

        `care_unit` is an HSA-id; of an outer block only its care provider counts.  Raises
        GuardianMayNotBlock, BlockIsOfPatient, BlockUnitInvalid, BlockPeriodInvalid,
        PersonNotFound.
        """
        with self._store.work(
            "blocks.set",
            person_id=person_id,
            kind=kind,
            care_unit=care_unit,
            valid_from=valid_from,
            valid_until=valid_until,
            asked_by=asked_by,
        ) as work:
            work.actor.must(Function.BLOCK_RECORD)
            person = work.people.get(person_id)
            must_be_patients_wish(asked_by, person.age(local(work.now).date()))
            checked_period(valid_from, valid_until)
            provider, unit = holder(kind, care_unit)
            block = Block(
                id=work.new_id(),
                person_id=person_id,
                kind=kind,
                care_provider=provider,
                care_unit=unit,
                valid_from=valid_from,
                valid_until=valid_until,
                asked_by=asked_by,
                set_at=work.now,
                set_by=work.actor.operator_id,
            )
            work.blocks.add(block)
            work.witness(Activity.WRITE, person_id, level=Level.BLOCK, subject=("block", block.id))
        return work.changes()

    def revoke(self, block_id: UUID, reason: str) -> Changes:
        """The patient does not want the block any more; it stays in the history.

        Raises BlockNotFound, BlockAlreadyRevoked, RevocationNeedsReason, TextInvalid.
        """
        with self._store.work("blocks.revoke", block_id=block_id, reason=reason) as work:
            work.actor.must(Function.BLOCK_RECORD)
            block = work.blocks.get(block_id)
            revocation = Revocation(
                id=work.new_id(),
                block_id=block_id,
                revoked_at=work.now,
                revoked_by=work.actor.operator_id,
                reason=revocation_reason(reason),
            )
            block.revoked_by(revocation)
            work.blocks.revoke(revocation)
            work.witness(
                Activity.WRITE, block.person_id, level=Level.BLOCK, subject=("block", block_id)
            )
        return work.changes()

    def of_person(self, person_id: UUID, ground: Ground) -> tuple[Block, ...]:
        """Every block that the person has had, the oldest first, for whom talks with them of it.

        Raises GroundNeeded, GroundTooShort, PersonNotFound.
        """
        with self._store.opening() as view:
            view.actor.must(Function.BLOCK_RECORD)
            stands = view.grounded(person_id, ground)
            view.witness(
                Activity.READ,
                person_id,
                level=Level.BLOCK,
                purpose=stands.purpose,
                reason=stands.reason,
                subject=stands.subject,
            )
            return view.blocks.of_people(view.people.cluster(person_id))

    def units(self, person_id: UUID, ground: LiftGround, reason: str) -> tuple[HiddenUnit, ...]:
        """First step of an opening: which units hold blocked data, and nothing of what they hold.

        PDL 4 kap. 5 §.  Raises LiftNeedsReason, TextInvalid, PersonNotFound.
        """
        with self._store.view() as view:
            view.actor.must(Function.OPEN_BLOCKED)
            told = f"{ground}: {lift_reason(reason)}"
            reach = view.reach(person_id)
            view.witness(Activity.EMERGENCY, person_id, level=Level.BLOCKED_UNITS, reason=told)
            return reach.hidden(
                entry
                for id in view.people.cluster(person_id)
                for entry in view.journal.every_of_person(id)
            )

    def lift(
        self, person_id: UUID, units: tuple[str, ...], ground: LiftGround, reason: str
    ) -> Changes:
        """Second step: for two hours the operator sees the blocked data of the relevant units.

        Raises LiftNeedsReason, LiftNeedsUnits, TextInvalid, PersonNotFound.
        """
        with self._store.work(
            "blocks.lift", person_id=person_id, units=units, ground=ground, reason=reason
        ) as work:
            work.actor.must(Function.OPEN_BLOCKED)
            why = lift_reason(reason)
            chosen = tuple(sorted({lifted_unit(unit) for unit in units}))
            if not chosen:
                raise LiftNeedsUnits
            lift = Lift(
                id=work.new_id(),
                person_id=work.people.get(person_id).id,
                operator_id=work.actor.operator_id,
                care_unit=work.actor.care_unit,
                ground=ground,
                reason=why,
                units=chosen,
                lifted_at=work.now,
                until=work.now + LIFT_LASTS,
            )
            work.blocks.add_lift(lift)
            work.witness(
                Activity.EMERGENCY,
                person_id,
                level=Level.LIFTED,
                subject=("lift", lift.id),
                reason=lift.told,
            )
        return work.changes()
