"""Times that were let go: one is taken, and those who wait for it are rung, one after another."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kundcenter.changes import Changes
from kundcenter.domain.capacity import Room
from kundcenter.domain.freed_times import (
    FreedGone,
    FreedItem,
    Offer,
    OfferState,
    ToldWait,
    Wait,
)
from kundcenter.domain.matching import Match
from kundcenter.domain.operators import Operator
from kundcenter.errors import KundcenterError
from ui.dialogs.time_booked import TimeBookedDialog
from ui.directory_keeper import DirectoryKeeper
from ui.freed_words import number_words
from ui.link import Marks
from ui.panels.freed_columns import ASKED, TYPE, freed_model
from ui.panels.freed_offer import FreedOffer
from ui.services import Services
from ui.tasks import Lane, Tasks
from ui.texts import sentence
from ui.theme.look import current
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.empty import EmptyState
from ui.widgets.table import RecordTable
from ui.widgets.text import Text

SHARE = (3, 2)  # of the width: the list, and whom one rings
ROOMY = 760  # pixels of the list at ordinary text size: then it tells more of each time
BOTH = 900  # pixels of the part, likewise: then the list and whom one rings are both there


class FreedMinute(QWidget):
    """`said` carries a sentence, `refused` an error, for a notice.

    The list names nobody.  A time is taken by Enter; then those who wait are looked up, which
    leaves a record for each, and only the one whose turn it is, is named.
    """

    said = Signal(str)
    refused = Signal(object)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._services = tasks, services
        self._keeper = DirectoryKeeper.of(tasks, services)
        self._me: UUID | None = None
        self._taken: UUID | None = None  # the freed time in hand
        self._turn: Wait | None = None  # who is rung
        self._offer: Offer | None = None  # made to them, and not answered
        self._dial_wanted = False  # when the offer is known
        self._gone = False  # the time in hand is booked elsewhere, or has begun
        self._marks = Marks.of(tasks, services)
        self.model = freed_model(self._marks, self._keeper, lambda: self._me, self)
        self._marks.changed.connect(self.model.renew)
        self.table = RecordTable(
            self.tr("Tider som har lämnats återbud till"),
            self.model,
            empty=EmptyState(
                self.tr("Inga återbud väntar"),
                self.tr(
                    "En tid som avbokas kommer hit genast, och ringer du snabbt blir den använd."
                ),
                icon="timer",
            ),
        )
        self.table.sort_by(0)
        self.offer = FreedOffer()
        self.count = Text("", Type.SMALL, role="muted")
        self._lay_out()
        self.table.opened.connect(self._take)
        self.offer.ringing.connect(self._ring)
        self.offer.answered.connect(self._answer)
        self.offer.left.connect(self._leave)
        self.offer.dropped.connect(self._drop)
        tasks.changed.connect(self._on_changed)
        self._keeper.changed.connect(self.model.renew)
        self._keeper.aged.connect(self._on_time)

    # -- what the page asks --------------------------------------------------------------------

    def take_focus(self) -> None:
        target = self.table if self._list.isVisibleTo(self) else self.offer.ring
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        if self._me is None:
            self._tasks.run(self, self._services.operators.me, self._know_me, self.refused.emit)
        look = self._services.freed_times.open
        self._tasks.run(self, look, self._show, self.refused.emit, topic="freed")

    def forget(self) -> None:
        """The operator has left."""
        self._me = None
        self._let_go()
        self.model.replace(())
        self.count.setText("")

    # -- the list ------------------------------------------------------------------------------

    def _know_me(self, me: Operator) -> None:
        self._me = me.id
        self.model.renew()

    def _show(self, items: tuple[FreedItem, ...]) -> None:
        self.model.replace(items)
        if self.table.current is None and items:
            self.table.selectRow(0)
        self.count.setText(self.tr("Återbud: {count}").format(count=len(items)) if items else "")
        item = self._item
        if self._taken is not None and item is None:
            self._tell_gone(self._taken)
        elif item is not None:
            self._know_offer(item)

    def _lay_out(self) -> None:
        words = self.tr("Retur tar tiden. Alla ser att du har den, och ingen annan ringer om den.")
        self._list = QWidget()
        left = spaced(QVBoxLayout(self._list), gap="s")
        left.addWidget(self.table, 1)
        foot = spaced(QHBoxLayout(), gap="m")
        foot.addWidget(Text(words, Type.SMALL, role="muted", wrap=True), 1)
        foot.addWidget(self.count)
        left.addLayout(foot)
        both = spaced(QHBoxLayout(self), gap="l")
        both.addWidget(self._list, SHARE[0])
        both.addWidget(self.offer, SHARE[1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Whom one rings, while one does; where it is narrow, or the text large, that alone."""
        both = self.width() >= round(BOTH * current().metrics.scale)
        self._list.setVisible(both or self._taken is None)
        self.offer.setVisible(self._taken is not None)
        room = self.width() * (SHARE[0] / sum(SHARE) if self._taken is not None else 1)
        roomy = room >= ROOMY * current().metrics.scale
        for column in (TYPE, ASKED):
            self.table.show_column(column, roomy)

    @property
    def _item(self) -> FreedItem | None:
        """The time in hand as the list has it."""
        found = (each for each in self.model.records if each.freed.id == self._taken)
        return next(found, None)

    # -- the minute ----------------------------------------------------------------------------

    def _of_this(self, then: Callable[..., object]) -> Callable[..., None]:
        """`then`, unless another time is in hand when the answer comes, or none."""
        taken = self._taken

        def answered(*told: Any) -> None:
            if taken is not None and self._taken == taken:
                then(*told)

        return answered

    def _take(self, item: FreedItem) -> None:
        verb = partial(self._services.freed_times.take, item.freed.id)
        self._tasks.run(self, verb, partial(self._on_taken, item, self._me), self._refuse)

    def _on_taken(self, item: FreedItem, by: UUID | None, _: object) -> None:
        if by != self._me:  # who took it has left
            return
        self._taken, self._turn, self._offer = item.freed.id, None, None
        self._dial_wanted = self._gone = False
        self._fit()
        self.offer.show_time(item, self._keeper.name(item.freed.unit_id), self._keeper.now)
        if item.offer is not None and item.offer.until > self._keeper.now:
            self._take_up(item.offer)
        else:
            self._look()

    def _look(self) -> None:
        """Who is on turn."""
        if self._taken is not None:
            look = partial(self._services.freed_times.matches, self._taken)
            show = self._of_this(self._show_line)
            self._tasks.run(self, look, show, self._refuse, topic="line")

    def _show_line(self, matches: tuple[Match, ...]) -> None:
        if self._gone:
            return
        self._turn, self._offer = (matches[0].wait if matches else None), None
        self.offer.show_line(matches, self._keeper.now)
        self.offer.go_to(self.offer.ring if matches else self.offer.leave)

    def _take_up(self, offer: Offer) -> None:
        """Go on with an offer that was made before: it is not answered yet."""
        look = partial(self._services.wait_list.get, offer.wait_id)

        def show(told: ToldWait) -> None:
            if self._gone:
                return
            self._turn, self._offer = told.wait, offer
            self.offer.show_person(told.wait, told.person, opened=True)
            self.offer.show_offered(offer.until, self._keeper.now)

        self._tasks.run(self, look, self._of_this(show), self._refuse)

    def _ring(self) -> None:
        """The offer is written down first: then no other desk can make the same."""
        if self._taken is None or self._turn is None:
            return
        if self._offer is not None:
            self._dial()
            return
        self._dial_wanted = True
        self.offer.set_busy(True)
        verb = partial(self._services.freed_times.offer, self._taken, self._turn.id)
        self._tasks.run(self, verb, lambda _: self.refresh(), self._refuse)

    def _know_offer(self, item: FreedItem) -> None:
        offer = item.offer
        if offer is None or self._turn is None or offer.wait_id != self._turn.id:
            return
        fresh = self._offer is None or self._offer.id != offer.id
        self._offer = offer
        if fresh:
            self.offer.show_offered(offer.until, self._keeper.now)
            self.offer.go_to(self.offer.answers[OfferState.ACCEPTED])
        if self._dial_wanted:
            self._dial_wanted = False
            self._dial()

    def _dial(self) -> None:
        """Ring the number; that of a protected person is opened for it, and only then."""
        turn = self._turn
        if turn is None:
            return
        if turn.number:
            self._dial_number(turn.number)
            return
        look = partial(self._services.wait_list.get, turn.id)

        def show(told: ToldWait) -> None:
            if self._turn is not None and self._turn.id == told.wait.id:
                self._turn = told.wait
                self.offer.show_person(told.wait, told.person, opened=True)
                if told.wait.number:
                    self._dial_number(told.wait.number)
                else:
                    self.offer.say(
                        self.tr("Det finns inget nummer. Sök upp patienten på ett kort.")
                    )

        self._tasks.run(self, look, self._of_this(show), self._refuse)

    def _dial_number(self, number: str) -> None:
        telephone = self._services.telephone
        if not telephone.rings_out:
            self._by_hand(number)
            return
        self.offer.say("")
        verb = partial(telephone.ring_out, number)
        refused = partial(self._not_dialled, number)
        self._tasks.run(self, verb, lambda _: None, refused, lane=Lane.LINE)

    def _not_dialled(self, number: str, error: KundcenterError) -> None:
        self.refused.emit(error)
        self._by_hand(number)

    def _by_hand(self, number: str) -> None:
        words = self.tr("Slå numret på telefonen: {number}.")
        self.offer.say(words.format(number=number_words(number, None)))

    def _answer(self, told: OfferState) -> None:
        offer, item = self._offer, self._item
        if offer is None or item is None:
            return
        freed = self._services.freed_times
        self.offer.set_busy(True)
        if told is OfferState.ACCEPTED:
            verb: Callable[[], Changes] = partial(freed.accept, offer.id, offer.wait_id)
            booked = self._of_this(partial(self._on_accepted, item))
            self._tasks.run(self, verb, booked, self._refuse)
            return
        unreached = told is OfferState.UNREACHED
        verb = partial(freed.decline, offer.id, offer.wait_id, unreached=unreached)
        declined = self._of_this(self._on_declined)
        self._tasks.run(self, verb, declined, self._refuse)

    def _on_accepted(self, item: FreedItem, changes: Changes) -> None:
        """At a desk with a centre nothing is settled yet: what to say follows its answer."""
        self._next_time()
        if not self._marks.there:
            self.said.emit(self.tr("Tiden är bokad."))
            return
        room = Room(item.timeslot, held=item.timeslot.capacity)
        unit = self._keeper.name(item.freed.unit_id)
        TimeBookedDialog(self._tasks, self._services, room, unit, changes, parent=self).open()

    def _on_declined(self, _: object) -> None:
        """The next in line, by itself."""
        self._turn = self._offer = None
        self._look()

    def _leave(self) -> None:
        if self._gone:  # nothing is left to give back
            self._next_time()
        elif self._taken is not None:
            verb = partial(self._services.freed_times.release, self._taken)
            self._tasks.run(self, verb, self._of_this(self._next_time), self._refuse)

    def _drop(self) -> None:
        if self._taken is not None:
            verb = partial(self._services.freed_times.drop, self._taken)
            self._tasks.run(self, verb, self._of_this(self._next_time), self._refuse)

    def _next_time(self, _: object = None) -> None:
        """The next time stands under the cursor, and Enter takes it."""
        row = self.model.row_of(self._taken) if self._taken is not None else -1
        self._let_go()
        if row >= 0 and self.model.rowCount() > 1:
            self.table.selectRow(row + 1 if row + 1 < self.model.rowCount() else 0)
        self.take_focus()
        self.refresh()

    def _let_go(self) -> None:
        self._taken = self._turn = self._offer = None
        self._dial_wanted = self._gone = False
        self.offer.clear()
        self._fit()

    def _tell_gone(self, taken: UUID) -> None:
        """One may be on the phone about it: the panel stays and says so, and names nobody."""
        if self._gone:
            return
        self._turn = self._offer = None
        self._dial_wanted, self._gone = False, True
        error = FreedGone(id=taken)
        self.refused.emit(error)
        self.offer.show_gone(sentence(error))

    def _refuse(self, error: KundcenterError) -> None:
        """Say it, and show how things stand: somebody may have been before."""
        self._dial_wanted = False
        self.refused.emit(error)
        self.offer.say(sentence(error))
        self.refresh()
        if self._taken is not None and self._offer is None:
            self._look_again()
        elif self._offer is not None:
            self.offer.show_offered(self._offer.until, self._keeper.now)

    def _look_again(self) -> None:
        """After a refusal: the line as it is now, or nothing if the time is not ours any more."""
        taken = self._taken
        if taken is None:
            return
        look = partial(self._services.freed_times.matches, taken)
        show, lost = self._of_this(self._show_line), self._of_this(self._on_lost)
        self._tasks.run(self, look, show, lost, topic="line")

    def _on_lost(self, _: KundcenterError) -> None:
        if not self._gone:  # that is told in its place already
            self._let_go()

    # -- time and news -------------------------------------------------------------------------

    def _on_time(self) -> None:
        if self.isVisible():
            self.model.renew()
            item = self._item
            if item is not None:
                self.offer.renew(item, self._keeper.now)
                if item.timeslot.cutoff_at <= self._keeper.now:  # then it is on no list any more
                    self.refresh()

    def _on_changed(self, changes: Changes) -> None:
        if changes.of("freed_time") and self.isVisible():
            self.refresh()
