"""Cases on the ground of the workstation: late, due today, soon, calm, an injury, e-services."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from uuid import UUID

from kundcenter.domain.access import Role
from kundcenter.domain.case_codes import (
    AnswerBy,
    CaseChannel,
    CaseKind,
    Complainant,
    Injury,
    Said,
    Service,
)
from kundcenter.domain.case_numbers import case_number
from kundcenter.domain.cases import CaseDraft, CaseFacts
from tests.ground import PASSWORD, Ground
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.test_people import beside
from ui.panels.cases import CasesPage

NINE = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)  # a Monday, 09:00 in Sweden
WORDS = "De lyssnade inte på mig"
NAME = "Test Anmälare"
FACTS = CaseFacts(
    complainant=Complainant.PATIENT,
    name=NAME,
    answer_by=AnswerBy.TELEPHONE,
    number="+46701740622",
    words=WORDS,
    summary="Bemötande på akuten",
)


def day(number: int, hour: int = 8) -> datetime:
    """A moment of November 2026, in UTC."""
    return datetime(2026, 11, number, hour, 0, tzinfo=UTC)


@dataclass(slots=True)
class Cased:
    """What was made, by name."""

    cases: dict[str, UUID] = field(default_factory=dict)
    people: dict[str, UUID] = field(default_factory=dict)
    unit: UUID | None = None

    def number(self, name: str) -> str:
        return case_number(self.cases[name])


def furnish_cases(ground: Ground) -> Cased:
    """Who handles cases, and seven of them that the nurse took in."""
    return beside(lambda: _furnished(ground))


def _furnished(ground: Ground) -> Cased:
    made, desk = Cased(), ground.desk
    ground.clock.at = NINE
    desk.sessions.sign_in("admin", PASSWORD)
    for name, role, position in (
        ("leader", Role.SUPERVISOR_NURSE, "Arbetsledare"),
        ("handler", Role.CASE_HANDLER, "Handläggare"),
        ("doctor", Role.MEDICAL_LEAD, "Läkare"),
    ):
        made.people[name] = ground.operator(name, role, position=position)
    ground.sign_in("nurse")
    made.unit = desk.units.all()[0].id
    unit = str(made.unit)
    take = _taking(ground, made)
    take("late", FACTS, day(16))
    take("today", replace(FACTS, kind=CaseKind.VIEW, unit=unit, child=Said.YES), day(19))
    take("soon", replace(FACTS, kind=CaseKind.QUESTION, protected=Said.YES), day(20))
    take("calm", FACTS, day(23, 7))
    take("injury", replace(FACTS, injury=Injury.SUSPECTED, event="2026-10"), day(23, 7),
         confirmed=AnswerBy.TELEPHONE)  # fmt: skip
    service = replace(FACTS, kind=CaseKind.E_SERVICE, answer_by=AnswerBy.INBOX)
    take("service", service, day(23, 6), service=Service.PRESCRIPTION,
         channel=CaseChannel.E_SERVICE)  # fmt: skip
    take("chat", replace(service, kind=CaseKind.ADVICE), day(23, 7).replace(minute=48),
         service=Service.CHAT, channel=CaseChannel.CHAT)  # fmt: skip
    desk.sessions.sign_out()
    return made


def _taking(ground: Ground, made: Cased) -> Callable[..., None]:
    def take(
        name: str,
        facts: CaseFacts,
        received_at: datetime,
        *,
        confirmed: AnswerBy = AnswerBy.UNSAID,
        service: Service | None = None,
        channel: CaseChannel = CaseChannel.TELEPHONE,
    ) -> None:
        draft = CaseDraft(facts, channel, received_at, confirmed, service=service)
        made.cases[name] = ground.desk.cases.register(draft).the("case")

    return take


def page_of(seat: Seat) -> CasesPage:
    (page,) = seat.window.findChildren(CasesPage)
    return page


def begin(seat: Seat, name: str) -> CasesPage:
    seat.sign_in(name)
    seat.settle()
    seat.press("Ctrl+Ä")
    seat.see("Ingen nämns i listorna.")
    seat.settle()
    return page_of(seat)


def listed(seat: Seat) -> list[str]:
    """The numbers in the list, from the top."""
    return [line.case.number for line in page_of(seat).model.records]


def go_to(seat: Seat, id: UUID) -> None:
    page_of(seat).table.setFocus()
    page_of(seat).table.choose(id)
    seat.settle()
