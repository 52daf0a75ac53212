"""Which target holds when, how a figure stands to it, and what holds before anybody set one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain.calendar import day_bounds
from kundcenter.domain.supervision.limits import Limits, Setting, is_limit
from kundcenter.domain.supervision.target_defaults import (
    AIMS,
    DEFAULTS,
    limits_by_queue,
    limits_on,
    with_defaults,
)
from kundcenter.domain.supervision.targets import (
    HIGHEST,
    Aim,
    AimKind,
    Target,
    TargetFault,
    TargetInvalid,
    TargetTaken,
    Verdict,
    held,
    judged,
    made_way,
    target_of,
    verdict,
)
from kundcenter.domain.text import TextInvalid
from tests.ground import MORNING

ME = UUID(int=7)
NEW_YEAR = date(2026, 1, 1)
ANSWERED = Aim("ANSW", 85_000, valid_from=NEW_YEAR)
days = st.integers(0, 12).map(lambda n: NEW_YEAR + timedelta(days=n))


def target(aim: Aim, id: int = 1) -> Target:
    return target_of(UUID(int=id), aim, MORNING, ME)


def span(first: date, last: date) -> tuple[datetime, datetime]:
    return day_bounds(first)[0], day_bounds(last)[1]


@st.composite
def aims(draw: st.DrawFn) -> Aim:
    first, length = draw(days), draw(st.none() | st.integers(0, 5))
    return Aim(
        draw(st.sampled_from(("ANSW", "MEDELV"))),
        draw(st.integers(0, 100_000)),
        queue=draw(st.sampled_from(("", "1177", "vx"))),
        valid_from=first,
        valid_to=None if length is None else first + timedelta(days=length),
        kind=draw(st.sampled_from((AimKind.TARGET, AimKind.COMPARISON))),
    )


@pytest.mark.parametrize(
    ("change", "field", "fault"),
    [
        ({"figure": "answ"}, "figure", TargetFault.UNKNOWN),
        ({"figure": ""}, "figure", TargetFault.UNKNOWN),
        ({"value": -1}, "value", TargetFault.NUMBER),
        ({"value": 100_001}, "value", TargetFault.NUMBER),
        ({"figure": "MEDELV", "value": HIGHEST + 1}, "value", TargetFault.NUMBER),
        ({"figure": Setting.SHORT}, "figure", TargetFault.UNKNOWN),
        ({"valid_from": date(1999, 12, 31)}, "valid_from", TargetFault.PERIOD),
        ({"valid_to": date(2025, 12, 31)}, "valid_to", TargetFault.PERIOD),
        ({"valid_to": date(2200, 1, 1)}, "valid_to", TargetFault.PERIOD),
        ({"year": 1999}, "year", TargetFault.YEAR),
        ({"kind": AimKind.SETTING}, "figure", TargetFault.UNKNOWN),
        (
            {"kind": AimKind.SETTING, "figure": Setting.SHORT, "value": 5_500},
            "value",
            TargetFault.NUMBER,
        ),
        (  # smaller counts than five are never handed on
            {"kind": AimKind.SETTING, "figure": Setting.SMALL_CELL, "value": 4_000},
            "value",
            TargetFault.NUMBER,
        ),
        (
            {"kind": AimKind.SETTING, "figure": Setting.SHORT, "value": 5_000, "queue": "1177"},
            "queue",
            TargetFault.QUEUE,
        ),
    ],
)
def test_what_cannot_be_kept_is_refused_by_its_field(
    change: dict[str, object], field: str, fault: TargetFault
) -> None:
    with pytest.raises(TargetInvalid) as refused:
        replace(ANSWERED, **change).checked()  # type: ignore[arg-type]
    assert refused.value.facts == {"field": field, "fault": fault}


def test_words_are_one_line_and_have_an_end() -> None:
    aim = replace(ANSWERED, source="  Regionens \n uppdrag ", queue=" 1177 ").checked()
    assert (aim.source, aim.queue) == ("Regionens uppdrag", "1177")
    with pytest.raises(TextInvalid):
        replace(ANSWERED, queue="x" * 81).checked()


@given(st.lists(aims(), max_size=6))
def test_of_one_figure_and_queue_only_one_ever_holds_on_a_day(given_: list[Aim]) -> None:
    there: dict[UUID, Target] = {}
    for at, aim in enumerate(given_):
        try:
            ended = made_way(aim, there.values(), MORNING, ME)
        except TargetTaken:
            continue
        for each in ended:
            assert each.number == there[each.id].number + 1
            there[each.id] = each
        there[UUID(int=at)] = target(aim, at)
    for n in range(25):
        day = NEW_YEAR + timedelta(days=n)
        places = [each.aim.place for each in there.values() if each.holds(day)]
        assert len(places) == len(set(places))


@given(st.lists(aims(), max_size=6), aims(), days)
def test_no_other_day_than_those_from_the_new_one_on_changes(
    given_: list[Aim], new: Aim, day: date
) -> None:
    there = [target(aim, at) for at, aim in enumerate(given_)]
    try:
        ended = {each.id: each for each in made_way(new, there, MORNING, ME)}
    except TargetTaken as refused:
        assert refused.facts["id"] in {each.id for each in there if each.aim.meets(new)}
        return
    after = [ended.get(each.id, each) for each in there]
    if day < new.valid_from or not ended:
        before, now = ([e.id for e in of if e.holds(day)] for of in (there, after))
        assert before == now


def test_a_target_until_further_notice_makes_way_to_the_next_and_to_none_with_an_end() -> None:
    old = target(ANSWERED)
    later = replace(ANSWERED, value=90_000, valid_from=date(2027, 1, 1))
    (ended,) = made_way(later, [old], MORNING, ME)
    assert (ended.valid_to, ended.value, ended.number) == (date(2026, 12, 31), 85_000, 2)
    summer = replace(later, valid_to=date(2027, 8, 31))
    with pytest.raises(TargetTaken):  # in September nothing would hold
        made_way(summer, [old], MORNING, ME)
    with pytest.raises(TargetTaken):  # it begins when the new one does
        made_way(ANSWERED, [old], MORNING, ME)
    assert made_way(replace(later, queue="1177"), [old], MORNING, ME) == ()
    assert made_way(later, [old.removed(MORNING, ME)], MORNING, ME) == ()


def test_a_queues_own_target_stands_before_the_one_for_all() -> None:
    all_, own = target(ANSWERED, 1), target(replace(ANSWERED, queue="1177", value=90_000), 2)
    assert held((all_, own), "ANSW", NEW_YEAR, "1177") == own
    assert held((all_, own), "ANSW", NEW_YEAR, "vx") == all_
    assert held((all_, own), "ANSW", NEW_YEAR) == all_
    assert held((all_, own), "ANSW", date(2025, 12, 31), "1177") is None
    assert held((own.removed(MORNING, ME),), "ANSW", NEW_YEAR, "1177") is None


@given(st.integers(0, 400), st.integers(1, 400), st.integers(0, 100), st.booleans())
def test_a_verdict_is_that_of_exact_arithmetic(
    answered: int, offered: int, percent: int, at_least: bool
) -> None:
    """The slow reference: two fractions compared."""
    of = target(replace(ANSWERED, value=percent * 1000, at_least=at_least))
    exact = Fraction(100 * answered, offered)
    kept = exact >= percent if at_least else exact <= percent
    expected = Verdict.KEPT if kept else Verdict.MISSED
    assert verdict(answered / offered * 100, of) is expected
    assert verdict(100 * answered / offered, of) is expected


def test_nothing_is_judged_without_a_figure_or_a_target() -> None:
    assert verdict(None, target(ANSWERED)) is Verdict.UNJUDGED
    assert verdict(12.0, None) is Verdict.UNJUDGED


def test_the_last_day_of_a_period_says_which_target_counts() -> None:
    old = target(replace(ANSWERED, valid_to=date(2026, 6, 30)), 1)
    new = target(replace(ANSWERED, value=90_000, valid_from=date(2026, 7, 1)), 2)
    start, end = span(date(2026, 6, 15), date(2026, 7, 14))
    told = judged("ANSW", 87.0, (old, new), start=start, end=end)
    assert (told.verdict, told.target, told.changed) == (Verdict.MISSED, new, True)
    start, end = span(date(2026, 6, 1), date(2026, 6, 30))  # its end is the first of July, 00:00
    told = judged("ANSW", 87.0, (old, new), start=start, end=end)
    assert (told.verdict, told.target, told.changed) == (Verdict.KEPT, old, False)
    start, end = span(date(2026, 6, 29), date(2026, 7, 2))
    told = judged("ANSW", 87.0, (old,), start=start, end=end)
    assert (told.verdict, told.target, told.changed) == (Verdict.UNJUDGED, None, True)


def test_what_others_have_is_shown_and_never_judged() -> None:
    nation = target(replace(ANSWERED, figure="EGENV", value=32_000, kind=AimKind.COMPARISON))
    told = judged("EGENV", 27.0, (nation,), start=MORNING, end=MORNING + timedelta(hours=1))
    assert (told.verdict, told.target, told.comparison) == (Verdict.UNJUDGED, None, nation)


def test_a_time_without_a_zone_is_no_span() -> None:
    with pytest.raises(ValueError, match="instants"):
        judged("ANSW", 1.0, (), start=datetime(2026, 1, 1), end=datetime(2026, 1, 2, tzinfo=UTC))  # noqa: DTZ001


def test_what_holds_before_anybody_has_set_anything() -> None:
    """DOMAIN §3.9 and §12: 85 %, ten minutes, 75 %; the nation's 32, 40 and 83."""
    day = date(2026, 11, 23)
    there = with_defaults(())
    said = {}
    for aim in AIMS:
        target = held(there, aim.figure, day, kind=aim.kind)
        assert target is not None
        assert aim == aim.checked()
        said[aim.figure] = (target.amount, target.at_least, target.number, target.set_by)
    assert said == {
        "ANSW": (85.0, True, 0, None),
        "MEDELV": (600.0, False, 0, None),
        "AKTIV": (75.0, False, 0, None),
        "EGENV": (32.0, True, 0, None),
        "PRIM": (40.0, True, 0, None),
        "NKI": (83.0, True, 0, None),
    }


