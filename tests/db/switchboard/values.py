"""Values of the switchboard with something in every field."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Engine

from db.base import Unit
from db.switchboard.contacts import SqlContacts
from kundcenter.domain.lines import ReturnReason
from kundcenter.domain.service_desk.axes import Axes, Complexity, HandledBy, Nature, Scope
from kundcenter.domain.service_desk.questions import Question, QuestionDraft
from kundcenter.domain.service_desk.topics import Heading, Topic, TopicDraft
from kundcenter.domain.switchboard.absences import Absence, AbsenceReason
from kundcenter.domain.switchboard.contacts import (
    Contact,
    ContactDraft,
    ContactKind,
    ContactNumber,
    NumberKind,
)
from kundcenter.domain.switchboard.inquiries import (
    Answer,
    Asked,
    Asker,
    DisclosureGround,
    Inquiry,
    InquiryDraft,
)
from kundcenter.domain.switchboard.messages import (
    Message,
    MessageChannel,
    MessageDraft,
    MessageState,
)
from kundcenter.domain.switchboard.modes import Mode, ModeOrder
from kundcenter.domain.switchboard.transfers import (
    TargetKind,
    Transfer,
    TransferDraft,
    TransferHow,
    TransferState,
)
from kundcenter.start.desk import new_id
from tests.ground import MORNING

HOUR = timedelta(hours=1)
ME = UUID(int=7)
NUMBERS = (
    ContactNumber(NumberKind.DESK, "+4684650040"),
    ContactNumber(NumberKind.MOBILE, "+46701740605", hidden=True),
)


@contextmanager
def on(engine: Engine) -> Iterator[Unit]:
    """What is written is gone afterwards."""
    with engine.connect() as connection:
        yield Unit(connection)
        connection.rollback()


def contact(name: str = "Test Testsson", **given: Any) -> Contact:
    version = {each: given.pop(each) for each in ("number", "retired_at") if each in given}
    draft = ContactDraft(**{"directory": "Regionen", "name": name, **given})
    return Contact(new_id(), draft, **version)


def full_contact(unit: UUID) -> Contact:
    draft = ContactDraft(
        directory="Kommunen",
        name="Växeln ”Å” 😀",
        kind=ContactKind.FUNCTION,
        title="Handläggare",
        unit_id=unit,
        workplace="Stadshuset",
        municipality="Jönköping",
        numbers=NUMBERS,
        extension="3101",
        email="test@example.com",
        words="bygglov, sophämtning",
        comment="Telefontid 9–11",
        key="K-17",
    )
    return Contact(new_id(), draft, 3, MORNING, ME, MORNING + HOUR)


def kept(unit: Unit, *given: Contact) -> None:
    store = SqlContacts(unit)
    for each in given:
        store.put(each)


def absence(of: UUID, **given: Any) -> Absence:
    plain: dict[str, Any] = {
        "reason": AbsenceReason.LUNCH,
        "starts_at": MORNING,
        "back_at": None,
        "deputy_id": None,
        "comment": "",
        "set_by": ME,
    }
    return Absence(new_id(), of, **{**plain, **given})


def full_absence(of: UUID, deputy: UUID) -> Absence:
    return absence(
        of,
        reason=AbsenceReason.SICK,
        back_at=MORNING + HOUR,
        deputy_id=deputy,
        comment="Ring Test",
        ended_at=MORNING + 2 * HOUR,
        ended_by=new_id(),
    )


def order(**given: Any) -> ModeOrder:
    plain: dict[str, Any] = {"reason": "Storm", "starts_at": MORNING, "ends_at": None}
    return ModeOrder(new_id(), Mode.NIGHT, **{**plain, **given}, set_by=ME)


def message(**given: Any) -> Message:
    own = {each.name for each in fields(Message)}
    version = {name: given.pop(name) for name in list(given) if name in own}
    plain: dict[str, Any] = {
        "state": MessageState.WAITING,
        "written_at": MORNING,
        "written_by": ME,
        "state_at": MORNING,
    }
    draft = MessageDraft(**{"channel": MessageChannel.MAIL, "text": "Ring upp", **given})
    return Message(new_id(), draft, **{**plain, **version})


def full_message(contact: UUID, unit: UUID, person: UUID) -> Message:
    return message(
        channel=MessageChannel.SMS,
        text="Ring ”Test” – bråttom 😀",
        contact_id=contact,
        unit_id=unit,
        address="+46701740605",
        callback="+46701740606",
        caller="en dotter",
        template="RING",
        urgent=True,
        read_back=True,
        call_id=new_id(),
        person_id=person,
        state=MessageState.FAILED,
        state_at=MORNING + HOUR,
        tries=2,
    )


def transfer(call: UUID, **given: Any) -> Transfer:
    own = {each.name for each in fields(Transfer)}
    version = {name: given.pop(name) for name in list(given) if name in own}
    plain: dict[str, Any] = {
        "state": TransferState.BEGUN,
        "begun_at": MORNING,
        "begun_by": ME,
    }
    draft = TransferDraft(
        call, **{"kind": TargetKind.NUMBER, "how": TransferHow.BLIND, "number": "1177", **given}
    )
    return Transfer(new_id(), draft, **{**plain, **version})


def full_transfer(person: UUID) -> Transfer:
    return transfer(
        new_id(),
        kind=TargetKind.CONTACT,
        how=TransferHow.CONSULTED,
        target_id=new_id(),
        number="+46701740605",
        queue="Radgivning",
        brief="Undrar över ”räkningen”",
        person_id=person,
        state=TransferState.RETURNED,
        ended_at=MORNING + HOUR,
        returned=ReturnReason.NO_ANSWER,
    )


def inquiry(**given: Any) -> Inquiry:
    own = {each.name for each in fields(Inquiry)}
    version = {name: given.pop(name) for name in list(given) if name in own}
    plain: dict[str, Any] = {"at": MORNING, "by": ME}
    draft = InquiryDraft(
        **{"asker": Asker.PRESS, "asked": Asked.IS_HERE, "answer": Answer.REFUSED, **given}
    )
    return Inquiry(new_id(), draft, **{**plain, **version})


def full_inquiry(person: UUID) -> Inquiry:
    return inquiry(
        asker=Asker.POLICE,
        asked=Asked.DETAILS,
        answer=Answer.CALLED_BACK,
        ground=DisclosureGround.DUTY,
        reason="Anmälan enligt lag",
        who="Test Polis",
        person_id=person,
        call_id=new_id(),
        called_back=new_id(),
        protected=True,
    )


def topic(id: UUID | None = None, number: int = 1, **given: Any) -> Topic:
    plain = {"heading": Heading.FEES, "title": "Avgift", "text": "Text"}
    changed = {"changed_at": MORNING, "changed_by": ME, "retired_at": given.pop("retired_at", None)}
    return Topic(id or new_id(), TopicDraft(**{**plain, **given}), number, **changed)


def full_topic(unit: UUID) -> Topic:
    return topic(
        heading=Heading.END_OF_LIFE,
        title="När någon dör",
        text="”Så här” gör du 😀",
        link="https://www.1177.se/",
        unit_id=unit,
        owner="Redaktionen",
        reviewed_on=date(2026, 11, 1),
        words="begravning",
        demonstration=True,
        retired_at=MORNING + HOUR,
    )


AXES = Axes(Scope.INDIVIDUAL, Complexity.COMPLEX, Nature.MEDICAL)


def question(**given: Any) -> Question:
    own = {each.name for each in fields(Question)}
    version = {name: given.pop(name) for name in list(given) if name in own}
    plain: dict[str, Any] = {"at": MORNING, "by": ME}
    draft = QuestionDraft(
        **{"axes": AXES, "handler": HandledBy.NURSE_LINE, "heading": Heading.FEES, **given}
    )
    return Question(new_id(), draft, **{**plain, **version})


def full_question(topic: UUID) -> Question:
    return question(
        topic_id=topic,
        unanswered="Vad kostar intyg?",
        call_id=new_id(),
        settled_at=MORNING + HOUR,
        settled_by=new_id(),
        settled_by_topic=topic,
    )


def empty_fields(value: Any) -> list[str]:
    """Of a value and of those that it holds."""
    return [each.name for each in fields(value) if getattr(value, each.name) in (None, "", ())]
