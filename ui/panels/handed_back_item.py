"""One thing that the centre has handed back: what was done, what stands there, how it ended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kundcenter.domain.calls import Call
from kundcenter.domain.composition import Section, compose
from kundcenter.domain.drafts import FormKind
from kundcenter.domain.grounds import Ground, GroundNeeded
from kundcenter.domain.text import LINE_LIMIT
from kundcenter.domain.work_items import ItemKind, WorkItem
from kundcenter.errors import KundcenterError, NotFound
from kundcenter.services.link import Written
from ui.actions import Action
from ui.claim_words import Way, ways_of
from ui.dialogs.ground import GroundDialog
from ui.kept_form import KeptForm
from ui.labels import label
from ui.numbers import number_of_call
from ui.panels.note_text import NoteText
from ui.services import Services, current_codes
from ui.tasks import Tasks
from ui.texts import sentence, sentence_of
from ui.theme.look import current
from ui.theme.metrics import Type
from ui.theme.space import emptied, spaced
from ui.times import clock, day_and_time
from ui.verb_words import verb_words
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.page import Page
from ui.widgets.speech import announce
from ui.widgets.text import Text

WIDE, HIGH, LOW = 720, 260, 116  # pixels; of two notes, and of two sentences
OF_CALLS = frozenset({"call", "part", "hand_over"})


@dataclass(frozen=True, slots=True)
class Versions:
    """What was written here, and what the centre has: sections of a note, or a call."""

    written: Written | None = None
    mine: tuple[Section, ...] = ()
    its: tuple[Section, ...] = ()
    call: Call | None = None
    absent: bool = False  # the centre has nothing of the kind
    holder: str = ""  # the colleague who has the call


class HandedBackDialog(Dialog):
    """It cannot be dismissed: only put away for a while, or resolved by saying how.

    `entry_wanted` and `call_wanted` carry the id of what is to be opened, `act_wanted` an action
    that is to be done; `resolved` when it is.
    """

    entry_wanted = Signal(object)
    call_wanted = Signal(object)
    act_wanted = Signal(object)
    resolved = Signal()

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        item: WorkItem,
        *,
        whose: str,
        mine: bool,
        parent: QWidget | None = None,
    ) -> None:
        """`whose` is who did it, in words; `mine` whether that is the operator."""
        translate = QCoreApplication.translate
        super().__init__(
            verb_words(item.verb),
            sentence=_what_became_of_it(item),
            primary=translate("HandedBackDialog", "Löst"),
            secondary=translate("HandedBackDialog", "Senare"),
            parent=parent,
        )
        self._tasks, self._services, self._item, self._mine = tasks, services, item, mine
        self._ground = Ground()
        self._call_id: UUID | None = None
        told = self.tr("{at}. {who}. {why}").format(
            at=day_and_time(item.happened_at), who=whose, why=sentence_of(item.code)
        )
        self.body.addWidget(Text(told, wrap=True))
        self._pair = QWidget()
        self._row = spaced(QHBoxLayout(self._pair), gap="m")
        self._page = Page("none", "m")
        self._page.body.addWidget(self._pair)
        self._page.body.addStretch(1)
        self._page.hide()
        self.trouble = Text("", Type.SMALL, role="danger", wrap=True)
        self.trouble.hide()
        self.compare = Button(self.tr("Visa båda versionerna"), icon="eye")
        self.compare.clicked.connect(self._look)
        self.go = Button(self.tr("Öppna posten"), ButtonKind.SECONDARY, icon="arrow-right")
        self.go.clicked.connect(self._open)
        acts = spaced(QHBoxLayout(), gap="s")
        acts.addWidget(self.compare)
        acts.addWidget(self.go)
        acts.addStretch(1)
        self.how = Field(
            self.tr("Hur löstes det?"),
            help=self.tr("Vad du gjorde, eller varför inget behöver göras."),
            longest=LINE_LIMIT,
        )
        self.body.addWidget(self._page, 1)
        self.body.addWidget(self.trouble)
        self.body.addLayout(acts)
        self.ways = WayList(self)
        self.ways.chosen.connect(self._go_on)
        self.body.addWidget(self.ways)
        self.body.addWidget(self.how)
        self.confirmed.connect(self._resolve)
        self.compare.setVisible(item.about_kind == "entry")
        self.go.setVisible(item.about_kind in {"entry", "call"})
        room = parent.window().width() - 48 if parent is not None else WIDE
        self.setMinimumWidth(min(round(WIDE * current().metrics.scale), max(440, room)))
        if item.about_kind in OF_CALLS:  # which name nobody
            self._look()
        if item.kind is ItemKind.REJECTED:
            self._show_ways({})
            if mine and services.link is not None:
                facts = partial(services.link.facts, item.id)
                tasks.run(self, facts, self._show_ways, lambda _: None)
        _KeptAway(self, tasks, services, (FormKind.RESOLUTION, item.id), {"how": self.how})

    def open(self) -> None:
        """Show it; one begins with what was written, if it is to be seen here."""
        super().open()
        begin = self.how.edit if self.compare.isHidden() else self.compare
        begin.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- both versions ---------------------------------------------------------------------------

    def _look(self) -> None:
        self.set_busy(True)
        verb = partial(_versions, self._services, self._item, self._ground, mine=self._mine)
        self._tasks.run(self, verb, self._show, self._refuse)

    def _show(self, found: Versions) -> None:
        self.set_busy(False)
        if self.compare.hasFocus():
            self.how.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.compare.hide()
        self.trouble.hide()
        emptied(self._row)
        for title, icon, said in (
            (self._did(found), "pen", self._told(found)),
            (self.tr("Centralen har"), "database", self._stands(found)),
        ):
            card = Card(title, icon=icon)
            if isinstance(said, str):
                card.body.addWidget(Text(said, wrap=True))
            else:
                text = NoteText()
                text.show_sections(said)
                card.body.addWidget(text)
            card.body.addStretch(1)
            self._row.addWidget(card, 1)
        high = HIGH if found.its or found.mine else LOW
        self._page.setMinimumHeight(round(high * current().metrics.scale))
        self._page.show()
        if found.call is not None:
            self._call_id = found.call.id
            self.go.show()
        self.make_room()
        announce(self._page, self.tr("Båda versionerna visas."))

    def _did(self, found: Versions) -> str:
        if not self._mine:
            return self.tr("Det som gjordes")
        wordless = found.written is not None and not (found.mine or found.written.words)
        return self.tr("Du gjorde") if wordless else self.tr("Du skrev")

    def _told(self, found: Versions) -> str | tuple[Section, ...]:
        if not self._mine:
            return self.tr("Det skrevs av en annan operatör, vid den operatörens arbetsstation.")
        if found.written is None:
            return self.tr("Det skrevs vid en annan arbetsstation och finns kvar där.")
        if found.mine:
            return found.mine
        if found.written.words:
            return "\n".join(text for _, text in found.written.words)
        words = self.tr("{verb} {at}.")
        at = clock(self._item.happened_at)
        return words.format(verb=verb_words(self._item.verb), at=at)

    def _stands(self, found: Versions) -> str | tuple[Section, ...]:
        if found.call is not None:
            words = self.tr("Samtalet {number} {at}: {state}.")
            if found.holder:
                words = self.tr("Samtalet {number} {at}: {state}, hos {holder}.")
            return words.format(
                holder=found.holder,
                number=number_of_call(found.call),
                at=clock(found.call.rang_at),
                state=label(found.call.state).lower(),
            )
        if found.absent:
            return self.tr("Ingen sådan post än. Det du skrev är sparat hos centralen, helt.")
        return found.its

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        if isinstance(error, GroundNeeded) and self._ground.category is None:
            dialog = GroundDialog(parent=self)
            dialog.confirmed.connect(partial(self._look_on, dialog))
            dialog.open()
            return
        self.trouble.setText(sentence(error))
        self.trouble.show()
        announce(self.trouble, sentence(error))

    def _look_on(self, dialog: GroundDialog) -> None:
        if dialog.ground is not None:
            self._ground = dialog.ground
            dialog.accept()
            self._look()

    # -- the way on ------------------------------------------------------------------------------

    def _show_ways(self, facts: Mapping[str, str]) -> None:
        self.ways.show_ways(ways_of(self._item.verb, self._item.code, facts))
        self.make_room()

    def _go_on(self, action: Action) -> None:
        self.reject()
        self.act_wanted.emit(action)

    def _open(self) -> None:
        self.reject()  # put away: it is not resolved by looking
        if self._item.about_kind == "entry":
            self.entry_wanted.emit(self._item.about_id)
        else:
            self.call_wanted.emit(self._call_id or self._item.about_id)

    def _resolve(self) -> None:
        how = " ".join(self.how.text().split())
        if not how:
            self.how.show_error(self.tr("Skriv hur det löstes."))
            self.how.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.set_busy(True)
        verb = partial(self._services.work_items.resolve, self._item.id, how)
        self._tasks.run(self, verb, lambda _: self._done(), self._not_done)

    def _done(self) -> None:
        self.resolved.emit()
        self.accept()

    def _not_done(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self.how.show_error(sentence(error))


class WayList(QWidget):
    """What one can do instead.  `chosen` carries the action of the one that was picked."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = spaced(QVBoxLayout(self), gap="xs")
        self.hide()

    def show_ways(self, ways: Sequence[Way]) -> None:
        """In place of those before."""
        emptied(self._column)
        self._column.addWidget(Text(self.tr("Vad du kan göra"), Type.STRONG))
        for way in ways:
            if way.action is None:
                self._column.addWidget(Text(f"•  {way.words}", wrap=True))
                continue
            button = Button(way.words, icon="arrow-right", keys=way.action)
            button.clicked.connect(partial(self.chosen.emit, way.action))
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setVisible(bool(ways))


