"""The text fields of what is not saved, for the tests of naughty text: all of it is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from typing import Any, get_type_hints
from uuid import UUID

from kundcenter.domain.drafts import Caret, FormKind, Unsaved
from kundcenter.domain.journal import Answer, Finding, Note
from tests.ground import Ground
from tests.naughty import NO_TEXT, SECRET, Sort, packed

Opened = tuple[
    Callable[[dict[str, str]], object],
    dict[str, Sort],
    Callable[[], Iterable[Mapping[str, Any]]] | None,
]
PART = UUID(int=1)
TEXTS = tuple(name for name, hint in get_type_hints(Note).items() if hint is str)
SEVERAL = ("advice_ticks", "call_back_ticks")
BESIDE = ("number", "correction", "outcome", "caret.field")


def draft_doors(ground: Ground, texts: list[str]) -> dict[str, Opened]:
    """What is being written can be anything: a half of a character alone is made whole."""
    drafts = ground.desk.drafts
    kept: list[Unsaved] = []
    call = ground.desk.calls.register().the("call")

    def keep(texts: dict[str, str]) -> None:
        unsaved = Unsaved(
            note=_note(texts, "unsaved.note"),
            number=texts["unsaved.number"],
            correction=texts["unsaved.correction"],
            outcome=texts["unsaved.outcome"],
            caret=Caret(texts["unsaved.caret.field"], len(kept)),
            beside=_note(texts, "unsaved.beside"),
        )
        drafts.keep(call, PART, unsaved)
        (draft,) = drafts.mine()
        kept.append(draft.unsaved)

    of_alarms: list[Unsaved] = []

    def keep_alarm(texts: dict[str, str]) -> None:
        unsaved = Unsaved(
            note=_note(texts, "unsaved.note"),
            number=texts["unsaved.number"],
            correction=texts["unsaved.correction"],
            outcome=texts["unsaved.outcome"],
            caret=Caret(texts["unsaved.caret.field"], len(of_alarms)),
            beside=_note(texts, "unsaved.beside"),
        )
        drafts.keep_alarm(call, unsaved)
        (draft,) = drafts.of_alarms()
        of_alarms.append(draft.unsaved)
        drafts.drop_alarm(call)

    forms: list[dict[str, str]] = []

    def keep_form(texts: dict[str, str]) -> None:
        drafts.keep_form(FormKind.DISSENT, call, {"text": texts["texts"]})
        forms.append({"texts": drafts.form(FormKind.DISSENT, call)["text"]})

    sort = Sort((*packed(texts, 3_000), *NO_TEXT, SECRET * 1_500, "", " "), form=_whole)
    paths = [*BESIDE, *(f"{at}.{name}" for at in ("note", "beside") for name in _names())]
    return {
        "drafts.keep": (
            keep,
            {f"unsaved.{path}": sort for path in paths},
            lambda: [_row(unsaved) for unsaved in kept],
        ),
        "drafts.keep_alarm": (
            keep_alarm,
            {f"unsaved.{path}": sort for path in paths},
            lambda: [_row(unsaved) for unsaved in of_alarms],
        ),
        "drafts.keep_form": (keep_form, {"texts": sort}, lambda: forms),
    }


def _names() -> tuple[str, ...]:
    return (*TEXTS, *SEVERAL, "findings.code")


def _note(texts: Mapping[str, str], at: str) -> Note:
    said: dict[str, Any] = {name: texts[f"{at}.{name}"] for name in TEXTS}
    several: dict[str, Any] = {name: (texts[f"{at}.{name}"],) for name in SEVERAL}
    findings = (Finding(texts[f"{at}.findings.code"], Answer.ABSENT),)
    return Note(**said, **several, findings=findings)


def _row(unsaved: Unsaved) -> dict[str, str]:
    row = {f"unsaved.{each.name}": getattr(unsaved, each.name) for each in fields(unsaved)}
    row["unsaved.caret.field"] = unsaved.caret.field
    for at, note in (("note", unsaved.note), ("beside", unsaved.beside)):
        assert note is not None
        (finding,) = note.findings
        row[f"unsaved.{at}.findings.code"] = finding.code
        row |= {f"unsaved.{at}.{name}": getattr(note, name) for name in TEXTS}
        row |= {f"unsaved.{at}.{name}": getattr(note, name)[0] for name in SEVERAL}
    return row


def _whole(text: str) -> str:
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
