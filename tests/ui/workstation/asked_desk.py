"""A service desk in a window: an editor, the demonstration cards, a directory."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from kundcenter.demo.topics import cards
from kundcenter.domain.access import Role
from kundcenter.domain.calendar import local
from kundcenter.domain.service_desk.topics import TopicDraft
from kundcenter.domain.switchboard.contacts import ContactDraft, ContactNumber, NumberKind
from tests.ground import Ground
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.test_people import beside
from ui.theme.fonts import load_fonts

Sit = Callable[[str], Seat]
HIDDEN = "+46701740699"
POLICE = ContactDraft(
    directory="Myndigheter (test)",
    name="Polisens ledningscentral (test)",
    workplace="Testort",
    numbers=(
        ContactNumber(NumberKind.OTHER, HIDDEN, hidden=True),
        ContactNumber(NumberKind.DESK, "+46313900601"),
    ),
)
GUARD = ContactDraft(
    directory="Myndigheter (test)",
    name="Vakten (test)",
    numbers=(ContactNumber(NumberKind.OTHER, HIDDEN, hidden=True),),
)


def furnish_service_desk(ground: Ground) -> dict[str, UUID]:
    """An editor at the service desk, a supervisor, the cards by title, two rows of a directory."""
    desk = ground.desk
    ground.sign_in("admin")
    ground.operator("service", Role.SERVICE_DESK, position="Servicehandläggare")
    ground.operator("leader", Role.SUPERVISOR_SWITCHBOARD, position="Gruppledare")
    for row in (POLICE, GUARD):
        desk.contacts.put(None, row)
    today = local(desk.now()).date()
    unit = desk.units.directory().cards[0].id
    ids = {}
    for card in cards():
        draft = TopicDraft(
            heading=card.heading,
            title=card.title,
            text=card.text,
            link=card.link,
            unit_id=unit if card.unit is not None else None,
            owner=card.owner,
            reviewed_on=today - timedelta(days=card.read),
            words=card.words,
            demonstration=True,
        )
        ids[card.title] = desk.topics.put(None, draft).the("topic")
    desk.sessions.sign_out()
    return ids


@pytest.fixture
def topics(ground: Ground) -> dict[str, UUID]:
    return beside(lambda: furnish_service_desk(ground))


@pytest.fixture
def sit_down(
    ground: Ground, topics: dict[str, UUID], tmp_path: Path, qtbot: QtBot
) -> Iterator[Sit]:
    load_fonts()
    seats: list[Seat] = []

    def seated(name: str) -> Seat:
        seats.append(Seat(ground, tmp_path))
        seats[-1].sign_in(name)
        seats[-1].settle()
        return seats[-1]

    yield seated
    for seat in seats:
        seat.leave()
