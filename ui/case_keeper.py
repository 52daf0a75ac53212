"""Cases as every screen of this window knows them: the list in sight, what is late, the terms.

There is one for the window, as with `ui.link.Marks`:

    keeper = CaseKeeper.of(tasks, services)
    keeper.changed.connect(self._show)   # something in it is new, or time has passed
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from kundcenter.changes import Changes
from kundcenter.domain.access import MATRIX, Function, Role
from kundcenter.domain.case_codes import FEEDBACK, CaseKind
from kundcenter.domain.case_terms import CATEGORIES, TIMES, CaseTerms, CaseTimes, Category
from kundcenter.domain.cases import Case
from kundcenter.errors import KundcenterError
from ui.case_words import CaseLine, line_of
from ui.services import Services
from ui.tasks import Tasks

LOOK_MS = 30_000  # a clock that ends is seen no later than this
SETTLE_MS = 300  # so many changes in a row are one question to the store
PAGE = 200  # rows that are asked for at first, and by every "more"
ALL_KINDS = frozenset(CaseKind)
HANDLING = (Function.HANDLE_COMPLAINTS, Function.HANDLE_SERVICES, Function.ANSWER_ADVICE)


class Listing(StrEnum):
    """Which list is in sight."""

    INJURIES = "injuries"  # for the chief, who decides about them
    FEEDBACK = "feedback"
    SERVICES = "services"
    ADVICE = "advice"
    MINE = "mine"
    NOBODY = "nobody"
    TAKEN_IN = "taken_in"


KINDS = {
    Listing.FEEDBACK: FEEDBACK,
    Listing.SERVICES: frozenset({CaseKind.E_SERVICE}),
    Listing.ADVICE: frozenset({CaseKind.ADVICE}),
}
_OPEN_TO: dict[Listing, tuple[Function, ...]] = {
    Listing.INJURIES: (Function.DECIDE_INJURY,),
    Listing.FEEDBACK: (Function.HANDLE_COMPLAINTS,),
    Listing.SERVICES: (Function.HANDLE_SERVICES,),
    Listing.ADVICE: (Function.ANSWER_ADVICE,),
    Listing.MINE: HANDLING,
    Listing.NOBODY: HANDLING,
    Listing.TAKEN_IN: (Function.TAKE_CASE,),
}


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many of what one may handle are open, late, and near their end."""

    open: int = 0
    late: int = 0
    soon: int = 0


@dataclass(frozen=True, slots=True)
class Seen:
    """What was read at once.  `more`: the list went on.  `injuries` wait for the chief."""

    listing: Listing | None = None
    cases: tuple[Case, ...] = ()
    more: bool = False
    injuries: tuple[Case, ...] = ()
    waiting: Waiting = Waiting()
    terms: CaseTerms | None = None
    me: UUID | None = None
    names: Mapping[UUID, str] = field(default_factory=dict)


