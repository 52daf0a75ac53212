"""What is handed over: what is late comes first, and nobody is named."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from kundcenter.domain.callbacks import Callback, CallbackKind, CallbackState
from kundcenter.domain.case_terms import TIMES
from kundcenter.domain.redirects import Redirect
from kundcenter.domain.supervision.closures import Closure
from kundcenter.domain.supervision.hand_over_items import (
    MOST_ITEMS,
    MOST_TOLD,
    HandOver,
    HandOverItem,
    HandOverKind,
    closed_queues,
    disturbances,
    late_callbacks,
    lone_times,
    near_cases,
    part,
    redirected_units,
    safety_clocks,
    unsigned_notes,
)
from kundcenter.domain.supervision.incidents import Incident, IncidentKind
from kundcenter.domain.supervision.lone_working import lone_working
from kundcenter.domain.supervision.stays import Stay
from kundcenter.domain.waiting import SigningTerms, Waiting
from tests.domain.case_made import made
from tests.ground import NUMBER

NOW = datetime(2026, 11, 21, 7, tzinfo=UTC)
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
ME, UNIT, WHO, ENTRY = (UUID(int=number) for number in range(1, 5))
NAMES = {UNIT: "Vårdcentralen Test"}
QUEUED = Callback(
    UUID(int=9), CallbackKind.QUEUE, "SE1", NOW - HOUR, ME, NOW - HOUR, NOW - MINUTE,
    CallbackState.TIME_TOLD, NOW - HOUR, number=NUMBER, unit_id=UNIT, person_id=WHO,
)  # fmt: skip
OWN = replace(QUEUED, kind=CallbackKind.OWN, unit_id=None, state=CallbackState.WAITING)
NET = replace(OWN, kind=CallbackKind.SAFETY)


def words(items: object) -> list[tuple[str, bool]]:
    return [(each.what, each.late) for each in items]  # type: ignore[attr-defined]


def test_late_call_backs_are_those_whose_time_is_over_and_no_safety_clock() -> None:
    calls = (
        QUEUED,
        replace(QUEUED, promised_to=NOW + MINUTE),  # its interval goes on
        replace(QUEUED, state=CallbackState.EXPIRED, unit_id=UUID(int=77)),
        replace(OWN, attempts=2, state=CallbackState.NO_ANSWER, try_at=NOW - HOUR),
        replace(OWN, state=CallbackState.DONE),
        NET,
    )
    found = list(late_callbacks(calls, NAMES, NOW))
    assert words(found) == [
        ("Kö: Vårdcentralen Test", True),
        ("Enhetens kö", True),
        ("Egen återuppringning, försök 2", True),
    ]
    assert {each.about for each in found} == {WHO}
    assert NUMBER not in repr(found) and str(WHO) not in repr(found)


def test_every_safety_clock_that_runs_is_told_late_or_not() -> None:
    clocks = (
        NET,
        replace(NET, promised_from=NOW + HOUR, promised_to=NOW + 2 * HOUR, attempts=1),
        replace(NET, state=CallbackState.CANCELLED),
        OWN,
    )
    assert words(safety_clocks(clocks, NOW)) == [
        ("Följ upp hur det gick", True),
        ("Följ upp hur det gick, försök 1", False),
    ]


def test_unsigned_notes_are_told_by_how_long_they_wait() -> None:
    waiting = [Waiting(ENTRY, ME, NOW - timedelta(days=days)) for days in (3, 20)]
    found = list(unsigned_notes(waiting, {}, NOW, SigningTerms()))
    assert words(found) == [("Osignerad i 3 dygn", False), ("Osignerad i 20 dygn", True)]
    assert [each.about for each in found] == [None, None]  # an entry that is not here


def test_cases_near_their_day_are_told_by_number_kind_and_clock() -> None:
    late, calm = made("2026-11-10"), made("2026-11-20")
    at = datetime(2026, 11, 20, 12, tzinfo=UTC)
    found = list(near_cases((late, calm), TIMES, at))
    what = f"{late.number}, klagomål: mottagningsbekräftelse senast 2026-11-12"
    assert words(found) == [(what, True)]
    soon = list(near_cases((calm,), TIMES, at + timedelta(days=3)))  # Monday; it ends on Tuesday
    assert [each.late for each in soon] == [False]


def test_orders_and_disturbances_say_until_when_and_why_only_within_the_house() -> None:
    away = Redirect(ME, UNIT, None, "Översvämning", NOW - HOUR, NOW + HOUR, ME)
    assert words(redirected_units([away, replace(away, to_id=UNIT, ends_at=None)], NAMES)) == [
        (
            "Vårdcentralen Test → ingen annan enhet, till 2026-11-21 09:00: Översvämning",
            False,
        ),
        ("Vårdcentralen Test → Vårdcentralen Test, tills vidare: Översvämning", False),
    ]
    closed = Closure(ME, "vaxel", "Brand", NOW - HOUR, None, ME)
    assert words(closed_queues([closed], texts=True)) == [("Växeln, tills vidare: Brand", False)]
    assert words(closed_queues([closed], texts=False)) == [("Växeln, tills vidare", False)]
    line = Incident(ME, IncidentKind.LINE, NOW - HOUR, NOW, "", ME, automatic=True)
    long = Incident(ENTRY, IncidentKind.OTHER, NOW, None, "Anna\nringde " * 90, ME)
    told = words(disturbances([line, replace(line, id=UNIT), long], texts=True))
    assert told[0] == ("Telefonin borta (2 arbetsplatser), till 2026-11-21 08:00", False)
    assert told[1][0].startswith("Annat, pågår: Anna ringde Anna") and told[1][1]
    assert len(told[1][0]) <= len("Annat, pågår: ") + MOST_TOLD + 1
    assert words(disturbances([long], texts=False)) == [("Annat, pågår", True)]


def test_lone_working_names_nobody_and_says_when_nothing_is_known() -> None:
    stays = (Stay(ME, NOW, NOW + 3 * HOUR), Stay(WHO, NOW + HOUR, NOW + 2 * HOUR))
    worked = lone_working(stays, NOW, NOW + 4 * HOUR)
    planned = lone_working((), NOW, NOW + 4 * HOUR)
    told = lone_times(worked, planned, known=True, told=True)
    assert told.told == "120 min, planerat 0"
    assert words(told.items) == [
        ("Ensam 08:00–09:00, 60 minuter", False),
        ("Ensam 10:00–11:00, 60 minuter", False),
        ("Ingen inloggad 11:00–12:00, 60 minuter", False),
    ]
    assert lone_times(worked, planned, known=False, told=False).items == ()
    nothing = lone_times(None, planned, known=False, told=True)
    assert nothing.told == "Närvaro inte noterad, inget schema"
    short = lone_working((Stay(ME, NOW, NOW + timedelta(seconds=59)),), NOW, NOW + HOUR)
    assert [each.what for each in lone_times(short, planned, known=True, told=True).items] == [
        "Ingen inloggad 08:00–09:00, 59 minuter"
    ]


def test_what_is_late_comes_first_and_of_many_the_rest_is_counted() -> None:
    items = [
        HandOverItem(HandOverKind.SAFETY, f"{at}", NOW + at * MINUTE, at % 2 == 0)
        for at in range(MOST_ITEMS + 5)
    ]
    told = part(HandOverKind.SAFETY, reversed(items))
    assert [each.what for each in told.items[:3]] == ["0", "2", "4"]
    assert (told.count, len(told.items), told.left_out) == (MOST_ITEMS + 5, MOST_ITEMS, 5)
    assert told.told == f"{MOST_ITEMS + 5}, varav 23 sena"
    assert part(HandOverKind.SAFETY, ()).told == "Inga"
    assert part(HandOverKind.SAFETY, items[:1]).told == "1, varav 1 sen"
    assert HandOver(NOW, (told,)).stands == "läget 2026-11-21 08:00"
    assert HandOver(NOW, (told,), current=False).stands == ""
