"""The fields of a note, in the order in which it is written down."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kundcenter.domain.composition import Section, compose
from kundcenter.domain.journal import Answer, Finding, Note, Relation
from kundcenter.domain.triage import CodeSet
from kundcenter.domain.triage import Tick as TickCode
from kundcenter.domain.units import Unit
from ui.actions import Action, words_of
from ui.badges import urgency_badge
from ui.labels import label
from ui.panels.deviation import DeviationRow
from ui.panels.note_keys import FIELD_KEYS
from ui.panels.note_more import MoreFields, choices
from ui.panels.note_places import NotePlaces
from ui.panels.note_ticks import Tick, Ticks
from ui.panels.where_to import WhereTo
from ui.theme.space import spaced
from ui.unit_source import unit_option
from ui.widgets.beside import Beside
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.check import Check
from ui.widgets.choice_row import Choice, ChoiceRow
from ui.widgets.combo import Combo, Option
from ui.widgets.field import Field
from ui.widgets.found_box import FoundCombo, Listed, OptionSource
from ui.widgets.text_area import TextArea


class NoteForm(NotePlaces):
    """Every field of a Note.  `edited` at each change by the operator, `shown` when another note
    stands in it.
    """

    edited = Signal()
    shown = Signal()

    def __init__(self, codes: CodeSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._codes = codes
        self._base = Note()
        self._units: tuple[Unit, ...] = ()
        self._course_offered = False
        self._make_the_story()
        self._make_the_advice()
        self._lay_out()
        self._listen()
        self.show_note(Note())

    # -- what stands in it ---------------------------------------------------------------------

    @property
    def note(self) -> Note:
        """The note as it stands in the fields."""
        # As long as nobody knows the units, the saved one is the chosen one.
        kept = self._base.unit_id if not self._units else None
        unit = self.unit.value or (str(kept) if kept else None)
        known = [found.code for found in self._codes.findings]
        asked = self.findings.ticked
        return self.more.written_into(
            replace(
                self._base,
                informant=Relation(self.informant.value or Relation.SELF),
                informant_name=self.informant_name.text() if self._names_informant else "",
                reason=self.reason.value or "",
                course=self.course.value or "",
                findings=tuple(
                    Finding(code, Answer(asked[code])) for code in known if code in asked
                ),
                history=self.history.text(),
                background=self.background.text(),
                assessment=self.assessment.text(),
                urgency=self.urgency.value or "",
                outcome=self.outcome.value or "",
                unit_id=UUID(unit) if unit and self._needs_unit else None,
                advice_ticks=_in_order(self._codes.advice, self.advice_ticks),
                advice=self.advice.text(),
                call_back_ticks=_in_order(self._codes.call_back, self.call_back_ticks),
                call_back_if=self.call_back_if.text(),
                understood=self.understood.isChecked(),
                patient_view=self.patient_view.value or "",
                patient_view_text=self.patient_view_text.text() if self._view_has_text else "",
            )
        )

    def show_note(self, note: Note) -> None:
        """Fill the fields in with a note that was saved, or an empty one."""
        self._base = replace(note, codes="")
        self.informant.choose(note.informant)
        self.informant_name.set_text(note.informant_name)
        self.reason.choose(note.reason or None)
        self.course.choose(note.course)
        self.history.set_text(note.history)
        self.background.set_text(note.background)
        self.assessment.set_text(note.assessment)
        self.urgency.choose(note.urgency or None)
        self.outcome.choose(note.outcome or None)
        self.unit.choose(str(note.unit_id) if note.unit_id else None)
        self.advice.set_text(note.advice)
        self.call_back_if.set_text(note.call_back_if)
        self.understood.setChecked(note.understood)
        self.patient_view.choose(note.patient_view)
        self.patient_view_text.set_text(note.patient_view_text)
        ticked = {found.code: Tick(found.answer) for found in note.findings}
        self._offer_ticks(note.reason, {*ticked, *note.advice_ticks, *note.call_back_ticks})
        self.findings.show_ticks(ticked)
        self.advice_ticks.show_ticks(dict.fromkeys(note.advice_ticks, Tick.YES))
        self.call_back_ticks.show_ticks(dict.fromkeys(note.call_back_ticks, Tick.YES))
        self.more.show_note(note)
        self.show_more(not self.more.empty())
        self._show_what_is_asked()
        self.shown.emit()

    def follow(self, entry_id: UUID, course: str = "") -> None:
        """The note is about the same as an earlier entry; `course` is a code of the set."""
        self._base = replace(self._base, follows=entry_id)
        self.course.choose(course)
        self._on_edited()

    def follow_nothing(self) -> None:
        """The note is about somebody else than the entry it was compared with."""
        if self._base.follows is not None or self.course.value:
            self._base = replace(self._base, follows=None)
            self.course.choose("")
            self._on_edited()

    def offer_course(self, offered: bool) -> None:
        """Whether there is an earlier contact that the trouble can be worse or better than."""
        self._course_offered = offered
        self._show_what_is_asked()

    def show_units(self, units: tuple[Unit, ...], source: OptionSource | None = None) -> None:
        """The units that callers can be guided to, and where they are found by typing."""
        self._units = units
        chosen = self._base.unit_id
        self.unit.find_in(source or Listed([unit_option(unit) for unit in units]))
        if chosen and self.unit.value is None:
            self.unit.choose(str(chosen))

    def send_to(self, outcome: str, unit_id: UUID | None) -> None:
        """Guide there, as the operator would by both fields."""
        self.outcome.choose(outcome)
        self.unit.choose(str(unit_id) if unit_id else None)
        for field in (self.outcome, self.unit):
            field.clear_error()
        self._on_edited()

    def deviate(self, code: str, reason: str) -> None:
        """Say that the suggestion is not followed, and why; an empty code takes it back."""
        self.more.deviate(code, reason)
        self._on_edited()

    def cite(self, topic: str, version: str) -> None:
        """The decision support that was looked up; it documents, and decides nothing."""
        self.more.cite(topic, version)
        self._on_edited()

    @property
    def units(self) -> tuple[Unit, ...]:
        return self._units

    @property
    def sections(self) -> tuple[Section, ...]:
        """The text that the note gives as it stands."""
        note = self.note
        unit = next((each for each in self._units if each.id == note.unit_id), None)
        return compose(note, self._codes, unit)

    # -- fields --------------------------------------------------------------------------------

    def _make_the_story(self) -> None:
        codes = self._codes
        self.reason = Combo(
            self.tr("Kontaktorsak"),
            [Option(reason.code, reason.label) for reason in codes.reasons],
            keys=Action.REASON,
            placeholder=self.tr("Skriv en del av ordet"),
            parent=self,
        )
        self.informant = Combo(
            self.tr("Uppgiftslämnare"),
            [Option(relation, label(relation)) for relation in Relation],
            keys=FIELD_KEYS["informant"],
            parent=self,
        )
        self.informant_name = Field(self.tr("Uppgiftslämnarens namn"), longest=300, parent=self)
        self.course = ChoiceRow(
            self.tr("Sedan förra kontakten"),
            choices(self.tr("Inte sagt"), codes.courses),
            parent=self,
        )
        asked = {
            Tick.NONE: self.tr("inte frågat"),
            Tick.YES: label(Answer.PRESENT),
            Tick.NO: label(Answer.ABSENT),
        }
        self.findings = Ticks(
            self.tr("Frågor: J för ja, N för nej"),
            asked,
            keys=FIELD_KEYS["findings"],
            parent=self,
        )
        self.history = TextArea(
            self.tr("Symtom och anamnes"), keys=Action.HISTORY, fewest=3, parent=self
        )
        self.background = TextArea(
            self.tr("Bakgrund"),
            placeholder=self.tr("Sjukdomar, läkemedel, överkänslighet, graviditet"),
            fewest=1,
            parent=self,
        )
        self.assessment = TextArea(
            self.tr("Bedömning"), keys=Action.ASSESSMENT, fewest=2, parent=self
        )
        self.urgency = ChoiceRow(
            self.tr("Hur bråttom"),
            [Choice(u.code, urgency_badge(u.code, u.label)) for u in codes.urgencies],
            keys=Action.URGENCY,
            parent=self,
        )
        self.outcome = Combo(
            self.tr("Hänvisning"),
            [Option(outcome.code, outcome.label) for outcome in codes.outcomes],
            keys=Action.OUTCOME,
            placeholder=self.tr("Skriv en del av ordet"),
            parent=self,
        )
        self.unit = FoundCombo(
            self.tr("Enhet"), placeholder=self.tr("Skriv en del av namnet"), parent=self
        )
        self.ask_where = Button(
            words_of(Action.ROUTE), ButtonKind.QUIET, icon="pin", keys=Action.ROUTE, parent=self
        )
        self.where = WhereTo(codes, parent=self)
        self.deviating = DeviationRow(codes, parent=self)

    def _make_the_advice(self) -> None:
        given = {Tick.NONE: self.tr("inte sagt"), Tick.YES: self.tr("sagt")}
        self.advice_ticks = Ticks(self.tr("Råd som gavs"), given, parent=self)
        self.advice = TextArea(
            self.tr("Råd och information"),
            keys=Action.ADVICE,
            placeholder=self.tr("Råd som gavs, med egna ord"),
            fewest=2,
            parent=self,
        )
        self.call_back_ticks = Ticks(
            self.tr("Återkom om…"), given, keys=FIELD_KEYS["call_back_if"], parent=self
        )
        self.call_back_if = TextArea(
            self.tr("Återkom om, med egna ord"),
            placeholder=self.tr("När den som ringer ska höra av sig igen"),
            fewest=1,
            parent=self,
        )
        self.understood = Check(self.tr("Sammanfattat och förstått"), parent=self)
        self.patient_view = ChoiceRow(
            self.tr("Patientens inställning"),
            choices(self.tr("Inte sagt"), self._codes.patient_views),
            keys=FIELD_KEYS["patient_view"],
            parent=self,
        )
        self.patient_view_text = TextArea(
            self.tr("Vad patienten vill, eller avstår från och varför"),
            fewest=1,
            parent=self,
        )
        self.more = MoreFields(self._codes, parent=self)
        self.unfold = Button(self.tr("Beslutsstöd och tolk"), icon="chevron-down", parent=self)

    def _lay_out(self) -> None:
        column = spaced(QVBoxLayout(self), gap="l")
        column.addWidget(Beside(self.reason, self.informant, parent=self))
        for part in (self.informant_name, self.course, self.findings, self.history):
            column.addWidget(part)
        for told in (self.background, self.assessment, self.urgency):
            column.addWidget(told)
        column.addWidget(Beside(self.outcome, self.unit, parent=self))
        for guiding in (self.deviating, self.where):
            column.addWidget(guiding)
        column.addWidget(self.ask_where, 0, Qt.AlignmentFlag.AlignLeft)
        for given in (self.advice_ticks, self.advice, self.call_back_ticks, self.call_back_if):
            column.addWidget(given)
        column.addWidget(self.understood)
        for beneath in (self.patient_view, self.patient_view_text, self.unfold, self.more):
            column.addWidget(beneath)
        column.addStretch()

    def _listen(self) -> None:
        self.reason.chosen.connect(self._on_reason)
        for combo in (self.informant, self.outcome, self.unit):
            combo.chosen.connect(self._on_edited)
        for row in (self.urgency, self.course, self.patient_view):
            row.chosen.connect(self._on_edited)
        for ticks in (self.findings, self.advice_ticks, self.call_back_ticks):
            ticks.changed.connect(self._on_ticked)
        for area in (
            self.history,
            self.background,
            self.assessment,
            self.advice,
            self.call_back_if,
            self.patient_view_text,
            self.informant_name,
        ):
            area.changed.connect(self._on_edited)
        self.understood.clicked.connect(self._on_edited)
        self.more.edited.connect(self._on_edited)
        self.unfold.clicked.connect(lambda: self.show_more(self.more.isHidden()))

    def _on_reason(self, reason: str) -> None:
        self._offer_ticks(
            reason, {*self.findings.ticked, *self.advice_ticks.ticked, *self.call_back_ticks.ticked}
        )
        self._on_edited()

    def _on_ticked(self) -> None:
        for area in (self.history, self.advice, self.call_back_if):
            area.clear_error()  # a ticked sentence is text too
        self._on_edited()

    def _on_edited(self) -> None:
        self._show_what_is_asked()
        self.edited.emit()

    def _offer_ticks(self, reason: str, ticked: set[str]) -> None:
        """The boxes of the reason, and those of another that are ticked: nothing gets lost."""
        codes = self._codes
        asked = {found.code for found in codes.findings_of(reason)} | ticked
        self.findings.set_options(
            [Option(f.code, f.label) for f in codes.findings if f.code in asked]
        )
        for ticks, offered, known in (
            (self.advice_ticks, codes.advice_of(reason), codes.advice),
            (self.call_back_ticks, codes.call_back_of(reason), codes.call_back),
        ):
            shown = {tick.code for tick in offered} if reason else set()
            ticks.set_options([Option(t.code, t.label) for t in known if t.code in shown | ticked])

    @property
    def _names_informant(self) -> bool:
        return self.informant.value not in (None, Relation.SELF)

    @property
    def _needs_unit(self) -> bool:
        code = self.outcome.value
        return bool(code) and self._codes.outcome(str(code)).unit_required

    @property
    def _view_has_text(self) -> bool:
        code = self.patient_view.value
        return bool(code) and self._codes.patient_view(str(code)).text_required

    @property
    def _calls_back(self) -> bool:
        note = replace(Note(), urgency=self.urgency.value or "", outcome=self.outcome.value or "")
        told = self.call_back_if.text().strip() or self.call_back_ticks.ticked
        return "call_back_if" in note.missing(self._codes) or bool(told)

    def _show_what_is_asked(self) -> None:
        self.informant_name.setVisible(self._names_informant)
        self.unit.setVisible(self._needs_unit)
        followed = self._base.follows is not None or bool(self.course.value)
        self.course.setVisible(self._course_offered or followed)
        self.findings.setVisible(bool(self.findings.grid.boxes))
        self.advice_ticks.setVisible(bool(self.advice_ticks.grid.boxes))
        calls_back = self._calls_back
        self.call_back_ticks.setVisible(calls_back and bool(self.call_back_ticks.grid.boxes))
        self.call_back_if.setVisible(calls_back)
        self.patient_view_text.setVisible(self._view_has_text)


def _in_order(known: tuple[TickCode, ...], ticks: Ticks) -> tuple[str, ...]:
    return tuple(tick.code for tick in known if tick.code in ticks.ticked)
