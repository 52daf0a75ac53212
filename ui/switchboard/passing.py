"""The calls that an operator passes on: to whom, how far it has come, and what came back.

There is one for the window, as with `ui.link.Marks`; nobody hands it on:

    passing = Passing.of(tasks, services)
    passing.changed.connect(self._show)
    passing.blind(target)

A transfer is written down first, then the exchange is asked; what comes of it the exchange tells.
The caller and the words are the operator's own until then.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from kundcenter.changes import Changes
from kundcenter.domain.calls import Call, CallState
from kundcenter.domain.lines import (
    CallGone,
    ConsultEnd,
    ConsultEnded,
    Consulting,
    EndReason,
    HungUp,
    LineDown,
    LineEvent,
    PhoneState,
    Rang,
    ReturnReason,
)
from kundcenter.domain.switchboard.handed import was_handed
from kundcenter.domain.switchboard.transfers import (
    Transfer,
    TransferHow,
    TransferOver,
    TransferState,
)
from kundcenter.errors import KundcenterError
from ui.in_hand import InHand
from ui.services import Services
from ui.switchboard.board_keeper import BoardKeeper
from ui.switchboard.in_play import InPlay
from ui.switchboard.on_way import NOBODY, Asking, Back, Sent, Waiting, begin, put_away
from ui.switchboard.targets import Target, name_of, row_of
from ui.tasks import Lane, Tasks

_CAME = {
    ConsultEnd.BUSY: ReturnReason.BUSY,
    ConsultEnd.NO_ANSWER: ReturnReason.NO_ANSWER,
    ConsultEnd.REFUSED: ReturnReason.FAILED,
}


class Passing(InPlay):
    """`freed` when somebody waited for can take a call; `asked_ended` carries an Asking and a
    ConsultEnd; `came_back` a Back; `passed` a Target; `refused` an error for a notice.
    """

    freed = Signal(object)
    asked_ended = Signal(object, object)
    came_back = Signal(object)
    passed = Signal(object)
    refused = Signal(object)

    def __init__(self, tasks: Tasks, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent if parent is not None else tasks)
        self._tasks, self._services = tasks, services
        self._board = BoardKeeper.of(tasks, services)
        tasks.rang.connect(self._on_line)
        self._board.told.connect(self._look_for_free)

    @staticmethod
    def of(tasks: Tasks, services: Services) -> Passing:
        """The one of this window."""
        return tasks.findChild(Passing) or Passing(tasks, services)

    def follow(self, hand: InHand) -> None:
        super().follow(hand)
        hand.changed.connect(self._on_hand)

    # -- what is done --------------------------------------------------------------------------

    def blind(self, target: Target) -> None:
        """Pass the caller on at once; whoever is being asked already gets the call instead."""
        self._begin(TransferHow.BLIND, target, self._pass_on)

    def ask(self, target: Target) -> None:
        """Ask somebody first while the caller waits."""
        if self._asking is None:
            self._begin(TransferHow.CONSULTED, target, self._consult)

    def wait(self, target: Target) -> None:
        """The caller waits with the operator until the line is free."""
        self._begin(TransferHow.WAITING, target, self._hold)

    def toggle(self) -> None:
        """Hear the other of the two."""
        self._steer(self._services.telephone.toggle)

    def join(self) -> None:
        """All three hear one another."""
        self._steer(self._services.telephone.join)

    def complete(self) -> None:
        """Leave the two alone."""
        asking = self._asking
        if asking is not None and asking.answered:
            self._sent[asking.line_call] = asking.sent
            self._steer(self._services.telephone.complete)

    def drop(self, call: Call | None = None) -> None:
        """Let go of whoever is asked; else the caller no longer waits for anybody."""
        if self._asking is not None:
            self._steer(self._services.telephone.drop, ringing=True)
            return
        waits = self.waiting_of(call or self.call)
        if waits is not None:
            del self._waiting[waits.line_call]
            self._end(waits.sent, TransferState.DROPPED)
            self._phone(partial(self._services.telephone.resume, waits.line_call))
            self.changed.emit()

    def connect_free(self, waits: Waiting) -> None:
        """The line is free: the caller who waited gets there."""
        if self._waiting.pop(waits.line_call, None) is not None:
            self._transfer(waits.sent)

    def whom(self, back: Back) -> str:
        """What a transfer that came back was for, as its row is called."""
        line = row_of(back.transfer, self._board.board)
        return "" if line is None else name_of(line)

    # -- the steps -----------------------------------------------------------------------------

    def _begin(self, how: TransferHow, target: Target, then: Callable[[Sent], None]) -> None:
        call = self.call
        if call is None or call.line_call is None or self.busy(call) or self.waiting_of(call):
            return
        brief = self.briefs.get(call.id, "")
        self._beginning.add(call.line_call)
        self.changed.emit()
        draft = target.draft(call.id, how, brief)
        sent = Sent(NOBODY, call.id, call.line_call, target, brief)
        begun = partial(self._begun, sent, then)
        verb = partial(begin, self._services, draft)
        self._tasks.run(self, verb, begun, partial(self._not_begun, call.line_call))

    def _begun(self, sent: Sent, then: Callable[[Sent], None], changes: Changes) -> None:
        line_call = sent.line_call
        self._beginning.discard(line_call)
        sent = replace(sent, id=changes.the("transfer"))
        if all(call.line_call != line_call for call in self.calls):  # gone meanwhile
            self._end(sent, TransferState.DROPPED)
        else:
            then(sent)
        self.changed.emit()

    def _not_begun(self, line_call: str, error: KundcenterError) -> None:
        self._beginning.discard(line_call)
        self.changed.emit()
        self.refused.emit(error)

    def _pass_on(self, sent: Sent) -> None:
        if self._asking is not None and self._asking.line_call == sent.line_call:
            self._end(self._asking.sent, TransferState.DROPPED)
            self._asking = None
            drop = partial(self._services.telephone.drop, sent.line_call)
            self._tasks.run(
                self, drop, lambda _: self._transfer(sent), self.refused.emit, lane=Lane.LINE
            )
            return
        self._transfer(sent)

    def _transfer(self, sent: Sent) -> None:
        self._sent[sent.line_call] = sent
        telephone = self._services.telephone
        verb = partial(telephone.transfer, sent.line_call, sent.target.to, str(sent.id))
        self._phone(verb, partial(self._not_sent, sent))
        self.changed.emit()

    def _not_sent(self, sent: Sent, error: KundcenterError) -> None:
        self._sent.pop(sent.line_call, None)
        gone = isinstance(error, CallGone)
        self._end(sent, TransferState.DROPPED if gone else TransferState.FAILED)
        self.changed.emit()
        self.refused.emit(error)

    def _consult(self, sent: Sent) -> None:
        self._asking = Asking(sent)
        telephone = self._services.telephone
        verb = partial(telephone.consult, sent.line_call, sent.target.to, str(sent.id))
        self._phone(verb, partial(self._not_asked, sent))

    def _not_asked(self, sent: Sent, error: KundcenterError) -> None:
        if self._asking is not None and self._asking.sent is sent:
            self._asking = None
            self._end(sent, TransferState.FAILED)
        self.changed.emit()
        self.refused.emit(error)

    def _hold(self, sent: Sent) -> None:
        self._waiting[sent.line_call] = Waiting(sent)
        self._board.watch_also(frozenset(w.sent.target.extension for w in self.waiting))
        held = any(
            call.line_call == sent.line_call and call.state is CallState.HELD for call in self.calls
        )
        if not held:
            self._phone(partial(self._services.telephone.hold, sent.line_call))
        self._look_for_free()

    def _steer(self, act: Callable[[str], None], *, ringing: bool = False) -> None:
        if self._asking is not None and (ringing or self._asking.answered):
            self._phone(partial(act, self._asking.line_call), self._not_steered)

    def _not_steered(self, error: KundcenterError) -> None:
        if self._asking is not None:
            self._sent.pop(self._asking.line_call, None)
        self.refused.emit(error)

    def _phone(
        self,
        act: Callable[[], None],
        refused: Callable[[KundcenterError], object] | None = None,
    ) -> None:
        self._tasks.run(self, act, refused=refused or self.refused.emit, lane=Lane.LINE)

    def _end(self, sent: Sent, state: TransferState, why: ReturnReason | None = None) -> None:
        verb = partial(self._services.transfers.end, sent.id, state, why)
        self._tasks.run(self, verb, refused=self._unless_over)

    def _unless_over(self, error: KundcenterError) -> None:
        if not isinstance(error, TransferOver):
            self.refused.emit(error)

    # -- what the exchange tells ---------------------------------------------------------------

    def _on_line(self, event: LineEvent) -> None:
        match event:
            case Rang(line_call) if event.reference and not was_handed(line_call):
                self._rang(event)
            case HungUp(line_call, reason):
                self._hung_up(line_call, reason)
            case Consulting(line_call) if self._asks(line_call):
                assert self._asking is not None
                self._asking = Asking(self._asking.sent, event.answered, event.side)
                self.changed.emit()
            case ConsultEnded(line_call, reason) if self._asks(line_call):
                self._asked_no_more(reason)
            case LineDown():
                self._asking = None
                self.changed.emit()

    def _asks(self, line_call: str) -> bool:
        return self._asking is not None and self._asking.line_call == line_call

    def _asked_no_more(self, reason: ConsultEnd) -> None:
        asking, self._asking = self._asking, None
        assert asking is not None
        self._sent.pop(asking.line_call, None)
        why = _CAME.get(reason)
        self._end(asking.sent, TransferState.RETURNED if why else TransferState.DROPPED, why)
        self.asked_ended.emit(asking, reason)
        self.changed.emit()

    def _hung_up(self, line_call: str, reason: EndReason) -> None:
        sent = self._sent.pop(line_call, None)
        waits = self._waiting.pop(line_call, None)
        asking = self._asking if self._asks(line_call) else None
        self._back.pop(line_call, None)
        if asking is not None:
            self._asking = None
        under_way = sent or (asking.sent if asking else None) or (waits.sent if waits else None)
        if under_way is None:
            return
        # The handset laid down while somebody is asked leaves the caller to them.
        left = asking is not None and reason is EndReason.OPERATOR
        passed = reason is EndReason.PASSED or left
        self._end(under_way, TransferState.PASSED if passed else TransferState.DROPPED)
        if passed:
            self.passed.emit(under_way.target)
        self.changed.emit()

    def _rang(self, event: Rang) -> None:
        """With a reference: somebody has passed it on to us, or it comes back."""
        verb = partial(self._services.transfers.arriving, event.reference)
        self._tasks.run(self, verb, partial(self._arrives, event), lambda _: None)

    def _arrives(self, event: Rang, transfer: Transfer | None) -> None:
        if transfer is None:
            return
        # It may ring more than once, and only the first time tells why it came back.
        back = Back(transfer, event.returned or transfer.returned)
        self._back[event.line_call] = back
        if event.returned is not None:
            verb = partial(
                self._services.transfers.end, transfer.id, TransferState.RETURNED, event.returned
            )
            self._tasks.run(self, verb, refused=self._unless_over)
        self.came_back.emit(back)
        self.changed.emit()

    def _look_what_came(self, call: Call) -> None:
        """After a restart the exchange tells no more of what came with a call: the store does."""
        line_call = call.line_call
        if line_call is None or line_call in self._back:
            return
        if not call.reference or call.id in self._looked_at:
            return
        self._looked_at.add(call.id)
        verb = partial(self._services.transfers.arriving, call.reference)
        self._tasks.run(self, verb, partial(self._came_before, line_call), lambda _: None)

    def _came_before(self, line_call: str, transfer: Transfer | None) -> None:
        if transfer is not None and line_call not in self._back:
            self._back[line_call] = Back(transfer, transfer.returned)
            self.changed.emit()

    def _put_away(self, call_id: UUID, changes: Changes) -> None:
        if not changes:
            self._left_open.add(call_id)

    def _look_for_free(self) -> None:
        news = False
        for line_call, waits in tuple(self._waiting.items()):
            free = self._board.state(waits.sent.target.extension) is PhoneState.FREE
            if free != waits.free:
                self._waiting[line_call] = Waiting(waits.sent, free)
                news = True
                if free:
                    self.freed.emit(self._waiting[line_call])
        if news:
            self.changed.emit()

    def _on_hand(self) -> None:
        assert self._hand is not None
        for call in self._hand.calls:
            if call.id in self._no_card and call.state is CallState.WRAP_UP:
                self._no_card.discard(call.id)
                verb = partial(put_away, self._services, call.id)
                self._tasks.run(self, verb, partial(self._put_away, call.id), self.refused.emit)
            self._look_what_came(call)
            back = self.back_of(call)
            if back is not None and back.returned is not None and call.id not in self.briefs:
                self.briefs[call.id] = back.transfer.draft.brief
        self.changed.emit()
