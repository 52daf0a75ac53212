"""What is to be read again, or waits to be put in force: packs, rules, snippets, cards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from kundcenter.domain.packs import Pack
from kundcenter.domain.packs.shelf import in_force as packs_in_force
from kundcenter.domain.routing.rules import RuleSet
from kundcenter.domain.routing.rules import in_force as rules_in_force
from kundcenter.domain.service_desk.topics import REVIEW_AFTER, Topic
from kundcenter.domain.snippets import Scope, Snippet
from kundcenter.domain.supervision.feedback import About

SOON = timedelta(days=30)


class DueState(StrEnum):
    """How it stands, the most pressing first."""

    PASSED = "passed"  # the day of review has been
    WAITS = "waits"  # for somebody to put it in force
    SOON = "soon"


@dataclass(frozen=True, slots=True)
class Due:
    """One text.  `owner_id` or `owner` is who answers for it; `on` the day, None of what waits."""

    about: About
    id: UUID
    name: str
    state: DueState
    on: date | None
    owner: str = ""
    owner_id: UUID | None = None
    version: str = ""


def due(
    packs: Iterable[Pack],
    rules: Iterable[RuleSet],
    snippets: Iterable[Snippet],
    topics: Iterable[Topic],
    today: date,
) -> tuple[Due, ...]:
    """All of it, the most pressing first, then by day and name.

    Of packs and rules what is in force is read again; of snippets those that more than one uses.
    """
    found = (
        *_packs(tuple(packs), today),
        *_rules(tuple(rules), today),
        *_snippets(snippets, today),
        *_topics(topics, today),
    )
    states = list(DueState)
    return tuple(
        sorted(found, key=lambda e: (states.index(e.state), e.on or date.min, e.name, e.id.int))
    )


def state_of(on: date, today: date) -> DueState | None:
    """How a day of review stands; None while it is far away."""
    if on < today:
        return DueState.PASSED
    return DueState.SOON if on <= today + SOON else None


def _packs(packs: tuple[Pack, ...], today: date) -> Iterator[Due]:
    forced = {pack.content.code: pack for pack in packs_in_force(packs)}
    for pack in packs:
        content, held = pack.content, forced.get(pack.content.code)
        waits = pack.approved_at is None and pack.retired_at is None
        state = state_of(content.review_on, today)
        if waits and (held is None or held.imported_at < pack.imported_at):
            on, state = None, DueState.WAITS
        elif pack is held:
            on = content.review_on
        else:
            continue
        if state is not None:
            yield Due(
                About.PACK,
                pack.id,
                content.title,
                state,
                on,
                content.author,
                version=content.version,
            )


def _rules(rules: tuple[RuleSet, ...], today: date) -> Iterator[Due]:
    held = rules_in_force(rules)
    for each in rules:
        number = str(each.number) if each.number else ""
        if each.is_draft:
            yield Due(
                About.RULES, each.id, each.title, DueState.WAITS, None, owner_id=each.changed_by
            )
        elif each is held and each.review_on is not None:
            state = state_of(each.review_on, today)
            if state is not None:
                by = each.published_by or each.changed_by
                yield Due(
                    About.RULES,
                    each.id,
                    each.title,
                    state,
                    each.review_on,
                    owner_id=by,
                    version=number,
                )


def _snippets(snippets: Iterable[Snippet], today: date) -> Iterator[Due]:
    for each in snippets:
        if each.scope is Scope.PERSONAL or each.retired_at is not None or each.review_on is None:
            continue
        state = state_of(each.review_on, today)
        if state is not None:
            yield Due(
                About.SNIPPET,
                each.id,
                each.title,
                state,
                each.review_on,
                owner_id=each.owner_id,
                version=str(each.number),
            )


def _topics(topics: Iterable[Topic], today: date) -> Iterator[Due]:
    for each in topics:
        if each.retired_at is not None:
            continue
        read = each.told.reviewed_on
        on = None if read is None else read + REVIEW_AFTER
        state = DueState.PASSED if on is None else state_of(on, today)
        if state is not None:
            yield Due(
                About.TOPIC,
                each.id,
                each.told.title,
                state,
                on,
                each.told.owner,
                version=str(each.number),
            )
