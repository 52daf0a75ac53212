"""The text of a note: every typed character once, every tick in its words, one order."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain.composition import UNDERSTOOD, compose, plain_text
from kundcenter.domain.journal import LINE_FIELDS, LONG_FIELDS, Answer, Finding, Note, Relation
from kundcenter.domain.units import Unit, UnitKind
from kundcenter.start.desk import published_codes

CODES, OLD = published_codes()["2026-2"], published_codes()["2026-1"]
UNIT = Unit(
    UUID(int=4), "SE0000000001-VC1", "Vårdcentralen Test", UnitKind.PRIMARY_CARE, "Jönköping", ""
)
TYPED = (*LONG_FIELDS, *LINE_FIELDS)
ORDER = [
    "informant", "contact_reason", "history", "background", "assessment", "urgency", "referral",
    "advice", "call_back", "decision_support", "patient_view", "interpreter",
]  # fmt: skip


def code_of(known: tuple[Any, ...]) -> st.SearchStrategy[str]:
    return st.sampled_from(("", *(each.code for each in known)))


def codes_of(known: tuple[Any, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    every = st.sampled_from([each.code for each in known])
    return st.lists(every, unique=True, max_size=6).map(tuple)


findings = st.lists(
    st.builds(Finding, st.sampled_from([f.code for f in CODES.findings]), st.sampled_from(Answer)),
    unique_by=lambda found: found.code,
    max_size=8,
).map(tuple)
# Marks that no sentence of ours holds, so that each can be counted in the text.
marked = {name: st.sampled_from(("", f"⟦{name}⟧", f"⟦{name}⟧ \n\t<b>ö</b> ")) for name in TYPED}
notes = st.builds(
    Note,
    informant=st.sampled_from(Relation),
    reason=code_of(CODES.reasons),
    course=code_of(CODES.courses),
    findings=findings,
    urgency=code_of(CODES.urgencies),
    outcome=code_of(CODES.outcomes),
    advice_ticks=codes_of(CODES.advice),
    call_back_ticks=codes_of(CODES.call_back),
    understood=st.booleans(),
    deviation=code_of(CODES.deviations),
    patient_view=code_of(CODES.patient_views),
    interpreter_kind=code_of(CODES.interpreters),
    interpreter_language=code_of(CODES.languages),
    **marked,
)


@given(notes)
def test_every_typed_text_stands_in_the_note_once_and_as_it_was_typed(note: Note) -> None:
    text = plain_text(compose(note, CODES, UNIT))
    for name in TYPED:
        typed = getattr(note, name)
        assert text.count(f"⟦{name}⟧") == (1 if typed else 0)
        assert typed in text


@given(notes)
def test_nothing_that_was_ticked_or_chosen_is_missing(note: Note) -> None:
    sections = {section.key: section.text for section in compose(note, CODES, UNIT)}
    for found in note.findings:
        code = CODES.finding(found.code)
        said, not_said = code.present, code.absent
        if found.answer is Answer.ABSENT:
            said, not_said = not_said, said
        assert said in sections["history"]
        assert not_said not in sections["history"]
    for tick in note.advice_ticks:
        assert CODES.advice_tick(tick).sentence in sections["advice"]
    for tick in note.call_back_ticks:
        assert CODES.call_back_tick(tick).sentence in sections["call_back"]
    for chosen, key, label in (
        (note.reason, "contact_reason", CODES.reason),
        (note.urgency, "urgency", CODES.urgency),
        (note.outcome, "referral", CODES.outcome),
        (note.interpreter_kind, "interpreter", CODES.interpreter),
        (note.interpreter_language, "interpreter", CODES.language),
    ):
        assert not chosen or label(chosen).label in sections[key]
    assert not note.course or CODES.course(note.course).sentence in sections["contact_reason"]
    assert (
        not note.deviation
        or CODES.deviation(note.deviation).sentence in (sections["decision_support"])
    )
    assert (UNDERSTOOD in sections.get("advice", "")) == note.understood


@given(notes, st.randoms())
def test_the_text_has_one_order_whatever_the_order_of_ticking(note: Note, chance: Any) -> None:
    def shuffled(ticks: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(chance.sample(ticks, len(ticks)))

    again = replace(
        note,
        findings=shuffled(note.findings),
        advice_ticks=shuffled(note.advice_ticks),
        call_back_ticks=shuffled(note.call_back_ticks),
    )
    sections = compose(note, CODES, UNIT)
    assert compose(again, CODES, UNIT) == sections
    keys = [section.key for section in sections]
    assert keys == [key for key in ORDER if key in keys]
    assert all(section.text.strip() for section in sections)


def test_what_is_there_comes_before_what_is_not() -> None:
    asked = (
        Finding("ANDNOD", Answer.ABSENT),
        Finding("STEL_NACKE", Answer.ABSENT),
        Finding("HOG_FEBER", Answer.PRESENT),
    )
    (history,) = (
        section
        for section in compose(Note(findings=asked, history="Sedan i går."), CODES)
        if section.key == "history"
    )
    assert history.text == (
        "Har feber över 39 grader. Har ingen andnöd. Är inte stel i nacken.\nSedan i går."
    )


def test_a_note_of_an_older_code_set_is_composed_in_its_own_words() -> None:
    note = Note(reason="FEBER", history="x", urgency="U6", outcome="VC", unit_id=UNIT.id)
    told = {section.key: section.text for section in compose(note, OLD, UNIT)}
    assert told["referral"] == "Vårdcentral – kontakta själv: Vårdcentralen Test"
    assert set(told) == {"informant", "contact_reason", "history", "urgency", "referral"}


def test_a_code_that_nobody_knows_still_stands_in_the_text() -> None:
    strange = Note(
        reason="NYTT_X",
        findings=(Finding("NYTT_Y", Answer.PRESENT),),
        advice_ticks=("NYTT_Z",),
        deviation="NYTT_W",
    )
    text = plain_text(compose(strange, CODES))
    assert all(code in text for code in ("NYTT_X", "NYTT_Y", "NYTT_Z", "NYTT_W"))


def test_a_relative_who_interprets_is_told_as_a_risk() -> None:
    by = {
        kind.code: plain_text(compose(Note(interpreter_kind=kind.code), CODES))
        for kind in CODES.interpreters
    }
    assert [code for code, text in by.items() if "Obs!" in text] == ["ANHORIG_TOLKAR"]
