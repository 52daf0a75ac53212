"""What the rules say of a cancellation before anything is saved, and the sentence to say aloud."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kundcenter.domain.bookings import Booking
from kundcenter.domain.cancellations import Assessment, CancelFacts, CancelReason
from kundcenter.domain.consult import Consult
from ui.badges import Badge
from ui.dialogs.say import Said
from ui.theme.colours import ToneName
from ui.theme.space import spaced
from ui.times_words import consequences, rule_lines, to_say, verdict_badge
from ui.widgets.banner import Banner
from ui.widgets.chip import Chip
from ui.widgets.text import Text


class TimeVerdict(QWidget):
    """Empty until `show_told`."""

    def __init__(self, consult: Consult, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._consult = consult
        self.chip = Chip(Badge(self.tr("Räknar på gränsen"), icon="clock"))
        self.lines = Text("", role="muted", wrap=True)
        self.means = Text("", wrap=True)
        self.said = Said()
        self.said.hide()
        self.barred = Banner(
            self.tr(
                "Mottagningen låter inte andra avboka den här tiden. Ställ patienten i dess kö."
            ),
            ToneName.WARNING,
            icon="warning",
            wrap=True,
        )
        chips = spaced(QHBoxLayout(), gap="s")
        chips.addWidget(self.chip)
        chips.addStretch()
        column = spaced(QVBoxLayout(self), gap="s")
        column.addWidget(self.barred)
        column.addLayout(chips)
        for text in (self.lines, self.means):
            column.addWidget(text)
            text.hide()
        column.addWidget(self.said)
        self.barred.hide()

    def show_told(
        self, told: Assessment, booking: Booking, facts: CancelFacts, *, barred: bool = False
    ) -> None:
        """Say it, and aloud where it has changed.  Of who has died nobody is told of a fee.

        `barred` when the booking's own flag forbids it: then only the unit can do it.
        """
        dead = facts.reason is CancelReason.DECEASED
        self.barred.setVisible(barred)
        self.chip.setVisible(not dead)
        self.chip.show_badge(verdict_badge(told, facts))
        region = self._consult.region(told.rule.region) if told.rule else None
        lines = [] if dead else rule_lines(told, region.name if region else "")
        means = [] if dead else consequences(told)
        for text, words in ((self.lines, lines), (self.means, [f"• {each}" for each in means])):
            text.setText("\n".join(words))
            text.setVisible(bool(words))
        said = to_say(told, booking, facts)
        if barred:
            said = self.tr("Den tiden avbokar mottagningen själv. Jag ber dem ringa upp dig.")
        self.said.say(said)
        self.said.show()
