"""Who may read and write the telephone directories, and say who is away."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from kundcenter.domain.switchboard.absences import AbsenceDraft, AbsenceReason
from kundcenter.domain.switchboard.contacts import ContactDraft
from tests.ground import Ground
from tests.services.access_rows import CALLS, DIRECTORY, EDITING

CONTACTS = {
    "contacts.all": DIRECTORY,
    "contacts.some": DIRECTORY,
    "contacts.put": EDITING,
    "contacts.retire": EDITING,
    "contacts.plan": EDITING,
    "contacts.import_": EDITING,
    "contacts.retire_others": EDITING,
    "absences.standing": DIRECTORY,
    "absences.of": DIRECTORY,
    "absences.set": CALLS,
    "absences.end": CALLS,
}
NONE = UUID(int=7)
AWAY = AbsenceDraft(AbsenceReason.MEETING)


def contact_calls(ground: Ground) -> dict[str, Callable[[], object]]:
    """Each of them, of things that do not exist."""
    contacts, absences = ground.desk.contacts, ground.desk.absences
    return {
        "contacts.some": lambda: contacts.some((NONE,)),
        "contacts.put": lambda: contacts.put(NONE, ContactDraft("Test", "Test"), upon=1),
        "contacts.retire": lambda: contacts.retire(NONE, upon=1),
        "contacts.plan": lambda: contacts.plan("Test", ()),
        "contacts.import_": lambda: contacts.import_("Test", ()),
        "contacts.retire_others": lambda: contacts.retire_others("Test", ()),
        "absences.set": lambda: absences.set(NONE, AWAY),
    }
