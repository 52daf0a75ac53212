"""Keeps the alarm to 112: the screen comes first, then the line, then the verb.

Neither waits for another.  If the store is full or the exchange away the screen is there all the
same, and says what to do.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from kundcenter.changes import Changes
from kundcenter.domain.access import NotSignedIn
from kundcenter.domain.alarms import Alarm
from kundcenter.domain.drafts import Unsaved
from kundcenter.domain.lines import (
    Answered,
    EmergencyAnswered,
    EmergencyEnded,
    EmergencyFailed,
    HungUp,
    LineDown,
    LineEvent,
)
from kundcenter.errors import KundcenterError
from kundcenter.services.drafts import Drafts
from ui.alarm_attempts import Attempt, Attempts
from ui.kept_form import KEEP_WITHIN_MS
from ui.key_everywhere import KeyEverywhere
from ui.panels.alarm import AlarmNotes, AlarmScreen, AlarmState, AlarmWho
from ui.panels.alarm_notes import ANSWER_HOLDS, as_draft, going_on
from ui.services import Services
from ui.tasks import Lane, Tasks

GIVEN_UP_MS = 23_000  # the line tells sooner; should it ever be silent, the screen is not

Act = Callable[[UUID], object]
WriteDown = Callable[[UUID | None, AlarmNotes, Callable[[], None]], object]


@dataclass(slots=True)
class _Fact:
    """One alarm in the store: its id when it is kept, and what is to be told of it then.

    `attempts` are those that were made for it while this program ran.
    """

    alarm_id: UUID | None = None
    waiting: list[Act] = field(default_factory=list)
    lost: bool = False
    part_id: UUID | None = None
    attempts: list[Attempt] = field(default_factory=list)


class AlarmKeeper(QObject):
    """`sound` is bound to one key; `opened` and `closed` say that the screen came and went.

    `closed` carries the id of the call, or None, and what was typed and ticked (AlarmNotes).
    `who` may be set: it is asked what the card that is in sight knows, and must not look anything
    up; what is protected it leaves out.  `part` likewise: which part of the call is in sight.
    `write_down` is asked to put what was noted where it belongs, and calls what it is given once
    it is kept there; until then it is kept as the alarm's own.
    """

    opened = Signal()
    closed = Signal(object, object)

    def __init__(self, tasks: Tasks, services: Services, window: QWidget) -> None:
        super().__init__(window)
        self._tasks, self._window = tasks, window
        self._services = services
        self._alarms, self._telephone = services.alarms, services.telephone
        self.who: Callable[[UUID | None], AlarmWho] = lambda _: AlarmWho()
        self.part: Callable[[UUID | None], UUID | None] = lambda _: None
        self.write_down: WriteDown = lambda *_: None
        self._attempts = Attempts()
        self._screen: AlarmScreen | None = None
        self._call_id: UUID | None = None
        self._fact = _Fact()
        self._talks: list[str] = []
        self._focus: QWidget | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(GIVEN_UP_MS)
        self._patience.timeout.connect(self._given_up)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(KEEP_WITHIN_MS)
        self._later.timeout.connect(self._keep_notes)
        tasks.rang.connect(self._on_line)

    @property
    def screen(self) -> AlarmScreen | None:
        """The screen while it is there."""
        return self._screen

    @property
    def lost(self) -> bool:
        """Whether the store did not take the alarm, and so keeps nothing of it."""
        return self._fact.lost

    @property
    def part_id(self) -> UUID | None:
        """The part of the call that the alarm is about, while the program knows."""
        return self._fact.part_id

    def listen(
        self, chord: Callable[[], str], call: Callable[[], UUID | None] = lambda: None
    ) -> None:
        """Sound at a key in every window of the program: before doors, dialogs and popups.

        `chord` gives the key in force ("F12"), `call` what the alarm is about.
        """
        self._key = KeyEverywhere(chord, lambda: self.sound(call()), self)

    def sound(self, call_id: UUID | None = None) -> None:
        """Show the screen now, have the exchange call, and keep the fact.

        Pressed again while it is there it tries the exchange once more, if there is need.
        """
        if self._screen is None:
            self._open(call_id)
        elif self._screen.state is AlarmState.ENDED:  # it may have been cut off
            self._screen.show_state(AlarmState.BY_HAND)
        elif self._screen.state is not AlarmState.BY_HAND:
            return
        self._connect()

    def resume(self) -> None:
        """Show the operator's alarm that was going on when the program last ended, if any."""
        if self._screen is None:
            ask = partial(going_on, self._services)
            self._tasks.run(self, ask, self._resumed, lambda _: None)

    def _resumed(self, found: tuple[Alarm, AlarmNotes] | None) -> None:
        if found is None or self._screen is not None:
            return
        alarm, notes = found
        # Whether the exchange still dials for us is not known, so the hand must.
        now, answered_at = self._services.now(), alarm.connected_at
        fresh = answered_at is not None and now - answered_at < ANSWER_HOLDS
        state = AlarmState.ANSWERED if fresh else AlarmState.BY_HAND
        seconds = (now - alarm.raised_at).total_seconds()
        screen = self._show_screen(alarm.call_id)
        screen.go_on(notes)
        screen.begin(state, alarm.raised_at, seconds=max(0.0, seconds))
        if answered_at is not None and not fresh:
            screen.show_answered_at(answered_at)
        screen.show_who(self.who(alarm.call_id))
        self._fact = _Fact(alarm_id=alarm.id)
        self.opened.emit()

    def _open(self, call_id: UUID | None) -> None:
        screen = self._show_screen(call_id)
        screen.begin(AlarmState.BY_HAND, self._services.now())
        screen.show_who(self.who(call_id))
        self._keep()
        self.opened.emit()

    def _show_screen(self, call_id: UUID | None) -> AlarmScreen:
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        self._focus = QApplication.focusWidget()
        self._call_id = call_id
        screen = self._screen = AlarmScreen(self._window)
        screen.closed.connect(self._close)
        screen.answered.connect(self._answered_by_hand)
        screen.noted.connect(self._on_noted)
        screen.again.connect(lambda: self.sound(self._call_id))
        return screen

    # -- the line ------------------------------------------------------------------------------

    def _connect(self) -> None:
        if self._screen is None or not self._telephone.reaches_emergency:
            return
        self._screen.show_state(AlarmState.CONNECTING)
        self._patience.start()
        attempt = self._attempts.begin(self._talks[-1] if self._talks else None)
        self._fact.attempts.append(attempt)
        self._tasks.run(
            self,
            partial(self._telephone.call_emergency, attempt.line_call, attempt.name),
            refused=lambda _: self._not_reached(attempt),
            lane=Lane.LINE,
        )

    def _on_line(self, event: LineEvent) -> None:
        match event:
            case Answered(line_call):
                self._talks = [*(c for c in self._talks if c != line_call), line_call]
            case HungUp(line_call):
                self._talks = [call for call in self._talks if call != line_call]
            case EmergencyAnswered():
                self._reached(self._attempts.of(event))
            case EmergencyFailed():
                self._not_reached(self._attempts.of(event))
            case LineDown():
                self._given_up()
            case EmergencyEnded():
                if self._attempts.of(event) in self._fact.attempts:
                    self._show(AlarmState.ENDED, AlarmState.ANSWERED)

    def _reached(self, attempt: Attempt | None) -> None:
        """An answer to another alarm says nothing of this one."""
        if attempt not in self._fact.attempts:
            return
        self._patience.stop()
        if self._show(AlarmState.ANSWERED, AlarmState.CONNECTING, AlarmState.BY_HAND):
            self._tell(self._alarms.confirm)

    def _not_reached(self, attempt: Attempt | None) -> None:
        """Only the latest attempt counts: an earlier one that fails does not stop it."""
        if attempt is not None and attempt in self._fact.attempts[-1:]:
            self._given_up()

    def _given_up(self) -> None:
        self._patience.stop()
        if self._show(AlarmState.BY_HAND, AlarmState.CONNECTING):
            self._tell(self._alarms.fail)

    def _answered_by_hand(self) -> None:
        if self._show(AlarmState.ANSWERED, AlarmState.BY_HAND, AlarmState.CONNECTING):
            self._patience.stop()
            self._tell(self._alarms.confirm)

    def _show(self, state: AlarmState, *before: AlarmState) -> bool:
        if self._screen is None or self._screen.state not in before:
            return False
        self._screen.show_state(state)
        return True

    # -- the fact ------------------------------------------------------------------------------

    def _keep(self) -> None:
        fact = self._fact = _Fact()
        verb = partial(self._alarms.sound, self._call_id, self.part(self._call_id))
        self._tasks.run(self, verb, partial(self._kept, fact), partial(self._not_kept, fact))

    def _kept(self, fact: _Fact, changes: Changes) -> None:
        fact.alarm_id = changes.the("alarm")
        fact.part_id = next(iter(changes.of("part")), None)
        for act in fact.waiting:
            self._verb(act, fact.alarm_id)
        fact.waiting.clear()
        self._on_noted()

    def _not_kept(self, fact: _Fact, error: KundcenterError) -> None:
        fact.lost = True
        words = self.tr("Larmet kunde inte sparas. Anteckna tiden på papper.")
        if isinstance(error, NotSignedIn):
            words = self.tr("Ingen är inloggad, så larmet sparas inte. Anteckna tiden på papper.")
        self._trouble(words)

    def _tell(self, act: Act) -> None:
        """Keep one more fact of this alarm, as soon as the alarm itself is kept."""
        fact = self._fact
        if fact.alarm_id is not None:
            self._verb(act, fact.alarm_id)
        elif not fact.lost:
            fact.waiting.append(act)

    def _verb(self, act: Act, alarm_id: UUID) -> None:
        self._tasks.run(self, partial(act, alarm_id), refused=lambda _: self._not_told())

    def _on_noted(self) -> None:
        if not self._later.isActive():
            self._later.start()

    def _keep_notes(self) -> None:
        """What is typed here is there after a crash too."""
        alarm_id = self._fact.alarm_id
        if self._screen is not None and alarm_id is not None:
            keep = self._services.drafts.keep_alarm
            verb = partial(keep, alarm_id, as_draft(self._screen.notes))
            self._tasks.run(self, verb, refused=lambda _: None)

    def _not_told(self) -> None:
        self._trouble(self.tr("Tiden kunde inte sparas. Anteckna den på papper."))

    def _trouble(self, sentence: str) -> None:
        if self._screen is not None:
            self._screen.show_trouble(sentence)

    # -- coming and going ----------------------------------------------------------------------

    def _close(self) -> None:
        screen, self._screen = self._screen, None
        if screen is None:
            return
        self._patience.stop()
        self._later.stop()
        notes, fact = screen.notes, self._fact
        self._tell(partial(_keep_last, self._services.drafts, as_draft(notes)))
        self._tell(self._alarms.end)
        screen.hide()
        screen.deleteLater()
        focus, self._focus = self._focus, None
        if focus is not None and isValid(focus) and focus.isVisible():
            focus.window().activateWindow()
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._window.activateWindow()
        self.write_down(self._call_id, notes, partial(self._forget, fact))
        self.closed.emit(self._call_id, notes)

    def _forget(self, fact: _Fact) -> None:
        """What was noted is kept elsewhere by now."""
        act = self._services.drafts.drop_alarm
        if fact.alarm_id is not None:
            self._tasks.run(self, partial(act, fact.alarm_id), refused=lambda _: None)
        elif not fact.lost:
            fact.waiting.append(act)


def _keep_last(drafts: Drafts, draft: Unsaved, alarm_id: UUID) -> None:
    drafts.keep_alarm(alarm_id, draft)
