"""How the program looks: theme, text size, density.  Tried at once, kept for the operator."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from ui.badges import Badge
from ui.theme.look import Look
from ui.theme.metrics import SIZES, Density
from ui.theme.themes import ThemeName
from ui.widgets.choice_row import Choice, ChoiceRow
from ui.widgets.dialog import Dialog


class LookDialog(Dialog):
    """`tried` carries a Look at each choice; confirmed keeps it."""

    tried = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("LookDialog", "Utseende"),
            sentence=translate("LookDialog", "Valet följer dig, inte datorn."),
            primary=translate("LookDialog", "Behåll"),
            parent=parent,
        )
        self.colours = ChoiceRow(
            self.tr("Färger"),
            [
                Choice(ThemeName.LIGHT, Badge(self.tr("Ljust"), icon="sun")),
                Choice(ThemeName.DARK, Badge(self.tr("Mörkt"), icon="moon")),
                Choice(ThemeName.CONTRAST, Badge(self.tr("Hög kontrast"), icon="contrast")),
            ],
        )
        self.text_size = ChoiceRow(
            self.tr("Textstorlek"),
            [Choice(str(size), Badge(f"{size} %", icon="text-size")) for size in SIZES],
        )
        self.density = ChoiceRow(
            self.tr("Täthet"),
            [
                Choice(Density.COMFORTABLE, Badge(self.tr("Luftig"), icon="list")),
                Choice(Density.COMPACT, Badge(self.tr("Tät"), icon="filter")),
            ],
        )
        self.colours.choose(look.theme)
        self.text_size.choose(str(look.size))
        self.density.choose(look.density)
        for row in (self.colours, self.text_size, self.density):
            self.body.addWidget(row)
            row.chosen.connect(lambda _: self.tried.emit(self.look))
        self.colours.take_focus()

    @property
    def look(self) -> Look:
        """What is chosen now."""
        return Look(
            ThemeName(self.colours.value or ThemeName.LIGHT),
            int(self.text_size.value or 100),
            Density(self.density.value or Density.COMFORTABLE),
        )
