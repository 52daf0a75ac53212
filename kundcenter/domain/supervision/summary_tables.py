"""The tables in the appendices of a summary."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from kundcenter.domain.supervision.counts import CallCounts, Tally
from kundcenter.domain.supervision.definitions import FigureCode, definition
from kundcenter.domain.supervision.dimensions import CountRow, Dimension
from kundcenter.domain.supervision.figure_sets import FigureSet
from kundcenter.domain.supervision.figures import Figure, call_figures
from kundcenter.domain.supervision.masks import DOT
from kundcenter.domain.supervision.summary import NOTHING, SIGNS, VERDICTS, Line, QueueLine, Sheet
from kundcenter.domain.supervision.summary_charts import part_labels, part_word
from kundcenter.domain.supervision.summary_words import number, shown

Word = Callable[[Dimension, str], str]
_C = FigureCode
TOO_FEW = "• är dolt: det är för lite för att något av det ska kunna spridas."
MOST_ROWS = 25  # of a breakdown; of the rest their sum
_COLUMNS = (
    (_C.OFFERED, "Inkommande"),
    (_C.ANSWERED, "Besvarade"),
    (_C.ABANDONED, "Tappade"),
    (_C.SHORT, "Korta"),
    (_C.ANSW, "Andel"),
    (_C.MEDELV, "Medelväntetid"),
    (_C.MEDIANV, "Median"),
    (_C.LONGEST, "Längst"),
    (_C.SERVICE_NEAR, "Servicegrad"),
    (_C.AHT, "Hantering"),
)
_TITLES = {
    Dimension.OUTCOME: "Hänvisningar efter utfall",
    Dimension.URGENCY: "Hur bråttom",
    Dimension.REASON: "Kontaktorsaker",
    Dimension.UNIT: "Enheter som hänvisats till",
    Dimension.DEVIATION: "Avsteg från beslutsstödet",
    Dimension.FOLLOW_UP: "Vad som blev av hänvisningar",
    Dimension.CALLBACK: "Återuppringningar",
    Dimension.CANCELLATION: "Avbokningar efter orsak",
    Dimension.FREED: "Frigjorda tider",
    Dimension.CASE: "Mottagna ärenden",
    Dimension.QUESTION: "Frågor i servicen",
    Dimension.INTERPRETER: "Tolk",
    Dimension.ALARM: "Samtal till 112",
    Dimension.PART_KIND: "Samtalens delar",
}


def sheets(
    found: FigureSet, others: Sequence[Line], word: Word, queues: Sequence[QueueLine] = ()
) -> Iterator[Sheet]:
    """Every table that has something to tell."""
    if others:
        yield _figures(others)
    labels = part_labels(found)
    note = ""
    if len(set(found.span.offsets)) > 1 and part_word(found) == "timme":
        note = "En timme som kommer två gånger står två gånger, med tiden från UTC."
    told = _calls(part_word(found), labels, found.parts, found)
    yield replace(told, note=note)
    if len(found.by_queue) > 1:
        names = tuple(word(Dimension.QUEUE, each.queue or "") for each in found.by_queue)
        yield _calls("kö", names, found.by_queue, found)
    if len(found.by_queue) > 1 or any(each.own for each in queues):
        yield _queue_aims(queues, word)
    if found.groups:
        yield _breakdown(found, Dimension.GROUP, "Vårdnivåer", found.groups, word)
    for dimension, title in _TITLES.items():
        tallies = found.tallies.get(dimension, ())
        if any(each.key for each in tallies):
            yield _breakdown(found, dimension, title, tallies, word)


def _figures(lines: Sequence[Line]) -> Sheet:
    rows = []
    for each in lines:
        verdict = VERDICTS[each.verdict]
        aim = f"{each.aim} ({verdict})" if verdict else each.aim
        rows.append((each.name, each.shown, each.ratio, aim, each.usual, each.spread))
    headings = ("Mått", "Utfall", "Täljare / nämnare", "Mål", "Brukar", "Lägst–högst")
    return Sheet("Övriga mått", headings, tuple(rows))


def _queue_aims(queues: Sequence[QueueLine], word: Word) -> Sheet:
    """Every queue beside what it is judged by; the word and its sign, as on the first page."""
    rows = []
    for each in queues:
        line, name = each.line, word(Dimension.QUEUE, each.queue)
        sign = SIGNS[line.verdict]
        verdict = f"{sign} {VERDICTS[line.verdict]}" if sign else NOTHING
        aim = f"{line.aim} (köns eget)" if each.own else line.aim
        rows.append((f"{name}: {line.name}", line.shown, line.ratio, aim, verdict))
    headings = ("Kö och mått", "Utfall", "Täljare / nämnare", "Mål", "Bedömning")
    return Sheet("Mål per kö", headings, tuple(rows))


def _calls(of: str, names: Sequence[str], rows: Sequence[CountRow], found: FigureSet) -> Sheet:
    told = [(name, *_cells(row.counts, found)) for name, row in zip(names, rows, strict=True)]
    headings = (of.capitalize(), *(heading for _, heading in _COLUMNS))
    return Sheet(f"Per {of}", headings, tuple(told))


def _cells(counts: CallCounts, found: FigureSet) -> Iterator[str]:
    figures: dict[FigureCode, Figure] = {
        each.code: each for each in call_figures(counts, found.limits)
    }
    for code, _ in _COLUMNS:
        words = definition(code)
        yield shown(figures[code].value, words.unit, words.decimals)


def _breakdown(
    found: FigureSet, dimension: Dimension, title: str, tallies: Sequence[Tally], word: Word
) -> Sheet:
    """How many of each, and their share; the most first.  Small ones are hidden for distribution.

    What is beyond MOST_ROWS is one row, so that the rows still are the sum.
    """
    limit = found.limits.small_cell
    rows = found.withheld.folded(dimension, tallies, MOST_ROWS)
    if rows is None:
        return Sheet(title, ("", "Antal", "Andel"), (("Alla", DOT, NOTHING),), TOO_FEW)
    total = sum(each.count for each in tallies)
    told: list[tuple[str, ...]] = []
    for each in rows:
        name = f"Övriga {each.others}" if each.others else word(dimension, each.key)
        if each.count is None:
            told.append((name, each.shown(limit), NOTHING))
        else:
            told.append((name, number(each.count), _percent(each.count, total)))
    note = ""
    if len(rows) < min(len(tallies), MOST_ROWS):
        note = "Det som hör till en dold vårdnivå står inte med. "
    if any(each.count is None for each in rows):
        note += (
            f"<{limit}: färre än {limit}. • är dolt för att ett annat tal inte ska gå att räkna ut."
        )
    return Sheet(title, ("", "Antal", "Andel"), tuple(told), note.strip())


def _percent(count: int, total: int) -> str:
    return f"{100 * count / total:.1f} %".replace(".", ",") if total else "–"
