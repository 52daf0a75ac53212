"""Notes and their versions: what is missing, what may follow what, what never changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

import resources.codes
from kundcenter.domain.journal import (
    Answer,
    CorrectionNeedsReason,
    EntryAlreadySigned,
    EntryIncomplete,
    EntryOfAnother,
    EntryVersion,
    Finding,
    Note,
    Relation,
    TickedTwice,
)
from kundcenter.domain.text import LINE_LIMIT, NOTE_LIMIT, TextFault, TextInvalid
from kundcenter.domain.triage import CodeUnknown, code_set
from kundcenter.errors import Refused

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
ENTRY, AUTHOR, OTHER, UNIT = (UUID(int=n) for n in (1, 2, 3, 4))
SETS = {found.version: found for found in map(code_set, resources.codes.tables())}
CODES, OLD = SETS["2026-2"], SETS["2026-1"]
WHOLE = Note(
    reason="FEBER",
    history="x",
    assessment="x",
    urgency="U6",
    outcome="EGENVARD",
    advice="x",
    call_back_if="x",
)
FREE = ("history", "background", "assessment", "advice", "call_back_if", "patient_view_text")
ON_THE_PAGE = [each.name for each in fields(Note)]

texts = st.sampled_from(("", " ", "\u00a0\n", "Ont.", "x" * 30))
notes = st.builds(
    Note,
    informant=st.sampled_from(Relation),
    informant_name=texts,
    reason=st.sampled_from(("", "FEBER", "ADMIN")),
    history=texts,
    background=texts,
    assessment=texts,
    urgency=st.sampled_from(("", "U6", "UX")),
    call_back_if=texts,
    outcome=st.sampled_from(("", "EGENVARD", "VC", "AKUT")),
    unit_id=st.sampled_from((None, UNIT)),
    advice=texts,
)


def first(note: Note = WHOLE) -> EntryVersion:
    return EntryVersion(
        id=UUID(int=9), entry_id=ENTRY, number=1, note=note, written_at=NOON, written_by=AUTHOR
    )


def but(name: str, value: Any, note: Note = WHOLE) -> Note:
    return replace(note, **{name: value})


@given(notes)
def test_what_is_missing_is_what_the_page_demands_in_its_order(note: Note) -> None:
    missing = note.missing(CODES)
    assert list(missing) == [name for name in ON_THE_PAGE if name in missing]
    assert set(missing).isdisjoint({"codes", "informant", "background"})
    for name in ("reason", "assessment", "urgency", "outcome", "advice"):
        assert (name in missing) == (not str(getattr(note, name)).strip())
    assert ("history" in missing) == (note.reason != "ADMIN" and not note.history.strip())
    by_another = note.informant not in {Relation.SELF, Relation.UNKNOWN}
    assert ("informant_name" in missing) == (by_another and not note.informant_name.strip())
    home = note.urgency == "U6" or note.outcome == "EGENVARD"
    assert ("call_back_if" in missing) == (home and not note.call_back_if.strip())
    assert ("unit_id" in missing) == (note.outcome in {"VC", "AKUT"} and note.unit_id is None)


@given(notes)
def test_a_note_is_signed_when_nothing_is_missing_and_not_before(note: Note) -> None:
    version = first(note)
    missing = note.missing(CODES)
    if missing:
        with pytest.raises(EntryIncomplete) as caught:
            version.signed_by_author(NOON, AUTHOR, CODES)
        assert caught.value.facts == {"id": ENTRY, "missing": missing}
    else:
        signed = version.signed_by_author(NOON, AUTHOR, CODES)
        assert (signed.signed_at, signed.signed_by, signed.note) == (NOON, AUTHOR, note)


def test_a_note_is_bound_to_its_codes_and_keeps_its_text_as_it_was_typed() -> None:
    typed = replace(WHOLE, history=" \r\n\té e\u0301 ")
    assert typed.checked(CODES) == replace(typed, codes=CODES.version)
    for name in FREE:
        longest = but(name, "x" * NOTE_LIMIT)
        assert longest.checked(CODES) == replace(longest, codes=CODES.version)
        for text, fault in (
            ("x" * (NOTE_LIMIT + 1), TextFault.TOO_LONG),
            ("\0", TextFault.NOT_TEXT),
        ):
            with pytest.raises(TextInvalid) as caught:
                but(name, text).checked(CODES)
            assert caught.value.facts == {"field": name, "fault": fault, "limit": NOTE_LIMIT}
    with pytest.raises(TextInvalid):
        but("informant_name", "x" * (LINE_LIMIT + 1)).checked(CODES)
    for name, where in (("reason", "reasons"), ("urgency", "urgencies"), ("outcome", "outcomes")):
        with pytest.raises(CodeUnknown) as unknown:
            but(name, "Anna Test har feber").checked(CODES)
        assert unknown.value.facts == {"set": where}


def test_self_care_needs_signs_to_ring_again_on_typed_or_ticked() -> None:
    """FEATURES row 40."""
    bare = replace(WHOLE, call_back_if="")
    assert bare.missing(CODES) == ("call_back_if",)
    assert replace(bare, urgency="U4").missing(CODES) == ("call_back_if",)
    assert replace(bare, outcome="GIFTINFO").missing(CODES) == ("call_back_if",)
    assert replace(bare, outcome="GIFTINFO", urgency="U4").missing(CODES) == ()
    assert replace(bare, call_back_ticks=("SAMRE",)).missing(CODES) == ()
    assert bare.missing(OLD) == ()  # an entry keeps the rules it was written under


def test_what_is_chosen_asks_for_what_belongs_to_it() -> None:
    for chosen, asked in (
        ({"deviation": "HOGRE"}, "deviation_reason"),
        ({"patient_view": "AVSTAR"}, "patient_view_text"),
        ({"interpreter_kind": "TELEFONTOLK"}, "interpreter_language"),
    ):
        note = replace(WHOLE, **chosen)  # type: ignore[arg-type]
        assert note.missing(CODES) == (asked,)
        assert but(asked, "ar", note).missing(CODES) == ()
    assert replace(WHOLE, patient_view="INSTAMMER").missing(CODES) == ()


def test_a_ticked_sentence_is_text() -> None:
    asked = (Finding("HOG_FEBER", Answer.PRESENT),)
    ticked = replace(WHOLE, history="", findings=asked, advice="", advice_ticks=("VILA",))
    assert ticked.missing(CODES) == ()
    assert replace(ticked, findings=()).missing(CODES) == ("history",)
    assert replace(ticked, advice_ticks=()).missing(CODES) == ("advice",)


def test_a_box_is_ticked_once_with_a_code_of_the_set() -> None:
    yes, no = (Finding("HOG_FEBER", answer) for answer in Answer)
    for twice in ({"findings": (yes, no)}, {"advice_ticks": ("VILA", "VILA")}):
        with pytest.raises(TickedTwice):
            replace(WHOLE, **twice).checked(CODES)
    for unknown in (
        {"findings": (Finding("FINNS EJ", Answer.ABSENT),)},
        {"call_back_ticks": ("FINNS:EJ",)},
        {"course": "X"},
        {"interpreter_language": "X"},
    ):
        with pytest.raises(CodeUnknown):
            replace(WHOLE, **unknown).checked(CODES)
    with pytest.raises(CodeUnknown):
        replace(WHOLE, findings=(yes,)).checked(OLD)


FINDINGS = st.lists(
    st.builds(Finding, st.sampled_from([f.code for f in CODES.findings]), st.sampled_from(Answer)),
    unique_by=lambda found: found.code,
)


@given(notes, FINDINGS)
def test_no_answer_computes_a_level_of_care(note: Note, asked: list[Finding]) -> None:
    """The nurse chooses: whatever was asked and answered, the choices are untouched."""
    answered = replace(note, findings=tuple(asked)).checked(CODES)
    assert (answered.urgency, answered.outcome, answered.unit_id) == (
        note.urgency, note.outcome, note.unit_id,
    )  # fmt: skip
    wanted = {"urgency", "outcome"}
    assert wanted & set(answered.missing(CODES)) == wanted & set(note.missing(CODES))


def test_a_note_is_blank_until_something_is_written_or_chosen() -> None:
    assert Note().blank
    assert Note(codes="2026-1").blank
    for started in (
        Note(history=" "),
        Note(reason="FEBER"),
        Note(unit_id=UNIT),
        Note(informant=Relation.RELATIVE),
    ):
        assert not started.blank


def test_a_note_tells_no_log_what_it_says() -> None:
    secret = "Ont i halsen"
    note = WHOLE
    for name in (*FREE, "informant_name"):
        note = but(name, secret, note)
    assert secret not in repr(replace(first(note), correction=secret))


def test_a_correction_has_a_reason_and_keeps_it_while_it_is_unsigned() -> None:
    signed = first().signed_by_author(NOON, AUTHOR, CODES)
    for nothing in ("", " \n"):
        with pytest.raises(CorrectionNeedsReason) as caught:
            signed.succeeded(UUID(int=10), note=WHOLE, at=NOON, by=AUTHOR, correction=nothing)
        assert caught.value.facts == {"id": ENTRY}
    for text in ("x" * (LINE_LIMIT + 1), "\ud800"):
        with pytest.raises(TextInvalid):
            signed.succeeded(UUID(int=10), note=WHOLE, at=NOON, by=AUTHOR, correction=text)
    corrected = signed.succeeded(UUID(int=10), note=WHOLE, at=NOON, by=AUTHOR, correction="Fel.")
    again = corrected.succeeded(UUID(int=11), note=WHOLE, at=NOON, by=AUTHOR)
    assert (corrected.correction, again.correction, again.number) == ("Fel.", "Fel.", 3)


def refused(kind: type[Refused], act: Callable[[], EntryVersion]) -> None:
    with pytest.raises(kind):
        act()


class AnyEntry(RuleBasedStateMachine):
    """Whatever is done to an entry and by whom: versions are only added, and signed once."""

    def __init__(self) -> None:
        super().__init__()
        self.now = NOON
        self.versions: list[EntryVersion] = []
        self.seen: list[EntryVersion] = []

    @initialize(note=notes)
    def it_is_written(self, note: Note) -> None:
        self.versions = [first(note)]

    @rule(note=notes, by=st.sampled_from((AUTHOR, OTHER)), reason=texts)
    def another_text(self, note: Note, by: UUID, reason: str) -> None:
        latest = self.versions[-1]
        self.now += timedelta(seconds=1)

        def act() -> EntryVersion:
            return latest.succeeded(
                UUID(int=100 + latest.number), note=note, at=self.now, by=by, correction=reason
            )

        if latest.signed and not reason.strip():
            refused(CorrectionNeedsReason, act)
        elif not latest.signed and by != latest.written_by:
            refused(EntryOfAnother, act)
        else:
            self.versions.append(act())

    @rule(by=st.sampled_from((AUTHOR, OTHER)))
    def sign(self, by: UUID) -> None:
        latest = self.versions[-1]
        self.now += timedelta(seconds=1)

        def act() -> EntryVersion:
            return latest.signed_by_author(self.now, by, CODES)

        if latest.signed:
            refused(EntryAlreadySigned, act)
        elif by != latest.written_by:
            refused(EntryOfAnother, act)
        elif latest.note.missing(CODES):
            refused(EntryIncomplete, act)
        else:
            self.versions[-1] = act()

    @invariant()
    def versions_are_numbered_one_by_one_of_one_entry(self) -> None:
        assert [v.number for v in self.versions] == [n + 1 for n in range(len(self.versions))]
        assert {v.entry_id for v in self.versions} <= {ENTRY}
        times = [v.written_at for v in self.versions]
        assert times == sorted(times)

    @invariant()
    def nothing_that_was_written_has_changed_but_for_its_signature(self) -> None:
        for before, after in zip(self.seen, self.versions, strict=False):
            assert replace(after, signed_at=None, signed_by=None) == replace(
                before, signed_at=None, signed_by=None
            )
            assert not before.signed or after == before
        self.seen = list(self.versions)

    @invariant()
    def whatever_follows_a_signed_version_says_why(self) -> None:
        signed = False
        for version in self.versions:
            assert bool(version.correction.strip()) == signed
            signed = signed or version.signed
        assert all(v.signed_by in (None, v.written_by) for v in self.versions)


TestAnyEntry = AnyEntry.TestCase
