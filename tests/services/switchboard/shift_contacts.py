"""A shift's work on the telephone directories, and on who is away."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from kundcenter.domain.switchboard.absences import AbsenceDraft, AbsenceReason
from kundcenter.domain.switchboard.contacts import (
    ContactDraft,
    ContactKind,
    ContactNumber,
    NumberKind,
)
from tests.ground import NUMBER, Ground

DRAFT = ContactDraft(
    directory="Regionen (test)",
    name="Testa Växelperson",
    title="Koordinator",
    workplace="Testhuset, plan 3",
    municipality="Jönköping",
    numbers=(
        ContactNumber(NumberKind.DESK, "3101"),
        ContactNumber(NumberKind.MOBILE, NUMBER, hidden=True),
    ),
    extension="3101",
    email="testa@example.com",
    words="samordnare 😀",
    comment="Helst efter nio.",
)
FUNCTION = ContactDraft("Regionen (test)", "Testvakten", ContactKind.FUNCTION, key="F1")


def contacts(ground: Ground, unit: UUID) -> UUID:
    """Rows by hand and from a file, one goes; somebody is away, ahead too, and comes back.

    Returns somebody who is away.
    """
    contacts, absences = ground.desk.contacts, ground.desk.absences
    one = contacts.put(None, DRAFT).the("contact")
    contacts.put(one, replace(DRAFT, unit_id=unit, title="Enhetschef"), upon=1)
    other = contacts.put(None, replace(DRAFT, name="Testo Växelperson")).the("contact")
    rows = (FUNCTION, replace(FUNCTION, name="Testreceptionen", key="F2", unit_id=unit))
    contacts.import_("Regionen (test)", rows)
    contacts.import_("Regionen (test)", (replace(FUNCTION, name="Vakten"),))
    contacts.retire_others("Regionen (test)", ("F2",))
    absences.set(one, AbsenceDraft(AbsenceReason.SICK, deputy_id=other))
    begins = ground.clock.at + timedelta(days=30)
    later = AbsenceDraft(
        AbsenceReason.COURSE, begins, begins + timedelta(days=2), comment="Läser inte e-post."
    )
    absences.end(absences.set(other, later).the("absence"))
    contacts.retire(other, upon=1)
    return one
