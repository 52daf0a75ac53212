"""The result page of a sample, as values: how often the level of care was the right one.

Nobody is named but the one who printed it.  The words are Swedish, as those of a summary are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from kundcenter.domain.calendar import local
from kundcenter.domain.supervision.charts import Chart, ChartKind, Series
from kundcenter.domain.supervision.counts import Tally
from kundcenter.domain.supervision.key_words import GROUPS, QUEUES
from kundcenter.domain.supervision.masks import SMALL, Masked, is_small, veiled
from kundcenter.domain.supervision.sample_results import LevelRow, SampleResult, Share
from kundcenter.domain.supervision.samples import CareLevel, Sample, Triage
from kundcenter.domain.supervision.summary import NOTHING, OPEN, Sheet, spread_words
from kundcenter.domain.supervision.summary_words import SPACE, number

TITLE = "Bedömning av vårdnivå"
DOT = "• är dolt för att ett annat tal inte ska gå att räkna ut."
AGAIN = "Samma frö ger samma samtal om urvalet dras igen."
HOW = (
    "Varje besvarat samtal under dagarna hade samma chans att dras. Intervallet är ett"
    " 95-procentigt konfidensintervall enligt Wilson. Rätt, för hög och för låg nivå räknas av de"
    " rådgivningssamtal vars rätta nivå gick att bedöma; ”åt annat håll” är fel mot vård som inte"
    " ligger högre eller lägre, som tandvård eller kommunens vård."
)
LEFT_OUT = "Hur bedömningarna fördelas på varje given nivå är inte med: något antal är för litet."
_WAYS = {
    Triage.RIGHT: "Rätt vårdnivå",
    Triage.OVER: "För hög nivå",
    Triage.UNDER: "För låg nivå",
    Triage.ELSEWHERE: "Fel åt annat håll",
}


@dataclass(frozen=True, slots=True)
class SamplePages:
    """What stands on the page.  `distribution`: it is handed on, with small counts masked."""

    printed_at: datetime
    printed_by: str = field(repr=False)
    issuer: str = ""
    distribution: bool = False
    limit: int = SMALL
    heading: str = ""
    facts: tuple[str, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    chart: Chart | None = None
    notes: tuple[str, ...] = ()
    demonstration: bool = False

    @property
    def secrecy(self) -> str:
        """What the head of every page says of who may read it."""
        return spread_words(self.limit) if self.distribution else OPEN


def file_name(sample: Sample) -> str:
    """Names the first day and nobody, without an ending."""
    return f"urval-{sample.days[0]}"


def sample_pages(
    sample: Sample,
    found: SampleResult,
    *,
    printed_at: datetime,
    printed_by: str,
    issuer: str = "",
    distribution: bool = False,
    limit: int = SMALL,
) -> SamplePages:
    """The document.  What is handed on holds none of the words that somebody wrote of the draw."""
    ways = veiled(_ways(found), limit) if distribution else _open(_ways(found))
    levels = veiled(_levels(found), limit) if distribution else _open(_levels(found))
    told = not distribution or not _few(found, limit)
    sheets = [_whole(found, ways, distribution, limit)]
    if found.by_level:
        sheets += [_by_level(found, levels, told, limit), *([_matrix(found)] if told else [])]
    return SamplePages(
        printed_at=printed_at,
        printed_by=printed_by,
        issuer=issuer,
        distribution=distribution,
        limit=limit,
        heading=_heading(sample, distribution),
        facts=tuple(_facts(sample, found, distribution, limit)),
        sheets=tuple(sheets),
        chart=_chart(found) if told and found.by_level else None,
        notes=(HOW, DOT if distribution else AGAIN, *(() if told else (LEFT_OUT,))),
    )


def _heading(sample: Sample, distribution: bool) -> str:
    queue = QUEUES.get(sample.queue, sample.queue) or "Alla köer"
    return f"{sample.title}, {queue}" if sample.title and not distribution else queue


def _facts(sample: Sample, found: SampleResult, distribution: bool, limit: int) -> Iterator[str]:
    first, last = sample.days
    days = f"{first}" if first == last else f"{first} – {last}"
    yield f"Samtal {days}"
    yield f"{number(found.drawn)} av {number(found.population)} samtal drogs"
    if not _most_rated(found, distribution, limit):
        yield f"{number(found.judged)} är bedömda"
    yield f"Draget {local(sample.drawn_at):%Y-%m-%d %H:%M}"
    if not distribution:
        yield f"Frö {sample.seed}"


def _ways(found: SampleResult) -> tuple[Tally, ...]:
    counts = (found.right, found.over, found.under, found.elsewhere)
    return tuple(Tally(way, count) for way, count in zip(_WAYS, counts, strict=True))


def _levels(found: SampleResult) -> tuple[Tally, ...]:
    return tuple(Tally(each.level, each.count) for each in found.by_level)


def _open(tallies: tuple[Tally, ...]) -> tuple[Masked, ...]:
    return tuple(Masked(each.key, each.count) for each in tallies)


def _few(found: SampleResult, limit: int) -> bool:
    """Whether some count of the tables by level is too small to be handed on."""
    counts = [each for row in found.by_level for each in (row.count, *_counts(row))]
    return any(is_small(each, limit) for each in (*counts, *(n for _, _, n in found.matrix)))


def _counts(row: LevelRow) -> tuple[int, int, int, int]:
    return row.right, row.over, row.under, row.elsewhere


def _whole(found: SampleResult, ways: tuple[Masked, ...], distribution: bool, limit: int) -> Sheet:
    """How many gave advice, and how their levels stood to the right ones."""
    few = distribution and is_small(found.rated, limit)
    unclear = _unclear(found, distribution, limit)
    # The advisory calls are the rated and the unclear ones: each could be had from the others.
    hide = unclear.count is None or _most_rated(found, distribution, limit)
    rows = [_shared("Rådgivningssamtal", found.advisory_share, hide, limit)]
    for each in ways:
        name = _WAYS[Triage(each.key)]
        if each.count is None or few:
            of = Masked("", None, small=True).shown(limit) if few else number(found.rated)
            rows.append((name, f"{each.shown(limit)} av {of}", NOTHING, NOTHING))
        else:
            rows.append(_shared(name, Share(each.count, found.rated), False, limit))
    rows.append(("Går inte att bedöma", unclear.shown(limit), "", ""))
    return Sheet("Resultat", ("", "Antal", "Andel", "95 % intervall"), tuple(rows))


def _unclear(found: SampleResult, distribution: bool, limit: int) -> Masked:
    """Those that cannot be judged: together with those that gave no advice they are the rest."""
    rest = (Tally("unclear", found.unclear), Tally("none", found.judged - found.advisory))
    return (veiled(rest, limit) if distribution else _open(rest))[0]


def _most_rated(found: SampleResult, distribution: bool, limit: int) -> bool:
    """Whether how many were judged tells of a few that were not rated, or of a few that were."""
    apart = (found.rated, found.judged - found.rated)
    return distribution and any(is_small(each, limit) for each in apart)


def _shared(name: str, share: Share, hide: bool, limit: int) -> tuple[str, ...]:
    if hide:
        return name, _hidden(share.numerator, limit), NOTHING, NOTHING
    count = f"{number(share.numerator)} av {number(share.denominator)}"
    return name, count, *_percent(share)


def _hidden(count: int, limit: int) -> str:
    return Masked("", None, small=is_small(count, limit)).shown(limit)


def _percent(share: Share) -> tuple[str, str]:
    value, interval = share.value, share.interval
    if value is None or interval is None:
        return NOTHING, NOTHING
    low, high = (number(each, 1) for each in interval)
    return f"{number(value, 1)}{SPACE}%", f"{low}–{high}{SPACE}%"


def _by_level(found: SampleResult, levels: tuple[Masked, ...], told: bool, limit: int) -> Sheet:
    title = "Efter given vårdnivå"
    counts = [(GROUPS[each.key], each.shown(limit)) for each in levels]
    if not told:
        return Sheet(title, ("Given nivå", "Samtal"), tuple(counts))
    return Sheet(
        title,
        (
            "Given nivå",
            "Samtal",
            "Rätt",
            "För hög",
            "För låg",
            "Åt annat håll",
            "Andel rätt",
            "95 % intervall",
        ),
        tuple(
            (*row, *map(str, _counts(each)), *_percent(each.share))
            for row, each in zip(counts, found.by_level, strict=True)
        ),
    )


def _matrix(found: SampleResult) -> Sheet:
    """The calls by the level that was given, and the one that had been right."""
    known = {(given, right): count for given, right, count in found.matrix}
    return Sheet(
        "Given nivå mot rätt nivå",
        ("Given nivå", *(GROUPS[each] for each in CareLevel)),
        tuple(
            (GROUPS[row.level], *(str(known.get((row.level, each), 0)) for each in CareLevel))
            for row in found.by_level
        ),
        "Kolumnerna är den nivå som bedömdes vara rätt.",
    )


def _chart(found: SampleResult) -> Chart:
    names = ("Rätt", "För hög", "För låg", "Åt annat håll")
    values = zip(*(_counts(each) for each in found.by_level), strict=True)
    return Chart(
        "Efter given vårdnivå",
        "samtal",
        tuple(GROUPS[each.level] for each in found.by_level),
        tuple(Series(name, each) for name, each in zip(names, values, strict=True)),
        ChartKind.STACKED,
    )