class _KeptAway(KeptForm):
    """Put away for a while is not cancelled: what was written so far is there the next time."""

    def _on_rejected(self) -> None:
        self.keep()


def _what_became_of_it(item: WorkItem) -> str:
    translate = QCoreApplication.translate
    if item.kind is ItemKind.REJECTED:
        return translate(
            "HandedBackDialog",
            "Centralen gick inte med på det, och det gäller inte. Det som gäller är centralens.",
        )
    return translate(
        "HandedBackDialog",
        "Centralen kunde inte utföra det som det var. Inget är borta: det är sparat där tills"
        " någon har tittat på det.",
    )


def _versions(services: Services, item: WorkItem, ground: Ground, *, mine: bool) -> Versions:
    """On the store's thread.  The record is opened first, and that is logged.

    Raises what journal.open and calls.get raise.
    """
    assert services.link is not None, "nothing is handed back without a centre"
    if item.about_kind in OF_CALLS:
        written = services.link.written(item.id)
        call_id = written.call_id if written else None
        call_id = call_id or (item.about_id if item.about_kind == "call" else None)
        try:
            call = None if call_id is None else services.calls.get(call_id)
        except NotFound:  # it was never accepted, and is at this desk no more
            call = None
        holder = _colleague(services, None if call is None else call.operator_id)
        told = written if mine else None
        return Versions(told, call=call, absent=call is None, holder=holder)
    assert item.about_id is not None
    opened = services.journal.open(item.about_id, ground)
    written = services.link.written(item.id) if mine else None
    version = opened.latest
    if written is not None and item.kind is ItemKind.QUARANTINED:
        # What was written stands here still; the centre has what it was written upon.
        upon = (each for each in opened.versions if each.number == written.upon)
        found = next(upon, None)
        if found is None:
            return Versions(written, _sections(services, written), absent=True)
        version = found
    its = compose(version.note, services.codes[version.note.codes])
    return Versions(written, _sections(services, written), its)


def _colleague(services: Services, operator_id: UUID | None) -> str:
    """The name of a colleague; empty for nobody, and for oneself."""
    try:
        colleagues = services.calls.colleagues()
    except KundcenterError:  # who works no calls leads nobody by name
        return ""
    return next((each.name for each in colleagues if each.id == operator_id), "")


def _sections(services: Services, written: Written | None) -> tuple[Section, ...]:
    if written is None or written.note is None:
        return ()
    codes = services.codes.get(written.note.codes) or current_codes(services)
    return compose(written.note, codes)
