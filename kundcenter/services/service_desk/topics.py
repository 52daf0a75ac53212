"""Knowledge cards beneath the ten headings."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.calendar import local
from kundcenter.domain.service_desk.topics import (
    Topic,
    TopicDraft,
    TopicNotFound,
    TopicPlan,
    TopicStale,
    planned,
)
from kundcenter.ports import Reading, Store, Work


class Topics:
    """Read by all who work calls, written by editors."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[Topic, ...]:
        """The latest version of every card, retired ones too."""
        with self._store.read() as reading:
            reading.actor.must(Function.READ_DIRECTORY)
            return reading.topics.all()

    def versions(self, topic_id: UUID) -> tuple[Topic, ...]:
        """Every version, the first first. Raises TopicNotFound."""
        with self._store.read() as reading:
            reading.actor.must(Function.READ_DIRECTORY)
            reading.topics.get(topic_id)
            return reading.topics.versions(topic_id)

    def put(self, topic_id: UUID | None, draft: TopicDraft, *, upon: int = 0) -> Changes:
        """A new card, or the next version of the one whose number was `upon`. Raises
        TopicNotFound (a retired one too), TopicStale, TopicInvalid, UnitNotFound, TextInvalid.
        """
        with self._store.work("topics.put", topic_id=topic_id, draft=draft, upon=upon) as work:
            work.actor.must(Function.EDIT_TOPICS)
            id = work.new_id()
            older = None if topic_id is None else _in_use(work, topic_id, upon)
            if older is None and upon:
                raise TopicStale(id=None, number=0)
            told = draft.checked(local(work.now).date())
            _must_exist(work, (told,))
            _put(work, older, told, id)
        return work.changes()

    def plan(self, drafts: tuple[TopicDraft, ...]) -> TopicPlan:
        """What `import_` would do.  Raises what it raises."""
        with self._store.read() as reading:
            reading.actor.must(Function.EDIT_TOPICS)
            return _planned(reading, drafts)

    def import_(self, drafts: tuple[TopicDraft, ...]) -> Changes:
        """Bring in all cards or none; what is the same already stays. Raises TopicsTooMany,
        TopicRepeated, TopicInvalid, TextInvalid (facts row from 1), UnitNotFound.
        """
        with self._store.work("topics.import_", drafts=drafts) as work:
            work.actor.must(Function.EDIT_TOPICS)
            plan = _planned(work, drafts)
            # One for each draft, new or not: at the centre another card may be there.
            ids = {draft.key: work.new_id() for draft in drafts}
            for told in plan.new:
                _put(work, None, told, ids[told.key])
            for older, told in plan.changed:
                _put(work, older, told, older.id)
        return work.changes()

    def retire(self, topic_id: UUID, *, upon: int) -> Changes:
        """The card is offered no more. Raises TopicNotFound, TopicStale."""
        with self._store.work("topics.retire", topic_id=topic_id, upon=upon) as work:
            work.actor.must(Function.EDIT_TOPICS)
            topic = _in_use(work, topic_id, upon)
            work.topics.put(topic.put_away(work.now, work.actor.operator_id))
        return work.changes()

    def restore(self, topic_id: UUID, *, upon: int) -> Changes:
        """It is offered again. Raises TopicNotFound (one in use too), TopicStale."""
        with self._store.work("topics.restore", topic_id=topic_id, upon=upon) as work:
            work.actor.must(Function.EDIT_TOPICS)
            topic = _latest(work, topic_id, upon)
            if topic.retired_at is None:
                raise TopicNotFound(id=topic_id)
            work.topics.put(topic.taken_out(work.now, work.actor.operator_id))
        return work.changes()


def _latest(work: Work, topic_id: UUID, upon: int) -> Topic:
    topic = work.topics.get(topic_id)
    if topic.number != upon:
        raise TopicStale(id=topic_id, number=topic.number)
    return topic


def _in_use(work: Work, topic_id: UUID, upon: int) -> Topic:
    topic = _latest(work, topic_id, upon)
    if topic.retired_at is not None:
        raise TopicNotFound(id=topic_id)
    return topic


def _put(work: Work, older: Topic | None, told: TopicDraft, id: UUID) -> None:
    by = work.actor.operator_id
    work.topics.put(
        older.reworded(told, work.now, by)
        if older
        else Topic(id=id, told=told, number=1, changed_at=work.now, changed_by=by)
    )


def _planned(reading: Reading, drafts: tuple[TopicDraft, ...]) -> TopicPlan:
    plan = planned(reading.topics.all(), drafts, local(reading.now).date())
    _must_exist(reading, drafts)
    return plan


def _must_exist(reading: Reading, drafts: Iterable[TopicDraft]) -> None:
    """Raise UnitNotFound when a card names a unit that is not here."""
    for unit_id in dict.fromkeys(draft.unit_id for draft in drafts):
        if unit_id is not None:
            reading.units.get(unit_id)
