"""Numbers and times through every field of every method: kept as they are, or refused.

RELIABILITY §8, 56–70 and 89–107.  What a limit, a setting or a desk's own slot is, nobody types.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import is_dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from enum import Enum
from functools import partial
from itertools import pairwise
from typing import Any, get_args, get_origin, get_type_hints

from kundcenter.domain.access import Role
from kundcenter.domain.blocks import BlockKind, BlockPeriodInvalid
from kundcenter.domain.calls import WrapUpOutside
from kundcenter.domain.drafts import Caret, Unsaved
from kundcenter.domain.identity_errors import BirthDayImpossible, BornInTheFuture
from kundcenter.domain.journal import EntryStale, WaiverReason
from kundcenter.domain.log_review import DrawTooLarge, Period, PeriodWrong
from kundcenter.domain.rings import MOST_WAITED
from kundcenter.domain.snippets import Incoming, Scope, SnippetStale, Wording
from kundcenter.errors import KundcenterError
from kundcenter.services.calls import Ring
from tests.ground import CARE_UNIT, MAN, NUMBER, WHOLE, Ground, identity, rows
from tests.services import booking_numbers as of_bookings
from tests.services import callback_numbers as of_callbacks
from tests.services import case_figures_numbers as of_cases
from tests.services import freed_numbers as of_freed
from tests.services import pack_numbers as of_packs
from tests.services import referral_numbers as of_referrals
from tests.services import rule_numbers as of_rules
from tests.services import teleq_doors as of_teleq
from tests.services import unit_numbers as of_units
from tests.services.service_desk import service_desk_numbers as of_service_desk
from tests.services.supervision import aims_numbers as of_aims
from tests.services.supervision import roster_numbers as of_roster
from tests.services.supervision import supervision_numbers as of_supervision
from tests.services.switchboard import contact_numbers as of_contacts
from tests.services.switchboard import message_numbers as of_messages
from tests.services.test_access import methods

Put = Callable[[Any], object]
NOT_TYPED = re.compile(r".*\.limit|.*\.(seal|slot|terms|asked)\..*")
FAR = 2**31, -(2**31) - 1, 2**53 + 1, 2**63 - 1, 2**63, -(2**63) - 1, 2**64, 10**30
NUMBERS = (0, -1, *FAR)
KATHMANDU = timezone(timedelta(hours=5, minutes=45))
TIMES = (
    datetime(1, 1, 1, tzinfo=UTC),
    datetime(1753, 1, 1, tzinfo=UTC),
    datetime(1899, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC),
    datetime(2024, 2, 29, 12, tzinfo=KATHMANDU),
    datetime(2026, 3, 29, 1, 0, 0, tzinfo=UTC),  # the hour that there is not
    datetime(2026, 10, 25, 0, 59, 59, 999_999, tzinfo=UTC),  # the hour that comes twice
    datetime(2026, 10, 25, 1, 0, 0, 1, tzinfo=UTC),
    datetime(2026, 12, 31, 23, 59, 59, tzinfo=timezone(timedelta(hours=-12))),
    datetime(2038, 1, 19, 3, 14, 8, tzinfo=UTC),
    datetime(2100, 3, 1, tzinfo=UTC),
    datetime(9999, 12, 30, 23, 59, 59, 999_999, tzinfo=UTC),
)
NO_TIMES = (
    datetime(2026, 11, 21, 12),  # noqa: DTZ001 - without a zone it is no instant
    datetime(1, 1, 1, tzinfo=KATHMANDU),
    datetime(9999, 12, 31, 23, 59, tzinfo=UTC),
    datetime(9999, 12, 31, 12, tzinfo=timezone(timedelta(hours=-12))),
)
DAYS = (date(1, 1, 1), date(1900, 2, 28), date(2028, 2, 29), date(2100, 12, 31), date.max)


def leaves(hint: Any, path: str, kind: type) -> Iterator[str]:
    """The paths of all values of the kind in a value of the hint."""
    if hint is kind:
        yield path
    elif is_dataclass(hint):
        for name, part in get_type_hints(hint).items():
            yield from leaves(part, f"{path}.{name}", kind)
    elif get_origin(hint) is not re.Pattern and not (
        isinstance(hint, type) and issubclass(hint, Enum)
    ):
        for part in get_args(hint):
            yield from leaves(part, path, kind)


def typed(*kinds: type) -> set[str]:
    """Where in the arguments of all methods somebody's own value of the kinds may stand."""
    return {
        path
        for kind in kinds
        for method, function in methods().items()
        for name, hint in get_type_hints(function).items()
        if name != "return"
        for path in leaves(hint, f"{method}.{name}", kind)
        if not NOT_TYPED.fullmatch(path)
    }


