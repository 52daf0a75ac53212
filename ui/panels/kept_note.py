"""A note that is written anew in a dialog is kept whole, with the version it was written upon."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

import msgspec

from kundcenter.domain.drafts import FormKind, Unsaved
from kundcenter.domain.journal import Note
from ui.kept_form import Kept
from ui.panels.note_form import NoteForm
from ui.panels.recovered import RecoveredSlot, with_lost, write_texts
from ui.services import Services
from ui.tasks import Tasks
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field


class KeptNote(Kept):
    """`latest` are the entry and the number of its version that is written upon.

    Upon that version it stands in the form again; upon an older one it is offered in `beside`.
    """

    def __init__(
        self,
        dialog: Dialog,
        tasks: Tasks,
        services: Services,
        latest: tuple[UUID, int],
        *,
        form: NoteForm,
        reason: Field,
        beside: RecoveredSlot,
    ) -> None:
        entry_id, self._upon = latest
        super().__init__(dialog, tasks, services, (FormKind.REWRITE, entry_id))
        self._form, self._reason, self._beside = form, reason, beside
        beside.inserting.connect(self._insert)
        self._begin((form.edited, reason.changed, beside.changed))

    def _texts(self) -> dict[str, str]:
        beside = self._beside.note
        return {
            "upon": str(self._upon),
            "reason": self._reason.text(),
            "note": _written(self._form.note),
            "beside": _written(beside) if beside is not None else "",
        }

    def _give_back(self, texts: Mapping[str, str]) -> None:
        note, beside = _read(texts.get("note", "")), _read(texts.get("beside", ""))
        reason, now = texts.get("reason", ""), self._texts()
        if reason and self._reason.text() == self._at_first["reason"]:
            self._reason.set_text(reason)
        if note is None or _written(note) == now["note"]:
            note = None
        elif now["note"] != self._at_first["note"]:
            words = self.tr("Återställd text, inte sparad. Den skrevs före det som står nu.")
            self._offer(note, beside, words)
            return
        elif texts.get("upon") != now["upon"]:
            self._offer(note, beside)
            return
        else:
            self._form.show_note(note)
        if note is not None or reason:
            self._mark()
        if beside is not None:
            self._offer(beside)

    def _offer(self, note: Note, more: Note | None = None, sentence: str = "") -> None:
        if more is not None:
            note = with_lost(note, more)
        self._beside.offer(note, self._form.note, sentence)

    def _insert(self, lost: dict[str, str]) -> None:
        write_texts(self._form, lost)
        self._beside.drop()


def _written(note: Note) -> str:
    return msgspec.json.encode(Unsaved(note=note).writable().note).decode()


def _read(text: str) -> Note | None:
    """What another version of the program has kept and this one cannot read is nothing."""
    try:
        return msgspec.json.decode(text, type=Note) if text else None
    except msgspec.DecodeError:
        return None
