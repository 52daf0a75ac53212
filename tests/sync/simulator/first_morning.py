"""What every world begins with: a centre and five desks on which people have begun to work.

It is made once for a hall, and always the same to the letter; each world gets copies of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from uuid import UUID

from kundcenter.domain.access import Role
from kundcenter.domain.blocks import BlockKind
from kundcenter.domain.callback_queues import MenuCategory, QueueDraft, QueueSpan
from kundcenter.domain.cancellations import CancelFacts, CancelledBy, CancelReason
from kundcenter.domain.case_codes import AnswerBy, CaseField, CaseKind, Duty, Injury
from kundcenter.domain.cases import CaseDraft, CaseFacts, FieldEdit
from kundcenter.domain.devices import Device
from kundcenter.domain.freed_times import WaitDraft
from kundcenter.domain.lines import EndReason
from kundcenter.domain.parts import PartKind
from kundcenter.domain.service_desk.axes import Axes, Complexity, HandledBy, Nature
from kundcenter.domain.service_desk.axes import Scope as Reach
from kundcenter.domain.service_desk.questions import QuestionDraft
from kundcenter.domain.service_desk.topics import Heading, TopicDraft
from kundcenter.domain.snippets import Scope, Wording
from kundcenter.domain.special_notes import SpecialKind
from kundcenter.domain.supervision.call_reviews import Grade, Mark, Pick
from kundcenter.domain.supervision.feedback import About, FeedbackDraft
from kundcenter.domain.supervision.incidents import IncidentKind
from kundcenter.domain.supervision.presences import PresenceKind
from kundcenter.domain.supervision.roster_terms import PATTERNS
from kundcenter.domain.supervision.samples import Frame
from kundcenter.domain.supervision.surveys import Measurement
from kundcenter.domain.supervision.targets import Aim
from kundcenter.domain.supervision.work_turns import planned
from kundcenter.domain.switchboard.absences import AbsenceDraft, AbsenceReason
from kundcenter.domain.switchboard.contacts import ContactDraft
from kundcenter.domain.switchboard.messages import MessageChannel, MessageDraft
from kundcenter.domain.switchboard.modes import Mode
from kundcenter.domain.switchboard.transfers import TargetKind, TransferDraft, TransferHow
from kundcenter.domain.units import UnitKind
from kundcenter.domain.visit_times import NewTime
from kundcenter.operations import Operation
from kundcenter.services.calls import Ring
from kundcenter.sync.exchange import Path as Where
from tests.ground import MAN, MORNING, WHOLE, WOMAN, Clock, identity
from tests.sync.simulator.places import Ids, Judged, Machine, Place, Seat

UNITS = ("SE0000000001-DEMO1", "SE0000000001-DEMO2")
DESKS = (UNITS[0], UNITS[0], UNITS[1], UNITS[0], UNITS[1])  # the care unit of each
LATER = MORNING + timedelta(hours=1)  # when the worlds begin
VISITS = MORNING + timedelta(days=2)  # when the first booked times are
_SPANS = tuple(QueueSpan(day, 0, 24 * 60, 240, 1) for day in range(1, 8))
MOST_STEPS = 50  # of one desk's conversation, while nothing goes wrong


@dataclass(frozen=True, slots=True)
class Begun:
    """A desk as it stands when a world begins."""

    name: str
    device_id: UUID
    care_unit: str
    file: Path
    saved: dict[int, Operation]
    cursors: dict[str, int]

    def place(self, machine: Machine, rng: Random) -> Place:
        """The desk on a machine, its clock up to half an hour off."""
        machine.put(self.file)
        clock = Clock(LATER + timedelta(minutes=rng.randrange(30)))
        place = Place(self.name, machine, self.device_id, self.care_unit, clock, Ids(rng, clock))
        place.saved, place.cursors = dict(self.saved), dict(self.cursors)
        place.open()
        return place


@dataclass(frozen=True, slots=True)
class FirstMorning:
    """The desks, and what the witness beside the centre has noted."""

    desks: tuple[Begun, ...]
    log: tuple[Judged, ...]
    said: dict[tuple[UUID, int], bytes]
    moments: tuple[dict[str, int], ...]

    def remember(self, centre: Seat) -> None:
        """A centre begins where the first morning ended."""
        centre.log = list(self.log)
        centre.said = dict(self.said)
        centre.moments = list(self.moments)


def first_morning(centre: Seat, machine: Machine, empty: Path) -> FirstMorning:
    """Make it, in the centre's empty database and in files beside `empty`."""
    rng = Random("the first morning")
    ids = Ids(rng, centre.clock)
    files = [empty.with_name(f"begun-{number}.db") for number in range(len(DESKS))]
    begun: list[Begun] = []
    for number, deed, talks in _visits():
        if number < len(begun):
            place = begun[number].place(machine, rng)
        else:
            place = _enrolled(centre, machine, empty, f"d{number}", DESKS[number], ids)
        if deed is not None:
            deed(place)
            place.desk.sessions.sign_out()
        if talks:
            talk_out(centre, place)
        place.copy_file(files[number])
        found = Begun(
            place.name,
            place.device_id,
            place.care_unit,
            files[number],
            dict(place.saved),
            place.local.cursors(),
        )
        begun[number : number + 1] = [found]
    return FirstMorning(tuple(begun), tuple(centre.log), dict(centre.said), tuple(centre.moments))


