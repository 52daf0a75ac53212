"""The form of the baseline: was it advice, which level was given, which had been the right one."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kundcenter.domain.composition import Section, compose
from kundcenter.domain.drafts import FormKind
from kundcenter.domain.supervision.samples import NOTE_LIMIT, CareLevel, Judgement
from kundcenter.errors import KundcenterError
from kundcenter.services.supervision.samples import SampledLook
from ui.badges import Badge
from ui.kept_form import KeptForm
from ui.labels import label
from ui.services import Services
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.colours import ToneName
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.times import day_and_time, span
from ui.widgets.banner import Banner
from ui.widgets.beside import Beside
from ui.widgets.card import Card
from ui.widgets.choice_row import Choice, ChoiceRow
from ui.widgets.dialog import Dialog
from ui.widgets.page import Page
from ui.widgets.text import Text
from ui.widgets.text_area import TextArea

WIDE, HIGH = 1080, 520  # pixels
YES, NO = "yes", "no"
UNCLEAR = "unclear"
LEFT_OUT = frozenset({"informant"})  # who told is nothing to judge by


class JudgeDialog(Dialog):
    """Closes itself when the judgement is kept."""

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        sample_id: UUID,
        look: SampledLook,
        parent: QWidget | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("JudgeDialog", "Bedöm samtal {number}").format(number=look.line.place),
            sentence=translate("JudgeDialog", "Att du läser anteckningen är loggat."),
            primary=translate("JudgeDialog", "Spara bedömningen"),
            parent=parent,
        )
        self._tasks, self._services = tasks, services
        self._sample_id, self._look = sample_id, look
        self.advisory = ChoiceRow(
            self.tr("Var det rådgivning?"),
            [Choice(YES, Badge(self.tr("Ja"))), Choice(NO, Badge(self.tr("Nej")))],
        )
        levels = [Choice(each, Badge(label(each))) for each in CareLevel]
        self.given = ChoiceRow(self.tr("Vårdnivå som gavs"), levels)
        self.right = ChoiceRow(
            self.tr("Vårdnivå som hade varit rätt"),
            [*levels, Choice(UNCLEAR, Badge(self.tr("Går inte att bedöma")))],
        )
        self.note = TextArea(self.tr("Motivering"), fewest=2, longest=NOTE_LIMIT)
        form = QWidget()
        column = spaced(QVBoxLayout(form), gap="m")
        for part in (self.advisory, self.given, self.right, self.note):
            column.addWidget(part)
        column.addStretch(1)
        page = Page("none", "m")
        page.body.addWidget(Beside(self._told(), form))
        page.body.addStretch(1)
        self.body.addWidget(page, 1)
        self.fit_page(page, WIDE, HIGH)
        self._fill()
        self.advisory.chosen.connect(lambda _: self._show_levels())
        self.confirmed.connect(self._keep)
        about = FormKind.JUDGEMENT, look.line.call_id
        KeptForm(self, tasks, services, about, {"note": self.note})
        self.advisory.take_focus()

    def _told(self) -> QWidget:
        """The call and what was written of it, without anybody's name."""
        told = QWidget()
        column = spaced(QVBoxLayout(told), gap="m")
        column.addWidget(Text(self._call_words(), wrap=True))
        if self._look.hidden:
            words = self.tr("Anteckningar som är spärrade eller skyddade visas inte: {count}.")
            column.addWidget(
                Banner(
                    words.format(count=self._look.hidden),
                    ToneName.WARNING,
                    icon="lock",
                    wrap=True,
                )
            )
        for each in self._look.notes:
            card = Card(
                self.tr("Anteckning {at}").format(at=day_and_time(each.contact_at)), icon="note"
            )
            for section in compose(each.note, each.codes):
                if section.key not in LEFT_OUT:
                    card.body.addLayout(_shown(section))
            if not each.signed:
                card.body.addWidget(Text(self.tr("Inte signerad."), Type.SMALL, role="muted"))
            column.addWidget(card)
        if not self._look.notes and not self._look.hidden:
            column.addWidget(Text(self.tr("Samtalet har ingen anteckning."), role="muted"))
        column.addStretch(1)
        return told

    def _call_words(self) -> str:
        call = self._look.call
        if call is None:
            return self.tr("Samtalet finns inte längre på den här arbetsplatsen.")
        words = self.tr("{at}, kö {queue}, väntade {waited}.")
        told = words.format(
            at=day_and_time(call.queued_at), queue=call.queue or "–", waited=span(call.waited)
        )
        if call.answered_at is not None and call.ended_at is not None:
            talked = self.tr("Samtalet varade {time}.")
            told += " " + talked.format(time=span(call.ended_at - call.answered_at))
        return told

    def _fill(self) -> None:
        """What was judged before, else what the note tells."""
        judged = self._look.line.judged
        if judged is not None:
            self.advisory.choose(YES if judged.advisory else NO)
            self.given.choose(judged.given)
            self.right.choose(judged.right or (UNCLEAR if judged.advisory else None))
            self.note.set_text(judged.note)
        elif self._look.given is not None:
            self.advisory.choose(YES)
            self.given.choose(self._look.given)
        self._show_levels()

    def _show_levels(self) -> None:
        advisory = self.advisory.value == YES
        for row in (self.given, self.right):
            row.setVisible(advisory)
        self.make_room()

    def judgement(self) -> Judgement | None:
        """What is chosen; None when something is missing, which is said at its row."""
        choose = self.tr("Välj ett av svaren.")
        if self.advisory.value is None:
            self._missing(self.advisory, choose)
            return None
        if self.advisory.value == NO:
            return Judgement(False, note=self.note.text())
        for row in (self.given, self.right):
            if row.value is None:
                self._missing(row, choose)
                return None
        right = None if self.right.value == UNCLEAR else CareLevel(str(self.right.value))
        return Judgement(True, CareLevel(str(self.given.value)), right, self.note.text())

    def _missing(self, row: ChoiceRow, words: str) -> None:
        row.show_error(words)
        row.take_focus()

    def _keep(self) -> None:
        judgement = self.judgement()
        if judgement is None:
            return
        self.set_busy(True)
        call_id = self._look.line.call_id
        verb = partial(self._services.samples.judge, self._sample_id, call_id, judgement)
        self._tasks.run(self, verb, lambda _: self.accept(), self._refuse)

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self.note.show_error(sentence(error))


def _shown(section: Section) -> QVBoxLayout:
    """A heading with its text, which can be marked."""
    column = spaced(QVBoxLayout(), gap="xs")
    heading, words = Text(section.heading, Type.SMALL, role="muted"), Text(section.text, wrap=True)
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    column.addWidget(heading)
    column.addWidget(words)
    return column
