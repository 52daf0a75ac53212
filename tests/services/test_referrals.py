"""Referrals: where patients are sent, what was said at the hand-over, and what came of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from kundcenter.domain.access_log import Activity
from kundcenter.domain.opening import Hours, Span
from kundcenter.domain.referral_figures import (
    OutcomeCount,
)
from kundcenter.domain.referrals import (
    BookedInPast,
    BookedWhenClosed,
    BookingNotAllowed,
    RankingInvalid,
    ReferralDone,
    ReferralNeedsOutcome,
    ReferralNeedsReceiver,
    ReferralNeedsUnit,
    ReferralNotFound,
    ReferralOfAnotherUnit,
    ReferralPartsInvalid,
    ReferralStands,
    ReferralState,
    ReferralUntold,
    StepKind,
    booked_text,
    must_be_open,
)
from tests.ground import WHOLE, Ground, rows
from tests.services.referral_ground import (
    DAY,
    LATER,
    A,
    B,
    S,
    only,
    sent,
    staff,
    written,
)


def test_a_referral_is_what_the_note_says_and_its_loop_is_closed_step_by_step(
    ground: Ground,
) -> None:
    unit = staff(ground)
    entry = written(ground, sent(unit))
    known = len(ground.accesses())
    desk, at = ground.desk, ground.clock.at + LATER
    made = desk.referrals.make(entry, rules=4, rank=2, booked_at=at).the("referral")
    desk.referrals.hand_over(made, "  Test  Läkare ", (A, S, B))
    desk.referrals.tell(made, ReferralState.NOT_REACHED, "Svarade\n inte.")
    desk.referrals.tell(made, ReferralState.REACHED)
    told = only(ground, entry)
    referral = told.referral
    assert (referral.outcome, referral.unit_id, referral.urgency) == ("NARAKUT", unit, "U2")
    assert (referral.rules, referral.rank, referral.booked_at) == (4, 2, at)
    assert (referral.interpreter_kind, referral.interpreter_language) == ("TELEFONTOLK", "so")
    assert referral.state is ReferralState.REACHED
    assert referral.state_by == referral.author_id == desk.seat.actor.operator_id
    assert [(s.kind, s.receiver, s.parts, s.text) for s in told.steps] == [
        (StepKind.MADE, "", (), ""),
        (StepKind.BOOKED, "", (), booked_text(at)),
        (StepKind.HANDED_OVER, "Test Läkare", (S, B, A), ""),
        (StepKind.NOT_REACHED, "", (), "Svarade inte."),
        (StepKind.REACHED, "", (), ""),
    ]
    assert told.handed_over is told.steps[2]
    assert referral.state_at == told.steps[-1].at > told.steps[-2].at
    records = [r for r in ground.accesses(known) if r.object_kind == "referral"]
    activities = [r.activity for r in records]
    assert activities == [Activity.WRITE] * 4 + [Activity.READ]
    assert {(r.object_id, r.person_id) for r in records} == {(made, referral.person_id)}


def test_every_way_of_telling_and_what_is_cancelled_stays_so(ground: Ground) -> None:
    unit = staff(ground)
    tell = ground.desk.referrals.tell
    made, reached, missed, cancelled = ReferralState
    allowed = {
        made: {reached, missed, cancelled},
        reached: {missed, cancelled},
        missed: {reached, cancelled},
        cancelled: set(),
    }
    for state, ways in allowed.items():
        for new in ReferralState:
            id = ground.desk.referrals.make(written(ground, sent(unit))).the("referral")
            if state is not made:
                tell(id, state)
            if new in ways:
                tell(id, new)
            else:
                refusal = ReferralUntold if new is made else ReferralDone
                assert ground.refuses(refusal, tell, id, new) == {"id": id}
    last = id
    soon = ground.clock.at + LATER
    ground.refuses(ReferralDone, ground.desk.referrals.book, last, soon)
    ground.refuses(ReferralDone, ground.desk.referrals.hand_over, last, "Test Läkare", (S,))
    ground.refuses(ReferralNotFound, tell, uuid4(), reached)


def test_another_outcome_makes_another_referral_and_keeps_the_first(ground: Ground) -> None:
    """R9: what was changed after signing; statistics use the last and keep the first."""
    unit = staff(ground)
    desk = ground.desk
    entry = written(ground, sent(unit))
    desk.journal.sign(entry, upon=1)
    first = desk.referrals.make(entry).the("referral")
    assert ground.refuses(ReferralStands, desk.referrals.make, entry) == {"id": first}
    desk.journal.correct(entry, sent(unit, "AKUT"), upon=1, reason="Sämre.")
    changes = desk.referrals.make(entry)
    second = next(id for id in changes.of("referral") if id != first)
    old, new = desk.referrals.of_entry(entry)
    assert (old.referral.id, old.referral.outcome) == (first, "NARAKUT")
    assert old.referral.state is ReferralState.CANCELLED
    assert [step.kind for step in old.steps] == [StepKind.MADE, StepKind.CANCELLED]
    assert (new.referral.id, new.referral.outcome, new.referral.open) == (second, "AKUT", True)
    desk.referrals.tell(second, ReferralState.NOT_REACHED)
    third = desk.referrals.make(entry).the("referral")  # the same again: the other one is told
    assert third not in {first, second}
    assert [t.referral.state for t in desk.referrals.of_entry(entry)] == [
        ReferralState.CANCELLED,
        ReferralState.NOT_REACHED,
        ReferralState.MADE,
    ]
    ground.sign_in("eva")
    total = desk.referrals.figures(ground.clock.at - DAY, ground.clock.at).total
    assert total.entries == total.changed == 1
    assert total.first == (OutcomeCount("PRIMARVARD", "NARAKUT", 1),)
    assert total.last == (OutcomeCount("AKUT", "AKUT", 1),)


def test_a_note_that_sends_nowhere_makes_no_referral(ground: Ground) -> None:
    staff(ground)
    make = ground.desk.referrals.make
    entry = written(ground, replace(WHOLE, outcome=""))
    assert ground.refuses(ReferralNeedsOutcome, make, entry) == {"id": entry}
    entry = written(ground, replace(WHOLE, outcome="AKUT"))
    assert ground.refuses(ReferralNeedsUnit, make, entry) == {"id": entry}
    home = written(ground, WHOLE)
    assert make(home)  # self-care is an outcome whose deviations are counted too
    for rules, rank in ((0, 1), (-1, 0), (1, -1), (1_000_001, 0), (1, 2**31)):
        ground.refuses(RankingInvalid, make, home, rules=rules, rank=rank)


def test_times_are_booked_where_1177_books_them(ground: Ground) -> None:
    unit = staff(ground)
    soon = ground.clock.at + LATER
    make, book = ground.desk.referrals.make, ground.desk.referrals.book
    for outcome in ("NARAKUT", "AKUT", "BARNAKUT"):
        id = make(written(ground, sent(unit, outcome))).the("referral")
        book(id, soon)
        book(id, soon + LATER)
        told = ground.desk.referrals.of_entry(_entry_of(ground, id))[0]
        assert told.referral.booked_at == soon + LATER
        texts = [step.text for step in told.steps if step.kind is StepKind.BOOKED]
        assert texts == [booked_text(soon), booked_text(soon + LATER)]
    for outcome in ("PSYKAKUT", "SPECIALIST", "VC_TELEQ"):
        entry = written(ground, sent(unit, outcome))
        refused = ground.refuses(BookingNotAllowed, make, entry, booked_at=soon, allow_primary=True)
        assert refused == {"outcome": outcome}
    entry = written(ground, sent(unit, "VC"))
    ground.refuses(BookingNotAllowed, make, entry, booked_at=soon)
    make(entry, booked_at=soon, allow_primary=True)
    home = written(ground, WHOLE)
    ground.refuses(BookingNotAllowed, make, home, booked_at=soon)


def _entry_of(ground: Ground, id: UUID) -> UUID:
    (entry,) = (row["entry_id"] for row in rows(ground.engine)["referrals"] if row["id"] == id)
    assert isinstance(entry, UUID)
    return entry


def test_a_booked_time_is_still_to_come(ground: Ground) -> None:
    unit = staff(ground)
    book = ground.desk.referrals.book
    id = ground.desk.referrals.make(written(ground, sent(unit))).the("referral")
    now = ground.clock.at
    naive = datetime(2026, 11, 22, 12)  # noqa: DTZ001 - without a zone it is no instant
    for at in (now, now - DAY, now + timedelta(days=367), naive, datetime(1, 1, 1, tzinfo=UTC)):
        ground.refuses(BookedInPast, book, id, at)
    book(id, ground.clock.at + timedelta(milliseconds=2))
    book(id, ground.clock.at + timedelta(days=366))


def test_a_unit_is_open_when_one_is_to_come_as_far_as_its_hours_are_known() -> None:
    saturday = datetime(2026, 11, 21, 10, tzinfo=UTC)
    id = uuid4()
    must_be_open(Hours(), saturday, id)  # nobody knows when it is open
    hours = Hours(spans=(Span(6, 10 * 60, 6, 14 * 60),))
    must_be_open(hours, saturday, id)
    for at in (saturday + timedelta(hours=4), saturday + DAY):
        with pytest.raises(BookedWhenClosed) as closed:
            must_be_open(hours, at, id)
        assert closed.value.facts == {"id": id}


def test_a_hand_over_says_to_whom_and_what_was_read(ground: Ground) -> None:
    unit = staff(ground)
    hand_over = ground.desk.referrals.hand_over
    id = ground.desk.referrals.make(written(ground, sent(unit))).the("referral")
    for receiver in ("", " \n"):
        assert ground.refuses(ReferralNeedsReceiver, hand_over, id, receiver, (S,)) == {"id": id}
    for parts in ((), (S, S), ("X",), ("SB",), (S, "")):
        assert ground.refuses(ReferralPartsInvalid, hand_over, id, "Test", parts) == {"id": id}


def test_the_unit_that_referred_carries_it_on_and_nobody_else(ground: Ground) -> None:
    unit = staff(ground)
    referrals = ground.desk.referrals
    entry = written(ground, sent(unit))
    id = referrals.make(entry).the("referral")
    ground.sign_in("cia")
    soon = ground.clock.at + LATER
    assert ground.refuses(ReferralOfAnotherUnit, referrals.make, entry) == {"id": entry}
    assert ground.refuses(ReferralOfAnotherUnit, referrals.book, id, soon) == {"id": id}
    ground.refuses(ReferralOfAnotherUnit, referrals.hand_over, id, "Test", (S,))
    ground.refuses(ReferralOfAnotherUnit, referrals.tell, id, ReferralState.REACHED)
    ground.sign_in("bo")
    referrals.tell(id, ReferralState.REACHED)  # a colleague who learned of it
