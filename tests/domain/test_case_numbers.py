"""The number of a case: said aloud, misheard, written down."""

from __future__ import annotations

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain.case_numbers import case_number, read_case_number

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
IDS = st.uuids(version=4)


@given(IDS)
def test_a_number_is_read_however_it_is_written(id: UUID) -> None:
    number = case_number(id)
    assert len(number) == 9
    assert read_case_number(number) == number
    assert read_case_number(f"  {number.lower().replace('-', ' ')} ") == number
    assert read_case_number(number.replace("1", "l").replace("0", "O")) == number


@given(IDS, st.integers(0, 7), st.sampled_from(SIGNS))
def test_one_wrong_sign_is_seen(id: UUID, place: int, sign: str) -> None:
    plain = case_number(id).replace("-", "")
    wrong = plain[:place] + sign + plain[place + 1 :]
    assert (read_case_number(wrong) is None) == (wrong != plain)


@given(IDS, st.integers(0, 6))
def test_two_signs_that_changed_places_are_seen(id: UUID, place: int) -> None:
    plain = case_number(id).replace("-", "")
    wrong = plain[:place] + plain[place + 1] + plain[place] + plain[place + 2 :]
    assert (read_case_number(wrong) is None) == (wrong != plain)


@given(st.text(max_size=20))
def test_anything_else_is_no_number(text: str) -> None:
    found = read_case_number(text)
    assert found is None or set(found) <= {*SIGNS, "-"}


def test_the_numbers_of_two_cases_differ() -> None:
    ids = [UUID(int=(7 << 76) | (2 << 62) | place) for place in range(2_000)]
    assert len({case_number(id) for id in ids}) == len(ids)
