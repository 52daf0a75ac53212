"""What is written in a dialog is kept like what is written on a card, and stands there again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Protocol, runtime_checkable
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from kundcenter.domain.drafts import FormKind
from kundcenter.errors import KundcenterError
from ui.services import Services
from ui.tasks import Tasks
from ui.theme.colours import ToneName
from ui.widgets.banner import Banner
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.recovered_text import RecoveredText
from ui.widgets.text_area import TextArea

KEEP_WITHIN_MS = 600  # after the first unsaved change, however long one goes on writing
BESIDE = "beside."  # before the name of a field: a text for it that is not decided about

Fields = Mapping[str, Field | TextArea]


@runtime_checkable
class Doored(Protocol):
    """A window that can have a door before it, and closes dialogs by itself."""

    @property
    def at_desk(self) -> bool: ...
    @property
    def dropping(self) -> bool: ...


def by_hand(dialog: QWidget) -> bool:
    """Whether what closes it now is a hand, and no door: nobody was signed out or locked out."""
    above = dialog.parentWidget()
    while above is not None and not isinstance(above, Doored):
        above = above.parentWidget()
    return not isinstance(above, Doored) or (above.at_desk and not above.dropping)


class Kept(QObject):
    """Lives as long as its dialog.  Confirmed or cancelled, the text is forgotten.

    Put away behind a lock, closed because the operator was signed out, or killed, it is kept.
    Nothing is kept before it is known what lies there: it would be written over.
    `given_back` says that fields show it again: they tell of no change that nobody has typed.
    """

    given_back = Signal()

    def __init__(
        self, dialog: Dialog, tasks: Tasks, services: Services, about: tuple[FormKind, UUID]
    ) -> None:
        super().__init__(dialog)
        self._dialog, self._tasks, self._drafts = dialog, tasks, services.drafts
        self._about = about
        self._at_first: dict[str, str] = {}
        self._kept: dict[str, str] = {}
        self._known = self._asking = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_WITHIN_MS)
        self._timer.timeout.connect(self.keep)

    def keep(self) -> None:
        """Keep what differs from what is kept, at once."""
        self._timer.stop()
        if not self._known:
            self._ask()
            return
        texts = self._texts()
        if texts != self._kept and (self._kept or texts != self._at_first):
            self._kept = texts
            verb = partial(self._drafts.keep_form, *self._about, texts)
            self._tasks.run(self, verb, refused=lambda _: self._on_refused())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A lock hides the dialog, and behind it nothing can be kept any more."""
        if event.type() is QEvent.Type.Hide and self._timer.isActive():
            self.keep()
        if event.type() is QEvent.Type.Show and self._texts() != (self._kept or self._at_first):
            self._on_changed()
        return False

    def _texts(self) -> dict[str, str]:
        """All that is to be kept, as it stands."""
        raise NotImplementedError

    def _give_back(self, texts: Mapping[str, str]) -> None:
        """Show what was kept once, over nothing that somebody has begun to write meanwhile."""
        raise NotImplementedError

    @property
    def written(self) -> bool:
        """Whether something stands there that stood not there when it was opened."""
        return self._texts() != self._at_first

    def _begin(self, changes: Iterable[SignalInstance]) -> None:
        self._at_first = self._texts()
        for changed in changes:
            changed.connect(self._on_changed)
        self._dialog.accepted.connect(self._forget)
        self._dialog.rejected.connect(self._on_rejected)
        self._dialog.installEventFilter(self)
        self._ask()

    def _ask(self) -> None:
        if not self._asking:
            self._asking = True
            verb = partial(self._drafts.form, *self._about)
            self._tasks.run(self, verb, self._on_known, self._on_unknown)

    def _on_known(self, texts: dict[str, str]) -> None:
        self._asking, self._known = False, True
        self._kept = texts
        if texts:
            self._give_back(texts)
            self.given_back.emit()
        self.keep()

    def _on_unknown(self, _: KundcenterError) -> None:
        self._asking = False
        if self._dialog.isVisible() and self._texts() != self._at_first:
            self._timer.start()

    def _on_changed(self) -> None:
        if not self._timer.isActive():  # not begun again: else it would wait for a pause
            self._timer.start()

    def _on_refused(self) -> None:
        self._kept = {}
        if self._dialog.isVisible():
            self._timer.start()

    def _mark(self) -> None:
        words = self.tr("Återställd text, inte sparad")
        self._dialog.body.insertWidget(0, Banner(words, ToneName.WARNING, icon="undo", wrap=True))
        QTimer.singleShot(0, self, self._fit)  # when the texts have their height

    def _fit(self) -> None:
        self._dialog.resize(self._dialog.size().expandedTo(self._dialog.sizeHint()))

    def _on_rejected(self) -> None:
        """Cancelled by hand: then it is not wanted.  Behind a door nobody has cancelled."""
        if by_hand(self._dialog):
            self._forget()

    def _forget(self) -> None:
        self._timer.stop()
        if self._kept and isValid(self._dialog):
            self._kept = {}
            self._tasks.run(self._tasks, partial(self._drafts.drop_form, *self._about))


class KeptForm(Kept):
    """The text fields of a dialog, by names that last."""

    def __init__(
        self,
        dialog: Dialog,
        tasks: Tasks,
        services: Services,
        about: tuple[FormKind, UUID],
        fields: Fields,
    ) -> None:
        super().__init__(dialog, tasks, services, about)
        self._fields = dict(fields)
        self._beside: RecoveredText | None = None
        self._begin(field.changed for field in self._fields.values())

    def _texts(self) -> dict[str, str]:
        texts = {name: field.text() for name, field in self._fields.items()}
        if self._beside is not None:
            texts |= {BESIDE + name: text for name, text in self._beside.lost.items()}
        return texts

    def _give_back(self, texts: Mapping[str, str]) -> None:
        beside: dict[str, str] = {}
        marked = False
        for name, field in self._fields.items():
            lost, undecided = texts.get(name, ""), texts.get(BESIDE + name, "")
            if lost.strip() and lost != field.text():
                if field.text() == self._at_first[name]:
                    field.set_text(lost)
                    marked = True
                else:
                    undecided = "\n".join(filter(None, (undecided, lost)))
            if undecided.strip():
                beside[name] = undecided
        if beside:
            self._offer(beside)
        if marked:
            self._mark()

    def _offer(self, lost: Mapping[str, str]) -> None:
        words = self.tr("Återställd text, inte sparad. Den skrevs före det som står nu.")
        self._beside = RecoveredText(lost, words)
        self._beside.inserting.connect(self._insert)
        self._beside.dropping.connect(self._decide)
        self._dialog.body.insertWidget(0, self._beside)
        QTimer.singleShot(0, self, self._fit)

    def _insert(self) -> None:
        for name, text in (self._beside.lost if self._beside is not None else {}).items():
            field = self._fields[name]
            between = "\n" if isinstance(field, TextArea) else " "
            field.set_text(between.join(filter(None, (field.text().rstrip(), text))))
        self._decide()
        self.given_back.emit()

    def _decide(self) -> None:
        if self._beside is not None:
            self._beside.hide()
            self._beside.deleteLater()
            self._beside = None
            self._on_changed()
