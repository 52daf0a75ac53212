"""Where the fields of a note are: by their names in a Note, gone to, and told what is missing."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.panels.deviation import DeviationRow
from ui.panels.note_keys import focus_on
from ui.panels.note_more import MoreFields
from ui.panels.note_ticks import Ticks
from ui.widgets.buttons import Button
from ui.widgets.labelled import Labelled
from ui.widgets.text_area import TextArea


class NotePlaces(QWidget):
    """What a form of a note can do with its fields whatever they hold."""

    call_back_ticks: Ticks
    call_back_if: TextArea
    more: MoreFields
    unfold: Button
    deviating: DeviationRow

    @property
    def fields(self) -> dict[str, QWidget]:
        """Every field by the name it has in a Note, in order."""
        names = (
            "reason", "informant", "informant_name", "course", "findings", "history",
            "background", "assessment", "urgency", "outcome", "unit", "advice_ticks", "advice",
            "call_back_ticks", "call_back_if", "understood", "patient_view", "patient_view_text",
        )  # fmt: skip
        more = (
            "support_topic", "support_version", "deviation", "deviation_reason",
            "interpreter_kind", "interpreter_language",
        )  # fmt: skip
        found: dict[str, QWidget] = {name: getattr(self, name) for name in names}
        return found | {name: getattr(self.more, name) for name in more}

    def go_to(self, name: str) -> None:
        """Put the focus into a field, by its name in a Note; what hides it is opened."""
        if name == "deviation" and self.deviating.asking:
            self.deviating.take_focus()
            return
        target = self.fields["unit" if name == "unit_id" else name]
        if self.more.isAncestorOf(target):
            self.show_more(True)
        if target is self.call_back_if and self.call_back_ticks.grid.boxes:
            target = self.call_back_ticks
        focus_on(target)

    def show_missing(self, missing: tuple[str, ...], sentence: str) -> None:
        """Put a sentence under each field that is missing, and go to the first."""
        for name in reversed(missing):
            target = self.fields["unit" if name == "unit_id" else name]
            if self.more.isAncestorOf(target):
                self.show_more(True)
            target.setVisible(True)
            if isinstance(target, Labelled):
                target.show_error(sentence)
            focus_on(target)

    def clear_errors(self) -> None:
        for each in self.fields.values():
            if isinstance(each, Labelled):
                each.clear_error()

    def show_more(self, shown: bool) -> None:
        """Fold out what most notes do without, or in again."""
        self.more.setVisible(shown)
        self.unfold.setVisible(not shown or self.more.empty())
