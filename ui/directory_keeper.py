"""The directory as every screen of this window knows it: units, redirects, the rules in force.

There is one for the window, as with `ui.link.Marks`; nobody hands it on:

    keeper = DirectoryKeeper.of(tasks, services)
    keeper.changed.connect(self._on_directory)   # something in it is new
    keeper.aged.connect(self._on_time)           # nothing is new, but time has passed
    units = keeper.directory.find("värnamo")

The workstation seats it (`sit_down`) and empties it (`forget`).  It is loaded, and its index is
built, on the store's lane; the screen only ever reads what is ready.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from kundcenter.changes import Changes
from kundcenter.domain.access import MATRIX, Function, Role
from kundcenter.domain.directory import Directory
from kundcenter.domain.redirects import Redirect, redirected
from kundcenter.domain.routing.rules import RuleSet
from kundcenter.domain.unit_cards import UnitCard
from kundcenter.domain.unit_wordings import DirectoryView
from kundcenter.errors import KundcenterError
from ui.services import Services
from ui.tasks import Tasks

AGES_MS = 30_000  # "stänger om 35 min" is never older than this
MANY = 1_000  # changed units at once are the whole directory anew


def nothing_known() -> DirectoryView:
    """What is known while nobody is signed in."""
    return DirectoryView((), (), None, datetime.min.replace(tzinfo=UTC))


class DirectoryKeeper(QObject):
    """`changed` when something in it is new; `aged` twice a minute while somebody is signed in."""

    changed = Signal()
    aged = Signal()

    def __init__(self, tasks: Tasks, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent if parent is not None else tasks)
        self._tasks, self._services = tasks, services
        self.view, self.directory = nothing_known(), Directory.of(())
        self._roles: frozenset[Role] = frozenset()
        self._loaded = self._busy = False
        self._sitting = 0  # answers to an operator who has left are nobody's
        self._units: set[UUID] = set()  # to be read again
        self._anew = False  # all of it is
        self._orders = False  # the redirects and the rules are
        self._ages = QTimer(self)
        self._ages.setInterval(AGES_MS)
        self._ages.timeout.connect(self.aged)
        tasks.changed.connect(self._on_changed)

    @staticmethod
    def of(tasks: Tasks, services: Services) -> DirectoryKeeper:
        """The one of this window."""
        return tasks.findChild(DirectoryKeeper) or DirectoryKeeper(tasks, services)

    @property
    def loaded(self) -> bool:
        """Whether the directory has come; until then it is empty."""
        return self._loaded

    @property
    def now(self) -> datetime:
        """The time by the desk's clock."""
        return self._services.now()

    def may(self, function: Function) -> bool:
        """Whether the operator's roles include the function."""
        return bool(MATRIX[function] & self._roles)

    def sit_down(self, roles: frozenset[Role]) -> None:
        """Somebody is here: load what they may see."""
        self._forget()
        self._roles = roles
        if self.may(Function.READ_DIRECTORY):
            self._anew = True
            self._ages.start()
            self.catch_up()

    def catch_up(self) -> None:
        """Ask for what is outdated; behind a lock it could not be asked for."""
        if self._busy or not self._ages.isActive():
            return
        ids, anew, orders = frozenset(self._units), self._anew, self._orders
        if not (ids or anew or orders):
            return
        self._units, self._anew, self._orders = set(), False, False
        self._busy = True
        services, sitting = self._services, self._sitting
        if anew or not self._loaded or len(ids) > MANY:
            work = partial(_whole, services)
        else:
            work = partial(_again, services, self.view, self.directory, ids, orders)
        then = partial(self._on_read, sitting)
        refused = partial(self._on_refused, sitting, ids, anew or not self._loaded, orders)
        self._tasks.run(self, work, then, refused)

    def forget(self) -> None:
        """The operator has left."""
        self._forget()
        self.changed.emit()

    # -- what screens ask ----------------------------------------------------------------------

    def unit(self, id: UUID | None) -> UnitCard | None:
        """A unit's card; None when the directory has none with the id."""
        return None if id is None else self.directory.get(id)

    def name(self, id: UUID | None) -> str:
        """What a unit is called; nothing when it is not known."""
        card = self.unit(id)
        return "" if card is None else card.unit.name

    @property
    def redirects(self) -> tuple[Redirect, ...]:
        """Those that are in force now."""
        now = self.now
        return tuple(each for each in self.view.redirects if each.holds(now))

    def redirect_of(self, unit_id: UUID | None) -> Redirect | None:
        """The order not to send anybody to a unit, if one is in force now."""
        return None if unit_id is None else redirected(unit_id, self.view.redirects, self.now)

    @property
    def rules(self) -> RuleSet | None:
        """The set in force."""
        return self.view.rules

    # -- how it is kept fresh ------------------------------------------------------------------

    def _forget(self) -> None:
        self._ages.stop()
        self._sitting += 1
        self.view, self.directory = nothing_known(), Directory.of(())
        self._roles = frozenset()
        self._loaded = self._busy = self._anew = self._orders = False
        self._units = set()

    def _on_changed(self, changes: Changes) -> None:
        self._units.update(changes.of("unit"))
        self._orders = self._orders or bool(changes.of("redirect") or changes.of("rules"))
        self.catch_up()

    def _on_read(self, sitting: int, read: tuple[DirectoryView, Directory]) -> None:
        if sitting != self._sitting:
            return
        self.view, self.directory = read
        self._loaded, self._busy = True, False
        self.changed.emit()
        self.catch_up()  # what changed meanwhile

    def _on_refused(
        self, sitting: int, ids: frozenset[UUID], anew: bool, orders: bool, _: KundcenterError
    ) -> None:
        """The desk is locked: it is asked again when it is not."""
        if sitting != self._sitting:
            return
        self._units |= ids
        self._anew, self._orders = self._anew or anew, self._orders or orders
        self._busy = False


def _whole(services: Services) -> tuple[DirectoryView, Directory]:
    view = services.units.directory()
    return view, Directory.of(view.cards)


def _again(
    services: Services,
    view: DirectoryView,
    directory: Directory,
    ids: frozenset[UUID],
    orders: bool,
) -> tuple[DirectoryView, Directory]:
    """What is outdated, read and put in its place, on the store's thread."""
    if ids:
        directory = directory.with_cards(services.units.some(tuple(sorted(ids))))
        view = replace(view, cards=directory.cards)
    if orders:
        view = replace(
            view, redirects=services.redirects.standing(), rules=services.rules.in_force()
        )
    return view, directory
