"""The card of one call: its parts, one of them in sight, and what is done with the call."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kundcenter.changes import Changes
from kundcenter.domain.calls import Call, CallOnLine
from kundcenter.domain.drafts import Caret, Draft, Unsaved
from kundcenter.domain.journal import Note
from kundcenter.domain.parts import Part, PartKind
from ui.actions import Action
from ui.dialogs.hand_over import HandOverDialog
from ui.dialogs.new_part import NewPartDialog
from ui.keys import keys
from ui.panels.advice import AdvicePart
from ui.panels.alarm_note import holds_alarm
from ui.panels.card_keys import NOTE_ACTS, carry_on, go_to_outcome_of
from ui.panels.closing import Closing
from ui.panels.contents import Contents, part_of_alarm, part_opened, real
from ui.panels.errand import ErrandPart
from ui.panels.handed import OfferedBanner
from ui.panels.note import NoteForm, NotePanel
from ui.panels.part import PartView, state_of
from ui.panels.part_tabs import PartTabs, TabState, kind_word
from ui.panels.who import WhoPanel
from ui.services import Services
from ui.tasks import Tasks
from ui.theme.space import spaced

Next = Callable[[], object]
PASSED_ON = ("refused", "print_wanted", "edited", "alarm_wanted", "said")  # of its parts


class CallCard(QWidget):
    """`closed` when the call is done or a colleague's; `refused` carries an error for a notice;
    `print_wanted` an entry's id; `edited` when something is to be kept; `stated` when what the
    card's own tab says may differ; `alarm_wanted` asks for 112."""

    call: Call
    closed = Signal()
    refused = Signal(object)
    print_wanted = Signal(object)
    said = Signal(str)
    edited = Signal()
    stated = Signal()
    alarm_wanted = Signal()

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._services = tasks, services
        self._parts: dict[UUID, Part] = {}
        self._views: dict[UUID, PartView] = {}
        self._drafts: dict[UUID, Unsaved] = {}
        self._spare: AdvicePart | None = None
        self._row = PartTabs(self)
        self._offered = OfferedBanner(self)
        self._stack = QStackedWidget(self)
        whole = spaced(QVBoxLayout(self), gap="none")
        whole.addWidget(self._row)
        whole.addWidget(self._offered)
        whole.addWidget(self._stack, 1)
        self._listen()

    def prepare(self) -> None:
        """Make what a call most often needs before there is one, as large as it will be."""
        self._spare = AdvicePart(self._tasks, self._services, self._stack)
        self._stack.addWidget(self._spare)
        self.grab()  # to nowhere: now it is styled and laid out, and is shown in no time

    def begin(self, contents: Contents) -> None:
        """Stand for a call, once; until then a card is about nothing."""
        self.call, self._contents = contents.call, contents
        self._parts.update((part.id, part) for part in contents.parts)
        need, id = (self._tasks, self._services), contents.call.id
        self._closing = Closing(*need, id, views=self._views, show=self._show_part, parent=self)
        self._closing.closed.connect(self.closed)
        self._closing.refused.connect(self.refused)
        self._show_tabs()
        self._show_offer()
        self._show_part(contents.parts[0].id)

    # -- what others ask -----------------------------------------------------------------------

    @property
    def view(self) -> PartView:
        """The part in sight."""
        shown = self._stack.currentWidget()
        assert isinstance(shown, PartView)
        return shown

    @property
    def who(self) -> WhoPanel:
        """Whom the part in sight is about."""
        return self.view.who

    @property
    def panel(self) -> NotePanel | None:
        """The note of the part in sight; None when it has none."""
        view = self.view
        return view.panel if isinstance(view, AdvicePart) else None

    @property
    def form(self) -> NoteForm:
        """The form of the note in sight."""
        panel = self.panel
        assert panel is not None, "a part without a note"
        return panel.form

    @property
    def unsaved(self) -> bool:
        """Whether any part has text that no version holds."""
        return any(view.unsaved for view in self._views.values())

    def unkept(self) -> Mapping[UUID, Unsaved]:
        """What a crash would take along, by the ids of the parts."""
        found: dict[UUID, Unsaved] = dict(self._drafts)  # of parts that nobody has looked at yet
        for id, view in self._views.items():
            lost = view.unkept
            if lost is not None:
                found[id] = lost
        return found

    @property
    def parts(self) -> frozenset[UUID]:
        """The ids of the parts."""
        return frozenset(self._parts)

    @property
    def in_sight(self) -> UUID:
        """The id of the part in sight."""
        return self.view.part.id

    @property
    def offered(self) -> bool:
        """Whether it waits for a colleague to take it."""
        return self._contents.offer is not None

    @property
    def note_due(self) -> bool:
        """Whether a note is still to be written after an alarm."""
        return any(part.note_due for part in self._now())

    def note_alarm(self, words: str, part_id: UUID | None = None) -> bool:
        """Put what an alarm left behind into the note that is due for it, if there is one."""
        part = part_of_alarm(self._now(), part_id)
        view = self._view(part.id) if part is not None else None
        if not isinstance(view, AdvicePart):
            return False
        view.add_alarm(words)
        return holds_alarm(view.form, view.unkept, words)

    def _now(self) -> tuple[Part, ...]:
        """The parts as their views know them, which may be newer."""
        views = self._views
        return tuple(views[id].part if id in views else p for id, p in self._parts.items())

    def take_focus(self) -> None:
        self.view.take_focus()

    def return_to_caret(self) -> None:
        """Go on where one was writing; begin where one has not begun."""
        self.view.return_to_caret()

    # -- recovery ------------------------------------------------------------------------------

    def restore(self, drafts: Sequence[Draft]) -> None:
        """Show what was written here and never saved; the part that was in sight comes back."""
        shown: tuple[UUID, Caret] | None = None
        for draft in drafts:
            id = draft.part_id if draft.part_id in self._parts else next(iter(self._parts))
            self._drafts[id] = draft.unsaved
            if draft.unsaved.in_sight:
                shown = (id, draft.unsaved.caret)
        for id in list(self._drafts):
            if id in self._views:
                self._views[id].restore(self._drafts.pop(id))
        if shown is not None:
            self._show_part(shown[0])
            self._views[shown[0]].go_to(shown[1])
        for id in list(self._drafts):
            self._view(id)  # its tab says that there is text

    # -- parts ---------------------------------------------------------------------------------

    def step(self, by: int) -> None:
        """To the next part, and from the last to the first."""
        self._row.tabs.step(by)
        self.return_to_caret()

    def ask_part(self) -> None:
        """Ask what the call is about as well."""
        dialog = NewPartDialog(parent=self)
        dialog.chosen.connect(self.add_part)
        dialog.open()

    def add_part(self, kind: PartKind) -> None:
        """One matter more on the same card."""
        self._open_part(kind, self._begin)

    def _open_part(self, kind: PartKind, then: Callable[[PartView], object]) -> None:
        verb = partial(part_opened, self._services, self.call.id, kind)
        self._tasks.run(self, verb, partial(self._on_opened, then), self.refused.emit)

    def _on_opened(self, then: Callable[[PartView], object], opened: tuple[Part, Changes]) -> None:
        part, changes = opened
        self._parts[part.id] = part
        self._show_tabs()
        self._show_part(part.id)
        self._tasks.announce(changes)
        then(self._views[part.id])
        self._show_tabs()

    def _begin(self, view: PartView) -> None:
        """Who tells is the same in the whole call; whom it is about is not."""
        told = next((v.form.note for v in self._advice() if v is not view), None)
        if isinstance(view, AdvicePart) and told is not None:
            note = Note(informant=told.informant, informant_name=told.informant_name)
            view.begin_with(note)
        view.take_focus()

    def _carry_on(self, view: AdvicePart) -> None:
        carried = view.carried
        if carried is not None:
            note, person_id = carried
            self._open_part(PartKind.ADVICE, partial(carry_on, note, person_id))

    def _drop(self, view: PartView) -> None:
        if len(self._parts) < 2 or not view.blank:
            return
        verb = partial(self._services.calls.drop_part, view.part.id)
        self._tasks.run(self, verb, lambda _: self._forget(view.part.id), self.refused.emit)

    def _forget(self, id: UUID) -> None:
        self._parts.pop(id, None)
        view = self._views.pop(id, None)
        self._row.tabs.remove(id)
        if view is not None:
            self._stack.removeWidget(view)
            view.deleteLater()
        self._show_part(self._row.tabs.current or next(iter(self._parts)))
        self._show_tabs()
        self.edited.emit()
        self.take_focus()

    def _advice(self) -> tuple[AdvicePart, ...]:
        return tuple(view for view in self._views.values() if isinstance(view, AdvicePart))

    def _view(self, id: UUID) -> PartView:
        """The view of a part, made when it is first needed."""
        if id in self._views:
            return self._views[id]
        part = self._parts[id]
        first = id == next(iter(self._parts))
        view = self._made(part.kind)
        view.begin(self.call, part, first=first)
        self._views[id] = view
        view.finishing.connect(self.finish)
        view.stated.connect(self._show_tabs)
        view.dropping.connect(partial(self._drop, view))
        view.carried_on.connect(self._carry_on)
        for name in PASSED_ON:
            getattr(view, name).connect(getattr(self, name))
        entry = self._contents.entry_of(part)
        if entry is not None:
            view.show_entry(entry)
        elif part.person_id is not None:
            view.who.open(part.person_id)
        if id in self._drafts:
            view.restore(self._drafts.pop(id))
        return view

    def _made(self, kind: PartKind) -> PartView:
        if kind is PartKind.ADVICE and self._spare is not None:
            spare, self._spare = self._spare, None
            return spare
        made = AdvicePart if kind is PartKind.ADVICE else ErrandPart
        view = made(self._tasks, self._services, self._stack)
        self._stack.addWidget(view)
        return view

    def _show_part(self, id: UUID) -> PartView:
        view = self._view(id)
        self._stack.setCurrentWidget(view)
        self._row.tabs.choose(id)
        return view

    def _show_tabs(self) -> None:
        counted: dict[PartKind, int] = {}
        for id, part in self._parts.items():
            counted[part.kind] = counted.get(part.kind, 0) + 1
            view = self._views.get(id)
            badge = view.badge if view is not None else state_of(part)
            words = kind_word(part.kind, counted[part.kind])
            self._row.tabs.show_state(id, TabState(words, badge))
            if view is not None:
                view.show_droppable(len(self._parts) > 1)
        self.stated.emit()

    # -- verbs ---------------------------------------------------------------------------------

    def save(self) -> None:
        view = self.view
        if isinstance(view, AdvicePart):
            view.save()

    def finish(self) -> None:
        """Close the call.  What is written is saved first; nothing is lost by leaving."""
        if self.call.on_line and self.call.line_call is not None:  # somebody is still there
            self.refused.emit(CallOnLine(id=self.call.id))
        else:
            self._closing.finish()

    # -- from hand to hand ---------------------------------------------------------------------

    def ask_hand_over(self) -> None:
        """Give the card to a colleague, with everything in it.  What is written is saved first."""
        if self._contents.offer is None:
            self._closing.save_all_then(self._ask_whom)

    def _ask_whom(self) -> None:
        dialog = HandOverDialog(self._tasks, self._services, self.call.id, parent=self)
        dialog.confirmed.connect(partial(self._hand_over, dialog))
        dialog.alarm_wanted.connect(self.alarm_wanted)
        dialog.open()

    def _hand_over(self, dialog: HandOverDialog) -> None:
        to = dialog.receiver
        if to is None:
            return
        dialog.set_busy(True)
        verb = partial(self._services.calls.hand_over, self.call.id, to, dialog.brief.text())
        self._tasks.run(dialog, verb, lambda _: dialog.accept(), dialog.refuse)

    def _withdraw(self) -> None:
        verb = partial(self._services.calls.withdraw, self.call.id)
        self._tasks.run(self, verb, refused=self.refused.emit)

    def renew(self, contents: Contents) -> None:
        """The call as the store has it now; one that is a colleague's by now goes."""
        mine = self.call.operator_id
        self.call = contents.call
        self._contents = replace(contents, entries=self._contents.entries)
        if mine is not None and contents.call.operator_id != mine:
            self.closed.emit()
            return
        for view in self._views.values():
            view.who.renew(contents.call)
        for part in contents.parts:
            if part.id in self._parts and real(part):
                self._parts[part.id] = part
                if part.id in self._views:
                    self._views[part.id].renew(part)
            elif part.id not in self._parts:
                self._parts[part.id] = part
        self._show_tabs()
        self._show_offer()

    def _show_offer(self) -> None:
        offer = self._contents.offer
        self._offered.setVisible(offer is not None)
        self._stack.setEnabled(offer is None)
        self._row.more.setEnabled(offer is None)
        self._row.hand_over.setEnabled(offer is None)

    # -- keys ----------------------------------------------------------------------------------

    def _listen(self) -> None:
        self._row.tabs.chosen.connect(self._show_part)
        self._row.tabs.chosen.connect(lambda _: self.edited.emit())
        self._row.more.clicked.connect(self.ask_part)
        self._row.hand_over.clicked.connect(self.ask_hand_over)
        self._offered.withdrawing.connect(self._withdraw)
        for action, act in NOTE_ACTS.items():
            keys().bind(self, action, partial(self._in_note, act))
        here: dict[Action, Callable[[], object]] = {
            Action.WHO: self._go_to_who,
            Action.OUTCOME: lambda: go_to_outcome_of(self.view, self._services, self),
            Action.FINISH: self.finish,
            Action.ADD_PART: self.ask_part,
            Action.NEXT_PART: partial(self.step, 1),
            Action.LAST_PART: partial(self.step, -1),
            Action.HAND_OVER: self.ask_hand_over,
        }
        for action, go in here.items():
            keys().bind(self, action, go)

    def _go_to_who(self) -> None:  # of the part in sight, whichever that is by then
        self.who.take_focus()

    def _in_note(self, act: Callable[[AdvicePart], object]) -> None:
        view = self.view
        if isinstance(view, AdvicePart) and self._stack.isEnabled():
            act(view)
