"""The numbers, days and times of the switchboard's terms and modes, for the tests of odd ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from kundcenter.domain.opening import Hours, HoursInvalid, OtherHours, Span
from kundcenter.domain.switchboard.terms import SwitchboardTermsStale
from kundcenter.domain.switchboard.terms_default import DEFAULT
from kundcenter.errors import KundcenterError
from tests.ground import Ground
from tests.services.unit_numbers import with_

Put = Callable[[Any], object]
DAY = date(2026, 12, 24)
OTHER = OtherHours(DAY, DAY, 480, 1_020)
CONTENT = replace(DEFAULT, day=Hours((Span(1, 480, 1, 1_020),), (OTHER,)))
# Both are tried in test_odd_times.
DAYS = {f"switchboard_terms.publish.content.day.exceptions.{end}" for end in ("first", "last")}
TIMES = {"modes.set.ends_at"}


def message_numbers(ground: Ground) -> dict[str, tuple[type[KundcenterError], Put]]:
    """Every number that is refused unless it is right, with how it is refused."""
    publish = ground.desk.switchboard_terms.publish
    publish(CONTENT, upon=0)
    wrong = {f"spans.{name}": -1 for name in ("from_day", "to_day", "opens", "closes")}
    wrong |= {f"exceptions.{name}": 1_441 for name in ("opens", "closes")}

    def with_number(path: str, instead: int) -> Put:
        """0 is a good number of nearly everything."""
        return lambda n: publish(with_(CONTENT, f"day.{path}", n or instead), upon=1)

    return {
        "switchboard_terms.publish.upon": (
            SwitchboardTermsStale,
            lambda n: publish(CONTENT, upon=n),
        ),
        **{
            f"switchboard_terms.publish.content.day.{path}": (
                HoursInvalid,
                with_number(path, instead),
            )
            for path, instead in wrong.items()
        },
    }
