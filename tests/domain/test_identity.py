"""Identities of persons: how each spelling is read, shown and refused."""

from __future__ import annotations

import re
from datetime import date
from uuid import UUID

import pytest

from kundcenter.domain.identity import IdKind, PersonId, PersonIdInvalid, Reason, Sex, age, parse
from kundcenter.domain.identity_errors import PersonIdMalformed

TODAY = date(2026, 11, 21)


def read(text: str, today: date = TODAY) -> tuple[str, str, tuple[str, ...]]:
    reading = parse(text, today)
    return reading.person_id.kind, reading.person_id.value, reading.warnings


def refused(text: str, today: date = TODAY) -> Reason:
    with pytest.raises(PersonIdInvalid) as caught:
        parse(text, today)
    return caught.value.reason


# Personnummer and samordningsnummer


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("121212-1212", "201212121212"),
        ("121212+1212", "191212121212"),
        ("191212121212", "191212121212"),
        ("850709-9805", "198507099805"),
        ("850709 9805", "198507099805"),
        ("8507099805", "198507099805"),
        (" 850709–9805 ", "198507099805"),
        ("850709\u22129805", "198507099805"),
        ("850709\u20119805", "198507099805"),
        ("\u202a850709\u00a0-\u20099805\u202c\ufeff", "198507099805"),
        ("19850709 - 9805\r\n", "198507099805"),
        ("090527+1474", "190905271474"),
        ("19090527+1474", "190905271474"),
        ("000229-2399", "200002292399"),
        ("270610-9176", "192706109176"),
    ],
)
def test_a_personnummer_is_read_in_any_spelling(text: str, value: str) -> None:
    assert read(text) == ("PNR", value, ())


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("19121212-1212", "191212121212"),
        ("19850709+9805", "198507099805"),
        ("261204-9029", "192612049029"),  # the short form says '-', but the year of 100 has come
    ],
)
def test_a_sign_against_the_age_is_accepted_with_a_warning(text: str, value: str) -> None:
    assert read(text) == ("PNR", value, ("SIGN_MISMATCH",))


def test_a_short_form_never_means_a_birth_in_the_future() -> None:
    assert read("261204-9029")[1] == "192612049029"
    assert read("261204-9029", date(2026, 12, 3))[1] == "192612049029"
    assert read("261204-9029", date(2026, 12, 4))[1] == "202612049029"


@pytest.mark.parametrize(
    ("text", "value", "born", "sex"),
    [
        ("850769-9802", "198507699802", date(1985, 7, 9), Sex.WOMAN),
        ("701063-2391", "197010632391", date(1970, 10, 3), Sex.MAN),
        ("191500722390", "191500722390", None, Sex.MAN),
        ("193100602394", "193100602394", None, Sex.MAN),
        ("192004912388", "192004912388", None, Sex.WOMAN),
    ],
)
def test_a_samordningsnummer_need_not_tell_a_day_of_birth(
    text: str, value: str, born: date | None, sex: Sex
) -> None:
    person_id = parse(text, TODAY).person_id
    assert (person_id.kind, person_id.value) == (IdKind.SAM, value)
    assert (person_id.birth_date, person_id.sex) == (born, sex)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("201212121212", "121212-1212"),
        ("191212121212", "121212+1212"),
        ("192612049029", "261204+9029"),
        ("192706109176", "270610-9176"),
        ("198507699802", "850769-9802"),
        ("191500722390", "150072+2390"),
    ],
)
def test_the_sign_is_plus_from_the_year_of_turning_100(value: str, shown: str) -> None:
    assert parse(value, TODAY).person_id.shown(TODAY) == shown
    assert parse("192706109176", TODAY).person_id.shown(date(2027, 1, 1)) == "270610+9176"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("850709-0006", "BIRTHNO"),
        ("201509160006", "BIRTHNO"),
        ("850769-0007", "BIRTHNO"),
        ("197004289895", "CHECK"),
        ("196004309886", "CHECK"),
        ("20271231-2387", "CHECK"),
        ("202612049029", "FUTURE"),
        ("202700602390", "FUTURE"),
        ("20270101-0015", "FUTURE"),
        ("850230-1230", "DATE"),
        ("850732-1230", "DATE"),
        ("19851332-1230", "DATE"),
        ("850792-1230", "DATE"),
        ("8513691231", "DATE"),
        ("18391231-1230", "DATE"),
        ("270610+9176", "DATE"),  # 1827: '+' means at least 100 years
        ("8507O9-9805", "FORMAT"),
        ("850709-98055", "FORMAT"),
        ("85070-9805", "FORMAT"),
        ("19850709-980", "FORMAT"),
        ("85-07099805", "FORMAT"),
        ("17850709-9805", "FORMAT"),
        ("850709--9805", "FORMAT"),
        ("850709*9805", "FORMAT"),
        ("", "FORMAT"),
        (" ", "FORMAT"),
        ("-", "FORMAT"),
        ("556559-4230", "ORGANISATION"),
        ("232100-0057", "ORGANISATION"),
        ("16556559-4230", "ORGANISATION"),
        ("556559-4231", "DATE"),  # not even a sound organisation number
    ],
)
def test_a_text_that_is_no_number_is_refused_with_its_reason(text: str, reason: str) -> None:
    assert refused(text) == reason


