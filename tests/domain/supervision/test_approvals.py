"""What is to be read again or put in force, and where one deviated from the rules."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from kundcenter.domain.packs import Content, Pack
from kundcenter.domain.referrals import Referral
from kundcenter.domain.routing.rules import RuleSet
from kundcenter.domain.service_desk.topics import Heading, Topic, TopicDraft
from kundcenter.domain.snippets import Scope, Snippet
from kundcenter.domain.supervision.approvals import DueState, due
from kundcenter.domain.supervision.content_deviations import ContentDeviation, content_deviations
from kundcenter.domain.supervision.feedback import About

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)
PAST, SOON, FAR = date(2026, 11, 1), date(2026, 12, 1), date(2027, 11, 1)
OWNER = UUID(int=7)


def pack(n: int, review: date, *, version: str = "1", approved: bool = True) -> Pack:
    content = Content("FEBER", version, "Feber", "Författaren", date(2025, 1, 1), review, ())
    at = AT + timedelta(days=n)
    return Pack(UUID(int=n), content, at, OWNER, approved_at=at if approved else None)


def rules(n: int, number: int, review: date | None) -> RuleSet:
    published = AT if number else None
    by = OWNER if number else None
    return RuleSet(
        UUID(int=n), number, "Regler", (), (), 1, AT, OWNER, published, by, review_on=review
    )


def snippet(n: int, scope: Scope, review: date | None) -> Snippet:
    return Snippet(
        UUID(int=n), f"f{n}", "Fras", "x", scope, OWNER, "", review, frozenset(), 3, AT, OWNER
    )


def topic(n: int, read: date | None) -> Topic:
    return Topic(
        UUID(int=n), TopicDraft(Heading.FEES, f"Kort {n}", "x", owner="Ekonomi", reviewed_on=read),
        1, AT, OWNER,
    )  # fmt: skip


def test_of_packs_the_one_in_force_is_read_again_and_a_newer_one_waits() -> None:
    found = due((pack(1, PAST), pack(2, FAR, version="2", approved=False)), (), (), (), TODAY)
    assert [(each.state, each.version, each.on) for each in found] == [
        (DueState.PASSED, "1", PAST),
        (DueState.WAITS, "2", None),
    ]
    assert found[0].owner == "Författaren"


def test_what_has_been_followed_by_another_is_not_read_again() -> None:
    assert due((pack(1, PAST), pack(2, FAR, version="2")), (), (), (), TODAY) == ()
    older = (pack(2, FAR), pack(1, PAST, version="0", approved=False))
    assert due(older, (), (), (), TODAY) == ()


def test_of_rules_the_set_in_force_and_every_draft() -> None:
    found = due((), (rules(1, 1, PAST), rules(2, 2, SOON), rules(3, 0, None)), (), (), TODAY)
    assert [(each.about, each.state, each.version) for each in found] == [
        (About.RULES, DueState.WAITS, ""),
        (About.RULES, DueState.SOON, "2"),
    ]
    assert {each.owner_id for each in found} == {OWNER}


def test_of_snippets_those_that_more_than_one_uses() -> None:
    some = (
        snippet(1, Scope.PERSONAL, PAST),
        snippet(2, Scope.TEAM, PAST),
        snippet(3, Scope.REGION, FAR),
        snippet(4, Scope.REGION, None),
    )
    assert [each.id.int for each in due((), (), some, (), TODAY)] == [2]


def test_a_card_is_read_again_after_a_year_and_one_that_nobody_has_read_at_once() -> None:
    cards = (topic(1, None), topic(2, date(2025, 11, 22)), topic(3, date(2025, 12, 1)),
             topic(4, TODAY))  # fmt: skip
    found = due((), (), (), cards, TODAY)
    assert [(each.id.int, each.state, each.on) for each in found] == [
        (1, DueState.PASSED, None),
        (2, DueState.PASSED, date(2026, 11, 22)),
        (3, DueState.SOON, date(2026, 12, 1)),
    ]


def referral(n: int, entry: int, rules: int, deviation: str, outcome: str = "VC") -> Referral:
    return Referral(
        UUID(int=n), UUID(int=entry), UUID(int=1), None, OWNER, "", AT + timedelta(minutes=n),
        outcome, None, "U4", rules=rules, deviation=deviation,
    )  # fmt: skip


def test_deviations_are_counted_by_edition_of_the_last_referral_of_each_entry() -> None:
    found = content_deviations(
        (
            referral(2, 1, 5, "LANGT"),
            referral(1, 1, 5, "PATIENT", "AKUT"),  # the first of the same entry
            referral(3, 2, 5, "LANGT"),
            referral(4, 3, 5, ""),
            referral(5, 4, 6, "LANGT"),
        )
    )
    assert found == (
        ContentDeviation(5, "LANGT", "VC", 2, 3),
        ContentDeviation(6, "LANGT", "VC", 1, 1),
    )
