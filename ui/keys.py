"""The keys in force: an operator's own chord for an action, else the one it comes with.

The map belongs to the running application, as its look does.  Whoever makes a part of the window
binds an action to it; hints beside words show an `Action` in place of a chord and follow.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from ui.actions import BY_ACTION, NEVER_WITHOUT, ROWS, Action, Where
from ui.chords import Flaw, flaw_of

log = logging.getLogger(__name__)
PROPERTY = "kundcenterKeys"
CHOICE = "keys."  # an operator's own chord is the choice "keys.save"
NONE = "none"  # how "no key at all" is kept; an empty choice is the key it comes with
PORTABLE = QKeySequence.SequenceFormat.PortableText


class KeyMap(QObject):
    """`changed` when an action has another key than before."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._own: dict[Action, str] = {}
        self._bound: list[BoundKey] = []

    def of(self, action: Action) -> str:
        """The chord of an action ("Ctrl+S"), empty when it has none."""
        return self._own.get(action, BY_ACTION[action].keys)

    def is_own(self, action: Action) -> bool:
        """Whether the operator has given it a key."""
        return action in self._own

    def flaw(self, action: Action, chord: str) -> Flaw | None:
        """Why an action cannot have a chord; None when it can."""
        row = BY_ACTION[action]
        if chord == row.keys and self.rival(action, chord) is None:
            return None
        if not chord:
            return Flaw.NEEDED if action in NEVER_WITHOUT else None
        if row.where is Where.EVERYWHERE and chord in BARRED_EVERYWHERE:
            return Flaw.EDITS
        return flaw_of(chord) or (Flaw.TAKEN if self.rival(action, chord) else None)

    def rival(self, action: Action, chord: str) -> Action | None:
        """The other action that has the chord where this one applies."""
        where = BY_ACTION[action].where
        return next(
            (
                row.action
                for row in ROWS
                if chord
                and row.action is not action
                and row.where.meets(where)
                and self.of(row.action) == chord
            ),
            None,
        )

    def rival_of_default(self, action: Action) -> Action | None:
        """The other action that has been given the key this one comes with."""
        return self.rival(action, BY_ACTION[action].keys)

    def give(self, action: Action, chord: str) -> None:
        """Another chord for an action.  The caller has asked `flaw`."""
        assert self.flaw(action, chord) is None, "a chord with a flaw"
        if chord == BY_ACTION[action].keys:
            self._own.pop(action, None)
        else:
            self._own[action] = chord
        self.changed.emit()

    def take_back(self, *actions: Action) -> None:
        """The keys these actions come with; all of them when none is named."""
        for action in actions or tuple(self._own):
            self._own.pop(action, None)
        self.changed.emit()

    def kept(self, action: Action) -> tuple[str, str]:
        """Name and value of the choice that keeps the action's key."""
        own = self._own.get(action)
        return CHOICE + action, "" if own is None else own or NONE

    def wear(self, choices: Mapping[str, str]) -> None:
        """An operator's own keys.  What can no longer be a key is left out, the others stay."""
        own: dict[Action, str] = {}
        for action in Action:
            value = choices.get(CHOICE + action, "")
            if value:
                own[action] = "" if value == NONE else value
        self._own = dict(own)
        for action, chord in own.items():
            if self.flaw(action, chord) is not None:
                log.info("the own key of %s cannot be used", action.value)
                del self._own[action]
        self.changed.emit()

    def bind(
        self, owner: QWidget, action: Action, act: Callable[[], object], *, repeat: bool = False
    ) -> BoundKey:
        """Do `act` at the action's key while `owner` is in sight, whatever its key becomes."""
        bound = BoundKey(self, owner, action, act)
        bound.setAutoRepeat(repeat)
        self._bound = [other for other in self._bound if isValid(other)]
        self._bound.append(bound)
        return bound

    def live(self, window: QWidget) -> tuple[BoundKey, ...]:
        """What could be done by key in `window` now, in the order of the overview."""
        order = list(BY_ACTION)
        found = [bound for bound in self._bound if isValid(bound) and bound.lives_in(window)]
        return tuple(sorted(found, key=lambda bound: order.index(bound.action)))


# Lists and dialogs would lose these keys if an action had them before every door and dialog.
BARRED_EVERYWHERE = frozenset({"Ctrl+Return", "Ctrl+Enter", "Ctrl+Tab", "Ctrl+Shift+Tab"})


class BoundKey(QShortcut):
    """An action's key in one part of the window."""

    def __init__(
        self, keys: KeyMap, owner: QWidget, action: Action, act: Callable[[], object]
    ) -> None:
        super().__init__(owner)
        self.action, self._map, self._owner = action, keys, owner
        self.activated.connect(act)
        keys.changed.connect(self.renew)
        self.renew()

    def renew(self) -> None:
        self.setKey(QKeySequence(self._map.of(self.action)))

    def lives_in(self, window: QWidget) -> bool:
        owner = self._owner
        seen = owner.isVisible() and owner.isEnabled() and self.isEnabled()
        return seen and owner.window() is window

    def run(self) -> None:
        """As if the key had been struck."""
        self.activated.emit()


def keys() -> KeyMap:
    """The map of the running application."""
    app = QCoreApplication.instance()
    worn = app.property(PROPERTY) if app is not None else None
    if isinstance(worn, KeyMap):
        return worn
    made = KeyMap(app)
    if app is not None:
        app.setProperty(PROPERTY, made)
    return made


def chord_of(named: str) -> str:
    """The chord that a hint shows: of an Action the one in force, else what is given."""
    return keys().of(named) if isinstance(named, Action) else named


def chord_pressed(key: int, modifiers: Qt.KeyboardModifier) -> str:
    """The chord of a stroke as the map writes it; empty while only modifiers are held."""
    if key in _HELD:
        return ""
    held = modifiers & ~Qt.KeyboardModifier.KeypadModifier
    if key == Qt.Key.Key_Backtab:  # Shift+Tab under another name
        key = Qt.Key.Key_Tab
    return QKeySequence(key | held.value).toString(PORTABLE)


_HELD = {
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_unknown,
    0,
}