def test_a_person_whom_nobody_could_identify_has_a_mark_that_can_be_read_back() -> None:
    person_id = PersonId.unknown(UUID("12345678-1234-5678-1234-567812345678"))
    assert person_id.kind is IdKind.OKAND
    assert (person_id.birth_date, person_id.sex) == (None, None)
    assert parse(person_id.shown(TODAY).lower(), TODAY).person_id == person_id
    assert refused("OKÄND-" + "-" * 36) is Reason.FORMAT


def test_every_kind_has_the_oid_of_the_national_list() -> None:
    assert {kind.value: kind.oid for kind in IdKind} == {
        "PNR": "1.2.752.129.2.1.3.1",
        "SAM": "1.2.752.129.2.1.3.3",
        "NRID": "1.2.752.74.9.1",
        "LRES_SLL": "1.2.752.97.3.1.3",
        "LRES_VGR": "1.2.752.113.11.0.2.1.1.1",
        "LRES_VARMLAND": "1.2.752.74.9.2",
        "LRES_CARELINK": "1.2.752.129.2.1.3.2",
        "LRES_LOCAL": None,
        "LMA": None,
        "OKAND": None,
    }


# The value


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("PNR", "850709-9805"),
        ("PNR", "198507699802"),
        ("SAM", "198507099805"),
        ("NRID", "198507099805"),
        ("LRES_LOCAL", ""),
        ("LRES_LOCAL", "12 34"),
        ("LMA", "x" * 21),
        ("LMA", " 1"),
        ("LMA", "1\n2"),
        ("OKAND", "OKÄND-1"),
    ],
)
def test_a_value_in_the_wrong_form_cannot_be_made(kind: str, value: str) -> None:
    with pytest.raises(PersonIdMalformed):
        PersonId(IdKind(kind), value)


def test_an_lma_number_is_free_text() -> None:
    assert PersonId(IdKind.LMA, "50-123456/7 A").shown(TODAY) == "50-123456/7 A"


def test_neither_repr_nor_refusal_tells_the_number() -> None:
    assert "9805" not in repr(parse("850709-9805", TODAY))
    assert "9805" not in str(parse("850709-9805", TODAY).person_id)
    for text in ("850709-9806", "19850709+98051", "850709-0006", "19810829M072", "556559-4230"):
        with pytest.raises(PersonIdInvalid) as caught:
            parse(text, TODAY)
        told = repr((caught.value, caught.value.args, caught.value.facts))
        assert not re.search(r"\d{3}", told)


def test_every_reason_has_a_code_of_its_own() -> None:
    kinds = PersonIdInvalid.__subclasses__()
    assert {kind.reason for kind in kinds} == set(Reason)
    assert len({kind.code for kind in kinds}) == len(kinds) == len(Reason)


@pytest.mark.parametrize(
    ("born", "on", "years"),
    [
        (date(1985, 7, 9), date(2026, 7, 8), 40),
        (date(1985, 7, 9), date(2026, 7, 9), 41),
        (date(2026, 11, 21), TODAY, 0),
        (date(2008, 2, 29), date(2026, 2, 27), 17),
        (date(2008, 2, 29), date(2026, 2, 28), 18),
        (date(2008, 2, 29), date(2028, 2, 28), 19),
        (date(2008, 2, 29), date(2028, 2, 29), 20),
    ],
)
def test_age_is_counted_in_whole_years(born: date, on: date, years: int) -> None:
    assert age(born, on) == years
