"""What is noted of a question about a person outlives a crash: the texts, and the choices too."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from kundcenter.domain.drafts import FormKind
from ui.kept_form import KeptForm
from ui.services import Services
from ui.tasks import Tasks
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.text_area import TextArea


class KeptInquiry(KeptForm):
    """A choice that nobody has made anew since then is made again.  Who it is about is not kept."""

    def __init__(
        self,
        dialog: Dialog,
        tasks: Tasks,
        services: Services,
        subject: UUID,
        parts: Mapping[str, Field | TextArea | ChoiceRow],
    ) -> None:
        texts: dict[str, Field | TextArea] = {}
        self._choices: dict[str, ChoiceRow] = {}
        for name, part in parts.items():
            if isinstance(part, ChoiceRow):
                self._choices[name] = part
            else:
                texts[name] = part
        super().__init__(dialog, tasks, services, (FormKind.INQUIRY, subject), texts)
        for row in self._choices.values():
            row.chosen.connect(lambda _: self._on_changed())

    def _texts(self) -> dict[str, str]:
        chosen = {name: row.value or "" for name, row in self._choices.items()}
        return super()._texts() | chosen

    def _give_back(self, texts: Mapping[str, str]) -> None:
        for name, row in self._choices.items():
            lost = texts.get(name, "")
            if lost and not row.value:
                row.choose(lost)
        super()._give_back(texts)
