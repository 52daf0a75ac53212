"""More than the service can do is turned away at once, and what is inside comes to its end."""

from __future__ import annotations

import threading
from uuid import UUID

import pytest

from kundcenter.adapters.centre_client import CentreClient
from kundcenter.adapters.centre_faults import CentreAway
from kundcenter.adapters.certificates import Authority
from kundcenter.centre.limits import GUESSES, MOST_ADDRESSES, POOL, QUEUE, Guesses, TooOften
from tests.centre.ground import LONG, a_house, until
from tests.ground import Clock
from tests.sync.ground import a_centre

pytestmark = pytest.mark.loopback


def test_a_full_service_says_so_and_is_itself_again_afterwards(
    store: str, authority: Authority
) -> None:
    begun, go_on = threading.Semaphore(0), threading.Event()

    def slow(_: UUID, body: bytes) -> bytes:
        begun.release()
        assert go_on.wait(LONG)
        return body

    with (
        a_centre(store, Clock()) as centre,
        a_house(centre, store, authority, extra={"/v1/slow": slow}) as house,
    ):
        house.service.gate._most = POOL + 3
        client = house.enrolled()[1]
        clients = [house.client(client._device_id) for _ in range(POOL + 3)]
        for each in clients:
            each.ask("pull", b'{"cursors":{}}')  # each has its token
        answers: list[bytes] = []

        def ask(each: CentreClient) -> None:
            answers.append(each.ask("/v1/slow", b"1"))

        threads = [threading.Thread(target=ask, args=(each,)) for each in clients]
        for thread in threads:
            thread.start()
        for _ in range(POOL):
            assert begun.acquire(timeout=LONG)
        until(lambda: house.service.gate.inside == POOL + 3)
        assert not begun.acquire(blocking=False)  # no more at a time than there are threads
        with pytest.raises(CentreAway) as caught:
            client.ask("/v1/slow", b"1")
        assert (caught.value.facts["why"], caught.value.facts["retry_after"]) == ("busy", 5)
        go_on.set()
        for thread in threads:
            thread.join(LONG)
        assert answers == [b"1"] * (POOL + 3)
        assert house.service.gate.inside == 0
        assert client.ask("/v1/slow", b"1") == b"1"


def test_the_limits_are_those_that_were_agreed() -> None:
    assert (POOL, QUEUE, GUESSES) == (12, 200, 5)


def test_guesses_are_forgotten_after_a_minute_and_take_no_more_room_than_they_may() -> None:
    now = [1000.0]
    guesses = Guesses(lambda: now[0])
    for _ in range(GUESSES):
        guesses.must_be_few("a")
        guesses.wrong("a")
    with pytest.raises(TooOften) as caught:
        guesses.must_be_few("a")
    assert caught.value.facts == {"seconds": 60}
    guesses.must_be_few("b")
    now[0] += 61
    guesses.must_be_few("a")
    for n in range(MOST_ADDRESSES):
        guesses.wrong(str(n))
    now[0] += 61
    guesses.wrong("last")
    assert len(guesses._wrong) <= 2
