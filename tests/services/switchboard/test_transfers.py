"""A caller is passed on: written down first, and then what came of it."""

from __future__ import annotations

import pytest

from kundcenter.domain.access import MATRIX, Function, NotPermitted, Role
from kundcenter.domain.access_log import Activity
from kundcenter.domain.calls import CallNotFound, CallOfAnother, CallStateWrong
from kundcenter.domain.lines import EndReason, ReturnReason
from kundcenter.domain.people import PersonNotFound, Protection
from kundcenter.domain.switchboard.transfers import (
    TargetKind,
    TransferHow,
    TransferInvalid,
    TransferNotFound,
    TransferOver,
    TransferState,
)
from kundcenter.domain.text import TextInvalid
from kundcenter.services.calls import Ring
from kundcenter.start.desk import new_id
from tests.ground import Ground, rows
from tests.services.switchboard.desk_ground import (
    HIDDEN,
    answered,
    colleague,
    staffed,
    to_contact,
)


def test_words_and_whom_it_is_about_are_there_when_it_rings(ground: Ground) -> None:
    ids = staffed(ground)
    contact, person = colleague(ground), ground.person()
    ground.sign_in("vera")
    call = answered(ground)
    draft = to_contact(call, contact, how=TransferHow.CONSULTED, person_id=person)
    id = ground.desk.transfers.begin(draft).the("transfer")
    (mine,) = ground.desk.transfers.mine()
    assert (mine.id, mine.draft, mine.state) == (id, draft, TransferState.BEGUN)
    assert (mine.begun_by, mine.ended_at, mine.returned) == (ids["vera"], None, None)
    ground.sign_in("vidar")
    arriving = ground.desk.transfers.arriving(str(id))
    assert arriving is not None
    assert (arriving.draft.brief, arriving.draft.person_id) == (draft.brief, person)
    assert arriving.draft.number == ""  # the number that was rung may be hidden
    assert ground.desk.transfers.mine() == ()


@pytest.mark.parametrize("reference", ["", "1234", "x" * 300, "line-1", "\0", "{}"])
def test_what_is_none_of_ours_brings_nothing(ground: Ground, reference: str) -> None:
    staffed(ground)
    assert ground.desk.transfers.arriving(reference) is None
    assert ground.desk.transfers.arriving(str(new_id())) is None


def test_it_is_passed_on_and_comes_back(ground: Ground) -> None:
    staffed(ground)
    contact, call = colleague(ground), answered(ground)
    transfers = ground.desk.transfers
    id = transfers.begin(to_contact(call, contact)).the("transfer")
    transfers.end(id, TransferState.PASSED)
    ground.desk.calls.end(call, EndReason.PASSED)
    assert transfers.mine() == ()
    transfers.end(id, TransferState.RETURNED, ReturnReason.NO_ANSWER)
    (told,) = transfers.of_call(call)
    assert (told.state, told.returned) == (TransferState.RETURNED, ReturnReason.NO_ANSWER)
    assert told.draft == to_contact(call, contact)  # with its words and its target
    for state in (TransferState.PASSED, TransferState.RETURNED, TransferState.FAILED):
        refused = ground.refuses(TransferOver, transfers.end, id, state)
        assert refused == {"id": id, "state": TransferState.RETURNED}


def test_several_tries_for_one_caller_are_kept_in_order(ground: Ground) -> None:
    staffed(ground)
    contact, call = colleague(ground), answered(ground)
    transfers = ground.desk.transfers
    tried = []
    for how, state in (
        (TransferHow.CONSULTED, TransferState.DROPPED),
        (TransferHow.BLIND, TransferState.FAILED),
        (TransferHow.WAITING, TransferState.PASSED),
    ):
        tried.append(transfers.begin(to_contact(call, contact, how=how)).the("transfer"))
        transfers.end(tried[-1], state)
    found = transfers.of_call(call)
    assert [each.id for each in found] == tried
    assert [each.draft.how for each in found] == [
        TransferHow.CONSULTED,
        TransferHow.BLIND,
        TransferHow.WAITING,
    ]
    for id in tried[:2]:
        ground.refuses(TransferOver, transfers.end, id, TransferState.PASSED)
    for state in TransferState:
        if state is not TransferState.RETURNED:
            assert ground.refuses(
                TransferInvalid,
                transfers.end,
                tried[2],
                state,
                ReturnReason.BUSY,
            )
    assert ground.refuses(TransferInvalid, transfers.end, tried[2], TransferState.BEGUN)


