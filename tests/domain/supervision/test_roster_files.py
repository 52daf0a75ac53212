"""A file of turns: every row, or every fault with its line; and back again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from uuid import UUID

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kundcenter.domain.access import Role
from kundcenter.domain.supervision.breaks import BreakKind
from kundcenter.domain.supervision.colleagues import Colleague
from kundcenter.domain.supervision.roster_changes import Clash, Whole, weighed
from kundcenter.domain.supervision.roster_files import (
    read_breaks,
    read_day,
    read_turns,
    written,
)
from kundcenter.domain.supervision.roster_sheets import (
    FAULTS_TOLD,
    FILE_LIMIT,
    RosterFault,
    RosterFileTooLarge,
    RosterRowTold,
    Unfit,
    placed,
)
from kundcenter.domain.supervision.roster_terms import (
    PATTERNS,
    Pattern,
    PatternBreak,
    breaks_fit,
    varied,
)
from kundcenter.domain.supervision.work_turns import (
    IMPORT_LIMIT,
    TurnPlan,
    WorkTurn,
    WorkTurnInvalid,
    clock_within,
    planned,
)

ANNA = Colleague(UUID(int=1), "Test Anna", "anna", (Role.NURSE,))
BO = Colleague(UUID(int=2), "Test Bo", "bo", (Role.NURSE, Role.SUPERVISOR_NURSE))
GONE = Colleague(UUID(int=3), "Test Cilla", "cilla", (Role.NURSE,), left=True)
PEOPLE = (ANNA, BO, GONE)
OLD = Pattern("F", "Förmiddag", time(8), time(12), ended=True)
ALL = (*PATTERNS, OLD)
NOON = time(12)
HEAD = "datum;användare;pass;roll;börjar;slutar;raster;anmärkning\n"
FAULT = RosterFault


def plans(text: str) -> tuple[TurnPlan, ...]:
    sheet = read_turns(HEAD + text)
    assert not sheet.faults
    found = placed(sheet.rows, PEOPLE, ALL)
    assert not found.faults
    return found.plans


def faults(text: str) -> list[tuple[int, RosterFault, str]]:
    sheet = read_turns(text)
    told = sheet.faults or placed(sheet.rows, PEOPLE, ALL).faults
    return [(each.line, each.fault, each.column) for each in told]


def test_a_row_is_a_shift_on_a_day() -> None:
    (plan,) = plans("2026-10-24;Anna;n;;;;;\n")
    assert plan == planned(PATTERNS[2], date(2026, 10, 24), ANNA.id, Role.NURSE)
    assert plan.ends_at - plan.starts_at == timedelta(hours=11)


def test_a_row_may_have_its_own_times_breaks_and_role() -> None:
    own, late, none = plans(
        "2026-05-04;bo;;ledningssjuksköterska;22.30;06:30;Rast 02:00 30 min;ensam i början\n"
        "2026-05-05;bo;D;SSK;;12:00;;\n"
        "2026-05-06;bo;D;NURSE;;;inga;\n"
    )
    assert (own.role, own.pattern, own.comment) == (Role.SUPERVISOR_NURSE, "", "ensam i början")
    assert own.ends_at - own.starts_at == timedelta(hours=8)
    (rast,) = own.breaks
    assert (rast.kind, rast.ends_at - rast.starts_at) == (BreakKind.LUNCH, timedelta(minutes=30))
    assert [each.kind for each in late.breaks] == [BreakKind.PAUSE]  # the rast is after its end
    assert (late.pattern, none.pattern, none.breaks) == ("D", "D", ())


@pytest.mark.parametrize(
    ("row", "fault", "column"),
    [
        ("2026-13-01;anna;D;;;;;", FAULT.DATE, "datum"),
        ("9999-12-31;anna;N;;;;;", FAULT.DATE, "datum"),
        ("0001-01-01;anna;N;;;;;", FAULT.DATE, "datum"),
        (";anna;D;;;;;", FAULT.MISSING, "datum"),
        ("2026-05-04;;D;;;;;", FAULT.MISSING, "användare"),
        ("2026-05-04;nobody;D;;;;;", FAULT.USER, "användare"),
        ("2026-05-04;?;D;;;;;", FAULT.USER, "användare"),
        ("2026-05-04;anna;X;;;;;", FAULT.PATTERN, "pass"),
        ("2026-05-04;anna;F;;;;;", FAULT.PATTERN, "pass"),
        ("2026-05-04;anna;??;;;;;", FAULT.PATTERN, "pass"),
        ("2026-05-04;anna;;;08:00;;;", FAULT.NO_TIMES, ""),
        ("2026-05-04;anna;;;8;12:00;;", FAULT.TIME, "börjar"),
        ("2026-05-04;anna;D;;;;RAST 12:00;", FAULT.BREAKS, "raster"),
        ("2026-05-04;anna;D;;;;RAST 25:00 30;", FAULT.BREAKS, "raster"),
        ("2026-05-04;anna;D;;;;RAST 06:00 30;", FAULT.BREAKS, "raster"),
        ("2026-05-04;anna;D;;;;RAST 12:00 30, PAUS 12:10 10;", FAULT.BREAKS, "raster"),
        ("2026-05-04;anna;D;kung;;;;", FAULT.ROLE, "roll"),
        ("2026-05-04;bo;D;;;;;", FAULT.ROLE_NEEDED, "roll"),
        ("2026-05-04;anna;D;;;;;" + "x" * 301, FAULT.TOO_LONG, "anmärkning"),
        ("2026-05-04;anna;D;;;;;a\u200fb", FAULT.SIGNS, "anmärkning"),
        ("2026-05-04;anna;D;;;;;\ufffd", FAULT.LETTERS, "anmärkning"),
        ("2026-05-04;anna", FAULT.CELLS, ""),
        ('2026-05-04;"anna', FAULT.QUOTES, ""),
    ],
)
def test_a_fault_is_told_with_its_line_and_heading(
    row: str, fault: RosterFault, column: str
) -> None:
    told = faults(f"{HEAD}2026-05-03;anna;D;;;;;\n\n{row}\n")
    assert told == [(4, fault, column)]


def test_headings_are_known_or_told() -> None:
    assert faults("date,user,shift\n2026-05-04,anna,D\n") == []
    assert faults("") == [
        (1, FAULT.NO_HEADINGS, "datum"),
        (1, FAULT.NO_HEADINGS, "användare"),
    ]
    told = faults("datum;användare;user;löner\x1b\n2026-05-04;anna;anna;1\n")
    assert told == [(1, FAULT.HEADING_TWICE, "user"), (1, FAULT.HEADING, "löner\ufffd")]
    assert faults("datum;användare;\n2026-05-04;anna;\n")[0][1] is FAULT.NO_TIMES
    assert faults(HEAD) == [(1, FAULT.NOTHING, "")]
    assert faults('"datum;användare\n')[0][1] is FAULT.QUOTES


def test_a_file_is_of_one_month_and_not_endless() -> None:
    row = "2026-05-04;anna;D;;;;;\n"
    sheet = read_turns(HEAD + row * (IMPORT_LIMIT + 5))
    assert not sheet.rows
    assert [each.fault for each in sheet.faults] == [FAULT.TOO_MANY]
    assert len(read_turns(HEAD + "x;y;;;;;;\n" * 500).faults) == FAULTS_TOLD
    with pytest.raises(RosterFileTooLarge):
        read_turns("x" * (FILE_LIMIT + 1))


clocks = st.builds(time, st.integers(0, 23), st.sampled_from((0, 15, 30)))
kinds = st.sampled_from(BreakKind)
own_breaks = st.none() | st.lists(
    st.builds(PatternBreak, kinds, clocks, st.integers(1, 90)), max_size=3
)
# Around the nights when clocks are moved, and others.
days = st.sampled_from((date(2026, 3, 28), date(2026, 10, 24), date(2026, 10, 25))) | st.dates(
    date(2026, 1, 1), date(2026, 12, 30)
)


@given(st.sampled_from((None, *ALL)), clocks, clocks, own_breaks, days)
@example(None, time(2), time(2), None, date(2026, 3, 28))
@example(PATTERNS[0], time(2, 30), time(2, 15), None, date(2026, 3, 28))
def test_what_was_written_reads_as_the_same(
    base: Pattern | None, starts: time, ends: time, own: list[PatternBreak] | None, day: date
) -> None:
    worked = varied(base, starts, ends, own)
    if not breaks_fit(worked):
        return
    try:
        plan = planned(worked, day, BO.id, Role.SUPERVISOR_NURSE).checked()
    except WorkTurnInvalid:
        return  # nothing is left of it on the night when an hour is missing
    plan = replace(plan, comment="=SUM(A1)")
    text = written([plan.turn(UUID(int=9))], {BO.id: BO})
    sheet = read_turns(text)
    assert not sheet.faults
    again = placed(sheet.rows, PEOPLE, ALL)
    assert again.faults == ()
    assert again.plans == (plan,)


def test_a_whole_day_into_the_missing_hour_reads_as_the_same() -> None:
    """02:45 on the night of spring is 03:45, which on the first day would be an hour's work."""
    rest = [PatternBreak(BreakKind.PAUSE, time(2, 15), 15), PatternBreak(BreakKind.LUNCH, NOON, 45)]
    for ends in (time(2), time(2, 45)):
        worked = varied(None, time(2, 45), ends, rest if ends > time(2) else rest[1:])
        plan = planned(worked, date(2026, 3, 28), BO.id, Role.SUPERVISOR_NURSE).checked()
        text = written([plan.turn(UUID(int=9))], {BO.id: BO})
        assert f";02:45;{ends:%H:%M};" in text
        assert placed(read_turns(text).rows, PEOPLE, ALL).plans == (plan,)
    assert "PAUS 02:15 15" in text
    night = planned(PATTERNS[2], date(2026, 3, 28), BO.id, Role.NURSE)
    late = replace(night, ends_at=night.starts_at + timedelta(hours=6))
    assert f"{clock_within(late.starts_at, late.ends_at):%H:%M}" == "04:00"  # as the clock shows