def test_a_default_gives_way_to_its_own_row_and_does_not_come_back() -> None:
    default = next(iter(DEFAULTS.values()))
    changed = default.reworded(replace(default.aim, value=90_000), MORNING, ME)
    assert changed.number == 1
    mine = [each for each in with_defaults((changed,)) if each.id == default.id]
    assert mine == [changed]
    gone = changed.removed(MORNING, ME)
    left = [each for each in with_defaults((gone,)) if each.holds(date(2026, 11, 23))]
    assert default.figure not in {each.figure for each in left if each.kind is default.kind}


def test_the_limits_that_are_shown_are_those_that_hold() -> None:
    there = with_defaults(())
    shown = {each.figure: each.amount for each in there if each.kind is AimKind.SETTING}
    assert shown == {
        "KORT_SEKUNDER": 5,
        "SERVICEGRAD_SEKUNDER": 180,
        "SERVICEGRAD_LANG_SEKUNDER": 600,
        "KO_VARNING_SEKUNDER": 180,
        "KO_HOGST_SEKUNDER": 600,
        "LITEN_CELL": 5,
    }
    assert limits_on(there, NEW_YEAR) == Limits()
    assert all(each.aim == each.aim.checked() for each in there)


def test_limits_are_the_programs_until_somebody_sets_them() -> None:
    assert limits_on((), NEW_YEAR) == Limits()
    assert (Limits().short_seconds, Limits().service_seconds) == (5, 180)
    assert (Limits().service_far_seconds, Limits().small_cell) == (600, 5)
    short = target(Aim(Setting.SHORT, 10_000, kind=AimKind.SETTING, valid_from=NEW_YEAR), 1)
    warn = target(Aim(Setting.WAIT_WARN, 90_000, kind=AimKind.SETTING, valid_from=NEW_YEAR), 2)
    found = limits_on((short, warn), NEW_YEAR)
    assert found == replace(Limits(), short_seconds=10, wait_warn_seconds=90)
    assert limits_on((short, warn), date(2025, 12, 31)) == Limits()


