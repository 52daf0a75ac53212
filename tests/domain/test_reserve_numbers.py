"""Reserve numbers: which series a text belongs to, and what its number tells."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain import reserve_numbers
from kundcenter.domain.identity import Caution, IdKind, PersonIdInvalid, Reason, parse

TODAY = date(2026, 11, 21)


def read(text: str, today: date = TODAY) -> tuple[str, str, tuple[str, ...]]:
    reading = parse(text, today)
    return reading.person_id.kind, reading.person_id.value, reading.warnings


def refused(text: str, today: date = TODAY) -> Reason:
    with pytest.raises(PersonIdInvalid) as caught:
        parse(text, today)
    return caught.value.reason


@pytest.mark.parametrize(
    ("text", "kind", "born", "sex"),
    [
        ("98240301AA06", "NRID", date(2024, 3, 1), "K"),
        ("22950606FH20", "NRID", date(1995, 6, 6), "K"),
        ("22790814AA01", "NRID", date(1979, 8, 14), "K"),
        ("25780404KHD5", "NRID", date(1978, 4, 4), None),  # a letter for an unknown sex
        ("00342145BZ31", "NRID", None, "M"),
        ("00749852BZK0", "NRID", None, None),
        ("991981000010", "LRES_SLL", None, "M"),
        ("991945000023", "LRES_SLL", None, "K"),
        ("991993000032", "LRES_SLL", None, "M"),
        ("19810829M071", "LRES_VGR", date(1981, 8, 29), "M"),
        ("19450829K088", "LRES_VGR", date(1945, 8, 29), "K"),
        ("19930829X802", "LRES_VGR", date(1993, 8, 29), None),
        ("20210325K069", "LRES_VGR", date(2021, 3, 25), "K"),
        ("198108320014", "LRES_CARELINK", None, None),
    ],
)
def test_a_reserve_number_is_known_by_its_form_and_check_digit(
    text: str, kind: str, born: date | None, sex: str | None
) -> None:
    person_id = parse(text, TODAY).person_id
    assert read(text) == (kind, text, ())
    assert (person_id.birth_date, person_id.sex) == (born, sex)
    assert person_id.shown(TODAY) == text
    assert read(f" {text[:8]}-{text[8:].lower()}") == (kind, text, ())


@pytest.mark.parametrize(
    ("text", "born", "sex"),
    [
        ("19810829SU3A", None, "M"),
        ("19450829SF2B", date(1945, 8, 29), "K"),
        ("19930829SX0C", None, None),
    ],
)
def test_a_number_without_check_digit_is_accepted_with_a_warning(
    text: str, born: date | None, sex: str | None
) -> None:
    person_id = parse(text, TODAY).person_id
    assert read(text) == ("LRES_VARMLAND", text, ("CHECK_NOT_VERIFIED",))
    assert (person_id.birth_date, person_id.sex) == (born, sex)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("98240301AA07", "CHECK"),
        ("98240301AB06", "CHECK"),
        ("991981000011", "CHECK"),
        ("19810829M072", "CHECK"),
        ("19810829K071", "CHECK"),
        ("198108320015", "DATE"),  # more likely a personnummer with a wrong day
        ("23790914AA09", "FUTURE"),
        ("22790231AA06", "DATE"),
        ("20250230M079", "DATE"),
        ("19450231SF2B", "DATE"),
        ("19790914AA05", "FORMAT"),
        ("00790914AA06", "FORMAT"),
        ("00792039AA05", "FORMAT"),
        ("22950606FI20", "FORMAT"),
        ("19810829SA3A", "FORMAT"),
        ("19810829SU3V", "FORMAT"),
        ("19810829M055", "CHECK"),  # sound, but no such running number
        ("19810829M907", "CHECK"),
        ("19570926308A", "FORMAT"),
    ],
)
def test_a_faulty_reserve_number_is_refused_with_its_reason(text: str, reason: str) -> None:
    assert refused(text) == reason


ALL_SERIES = (
    reserve_numbers.NATIONAL,
    reserve_numbers.STOCKHOLM,
    reserve_numbers.VASTRA_GOTALAND,
    reserve_numbers.VARMLAND,
    reserve_numbers.CARELINK,
)


@given(st.sampled_from(ALL_SERIES).flatmap(lambda s: st.from_regex(s.pattern, fullmatch=True)))
def test_no_text_belongs_to_two_series(number: str) -> None:
    assert sum(series.pattern.fullmatch(number) is not None for series in ALL_SERIES) == 1


def test_the_regions_own_pattern_comes_after_the_national_numbers_and_before_other_regions() -> (
    None
):
    pattern = re.compile(r"\d{11}[0-9A-Z]|\d{8}M\d{3}")
    own = parse("19570926 308a", TODAY, local_pattern=pattern)
    assert (own.person_id.kind, own.person_id.value) == (IdKind.LRES_LOCAL, "19570926308A")
    assert own.warnings == (Caution.CHECK_NOT_VERIFIED,)
    kinds = {
        text: parse(text, TODAY, local_pattern=pattern).person_id.kind
        for text in ("198507099805", "19810829M071", "19810829K071"[:8] + "M079", "98240301AA06")
    }
    assert list(kinds.values()) == ["PNR", "LRES_LOCAL", "LRES_LOCAL", "NRID"]


def test_the_regions_own_pattern_does_not_let_foreign_digits_in() -> None:
    with pytest.raises(PersonIdInvalid):
        parse("١٩٥٧٠٩٢٦٣٠٨A", TODAY, local_pattern=re.compile(r"\d{11}[A-Z]"))


@pytest.mark.parametrize("text", ["20000101T220", "20000101-t220", "000101T220", "000101-T220"])
def test_an_interim_number_is_kept_as_a_local_one_with_a_warning(text: str) -> None:
    assert read(text) == ("LRES_LOCAL", "20000101T220", ("INTERIM",))
    assert parse(text, TODAY).person_id.birth_date is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [("20000101T221", "CHECK"), ("20000231T220", "DATE"), ("20000101E221", "FORMAT")],
)
def test_a_faulty_interim_number_is_refused(text: str, reason: str) -> None:
    assert refused(text) == reason
