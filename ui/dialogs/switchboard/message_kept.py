"""What is written of a message outlives a crash: the texts, and the choices too."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from kundcenter.domain.drafts import FORMS, FormKind
from ui.dialogs.switchboard.message_parts import Choices
from ui.kept_form import Fields, KeptForm
from ui.services import Services
from ui.switchboard.receivers import MessageAbout
from ui.tasks import Tasks
from ui.widgets.dialog import Dialog


class KeptMessage(KeptForm):
    """A choice that nobody has made anew since then is made again."""

    def __init__(
        self,
        dialog: Dialog,
        tasks: Tasks,
        services: Services,
        about: MessageAbout,
        fields: Fields,
        *,
        choices: Mapping[str, Choices],
    ) -> None:
        self._choices = dict(choices)
        super().__init__(dialog, tasks, services, (FormKind.MESSAGE, subject_of(about)), fields)
        for choice in self._choices.values():
            choice.changed.connect(self._on_changed)

    def _texts(self) -> dict[str, str]:
        return super()._texts() | {name: each.text() for name, each in self._choices.items()}

    def _give_back(self, texts: Mapping[str, str]) -> None:
        for name, choice in self._choices.items():
            lost = texts.get(name, "")
            if lost and lost != choice.text() and choice.text() == self._at_first[name]:
                choice.put(lost)
        super()._give_back(texts)


def subject_of(about: MessageAbout) -> UUID:
    """Each call has a message of its own that is being written; without one there is one."""
    return about.call.id if about.call is not None else FORMS
