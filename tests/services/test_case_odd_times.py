"""Odd times and days in cases: kept as they are, or refused, and no clock is lost by them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial

from kundcenter.domain.calendar import local
from kundcenter.domain.case_codes import AnswerBy, CaseChannel
from kundcenter.domain.case_errors import CaseInvalid
from tests.ground import Ground
from tests.services.case_figures_numbers import ROW
from tests.services.case_ground import draft, seen, staffed, taken_in
from tests.services.test_bad_numbers_and_times import DAYS, NO_TIMES, TIMES

FIRST = datetime(2005, 1, 1, tzinfo=UTC)


def test_a_matter_has_come_since_2005_and_not_after_now(ground: Ground) -> None:
    staffed(ground)
    cases, now = ground.desk.cases, ground.clock.at
    good = [at for at in (*TIMES, FIRST) if FIRST <= at <= now]
    bad = [*(at for at in TIMES if at not in good), FIRST - timedelta(microseconds=1), *NO_TIMES]
    assert len(good) >= 5 and len(bad) >= 8
    for number, at in enumerate(good):
        letter = draft(channel=CaseChannel.LETTER, received_at=at)
        case = seen(ground, cases.register(letter).the("case"))
        assert case.received_at == at and case.due_at is not None
        row = replace(ROW, source=f"T-{number}", received_at=at)
        assert cases.plan((row,)).new == (row,)
        cases.import_((row,))
        assert seen(ground, row.case_id).received_at == at
    for at in bad:
        ground.refuses(CaseInvalid, cases.register, draft(received_at=at))
        row = replace(ROW, source="T-", received_at=at)
        ground.refuses(CaseInvalid, cases.plan, (row,))
        ground.refuses(CaseInvalid, cases.import_, (row,))


def test_a_new_date_is_a_day_to_come(ground: Ground) -> None:
    staffed(ground)
    today = local(ground.clock.at).date()
    told = []
    for day in (*DAYS, today, today + timedelta(days=1)):
        case = taken_in(ground)
        ask = partial(
            ground.desk.cases.ask, case, "Vi behöver mer tid.", by_way=AnswerBy.LETTER, waits=False
        )
        try:
            ask(day=day)
        except CaseInvalid:
            assert ground.refuses(CaseInvalid, ask, day=day) == {"field": "day"}
            assert seen(ground, case).promised_on is None
        else:
            told.append(day)
            assert seen(ground, case).promised_on == day
            # It can be answered all the same, and asked about before that.
            ground.desk.cases.answer(case, "Så här var det.", by_way=AnswerBy.LETTER)
    assert today + timedelta(days=1) in told and date(2028, 2, 29) in told
    assert today not in told and date(1900, 2, 28) not in told
