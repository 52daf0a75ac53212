"""A case that one takes at a linked desk is preliminary until the centre has answered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from uuid import UUID

import pytest

from kundcenter.domain.case_codes import AnswerBy, CaseChannel, CaseKind, Service
from kundcenter.domain.case_numbers import case_number
from kundcenter.domain.cases import CaseDraft
from kundcenter.domain.feed import Verdict
from tests.ui.workstation.cased import FACTS, NINE, day
from tests.ui.workstation.joined import Joined
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from tests.ui.workstation.test_claims import looked, told
from tests.ui.workstation.test_people import picture
from tests.ui.workstation.timed import swedish_days
from ui.panels.cases import CasesPage

Sit = Callable[..., Seat]


@pytest.fixture(autouse=True)
def swedish() -> Iterator[None]:
    with swedish_days():
        yield


@pytest.fixture
def taken_in(joined: Joined) -> UUID:
    """What came by an e-service, of which the centre has heard."""
    ground = joined.ground
    ground.clock.at = NINE
    facts = replace(FACTS, kind=CaseKind.E_SERVICE, answer_by=AnswerBy.INBOX)
    draft = CaseDraft(facts, CaseChannel.E_SERVICE, day(20), service=Service.CERTIFICATE)
    made = ground.desk.cases.register(draft).the("case")
    joined.accepts(joined.last("cases.register"))
    joined.rows_come()
    return made


def begin(seat: Seat, case: UUID) -> None:
    seat.until(lambda: looked(seat), "a first look")
    seat.press("Ctrl+Ä")
    seat.see(case_number(case))
    (page,) = seat.window.findChildren(CasesPage)
    page.table.setFocus()
    page.table.choose(case)
    seat.settle()


def test_what_one_takes_is_preliminary_then_ones_own(
    joined: Joined, taken_in: UUID, sit: Sit
) -> None:
    seat = sit()
    begin(seat, taken_in)
    assert "Preliminär" not in seat.reads()
    seat.press("Ctrl+G")
    seat.see("är preliminärt ditt, tills centralen har svarat.", "Mitt", "Preliminär")
    picture(seat, "page-preliminary")
    joined.accepts(joined.last("cases.assign"))
    told(seat, "case")
    seat.see("Bekräftad")


def test_what_a_colleague_took_first_is_told_with_what_to_do(
    joined: Joined, taken_in: UUID, sit: Sit
) -> None:
    seat = sit()
    begin(seat, taken_in)
    seat.press("Ctrl+G")
    seat.see("Preliminär")
    operation = joined.last("cases.assign")
    asked(seat, lambda _: joined.says(operation, Verdict.REJECTED, "case.stale"))
    told(seat, "work_item")
    seat.see("Avvisad")
    seat.press("Ctrl+3")
    seat.see("Ärende fick en annan handläggare")
    seat.settle()
    seat.press("Return")
    seat.see("En kollega hann före. Ta nästa på listan")
    picture(seat, "case-handed-back")
