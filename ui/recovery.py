"""The keeper of drafts: what is written is on the disk, encrypted, within a second.

It is no record and no verb (HFD 2013 ref. 33): an entry begins at "Spara".  The text is kept for
who wrote it, comes back when they sign in, and is forgotten when it is saved.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from kundcenter.domain.drafts import Draft, Unsaved
from kundcenter.errors import KundcenterError
from ui.kept_form import KEEP_WITHIN_MS
from ui.services import Services
from ui.tasks import Tasks

AGAIN_MS = 2_000  # where the disk took nothing

Place = tuple[UUID, UUID]  # a call and a part of it


class Desk(Protocol):
    """The cards as the keeper knows them."""

    @property
    def edited(self) -> SignalInstance: ...
    @property
    def put_away(self) -> SignalInstance: ...
    @property
    def places(self) -> tuple[UUID, ...]: ...
    @property
    def in_sight(self) -> Place | None: ...
    def unkept(self, call_id: UUID) -> Mapping[UUID, Unsaved] | None: ...
    def restore(self, drafts: tuple[Draft, ...]) -> None: ...
    def restored(self) -> None: ...


class Keeper(QObject):
    """`troubled` says whether the disk takes nothing just now; it is told once."""

    troubled = Signal(bool)

    def __init__(
        self, tasks: Tasks, services: Services, cards: Desk, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks, self._drafts, self._cards = tasks, services.drafts, cards
        self._calls = services.calls
        self._edited: set[UUID] = set()
        self._kept: dict[Place, Unsaved] = {}
        self._sitting = False
        self._in_trouble = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_WITHIN_MS)
        self._timer.timeout.connect(self.keep)
        cards.edited.connect(self._on_edited)
        cards.put_away.connect(self._on_put_away)

    @property
    def in_trouble(self) -> bool:
        """Whether what was written last is not kept."""
        return self._in_trouble

    def sit_down(self) -> None:
        """An operator has come: what they had not saved comes back."""
        self._sitting = True
        self._tasks.run(self, self._drafts.mine, self._give_back, lambda _: None)

    def stand_up(self) -> None:
        """The operator leaves: keep all there is, and forget whose it was."""
        self.keep()
        self._sitting = False
        self._timer.stop()
        self._edited.clear()
        self._kept.clear()

    def keep(self) -> None:
        """Keep what has changed since it was last kept, at once."""
        self._timer.stop()
        if not self._sitting:
            return
        for call_id in tuple(self._edited):
            self._edited.discard(call_id)
            self._keep_call(call_id)

    def _keep_call(self, call_id: UUID) -> None:
        unkept = self._cards.unkept(call_id)
        if unkept is None:
            return
        places, seen = self._cards.places, self._cards.in_sight
        place = places.index(call_id) if call_id in places else 0
        for part_id, unsaved in unkept.items():
            key = (call_id, part_id)
            whole = replace(unsaved, place=place, in_sight=key == seen)
            if self._kept.get(key) != whole:
                self._kept[key] = whole
                verb = partial(self._drafts.keep, call_id, part_id, whole)
                self._tasks.run(self, verb, self._on_kept, partial(self._on_refused, call_id))
        for key in [key for key in self._kept if key[0] == call_id and key[1] not in unkept]:
            del self._kept[key]
            verb = partial(self._drafts.drop, *key)
            self._tasks.run(self, verb, self._on_kept, partial(self._on_refused, call_id))

    def _on_edited(self, call_id: UUID) -> None:
        self._edited.add(call_id)
        if not self._timer.isActive():  # not begun again: else it would wait for a pause
            self._timer.setInterval(AGAIN_MS if self._in_trouble else KEEP_WITHIN_MS)
            self._timer.start()

    def _on_put_away(self, call_id: UUID) -> None:
        """The call is closed, or a colleague's: nothing of it is unsaved."""
        self._edited.discard(call_id)
        kept = [key for key in self._kept if key[0] == call_id]
        for key in kept:
            del self._kept[key]
        if kept:
            verb = partial(self._drafts.drop, call_id)
            self._tasks.run(self, verb, refused=lambda _: None)

    def _on_kept(self, _: object) -> None:
        self._tell(troubled=False)

    def _on_refused(self, call_id: UUID, _error: KundcenterError) -> None:
        for key in [key for key in self._kept if key[0] == call_id]:
            del self._kept[key]
        self._tell(troubled=True)
        self._on_edited(call_id)

    def _tell(self, *, troubled: bool) -> None:
        if troubled != self._in_trouble:
            self._in_trouble = troubled
            self.troubled.emit(troubled)

    def _give_back(self, drafts: tuple[Draft, ...]) -> None:
        self._kept = {(draft.call_id, draft.part_id): draft.unsaved for draft in drafts}
        self._cards.restore(drafts)
        # Asked behind everything that opens cards now, so that it is answered after it.
        again = partial(self._tasks.run, self, self._calls.mine, lambda _: self._cards.restored())
        self._tasks.run(self, self._calls.mine, lambda _: again(), lambda _: None)
