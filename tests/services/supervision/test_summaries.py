"""The summary of a shift: what it tells, whom it names, and what is logged of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from kundcenter.domain.access import NotPermitted, Role
from kundcenter.domain.access_log import Activity, Level, Purpose
from kundcenter.domain.blocks import BlockKind
from kundcenter.domain.lines import EndReason
from kundcenter.domain.papers import HIDDEN
from kundcenter.domain.supervision.definitions import FigureCode
from kundcenter.domain.supervision.hand_over_items import HandOverKind
from kundcenter.domain.supervision.periods import PeriodKind, Span, SpanWrong
from kundcenter.domain.supervision.summary import Summary, SummaryOrder
from kundcenter.domain.supervision.summary_json import summary_json
from kundcenter.domain.supervision.targets import Aim, Verdict
from kundcenter.domain.supervision.work_turns import TurnPlan
from kundcenter.services.calls import Ring
from tests.ground import CARE_UNIT, MAN, NUMBER, WOMAN, Ground
from tests.services.supervision.summed import Shift, items, left
from tests.services.test_reach import sat_down

CALLBACK, SAFETY, UNSIGNED = HandOverKind.CALLBACK, HandOverKind.SAFETY, HandOverKind.UNSIGNED
SECRET = ("Person 1988", WOMAN[2:8], MAN[2:8], NUMBER, "Ont i", "Feber")


def taken(shift: Shift, **how: bool) -> Summary:
    return shift.ground.desk.summaries.take_print(SummaryOrder(shift.span, **how))


def told(made: Summary) -> str:
    """All its words but the patients'."""
    return summary_json(made)


def line(made: Summary, code: FigureCode) -> tuple[float | None, float | None]:
    found = next(each for each in made.lines if each.code == code)
    return found.numerator, found.denominator


def test_what_one_shift_leaves_to_the_next_is_told_and_nobody_is_named(ground: Ground) -> None:
    shift = left(ground)
    known = len(ground.accesses())
    made = ground.desk.summaries.of(SummaryOrder(shift.span))
    assert made.hand_over is not None and made.hand_over.current
    counts = {part.kind: (part.count, part.late) for part in made.hand_over.parts}
    assert counts == {
        CALLBACK: (1, 1),
        SAFETY: (1, 0),
        UNSIGNED: (1, 0),
        HandOverKind.CASE: (1, 1),  # an entry of 1177 direkt waits for half an hour
        HandOverKind.REDIRECT: (1, 0),
        HandOverKind.CLOSURE: (1, 0),
        HandOverKind.INCIDENT: (1, 1),
        HandOverKind.LONE: counts[HandOverKind.LONE],
    }
    (redirect,) = items(made, HandOverKind.REDIRECT)
    assert redirect.what == ("Vårdcentralen Test → ingen annan enhet, tills vidare: Översvämning")
    (closed,) = items(made, HandOverKind.CLOSURE)
    assert closed.what == "Servicedisken, tills vidare: Utbildning"
    (broken,) = items(made, HandOverKind.INCIDENT)
    assert broken.what == "Journalsystemet, pågår: Långsamt"
    assert [each.what for each in items(made, UNSIGNED)] == ["Osignerad i 3 dygn"]
    for secret in SECRET:
        assert secret not in told(made) and secret not in repr(made)
    assert len(ground.accesses()) == known  # a look at figures is about nobody


def test_a_page_is_logged_before_it_exists(ground: Ground) -> None:
    shift = left(ground)
    known = len(ground.accesses())
    made = taken(shift)
    assert made.printed_by == "Test Lena" and made.printed_at == ground.clock.at
    assert made.issuer == f"Kundcenter, {CARE_UNIT}"
    (record,) = ground.accesses(known)
    assert (record.activity, record.level) == (Activity.PRINT, Level.SUMMARY)
    assert (record.purpose, record.person_id) == (Purpose.STATISTICS, None)
    assert made.secrecy == "Utan uppgifter om enskilda"


