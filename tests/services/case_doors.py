"""The text fields of cases and their terms, for the tests of naughty text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any
from uuid import UUID

from kundcenter.domain.case_codes import (
    AnswerBy,
    CaseAct,
    CaseChannel,
    CaseField,
    CaseKind,
    Injury,
    InjuryDecision,
    LetterKind,
    Recipient,
)
from kundcenter.domain.case_numbers import read_case_number
from kundcenter.domain.case_terms import TIMES, Category
from kundcenter.domain.cases import CaseDraft, CaseFacts, FieldEdit
from kundcenter.domain.mail import mail_address
from kundcenter.domain.text import LINE_LIMIT, NOTE_LIMIT
from kundcenter.domain.unit_cards import Details
from tests.ground import Ground as Desk
from tests.naughty import MEGABYTE, NO_TEXT, Sort, free, one_line, squeezed
from tests.services.case_fact_doors import UNIT, blank, fact_sorts, import_doors, told_facts
from tests.services.case_ground import facts

Opened = tuple[
    Callable[[dict[str, str]], object],
    dict[str, Sort],
    Callable[[], Iterable[Mapping[str, Any]]] | None,
]
Rows = Callable[[], list[dict[str, Any]]]
FIXED = Category("90", "Övrigt")  # of every edition: the doors after it have it


def case_doors(
    ground: Desk, person: UUID, texts: list[str], newly: Callable[[str], Rows]
) -> dict[str, Opened]:
    """By noun and verb, for an operator who may do everything.

    The terms come first: to publish them moves the clocks of every case that is open.
    """
    unit = ground.desk.units.save(None, UNIT, Details()).the("unit")
    sorts = fact_sorts(texts, person, unit)
    return {
        "case_terms.publish": _publishing(ground, texts),
        "cases.register": _registering(ground, sorts, newly("cases")),
        **import_doors(ground, texts),
        **_editing(ground, texts),
        **_moving(ground, texts, newly("case_steps")),
        **_letters(ground, texts, newly("case_steps")),
        "cases.find": _finding(ground, texts),
    }


def _publishing(ground: Desk, texts: list[str]) -> Opened:
    book, one = ground.desk.case_terms, free(texts, LINE_LIMIT)
    wrong = (*NO_TEXT, MEGABYTE, "", "0", "01", "1.1", "100", "٤", *texts[::20])

    def publish(texts: dict[str, str]) -> None:
        own = Category(texts["categories.code"], texts["categories.label"])
        book.publish((own, FIXED), TIMES, upon=len(book.all()), comment=texts["comment"])

    def found() -> list[dict[str, str]]:
        return [
            {
                "categories.code": each.categories[0].code,
                "categories.label": each.categories[0].label,
                "comment": each.comment,
            }
            for each in book.all()
        ]

    fields = {
        "categories.code": Sort(("1", "42"), wrong),
        "categories.label": one_line(one),
        "comment": Sort(one.kept, one.refused, squeezed),
    }
    return publish, fields, found


def _registering(ground: Desk, sorts: dict[str, Sort], made: Rows) -> Opened:
    def register(texts: dict[str, str]) -> None:
        told: dict[str, Any] = {p.removeprefix("draft.facts."): t for p, t in texts.items()}
        # By letter: so its rows are known from those of the other doors.
        ground.desk.cases.register(CaseDraft(CaseFacts(**told), channel=CaseChannel.LETTER))

    def found() -> list[dict[str, str]]:
        return [
            {f"draft.facts.{name}": text for name, text in told_facts(row).items()}
            for row in made()
            if row["channel"] is CaseChannel.LETTER
        ]

    return register, {f"draft.facts.{name}": sort for name, sort in sorts.items()}, found


def _one(ground: Desk, **told: Any) -> UUID:
    return ground.desk.cases.register(CaseDraft(facts(**told))).the("case")


def _editing(ground: Desk, texts: list[str]) -> dict[str, Opened]:
    """What is typed into one field is tried there: each field's own form is that of `register`."""
    cases, note = ground.desk.cases, free(texts, NOTE_LIMIT)
    words = Sort(note.kept, note.refused, blank)
    edits: list[dict[str, str]] = []
    chosen: list[dict[str, str]] = []

    def edit(texts: dict[str, str]) -> None:
        case = _one(ground)
        wanted = FieldEdit(CaseField.WORDS, texts["edits.old"], texts["edits.new"])
        cases.edit(case, (wanted,))
        (each,) = cases.get(case).edits
        edits.append({"edits.old": each.old, "edits.new": each.new})

    def choose(texts: dict[str, str]) -> None:
        case = _one(ground)
        cases.edit(case, (FieldEdit(CaseField.WORDS, "Annat.", "Ett tredje."),))
        (conflict,) = cases.get(case).conflicts
        cases.choose(case, conflict.id, texts["value"])
        chosen.append({"value": cases.get(case).case.facts.words})

    turned = Sort(note.kept[1:] + note.kept[:1], note.refused)  # not what the new value is
    return {
        "cases.edit": (edit, {"edits.new": words, "edits.old": turned}, lambda: edits),
        "cases.choose": (choose, {"value": words}, lambda: chosen),
    }


