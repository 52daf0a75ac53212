"""Operators: the first one, the others, their roles, and passwords that are kept nowhere."""

from __future__ import annotations

import base64
import json
import logging
import traceback
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from db.tables import metadata
from kundcenter.adapters import slots
from kundcenter.domain.access import NotPermitted, Role
from kundcenter.domain.access_log import Activity, Purpose
from kundcenter.domain.operators import (
    FirstOperatorExists,
    LastAdministrator,
    OperatorDisabled,
    OperatorExists,
    OperatorNeedsRole,
    OperatorNotFound,
    UserNameInvalid,
)
from kundcenter.domain.passwords import PasswordContainsName, PasswordTooCommon, PasswordTooShort
from kundcenter.domain.people import NameInvalid
from kundcenter.domain.slots import PasswordWrong
from kundcenter.domain.text import TextInvalid
from tests.ground import CHEAP, KEY, PASSWORD, Ground

OTHER_PASSWORD = "elva blåa spadar"
NURSE = frozenset({Role.NURSE})
REFUSED_PASSWORD, GUESS = "Kundcenter 2026!", "en tredje gissning"
ADMINISTRATOR = frozenset({Role.ADMINISTRATOR})


def test_the_first_administrator_is_made_once_in_an_empty_store(ground: Ground) -> None:
    operators = ground.desk.operators
    assert not operators.any()
    with pytest.raises(PasswordTooShort) as short:
        operators.begin("admin", "Test Administratör", "elva tecken")
    assert short.value.facts == {"minimum": 12}
    with pytest.raises(PasswordContainsName):
        operators.begin("admin", "Test Administratör", "jag är admin här")
    with pytest.raises(UserNameInvalid):
        operators.begin("a b", "Test Administratör", PASSWORD)
    with pytest.raises(NameInvalid):
        operators.begin("admin", " ", PASSWORD)
    assert not operators.any()

    admin = operators.begin(" Admin ", "Test  Administratör", PASSWORD).the("operator")
    assert operators.any()
    ground.refuses(FirstOperatorExists, operators.begin, "second", "Test Andra", PASSWORD)
    ground.refuses(FirstOperatorExists, operators.add_first, "second", "Test Andra")
    ground.desk.sessions.sign_in("ADMIN", PASSWORD)
    (operator,) = operators.all()
    assert operator == operators.me()
    assert (operator.id, operator.user_name, operator.name) == (
        admin,
        "admin",
        "Test Administratör",
    )
    assert (operator.roles, operator.administrator) == (ADMINISTRATOR, True)
    first = ground.accesses()[0]
    assert (first.activity, first.level, first.object_id) == (Activity.AUTHORITY, "Tillagd", admin)
    assert first.purpose is Purpose.ADMINISTRATION


def test_an_added_operator_signs_in_once_a_password_is_given(ground: Ground) -> None:
    ground.begin()
    operators, sessions = ground.desk.operators, ground.desk.sessions
    id = operators.add(" Anna.Ö ", "Test Anna", roles=NURSE, position="Sjuksköterska").the(
        "operator"
    )
    with pytest.raises(PasswordWrong):
        sessions.sign_in("anna.ö", PASSWORD)
    operators.give_password(id, PASSWORD)
    levels = [r.level for r in ground.accesses() if r.object_id == id]
    assert levels[0] == "Tillagd"
    assert levels[-1] == "Lösenord"
    assert sessions.sign_in("Anna.Ö", PASSWORD).id == id
    assert operators.me().position == "Sjuksköterska"


