"""Review the access log: draw a sample, see the patterns, write down what was found.

The reviews are themselves documented (HSLF-FS 2016:40 4 kap. 9 §) and themselves logged.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.access_log import AccessRecord, Activity, Level, Purpose
from kundcenter.domain.access_reports import AccessReport, ReportedAccess
from kundcenter.domain.identity import PersonId
from kundcenter.domain.log_review import (
    CALL_LASTS,
    LARGEST_DRAW,
    REVIEW_WITHIN,
    AccessFinding,
    Draw,
    DrawTooLarge,
    FindingNeedsText,
    OwnAccess,
    Pattern,
    Period,
    Surroundings,
    Verdict,
    call_given,
    sample,
    suspects,
)
from kundcenter.domain.people import Person, PersonNotFound
from kundcenter.domain.text import NOTE_LIMIT, checked
from kundcenter.domain.units import Unit
from kundcenter.ports import Reading, Store, Viewing

DRAWS = 100
MOST_SUSPECTS = 500


@dataclass(frozen=True, slots=True)
class ReviewedAccess:
    """One access with what a reviewer needs beside it.

    `person` is empty for accesses that were about nobody; a protected person's is empty too,
    and `protected` says so.  `finding` is the latest.
    """

    record: AccessRecord
    operator: str = field(repr=False)
    person: str = field(repr=False)
    protected: bool = False
    patterns: tuple[Pattern, ...] = ()
    finding: AccessFinding | None = None


@dataclass(frozen=True, slots=True)
class DrawnSample:
    """A draw and how far the reviewer has come with it."""

    draw: Draw
    judged: int


@dataclass(frozen=True, slots=True)
class PatternList:
    """The accesses that patterns point out, the latest first; `left_out` are older than those.

    Before all others stand the `unreviewed` emergency openings that nobody has judged within a
    day, of whatever period.
    """

    accesses: tuple[ReviewedAccess, ...]
    left_out: int
    unreviewed: int = 0


class LogReview:
    def __init__(self, store: Store) -> None:
        self._store = store

    def sample(self, period: Period, size: int) -> tuple[UUID, ...]:
        """Ids of accesses of the period chosen by lot, none of them the reviewer's own.

        Raises PeriodWrong, DrawTooLarge.
        """
        with self._store.view() as view:
            actor = view.actor
            actor.must(Function.REVIEW_ACCESS_LOG)
            period = period.checked(view.now)
            others = view.log_reviews.others_between(actor.operator_id, period.start, period.end)
            view.witness(Activity.SEARCH, level=Level.ACCESS_LOG, purpose=Purpose.ADMINISTRATION)
            return sample(others, size, f"{view.now.isoformat()} {actor.session_id}")

    def draw(self, period: Period, access_ids: tuple[UUID, ...]) -> Changes:
        """Keep a sample as a draw to be judged.  Raises DrawTooLarge, OwnAccess, PeriodWrong."""
        with self._store.work("log_review.draw", period=period, access_ids=access_ids) as work:
            work.actor.must(Function.REVIEW_ACCESS_LOG)
            if not 1 <= len(set(access_ids)) == len(access_ids) <= LARGEST_DRAW:
                raise DrawTooLarge(largest=LARGEST_DRAW)
            _not_own(work, access_ids)
            work.log_reviews.add_draw(
                Draw(
                    id=work.new_id(),
                    reviewer_id=work.actor.operator_id,
                    drawn_at=work.now,
                    period=period.checked(work.now),
                    access_ids=access_ids,
                )
            )
        return work.changes()

    def note(
        self, access_id: UUID, verdict: Verdict, text: str = "", draw_id: UUID | None = None
    ) -> Changes:
        """Write down what was found about one access; an earlier finding stays beside it.

        Raises OwnAccess, FindingNeedsText, TextInvalid, DrawNotFound.
        """
        with self._store.work(
            "log_review.note", access_id=access_id, verdict=verdict, text=text, draw_id=draw_id
        ) as work:
            work.actor.must(Function.REVIEW_ACCESS_LOG)
            _not_own(work, (access_id,))
            if verdict is not Verdict.IN_ORDER and not text.strip():
                raise FindingNeedsText
            if draw_id is not None:
                work.log_reviews.draw(draw_id)
            work.log_reviews.add_finding(
                AccessFinding(
                    id=work.new_id(),
                    access_id=access_id,
                    reviewer_id=work.actor.operator_id,
                    found_at=work.now,
                    verdict=verdict,
                    text=checked(text, "finding", limit=NOTE_LIMIT),
                    draw_id=draw_id,
                )
            )
        return work.changes()

    def draws(self) -> tuple[DrawnSample, ...]:
        """The latest draws first, those of every reviewer."""
        with self._store.view() as view:
            view.actor.must(Function.REVIEW_ACCESS_LOG)
            view.witness(Activity.READ, level=Level.ACCESS_LOG, purpose=Purpose.ADMINISTRATION)
            return tuple(
                DrawnSample(draw, len(view.log_reviews.findings(draw.access_ids)))
                for draw in view.log_reviews.draws(DRAWS)
            )

    def open_draw(self, draw_id: UUID) -> tuple[ReviewedAccess, ...]:
        """The accesses of a draw, in its order, without one's own.  Raises DrawNotFound."""
        with self._store.view() as view:
            view.actor.must(Function.REVIEW_ACCESS_LOG)
            draw = view.log_reviews.draw(draw_id)
            there = view.log_reviews.records(draw.access_ids)
            drawn = (there[id] for id in draw.access_ids if id in there)
            me = view.actor.operator_id  # another reviewer's draw may hold one's own
            records = [record for record in drawn if record.operator_id != me]
            return _told(view, [(record, ()) for record in records])

    def patterns(self, period: Period) -> PatternList:
        """The accesses of others that some pattern points out, and the emergency openings that
        nobody has judged within a day.  Raises PeriodWrong.
        """
        with self._store.view() as view:
            view.actor.must(Function.REVIEW_ACCESS_LOG)
            period = period.checked(view.now)
            records = [
                record
                for record in view.log_reviews.between(period.start, period.end)
                if record.operator_id != view.actor.operator_id
            ]
            waiting = view.log_reviews.unreviewed(view.actor.operator_id, view.now - REVIEW_WITHIN)
            known = {record.id for record in records}
            records = [*(each for each in waiting if each.id not in known), *records]
            found = suspects(records, _grounds(view, records, waiting))[::-1]
            first = sorted(found, key=lambda each: Pattern.UNREVIEWED not in each.patterns)
            told = _told(view, [(each.record, each.patterns) for each in first[:MOST_SUSPECTS]])
            return PatternList(told, max(0, len(first) - MOST_SUSPECTS), len(waiting))

    def of_person(self, identity: PersonId, period: Period) -> tuple[ReviewedAccess, ...]:
        """Which others have opened a person, and why, the latest first.

        Of a merged person the accesses to every registration; none of the reviewer's own.  Raises
        PersonNotFound, PeriodWrong.
        """
        with self._store.view() as view:
            view.actor.must(Function.REVIEW_ACCESS_LOG)
            registrations = view.people.cluster(_person(view, identity).id)
            period = period.timed()
            records = view.log_reviews.of_people(registrations, period.start, period.end)
            me = view.actor.operator_id
            others = [record for record in records if record.operator_id != me]
            return _told(view, [(record, ()) for record in others], opened=registrations)

    def take_report(self, identity: PersonId, period: Period) -> AccessReport:
        """What a patient is told on request: at which unit and when (patientdatalagen 8 kap. 5 §).

        The print is logged before the page exists.  Raises PersonNotFound, PeriodWrong.
        """
        with self._store.view() as view:
            view.actor.must(Function.REVIEW_ACCESS_LOG)
            person = _person(view, identity)
            registrations = view.people.cluster(person.id)
            period = period.timed()
            records = view.log_reviews.of_people(registrations, period.start, period.end)
            for id in registrations:
                view.witness(Activity.PRINT, id, level=Level.ACCESS_LOG, purpose=Purpose.LAW)
            return AccessReport(
                person=person,
                start=period.start,
                end=period.end,
                accesses=_reported(records, view.units.all()),
                printed_at=view.now,
                printed_by=view.operators.get(view.actor.operator_id).name,
            )


