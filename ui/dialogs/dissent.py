"""What the patient holds to be wrong in an entry, noted beside it."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.domain.drafts import FormKind
from kundcenter.domain.journal import Relation
from kundcenter.errors import KundcenterError
from ui.kept_form import Fields, KeptForm
from ui.labels import label
from ui.services import Services
from ui.tasks import Tasks
from ui.texts import sentence
from ui.widgets.combo import Combo, Option
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.text_area import TextArea


class DissentDialog(Dialog):
    """`noted` when it stands in the record."""

    noted = Signal()

    def __init__(
        self, tasks: Tasks, services: Services, entry_id: UUID, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("DissentDialog", "Anteckna avvikande mening"),
            sentence=translate(
                "DissentDialog",
                "Det som patienten anser är fel står kvar bredvid anteckningen. "
                "Anteckningen själv ändras inte.",
            ),
            primary=translate("DissentDialog", "Anteckna"),
            parent=parent,
        )
        self._tasks, self._services, self._entry_id = tasks, services, entry_id
        self.text = TextArea(self.tr("Vad är fel eller missvisande?"), fewest=3)
        self.by_name = Field(self.tr("Vem har den avvikande meningen?"), longest=300)
        self.relation = Combo(
            self.tr("Relation till patienten"),
            [Option(relation, label(relation)) for relation in Relation],
        )
        self.relation.choose(Relation.SELF)
        for part in (self.text, self.by_name, self.relation):
            self.body.addWidget(part)
        fields: Fields = {"text": self.text, "by_name": self.by_name}
        KeptForm(self, tasks, services, (FormKind.DISSENT, entry_id), fields)
        self.confirmed.connect(self._note)
        self.text.setFocus()

    def _note(self) -> None:
        for field in (self.text, self.by_name):
            if not field.text().strip():
                field.show_error(self.tr("Fyll i fältet."))
                field.setFocus()
                return
        self.set_busy(True)
        relation = Relation(self.relation.value or Relation.SELF)
        verb = partial(
            self._services.journal.dissent,
            self._entry_id,
            self.text.text(),
            self.by_name.text(),
            relation,
        )
        self._tasks.run(self, verb, lambda _: self._done(), self._refuse)

    def _done(self) -> None:
        self.noted.emit()
        self.accept()

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self.text.show_error(sentence(error))
