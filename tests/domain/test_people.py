"""Persons: names as they are stored, and the day of birth that counts."""

from __future__ import annotations

import unicodedata
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain import identity
from kundcenter.domain.identity import PersonId, parse
from kundcenter.domain.identity_errors import BirthDayImpossible, BornInTheFuture
from kundcenter.domain.people import (
    NAME_LIMIT,
    BirthUnreadable,
    FormerIdentity,
    IdentityIsFirst,
    NameInvalid,
    Person,
    Protection,
    birth_said,
    clean_name,
    latest_of,
)
from kundcenter.errors import Refused

TODAY = date(2026, 11, 21)
WOMAN = parse("198807022382", TODAY).person_id


def person(person_id: PersonId = WOMAN, born_on: date | None = None) -> Person:
    return Person(
        id=UUID(int=1),
        person_id=person_id,
        given_name="Åsa",
        family_name="Test-Öst",
        registered_at=datetime(2026, 11, 21, 12, tzinfo=UTC),
        born_on=born_on,
    )


@given(st.text(max_size=NAME_LIMIT + 20))
def test_a_name_is_clean_or_refused(text: str) -> None:
    try:
        name = clean_name(text)
    except NameInvalid as error:
        assert set(error.facts) == {"length"}
        return
    assert 0 < len(name) <= NAME_LIMIT
    assert clean_name(name) == name == unicodedata.normalize("NFC", name)
    assert name == " ".join(name.split())
    assert name.isprintable() or any(unicodedata.category(c) == "Zs" for c in name)
    name.encode()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("A\u030asa", "Åsa"),
        (" Anna \u00a0 Maria\t", "Anna Maria"),
        ("O'Brien", "O'Brien"),
        ("d’Arc-Öhrn", "d’Arc-Öhrn"),
        ("X", "X"),
        ("李", "李"),
        ("x" * NAME_LIMIT, "x" * NAME_LIMIT),
        ("a\u030a" * NAME_LIMIT, "å" * NAME_LIMIT),
    ],
)
def test_names_are_kept_as_people_have_them(typed: str, kept: str) -> None:
    assert clean_name(typed) == kept


@pytest.mark.parametrize(
    "typed",
    ["", " ", "\u00a0", "x" * (NAME_LIMIT + 1), "a\0", "a\x1b[31m", "a\u200db", "a\u202eb",
     "\ud800", "\ufeff", "\ue000", "\U0010ffff"],
)  # fmt: skip
def test_what_hides_or_disturbs_is_no_name(typed: str) -> None:
    with pytest.raises(NameInvalid):
        clean_name(typed)


@given(
    born=st.dates(date(1890, 1, 1), date(2026, 11, 21)),
    on=st.dates(date(2026, 11, 21), date(2126, 1, 1)),
)
def test_a_registered_day_wins_over_the_number_and_ages_as_the_law_counts(
    born: date, on: date
) -> None:
    assert person(born_on=born).birth_date() == born
    assert person(born_on=born).age(on) == identity.age(born, on)


def test_somebody_born_on_the_leap_day_gets_older_on_28_february_in_common_years() -> None:
    leap = person(parse("200002292399", TODAY).person_id)
    assert [leap.age(date(2027, 2, day)) for day in (27, 28)] == [26, 27]
    assert [leap.age(date(2028, 2, day)) for day in (28, 29)] == [27, 28]


def test_the_number_tells_the_day_when_none_is_registered_and_unknown_ones_tell_none() -> None:
    assert person().birth_date() == date(1988, 7, 2)
    assert person(PersonId.unknown(UUID(int=7))).birth_date() is None
    assert person(PersonId.unknown(UUID(int=7))).age(TODAY) is None


def test_a_person_is_protected_at_either_level() -> None:
    assert not person().protected
    for level in (Protection.CONFIDENTIAL, Protection.PROTECTED_REGISTRATION):
        assert person().protected_as(level).protected
        assert person().protected_as(level).protected_as(Protection.NONE) == person()


def test_a_person_tells_no_log_who_it_is() -> None:
    told = repr(person(born_on=date(1988, 7, 3)))
    assert not [part for part in ("Åsa", "Öst", "8807", "1988") if part in told]


@pytest.mark.parametrize(
    ("said", "born"),
    [
        ("", None),
        (" \t", None),
        ("1980-02-29", date(1980, 2, 29)),
        ("19800229", date(1980, 2, 29)),
        ("1980", date(1980, 7, 1)),
        ("2026", date(2026, 7, 1)),
        ("40", date(1986, 11, 21)),
        ("Ca 40 år", date(1986, 11, 21)),
        ("cirka 2år", date(2024, 11, 21)),
        ("5 mån", date(2026, 6, 21)),
        ("18 månader", date(2025, 5, 21)),
        ("0", TODAY),
    ],
)
def test_a_day_of_birth_is_read_out_of_what_is_said(said: str, born: date | None) -> None:
    assert birth_said(said, TODAY) == born


def test_a_year_that_has_just_begun_is_no_day_to_come() -> None:
    assert birth_said("2026", date(2026, 2, 3)) == date(2026, 2, 3)


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ("snart fyra", BirthUnreadable),
        ("1981-02-29", BirthUnreadable),
        ("80-01-01", BirthUnreadable),
        ("²", BirthUnreadable),
        ("2026-11-22", BornInTheFuture),
        ("2027", BornInTheFuture),
        ("200 år", BirthDayImpossible),
        ("1839-12-31", BirthDayImpossible),
    ],
)
def test_what_tells_no_day_of_birth_is_refused(said: str, error: type[Refused]) -> None:
    with pytest.raises(error):
        birth_said(said, TODAY)


@given(st.text(max_size=20) | st.from_regex(r"[0-9 åmårn.-]{0,12}", fullmatch=True))
def test_whatever_is_said_of_a_birth_is_answered(text: str) -> None:
    try:
        born = birth_said(text, TODAY)
    except (BirthUnreadable, BornInTheFuture, BirthDayImpossible):
        return
    assert born is None or born <= TODAY


def test_the_identity_before_is_the_latest_of_ones_own_that_still_counts() -> None:
    now = datetime(2026, 11, 21, 12, tzinfo=UTC)
    own, void, others = (
        FormerIdentity(UUID(int=n), UUID(int=whose), WOMAN, now, UUID(int=9))
        for n, whose in ((11, 1), (12, 1), (13, 2))
    )
    assert latest_of(person(), (own, void.voided(), others)) == own
    with pytest.raises(IdentityIsFirst):
        latest_of(person(), (own.voided(), others))
