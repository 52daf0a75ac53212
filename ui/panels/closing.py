"""The way to the end of a card: everything saved, every part said what came of it, then closed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.domain.calls import CallNeedsOutcome, CallState, CallStateWrong
from kundcenter.domain.parts import PartNeedsNote
from kundcenter.errors import KundcenterError
from ui.dialogs.outcome import OutcomeDialog
from ui.panels.errand import ErrandPart
from ui.panels.part import Next, PartView
from ui.services import Services, current_codes
from ui.tasks import Tasks


class Closing(QObject):
    """`views` are the parts of the card that have been looked at; `show` brings one into sight.

    `closed` when the call is done; `refused` carries an error for a notice.
    """

    closed = Signal()
    refused = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        call_id: UUID,
        *,
        views: Mapping[UUID, PartView],
        show: Callable[[UUID], PartView],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._services, self._call_id = tasks, services, call_id
        self._views, self._show, self._card = views, show, parent
        self._under_way = False

    def finish(self) -> None:
        """Close the call.  What is written is saved first; nothing is lost by leaving."""
        self.save_all_then(self._close)

    def save_all_then(self, then: Next) -> None:
        """Save part after part; the one that cannot be saved stays in sight."""
        for id, view in self._views.items():
            if view.unsaved:
                self._show(id)
                view.save_then(partial(self.save_all_then, then))
                return
        self._point_all_then(tuple(self._views.values()), then)

    def _point_all_then(self, views: tuple[PartView, ...], then: Next) -> None:
        if views:
            views[0].point_then(partial(self._point_all_then, views[1:], then))
        else:
            then()

    def _close(self, outcome: str | None = None) -> None:
        if self._under_way:
            return
        self._under_way = True
        verb = partial(self._services.calls.close, self._call_id, outcome)
        self._tasks.run(self, verb, lambda _: self.closed.emit(), self._on_not_closed)

    def _on_not_closed(self, error: KundcenterError) -> None:
        self._under_way = False
        if isinstance(error, CallStateWrong) and error.facts.get("state") is CallState.DONE:
            self.closed.emit()  # it was opened again to be read or signed, and is put away
            return
        if isinstance(error, PartNeedsNote):
            self._show(error.parts[0])
        if not isinstance(error, CallNeedsOutcome):
            self.refused.emit(error)
            return
        silent = error.facts.get("parts", ())
        assert isinstance(silent, tuple)
        lacking: UUID | None = silent[0] if silent else None
        view = self._show(lacking) if lacking is not None else None
        if isinstance(view, ErrandPart):
            view.outcome.show_error(self.tr("Välj vad ärendet ledde till."))
            view.outcome.setFocus()
            return
        part = view.part if view is not None else None
        about_somebody = part is not None and bool(part.person_id) and not part.entry_id
        dialog = OutcomeDialog(
            current_codes(self._services), unwritten=about_somebody, parent=self._card
        )
        dialog.confirmed.connect(partial(self._close_with, dialog, lacking))
        dialog.open()

    def _close_with(self, dialog: OutcomeDialog, part_id: UUID | None) -> None:
        outcome = dialog.outcome.value
        if outcome is None:
            dialog.outcome.show_error(self.tr("Välj vad samtalet ledde till."))
            return
        dialog.accept()
        if part_id is None:
            self._close(outcome)
            return
        verb = partial(self._services.calls.close_part, part_id, outcome)
        self._tasks.run(self, verb, lambda _: self._close(), self.refused.emit)
