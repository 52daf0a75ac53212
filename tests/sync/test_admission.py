"""Signing in by the centre: who is let in, in what words the others are not, and how often."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from kundcenter.adapters.argon2 import stretched
from kundcenter.domain.access import NotPermitted, Role
from kundcenter.domain.access_log import Activity
from kundcenter.domain.devices import DeviceFrozen, DeviceUnknown
from kundcenter.domain.operators import FirstOperatorExists, LastAdministrator, OperatorNotFound
from kundcenter.domain.passwords import PasswordTooShort
from kundcenter.domain.slots import Argon2Cost, PasswordWrong, SignInTooSoon
from kundcenter.domain.tickets import (
    LeaveOver,
    OperatorNotHereYet,
    OperatorNotThereYet,
)
from kundcenter.start.desk import new_id
from tests.ground import CARE_UNIT, CHEAP, PASSWORD, fill_central
from tests.sync.admission_ground import House, a_house

WRONG, OTHER_PASSWORD = "inte det rätta", "elva blåa spadar"


@pytest.fixture
def house(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[House]:
    server = request.getfixturevalue("postgres_server")
    with server.clone("empty", fill_central) as url, a_house(url, tmp_path) as house:
        yield house


def test_the_first_administrator_of_the_centre_signs_in_at_every_desk(house: House) -> None:
    for seat in (house.one, house.other):
        found = seat.sign_in("ADMIN ")
        assert (found.id, found.offline) == (house.admin, False)
        assert seat.desk.seat.actor.roles == {Role.ADMINISTRATOR}
        seat.talk(house)
        assert house.verdicts(seat) == [("sessions.open", "applied", "")]
    with pytest.raises(FirstOperatorExists):
        house.admission.begin("second", "Test Andra", PASSWORD)
    with pytest.raises(FirstOperatorExists):
        house.one.desk.operators.begin("second", "Test Andra", PASSWORD)


def test_an_operator_who_was_added_at_one_desk_signs_in_at_the_other(house: House) -> None:
    nurse = house.operator("nurse", Role.NURSE)
    found = house.other.sign_in("nurse")
    assert (found.id, house.other.desk.seat.actor.care_unit) == (nurse, CARE_UNIT)
    house.other.side.person()
    house.other.talk(house)
    assert {verdict for _, verdict, _ in house.verdicts(house.other)} == {"applied"}


def test_unknown_wrong_and_disabled_meet_the_same_words_at_the_same_cost(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = house.operator("gone", Role.NURSE)
    house.operator("nurse", Role.NURSE)
    house.one.desk.operators.add("utan", "Test Utan", roles=frozenset({Role.NURSE}))
    house.one.talk(house)
    house.admission.disable(gone)
    costs: list[Argon2Cost] = []

    def counted(password: str, salt: bytes, cost: Argon2Cost) -> bytearray:
        costs.append(cost)
        return stretched(password, salt, cost)

    monkeypatch.setattr("kundcenter.adapters.slots.stretched", counted)
    answers: set[tuple[Any, ...]] = set()
    tries = [("nurse", WRONG), ("gone", PASSWORD), ("utan", PASSWORD), ("okänd", PASSWORD)]
    tries += [("", WRONG), ("a\0b", WRONG), ("x" * 10_000, WRONG), ("' OR 1=1 --", WRONG)]
    for user_name, password in tries:
        with pytest.raises(PasswordWrong) as caught:
            house.other.sign_in(user_name, password)
        answers.add((caught.type, str(caught.value), repr(caught.value.facts)))
    told = {told for *_, told in house.other.wire.said}
    assert len(answers) == len(told) == 1
    assert costs == [CHEAP] * len(tries)
    record = house.other.side.local.accesses(0, 100)[-1]
    assert record.activity is Activity.SIGN_IN_FAILED


def test_guessing_is_slowed_at_every_desk_together_and_for_unknown_names_too(
    house: House,
) -> None:
    house.operator("nurse", Role.NURSE)
    for name in ("nurse", "okänd"):
        for place in range(5):
            with pytest.raises(PasswordWrong):
                (house.one, house.other)[place % 2].sign_in(name, WRONG)
        for seat in (house.one, house.other):
            with pytest.raises(SignInTooSoon) as caught:
                seat.sign_in(name, PASSWORD)  # the right one too
            assert caught.value.facts == {"seconds": 30}
    house.clock.pass_time(seconds=31)
    with pytest.raises(PasswordWrong):
        house.other.sign_in("nurse", WRONG)
    with pytest.raises(SignInTooSoon) as caught:
        house.one.sign_in("nurse")
    assert caught.value.facts == {"seconds": 60}
    house.clock.pass_time(seconds=61)
    house.other.sign_in("nurse")
    for _ in range(4):
        with pytest.raises(PasswordWrong):
            house.other.sign_in("nurse", WRONG)
    house.other.sign_in("nurse")  # the row of failures had ended


def test_a_desk_from_which_many_names_are_tried_has_to_wait(house: House) -> None:
    house.operator("nurse", Role.NURSE)
    house.operator("bo", Role.NURSE)
    for place in range(21):
        if place % 5 == 0:
            house.other.sign_in("bo")  # whoever knows one password gains no tries by it
        with pytest.raises(PasswordWrong):
            house.other.sign_in(f"namn{place}", WRONG)
    with pytest.raises(SignInTooSoon) as caught:
        house.other.sign_in("nurse")
    assert caught.value.facts == {"seconds": 30}
    house.one.sign_in("nurse")  # another desk does not wait
    house.clock.pass_time(hours=2)
    house.other.sign_in("nurse")


def test_many_guesses_at_the_same_time_gain_nothing(house: House) -> None:
    house.operator("nurse", Role.NURSE)
    device = house.other.side.device_id

    def guess(_: int) -> type[Exception]:
        try:
            house.admission.sign_in(device, "nurse", WRONG)
        except (PasswordWrong, SignInTooSoon) as error:
            return type(error)
        raise AssertionError

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(guess, range(24)))
    assert found.count(PasswordWrong) == 5
    assert found.count(SignInTooSoon) == 19


def test_no_password_and_no_typed_name_is_kept_or_shown(house: House) -> None:
    house.operator("nurse", Role.NURSE)
    with pytest.raises(PasswordWrong):
        house.other.sign_in("hemligt.ord", WRONG)
    kept = house.rows("SELECT a::text FROM centre_attempts a")
    kept += house.rows("SELECT c::text FROM centre_credentials c")
    shown = "".join(row[0] for row in kept)
    assert shown
    assert "hemligt" not in shown
    assert PASSWORD not in shown
    assert PASSWORD.encode().hex() not in shown
    for row in house.rows("SELECT body::text FROM operations UNION SELECT body FROM centre_feed"):
        assert PASSWORD not in (row[0] or "")


def test_a_password_set_at_a_desk_is_the_centres_and_ends_what_was(house: House) -> None:
    nurse = house.operator("nurse", Role.NURSE)
    house.other.sign_in("nurse")
    operators = house.one.desk.operators
    with pytest.raises(PasswordTooShort):
        operators.give_password(nurse, "kort")
    operators.give_password(nurse, OTHER_PASSWORD)
    assert house.other.talk(house) == (nurse,)
    assert house.other.desk.seat.actor.operator_id != nurse
    with pytest.raises(PasswordWrong):
        house.other.sign_in("nurse")
    house.other.sign_in("nurse", OTHER_PASSWORD)
    assert house.other.talk(house) == ()
    house.other.without_centre()
    assert house.other.sign_in("nurse", OTHER_PASSWORD).offline


def test_ones_own_password_needs_the_old_one_and_ends_the_leave_elsewhere(house: House) -> None:
    nurse = house.operator("nurse", Role.NURSE)
    for seat in (house.one, house.other):
        seat.sign_in("nurse")
    operators = house.other.desk.operators
    with pytest.raises(PasswordWrong):
        operators.change_password(WRONG, OTHER_PASSWORD)
    with pytest.raises(NotPermitted):  # only the old password gives a new one
        operators.give_password(nurse, OTHER_PASSWORD)
    operators.change_password(PASSWORD, OTHER_PASSWORD)
    assert house.other.talk(house) == ()
    assert house.one.talk(house) == (nurse,)
    house.other.without_centre().sign_in("nurse", OTHER_PASSWORD)
    with pytest.raises(PasswordWrong):
        house.one.sign_in("nurse")
    for _ in range(4):
        with pytest.raises(PasswordWrong):
            house.one.sign_in("nurse", WRONG)
    house.other.wire.up = True
    with pytest.raises(SignInTooSoon):  # one row of failures, wherever the password is asked
        operators.change_password(OTHER_PASSWORD, PASSWORD)


def test_only_who_has_signed_in_lately_and_administers_sets_a_password(house: House) -> None:
    nurse = house.operator("nurse", Role.NURSE)
    other, admission = house.other, house.admission
    device = other.side.device_id
    other.sign_in("nurse")
    mine = other.tickets.of(nurse)
    admins = house.one.tickets.of(house.admin)
    assert mine is not None
    assert admins is not None
    with pytest.raises(NotPermitted):
        admission.set_password(device, mine.id, house.admin, OTHER_PASSWORD)
    with pytest.raises(LeaveOver):  # another desk's
        admission.set_password(device, admins.id, nurse, OTHER_PASSWORD)
    with pytest.raises(LeaveOver):
        admission.set_password(device, new_id(), nurse, OTHER_PASSWORD)
    its = house.one.side.device_id
    with pytest.raises(OperatorNotThereYet):
        admission.set_password(its, admins.id, new_id(), OTHER_PASSWORD)
    house.clock.pass_time(hours=12)
    with pytest.raises(LeaveOver):
        house.one.desk.operators.give_password(nurse, OTHER_PASSWORD)
    house.one.sign_in("admin")
    admission.revoke(house.admin)
    with pytest.raises(LeaveOver):
        house.one.desk.operators.give_password(nurse, OTHER_PASSWORD)
    other.sign_in("nurse")  # nothing of it was done


def test_a_password_is_given_at_the_centre_itself(house: House) -> None:
    house.operator("nurse", Role.NURSE)
    house.admission.give_password("nurse", OTHER_PASSWORD)
    house.other.sign_in("nurse", OTHER_PASSWORD)
    with pytest.raises(OperatorNotFound):
        house.admission.give_password("okänd", OTHER_PASSWORD)
    with pytest.raises(LastAdministrator):
        house.admission.disable(house.admin)


def test_a_desk_that_has_not_been_given_the_operator_waits_for_it(house: House) -> None:
    house.one.sign_in("admin")
    added = house.one.desk.operators.add(
        "ny", "Test Ny", roles=frozenset({Role.NURSE}), care_unit=CARE_UNIT
    ).the("operator")
    with pytest.raises(OperatorNotThereYet):
        house.one.desk.operators.give_password(added, PASSWORD)
    house.one.talk(house)
    house.one.desk.operators.give_password(added, PASSWORD)
    with pytest.raises(OperatorNotHereYet):
        house.other.sign_in("ny")
    house.other.talk(house)
    assert house.other.sign_in("ny").id == added


@pytest.mark.parametrize(
    ("state", "kind"),
    [
        ("frozen", DeviceFrozen),
        ("wiping", DeviceFrozen),
        ("hostile", DeviceFrozen),
        ("gone", DeviceUnknown),
    ],
)
def test_nobody_signs_in_at_a_desk_that_is_not_at_work(
    house: House, state: str, kind: type[Exception]
) -> None:
    with house.centre.engine.begin() as connection:
        connection.exec_driver_sql(f"UPDATE centre_devices SET state = '{state}'")
    with pytest.raises(kind):
        house.other.sign_in("admin")
