"""Tell whoever owns a text that something in it is wrong."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.domain.drafts import FORMS, FormKind
from kundcenter.domain.supervision.feedback import TEXT_LIMIT, About, FeedbackDraft
from kundcenter.errors import KundcenterError
from ui.badges import Badge
from ui.directory_keeper import DirectoryKeeper
from ui.kept_form import KeptForm
from ui.labels import label
from ui.records import Column, RecordModel
from ui.services import Services
from ui.supervision.contents import Content, contents, of_unit
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.look import current
from ui.widgets.choice_row import Choice, ChoiceRow
from ui.widgets.dialog import Dialog
from ui.widgets.empty import EmptyState
from ui.widgets.finder import Finder, matching
from ui.widgets.page import Page
from ui.widgets.text_area import TextArea

WIDE, HIGH = 760, 540  # pixels
LINES, FEW = 5, 3
LARGE = 1.25
SHOWN = 30


class FeedbackDialog(Dialog):
    """`said` carries a sentence for a notice."""

    said = Signal(str)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("FeedbackDialog", "Lämna återkoppling på innehåll"),
            sentence=translate(
                "FeedbackDialog", "Det går till den som äger texten. Skriv inget om någon person."
            ),
            primary=translate("FeedbackDialog", "Skicka"),
            parent=parent,
        )
        self._tasks, self._services = tasks, services
        self._units = DirectoryKeeper.of(tasks, services)
        self._contents: tuple[Content, ...] = ()
        self.about = ChoiceRow(
            self.tr("Vad gäller det"), [Choice(each, Badge(label(each))) for each in About]
        )
        self.about.choose(About.PACK)
        self._empty = EmptyState(self.tr("Hämtar"), icon="search")
        self.which = Finder(
            self.tr("Vilken text"),
            RecordModel[Content](
                (
                    Column(self.tr("Text"), lambda each: each.draft.name),
                    Column(self.tr("Hör till"), lambda each: each.within, width=24),
                ),
                key=lambda each: (each.draft.about, each.draft.about_id, each.draft.part),
                parent=self,
            ),
            list_name=self.tr("Texter"),
            empty=self._empty,
        )
        lines = FEW if current().metrics.scale >= LARGE else LINES
        self.which.table.setFixedHeight(round((lines + 1) * current().metrics.row))
        self.text = TextArea(self.tr("Vad är fel"), fewest=3, most=6, longest=TEXT_LIMIT)
        page = Page("none", "m")
        for part in (self.about, self.which, self.text):
            page.body.addWidget(part)
        page.body.addStretch(1)
        self.body.addWidget(page, 1)
        self.fit_page(page, WIDE, HIGH)
        KeptForm(self, tasks, services, (FormKind.FEEDBACK, FORMS), {"text": self.text})
        self.about.chosen.connect(lambda _: self._find())
        self.which.typed.connect(lambda _: self._find())
        self.confirmed.connect(self._send)
        tasks.run(self, partial(contents, services), self._offer, self._refuse)

    def _offer(self, found: tuple[Content, ...]) -> None:
        self._contents = found
        self._find()

    def _find(self) -> None:
        about, text = About(self.about.value or About.PACK), self.which.field.text()
        self.which.field.clear_error()
        if about is About.UNIT:
            cards = self._units.directory.find(text, limit=SHOWN) if text.strip() else ()
            found = [of_unit(card) for card in cards]
        else:
            known = [each for each in self._contents if each.draft.about is about]
            found = matching(known, text, lambda each: f"{each.draft.name} {each.within}")[:SHOWN]
        typing = about is About.UNIT and not text.strip()
        words = self.tr("Skriv en del av namnet") if typing else self.tr("Ingen text passar")
        self._empty.say(words, icon="search")
        self.which.show_records(found)

    def _send(self) -> None:
        chosen = self.which.current
        if not isinstance(chosen, Content):
            self.which.field.show_error(self.tr("Välj vilken text det gäller."))
            self.which.setFocus()
            return
        if not self.text.text().strip():
            self.text.show_error(self.tr("Skriv vad som är fel."))
            self.text.setFocus()
            return
        told = chosen.draft
        draft = FeedbackDraft(
            told.about, self.text.text(), told.about_id, told.part, told.name, told.version
        )
        self.set_busy(True)
        verb = partial(self._services.feedback.send, draft)
        self._tasks.run(self, verb, lambda _: self._sent(), self._refuse)

    def _sent(self) -> None:
        self.said.emit(self.tr("Återkopplingen är skickad."))
        self.accept()

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self.text.show_error(sentence(error))
