"""Who may read and write knowledge cards, count questions, and answer who asks about a person."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from kundcenter.domain.switchboard.inquiries import Answer, Asked, Asker, InquiryDraft
from tests.ground import MORNING, Ground
from tests.services.access_rows import CALLS, DIRECTORY, PERSONS
from tests.services.service_desk.service_desk_ground import ASKED, CARD

EDITORS = "ooxxxxxoo"  # the service desk, who leads, administrators
SEEN = "xxxxxxoxx"  # one's own; everybody's for who leads and who reviews the log
SERVICE_DESK = {
    "topics.all": DIRECTORY,
    "topics.versions": DIRECTORY,
    "topics.put": EDITORS,
    "topics.plan": EDITORS,
    "topics.import_": EDITORS,
    "topics.retire": EDITORS,
    "topics.restore": EDITORS,
    "questions.note": CALLS,
    "questions.waiting": EDITORS,
    "questions.settle": EDITORS,
    "questions.counts": EDITORS,
    "inquiries.note": PERSONS,
    "inquiries.latest": SEEN,
}
NONE = UUID(int=7)
REFUSED = InquiryDraft(Asker.PRESS, Asked.IS_HERE, Answer.REFUSED, person_id=NONE)


def service_desk_calls(ground: Ground) -> dict[str, Callable[[], object]]:
    """Each of them that needs arguments, of things that do not exist."""
    topics, questions = ground.desk.topics, ground.desk.questions
    return {
        "topics.put": lambda: topics.put(NONE, CARD, upon=1),
        "topics.plan": lambda: topics.plan(()),
        "topics.import_": lambda: topics.import_(()),
        "topics.retire": lambda: topics.retire(NONE, upon=1),
        "topics.restore": lambda: topics.restore(NONE, upon=1),
        "questions.note": lambda: questions.note(ASKED),
        "questions.counts": lambda: questions.counts(MORNING, MORNING + timedelta(1)),
        "inquiries.note": lambda: ground.desk.inquiries.note(REFUSED),
    }
