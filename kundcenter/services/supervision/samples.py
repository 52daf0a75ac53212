"""The baseline sample: draw calls by lot, judge their level of care, see what it tells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.access_log import Activity, Level, Purpose
from kundcenter.domain.calls import Call, CallNotFound
from kundcenter.domain.journal import Entry, EntryVersion, Note
from kundcenter.domain.supervision.sample_pages import SamplePages, sample_pages
from kundcenter.domain.supervision.sample_results import SampleResult, result
from kundcenter.domain.supervision.samples import (
    CareLevel,
    Frame,
    Judgement,
    Picked,
    Sample,
    SampledCall,
    SampledOwnCall,
    SampleInvalid,
    latest,
    level_of,
    pick,
)
from kundcenter.domain.supervision.target_defaults import limits_on, with_defaults
from kundcenter.domain.triage import CodeSet, CodeUnknown
from kundcenter.ports import Reading, Store, Viewing
from kundcenter.services.supervision.handing_on import own_unit

MOST_SHOWN = 100
MOST_CALLS = 100_000_000  # of which a sample can be drawn
QUALITY = "KVALITET: urval"  # the reason of a look; the record's subject says which call


@dataclass(frozen=True, slots=True)
class ToldSample:
    """A sample with how far the judging has come, and who drew it."""

    sample: Sample
    judged: int
    drawn_by: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class SampledLine:
    """One call of a sample, in the order of the draw.  `queued_at` is None of a call that this
    desk does not have; `own` says that the actor had it, and may not judge it.
    """

    call_id: UUID
    place: int
    queued_at: datetime | None
    queue: str
    own: bool
    judged: SampledCall | None = None
    judge: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class OpenSample:
    """A sample, its calls, and what it tells so far."""

    told: ToldSample
    lines: tuple[SampledLine, ...]
    result: SampleResult


@dataclass(frozen=True, slots=True)
class LookedNote:
    """What was written of the call: the latest version, with the codes that it was written by.

    Without the name of whoever told.
    """

    note: Note = field(repr=False)
    codes: CodeSet = field(repr=False)
    contact_at: datetime
    signed: bool


@dataclass(frozen=True, slots=True)
class SampledLook:
    """What whoever judges sees: no name, no number.

    `hidden` counts notes that are blocked, or about somebody with protected identity.  `given` is
    the level that the note, or the call without one, tells; None where it tells none.
    """

    line: SampledLine
    call: Call | None
    notes: tuple[LookedNote, ...]
    hidden: int
    given: CareLevel | None


class Samples:
    """A sample and a judgement are never changed; a later judgement stands before an earlier."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def pick(self, frame: Frame) -> Picked:
        """What the lot gives; nothing is kept.

        Raises SampleInvalid, SampleTooLarge, TextInvalid.
        """
        with self._store.view() as view:
            view.actor.must(Function.DRAW_SAMPLES)
            frame = frame.checked()
            view.witness(Activity.SEARCH, level=Level.OVERVIEW, purpose=Purpose.QUALITY)
            return _picked(view, frame)

    def draw(self, frame: Frame, call_ids: tuple[UUID, ...], population: int) -> Changes:
        """Keep what the lot gave, to be judged.

        Raises SampleInvalid, SampleTooLarge, TextInvalid.
        """
        with self._store.work(
            "samples.draw", frame=frame, call_ids=call_ids, population=population
        ) as work:
            work.actor.must(Function.DRAW_SAMPLES)
            frame = frame.checked()
            once = 1 <= len(set(call_ids)) == len(call_ids)
            if not once or not len(call_ids) <= min(frame.size, population):
                raise SampleInvalid(field="calls")
            if population > MOST_CALLS:
                raise SampleInvalid(field="population")
            work.samples.add(
                Sample(
                    id=work.new_id(),
                    drawn_by=work.actor.operator_id,
                    drawn_at=work.now,
                    start=frame.start,
                    end=frame.end,
                    seed=frame.seed,
                    size=frame.size,
                    population=population,
                    call_ids=call_ids,
                    queue=frame.queue,
                    title=frame.title,
                )
            )
        return work.changes()

    def judge(self, sample_id: UUID, call_id: UUID, judgement: Judgement) -> Changes:
        """What somebody who did not have the call finds; an earlier judgement stays beside it.

        Raises SampleNotFound, CallNotSampled, SampledOwnCall, JudgementInvalid, TextInvalid.
        """
        with self._store.work(
            "samples.judge", sample_id=sample_id, call_id=call_id, judgement=judgement
        ) as work:
            work.actor.must(Function.JUDGE_SAMPLES)
            work.samples.get(sample_id).must_have(call_id)
            id, me, judgement = work.new_id(), work.actor.operator_id, judgement.checked()
            call = _call(work, call_id)
            if not work.late and _is_of(call, me):
                raise SampledOwnCall(id=call_id)
            work.samples.add_judged(
                SampledCall(
                    id=id,
                    sample_id=sample_id,
                    call_id=call_id,
                    advisory=judgement.advisory,
                    given=judgement.given,
                    right=judgement.right,
                    judge_id=me,
                    judged_at=work.now,
                    note=judgement.note,
                )
            )
        return work.changes()

    def all(self) -> tuple[ToldSample, ...]:
        """The latest hundred, the last drawn first."""
        with self._store.read() as reading:
            reading.actor.must(Function.JUDGE_SAMPLES)
            return _told(reading, reading.samples.latest(MOST_SHOWN))

    def open(self, sample_id: UUID) -> OpenSample:
        """The calls of a sample without what was said in them, and its result.

        Raises SampleNotFound.
        """
        with self._store.read() as reading:
            reading.actor.must(Function.JUDGE_SAMPLES)
            sample = reading.samples.get(sample_id)
            judged = reading.samples.judged((sample_id,))
            return OpenSample(
                _told(reading, (sample,))[0],
                # Why is written of a patient: it is read where the look is logged.
                _lines(reading, sample, [replace(each, note="") for each in judged]),
                result(sample, judged),
            )

    def take_print(self, sample_id: UUID, *, distribution: bool = False) -> SamplePages:
        """The result as pages; that they are taken out is logged before they exist.

        Raises SampleNotFound.
        """
        with self._store.view() as view:
            me = view.actor
            me.must(Function.JUDGE_SAMPLES)
            if distribution:
                me.must(Function.EXPORT_FIGURES)
            sample = view.samples.get(sample_id)
            view.witness(
                Activity.PRINT,
                level=Level.OVERVIEW,
                purpose=Purpose.QUALITY,
                subject=("sample", sample_id),
            )
            limits = limits_on(with_defaults(view.targets.all()), sample.days[1])
            return sample_pages(
                sample,
                result(sample, view.samples.judged((sample_id,))),
                printed_at=view.now,
                printed_by=view.operators.get(me.operator_id).name,
                issuer=", ".join(filter(None, ("Kundcenter", own_unit(view)))),
                distribution=distribution,
                limit=limits.small_cell,
            )

    def look(self, sample_id: UUID, call_id: UUID) -> SampledLook:
        """What was written of one call, to judge it; the look is logged.

        Raises SampleNotFound, CallNotSampled, SampledOwnCall.
        """
        with self._store.view() as view:
            view.actor.must(Function.JUDGE_SAMPLES)
            sample = view.samples.get(sample_id)
            sample.must_have(call_id)
            judged = view.samples.judged((sample_id,))
            at = sample.call_ids.index(call_id)
            line = _lines(view, replace(sample, call_ids=(call_id,)), judged)[0]
            if line.own:
                raise SampledOwnCall(id=call_id)
            return _looked(view, replace(line, place=at + 1))

    def again(self, sample_id: UUID) -> Picked:
        """What the same seed gives today: other calls only if calls have come in or gone since.

        Raises SampleNotFound.
        """
        with self._store.view() as view:
            view.actor.must(Function.DRAW_SAMPLES)
            sample = view.samples.get(sample_id)
            view.witness(Activity.SEARCH, level=Level.OVERVIEW, purpose=Purpose.QUALITY)
            return _picked(view, sample.frame)


