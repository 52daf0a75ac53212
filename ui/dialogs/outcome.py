"""What a call led to: every outcome with a letter of its own, which chooses it at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from kundcenter.domain.triage import CodeSet, Outcome
from ui.badges import Badge
from ui.theme.look import current
from ui.widgets.choice_row import Choice, ChoiceRow, marks_for
from ui.widgets.combo import Combo
from ui.widgets.dialog import Dialog

WIDE = 860  # pixels: two outcomes side by side


class OutcomeRow(ChoiceRow):
    """The outcomes.  Their letters follow the code set, whatever order they are shown in."""

    def __init__(self, codes: CodeSet, shown: Sequence[Outcome], label: str) -> None:
        marks = dict(
            zip(
                (outcome.code for outcome in codes.outcomes),
                marks_for([outcome.label for outcome in codes.outcomes]),
                strict=True,
            )
        )
        super().__init__(
            label,
            [Choice(outcome.code, Badge(outcome.label)) for outcome in shown],
            marks=[marks[outcome.code] for outcome in shown],
            dense=True,
        )


class OutcomeDialog(Dialog):
    """For a call without an entry: those outcomes that ask for none come first.

    `unwritten` when the call is about a patient of whom nothing is noted: only they are offered.
    """

    def __init__(
        self, codes: CodeSet, *, unwritten: bool = False, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        asked = translate("OutcomeDialog", "Samtalet har ingen anteckning. Vad ledde det till?")
        if unwritten:
            asked = translate(
                "OutcomeDialog",
                "Patienten har ingen anteckning. Råd ska journalföras;"
                " de här utfallen kräver ingen.",
            )
        super().__init__(
            translate("OutcomeDialog", "Avsluta samtalet"),
            sentence=asked,
            primary=translate("OutcomeDialog", "Avsluta"),
            parent=parent,
        )
        first = sorted(codes.outcomes, key=lambda outcome: outcome.journal)
        if unwritten:
            first = [outcome for outcome in first if not outcome.journal]
        self.outcome = _row_in(self, codes, first)


class OutcomePicker(Dialog):
    """Any outcome of the code set, for a field that shows one.  `chosen` is shown as it is."""

    def __init__(
        self, codes: CodeSet, chosen: str | None = None, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("OutcomePicker", "Hänvisning"),
            sentence=translate("OutcomePicker", "Bokstaven väljer direkt."),
            primary=translate("OutcomePicker", "Välj"),
            parent=parent,
        )
        self.outcome = _row_in(self, codes, codes.outcomes)
        self.outcome.choose(chosen)
        self.confirmed.connect(self.accept)


def go_to_outcome(codes: CodeSet, field: Combo, parent: QWidget) -> None:
    """To the field; from the field itself to all outcomes and their letters.

    So the key twice and a letter is any outcome, and the key and a word still is.
    """
    if not field.box.line.hasFocus():
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return
    dialog = OutcomePicker(codes, field.value, parent=parent)
    dialog.accepted.connect(lambda: field.take(dialog.outcome.value or ""))
    dialog.open()


def _row_in(dialog: Dialog, codes: CodeSet, shown: Sequence[Outcome]) -> OutcomeRow:
    words = QCoreApplication.translate("OutcomeDialog", "Samtalet ledde till")
    row = OutcomeRow(codes, shown, words)
    dialog.body.addWidget(row)
    wide = round(WIDE * min(1.25, current().metrics.scale))
    dialog.setMinimumWidth(wide)
    dialog.setMaximumWidth(wide)
    row.struck.connect(dialog.primary.click)  # nothing more is to be asked
    row.take_focus()
    return row
