"""A patient's booked times and invitations, after the control question has been answered."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kundcenter.changes import Changes
from kundcenter.domain.bookings import Booking, BookingKind
from kundcenter.domain.cancellations import CancelFacts, Wish
from kundcenter.domain.grounds import Ground
from kundcenter.errors import KundcenterError
from ui.actions import Action
from ui.dialogs.cancel_time import CancelTimeDialog
from ui.dialogs.choose_time import ChooseTimeDialog
from ui.dialogs.missed_time import MissedTimeDialog
from ui.directory_keeper import DirectoryKeeper
from ui.link import Marks, mark_column
from ui.records import Column, RecordModel
from ui.services import Services
from ui.tasks import Tasks
from ui.theme.colours import ToneName
from ui.theme.look import current
from ui.theme.space import spaced
from ui.times_words import allowed_words, booking_badge, listed_when, refused_words
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.dialog import Dialog
from ui.widgets.empty import EmptyState
from ui.widgets.table import RecordTable

WIDE, HIGH, MARGIN = 1140, 300, 48  # pixels
ALLOWED = 4  # its column, which the buttons tell too
LARGE = 1.25  # of the text: then the unit's name needs the room more


class TimesDialog(Dialog):
    """`queue` carries a unit's id, or None, in whose queue the patient wants a place; `place` one,
    and the CancelTimeDialog that cancels when there is a place, and not before; `said` a sentence.
    `child` says that somebody else speaks for the patient, most likely.
    """

    queue = Signal(object)
    place = Signal(object, object)
    said = Signal(str)

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        person_id: UUID,
        bookings: tuple[Booking, ...],
        call_id: UUID | None = None,
        *,
        child: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("TimesDialog", "Patientens tider"),
            sentence=translate(
                "TimesDialog", "Svaret stämde. Säg bara det som behövs om tiden det gäller."
            ),
            primary=translate("TimesDialog", "Avboka"),
            secondary=translate("TimesDialog", "Stäng"),
            parent=parent,
        )
        self._tasks, self._services = tasks, services
        self._person_id, self._call_id, self._child = person_id, call_id, child
        self._keeper = DirectoryKeeper.of(tasks, services)
        self._trouble = Banner(self.tr("Det gick inte."), ToneName.DANGER, icon="error", wrap=True)
        self._trouble.hide()
        self._make_list()
        self._make_acts()
        self.body.addWidget(self._trouble)
        self.body.addWidget(self.table, 1)
        row = spaced(QHBoxLayout(), gap="s")
        for button in (self.other, self.rebook, self.new, self.wait, self.missed):
            row.addWidget(button)
        row.addStretch()
        self.body.addLayout(row)
        self._fit()
        self.confirmed.connect(self._first_act)
        tasks.changed.connect(self._on_changed)
        self._show(bookings)
        self.table.setFocus()

    # -- the parts -----------------------------------------------------------------------------

    def _make_list(self) -> None:
        marks = Marks.of(self._tasks, self._services)
        self.model = RecordModel[Booking](
            (
                Column(
                    self.tr("När"),
                    lambda each: listed_when(each.starts_at),
                    sort=lambda each: each.starts_at,
                    width=18,
                ),
                Column(self.tr("Mottagning"), lambda each: self._keeper.name(each.unit_id)),
                Column(
                    self.tr("Läge"),
                    lambda each: booking_badge(each).text,
                    badge=booking_badge,
                    width=17,
                ),
                Column(self.tr("Besök"), lambda each: each.purpose or each.time_type, width=15),
                Column(self.tr("Går att"), self._allowed, tip=self._allowed, width=26),
                *mark_column(marks, lambda each: marks.badge("booking", each.id)),
            ),
            key=lambda each: each.id,
            parent=self,
        )
        marks.changed.connect(self.model.renew)
        self._empty = EmptyState(self.tr("Inga tider kvar"), icon="calendar")
        self.table = RecordTable(self.tr("Patientens tider"), self.model, empty=self._empty)
        self.table.show_column(ALLOWED, current().metrics.scale < LARGE)
        self.table.opened.connect(lambda _: self._first_act())
        self.table.chosen.connect(lambda _: self._show_acts())

    def _make_acts(self) -> None:
        self.other = Button(self.tr("Tacka nej"), icon="close")
        self.rebook = Button(self.tr("Boka om"), icon="refresh")
        self.new = Button(self.tr("Boka ny tid"), icon="calendar")
        self.wait = Button(self.tr("Ställ i kö"), icon="queue")
        self.missed = Button(self.tr("Kom inte"), icon="minus")
        for button, action, act in (
            (self.rebook, Action.TIMES_REBOOK, partial(self._cancel, Wish.REBOOKED)),
            (self.new, Action.TIMES_BOOK, self._book_new),
            (self.wait, Action.TIMES_QUEUE, self._queue),
        ):
            button.answer_to(action, cap=True)
            button.clicked.connect(act)
        self.other.clicked.connect(partial(self._cancel, None))
        self.missed.clicked.connect(self._ask_missed)

    # -- what is shown -------------------------------------------------------------------------

    def _show(self, bookings: tuple[Booking, ...]) -> None:
        chosen: Booking | None = self.table.current
        rows = sorted(bookings, key=_order)
        self.model.replace(rows)
        if rows and chosen is None:  # what has begun is seldom what they ring about
            self.table.selectRow(next((i for i, each in enumerate(rows) if self._allowed(each)), 0))
        self._show_acts()

    def _allowed(self, booking: Booking) -> str:
        return allowed_words(booking, self._services.now())

    def _show_acts(self) -> None:
        one: Booking | None = self.table.current
        standing = one is not None and one.standing
        invited = one is not None and one.kind is BookingKind.OPEN_INVITATION
        now = self._services.now()
        past = one is not None and one.starts_at is not None and one.starts_at <= now
        self.primary.setText(self.tr("Boka tid") if invited else self.tr("Avboka"))
        self.primary.setAccessibleName(self.primary.text())
        self.primary.setEnabled(standing and not past)
        self.other.setVisible(standing and invited)
        self.rebook.setEnabled(standing and not past and not invited and _moves(one))
        self.missed.setVisible(standing and past)

    def _refresh(self) -> None:
        """The caller has answered already; looking again leaves its own access record."""
        ground = Ground(call_id=self._call_id)
        verb = partial(self._services.bookings.of_person, self._person_id, ground)
        self._tasks.run(self, verb, self._show, self._refuse, topic="times")

    # -- what is done --------------------------------------------------------------------------

    def _first_act(self) -> None:
        """What Enter does: an invitation is booked, a time is cancelled."""
        one: Booking | None = self.table.current
        if one is None or not self.primary.isEnabled():
            return
        if one.kind is BookingKind.OPEN_INVITATION:
            self._choose(one, None, None)
        else:
            self._cancel(None)

    def _cancel(self, wish: Wish | None) -> None:
        one: Booking | None = self.table.current
        if one is None:
            return
        dialog = CancelTimeDialog(
            self._tasks,
            self._services,
            one,
            self._call_id,
            child=self._child,
            wish=wish,
            parent=self,
        )
        dialog.said.connect(self.said)
        dialog.queue.connect(self._queue)
        dialog.place.connect(partial(self.place.emit, one.unit_id, dialog))
        dialog.new_time.connect(partial(self._choose, one, dialog))
        dialog.open()

    def _choose(
        self, one: Booking, asked: CancelTimeDialog | None, facts: CancelFacts | None
    ) -> None:
        dialog = ChooseTimeDialog(
            self._tasks,
            self._services,
            self._person_id,
            old=one,
            facts=facts,
            call_id=self._call_id,
            parent=self,
        )
        if asked is not None:
            dialog.booked.connect(lambda _: asked.accept())
        dialog.open()

    def _book_new(self) -> None:
        one: Booking | None = self.table.current
        dialog = ChooseTimeDialog(
            self._tasks,
            self._services,
            self._person_id,
            unit_id=one.unit_id if one is not None else None,
            call_id=self._call_id,
            parent=self,
        )
        dialog.booked.connect(lambda _: self._refresh())  # its row is not among those shown
        dialog.open()

    def _queue(self) -> None:
        one: Booking | None = self.table.current
        self.queue.emit(one.unit_id if one is not None else None)

    def _ask_missed(self) -> None:
        one: Booking | None = self.table.current
        if one is not None:
            dialog = MissedTimeDialog(self._tasks, self._services, one, parent=self)
            dialog.said.connect(self.said)
            dialog.open()

    def _refuse(self, error: KundcenterError) -> None:
        self._trouble.say(refused_words(error))
        self._trouble.show()

    def _on_changed(self, changes: Changes) -> None:
        """Only what is shown is read again: each look is logged, and somebody answers for it."""
        if not {each.id for each in self.model.records}.isdisjoint(changes.of("booking")):
            self._refresh()

    def _fit(self) -> None:
        scale, host = current().metrics.scale, self.host
        width, height = round(WIDE * scale), round(HIGH * scale)
        if host is not None:
            room = host.size()
            width = min(width, room.width() - 2 * MARGIN)
            height = max(160, min(height, room.height() - 8 * MARGIN))
        self.setMinimumWidth(width)
        self.table.setMinimumHeight(height)


def _moves(one: Booking | None) -> bool:
    return one is not None and one.rebook_allowed


def _order(one: Booking) -> tuple[bool, bool, float]:
    """What stands comes first, the next time before later ones; invitations without a time last."""
    at = one.starts_at.timestamp() if one.starts_at is not None else 0.0
    return (not one.standing, one.starts_at is None, at if one.standing else -at)
