"""Content packs: bring in, approve, word locally, look up.

Everybody who guides callers reads what is in force.  The medical lead puts a version in force;
it is never changed, only worded locally or followed by another.
"""

from __future__ import annotations

from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.calendar import local
from kundcenter.domain.packs import (
    Content,
    Edit,
    Pack,
    PackKnown,
    PackNotFound,
    PackStale,
    Topic,
    TopicNotEdited,
    TopicNotFound,
)
from kundcenter.domain.packs.checks import (
    Faulty,
    PackFault,
    PackFaulty,
    checked,
    checked_topic,
    well_formed,
)
from kundcenter.domain.packs.plan import PackPlan, known, planned
from kundcenter.domain.packs.shelf import (
    Shelf,
    ShownTopic,
    as_it_was,
    current,
    in_force,
    latest_edits,
    shelf_of,
    topic_of,
)
from kundcenter.ports import Reading, Store, Work


class Packs:
    def __init__(self, store: Store) -> None:
        self._store = store

    def shelf(self) -> Shelf:
        """What is in force, with local wordings laid over it."""
        with self._store.read() as reading:
            reading.actor.must(Function.SEE_GUIDANCE)
            packs = reading.packs.all()
            codes = [pack.content.code for pack in in_force(packs)]
            return shelf_of(packs, {code: reading.packs.edits(code) for code in codes})

    def topic(self, pack_code: str, version: str, topic_code: str) -> ShownTopic:
        """What was shown, by what a note keeps of it; also of a version that is retired.

        `version` is ShownTopic.support_version.  Raises PackFaulty, PackNotFound, TopicNotFound.
        """
        with self._store.read() as reading:
            reading.actor.must(Function.SEE_GUIDANCE)
            well_formed(pack_code, topic_code, version)
            packs, edits = _of_code(reading, pack_code), reading.packs.edits(pack_code)
            return as_it_was(packs, edits, version, topic_code)

    def all(self) -> tuple[Pack, ...]:
        """Every version of every pack there has been, by when it was brought in."""
        with self._store.read() as reading:
            reading.actor.must(Function.EDIT_GUIDANCE)
            return reading.packs.all()

    def edits(self, pack_code: str, topic_code: str) -> tuple[Edit, ...]:
        """Every local wording there has been of a topic, the newest first."""
        with self._store.read() as reading:
            reading.actor.must(Function.EDIT_GUIDANCE)
            well_formed(pack_code, topic_code)
            found = reading.packs.edits(pack_code)
            return tuple(edit for edit in reversed(found) if edit.topic_code == topic_code)

    def plan(self, content: Content) -> PackPlan:
        """What `import_` of the pack would do; it tells also what is known or older.

        Raises PackFaulty.
        """
        with self._store.read() as reading:
            reading.actor.must(Function.EDIT_GUIDANCE)
            content = checked(content, reading.codes)
            packs = reading.packs.all()
            return planned(content, packs, reading.packs.edits(content.code))

    def import_(self, content: Content) -> Changes:
        """Take in a version of a pack; nobody sees it until it is approved.

        Local wordings stay as they are.  Raises PackFaulty, PackKnown.
        """
        with self._store.work("packs.import_", content=content) as work:
            work.actor.must(Function.EDIT_GUIDANCE)
            content = checked(content, work.codes)
            for pack in work.packs.all():
                if known(content, (pack,)):
                    raise PackKnown(id=pack.id)
            work.packs.put(Pack(work.new_id(), content, work.now, work.actor.operator_id))
        return work.changes()

    def approve(self, pack_id: UUID) -> Changes:
        """Put the version in force, in place of the one before it.

        Raises PackNotFound, PackRetired, PackApproved, PackReviewPassed.
        """
        with self._store.work("packs.approve", pack_id=pack_id) as work:
            work.actor.must(Function.APPROVE_GUIDANCE)
            pack = work.packs.get(pack_id)
            approver = work.operators.get(work.actor.operator_id)
            said = ", ".join(filter(None, (approver.name, approver.position)))
            today = local(work.now).date()
            work.packs.put(pack.approved(work.now, today, approver.id, said))
        return work.changes()

    def retire(self, pack_id: UUID) -> Changes:
        """Take the version out of use; then the approved one before it is in force, if there is.

        What the medical lead has approved, nobody else retires.  Raises PackNotFound, PackRetired.
        """
        with self._store.work("packs.retire", pack_id=pack_id) as work:
            work.actor.must(Function.EDIT_GUIDANCE)
            pack = work.packs.get(pack_id)
            if pack.approved_at is not None:
                work.actor.must(Function.APPROVE_GUIDANCE)
            work.packs.put(pack.retired(work.now))
        return work.changes()

    def edit(self, pack_code: str, topic_code: str, topic: Topic, *, upon: int) -> Changes:
        """Word a topic locally, upon its edit number `upon`, 0 for the first.

        The wording lies over every version of the pack until it is taken back.
        Raises PackNotFound, TopicNotFound, PackStale, PackFaulty.
        """
        with self._store.work(
            "packs.edit", pack_code=pack_code, topic_code=topic_code, topic=topic, upon=upon
        ) as work:
            work.actor.must(Function.EDIT_GUIDANCE)
            well_formed(pack_code, topic_code)
            pack, latest = _editable(work, pack_code, topic_code, upon)
            topic = checked_topic(topic, work.codes)
            if topic.code != topic_code:
                raise PackFaulty(Faulty("code", PackFault.CODE))
            _add(work, pack, topic_code, topic, latest)
        return work.changes()

    def take_back(self, pack_code: str, topic_code: str, *, upon: int) -> Changes:
        """Let the pack's own wording stand again.

        Raises PackFaulty, PackNotFound, TopicNotFound, PackStale, TopicNotEdited.
        """
        with self._store.work(
            "packs.take_back", pack_code=pack_code, topic_code=topic_code, upon=upon
        ) as work:
            work.actor.must(Function.EDIT_GUIDANCE)
            well_formed(pack_code, topic_code)
            pack, latest = _editable(work, pack_code, topic_code, upon)
            if latest is None or latest.topic is None:
                raise TopicNotEdited(id=pack.id)
            _add(work, pack, topic_code, None, latest)
        return work.changes()


def _of_code(reading: Reading, pack_code: str) -> tuple[Pack, ...]:
    return tuple(pack for pack in reading.packs.all() if pack.content.code == pack_code)


def _editable(work: Work, pack_code: str, topic_code: str, upon: int) -> tuple[Pack, Edit | None]:
    """The pack that an edit is written upon, and the latest edit of the topic."""
    pack = current(_of_code(work, pack_code), pack_code)
    if pack is None:
        raise PackNotFound
    latest = latest_edits(work.packs.edits(pack_code)).get(topic_code)
    worded = latest is not None and latest.topic is not None
    if topic_of(pack.content.topics, topic_code) is None and not worded:
        raise TopicNotFound(id=pack.id)
    number = latest.number if latest else 0
    if number != upon:
        raise PackStale(id=pack.id, number=number)
    return pack, latest


def _add(work: Work, pack: Pack, topic_code: str, topic: Topic | None, latest: Edit | None) -> None:
    work.packs.add_edit(
        Edit(
            id=work.new_id(),
            pack_code=pack.content.code,
            topic_code=topic_code,
            topic=topic,
            base=pack.content.version,
            number=(latest.number if latest else 0) + 1,
            edited_at=work.now,
            edited_by=work.actor.operator_id,
        )
    )
