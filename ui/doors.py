"""Who may come in: first run, signing in, locking and unlocking, signing out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from kundcenter.domain.operators import Operator
from kundcenter.domain.tickets import Ended, SignedIn
from kundcenter.errors import KundcenterError
from kundcenter.services.sessions import Asked
from ui.panels.sign_in import Door, SignIn
from ui.services import Services
from ui.tasks import Lane, Tasks
from ui.texts import sentence
from ui.widgets.notices import Severity
from ui.window import Window


class Doors(QObject):
    """`entered` carries the operator who came in; `left` when nobody sits at the desk.

    `other_asked` when somebody else wants the locked desk; `renewed`, before `unlocked`, when the
    password opened another session.  `anew` says whether it has to.
    """

    entered = Signal(object)
    other_asked = Signal()
    renewed = Signal()
    unlocked = Signal()
    locked = Signal()
    left = Signal()

    def __init__(
        self, tasks: Tasks, services: Services, window: Window, *, place: str = ""
    ) -> None:
        super().__init__(window)
        self._tasks, self._services, self._window = tasks, services, window
        self._place = place
        self._operator: Operator | None = None
        self.anew: Callable[[], bool] = lambda: False

    @property
    def operator(self) -> Operator | None:
        """Who is signed in, behind the lock or not."""
        return self._operator

    def open(self) -> None:
        """Ask whether anybody has been added yet, and show the right door."""
        self._tasks.run(self, self._services.operators.any, self._show_first_door)

    def lock(self) -> None:
        """Hide the desk until the operator writes the password again."""
        if self._operator is None:
            return
        door = self._show(
            Door.LOCKED, locked_by=self._operator.name, user_name=self._operator.user_name
        )
        door.other_operator.connect(self.other_asked)
        self.locked.emit()
        self._tasks.run(self, self._services.sessions.lock)

    def sign_out(self) -> None:
        if self._operator is None:
            return
        self._operator = None
        self.left.emit()
        self._show(Door.SIGN_IN)
        self._tasks.run(self, self._services.sessions.sign_out)

    @Slot(object)
    def end(self, ended: Ended) -> None:
        """The centre has ended these operators' sessions.  What is written is kept for them."""
        verb = partial(self._services.end_sessions, ended)
        self._tasks.run(self, verb, self._on_ended, lambda _: None)

    def _on_ended(self, seated: object) -> None:
        if not seated or self._operator is None:
            return
        self._operator = None
        self.left.emit()
        door = self._show(Door.SIGN_IN)
        door.show_error(self.tr("Centralen har avslutat din inloggning."))

    def _show_first_door(self, anybody: bool) -> None:
        self._show(Door.SIGN_IN if anybody else Door.FIRST_RUN)

    def _show(self, kind: Door, *, locked_by: str = "", user_name: str = "") -> SignIn:
        door = SignIn(kind, place=self._place, locked_by=locked_by, user_name=user_name)
        door.submitted.connect(partial(self._try, kind, door))
        self._window.show_door(door)
        return door

    def _try(self, kind: Door, door: SignIn, user_name: str, password: str) -> None:
        door.set_busy(True)
        if kind is Door.LOCKED:
            self._unlock(door, password)
        elif kind is Door.FIRST_RUN:
            begin = self._services.operators.begin
            verb = partial(begin, user_name, door.own_name, password)
            again = partial(self._sign_in, door, user_name, password)
            self._tasks.run(door, verb, lambda _: again(), partial(self._refuse, door))
        else:
            self._sign_in(door, user_name, password)

    def _sign_in(self, door: SignIn, user_name: str, password: str) -> None:
        def go_on(asked: Asked | None) -> None:
            verb = partial(self._services.sessions.sign_in, user_name, password, asked=asked)
            entered, refused = partial(self._on_entered, door), partial(self._refuse, door)
            self._tasks.run(door, verb, entered, refused)

        self._ask_first(door, user_name, password, go_on)

    def _unlock(self, door: SignIn, password: str) -> None:
        anew = self.anew()

        def go_on(asked: Asked | None) -> None:
            verb = partial(self._services.sessions.unlock, password, anew=anew, asked=asked)
            unlocked, refused = partial(self._on_unlocked, door), partial(self._refuse, door)
            self._tasks.run(door, verb, unlocked, refused)

        if anew and self._operator is not None:
            self._ask_first(door, self._operator.user_name, password, go_on)
        else:
            go_on(None)

    def _ask_first(
        self,
        door: SignIn,
        user_name: str,
        password: str,
        then: Callable[[Asked | None], None],
    ) -> None:
        """A centre that takes its time holds up nothing else that the desk does."""
        sessions = self._services.sessions
        if not sessions.asks_first:
            then(None)
            return
        ask = partial(sessions.ask, user_name, password)
        self._tasks.run(door, ask, then, partial(self._refuse, door), lane=Lane.OUTSIDE)

    def _on_entered(self, door: SignIn, operator: Operator) -> None:
        door.clear()
        self._operator = operator
        self._window.show_desk()
        self.entered.emit(operator)
        if isinstance(operator, SignedIn) and operator.offline:
            words = self.tr("Centralen svarar inte. Du är inloggad med det som finns här.")
            self._window.notices.say(words, Severity.WARNING)

    def _on_unlocked(self, door: SignIn, renewed: object) -> None:
        door.clear()
        self._window.show_desk()
        if renewed:
            self.renewed.emit()
        self.unlocked.emit()

    def _refuse(self, door: SignIn, error: KundcenterError) -> None:
        door.set_busy(False)
        door.show_error(sentence(error))
