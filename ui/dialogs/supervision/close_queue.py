"""Close a queue to new callers, or open it again; whoever may not do that reads how it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.drafts import FORMS, FormKind
from kundcenter.domain.supervision.closures import Closure, closed_now
from kundcenter.domain.text import LINE_LIMIT
from kundcenter.errors import KundcenterError
from ui.kept_form import KeptForm
from ui.link import Marks
from ui.moments import read_moment, tomorrow
from ui.services import Services
from ui.supervision.live_keeper import LiveKeeper
from ui.supervision.live_words import closure_words, queue_name
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.colours import ToneName
from ui.theme.look import current
from ui.theme.metrics import Type
from ui.widgets.banner import Banner
from ui.widgets.combo import Combo, Option
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.text import Text

WIDE = 640  # pixels


class CloseQueueDialog(Dialog):
    """`said` carries a sentence.  With `queue` that one is chosen at first."""

    said = Signal(str)

    def __init__(
        self, tasks: Tasks, services: Services, queue: str = "", parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        self._keeper = keeper = LiveKeeper.of(tasks, services)
        self._may = keeper.may(Function.CLOSE_QUEUE)
        super().__init__(
            translate("CloseQueueDialog", "Stäng eller öppna en kö"),
            sentence=translate(
                "CloseQueueDialog",
                "Den som ringer till en stängd kö hör att den är stängd. Den som redan väntar får"
                " vänta kvar.",
            ),
            primary=translate("CloseQueueDialog", "Stäng kön"),
            secondary=translate("CloseQueueDialog", "Avbryt"),
            parent=parent,
        )
        self._tasks, self._services = tasks, services
        self._closures: tuple[Closure, ...] = ()
        self._trouble = Banner(self.tr("Det gick inte."), ToneName.DANGER, icon="error", wrap=True)
        self._trouble.hide()
        self.queue = Combo(self.tr("Kö"))
        self.state = Text("", Type.STRONG, wrap=True)
        self.reason = Field(self.tr("Varför"), longest=LINE_LIMIT)
        self.until = Field(
            self.tr("Stängd till"),
            longest=20,
            help=self.tr("Som 21:00 eller {day} 07:00. Tomt: tills den öppnas igen.").format(
                day=tomorrow(keeper.now)
            ),
        )
        self.by_hand = Text(
            self.tr("Växeln stänger inga köer härifrån nu. Säg också till den som sköter den."),
            role="warning",
            wrap=True,
        )
        parts = (self._trouble, self.queue, self.state, self.by_hand, self.reason, self.until)
        for part in parts:
            self.body.addWidget(part)
        self.setMinimumWidth(round(WIDE * current().metrics.scale))
        self._offer(queue)
        self.queue.chosen.connect(lambda _: self._show())
        self.confirmed.connect(self._go)
        keeper.changed.connect(self._on_news)
        if self._may:
            about = FormKind.QUEUE_CLOSURE, FORMS
            KeptForm(self, tasks, services, about, {"reason": self.reason, "until": self.until})
        self._show()
        self._look()

    def open(self) -> None:
        super().open()
        self.queue.setFocus()
        QTimer.singleShot(0, self, self.make_room)  # when the texts have their height

    @property
    def closure(self) -> Closure | None:
        """The order that the chosen queue is closed by."""
        return closed_now(self._closures, self._keeper.now).get(self.queue.value or "")

    # -- what is shown -------------------------------------------------------------------------

    def _look(self) -> None:
        ask = self._services.queue_closures.standing
        self._tasks.run(self, ask, self._on_closures, lambda _: None, topic="closures")

    def _on_closures(self, closures: tuple[Closure, ...]) -> None:
        self._closures = closures
        chosen = self.queue.value
        self._offer(chosen or "")
        self._show()

    def _on_news(self) -> None:
        if self._keeper.live is not None and self._keeper.live.closures != self._closures:
            self._look()

    def _offer(self, chosen: str) -> None:
        known = {*self._keeper.queues, *(each.queue for each in self._closures)}
        if chosen:
            known.add(chosen)
        names = sorted(known, key=lambda queue: queue_name(queue).casefold())
        options = [Option(each, queue_name(each)) for each in names]
        if options != getattr(self, "_options", None):
            self._options = options
            self.queue.set_options(options)
        if chosen:
            self.queue.choose(chosen)
        elif self.queue.value is None and names:
            self.queue.choose(names[0])

    def _show(self) -> None:
        closure, there = self.closure, self.queue.value is not None
        if not there:
            self.state.setText(self.tr("Växeln har inte sagt något om några köer."))
        elif closure is None:
            self.state.setText(self.tr("Kön är öppen."))
        else:
            words = self.tr("Kön är stängd. {words}")
            self.state.setText(words.format(words=closure_words(closure, self._keeper.now)))
        if self.queue.value in self._keeper.unheeded:
            refused = self.tr("{words} Växeln följer inte. Säg till den som sköter den.")
            self.state.setText(refused.format(words=self.state.text()))
        for part in (self.reason, self.until):
            part.setVisible(self._may and there and closure is None)
        self.by_hand.setVisible(self._may and not self._services.telephone.closes_queues)
        self.secondary.setVisible(self._may)
        if not self._may or not there:
            self.primary.setText(self.tr("Stäng fönstret"))
        else:
            self.primary.setText(self.tr("Stäng kön") if closure is None else self.tr("Öppna kön"))
        self.make_room()

    # -- what is done --------------------------------------------------------------------------

    def _go(self) -> None:
        queue, closure = self.queue.value, self.closure
        if not self._may or queue is None:
            self.accept()
        elif closure is not None:
            told = self.tr("{queue} är öppen igen.").format(queue=queue_name(queue))
            self._run(partial(self._services.queue_closures.open, closure.id), told)
        else:
            self._close(queue)

    def _close(self, queue: str) -> None:
        if not self.reason.text().strip():
            self._wrong(self.reason, self.tr("Skriv varför."))
            return
        try:
            ends_at = self._end()
        except ValueError:
            words = self.tr("Skriv tiden som 21:00 eller {day} 07:00.")
            self._wrong(self.until, words.format(day=tomorrow(self._keeper.now)))
            return
        told = self.tr("{queue} är stängd.").format(queue=queue_name(queue))
        verb = partial(self._services.queue_closures.close, queue, self.reason.text(), ends_at)
        self._run(verb, told)

    def _end(self) -> datetime | None:
        """None when it holds until it is opened.  Raises ValueError."""
        written = self.until.text().strip()
        return read_moment(written, self._keeper.now) if written else None

    def _run(self, verb: Callable[[], Changes], told: str) -> None:
        self._trouble.hide()
        self.set_busy(True)
        if Marks.of(self._tasks, self._services).there:
            told = self.tr("{told} Preliminärt, tills centralen har svarat.").format(told=told)
        self._tasks.run(self, verb, lambda _: self._done(told), self._refuse)

    def _done(self, told: str) -> None:
        self._keeper.read()
        self.said.emit(told)
        self.accept()

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        field = {"reason": self.reason, "ends_at": self.until}.get(
            str(error.facts.get("field", ""))
        )
        if field is not None:
            words = sentence(error)
            if field is self.until:
                words = self.tr("Sluttiden har redan varit.")
            self._wrong(field, words)
            return
        self._trouble.say(sentence(error))
        self._trouble.show()
        self.make_room()
        self._look()

    def _wrong(self, field: Field, words: str) -> None:
        field.show_error(words)
        field.setFocus()