def _reported(records: Iterable[AccessRecord], units: Iterable[Unit]) -> tuple[ReportedAccess, ...]:
    """Each access once, whatever it touched: a stated reason and what it opened are one.

    A refused opening showed nothing, and is no access.  A unit goes by its name where it is known.
    """
    names = {unit.hsa_id: f"{unit.name} ({unit.hsa_id})" for unit in units if unit.hsa_id}
    opened = (record for record in records if record.level != Level.DENIED)
    told = (
        ReportedAccess(record.at, names.get(record.care_unit, record.care_unit), record.activity)
        for record in opened
    )
    return tuple(dict.fromkeys(told))


def _person(view: Viewing, identity: PersonId) -> Person:
    person = view.people.by_identity(identity)
    if person is None:
        raise PersonNotFound(id=None)
    return person


def _not_own(reading: Reading, access_ids: Collection[UUID]) -> None:
    # A record that has not come to this store yet was judged where it is.
    for record in reading.log_reviews.records(access_ids).values():
        if record.operator_id == reading.actor.operator_id:
            raise OwnAccess(id=record.id)


def _grounds(
    reading: Reading, records: Collection[AccessRecord], waiting: Iterable[AccessRecord]
) -> Surroundings:
    """What the patterns need to know, with the calls that were given as ground."""
    given = {call_id for record in records if (call_id := call_given(record)) is not None}
    calls = reading.log_reviews.given_calls(given, reading.now - CALL_LASTS)
    about = {person_id for call in calls.values() for person_id in call.people}
    known = _surroundings(reading, records, about)
    return replace(known, calls=calls, unreviewed=frozenset(record.id for record in waiting))


