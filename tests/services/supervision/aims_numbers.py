"""The numbers, times and days of targets, measurements and samples, for the tests of odd ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from kundcenter.domain.supervision.samples import Frame, SampleInvalid, SampleTooLarge
from kundcenter.domain.supervision.surveys import Measurement, SurveyInvalid, SurveyStale
from kundcenter.domain.supervision.targets import Aim, TargetInvalid, TargetStale
from kundcenter.errors import KundcenterError
from tests.ground import MORNING, Ground

Put = Callable[[Any], object]
AIM = Aim("MEDELV", 300_000, at_least=False, queue="1177", valid_from=date(2026, 1, 1), year=2026)
NKI = Measurement("NKI", date(2019, 1, 1), date(2019, 12, 31), 82_000, 1_210, "Inera", asked=4_000)
FRAME = Frame(MORNING, MORNING + timedelta(days=1), "1", 5)
_SURVEYS = {
    f"surveys.{verb}.{end}"
    for verb in ("put.measurement", "plan.measurements", "import_.measurements")
    for end in ("period_from", "period_to")
}
# In test_aims_odd_times.
DAYS = {
    "roster.shift.day",  # in test_roster_odd_times
    "targets.put.aim.valid_from",
    "targets.put.aim.valid_to",
    "targets.limits.day",
} | _SURVEYS
TIMES = {f"samples.{verb}.frame.{end}" for verb in ("pick", "draw") for end in ("start", "end")}


def aims_numbers(ground: Ground) -> dict[str, tuple[type[KundcenterError], Put]]:
    """Every number that is refused unless it is right, with how it is refused."""
    targets, surveys, samples = ground.desk.targets, ground.desk.surveys, ground.desk.samples
    target = targets.put(None, AIM).the("target")
    survey = surveys.put(None, NKI).the("survey")
    call = uuid4()

    def measured(verb: Callable[[Measurement], object]) -> dict[str, Put]:
        def put(name: str) -> Put:
            def deed(number: int) -> object:
                changed: dict[str, Any] = {name: number or -1}
                return verb(replace(NKI, **changed))

            return deed

        return {name: put(name) for name in ("value", "answers", "asked")}

    several: dict[str, Callable[[Measurement], object]] = {
        "put.measurement": lambda each: surveys.put(survey, each, upon=1),
        "plan.measurements": lambda each: surveys.plan((each,)),
        "import_.measurements": lambda each: surveys.import_((each,)),
    }
    return {
        "targets.put.aim.value": (
            TargetInvalid,
            lambda n: targets.put(None, replace(AIM, value=n or -1)),
        ),
        "targets.put.aim.year": (
            TargetInvalid,
            lambda n: targets.put(None, replace(AIM, year=n or 1999)),
        ),
        "targets.put.upon": (TargetStale, lambda n: targets.put(target, AIM, upon=n)),
        "targets.remove.upon": (TargetStale, lambda n: targets.remove(target, upon=n)),
        "surveys.put.upon": (SurveyStale, lambda n: surveys.put(survey, NKI, upon=n)),
        "surveys.remove.upon": (SurveyStale, lambda n: surveys.remove(survey, upon=n)),
        **{
            f"surveys.{verb}.{name}": (SurveyInvalid, put)
            for verb, act in several.items()
            for name, put in measured(act).items()
        },
        "samples.pick.frame.size": (
            SampleTooLarge,
            lambda n: samples.pick(replace(FRAME, size=n)),
        ),
        "samples.draw.frame.size": (
            SampleTooLarge,
            lambda n: samples.draw(replace(FRAME, size=n), (call,), 1),
        ),
        "samples.draw.population": (
            SampleInvalid,
            lambda n: samples.draw(FRAME, (call,), n),
        ),
    }
