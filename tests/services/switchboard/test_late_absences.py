"""Absences that several desks set and ended apart, told in every order; and one of nobody known."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import permutations
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from db.store import SqlStore, StoreTerms
from kundcenter.domain.switchboard.absences import AbsenceDraft, AbsenceReason
from kundcenter.domain.switchboard.contacts import ContactDraft
from kundcenter.operations import Operation
from kundcenter.start.desk import published_codes
from kundcenter.sync.replay import rerun
from tests.ground import PASSWORD, Ground, rows
from tests.services.switchboard.desk_ground import colleague, staffed
from tests.services.switchboard.test_late import Act, Apart

SICK, MEETING = AbsenceDraft(AbsenceReason.SICK), AbsenceDraft(AbsenceReason.MEETING)


class Away(Apart):
    """Somebody is away, and all desks know it."""

    def heard(self, told: Sequence[tuple[UUID, Operation]]) -> dict[str, list[dict[str, Any]]]:
        with self.copy("centre") as engine:
            for device, operation in told:
                terms = StoreTerms(device, published_codes())
                rerun(partial(SqlStore, engine, terms=terms))(operation)
            return rows(engine, "absences")


@pytest.fixture
def away(tmp_path: Path, empty_file: Path) -> Away:
    def base(ground: Ground) -> UUID:
        staffed(ground)
        contact = colleague(ground)
        ground.sign_in("vera")
        return ground.desk.absences.set(contact, SICK).the("absence")

    return Away(tmp_path, empty_file, base)


def test_of_several_who_end_it_apart_the_first_that_is_heard_is_believed(away: Away) -> None:
    acts: list[Act] = [lambda desk, id: desk.absences.end(id)] * 3
    for order in permutations(away.done(acts)):
        (absence,) = away.heard(order)["absences"]
        assert absence["ended_at"] == order[0][1].given.now


def test_two_who_set_one_apart_set_two_in_whichever_order(away: Away) -> None:
    def contact(desk: Any, id: UUID) -> UUID:
        (absence,) = [each for each in desk.absences.standing() if each.id == id]
        found: UUID = absence.contact_id
        return found

    acts: list[Act] = [
        lambda desk, id: desk.absences.set(contact(desk, id), MEETING),
        lambda desk, id: desk.absences.set(contact(desk, id), SICK),
        lambda desk, id: desk.absences.end(id),
    ]
    found = [away.heard(order) for order in permutations(away.done(acts))]
    assert all(each == found[0] for each in found)
    assert [each["ended_at"] is None for each in found[0]["absences"]] == [False, True, True]


def test_one_of_a_row_that_the_centre_never_took_in_is_kept(away: Away) -> None:
    """The row was a claim of the same desk, and was turned away."""

    def act(desk: Any, _: UUID) -> None:
        desk.sessions.sign_out()
        desk.sessions.sign_in("lena", PASSWORD)
        new = desk.contacts.put(None, ContactDraft("Test", "Ny Person")).the("contact")
        desk.absences.set(new, MEETING)

    told = away.done([act])
    kept = away.heard(told)["absences"]
    assert [each["reason"] for each in kept] == [AbsenceReason.SICK, AbsenceReason.MEETING]