def _surroundings(
    reading: Reading, records: Iterable[AccessRecord], also: Iterable[UUID] = ()
) -> Surroundings:
    ids = dict.fromkeys([*also, *(r.person_id for r in records if r.person_id is not None)])
    people = reading.people.some(ids).values()
    return Surroundings(
        operator_names={operator.id: operator.name for operator in reading.operators.all()},
        person_names={p.id: (p.given_name, p.family_name) for p in people},
        protected=frozenset(p.id for p in people if p.protected),
        kept={p.id: p.merged_into for p in people if p.merged_into is not None},
    )


def _told(
    view: Viewing,
    found: list[tuple[AccessRecord, tuple[Pattern, ...]]],
    *,
    opened: Collection[UUID] = (),
) -> tuple[ReviewedAccess, ...]:
    """The records with their names; every person on the list is an access of the reviewer's."""
    records = [record for record, _ in found]
    known = _surroundings(view, records)
    shown = dict.fromkeys([*opened, *(r.person_id for r in records if r.person_id is not None)])
    view.witness_each(
        Activity.READ, tuple(shown), level=Level.ACCESS_LOG, purpose=Purpose.ADMINISTRATION
    )
    if not shown:
        view.witness(Activity.READ, level=Level.ACCESS_LOG, purpose=Purpose.ADMINISTRATION)
    findings = view.log_reviews.findings([record.id for record in records])

    def name(id: UUID | None) -> str:
        if id is None or id in known.protected:
            return ""
        return " ".join(known.person_names.get(id, ("", "")))

    return tuple(
        ReviewedAccess(
            record=record,
            operator=known.operator_names.get(record.operator_id, ""),
            person=name(record.person_id).strip(),
            protected=record.person_id in known.protected,
            patterns=patterns,
            finding=findings.get(record.id),
        )
        for record, patterns in found
    )
