"""All that is known of the link to the centre, in whole sentences."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from kundcenter.domain.link import Burden, LinkState, Phase
from ui.link import LinkView
from ui.link_words import LOOK_MS, link_badge, waiting_words
from ui.texts import sentence_of
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.times import lately, span
from ui.widgets.chip import Chip
from ui.widgets.dialog import Dialog
from ui.widgets.text import Text


class LinkDialog(Dialog):
    """Follows the link while it is open.  Names nobody, so that it may stay in sight."""

    def __init__(
        self, view: LinkView, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("LinkDialog", "Förbindelsen med centralen"),
            sentence=translate(
                "LinkDialog",
                "Du kan arbeta som vanligt hela tiden. Allt sparas här först, krypterat,"
                " och skickas av sig självt.",
            ),
            primary=translate("LinkDialog", "Stäng"),
            parent=parent,
        )
        self.secondary.hide()
        self.confirmed.connect(self.accept)
        self._view, self._now = view, now
        self.state = Chip(link_badge(view.state, now()))
        self.advice = Text("", wrap=True)
        self._grid = spaced(QGridLayout(), gap="s")
        self._grid.setColumnStretch(1, 1)
        self._values: dict[str, tuple[Text, Text]] = {}
        for at, (name, words) in enumerate(
            (
                ("since", self.tr("Sedan")),
                ("waiting", self.tr("Väntar på svar")),
                ("oldest", self.tr("Den äldsta är från")),
                ("heard", self.tr("Senaste svar")),
                ("skew", self.tr("Klockan")),
            )
        ):
            pair = Text(words, Type.SMALL, role="muted"), Text("", figures=True)
            self._grid.addWidget(pair[0], at, 0)
            self._grid.addWidget(pair[1], at, 1)
            self._values[name] = pair
        self.body.addWidget(self.state)
        self.body.addWidget(self.advice)
        self.body.addLayout(self._grid)
        self._tick = QTimer(self)
        self._tick.setInterval(LOOK_MS)
        self._tick.timeout.connect(self._show)
        self._tick.start()
        view.changed.connect(self._show)
        self._show()

    def value(self, name: str) -> str:
        """What stands there, empty when it does not."""
        shown = self._values[name][1]
        return "" if shown.isHidden() else shown.text()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._show)  # when its texts have their own size

    def _show(self) -> None:
        state, now = self._view.state, self._now()
        self.state.show_badge(link_badge(state, now))
        self.advice.setText(advice(state, now))
        oldest, heard = state.waiting.since, state.heard_at
        told = {
            "since": lately(state.since, now) if state.since else "",
            "waiting": waiting_words(state.waiting.count),
            "oldest": lately(oldest, now) if oldest else "",
            "heard": lately(heard, now) if heard else self.tr("Inget än"),
            "skew": self._clock(state),
        }
        for name, words in told.items():
            for part in self._values[name]:
                part.setVisible(bool(words))
            shown = self._values[name][1]
            shown.setText(words)
            shown.setMinimumHeight(shown.sizeHint().height())  # else large text is cut beneath
        self.make_room()

    def _clock(self, state: LinkState) -> str:
        if not state.clock_suspect:
            return ""
        ahead = state.skew.total_seconds() < 0
        words = self.tr("Går {span} före centralens.") if ahead else self.tr("Går {span} efter.")
        return words.format(span=span(abs(state.skew)))


def advice(state: LinkState, now: datetime) -> str:
    """What it means for the operator, and what to do if there is anything to do."""
    translate = QCoreApplication.translate
    told = []
    if state.code and state.phase is not Phase.JOINED:
        told.append(sentence_of(state.code))
    if state.phase in {Phase.STOPPED, Phase.STUCK}:
        told.append(translate("LinkDialog", "Säg till arbetsledaren eller it-stödet."))
    elif state.phase is Phase.AWAY:
        told.append(translate("LinkDialog", "Det försöks igen av sig självt."))
    elif state.phase is Phase.JOINED:
        told.append(translate("LinkDialog", "Centralen svarar."))
    if state.burden(now) is Burden.GRAVE:
        grave = translate(
            "LinkDialog",
            "Arbete har legat bara här i mer än ett dygn. Arbetsledaren behöver veta det.",
        )
        told.append(grave)
    if state.doubt:
        told.append(sentence_of(state.doubt))
    if state.clock_suspect:
        clock = translate("LinkDialog", "Datorns klocka behöver ställas av it-stödet.")
        told.append(clock)
    return " ".join(told)
