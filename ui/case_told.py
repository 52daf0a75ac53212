"""What was done and said of a case, in words: values of fields, steps, differences."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QLocale

from kundcenter.domain.calendar import local
from kundcenter.domain.case_codes import (
    AnswerBy,
    CaseAct,
    CaseField,
    CaseKind,
    Complainant,
    EditOutcome,
    Injury,
    InjuryDecision,
    Recipient,
    Said,
)
from kundcenter.domain.cases import CaseEdit, CaseStep, ToldCase
from ui.labels import label
from ui.numbers import shown_number
from ui.people import hidden, listed_number, name_of
from ui.times import clock

CODES: dict[CaseField, type[StrEnum]] = {
    CaseField.KIND: CaseKind,
    CaseField.COMPLAINANT: Complainant,
    CaseField.CONSENT: Said,
    CaseField.ANSWER_BY: AnswerBy,
    CaseField.CHILD: Said,
    CaseField.INJURY: Injury,
    CaseField.PROTECTED: Said,
    CaseField.RECIPIENT: Recipient,
    CaseField.HEARD: Said,
}
Named = Callable[[UUID | None], str]
translate = QCoreApplication.translate  # under the name that marks a text for the catalogue


def value_words(name: CaseField, value: str, unit: Named, categories: Mapping[str, str]) -> str:
    """The value of a field as one reads it; a dash for nothing."""
    codes = CODES.get(name)
    if codes is not None and value in set(codes):
        return label(codes(value))
    if not value:
        return "–"
    told = value
    if name is CaseField.UNIT:
        told = unit(UUID(value)) or translate("cases", "En enhet som inte finns i katalogen")
    elif name is CaseField.PERSON:
        told = translate("cases", "En registrerad patient")
    elif name is CaseField.CATEGORY:
        told = f"{value} {categories.get(value, '')}".strip()
    elif name is CaseField.NUMBER:
        told = shown_number(value)
    return told


def person_words(told: ToldCase) -> str:
    """Whom it is about; of one who is protected no name and no number."""
    if told.person is None:
        return ""
    if told.protected:
        return hidden()
    return f"{name_of(told.person)}, {listed_number(told.person)}"


def moment_words(at: datetime, now: datetime) -> str:
    """As a narrow list has room for: 21:44 today, 16 nov 21:44, of another year the day alone."""
    there, today = local(at), local(now)
    if there.date() == today.date():
        return clock(at)
    if there.year != today.year:
        return f"{there:%Y-%m-%d}"
    month = QLocale().monthName(there.month, QLocale.FormatType.ShortFormat).rstrip(".")
    return translate("cases", "{date} {month} {clock}").format(
        date=there.day, month=month, clock=clock(at)
    )


def step_text(step: CaseStep, names: Mapping[UUID, str]) -> str:
    """All that a step tells, its act first."""
    told = [label(step.act), *_facts(step, names)]
    if step.late:
        told.append(translate("cases", "kom in i efterhand"))
    line = " · ".join(filter(None, told))
    return f"{line}\n{step.text}" if step.text.strip() else line


def _facts(step: CaseStep, names: Mapping[UUID, str]) -> list[str]:
    told: list[str] = []
    if step.act is CaseAct.ASSIGNED:
        nobody = translate("cases", "till ingen")
        told.append(names.get(step.owner, "–") if step.owner is not None else nobody)
    if step.duty is not None:
        told.append(label(step.duty))
    if step.decision is not InjuryDecision.UNDECIDED:
        told.append(label(step.decision))
    if step.recipient is not Recipient.UNSAID:
        told.append(label(step.recipient))
    if step.letter is not None:
        told.append(label(step.letter))
    if step.by_way:
        told.append(label(step.by_way))
    if step.day is not None:
        told.append(step.day.isoformat())
    if step.act is CaseAct.RESUMED:
        told.append(translate("cases", "väntade {days} dagar").format(days=step.days))
    return told


def stood_by(told: ToldCase, conflict: CaseEdit) -> tuple[UUID, CaseEdit | None]:
    """Who wrote what stood when the difference came, and by which edit; first of all it stood
    so from the beginning.
    """
    before = [
        each
        for each in told.edits
        if each.name is conflict.name
        and each.id != conflict.id
        and each.outcome in {EditOutcome.APPLIED, EditOutcome.CHOSEN}
        and each.new == conflict.stood
    ]
    if not before:
        return told.case.registered_by, None
    latest = max(before, key=lambda each: each.at)
    return latest.by, latest
