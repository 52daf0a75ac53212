"""Somebody asks about a named person: the rule card, what was asked, what was answered, and why.

Nobody is told whether a named person is a patient (OSL 25:1; DOMAIN §1.4, §14).
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kundcenter.changes import Changes
from kundcenter.domain.drafts import FORMS
from kundcenter.domain.people import Person
from kundcenter.domain.switchboard.inquiries import (
    REASON_LIMIT,
    Answer,
    Asked,
    Asker,
    DisclosureGround,
    InquiryDraft,
)
from kundcenter.domain.text import LINE_LIMIT
from kundcenter.errors import KundcenterError
from ui.badges import Badge
from ui.dialling import Dialling
from ui.dialogs.find_person import FindPersonDialog
from ui.dialogs.switchboard.inquiries import InquiriesDialog
from ui.dialogs.switchboard.secrecy_call_back import CallBack
from ui.dialogs.switchboard.secrecy_kept import KeptInquiry
from ui.labels import label
from ui.people import listed_number, name_of
from ui.services import Services
from ui.switchboard.board_keeper import BoardKeeper
from ui.switchboard.terms_keeper import SwitchboardKeeper
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.colours import ToneName
from ui.theme.look import current
from ui.theme.space import spaced
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.choice_row import Choice, ChoiceRow
from ui.widgets.dialog import MARGIN, Dialog
from ui.widgets.field import Field
from ui.widgets.labelled import Labelled
from ui.widgets.page import Page
from ui.widgets.text import Text
from ui.widgets.text_area import TextArea

WIDE, HIGH, SIDE, LOWEST = 1180, 760, 320, 160  # pixels
MOST = 0.32  # of the window, for the rule card
CLAIMS_OFFICE = {Asker.CARE, Asker.AUTHORITY, Asker.POLICE}  # what anybody can say of themselves


class SecrecyDialog(Dialog):
    """`said` carries a sentence for a notice."""

    said = Signal(str)

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        *,
        call_id: UUID | None = None,
        parent: QWidget | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("SecrecyDialog", "Någon frågar efter en person"),
            sentence=translate(
                "SecrecyDialog", "Säg aldrig om personen är patient, eller var. Svaret antecknas."
            ),
            primary=translate("SecrecyDialog", "Anteckna"),
            parent=parent,
        )
        self._tasks, self._services, self._call_id = tasks, services, call_id
        self._person: Person | None = None
        self._warned = False
        self._keeper = SwitchboardKeeper.of(tasks, services)
        self._trouble = Banner(
            self.tr("Det gick inte."), ToneName.WARNING, icon="warning", wrap=True
        )
        self.lock = Banner(
            self.tr("SKYDDADE PERSONUPPGIFTER – lämna inte ut några uppgifter"),
            ToneName.DANGER,
            icon="lock",
            loud=True,
            wrap=True,
        )
        self.asker = _row(self.tr("Vem frågar"), Asker)
        self.asked = _row(self.tr("Vad frågas det om"), Asked)
        self.search = Button(self.tr("Sök personen"), icon="search")
        self.about = Text("", wrap=True)
        self.who = Field(self.tr("Vem det är, som de säger"), longest=LINE_LIMIT)
        self.back = CallBack(BoardKeeper.of(tasks, services), Dialling.of(tasks, services))
        self.answer = _row(self.tr("Svaret"), Answer)
        self.answer_locked = _row(
            self.tr("Svaret"), [each for each in Answer if each is not Answer.DISCLOSED]
        )
        grounds = [each for each in DisclosureGround if each is not DisclosureGround.NONE]
        self.ground = _row(self.tr("Grund för att lämna ut"), grounds)
        self.reason = TextArea(self.tr("Skäl"), fewest=2, most=4, longest=REASON_LIMIT)
        self.rules = Card(self.tr("Regelkort"), icon="shield")
        self.list_ = Button(self.tr("Tidigare frågor"), icon="list")
        self._lay_out()
        parts: dict[str, Field | TextArea | ChoiceRow] = {
            "who": self.who,
            "reason": self.reason,
            "asker": self.asker,
            "asked": self.asked,
        }
        kept = KeptInquiry(self, tasks, services, call_id or FORMS, parts)
        kept.given_back.connect(self._show)
        self._listen()
        self._show_rules()
        self._show()

    # -- the parts -----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._page = page = Page("none", "m")
        about = spaced(QHBoxLayout(), gap="m")
        about.addWidget(self.search, 0, Qt.AlignmentFlag.AlignBottom)
        about.addWidget(self.about, 1, Qt.AlignmentFlag.AlignBottom)
        about.addWidget(self.who, 1)
        held = QWidget()
        held.setLayout(about)
        for part in (
            self.asker,
            self.asked,
            held,
            self.answer,
            self.answer_locked,
            self.ground,
            self.reason,
            self.back,
        ):
            page.body.addWidget(part)
        page.body.addStretch(1)
        side = Page("none", "m")
        side.body.addWidget(self.rules)
        side.body.addStretch(1)
        beside = QWidget()
        spaced(QVBoxLayout(beside)).addWidget(side)
        room = self.host.width() if self.host is not None else WIDE
        beside.setFixedWidth(round(min(SIDE * current().metrics.scale, (room - MARGIN) * MOST)))
        both = spaced(QHBoxLayout(), gap="l")
        both.addWidget(page, 1)
        both.addWidget(beside)
        for banner in (self._trouble, self.lock):
            banner.hide()
            self.body.addWidget(banner)
        self.body.addLayout(both, 1)
        self.add_act(self.list_)
        self._fit(page, side)

    def _fit(self, *pages: Page) -> None:
        """As high as the window allows; what comes above the form takes room from it."""
        scale, host = current().metrics.scale, self.host
        wide, high = round(WIDE * scale), round(HIGH * scale)
        if host is not None:
            wide, high = min(wide, host.width() - MARGIN), min(high, host.height() - MARGIN)
        self.setMinimumWidth(wide)
        for page in pages:
            page.setMinimumHeight(LOWEST)
        self.resize(wide, high)

    def _listen(self) -> None:
        self.asker.chosen.connect(lambda _: self._show())
        self.asked.chosen.connect(lambda _: self._show())
        self.answer.chosen.connect(lambda _: self._show())
        self.answer_locked.chosen.connect(lambda _: self._show())
        self.search.clicked.connect(self._find)
        self.list_.clicked.connect(self._show_list)
        self._keeper.changed.connect(self._show_rules)
        self.confirmed.connect(self._save)

    def _show_rules(self) -> None:
        """The region's own rules; the demonstration ones before it has any."""
        while self.rules.body.count():
            item = self.rules.body.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        for line in self._keeper.content.secrecy:
            self.rules.body.addWidget(Text(line, wrap=True))

    @property
    def chosen_answer(self) -> Answer | None:
        row = self.answer_locked if self.locked else self.answer
        return Answer(row.value) if row.value else None

    @property
    def locked(self) -> bool:
        """Whether the person has protected identity: then nothing can be disclosed."""
        return self._person is not None and self._person.protected

    def _show(self) -> None:
        """What can be answered, and what has to be said of it."""
        self._warned = False
        person = self._person
        self.lock.setVisible(self.locked)
        self.answer.setVisible(not self.locked)
        self.answer_locked.setVisible(self.locked)
        told = self.tr("Ingen vald. Frågan antecknas ändå.")
        if person is not None:
            told = f"{name_of(person)}, {listed_number(person)}"
            told = told if not person.protected else name_of(person)
        self.about.setText(told)
        self.search.setText(self.tr("Sök personen") if person is None else self.tr("En annan"))
        disclosed = self.chosen_answer is Answer.DISCLOSED
        self.ground.setVisible(disclosed)
        self.reason.setVisible(disclosed or self.chosen_answer is Answer.REFERRED)
        asker = Asker(self.asker.value) if self.asker.value else None
        back = asker in CLAIMS_OFFICE or self.chosen_answer is Answer.CALLED_BACK
        self.back.setVisible(back)

    # -- what is done --------------------------------------------------------------------------

    def _find(self) -> None:
        dialog = FindPersonDialog(self._tasks, self._services, self)
        dialog.found.connect(lambda _: self.take_person(dialog.table.current))
        dialog.open()

    def take_person(self, person: Person | None) -> None:
        """Whom they ask about."""
        if isinstance(person, Person):
            self._person = person
            self._show()

    def _show_list(self) -> None:
        InquiriesDialog(self._tasks, self._services, parent=self).open()

    def draft(self) -> InquiryDraft | None:
        """What was chosen; None when something is missing, which is said at its field."""
        answer = self.chosen_answer
        for row in (self.asker, self.asked, self.answer_locked if self.locked else self.answer):
            if not row.value:
                self._wrong(row, self.tr("Välj ett alternativ."))
                return None
        assert answer is not None
        disclosed = answer is Answer.DISCLOSED
        if disclosed and not self.ground.value:
            self._wrong(self.ground, self.tr("Utan en grund lämnas inget ut."))
            return None
        if disclosed and not self.reason.text().strip():
            self._wrong(self.reason, self.tr("Skriv varför det lämnades ut."))
            return None
        if answer is Answer.CALLED_BACK and self.back.called is None:
            words = self.tr("Sök i katalogen, och ring upp numret som står där.")
            self._wrong(self.back.finder.field, words)
            return None
        return InquiryDraft(
            asker=Asker(str(self.asker.value)),
            asked=Asked(str(self.asked.value)),
            answer=answer,
            ground=DisclosureGround(str(self.ground.value)) if disclosed else DisclosureGround.NONE,
            reason=self.reason.text() if not self.reason.isHidden() else "",
            who=self.who.text(),
            person_id=self._person.id if self._person is not None else None,
            call_id=self._call_id,
            called_back=self.back.called,
        )

    def _save(self) -> None:
        draft = self.draft()
        if draft is None:
            return
        office = draft.answer is Answer.DISCLOSED and draft.asker in CLAIMS_OFFICE
        if office and draft.called_back is None and not self._warned:
            self._warned = True
            self._say(
                self.tr(
                    "Ingen är motringd. Vem som helst kan säga sig ringa från vården eller en"
                    " myndighet. Tryck Anteckna igen om uppgiften redan är lämnad."
                )
            )
            return
        self._trouble.hide()
        self.set_busy(True)
        verb = partial(self._services.inquiries.note, draft)
        self._tasks.run(self, verb, self._on_saved, self._refuse)

    def _on_saved(self, _: Changes) -> None:
        self.said.emit(self.tr("Frågan och svaret är antecknade."))
        self.accept()

    def _refuse(self, error: KundcenterError) -> None:
        """The mark may have come between the search and now: nothing is disclosed then either."""
        self.set_busy(False)
        self._say(sentence(error))

    def _say(self, words: str) -> None:
        self._trouble.say(words)
        self._trouble.show()
        self.make_room()

    def _wrong(self, field: Labelled, words: str) -> None:
        field.show_error(words)
        if isinstance(field, ChoiceRow):
            field.take_focus()
        else:
            field.setFocus()
        self._page.ensureWidgetVisible(field)


def _row(words: str, values: Iterable[StrEnum]) -> ChoiceRow:
    return ChoiceRow(words, [Choice(each, Badge(label(each))) for each in values], dense=True)
