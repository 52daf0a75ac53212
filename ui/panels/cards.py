"""The open cards, one per call in hand, and what stands there when none is open."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kundcenter.changes import Change, Changes
from kundcenter.domain.access import Role
from kundcenter.domain.calls import Call, CallState
from kundcenter.domain.drafts import ALARM_PART, Draft, Unsaved
from kundcenter.domain.hand_overs import Handed
from kundcenter.domain.parts import PartKind
from ui.actions import Action
from ui.badges import Badge
from ui.keys import keys
from ui.labels import label
from ui.link import Marks
from ui.numbers import number_of_call
from ui.panels.card import CallCard
from ui.panels.claim_line import ClaimLine
from ui.panels.contents import Contents, contents_again, contents_of, first_kind
from ui.panels.handed import HandedList
from ui.panels.part_tabs import StateTabs, TabState
from ui.services import Services
from ui.tasks import Tasks
from ui.theme.colours import ToneName
from ui.theme.space import spaced
from ui.times import clock
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.empty import EmptyState

RESTING_MS = 700  # without a card in sight, before the next one is made beforehand
HANDED_EVERY_MS = 20_000  # the sync will tell by itself; until then somebody has to look
_STATES = {
    CallState.TALKING: (ToneName.SUCCESS, "phone"),
    CallState.HELD: (ToneName.WARNING, "hold"),
    CallState.WRAP_UP: (ToneName.INFO, "pen"),
}


class CardsPage(QWidget):
    """`registering` asks for a call by hand; `shown` carries the id of the call whose card is in
    sight, or None; `edited` that of a card in which something is to be kept, `put_away` that of a
    card that has gone; `said` carries a sentence; `alarm_wanted` asks for 112, `alarm_noted`
    carries the id of a call and whether its note has an alarm's words; the cards' own signals are
    passed on."""

    registering = Signal()
    shown = Signal(object)
    refused = Signal(object)
    print_wanted = Signal(object)
    edited = Signal(object)
    put_away = Signal(object)
    said = Signal(str)
    alarm_wanted = Signal()
    alarm_noted = Signal(object, bool)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._services = tasks, services
        self._cards: dict[UUID, CallCard] = {}
        self._drafts: dict[UUID, list[Draft]] = {}
        self._kind = PartKind.ADVICE
        self._kept_in_sight: UUID | None = None
        self._alarmed: dict[UUID, tuple[str, UUID | None]] = {}
        self._seen: UUID | None = None
        self.tabs = StateTabs(self.tr("Öppna samtal"), Action.NEXT_CARD)
        self.tabs.chosen.connect(lambda _: self._on_tab())
        register = Button(
            self.tr("Nytt samtal"), ButtonKind.PRIMARY, icon="plus", keys=Action.REGISTER
        )
        register.clicked.connect(self.registering)
        self._empty = EmptyState(
            self.tr("Inget samtal pågår"),
            self.tr("Kortet öppnas när du svarar. Samtal utan växel registrerar du själv."),
            icon="headset",
            action=register,
        )
        self._handed = HandedList()
        self._handed.taking.connect(self.take)
        self._handed.declining.connect(self._decline)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._spare: CallCard | None = None
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(RESTING_MS)
        self._resting.timeout.connect(self._make_spare)
        column = spaced(QVBoxLayout(self), gap="none")
        column.addWidget(self._handed)
        column.addWidget(self.tabs)
        self._claim = ClaimLine()
        column.addWidget(self._claim)
        self.told_of: Callable[[Call], str] = lambda _: ""  # what came with a call passed on
        self._told = Banner(
            self.tr("Det som följde med samtalet"), ToneName.INFO, icon="phone-transfer", wrap=True
        )
        self._told.hide()
        column.addWidget(self._told)
        column.addWidget(self._stack, 1)
        self.tabs.hide()
        keys().bind(self, Action.NEXT_CARD, partial(self._step, 1), repeat=True)
        keys().bind(self, Action.LAST_CARD, partial(self._step, -1), repeat=True)
        keys().bind(self, Action.TAKE, self._handed.take_first)
        self._look = QTimer(self)
        self._look.setInterval(HANDED_EVERY_MS)
        self._look.timeout.connect(self._look_for_handed)
        tasks.changed.connect(self._on_changed)
        self._marks = Marks.of(tasks, services)
        self._marks.changed.connect(self._on_marked)

    # -- what others ask -----------------------------------------------------------------------

    @property
    def current(self) -> CallCard | None:
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, CallCard) else None

    @property
    def unsaved(self) -> bool:
        """Whether any card has text that no version holds."""
        return any(card.unsaved for card in self._cards.values())

    def unkept(self, call_id: UUID) -> Mapping[UUID, Unsaved] | None:
        """What a crash would take along from one card, by part; None when it has no card."""
        card = self._cards.get(call_id)
        return None if card is None else card.unkept()

    @property
    def places(self) -> tuple[UUID, ...]:
        """The calls that have cards, from the left."""
        return self.tabs.ids

    @property
    def in_sight(self) -> tuple[UUID, UUID] | None:
        """The call and the part that are looked at."""
        card = self.current
        return None if card is None else (card.call.id, card.in_sight)

    def sit_down(self, roles: Collection[Role]) -> None:
        """Somebody works here from now on; what a call first is about follows the roles."""
        self._kind = first_kind(roles)
        self._look.start()
        self._resting.start()
        self._look_for_handed()

    def open(self, call_id: UUID) -> None:
        """Show the card of a call, made if it is not there."""
        if call_id in self._cards:
            self._choose(call_id)
        else:
            self._fetch(call_id, self._add)

    def restore(self, drafts: tuple[Draft, ...]) -> None:
        """Open a card for every call in which something was written and never saved."""
        for draft in drafts:
            if draft.part_id == ALARM_PART:  # the alarm's screen shows it
                continue
            self._drafts.setdefault(draft.call_id, []).append(draft)
            if draft.unsaved.in_sight:
                self._kept_in_sight = draft.call_id
        for call_id in self._drafts:
            self.open(call_id)

    def note_alarm(self, call_id: UUID, words: str, part_id: UUID | None = None) -> bool | None:
        """Put what an alarm left behind into the note that is due on the card of its call.

        Whether it stands there now; None while the card is being opened: `alarm_noted` tells.
        """
        card = self._cards.get(call_id)
        if card is not None:
            return card.note_alarm(words, part_id)
        self._alarmed[call_id] = (words, part_id)
        self.open(call_id)
        return None

    def restored(self) -> None:
        """Every card that was open is open again."""
        self._kept_in_sight = None

    def clear(self) -> None:
        """Put every card away; what was saved stays in the store."""
        self._look.stop()
        self._drafts.clear()
        self._alarmed.clear()
        self._handed.show_handed(())
        for call_id in list(self._cards):
            self._drop(call_id)
        self._on_tab()

    # -- cards ---------------------------------------------------------------------------------

    def _fetch(self, call_id: UUID, then: Callable[[Contents], object]) -> None:
        verb = partial(contents_of, self._services, call_id, self._kind)
        self._tasks.run(self, verb, then, self.refused.emit)

    def _add(self, contents: Contents) -> None:
        call = contents.call
        if call.id in self._cards:
            return
        self._tasks.announce(contents.changes)
        card = self._spare or self._blank()
        self._spare = None
        card.begin(contents)
        self._cards[call.id] = card
        card.closed.connect(partial(self._remove, call.id))
        card.refused.connect(self.refused)
        card.print_wanted.connect(self.print_wanted)
        card.said.connect(self.said)
        card.alarm_wanted.connect(self.alarm_wanted)
        card.edited.connect(partial(self.edited.emit, call.id))
        card.stated.connect(partial(self._show_state, card))
        self._show_state(card)
        drafts = self._drafts.pop(call.id, [])
        self._choose(call.id)
        card.take_focus()
        if drafts:
            card.restore(drafts)
        if call.id in self._alarmed:
            self.alarm_noted.emit(call.id, card.note_alarm(*self._alarmed.pop(call.id)))
        if self._kept_in_sight in self._cards and self._kept_in_sight != call.id:
            self._choose(self._kept_in_sight)
            self._cards[self._kept_in_sight].return_to_caret()

    def _blank(self) -> CallCard:
        # In its place from the beginning: to be moved there afterwards costs a fifth more.
        card = CallCard(self._tasks, self._services, self._stack)
        self._stack.addWidget(card)
        return card

    def _make_spare(self) -> None:
        """Make the next call's card while nobody waits; nobody types where no card is."""
        wanted = self._kind is PartKind.ADVICE and self._spare is None
        if wanted and self.current is None and self.isVisible():
            self._spare = self._blank()
            self._spare.resize(self._stack.size())
            self._spare.prepare()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._look.isActive():
            self._resting.start()

    def _choose(self, call_id: UUID | None) -> None:
        if call_id is not None:
            self.tabs.choose(call_id)
        self._on_tab()

    def _remove(self, call_id: UUID) -> None:
        self._drop(call_id)
        self.put_away.emit(call_id)
        self._on_tab()

    def _drop(self, call_id: UUID) -> None:
        card = self._cards.pop(call_id, None)
        if card is None:
            return
        self.tabs.remove(call_id)
        self._stack.removeWidget(card)
        card.deleteLater()

    def _on_tab(self) -> None:
        self.tabs.setVisible(self.tabs.count() > 1)
        chosen = self._cards.get(self.tabs.current) if self.tabs.current is not None else None
        self._stack.setCurrentWidget(chosen or self._empty)
        self._show_claim()
        self.show_told()
        if chosen is None and self._look.isActive():  # somebody works here
            self._resting.start()
        now = chosen.call.id if chosen else None
        before, self._seen = self._seen, now
        if before != now:  # which one was in sight is kept with what is written
            for id in (before, now):
                if id in self._cards:
                    self.edited.emit(id)
        self.shown.emit(now)

    def _step(self, by: int) -> None:
        if self.tabs.count() > 1:
            self.tabs.step(by)
            card = self.current
            if card is not None:
                card.return_to_caret()

    def _show_state(self, card: CallCard) -> None:
        if self._cards.get(card.call.id) is not card:
            return  # put away already; what it still hears of its call would bring its tab back
        badge, mark = self._badge(card), self._marks.badge("call", card.call.id)
        if mark is not None:  # the shape stays the call's own
            words = self.tr("{state}, {mark}").format(state=badge.text, mark=mark.text.lower())
            tone = badge.tone if mark.tone is ToneName.NEUTRAL else mark.tone
            badge = Badge(words, tone, badge.icon)
        self.tabs.show_state(card.call.id, TabState(_title(card.call), badge))

    def _on_marked(self) -> None:
        for card in tuple(self._cards.values()):
            self._show_state(card)
        self._show_claim()

    def _show_claim(self) -> None:
        card = self.current
        parts = () if card is None else (Change("part", id) for id in card.parts)
        calls = () if card is None else (Change("call", card.call.id),)
        self._claim.show_mark(self._marks.mark(*calls, *parts))

    def show_told(self) -> None:
        """The words that came with the call of the card in sight."""
        words = self.told_of(self.current.call) if self.current is not None else ""
        if words:
            self._told.say(words)
        self._told.setVisible(bool(words))

    def _badge(self, card: CallCard) -> Badge:
        """The state of the call, and whether something in it is not saved."""
        call = card.call
        if card.offered:
            return Badge(self.tr("Överlämnas"), ToneName.INFO, "phone-transfer")
        tone, icon = _STATES.get(call.state, (ToneName.NEUTRAL, "check"))
        if card.note_due:
            words = self.tr("{state}, anteckning återstår").format(state=label(call.state))
            return Badge(words, ToneName.WARNING, icon)
        if not card.unsaved:
            return Badge(label(call.state), tone, icon)
        words = self.tr("{state}, inte sparat").format(state=label(call.state))
        return Badge(words, ToneName.WARNING, icon)

    # -- what changes --------------------------------------------------------------------------

    def _on_changed(self, changes: Changes) -> None:
        for call_id in tuple(self._touched(changes)):
            verb = partial(contents_again, self._services, call_id)
            renew = self._cards[call_id].renew
            self._tasks.run(self._cards[call_id], verb, renew, lambda _: None, topic="renew")
        if changes.of("hand_over") or changes.of("session"):
            self._look_for_handed()

    def _touched(self, changes: Changes) -> Iterator[UUID]:
        calls, parts = set(changes.of("call")), set(changes.of("part"))
        for call_id, card in self._cards.items():
            if call_id in calls or parts & card.parts:
                yield call_id

    def _look_for_handed(self) -> None:
        if self._look.isActive():
            verb = self._services.calls.handed_to_me
            self._tasks.run(self, verb, self._show_handed, lambda _: None, topic="handed")

    def _show_handed(self, handed: tuple[Handed, ...]) -> None:
        known = {each.hand_over.id for each in self._handed.shown}
        self._handed.show_handed(handed)
        if any(each.hand_over.id not in known for each in handed):
            self.said.emit(self.tr("Ett samtal är överlämnat till dig."))

    def take(self, call_id: UUID) -> None:
        """Take a card that a colleague has offered, and show it."""
        verb = partial(self._services.calls.take, call_id)
        self._tasks.run(self, verb, lambda _: self._on_taken(call_id), self.refused.emit)

    def _on_taken(self, call_id: UUID) -> None:
        self._look_for_handed()
        self.open(call_id)

    def _decline(self, call_id: UUID) -> None:
        verb = partial(self._services.calls.withdraw, call_id)
        self._tasks.run(self, verb, lambda _: self._look_for_handed(), self.refused.emit)


def _title(call: Call) -> str:
    """Number and clock; never a name."""
    return f"{number_of_call(call)}  {clock(call.rang_at)}"