def test_identities_come_only_when_they_are_asked_for_and_each_is_logged(ground: Ground) -> None:
    shift = left(ground)
    known = len(ground.accesses())
    made = taken(shift, identities=True)
    assert made.secrecy.startswith("SEKRETESS enligt 25 kap.")
    (back,), (net,), (note,) = (items(made, kind) for kind in (CALLBACK, SAFETY, UNSIGNED))
    assert back.person == note.person == "Test Person 1988, 880702-2382"
    assert net.person == HIDDEN  # protected: neither name nor number leaves the screen
    page, *named = ground.accesses(known)
    assert page.level == Level.SUMMARY
    assert {each.person_id for each in named} == {shift.woman, shift.man}
    assert {(e.activity, e.level, e.purpose) for e in named} == {
        (Activity.PRINT, Level.OVERVIEW, Purpose.CARE)
    }
    assert "Person 1988" not in repr(made)
    assert "Person 1988" not in told(made)  # a file never names anybody


def test_whoever_may_not_read_the_record_is_told_only_whom_to_ring(ground: Ground) -> None:
    shift = left(ground)
    ground.sign_in("vidar")
    known = len(ground.accesses())
    made = taken(shift, identities=True)
    assert [each.person for each in items(made, CALLBACK)] == ["Test Person 1988, 880702-2382"]
    for kind in (SAFETY, UNSIGNED):
        assert [each.person for each in items(made, kind)] == [""]
    assert [each.person_id for each in ground.accesses(known)] == [None, shift.woman]


def test_whose_note_is_blocked_is_not_told(ground: Ground) -> None:
    shift = left(ground)
    ground.sign_in("anna")
    ground.desk.blocks.set(shift.woman, BlockKind.INNER, CARE_UNIT)
    sat_down(ground, "granne", "SE0000000001-DEMO2")
    known = len(ground.accesses())
    made = taken(shift, identities=True)
    assert [(each.what, each.person) for each in items(made, UNSIGNED)] == [
        ("Osignerad i 3 dygn", "")
    ]
    (back,) = items(made, CALLBACK)  # of whom to ring nothing is blocked: no note is behind it
    assert back.person.startswith("Test Person 1988")
    assert {each.person_id for each in ground.accesses(known)} == {None, shift.woman, shift.man}


def test_what_is_spread_names_nobody_and_hides_what_is_small(ground: Ground) -> None:
    shift = left(ground)
    known = len(ground.accesses())
    start = shift.span.start - timedelta(days=4)
    order = SummaryOrder(Span(PeriodKind.OWN, start, shift.span.end), True, identities=True)
    made = ground.desk.summaries.take_print(order)
    assert not made.order.identities and made.order.distribution
    assert made.hand_over is not None and not made.hand_over.current
    kinds = [part.kind for part in made.hand_over.parts]
    assert kinds == [HandOverKind.CLOSURE, HandOverKind.INCIDENT, HandOverKind.LONE]
    assert "Utbildning" not in told(made) and "Långsamt" not in told(made)
    notes = next(each for each in made.lines if each.code == FigureCode.NOTES)
    assert (notes.shown, notes.value, notes.masked) == ("<5", None, True)
    open_one = ground.desk.summaries.of(replace(order, distribution=False))
    assert line(open_one, FigureCode.NOTES) == (1, None)
    assert len(ground.accesses(known)) == 1


def test_the_figures_are_those_of_the_time(ground: Ground) -> None:
    shift = left(ground)
    first = shift.span.start - timedelta(days=4)
    made = ground.desk.summaries.of(SummaryOrder(Span(PeriodKind.OWN, first, shift.span.end)))
    assert line(made, FigureCode.ANSW) == (1, 1)
    assert line(made, FigureCode.EGENV) == (1, 1)
    answered = next(each for each in made.lines if each.code == FigureCode.ANSW)
    assert (answered.shown, answered.ratio, answered.aim) == (
        "100,0\N{NO-BREAK SPACE}%",
        "1 / 1",
        "minst 85\N{NO-BREAK SPACE}%",
    )
    empty = ground.desk.summaries.of(SummaryOrder(shift.span))
    assert line(empty, FigureCode.ANSW) == (0, 0)
    nothing = next(each for each in empty.lines if each.code == FigureCode.ANSW)
    assert (nothing.shown, nothing.value, nothing.verdict) == ("–", None, "unjudged")