def test_an_operator_is_added_with_a_free_name_and_a_role_or_not_at_all(ground: Ground) -> None:
    ground.begin()
    operators = ground.desk.operators
    done = ground.operations()
    with pytest.raises(OperatorExists):
        operators.add("ADMIN", "Test Annan", roles=NURSE)
    with pytest.raises(OperatorNeedsRole):
        operators.add("anna", "Test Anna", roles=frozenset())
    for user_name in ("", "a", "a b", "anna.", "-anna", "x" * 41, "anna\0", "A\u030asa", "аnna"):
        with pytest.raises(UserNameInvalid):
            operators.add(user_name, "Test Anna", roles=NURSE)
    with pytest.raises(NameInvalid):
        operators.add("anna", "\u202eannA", roles=NURSE)
    for text in ("x" * 301, "a\0b"):
        with pytest.raises(TextInvalid):
            operators.add("anna", "Test Anna", roles=NURSE, position=text)
        with pytest.raises(TextInvalid):
            operators.add("anna", "Test Anna", roles=NURSE, care_unit=text)
    assert ground.operations() == done
    assert len(operators.all()) == 1


def test_other_roles_hold_from_the_next_session_on(ground: Ground) -> None:
    ground.begin()
    nurse = ground.operator("anna", Role.NURSE)
    ground.sign_in("anna")
    office = ground.restarted()
    office.desk.sessions.sign_in("admin", PASSWORD)
    office.desk.operators.set_roles(nurse, frozenset({Role.SWITCHBOARD, Role.SERVICE_DESK}))

    assert ground.desk.seat.actor.roles == NURSE
    assert ground.desk.journal.unsigned() == 0
    ground.sign_in("anna")
    assert ground.desk.seat.actor.roles == {Role.SWITCHBOARD, Role.SERVICE_DESK}
    with pytest.raises(NotPermitted):
        ground.desk.journal.unsigned()
    with pytest.raises(OperatorNeedsRole):
        office.desk.operators.set_roles(nurse, frozenset())


def test_a_disabled_operator_cannot_sign_in_until_enabled_again(ground: Ground) -> None:
    ground.begin()
    nurse = ground.operator("anna", Role.NURSE)
    operators, sessions = ground.desk.operators, ground.desk.sessions
    operators.disable(nurse)
    since = {operator.id: operator for operator in operators.all()}[nurse].disabled_at
    operators.disable(nurse)
    assert {operator.id: operator for operator in operators.all()}[nurse].disabled_at == since
    done = ground.operations()
    with pytest.raises(OperatorDisabled) as caught:
        sessions.sign_in("anna", PASSWORD)
    assert caught.value.facts == {"id": nurse}
    with pytest.raises(OperatorDisabled):
        sessions.open(nurse)
    with pytest.raises(PasswordWrong):  # who does not know the password is told nothing else
        sessions.sign_in("anna", OTHER_PASSWORD)
    assert ground.operations() == done

    operators.enable(nurse)
    assert sessions.sign_in("anna", PASSWORD).enabled
    levels = [r.level for r in ground.accesses() if r.activity is Activity.AUTHORITY]
    assert levels[-3:] == ["Avstängd", "Avstängd", "Öppnad"]


def test_the_last_administrator_stays(ground: Ground) -> None:
    admin = ground.begin()
    operators = ground.desk.operators
    second = ground.operator("second", Role.ADMINISTRATOR)
    operators.disable(second)
    ground.refuses(LastAdministrator, operators.disable, admin)
    ground.refuses(LastAdministrator, operators.set_roles, admin, NURSE)
    assert operators.me().administrator
    operators.enable(second)
    operators.set_roles(admin, NURSE)
    ground.sign_in("second")
    ground.refuses(LastAdministrator, operators.disable, second)
    ground.refuses(OperatorNotFound, operators.disable, UUID(int=7))
    ground.refuses(OperatorNotFound, operators.enable, UUID(int=7))
    ground.refuses(OperatorNotFound, operators.set_roles, UUID(int=7), NURSE)