def seated(ground: Ground) -> None:
    ground.begin()
    ground.operator("anna", Role.SUPERVISOR_NURSE, Role.LOG_REVIEWER, Role.MEDICAL_LEAD)
    ground.sign_in("anna")


def numbered(ground: Ground) -> dict[str, tuple[type[KundcenterError], Put]]:
    """Every number that is refused unless it is right, with how it is refused."""
    desk = ground.desk
    journal, calls = desk.journal, desk.calls
    call = calls.ring(Ring("line-1")).the("call")
    calls.answer(call)
    over = calls.ring(Ring("line-2")).the("call")
    calls.answer(over)
    calls.end(over)
    person = ground.person()
    entry, signed = (journal.write(person, WHOLE).the("entry") for _ in range(2))
    journal.sign(signed, upon=1)
    snippet = desk.snippets.add(Scope.PERSONAL, Wording("a", "A", "A")).the("snippet")
    day = Period(ground.clock.at - timedelta(days=1), ground.clock.at)
    waived = partial(journal.sign_not_required, reason=WaiverReason.HINDERED)
    word = Wording("b", "B", "B")
    return {
        "calls.end.wrap_up_seconds": (
            WrapUpOutside,
            lambda n: calls.end(call, wrap_up_seconds=n or -1),
        ),
        "calls.extend_wrap_up.seconds": (
            WrapUpOutside,
            lambda n: calls.extend_wrap_up(over, n or 3_601),
        ),
        "journal.save.upon": (EntryStale, lambda n: journal.save(entry, WHOLE, upon=n)),
        "journal.sign.upon": (EntryStale, lambda n: journal.sign(entry, upon=n)),
        "journal.sign_not_required.upon": (EntryStale, lambda n: waived(entry, upon=n)),
        "journal.correct.upon": (
            EntryStale,
            lambda n: journal.correct(signed, WHOLE, upon=n, reason="Fel."),
        ),
        "log_review.sample.size": (DrawTooLarge, lambda n: desk.log_review.sample(day, n)),
        "snippets.change.upon": (
            SnippetStale,
            lambda n: desk.snippets.change(snippet, word, upon=n),
        ),
        **of_packs.pack_numbers(ground),
        **of_rules.rule_numbers(ground),
        **of_units.unit_numbers(ground),
        **of_referrals.referral_numbers(ground, entry),
        **of_callbacks.callback_numbers(ground),
        **of_freed.freed_numbers(ground),
        **of_teleq.teleq_numbers(ground, person),
        **of_bookings.booking_numbers(ground),
        **of_cases.case_numbers(ground),
        **of_contacts.contact_numbers(ground),
        **of_service_desk.service_desk_numbers(ground),
        **of_messages.message_numbers(ground),
        **of_roster.roster_numbers(ground),
        **of_aims.aims_numbers(ground),
        **of_supervision.supervision_numbers(ground),
    }


DRAFT = {
    f"drafts.{verb}.unsaved.{name}"
    for verb in ("keep", "keep_alarm")
    for name in ("upon", "place", "caret.at", "rules", "rank")
}


def test_every_number_is_refused_unless_it_is_right_and_leaves_nothing(ground: Ground) -> None:
    seated(ground)
    doors = numbered(ground)
    assert set(doors) | DRAFT == typed(int)
    for kind, put in doors.values():
        for number in NUMBERS:
            ground.refuses(kind, put, number)


