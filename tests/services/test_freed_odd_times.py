"""Odd instants and spans through every field of times and waiting lists: kept, or refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from itertools import pairwise
from typing import Any

from kundcenter.domain.capacity import CapacityInvalid
from kundcenter.domain.freed_times import LONGEST_NOTICE, WaitDraft, WaitInvalid
from kundcenter.domain.visit_times import LONGEST_LOOK, NewTime, TimesPeriodWrong
from tests.ground import ASKED, NUMBER, Ground, rows
from tests.services.freed_numbers import DRAFT, clinic_unit
from tests.services.test_bad_numbers_and_times import NO_TIMES, TIMES, seated

HOUR = timedelta(hours=1)


def test_every_instant_of_a_wait_is_kept_to_the_microsecond(ground: Ground) -> None:
    seated(ground)
    unit, person = clinic_unit(ground), ground.person()
    wait_list = ground.desk.wait_list
    id = wait_list.add(WaitDraft(person, unit, "NYBESOK", NUMBER)).the("wait")
    for number, at in enumerate(TIMES):
        draft = WaitDraft(person, unit, "NYBESOK", NUMBER, earliest=at, latest=at, guaranteed_by=at)
        wait_list.change(id, draft)
        changed = wait_list.get(id, ASKED).wait
        assert {getattr(changed, name) for name in DRAFT} == {at}
        added = wait_list.add(replace(draft, time_type=f"TYP{number}")).the("wait")
        assert {getattr(wait_list.get(added, ASKED).wait, name) for name in DRAFT} == {at}
    plain = WaitDraft(person, unit, "NYBESOK", NUMBER)
    for at in NO_TIMES:
        for name in DRAFT:
            change: dict[str, Any] = {name: at}
            wrong = replace(plain, **change)
            for verb in (wait_list.add, lambda draft: wait_list.change(id, draft)):
                assert ground.refuses(WaitInvalid, verb, wrong) == {"field": name}
    for earlier, later in pairwise(TIMES):
        turned = replace(plain, earliest=later, latest=earlier)
        ground.refuses(WaitInvalid, wait_list.change, id, turned)


def test_every_instant_of_a_time_is_kept_to_the_microsecond(ground: Ground) -> None:
    seated(ground)
    unit = clinic_unit(ground)
    timeslots = ground.desk.timeslots
    good = TIMES[:-1]  # the last has no hour after it
    for at in good:
        timeslots.add((NewTime(unit, "NYBESOK", at, at + HOUR, cutoff_at=at),))
        timeslots.free(start=at, end=at + HOUR)
        timeslots.of_unit(unit, start=at, end=at + HOUR)
    kept = rows(ground.engine)["timeslots"]
    assert [row["starts_at"] for row in kept] == list(good)
    assert [row["ends_at"] for row in kept] == [at + HOUR for at in good]
    assert [row["cutoff_at"] for row in kept] == list(good)
    fine = NewTime(unit, "NYBESOK", good[3], good[3] + HOUR)
    looks = timeslots.free, partial(timeslots.of_unit, unit)
    for at in NO_TIMES:
        for name in ("starts_at", "ends_at", "cutoff_at"):
            change: dict[str, Any] = {name: at}
            wrong = replace(fine, **change)
            told = ground.refuses(CapacityInvalid, timeslots.add, (wrong,))
            assert told == {"field": name, "row": 1}
        for look in looks:
            ground.refuses(TimesPeriodWrong, look, start=at, end=good[3])
            ground.refuses(TimesPeriodWrong, look, start=good[3], end=at)
    for earlier, later in pairwise(TIMES):
        for look in looks:
            ground.refuses(TimesPeriodWrong, look, start=later, end=earlier)
            if later - earlier > LONGEST_LOOK:
                ground.refuses(TimesPeriodWrong, look, start=earlier, end=later)


def test_a_notice_is_kept_in_whole_seconds_or_refused(ground: Ground) -> None:
    seated(ground)
    unit, person = clinic_unit(ground), ground.person()
    wait_list = ground.desk.wait_list
    plain = WaitDraft(person, unit, "NYBESOK", NUMBER)
    id = wait_list.add(plain).the("wait")
    for span in (timedelta(0), timedelta(seconds=1), LONGEST_NOTICE):
        wait_list.change(id, replace(plain, notice=span))
        assert wait_list.get(id, ASKED).wait.notice == span
    wait_list.change(id, replace(plain, notice=timedelta(seconds=1.999_999)))
    assert wait_list.get(id, ASKED).wait.notice == timedelta(seconds=1)
    for span in (timedelta(microseconds=-1), timedelta.min, timedelta.max):
        for verb in (wait_list.add, lambda draft: wait_list.change(id, draft)):
            told = ground.refuses(WaitInvalid, verb, replace(plain, notice=span))
            assert told == {"field": "notice"}
