"""Write a knowledge card: a new one, or the next version of one; or take it out of use."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kundcenter.changes import Changes
from kundcenter.domain.calendar import local
from kundcenter.domain.drafts import FORMS, FormKind
from kundcenter.domain.service_desk.topics import (
    LINK_LIMIT,
    OWNER_LIMIT,
    TEXT_LIMIT,
    TITLE_LIMIT,
    Heading,
    Topic,
    TopicDraft,
)
from kundcenter.domain.text import LINE_LIMIT
from kundcenter.errors import KundcenterError
from ui.directory_keeper import DirectoryKeeper
from ui.kept_form import KeptForm
from ui.labels import label
from ui.link import Marks
from ui.services import Services
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.colours import ToneName
from ui.theme.space import spaced
from ui.unit_finder import UnitFinder
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.check import Check
from ui.widgets.combo import Combo, Option
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.labelled import Labelled
from ui.widgets.page import Page
from ui.widgets.text import Text
from ui.widgets.text_area import TextArea

WIDE, HIGH = 1080, 520  # pixels
TOP = Qt.AlignmentFlag.AlignTop


class TopicDialog(Dialog):
    """`said` carries a sentence for a notice, `saved` the id of the card."""

    said = Signal(str)
    saved = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        topic: Topic | None = None,
        *,
        title: str = "",
        heading: Heading | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Of a new card `title` and `heading` are what is known already."""
        translate = QCoreApplication.translate
        super().__init__(
            translate("TopicDialog", "Ändra kunskapskort")
            if topic
            else translate("TopicDialog", "Nytt kunskapskort"),
            sentence=translate(
                "TopicDialog", "Skriv inget om en enskild person. Varje version sparas."
            ),
            primary=translate("TopicDialog", "Spara"),
            parent=parent,
        )
        self._tasks, self._services, self.topic = tasks, services, topic
        self._keeper = DirectoryKeeper.of(tasks, services)
        self._trouble = Banner(
            self.tr("Det gick inte."), ToneName.WARNING, icon="warning", wrap=True
        )
        self.title = Field(self.tr("Rubrik"), longest=TITLE_LIMIT)
        self.heading = Combo(self.tr("Område"), [Option(each, label(each)) for each in Heading])
        self.text = TextArea(self.tr("Text"), fewest=6, most=12, longest=TEXT_LIMIT)
        self.words = Field(
            self.tr("Andra ord"),
            longest=LINE_LIMIT,
            help=self.tr("Vad den som ringer kan säga i stället."),
        )
        self.link = Field(
            self.tr("Länk till 1177.se"), longest=LINK_LIMIT, placeholder="https://www.1177.se/"
        )
        self.owner = Field(self.tr("Svarar för kortet"), longest=OWNER_LIMIT)
        self.reviewed = Field(self.tr("Granskat"), longest=10, placeholder=self.tr("ÅÅÅÅ-MM-DD"))
        self.demonstration = Check(self.tr("Påhittat, för demonstration"))
        self.unit = UnitFinder(self.tr("Enhet som svarar (om någon)"), self._keeper)
        self.unit_told = Text("", role="muted", wrap=True)
        self.no_unit = Button(self.tr("Ingen enhet"), icon="close")
        self.retire = Button(self.tr("Ta ur bruk"), icon="trash")
        self._unit_id = topic.told.unit_id if topic is not None else None
        self._lay_out()
        self._fill(title, heading)
        fields: dict[str, Field | TextArea] = {
            "title": self.title,
            "text": self.text,
            "words": self.words,
            "link": self.link,
            "owner": self.owner,
        }
        about = topic.id if topic is not None else FORMS
        KeptForm(self, tasks, services, (FormKind.TOPIC, about), fields)
        self.confirmed.connect(self._save)
        self.no_unit.clicked.connect(self._drop_unit)
        self.retire.clicked.connect(self._retire)

    def _fill(self, title: str, heading: Heading | None) -> None:
        today = local(self._services.now()).date()
        if self.topic is None:
            self.title.set_text(title)
            self.heading.choose(heading or Heading.ORGANISATION)
            self.reviewed.set_text(today.isoformat())
            self.retire.hide()
        else:
            told = self.topic.told
            self.title.set_text(told.title)
            self.heading.choose(told.heading)
            self.text.set_text(told.text)
            self.words.set_text(told.words)
            self.link.set_text(told.link)
            self.owner.set_text(told.owner)
            self.reviewed.set_text(told.reviewed_on.isoformat() if told.reviewed_on else "")
            self.demonstration.setChecked(told.demonstration)
        self._show_unit()

    def _lay_out(self) -> None:
        left, right = (spaced(QVBoxLayout(), gap="m") for _ in range(2))
        for part in (self.title, self.heading, self.text, self.words):
            left.addWidget(part)
        left.addStretch()
        pair = spaced(QHBoxLayout(), gap="m")
        pair.addWidget(self.owner, 3, TOP)
        pair.addWidget(self.reviewed, 2, TOP)
        right.addLayout(pair)
        right.addWidget(self.link)
        told = spaced(QHBoxLayout(), gap="s")
        told.addWidget(self.unit_told, 1)
        told.addWidget(self.no_unit)
        right.addLayout(told)
        right.addWidget(self.unit)
        right.addWidget(self.demonstration)
        right.addStretch()
        page = Page("none", "m")
        both = spaced(QHBoxLayout(), gap="l")
        both.addLayout(left, 1)
        both.addLayout(right, 1)
        held = QWidget()
        held.setLayout(both)
        page.body.addWidget(held)
        page.body.addStretch(1)
        self._trouble.hide()
        self.body.addWidget(self._trouble)
        self.body.addWidget(page, 1)
        self.add_act(self.retire)
        self.fit_page(page, WIDE, HIGH)

    def _show_unit(self) -> None:
        name = self._keeper.name(self._unit_id)
        words = self.tr("På kortet: {unit}").format(unit=name) if name else ""
        self.unit_told.setText(words or self.tr("Ingen enhet på kortet."))
        self.no_unit.setVisible(self._unit_id is not None)

    def _drop_unit(self) -> None:
        self._unit_id = None
        self.unit.field.set_text("")
        self._show_unit()

    # -- saving --------------------------------------------------------------------------------

    def draft(self) -> TopicDraft | None:
        """What was written; None when the day is no day, which is then said."""
        day = self.reviewed.text().strip()
        try:
            reviewed = date.fromisoformat(day) if day else None
        except ValueError:
            self._wrong(self.reviewed, self.tr("Skriv dagen som 2027-01-31."))
            return None
        found = self.unit.unit
        chosen = found is not None and self.unit.field.text().strip()
        return TopicDraft(
            heading=Heading(self.heading.value or Heading.OTHER),
            title=self.title.text(),
            text=self.text.text(),
            link=self.link.text().strip(),
            unit_id=found.id if found is not None and chosen else self._unit_id,
            owner=self.owner.text(),
            reviewed_on=reviewed,
            words=self.words.text(),
            demonstration=self.demonstration.isChecked(),
        )

    def _save(self) -> None:
        draft = self.draft()
        if draft is None:
            return
        topic = self.topic
        verb = partial(
            self._services.topics.put,
            topic.id if topic is not None else None,
            draft,
            upon=topic.number if topic is not None else 0,
        )
        self._run(verb, self.tr("Kortet är sparat."))

    def _retire(self) -> None:
        topic = self.topic
        if topic is not None:
            verb = partial(self._services.topics.retire, topic.id, upon=topic.number)
            self._run(verb, self.tr("Kortet är ur bruk. Versionerna finns kvar."))

    def _run(self, verb: partial[Changes], words: str) -> None:
        self._trouble.hide()
        self.set_busy(True)
        self.retire.setEnabled(False)
        if Marks.of(self._tasks, self._services).there:
            words = self.tr("{words} Preliminärt, tills centralen har svarat.").format(words=words)
        self._tasks.run(self, verb, partial(self._on_saved, words), self.refuse)

    def _on_saved(self, words: str, changes: Changes) -> None:
        self.saved.emit(changes.the("topic"))
        self.said.emit(words)
        self.accept()

    def refuse(self, error: KundcenterError) -> None:
        """Say what is wrong at the field that it is about."""
        self.set_busy(False)
        self.retire.setEnabled(True)
        words = {
            "title": (self.title, self.tr("Skriv en rubrik.")),
            "text": (self.text, self.tr("Skriv vad som ska sägas.")),
            "link": (self.link, self.tr("Länken ska börja med https://www.1177.se/")),
            "owner": (self.owner, self.tr("Skriv vem som svarar för kortet.")),
            "reviewed_on": (self.reviewed, self.tr("Dagen ligger framåt.")),
        }
        at = words.get(str(error.facts.get("field", "")))
        if error.code == "topic.invalid" and at is not None:
            self._wrong(*at)
            return
        if at is not None:
            self._wrong(at[0], sentence(error))
            return
        self._trouble.say(sentence(error))
        self._trouble.show()
        self.make_room()

    def _wrong(self, field: Labelled, words: str) -> None:
        field.show_error(words)
        field.setFocus()
