"""Each field of a case has one form, whoever writes it and however."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain.case_codes import (
    AnswerBy,
    CaseField,
    CaseKind,
    Complainant,
    Injury,
    Said,
)
from kundcenter.domain.case_errors import CaseInvalid
from kundcenter.domain.case_fields import (
    TELLING,
    changed,
    checked,
    checked_edits,
    checked_facts,
    is_address,
    lacks,
    must_be_in_force,
    must_be_nobody,
    must_have_been,
    must_stay_handled,
)
from kundcenter.domain.case_terms import Category
from kundcenter.domain.cases import CaseFacts, FieldEdit
from kundcenter.domain.text import TextInvalid

ID = "01890000-0000-7000-8000-00000000c001"
TODAY = date(2026, 11, 21)
FORMS = (
    (CaseField.KIND, " KLAGOMAL ", "KLAGOMAL"),
    (CaseField.COMPLAINANT, "", ""),
    (CaseField.CONSENT, "JA", "JA"),
    (CaseField.PERSON, f" {ID.upper()} ", ID),
    (CaseField.UNIT, ID.replace("-", ""), ID),
    (CaseField.NUMBER, "070-174 06 05", "+46701740605"),
    (CaseField.NUMBER, "0046 70 174 06 05", "+46701740605"),
    (CaseField.NAME, " Test\tPerson\n", "Test Person"),
    (CaseField.ADDRESS, "Gatan 1\n551 11  Jönköping", "Gatan 1\n551 11  Jönköping"),
    (CaseField.ADDRESS, " \n ", ""),
    (CaseField.WORDS, "  Jag väntade.\n", "  Jag väntade.\n"),
    (CaseField.WORDS, " \t\n", ""),
    (CaseField.EMAIL, " a@example.com\n", "a@example.com"),
    (CaseField.EVENT, " 2024-02-29 ", "2024-02-29"),
    (CaseField.EVENT, "2026-05", "2026-05"),
    (CaseField.EVENT, "1900", "1900"),
    (CaseField.CATEGORY, " 3.4", "3.4"),
    (CaseField.LANGUAGE, "arabiska ", "arabiska"),
)
WRONG = (
    (CaseField.KIND, ""),
    (CaseField.KIND, "klagomal"),
    (CaseField.ANSWER_BY, "FAX"),
    (CaseField.INJURY, "JA"),
    (CaseField.PERSON, "1"),
    (CaseField.UNIT, ID[:-1]),
    (CaseField.NUMBER, "anonymous"),
    (CaseField.NUMBER, "0"),
    (CaseField.NUMBER, "1" * 200),
    (CaseField.EMAIL, "a@b"),
    (CaseField.EMAIL, "a@example.com b@example.com"),
    (CaseField.EMAIL, "a@example.com,b@example.com"),
    (CaseField.EMAIL, "<a@example.com>"),
    (CaseField.EMAIL, "a" * 250 + "@example.com"),
    (CaseField.EVENT, "26-05-01"),
    (CaseField.EVENT, "2026-5-1"),
    (CaseField.EVENT, "2025-02-29"),
    (CaseField.EVENT, "2026-W01-1"),
    (CaseField.EVENT, "2026-00"),
    (CaseField.EVENT, "1899-12-31"),
    (CaseField.EVENT, "٢٠٢٦"),
    (CaseField.CATEGORY, "3.0"),
    (CaseField.CATEGORY, "3."),
)


@pytest.mark.parametrize(("name", "said", "kept"), FORMS)
def test_the_form_in_which_it_is_kept(name: CaseField, said: str, kept: str) -> None:
    assert checked(name, said) == kept
    assert checked(name, kept) == kept
    assert changed(CaseFacts(), name, kept).value(name) == kept


@pytest.mark.parametrize(("name", "said"), WRONG)
def test_what_is_refused(name: CaseField, said: str) -> None:
    with pytest.raises(CaseInvalid) as caught:
        checked(name, said)
    assert caught.value.facts == {"field": name.value}


@given(st.sampled_from(CaseField), st.text(max_size=400))
def test_a_kept_value_is_kept_again_as_it_is(name: CaseField, said: str) -> None:
    try:
        kept = checked(name, said)
    except (CaseInvalid, TextInvalid):
        return
    assert checked(name, kept) == kept
    assert changed(CaseFacts(), name, kept).value(name) == kept


def test_there_is_a_rule_for_every_field() -> None:
    assert [each.value for each in CaseField] == list(CaseFacts.__slots__)
    for name in CaseField:
        if name is not CaseField.KIND:
            assert checked(name, "") == "" == checked(name, " \n")
        with pytest.raises(TextInvalid):
            checked(name, "\0")
        with pytest.raises(TextInvalid):
            checked(name, "x" * 20_001)


def test_whole_facts_are_brought_into_form() -> None:
    facts = CaseFacts(name=" Test  Person ", number="070-174 06 05", event=" 2026")
    assert checked_facts(facts) == CaseFacts(
        name="Test Person", number="+46701740605", event="2026"
    )
    with pytest.raises(CaseInvalid) as caught:
        checked_facts(CaseFacts(event="i maj"))
    assert caught.value.facts == {"field": "event"}


@pytest.mark.parametrize("name", TELLING)
def test_an_anonymous_case_tells_of_nobody(name: CaseField) -> None:
    nobody = CaseFacts(complainant=Complainant.ANONYMOUS, words="Ingen svarade.", unit=ID)
    must_be_nobody(nobody)
    somebody = changed(nobody, name, ID)
    with pytest.raises(CaseInvalid) as caught:
        must_be_nobody(somebody)
    assert caught.value.facts == {"field": name.value}
    must_be_nobody(changed(somebody, CaseField.COMPLAINANT, "PATIENT"))


def test_what_is_complained_of_has_begun_to_happen() -> None:
    for event in ("", "2026", "2026-11", "2026-11-21", "1900"):
        must_have_been(event, TODAY)
    for event in ("2027", "2026-12", "2026-11-22"):
        with pytest.raises(CaseInvalid):
            must_have_been(event, TODAY)


def test_a_category_in_force_is_one_of_the_terms_and_has_not_ended() -> None:
    terms = (Category("1", "Vård"), Category("1.1", "Undersökning", ended=True))
    must_be_in_force("", terms)
    must_be_in_force("1", terms)
    for code in ("1.1", "2"):
        with pytest.raises(CaseInvalid):
            must_be_in_force(code, terms)


def test_a_case_stays_with_those_who_handle_its_kind() -> None:
    feedback = {"KLAGOMAL", "SYNPUNKT", "BEROM", "FRAGA"}
    for kind in CaseKind:
        for other in CaseKind:
            if kind is other or {kind.value, other.value} <= feedback:
                must_stay_handled(kind, other)
            else:
                with pytest.raises(CaseInvalid):
                    must_stay_handled(kind, other)


def test_edits_are_brought_into_form_and_those_that_want_nothing_are_left_out() -> None:
    number = FieldEdit(CaseField.NUMBER, "", "070-174 06 05")
    same = FieldEdit(CaseField.NUMBER, "+46701740605", "070-174 06 05")
    summary = FieldEdit(CaseField.SUMMARY, "a", "b")
    assert checked_edits((number, summary)) == (
        FieldEdit(CaseField.NUMBER, "", "+46701740605"),
        summary,
    )
    assert checked_edits((same,)) == ()
    assert checked_edits(()) == ()
    with pytest.raises(CaseInvalid):
        checked_edits((number, same))


def test_what_should_be_known_too_is_told() -> None:
    whole = CaseFacts(
        complainant=Complainant.PATIENT,
        answer_by=AnswerBy.TELEPHONE,
        number="+46701740605",
        words="Ingen ringde.",
        unit=ID,
        event="2026",
        injury=Injury.NO,
    )
    assert lacks(whole) == ()
    assert lacks(CaseFacts()) == (
        CaseField.COMPLAINANT,
        CaseField.ANSWER_BY,
        CaseField.WORDS,
        CaseField.UNIT,
        CaseField.EVENT,
        CaseField.INJURY,
    )
    ways = {
        AnswerBy.TELEPHONE: CaseField.NUMBER,
        AnswerBy.LETTER: CaseField.ADDRESS,
        AnswerBy.EMAIL: CaseField.EMAIL,
        AnswerBy.INBOX: CaseField.PERSON,
    }
    for way, name in ways.items():
        facts = changed(changed(whole, CaseField.NUMBER, ""), CaseField.ANSWER_BY, way)
        assert lacks(facts) == (name,)
        known = changed(facts, CaseField.PERSON, ID)
        assert lacks(known) == ((CaseField.EMAIL,) if way is AnswerBy.EMAIL else ())
        assert lacks(changed(facts, name, ID)) == ()
    relative = changed(whole, CaseField.COMPLAINANT, Complainant.RELATIVE)
    assert lacks(relative) == (CaseField.NAME, CaseField.RELATION, CaseField.CONSENT)
    assert lacks(changed(relative, CaseField.CONSENT, Said.NO))[-1] is CaseField.RELATION
    nobody = changed(changed(whole, CaseField.ANSWER_BY, ""), CaseField.COMPLAINANT, "ANONYM")
    assert lacks(nobody) == ()
    praise = CaseFacts(
        kind=CaseKind.PRAISE,
        complainant=Complainant.PATIENT,
        answer_by=AnswerBy.NOT,
        summary="Nöjd.",
    )
    assert lacks(praise) == ()


@given(st.text(max_size=60))
def test_nothing_that_could_end_a_header_is_an_address(text: str) -> None:
    if is_address(text):
        assert text.count("@") == 1
        assert not set(text) & set("\r\n\t ,;<>")