def _moving(ground: Desk, texts: list[str], steps: Rows) -> dict[str, Opened]:
    cases, note = ground.desk.cases, free(texts, NOTE_LIMIT)
    me = ground.desk.seat.actor.operator_id
    some = tuple(filter(str.strip, note.kept))
    said = Sort(some, (*note.refused, "", " \n"), str.strip)
    typed = Sort(some, (*note.refused, "", " \n"))
    any_ = Sort(note.kept, note.refused, str.strip)

    def of(act: CaseAct, field: str = "text") -> Rows:
        return lambda: [{field: row["text"]} for row in steps() if row["act"] is act]

    def version(case: UUID) -> int:
        return cases.get(case).case.version

    def waiting() -> UUID:
        case = _one(ground)
        cases.ask(case, "När?", by_way=AnswerBy.TELEPHONE, waits=True, day=None)
        return case

    def back() -> UUID:
        """Closed, so that it can be opened again: praise owes nobody an answer."""
        case = _one(ground, kind=CaseKind.PRAISE)
        cases.close(case, upon=0)
        return case

    def asked(texts: dict[str, str]) -> None:
        way = AnswerBy.TELEPHONE
        day = ground.clock.at.date().replace(year=ground.clock.at.year + 1)
        cases.ask(_one(ground), texts["question"], by_way=way, waits=False, day=day)

    def reopened(texts: dict[str, str]) -> None:
        case = back()
        cases.reopen(case, upon=version(case), text=texts["text"])

    return {
        "cases.comment": (
            lambda t: cases.comment(_one(ground), t["text"]),
            {"text": typed},
            of(CaseAct.COMMENTED),
        ),
        "cases.assign": (
            lambda t: cases.assign(_one(ground), me, upon=0, text=t["text"]),
            {"text": Sort(note.kept, note.refused)},
            of(CaseAct.ASSIGNED),
        ),
        "cases.ask": (asked, {"question": said}, of(CaseAct.POSTPONED, "question")),
        "cases.resume": (
            lambda t: cases.resume(waiting(), t["text"]),
            {"text": Sort(note.kept, note.refused)},
            of(CaseAct.RESUMED),
        ),
        "cases.answer": (
            lambda t: cases.answer(_one(ground), t["text"], by_way=AnswerBy.LETTER),
            {"text": said},
            of(CaseAct.ANSWERED),
        ),
        "cases.hand_over": (
            lambda t: cases.hand_over(_one(ground), Recipient.CARE_PROVIDER, t["text"]),
            {"text": any_},
            of(CaseAct.HANDED_OVER),
        ),
        "cases.withdraw": (
            lambda t: cases.withdraw(_one(ground), t["text"]),
            {"text": said},
            of(CaseAct.WITHDRAWN),
        ),
        "cases.decide": (
            lambda t: cases.decide(
                _one(ground, injury=Injury.SUSPECTED), InjuryDecision.NEITHER, t["text"]
            ),
            {"text": said},
            of(CaseAct.DECIDED),
        ),
        "cases.close": (
            lambda t: cases.close(_one(ground, kind=CaseKind.PRAISE), upon=0, text=t["text"]),
            {"text": any_},
            of(CaseAct.CLOSED),
        ),
        "cases.reopen": (reopened, {"text": said}, of(CaseAct.REOPENED)),
    }


def _letters(ground: Desk, texts: list[str], steps: Rows) -> dict[str, Opened]:
    cases, note = ground.desk.cases, free(texts, NOTE_LIMIT)
    own = Sort(note.kept, note.refused)
    wrong = (*NO_TEXT, MEGABYTE, "", *(t for t in texts[::20] if mail_address(squeezed(t)) is None))
    fields = {
        "text": own,
        "to": Sort(("a@example.com", " b.c+d@EXAMPLE.com "), wrong, _address),
        "allowed": Sort(("@example.com",), (*NO_TEXT, MEGABYTE, "", *texts)),
    }

    def noted() -> list[dict[str, str]]:
        return [{"text": row["text"]} for row in steps() if row["act"] is CaseAct.PRINTED]

    def mail(verb: Callable[..., object], texts: dict[str, str]) -> None:
        allowed = (texts["allowed"],)
        verb(_one(ground), LetterKind.ANSWER, texts["to"], texts["text"], allowed=allowed)

    def mailed() -> list[dict[str, str]]:
        told = (row["text"].partition("\n\n") for row in steps() if row["act"] is CaseAct.MAILED)
        return [{"to": to, "text": text, "allowed": "@example.com"} for to, _, text in told]

    def letter(verb: Callable[..., object], texts: dict[str, str]) -> None:
        verb(_one(ground), LetterKind.ANSWER, texts["text"])

    # In this order: what `take_letter` and `take_mail` write comes after what has been counted.
    return {
        "cases.preview": (partial(letter, cases.preview), {"text": own}, None),
        "cases.note_letter": (partial(letter, cases.note_letter), {"text": own}, noted),
        "cases.note_mail": (partial(mail, cases.note_mail), fields, mailed),
        "cases.take_letter": (partial(letter, cases.take_letter), {"text": own}, None),
        "cases.take_mail": (partial(mail, cases.take_mail), fields, None),
    }


def _address(text: str) -> str:
    return mail_address(squeezed(text)) or ""


def _finding(ground: Desk, texts: list[str]) -> Opened:
    number = ground.desk.cases.get(_one(ground)).case.number
    spelt = (number, number.lower().replace("-", " "), f"  {number} ")
    wrong = (*NO_TEXT, MEGABYTE, "", number[:-1], f"{number}0")
    odd = (text for text in texts if read_case_number(text) is None)
    found: list[dict[str, str]] = []

    def find(texts: dict[str, str]) -> None:
        (case,) = ground.desk.cases.find(texts["number"])
        found.append({"number": case.number})

    return (
        find,
        {"number": replace(Sort(spelt), refused=(*wrong, *odd), form=lambda _: number)},
        (lambda: found),
    )
