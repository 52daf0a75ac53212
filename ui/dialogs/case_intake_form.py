"""The whole form of a matter that is taken in, read as the facts and the draft of a case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kundcenter.domain.access import Function
from kundcenter.domain.calendar import at_clock, local
from kundcenter.domain.case_codes import (
    AnswerBy,
    CaseChannel,
    CaseKind,
    Complainant,
    Duty,
    Injury,
    Recipient,
    Said,
)
from kundcenter.domain.case_fields import is_address
from kundcenter.domain.case_routing import Wish
from kundcenter.domain.cases import CaseDraft, CaseFacts
from kundcenter.domain.people import Person
from kundcenter.domain.phone_numbers import PhoneNumberInvalid, parse
from ui.caller_day import read_day
from ui.dialogs.case_intake_parts import Answer, IntakeAbout, Kept, Part, Telling, What, Who
from ui.directory_keeper import DirectoryKeeper
from ui.event_day import read_event
from ui.labels import label
from ui.numbers import shown_number
from ui.people import name_of
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.beside import Beside
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.combo import Combo, Option
from ui.widgets.field import Field
from ui.widgets.labelled import Labelled
from ui.widgets.text import Glyph, Text
from ui.widgets.tick_row import TickRow

ADULT = 18  # years
LONG_AGO = timedelta(days=3660)  # a day that long ago was mistyped
_NAMED = {"event": "happened", "received_at": "received"}  # where a fact has another name here
CHANNELS = (CaseChannel.TELEPHONE, CaseChannel.LETTER, CaseChannel.EMAIL, CaseChannel.VISIT)


class CaseForm(Part):
    """`find_wanted` asks for a person to be looked up."""

    find_wanted = Signal()

    def __init__(
        self, keeper: DirectoryKeeper, about: IntakeAbout, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._keeper, self._about = keeper, about
        self.person: Person | None = None
        self.telling, self.who, self.what, self.answer = Telling(), Who(), What(keeper), Answer()
        self.channel = Combo(
            self.tr("Hur det kom in"), [Option(each, label(each)) for each in CHANNELS]
        )
        self.channel.choose(CaseChannel.TELEPHONE)
        day = self._yesterday
        self.received = Field(
            self.tr("Kom in den"),
            longest=40,
            help=self.tr("Tomt: nu. Annars som {day}.").format(day=f"{day.day}/{day.month}"),
        )
        self._came = Beside(self.channel, self.received)
        self._come = self._laid_person()
        self._fill()
        self.lay(self._come, self._came)
        for part in (self.telling, self.who, self.what, self.answer):
            self.column.addWidget(part)
            part.changed.connect(self._on_changed)
        self.hear((self.channel, self.received))
        self.channel.chosen.connect(lambda _: self._propose_confirmation())
        self.answer.answer_by.chosen.connect(lambda _: self._propose_confirmation())
        for row in (each for each in self.kept().values() if isinstance(each, ChoiceRow)):
            row.struck.connect(partial(self._go_on, row))
        self._propose_confirmation()
        self.show_parts()

    def kept(self) -> Mapping[str, Kept]:
        """Everything that is asked, by names that last: what a crash may not take."""
        named: dict[str, Kept] = {}
        for part in (self.telling, self.who, self.what, self.answer, self):
            for name, each in vars(part).items():
                if isinstance(each, Kept) and not name.startswith("_"):
                    named[name] = each
        return named

    @property
    def _yesterday(self) -> date:
        """A day that can be written: an example that is still to come is refused."""
        return local(self._keeper.now).date() - timedelta(days=1)

    # -- whom it is about ----------------------------------------------------------------------

    def _laid_person(self) -> QWidget:
        whole = QWidget()
        row = spaced(QHBoxLayout(whole), gap="s")
        self._about_whom = Text("", Type.STRONG, wrap=True)
        self.seek = Button(self.tr("Sök patienten"), ButtonKind.QUIET, icon="search")
        self.seek.clicked.connect(self.find_wanted)
        self.nobody = Button(self.tr("Ta bort patienten"), ButtonKind.QUIET, icon="close")
        self.nobody.clicked.connect(lambda: self.take_person(None))
        row.addWidget(Glyph("person", "muted"))
        row.addWidget(self._about_whom, 1)
        row.addWidget(self.seek)
        row.addWidget(self.nobody)
        return whole

    def take_person(self, person: Person | None) -> None:
        """It is about this patient, or about nobody who is known here."""
        self.person = person
        who = self.who
        if person is not None:
            age = person.age(local(self._keeper.now).date())
            if age is not None:
                who.child.choose(Said.YES if age < ADULT else Said.NO)
            if person.protected:
                who.protected.choose(Said.YES)
            if person.language and not who.language.text():
                who.language.set_text(person.language)
        self._on_changed()

    def _fill(self) -> None:
        about = self._about
        if about.number:
            self.answer.number.set_text(shown_number(about.number))
        if about.unit_id is not None:
            self.what.unit.choose(str(about.unit_id))
        if about.person is not None:
            self.take_person(about.person)

    # -- what is asked -------------------------------------------------------------------------

    def _on_changed(self) -> None:
        self.show_parts()
        self.changed.emit()

    def show_parts(self) -> None:
        """Ask what there is to ask, after what has been said so far."""
        facts = self.facts
        anonymous = facts.anonymous
        told = self.tr("Patienten: {name}").format(name=name_of(self.person)) if self.person else ""
        self._about_whom.setText(told or self.tr("Ingen patient är vald"))
        self.nobody.setVisible(self.person is not None)
        self.seek.setVisible(self.person is None and self._keeper.may(Function.IDENTIFY))
        self._come.setVisible(not anonymous)
        self._came.setVisible(self._about.call_id is None)
        self.who.show_parts(known=self.person is not None)
        self.what.show_parts(injured=facts.injured, complaint=facts.kind is CaseKind.COMPLAINT)
        self.what.unit.setVisible(self._keeper.may(Function.READ_DIRECTORY))
        self.answer.show_parts(
            anonymous=anonymous,
            protected=facts.protected is Said.YES,
            answerable=facts.answerable,
        )

    def _propose_confirmation(self) -> None:
        """In a call it is said at once, at a visit it is handed over; who wrote waits for it."""
        self.answer.confirm.choose(
            {CaseChannel.TELEPHONE: AnswerBy.TELEPHONE, CaseChannel.VISIT: AnswerBy.LETTER}.get(
                CaseChannel(self.channel.value or CaseChannel.TELEPHONE), AnswerBy.UNSAID
            )
        )

    def _go_on(self, row: ChoiceRow) -> None:
        """After a choice by its key the next question is the one to answer."""
        QTimer.singleShot(0, self, lambda: row.isVisible() and self.focusNextChild())

    # -- what was said -------------------------------------------------------------------------

    @property
    def facts(self) -> CaseFacts:
        """As far as it can be read; what cannot be is left out."""
        telling, who, what, answer = self.telling, self.who, self.what, self.answer
        complainant = Complainant(who.complainant.value or Complainant.UNSAID)
        anonymous = complainant is Complainant.ANONYMOUS
        other = complainant in {Complainant.RELATIVE, Complainant.OTHER}
        protected = Said(who.protected.value or "")
        way = AnswerBy(answer.answer_by.value or "")
        open_address = way is AnswerBy.LETTER and protected is not Said.YES
        return CaseFacts(
            kind=CaseKind(telling.kind.value or CaseKind.COMPLAINT),
            complainant=complainant,
            name=who.name.text().strip() if other else "",
            relation=who.relation.text().strip() if complainant is Complainant.RELATIVE else "",
            consent=Said(who.consent.value or "") if other else Said.UNSAID,
            person=str(self.person.id) if self.person is not None and not anonymous else "",
            patient=who.patient.text().strip() if self.person is None and not anonymous else "",
            number=self._number() or "" if not anonymous else "",
            address=answer.address.text().strip() if open_address and not anonymous else "",
            email=answer.email.text().strip() if not anonymous else "",
            answer_by=way if not anonymous else AnswerBy.UNSAID,
            event=read_event(what.happened.text(), local(self._keeper.now).date()) or "",
            unit=what.unit.value or "",
            provider=what.provider.text().strip(),
            words=telling.words.text().strip(),
            summary=telling.summary.text().strip(),
            wanted=telling.wanted.text().strip(),
            child=Said(who.child.value or ""),
            language=who.language.text().strip(),
            injury=Injury(what.injury.value or ""),
            protected=protected,
            category=what.category.value or "",
            heard=Said(what.heard.value or ""),
        )

    @property
    def wishes(self) -> frozenset[Wish]:
        return frozenset(Wish(each) for each in self.telling.wishes.values)

    @property
    def duties(self) -> tuple[Duty, ...]:
        """What the patient has been told of."""
        return tuple(Duty(each) for each in self.what.duties.values)

    @property
    def received_at(self) -> datetime | None:
        """None when it comes in now, and as long as the day cannot be read."""
        if self._about.call_id is not None or not self.received.text().strip():
            return None
        today = local(self._keeper.now).date()
        day = read_day(self.received.text(), today)
        return None if day is None or day >= today else at_clock(day, time(12))

    def draft(self, recipient: Recipient) -> CaseDraft:
        """Everything, to be registered."""
        facts = replace(self.facts, recipient=recipient)
        channel = CaseChannel(self.channel.value or CaseChannel.TELEPHONE)
        confirmed = AnswerBy(self.answer.confirm.value or "")
        return CaseDraft(
            facts=facts,
            channel=CaseChannel.TELEPHONE if self._about.call_id is not None else channel,
            received_at=self.received_at,
            confirmed=confirmed if facts.answerable else AnswerBy.UNSAID,
        )

    def complete(self) -> bool:
        """Whether all can be read; what cannot is said at its field, and the focus is there."""
        facts, today = self.facts, local(self._keeper.now).date()
        if not (facts.words or facts.summary):
            return self._wrong(self.telling.words, self.tr("Skriv vad det gäller."))
        if self.what.happened.text().strip() and not facts.event:
            words = self.tr("Skriv när det hände, som 2026-11-20, november 2026 eller 2026.")
            return self._wrong(self.what.happened, words)
        if not facts.anonymous and self._number() is None:
            words = self.tr("Det är inget telefonnummer.")
            return self._wrong(self.answer.number, words)
        if facts.email and not is_address(facts.email):
            return self._wrong(self.answer.email, self.tr("Det är ingen e-postadress."))
        words = self._received_wrong(today)
        return self._wrong(self.received, words) if words else True

    def _received_wrong(self, today: date) -> str:
        """What is wrong with the day it came in, in words; "" for nothing."""
        written = self.received.text().strip()
        if self._about.call_id is not None or not written:
            return ""
        day, like = read_day(written, today), self._yesterday
        if day is not None and day > today:
            return self.tr("Den dagen har inte kommit än.")
        if day is None or day < today - LONG_AGO:
            words = self.tr("Skriv dagen som {day} eller {date}.")
            return words.format(day=f"{like.day}/{like.month}", date=like.isoformat())
        return ""

    def show_wrong(self, name: str, words: str) -> bool:
        """Say at the field of a fact what is wrong; whether there is one in sight."""
        part = self.kept().get(_NAMED.get(name, name))
        if part is None or not part.isVisible():
            return False
        self._wrong(part, words)
        return True

    def _number(self) -> str | None:
        """E.164, "" for none; None when what stands there is no number."""
        text = self.answer.number.text().strip()
        if not text:
            return ""
        try:
            found = parse(text)
        except PhoneNumberInvalid:
            return None
        return None if found is None else found.value

    def _wrong(self, part: Labelled, words: str) -> bool:
        part.show_error(words)
        if isinstance(part, ChoiceRow):
            part.take_focus()
        elif isinstance(part, TickRow):
            next(iter(part.boxes.values())).setFocus()
        else:
            part.setFocus()
        return False
