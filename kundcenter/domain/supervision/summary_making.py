"""The document of a period, made of its figures.  Pure: the same figures give the same pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import compress

from kundcenter.domain.calendar import local
from kundcenter.domain.supervision.definitions import FigureCode, Unit, definition
from kundcenter.domain.supervision.dimensions import Dimension
from kundcenter.domain.supervision.figure_sets import FigureSet, Shown
from kundcenter.domain.supervision.figures import Figure
from kundcenter.domain.supervision.hand_over_items import HandOver
from kundcenter.domain.supervision.periods import PeriodKind, Span
from kundcenter.domain.supervision.said import Said, Saying, said, spoken
from kundcenter.domain.supervision.summary import Line, Meaning, QueueLine, Summary, SummaryOrder
from kundcenter.domain.supervision.summary_boxes import boxes
from kundcenter.domain.supervision.summary_charts import charts, known_before
from kundcenter.domain.supervision.summary_tables import sheets
from kundcenter.domain.supervision.summary_words import (
    aim_words,
    hidden,
    mean,
    ratio,
    shown,
    spread,
)
from kundcenter.domain.supervision.working_time import ALONE_AT_MOST, STAFFED_AT_MOST

_C = FigureCode
_SHORT = (  # on the first page of a shift and a day
    _C.ANSW, _C.ANSW_ALL, _C.MEDELV, _C.MEDIANV, _C.LONGEST, _C.SERVICE_NEAR, _C.SERVICE_FAR,
    _C.LOST, _C.AHT, _C.CALLBACKS_LATE, _C.CALLBACKS_WAIT, _C.EGENV, _C.PRIM, _C.DEVIATIONS,
    _C.REPEATS, _C.ACTIVE,
)  # fmt: skip
_LONG = (  # and of longer ones, which are told with what is measured now and then
    _C.ANSW, _C.ANSW_ALL, _C.MEDELV, _C.MEDIANV, _C.SERVICE_NEAR, _C.LOST, _C.AHT,
    _C.CALLBACKS_LATE, _C.EGENV, _C.PRIM, _C.DEVIATIONS, _C.REPEATS, _C.ACTIVE, _C.NKI, _C.FOLJS,
    _C.RIGHT_LEVEL,
)  # fmt: skip
WEEKDAYS = (
    "måndagarna", "tisdagarna", "onsdagarna", "torsdagarna", "fredagarna", "lördagarna",
    "söndagarna",
)  # fmt: skip
WEEKDAY = (
    "måndagen", "tisdagen", "onsdagen", "torsdagen", "fredagen", "lördagen", "söndagen",
)  # fmt: skip
COUNTS = {2: "två", 3: "tre", 4: "fyra"}


@dataclass(frozen=True, slots=True)
class Told:
    """What the document says beside the figures.  `word` gives the words of a breakdown's key.

    `over`: how many were in active advice for more than so many percent.
    """

    order: SummaryOrder
    printed_at: datetime
    printed_by: str = field(repr=False)
    word: Callable[[Dimension, str], str]
    issuer: str = ""
    supervisors: tuple[str, ...] = field(default=(), repr=False)
    hand_over: HandOver | None = None
    over: tuple[int, int] | None = None


def summary(found: FigureSet, told: Told) -> Summary:
    """The document."""
    lines, front = _lines(found)
    queues = tuple(_queues(found))
    against, remarks = _held_against(found.span, _compared(found)), _remarks(found, told.printed_at)
    return Summary(
        order=told.order,
        printed_at=told.printed_at,
        printed_by=told.printed_by,
        issuer=told.issuer,
        supervisors=told.supervisors,
        held_against=spoken(against),
        remarks=tuple(each.words() for each in remarks),
        lines=lines,
        front=front,
        boxes=tuple(boxes(found, told.word, told.hand_over, told.over)),
        charts=tuple(charts(found)),
        hand_over=told.hand_over,
        sheets=tuple(sheets(found, lines[front:], told.word, queues)),
        meanings=tuple(_meanings(found)),
        limits=found.limits,
        queues=queues,
        remarked=remarks,
        against=against,
    )


def line(found: Shown, limits_of: FigureSet) -> Line:
    """One figure as it is printed, beside its target and what it usually is."""
    figure, judged = found.figure, found.judged
    words = definition(figure.code).worded(limits_of.limits)
    unit, decimals = words.unit, words.decimals
    known = known_before(limits_of) if found.before else ()
    old = zip(found.before, known, strict=True)
    before = tuple(each.value if each is not None and there else None for each, there in old)
    usual = mean(before)
    small = limits_of.limits.small_cell
    return Line(
        code=figure.code.value,
        name=words.name,
        shown=hidden(small, few=figure.few)
        if figure.masked
        else shown(figure.value, unit, decimals),
        ratio="" if figure.masked else _ratio(figure, unit),
        aim=aim_words(judged.target, judged.comparison, unit, decimals),
        verdict=judged.verdict,
        usual=shown(usual, unit, decimals or (1 if unit is Unit.COUNT else 0)),
        spread=spread(before, unit, decimals),
        unit=unit.value,
        value=figure.value,
        numerator=figure.numerator,
        denominator=figure.denominator,
        masked=figure.masked,
        target=None if judged.target is None else judged.target.amount,
        at_least=judged.target is None or judged.target.at_least,
        before=before,
        comparison=None if judged.comparison is None else judged.comparison.amount,
        compared_year=0 if judged.comparison is None else judged.comparison.year,
    )


def held_against(span: Span, before: tuple[Span, ...]) -> str:
    """What "usual" is the mean of, in words: the four last Mondays, the month before …"""
    return spoken(_held_against(span, before))


def _held_against(span: Span, before: tuple[Span, ...]) -> Saying:
    count = len(before)
    if not count:
        return ()
    if span.kind in {PeriodKind.SHIFT, PeriodKind.DAY}:
        at = local(span.start).isoweekday() - 1
        if count == 1:
            return (said("den senaste {weekday}", weekday=said(WEEKDAY[at])),)
        many = said(COUNTS[count]) if count in COUNTS else str(count)
        return (said("de {count} senaste {weekdays}", count=many, weekdays=said(WEEKDAYS[at])),)
    days = [local(each.start).date() for each in before]
    match span.kind:
        case PeriodKind.MONTH:
            names: list[Said | str] = [f"{day:%Y-%m}" for day in days]
        case PeriodKind.YEAR:
            names = [f"{day:%Y}" for day in days]
        case PeriodKind.WEEK:
            names = [
                said("{year} vecka {week}", year=year, week=week)
                for year, week, _ in (day.isocalendar() for day in days)
            ]
        case PeriodKind.TERTIAL:
            names = [
                said("{year} tertial {number}", year=day.year, number=(day.month - 1) // 4 + 1)
                for day in days
            ]
        case _:
            ends = [each.days[1] for each in before]
            names = [f"{a} – {b}" for a, b in zip(days, ends, strict=True)]
    told: list[Said | str] = []
    for each in names:
        told += [said(" och "), each] if told else [each]
    return tuple(told)


def _lines(found: FigureSet) -> tuple[tuple[Line, ...], int]:
    """All figures, those of the first page before the others, and how many those are."""
    wanted = _SHORT if found.span.kind in {PeriodKind.SHIFT, PeriodKind.DAY} else _LONG
    known = {each.figure.code: each for each in found.figures}
    front = [known[code] for code in wanted if code in known]
    rest = [each for each in found.figures if each.figure.code not in wanted]
    return tuple(line(each, found) for each in (*front, *rest)), len(front)


def _queues(found: FigureSet) -> Iterator[QueueLine]:
    for each in found.queue_aims:
        target = each.shown.judged.target
        yield QueueLine(each.queue, line(each.shown, found), bool(target and target.queue))


def _compared(found: FigureSet) -> tuple[Span, ...]:
    return tuple(compress(found.before, known_before(found)))


def _ratio(figure: Figure, unit: Unit) -> str:
    """As it is printed; of working time in hours, whatever is counted."""
    if figure.code is _C.ACTIVE and figure.numerator is not None and figure.denominator:
        hours = (
            shown(each / 3600, Unit.COUNT, 1) for each in (figure.numerator, figure.denominator)
        )
        return " / ".join(hours) + "\N{NO-BREAK SPACE}tim"
    return ratio(figure.numerator, figure.denominator, unit)


def _remarks(found: FigureSet, now: datetime) -> tuple[Said, ...]:
    told = []
    if now < found.span.end:
        told.append(said("Tiden är inte slut: siffrorna är så långt"))
    if found.since is None:
        told.append(said("Inga samtal finns här"))
    elif not found.whole:
        since = f"{local(found.since):%Y-%m-%d %H:%M}"
        told.append(said("Samtal finns här från {moment}", moment=since))
    if found.torn:
        told.append(said("En timme i början eller slutet saknas: dess samtal har lämnat datorn"))
    if found.counts.waiting:
        told.append(said("Väntar ännu och räknas inte: {count}", count=str(found.counts.waiting)))
    lasts = found.span.end - found.span.start
    if lasts > STAFFED_AT_MOST:
        told.append(said("Aktiv rådgivning och bemanning räknas för högst åtta dagar"))
    if lasts > ALONE_AT_MOST:
        told.append(said("Ensamarbete räknas för högst två månader"))
    if any(each.judged.changed for each in found.figures):
        told.append(said("Ett mål ändrades under tiden: det som gällde sist är visat"))
    return tuple(told)


def _meanings(found: FigureSet) -> Iterator[Meaning]:
    for each in found.figures:
        words = definition(each.figure.code).worded(found.limits)
        yield Meaning(
            words.code.value,
            words.name,
            words.text,
            words.numerator,
            words.denominator,
            words.source,
        )
