"""The numbers and times of telephone directories and absences, for the tests of odd ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kundcenter.domain.switchboard.contacts import ContactDraft, ContactStale
from kundcenter.errors import KundcenterError
from tests.ground import Ground

Put = Callable[[Any], object]
TIMES = {"absences.set.draft.starts_at", "absences.set.draft.back_at"}  # in test_absences
PLAIN = ContactDraft("Test", "Test")


def contact_numbers(ground: Ground) -> dict[str, tuple[type[KundcenterError], Put]]:
    """Every number that is refused unless it is right, with how it is refused."""
    contacts = ground.desk.contacts
    id = contacts.put(None, PLAIN).the("contact")
    return {
        "contacts.put.upon": (ContactStale, lambda n: contacts.put(id, PLAIN, upon=n)),
        "contacts.retire.upon": (ContactStale, lambda n: contacts.retire(id, upon=n)),
    }
