"""The frame of what is done with a case: words, a way, and the verb that tells it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar
from uuid import uuid5

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kundcenter.domain.case_codes import AnswerBy
from kundcenter.domain.cases import Case
from kundcenter.domain.drafts import FormKind
from kundcenter.errors import KundcenterError
from ui.badges import Badge
from ui.kept_form import KeptForm, by_hand
from ui.labels import label
from ui.services import Services
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.colours import ToneName
from ui.theme.look import current
from ui.widgets.banner import Banner
from ui.widgets.choice_row import Choice, ChoiceRow
from ui.widgets.dialog import AROUND, MARGIN, Dialog
from ui.widgets.field import Field
from ui.widgets.labelled import Labelled
from ui.widgets.page import Page
from ui.widgets.text_area import TextArea

P = TypeVar("P", bound=Labelled)
WAYS = (AnswerBy.TELEPHONE, AnswerBy.INBOX, AnswerBy.LETTER, AnswerBy.EMAIL)
WIDE, BESIDE, LOWEST = 620, 60, 80  # pixels
LONGEST = 10_000


class CaseActDialog(Dialog):
    """`said` carries a sentence when it is done.

    What is written is kept over a crash under `name`.  `parts` are said by each dialog for itself,
    by the names that errors tell them by.
    """

    said = Signal(str)

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        case: Case,
        title: str,
        *,
        name: str,
        primary: str,
        told: str,
        sentence: str = "",
        danger: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, sentence=sentence, primary=primary, danger=danger, parent=parent)
        self._tasks, self._services, self._case = tasks, services, case
        self._name, self._done_words = name, told
        self._parts: dict[str, Labelled] = {}
        self._kept: KeptForm | None = None
        self._warned = False
        self._trouble = Banner(
            self.tr("Det gick inte."), ToneName.WARNING, icon="warning", wrap=True
        )
        self._trouble.hide()
        self._page = Page(margins="none", gap="m")
        self._page.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.body.addWidget(self._trouble)
        self.body.addWidget(self._page, 1)
        inside = self._page.widget()
        assert inside is not None
        inside.installEventFilter(self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.make_room)
        self.setMinimumWidth(self._wide)
        self.confirmed.connect(self._go_on)

    def open(self) -> None:
        """As high as its parts and no higher than the window: then its page scrolls."""
        self.make_room()
        super().open()

    def reject(self) -> None:
        """What is written is not lost by one stroke of Esc."""
        if self.written and not self._warned and by_hand(self):
            self._warned = True
            self._trouble.say(self.tr("Det är inte sparat. Tryck Esc igen om texten ska kastas."))
            self._trouble.show()
            self.make_room()
            return
        super().reject()

    @property
    def written(self) -> bool:
        """Whether something stands there that would be missed."""
        return self._kept is not None and self._kept.written

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Rows that have broken, and what has come in, take their room."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._soon.start(0)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grown by its layout, it is looked at again: it stays within its window."""
        super().resizeEvent(event)
        self._soon.start(0)

    def make_room(self) -> None:
        scale, host, inside = current().metrics.scale, self.host, self._page.widget()
        layout = inside.layout() if inside is not None else None
        if layout is None:
            return
        layout.activate()
        shown = self._page.viewport().width() if self.isVisible() else self._wide - BESIDE
        needed = layout.totalMinimumHeightForWidth(shown)
        if needed < 0:
            needed = layout.totalMinimumSize().height()
        most = needed if host is None else host.height() - round(AROUND * scale)
        self._page.setMinimumHeight(max(LOWEST, min(needed, most)))
        super().make_room()

    @property
    def _wide(self) -> int:
        wide, host = round(WIDE * current().metrics.scale), self.host
        return wide if host is None else min(wide, host.width() - MARGIN)

    # -- what each says for itself -------------------------------------------------------------

    def verb(self) -> Callable[[], object] | None:
        """What is done; None when something is wrong, which has been said at its field."""
        raise NotImplementedError

    # -- parts ---------------------------------------------------------------------------------

    def add_text(self, words: str, help: str = "", *, name: str = "text") -> TextArea:
        """A field for free text."""
        area = TextArea(words, help=help, fewest=4, most=10, longest=LONGEST)
        return self._add(name, area)

    def add_way(self, words: str, given: AnswerBy) -> ChoiceRow:
        """How it was or will be told; what the complainant asked for is chosen."""
        row = ChoiceRow(words, [Choice(each, Badge(label(each))) for each in WAYS])
        row.choose(given if given in WAYS else AnswerBy.TELEPHONE)
        return self._add("by_way", row)

    def add(self, widget: QWidget) -> None:
        """Anything else."""
        self._page.body.addWidget(widget)

    def _add(self, name: str, part: P) -> P:
        self._parts[name] = part
        self._page.body.addWidget(part)
        return part

    def remember(self, fields: Iterable[str] = ("text",)) -> KeptForm:
        """Keep these over a crash."""
        texts = {
            name: part for name in fields if isinstance(part := self._parts[name], Field | TextArea)
        }
        about = FormKind.CASE_ACT, uuid5(self._case.id, self._name)
        self._kept = KeptForm(self, self._tasks, self._services, about, texts)
        for part in texts.values():
            part.changed.connect(self._on_written)
        return self._kept

    def _on_written(self, *_: object) -> None:
        """A warning holds for what stood there then."""
        if self._warned:
            self._warned = False
            self._trouble.hide()

    def needs(self, area: TextArea | Field, words: str) -> str | None:
        """What is written there; None when it is nothing, which is said there."""
        text = area.text().strip()
        if text:
            return text
        area.show_error(words)
        area.setFocus()
        return None

    # -- what is done --------------------------------------------------------------------------

    def _go_on(self) -> None:
        self._trouble.hide()
        verb = self.verb()
        if verb is not None:
            self.set_busy(True)
            self._tasks.run(self, verb, lambda _: self._done(), self._refuse)

    def _done(self) -> None:
        self.said.emit(self._done_words)
        self.accept()

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        words = sentence(error)
        part = self._parts.get(str(error.facts.get("field", "")))
        if part is not None:
            part.show_error(words)
            part.setFocus()
            return
        self._trouble.say(words)
        self._trouble.show()
        self.make_room()