def test_places_in_unsaved_text_are_kept_whatever_they_are(ground: Ground) -> None:
    seated(ground)
    call = ground.desk.calls.register(NUMBER).the("call")
    for number in (0, -1, 2**31, 2**53 + 1, 2**63 - 1, -(2**63)):
        caret = Caret("history", number)
        unsaved = Unsaved(upon=number, place=number, caret=caret, rules=number, rank=number)
        ground.desk.drafts.keep(call, call, unsaved)
        assert [draft.unsaved for draft in ground.desk.drafts.mine()] == [unsaved]
        ground.desk.drafts.keep_alarm(call, unsaved)
        assert [draft.unsaved for draft in ground.desk.drafts.of_alarms()] == [unsaved]
        ground.desk.drafts.drop_alarm(call)


def test_what_an_exchange_calls_a_wait_is_one_or_is_cut(ground: Ground) -> None:
    seated(ground)
    spans = (
        timedelta(), timedelta(microseconds=1), timedelta(days=-1), timedelta.min, timedelta.max
    )  # fmt: skip
    kept = []
    for number, span in enumerate(spans):
        id = ground.desk.calls.ring(Ring(f"line-{number}", waited=span)).the("call")
        call = ground.desk.calls.get(id)
        kept.append(call.rang_at - call.queued_at)
    none = timedelta()
    assert kept == [none, timedelta(microseconds=1), none, none, MOST_WAITED]
    assert {"calls.ring.ring.waited"} | of_freed.SPANS | of_supervision.SPANS == typed(timedelta)


def test_every_day_is_kept_or_refused(ground: Ground) -> None:
    seated(ground)
    people, snippets = ground.desk.people, ground.desk.snippets
    for number, day in enumerate(DAYS):
        wording = Wording(f"a{number}", "A", "A", day)
        id = snippets.add(Scope.PERSONAL, wording).the("snippet")
        snippets.change(id, Wording(f"b{number}", "B", "B", day), upon=1)
        rows_ = (Incoming(Scope.TEAM, wording),)
        assert len(snippets.plan(rows_).new) == 1
        snippets.import_(rows_)
        assert people.look_alikes("Test", "Person", day) == ()
    kept = [row["review_on"] for row in rows(ground.engine)["snippet_versions"]]
    assert kept == [day for day in DAYS for _ in range(3)]

    today = ground.clock.at.date()
    register = partial(people.register, identity(MAN), "Test", "Person")
    for born in (today + timedelta(days=1), date(2100, 12, 31), date.max):
        ground.refuses(BornInTheFuture, register, born_on=born)
    for born in (date(1, 1, 1), date(1753, 1, 1), date(1839, 12, 31)):
        ground.refuses(BirthDayImpossible, register, born_on=born)
    register(born_on=today)
    (born,) = {row["born_on"] for row in rows(ground.engine)["people"]}
    assert born == today
    (person,) = (row["id"] for row in rows(ground.engine)["people"])
    correct = partial(people.correct, person, "Test", "Person", reason="Fel dag.")
    unknown = partial(people.register_unidentified, "Man")
    for error, born in (
        (BornInTheFuture, today + timedelta(days=1)),
        (BornInTheFuture, date.max),
        (BirthDayImpossible, date(1, 1, 1)),
    ):
        ground.refuses(error, correct, born_on=born)
        ground.refuses(error, unknown, born_on=born)
    wordings = {
        f"snippets.{at}.review_on"
        for at in ("add.wording", "change.wording", "plan.rows.wording", "import_.rows.wording")
    }
    verbs = ("correct", "look_alikes", "register", "register_unidentified")
    tried = wordings | {f"people.{verb}.born_on" for verb in verbs}
    elsewhere = (
        of_units,
        of_rules,
        of_packs,
        of_referrals,
        of_callbacks,
        of_freed,
        of_bookings,
        of_teleq,
        of_cases,
        of_service_desk,
        of_messages,
        of_aims,
    )
    assert tried.union(*(each.DAYS for each in elsewhere)) == typed(date)


