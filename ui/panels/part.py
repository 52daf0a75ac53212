"""One part of a call: who it is about to the left, what is done about it to the right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kundcenter.changes import Changes
from kundcenter.domain.calls import Call
from kundcenter.domain.drafts import Caret, Unsaved
from kundcenter.domain.opened import OpenEntry
from kundcenter.domain.parts import Part
from kundcenter.errors import KundcenterError
from kundcenter.services.people import PersonCard
from ui.badges import Badge
from ui.panels.contents import real
from ui.panels.note_keys import caret_of, focus_on, put_caret
from ui.panels.part_claims import PartClaims
from ui.panels.who import WhoPanel
from ui.services import Services, current_codes
from ui.tasks import Tasks
from ui.theme.colours import ToneName
from ui.theme.look import current
from ui.theme.space import spaced

Next = Callable[[], object]
WHO_WIDTH = 360
WIDEST = 1.25
NUMBER = "number"  # where the person is looked for, among the names of the fields


class PartView(QWidget):
    """What every kind of part has; each kind says how it stands and what it would lose.

    `edited` at each change that is to be kept until it is saved; `stated` when the badge may say
    something else; `refused` carries an error for a notice; `print_wanted` an entry's id;
    `finishing` asks to close the call, `dropping` to take this part away; `carried_on` carries
    somebody else's note that is to go on in an own one; `alarm_wanted` asks for 112.
    """

    call: Call
    part: Part
    edited = Signal()
    stated = Signal()
    refused = Signal(object)
    print_wanted = Signal(object)
    said = Signal(str)
    finishing = Signal()
    dropping = Signal()
    carried_on = Signal(object)
    alarm_wanted = Signal()

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._services = tasks, services
        self._codes = current_codes(services)
        self._side = QScrollArea(self)
        self._held = QWidget(self._side.viewport())
        self.who = WhoPanel(tasks, services, self._held)
        self.who.number.changed.connect(lambda _: self.edited.emit())
        self.who.identified.connect(lambda _: self.edited.emit())
        self.who.anonymous_changed.connect(lambda _: self.edited.emit())
        self.who.alarm_wanted.connect(self.alarm_wanted)
        self.who.identified.connect(self._on_protected)
        self.claims = PartClaims(tasks, services, self)
        self.claims.said.connect(self.said)

    def begin(self, call: Call, part: Part, *, first: bool) -> None:
        """Stand for a part of a call, once; until then a view is about nothing."""
        self.call, self.part = call, part
        # What was keyed in before the answer is about one person, and is looked up once.
        fresh = first and part.person_id is None and part.entry_id is None
        self.who.begin(call if fresh else replace(call, keyed_id=None))

    # -- what each kind of part says for itself ------------------------------------------------

    @property
    def badge(self) -> Badge:
        """How the part stands: an icon and a word."""
        raise NotImplementedError

    @property
    def unsaved(self) -> bool:
        """Whether something has been written that no version holds."""
        raise NotImplementedError

    @property
    def unkept(self) -> Unsaved | None:
        """Everything that a crash would take along; None when that is nothing."""
        raise NotImplementedError

    def save_then(self, then: Next) -> None:
        """Save what is written, then go on; what cannot be saved is told, and nothing follows."""
        raise NotImplementedError

    def restore(self, unsaved: Unsaved) -> None:
        """Show what was written and never saved, over nothing that was saved."""
        raise NotImplementedError

    def show_entry(self, opened: OpenEntry) -> None:
        """Show what the store holds of it."""

    def show_droppable(self, droppable: bool) -> None:
        """Whether the call has other parts, so that an empty one may go."""

    def take_focus(self) -> None:
        """Where one begins."""
        self.who.take_focus()

    # -- what they share -----------------------------------------------------------------------

    @property
    def blank(self) -> bool:
        """Whether nothing would be lost without it."""
        return real(self.part) and self.part.empty and self.unkept is None

    def renew(self, part: Part) -> None:
        """The part as the store has it now."""
        if part != self.part:
            self.part = part
            self.stated.emit()

    def point_then(self, then: Next) -> None:
        """Say in the store whom it is about, if it does not yet, then go on."""
        part, person = self.part, self.who.person
        known = person is None or part.person_id == person.id or part.entry_id is not None
        if person is None or known or not part.open or not real(part):
            then()
            return
        verb = partial(self._services.calls.point_part, part.id, person.id)
        pointed = replace(part, person_id=person.id)
        self._tasks.run(self, verb, partial(self._on_part, pointed, then), self._on_refused)

    def _take_person(self, unsaved: Unsaved) -> None:
        """Whom the part was about when it was last looked at, or what was typed to find them."""
        person_id = unsaved.person_id or self.part.person_id
        if person_id is not None:
            self.who.open(person_id)
        elif unsaved.number:
            self.who.number.set_text(unsaved.number)
        if unsaved.anonymous and not self.who.anonymous:
            self.who.stay_anonymous()

    def _whom(self, kept: UUID | None) -> Unsaved:
        """What a crash would take along of whom it is about; `kept` is known to the store."""
        person = self.who.person
        return Unsaved(
            person_id=person.id if person is not None and person.id != kept else None,
            number=self.who.number.text() if person is None else "",
            caret=self.caret,
            anonymous=self.who.anonymous,
        )

    def _on_protected(self, card: PersonCard) -> None:
        """The caller's number leaves the strip and the tab at once (DOMAIN §1.4, rule 3)."""
        if card.person.protected:
            self.point_then(lambda: None)

    @property
    def caret(self) -> Caret:
        """Where the operator writes, if that is in this part."""
        focus: QWidget | None = self.focusWidget()
        for name, field in self._named_fields().items():
            if focus and (field is focus or field.isAncestorOf(focus)):
                return Caret(name, caret_of(focus))
        return Caret()

    def go_to(self, caret: Caret) -> None:
        """Put the focus and the caret where they were."""
        field = self._named_fields().get(caret.field)
        if field is None or not field.isEnabled() or field.isHidden():
            self.take_focus()
            return
        focus_on(field)
        put_caret(self.focusWidget(), caret.at)

    def return_to_caret(self) -> None:
        """Go on where one was writing; begin where one has not begun."""
        last: QWidget | None = self.focusWidget()
        if last and last is not self and last.isEnabled() and last.isVisibleTo(self):
            last.setFocus()
        else:
            self.take_focus()

    def _named_fields(self) -> dict[str, QWidget]:
        """The fields by the names under which a place in them is kept."""
        return {NUMBER: self.who.number}

    @property
    def _placeable(self) -> bool:
        """Whether the part in the store can be given a note."""
        part = self.part
        return real(part) and part.entry_id is None and (part.open or part.note_due)

    def _place_then(self, entry_id: UUID, person_id: UUID, then: Next) -> None:
        """Say in the store that this is the part's note, if it does not know yet."""
        if not self._placeable:
            then()
            return
        noted = replace(self.part, entry_id=entry_id, person_id=person_id, note_due=False)
        verb = partial(self._services.calls.note_part, self.part.id, entry_id)
        self._tasks.run(self, verb, partial(self._on_part, noted, then), self._on_refused)

    def _close_as(self, outcome: str, then: Next) -> None:
        """Close the part with an outcome that no entry says, if there is one, then go on."""
        if not (outcome and self.part.open and real(self.part)):
            then()
            return
        verb = partial(self._services.calls.close_part, self.part.id, outcome)
        done = replace(self.part, outcome=outcome, closed_at=self._services.now())
        self._tasks.run(self, verb, partial(self._on_part, done, then), self._on_refused)

    def _on_part(self, part: Part, then: Next, _changes: Changes) -> None:
        self.renew(part)
        then()

    def _on_refused(self, error: KundcenterError) -> None:
        self.refused.emit(error)

    def _lay_out(self, right: QWidget, bar: QWidget, above: QWidget | None = None) -> None:
        """`above` is what may come over the person: there it moves no line of the note."""
        side = self._side
        side.setWidgetResizable(True)
        side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        side.setAccessibleName(self.tr("Patient"))
        held = spaced(QVBoxLayout(self._held), "l", "m")
        if above is not None:
            held.addWidget(above)
        held.addWidget(self.who)
        held.addStretch(1)  # a card would take its share of what is left over
        side.setWidget(self._held)
        self._held.installEventFilter(self)
        self._measure()
        across = spaced(QHBoxLayout(), gap="none")
        across.addWidget(side)
        across.addWidget(right, 1)
        whole = spaced(QVBoxLayout(self), gap="none")
        whole.addWidget(self.who.person_view.shield)  # never to be scrolled out of sight
        whole.addLayout(across, 1)
        whole.addWidget(bar)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What stands about the person may need more room than it had."""
        if watched is self._held and event.type() == QEvent.Type.LayoutRequest:
            self._measure()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and hasattr(self, "_side"):
            self._measure()

    def _measure(self) -> None:
        # Beyond that the note needs the room more, and a name may break into lines.
        scale = min(current().metrics.scale, WIDEST)
        bar = self._side.verticalScrollBar().sizeHint().width()
        needed = self._held.minimumSizeHint().width() + bar  # it is not scrolled sideways
        wide = max(round(WHO_WIDTH * scale), min(needed, self.width() // 2))
        if wide != self._side.maximumWidth():
            self._side.setFixedWidth(wide)


def state_of(part: Part) -> Badge:
    """How a part stands that nobody has looked at yet."""
    translate = QCoreApplication.translate
    if part.note_due:
        return Badge(translate("PartView", "Återstår"), ToneName.WARNING, "timer")
    if not part.open:
        return Badge(translate("PartView", "Klar"), ToneName.SUCCESS, "check")
    if part.entry_id is not None:
        return Badge(translate("PartView", "Sparad"), ToneName.INFO, "save")
    return Badge(translate("PartView", "Ny"), ToneName.NEUTRAL, "plus")