def test_a_queue_may_have_its_own_limits_of_waiting_and_of_nothing_else() -> None:
    own = Aim(
        Setting.WAIT_MOST, 60_000, queue="vaxel", kind=AimKind.SETTING, valid_from=NEW_YEAR
    ).checked()
    common = replace(own, queue="", figure=Setting.WAIT_WARN, value=90_000).checked()
    known = (target(own, 1), target(common, 2))
    here = replace(Limits(), wait_warn_seconds=90, wait_most_seconds=60)
    assert limits_on(known, NEW_YEAR, "vaxel") == here
    assert limits_on(known, NEW_YEAR, "1177") == replace(Limits(), wait_warn_seconds=90)
    assert limits_on(known, NEW_YEAR) == replace(Limits(), wait_warn_seconds=90)
    assert limits_by_queue(known, NEW_YEAR) == {"vaxel": here}
    assert limits_by_queue(known, date(2025, 12, 31)) == {}
    for setting in set(Setting) - {Setting.WAIT_WARN, Setting.WAIT_MOST}:
        with pytest.raises(TargetInvalid) as refused:
            replace(own, figure=setting, value=5_000).checked()
        assert refused.value.facts["fault"] is TargetFault.QUEUE


@pytest.mark.parametrize("setting", Setting)
def test_every_limit_can_be_set(setting: Setting) -> None:
    low, high = (target(Aim(setting, n, kind=AimKind.SETTING).checked()) for n in (5_000, 50_000))
    assert limits_on((low,), NEW_YEAR) != limits_on((high,), NEW_YEAR)
    assert not is_limit(setting, 100_000_001)
    assert not is_limit(setting.lower(), 1_000)
