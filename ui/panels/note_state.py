"""How a note stands: for the bar in words, for its tab in one word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from kundcenter.changes import Changes
from kundcenter.domain.drafts import Unsaved
from kundcenter.domain.journal import Note
from kundcenter.domain.parts import Part
from kundcenter.services.journal import Journal
from ui.badges import Badge
from ui.panels.part import state_of
from ui.theme.colours import ToneName


@dataclass(frozen=True, slots=True)
class Written:
    """The version of the entry that the store holds; `own` says whether the operator wrote it."""

    entry_id: UUID
    person_id: UUID
    number: int
    note: Note
    signed: bool = False
    own: bool = True

    def takes(self, unsaved: Unsaved) -> bool:
        """Whether unsaved text was written upon this very version, and may go on there."""
        upon = (self.entry_id, self.number) == (unsaved.entry_id, unsaved.upon)
        return self.own and upon and (bool(unsaved.correction) or not self.signed)


def saving(journal: Journal, written: Written, note: Note, reason: str) -> Callable[[], Changes]:
    """The verb that saves `note` upon what is written; `reason` is why a signed one changes."""
    if written.signed:
        return partial(journal.correct, written.entry_id, note, upon=written.number, reason=reason)
    return partial(journal.save, written.entry_id, note, upon=written.number)


@dataclass(frozen=True, slots=True)
class NoteState:
    """All that the badge of a note depends on."""

    part: Part
    written: Written | None = None
    unsaved: bool = False
    restored: bool = False
    correcting: bool = False
    anonymous: bool = False

    @property
    def locked(self) -> bool:
        """Whether it is read, not written in: signed, or somebody else's."""
        written = self.written
        return written is not None and (not written.own or (written.signed and not self.correcting))

    @property
    def badge(self) -> Badge:
        """What the bar says."""
        return self._badge(long=True)

    @property
    def mark(self) -> Badge:
        """What the tab says: that a note is due stands there until it is written."""
        return state_of(self.part) if self.part.note_due else self._badge(long=False)

    def _badge(self, *, long: bool) -> Badge:
        written = self.written
        holds = {
            "restored": self.unsaved and self.restored,
            "correcting": self.correcting,
            "foreign": written is not None and not written.own,
            "signed": written is not None and written.signed,
            "anonymous": self.anonymous and self.part.open,
            "changed": self.unsaved and written is not None,
            "due": self.unsaved and self.part.note_due,
            "unsaved": self.unsaved,
            "saved": written is not None,
        }
        name = next((name for name, so in holds.items() if so), "")
        if not name and (self.part.note_due or not self.part.open):
            return state_of(self.part)
        return _badge(name, long=long) if name else fresh(long=long)


def fresh(*, long: bool = True) -> Badge:
    """Of a note in which nobody has written."""
    return _badge("fresh", long=long)


def _badge(name: str, *, long: bool) -> Badge:
    words, short, tone, icon = _WORDS[name]
    said = QCoreApplication.translate("NoteState", str(words if long else short))
    return Badge(said, tone, icon)


_WORDS: dict[str, tuple[object, object, ToneName, str]] = {
    "restored": (
        QT_TRANSLATE_NOOP("NoteState", "Återställd text, inte sparad"),
        QT_TRANSLATE_NOOP("NoteState", "Återställd"),
        ToneName.WARNING,
        "undo",
    ),
    "correcting": (
        QT_TRANSLATE_NOOP("NoteState", "Rättas"),
        QT_TRANSLATE_NOOP("NoteState", "Rättas"),
        ToneName.WARNING,
        "pen",
    ),
    "foreign": (
        QT_TRANSLATE_NOOP("NoteState", "En kollegas anteckning"),
        QT_TRANSLATE_NOOP("NoteState", "Kollegas"),
        ToneName.INFO,
        "people",
    ),
    "signed": (
        QT_TRANSLATE_NOOP("NoteState", "Signerad"),
        QT_TRANSLATE_NOOP("NoteState", "Signerad"),
        ToneName.SUCCESS,
        "lock",
    ),
    "changed": (
        QT_TRANSLATE_NOOP("NoteState", "Ändrad, inte sparad"),
        QT_TRANSLATE_NOOP("NoteState", "Osparad"),
        ToneName.WARNING,
        "pen",
    ),
    "anonymous": (
        QT_TRANSLATE_NOOP("NoteState", "Anonym, ingen journal"),
        QT_TRANSLATE_NOOP("NoteState", "Anonym"),
        ToneName.INFO,
        "eye-off",
    ),
    "due": (
        QT_TRANSLATE_NOOP("NoteState", "Återstår, inte sparad"),
        QT_TRANSLATE_NOOP("NoteState", "Återstår"),
        ToneName.WARNING,
        "timer",
    ),
    "unsaved": (
        QT_TRANSLATE_NOOP("NoteState", "Inte sparad"),
        QT_TRANSLATE_NOOP("NoteState", "Osparad"),
        ToneName.WARNING,
        "pen",
    ),
    "saved": (
        QT_TRANSLATE_NOOP("NoteState", "Sparad, osignerad"),
        QT_TRANSLATE_NOOP("NoteState", "Sparad"),
        ToneName.INFO,
        "save",
    ),
    "fresh": (
        QT_TRANSLATE_NOOP("NoteState", "Ny anteckning"),
        QT_TRANSLATE_NOOP("NoteState", "Ny"),
        ToneName.NEUTRAL,
        "note",
    ),
}