def test_a_queue_is_judged_by_its_own_target_before_that_for_all(ground: Ground) -> None:
    shift = left(ground)
    first = shift.span.start - timedelta(days=4)
    order = SummaryOrder(Span(PeriodKind.OWN, first, shift.span.end))
    before = ground.desk.summaries.of(order)
    assert {(each.queue, each.line.code, each.own) for each in before.queues} == {
        ("1177", FigureCode.ANSW, False),
        ("1177", FigureCode.MEDELV, False),
    }
    assert all(each.title != "Mål per kö" for each in before.sheets)  # it says what all do
    aim = Aim(FigureCode.OFFERED, 2_000, queue="1177")
    ground.desk.targets.put(None, aim)
    ground.desk.targets.put(None, replace(aim, queue="vaxel"))
    made = ground.desk.summaries.of(order)
    (own,) = [each for each in made.queues if each.own]
    assert (own.queue, own.line.code, own.line.verdict) == (
        "1177",
        FigureCode.OFFERED,
        Verdict.MISSED,
    )
    whole = next(each for each in made.lines if each.code == FigureCode.OFFERED)
    assert whole.verdict is Verdict.UNJUDGED
    (sheet,) = [each for each in made.sheets if each.title == "Mål per kö"]
    told = {row[0]: row[3:] for row in sheet.rows}
    assert told["1177 på telefon: Inkommande samtal"] == ("minst 2 (köns eget)", "▲ når inte")
    assert told["1177 på telefon: Andel besvarade samtal"][1] == "● når"


def test_the_hand_over_of_a_time_long_past_is_only_what_happened_in_it(ground: Ground) -> None:
    shift = left(ground)
    ground.clock.pass_time(days=3)
    made = ground.desk.summaries.of(SummaryOrder(shift.span))
    assert made.hand_over is not None and not made.hand_over.current
    assert all(part.kind is not CALLBACK for part in made.hand_over.parts)


def test_only_those_who_lead_see_it_and_only_of_a_time_that_can_be(ground: Ground) -> None:
    shift = left(ground)
    wrong = SummaryOrder(Span(PeriodKind.OWN, shift.span.end, shift.span.start))
    ground.refuses(SpanWrong, ground.desk.summaries.of, wrong)
    ground.refuses(SpanWrong, ground.desk.summaries.take_print, wrong)
    order = SummaryOrder(shift.span)
    for user in ("anna", "vera", "admin"):
        ground.sign_in(user)
        ground.refuses(NotPermitted, ground.desk.summaries.of, order)
        ground.refuses(NotPermitted, ground.desk.summaries.take_print, order)


def test_how_many_were_too_active_is_counted_and_nobody_is_named(ground: Ground) -> None:
    shift = left(ground)
    desk, anna = ground.desk, next(each.id for each in ground.desk.roster.colleagues()
                                   if each.user_name == "anna")  # fmt: skip
    start = shift.span.start.replace(second=0, microsecond=0) + timedelta(minutes=90)
    desk.roster.put(None, TurnPlan(anna, Role.NURSE, "", start, start + timedelta(hours=8)))
    made = desk.summaries.of(SummaryOrder(shift.span))
    assert staffing(made)["Över 75 % aktiva"] == "0"
    ground.sign_in("anna")
    call = desk.calls.ring(Ring("line-2", NUMBER, "+4684650040", "1177")).the("call")
    desk.calls.answer(call)
    ground.clock.pass_time(hours=5)  # of the five and a half that have gone
    desk.calls.end(call, EndReason.CALLER)
    ground.sign_in("lena")
    made = desk.summaries.of(SummaryOrder(shift.span))
    assert staffing(made)["Över 75 % aktiva"] == "1" and "Anna" not in told(made)
    assert "Över 75 % aktiva" not in staffing(taken(shift, distribution=True))


def staffing(made: Summary) -> dict[str, str]:
    return dict(next(box.lines for box in made.boxes if box.title == "Bemanning"))
