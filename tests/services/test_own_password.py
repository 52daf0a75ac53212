"""A password of one's own is changed by the old one; guessing at it costs as at the door."""

from __future__ import annotations

import pytest

from kundcenter.domain.passwords import PasswordTooShort
from kundcenter.domain.slots import PasswordWrong, SignInTooSoon
from tests.ground import PASSWORD, Ground

NEW = "korrekt häst batteri häftapparat"


def test_the_new_password_takes_the_place_of_the_old_one(ground: Ground) -> None:
    ground.nurse()
    ground.desk.operators.change_password(PASSWORD, NEW)
    ground.desk.sessions.sign_out()
    with pytest.raises(PasswordWrong):
        ground.desk.sessions.sign_in("nurse", PASSWORD)
    ground.desk.sessions.sign_in("nurse", NEW)


def test_a_wrong_old_password_changes_nothing_and_is_counted(ground: Ground) -> None:
    ground.nurse()
    for _ in range(5):
        with pytest.raises(PasswordWrong):
            ground.desk.operators.change_password("något annat", NEW)
    with pytest.raises(SignInTooSoon):
        ground.desk.operators.change_password(PASSWORD, NEW)


def test_a_new_password_has_to_be_one(ground: Ground) -> None:
    ground.nurse()
    with pytest.raises(PasswordTooShort):
        ground.desk.operators.change_password(PASSWORD, "kort")