def test_whoever_has_no_turns_any_more_is_left_out() -> None:
    turn = planned(PATTERNS[0], date(2026, 5, 4), ANNA.id, Role.NURSE).turn(UUID(int=9))
    assert written([turn], {}).count("\n") == 1


def test_breaks_are_read_as_they_are_said() -> None:
    assert read_breaks("") is None
    assert read_breaks("Ingen") == ()
    told = read_breaks("lunch 12:00 45, paus 14.15 15, annat 9:00 60")
    assert told is not None
    assert [each.kind for each in told] == [BreakKind.LUNCH, BreakKind.PAUSE, BreakKind.OTHER]
    with pytest.raises(Unfit):
        read_breaks("RAST 12:00 45,")


# -- what comes of them ------------------------------------------------------------------------

DAY = date(2026, 5, 4)
FIRST = planned(PATTERNS[0], DAY, ANNA.id, Role.NURSE)
EVENING = planned(PATTERNS[1], DAY, ANNA.id, Role.NURSE)
NEXT = planned(PATTERNS[0], date(2026, 5, 5), ANNA.id, Role.NURSE)
WHOLE = Whole(FIRST.starts_at - timedelta(hours=7), FIRST.starts_at + timedelta(hours=17))


def test_new_changed_and_the_same_are_told_apart() -> None:
    there = [FIRST.turn(UUID(int=7)), NEXT.turn(UUID(int=8))]
    longer = replace(FIRST, ends_at=FIRST.ends_at + timedelta(hours=1))
    other = replace(FIRST, operator_id=BO.id)
    change = weighed([longer, NEXT, other], there)
    assert (change.new, change.changed, change.same) == (1, 1, 1)
    assert change.gone == ()
    assert change.clashes == ()
    assert change.rows[0] == (longer, there[0])


