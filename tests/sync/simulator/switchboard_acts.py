"""What operators do at the switchboard and at the service desk, often with the same record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from random import Random
from uuid import UUID

from kundcenter.domain.lines import EndReason, ReturnReason
from kundcenter.domain.service_desk.axes import Axes, Complexity, HandledBy, Nature, Scope
from kundcenter.domain.service_desk.questions import QuestionDraft
from kundcenter.domain.service_desk.topics import Heading, TopicDraft
from kundcenter.domain.switchboard.absences import AbsenceDraft, AbsenceReason
from kundcenter.domain.switchboard.contacts import ContactDraft, ContactNumber, NumberKind
from kundcenter.domain.switchboard.inquiries import (
    Answer,
    Asked,
    Asker,
    DisclosureGround,
    InquiryDraft,
)
from kundcenter.domain.switchboard.messages import MessageChannel, MessageDraft
from kundcenter.domain.switchboard.modes import Mode
from kundcenter.domain.switchboard.terms_default import DEFAULT
from kundcenter.domain.switchboard.transfers import (
    TargetKind,
    TransferDraft,
    TransferHow,
    TransferState,
)
from kundcenter.services.calls import Ring
from tests.ground import NUMBER
from tests.sync.simulator.choosing import Chooser
from tests.sync.simulator.places import Place

DIRECTORY = "Regionen"
MISSED = "state IN ('AVBRUTET_I_KO', 'VIDARE') AND handled_at IS NULL"
OPEN = "state IN ('VANTAR', 'EJ_LEVERERAT')"
ENDS = (TransferState.PASSED, TransferState.RETURNED, TransferState.FAILED)


class SwitchboardActs(Chooser):
    """One operator's next act, by how often it is done."""

    def __init__(self, rng: Random) -> None:
        super().__init__(rng)
        self.mix: dict[Callable[[Place], object], int] = {
            self._contact_put: 3,
            self._contact_import: 2,
            self._contact_retire: 4,
            self._absence_set: 2,
            self._absence_end: 2,
            self._terms_publish: 2,
            self._mode_set: 5,
            self._mode_lift: 5,
            self._message_write: 3,
            self._message_sent: 2,
            self._message_failed: 2,
            self._message_printed: 2,
            self._message_received: 3,
            self._message_withdraw: 2,
            self._transfer_begin: 7,
            self._transfer_end: 2,
            self._inquiry: 2,
            self._topic_put: 3,
            self._topic_import: 4,
            self._topic_retire: 4,
            self._question: 2,
            self._question_settle: 2,
            self._missed: 3,
            self._mark_handled: 2,
        }

    # -- directories -----------------------------------------------------------------------------

    def _contact_put(self, place: Place) -> None:
        """A new row by hand, or another title on one that others change too."""
        there = place.desk.contacts.all()
        if not there or self._rng.random() < 0.3:
            place.desk.contacts.put(None, self._contact(""))
            return
        old = self._rng.choice(there)
        told = replace(old.told, title=self._rng.choice(["Läkare", "Kurator", ""]))
        place.desk.contacts.put(old.id, told, upon=old.number)

    def _contact_import(self, place: Place) -> None:
        """Of one file, which other desks bring in too."""
        some = self._rng.sample("abcdef", 3)
        place.desk.contacts.import_(DIRECTORY, tuple(map(self._contact, some)))
        if self._rng.random() < 0.3:
            place.desk.contacts.retire_others(DIRECTORY, (self._rng.choice("abcdef"),))

    def _contact(self, key: str) -> ContactDraft:
        return ContactDraft(
            DIRECTORY,
            f"Test {key or self._rng.choice('ÅÄÖ')}",
            title=self._rng.choice(["Läkare", "Kurator"]),
            numbers=(ContactNumber(NumberKind.MOBILE, NUMBER, hidden=True),),
            email="test@example.com",
            key=key,
        )

    def _contact_retire(self, place: Place) -> None:
        id = self._one(place, "contacts", "retired_at IS NULL")
        (contact,) = place.desk.contacts.some((id,))
        place.desk.contacts.retire(id, upon=contact.number)

    def _absence_set(self, place: Place) -> None:
        reason = self._rng.choice(list(AbsenceReason))
        back = self._rng.choice([None, place.clock() + timedelta(hours=2)])
        draft = AbsenceDraft(reason, back_at=back, comment=self._rng.choice(["", "Ring Test"]))
        place.desk.absences.set(self._one(place, "contacts"), draft)

    def _absence_end(self, place: Place) -> None:
        place.desk.absences.end(self._one(place, "absences", "ended_at IS NULL"))

    # -- terms and modes -------------------------------------------------------------------------

    def _terms_publish(self, place: Place) -> None:
        latest = place.desk.switchboard_terms.current()
        content = replace(DEFAULT, secrecy=(*DEFAULT.secrecy, place.name))
        upon = latest.number if latest else 0
        place.desk.switchboard_terms.publish(content, upon=upon)

    def _mode_set(self, place: Place) -> None:
        until = self._rng.choice([None, place.clock() + timedelta(hours=1)])
        place.desk.modes.set(self._rng.choice(list(Mode)), "Storm", until)

    def _mode_lift(self, place: Place) -> None:
        place.desk.modes.lift(self._one(place, "mode_orders", "lifted_at IS NULL"))

    # -- messages --------------------------------------------------------------------------------

    def _message_write(self, place: Place) -> None:
        by_mail = self._rng.random() < 0.7
        place.desk.messages.write(
            MessageDraft(
                MessageChannel.MAIL if by_mail else MessageChannel.PRINT,
                self._text(),
                self._one(place, "contacts", "retired_at IS NULL"),
                address="test@example.com" if by_mail else "",
                callback=NUMBER,
                urgent=self._rng.random() < 0.2,
                person_id=self._rng.choice([None, self._person(place)]),
            )
        )

    def _message_sent(self, place: Place) -> None:
        place.desk.messages.sent(self._one(place, "messages", f"{OPEN} AND channel = 'EPOST'"))

    def _message_failed(self, place: Place) -> None:
        place.desk.messages.failed(self._one(place, "messages", OPEN), "mail.away")

    def _message_printed(self, place: Place) -> None:
        place.desk.messages.printed(self._one(place, "messages"))

    def _message_received(self, place: Place) -> None:
        place.desk.messages.received(self._one(place, "messages", "state <> 'MOTTAGET'"))

    def _message_withdraw(self, place: Place) -> None:
        place.desk.messages.withdraw(self._one(place, "messages", OPEN))

    # -- calls -----------------------------------------------------------------------------------

    def _transfer_begin(self, place: Place) -> None:
        mine = place.desk.seat.actor.operator_id.hex
        call = self._one(
            place,
            "calls",
            f"state IN ('PAGAENDE', 'PARKERAD') AND lower(hex(operator_id)) = '{mine}'",
        )
        draft = TransferDraft(
            call,
            TargetKind.CONTACT,
            self._rng.choice(list(TransferHow)),
            self._one(place, "contacts"),
            number=NUMBER,
            brief=self._rng.choice(["", "Undrar över räkningen"]),
            person_id=self._rng.choice([None, self._person(place)]),
        )
        place.desk.transfers.begin(draft)

    def _transfer_end(self, place: Place) -> None:
        state = self._rng.choice(ENDS)
        why = self._rng.choice(list(ReturnReason)) if state is TransferState.RETURNED else None
        id = self._one(place, "transfers", "state IN ('PAGAR', 'KOPPLAD')")
        place.desk.transfers.end(id, state, why)

    def _missed(self, place: Place) -> None:
        line_call = f"{place.name}-{self._rng.randrange(10**6)}"
        reference = self._rng.choice(["", str(UUID(int=self._rng.getrandbits(128)))])
        ring = Ring(line_call, NUMBER, reference=reference)
        call = place.desk.calls.ring(ring).the("call")
        place.desk.calls.end(call, EndReason.ABANDONED)

    def _mark_handled(self, place: Place) -> None:
        some = {self._one(place, "calls", MISSED) for _ in range(2)}
        place.desk.calls.mark_handled(tuple(sorted(some)))

    def _inquiry(self, place: Place) -> None:
        answer = self._rng.choice([Answer.REFUSED, Answer.REFERRED, Answer.DISCLOSED])
        told = answer is Answer.DISCLOSED
        place.desk.inquiries.note(
            InquiryDraft(
                self._rng.choice(list(Asker)),
                self._rng.choice(list(Asked)),
                answer,
                DisclosureGround.CONSENT if told else DisclosureGround.NONE,
                "Patienten har sagt ja" if told else "",
                person_id=self._person(place),
            )
        )

    # -- the service desk ------------------------------------------------------------------------

    def _topic(self, title: str) -> TopicDraft:
        return TopicDraft(Heading.FEES, title, self._text(), owner="Redaktionen")

    def _topic_put(self, place: Place) -> None:
        there = [each for each in place.desk.topics.all() if each.retired_at is None]
        if not there or self._rng.random() < 0.3:
            place.desk.topics.put(None, self._topic(f"Kort {self._rng.randrange(10**6)}"))
            return
        old = self._rng.choice(there)
        told = replace(old.told, text=self._text())
        place.desk.topics.put(old.id, told, upon=old.number)

    def _topic_import(self, place: Place) -> None:
        """Of one file, which other desks bring in too."""
        titles = self._rng.sample(["Frikort", "Remiss", "Intyg"], 2)
        place.desk.topics.import_(tuple(map(self._topic, titles)))

    def _topic_retire(self, place: Place) -> None:
        id = self._one(place, "topics")
        (topic,) = (each for each in place.desk.topics.all() if each.id == id)
        topics = place.desk.topics
        (topics.retire if topic.retired_at is None else topics.restore)(id, upon=topic.number)

    def _question(self, place: Place) -> None:
        axes = Axes(Scope.GENERAL, Complexity.SIMPLE, Nature.ADMINISTRATIVE)
        topic = self._rng.choice([None, *place.ids_of("topics", "retired_at IS NULL")])
        place.desk.questions.note(
            QuestionDraft(
                axes,
                HandledBy.SWITCHBOARD,
                Heading.FEES,
                topic,
                "" if topic else self._rng.choice(["", "Får man ta med hund?"]),
            )
        )

    def _question_settle(self, place: Place) -> None:
        id = self._one(place, "questions", "unanswered <> '' AND settled_at IS NULL")
        topic = self._rng.choice([None, *place.ids_of("topics", "retired_at IS NULL")])
        place.desk.questions.settle(id, topic)
