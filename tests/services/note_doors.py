"""The text fields of record entries, for the tests of naughty text: what is kept, what refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from kundcenter.domain.access_log import AccessRecord, Level
from kundcenter.domain.grounds import Ground, GroundCategory
from kundcenter.domain.journal import (
    LINE_FIELDS,
    LONG_FIELDS,
    Answer,
    Finding,
    Note,
    Relation,
)
from kundcenter.domain.text import LINE_LIMIT, NOTE_LIMIT
from kundcenter.domain.word_search import ForbiddenTerms, search_words
from kundcenter.errors import Refused
from tests.ground import ASKED, WHOLE
from tests.ground import Ground as Desk
from tests.naughty import MEGABYTE, NO_TEXT, Sort, free

Rows = Callable[[], list[dict[str, Any]]]
Opened = tuple[
    Callable[[dict[str, str]], object],
    dict[str, Sort],
    Callable[[], Iterable[Mapping[str, Any]]] | None,
]
CODES = {
    "reason": "FEBER",
    "course": "SAMRE",
    "urgency": "U6",
    "outcome": "EGENVARD",
    "deviation": "HOGRE",
    "patient_view": "AVSTAR",
    "interpreter_kind": "BILDTOLK",
    "interpreter_language": "ar",
    "advice_ticks": "VILA",
    "call_back_ticks": "SAMRE",
    "findings.code": "HOG_FEBER",
}
NEWEST = "2026-3"


def note_doors(
    ground: Desk, person: UUID, texts: list[str], newly: Callable[[str], Rows]
) -> dict[str, Opened]:
    """By noun and verb: how to put texts, which fields there are, and where they lie afterwards.

    `newly` gives what will have come into a table since it was asked.
    """
    journal = ground.desk.journal
    line, whole = free(texts, LINE_LIMIT), free(texts, NOTE_LIMIT)
    long = replace(whole, kept=(*line.kept, whole.kept[-1]))
    saved, corrected = (journal.write(person, WHOLE).the("entry") for _ in range(2))
    journal.sign(corrected, upon=1)
    versions, dissents, disclosures = map(newly, ("entry_versions", "dissents", "disclosures"))
    no_code = (*NO_TEXT, MEGABYTE, *whole.kept)
    note = {
        "note.codes": Sort(("", "2026-1", "Ω≈ç"), line.refused, lambda _: NEWEST),
        **dict.fromkeys((f"note.{name}" for name in LINE_FIELDS), line),
        **dict.fromkeys((f"note.{name}" for name in LONG_FIELDS), long),
        **{f"note.{name}": Sort((code,), no_code) for name, code in CODES.items()},
    }

    def correct(texts: dict[str, str]) -> None:
        upon = len(journal.open(corrected, ASKED).versions)
        journal.correct(corrected, _written(texts), upon=upon, reason=texts["reason"])
        journal.sign(corrected, upon=upon + 1)

    def save(texts: dict[str, str]) -> None:
        upon = len(journal.open(saved).versions)
        journal.save(saved, _written(texts), upon=upon)

    def of(entry: UUID | None) -> Rows:
        return lambda: [
            _row(row)
            for row in versions()
            if (row["entry_id"] == entry if entry else row["number"] == 1)
        ]

    known = len(ground.accesses())

    def stated(name: str) -> dict[str, Sort]:
        def told(text: str) -> str:
            return f"{GroundCategory.LAW}: {' '.join(text.split())}"

        kept = tuple(text for text in line.kept if len(" ".join(text.split())) >= 10)
        return {name: Sort(kept, (*line.refused, "kort", " " * 30), told)}

    def reasons() -> list[dict[str, Any]]:
        records = ground.accesses(known)
        return [{"ground.text": r.reason} for r in records if _stated_here(r)]

    def why(texts: dict[str, str]) -> Ground:
        return Ground(category=GroundCategory.LAW, text=texts["ground.text"])

    def allowed(text: str) -> bool:
        try:
            return bool(search_words(text, ForbiddenTerms()))
        except Refused:
            return False

    words = Sort(tuple(filter(allowed, line.kept)), (*line.refused, "", "x", "feber asyl"))
    return {
        "journal.write": (lambda t: journal.write(person, _written(t)), note, of(None)),
        "journal.save": (save, note, of(saved)),
        "journal.correct": (correct, {**note, "reason": line}, of(corrected)),
        "journal.dissent": (
            lambda t: journal.dissent(saved, t["text"], t["by_name"], Relation.SELF),
            {"text": long, "by_name": line},
            dissents,
        ),
        "journal.disclose": (
            lambda t: journal.disclose(saved, t["recipient"]),
            {"recipient": line},
            disclosures,
        ),
        "journal.open": (lambda t: journal.open(corrected, why(t)), stated("ground.text"), reasons),
        "journal.search": (
            lambda t: journal.search(person, t["words"], why(t)),
            {"words": words, **stated("ground.text")},
            None,
        ),
        "journal.take_print": (
            lambda t: journal.take_print(corrected, t["recipient"], why(t)),
            {"recipient": line, **stated("ground.text")},
            None,
        ),
        "journal.take_copy": (
            lambda t: journal.take_copy(corrected, t["recipient"], why(t)),
            {"recipient": line, **stated("ground.text")},
            None,
        ),
    }


def _stated_here(record: AccessRecord) -> bool:
    return record.level == Level.STATED and record.reason.startswith(GroundCategory.LAW)


def _written(texts: dict[str, str]) -> Note:
    said: dict[str, Any] = {
        path.removeprefix("note."): text for path, text in texts.items() if path != "reason"
    }
    said["findings"] = (Finding(said.pop("findings.code"), Answer.PRESENT),)
    for name in ("advice_ticks", "call_back_ticks"):
        said[name] = (said[name],)
    return Note(**said)


def _row(row: Mapping[str, Any]) -> dict[str, Any]:
    found = {f"note.{name}": value for name, value in row.items()}
    found["note.findings.code"] = row["findings"].partition(":")[0]
    return found | {"reason": row["correction"]}
