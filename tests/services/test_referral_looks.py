"""Who sees referrals, what lists and counts tell, and the page for the receiver."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from kundcenter.domain.access import NotPermitted
from kundcenter.domain.access_log import Activity
from kundcenter.domain.blocks import BlockKind, EntryBlocked
from kundcenter.domain.disclosures import DisclosureForm
from kundcenter.domain.grounds import GroundNeeded
from kundcenter.domain.people import Protection
from kundcenter.domain.referral_figures import (
    Chosen,
    DeviationCount,
    OutcomeCount,
    ReferralPeriodWrong,
)
from kundcenter.domain.referrals import (
    ReferralNeedsReceiver,
    ReferralState,
    StepKind,
)
from tests.ground import ASKED, CARE_UNIT, WHOLE, Ground, rows
from tests.services.referral_ground import (
    DAY,
    LATER,
    A,
    B,
    R,
    S,
    only,
    sent,
    staff,
    written,
)


def test_who_does_not_see_the_entry_does_not_see_its_referral(ground: Ground) -> None:
    unit = staff(ground)
    referrals = ground.desk.referrals
    entry = written(ground, sent(unit))
    id = referrals.make(entry).the("referral")
    person = rows(ground.engine)["referrals"][0]["person_id"]
    ground.desk.blocks.set(person, BlockKind.INNER, CARE_UNIT)
    assert referrals.of_entry(entry)
    ground.sign_in("cia")
    for look in (
        lambda: referrals.of_entry(entry, ASKED),
        lambda: referrals.take_print(id, "Mottagare", ASKED),
    ):
        with pytest.raises(EntryBlocked):
            look()
    ground.refuses(EntryBlocked, referrals.note_print, id, "Mottagare")
    ground.refuses(EntryBlocked, referrals.tell, id, ReferralState.REACHED)
    ground.refuses(EntryBlocked, referrals.make, entry)


def test_a_look_needs_a_ground_and_leaves_a_record(ground: Ground) -> None:
    unit = staff(ground)
    entry = written(ground, sent(unit))
    ground.desk.journal.sign(entry, upon=1)
    ground.sign_in("bo")
    with pytest.raises(GroundNeeded):
        ground.desk.referrals.of_entry(entry)
    known = len(ground.accesses())
    assert ground.desk.referrals.of_entry(entry, ASKED) == ()
    records = ground.accesses(known)
    assert ("entry", entry) in {(r.object_kind, r.object_id) for r in records}


def test_ones_own_week_names_nobody_and_shows_no_words(ground: Ground) -> None:
    unit = staff(ground)
    referrals = ground.desk.referrals
    begins = ground.clock.at
    first = referrals.make(written(ground, sent(unit))).the("referral")
    referrals.hand_over(first, "Test Läkare", (S, B, A, R))
    referrals.tell(first, ReferralState.NOT_REACHED, "Anna Test hade redan åkt.")
    second = referrals.make(written(ground, sent(unit, "AKUT"))).the("referral")
    referrals.book(second, ground.clock.at + LATER)
    ends = ground.clock.at + DAY
    known = len(ground.accesses())
    mine = referrals.mine(begins, ends)
    assert len(ground.accesses()) == known  # nothing of a patient is in it
    assert [told.referral.id for told in mine] == [second, first]
    assert "Anna" not in str([s.text for told in mine for s in told.steps])
    assert [s.kind for s in mine[1].steps][-1] is StepKind.NOT_REACHED
    assert mine[0].steps[-1].text  # a booked time is no free text
    assert referrals.mine(ends, ends + DAY) == ()
    ground.desk.blocks.set(mine[0].referral.person_id, BlockKind.OUTER, CARE_UNIT)
    assert len(referrals.mine(begins, ends)) == 2  # one's own unit sees it still
    ground.sign_in("bo")
    assert referrals.mine(begins, ends) == ()
    for start, end in ((ends, begins), (begins, begins), (begins, begins + timedelta(days=401))):
        ground.refuses(ReferralPeriodWrong, referrals.mine, start, end)


def test_figures_count_by_month_and_name_nobody(ground: Ground) -> None:
    unit = staff(ground)
    referrals = ground.desk.referrals
    begins = ground.clock.at
    note = replace(sent(unit), deviation="ANNAN_NIVA", deviation_reason="Patientens val.")
    deviation = ground.desk.codes[max(ground.desk.codes)].deviations[0].code
    note = replace(note, deviation=deviation)
    first = referrals.make(written(ground, note), rules=1).the("referral")
    referrals.tell(first, ReferralState.REACHED)
    soon = ground.clock.at + LATER
    referrals.make(written(ground, sent(unit)), rules=1, rank=1, booked_at=soon)
    referrals.make(written(ground, WHOLE))
    ground.clock.pass_time(days=20)
    referrals.make(written(ground, sent(unit, "AKUT")), rules=2, rank=3)
    ends = ground.clock.at + DAY
    ground.refuses(NotPermitted, referrals.figures, begins, ends)
    ground.sign_in("eva")
    known = len(ground.accesses())
    told = referrals.figures(begins, ends)
    assert len(ground.accesses()) == known
    assert [(m.year, m.month, m.tally.entries) for m in told.months] == [
        (2026, 11, 3),
        (2026, 12, 1),
    ]
    november, total = told.months[0].tally, told.total
    assert november.last == (
        OutcomeCount("EGENVARD", "EGENVARD", 1),
        OutcomeCount("PRIMARVARD", "NARAKUT", 2),
    )
    assert total.deviations == (DeviationCount(deviation, "NARAKUT", 1),)
    assert total.chosen == Chosen(first=1, later=1, outside=1, unranked=1)
    assert (total.booked, total.interpreted, total.changed) == (1, 3, 0)
    assert dict(total.told) == {
        ReferralState.MADE: 3,
        ReferralState.REACHED: 1,
        ReferralState.NOT_REACHED: 0,
        ReferralState.CANCELLED: 0,
    }
    assert referrals.figures(begins - DAY, begins).total.entries == 0
    ground.refuses(ReferralPeriodWrong, referrals.figures, ends, begins)


def test_a_page_for_the_receiver_is_noted_before_it_exists(ground: Ground) -> None:
    unit = staff(ground)
    referrals = ground.desk.referrals
    entry = written(ground, sent(unit))
    at = ground.clock.at + LATER
    id = referrals.make(entry, booked_at=at).the("referral")
    referrals.hand_over(id, "Test Läkare", (S,))
    known = len(ground.accesses())
    page = referrals.take_print(id, " Närakuten\tTest ")
    assert page.receiver == "Närakuten Test"
    assert page.patient == ("Test Person 1988", "880702-2382")
    assert (page.outcome, page.urgency) == ("Närakut", "Inom några timmar")
    assert page.destination.startswith("Närakuten Test")
    assert page.booked
    assert page.signed == "Inte signerad."
    assert [part.key for part in page.parts] == [S, B, A, R]
    assert "Test Läkare (S)" in " ".join(page.told())
    activities = [(r.activity, r.reason) for r in ground.accesses(known)]
    assert activities[-1] == (Activity.PRINT, "Närakuten Test")
    assert only(ground, entry).steps[-1].kind is StepKind.PRINTED
    (copy,) = ground.desk.journal.open(entry).disclosures
    assert (copy.form, copy.recipient) == (DisclosureForm.PRINT, "Närakuten Test")
    for receiver in ("", "\n"):
        ground.refuses(ReferralNeedsReceiver, referrals.take_print, id, receiver)
        ground.refuses(ReferralNeedsReceiver, referrals.note_print, id, receiver)


def test_the_page_of_a_protected_person_tells_neither_name_nor_number(ground: Ground) -> None:
    unit = staff(ground)
    entry = written(ground, sent(unit))
    id = ground.desk.referrals.make(entry).the("referral")
    person = rows(ground.engine)["referrals"][0]["person_id"]
    ground.desk.people.protect(person, Protection.CONFIDENTIAL)
    page = ground.desk.referrals.take_print(id, "Närakuten")
    assert page.patient == ("Skyddad uppgift", "Skyddad uppgift")
    text = "\n".join(part.text for part in page.parts)
    assert "880702" not in text
    assert "Person 1988" not in text


def test_what_is_read_aloud_is_of_the_note_as_it_stands(ground: Ground) -> None:
    unit = staff(ground)
    referrals, journal = ground.desk.referrals, ground.desk.journal
    entry = written(ground, sent(unit))
    sheet = referrals.to_read(entry)
    assert (sheet.current, sheet.told) == (None, ())
    made = referrals.make(entry).the("referral")
    sheet = referrals.to_read(entry)
    assert sheet.current is not None
    assert sheet.current.referral.id == made
    assert [part.key for part in sheet.parts] == [S, B, A, R]
    journal.save(entry, sent(unit, "AKUT"), upon=1)
    known = len(ground.accesses())
    sheet = referrals.to_read(entry)
    assert sheet.current is None  # what stands is to another place
    assert len(sheet.told) == 1
    assert "Akutmottagning" in sheet.parts[-1].text
    assert ground.accesses(known)[-1].object_id == entry
