"""Old rows leave a desk: what its figures said before they say after, whatever came with it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from kundcenter.domain.lines import EndReason
from kundcenter.domain.supervision import periods
from kundcenter.domain.supervision.definitions import FigureCode
from kundcenter.domain.supervision.periods import Span
from kundcenter.services.calls import Ring
from tests.ground import NUMBER
from tests.sync.ageing_ground import Three, age, later, tables_of, told
from tests.sync.ground import Side


def spoken(side: Side, name: str) -> None:
    calls = side.desk.calls
    call = calls.ring(Ring(name, NUMBER, queue="1177")).the("call")
    calls.answer(call)
    side.clock.pass_time(minutes=3)
    calls.end(call, EndReason.CALLER)
    calls.close(call, "INFO")


def answered(side: Side, span: Span) -> float | None:
    shown = side.desk.figures.of(span).figure(FigureCode.ANSWERED)
    return None if shown is None else shown.figure.value


def test_a_call_that_came_just_before_its_hour_left_is_counted(team_of_two: Three) -> None:
    """The other desk's call comes late, and the rows of the hour go before anybody has counted."""
    centre, one, other = team_of_two
    # The databases' triggers go by the machine's clock.
    then = datetime.now(UTC) - timedelta(days=95)
    start = then.replace(minute=0, second=0, microsecond=0)
    centre.clock.at = start + timedelta(minutes=5)
    one.sign_in("anna")
    other.sign_in("bo")
    span = periods.own(start, start + timedelta(hours=3))
    spoken(one, "line-1")
    told(centre, one, other)
    later(centre, 0.2)
    one.sign_in("anna")
    assert answered(one, span) == 1  # counted, and its hour with it
    centre.clock.at = start + timedelta(minutes=20)
    other.sign_in("bo")
    spoken(other, "line-2")
    later(centre, 0.2)
    told(centre, one, other)
    later(centre, 92)
    assert age(centre) >= 2
    told(centre, one, other)
    assert "calls" not in tables_of(one)
    one.sign_in("anna")
    assert answered(one, span) == 2
    ragged = periods.own(start + timedelta(minutes=1), span.end)
    assert one.desk.figures.of(ragged).torn
    assert not one.desk.figures.of(span).torn
