"""Keep what is being written until it is saved, for its writer alone.

No verb: it writes no operation and no access record, for there is no record yet.
"""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from kundcenter.domain.access import Function
from kundcenter.domain.drafts import (
    ALARM_PART,
    FORMS,
    Draft,
    Form,
    FormKind,
    Unsaved,
    form_key,
)
from kundcenter.ports import Keeping, Store


class Drafts:
    def __init__(self, store: Store) -> None:
        self._store = store

    def keep(self, call_id: UUID, part_id: UUID, unsaved: Unsaved) -> None:
        """Keep what stands in one part of a call, in place of what was kept before."""
        with self._store.keep() as keeping:
            keeping.actor.must(Function.WORK_CALLS)
            keeping.drafts.put(_draft(keeping, call_id, part_id, unsaved))

    def mine(self) -> tuple[Draft, ...]:
        """What the operator has written and not saved, as the cards stood from the left."""
        with self._store.keep() as keeping:
            keeping.actor.must(Function.WORK_CALLS)
            kept = keeping.drafts.of(keeping.actor.operator_id)
        return tuple(sorted(kept, key=lambda draft: draft.unsaved.place))

    def drop(self, call_id: UUID, part_id: UUID | None = None) -> None:
        """Forget the operator's text of one part, or of the whole call: it is saved."""
        with self._store.keep() as keeping:
            keeping.actor.must(Function.WORK_CALLS)
            keeping.drafts.drop(keeping.actor.operator_id, call_id, part_id)

    def keep_alarm(self, alarm_id: UUID, unsaved: Unsaved) -> None:
        """Keep what was typed and ticked in an alarm, in place of what was kept before.

        Everybody who may sound one may, while the desk is locked too (DOMAIN §3.6 R1): it is
        their own, and shows nothing.
        """
        with self._store.keep() as keeping:
            keeping.actor.must(Function.RAISE_ALARM)
            keeping.drafts.put(_draft(keeping, alarm_id, ALARM_PART, unsaved))

    def of_alarms(self) -> tuple[Draft, ...]:
        """What the operator has noted in alarms and put nowhere yet; not while locked."""
        with self._store.keep() as keeping:
            keeping.actor.must(Function.OWN_CHOICES)
            kept = keeping.drafts.of(keeping.actor.operator_id)
        return tuple(draft for draft in kept if draft.part_id == ALARM_PART)

    def drop_alarm(self, alarm_id: UUID) -> None:
        """Forget it: it stands in a note that is kept, or was not wanted.  Not while locked."""
        with self._store.keep() as keeping:
            keeping.actor.must(Function.OWN_CHOICES)
            keeping.drafts.drop(keeping.actor.operator_id, alarm_id, ALARM_PART)

    def keep_form(self, kind: FormKind, subject_id: UUID, texts: Mapping[str, str]) -> None:
        """Keep what stands in a dialog's text fields, in place of what was kept before.

        Everybody who is signed in may: it is their own, and opens nothing.
        """
        with self._store.keep() as keeping:
            keeping.actor.must(Function.OWN_CHOICES)
            key = form_key(kind, subject_id)
            form = Form(keeping.actor.operator_id, key, keeping.now, dict(texts))
            keeping.drafts.put_form(form.writable())

    def form(self, kind: FormKind, subject_id: UUID) -> dict[str, str]:
        """What the operator wrote in such a dialog and never confirmed; empty if nothing."""
        with self._store.keep() as keeping:
            keeping.actor.must(Function.OWN_CHOICES)
            kept = keeping.drafts.form(keeping.actor.operator_id, form_key(kind, subject_id))
        return kept.texts if kept is not None else {}

    def drop_form(self, kind: FormKind, subject_id: UUID) -> None:
        """Forget it: it is in the record, or was not wanted."""
        with self._store.keep() as keeping:
            keeping.actor.must(Function.OWN_CHOICES)
            operator, key = keeping.actor.operator_id, form_key(kind, subject_id)
            keeping.drafts.drop(operator, FORMS, key)


def _draft(keeping: Keeping, call_id: UUID, part_id: UUID, unsaved: Unsaved) -> Draft:
    return Draft(
        operator_id=keeping.actor.operator_id,
        call_id=call_id,
        part_id=part_id,
        at=keeping.now,
        unsaved=unsaved.writable(),
    )
