"""Odd days and instants in targets, measurements and samples: kept, or refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from kundcenter.domain.access import Role
from kundcenter.domain.supervision.samples import SampleInvalid
from kundcenter.domain.supervision.surveys import SurveyInvalid
from kundcenter.domain.supervision.targets import FIRST_DAY, LAST_DAY, TargetInvalid
from tests.ground import Ground, rows
from tests.services.supervision.aims_numbers import AIM, FRAME, NKI
from tests.services.test_bad_numbers_and_times import DAYS, NO_TIMES, TIMES

MORE = (FIRST_DAY, LAST_DAY, date(1999, 12, 31), date(2200, 1, 1), date(2026, 3, 29))


def lead(ground: Ground) -> None:
    ground.begin()
    ground.operator("leader", Role.SUPERVISOR_NURSE)
    ground.sign_in("leader")


def test_every_day_of_a_target_or_a_measurement_is_kept_or_refused(ground: Ground) -> None:
    lead(ground)
    targets, surveys, kept = ground.desk.targets, ground.desk.surveys, []
    for day in sorted({*DAYS, *MORE}):
        aim = replace(AIM, valid_from=day, valid_to=day)
        told = replace(NKI, period_from=day, period_to=day)
        assert targets.limits(day) == targets.limits()
        if FIRST_DAY <= day <= LAST_DAY:
            targets.put(None, aim)
            surveys.put(None, told)
            assert surveys.plan((told,)).same == 1
            assert not surveys.import_((told,))
            kept.append(day)
            continue
        for wrong in (aim, replace(aim, valid_from=LAST_DAY), replace(aim, valid_to=None)):
            ground.refuses(TargetInvalid, targets.put, None, wrong)
        ground.refuses(SurveyInvalid, surveys.put, None, told)
        ground.refuses(SurveyInvalid, surveys.plan, (told,))
        ground.refuses(SurveyInvalid, surveys.import_, (told,))
    held = rows(ground.engine)
    assert sorted(row["valid_from"] for row in held["targets"]) == kept
    assert sorted(row["period_to"] for row in held["surveys"]) == kept


def test_a_sample_is_of_instants(ground: Ground) -> None:
    lead(ground)
    samples, kept = ground.desk.samples, []
    call = ground.desk.seat.actor.operator_id  # any id: of which calls it is, the reader says
    for at in TIMES:
        frame = replace(FRAME, start=at, end=at + timedelta(hours=1))
        samples.draw(frame, (call,), 1)
        assert samples.pick(frame).population == 0
        kept.append((frame.start, frame.end))
    found = [(row["start_at"], row["end_at"]) for row in rows(ground.engine)["samples"]]
    assert sorted(found) == sorted(kept)
    good = TIMES[-2]
    for at in NO_TIMES:
        assert isinstance(at, datetime)
        for wrong in (replace(FRAME, start=at, end=good), replace(FRAME, start=good, end=at)):
            ground.refuses(SampleInvalid, samples.pick, wrong)
            ground.refuses(SampleInvalid, samples.draw, wrong, (call,), 1)