def _picked(reading: Reading, frame: Frame) -> Picked:
    found = reading.calls.answered_between(frame.start, frame.end, frame.queue)
    return pick((call_id for call_id, _ in found), frame)


def _call(reading: Reading, call_id: UUID) -> Call | None:
    """None of a call that this desk does not have."""
    try:
        return reading.calls.get(call_id)
    except CallNotFound:
        return None


def _is_of(call: Call | None, operator_id: UUID) -> bool:
    return call is not None and call.operator_id == operator_id


def _told(reading: Reading, samples: Iterable[Sample]) -> tuple[ToldSample, ...]:
    found = tuple(samples)
    names = {each.id: each.name for each in reading.operators.all()} if found else {}
    judged: dict[UUID, set[UUID]] = {}
    for each in reading.samples.judged(tuple(sample.id for sample in found)):
        judged.setdefault(each.sample_id, set()).add(each.call_id)
    return tuple(
        ToldSample(each, len(judged.get(each.id, ())), names.get(each.drawn_by, ""))
        for each in found
    )


def _lines(
    reading: Reading, sample: Sample, judged: Iterable[SampledCall]
) -> tuple[SampledLine, ...]:
    stand = latest(judged)
    names = {each.id: each.name for each in reading.operators.all()}
    lines: list[SampledLine] = []
    for at, call_id in enumerate(sample.call_ids, start=1):
        call, judgement = _call(reading, call_id), stand.get(call_id)
        lines.append(
            SampledLine(
                call_id=call_id,
                place=at,
                queued_at=call.queued_at if call else None,
                queue=(call.queue or "") if call else "",
                own=_is_of(call, reading.actor.operator_id),
                judged=judgement,
                judge=names.get(judgement.judge_id, "") if judgement else "",
            )
        )
    return tuple(lines)