def test_the_day_somebody_is_born_is_the_day_in_sweden(ground: Ground) -> None:
    seated(ground)
    ground.clock.at = datetime(2026, 12, 31, 22, 59, tzinfo=UTC)
    register = partial(ground.desk.people.register, identity(MAN), "Test", "Person")
    ground.refuses(BornInTheFuture, register, born_on=date(2027, 1, 1))
    ground.clock.at = datetime(2026, 12, 31, 23, 0, tzinfo=UTC)
    register(born_on=date(2027, 1, 1))


def test_every_instant_of_a_block_is_kept_to_the_microsecond(ground: Ground) -> None:
    seated(ground)
    person = ground.person()
    block = partial(ground.desk.blocks.set, person, BlockKind.INNER, CARE_UNIT)
    for at in TIMES:
        block(valid_from=at, valid_until=at)
    kept = rows(ground.engine)["blocks"]
    assert [row["valid_from"] for row in kept] == list(TIMES)
    assert [row["valid_until"] for row in kept] == list(TIMES)
    for earlier, later in pairwise(TIMES):
        ground.refuses(BlockPeriodInvalid, block, valid_from=later, valid_until=earlier)


def test_what_is_no_instant_is_no_end_of_a_period(ground: Ground) -> None:
    """A time without a zone, or one for which no calendar in Sweden has a day."""
    seated(ground)
    review, now = ground.desk.log_review, ground.clock.at
    block = partial(ground.desk.blocks.set, ground.person(), BlockKind.INNER, CARE_UNIT)
    ground.person(MAN)
    for at in NO_TIMES:
        ground.refuses(BlockPeriodInvalid, block, valid_from=at)
        ground.refuses(BlockPeriodInvalid, block, valid_until=at)
        for period in (Period(at, now), Period(now, at)):
            ground.refuses(PeriodWrong, review.patterns, period)
            ground.refuses(PeriodWrong, review.sample, period, 5)
            ground.refuses(PeriodWrong, review.draw, period, (ground.accesses()[0].id,))
            ground.refuses(PeriodWrong, review.of_person, identity(MAN), period)
            ground.refuses(PeriodWrong, review.take_report, identity(MAN), period)


def test_a_period_of_the_review_is_a_past_one_of_at_most_a_month(ground: Ground) -> None:
    seated(ground)
    review, access = ground.desk.log_review, ground.accesses()[0].id
    turned = [Period(later, earlier) for earlier, later in pairwise(TIMES)]
    empty = [Period(at, at) for at in TIMES]
    for period in (*turned, *empty, Period(TIMES[0], TIMES[-1])):
        ground.refuses(PeriodWrong, review.sample, period, 5)
        ground.refuses(PeriodWrong, review.draw, period, (access,))
        ground.refuses(PeriodWrong, review.patterns, period)


def test_of_one_person_the_review_is_told_of_any_period(ground: Ground) -> None:
    ground.begin()
    ground.operator("bo", Role.NURSE)
    ground.operator("anna", Role.LOG_REVIEWER)
    ground.sign_in("bo")
    ground.person(MAN)
    ground.sign_in("anna")
    review = ground.desk.log_review
    for begins, ends in ((at, at) for at in TIMES):
        assert review.of_person(identity(MAN), Period(begins, ends)) == ()
        assert review.take_report(identity(MAN), Period(begins, ends)).accesses == ()
    whole = Period(TIMES[0], TIMES[-1])
    assert review.of_person(identity(MAN), whole)
    assert review.take_report(identity(MAN), whole).accesses


def test_every_time_that_is_typed_has_been_tried() -> None:
    periods = {
        f"log_review.{verb}.period.{end}"
        for verb in ("draw", "sample", "patterns", "of_person", "take_report")
        for end in ("start", "end")
    }
    tried = periods | {"blocks.set.valid_from", "blocks.set.valid_until"}
    elsewhere = (
        of_units,
        of_rules,
        of_referrals,
        of_callbacks,
        of_freed,
        of_bookings,
        of_teleq,
        of_cases,
        of_contacts,
        of_service_desk,
        of_messages,
        of_roster,
        of_aims,
        of_supervision,
    )
    assert tried.union(*(each.TIMES for each in elsewhere)) == typed(datetime)