def test_a_shift_that_is_moved_replaces_the_old_one_only_when_the_file_is_the_whole() -> None:
    there = [FIRST.turn(UUID(int=7))]
    assert weighed([EVENING], there).clashes == (Clash(1, UUID(int=7)),)
    change = weighed([EVENING], there, WHOLE)
    assert (change.gone, change.clashes, change.new) == ((there[0],), (), 1)


def test_what_is_whole_is_so_for_its_roles_and_its_days() -> None:
    boss = replace(EVENING, operator_id=BO.id, role=Role.SUPERVISOR_NURSE)
    night = planned(
        PATTERNS[2], DAY - timedelta(days=1), BO.id, Role.NURSE
    )  # begins the day before
    there = [boss.turn(UUID(int=6)), NEXT.turn(UUID(int=7)), night.turn(UUID(int=8))]
    assert weighed([FIRST], there, WHOLE).gone == ()
    also = replace(boss, role=Role.NURSE).turn(UUID(int=5))
    assert weighed([FIRST], [*there, also], WHOLE).gone == (also,)
    assert weighed([], [also], WHOLE).gone == ()  # a file of nothing says nothing


def test_two_of_one_operator_at_a_time_clash_whatever_the_order() -> None:
    twice = weighed([FIRST, EVENING], [])
    assert twice.clashes == (Clash(2, None),)
    assert weighed([EVENING, FIRST], []).clashes == (Clash(2, None),)
    assert weighed([FIRST, FIRST], []).clashes == (Clash(2, None),)
    # One that is made shorter gives room for the other, also when that stands before it.
    short = replace(FIRST, ends_at=EVENING.starts_at, breaks=())
    assert weighed([EVENING, short], [FIRST.turn(UUID(int=7))]).clashes == ()


