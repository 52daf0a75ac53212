"""Where to, for one note: its need, the list for it, what was chosen, and the referral."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.domain.calendar import local
from kundcenter.domain.drafts import Unsaved
from kundcenter.domain.opened import OpenEntry
from kundcenter.domain.routing.destinations import Routes
from kundcenter.domain.routing.need import Need
from kundcenter.domain.routing.route import route
from kundcenter.domain.units import Unit, UnitKind
from ui.dialogs.sbar import SbarDialog
from ui.dialogs.unit import UnitCardDialog
from ui.directory_keeper import DirectoryKeeper
from ui.panels.guided import Guided, Terms, guided, terms_of
from ui.panels.note_form import NoteForm
from ui.panels.sending import Sending
from ui.panels.where_words import Shown, shown_of, title_of
from ui.panels.who import WhoPanel
from ui.services import Services, current_codes
from ui.tasks import Lane, Tasks
from ui.unit_source import KIND_OF, DirectoryUnits

SOON = 200  # ms after the last key; then the list is made anew


class NoteGuide(QObject):
    """Between the form, the person and the directory.  `units_known` when the units have come;
    `said` carries a sentence for a notice.
    """

    units_known = Signal()
    said = Signal(str)

    def __init__(
        self, tasks: Tasks, services: Services, form: NoteForm, who: WhoPanel, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._tasks, self._services, self._form, self._who = tasks, services, form, who
        self._codes = current_codes(services)
        self._keeper = DirectoryKeeper.of(tasks, services)
        self.sending = Sending(tasks, services, self._codes, parent)
        self._routes: Routes | None = None
        self._answers: Terms = ()  # the need that the routes are for
        self._guided = Guided()
        self._told: tuple[object, ...] = ()  # what the list was last held against
        self._focus_wanted = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self._ask)
        form.unit.box.setMaxVisibleItems(12)
        self._listen()
        self._on_directory()

    # -- what others ask -----------------------------------------------------------------------

    def begin(self) -> None:
        """A call has come: the units are wanted also where nobody keeps the directory."""
        if not self._keeper.loaded:
            self._tasks.run(self, self._services.units.all, self._show_units, lambda _: None)

    def ask(self) -> None:
        """Open the list, or go to it; from the list itself back to the outcome."""
        where = self._form.where
        if not self._form.isVisible() or not self._form.isEnabled():
            return
        if where.open and where.isAncestorOf(self._form.focusWidget()):
            where.put_away()
            return
        self._focus_wanted = True
        where.ask()

    def show_unit(self) -> None:
        """The whole card of the unit that is chosen, else of the one the patient is listed at."""
        form = self._form
        unit_id = (form.unit.value if form.unit.isVisible() else None) or form.where.listed.value
        if unit_id is not None:
            parent = form.window()
            UnitCardDialog(self._tasks, self._services, UUID(unit_id), parent=parent).open()
        elif form.unit.isVisible():
            form.unit.setFocus()

    def with_choice(self, unsaved: Unsaved) -> Unsaved:
        """With the place in the list that was chosen, which no field of a note says."""
        return replace(unsaved, rules=self._guided.rules, rank=self._guided.rank)

    def restore(self, unsaved: Unsaved) -> None:
        """What was chosen before the program died, in the list of that time."""
        note = unsaved.note
        if unsaved.rules:
            terms, rules, rank = (note.urgency, note.reason), unsaved.rules, unsaved.rank
            self._guided = Guided(note.outcome, note.unit_id, terms, rules, rank, restored=True)

    def signed(self, entry_id: UUID) -> None:
        """The note has been signed: where it guides to, a referral is made."""
        self._look_at_choice()
        self.sending.send(entry_id, self._form.note, self._guided)

    def hand_over(self, entry_id: UUID) -> None:
        """Read the saved entry to whoever takes the patient over."""
        self._look_at_choice()
        ranked = (self._guided.rules, self._guided.rank)
        window = self._form.window()
        dialog = SbarDialog(self._tasks, self._services, entry_id, ranked, parent=window)
        dialog.said.connect(self.said)
        dialog.open()

    def opened(self, opened: OpenEntry) -> None:
        """A saved note has come back: a signed one of one's own may still lack its referral."""
        if opened.mine and opened.latest.signed:
            self.sending.look(opened.entry.id, opened.latest.note)

    # -- the need and the list -----------------------------------------------------------------

    def _need(self) -> Need:
        note, person, now = self._form.note, self._who.person, self._services.now()
        where = self._form.where
        listed = UUID(where.listed.value) if where.listed.value else None
        card = self._keeper.unit(listed)
        place = where.place.value or (card.unit.municipality if card is not None else "")
        sex = None
        if person is not None:
            sex = person.sex or person.person_id.sex
        return Need(
            urgency=note.urgency,
            at=now,
            age=person.age(local(now).date()) if person is not None else None,
            sex=sex,
            reason=note.reason,
            listed=listed,
            municipality=place,
        )

    def _ask(self) -> None:
        """Have the list made, off this thread."""
        view, need = self._keeper.view, self._need()
        wanted = self._form.where.open or (view.rules is not None and bool(need.urgency))
        if not self._keeper.loaded or not wanted or self._form.isHidden():
            return
        work = partial(
            route,
            need,
            self._keeper.directory,
            view.redirects,
            view.rules,
            way_minutes=self._services.guiding.way_minutes,
            within=self._codes.deadlines,
        )
        then = partial(self._on_routes, terms_of(need))
        self._tasks.run(self, work, then, lane=Lane.OUTSIDE, topic="route")

    def _on_routes(self, terms: Terms, routes: Routes) -> None:
        self._routes, self._answers = routes, terms
        self._look_at_choice()
        self._show()
        if self._focus_wanted and self._form.where.open:
            self._focus_wanted = False
            QTimer.singleShot(0, self._form.where, self._form.where.take_focus)  # when laid out

    def _show(self) -> None:
        where = self._form.where
        if not where.open:
            return
        if self._routes is None:
            where.show_routes(Shown(missing=self.tr("Katalogen har inte kommit än.")))
            return
        rules, now = self._keeper.rules, self._services.now()
        where.show_routes(shown_of(self._routes, rules, self._codes, self._form.note, now))

    # -- what is chosen ------------------------------------------------------------------------

    def _on_picked(self, place: int) -> None:
        """Outcome and unit at once; a reason is asked for where it is not the first."""
        if self._routes is None or place > len(self._routes.destinations):
            return
        chosen = self._routes.destinations[place - 1]
        unit_id = chosen.unit.id if chosen.unit is not None else None
        self._guided = Guided()  # as if nothing had been chosen
        self._form.send_to(chosen.outcome, unit_id)
        self._look_at_choice()
        if self._form.deviating.asking and not self._form.note.deviation:
            self._form.deviating.take_focus()
            self._form.where.hide()
        else:
            self._form.where.hide()
            self._form.go_to("advice")

    def _look_at_choice(self) -> None:
        """Hold what the note says against the list, and ask why it is something else."""
        form = self._form
        note, terms = form.note, terms_of(self._need())
        fresh = self._routes if self._answers == terms else None
        known = self._guided.same(note, terms) and bool(self._guided.rules)
        if not known or (self._guided.first is None and fresh is not None):
            found = guided(note, terms, fresh)
            # What came back after a restart keeps the place it had then.
            self._guided = replace(self._guided, first=found.first) if known else found
        first = self._guided.first
        complete = note.unit_id is not None or not self._needs_unit(note.outcome)
        if self._guided.deviates and complete and first is not None:
            title = title_of(first, self._codes)
            form.deviating.ask(title, note.deviation, note.deviation_reason)
        elif self._guided.rules or not note.outcome:
            self._stay()
        self._warn_of_unit()

    def _stay(self) -> None:
        """Nothing deviates: what was told here of a deviation is taken back."""
        form = self._form
        if form.deviating.asking:
            form.deviating.put_away()
            if form.note.deviation and form.note.deviation_reason == form.deviating.instead:
                form.deviate("", "")

    def _on_told(self, code: str, words: str) -> None:
        self._form.deviate(code, words)

    def _needs_unit(self, outcome: str) -> bool:
        return any(each.unit_required for each in self._codes.outcomes if each.code == outcome)

    def _warn_of_unit(self) -> None:
        """A unit that takes nobody just now: said at the field, and nobody is stopped."""
        chosen = self._form.note.unit_id
        order, card = self._keeper.redirect_of(chosen), self._keeper.unit(chosen)
        words = ""
        if order is not None:
            to = self._keeper.name(order.to_id)
            words = self.tr("Enheten tar inte emot nu: {reason}").format(reason=order.reason)
            if to:
                words = self.tr("Omdirigerad till {unit}: {reason}").format(
                    unit=to, reason=order.reason
                )
        elif card is not None and card.retired_at is not None:
            words = self.tr("Enheten tar inte längre emot patienter.")
        self._form.unit.warn(words)

    # -- what happens --------------------------------------------------------------------------

    def _listen(self) -> None:
        form = self._form
        form.edited.connect(self._on_edited)
        form.shown.connect(self._on_edited)
        form.where.asked.connect(self._on_asked)
        form.where.told.connect(self._on_told_of_patient)
        form.where.picked.connect(self._on_picked)
        form.where.left.connect(lambda: form.go_to("outcome"))
        form.ask_where.clicked.connect(self.ask)
        form.deviating.told.connect(self._on_told)
        form.deviating.done.connect(lambda: form.go_to("advice"))
        self._who.identified.connect(lambda _: self._on_edited())
        self._who.forgotten.connect(self._on_forgotten)
        self._keeper.changed.connect(self._on_directory)
        self._keeper.aged.connect(self._on_aged)

    def _on_edited(self) -> None:
        form, person = self._form, self._who.person
        told = (
            form.urgency.value, form.reason.value, form.outcome.value, form.unit.value,
            form.more.deviation.value, form.isHidden(), person,
        )  # fmt: skip
        if told == self._told:
            return  # a letter more in a text is nothing to the list
        self._told = told
        self._look_at_choice()
        self._show()
        self._soon.start()

    def _on_asked(self) -> None:
        self._show()
        self._soon.stop()
        self._ask()

    def _on_told_of_patient(self) -> None:
        """After Enter the list is what one looks at; whoever left by Tab is somewhere else."""
        self._focus_wanted = self._form.where.being_told
        self._on_asked()

    def _on_forgotten(self) -> None:
        self._form.where.forget_patient()
        self._on_edited()

    def _on_aged(self) -> None:
        if self._form.isVisible():
            self._ask()

    def _on_directory(self) -> None:
        keeper, form = self._keeper, self._form
        if not keeper.loaded:
            return
        directory = keeper.directory
        primary = UnitKind.PRIMARY_CARE
        form.where.listed.find_in(DirectoryUnits(directory, lambda: primary, only=True))
        towns = {card.unit.municipality for card in directory.cards if card.unit.municipality}
        form.where.offer_places(sorted(towns))
        units = tuple(card.unit for card in directory.cards)
        form.show_units(units, DirectoryUnits(directory, self._kind))
        self.units_known.emit()
        self._ask()

    def _show_units(self, units: tuple[Unit, ...]) -> None:
        if not self._keeper.loaded:
            self._form.show_units(units)
            self.units_known.emit()

    def _kind(self) -> UnitKind | None:
        return KIND_OF.get(self._form.outcome.value or "")
