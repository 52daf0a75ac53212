"""Above a card: whether something that was claimed on it holds.  What happened needs no line."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kundcenter.domain.link import Mark
from ui.actions import Action, words_of
from ui.link import mark_badge
from ui.theme.space import emptied, spaced
from ui.widgets.banner import Banner
from ui.widgets.key_hint import key_text
from ui.widgets.speech import announce


class ClaimLine(QWidget):
    """Not there while there is nothing to say, nor at a desk that has no centre."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Mark | None = None
        self._column = spaced(QVBoxLayout(self), gap="none")
        self.hide()

    def show_mark(self, mark: Mark | None) -> None:
        """The mark of the card in sight."""
        words = _words(mark) if mark is not None else ""
        if mark == self._shown:
            return
        self._shown = mark
        emptied(self._column)
        self.setVisible(bool(words))
        if mark is not None and words:
            badge = mark_badge(mark)
            self._column.addWidget(Banner(words, badge.tone, icon=badge.icon or "info", wrap=True))
            announce(self, words)


def _words(mark: Mark) -> str:
    translate = QCoreApplication.translate
    match mark:
        case Mark.PRELIMINARY:
            return translate(
                "ClaimLine", "Preliminär: centralen har inte svarat än. Du kan arbeta vidare."
            )
        case Mark.CONFIRMED:
            return translate("ClaimLine", "Bekräftad: det gäller.")
        case Mark.REVIEWED:
            words = translate(
                "ClaimLine", "Granskas: inget är borta, och mer står under {page} ({keys})."
            )
        case Mark.REJECTED:
            words = translate(
                "ClaimLine",
                "Avvisad: något som gjordes här gäller inte. Mer står under {page} ({keys}).",
            )
        case _:
            return ""
    return words.format(page=words_of(Action.TO_DO), keys=key_text(Action.TO_DO))
