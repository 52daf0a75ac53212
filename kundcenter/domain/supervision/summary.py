"""A shift, a day or another period as a document: what stands on its pages, as values.

DOMAIN §15.  The same value is set on paper, shown in the window and written as JSON.  It names no
patient and no operator but the one who printed it, unless identities were asked for.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from kundcenter.domain.calendar import local
from kundcenter.domain.supervision.charts import Chart
from kundcenter.domain.supervision.hand_over_items import HandOver
from kundcenter.domain.supervision.limits import Limits
from kundcenter.domain.supervision.periods import PeriodKind, Span
from kundcenter.domain.supervision.said import Said, Saying, said, spoken
from kundcenter.domain.supervision.targets import Verdict

NOTHING = "–"  # there is no figure: never 0 %
SECRECY = "SEKRETESS enligt 25 kap. offentlighets- och sekretesslagen: uppgifter om patienter"
OPEN = "Utan uppgifter om enskilda"
TITLES = {
    PeriodKind.SHIFT: "Skiftsammanfattning",
    PeriodKind.DAY: "Dygnssammanfattning",
    PeriodKind.WEEK: "Veckosammanfattning",
    PeriodKind.MONTH: "Styrkort",
    PeriodKind.TERTIAL: "Tertialrapport",
    PeriodKind.YEAR: "Årsrapport",
    PeriodKind.OWN: "Periodrapport",
}
VERDICTS = {Verdict.KEPT: "når", Verdict.MISSED: "når inte", Verdict.UNJUDGED: ""}
SIGNS = {Verdict.KEPT: "●", Verdict.MISSED: "▲", Verdict.UNJUDGED: ""}


def spread_words(limit: int) -> str:
    """What the head of a page says that is handed on."""
    return f"För spridning: små tal visas som <{limit}"


@dataclass(frozen=True, slots=True)
class SummaryOrder:
    """What is wanted: of which time, for whom.

    `distribution` masks small cells; `identities` names patients in the hand-over.  Not both:
    a page that is spread names nobody.
    """

    span: Span
    distribution: bool = False
    identities: bool = False

    def checked(self) -> SummaryOrder:
        """As it can be carried out: what is spread holds no identities.  Raises SpanWrong."""
        self.span.checked()
        return replace(self, identities=self.identities and not self.distribution)


@dataclass(frozen=True, slots=True)
class Line:
    """One figure on the page, in the words of its definition.

    `shown`, `ratio`, `aim` and `before` are as printed; the numbers behind them are in `value`,
    `numerator`, `denominator` (None where there is nothing to divide by, or where it is masked).
    `before` are those of the periods it is held against, `usual` their mean.
    """

    code: str
    name: str
    shown: str
    ratio: str = ""
    aim: str = ""
    verdict: Verdict = Verdict.UNJUDGED
    usual: str = NOTHING
    spread: str = ""
    unit: str = ""
    value: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    masked: bool = False
    target: float | None = None
    at_least: bool = True
    before: tuple[float | None, ...] = ()
    comparison: float | None = None  # what others have, where there is no target
    compared_year: int = 0


@dataclass(frozen=True, slots=True)
class QueueLine:
    """A figure of one queue beside its target; `own`: the queue's own, not the one for all."""

    queue: str  # as the exchange calls it
    line: Line
    own: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A few counts that belong together: what, how many."""

    title: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of an appendix.  The first column is words, all others are figures."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a figure means: the same words on screen, on paper and in files (FEATURES row 88)."""

    code: str
    name: str
    text: str
    numerator: str
    denominator: str
    source: str


@dataclass(frozen=True, slots=True)
class Summary:
    """The document.  `held_against` says in words what "usual" is the mean of."""

    order: SummaryOrder
    printed_at: datetime
    printed_by: str = field(repr=False)
    issuer: str = ""
    supervisors: tuple[str, ...] = field(default=(), repr=False)
    held_against: str = ""
    remarks: tuple[str, ...] = ()  # what a reader must know of the figures, under the period
    lines: tuple[Line, ...] = ()  # all figures; `front` of them stand on the first page
    front: int = 0
    boxes: tuple[Box, ...] = ()
    charts: tuple[Chart, ...] = ()
    hand_over: HandOver | None = None
    sheets: tuple[Sheet, ...] = ()
    meanings: tuple[Meaning, ...] = ()
    limits: Limits = field(default_factory=Limits)  # those that the definitions speak of
    demonstration: bool = False
    queues: tuple[QueueLine, ...] = ()
    remarked: tuple[Said, ...] = ()  # `remarks`, for the screen to translate
    against: Saying = ()  # `held_against`, likewise

    @property
    def span(self) -> Span:
        return self.order.span

    @property
    def title(self) -> str:
        return TITLES[self.span.kind]

    @property
    def secrecy(self) -> str:
        """What the head of every page says of who may read it."""
        if self.order.identities:
            return SECRECY
        return spread_words(self.limits.small_cell) if self.order.distribution else OPEN

    @property
    def file_name(self) -> str:
        return file_name(self.span)


_OF_DAYS = frozenset({
    PeriodKind.WEEK, PeriodKind.MONTH, PeriodKind.TERTIAL, PeriodKind.YEAR,
})  # fmt: skip
_FILES = {
    PeriodKind.SHIFT: "skift",
    PeriodKind.DAY: "dygn",
    PeriodKind.WEEK: "vecka",
    PeriodKind.MONTH: "manad",
    PeriodKind.TERTIAL: "tertial",
    PeriodKind.YEAR: "ar",
    PeriodKind.OWN: "period",
}


def file_name(span: Span) -> str:
    """Names the time and nobody; of one spelling on every platform, without an ending."""
    start = local(span.start)
    hour = f"-{start:%H%M}" if span.kind is PeriodKind.SHIFT else ""
    return f"{_FILES[span.kind]}-{start:%Y-%m-%d}{hour}"


def period_words(span: Span) -> str:
    """The time by a Swedish clock with its real length: a night may have 9 or 11 hours.

    Of what is made of whole days the first and the last.
    """
    start, end = local(span.start), local(span.end)
    if span.kind in _OF_DAYS:
        first, last = span.days
        return f"{first} – {last}"
    hours = f"{span.hours:.2f}".rstrip("0").rstrip(".")
    name = f"{span.name}, " if span.name else ""
    ends = f"{end:%H:%M}" if start.date() == end.date() else f"{end:%Y-%m-%d %H:%M}"
    return f"{name}{start:%Y-%m-%d %H:%M} – {ends}, {hours.replace('.', ',')} timmar"


def clock_words(span: Span) -> str:
    """The distance from UTC, and how it changed during the time."""
    return spoken(clock_said(span))


def clock_said(span: Span) -> Saying:
    """The same, for the screen to translate."""
    before, after = (offset_words(each) for each in (span.start, span.end))
    if span.kind in _OF_DAYS and len(span.offsets) > 1:
        return (said("UTC+1 på vintern, UTC+2 på sommaren"),)
    if before == after:
        return (before,)
    forward = local(span.end).utcoffset() > local(span.start).utcoffset()  # type: ignore[operator]
    moved = said("{before} blir {after}, klockan ställs ", before=before, after=after)
    if forward:
        return (moved, said("framåt: timmen 02–03 saknas"))
    return (moved, said("bakåt: timmen 02–03 kommer två gånger"))


def offset_words(at: datetime) -> str:
    """UTC+1 in winter, UTC+2 in summer."""
    offset = local(at).utcoffset()
    assert offset is not None
    return f"UTC{offset.total_seconds() / 3600:+g}"
