"""A shift's work on where patients are sent, and on the copies that leave as a file."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from kundcenter.domain.referrals import ReferralState
from tests.ground import WHOLE, Ground
from tests.services.shift_record import Records


def referrals(ground: Ground, written: Records, call: UUID, unit: UUID) -> None:
    """One referral from its making to what came of it, and one that another takes the place of."""
    desk, at = ground.desk, ground.clock.at + timedelta(hours=6, microseconds=7)
    note = replace(WHOLE, outcome="NARAKUT", unit_id=unit, interpreter_kind="BILDTOLK")
    note = replace(note, interpreter_language="so", deviation="HOGRE", deviation_reason="Ålder.")
    entry = desk.journal.write(written.woman, note, call).the("entry")
    first = desk.referrals.make(entry, rules=3, rank=2).the("referral")
    desk.referrals.book(first, at)
    desk.referrals.book(first, at + timedelta(hours=1))
    desk.journal.save(entry, replace(note, outcome="VC"), upon=1)
    made = desk.referrals.make(entry, booked_at=at, allow_primary=True)
    second = next(id for id in made.of("referral") if id != first)
    desk.referrals.hand_over(second, "Test Läkare \u2028å😀", ("R", "S"))
    desk.referrals.tell(second, ReferralState.NOT_REACHED, "Svarade inte.")
    desk.referrals.tell(second, ReferralState.REACHED)
    desk.referrals.take_print(second, "Närakuten")
    desk.journal.take_export((written.entry,), "Ett annat journalsystem")
