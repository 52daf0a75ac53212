"""Cases on the ground of the service tests: who is there, and what is taken in."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from kundcenter.domain.access import Role
from kundcenter.domain.case_codes import AnswerBy, CaseField, CaseKind, Complainant, Service
from kundcenter.domain.cases import Case, CaseDraft, CaseFacts, FieldEdit
from tests.ground import Ground

WORDS = "De lovade att ringa, och ingen ringde."
SUMMARY = "Utlovad uppringning uteblev."


def facts(**told: Any) -> CaseFacts:
    """A complaint that can be answered by telephone."""
    plain: dict[str, Any] = {
        "complainant": Complainant.PATIENT,
        "name": "Test Person",
        "number": "+46701740605",
        "answer_by": AnswerBy.TELEPHONE,
        "words": WORDS,
    }
    return CaseFacts(**{**plain, **told})


def draft(**told: Any) -> CaseDraft:
    """The words of a draft, and those of its facts."""
    own = {name: told.pop(name) for name in tuple(told) if name in CaseDraft.__slots__}
    if told.get("kind") is CaseKind.E_SERVICE:
        own.setdefault("service", Service.CONTACT_US)
    return CaseDraft(facts(**told), **own)


def staffed(ground: Ground) -> dict[str, UUID]:
    """Operators of every sort that has to do with cases; the handler is at the desk."""
    ground.begin()
    roles = {
        "handler": Role.CASE_HANDLER,
        "nurse": Role.NURSE,
        "service": Role.SERVICE_DESK,
        "chief": Role.MEDICAL_LEAD,
    }
    ids = {name: ground.operator(name, role) for name, role in roles.items()}
    ground.sign_in("handler")
    return ids


def taken_in(ground: Ground, **told: Any) -> UUID:
    return ground.desk.cases.register(draft(**told)).the("case")


def seen(ground: Ground, case_id: UUID) -> Case:
    """The case as whoever is at the desk opens it."""
    return ground.desk.cases.get(case_id).case


def edited(ground: Ground, case_id: UUID, old: CaseFacts, **new: Any) -> None:
    """An edit by somebody who saw `old`."""
    edits = (
        FieldEdit(CaseField(name), old.value(CaseField(name)), str(value))
        for name, value in new.items()
    )
    ground.desk.cases.edit(case_id, tuple(edits))