def _looked(view: Viewing, line: SampledLine) -> SampledLook:
    call = _call(view, line.call_id)
    entries = view.journal.of_call(line.call_id)
    protected = bool(view.about_protected((line.call_id,)))
    seen = [] if protected else [each for each in entries if view.reach(each.person_id).sees(each)]
    for entry in seen:
        view.witness(
            Activity.READ,
            entry.person_id,
            purpose=Purpose.QUALITY,
            subject=("entry", entry.id),
            reason=QUALITY,
        )
        view.witness_lifted(view.reach(entry.person_id), (entry,))
    if not seen:
        view.witness(
            Activity.READ,
            level=Level.OVERVIEW,
            purpose=Purpose.QUALITY,
            subject=("call", line.call_id),
            reason=QUALITY,
        )
    notes = _notes(view, seen)
    hidden = len(entries) - len(seen)
    shown = None if call is None else replace(call, number=None, keyed_id=None)
    if shown is not None and hidden:
        shown = shown.without_outcome()
    return SampledLook(line, shown, notes, hidden, _given(view, shown, notes))


def _notes(view: Viewing, entries: Iterable[Entry]) -> tuple[LookedNote, ...]:
    """The latest version of each, the first contact first."""
    found = sorted(entries, key=lambda each: (each.contact_at, each.id))
    versions = view.journal.latest_of([each.id for each in found])
    return tuple(_noted(view, each, versions[each.id]) for each in found)


def _noted(view: Viewing, entry: Entry, version: EntryVersion) -> LookedNote:
    return LookedNote(
        replace(version.note, informant_name=""),
        view.codes_of(version.note.codes),
        entry.contact_at,
        version.signed,
    )


def _given(view: Viewing, call: Call | None, notes: Iterable[LookedNote]) -> CareLevel | None:
    """The level of the last note that tells one, else that of what came of the call."""
    level: CareLevel | None = None
    for each in notes:
        level = _level(each.codes, each.note.outcome) or level
    if level is None and call is not None:
        level = _level(view.codes, call.outcome or "")
    return level


def _level(codes: CodeSet, outcome: str) -> CareLevel | None:
    try:
        return level_of(codes.outcome(outcome).group) if outcome else None
    except CodeUnknown:
        return None