def test_a_password_is_given_by_an_administrator_or_by_oneself(ground: Ground) -> None:
    admin = ground.begin()
    nurse = ground.operator("anna", Role.NURSE)
    operators, sessions = ground.desk.operators, ground.desk.sessions
    with pytest.raises(OperatorNotFound):
        operators.give_password(UUID(int=7), PASSWORD)
    ground.sign_in("anna")
    for bad, kind in (
        ("sju tkn", PasswordTooShort),
        ("jag heter anna", PasswordContainsName),
        ("sommar2024", PasswordTooCommon),
    ):
        with pytest.raises(kind):
            operators.give_password(nurse, bad)
    operators.give_password(nurse, OTHER_PASSWORD)
    for id in (admin, UUID(int=7)):  # the same answer whether the operator exists or not
        with pytest.raises(NotPermitted):
            operators.give_password(id, "x")
        with pytest.raises(NotPermitted):
            operators.note_password(id)
    with pytest.raises(PasswordWrong):
        sessions.sign_in("anna", PASSWORD)
    sessions.sign_in("anna", OTHER_PASSWORD)


def test_a_slot_that_was_made_for_another_opens_for_nobody(ground: Ground) -> None:
    admin = ground.begin()
    nurse = ground.operator("anna", Role.NURSE)
    ground.sign_in("anna")
    forged = slots.seal(OTHER_PASSWORD, KEY, operator_id=admin, cost=CHEAP)
    ground.desk.operators.note_password(nurse, slot=forged)
    for user_name in ("admin", "anna"):
        with pytest.raises(PasswordWrong):
            ground.desk.sessions.sign_in(user_name, OTHER_PASSWORD)
    ground.sign_in("admin")


def test_passwords_and_the_key_are_found_nowhere(
    caplog: pytest.LogCaptureFixture, tmp_path: Path, ground: Ground
) -> None:
    caplog.set_level(logging.DEBUG)
    said: list[str] = []

    def hear(act: Callable[[], object]) -> None:
        try:
            said.append(repr(act()))
        except Exception as error:  # whatever it was, it may not tell
            said.append("".join(traceback.format_exception(error)))

    desk = ground.desk
    hear(lambda: desk.operators.begin("admin", "Test Administratör", PASSWORD))
    hear(lambda: desk.sessions.sign_in(PASSWORD, PASSWORD))  # in the wrong field
    hear(lambda: desk.sessions.sign_in("admin", PASSWORD))
    nurse = desk.operators.add("anna", "Test Anna", roles=NURSE).the("operator")
    hear(lambda: desk.operators.give_password(nurse, OTHER_PASSWORD))
    hear(lambda: desk.operators.give_password(nurse, "a"))
    hear(lambda: desk.operators.give_password(nurse, REFUSED_PASSWORD))
    for wrong in (OTHER_PASSWORD, "\ud800", "\0", GUESS):
        hear(partial(desk.sessions.sign_in, "admin", wrong))
    desk.sessions.lock()
    hear(lambda: desk.sessions.unlock(PASSWORD))
    hear(lambda: desk.sessions.unlock(OTHER_PASSWORD))
    said += map(repr, (desk, desk.sessions, desk.operators, desk.seat, ground.operations()))
    said += map(repr, (*ground.accesses(), *desk.operators.all(), ground.engine))
    with ground.engine.connect() as connection:
        for table in metadata.tables.values():
            said += [repr(tuple(row)) for row in connection.execute(select(table))]
    said += [repr(file.read_bytes()) for file in tmp_path.iterdir()]  # the desk's own, as it lies
    said += [operation.arguments.decode() for operation in ground.operations()]
    said += [json.dumps(vars(record), default=repr) for record in caplog.records]

    heard = "\n".join(said)
    assert "anna" in heard  # the net does catch what is there
    for secret in secrets():
        assert secret not in heard


def secrets() -> Iterator[str]:
    """The secrets of the test above in every dress that they could hide in."""
    for password in (PASSWORD, OTHER_PASSWORD, REFUSED_PASSWORD, GUESS):
        yield password
        yield from dressed(password.encode())
        yield from dressed(password.encode("utf-16-le"))
    yield from dressed(KEY)


def dressed(secret: bytes) -> Iterator[str]:
    yield repr(secret)[2:-1]
    yield secret.hex()
    yield base64.b64encode(secret).decode().rstrip("=")[:-1]
