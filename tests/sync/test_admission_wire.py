"""What is said about signing in: every refusal arrives as what it was, and nothing else does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.faults import StoreAway
from kundcenter.domain.access import Role
from kundcenter.domain.slots import PasswordWrong
from kundcenter.start.desk import new_id
from kundcenter.sync.admission_wire import (
    _TOLD,
    CentreRefused,
    ChangePassword,
    Said,
    SetPassword,
    SignIn,
    Way,
    WiredGate,
    answer,
    ways,
)
from kundcenter.sync.wire import Emptied, Erased, MayErase, MessageWrong, pack, unpack
from tests.ground import PASSWORD, fill_central
from tests.sync.admission_ground import House, a_house


@pytest.fixture
def house(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[House]:
    server = request.getfixturevalue("postgres_server")
    with server.clone("empty", fill_central) as url, a_house(url, tmp_path) as house:
        yield house


def gate_that_hears(said: Said) -> WiredGate:
    return WiredGate(lambda _way, _body: pack(said), lambda _ticket: None)


@pytest.mark.parametrize("code", sorted(_TOLD))
def test_a_refusal_is_raised_at_the_desk_as_it_was_at_the_centre(code: str) -> None:
    gate = gate_that_hears(Said(code=code, facts={"seconds": 30}))
    with pytest.raises(_TOLD[code]) as caught:
        gate.sign_in("nurse", PASSWORD)
    assert type(caught.value) is _TOLD[code]
    assert caught.value.facts == {"seconds": 30}


def test_a_refusal_of_a_later_centre_is_told_by_its_code() -> None:
    with pytest.raises(CentreRefused) as caught:
        gate_that_hears(Said(code="later.than_this")).set_password(new_id(), new_id(), PASSWORD)
    assert caught.value.facts == {"why": "later.than_this"}


def test_an_answer_that_lets_nobody_in_is_no_answer() -> None:
    with pytest.raises(MessageWrong):
        gate_that_hears(Said()).sign_in("nurse", PASSWORD)
    with pytest.raises(MessageWrong):
        WiredGate(lambda *_: b"\xff", lambda _: None).sign_in("nurse", PASSWORD)


@pytest.mark.parametrize("way", Way)
@pytest.mark.parametrize("body", [b"", b"{}", b"[]", b"\xff", b'{"user_name":1}', b"[" * 9000])
def test_what_is_no_message_is_refused_and_harms_nothing(
    house: House, way: Way, body: bytes
) -> None:
    told = unpack(answer(house.admission, house.one.side.device_id, way, body), Said)
    assert told.code == "sync.message_wrong"
    house.one.sign_in("admin")


def test_what_is_no_text_was_never_a_password(house: House) -> None:
    for name, password in (("admin", "\ud800"), ("\ud800", PASSWORD)):
        with pytest.raises(PasswordWrong):
            house.one.sign_in(name, password)
    for password in ("", "\0", "x" * 100_000):
        with pytest.raises(PasswordWrong):
            house.one.sign_in("admin", password)
        house.one.sign_in("admin")


def test_a_message_shows_no_name_and_no_password() -> None:
    for message in (
        SignIn("nurse", PASSWORD),
        ChangePassword(new_id(), PASSWORD, PASSWORD),
        SetPassword(new_id(), new_id(), PASSWORD),
    ):
        assert PASSWORD not in repr(message)
        assert "nurse" not in repr(message)


def test_what_is_away_is_raised_and_not_answered(house: House) -> None:
    class Away:
        def sign_in(self, *_: object) -> None:
            raise StoreAway

    with pytest.raises(StoreAway):
        answer(Away(), new_id(), Way.SIGN_IN, pack(SignIn("a", "b")))  # type: ignore[arg-type]


def test_every_way_is_answered_on_its_path(house: House) -> None:
    house.operator("nurse", Role.NURSE)
    device = house.other.side.device_id
    found = ways(house.admission, house.centre.judge)
    assert set(found) == {
        "/v1/sign-in",
        "/v1/change-password",
        "/v1/set-password",
        "/v1/sync/emptied",
        "/v1/sync/erased",
    }
    said = unpack(found["/v1/sign-in"](device, pack(SignIn("nurse", PASSWORD))), Said)
    assert said.operator is not None
    assert said.ticket is not None
    mine = ChangePassword(said.ticket.id, PASSWORD, "elva blåa spadar")
    assert unpack(found["/v1/change-password"](device, pack(mine)), Said) == Said()
    its = SetPassword(said.ticket.id, house.admin, PASSWORD)
    told = unpack(found["/v1/set-password"](device, pack(its)), Said)
    assert told.code == "access.not_permitted"
    emptied = pack(Emptied(house.other.side.local.heads()))
    assert not unpack(found["/v1/sync/emptied"](device, emptied), MayErase).granted
    with house.centre.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE centre_devices SET state = 'wiping'")
    assert unpack(found["/v1/sync/erased"](device, pack(Erased())), dict) == {}
