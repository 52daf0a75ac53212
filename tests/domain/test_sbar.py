"""What is read to the receiver: four parts out of the note, and nothing that may not be told."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain.identity import IdKind, PersonId, Sex
from kundcenter.domain.journal import LONG_FIELDS, Answer, Finding, Note, Relation
from kundcenter.domain.people import Person, Protection
from kundcenter.domain.sbar import KEYS, NOTHING, sbar
from kundcenter.domain.units import Unit, UnitKind
from kundcenter.start.desk import published_codes

CODES = published_codes()["2026-3"]
AT = datetime(2026, 11, 21, 20, 15, tzinfo=UTC)
PERSON = Person(
    UUID(int=1), PersonId(IdKind.PNR, "198807022382"), "Åsa", "Öberg", registered_at=AT,
    sex=Sex.WOMAN,
)  # fmt: skip
UNIT = Unit(
    UUID(int=2), "SE0000000001-DEMONA", "Närakuten Test", UnitKind.OUT_OF_HOURS, "Jönköping",
    "+46701740605",
)  # fmt: skip
NOTE = Note(
    codes=CODES.version,
    informant=Relation.RELATIVE,
    informant_name="Örjan Öberg",
    reason="FEBER",
    findings=(Finding("HOG_FEBER", Answer.PRESENT), Finding("ANDNOD", Answer.ABSENT)),
    history="Feber sedan tre dagar.",
    background="Astma. Tar kortison.",
    assessment="Behöver bedömas i kväll.",
    urgency="U2",
    outcome="NARAKUT",
    unit_id=UNIT.id,
    advice="Åk med någon annan som kör.",
    call_back_if="Andningen blir sämre.",
    interpreter_kind="TELEFONTOLK",
    interpreter_language="so",
    deviation="HOGRE",
    deviation_reason="Hög ålder i hemmet.",
)


def told(note: Note = NOTE, person: Person = PERSON, **more: object) -> dict[str, str]:
    parts = sbar(note, CODES, person, UNIT, at=AT, **more)  # type: ignore[arg-type]
    return {part.key: part.text for part in parts}


def test_each_part_has_what_belongs_to_it() -> None:
    parts = told(booked_at=AT + timedelta(hours=1))
    assert parts["S"].splitlines() == [
        "Kvinna, 38 år",
        "Patient: Åsa Öberg, 880702-2382",
        "Kontaktorsak: Feber",
        "Hur bråttom: Inom några timmar",
        "Uppgiftslämnare: Örjan Öberg (anhörig)",
    ]
    assert parts["B"].splitlines() == [
        "Anamnes: Feber sedan tre dagar.",
        "Bakgrund: Astma. Tar kortison.",
    ]
    assert parts["A"].splitlines() == [
        "Fynd: Har feber över 39 grader. Har ingen andnöd.",
        "Bedömning: Behöver bedömas i kväll.",
    ]
    recommended = parts["R"].splitlines()
    assert recommended[:2] == ["Hänvisning: Närakut: Närakuten Test", "Bokad tid: 2026-11-21 22:15"]
    assert recommended[2].startswith("Tolk: Telefontolk, somaliska")
    assert recommended[-2:] == [
        "Råd och information: Åk med någon annan som kör.",
        "Återkom om: Andningen blir sämre.",
    ]


def test_an_empty_note_has_four_parts_all_the_same() -> None:
    parts = sbar(Note(codes=CODES.version), CODES, PERSON, at=AT)
    assert tuple(part.key for part in parts) == KEYS
    assert [part.heading for part in parts] == [
        "Situation",
        "Bakgrund",
        "Aktuellt tillstånd",
        "Rekommendation",
    ]
    assert [part.text for part in parts[1:]] == [NOTHING] * 3


def test_of_who_is_protected_neither_name_number_nor_relative_is_told() -> None:
    for mark in (Protection.CONFIDENTIAL, Protection.PROTECTED_REGISTRATION):
        whole = "\n".join(told(person=replace(PERSON, protection=mark)).values())
        assert "Patient: Skyddad uppgift" in whole
        assert "Kvinna, 38 år" in whole
        for hidden in ("Åsa", "Öberg", "Örjan", "880702", "198807", "2382"):
            assert hidden not in whole
        assert "Uppgiftslämnare: Anhörig" in whole


def test_no_part_tells_a_telephone_number_or_an_address() -> None:
    assert "0605" not in "\n".join(told().values())
    assert not {"phone", "address", "street"} & {each.name for each in fields(Person)}


@pytest.mark.parametrize(
    ("born", "said"),
    [
        (date(2024, 11, 21), "2 år"),
        (date(2024, 11, 22), "23 mån"),
        (date(2026, 10, 21), "1 mån"),
        (date(2026, 10, 22), "0 mån"),
        (date(1926, 11, 22), "99 år"),
    ],
)
def test_the_age_of_a_small_child_is_told_in_months(born: date, said: str) -> None:
    child = replace(PERSON, born_on=born, sex=None)
    assert told(person=child)["S"].splitlines()[0] == f"Kvinna, {said}"


def test_the_age_is_that_of_the_day_in_sweden() -> None:
    late = datetime(2026, 7, 1, 22, 30, tzinfo=UTC)  # half past midnight on the birthday
    (situation, *_) = sbar(NOTE, CODES, PERSON, at=late)
    assert "38 år" in situation.text


def test_of_who_is_unknown_no_age_is_made_up() -> None:
    nobody = Person(UUID(int=3), PersonId.unknown(UUID(int=3)), "Man i gul jacka", "", AT)
    assert told(person=nobody)["S"].startswith("Patient: Man i gul jacka, Okänd identitet")


def test_the_language_of_the_card_stands_where_the_note_has_no_interpreter() -> None:
    speaks = replace(PERSON, language="Somaliska")
    assert "Tolk behövs" not in told(person=speaks)["R"]
    silent = replace(NOTE, interpreter_kind="", interpreter_language="")
    assert "Tolk behövs: Somaliska" in told(silent, speaks)["R"]
    assert "Tolk" not in told(silent)["R"]


def test_the_number_is_the_one_that_the_entry_was_written_under() -> None:
    then = PersonId(IdKind.SAM, "196812732391")
    assert "681273-2391" in told(identity=then)["S"]


TYPED = tuple(name for name in LONG_FIELDS if name not in {"deviation_reason"})


@given(st.sampled_from(TYPED), st.text(alphabet="abcåäö123 ", min_size=3, max_size=40))
def test_whatever_the_nurse_has_typed_is_told_just_once(name: str, text: str) -> None:
    marked = f"<{text}>"
    typed: dict[str, Any] = {name: marked}
    note = replace(Note(codes=CODES.version), **typed)
    whole = "\n".join(part.text for part in sbar(note, CODES, PERSON, at=AT))
    assert whole.count(marked) == 1