class CaseKeeper(QObject):
    """`changed` when something is new, and twice a minute while somebody is signed in."""

    changed = Signal()

    def __init__(self, tasks: Tasks, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent if parent is not None else tasks)
        self._tasks, self._services = tasks, services
        self.seen = Seen()
        self._roles: frozenset[Role] = frozenset()
        self._sitting = 0  # answers to an operator who has left are nobody's
        self._listing: Listing | None = None  # none: no list is in sight
        self._limit = PAGE
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self.read)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLE_MS)
        self._soon.timeout.connect(self.read)
        tasks.changed.connect(self._on_changed)

    @staticmethod
    def of(tasks: Tasks, services: Services) -> CaseKeeper:
        """The one of this window."""
        return tasks.findChild(CaseKeeper) or CaseKeeper(tasks, services)

    def may(self, function: Function) -> bool:
        """Whether the operator's roles include the function."""
        return bool(MATRIX[function] & self._roles)

    @property
    def handles(self) -> bool:
        """Whether there is anything that the operator may handle."""
        return any(self.may(each) for each in HANDLING)

    @property
    def offered(self) -> tuple[Listing, ...]:
        """The lists that are the operator's to see."""
        return tuple(
            each for each in Listing if any(self.may(function) for function in _OPEN_TO[each])
        )

    def sit_down(self, roles: frozenset[Role]) -> None:
        """Somebody is here."""
        self._forget()
        self._roles = roles
        if roles:
            self._look.start()
            self.read()

    def catch_up(self) -> None:
        """They are here again, after a lock."""
        self.read()

    def forget(self) -> None:
        """The operator has left."""
        self._forget()
        self.changed.emit()

    def look_at(self, listing: Listing) -> None:
        """The list that is in sight from now on."""
        if listing is not self._listing:
            self._limit = PAGE
        self._listing = listing
        self.read()

    def rest(self) -> None:
        """No list is in sight."""
        self._listing = None

    def more(self) -> None:
        """More of the list in sight."""
        self._limit += PAGE
        self.read()

    def read(self) -> None:
        """Ask the store for the list in sight, and how many are late."""
        if not self._look.isActive():
            return
        decides = self.may(Function.DECIDE_INJURY)
        ask = partial(
            _read, self._services, self._listing, self._limit, handles=self.handles, decides=decides
        )
        then = partial(self._on_read, self._sitting)
        self._tasks.run(self, ask, then, lambda _: None, topic="cases")

    # -- what screens ask ----------------------------------------------------------------------

    @property
    def now(self) -> datetime:
        """The time by the desk's clock."""
        return self._services.now()

    @property
    def me(self) -> UUID | None:
        """Who sits here."""
        return self.seen.me

    @property
    def terms(self) -> CaseTerms | None:
        """The edition in force; None before the first is published."""
        return self.seen.terms

    @property
    def times(self) -> CaseTimes:
        """How long everything may take."""
        return self.seen.terms.times if self.seen.terms is not None else TIMES

    @property
    def categories(self) -> tuple[Category, ...]:
        return self.seen.terms.categories if self.seen.terms is not None else CATEGORIES

    @property
    def lines(self) -> tuple[CaseLine, ...]:
        """The list in sight, in the order of the store: what is due first."""
        now, times = self.now, self.times
        return tuple(line_of(each, times, now) for each in self.seen.cases)

    def name(self, operator_id: UUID | None) -> str:
        """A colleague's name; nothing for nobody and for whom one does not know."""
        return self.seen.names.get(operator_id, "") if operator_id is not None else ""

    # -- how it is kept fresh ------------------------------------------------------------------

    def _forget(self) -> None:
        self._look.stop()
        self._soon.stop()
        self._sitting += 1
        self.seen, self._roles = Seen(), frozenset()
        self._listing, self._limit = None, PAGE

    def _on_read(self, sitting: int, seen: Seen) -> None:
        if sitting == self._sitting:
            self.seen = seen
            self.changed.emit()

    def _on_changed(self, changes: Changes) -> None:
        told = (changes.of("case"), changes.of("case_terms"))
        if any(told) and self._look.isActive():
            self._soon.start()


def _read(
    services: Services, listing: Listing | None, limit: int, *, handles: bool, decides: bool
) -> Seen:
    """On the store's thread: one list, who is who, and how much is late."""
    me = services.operators.me()
    names = {me.id: me.name}
    waiting, terms = Waiting(), services.case_terms.current()
    if handles:
        waiting = Waiting(*services.cases.waiting())
        with suppress(KundcenterError):
            names |= {each.id: each.name for each in services.cases.handlers()}
    injuries = services.cases.undecided() if decides else ()
    if listing is Listing.INJURIES:
        return Seen(listing, injuries, False, injuries, waiting, terms, me.id, names)
    found = _listed(services, listing, limit + 1)
    more = len(found) > limit
    return Seen(listing, found[:limit], more, injuries, waiting, terms, me.id, names)


def _listed(services: Services, listing: Listing | None, limit: int) -> tuple[Case, ...]:
    if listing is None:
        return ()
    if listing is Listing.TAKEN_IN:
        return services.cases.registered()[:limit]
    kinds = KINDS.get(listing, ALL_KINDS)
    mine, nobody = listing is Listing.MINE, listing is Listing.NOBODY
    return services.cases.due(kinds, mine=mine, nobody=nobody, limit=limit)
