"""Who may do what (DOMAIN §2.4), method by method, and no look without its record."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import is_dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, get_args, get_type_hints

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
from kundcenter.domain.blocks import Block, BlockKind
from kundcenter.domain.bookings import Booking, Control
from kundcenter.domain.callbacks import Callback, CallbackKind, Promised
from kundcenter.domain.calls import Call
from kundcenter.domain.case_codes import AnswerBy, Duty, LetterKind
from kundcenter.domain.case_letters import CaseLetter
from kundcenter.domain.cases import Case
from kundcenter.domain.drafts import Draft
from kundcenter.domain.freed_times import Wait, offer_id
from kundcenter.domain.hand_overs import HandOver
from kundcenter.domain.journal import Entry, EntryVersion
from kundcenter.domain.log_review import Period
from kundcenter.domain.people import Person, Protection
from kundcenter.domain.referrals import Referral, ReferralState
from kundcenter.domain.repeats import Contact
from kundcenter.domain.special_notes import SpecialNote
from kundcenter.domain.switchboard.inquiries import Inquiry
from kundcenter.domain.switchboard.messages import Message
from kundcenter.domain.switchboard.transfers import Transfer
from kundcenter.errors import KundcenterError
from kundcenter.operations import Live
from kundcenter.start.desk import new_id, published_codes
from tests.ground import (
    ASKED,
    CARE_UNIT,
    DEVICE,
    MAN,
    MORNING,
    NUMBER,
    PASSWORD,
    WHOLE,
    WOMAN,
    Ground,
    identity,
    rows,
)
from tests.services.access_matrix import BEHIND_THE_LOCK, MATRIX, NONE, bound
from tests.services.access_rows import ANYBODY, EVERYBODY, ROLES
from tests.services.booking_ground import DAY, SUITS, VISIT, visit_times
from tests.services.case_ground import taken_in
from tests.services.freed_calls import let_go, waiting
from tests.services.halls import noun_of
from tests.services.supervision.sampled import drawn_of_another
from tests.services.switchboard.desk_ground import about_somebody, answered, taken, to_contact


def store_services() -> Iterator[tuple[str, type]]:
    """Every service class that is given a store, by the name of its module."""
    for module in pkgutil.walk_packages(kundcenter.services.__path__, "kundcenter.services."):
        noun = importlib.import_module(module.name)
        for kind in vars(noun).values():
            own = inspect.isclass(kind) and kind.__module__ == noun.__name__
            if own and "store" in inspect.signature(kind).parameters:
                yield noun_of(Path(inspect.getfile(noun))), kind


def methods() -> dict[str, Callable[..., Any]]:
    """Every public method of a service on the store, as noun.verb."""
    return {
        f"{noun}.{name}": method
        for noun, kind in store_services()
        for name, method in inspect.getmembers(kind, inspect.isfunction)
        if not name.startswith("_")
    }


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
    assert set(methods()) == {name.partition(" ")[0] for name in MATRIX}


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
    about = {AccessRecord, Block, Call, Contact, Draft, Entry, EntryVersion, HandOver, Person}
    about |= {Booking, Callback, Case, CaseLetter, Inquiry, Message, Referral, SpecialNote}
    about |= {Transfer, Wait}
    return bool(returned & about)


# A call names nobody: it has numbers, times and ids.  What is more is left out for others
# (tests/services/test_shown_calls.py), a brief is between two, and a draft is its writer's own.
# So are one's own referrals, which name nobody either and come without what was written, and the
# lists of whom to ring, of who waits and of what is due, which have no number and no word of why.
# A message, a caller who is passed on and what somebody was answered who asked about a person
# are the operator's own words, and name nobody by number.
OF_CALLS = {
    "calls.get", "calls.hand_overs", "calls.handed_to_me", "calls.latest", "calls.logged",
    "calls.mine", "calls.missed", "people.radar_of_number", "drafts.mine", "drafts.of_alarms",
    "referrals.mine", "callbacks.mine", "callbacks.open", "callbacks.same", "callbacks.same_number",
    "wait_list.of_unit",
    "call_reviews.open", "cases.due", "cases.find", "cases.registered", "cases.undecided",
    "inquiries.latest", "messages.latest", "messages.waiting",
    "transfers.arriving", "transfers.mine", "transfers.of_call",
}  # fmt: skip
SHOWING = {
    "blocks.of_person", "bookings.of_person", "bookings.verify",
    "callbacks.get", "callbacks.of_person",
    "cases.export", "cases.get", "cases.preview", "cases.take_letter", "cases.take_mail",
    "freed_times.matches", "wait_list.get", "wait_list.of_person",
    "messages.take_print", "messages.to_send",
    "journal.of_call", "journal.open", "journal.search",
    "journal.take_export", "journal.take_print",
    "referrals.of_entry", "referrals.take_print", "referrals.to_read",
    "log_review.of_person", "log_review.open_draw", "log_review.patterns",
    "log_review.take_report",
    "people.accesses", "people.compare", "people.find", "people.look_alikes", "people.of_caller",
    "people.open", "people.search", "people.undoing", "samples.look", "teleq.outgoing",
}  # fmt: skip


def test_no_log_no_view(ground: Ground) -> None:
    """Whatever shows a patient writes its record first, in the same transaction."""
    named = {name for name, method in methods().items() if shows_a_patient(method)}
    assert named == SHOWING | OF_CALLS
    admin = ground.begin()
    slot, spare = visit_times(ground, VISIT, VISIT + DAY)
    everything = Role.NURSE, Role.LOG_REVIEWER, Role.SUPERVISOR_NURSE
    for name in ("anna", "bo"):
        ground.operator(name, *everything)
    ground.sign_in("bo")
    person, other = ground.person(), ground.person(MAN)
    drawn = drawn_of_another(ground, person, "anna")
    desk = ground.desk
    call = desk.calls.register(NUMBER).the("call")
    entry = desk.journal.write(person, WHOLE, call).the("entry")
    signed = desk.journal.write(person, WHOLE, call).the("entry")
    desk.journal.sign(signed, upon=1)
    sent = desk.referrals.make(signed).the("referral")
    promised = Promised(person, NUMBER)
    at = MORNING + timedelta(hours=9)
    ring = desk.callbacks.promise(CallbackKind.OWN, at, promised).the("callback")
    desk.bookings.book(slot, person)
    freed = let_go(ground, spare, person)
    wait = desk.wait_list.add(waiting(freed, person)).the("wait")
    case = taken_in(ground, person=str(person))
    mail, to = LetterKind.CONFIRMATION, "test@example.com"
    letter, page = about_somebody(ground, person)
    period = Period(MORNING - timedelta(days=1), MORNING + timedelta(days=1))
    of_others = [each for each in ground.accesses() if each.operator_id == admin]
    draw = desk.log_review.draw(period, (of_others[0].id,)).the("draw")
    desk.blocks.set(person, BlockKind.OUTER, CARE_UNIT)
    merge = desk.people.merge(person, other, "Samma person").the("merge")
    looks: dict[str, Callable[[], object]] = {
        "blocks.of_person": lambda: desk.blocks.of_person(person, ASKED),
        "bookings.of_person": lambda: desk.bookings.of_person(person, ASKED),
        "bookings.verify": lambda: desk.bookings.verify(
            person, Control.DATE, "26/11", call_id=call
        ),
        "callbacks.get": lambda: desk.callbacks.get(ring),
        "callbacks.of_person": lambda: desk.callbacks.of_person(person, ASKED),
        "cases.export": lambda: desk.cases.export(2026),
        "cases.get": lambda: desk.cases.get(case),
        "cases.preview": lambda: desk.cases.preview(case, LetterKind.CONFIRMATION),
        "cases.take_letter": lambda: desk.cases.take_letter(case, LetterKind.CONFIRMATION),
        "cases.take_mail": lambda: desk.cases.take_mail(case, mail, to, allowed=(to,)),
        "messages.take_print": lambda: desk.messages.take_print(page),
        "messages.to_send": lambda: desk.messages.to_send(letter),
        "freed_times.matches": lambda: desk.freed_times.matches(freed.id),
        "wait_list.get": lambda: desk.wait_list.get(wait, ASKED),
        "wait_list.of_person": lambda: desk.wait_list.of_person(person, ASKED),
        "journal.of_call": lambda: desk.journal.of_call(call),
        "journal.open": lambda: desk.journal.open(entry),
        "journal.search": lambda: desk.journal.search(person, "feber", ASKED),
        "journal.take_export": lambda: desk.journal.take_export((signed,), "Patienten"),
        "journal.take_print": lambda: desk.journal.take_print(entry, "Patienten"),
        "referrals.of_entry": lambda: desk.referrals.of_entry(signed),
        "referrals.take_print": lambda: desk.referrals.take_print(sent, "Närakuten"),
        "referrals.to_read": lambda: desk.referrals.to_read(signed),
        # Empty: all the accesses are one's own, and those are left out.
        "log_review.of_person": lambda: desk.log_review.of_person(identity(WOMAN), period) or True,
        "log_review.open_draw": lambda: desk.log_review.open_draw(draw),
        "log_review.patterns": lambda: desk.log_review.patterns(period),
        "log_review.take_report": lambda: desk.log_review.take_report(identity(WOMAN), period),
        "people.accesses": lambda: desk.people.accesses(person),
        "people.compare": lambda: desk.people.compare(person, other),
        "people.find": lambda: desk.people.find(identity(WOMAN)),
        "people.look_alikes": lambda: desk.people.look_alikes("Test", "Person", None) or True,
        "people.of_caller": lambda: desk.people.of_caller(NUMBER),
        "people.open": lambda: desk.people.open(person, ASKED),
        "people.search": lambda: desk.people.search(WOMAN),
        "people.undoing": lambda: desk.people.undoing(merge),
        "samples.look": lambda: desk.samples.look(*drawn),
        "teleq.outgoing": lambda: desk.teleq.outgoing() or True,  # nobody is in a queue
    }
    assert set(looks) == SHOWING
    shown = []
    with ground.refusing("access_log"):
        for name, look in looks.items():
            with suppress(RowConflict):
                shown.append((name, look()))
    assert shown == []
    about_nobody = {
        "log_review.open_draw", "log_review.patterns", "people.look_alikes", "teleq.outgoing",
    }  # fmt: skip
    for name, look in looks.items():
        known = len(ground.accesses())
        assert look()
        told = {record.person_id for record in ground.accesses(known)}
        assert told and (person in told or name in about_nobody), name


def test_no_log_no_change(ground: Ground) -> None:
    """A verb about a person or a permission that cannot be logged has not happened."""
    admin = ground.begin()
    unit = ground.unit()
    slot, later, spare = visit_times(ground, VISIT, VISIT + DAY, VISIT + 2 * DAY)
    nurse = ground.operator("anna", Role.NURSE, Role.ADMINISTRATOR)
    ground.sign_in("anna")
    desk = ground.desk
    person = ground.person()
    entry = desk.journal.write(person, WHOLE).the("entry")
    signed = desk.journal.write(person, WHOLE).the("entry")
    desk.journal.sign(signed, upon=1)
    sent = desk.referrals.make(signed).the("referral")
    promised, at = Promised(person, NUMBER), MORNING + timedelta(hours=9)
    ring = desk.callbacks.promise(CallbackKind.OWN, at, promised).the("callback")
    booked = desk.bookings.book(slot, person).the("booking")
    freed = let_go(ground, spare, person)
    wait = desk.wait_list.add(waiting(freed, person)).the("wait")
    desk.freed_times.offer(freed.id, wait)
    offer = offer_id(freed.id, 1)
    case = taken_in(ground, person=str(person))
    (letter, _), ringing = about_somebody(ground, person), answered(ground)
    verbs: tuple[Callable[[], object], ...] = (
        lambda: desk.journal.write(person, WHOLE),
        lambda: desk.journal.save(entry, WHOLE, upon=1),
        lambda: desk.journal.sign(entry, upon=1),
        lambda: desk.journal.correct(signed, WHOLE, upon=1, reason="Fel."),
        lambda: desk.freed_times.accept(offer, wait),
        lambda: desk.freed_times.decline(offer, wait),
        lambda: desk.wait_list.add(waiting(freed, person, "ATERBESOK")),
        lambda: desk.wait_list.change(wait, waiting(freed, person)),
        lambda: desk.wait_list.set_priority(wait, 1),
        lambda: desk.wait_list.end(wait),
        lambda: desk.referrals.make(entry),
        lambda: desk.referrals.hand_over(sent, "Test", ("S",)),
        lambda: desk.referrals.tell(sent, ReferralState.REACHED),
        lambda: desk.referrals.note_print(sent, "Test"),
        lambda: desk.bookings.book(later, person),
        lambda: desk.bookings.cancel(booked, SUITS),
        lambda: desk.bookings.rebook(booked, later, SUITS),
        lambda: desk.callbacks.promise(CallbackKind.OWN, at, promised),
        lambda: desk.callbacks.take(ring),
        lambda: desk.callbacks.done(ring, "Mår bättre"),
        lambda: taken_in(ground),
        lambda: desk.cases.confirm(case, AnswerBy.LETTER),
        lambda: desk.cases.comment(case, "Test"),
        lambda: desk.cases.inform(case, (Duty.IVO,)),
        lambda: taken(ground, None, unit_id=unit, person_id=person),
        lambda: desk.messages.failed(letter, "mail.away"),
        lambda: desk.transfers.begin(to_contact(ringing, letter, person_id=person)),
        lambda: desk.journal.disclose_each((entry, signed), "Test"),
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
