"""An open case at a linked desk: what is claimed is preliminary until the centre has answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest

from kundcenter.domain.case_codes import AnswerBy, CaseChannel, CaseKind, Service
from kundcenter.domain.cases import CaseDraft
from tests.ui.workstation.cased import FACTS, NINE, day
from tests.ui.workstation.joined import Joined
from tests.ui.workstation.open_case import swedish
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.test_claims import looked
from tests.ui.workstation.test_claims import told as told_by_centre
from ui.dialogs.case import CaseDialog

__all__ = ["swedish"]
pytestmark = pytest.mark.usefixtures("swedish")


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


def test_what_one_takes_is_marked_until_the_centre_has_answered(
    joined: Joined, taken_in: UUID, sit: Callable[..., Seat]
) -> None:
    seat = sit()
    seat.until(lambda: looked(seat), "a first look")
    services = seat.workstation._services
    CaseDialog(seat.tasks, services, taken_in, parent=seat.window).open()
    seat.see("Klockor")
    assert "Preliminär" not in seat.reads()
    seat.press("Ctrl+G")
    seat.see("Du har hand om ärendet nu.", "Preliminär")
    joined.accepts(joined.last("cases.assign"))
    told_by_centre(seat, "case")
    seat.see("Bekräftad")