def _visits() -> list[tuple[int, Callable[[Place], None] | None, bool]]:
    """Which desk is seen to, what its operator does there, and whether it talks with the centre."""
    return [
        (0, _furnish, True),
        *((number, None, True) for number in range(1, len(DESKS))),
        (1, _take, False),  # and is turned away, for it was withdrawn first:
        (0, _withdraw, True),
        *((number, None, True) for number in (*range(1, len(DESKS)), *range(len(DESKS)))),
    ]


def _enrolled(centre: Seat, machine: Machine, empty: Path, name: str, unit: str, ids: Ids) -> Place:
    machine.put(empty)
    clock = Clock()
    place = Place(name, machine, ids(), unit, clock, Ids(Random(name), clock))
    place.open()
    enrol(centre, place)
    return place


def enrol(centre: Seat, place: Place) -> None:
    """The centre knows the desk from now on."""
    centre.central.add_device(
        Device(place.device_id, place.name, place.care_unit, b"\0" * 32, centre.clock())
    )


def talk_out(centre: Seat, place: Place) -> None:
    """All that a desk has to say and to hear, with nothing in between."""
    place.exchange.look()
    for _ in range(MOST_STEPS):
        ask = place.exchange.ask()
        place.exchange.hear(centre.answer(place.device_id, ask.path, ask.body))
        if ask.path is Where.WAIT:
            return
    raise AssertionError("the conversation does not end")


def _furnish(place: Place) -> None:
    """An administrator, nurses of two care units, and a little of all that there is."""
    desk = place.desk
    admin = desk.operators.add_first("admin", "Test Administratör").the("operator")
    place.take_seat(admin)
    for name, unit, roles in (
        ("anna", UNITS[0], {Role.NURSE, Role.SUPERVISOR_NURSE, Role.MEDICAL_LEAD}),
        ("bo", UNITS[0], {Role.NURSE}),
        ("cilla", UNITS[1], {Role.NURSE}),
    ):
        desk.operators.add(
            name, f"Test {name}", roles=frozenset(roles), position="SSK", care_unit=unit
        )
    for number in range(2):  # there are cards to change, and units to redirect to each other
        desk.units.add(
            f"SE0000000001-VC{number}",
            "Vårdcentralen Test",
            kind=UnitKind.PRIMARY_CARE,
            municipality="Jönköping",
            phone="+46701740605",
            hours="08–17",
        )
    place.take_seat(place.ids_of("operators", "user_name = 'anna'")[0])
    person = desk.people.register(identity(WOMAN), "Test", "Person").the("person")
    bo = place.ids_of("operators", "user_name = 'bo'")[0]
    for _ in range(2):
        call = desk.calls.register(None).the("call")
        desk.calls.open_part(call, PartKind.ADVICE)
        desk.calls.hand_over(call, bo, "Ring upp")
    man = desk.people.register(identity(MAN), "Test", "Person").the("person")
    nobody = desk.people.register_unidentified("Man utan papper").the("person")
    desk.people.merge(man, nobody, "Samma person")
    desk.people.register_unidentified("Kvinna i gul jacka")
    desk.people.note_special(man, SpecialKind.HEARING, "Hör illa")
    desk.blocks.set(man, BlockKind.INNER, UNITS[1])
    for signed in (True, False):
        entry = desk.journal.write(person, WHOLE).the("entry")
        if signed:
            desk.journal.sign(entry, upon=1)
    desk.snippets.add(Scope.TEAM, Wording("allm", "Råd", "Vila 100 %."))
    _claimable(place, (person, man))
    _cases(place)
    _switchboard(place, call)
    _leading(place, bo)


def _claimable(place: Place, people: tuple[UUID, UUID]) -> None:
    """A queue with few seats, times of visits, one of them freed, and somebody who waits."""
    desk, (unit, *_) = place.desk, place.ids_of("units", "1 = 1")
    desk.callback_queues.put(None, QueueDraft(unit, MenuCategory.ADVICE, _SPANS))
    half = timedelta(minutes=30)
    slots = desk.timeslots.add(
        tuple(
            NewTime(unit, "NYBESOK", VISITS + half * 2 * at, VISITS + half * (2 * at + 1))
            for at in range(3)
        )
    ).of("timeslot")
    for at, who in enumerate(people):
        desk.bookings.book(slots[at], who)
    booking = place.ids_of("bookings", "1 = 1")[0]
    desk.bookings.cancel(booking, CancelFacts(CancelledBy.PATIENT, CancelReason.DOES_NOT_SUIT))
    for who in people:
        desk.wait_list.add(
            WaitDraft(
                person_id=who,
                unit_id=unit,
                time_type="NYBESOK",
                number="+46701740607",
                notice=timedelta(),
            )
        )


