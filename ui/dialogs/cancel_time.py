"""Cancel a booked time: what the rules say before anything is saved, then facts, then the wish."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kundcenter.domain.bookings import Booking, BookingKind
from kundcenter.domain.cancellations import (
    Assessment,
    CancelFacts,
    CancelledBy,
    CancelReason,
    ExceptionClaim,
    Wish,
)
from kundcenter.domain.drafts import FormKind
from kundcenter.domain.text import LINE_LIMIT
from kundcenter.errors import KundcenterError
from ui.badges import Badge
from ui.dialogs.time_verdict import TimeVerdict
from ui.directory_keeper import DirectoryKeeper
from ui.kept_form import KeptForm
from ui.labels import label
from ui.services import Services
from ui.tasks import Tasks
from ui.theme.colours import ToneName
from ui.theme.space import spaced
from ui.times_words import booking_words, refused_words
from ui.widgets.banner import Banner
from ui.widgets.beside import Beside
from ui.widgets.choice_row import Choice, ChoiceRow
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.page import Page
from ui.widgets.tick_row import TickRow

WIDE, HIGH = 1020, 565  # pixels
# One key each, and no two alike: they are struck wherever one is, except in a field.
BY_KEYS = {CancelledBy.PATIENT: "p", CancelledBy.RELATIVE: "n", CancelledBy.UNIT: "m"}
WISH_KEYS = {Wish.REBOOKED: "t", Wish.QUEUED: "k", Wish.WILL_CALL: "h", Wish.NONE: "i"}
CLAIM_KEYS = {
    ExceptionClaim.ACUTELY_ILL: "a",
    ExceptionClaim.CHILD_ILL: "v",
    ExceptionClaim.REDUCED_AUTONOMY: "u",
    ExceptionClaim.INVITATION_NOT_RECEIVED: "f",
    ExceptionClaim.CANCELLED_BY_CARE: "o",
    ExceptionClaim.VACCINATION: "c",
    ExceptionClaim.PROTECTED: "s",
}
YES, NO = "yes", "no"


class CancelTimeDialog(Dialog):
    """`new_time` carries the CancelFacts when another time is chosen first, and `queue` says that
    the unit is asked: nothing is cancelled here then.  `place` asks for a place in the queue
    before anything is cancelled: whoever hears it answers with `let_go` or `not_placed`.  `said`
    carries a sentence.
    """

    new_time = Signal(object)
    queue = Signal()
    place = Signal()
    said = Signal(str)

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        booking: Booking,
        call_id: UUID | None = None,
        *,
        child: bool = False,
        wish: Wish | None = None,
        parent: QWidget | None = None,
    ) -> None:
        keeper = DirectoryKeeper.of(tasks, services)
        translate = QCoreApplication.translate
        self._invited = booking.kind is BookingKind.OPEN_INVITATION
        super().__init__(
            translate("CancelTimeDialog", "Tacka nej till kallelsen")
            if self._invited
            else translate("CancelTimeDialog", "Avboka tiden"),
            sentence=booking_words(booking, keeper.name(booking.unit_id)),
            primary=translate("CancelTimeDialog", "Avboka"),
            secondary=translate("CancelTimeDialog", "Behåll kallelsen")
            if self._invited
            else translate("CancelTimeDialog", "Behåll tiden"),
            parent=parent,
        )
        self._tasks, self._services = tasks, services
        self.booking, self._call_id = booking, call_id
        self._told: Assessment | None = None
        self._placed = False  # a place in the queue has been given: it is asked for once
        self._trouble = Banner(self.tr("Det gick inte."), ToneName.DANGER, icon="error", wrap=True)
        self._trouble.hide()
        self.verdict = TimeVerdict(services.consult)
        self._make_rows(child=child)
        self.wish.choose(wish)
        self._lay_out()
        KeptForm(
            self,
            tasks,
            services,
            (FormKind.CANCELLATION, booking.id),
            {"caller": self.caller, "message": self.message},
        )
        self.confirmed.connect(self._save)
        self._on_facts()
        if self.barred:
            self.primary.setFocus()
        else:
            self.reason.take_focus()

    # -- what there is to say ------------------------------------------------------------------

    def _make_rows(self, *, child: bool) -> None:
        self.by = ChoiceRow(
            self.tr("Vem avbokar?"),
            [Choice(each, Badge(label(each))) for each in CancelledBy],
            marks=list(BY_KEYS.values()),
            dense=True,
        )
        self.by.choose(CancelledBy.RELATIVE if child else CancelledBy.PATIENT)
        self.caller = Field(self.tr("Den närståendes namn"), longest=LINE_LIMIT)
        self.reason = ChoiceRow(
            self.tr("Varför?"), [Choice(each, Badge(label(each))) for each in CancelReason],
            dense=True,
        )  # fmt: skip
        self.claims = TickRow(
            self.tr("Åberopar inringaren något undantag?"),
            [(each, label(each), key) for each, key in CLAIM_KEYS.items()],
            help=self.tr("Fråga, och kryssa för det som sägs. Mottagningen avgör."),
        )
        wishes = [each for each in Wish if each is not Wish.REBOOKED or self._rebookable]
        self.wish = ChoiceRow(
            self.tr("Vad vill patienten sedan?"),
            [Choice(each, Badge(label(each))) for each in wishes],
            marks=[WISH_KEYS[each] for each in wishes],
            dense=True,
        )
        self.notify = ChoiceRow(
            self.tr("Ska patienten få besked?"),
            [Choice(YES, Badge(self.tr("Ja"))), Choice(NO, Badge(self.tr("Nej")))],
            marks=["j", "e"],
            dense=True,
            help=self.tr("Fråga först. Inget besked skickas utan ett ja."),
        )
        self.message = Field(self.tr("Meddelande till mottagningen"), longest=LINE_LIMIT)
        self.message.setVisible(self.booking.message_allowed)
        for row in (self.by, self.reason, self.wish, self.notify):
            row.chosen.connect(lambda _: self._on_facts())
        self.claims.changed.connect(self._on_facts)
        self.caller.changed.connect(lambda _: self._trouble.hide())
        self.reason.struck.connect(self._after_reason)

    def _lay_out(self) -> None:
        page = Page("none", "m")
        self._about_caller = Beside(self.caller, self.notify)
        for part in (
            self.verdict,
            self.by,
            self._about_caller,
            self.reason,
            self.claims,
            self.wish,
            self.message,
        ):
            page.body.addWidget(part)
        page.body.addStretch(1)
        spaced(self.body, gap="m")
        self.body.addWidget(self._trouble)
        self.body.addWidget(page, 1)
        self.fit_page(page, WIDE, HIGH)

    @property
    def _rebookable(self) -> bool:
        return self._invited or self.booking.rebook_allowed

    @property
    def facts(self) -> CancelFacts:
        """What has been said so far; of what has not the least that can be meant."""
        by = CancelledBy(self.by.value or CancelledBy.PATIENT)
        asked = not self.notify.isHidden()
        return CancelFacts(
            by=by,
            reason=CancelReason(self.reason.value or CancelReason.OTHER),
            claims=tuple(ExceptionClaim(each) for each in self.claims.values),
            wish=Wish(self.wish.value or Wish.NONE),
            caller_name=self.caller.text() if by is CancelledBy.RELATIVE else "",
            message=self.message.text() if self.booking.message_allowed else "",
            notify_patient=self.notify.value == YES if asked and self.notify.value else None,
        )

    @property
    def barred(self) -> bool:
        """Whether the booking's own flag forbids it: then the unit has to be asked."""
        return not self.booking.cancel_allowed and self.by.value != CancelledBy.UNIT

    # -- what the rules say --------------------------------------------------------------------

    def _on_facts(self) -> None:
        """What has been said decides what is asked besides, and what the rules make of it."""
        self._trouble.hide()
        facts = self.facts
        dead = facts.reason is CancelReason.DECEASED
        if facts.by is CancelledBy.UNIT and self.reason.value is None:
            self.reason.choose(CancelReason.OTHER)  # the others are patients' reasons
        if dead and facts.by is CancelledBy.PATIENT:
            self.by.choose(CancelledBy.RELATIVE)
            facts = self.facts
        self.caller.setVisible(facts.by is CancelledBy.RELATIVE and not self.barred)
        self.notify.setVisible(facts.by is not CancelledBy.PATIENT and not dead and not self.barred)
        self._about_caller.setVisible(not self.caller.isHidden() or not self.notify.isHidden())
        self.reason.setVisible(not self.barred)
        self.wish.setVisible(not (dead or self.barred))
        if dead and self.wish.value != Wish.NONE:
            self.wish.choose(Wish.NONE)
        self._show_claims(facts)
        self._show_way()
        verb = partial(self._services.bookings.preview, self.booking.id, self.facts)
        self._tasks.run(self, verb, self._show, self._refuse, topic="preview")

    def _show(self, told: Assessment) -> None:
        self._told = told
        self.verdict.show_told(told, self.booking, self.facts, barred=self.barred)
        self._show_claims(self.facts)
        self.make_room()

    def _show_claims(self, facts: CancelFacts) -> None:
        """Those that may be claimed here; what was ticked stays to be unticked."""
        told = self._told
        late = told is not None and told.late and facts.by is not CancelledBy.UNIT
        claimable = {*(told.claimable if told is not None and late else ()), *facts.claims}
        dead = facts.reason is CancelReason.DECEASED
        asks = bool(claimable) and late and not dead and not self.barred
        self.claims.show_only(claimable)
        if not asks and self.claims.values:
            self.claims.clear()
        self.claims.setVisible(asks)

    def _show_way(self) -> None:
        """What Enter does now."""
        words = self.tr("Avboka")
        if self.barred:
            words = self.tr("Ställ i mottagningens kö")
        elif self.wish.value == Wish.REBOOKED:
            words = self.tr("Välj ny tid")
        elif self.wish.value == Wish.QUEUED and not self._placed:
            words = self.tr("Avboka och ställ i kö")
        self.primary.setText(words)
        self.primary.setAccessibleName(words)

    def _after_reason(self) -> None:
        """Enter is the next key, or what is asked next has the focus."""
        if self.reason.value == CancelReason.DECEASED:
            self.caller.setFocus()
        elif self.wish.value is None:
            self.wish.take_focus()

    # -- keys ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A row's key is struck wherever one is, except where one writes."""
        held = event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
        key = event.text()
        if held or not key or not any(row.strike(key) for row in self._rows()):
            super().keyPressEvent(event)

    def _rows(self) -> tuple[ChoiceRow | TickRow, ...]:
        return (self.by, self.reason, self.claims, self.wish, self.notify)

    # -- what is done --------------------------------------------------------------------------

    def _save(self) -> None:
        if self.barred:
            self.accept()
            self.queue.emit()
            return
        if not self._complete():
            return
        facts = self.facts
        if facts.wish is Wish.REBOOKED:
            self.new_time.emit(facts)  # nothing is let go before another stands
            return
        if facts.wish is Wish.QUEUED and not self._placed:
            self.place.emit()  # nor before there is a place: the queue may be full, or not exist
            return
        self._cancel(facts)

    def let_go(self, _: object = None) -> None:
        """The place is given: now the time is cancelled."""
        self._placed = True
        self._show_way()
        self._cancel(self.facts)

    def not_placed(self) -> None:
        """No place was given: the time stands, and that is said."""
        if not self._placed:
            self._trouble.say(
                self.tr("Patienten har inte fått någon plats i kön. Inget är avbokat.")
            )
            self._trouble.show()
            self.make_room()

    def _cancel(self, facts: CancelFacts) -> None:
        self._trouble.hide()
        self.set_busy(True)
        verb = partial(
            self._services.bookings.cancel, self.booking.id, facts, call_id=self._call_id
        )
        self._tasks.run(self, verb, lambda _: self._saved(), self._not_cancelled)

    def _complete(self) -> bool:
        """Whether everything has been said; what is missing is told where it is missing."""
        if self.reason.value is None:
            self.reason.show_error(self.tr("Välj varför."))
            self.reason.take_focus()
            return False
        if not self.caller.isHidden() and not self.caller.text().strip():
            self.caller.show_error(self.tr("Skriv vem som ringer."))
            self.caller.setFocus()
            return False
        if self.wish.value is None:
            self.wish.show_error(self.tr("Fråga vad patienten vill sedan."))
            self.wish.take_focus()
            return False
        return True

    def _saved(self) -> None:
        self.said.emit(
            self.tr("Kallelsen är avböjd.") if self._invited else self.tr("Tiden är avbokad.")
        )
        self.accept()

    def _not_cancelled(self, error: KundcenterError) -> None:
        """Of a place that stands already it is said too: nobody should give another."""
        self._refuse(error)
        if self._placed:
            words = self.tr("Platsen i kön är given, men inget är avbokat. {why}")
            self._trouble.say(words.format(why=refused_words(error)))
            self.make_room()

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self._trouble.say(refused_words(error))
        self._trouble.show()
