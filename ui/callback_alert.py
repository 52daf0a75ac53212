"""What is due is called out at the window: a banner that stays, a number in the rail."""

from __future__ import annotations

from PySide6.QtCore import QObject

from kundcenter.domain.callbacks import CallbackKind, Promise
from ui.actions import Action
from ui.callback_keeper import CallbackKeeper
from ui.services import Services
from ui.tasks import Tasks
from ui.theme.colours import ToneName
from ui.times import clock
from ui.widgets.banner import Banner
from ui.widgets.key_hint import key_text
from ui.window import Window

NAME = "callbacks"


class CallbackAlert(QObject):
    """Shows it as long as it is true; no patient is named."""

    def __init__(self, tasks: Tasks, services: Services, window: Window) -> None:
        super().__init__(window)
        self._keeper, self._window = CallbackKeeper.of(tasks, services), window
        self._banner: Banner | None = None
        self._tone = ToneName.WARNING
        self._keeper.changed.connect(self.show)

    def show(self) -> None:
        """As it is now."""
        due = self._keeper.due
        button = self._window.rail.button(NAME)
        words = self.tr("{count} att ringa nu").format(count=len(due)) if due else ""
        button.set_count(len(due), words)
        if not due or not self._window.at_desk:
            self._hide()
            return
        first, now = due[0], self._keeper.now
        late = any(each.promise(now) is Promise.AFTER for each in due)
        if first.kind is CallbackKind.SAFETY:
            what = self.tr("Säkerhetsnät: ring upp {clock}.")
        else:
            what = self.tr("Du har lovat att ringa {clock}.")
            if first.holder is None:
                what = self.tr("Lovat att ringa {clock}, ingen har tagit det.")
        parts = [what.format(clock=clock(first.due_at))]
        if len(due) > 1:
            parts.append(self.tr("{count} till.").format(count=len(due) - 1))
        parts.append(self.tr("Visa: {keys}").format(keys=key_text(Action.CALLBACKS)))
        self._say(" ".join(parts), ToneName.DANGER if late else ToneName.WARNING)

    def _say(self, words: str, tone: ToneName) -> None:
        if self._banner is not None and self._tone is tone:
            self._banner.say(words)
            return
        self._hide()
        icon = "warning" if tone is ToneName.DANGER else "phone-out"
        late = tone is ToneName.DANGER
        self._banner, self._tone = Banner(words, tone, icon=icon, loud=late), tone
        self._window.show_banner(NAME, self._banner)

    def _hide(self) -> None:
        self._window.hide_banner(NAME)
        self._banner = None
