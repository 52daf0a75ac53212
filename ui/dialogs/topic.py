"""Word a topic of a content pack as this centre wants it, or take that wording back."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.changes import Changes
from kundcenter.domain.packs import Topic
from kundcenter.domain.packs.lines import lines_of, read_asks
from kundcenter.domain.packs.shelf import ShownTopic
from kundcenter.errors import KundcenterError
from ui.pack_words import explained
from ui.services import Services
from ui.tasks import Tasks
from ui.theme.colours import ToneName
from ui.theme.look import current
from ui.theme.space import spaced
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.page import Page
from ui.widgets.text_area import TextArea

WIDE, HIGH, MARGIN = 820, 480, 240


class TopicDialog(Dialog):
    """`said` carries a sentence when it is done."""

    said = Signal(str)

    def __init__(
        self, tasks: Tasks, services: Services, shown: ShownTopic, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            shown.title,
            sentence=translate(
                "TopicDialog",
                "En egen lydelse står kvar när en ny version av paketet läses in. En fråga på varje"
                " rad; för vissa skrivs det sist, som (12–52 år, kvinna).",
            ),
            primary=translate("TopicDialog", "Spara egen lydelse"),
            parent=parent,
        )
        self._tasks, self._services, self._shown = tasks, services, shown
        topic = shown.topic
        self._trouble = Banner(self.tr("Det gick inte."), ToneName.DANGER, icon="error", wrap=True)
        self._trouble.hide()
        self.title = Field(self.tr("Rubrik"))
        self.title.set_text(topic.title)
        self.words = self._area(self.tr("Sökord, ett på varje rad"), "\n".join(topic.words))
        self.threats = self._area(self.tr("Livshot, frågas först"), lines_of(topic.threats))
        self.questions = self._area(self.tr("Frågor"), lines_of(topic.questions))
        self.advice = self._area(self.tr("Råd"), lines_of(topic.advice))
        self.call_back = self._area(self.tr("Återkom om"), "\n".join(topic.call_back))
        self.take_back = Button(self.tr("Ta tillbaka den egna lydelsen"), icon="undo")
        self.take_back.setVisible(shown.edited)
        self.take_back.clicked.connect(self._take_back)
        page = Page("none", "m")
        for part in (
            self.title,
            self.threats,
            self.questions,
            self.advice,
            self.call_back,
            self.words,
        ):
            page.body.addWidget(part)
        self.body.addWidget(self._trouble)
        self.body.addWidget(page, 1)
        self.body.addWidget(self.take_back)
        spaced(self.body, gap="m")
        scale = current().metrics.scale
        room = parent.window().height() if parent is not None else 800
        page.setMinimumHeight(max(160, min(round(HIGH * scale), room - round(MARGIN * scale))))
        self.setMinimumWidth(round(WIDE * scale))
        self.confirmed.connect(self._save)

    @property
    def topic(self) -> Topic:
        """The topic as it stands in the fields."""
        return replace(
            self._shown.topic,
            title=self.title.text(),
            words=_lines(self.words),
            threats=read_asks(self.threats.text()),
            questions=read_asks(self.questions.text()),
            advice=read_asks(self.advice.text()),
            call_back=_lines(self.call_back),
        )

    def _area(self, label: str, text: str) -> TextArea:
        area = TextArea(label, fewest=3, most=10)
        area.set_text(text)
        return area

    def _save(self) -> None:
        shown = self._shown
        verb = partial(
            self._services.packs.edit,
            shown.pack_code,
            shown.topic.code,
            self.topic,
            upon=shown.number,
        )
        self._run(verb, self.tr("Den egna lydelsen gäller nu."))

    def _take_back(self) -> None:
        shown = self._shown
        verb = partial(
            self._services.packs.take_back, shown.pack_code, shown.topic.code, upon=shown.number
        )
        self._run(verb, self.tr("Paketets egen lydelse gäller igen."))

    def _run(self, verb: partial[Changes], words: str) -> None:
        self.set_busy(True)
        self._tasks.run(self, verb, lambda _: self._done(words), self._refuse)

    def _done(self, words: str) -> None:
        self.said.emit(words)
        self.accept()

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self._trouble.say(explained(error))
        self._trouble.show()


def _lines(area: TextArea) -> tuple[str, ...]:
    return tuple(line.strip() for line in area.text().splitlines() if line.strip())
