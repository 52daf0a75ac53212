"""What is written in a dialog is kept like what is written on a card, and stands there again."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Protocol, runtime_checkable
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from kundcenter.domain.drafts import FormKind
from ui.services import Services
from ui.tasks import Tasks
from ui.theme.colours import ToneName
from ui.widgets.banner import Banner
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.text_area import TextArea

KEEP_WITHIN_MS = 600  # after the first unsaved change, however long one goes on writing

Fields = Mapping[str, Field | TextArea]


@runtime_checkable
class Doored(Protocol):
    """A window that can have a door before it, and closes dialogs by itself."""

    @property
    def at_desk(self) -> bool: ...
    @property
    def dropping(self) -> bool: ...


class KeptForm(QObject):
    """Lives as long as its dialog.  Confirmed or cancelled, the text is forgotten.

    Put away behind a lock, closed because the operator was signed out, or killed, it is kept.
    """

    def __init__(
        self,
        dialog: Dialog,
        tasks: Tasks,
        services: Services,
        about: tuple[FormKind, UUID],
        fields: Fields,
    ) -> None:
        super().__init__(dialog)
        self._dialog, self._tasks, self._drafts = dialog, tasks, services.drafts
        self._about, self._fields = about, dict(fields)
        self._at_first = self._texts()
        self._kept: dict[str, str] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_WITHIN_MS)
        self._timer.timeout.connect(self.keep)
        for field in self._fields.values():
            field.changed.connect(self._on_changed)
        dialog.accepted.connect(self._forget)
        dialog.rejected.connect(self._on_rejected)
        dialog.installEventFilter(self)
        tasks.run(self, partial(self._drafts.form, *about), self._fill_in, lambda _: None)

    def keep(self) -> None:
        """Keep what differs from what is kept, at once."""
        self._timer.stop()
        texts = self._texts()
        if texts not in (self._kept, self._at_first):
            self._kept = texts
            verb = partial(self._drafts.keep_form, *self._about, texts)
            self._tasks.run(self, verb, refused=lambda _: self._on_refused())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A lock hides the dialog, and behind it nothing can be kept any more."""
        if event.type() is QEvent.Type.Hide and self._timer.isActive():
            self.keep()
        return False

    def _texts(self) -> dict[str, str]:
        return {name: field.text() for name, field in self._fields.items()}

    def _on_changed(self) -> None:
        if not self._timer.isActive():  # not begun again: else it would wait for a pause
            self._timer.start()

    def _on_refused(self) -> None:
        self._kept = {}
        if self._dialog.isVisible():
            self._timer.start()

    def _fill_in(self, texts: dict[str, str]) -> None:
        """Nothing is written over: what somebody has begun to write meanwhile stays."""
        lost = {
            name: text
            for name, text in texts.items()
            if text.strip()
            and name in self._fields
            and text != self._fields[name].text() == self._at_first[name]
        }
        if not lost:
            return
        self._kept = texts
        for name, text in lost.items():
            self._fields[name].set_text(text)
        words = self.tr("Återställd text, inte sparad")
        self._dialog.body.insertWidget(0, Banner(words, ToneName.WARNING, icon="undo", wrap=True))
        QTimer.singleShot(0, self, self._fit)  # when the texts have their height

    def _fit(self) -> None:
        self._dialog.resize(self._dialog.size().expandedTo(self._dialog.sizeHint()))

    def _on_rejected(self) -> None:
        """Cancelled by hand: then it is not wanted.  Behind a door nobody has cancelled."""
        above: QWidget | None = self._dialog.parentWidget()
        while above is not None and not isinstance(above, Doored):
            above = above.parentWidget()
        if not isinstance(above, Doored) or (above.at_desk and not above.dropping):
            self._forget()

    def _forget(self) -> None:
        self._timer.stop()
        if self._kept and isValid(self._dialog):
            self._kept = {}
            self._tasks.run(self._tasks, partial(self._drafts.drop_form, *self._about))
