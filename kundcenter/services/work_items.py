"""Work that the centre has handed back."""

from __future__ import annotations

from uuid import UUID

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.text import line
from kundcenter.domain.work_items import WorkItem
from kundcenter.ports import Store


class WorkItems:
    """The operator's own, and for those who lead everybody's."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def waiting(self) -> tuple[WorkItem, ...]:
        """What waits, the first due first: one's own, or everybody's for those who lead."""
        with self._store.read() as reading:
            reading.actor.must(Function.OWN_CHOICES)
            leads = reading.actor.may(Function.CLOSE_FOR_OTHERS)
            return tuple(
                item
                for item in reading.work_items.open()
                if leads or item.operator_id == reading.actor.operator_id
            )

    def resolve(self, item_id: UUID, how: str) -> Changes:
        """Say how the work item ended.  Raises WorkItemNotFound, WorkItemResolved,
        ResolutionNeeded, TextInvalid, and NotPermitted when it is another's.
        """
        with self._store.work("work_items.resolve", item_id=item_id, how=how) as work:
            work.actor.must(Function.OWN_CHOICES)
            item = work.work_items.get(item_id)
            if item.operator_id != work.actor.operator_id:
                work.actor.must(Function.CLOSE_FOR_OTHERS)
            said = line(how, "how")
            work.work_items.put(item.resolved(work.now, work.actor.operator_id, said))
        return work.changes()
