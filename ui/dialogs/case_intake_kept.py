"""What is said while a matter is taken in outlives a crash: the texts, and the choices too."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID, uuid5

from kundcenter.domain.drafts import FORMS, FormKind
from ui.dialogs.case_intake_parts import IntakeAbout, Kept
from ui.dialogs.case_intake_routes import RoutesCard
from ui.kept_form import KeptForm
from ui.services import Services
from ui.tasks import Tasks
from ui.widgets.choice_row import ChoiceRow
from ui.widgets.combo import Combo
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.text_area import TextArea
from ui.widgets.tick_row import TickRow

Chosen = ChoiceRow | TickRow | Combo | RoutesCard


class KeptIntake(KeptForm):
    """A choice that nobody has made anew since then is made again."""

    def __init__(
        self,
        dialog: Dialog,
        tasks: Tasks,
        services: Services,
        subject: UUID,
        parts: Mapping[str, Kept | RoutesCard],
    ) -> None:
        texts: dict[str, Field | TextArea] = {}
        self._chosen: dict[str, Chosen] = {}
        for name, part in parts.items():
            if isinstance(part, Field | TextArea):
                texts[name] = part
            else:
                self._chosen[name] = part
        super().__init__(dialog, tasks, services, (FormKind.CASE, subject), texts)
        for part in self._chosen.values():
            said = part.changed if isinstance(part, TickRow) else part.chosen
            said.connect(lambda *_: self._on_changed())

    def _texts(self) -> dict[str, str]:
        return super()._texts() | {name: _said(part) for name, part in self._chosen.items()}

    def _give_back(self, texts: Mapping[str, str]) -> None:
        chosen = False
        for name, part in self._chosen.items():
            lost = texts.get(name, "")
            if lost != _said(part) and _said(part) == self._at_first[name]:
                _say(part, lost)
                chosen = True
        written = any(
            texts.get(name, "").strip() and texts[name] != field.text()
            for name, field in self._fields.items()
        )
        super()._give_back(texts)
        if chosen and not written:
            self._mark()


def subject_of(about: IntakeAbout) -> UUID:
    """Of the person too: the next part of the call is about somebody else."""
    if about.call_id is None:
        return FORMS
    return uuid5(about.call_id, f"case {about.person.id if about.person else ''}")


def _said(part: Chosen) -> str:
    if isinstance(part, TickRow):
        return " ".join(part.values)
    if isinstance(part, RoutesCard):
        return part.value if part.own else ""  # what is proposed is proposed again
    return part.value or ""


def _say(part: Chosen, value: str) -> None:
    if isinstance(part, TickRow):
        for name, box in part.boxes.items():
            box.setChecked(name in value.split())
    elif isinstance(part, RoutesCard):
        part.take(value)
    else:
        part.choose(value or None)
