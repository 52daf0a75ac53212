"""Counts that are added up give what the calls themselves give."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain.calls import CallState
from kundcenter.domain.supervision.call_legs import Left, Rang, counted, legs
from kundcenter.domain.supervision.counts import (
    NO_CALLS,
    NO_WAITS,
    Tally,
    total_counts,
    total_tallies,
    waits_of,
)
from kundcenter.domain.supervision.definitions import DEFINITIONS, FigureCode, Unit, definition
from kundcenter.domain.supervision.dimensions import Dimension, callback_key
from kundcenter.domain.supervision.figures import (
    Figure,
    call_figures,
    for_distribution,
    tally_figures,
)
from kundcenter.domain.supervision.limits import Limits
from kundcenter.domain.supervision.masks import masked

START = datetime(2026, 11, 20, 7, tzinfo=UTC)
waits = st.lists(st.integers(0, 90_000), max_size=30)
# DOMAIN §13.1: queued, answered, ended, end of the wrap-up, in seconds
VECTOR = (
    (0, 15, 315, 420),
    (30, 400, 900, 960),
    (60, None, 190, None),
    (100, None, 104, None),
    (600, 612, 1200, 1320),
    (700, 1250, 1500, 1500),
)


def at(seconds: float) -> datetime:
    return START + timedelta(seconds=seconds)


def rang(queued: float, answered: float | None = None, ended: float | None = None,
         wrap: float | None = None, **more: object) -> Rang:  # fmt: skip
    told: dict[str, object] = {
        "queue": "1177",
        "line_call": None,
        "queued_at": at(queued),
        "state": CallState.ABANDONED if answered is None else CallState.DONE,
        "answered_at": None if answered is None else at(answered),
        "ended_at": None if ended is None else at(ended),
        "wrap_up_until": None if wrap is None else at(wrap),
        "held_ms": 0,
        **more,
    }
    return Rang(**told)  # type: ignore[arg-type]


def by_code(figures: tuple[Figure, ...]) -> dict[FigureCode, Figure]:
    return {each.code: each for each in figures}


def test_the_worked_vector() -> None:
    """Every number of DOMAIN §13.1, with numerator and denominator."""
    found = by_code(call_figures(counted(legs([rang(*row) for row in VECTOR], []))))
    shown = {
        code: (found[code].value, found[code].numerator, found[code].denominator)
        for code in FigureCode
        if code in found
    }
    assert shown[FigureCode.OFFERED] == (6, 6, None)
    assert shown[FigureCode.ANSWERED] == (4, 4, None)
    assert shown[FigureCode.ABANDONED] == (1, 1, None)
    assert shown[FigureCode.SHORT] == (1, 1, None)
    assert shown[FigureCode.UNKNOWN] == (0, 0, None)
    assert shown[FigureCode.ANSW] == (80.0, 4, 5)
    assert shown[FigureCode.ANSW_ALL] == (100 * 4 / 6, 4, 6)
    assert shown[FigureCode.LOST] == (20.0, 1, 5)
    assert shown[FigureCode.MEDELV] == (236.75, 947, 4)
    assert shown[FigureCode.MEDIANV][0] == 192.5
    assert shown[FigureCode.LONGEST][0] == 550
    assert shown[FigureCode.AHT] == (480.75, 1923, 4)
    assert shown[FigureCode.TALK] == (409.5, 1638, 4)
    assert shown[FigureCode.WRAP] == (71.25, 285, 4)
    assert shown[FigureCode.SERVICE_FAR] == (80.0, 4, 5)
    assert shown[FigureCode.SERVICE_NEAR] == (40.0, 2, 5)
    # Of a shift of two hours so much was active.
    counts = counted(legs([rang(*row) for row in VECTOR], []))
    assert round(100 * counts.handled_ms / 7_200_000, 1) == 26.7


def test_without_a_call_there_is_no_figure_to_divide() -> None:
    for each in call_figures(NO_CALLS):
        counts = definition(each.code).unit is Unit.COUNT
        assert each.value == (0 if counts else None), each.code
    only_short = call_figures(counted(legs([rang(100, None, 104)], [])))
    assert by_code(only_short)[FigureCode.ANSW].value is None
    assert by_code(only_short)[FigureCode.ANSW_ALL].value == 0


def test_the_limits_are_those_that_hold() -> None:
    limits = Limits(short_seconds=131, service_seconds=14, service_far_seconds=15)
    found = by_code(call_figures(counted(legs([rang(*row) for row in VECTOR], [])), limits))
    assert found[FigureCode.SHORT].value == 2
    assert found[FigureCode.ANSW].value == 100
    assert found[FigureCode.SERVICE_NEAR].numerator == 1
    assert found[FigureCode.SERVICE_FAR].numerator == 2


@given(waits, waits)
def test_added_up_they_are_those_of_all_waits(some: list[int], others: list[int]) -> None:
    whole = waits_of(some).merged(waits_of(others))
    both = [*some, *others]
    assert (whole.count, whole.total_ms, whole.longest_ms) == (
        len(both),
        sum(both),
        max(both, default=0),
    )
    seconds = [wait // 1000 for wait in both]
    assert whole.quantile(0.5) == (median(seconds) if both else None)
    for limit in (0, 5, 60):
        assert whole.within(limit) == sum(each <= limit for each in seconds)
        assert whole.under(limit) == sum(each < limit for each in seconds)
    if both:
        assert whole.mean == pytest.approx(sum(both) / 1000 / len(both))
    assert NO_WAITS.merged(whole) == waits_of(both)


def test_the_ends_of_a_quantile() -> None:
    four = waits_of([1_000, 2_000, 3_000, 4_000])
    assert [four.quantile(share) for share in (0, 0.25, 0.3, 0.5, 0.75, 1)] == [
        1,
        1.5,
        2,
        2.5,
        3.5,
        4,
    ]


def test_a_call_that_rings_at_several_telephones_is_one() -> None:
    missed = rang(0.2, None, 20, state=CallState.PASSED_ON, line_call="x")
    answered = rang(0.1, 20, 60, line_call="x")
    (leg,) = legs([missed, answered], [])
    assert (leg.joined_at, leg.answered, leg.wait_ms, leg.handled) == (at(0.1), True, 19_900, True)
    (unknown,) = legs([missed], [])
    assert (unknown.answered, unknown.wait_ms) == (False, None)
    # The exchange has told since that the caller left, or that a telephone without a desk answered.
    (gone,) = legs([missed], [Left("1177", "x", at(0), at(25), reached=False)])
    assert (gone.joined_at, gone.answered, gone.wait_ms) == (at(0), False, 25_000)
    (reached,) = legs([missed], [Left("1177", "x", at(0), at(25), reached=True)])
    assert (reached.answered, reached.wait_ms, reached.handled) == (True, 25_000, False)
    (both,) = legs([answered], [Left("1177", "x", at(0), at(25), reached=False)])
    assert (both.answered, both.wait_ms) == (True, 19_900)
    two = legs([answered, answered._replace(queue="vaxel")], [])
    assert [leg.queue for leg in two] == ["1177", "vaxel"]


def test_who_still_waits_is_not_offered_yet() -> None:
    """The share of answered does not fall while a telephone rings (DOMAIN §13.1)."""
    answered, rings = rang(0, 10, 60), rang(30, None, None, state=CallState.RINGING, line_call="y")
    back = rang(40, None, 60, state=CallState.PASSED_ON, line_call="z")
    for seconds, waiting in ((90, 2), (30 + 3_599, 2), (30 + 3_600, 1), (40 + 3_600, 0)):
        counts = counted(legs([answered, rings, back], [], at(seconds)))
        assert (counts.offered, counts.unknown) == (3 - waiting, 2 - waiting)
        assert counts.waiting == waiting
        assert by_code(call_figures(counts))[FigureCode.ANSW].denominator == 3 - waiting
    # What has come of them is known: they count, however short a time ago it was.
    left = Left("1177", "z", at(40), at(80), reached=False)
    done = counted(legs([answered, rings._replace(answered_at=at(70)), back], [left], at(90)))
    assert (done.offered, done.answered.count, done.abandoned.count, done.waiting) == (3, 2, 1, 0)
    alone = counted(legs([rings], [], at(90)))
    assert total_counts([alone, counted(legs([answered], [], at(90)))]).waiting == 1
    assert total_counts([alone]).offered == 0


def test_times_of_a_call_that_two_have_talked_in() -> None:
    first = rang(0, 10, 100, 160, line_call="x", held_ms=30_000)
    second = rang(0, 100, 200, 500, line_call="x", next_answer=at(220))
    (leg,) = legs([first, second], [])
    assert (leg.talk_ms, leg.hold_ms, leg.wrap_ms) == (160_000, 30_000, 80_000)
    (open_,) = legs([first, second._replace(ended_at=None)], [])
    assert (open_.answered, open_.handled, open_.talk_ms) == (True, False, 0)
    # A parking that was counted too long, and clocks that were set back.
    (odd,) = legs([rang(0, 10, 20, 5, line_call="y", held_ms=99_000)], [])
    assert (odd.talk_ms, odd.hold_ms, odd.wrap_ms) == (0, 10_000, 0)
    (back,) = legs([rang(10, 5, 2)], [])
    assert (back.wait_ms, back.talk_ms) == (0, 0)


def test_figures_of_what_else_was_done() -> None:
    outcomes = {"EGENVARD": 3, "VC": 4, "AKUT": 1, "INFO": 5, "AVBRUTET": 2, "": 6, "NYTT": 7}
    groups = {"EGENVARD": "EGENVARD", "VC": "PRIMARVARD", "AKUT": "AKUT", "INFO": "INFO"}
    groups["AVBRUTET"] = "AVBRUTET"
    steps = (
        Tally(callback_key("KO", "PLACERAD", False), 9),
        Tally(callback_key("KO", "KLAR", False), 3, 3 * 600_000),
        Tally(callback_key("EGEN", "KLAR", True), 1, 1_800_000),
        Tally(callback_key("KO", "AVSLUTAD_EJ_NADD", False), 2),
    )
    tallies = {
        Dimension.OUTCOME: [Tally(key, n) for key, n in outcomes.items()],
        Dimension.DEVIATION: [Tally("PATIENT", 2)],
        Dimension.FOLLOW_UP: [Tally("LAGD", 5), Tally("NADD", 3), Tally("EJ_NADD", 1)],
        Dimension.CALLBACK: steps,
        Dimension.CANCEL_TIME: [Tally("I_TID", 3), Tally("SENT", 1)],
        Dimension.REPEAT: [Tally("ATERKOM", 1), Tally("FORSTA", 9)],
    }
    found = by_code(tally_figures(tallies, lambda code: groups.get(code, "")))
    shares = {code: (found[code].numerator, found[code].denominator) for code in found}
    assert shares[FigureCode.NOTES] == (28, None)
    assert shares[FigureCode.EGENV] == (3, 8)
    assert shares[FigureCode.PRIM] == (4, 8)
    assert shares[FigureCode.DEVIATIONS] == (2, 8)
    assert shares[FigureCode.FOLLOWED] == (3, 4)
    assert shares[FigureCode.CALLBACKS_PLACED] == (9, None)
    assert shares[FigureCode.CALLBACKS_NOT_REACHED] == (2, None)
    assert shares[FigureCode.CALLBACKS_LATE] == (1, 4)
    assert found[FigureCode.CALLBACKS_WAIT].value == 15
    assert shares[FigureCode.CANCELLED_LATE] == (1, 4)
    assert shares[FigureCode.REPEATS] == (1, 10)
    empty = by_code(tally_figures({}, lambda _: ""))
    assert empty[FigureCode.EGENV].value is None
    assert empty[FigureCode.NOTES].value == 0


def test_what_is_handed_on_tells_of_no_few() -> None:
    few = Figure(FigureCode.EGENV, 8.0, 4, 50)
    rest = Figure(FigureCode.EGENV, 96.0, 48, 50)
    enough = Figure(FigureCode.EGENV, 20.0, 10, 50)
    nobody = Figure(FigureCode.EGENV, 0.0, 0, 50)
    calls = Figure(FigureCode.ANSW, 80.0, 4, 5)
    told = for_distribution([few, rest, enough, nobody, calls])
    assert [each.masked for each in told] == [True, True, False, False, False]
    assert told[0] == Figure(FigureCode.EGENV, None, None, None, masked=True)
    assert told[2:] == (enough, nobody, calls)


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ([20, 3, 7, 0], ["20", "<5", "•", "0"]),
        ([20, 3, 2, 7], ["20", "<5", "<5", "•"]),
        ([20, 1, 1, 7], ["20", "<5", "<5", "•"]),
        ([4], ["<5"]),
        ([5, 9], ["5", "9"]),
        ([], []),
    ],
    ids=["one", "two", "few together", "alone", "none", "nothing"],
)
def test_small_counts_of_a_breakdown(counts: list[int], shown: list[str]) -> None:
    rows = masked([Tally(str(at), count) for at, count in enumerate(counts)])
    assert rows is not None
    assert [each.shown() for each in rows] == shown
    assert [each.key for each in rows] == [str(at) for at in range(len(counts))]


@given(st.lists(st.integers(0, 12), max_size=8))
def test_what_is_hidden_cannot_be_had_back_from_the_sum(counts: list[int]) -> None:
    """Whoever knows the sum and all that is shown cannot tell one hidden count."""
    rows = masked([Tally(str(at), count) for at, count in enumerate(counts)])
    if rows is None:
        return  # nothing is told
    hidden = [count for count, row in zip(counts, rows, strict=True) if row.count is None]
    assert all(row.count is None for count, row in zip(counts, rows, strict=True) if 0 < count < 5)
    visible = [count for count, row in zip(counts, rows, strict=True) if row.count is not None]
    if hidden and any(visible):
        assert len(hidden) > 1
        assert sum(hidden) >= 5


def test_every_figure_is_defined_once_in_words() -> None:
    assert list(DEFINITIONS) == list(FigureCode)
    for code, each in DEFINITIONS.items():
        words = each.worded(Limits(short_seconds=7))
        assert each.code is code
        assert words.name and words.numerator and words.text.endswith("."), code
        assert not set("{}") & set(words.name + words.text + words.numerator + words.denominator)
        if each.unit is Unit.PERCENT:
            assert words.denominator, code
    assert "7 s" in definition(FigureCode.SHORT).worded(Limits(short_seconds=7)).text
    assert len({each.name for each in DEFINITIONS.values()}) == len(DEFINITIONS)


def test_counts_and_tallies_of_nothing() -> None:
    assert total_counts([]) is NO_CALLS
    assert total_tallies([Tally("a", 0), Tally("b", 2, 5), Tally("b", 1, 1), Tally("c", 3)]) == (
        Tally("b", 3, 6),
        Tally("c", 3),
    )
