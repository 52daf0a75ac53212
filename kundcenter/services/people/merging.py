"""Two registrations that are one person: compared, merged, and parted again."""

from __future__ import annotations

from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.access_log import Activity, Level
from kundcenter.domain.grounds import Ground
from kundcenter.domain.merges import Merge, MergeNeedsReason, joined, parted
from kundcenter.domain.person_cards import Side, Undoing
from kundcenter.domain.text import line
from kundcenter.ports import Store, Work
from kundcenter.services.people import looks


class Merging:
    """The verbs and looks of `People` that are about two registrations."""

    _store: Store

    def compare(self, one_id: UUID, other_id: UUID, ground: Ground = Ground()) -> tuple[Side, Side]:
        """Two persons side by side, before they are merged; logged for both.

        Of whom no ground stands, nothing comes but what a list of hits shows.  Raises
        PersonNotFound, GroundTooShort, TextInvalid.
        """
        with self._store.opening() as view:
            view.actor.must(Function.MERGE_PEOPLE)
            return looks.side(view, one_id, ground), looks.side(view, other_id, ground)

    def merge(self, kept_id: UUID, absorbed_id: UUID, reason: str) -> Changes:
        """Say that two registrations are one person; nothing is moved, and it can be taken back.

        Raises MergeOfOne, MergeHasOthers, MergeNeedsReason, PersonMerged when another was first.
        """
        with self._store.work(
            "people.merge", kept_id=kept_id, absorbed_id=absorbed_id, reason=reason
        ) as work:
            work.actor.must(Function.MERGE_PEOPLE)
            leads = len(work.people.cluster(absorbed_id)) > 1
            kept, absorbed = joined(
                work.people.get(kept_id), work.people.get(absorbed_id), leads=leads
            )
            said = line(reason, "reason")
            if not said:
                raise MergeNeedsReason
            merge = Merge(
                work.new_id(), kept_id, absorbed_id, said, work.now, work.actor.operator_id
            )
            work.merges.put(merge)
            for person in (kept, absorbed):
                work.people.put(person)
                work.calls.guard_numbers(person)
            _witness(work, merge, said)
        return work.changes()

    def unmerge(self, merge_id: UUID) -> Changes:
        """Take a merge back: both stand alone, each with what was written for it.

        Raises MergeNotFound, MergeUndone.
        """
        with self._store.work("people.unmerge", merge_id=merge_id) as work:
            work.actor.must(Function.MERGE_PEOPLE)
            merge = work.merges.get(merge_id)
            work.merges.put(merge.undone(work.now, work.actor.operator_id))
            work.people.put(parted(work.people.get(merge.absorbed_id)))
            _witness(work, merge, merge.reason)
        return work.changes()

    def undoing(self, merge_id: UUID, ground: Ground = Ground()) -> Undoing:
        """What taking the merge back would part; logged for both.

        Who is protected comes veiled unless a ground stands.  Raises MergeNotFound,
        GroundTooShort, TextInvalid.
        """
        with self._store.opening() as view:
            view.actor.must(Function.MERGE_PEOPLE)
            merge = view.merges.get(merge_id)
            both = merge.kept_id, merge.absorbed_id
            grounds = {id for id in both if looks.stands(view, id, ground) is not None}
            for id in both:
                view.witness(Activity.READ, id, subject=("merge", merge_id))
            kept, absorbed = (
                person if person.id in grounds else person.veiled()
                for person in map(view.people.get, both)
            )
            since = looks.written_after(view, merge, grounds)
            return Undoing(merge, kept, absorbed, since)


def _witness(work: Work, merge: Merge, reason: str) -> None:
    """An access record for each of the two."""
    for id in (merge.kept_id, merge.absorbed_id):
        work.witness(
            Activity.WRITE, id, level=Level.OVERVIEW, subject=("merge", merge.id), reason=reason
        )
