"""What a switchboard operator has in play: callers here, asked about, waiting, come back."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject, Signal

from kundcenter.domain.calls import Call, CallState
from ui.in_hand import InHand
from ui.labels import label
from ui.switchboard.on_way import Asking, Back, Sent, Waiting


class InPlay(QObject):
    """`changed` when what the page shows may differ."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._hand: InHand | None = None
        self._chosen: UUID | None = None
        self._sent: dict[str, Sent] = {}  # by line call
        self._beginning: set[str] = set()  # line calls of which something is being written down
        self._asking: Asking | None = None
        self._waiting: dict[str, Waiting] = {}
        self._back: dict[str, Back] = {}
        self._looked_at: set[UUID] = set()  # calls of which the store was asked what came along
        self._no_card: set[UUID] = set()
        self._left_open: set[UUID] = set()  # over, and not put away: there is more to them
        self.briefs: dict[UUID, str] = {}

    def follow(self, hand: InHand) -> None:
        """These are the calls in hand."""
        self._hand = hand

    def forget(self) -> None:
        """The operator has left; what the exchange does with their calls it does."""
        self._chosen, self._asking = None, None
        for kept in (self._sent, self._waiting, self._back, self.briefs):
            kept.clear()
        for ids in (self._beginning, self._looked_at, self._no_card, self._left_open):
            ids.clear()
        self.changed.emit()

    # -- what is in hand -----------------------------------------------------------------------

    @property
    def calls(self) -> tuple[Call, ...]:
        """The callers who are with the operator, and whom the exchange could pass on."""
        if self._hand is None:
            return ()
        return tuple(c for c in self._hand.calls if c.on_line and not self._hand.by_hand(c))

    @property
    def call(self) -> Call | None:
        """The caller who would be passed on."""
        calls = self.calls
        chosen = next((c for c in calls if c.id == self._chosen), None)
        if chosen is not None:
            return chosen
        talking = next((c for c in calls if c.state is CallState.TALKING), None)
        return talking or next(iter(calls), None)

    @property
    def by_hand(self) -> Call | None:
        """A call that no exchange steers, if there is one and no other."""
        calls = self._hand.calls if self._hand is not None and not self.calls else ()
        return next((call for call in calls if call.on_line), None)

    @property
    def ringing(self) -> Call | None:
        return None if self._hand is None else self._hand.ringing

    def step(self) -> None:
        """The next caller of those who are here."""
        calls, now = self.calls, self.call
        if now is not None and len(calls) > 1:
            self._chosen = calls[(calls.index(now) + 1) % len(calls)].id
            self.changed.emit()

    @property
    def asking(self) -> Asking | None:
        """Who is being asked about a call, while its caller waits."""
        return self._asking

    @property
    def waiting(self) -> tuple[Waiting, ...]:
        """Callers who wait until a line is free; those first whose line is."""
        return tuple(sorted(self._waiting.values(), key=lambda each: not each.free))

    def waiting_of(self, call: Call | None) -> Waiting | None:
        return None if call is None else self._waiting.get(call.line_call or "")

    def back_of(self, call: Call | None) -> Back | None:
        """Where a call that is here comes back from."""
        return None if call is None else self._back.get(call.line_call or "")

    def told_of(self, call: Call) -> str:
        """What came with a call that was passed on: why it is here, and the words."""
        back = self.back_of(call)
        if back is None:
            return ""
        words = self.tr("Kopplat till dig")
        if back.returned is not None:
            words = self.tr("Kom tillbaka: {why}").format(why=label(back.returned).lower())
        brief = back.transfer.draft.brief
        return f"{words}. {brief}" if brief else words

    def busy(self, call: Call) -> bool:
        """Whether the exchange is being asked about the call just now."""
        return (call.line_call or "") in self._beginning or call.line_call in self._sent

    # -- cards ---------------------------------------------------------------------------------

    def take_without_card(self, call_id: UUID) -> None:
        """It was answered where no card is looked at: it gets one when somebody wants to see it."""
        self._no_card.add(call_id)

    def cards_wanted(self) -> tuple[UUID, ...]:
        """The calls without a card; from now on they have one."""
        wanted = tuple(self._no_card | self._left_open)
        self._no_card, self._left_open = set(), set()
        return wanted
