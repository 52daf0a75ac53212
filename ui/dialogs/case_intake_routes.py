"""Who is to have the matter: what the routing proposes, why, and what to heed (DOMAIN §7.2)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kundcenter.domain.case_codes import Recipient
from kundcenter.domain.case_routing import Proposal
from ui.labels import label
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.card import Card
from ui.widgets.combo import Combo, Option
from ui.widgets.text import Text

RECIPIENTS = tuple(each for each in Recipient if each)


class RoutesCard(Card):
    """`chosen` when the operator takes another recipient than the one that is proposed first."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("RoutesCard", "Vem ska ha det?"), icon="arrow-right", parent=parent
        )
        self.recipient = Combo(
            self.tr("Mottagare"), [Option(each, label(each)) for each in RECIPIENTS]
        )
        self.recipient.chosen.connect(self._on_chosen)
        self.own = False  # whether the operator has chosen
        self.shown: tuple[Proposal, ...] = ()
        self._column = spaced(QVBoxLayout(), gap="s")
        self._rows: list[tuple[Text, Text, Text]] = []
        self.body.addWidget(self.recipient)
        self.body.addLayout(self._column)

    @property
    def value(self) -> Recipient:
        return Recipient(self.recipient.value or Recipient.UNSAID)

    def show_proposals(self, proposals: Sequence[Proposal]) -> None:
        """The first is chosen until the operator has chosen."""
        if tuple(proposals) == self.shown:
            return
        self.shown = tuple(proposals)
        for _ in range(len(self.shown) - len(self._rows)):
            self._add()
        for at, parts in enumerate(self._rows):
            for part in parts:
                part.setVisible(at < len(self.shown))
        for (head, why, heed), each in zip(self._rows, self.shown, strict=False):
            head.setText(label(each.recipient))
            why.setText(" ".join(map(label, each.reasons)))
            heed.setText(" ".join(map(label, each.cautions)))
            heed.setVisible(bool(each.cautions))
        if not self.own:
            self.recipient.choose(self.shown[0].recipient if self.shown else None)

    def _add(self) -> None:
        head, why = Text("", Type.STRONG, wrap=True), Text("", Type.SMALL, role="muted", wrap=True)
        heed = Text("", Type.SMALL, role="warning", wrap=True)
        row = spaced(QVBoxLayout(), gap="xs")
        for part in (head, why, heed):
            row.addWidget(part)
        self._column.addLayout(row)
        self._rows.append((head, why, heed))

    def take(self, value: str) -> None:
        """As it was chosen before a crash."""
        self.recipient.choose(value or None)
        self.own = bool(value)

    def _on_chosen(self, _: str) -> None:
        self.own = True
        self.chosen.emit()
