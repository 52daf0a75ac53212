"""What may stand in a case when it is taken in: at the desk, or from an e-service's file."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from kundcenter.domain.calendar import is_instant, local
from kundcenter.domain.case_codes import AnswerBy, CaseKind, Service
from kundcenter.domain.case_errors import CaseInvalid
from kundcenter.domain.case_fields import checked_facts, must_have_been
from kundcenter.domain.case_files import SOURCE_LIMIT, ImportedCase
from kundcenter.domain.cases import CaseDraft, CaseFacts
from kundcenter.domain.people import NameInvalid, clean_name
from kundcenter.domain.text import line

EARLIEST = datetime(2005, 1, 1, tzinfo=UTC)  # before it the calendar's holidays are others
HSA_LIMIT = 64
LAST_ROW = 10_000_000  # of a file


def checked_draft(draft: CaseDraft, now: datetime) -> CaseDraft:
    """The draft as it is kept.  Raises CaseInvalid (facts field), TextInvalid."""
    _must_have_come(draft.received_at, now)
    _must_be_service(draft.facts.kind, draft.service)
    if draft.confirmed is AnswerBy.NOT:
        raise CaseInvalid(field="confirmed")
    return replace(draft, facts=_facts(draft.facts, now))


def checked_row(row: ImportedCase, now: datetime) -> ImportedCase:
    """The row as it is kept.  Raises CaseInvalid (facts field), TextInvalid.

    Person and unit are found by their numbers; whoever is anonymous has none.
    """
    if not 0 < row.row <= LAST_ROW:
        raise CaseInvalid(field="row")
    _must_have_come(row.received_at, now)
    _must_be_service(row.kind, row.service)
    facts = _facts(replace(row.facts, kind=row.kind), now)
    for name in ("person", "unit"):
        if getattr(facts, name):
            raise CaseInvalid(field=name)
    if facts.anonymous and row.identity is not None:
        raise CaseInvalid(field="identity")
    source = line(row.source, "source", limit=SOURCE_LIMIT)
    if not source:
        raise CaseInvalid(field="source")
    return replace(
        row,
        facts=facts,
        source=source,
        hsa_id=line(row.hsa_id, "hsa_id", limit=HSA_LIMIT),
        given_name=_name(row.given_name, "given_name"),
        family_name=_name(row.family_name, "family_name"),
    )


def _facts(facts: CaseFacts, now: datetime) -> CaseFacts:
    good = checked_facts(facts)
    must_have_been(good.event, local(now).date())
    return good


def _must_have_come(received_at: datetime | None, now: datetime) -> None:
    """A letter or an e-mail may be days old when it is taken in."""
    if received_at is not None and not (is_instant(received_at) and EARLIEST <= received_at <= now):
        raise CaseInvalid(field="received_at")


def _must_be_service(kind: CaseKind, service: Service | None) -> None:
    """A matter of an e-service says which; only a chat waits for a nurse at once."""
    missing = kind is CaseKind.E_SERVICE and service is None
    strange = kind is CaseKind.ADVICE and service not in {None, Service.CHAT}
    if missing or strange:
        raise CaseInvalid(field="service")


def _name(text: str, field: str) -> str:
    """A name, or none.  Raises CaseInvalid."""
    if not text.strip():
        return ""
    try:
        return clean_name(text)
    except NameInvalid:
        raise CaseInvalid(field=field) from None
