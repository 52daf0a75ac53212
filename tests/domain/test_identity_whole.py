"""Identities of persons: the whole official lists, and properties of numbers made in memory."""

from __future__ import annotations

import re
import time
import unicodedata
from datetime import date, timedelta

import personnummer.personnummer as second_opinion
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kundcenter.domain.identity import IdKind, PersonIdInvalid, Reason, Sex, parse
from kundcenter.domain.written_numbers import luhn
from tests.external import external

TODAY = date(2026, 11, 21)


def read(text: str, today: date = TODAY) -> tuple[str, str, tuple[str, ...]]:
    reading = parse(text, today)
    return reading.person_id.kind, reading.person_id.value, reading.warnings


def refused(text: str, today: date = TODAY) -> Reason:
    with pytest.raises(PersonIdInvalid) as caught:
        parse(text, today)
    return caught.value.reason


def test_every_official_personnummer_is_accepted() -> None:
    numbers: list[str] = external("persons/allPins.json")
    assert len(numbers) == 41_129
    for number in numbers:
        assert read(number) == ("PNR", number, ())
        opinion = second_opinion.parse(number)
        person_id = parse(number, TODAY).person_id
        assert person_id.birth_date == opinion.get_date()
        assert (person_id.sex is Sex.MAN) == opinion.is_male()
        assert parse(person_id.shown(TODAY), TODAY).person_id == person_id


def test_every_official_samordningsnummer_is_accepted() -> None:
    numbers: list[str] = external("persons/allCoords-half.json")
    assert len(numbers) > 1000
    unknown = 0
    for number in numbers:
        assert read(number) == ("SAM", number, ())
        person_id = parse(number, TODAY).person_id
        assert parse(person_id.shown(TODAY), TODAY).person_id == person_id
        if person_id.birth_date is None:
            unknown += 1
            assert not second_opinion.valid(number)
        else:
            assert person_id.birth_date == second_opinion.parse(number).get_date()
    assert unknown > 50


def test_interim_and_organisation_numbers_are_told_apart() -> None:
    for entry in external("persons/interim.json"):
        number = entry["long_format"]
        if entry["valid"]:
            assert read(number) == ("LRES_LOCAL", number, ("INTERIM",))
        else:
            assert refused(number) is Reason.FORMAT
    for entry in external("persons/orgnumber.json"):
        assert refused(entry["short_format"]) is Reason.ORGANISATION
        assert refused(entry["separated_format"]) is Reason.ORGANISATION


def test_the_shared_list_of_all_implementations_is_answered_alike() -> None:
    for entry in external("persons/list.json"):
        spellings = [entry[form] for form in ("long_format", "separated_format", "separated_long")]
        if entry["type"] in {"ssn", "con"} and entry["valid"]:
            kind = {"ssn": "PNR", "con": "SAM"}[entry["type"]]
            assert {read(text)[:2] for text in spellings} == {(kind, entry["long_format"])}
            assert (parse(spellings[0], TODAY).person_id.sex is Sex.MAN) == entry["isMale"]
        else:
            assert all(
                refused(text) for text in spellings if " " not in text
            )  # spaces are no fault


# Properties; the numbers live in memory only


@st.composite
def numbers(draw: st.DrawFn, born_before: date = TODAY) -> str:
    born = draw(st.dates(date(1890, 1, 1), born_before))
    day = born.day + draw(st.sampled_from([0, 60]))
    nine = f"{born:%y%m}{day:02}{draw(st.integers(1, 999)):03}"
    check = next(digit for digit in "0123456789" if luhn(nine + digit))
    return f"{born.year // 100}{nine}{check}"


@given(numbers(), st.dates(TODAY, date(2039, 12, 31)))
def test_what_is_shown_is_read_back_as_the_same_person(number: str, today: date) -> None:
    person_id = parse(number, today).person_id
    again = parse(person_id.shown(today), today)
    assert (again.person_id, again.warnings) == (person_id, ())


@given(numbers(), st.integers(2, 11), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(number: str, place: int, by: int) -> None:
    wrong = str((int(number[place]) + by) % 10)
    assert refused(number[:place] + wrong + number[place + 1 :])


@given(
    numbers(), st.lists(st.sampled_from(" \t\n\u00a0\u2009\u200b\ufeff\u2060\u00ad"), max_size=5)
)
def test_unseen_signs_between_digits_change_nothing(number: str, unseen: list[str]) -> None:
    text = number
    for count, sign in enumerate(unseen):
        text = text[: 2 * count] + sign + text[2 * count :]
    assert parse(text, TODAY) == parse(number, TODAY)


@given(numbers(), st.dates(date(1900, 1, 1), TODAY + timedelta(days=4000)))
def test_no_reading_is_ever_born_in_the_future(number: str, today: date) -> None:
    for text in (number, number[2:], f"{number[2:8]}-{number[8:]}", f"{number[2:8]}+{number[8:]}"):
        try:
            born = parse(text, today).person_id.birth_date
        except PersonIdInvalid:
            continue
        assert born is None or born <= today


@given(st.from_regex("(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])[0-9]{6}", fullmatch=True))
@example("198507099805")
@example("198507099806")
@example("198507319805")
def test_twelve_digits_are_judged_as_by_the_public_library(text: str) -> None:
    today = date(2099, 12, 31)  # the library lets births in the future through
    try:
        ours = parse(text, today).person_id
    except PersonIdInvalid:
        assert not second_opinion.valid(text)
        return
    if ours.kind in {IdKind.PNR, IdKind.SAM} and ours.birth_date:
        assert second_opinion.valid(text)


SIGNS = st.text(
    st.sampled_from("0123456789+- KMXTSAÄÖåäÉſıſß٠۱１２Ⅻ²\0\ud800\u202e\u0301"), max_size=70
)


@given(st.one_of(st.text(), SIGNS, st.text(alphabet=st.characters(categories=("Cs", "Nd", "Nl")))))
@example("8507099805\ud800")
@example("\x00" * 12)
@example("OKÄND-" + "0" * 36)
def test_every_text_is_answered(text: str) -> None:
    try:
        reading = parse(text, TODAY, local_pattern=re.compile(r"\w{12}"))
    except PersonIdInvalid as refusal:
        assert refusal.reason in Reason
    else:
        shown = reading.person_id.shown(TODAY)
        assert (
            parse(shown, TODAY, local_pattern=re.compile(r"\w{12}")).person_id == reading.person_id
        )


def test_the_naughty_strings_are_all_refused() -> None:
    for text in external("text/blns.json"):
        assert refused(text)


def test_a_megabyte_is_refused_at_once() -> None:
    began = time.process_time()
    for text in ("8507099805" * 100_000, " " * 1_000_000, "\ud800" * 1_000_000):
        for _ in range(1000):
            assert refused(text) is Reason.FORMAT
    assert time.process_time() - began < 2


def test_only_the_digits_0_to_9_are_digits() -> None:
    foreign = [c for c in map(chr, range(128, 0x110000)) if unicodedata.category(c) in {"Nd", "No"}]
    assert "٣" in foreign and "３" in foreign and "³" in foreign
    for digit in foreign:
        assert refused(f"85070{digit}-9805") is Reason.FORMAT
        assert refused(f"1985070{digit}M071") is Reason.FORMAT