def _cases(place: Place) -> None:
    """One that waits for whoever asked, one that is over, one for the chief, and a difference."""
    cases = place.desk.cases
    waits, over, alerts, differs = (
        cases.register(CaseDraft(CaseFacts(kind=kind, answer_by=AnswerBy.LETTER, injury=injury)))
        for kind, injury in (
            (CaseKind.ADVICE, Injury.UNSAID),
            (CaseKind.COMPLAINT, Injury.UNSAID),
            (CaseKind.COMPLAINT, Injury.SUSPECTED),
            (CaseKind.ADVICE, Injury.UNSAID),
        )
    )
    cases.ask(waits.the("case"), "När?", by_way=AnswerBy.LETTER, waits=True, day=None)
    cases.close(over.the("case"), upon=0, text="Nöjd")
    cases.inform(alerts.the("case"), (Duty.EVENT,))
    cases.edit(differs.the("case"), (FieldEdit(CaseField.SUMMARY, "Ett", "Ingen ringde"),))


def _switchboard(place: Place, call: UUID) -> None:
    """Whom the call is passed on to, messages to another, a card, an open question."""
    desk = place.desk
    rows = tuple(ContactDraft("Regionen", f"Test {key}", key=key) for key in "ab")
    away, other = desk.contacts.import_("Regionen", rows).of("contact")
    desk.absences.set(away, AbsenceDraft(AbsenceReason.COURSE, deputy_id=other))
    mail = MessageDraft(MessageChannel.MAIL, "Ring upp", away, address="test@example.com")
    for draft in (mail, mail, replace(mail, channel=MessageChannel.PRINT, address="")):
        desk.messages.write(draft)
    on_line = TransferDraft(call, TargetKind.CONTACT, TransferHow.BLIND, other, brief="En faktura")
    desk.transfers.begin(on_line)
    for line_call in ("line-1", "line-2"):
        missed = desk.calls.ring(Ring(line_call, "+46701740605")).the("call")
        desk.calls.end(missed, EndReason.ABANDONED)
    desk.modes.set(Mode.DAY, "Övning")
    desk.topics.put(None, TopicDraft(Heading.FEES, "Avgift", "Text", owner="Redaktionen"))
    axes = Axes(Reach.GENERAL, Complexity.SIMPLE, Nature.ADMINISTRATIVE)
    asked = QuestionDraft(axes, HandledBy.SWITCHBOARD, Heading.FEES, unanswered="Var är kapellet?")
    desk.questions.note(asked)


def _leading(place: Place, bo: UUID) -> None:
    """A turn, a target, a measurement, a closed queue, what disturbs, a sample, a break.

    And a call that bo had, of which something is written.
    """
    desk = place.desk
    anna = desk.seat.actor.operator_id
    place.take_seat(bo)
    had = desk.calls.register(None).the("call")
    desk.calls.end(had, EndReason.OTHER)
    desk.calls.close(had, "INFO")
    place.take_seat(anna)
    review = desk.call_reviews.begin((Pick(had, bo),)).the("call_review")
    desk.call_reviews.write(review, (Mark("O1", Grade.YES),), "Bra")
    desk.roster.put(None, planned(PATTERNS[0], date(2026, 12, 1), bo, Role.NURSE))
    desk.targets.put(None, Aim("ANSW", 85_000, queue="växel", valid_from=date(2026, 1, 1)))
    desk.surveys.put(None, Measurement("NKI", date(2026, 1, 1), date(2026, 6, 30), 81_000))
    desk.queue_closures.close("växel", "Utbildning")
    desk.incidents.note(IncidentKind.RECORD, "Långsamt")
    desk.feedback.send(FeedbackDraft(About.RULES, "Fel", name="Regler"))
    calls = tuple(place.ids_of("calls", "1 = 1"))
    frame = Frame(MORNING, MORNING + timedelta(days=1), "2026", 9)
    desk.samples.draw(frame, calls, len(calls))
    desk.presences.begin()
    desk.presences.begin(PresenceKind.PAUSE)


def _take(place: Place) -> None:
    """Bo takes the call that he was offered first."""
    place.take_seat(place.ids_of("operators", "user_name = 'bo'")[0])
    place.desk.calls.take(_offered(place))


def _withdraw(place: Place) -> None:
    """Anna takes it back."""
    place.take_seat(place.ids_of("operators", "user_name = 'anna'")[0])
    place.desk.calls.withdraw(_offered(place))


def _offered(place: Place) -> UUID:
    return UUID(bytes=place.rows("SELECT call_id FROM hand_overs ORDER BY id")[0].call_id)


__all__ = [
    "LATER",
    "UNITS",
    "VISITS",
    "Begun",
    "FirstMorning",
    "enrol",
    "first_morning",
    "talk_out",
]
