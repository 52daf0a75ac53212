"""One turn on the roster: who works, as what, from when until when, with which breaks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.domain.access import Role
from kundcenter.domain.calendar import local
from kundcenter.domain.supervision.roster_files import (
    by_clock,
    read_breaks,
    read_clock,
    read_day,
    shown_breaks,
)
from kundcenter.domain.supervision.roster_sheets import Unfit
from kundcenter.domain.supervision.roster_terms import Pattern, breaks_fit, varied
from kundcenter.domain.supervision.work_turns import TurnPlan, WorkTurn, clock_within, planned
from kundcenter.domain.text import LINE_LIMIT
from kundcenter.errors import KundcenterError
from ui.labels import label
from ui.services import Services
from ui.supervision.roster_week import Week
from ui.supervision.roster_words import day_words, hours_words, pattern_words, worked_of
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.look import current
from ui.widgets.beside import Beside
from ui.widgets.buttons import Button
from ui.widgets.combo import Combo, Option
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.labelled import Labelled
from ui.widgets.text import Text

WIDE = 680  # pixels
OWN = ""  # the pattern of a turn that has none


class WorkTurnDialog(Dialog):
    """A new turn, or one that is there.  `said` carries a sentence."""

    said = Signal(str)

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        week: Week,
        turn: WorkTurn | None = None,
        *,
        person: UUID | None = None,
        day: date,
        role: Role | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`person`, `day` and `role` are what a new one begins with."""
        translate = QCoreApplication.translate
        super().__init__(
            translate("WorkTurnDialog", "Ändra passet")
            if turn is not None
            else translate("WorkTurnDialog", "Nytt pass"),
            primary=translate("WorkTurnDialog", "Spara"),
            parent=parent,
        )
        self._tasks, self._services, self._week = tasks, services, week
        self.turn = turn
        self._sure = False
        self._make_fields()
        if turn is not None:
            self.erase = Button(self.tr("Ta bort passet"), icon="trash")
            self.erase.clicked.connect(self._remove)
            self.add_act(self.erase)
        self._listen()
        self.setMinimumWidth(round(WIDE * current().metrics.scale))
        if turn is None:
            self._begin_new(person, day, role)
        else:
            self._fill(turn.plan)
        self._show_sum()

    def _make_fields(self) -> None:
        self._people = {
            str(each.id): each
            for each in self._week.people
            if (each.roles and not each.left) or self._is_whose(each.id)
        }
        self.person = Combo(
            self.tr("Vem"), [Option(id, each.name) for id, each in self._people.items()]
        )
        self.role = Combo(self.tr("Arbetar som"))
        used = [e for e in self._week.patterns if not e.ended or self._has_code(e.code)]
        self._patterns = {each.code: each for each in used}
        self.pattern = Combo(
            self.tr("Skift"),
            [Option(each.code, pattern_words(each)) for each in used]
            + [Option(OWN, self.tr("Egna tider"))],
        )
        self.day = Field(self.tr("Dag"), longest=10, help=self.tr("Dagen då passet börjar."))
        self.starts = Field(self.tr("Börjar"), longest=5)
        self.ends = Field(self.tr("Slutar"), longest=5)
        self.breaks = Field(
            self.tr("Raster och pauser"),
            longest=LINE_LIMIT,
            help=self.tr("Som RAST 12:00 45, PAUS 14:15 15, eller inga."),
        )
        self.comment = Field(self.tr("Anmärkning"), longest=LINE_LIMIT)
        self.sum = Text("", wrap=True)
        for part in (
            Beside(self.person, self.role),
            Beside(self.day, self.pattern),
            Beside(self.starts, self.ends),
            self.breaks,
            self.comment,
            self.sum,
        ):
            self.body.addWidget(part)

    def _is_whose(self, id: UUID) -> bool:
        return self.turn is not None and self.turn.operator_id == id

    def _has_code(self, code: str) -> bool:
        return self.turn is not None and self.turn.pattern == code

    def _listen(self) -> None:
        self.person.chosen.connect(lambda _: self._offer_roles(None))
        self.pattern.chosen.connect(self._take_pattern)
        for field in (self.day, self.starts, self.ends, self.breaks):
            field.changed.connect(lambda _: self._show_sum())
        self.confirmed.connect(self._save)

    # -- what it begins with -------------------------------------------------------------------

    def _begin_new(self, person: UUID | None, day: date, role: Role | None) -> None:
        self.person.choose(str(person) if str(person) in self._people else None)
        self._offer_roles(role)
        self.day.set_text(day.isoformat())
        usual = [each for each in self._patterns.values() if each.usual_on(day)]
        first = next(iter(usual or self._patterns.values()), None)
        self.pattern.choose(first.code if first is not None else OWN)
        self._take_pattern(self.pattern.value or OWN)

    def _fill(self, plan: TurnPlan) -> None:
        self.person.choose(str(plan.operator_id))
        self._offer_roles(plan.role)
        self.day.set_text(plan.day.isoformat())
        self.pattern.choose(plan.pattern)
        self.starts.set_text(f"{local(plan.starts_at):%H:%M}")
        self.ends.set_text(f"{clock_within(plan.starts_at, plan.ends_at):%H:%M}")
        self.breaks.set_text(shown_breaks(by_clock(plan)))
        self.comment.set_text(plan.comment)

    def _offer_roles(self, role: Role | None) -> None:
        person = self._people.get(self.person.value or "")
        roles = person.roles if person is not None else ()
        self.role.set_options([Option(each, label(each)) for each in roles])
        wanted = role if role in roles else None
        if wanted is None and len(roles) == 1:
            wanted = roles[0]
        if wanted is not None:
            self.role.choose(wanted)

    def _take_pattern(self, code: str) -> None:
        """Its times and breaks; whoever wants others writes over them."""
        pattern = self._patterns.get(code)
        if pattern is not None:
            self.starts.set_text(f"{pattern.starts:%H:%M}")
            self.ends.set_text(f"{pattern.ends:%H:%M}")
            self.breaks.set_text(shown_breaks(pattern.breaks))
        self._show_sum()

    # -- what is written -----------------------------------------------------------------------

    def plan(self) -> TurnPlan | None:
        """What is written; None when something is wrong, which is said at its field."""
        person = self._people.get(self.person.value or "")
        if person is None:
            self._wrong(self.person, self.tr("Välj vem som arbetar."))
            return None
        role = self.role.value
        if role is None:
            self._wrong(self.role, self.tr("Välj vad personen arbetar som."))
            return None
        day = read_day(self.day.text().strip())
        if day is None:
            self._wrong(self.day, self.tr("Skriv dagen som 2026-11-23."))
            return None
        worked = self._worked()
        if worked is None:
            return None
        plan = planned(worked, day, person.id, Role(role))
        return replace(plan, comment=self.comment.text())

    def _worked(self) -> Pattern | None:
        starts, ends = _clock(self.starts.text()), _clock(self.ends.text())
        for field, read in ((self.starts, starts), (self.ends, ends)):
            if read is None:
                self._wrong(field, self.tr("Skriv tiden som 07:00."))
                return None
        try:
            breaks = read_breaks(" ".join(self.breaks.text().split()))
        except Unfit:
            self._wrong(self.breaks, self.tr("Skriv som RAST 12:00 45, PAUS 14:15 15."))
            return None
        worked = varied(self._patterns.get(self.pattern.value or OWN), starts, ends, breaks)
        if not breaks_fit(worked):
            words = self.tr("Rasterna måste ligga inom passet och får inte överlappa varandra.")
            self._wrong(self.breaks, words)
            return None
        return worked

    def _show_sum(self) -> None:
        """How long it is, as soon as that can be told; the nights when clocks are moved too."""
        day, starts = read_day(self.day.text().strip()), _clock(self.starts.text())
        ends = _clock(self.ends.text())
        if day is None or starts is None or ends is None:
            self.sum.setText("")
            return
        try:
            breaks = read_breaks(" ".join(self.breaks.text().split()))
        except Unfit:
            self.sum.setText("")
            return
        worked = varied(self._patterns.get(self.pattern.value or OWN), starts, ends, breaks)
        plan = planned(worked, day, UUID(int=0), Role.NURSE)
        words = self.tr("{day}: {lasts}, varav arbetstid {worked}.")
        self.sum.setText(
            words.format(
                day=day_words(day).capitalize(),
                lasts=hours_words(plan.ends_at - plan.starts_at),
                worked=hours_words(worked_of(plan)),
            )
        )

    def _save(self) -> None:
        plan = self.plan()
        if plan is None:
            return
        self.set_busy(True)
        turn = self.turn
        verb = partial(
            self._services.roster.put,
            turn.id if turn is not None else None,
            plan,
            upon=turn.number if turn is not None else 0,
        )
        words = self.tr("Passet är sparat: {day}.").format(day=day_words(plan.day))
        self._tasks.run(self, verb, lambda _: self._done(words), self._refuse)

    def _remove(self) -> None:
        """The same button again is meant."""
        assert self.turn is not None
        if not self._sure:
            self._sure = True
            words = self.tr("Tryck en gång till för att ta bort passet.")
            self.person.warn(words)
            return
        self.set_busy(True)
        verb = partial(self._services.roster.remove, self.turn.id, upon=self.turn.number)
        words = self.tr("Passet är borttaget: {day}.").format(day=day_words(self.turn.day))
        self._tasks.run(self, verb, lambda _: self._done(words), self._refuse)

    def _done(self, words: str) -> None:
        self.said.emit(words)
        self.accept()

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        fields: dict[str, Labelled] = {
            "role": self.role,
            "starts_at": self.starts,
            "ends_at": self.ends,
            "breaks": self.breaks,
            "comment": self.comment,
        }
        self._wrong(fields.get(str(error.facts.get("field")), self.person), sentence(error))

    def _wrong(self, field: Labelled, words: str) -> None:
        field.show_error(words)
        field.setFocus()
        self.make_room()


def _clock(text: str) -> time | None:
    try:
        return read_clock(text.strip())
    except Unfit:
        return None
