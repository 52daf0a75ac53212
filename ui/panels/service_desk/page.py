"""The page of the service desk: who handles a question, and the card that answers it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kundcenter.domain.access import Function
from kundcenter.domain.calendar import local
from kundcenter.domain.service_desk.topics import Heading, Topic
from ui.actions import Action
from ui.badges import Badge
from ui.clip import put_on_clipboard
from ui.dialling import Dialling
from ui.directory_keeper import DirectoryKeeper
from ui.keys import keys
from ui.labels import label
from ui.link import Marks, mark_column
from ui.panels.service_desk.acts import ServiceActs
from ui.panels.service_desk.axes import AxesBar
from ui.panels.service_desk.topic_view import TopicView
from ui.records import Column, RecordModel
from ui.service_desk.topic_keeper import TopicKeeper
from ui.service_desk.words import review_badge
from ui.services import Services
from ui.tasks import Tasks
from ui.theme.look import current
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.combo import Combo, Option
from ui.widgets.empty import EmptyState
from ui.widgets.finder import Finder, matching
from ui.widgets.head import Head
from ui.widgets.text import Text

ANY, RETIRED = "*", "-"
HEADING, REVIEW = 1, 2  # columns
ROOMY = 1300  # pixels of the page at ordinary text size: then the heading has a column too


class ServicePage(QWidget):
    """`said` carries a sentence, `refused` an error, for a notice."""

    said = Signal(str)
    refused = Signal(object)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keeper = TopicKeeper.of(tasks, services)
        self._directory = DirectoryKeeper.of(tasks, services)
        self._wanted: UUID | None = None  # to be chosen when it comes
        self.heading = Combo(
            self.tr("Område"),
            [
                Option(ANY, self.tr("Alla områden")),
                *(Option(each, label(each)) for each in Heading),
                Option(RETIRED, self.tr("Ur bruk")),
            ],
        )
        self.axes = AxesBar(self.heading)
        self._make_list(Marks.of(tasks, services))
        self.card = TopicView(self._directory, Dialling.of(tasks, services))
        self.acts = ServiceActs(tasks, services, self.axes, self)
        self.acts.said.connect(self.said)
        self.acts.refused.connect(self.refused)
        self.acts.saved.connect(self._on_saved)
        self.acts.noted.connect(self.begin)
        self._lay_out()
        self._listen()
        self.begin()

    # -- what the window asks ------------------------------------------------------------------

    def take_focus(self) -> None:
        self.finder.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        self.acts.show_rights()
        self._keeper.read(edits=self._directory.may(Function.EDIT_TOPICS))

    def forget(self) -> None:
        """The operator has left."""
        self._wanted = None
        self._keeper.forget()
        self.begin()

    def begin(self) -> None:
        """The next question."""
        self.axes.begin()
        self.heading.choose(ANY)
        self.finder.field.set_text("")
        self._show()

    @property
    def current(self) -> Topic | None:
        """The card under the cursor."""
        found = self.finder.current
        return found if isinstance(found, Topic) else None

    @property
    def chosen_heading(self) -> Heading | None:
        """Where the question belongs, when that was chosen."""
        value = self.heading.value or ANY
        return None if value in {ANY, RETIRED} else Heading(value)

    # -- the parts -----------------------------------------------------------------------------

    def _make_list(self, marks: Marks) -> None:
        self.model = RecordModel[Topic](
            (
                Column(
                    self.tr("Kort"),
                    lambda topic: topic.told.title,
                    tip=lambda topic: topic.told.title,
                ),
                Column(self.tr("Område"), lambda topic: label(topic.told.heading), width=22),
                Column(
                    self.tr("Granskat"),
                    lambda topic: self._review(topic).text,
                    sort=lambda topic: topic.told.reviewed_on,
                    badge=self._review,
                    width=17,
                ),
                *mark_column(marks, lambda topic: marks.badge("topic", topic.id)),
            ),
            key=lambda topic: topic.id,
            parent=self,
        )
        marks.changed.connect(self.model.renew)
        self._empty = EmptyState(self.tr("Hämtar korten"), icon="service-desk")
        self.finder = Finder(
            self.tr("Sök i korten"),
            self.model,
            list_name=self.tr("Kunskapskort"),
            placeholder=self.tr("Till exempel: frikort, byta vårdcentral, klaga"),
            empty=self._empty,
        )

    def _review(self, topic: Topic) -> Badge:
        return review_badge(topic, local(self._directory.now).date())

    def _lay_out(self) -> None:
        title = Text(self.tr("Servicedisk"), Type.TITLE)
        title.setProperty("heading", True)
        acts = self.acts
        both = spaced(QHBoxLayout(), gap="l")
        both.addWidget(self.finder, 5)
        both.addWidget(self.card, 4)
        column = spaced(QVBoxLayout(self), "l", "m")
        column.addWidget(Head((title,), acts.of_all))
        column.addWidget(self.axes)
        column.addLayout(both, 1)
        column.addWidget(Head((), (*acts.of_one, *acts.of_question)))

    def _listen(self) -> None:
        self._keeper.changed.connect(self._on_topics)
        self._directory.changed.connect(self._show_card)
        self.finder.typed.connect(lambda _: self._show())
        self.finder.field.submitted.connect(self._on_enter)
        self.finder.table.chosen.connect(lambda _: self._show_card())
        self.heading.chosen.connect(lambda _: self._show())
        self.card.copy_wanted.connect(self._copy)
        bound: tuple[tuple[Action, Callable[[], object]], ...] = (
            (Action.SERVICE_FIND, self._to_find),
            (Action.SERVICE_SCOPE, partial(self.axes.turn, self.axes.scope)),
            (Action.SERVICE_COMPLEXITY, partial(self.axes.turn, self.axes.complexity)),
            (Action.SERVICE_NATURE, partial(self.axes.turn, self.axes.nature)),
            (Action.SERVICE_NEXT_HEADING, partial(self._step, 1)),
            (Action.SERVICE_LAST_HEADING, partial(self._step, -1)),
            (Action.SERVICE_LINK, self._copy),
        )
        for action, act in bound:
            keys().bind(self, action, act)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.width() >= round(ROOMY * current().metrics.scale)
        self.finder.table.show_column(HEADING, roomy)

    # -- what is shown -------------------------------------------------------------------------

    def _on_topics(self) -> None:
        self.acts.show_waiting(self._keeper.waiting)
        self._show()
        if self._wanted is not None and self.model.row_of(self._wanted) >= 0:
            self.finder.table.choose(self._wanted)
            self._wanted = None
        self._show_card()

    def _show(self) -> None:
        text, heading = self.finder.field.text(), self.chosen_heading
        found = self._keeper.index.find(text, heading)
        if self.heading.value == RETIRED:
            found = tuple(matching(self._keeper.retired, text, lambda topic: topic.told.title))
        if text.strip():
            words = self.tr("Skriv frågan till redaktören, så blir det ett kort.")
            self._empty.say(self.tr("Inget kort svarar"), words, icon="search")
        elif self._keeper.loaded:
            self._empty.say(self.tr("Inga kort"), "", icon="service-desk")
        self.finder.show_records(found)
        self._show_card()

    def _show_card(self) -> None:
        topic = self.current
        self.card.show_topic(topic)
        self.acts.show_topic(topic, self.chosen_heading, self.finder.field.text())

    def _on_saved(self, topic_id: UUID) -> None:
        self._wanted = topic_id

    # -- what is done --------------------------------------------------------------------------

    def _to_find(self) -> None:
        self.take_focus()
        self.finder.field.edit.selectAll()

    def _on_enter(self) -> None:
        """Of a question that nobody has begun to write there is no answer to note."""
        if self.finder.field.text().strip():
            self.acts.answered.click()

    def _step(self, by: int) -> None:
        values = [ANY, *Heading, RETIRED]
        at = values.index(self.heading.value or ANY)
        self.heading.choose(values[(at + by) % len(values)])
        self._show()

    def _copy(self) -> None:
        topic = self.current
        if topic is not None and topic.told.link:
            put_on_clipboard(topic.told.link)
            self.said.emit(self.tr("Länken är kopierad."))
