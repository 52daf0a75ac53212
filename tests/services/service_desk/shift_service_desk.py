"""A shift's work at the service desk: cards, questions, and who asked about a person."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from kundcenter.domain.service_desk.axes import Complexity, HandledBy, Nature, Scope
from kundcenter.domain.service_desk.topics import Heading
from kundcenter.domain.switchboard.inquiries import (
    Answer,
    Asked,
    Asker,
    DisclosureGround,
    InquiryDraft,
)
from tests.ground import Ground
from tests.services.service_desk.service_desk_ground import ADMINISTRATIVE, ASKED, CARD

ODD = "Test \u2028å😀"


def service_desk(ground: Ground, person: UUID, call: UUID, unit: UUID) -> None:
    """Every verb, by somebody who leads and has the call."""
    topic = _topics(ground, unit)
    _questions(ground, call, topic)
    _inquiries(ground, person, call, unit)


def _topics(ground: Ground, unit: UUID) -> UUID:
    topics = ground.desk.topics
    id = topics.put(None, CARD).the("topic")
    topics.put(id, replace(CARD, unit_id=unit, text=ODD, reviewed_on=None), upon=1)
    other = replace(CARD, heading=Heading.OTHER, title="Parkering (test)")
    topics.import_((other, replace(CARD, text="Nytt.")))
    topics.retire(id, upon=3)
    topics.restore(id, upon=4)
    return id


def _questions(ground: Ground, call: UUID, topic: UUID) -> None:
    questions = ground.desk.questions
    questions.note(replace(ASKED, topic_id=topic, call_id=call))
    medical = replace(
        ADMINISTRATIVE,
        scope=Scope.INDIVIDUAL,
        complexity=Complexity.COMPLEX,
        nature=Nature.MEDICAL,
    )
    questions.note(replace(ASKED, axes=medical, handler=HandledBy.PRIMARY_CARE))
    for card in (topic, None):
        asked = questions.note(replace(ASKED, unanswered=ODD))
        questions.settle(asked.the("question"), card)
    questions.note(replace(ASKED, unanswered="Var är kapellet?"))


def _inquiries(ground: Ground, person: UUID, call: UUID, unit: UUID) -> None:
    note = ground.desk.inquiries.note
    note(InquiryDraft(Asker.PRESS, Asked.IS_HERE, Answer.REFUSED, who=ODD))
    disclosed = InquiryDraft(
        Asker.CARE,
        Asked.WHERE,
        Answer.DISCLOSED,
        DisclosureGround.DUTY,
        reason=ODD,
        person_id=person,
        call_id=call,
        called_back=unit,
    )
    note(disclosed)
    note(replace(disclosed, answer=Answer.CALLED_BACK, ground=DisclosureGround.NONE))
