"""What an operator has written and nobody has saved yet.  It is no record: HFD 2013 ref. 33.

An entry begins at "Spara".  Until then the text belongs to the operator alone, and only so that
a program that dies does not take it along.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid5

from kundcenter.domain.journal import Note


@dataclass(frozen=True, slots=True)
class Caret:
    """Where the operator was writing: the name of the field and a place in its text."""

    field: str = ""
    at: int = 0


@dataclass(frozen=True, slots=True)
class Unsaved:
    """All that stands in one part of a card.

    `upon` is the number of the version of `entry_id` that the note was written upon, 0 where
    there is none; `number` what was typed to find the person and not looked up yet; `correction`
    why a signed entry is being corrected; `place` counts the open cards from the left, and
    `in_sight` says whether this was the part the operator looked at.  `beside` is text recovered
    earlier that the operator has not yet decided about, `anonymous` that the call is about
    nobody; `rules` and `rank` where the chosen destination stood in the list of suggestions.  What
    was written stays out of repr().
    """

    note: Note = field(default_factory=Note, repr=False)
    entry_id: UUID | None = None
    upon: int = 0
    person_id: UUID | None = None
    number: str = field(default="", repr=False)
    correction: str = field(default="", repr=False)
    outcome: str = ""
    caret: Caret = field(default_factory=Caret)
    place: int = 0
    in_sight: bool = False
    beside: Note | None = field(default=None, repr=False)
    anonymous: bool = False
    rules: int = 0
    rank: int = 0

    def writable(self) -> Unsaved:
        """The same without halves of characters, which no file can hold; a keyboard gives none."""
        return replace(
            self,
            note=_whole_note(self.note),
            number=_whole(self.number),
            correction=_whole(self.correction),
            outcome=_whole(self.outcome),
            caret=replace(self.caret, field=_whole(self.caret.field)),
            beside=None if self.beside is None else _whole_note(self.beside),
        )


@dataclass(frozen=True, slots=True)
class Draft:
    """What one operator has not saved in one part of a call.  `at` is when it was kept."""

    operator_id: UUID
    call_id: UUID
    part_id: UUID
    at: datetime
    unsaved: Unsaved


class FormKind(StrEnum):
    """The dialogs whose text is kept; lasting names."""

    HAND_OVER = "hand_over"
    DISSENT = "dissent"
    SPECIAL_NOTE = "special_note"
    PROTECTION = "protection"
    CORRECTION = "correction"
    PRINTOUT = "printout"
    FINDING = "finding"
    SNIPPET = "snippet"
    REWRITE = "rewrite"
    UNIDENTIFIED = "unidentified"
    GROUND = "ground"
    RESOLUTION = "resolution"
    UNIT = "unit"
    REFERRAL = "referral"
    CALLBACK = "callback"
    CANCELLATION = "cancellation"
    CANCEL_RULES = "cancel_rules"
    WAIT = "wait"
    CASE = "case"  # what is being taken in
    CASE_EDIT = "case_edit"
    CASE_ACT = "case_act"  # a question, an answer, a remark
    CASE_TERMS = "case_terms"
    CASE_GIVE = "case_give"
    TOPIC = "topic"  # a knowledge card
    QUESTION = "question"  # one that nobody could answer
    INQUIRY = "inquiry"  # somebody asks about a person
    MESSAGE = "message"
    MODE = "mode"
    SWITCHBOARD_TERMS = "switchboard_terms"
    QUEUE_CLOSURE = "queue_closure"
    INCIDENT = "incident"
    JUDGEMENT = "judgement"  # of a call in a sample
    CALL_REVIEW = "call_review"
    FEEDBACK = "feedback"
    FEEDBACK_ANSWER = "feedback_answer"


# What is typed on an alarm's screen is kept under the alarm's id and this one.
ALARM_PART = UUID(int=112)

FORMS = UUID("8e1cf2c6-5d2d-4a5c-9d0e-2f6c1d1f7a10")  # in place of a call: no call has this id


@dataclass(frozen=True, slots=True)
class Form:
    """What stands in the text fields of one dialog, by the names of the fields.

    `key` is of the kind of dialog and of what it is about, as `form_key` makes it.
    """

    operator_id: UUID
    key: UUID
    at: datetime
    texts: dict[str, str] = field(repr=False)

    def writable(self) -> Form:
        """The same without halves of characters."""
        return replace(self, texts={name: _whole(text) for name, text in self.texts.items()})


def form_key(kind: FormKind, subject_id: UUID) -> UUID:
    """The same dialog about the same thing has the same key."""
    return uuid5(subject_id, kind)


def _whole_note(note: Note) -> Note:
    held: dict[str, Any] = {each.name: getattr(note, each.name) for each in fields(note)}
    sound: dict[str, Any] = {name: _whole(text) for name, text in held.items() if type(text) is str}
    for name in ("advice_ticks", "call_back_ticks"):
        sound[name] = tuple(map(_whole, held[name]))
    sound["findings"] = tuple(replace(each, code=_whole(each.code)) for each in note.findings)
    return replace(note, **sound)


def _whole(text: str) -> str:
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
