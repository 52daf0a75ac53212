"""All keys at a glance: found by typing, changed by striking the new one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.actions import NEVER_WITHOUT, ROWS, Action, words_of, words_of_place
from ui.badges import Badge
from ui.chords import Flaw
from ui.keys import chord_pressed, keys
from ui.records import Column, RecordModel
from ui.theme.colours import ToneName
from ui.theme.look import current
from ui.theme.space import spaced
from ui.widgets.buttons import Button
from ui.widgets.dialog import Dialog
from ui.widgets.empty import EmptyState
from ui.widgets.finder import Finder, matching
from ui.widgets.key_hint import key_text
from ui.widgets.labelled import Labelled

WIDE, HIGH = 760, 560  # pixels: the longest names beside their keys, a dozen rows


@dataclass(frozen=True, slots=True)
class Shown:
    """One row of the overview."""

    action: Action
    words: str
    place: str
    keys: str  # as the keyboard names them
    own: bool


class KeysDialog(Dialog):
    """`kept` carries the actions whose keys were changed."""

    kept = Signal(object)
    private = False

    def __init__(self, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("KeysDialog", "Alla tangenter"),
            sentence=translate("KeysDialog", "Dina egna tangenter följer dig, inte datorn."),
            primary=translate("KeysDialog", "Byt tangent"),
            secondary=translate("KeysDialog", "Stäng"),
            parent=parent,
        )
        model = RecordModel[Shown](
            (
                Column(self.tr("Vad"), lambda row: row.words),
                Column(self.tr("Var"), lambda row: row.place, width=15),
                Column(
                    self.tr("Tangent"),
                    lambda row: row.keys or "–",
                    badge=_cap,
                    spoken=lambda row: row.keys or self.tr("Ingen tangent"),
                    width=20,
                ),
            ),
            key=lambda row: row.action,
            parent=self,
        )
        self.finder = Finder(
            self.tr("Sök"),
            model,
            list_name=self.tr("Tangenter"),
            placeholder=self.tr("Vad du vill göra, eller en tangent"),
            empty=EmptyState(
                self.tr("Inget sådant"), self.tr("Skriv ett annat ord."), icon="keyboard"
            ),
        )
        self.none = Button(self.tr("Ingen tangent"))
        self.reset = Button(self.tr("Återställ"))
        self.reset_all = Button(self.tr("Återställ alla"))
        beside = spaced(QHBoxLayout(), gap="s")
        for button in (self.none, self.reset, self.reset_all):
            beside.addWidget(button)
        beside.addStretch()
        self.body.addWidget(self.finder, 1)
        self.body.addLayout(beside)
        self.setMinimumSize(*_size())
        self.finder.typed.connect(lambda _: self._show(keep=False))
        self.finder.opened.connect(lambda _: self._ask())
        self.finder.table.chosen.connect(lambda _: self._show_acts())
        self.confirmed.connect(self._ask)
        self.none.clicked.connect(self._take_away)
        self.reset.clicked.connect(self._reset)
        self.reset_all.clicked.connect(self._reset_all)
        keys().changed.connect(self._on_keys_changed)
        self._show(keep=False)

    def _on_keys_changed(self) -> None:
        self._show(keep=True)

    def _show(self, *, keep: bool) -> None:
        rows = [_shown(row.action) for row in ROWS]
        text = self.finder.field.text()
        found = matching(rows, text, lambda row: f"{row.words} {row.keys} {row.place}")
        self.finder.show_records(found, keep=keep)
        self._show_acts()

    def _show_acts(self) -> None:
        row: Shown | None = self.finder.current
        self.primary.setEnabled(row is not None)
        needless = row is not None and row.action not in NEVER_WITHOUT
        self.none.setEnabled(needless and bool(row and row.keys))
        self.reset.setEnabled(bool(row and row.own))
        self.reset_all.setEnabled(any(keys().is_own(action) for action in Action))

    def _ask(self) -> None:
        row: Shown | None = self.finder.current
        if row is not None:
            dialog = ChordDialog(row.action, parent=self)
            dialog.struck.connect(partial(self._give, row.action))
            dialog.open()

    def _give(self, action: Action, chord: str) -> None:
        keys().give(action, chord)
        self.kept.emit((action,))

    def _take_away(self) -> None:
        row: Shown | None = self.finder.current
        if row is not None:
            self._give(row.action, "")

    def _reset(self) -> None:
        row: Shown | None = self.finder.current
        if row is None:
            return
        rival = keys().rival_of_default(row.action)
        if rival is not None:  # somebody else has it now: the operator decides who keeps it
            dialog = ChordDialog(row.action, parent=self)
            dialog.struck.connect(partial(self._give, row.action))
            dialog.show_flaw(Flaw.TAKEN, rival)
            dialog.open()
            return
        keys().take_back(row.action)
        self.kept.emit((row.action,))

    def _reset_all(self) -> None:
        own = tuple(action for action in Action if keys().is_own(action))
        keys().take_back()
        self.kept.emit(own)


class ChordField(QLabel):
    """Listens for one chord.  `struck` carries it, as the map writes chords."""

    struck = Signal(str)

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setProperty("type", "title")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(current().metrics.control * 2)

    def event(self, event: QEvent) -> bool:
        """Before shortcuts, and before Tab and Enter mean something else."""
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and not event.modifiers():
                return super().event(event)
            chord = chord_pressed(event.key(), event.modifiers())
            if chord and not event.isAutoRepeat():
                self.setText(key_text(chord))
                self.struck.emit(chord)
            return True
        return super().event(event)


class ChordDialog(Dialog):
    """Asks for the new key of one action; `struck` carries one that can be it."""

    struck = Signal(str)
    private = False

    def __init__(self, action: Action, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        sentence = translate("ChordDialog", "Tryck tangenten som ska göra detta: {action}.")
        super().__init__(
            translate("ChordDialog", "Ny tangent"),
            sentence=sentence.format(action=words_of(action)),
            primary=translate("ChordDialog", "Behåll den gamla"),
            parent=parent,
        )
        self._action = action
        self._field = ChordField(key_text(action) or self.tr("Ingen tangent"))
        self._labelled = Labelled(self.tr("Tangent"), self._field)
        self.body.addWidget(self._labelled)
        self.secondary.hide()
        self._field.struck.connect(self._on_struck)
        self.confirmed.connect(self.reject)

    def open(self) -> None:
        super().open()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_flaw(self, flaw: Flaw, rival: Action | None) -> None:
        """Say why the chord that was struck cannot be the key."""
        self._labelled.show_error(sentence_of(flaw, rival))

    def _on_struck(self, chord: str) -> None:
        self._labelled.clear_error()
        flaw = keys().flaw(self._action, chord)
        if flaw is not None:
            self.show_flaw(flaw, keys().rival(self._action, chord))
            return
        self.accept()
        self.struck.emit(chord)


def sentence_of(flaw: Flaw, rival: Action | None) -> str:
    """What is wrong with a chord, told to the operator."""
    translate = QCoreApplication.translate
    if flaw is Flaw.TAKEN and rival is not None:
        words = translate("keys", "Tangenten gör redan något annat här: {action}.")
        return words.format(action=words_of(rival))
    return {
        Flaw.WRITES: translate("keys", "Den skriver i texten. Håll ned Ctrl eller Alt också."),
        Flaw.EDITS: translate("keys", "Den används för att redigera text och flytta sig."),
        Flaw.ALT_GR: translate("keys", "Ctrl och Alt tillsammans är Alt Gr, som skriver tecken."),
        Flaw.SYSTEM: translate("keys", "Den tillhör skrivbordet och når inte programmet."),
        Flaw.LAYOUT: translate("keys", "Den finns inte på alla svenska tangentbord."),
        Flaw.SEQUENCE: translate("keys", "Tryck en enda tangent, eller flera på en gång."),
        Flaw.NEEDED: translate("keys", "Den här får inte vara utan tangent."),
        Flaw.TAKEN: translate("keys", "Tangenten gör redan något annat."),
    }[flaw]


def _cap(row: Shown) -> Badge | None:
    tone = ToneName.ACCENT if row.own else ToneName.NEUTRAL
    return Badge(row.keys, tone, "pen" if row.own else "keyboard") if row.keys else None


def _shown(action: Action) -> Shown:
    place = next(row.where for row in ROWS if row.action is action)
    shown, own = key_text(action), keys().is_own(action)
    if shown and own:
        shown = QCoreApplication.translate("keys", "{keys} (egen)").format(keys=shown)
    return Shown(action, words_of(action), words_of_place(place), shown, own)


def _size() -> tuple[int, int]:
    scale = min(1.25, current().metrics.scale)
    return round(WIDE * scale), round(HIGH * scale)
