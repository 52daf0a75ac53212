"""A service desk to test on: its editor, who answers there, and a card."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from kundcenter.domain.access import Role
from kundcenter.domain.service_desk.axes import Axes, Complexity, HandledBy, Nature, Scope
from kundcenter.domain.service_desk.questions import QuestionDraft
from kundcenter.domain.service_desk.topics import Heading, TopicDraft
from kundcenter.services.calls import Ring
from tests.ground import Ground

CARD = TopicDraft(
    heading=Heading.FEES,
    title="Frikort (test)",
    text="Den som har betalat upp till taket får frikort.\n\nPåhittat.",
    link="https://www.1177.se/sa-fungerar-varden/",
    owner="Redaktionen",
    reviewed_on=date(2026, 9, 1),
    words="tak högkostnadsskydd 😀",
    demonstration=True,
)
ADMINISTRATIVE = Axes(Scope.GENERAL, Complexity.SIMPLE, Nature.ADMINISTRATIVE)
ASKED = QuestionDraft(ADMINISTRATIVE, HandledBy.SWITCHBOARD, Heading.FEES)


def staffed(ground: Ground) -> dict[str, UUID]:
    """Who edits the cards sits there; a switchboard operator and a nurse work beside."""
    ids = {"admin": ground.begin()}
    for name, role in (
        ("edda", Role.SERVICE_DESK),
        ("vera", Role.SWITCHBOARD),
        ("nina", Role.NURSE),
        ("lena", Role.SUPERVISOR_SWITCHBOARD),
        ("logg", Role.LOG_REVIEWER),
    ):
        ids[name] = ground.operator(name, role, position="Handläggare")
    ground.sign_in("edda")
    return ids


def card(ground: Ground, draft: TopicDraft = CARD) -> UUID:
    """A card; whoever sits there edits them."""
    return ground.desk.topics.put(None, draft).the("topic")


def answered(ground: Ground, line_call: str = "line-1") -> UUID:
    """A call that whoever sits there has on the line."""
    call = ground.desk.calls.ring(Ring(line_call, "+46701740605")).the("call")
    ground.desk.calls.answer(call)
    return call
