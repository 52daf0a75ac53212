"""The pages of the desk in the window: made, offered to whoever may see them, shown."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.domain.access import MATRIX, Function, Role
from kundcenter.domain.calls import Call
from kundcenter.domain.grounds import GroundNeeded
from kundcenter.domain.opened import OpenEntry
from kundcenter.domain.parts import Part
from kundcenter.errors import KundcenterError
from ui.actions import BY_ACTION, Action, Where
from ui.book_free import BookFree
from ui.keys import keys
from ui.panels.cards import CardsPage
from ui.panels.cases import CasesPage
from ui.panels.entry import EntryDialog
from ui.panels.freed import FreedPage
from ui.panels.log import LogPage
from ui.panels.referrals import ReferralsPage
from ui.panels.supervision.page import SupervisionPage
from ui.panels.switchboard.dispatch import DispatchPage
from ui.panels.to_do import ToDoPage
from ui.places import CARDS, DISPATCH, PLACES, SUPERVISION, Place
from ui.services import Services
from ui.tasks import Tasks
from ui.widgets.empty import EmptyState
from ui.widgets.rail import RailButton
from ui.window import Window

REST = "rest"  # where those sit who may see none of the places
AT_ONCE = (CARDS, DISPATCH, "log", "to_do")  # a call finds them ready, or they count in the rail
PASSED_ON = ("refused", "said", "registering", "print_wanted")  # what a page may have to tell
P = TypeVar("P", bound=QWidget)
_PAGE_OF = {
    Where.CARD: CARDS,
    Where.LOG: "log",
    Where.SNIPPETS: "snippets",
    Where.OPERATORS: "operators",
    Where.UNITS: "units",
    Where.REFERRALS: "referrals",
    Where.GUIDANCE: "guidance",
    Where.CALLBACKS: "callbacks",
    Where.FREED: "freed",
    Where.CASES: "cases",
    Where.DISPATCH: DISPATCH,
    Where.SERVICE: "service",
    Where.SUPERVISION: SUPERVISION,
}


class Pages(QObject):
    """`said` carries a sentence and `refused` an error, for a notice; `registering` asks for a
    call by hand; `print_wanted` carries an entry's id, `case_wanted` a Call."""

    said = Signal(str)
    refused = Signal(object)
    registering = Signal()
    print_wanted = Signal(object)
    case_wanted = Signal(object)

    def __init__(self, tasks: Tasks, services: Services, window: Window) -> None:
        super().__init__(window)
        self._tasks, self._services, self._window = tasks, services, window
        self._held: frozenset[Role] = frozenset()
        for place in PLACES:
            button = RailButton(place.label, place.icon, keys=place.action)
            window.add_page(place.name, button, partial(self._make, place))
        window.add_page(REST, RailButton(self.tr("Vila"), "coffee"), self._make_rest)
        window.rail.button(REST).hide()
        window.page_chosen.connect(self.show)
        passing = self.dispatch.passing
        self.cards.told_of = passing.told_of
        passing.changed.connect(self.cards.show_told)
        for name in (*AT_ONCE, REST):
            window.page_of(name)

    def __getitem__(self, place: str) -> QWidget:
        """The page of a place, by its name in ui/places.py."""
        return self._window.page_of(place)

    @property
    def cards(self) -> CardsPage:
        return self._page(CardsPage, CARDS)

    @property
    def dispatch(self) -> DispatchPage:
        return self._page(DispatchPage, DISPATCH)

    @property
    def supervision(self) -> SupervisionPage:
        return self._page(SupervisionPage, SUPERVISION)

    def offer(self, roles: Collection[Role]) -> None:
        """Show whoever has these roles what is theirs to see, and the first of it."""
        held = self._held = frozenset(roles)
        handed_back = self._services.link is not None  # which may be anybody's
        for place in PLACES:
            open_to = place.open_to(held) or (place.name == "to_do" and handed_back)
            self._window.rail.button(place.name).setVisible(open_to)
        to_do = self._page(ToDoPage, "to_do")
        oversees, writes = (
            bool(MATRIX[function] & held)
            for function in (Function.OVERSEE_NOTES, Function.WRITE_RECORD)
        )
        to_do.oversee(oversees, writes=writes)
        for page in self._window.made_pages:
            self._seat(page)
        if self.offered("to_do"):
            to_do.refresh()  # its number stands in the rail
        self.show(next((each.name for each in PLACES if self.offered(each.name)), REST))

    def offered(self, place: str) -> bool:
        rail = self._window.rail
        return rail.button(place).isVisibleTo(rail)

    def show(self, place: str) -> None:
        """Show a place that is offered; any other stays where it is."""
        if place != REST and not self.offered(place):
            return
        self._window.show_page(place)
        if place == CARDS:
            for call_id in self.dispatch.passing.cards_wanted():
                self.cards.open(call_id)
        if place != CARDS:  # of the cards each takes its own focus
            for name in ("refresh", "take_focus"):
                act = getattr(self[place], name, None)
                if act is not None:
                    act()

    def by_key(self, place: str) -> None:
        """As by its key: where one is there already, to where the place begins."""
        again = self._window.page == place
        self.show(place)
        begin = getattr(self[place], "lead_back", None) if again and self.offered(place) else None
        if begin is not None:
            begin()

    def forget(self) -> None:
        """The operator has left: nothing of what they looked at stays in a list."""
        self._held = frozenset()
        for page in self._window.made_pages:
            act = getattr(page, "forget", None)
            if act is not None:
                act()

    def open_in_hand(self, call_id: UUID) -> None:
        """A call was answered: its card is shown, unless calls are being passed on here."""
        if self._window.page == DISPATCH:
            self.dispatch.passing.take_without_card(call_id)
        else:
            self.open_call(call_id)

    def open_call(self, call_id: UUID) -> None:
        """Show the card of a call."""
        self.show(CARDS)
        self.cards.open(call_id)

    def take_call(self, call_id: UUID) -> None:
        """Take a card that a colleague has offered, and show it."""
        self.show(CARDS)
        self.cards.take(call_id)

    def go(self, action: Action) -> None:
        """Show the page that an action is on, and do it there as if by its key."""
        page = _PAGE_OF.get(BY_ACTION[action].where)
        if page is not None:
            self.show(page)
        QTimer.singleShot(0, self, partial(self._strike, action))  # when the page is in sight

    def _strike(self, action: Action) -> None:
        live = (each for each in keys().live(self._window) if each.action is action)
        bound = next(live, None)
        if bound is not None:
            bound.run()

    def open_entry(self, entry_id: UUID) -> None:
        """An entry is read and signed on the card of the call in which it was written.

        When a colleague has the call, or nobody had one, it is read by itself.
        """
        verb = partial(_opened, self._services, entry_id)
        self._tasks.run(self, verb, self._open_call_of, partial(self._on_not_opened, entry_id))

    def _on_not_opened(self, entry_id: UUID, error: KundcenterError) -> None:
        if isinstance(error, GroundNeeded):
            self._read_entry(entry_id)  # it asks why, and opens then
        else:
            self.refused.emit(error)

    def _read_entry(self, entry_id: UUID) -> None:
        dialog = EntryDialog(self._tasks, self._services, entry_id, parent=self._window)
        dialog.said.connect(self.said)
        dialog.open()

    def _make(self, place: Place) -> QWidget:
        page = place.make(self._tasks, self._services)
        for name in PASSED_ON:
            signal = getattr(page, name, None)
            if signal is not None:
                signal.connect(getattr(self, name))
        self._listen(page)
        self._seat(page)
        return page

    def _make_rest(self) -> QWidget:
        return EmptyState(
            self.tr("Inget att göra här än"), self.tr("Din roll har ingen egen sida.")
        )

    def _seat(self, page: QWidget) -> None:
        """Tell a page who sits here, if it wants to know."""
        match page:
            case ReferralsPage():
                page.deviations.sit_down(self._held)
            case SupervisionPage():
                page.sit_down(self._held)

    def _listen(self, page: QWidget) -> None:
        """What a page asks for that lies elsewhere."""
        match page:
            case FreedPage():
                free = BookFree(self._tasks, self._services, self._window, self.cards)
                page.book_wanted.connect(free.ask)
            case LogPage():
                page.opened.connect(self.open_call)
                page.case_wanted.connect(self.case_wanted)
                page.counted.connect(self._count_missed)
            case ReferralsPage():
                page.opened.connect(self.open_entry)
            case CasesPage() | SupervisionPage():
                page.act_wanted.connect(self.go)
            case ToDoPage():
                page.part_opened.connect(self._open_part)
                page.opened.connect(self.open_entry)
                page.call_opened.connect(self._show_call)
                page.act_wanted.connect(self.go)
                page.counted.connect(self._count_to_do)

    def _show_call(self, call_id: UUID) -> None:
        """A call on its card, if it is still open; else in the list of calls."""
        verb = partial(self._services.calls.get, call_id)

        def show(call: Call) -> None:
            if call.open:
                self.open_call(call.id)
            else:
                self.show("log")

        self._tasks.run(self, verb, show, self.refused.emit)

    def _open_part(self, part: Part) -> None:
        self.open_call(part.call_id)

    def _open_call_of(self, found: tuple[OpenEntry, bool]) -> None:
        opened, has_call = found
        if has_call and opened.entry.call_id is not None:
            self.open_call(opened.entry.call_id)
        else:
            self._read_entry(opened.entry.id)

    def _count_to_do(self, count: int) -> None:
        words = self.tr("{count} att göra").format(count=count) if count else ""
        self._window.rail.button("to_do").set_count(count, words)

    def _count_missed(self, count: int) -> None:
        words = self.tr("{count} missade samtal").format(count=count) if count else ""
        self._window.rail.button("log").set_count(count, words)

    def _page(self, kind: type[P], place: str) -> P:
        page = self._window.page_of(place)
        assert isinstance(page, kind)
        return page


def _opened(services: Services, entry_id: UUID) -> tuple[OpenEntry, bool]:
    """On the store's thread: the entry, and whether its call is the author's still.

    Raises what journal.open raises.
    """
    opened = services.journal.open(entry_id)
    entry = opened.entry
    if entry.call_id is None:
        return opened, False
    return opened, services.calls.get(entry.call_id).operator_id == entry.author_id
