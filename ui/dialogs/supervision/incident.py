"""Write down what disturbs the work, say more of it, and say that it is over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.changes import Changes
from kundcenter.domain.drafts import FORMS, FormKind
from kundcenter.domain.supervision.incidents import TEXT_LIMIT, Incident, IncidentKind
from kundcenter.errors import KundcenterError
from ui.badges import Badge
from ui.kept_form import KeptForm
from ui.moments import read_past
from ui.services import Services
from ui.supervision.live_keeper import LiveKeeper
from ui.supervision.live_words import incident_name, incident_words
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.colours import ToneName
from ui.theme.look import current
from ui.theme.metrics import Type
from ui.widgets.banner import Banner
from ui.widgets.beside import Beside
from ui.widgets.buttons import Button
from ui.widgets.choice_row import Choice, ChoiceRow
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.text import Text
from ui.widgets.text_area import TextArea

WIDE = 680  # pixels


class IncidentDialog(Dialog):
    """A new one, or with `incident` one that goes on.  `said` carries a sentence.

    The text is about systems and staffing: no patient is to be named in it.
    """

    said = Signal(str)

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        incident: Incident | None = None,
        parent: QWidget | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        new = incident is None
        super().__init__(
            translate("IncidentDialog", "Anteckna en händelse")
            if incident is None
            else translate("IncidentDialog", "Händelse: {name}").format(
                name=incident_name(incident.kind)
            ),
            sentence=translate(
                "IncidentDialog",
                "Den kommer med i skiftets sammanfattning. Skriv inte om någon patient här.",
            ),
            primary=translate("IncidentDialog", "Spara"),
            secondary=translate("IncidentDialog", "Avbryt"),
            parent=parent,
        )
        self._tasks, self._services, self._incident = tasks, services, incident
        self._keeper = LiveKeeper.of(tasks, services)
        self._trouble = Banner(self.tr("Det gick inte."), ToneName.DANGER, icon="error", wrap=True)
        self._trouble.hide()
        self.state = Text("", Type.STRONG, wrap=True)
        self.kind = ChoiceRow(
            self.tr("Vad är det som stör?"),
            [Choice(each, Badge(incident_name(each))) for each in IncidentKind],
        )
        self.text = TextArea(
            self.tr("Vad har hänt, och vad gjordes?"), fewest=3, most=7, longest=TEXT_LIMIT
        )
        self.starts = Field(self.tr("Började"), longest=20, help=self.tr("Som 13:40. Tomt: nu."))
        self.ends = Field(
            self.tr("Slutade"), longest=20, help=self.tr("Som 14:05. Tomt: det pågår.")
        )
        self.over = Button(self.tr("Det är över nu"), icon="check-circle")
        self.over.setVisible(not new)
        if not new:
            self.add_act(self.over)
        times = Beside(self.starts, self.ends)
        for part in (self._trouble, self.state, self.kind, self.text, times):
            self.body.addWidget(part)
        self.state.setVisible(not new)
        self.kind.setVisible(new)
        self.starts.setVisible(new)
        self.setMinimumWidth(round(WIDE * current().metrics.scale))
        if incident is not None:
            self.state.setText(incident_words(incident, self._keeper.now))
            self.text.set_text(incident.text)
        self.over.clicked.connect(self._end_now)
        self.confirmed.connect(self._save)
        self.text.submitted.connect(self._save)
        about = FormKind.INCIDENT, FORMS if incident is None else incident.id
        KeptForm(
            self,
            tasks,
            services,
            about,
            {"text": self.text, "starts": self.starts, "ends": self.ends},
        )

    def open(self) -> None:
        super().open()
        if self._incident is None:
            self.kind.take_focus()
        else:
            self.text.setFocus()
        QTimer.singleShot(0, self, self.make_room)  # when the texts have their height

    # -- what is done --------------------------------------------------------------------------

    def _save(self) -> None:
        if self._incident is None:
            self._note()
        else:
            self._say_more(self._incident)

    def _note(self) -> None:
        kind, text = self.kind.value, self.text.text().strip()
        if kind is None:
            self.kind.show_error(self.tr("Välj vad det är."))
            self.kind.take_focus()
            return
        if kind == IncidentKind.OTHER and not text:
            self.text.show_error(self.tr("Skriv vad det är."))
            self.text.setFocus()
            return
        times = self._times()
        if times is None:
            return
        verb = partial(self._services.incidents.note, IncidentKind(kind), text, *times)
        self._run(verb, self.tr("Händelsen är antecknad."))

    def _say_more(self, incident: Incident) -> None:
        times = self._times()
        if times is None:
            return
        text = self.text.text().strip()
        verb = partial(_reworded, self._services, incident, text, times[1])
        self._run(verb, self.tr("Händelsen är sparad."))

    def _end_now(self) -> None:
        if self._incident is not None:
            text = self.text.text().strip()
            verb = partial(_reworded, self._services, self._incident, text, self._keeper.now)
            self._run(verb, self.tr("Händelsen är över."))

    def _times(self) -> tuple[datetime | None, datetime | None] | None:
        """When it began and ended, None for what was not written; nothing when it is wrong."""
        found: list[datetime | None] = []
        for field in (self.starts, self.ends):
            written = field.text().strip()
            try:
                found.append(read_past(written, self._keeper.now) if written else None)
            except ValueError:
                self._wrong(field, self.tr("Skriv tiden som 13:40 eller 2026-11-21 13:40."))
                return None
        starts, ends = found
        began = starts or (self._incident.starts_at if self._incident else self._keeper.now)
        if ends is not None and ends < began:
            self._wrong(self.ends, self.tr("Det slutade inte före det började."))
            return None
        return starts, ends

    def _run(self, verb: Callable[[], Changes], told: str) -> None:
        self._trouble.hide()
        self.set_busy(True)
        self._tasks.run(self, verb, lambda _: self._done(told), self._refuse)

    def _done(self, told: str) -> None:
        self._keeper.read()
        self.said.emit(told)
        self.accept()

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        field = {"starts_at": self.starts, "ends_at": self.ends, "text": self.text}.get(
            str(error.facts.get("field", ""))
        )
        if isinstance(field, Field):
            self._wrong(field, self.tr("Den tiden går inte att spara."))
            return
        self._trouble.say(sentence(error))
        self._trouble.show()
        self.make_room()

    def _wrong(self, field: Field, words: str) -> None:
        field.show_error(words)
        field.setFocus()


def _reworded(
    services: Services, incident: Incident, text: str, ends_at: datetime | None
) -> Changes:
    """On the store's thread: other words, and that it is over, as far as either was said."""
    changes: tuple[Changes, ...] = ()
    if text != incident.text.strip():
        changes = (services.incidents.word(incident.id, text),)
    if ends_at is not None and incident.ends_at is None:
        changes = (*changes, services.incidents.end(incident.id, ends_at))
    return Changes(tuple(item for each in changes for item in each.items))
