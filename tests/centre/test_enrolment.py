"""A desk is let in by a code that is used once, and by nobody who guesses."""

from __future__ import annotations

import pytest

from kundcenter.adapters.centre_faults import CentreAway, CentreRefused
from kundcenter.domain.enrolment import Enrol, code_hash, code_text, enrol_text
from kundcenter.start.desk import new_id
from kundcenter.sync.wire import pack
from tests.centre.ground import JSON, House
from tests.ground import CARE_UNIT

pytestmark = pytest.mark.loopback


def refused(house: House, code: str) -> tuple[object, object]:
    with pytest.raises(CentreRefused) as caught:
        house.client().enrol(code)
    return caught.value.facts["code"], caught.value.facts["told"]


def test_a_code_lets_one_desk_in_under_the_name_it_was_made_for(house: House) -> None:
    id = new_id()
    enrolled = house.client(id).enrol(house.invited("Plats 7"))
    assert (enrolled.device_id, enrolled.name, enrolled.care_unit) == (id, "Plats 7", CARE_UNIT)
    assert enrolled.epoch == house.centre.central.epoch()
    assert house.centre.central.device(id).public_key == house.key(id).public


def test_a_used_an_old_and_a_wrong_code_meet_the_same_words(house: House) -> None:
    used, old = house.invited(), house.invited()
    house.client().enrol(used)
    answers = {str(refused(house, used)), str(refused(house, code_text(b"x" * 16)))}
    house.centre.clock.pass_time(hours=25)
    answers.add(str(refused(house, old)))
    assert answers == {str(("enrolment.code_refused", {}))}


def test_the_same_desk_with_the_same_code_meets_the_same_answer(house: House) -> None:
    id, code = new_id(), house.invited()
    first = house.client(id).enrol(code)
    house.centre.clock.pass_time(hours=30)  # the first answer was lost, and the desk was shut
    assert house.client(id).enrol(code) == first
    assert house.client(id).enrol(house.invited("Another name")) == first


def test_a_desk_that_has_come_back_with_another_key_is_not_let_in(house: House) -> None:
    id, code = new_id(), house.invited()
    house.client(id).enrol(code)
    house.keys[id] = house.key(new_id())
    for each in (code, house.invited()):
        with pytest.raises(CentreRefused) as caught:
            house.client(id).enrol(each)
        assert caught.value.facts["code"] == "enrolment.code_refused"


def test_nobody_is_enrolled_with_a_key_that_is_not_theirs(house: House) -> None:
    id, code = new_id(), house.invited()
    message = Enrol(id, house.key(id).public, code, house.key(new_id()).sign(enrol_text(id, code)))
    response = house.raw().post("/v1/enrol", content=pack(message), headers=JSON)
    assert (response.status_code, response.json()["code"]) == (403, "enrolment.code_refused")
    assert house.centre.central.devices() == ()


def test_after_five_wrong_codes_an_address_has_to_wait(house: House) -> None:
    code = house.invited()
    for n in range(5):
        refused(house, code_text(bytes([n]) * 16))
    with pytest.raises(CentreAway) as caught:
        house.client().enrol(code)
    assert caught.value.facts["why"] == "too_often"
    pause = caught.value.facts["retry_after"]
    assert isinstance(pause, int)
    assert 1 <= pause <= 60
    house.service._guesses._wrong = {"127.0.0.1": [-1000.0] * 5}  # a minute has gone by
    house.client().enrol(code)


def test_right_codes_are_not_counted(house: House) -> None:
    for _ in range(8):
        house.enrolled()


@pytest.mark.parametrize("typed", ["{}", " {} ", "{lower}", "{together}", "{spaced}", "{misread}"])
def test_a_code_may_be_typed_as_it_comes(typed: str) -> None:
    code = code_text(bytes(range(16)))
    told = typed.format(
        code,
        lower=code.lower(),
        together=code.replace("-", ""),
        spaced=code.replace("-", " "),
        misread=code.replace("O", "0").replace("I", "1").replace("B", "8"),
    )
    assert code_hash(told) == code_hash(code)
    assert code_hash(told) != code_hash(code[:-1])
