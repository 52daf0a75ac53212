"""Who may do what (DOMAIN §2.4), method by method, and no look without its record."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import is_dataclass
from typing import Any, get_args, get_type_hints
from uuid import UUID

import pytest

import kundcenter.services
from db.faults import RowConflict
from db.store import LookWithoutRecord, SqlStore, StoreTerms
from kundcenter.domain.access import (
    NOBODY,
    Actor,
    DeskLocked,
    Function,
    NotPermitted,
    NotSignedIn,
    Role,
)
from kundcenter.domain.access_log import AccessRecord
from kundcenter.domain.journal import Entry, EntryVersion
from kundcenter.domain.people import Person, Protection
from kundcenter.domain.units import UnitKind
from kundcenter.errors import KundcenterError
from kundcenter.operations import Live
from kundcenter.services.calls import Ring
from kundcenter.start.desk import new_id, published_codes
from tests.ground import DEVICE, MAN, NUMBER, PASSWORD, WHOLE, WOMAN, Ground, identity, rows

# The rows of DOMAIN §2.4 that this program has verbs for: nurse, switchboard, service desk, nurses'
# and switchboard's supervisor, medical lead, administrator, log reviewer.
ROLES = "SSK VAXEL SERVICE SUPERVISOR_SSK SUPERVISOR_VAXEL LEDNINGSLAKARE ADMIN LOGGRANSKARE"
RECORD = "xooxoxoo"
CALLS = "xxxxxxoo"
ADMINISTRATION = "ooooooxo"
REVIEW = "ooooooox"
EVERYBODY = "xxxxxxxx"
ANYBODY = ""  # also before anybody has signed in: the doors themselves

MATRIX: dict[str, str] = {
    "calls.ring": CALLS,
    "calls.register": CALLS,
    "calls.answer": CALLS,
    "calls.hold": CALLS,
    "calls.resume": CALLS,
    "calls.end": CALLS,
    "calls.close": CALLS,
    "calls.get": CALLS,
    "calls.latest": CALLS,
    "calls.mine": CALLS,
    "choices.mine": EVERYBODY,
    "choices.set": EVERYBODY,
    "journal.write": RECORD,
    "journal.save": RECORD,
    "journal.sign": RECORD,
    "journal.correct": RECORD,
    "journal.open": RECORD,
    "journal.of_call": RECORD,
    "journal.unsigned": RECORD,
    "journal.take_print": RECORD,
    "operators.any": ANYBODY,
    "operators.begin": ANYBODY,  # in an empty store only
    "operators.add_first": ANYBODY,
    "operators.all": ADMINISTRATION,
    "operators.me": EVERYBODY,
    "operators.add": ADMINISTRATION,
    "operators.give_password": ADMINISTRATION,  # to others
    "operators.note_password": ADMINISTRATION,
    "operators.disable": ADMINISTRATION,
    "operators.enable": ADMINISTRATION,
    "operators.set_roles": ADMINISTRATION,
    "people.find": CALLS,
    "people.of_caller": CALLS,
    "people.open": CALLS,
    "people.register": CALLS,
    "people.register_unidentified": CALLS,
    "people.protect": CALLS,
    "people.accesses": REVIEW,
    "sessions.sign_in": ANYBODY,
    "sessions.unlock": EVERYBODY,
    "sessions.lock": ANYBODY,
    "sessions.open": ANYBODY,
    "sessions.sign_out": ANYBODY,
    "sessions.close": EVERYBODY,
    "units.all": CALLS,
    "units.add": ADMINISTRATION,
}
BEHIND_THE_LOCK = {
    "calls.ring", "calls.answer", "calls.hold", "calls.resume", "calls.end", "sessions.close",
    "sessions.unlock",
}  # fmt: skip

NONE = UUID(int=7)


def store_services() -> Iterator[tuple[str, type]]:
    """Every service class that is given a store, by the name of its module."""
    for module in pkgutil.iter_modules(kundcenter.services.__path__):
        noun = importlib.import_module(f"kundcenter.services.{module.name}")
        for kind in vars(noun).values():
            own = inspect.isclass(kind) and kind.__module__ == noun.__name__
            if own and "store" in inspect.signature(kind).parameters:
                yield module.name, kind


def methods() -> dict[str, Callable[..., Any]]:
    """Every public method of a service on the store, as noun.verb."""
    return {
        f"{noun}.{name}": method
        for noun, kind in store_services()
        for name, method in inspect.getmembers(kind, inspect.isfunction)
        if not name.startswith("_")
    }


def bound(ground: Ground, name: str) -> Callable[[], object]:
    """The method with arguments that would do, but of things that do not exist."""
    desk = ground.desk
    nobody: dict[str, Callable[[], object]] = {
        "calls.ring": lambda: desk.calls.ring(Ring("line-1")),
        "calls.register": desk.calls.register,
        "choices.set": lambda: desk.choices.set("theme", "dark"),
        "journal.write": lambda: desk.journal.write(NONE, WHOLE),
        "journal.save": lambda: desk.journal.save(NONE, WHOLE, upon=1),
        "journal.sign": lambda: desk.journal.sign(NONE, upon=1),
        "journal.correct": lambda: desk.journal.correct(NONE, WHOLE, upon=1, reason="Fel."),
        "journal.take_print": lambda: desk.journal.take_print(NONE, "Patienten"),
        "operators.begin": lambda: desk.operators.begin("b", "Test", PASSWORD),
        "operators.add_first": lambda: desk.operators.add_first("b", "Test"),
        "operators.add": lambda: desk.operators.add("c d", "Test", roles=frozenset({Role.NURSE})),
        "operators.give_password": lambda: desk.operators.give_password(NONE, PASSWORD),
        "operators.set_roles": lambda: desk.operators.set_roles(NONE, frozenset({Role.NURSE})),
        "people.find": lambda: desk.people.find(identity(MAN)),
        "people.of_caller": lambda: desk.people.of_caller(NUMBER),
        "people.open": lambda: desk.people.open(NONE, "Samtal"),
        "people.register": lambda: desk.people.register(identity(WOMAN), "", "Test"),
        "people.register_unidentified": lambda: desk.people.register_unidentified(""),
        "people.protect": lambda: desk.people.protect(NONE, Protection.CONFIDENTIAL),
        "sessions.sign_in": lambda: desk.sessions.sign_in("nobody", PASSWORD),
        "sessions.unlock": lambda: desk.sessions.unlock("wrong"),
        "units.add": lambda: desk.units.add(
            "\0", "Test", kind=UnitKind.PRIMARY_CARE, municipality="", phone="", hours=""
        ),
    }
    if name in nobody:
        return nobody[name]
    noun, _, verb = name.partition(".")
    method = getattr(getattr(desk, noun), verb)
    required = [
        parameter
        for parameter in inspect.signature(method).parameters.values()
        if parameter.default is inspect.Parameter.empty
    ]
    return lambda: method(*(NONE for _ in required))


def closed_by(act: Callable[[], object]) -> type[KundcenterError] | None:
    """Which of the three doors was closed, if any; what came behind it does not matter here."""
    try:
        act()
    except (NotSignedIn, DeskLocked, NotPermitted) as error:
        return type(error)
    except KundcenterError:
        return None
    return None


def test_the_matrix_names_every_method_of_every_service() -> None:
    assert set(methods()) == set(MATRIX)


def test_every_role_may_do_what_the_matrix_says_and_nothing_else(ground: Ground) -> None:
    ground.begin()
    for role in Role:
        ground.operator(f"x-{role.value.lower().replace('_', '-')}", role)
    seats: dict[Role, Actor] = {}
    for role in Role:
        ground.sign_in(f"x-{role.value.lower().replace('_', '-')}")
        seats[role] = ground.desk.seat.actor
    seat = ground.desk.seat
    wrong: list[tuple[object, ...]] = []
    for name, row in MATRIX.items():
        act = bound(ground, name)
        for role, mark in zip(map(Role, ROLES.split()), row or EVERYBODY, strict=True):
            seat.take(seats[role])
            found = closed_by(act)
            if found is not (None if mark == "x" else NotPermitted):
                wrong.append((name, role, found))
            seat.take(seats[role].behind_lock())
            found = closed_by(act)
            free = row == ANYBODY or (name in BEHIND_THE_LOCK and mark == "x")
            if found is not (None if free else DeskLocked):
                wrong.append((name, role, "locked", found))
        seat.leave()
        found = closed_by(act)
        if found is not (None if row == ANYBODY else NotSignedIn):
            wrong.append((name, "nobody", found))
    assert wrong == []


def reached(hint: Any, seen: set[Any]) -> set[Any]:
    """Every class that a value of the hint may hold."""
    for part in get_args(hint):
        reached(part, seen)
    if is_dataclass(hint) and hint not in seen:
        seen.add(hint)
        for each in get_type_hints(hint).values():
            reached(each, seen)
    return seen


def shows_a_patient(method: Callable[..., Any]) -> bool:
    returned = reached(get_type_hints(method)["return"], set())
    return bool(returned & {Person, Entry, EntryVersion, AccessRecord})


SHOWING = {
    "journal.of_call", "journal.open", "journal.take_print",
    "people.accesses", "people.find", "people.of_caller", "people.open",
}  # fmt: skip


def test_no_log_no_view(ground: Ground) -> None:
    """Whatever shows a patient writes its record first, in the same transaction."""
    assert {name for name, method in methods().items() if shows_a_patient(method)} == SHOWING
    ground.begin()
    everything = Role.NURSE, Role.LOG_REVIEWER
    ground.operator("anna", *everything)
    ground.sign_in("anna")
    desk = ground.desk
    person = ground.person()
    call = desk.calls.register(NUMBER).the("call")
    entry = desk.journal.write(person, WHOLE, call).the("entry")
    looks: dict[str, Callable[[], object]] = {
        "journal.of_call": lambda: desk.journal.of_call(call),
        "journal.open": lambda: desk.journal.open(entry),
        "journal.take_print": lambda: desk.journal.take_print(entry, "Patienten"),
        "people.accesses": lambda: desk.people.accesses(person),
        "people.find": lambda: desk.people.find(identity(WOMAN)),
        "people.of_caller": lambda: desk.people.of_caller(NUMBER),
        "people.open": lambda: desk.people.open(person, "Samtal"),
    }
    assert set(looks) == SHOWING
    shown = []
    with ground.refusing("access_log"):
        for name, look in looks.items():
            with suppress(RowConflict):
                shown.append((name, look()))
    assert shown == []
    for look in looks.values():
        known = len(ground.accesses())
        assert look()
        (record,) = ground.accesses(known)
        assert record.person_id == person


def test_no_log_no_change(ground: Ground) -> None:
    """A verb about a person or a permission that cannot be logged has not happened."""
    admin = ground.begin()
    nurse = ground.operator("anna", Role.NURSE, Role.ADMINISTRATOR)
    ground.sign_in("anna")
    desk = ground.desk
    person = ground.person()
    entry = desk.journal.write(person, WHOLE).the("entry")
    signed = desk.journal.write(person, WHOLE).the("entry")
    desk.journal.sign(signed, upon=1)
    verbs: tuple[Callable[[], object], ...] = (
        lambda: desk.journal.write(person, WHOLE),
        lambda: desk.journal.save(entry, WHOLE, upon=1),
        lambda: desk.journal.sign(entry, upon=1),
        lambda: desk.journal.correct(signed, WHOLE, upon=1, reason="Fel."),
        lambda: desk.people.register(identity(MAN), "Test", "Person"),
        lambda: desk.people.register_unidentified("Test"),
        lambda: desk.people.protect(person, Protection.CONFIDENTIAL),
        lambda: desk.operators.add("bo", "Test Bo", roles=frozenset({Role.NURSE})),
        lambda: desk.operators.give_password(admin, PASSWORD),
        lambda: desk.operators.disable(admin),
        lambda: desk.operators.enable(admin),
        lambda: desk.operators.set_roles(admin, frozenset({Role.NURSE})),
        lambda: desk.sessions.open(nurse),
        lambda: desk.sessions.sign_in("admin", PASSWORD),
    )
    before = rows(ground.engine)
    with ground.refusing("access_log"):
        for verb in verbs:
            with pytest.raises(RowConflict):
                verb()
    with ground.refusing("operations"):  # and the other way round: no operation, no record
        known = len(ground.accesses())
        for verb in verbs[:-1]:
            with pytest.raises(RowConflict):
                verb()
        assert len(ground.accesses()) == known
    assert rows(ground.engine) == before
    assert desk.seat.actor.operator_id == nurse
    desk.sessions.sign_out()
    with ground.refusing("access_log"), pytest.raises(RowConflict):
        desk.sessions.sign_in("anna", PASSWORD)
    assert desk.seat.actor == NOBODY


def test_a_view_that_left_no_record_shows_nothing(ground: Ground) -> None:
    terms = StoreTerms(DEVICE, published_codes())
    store = SqlStore(ground.engine, lambda: Live(NOBODY, ground.clock(), DEVICE, new_id), terms)
    with pytest.raises(LookWithoutRecord), store.view() as view:
        view.people.by_identity(identity(WOMAN))


def test_a_role_is_no_more_than_its_functions() -> None:
    """Two roles together may do what either may, and nobody may do anything without one."""
    both = Actor(NONE, NONE, frozenset({Role.SWITCHBOARD, Role.LOG_REVIEWER}))
    assert all(
        both.may(function)
        is any(Actor(NONE, NONE, frozenset({role})).may(function) for role in both.roles)
        for function in Function
    )
    assert not any(NOBODY.may(function) for function in Function)
