"""A queue is closed at the exchange: by the desk's request, the dial plan's look, and time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kundcenter.adapters.exchange_simulator.callers import Caller
from kundcenter.adapters.exchange_simulator.closed_queues import MESSAGE_SECONDS, MOST_ENTRIES
from kundcenter.adapters.exchange_simulator.exchange import Exchange
from kundcenter.adapters.exchange_simulator.options import ExchangeOptions, build
from kundcenter.adapters.telephony.ami import AmiLine
from kundcenter.adapters.telephony.closing import FAMILY, FOR_EVER, switching
from kundcenter.adapters.telephony.frames import Frame
from kundcenter.adapters.telephony.no_line import NoLine
from kundcenter.domain.calendar import local
from kundcenter.domain.lines import (
    ExchangeRefused,
    LineAway,
    LineUp,
    NoQueueSwitch,
    Rang,
    Refusal,
)
from tests.adapters.telephony.heard import listening
from tests.adapters.telephony.simulated import QUICK, exchange
from tests.adapters.telephony.switching import CALLER, house

START = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)


def quiet() -> Exchange:
    return build(ExchangeOptions(clock=local(START), arrivals=False, colleagues=0, wrap_up=0.0))


def caller(queue: str = "1177") -> Caller:
    return Caller(queue, queue, CALLER, None, patience=600.0, talk=60.0)


def close(exchange: Exchange, until: datetime | None, *, closed: bool = True) -> None:
    _action, family, key, value = switching("1177", closed, until)
    assert exchange.closed_queues.put(family[1], key[1], value[1])


def test_the_request_says_until_which_second_nobody_is_let_in() -> None:
    fields = dict(switching("1177", True, START))
    assert fields == {
        "Action": "DBPut", "Family": FAMILY, "Key": "closed-1177", "Val": "1795417200",
    }  # fmt: skip
    assert dict(switching("1177", True, None))["Val"] == str(FOR_EVER)
    assert dict(switching("1177", False, None))["Val"] == "0"


@pytest.mark.parametrize("queue", ["", "a b", "ö", "a\r\nb", "x" * 65, "a/b"])
def test_a_name_that_no_queue_has_reaches_no_exchange(queue: str) -> None:
    with pytest.raises(ExchangeRefused) as refused:
        switching(queue, True, None)
    assert refused.value.facts == {"action": "close_queue", "why": Refusal.NOT_DONE}


def test_who_calls_a_closed_queue_hears_so_and_waits_nowhere() -> None:
    exchange = quiet()
    close(exchange, None)
    exchange.arrive(caller())
    exchange.advance(MESSAGE_SECONDS - 1.0)
    told = [Frame(each.fields).get("Event") for each in exchange.take_events()]
    assert told == ["Newchannel"]
    assert [each.waiting for each in exchange.queue_sums()] == [0]
    exchange.advance(MESSAGE_SECONDS + 1.0)
    told = [Frame(each.fields).get("Event") for each in exchange.take_events()]
    assert told == ["HangupRequest", "Hangup"]
    assert (exchange.channels(), exchange.closed_queues.turned_away) == ([], 1)


def test_who_waited_already_keeps_their_place() -> None:
    exchange = quiet()
    exchange.arrive(caller())
    close(exchange, None)
    exchange.advance(60.0)
    assert [each.waiting for each in exchange.queue_sums()] == [1]


def test_it_opens_by_itself_when_its_time_is_over() -> None:
    exchange = quiet()
    close(exchange, START + timedelta(minutes=10))
    for after, turned_away in ((599.0, 1), (600.0, 1), (601.0, 1)):
        exchange.advance(after)
        exchange.arrive(caller())
        assert exchange.closed_queues.turned_away == turned_away
    assert len(exchange.calls()) == 3


def test_it_is_opened_before_its_time() -> None:
    exchange = quiet()
    close(exchange, None)
    close(exchange, None, closed=False)
    exchange.arrive(caller())
    assert exchange.closed_queues.turned_away == 0


@pytest.mark.parametrize("value", ["", "soon", "-1", "\u0661\u0662", "9" * 3])
def test_what_somebody_else_wrote_there_closes_nothing(value: str) -> None:
    exchange = quiet()
    exchange.closed_queues.put(FAMILY, "closed-1177", value)
    exchange.arrive(caller())
    assert exchange.closed_queues.turned_away == 0


def test_the_exchange_keeps_no_more_than_it_has_room_for() -> None:
    kept = quiet().closed_queues
    assert all(kept.put("family", str(n), "x") for n in range(MOST_ENTRIES))
    assert not kept.put("family", "more", "x")
    assert kept.put("family", "0", "y")
    assert kept.get("family", "0") == "y"


# -- over the line ---------------------------------------------------------------------------------


@pytest.mark.loopback
def test_a_desk_closes_and_opens_a_queue_at_the_exchange() -> None:
    with house("201:1177") as there:
        (desk,) = there.desks
        assert desk.line.closes_queues
        desk.line.close_queue("1177", datetime.now(UTC) + timedelta(hours=1))
        there.control.ring(CALLER)
        assert desk.heard.nothing(0.3)
        desk.line.open_queue("1177")
        desk.line.open_queue("1177")  # any desk may say it again
        there.control.ring(CALLER)
        desk.heard.next(Rang)


@pytest.mark.loopback
def test_it_stays_closed_when_the_desk_is_away_and_any_desk_opens_it() -> None:
    with exchange() as simulated, simulated.control() as control:
        entry = (("Family", FAMILY), ("Key", "closed-1177"))
        with pytest.raises(ExchangeRefused):
            control.act("DBGet", *entry)
        line = AmiLine(simulated.settings(), simulated.secret, pace=QUICK)
        with listening(line) as heard:
            heard.next(LineUp)
            line.close_queue("1177")
        assert not line.closes_queues
        with pytest.raises(LineAway):
            line.open_queue("1177")
        assert control.act("DBGet", *entry).get("Response") == "Success"
        again = AmiLine(simulated.settings(), simulated.secret, pace=QUICK)
        with listening(again) as heard:
            heard.next(LineUp)
            control.ring(CALLER)
            assert heard.nothing(0.2)
            again.open_queue("1177")
            control.ring(CALLER)
            heard.next(Rang)


@pytest.mark.loopback
@pytest.mark.parametrize("missing", ["Family", "Key"])
def test_the_exchange_says_what_is_missing(missing: str) -> None:
    with exchange() as simulated, simulated.control() as control:
        fields = (("Family", FAMILY), ("Key", "closed-1177"), ("Val", "0"))
        with pytest.raises(ExchangeRefused):
            control.act("DBPut", *(each for each in fields if each[0] != missing))


@pytest.mark.loopback
def test_an_exchange_that_is_not_set_up_for_it_is_not_asked() -> None:
    with exchange() as simulated:
        settings = replace(simulated.settings(), queue_switch=False)
        line = AmiLine(settings, simulated.secret, pace=QUICK)
        with listening(line) as heard, simulated.control() as control:
            heard.next(LineUp)
            assert not line.closes_queues
            with pytest.raises(NoQueueSwitch):
                line.close_queue("1177")
            with pytest.raises(NoQueueSwitch):
                line.open_queue("1177")
            control.ring(CALLER)
            heard.next(Rang)


@pytest.mark.loopback
def test_a_name_that_no_queue_has_is_refused_and_the_line_goes_on() -> None:
    with house("201:1177") as there:
        (desk,) = there.desks
        with pytest.raises(ExchangeRefused):
            desk.line.close_queue("a b")
        there.control.ring(CALLER)
        desk.heard.next(Rang)


def test_without_an_exchange_no_queue_is_closed() -> None:
    line = NoLine()
    assert not line.closes_queues
    for act in (line.close_queue, line.open_queue):
        with pytest.raises(LineAway):
            act("1177")
