"""The card of all signs of danger to life, with what to ask.  It stops nobody."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kundcenter.domain.red_flags import RedFlag, RedFlags
from ui.theme.colours import ToneName
from ui.theme.look import current
from ui.theme.metrics import Type
from ui.theme.space import emptied, spaced
from ui.widgets.banner import Banner
from ui.widgets.card import Card
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.page import Page
from ui.widgets.speech import named
from ui.widgets.text import Glyph, Text

translate = QCoreApplication.translate


class RedFlagDialog(Dialog):
    """All signs by group, with what to ask.  For every role; `confirmed` asks for 112."""

    private = False  # it tells of nobody

    def __init__(self, flags: RedFlags, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("red_flags", "Varningstecken"),
            primary=translate("red_flags", "Larma 112"),
            sentence=translate("red_flags", "Läs frågan högt. Är du osäker: larma 112."),
            secondary=translate("red_flags", "Stäng"),
            danger=True,
            parent=parent,
        )
        self._flags = flags
        if flags.demonstration:
            words = translate("red_flags", "Påhittat innehåll, version {version}. Inte granskat.")
            banner = Banner(words.format(version=flags.version), ToneName.WARNING, wrap=True)
            self.body.addWidget(banner)
        self.search = Field(translate("red_flags", "Sök tecken"), longest=80)
        self.search.changed.connect(self._show)
        self.body.addWidget(self.search)
        self._page = Page("none", "m")
        self.body.addWidget(self._page, 1)
        scale = current().metrics.scale
        self._page.setMinimumHeight(round(340 * min(scale, 1.2)))
        self.resize(round(640 * scale), 660)
        self._show("")

    def _show(self, typed: str) -> None:
        emptied(self._page.body)
        found = self._flags.found(typed)
        for group in self._flags.groups:
            of_group = [flag for flag in self._flags.of(group) if flag in found]
            if of_group:
                self._page.body.addWidget(_group(group.label, of_group))
        if not found:
            words = translate("red_flags", "Inget tecken passar. Är du osäker: larma 112.")
            self._page.body.addWidget(Text(words, wrap=True))
        self._page.body.addStretch()


def _group(label: str, flags: list[RedFlag]) -> Card:
    card = Card(label)
    card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    for flag in flags:
        row = QWidget()
        named(row, flag.sign, flag.ask)
        across = spaced(QHBoxLayout(row), gap="s")
        across.addWidget(Glyph("warning", "danger"), 0, Qt.AlignmentFlag.AlignTop)
        words = spaced(QVBoxLayout(), gap="xs")
        words.addWidget(Text(flag.ask, Type.STRONG, wrap=True))
        words.addWidget(Text(flag.sign, Type.SMALL, role="muted", wrap=True))
        across.addLayout(words, 1)
        card.body.addWidget(row)
    return card
