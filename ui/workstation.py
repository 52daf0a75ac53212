"""The workstation: introduces the window's parts to one another and to the services."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from kundcenter.domain.access import MATRIX, Function
from kundcenter.domain.operators import Operator
from kundcenter.errors import KundcenterError
from ui.actions import Action, words_of
from ui.asked_about import AskedAbout
from ui.badges import Badge
from ui.case_alert import CaseAlert
from ui.clip import OwnClip
from ui.commands import Commands
from ui.dialling import Dialling
from ui.dialogs.printout import PrintDialog
from ui.doors import Doors
from ui.emergency import Emergency
from ui.guiding import Guiding
from ui.idle import IdleWatch
from ui.in_hand import InHand
from ui.key_watch import KeyWatch
from ui.keys import keys
from ui.leaving import Leaving
from ui.link import LinkView
from ui.link_watch import LinkWatch
from ui.messaging import Messaging
from ui.onto_card import OntoCard
from ui.own_choices import OwnChoices
from ui.pages import Pages
from ui.panels.switchboard.handed_in import HandedIn
from ui.places import CARDS, PLACES
from ui.promises import Promises
from ui.readiness import Readiness
from ui.recovery import Keeper
from ui.services import Services
from ui.session_watch import SessionWatch
from ui.strip_keeper import KEYS, StripKeeper
from ui.supervising.following import Following
from ui.supervising.leading import Leading
from ui.switchboard.missed_keeper import MissedKeeper
from ui.taking_in import TakingIn
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.colours import ToneName
from ui.widgets.banner import Banner
from ui.widgets.notices import Severity
from ui.widgets.rail import RailButton
from ui.window import Window

IDLE_MINUTES = 5


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
        link: LinkView | None = None,
    ) -> None:
        """`link` is there when the desk has a centre."""
        super().__init__(window)
        self._tasks, self._services, self.window = tasks, services, window
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.in_hand = InHand(tasks, services, self)
        self.readiness = Readiness(tasks, services, self.in_hand, self)
        self.strip = StripKeeper(
            window, self.in_hand, self.readiness, now=services.now, line_expected=line_expected
        )
        self.doors = Doors(tasks, services, window, place=place)
        self.choices = OwnChoices(tasks, services, window)
        self.pages = Pages(tasks, services, window)
        self.cards = self.pages.cards
        self.keeper = Keeper(tasks, services, self.cards, self)
        self.promises = Promises(tasks, services, window)
        self._leaving = Leaving(
            window,
            self.doors,
            lambda: self.cards.unsaved,
            lambda: not self.keeper.in_trouble,
            self.promises.ask_before_leaving,
        )
        self._idle = IdleWatch(app, idle_minutes, self)
        self.session = SessionWatch(self)
        self.clip = OwnClip(app, self)
        if demo:
            words = self.tr("TESTDATA – inga verkliga personer")
            window.show_banner("demo", Banner(words, ToneName.INFO, icon="info"))
        self.commands = Commands(tasks, services, window)
        self._key_watch = KeyWatch(app, self)
        self.emergency = Emergency(tasks, services, window, self.cards)
        self.guiding = Guiding(tasks, services, window)
        self.cases = CaseAlert(tasks, services, window)
        self.taking_in = TakingIn(tasks, services, window, self.cards)
        self.asked_about = AskedAbout(tasks, services, window, self.in_hand)
        self.messaging = Messaging(tasks, services, window, self.cards, self.in_hand)
        self.leading = Leading(tasks, services, window, self.pages)
        self.following = Following(tasks, services, window, self.in_hand, self.readiness, link=link)
        self.strip.greet = self.messaging.greeting
        self.messaging.chosen = self.pages.dispatch.receiver
        self.strip.came_with = self.pages.dispatch.passing.told_of
        self.pages.dispatch.passing.changed.connect(self.strip.show)
        self.missed = MissedKeeper.of(tasks, services)
        self.handed = HandedIn(tasks, services, self.in_hand, window, lambda: window.at_desk)
        self._link = LinkWatch(tasks, services, window, link) if link is not None else None
        if link is not None:
            link.ended.connect(self.doors.end, Qt.ConnectionType.QueuedConnection)
        self._furnish()
        self._listen()
        self._bind()

    def open(self) -> None:
        """Show the door."""
        self.doors.open()

    def lock(self) -> None:
        """Lock the desk, if somebody is at it."""
        if self.window.at_desk:
            self.doors.lock()

    def show_store(self, *, whole: bool) -> None:
        """Say how the store is: all of it in two places, or the mirror behind for a while."""
        badge = Badge(self.tr("Sparat lokalt, krypterat"), icon="database")
        if not whole:
            words = self.tr("Sparat, men inte i reservkopian bredvid")
            badge = Badge(words, ToneName.WARNING, "database")
        self.window.status.show_item("store", badge)

    def _show_keeping(self, troubled: bool) -> None:
        """Say, while it lasts, that what is being written is nowhere but on the screen."""
        badge = Badge(self.tr("Osparad text skyddas"), icon="shield-check")
        if troubled:
            words = self.tr("Osparad text skyddas inte: disken tar inte emot")
            badge = Badge(words, ToneName.WARNING, "warning")
        self.window.status.show_item("keeping", badge)

    def _furnish(self) -> None:
        for action, icon, act in (
            (Action.LOOK, "contrast", self.choices.ask_look),
            (Action.LOCK, "lock", self.doors.lock),
            (Action.SIGN_OUT, "logout", self._leaving.sign_out),
        ):
            button = RailButton(words_of(action), icon, keys=action)
            button.clicked.connect(act)
            self.window.rail.foot.addWidget(button)
        self.show_store(whole=True)

    def _listen(self) -> None:
        tasks, window, hand = self._tasks, self.window, self.in_hand
        tasks.failed.connect(self._on_failed)
        self.strip.registering.connect(self._register)
        self.strip.finishing.connect(self._finish)
        hand.opened.connect(self.pages.open_in_hand)
        self.pages.dispatch.passing.follow(hand)
        hand.refused.connect(self._refuse)
        self.readiness.refused.connect(self._refuse)
        self.doors.entered.connect(self._on_entered)
        self.doors.unlocked.connect(self._on_unlocked)
        self.doors.locked.connect(lambda: self._watch(False))
        self.doors.locked.connect(self.clip.empty)
        self.doors.locked.connect(self.handed.locked)
        self.doors.locked.connect(self.keeper.keep)
        window.closing.connect(self.keeper.keep)
        self.keeper.troubled.connect(self._show_keeping)
        self.doors.left.connect(self._on_left)
        self._idle.idle.connect(self.doors.lock)
        self.doors.anew = lambda: self.session.spent
        self.doors.renewed.connect(self.session.begin)
        self.session.slept.connect(self.lock)
        self.session.nearly_over.connect(self._warn_of_end)
        self.session.over.connect(self._end_session)
        self.choices.refused.connect(self._refuse)
        said = partial(window.notices.say, severity=Severity.SUCCESS)
        self.choices.said.connect(said)
        self.guiding.said.connect(said)
        for each in (self.taking_in, self.asked_about, self.leading):
            each.said.connect(said)
        self._listen_to_switchboard()
        self.commands.call_wanted.connect(self.pages.open_call)
        self.commands.take_wanted.connect(self.pages.take_call)
        self.commands.entry_wanted.connect(self.pages.open_entry)
        onto = OntoCard(tasks, self._services, window, self.cards)
        onto.said.connect(partial(window.notices.say, severity=Severity.WARNING))
        self.commands.person_wanted.connect(onto.put_person)
        self.commands.unit_wanted.connect(onto.put_unit)
        self.cards.shown.connect(self._on_card_shown)
        self.cards.alarm_wanted.connect(self.emergency.sound)
        self.pages.dispatch.alarm_wanted.connect(self.emergency.alarm.sound)
        self.emergency.said.connect(partial(window.notices.say, severity=Severity.WARNING))
        self.emergency.alarm.closed.connect(lambda *_: self.keeper.keep())
        self.emergency.left.keep_cards = self.keeper.keep
        self.doors.locked.connect(self.emergency.left.hide)
        pages = self.pages
        self.promises.said.connect(partial(window.notices.say, severity=Severity.WARNING))
        pages.refused.connect(self._refuse)
        pages.said.connect(said)
        pages.registering.connect(self._register)
        pages.print_wanted.connect(self._ask_print)
        pages.case_wanted.connect(self.taking_in.ask_of)

    def _listen_to_switchboard(self) -> None:
        say = self.window.notices.say
        self.messaging.said.connect(partial(say, severity=Severity.SUCCESS))
        self.messaging.troubled.connect(partial(say, severity=Severity.WARNING))
        self.messaging.changed.connect(self.strip.show)
        self.leading.refused.connect(self._refuse)
        self.following.refused.connect(self._refuse)
        self.doors.renewed.connect(self.following.renewed)
        self.doors.locked.connect(self.following.locked)
        self.doors.unlocked.connect(self.following.unlocked)
        dialling = Dialling.of(self._tasks, self._services)
        dialling.said.connect(self._tell)  # it outlives the window
        dialling.refused.connect(self._refuse)

    def _bind(self) -> None:
        acts: dict[Action, Callable[[], object]] = {
            **{place.action: partial(self.pages.by_key, place.name) for place in PLACES},
            Action.PALETTE: self.commands.open,
            Action.CONSULT: self.guiding.consult,
            Action.NEW_CASE: self.taking_in.ask,
            Action.CANCEL_RULES: self.guiding.cancel_rules,
            Action.SECRECY: self.asked_about.ask,
            Action.NEW_MESSAGE: self.messaging.new,
            Action.MESSAGES: self.messaging.list_,
            Action.MODE: self.messaging.ask_mode,
            Action.SWITCHBOARD_TERMS: self.messaging.ask_terms,
            **self.leading.acts,
            Action.OVERVIEW: self.choices.ask_keys,
            Action.LOOK: self.choices.ask_look,
            Action.OWN_PASSWORD: self.choices.ask_password,
            Action.LOCK: self.doors.lock,
            Action.SIGN_OUT: self._leaving.sign_out,
            **{action: partial(self.strip.act, act) for act, action in KEYS.items()},
        }
        for action, act in acts.items():
            keys().bind(self.window, action, partial(self._at_desk, act))
        keys().bind(self.window, Action.RED_FLAGS, self.emergency.show_red_flags)
        link = self._link
        if link is not None:
            keys().bind(self.window, Action.LINK, partial(self._at_desk, link.open))

    # -- coming and going ----------------------------------------------------------------------

    def _at_desk(self, act: Callable[[], object]) -> None:
        """The window's keys do nothing before a door."""
        if self.window.at_desk:
            act()

    def _on_entered(self, operator: Operator) -> None:
        may_work = bool(MATRIX[Function.WORK_CALLS] & operator.roles)
        self.window.strip.setVisible(may_work)
        self.window.status.show_item("operator", Badge(operator.name, icon="person"))
        if self._link is not None:
            self._link.sit_down(operator.roles)
        self.handed.sit_down(operator.roles)
        self.missed.sit_down(operator.roles)
        self.guiding.sit_down(operator.roles)
        self.promises.sit_down(operator.roles)
        self.cases.sit_down(operator.roles)
        self.messaging.sit_down(operator.roles)
        self.leading.sit_down(operator.roles)
        self.following.sit_down()
        self.pages.offer(operator.roles)
        self._take_focus()
        self._idle.watch(True)
        self.session.begin()
        self.choices.put_on()
        if may_work:
            self.cards.sit_down(operator.roles)
            self.in_hand.resume_session()
            self.keeper.sit_down()
        self.emergency.resume()
        self.strip.show()

    def _on_unlocked(self) -> None:
        self._watch(True)
        self.pages.show(self.window.page)
        self.in_hand.catch_up()
        self.missed.catch_up()
        self.guiding.unlocked()
        self.promises.unlocked()
        self.cases.unlocked()
        self.messaging.unlocked()
        self.emergency.unlocked()
        self._take_focus()

    def _take_focus(self) -> None:
        """Somewhere the keys do something, and nothing by mistake."""
        card = self.cards.current
        if self.window.page != CARDS:
            return
        if card is not None:
            card.return_to_caret()
        else:
            self.window.rail.button(CARDS).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_card_shown(self, call_id: UUID | None) -> None:
        self.in_hand.look_at(call_id)
        if call_id is None and self.window.at_desk:
            self._take_focus()

    def _watch(self, watching: bool) -> None:
        self._idle.watch(watching)
        self.session.watch(watching)

    def _warn_of_end(self, minutes: int) -> None:
        words = self.tr("Om {minutes} minuter låses skärmen, och du skriver lösenordet på nytt.")
        self.window.notices.say(words.format(minutes=minutes), Severity.INFO)

    def _end_session(self) -> None:
        """Nobody is locked out of an alarm: it is asked for again at every look."""
        if self.emergency.alarm.screen is None:
            self.lock()

    def _on_left(self) -> None:
        self._idle.watch(False)
        self.session.end()
        self.clip.empty()
        self.keeper.stand_up()
        self.window.drop_dialogs()
        self.cards.clear()
        self.handed.forget()
        self.missed.forget()
        self.guiding.forget()
        self.promises.forget()
        self.cases.forget()
        self.messaging.forget()
        self.leading.forget()
        self.following.forget()
        self.pages.forget()
        self.in_hand.forget()
        self.window.notices.clear()
        self.choices.take_off()
        self.emergency.forget()
        if self._link is not None:
            self._link.stand_up()

    # -- pages, cards, dialogs -----------------------------------------------------------------

    def _register(self) -> None:
        if self.pages.offered(CARDS):
            self.in_hand.register()

    def _finish(self) -> None:
        card = self.cards.current
        if card is not None:
            card.finish()

    def _ask_print(self, entry_id: UUID) -> None:
        dialog = PrintDialog(self._tasks, self._services, entry_id, parent=self.window)
        dialog.said.connect(partial(self.window.notices.say, severity=Severity.SUCCESS))
        dialog.open()

    # -- when something goes wrong -------------------------------------------------------------

    def _tell(self, words: str) -> None:
        self.window.notices.say(words, Severity.SUCCESS)

    def _refuse(self, error: KundcenterError) -> None:
        self.window.notices.say(sentence(error), Severity.WARNING)

    def _on_failed(self, number: str) -> None:
        words = self.tr("Något gick fel i programmet. Felet är antecknat med nummer {number}.")
        self.window.notices.say(words.format(number=number), Severity.DANGER)
