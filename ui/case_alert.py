"""Cases that are late or near their end are told at the window: a number in the rail, and for
those who lead a banner before the time is over.  The chief is told of suspected injuries at once.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from kundcenter.domain.access import Function, Role
from ui.actions import Action
from ui.case_keeper import CaseKeeper
from ui.services import Services
from ui.tasks import Tasks
from ui.theme.colours import ToneName
from ui.widgets.banner import Banner
from ui.widgets.key_hint import key_text
from ui.window import Window

NAME = "cases"


class CaseAlert(QObject):
    """Seats the keeper with the operator, and shows it as long as it is true; names nobody."""

    def __init__(self, tasks: Tasks, services: Services, window: Window) -> None:
        super().__init__(window)
        self.keeper, self._window = CaseKeeper.of(tasks, services), window
        self._banner: Banner | None = None
        self._tone = ToneName.WARNING
        self.keeper.changed.connect(self.show)

    def sit_down(self, roles: frozenset[Role]) -> None:
        """Somebody is here."""
        self.keeper.sit_down(roles)

    def unlocked(self) -> None:
        """They are here again."""
        self.keeper.catch_up()

    def forget(self) -> None:
        """They have left."""
        self.keeper.forget()

    def show(self) -> None:
        """As it is now."""
        waiting = self.keeper.seen.waiting
        count = waiting.late + waiting.soon
        told = self.tr("{late} försenade ärenden, {soon} som snart är det")
        words = told.format(late=waiting.late, soon=waiting.soon) if count else ""
        self._window.rail.button(NAME).set_count(count, words)
        injuries = len(self.keeper.seen.injuries)
        leads = self.keeper.may(Function.LEAD_CASES)
        if not (injuries or (leads and count)) or not self._window.at_desk:
            self._hide()
            return
        parts = []
        if injuries:
            told = self.tr("Misstänkta vårdskador att besluta om: {count}.")
            parts.append(told.format(count=injuries))
        if waiting.late:
            parts.append(self.tr("Försenade ärenden: {count}.").format(count=waiting.late))
        if waiting.soon:
            parts.append(self.tr("Snart försenade: {count}.").format(count=waiting.soon))
        parts.append(self.tr("Visa: {keys}").format(keys=key_text(Action.CASES)))
        self._say(
            " ".join(parts), ToneName.DANGER if waiting.late or injuries else ToneName.WARNING
        )

    def _say(self, words: str, tone: ToneName) -> None:
        if self._banner is not None and self._tone is tone:
            self._banner.say(words)
            return
        self._hide()
        icon = "warning" if tone is ToneName.DANGER else "clock"
        self._banner, self._tone = Banner(words, tone, icon=icon), tone
        self._window.show_banner(NAME, self._banner)

    def _hide(self) -> None:
        self._window.hide_banner(NAME)
        self._banner = None
