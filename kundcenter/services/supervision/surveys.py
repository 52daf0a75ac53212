"""Measurements that others have made."""

from __future__ import annotations

from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.supervision.survey_files import SurveyPlan, planned
from kundcenter.domain.supervision.surveys import (
    IMPORT_LIMIT,
    Measurement,
    SurveyInvalid,
    SurveyNotFound,
    SurveyResult,
    SurveyStale,
    SurveysTooMany,
    SurveyTaken,
    result_of,
)
from kundcenter.domain.text import TextInvalid
from kundcenter.ports import Store, Work


class Surveys:
    """A figure of one area, source and period is kept once; the same again is its next version."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[SurveyResult, ...]:
        """All that have not been taken away, the latest period first."""
        with self._store.read() as reading:
            if not reading.actor.may(Function.EDIT_SURVEYS):
                reading.actor.must(Function.SEE_LIVE)
            found = [each for each in reading.surveys.all() if each.removed_at is None]
            return tuple(sorted(found, key=_latest_first))

    def plan(self, measurements: tuple[Measurement, ...]) -> SurveyPlan:
        """What bringing them in would do.  Raises as `import_`, but for SurveyTaken."""
        with self._store.read() as reading:
            reading.actor.must(Function.EDIT_SURVEYS)
            good = _all_checked(measurements)
            return planned(good, reading.surveys.all())

    def put(self, survey_id: UUID | None, measurement: Measurement, *, upon: int = 0) -> Changes:
        """A new measurement, or the next version of the one whose number was `upon`.

        Raises SurveyNotFound, SurveyStale, SurveyTaken, SurveyInvalid, TextInvalid.
        """
        with self._store.work(
            "surveys.put", survey_id=survey_id, measurement=measurement, upon=upon
        ) as work:
            work.actor.must(Function.EDIT_SURVEYS)
            id, by = work.new_id(), work.actor.operator_id
            older = None if survey_id is None else _current(work, survey_id, upon)
            if older is None and upon:
                raise SurveyStale(id=None, number=0)
            measurement = measurement.checked()
            other = _placed(work).get(measurement.place)
            if other is not None and (older is None or other.id != older.id):
                raise SurveyTaken(id=other.id)
            work.surveys.put(
                older.reworded(measurement, work.now, by)
                if older
                else result_of(id, measurement, work.now, by)
            )
        return work.changes()

    def import_(self, measurements: tuple[Measurement, ...]) -> Changes:
        """Bring in all measurements or none.

        What is there already becomes its next version; what is the same stays as it is.  The facts
        of what is wrong have also row (from 1).  Raises SurveysTooMany, SurveyTaken (when two rows
        are one measurement), SurveyInvalid, TextInvalid.
        """
        with self._store.work("surveys.import_", measurements=measurements) as work:
            work.actor.must(Function.EDIT_SURVEYS)
            good = _all_checked(measurements)
            there, by, met = _placed(work), work.actor.operator_id, set()
            for at, measurement in enumerate(good, start=1):
                id = work.new_id()  # also for what is there: at the centre it may not be
                if measurement.place in met:
                    raise SurveyTaken(id=id, row=at)
                met.add(measurement.place)
                older = there.get(measurement.place)
                if older is None:
                    work.surveys.put(result_of(id, measurement, work.now, by))
                elif older.measurement != measurement:
                    work.surveys.put(older.reworded(measurement, work.now, by))
        return work.changes()

    def remove(self, survey_id: UUID, *, upon: int) -> Changes:
        """It is shown no more; its row stays.  Raises SurveyNotFound, SurveyStale."""
        with self._store.work("surveys.remove", survey_id=survey_id, upon=upon) as work:
            work.actor.must(Function.EDIT_SURVEYS)
            older = _current(work, survey_id, upon)
            work.surveys.put(older.removed(work.now, work.actor.operator_id))
        return work.changes()


def _current(work: Work, survey_id: UUID, upon: int) -> SurveyResult:
    survey = work.surveys.get(survey_id)
    if survey.number != upon:
        raise SurveyStale(id=survey_id, number=survey.number)
    if survey.removed_at is not None:
        raise SurveyNotFound(id=survey_id)
    return survey


def _placed(work: Work) -> dict[object, SurveyResult]:
    """What has not been taken away, by what is measured once."""
    return {each.measurement.place: each for each in work.surveys.all() if each.removed_at is None}


def _all_checked(measurements: tuple[Measurement, ...]) -> tuple[Measurement, ...]:
    if len(measurements) > IMPORT_LIMIT:
        raise SurveysTooMany(count=len(measurements), limit=IMPORT_LIMIT)
    return tuple(_checked(each, at) for at, each in enumerate(measurements, start=1))


def _checked(measurement: Measurement, at: int) -> Measurement:
    try:
        return measurement.checked()
    except (SurveyInvalid, TextInvalid) as wrong:
        raise type(wrong)(**wrong.facts, row=at) from None


def _latest_first(survey: SurveyResult) -> tuple[int, int, str, str]:
    return (
        -survey.period_to.toordinal(),
        -survey.period_from.toordinal(),
        survey.figure,
        survey.source,
    )
