"""Edits of one case by several people are joined field by field (RELIABILITY 2.2)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from kundcenter.domain.case_codes import CaseField, EditOutcome
from kundcenter.domain.case_errors import CaseInvalid
from kundcenter.domain.case_fields import changed, telling
from kundcenter.domain.cases import CaseFacts, FieldEdit


@dataclass(frozen=True, slots=True)
class Joined:
    """What became of one edit; `stood` is what there was."""

    edit: FieldEdit
    stood: str = field(repr=False)
    outcome: EditOutcome


def joined(
    facts: CaseFacts, edits: Iterable[FieldEdit], *, late: bool
) -> tuple[CaseFacts, tuple[Joined, ...]]:
    """The facts with all that nobody else has changed; of the rest both values are kept.

    Two who edit different fields may between them say who an anonymous one is.  Late that too is
    a difference for somebody to settle; else it raises CaseInvalid (facts field).
    """
    before, found = facts, []
    for edit in edits:
        stood = before.value(edit.name)
        outcome = _outcome(edit, stood)
        if outcome is EditOutcome.APPLIED:
            facts = changed(facts, edit.name, edit.new)
        found.append(Joined(edit, stood, outcome))
    told = telling(facts)
    if not told:
        return facts, tuple(found)
    if not late:
        raise CaseInvalid(field=told[0].value)
    return _kept_nobody(facts, found, told)


def _outcome(edit: FieldEdit, stood: str) -> EditOutcome:
    if stood == edit.new:
        return EditOutcome.SAME
    return EditOutcome.APPLIED if stood == edit.old else EditOutcome.CONFLICT


def _kept_nobody(
    facts: CaseFacts, found: list[Joined], told: tuple[CaseField, ...]
) -> tuple[CaseFacts, tuple[Joined, ...]]:
    """Take back what made the case say who an anonymous one is: that they are anonymous, if it
    came with these edits, and else what tells of them."""
    applied = {each.edit.name for each in found if each.outcome is EditOutcome.APPLIED}
    becoming = CaseField.COMPLAINANT in applied
    back = {CaseField.COMPLAINANT} if becoming else applied & set(told)
    for name in back:
        stood = next(each.stood for each in found if each.edit.name is name)
        facts = changed(facts, name, stood)
    return facts, tuple(
        replace(each, outcome=EditOutcome.CONFLICT) if each.edit.name in back else each
        for each in found
    )