spans = st.tuples(st.integers(0, 20), st.integers(1, 8), st.sampled_from((ANNA.id, BO.id)))


@given(st.lists(spans, max_size=5), st.lists(spans, max_size=4), st.booleans())
def test_what_is_left_never_overlaps(
    coming: list[tuple[int, int, UUID]], standing: list[tuple[int, int, UUID]], all_: bool
) -> None:
    """Either a clash is told, or nobody works twice at a time; and what was there may stay so."""

    def plan(start: int, long: int, who: UUID) -> TurnPlan:
        begins = WHOLE.start + timedelta(hours=start)
        return TurnPlan(who, Role.NURSE, "", begins, begins + timedelta(hours=long))

    there: list[WorkTurn] = []
    for at, each in enumerate(standing):
        new = plan(*each)
        if not any(t.operator_id == new.operator_id and t.plan.overlaps(new) for t in there):
            there.append(new.turn(UUID(int=50 + at)))
    incoming = [plan(*each) for each in coming]
    change = weighed(incoming, there, WHOLE if all_ else None)
    off = {each.id for each in change.gone}
    off |= {older.id for _, older in change.rows if older is not None}
    left = incoming + [each.plan for each in there if each.id not in off]
    crossing = any(
        one.operator_id == two.operator_id and one.overlaps(two)
        for at, one in enumerate(left)
        for two in left[at + 1 :]
    )
    assert crossing == bool(change.clashes)


def test_a_clash_is_told_by_its_line() -> None:
    sheet = read_turns(f"{HEAD}2026-05-04;anna;D;;;;;\n\n2026-05-04;anna;K;;;;;\n")
    found = placed(sheet.rows, PEOPLE, ALL)
    assert found.whole is not None
    assert (found.whole.end - found.whole.start) == timedelta(days=1)
    told = found.weighed(weighed(found.plans, ()), PEOPLE)
    assert told.faults == (RosterRowTold(4, RosterFault.TAKEN),)


def test_whoever_has_left_or_changed_roles_keeps_the_turns_that_stay_as_they_are() -> None:
    rows = "2026-05-04;cilla;D;;;;;\n2026-05-04;anna;D;VAXEL;;;;\n2026-05-05;cilla;D;;;;;\n"
    found = placed(read_turns(HEAD + rows).rows, PEOPLE, ALL)
    told = found.weighed(weighed(found.plans, ()), PEOPLE)
    assert [(each.line, each.fault) for each in told.faults] == [
        (2, FAULT.LEFT),
        (3, FAULT.ROLE),
        (4, FAULT.LEFT),
    ]
    there = [plan.turn(UUID(int=at)) for at, plan in enumerate(found.plans[:2], start=5)]
    told = found.weighed(weighed(found.plans, there), PEOPLE)
    assert [(each.line, each.fault) for each in told.faults] == [(4, FAULT.LEFT)]
    assert found.weighed(weighed(found.plans[:2], there), PEOPLE).faults == ()


@pytest.mark.parametrize("day", ["2026-W48-2", "20261126", "2026-330", "٢٠٢٦-١١-٢٦"])
def test_a_day_is_written_in_one_way(day: str) -> None:
    assert read_day("2026-11-26") == date(2026, 11, 26)
    assert read_day(day) is None


def test_of_a_file_with_endless_headings_so_many_faults_are_told() -> None:
    sheet = read_turns(";".join(["x"] * 200_000))
    assert len(sheet.faults) == FAULTS_TOLD
    assert sheet.rows == ()
