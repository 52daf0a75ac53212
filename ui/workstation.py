"""The workstation: introduces the window's parts to one another and to the services."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from kundcenter.domain.access import MATRIX, Function
from kundcenter.domain.operators import Operator
from kundcenter.errors import KundcenterError
from ui.badges import Badge
from ui.dialogs.leave import LeaveDialog
from ui.dialogs.look import LookDialog
from ui.dialogs.printout import PrintDialog
from ui.doors import Doors
from ui.idle import IdleWatch
from ui.in_hand import InHand
from ui.looks import look_of, words_of
from ui.panels.cards import CardsPage
from ui.panels.log import LogPage
from ui.panels.operators import OperatorsPage
from ui.services import Services
from ui.strip_keeper import KEYS, StripKeeper
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.colours import ToneName
from ui.theme.look import Look
from ui.theme.wear import wear
from ui.widgets.banner import Banner
from ui.widgets.empty import EmptyState
from ui.widgets.notices import Severity
from ui.widgets.rail import RailButton
from ui.window import Window

IDLE_MINUTES = 5
PLACES = {  # in the order in which they are offered
    "cards": Function.WORK_CALLS,
    "log": Function.READ_CALL_LOG,
    "operators": Function.ADMINISTER,
}
REST = "rest"  # where those sit who may see none of them


class Workstation(QObject):
    """One operator's window on one desk."""

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        window: Window,
        *,
        place: str = "",
        demo: bool = False,
        line_expected: bool = False,
        idle_minutes: float = IDLE_MINUTES,
    ) -> None:
        super().__init__(window)
        self._tasks, self._services, self.window = tasks, services, window
        self._look = Look()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._app = app
        self.in_hand = InHand(tasks, services, self)
        self.strip = StripKeeper(window, self.in_hand, line_expected=line_expected)
        self.doors = Doors(tasks, services, window, place=place)
        self.cards = CardsPage(tasks, services)
        self.log = LogPage(tasks, services)
        self.operators = OperatorsPage(tasks, services)
        self._throwing_away = False
        self._idle = IdleWatch(app, idle_minutes, self)
        if demo:
            words = self.tr("TESTDATA – inga verkliga personer")
            window.show_banner("demo", Banner(words, ToneName.INFO, icon="info"))
        self._furnish()
        self._listen()

    def open(self) -> None:
        """Show the door."""
        self.doors.open()

    def show_store(self, *, whole: bool) -> None:
        """Say how the store is: all of it in two places, or the mirror behind for a while."""
        badge = Badge(self.tr("Sparat lokalt, krypterat"), icon="database")
        if not whole:
            words = self.tr("Sparat, men inte i reservkopian bredvid")
            badge = Badge(words, ToneName.WARNING, "database")
        self.window.status.show_item("store", badge)

    def _furnish(self) -> None:
        window = self.window
        window.add_page(
            "cards", RailButton(self.tr("Samtalskort"), "headset", keys="Ctrl+1"), self.cards
        )
        window.add_page("log", RailButton(self.tr("Samtal"), "list", keys="Ctrl+2"), self.log)
        window.add_page(
            "operators",
            RailButton(self.tr("Operatörer"), "people", keys="Ctrl+3"),
            self.operators,
        )
        nothing = EmptyState(
            self.tr("Inget att göra här än"), self.tr("Din roll har ingen egen sida.")
        )
        window.add_page(REST, RailButton(self.tr("Vila"), "coffee"), nothing)
        window.rail.button(REST).hide()
        look = RailButton(self.tr("Utseende"), "contrast", keys="Ctrl+,")
        lock = RailButton(self.tr("Lås"), "lock", keys="Ctrl+L")
        leave = RailButton(self.tr("Logga ut"), "logout", keys="Ctrl+Q")
        for button, act in (
            (look, self._ask_look),
            (lock, self.doors.lock),
            (leave, self._leave),
        ):
            button.clicked.connect(act)
            window.rail.foot.addWidget(button)
        self.show_store(whole=True)

    def _listen(self) -> None:
        tasks, window, hand = self._tasks, self.window, self.in_hand
        tasks.failed.connect(self._on_failed)
        window.page_chosen.connect(self._show_page)
        self.strip.registering.connect(self._register)
        self.strip.finishing.connect(self._finish)
        hand.opened.connect(self._open_card)
        hand.refused.connect(self._refuse)
        window.may_close = self._may_close
        self.doors.entered.connect(self._on_entered)
        self.doors.other_asked.connect(self._leave_to_another)
        self.doors.unlocked.connect(self._on_unlocked)
        self.doors.locked.connect(lambda: self._idle.watch(False))
        self.doors.left.connect(self._on_left)
        self._idle.idle.connect(self.doors.lock)
        self.cards.refused.connect(self._refuse)
        self.operators.refused.connect(self._refuse)
        self.operators.said.connect(partial(window.notices.say, severity=Severity.SUCCESS))
        self.cards.print_wanted.connect(self._ask_print)
        self.cards.registering.connect(self._register)
        self.cards.shown.connect(self._on_card_shown)
        self.log.registering.connect(self._register)
        self.log.opened.connect(self._open_card)
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+1": partial(self._show_page, "cards"),
            "Ctrl+2": partial(self._show_page, "log"),
            "Ctrl+3": partial(self._show_page, "operators"),
            "Ctrl+,": self._ask_look,
            "Ctrl+L": self.doors.lock,
            "Ctrl+Q": self._leave,
            **{keys: partial(self.strip.act, act) for act, keys in KEYS.items()},
        }
        for sequence, act in keys.items():
            QShortcut(QKeySequence(sequence), window, partial(self._at_desk, act))

    # -- coming and going ----------------------------------------------------------------------

    def _at_desk(self, act: Callable[[], object]) -> None:
        """The window's keys do nothing before a door."""
        if self.window.at_desk:
            act()

    def _on_entered(self, operator: Operator) -> None:
        rail = self.window.rail
        for place, function in PLACES.items():
            rail.button(place).setVisible(bool(MATRIX[function] & operator.roles))
        may_work = bool(MATRIX[Function.WORK_CALLS] & operator.roles)
        self.window.strip.setVisible(may_work)
        self.window.status.show_item("operator", Badge(operator.name, icon="person"))
        self._show_page(next((place for place in PLACES if self._offered(place)), REST))
        self._take_focus()
        self._idle.watch(True)
        self._tasks.run(self, self._services.choices.mine, self._wear_choice, self._refuse)
        if may_work:
            self.in_hand.resume_session()
        self.strip.show()

    def _on_unlocked(self) -> None:
        self._idle.watch(True)
        self._show_page(self.window.page)
        self.in_hand.catch_up()
        self._take_focus()

    def _take_focus(self) -> None:
        """Somewhere the keys do something, and nothing by mistake."""
        card = self.cards.current
        if self.window.page != "cards":
            return
        if card is not None:
            card.take_focus()
        else:
            self.window.rail.button("cards").setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_card_shown(self, call_id: UUID | None) -> None:
        self.in_hand.look_at(call_id)
        if call_id is None and self.window.at_desk:
            self._take_focus()

    def _on_left(self) -> None:
        self._idle.watch(False)
        self.window.drop_dialogs()
        self.cards.clear()
        self.in_hand.forget()
        self.window.notices.clear()
        self._wear(Look())

    def _leave(self) -> None:
        if self.cards.unsaved:
            words = self.tr("Spara eller avsluta samtalet innan du loggar ut.")
            self.window.notices.say(words, Severity.WARNING)
            return
        self.doors.sign_out()

    def _leave_to_another(self) -> None:
        """Behind the lock nothing can be saved, so whoever wants the desk is asked."""
        if not self.cards.unsaved:
            self.doors.sign_out()
            return
        dialog = LeaveDialog(closing=False, parent=self.window)
        dialog.accepted.connect(self.doors.sign_out)
        dialog.open()

    def _may_close(self) -> bool:
        if self._throwing_away or not self.cards.unsaved:
            return True
        dialog = LeaveDialog(closing=True, parent=self.window)
        dialog.accepted.connect(self._throw_away)
        dialog.open()
        return False

    def _throw_away(self) -> None:
        self._throwing_away = True
        self.window.close()

    # -- pages, cards, dialogs -----------------------------------------------------------------

    def _show_page(self, place: str) -> None:
        if place != REST and not self._offered(place):
            return
        self.window.show_page(place)
        if place == "log":
            self.log.refresh()
            self.log.take_focus()
        elif place == "operators":
            self.operators.refresh()
            self.operators.take_focus()

    def _open_card(self, call_id: UUID) -> None:
        self._show_page("cards")
        self.cards.open(call_id)

    def _register(self) -> None:
        if self._offered("cards"):
            self.in_hand.register()

    def _offered(self, place: str) -> bool:
        rail = self.window.rail
        return rail.button(place).isVisibleTo(rail)

    def _finish(self) -> None:
        card = self.cards.current
        if card is not None:
            card.finish()

    def _ask_print(self, entry_id: UUID) -> None:
        dialog = PrintDialog(self._tasks, self._services, entry_id, parent=self.window)
        dialog.said.connect(partial(self.window.notices.say, severity=Severity.SUCCESS))
        dialog.open()

    def _ask_look(self) -> None:
        dialog = LookDialog(self._look, parent=self.window)
        kept = self._look
        dialog.tried.connect(self._wear)
        dialog.confirmed.connect(partial(self._keep_look, dialog))
        dialog.rejected.connect(partial(self._wear, kept))
        dialog.open()

    def _keep_look(self, dialog: LookDialog) -> None:
        look = dialog.look
        dialog.accept()
        self._wear(look)
        verb = partial(self._services.choices.set, "look", words_of(look))
        self._tasks.run(self, verb, refused=self._refuse)

    def _wear_choice(self, choices: dict[str, str]) -> None:
        self._wear(look_of(choices.get("look", "")))

    def _wear(self, look: Look) -> None:
        self._look = look
        wear(self._app, look)

    # -- when something goes wrong -------------------------------------------------------------

    def _refuse(self, error: KundcenterError) -> None:
        self.window.notices.say(sentence(error), Severity.WARNING)

    def _on_failed(self, number: str) -> None:
        words = self.tr("Något gick fel i programmet. Felet är antecknat med nummer {number}.")
        self.window.notices.say(words.format(number=number), Severity.DANGER)
