"""Odd times and days for referrals and files of notes: kept as they are, or refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from itertools import pairwise

from kundcenter.domain.exports import Exportable
from kundcenter.domain.referral_figures import ReferralPeriodWrong
from kundcenter.domain.referrals import BookedInPast
from kundcenter.domain.unit_cards import Details
from kundcenter.domain.unit_wordings import UnitWording
from kundcenter.domain.units import UnitKind
from tests.ground import ASKED, WHOLE, Ground, rows
from tests.services.test_bad_numbers_and_times import DAYS, NO_TIMES, TIMES, seated

AKUT = UnitWording("SE0000000001-DEMOAK", "Akuten Test", UnitKind.EMERGENCY)


def test_a_booked_time_is_kept_to_the_microsecond_or_refused(ground: Ground) -> None:
    seated(ground)
    desk = ground.desk
    unit = desk.units.save(None, AKUT, Details()).the("unit")
    entry = desk.journal.write(ground.person(), replace(WHOLE, outcome="AKUT", unit_id=unit)).the(
        "entry"
    )
    never = (*NO_TIMES, *(at for at in TIMES if abs(at - ground.clock.at) > timedelta(days=366)))
    assert len(never) > 8
    for at in never:
        ground.refuses(BookedInPast, desk.referrals.make, entry, booked_at=at)
    referral = desk.referrals.make(entry).the("referral")
    for at in never:
        ground.refuses(BookedInPast, desk.referrals.book, referral, at)
    at = datetime(2026, 12, 31, 23, 59, 59, 999_999, tzinfo=timezone(timedelta(hours=-12)))
    desk.referrals.book(referral, at)
    assert rows(ground.engine)["referrals"][0]["booked_at"] == at


def test_a_period_of_referrals_is_one_of_our_time(ground: Ground) -> None:
    seated(ground)
    referrals, now = ground.desk.referrals, ground.clock.at
    pairs = [(at, now) for at in NO_TIMES] + [(now, at) for at in NO_TIMES]
    pairs += [(at, at) for at in TIMES] + [(later, earlier) for earlier, later in pairwise(TIMES)]
    for start, end in (*pairs, (TIMES[0], TIMES[-1])):
        ground.refuses(ReferralPeriodWrong, referrals.mine, start, end)
        ground.refuses(ReferralPeriodWrong, referrals.figures, start, end)


def test_every_day_of_a_file_of_notes_is_looked_for(ground: Ground) -> None:
    seated(ground)
    person = ground.person()
    for day in DAYS:
        found = ground.desk.journal.exportable(person, first=day, last=day, ground=ASKED)
        assert found == Exportable(())
