"""Vart?: the ranked destinations of the note, with their reasons, and what is left out and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kundcenter.domain.triage import CodeSet
from ui.actions import Action
from ui.panels.where_rows import OfferLines
from ui.panels.where_words import Shown
from ui.theme.colours import ToneName
from ui.theme.metrics import Type
from ui.theme.space import emptied, spaced
from ui.widgets.banner import Banner
from ui.widgets.beside import Beside
from ui.widgets.buttons import Button, ButtonKind, IconButton
from ui.widgets.card import Card
from ui.widgets.combo import Combo, Option
from ui.widgets.found_box import FoundCombo
from ui.widgets.key_hint import KeyHint
from ui.widgets.sight import into_sight
from ui.widgets.text import Text

MOST_LEFT_OUT = 25  # lines; the rest is counted
MOST_REDIRECTS = 3


class WhereTo(QWidget):
    """Hidden until it is asked for.  `picked` carries the place in the list, 1 the first;
    `asked` when it is opened, `told` when something is told of the patient; `left` when it is put
    away.
    """

    picked = Signal(int)
    asked = Signal()
    told = Signal()
    left = Signal()

    def __init__(self, codes: CodeSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = Card(self.tr("Vart?"), icon="pin", parent=self)
        self.card.trailing.addWidget(KeyHint(Action.ROUTE))
        away = IconButton(self.tr("Stäng förslagen"), "close", parent=self)
        away.clicked.connect(self.put_away)
        self.card.trailing.addWidget(away)
        self.listed = FoundCombo(
            self.tr("Listad hos"),
            placeholder=self.tr("Okänt – skriv en del av namnet"),
            parent=self,
        )
        self.place = Combo(
            self.tr("Är nu i"), placeholder=self.tr("Okänt – skriv kommunen"), parent=self
        )
        self._missing = Text("", Type.SMALL, role="warning", wrap=True, parent=self)
        self._redirects = spaced(QVBoxLayout(), gap="xs")
        self.lines = OfferLines(self.tr("Förslag, det bästa först"), self.place.box, self)
        self.more = Button(
            "", ButtonKind.QUIET, icon="chevron-down", name=self.tr("Fler förslag"), parent=self
        )
        self.more.clicked.connect(self.lines.show_all)
        self._out = Button(
            "", ButtonKind.QUIET, icon="chevron-down", name=self.tr("Bortvalda"), parent=self
        )
        self._left_out = QWidget(self)
        self._left_out_rows = spaced(QVBoxLayout(self._left_out), ("m", "none"), "xs")
        self._source = Text("", Type.SMALL, role="muted", wrap=True, parent=self)
        self._shown = Shown()
        self._lay_out()
        self._listen()
        self.hide()

    # -- what others ask -----------------------------------------------------------------------

    @property
    def open(self) -> bool:
        return not self.isHidden()

    def ask(self) -> None:
        """Open it, with the focus on the first suggestion as soon as there is one."""
        self.lines.show_few()
        self.show()
        self.asked.emit()

    def put_away(self) -> None:
        if self.open:
            self.hide()
            self.left.emit()

    def offer_places(self, municipalities: Sequence[str]) -> None:
        """The municipalities that the patient can be in."""
        self.place.set_options([Option(name, name) for name in municipalities])

    def forget_patient(self) -> None:
        """What was told of one patient is not another's."""
        self.listed.choose(None)
        self.place.choose(None)

    def show_routes(self, shown: Shown) -> None:
        """What there is to choose among."""
        self._shown = shown
        self._missing.setText(shown.missing)
        self._missing.setVisible(bool(shown.missing))
        self.lines.show_offers(shown.offers)
        self._source.setText(" ".join(part for part in (shown.rules, shown.source) if part))
        self._show_redirects(shown.redirects)
        count = len(shown.left_out)
        self._out.setVisible(bool(count))
        self._out.setText(self.tr("Bortvalda: {count}").format(count=count))
        if not count or not self._left_out.isHidden():
            self._unfold(bool(count))

    @property
    def being_told(self) -> bool:
        """Whether the focus is where the patient is told of."""
        return any(field.box.line.hasFocus() for field in (self.listed, self.place))

    def take_focus(self) -> None:
        if self.lines.lines:
            self.lines.take_focus()
        else:
            self.listed.setFocus()
        into_sight(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    # -- how it is made ------------------------------------------------------------------------

    def _lay_out(self) -> None:
        body = self.card.body
        body.addWidget(self._source)
        body.addWidget(Beside(self.listed, self.place, parent=self))
        body.addWidget(self._missing)
        body.addLayout(self._redirects)
        body.addWidget(self.lines)
        body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        body.addWidget(self._out, 0, Qt.AlignmentFlag.AlignLeft)
        body.addWidget(self._left_out)
        column = spaced(QVBoxLayout(self), gap="none")
        column.addWidget(self.card)
        for each in (self._missing, self.more, self._out, self._left_out):
            each.hide()

    def _listen(self) -> None:
        self.lines.taken.connect(self.picked)
        self._out.clicked.connect(lambda: self._unfold(self._left_out.isHidden()))
        self.lines.more.connect(self._show_more)
        self.listed.chosen.connect(lambda _: self.told.emit())
        self.place.chosen.connect(lambda _: self.told.emit())

    def _show_more(self) -> None:
        hidden = self.lines.hidden
        self.more.setVisible(hidden > 0)
        self.more.setText(self.tr("{count} förslag till").format(count=hidden))

    def _show_redirects(self, sentences: Sequence[str]) -> None:
        emptied(self._redirects)
        for sentence in sentences[:MOST_REDIRECTS]:
            banner = Banner(sentence, ToneName.WARNING, icon="warning", wrap=True, parent=self)
            self._redirects.addWidget(banner)

    def _unfold(self, shown: bool) -> None:
        emptied(self._left_out_rows)
        if shown:
            for line in self._shown.left_out[:MOST_LEFT_OUT]:
                self._left_out_rows.addWidget(Text(line, Type.SMALL, wrap=True))
            rest = len(self._shown.left_out) - MOST_LEFT_OUT
            rest = max(0, rest) + self._shown.further
            if rest > 0:
                words = self.tr("och {count} längre bort").format(count=rest)
                self._left_out_rows.addWidget(Text(words, Type.SMALL, role="muted"))
        self._left_out.setVisible(shown)
        self._out.set_icon("chevron-up" if shown else "chevron-down")
