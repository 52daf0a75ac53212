"""What a draft of the rules is called, and when somebody has to look at them again."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kundcenter.domain.routing.text import TITLE_LIMIT
from kundcenter.errors import KundcenterError
from ui.rule_words import refusal
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field


class TitleDialog(Dialog):
    """A new draft has a title only."""

    def __init__(
        self,
        title: str,
        review_on: date | None,
        *,
        new: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("TitleDialog", "Nytt utkast")
            if new
            else translate("TitleDialog", "Rubrik och granskning"),
            sentence=translate(
                "TitleDialog",
                "Utkastet börjar som det som gäller nu, och gäller inte förrän det är publicerat.",
            )
            if new
            else "",
            primary=translate("TitleDialog", "Börja") if new else translate("TitleDialog", "Spara"),
            parent=parent,
        )
        self.title = Field(self.tr("Rubrik"), longest=TITLE_LIMIT)
        self.title.set_text(title)
        self.review = Field(self.tr("Granskas senast"), longest=10, placeholder="2027-11-21")
        self.review.set_text(review_on.isoformat() if review_on else "")
        self.review.setHidden(new)
        self.body.addWidget(self.title)
        self.body.addWidget(self.review)

    @property
    def review_on(self) -> date | None:
        """The day as it stands.  Raises ValueError."""
        text = self.review.text().strip()
        return date.fromisoformat(text) if text else None

    def agrees(self) -> bool:
        """Whether the day is one; if not it is said."""
        try:
            _ = self.review_on
        except ValueError:
            self.review.show_error(self.tr("Skriv dagen som 2027-11-21."))
            self.review.setFocus()
            return False
        return True

    def refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self.title.show_error(refusal(error))