def test_only_ones_own_call_is_passed_on_and_only_while_it_is_there(ground: Ground) -> None:
    staffed(ground)
    contact = colleague(ground)
    ground.sign_in("vera")
    begin = ground.desk.transfers.begin
    call = answered(ground)
    ringing = ground.desk.calls.ring(Ring("line-2")).the("call")
    refused = ground.refuses(CallStateWrong, begin, to_contact(ringing, contact))
    assert set(refused) == {"state"}
    ground.sign_in("vidar")
    assert ground.refuses(CallOfAnother, begin, to_contact(call, contact)) == {"id": call}
    ground.sign_in("vera")
    begin(to_contact(call, contact))
    ground.desk.calls.end(call)
    begin(to_contact(call, contact))  # the exchange may have told of the end first
    ground.desk.calls.close(call, "INFO")
    ground.refuses(CallStateWrong, begin, to_contact(call, contact))
    ground.refuses(CallNotFound, begin, to_contact(new_id(), contact))
    assert len(rows(ground.engine, "transfers")["transfers"]) == 2


def test_what_cannot_be_passed_on_leaves_nothing(ground: Ground) -> None:
    staffed(ground)
    contact, call = colleague(ground), answered(ground)
    transfers = ground.desk.transfers
    wrong = to_contact(call, contact, kind=TargetKind.NUMBER, number="112")
    assert ground.refuses(TransferInvalid, transfers.begin, wrong) == {"field": "target"}
    ground.refuses(TextInvalid, transfers.begin, to_contact(call, contact, brief="\0"))
    ground.refuses(PersonNotFound, transfers.begin, to_contact(call, contact, person_id=new_id()))
    ground.refuses(TransferNotFound, transfers.end, new_id(), TransferState.PASSED)
    assert transfers.of_call(call) == () == transfers.mine()


def test_of_a_protected_person_the_calls_number_goes(ground: Ground) -> None:
    staffed(ground)
    contact, person, call = colleague(ground), ground.person(), answered(ground)
    ground.desk.people.protect(person, Protection.CONFIDENTIAL)
    known = len(ground.accesses())
    ground.desk.transfers.begin(to_contact(call, contact))
    assert ground.accesses(known) == ()
    assert not ground.desk.calls.get(call).number_hidden
    id = ground.desk.transfers.begin(to_contact(call, contact, person_id=person)).the("transfer")
    (record,) = ground.accesses(known)
    assert (record.activity, record.person_id, record.object_id) == (Activity.WRITE, person, id)
    assert ground.desk.calls.get(call).number_hidden


def test_words_and_numbers_are_not_for_everybody(ground: Ground) -> None:
    staffed(ground)
    contact = colleague(ground)
    ground.sign_in("vera")
    call = answered(ground)
    transfers = ground.desk.transfers
    transfers.begin(to_contact(call, contact))
    transfers.begin(to_contact(call, contact, kind=TargetKind.NUMBER, number="1177"))
    assert [each.draft.number for each in transfers.of_call(call)] == [HIDDEN, "1177"]
    ground.sign_in("vidar")
    assert [each.draft.number for each in transfers.of_call(call)] == ["", "1177"]
    assert [each.draft.brief for each in transfers.of_call(call)] == ["", ""]
    assert HIDDEN not in repr(transfers.of_call(call))


@pytest.mark.parametrize("role", Role)
def test_those_who_work_calls_pass_them_on(ground: Ground, role: Role) -> None:
    staffed(ground)
    contact = colleague(ground)
    ground.sign_in("admin")
    ground.operator("anybody", role)
    ground.sign_in("anybody")
    transfers = ground.desk.transfers
    if role in MATRIX[Function.WORK_CALLS]:
        call = answered(ground)
        id = transfers.begin(to_contact(call, contact)).the("transfer")
        transfers.end(id, TransferState.PASSED)
        assert transfers.arriving(str(id)) == transfers.of_call(call)[0]
        return
    ground.refuses(NotPermitted, transfers.begin, to_contact(new_id(), contact))
    ground.refuses(NotPermitted, transfers.end, new_id(), TransferState.PASSED)
    ground.refuses(NotPermitted, transfers.arriving, str(new_id()))
    ground.refuses(NotPermitted, transfers.of_call, new_id())
    ground.refuses(NotPermitted, transfers.mine)
