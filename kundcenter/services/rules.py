"""The rules of routing: draft, try, publish, and what is in force."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.routing.ground import RoutingGround
from kundcenter.domain.routing.rules import (
    CasesFail,
    RulesDraftStands,
    RuleSet,
    RulesNotFound,
    RulesPublished,
    RulesStale,
    in_force,
)
from kundcenter.domain.routing.text import RulesText, text_of
from kundcenter.domain.routing.try_out import try_out
from kundcenter.ports import Store, Work


class Rules:
    """One draft at a time; what is published is never changed, and never goes away."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[RuleSet, ...]:
        """The draft, if there is one, then what was published, the latest last."""
        with self._store.read() as reading:
            reading.actor.must(Function.SEE_GUIDANCE)
            return tuple(each for each in reading.rule_sets.all() if each.dropped_at is None)

    def in_force(self) -> RuleSet | None:
        """The set that callers are routed by; None before the first is published."""
        with self._store.read() as reading:
            reading.actor.must(Function.SEE_GUIDANCE)
            return in_force(reading.rule_sets.all())

    def begin(self, title: str, upon_id: UUID | None = None) -> Changes:
        """A draft with the rules and cases of `upon_id`, or else of what is in force.

        Raises RulesDraftStands, RulesNotFound, RulesInvalid, TextInvalid.
        """
        with self._store.work("rules.begin", title=title, upon_id=upon_id) as work:
            work.actor.must(Function.EDIT_GUIDANCE)
            known = work.rule_sets.all()
            for each in known:
                if each.is_draft:
                    raise RulesDraftStands(id=each.id)
            upon = in_force(known) if upon_id is None else work.rule_sets.get(upon_id)
            text = text_of(upon) if upon else RulesText(title, (), ())
            text = replace(text, title=title, review_on=None).checked(work.codes)
            work.rule_sets.put(
                RuleSet(
                    id=work.new_id(),
                    number=0,
                    title=text.title,
                    rules=text.rules,
                    cases=text.cases,
                    edition=1,
                    changed_at=work.now,
                    changed_by=work.actor.operator_id,
                    demonstration=upon is not None and upon.demonstration,
                )
            )
        return work.changes()

    def save(self, rules_id: UUID, text: RulesText, *, upon: int) -> Changes:
        """Another wording of the draft, upon its edition.

        Raises RulesNotFound, RulesPublished, RulesStale, RulesInvalid, TextInvalid.
        """
        with self._store.work("rules.save", rules_id=rules_id, text=text, upon=upon) as work:
            work.actor.must(Function.EDIT_GUIDANCE)
            draft = _draft(work, rules_id, upon)
            text = text.checked(work.codes)
            work.rule_sets.put(
                replace(
                    draft,
                    title=text.title,
                    rules=text.rules,
                    cases=text.cases,
                    review_on=text.review_on,
                    edition=draft.edition + 1,
                    changed_at=work.now,
                    changed_by=work.actor.operator_id,
                )
            )
        return work.changes()

    def publish(self, rules_id: UUID, *, upon: int) -> Changes:
        """Put the draft in force, if every case of its table holds in this store's directory.

        Redirects are for a while and the cases for good, so they are tried without.  The centre
        tries them again, in its own directory, which has the last word: it may turn this away.
        Raises RulesNotFound, RulesPublished, RulesStale, RulesInvalid, CasesFail.
        """
        with self._store.work("rules.publish", rules_id=rules_id, upon=upon) as work:
            work.actor.must(Function.APPROVE_GUIDANCE)
            draft = _draft(work, rules_id, upon)
            text_of(draft).whole(work.codes)
            ground = RoutingGround.of(work.unit_cards.all())
            tried = enumerate(try_out(draft, ground, within=work.codes.deadlines), start=1)
            failing = tuple(at for at, each in tried if not each.holds)
            if failing:
                raise CasesFail(id=rules_id, failing=failing)
            latest = max(each.number for each in work.rule_sets.all())
            work.rule_sets.put(
                replace(
                    draft,
                    number=latest + 1,
                    published_at=work.now,
                    published_by=work.actor.operator_id,
                )
            )
        return work.changes()

    def drop(self, rules_id: UUID, *, upon: int) -> Changes:
        """Give the draft up.  It is kept, and seen no more.

        Raises RulesNotFound, RulesPublished, RulesStale.
        """
        with self._store.work("rules.drop", rules_id=rules_id, upon=upon) as work:
            work.actor.must(Function.EDIT_GUIDANCE)
            draft = _draft(work, rules_id, upon)
            work.rule_sets.put(replace(draft, dropped_at=work.now))
        return work.changes()


def _draft(work: Work, rules_id: UUID, upon: int) -> RuleSet:
    """The draft of the edition that was looked at."""
    found = work.rule_sets.get(rules_id)
    if found.dropped_at is not None:
        raise RulesNotFound(id=rules_id)
    if not found.is_draft:
        raise RulesPublished(id=rules_id, number=found.number)
    if found.edition != upon:
        raise RulesStale(id=rules_id, edition=found.edition)
    return found
