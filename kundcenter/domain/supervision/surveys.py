"""Measurements that others have made: surveys, and how it was before (DOMAIN §3.9).

They are brought in, never computed.  An index is 0–100, a share in percent, a time in seconds; all
are kept in thousandths, as targets are.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from kundcenter.domain.supervision.definitions import FigureCode
from kundcenter.domain.supervision.targets import FIRST_DAY, LAST_DAY, THOUSAND, is_value
from kundcenter.domain.text import line
from kundcenter.errors import Conflict, NotFound, Refused

IMPORT_LIMIT = 500  # measurements in one operation
MOST_ANSWERS = 10_000_000
VERY_SATISFIED = 74_000  # an NKI above it is "mycket nöjd"


class SurveyNotFound(NotFound):
    """No measurement has the id, or it has been taken away.  Facts: id."""

    code = "survey.not_found"


class SurveyStale(Conflict):
    """Somebody has changed the measurement since.  Facts: id, number (the latest's)."""

    code = "survey.stale"


class SurveyTaken(Refused):
    """There is one of the same figure, area, source and period already.

    Facts: id (the other's).
    """

    code = "survey.taken"


class SurveysTooMany(Refused):
    """More measurements at once than one operation takes.  Facts: count, limit."""

    code = "survey.too_many"


class SurveyFault(StrEnum):
    """What is wrong with a field."""

    UNKNOWN = "unknown"  # no such figure
    NUMBER = "number"  # no number, or none that could be
    PERIOD = "period"  # ends before it begins, or in another century
    ANSWERS = "answers"  # a number of answers that cannot be, or more than were asked


class SurveyInvalid(Refused):
    """A field of the measurement cannot be kept.

    Facts: field, fault; when several come in together also row (from 1).
    """

    code = "survey.invalid"


class Area(StrEnum):
    """Whose the value is."""

    OWN = "EGEN"
    NATION = "RIKET"


@dataclass(frozen=True, slots=True)
class Measurement:
    """What was measured, as in SurveyResult.

    `value` is in thousandths.  Both days are of the period.  `answers` of `asked`; 0 where nobody
    has said how many.
    """

    figure: str
    period_from: date
    period_to: date
    value: int
    answers: int = 0
    source: str = ""
    area: Area = Area.OWN
    asked: int = 0
    comment: str = ""

    def checked(self) -> Measurement:
        """As it is stored.  Raises SurveyInvalid, TextInvalid."""
        if self.figure not in set(FigureCode):
            raise SurveyInvalid(field="figure", fault=SurveyFault.UNKNOWN)
        if not is_value(self.figure, self.value):
            raise SurveyInvalid(field="value", fault=SurveyFault.NUMBER)
        if not FIRST_DAY <= self.period_from <= self.period_to <= LAST_DAY:
            raise SurveyInvalid(field="period_to", fault=SurveyFault.PERIOD)
        if not 0 <= self.asked <= MOST_ANSWERS:
            raise SurveyInvalid(field="asked", fault=SurveyFault.ANSWERS)
        if not 0 <= self.answers <= (self.asked or MOST_ANSWERS):
            raise SurveyInvalid(field="answers", fault=SurveyFault.ANSWERS)
        return replace(
            self,
            source=line(self.source, "source"),
            comment=line(self.comment, "comment"),
        )

    @property
    def place(self) -> tuple[str, Area, str, date, date]:
        """What is measured once; the same again is its next version."""
        return self.figure, self.area, self.source.casefold(), self.period_from, self.period_to


@dataclass(frozen=True, slots=True)
class SurveyResult:
    """A measurement in one of its versions; what has been taken away stays, with `removed_at`."""

    id: UUID
    figure: str
    period_from: date
    period_to: date
    value: int
    answers: int
    source: str
    noted_by: UUID
    noted_at: datetime
    number: int = 1
    removed_at: datetime | None = None
    area: Area = Area.OWN
    asked: int = 0
    comment: str = ""

    @property
    def measurement(self) -> Measurement:
        return Measurement(
            self.figure,
            self.period_from,
            self.period_to,
            self.value,
            self.answers,
            self.source,
            self.area,
            self.asked,
            self.comment,
        )

    @property
    def amount(self) -> float:
        """The value in the figure's own unit."""
        return self.value / THOUSAND

    @property
    def response_rate(self) -> float | None:
        """Percent of those asked who answered; None when nobody has said how many were asked."""
        return 100 * self.answers / self.asked if self.asked else None

    @property
    def very_satisfied(self) -> bool:
        """Whether it is an NKI that counts as "mycket nöjd" (DOMAIN §3.9)."""
        return self.figure == FigureCode.NKI and self.value > VERY_SATISFIED

    def reworded(self, measurement: Measurement, at: datetime, by: UUID) -> SurveyResult:
        """The next version."""
        return result_of(self.id, measurement, at, by, self.number + 1)

    def removed(self, at: datetime, by: UUID) -> SurveyResult:
        """Taken away; what it was is kept."""
        return replace(self.reworded(self.measurement, at, by), removed_at=at)


def result_of(
    id: UUID, measurement: Measurement, at: datetime, by: UUID, number: int = 1
) -> SurveyResult:
    """The measurement as it is kept, in one of its versions."""
    return SurveyResult(
        id=id,
        figure=measurement.figure,
        period_from=measurement.period_from,
        period_to=measurement.period_to,
        value=measurement.value,
        answers=measurement.answers,
        source=measurement.source,
        noted_by=by,
        noted_at=at,
        number=number,
        area=measurement.area,
        asked=measurement.asked,
        comment=measurement.comment,
    )


def newest(
    results: Iterable[SurveyResult], figure: str, day: date, area: Area = Area.OWN
) -> SurveyResult | None:
    """The latest measurement of a figure that was over on the day."""
    found = (
        each
        for each in results
        if each.removed_at is None
        and (each.figure, each.area) == (figure, area)
        and each.period_to <= day
    )
    return max(found, key=lambda each: (each.period_to, each.noted_at, each.id), default=None)
