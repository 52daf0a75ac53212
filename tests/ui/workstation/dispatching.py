"""A switchboard to sit at: people in a directory, absences, a turn on call, queues."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from kundcenter.domain.access import Role
from kundcenter.domain.lines import PhoneState, PhoneStates, QueueLoad, QueueLoads
from kundcenter.domain.on_call import Turn
from kundcenter.domain.switchboard.absences import AbsenceDraft, AbsenceReason
from kundcenter.domain.switchboard.contacts import (
    ContactDraft,
    ContactKind,
    ContactNumber,
    NumberKind,
)
from tests.ground import PASSWORD, Ground
from tests.ui.workstation.seat import ANSWERABLE, Seat
from tests.ui.workstation.test_people import beside
from ui.panels.switchboard.dispatch import DispatchPage

SHOWN_NUMBER, HIDDEN_NUMBER = "+46701740631", "+46701740632"


@dataclass(slots=True)
class Board:
    """What was made, by name."""

    contacts: dict[str, UUID] = field(default_factory=dict)
    unit: UUID | None = None


def person(name: str, title: str, extension: str = "", *numbers: ContactNumber) -> ContactDraft:
    return ContactDraft(
        directory="Regionen",
        name=name,
        title=title,
        workplace="Lasarettet",
        municipality="Västervik",
        extension=extension,
        numbers=numbers,
    )


PEOPLE = {
    "anna": person("Anna Testsson", "Överläkare", "3101"),
    "bo": person("Bo Testlund", "Kurator", "3102"),
    "cia": person("Cia Testberg", "Läkare", "", ContactNumber(NumberKind.MOBILE, SHOWN_NUMBER)),
    "doris": person(
        "Doris Testgren", "Psykolog", "", ContactNumber(NumberKind.MOBILE, HIDDEN_NUMBER, True)
    ),
    "erik": person("Erik Testman", "Fysioterapeut"),  # has no number at all
    "gun": person("Gun Testvik", "Dietist", "3104"),
    "hans": person("Hans Teståker", "Vaktmästare", "3105"),
    "fia": person("Fia Testby", "Logoped", "3103"),
    "office": ContactDraft(
        directory="Kommunen",
        name="Biståndskontoret Test",
        kind=ContactKind.FUNCTION,
        numbers=(ContactNumber(NumberKind.DESK, "+46701740633"),),
    ),
}


def furnish_board(ground: Ground) -> Board:
    """People, an absence with a deputy, and a turn on call."""
    return beside(lambda: _furnished(ground))


def _furnished(ground: Ground) -> Board:
    made = Board()
    ground.desk.sessions.sign_in("admin", PASSWORD)
    ground.operator("lead", Role.SUPERVISOR_SWITCHBOARD, position="Arbetsledare")
    ground.desk.sessions.sign_out()
    ground.desk.sessions.sign_in("lead", PASSWORD)
    made.unit = ground.desk.units.directory().cards[0].id
    for name, draft in PEOPLE.items():
        made.contacts[name] = ground.desk.contacts.put(None, draft).the("contact")
    now = ground.clock()
    away = AbsenceDraft(
        AbsenceReason.MEETING, back_at=now + timedelta(hours=2), deputy_id=made.contacts["bo"]
    )
    ground.desk.absences.set(made.contacts["anna"], away)
    ground.desk.absences.set(made.contacts["cia"], AbsenceDraft(AbsenceReason.SICK))
    turn = Turn(
        "Medicinjouren", made.unit, now, now + timedelta(hours=8), 1, "+46701740634", "Test Jour"
    )
    ground.desk.on_call.put(None, turn)
    ground.desk.sessions.sign_out()
    return made


def sit_at_switchboard(seat: Seat, name: str = "switch") -> DispatchPage:
    """On the page of the switchboard, with the whole board, and an exchange that passes on."""
    seat.line.passes_on = True
    seat.sign_in(name)
    seat.press("Ctrl+Å")
    seat.see("Växel", "Inget samtal att koppla")
    page = seat.workstation.pages.dispatch
    seat.until(lambda: bool(page._board.find("Anna Testsson")), "the board")
    return page


def tell_lines(seat: Seat, **states: PhoneState) -> None:
    """What the exchange knows of extensions: x3101=PhoneState.BUSY."""
    told = tuple((name[1:], state) for name, state in states.items())
    seat.line.tell(PhoneStates(told))
    seat.settle()


def tell_queues(seat: Seat, *loads: QueueLoad) -> None:
    seat.line.tell(QueueLoads(loads))
    seat.settle()


def take(seat: Seat) -> str:
    """A call comes, and is answered without leaving the page."""
    line_call = seat.line.ring()
    seat.see("Det ringer")
    seat.let_pass(ANSWERABLE)
    seat.press("Ctrl+Shift+S")
    seat.see("Samtal: 070-174 06 05")
    return line_call


def write_name(seat: Seat, words: str) -> None:
    """Type into the field that is always ready."""
    seat.write(words)
    seat.settle()
