"""Looking up while a note is written: what is ticked stands in the note at once, as its own words.

It documents and computes nothing: no urgency and no outcome follows from an answer.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from kundcenter.domain.calendar import local
from kundcenter.domain.identity import Sex
from kundcenter.domain.packs.shelf import ShownTopic, topic_for
from kundcenter.domain.text import LINE_LIMIT
from ui.badges import Badge
from ui.pack_keeper import PackKeeper
from ui.panels.look_lines import LineKind, TopicLine
from ui.panels.look_topic import TopicSheet
from ui.panels.note import NotePanel
from ui.panels.note_ticks import Tick
from ui.panels.who import WhoPanel
from ui.sentences import put_in, stands, take_out
from ui.services import Services
from ui.tasks import Tasks
from ui.theme.colours import ToneName
from ui.widgets.sight import into_sight
from ui.widgets.text_area import TextArea

MOST = 20  # topics in the list
NO = " Nej."  # after a question, in the record


class NoteSupport(QObject):
    """Between the look-up, the form and the person."""

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        panel: NotePanel,
        who: WhoPanel,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        form, look_up = panel.form, panel.look_up
        self._form, self._who, self._now, self._look = form, who, services.now, look_up
        self._keeper = PackKeeper.of(tasks, services)
        self._keeper.changed.connect(self._on_packs)
        self._shown: ShownTopic | None = None
        self._from: QWidget | None = None
        self._begun = False
        look_up.asked.connect(self._on_asked)
        look_up.opened.connect(self._open)
        look_up.answered.connect(self._answer)
        look_up.left.connect(self._go_back)
        form.edited.connect(self._show_ticks)
        form.shown.connect(self._show_ticks)
        form.reason.chosen.connect(self._on_reason)
        who.identified.connect(lambda _: self._show_again())
        who.forgotten.connect(self._show_again)

    def ask(self) -> None:
        """Open it, at the topic of the note's reason; from itself back to the note."""
        focus = self._focus
        if not self._look.isHidden() and self._look.isAncestorOf(focus):
            self._look.put_away()
        elif self._form.isVisible() and self._form.isEnabled():
            self._from = focus if self._form.isAncestorOf(focus) else None
            self._look.ask()

    def without_denied(self, text: str) -> str:
        """The text without the questions of the packs that stand there with a no."""
        shelf = self._keeper.shelf
        if shelf is None or NO not in text:
            return text
        for shown in shelf.topics:
            for ask in (*shown.topic.threats, *shown.topic.questions):
                text = text.replace(f"{ask.text.strip()}{NO}", "")
        return text

    # -- what is shown -------------------------------------------------------------------------

    def _on_asked(self) -> None:
        self._keeper.want()
        self._begin()

    def _on_packs(self) -> None:
        self._begin()
        self._show_again()

    def _begin(self) -> None:
        """What can be found; the first time the topic of the reason is shown at once."""
        shelf = self._keeper.shelf
        if self._look.isHidden() or shelf is None:
            return
        none = "" if shelf.topics else self.tr("Inget innehållspaket är godkänt")
        self._look.find_by(self._find, why_none=none)
        if not self._begun:
            self._begun = True
            self._on_reason(self._form.reason.value or "")

    def _find(self, text: str) -> Sequence[ShownTopic]:
        index, shelf = self._keeper.index, self._keeper.shelf
        if index is None or shelf is None:
            return ()
        if text.strip():
            return index.find(text, *self._whom(), limit=MOST)
        reason = self._form.reason.value
        return sorted(shelf.topics, key=lambda shown: (shown.topic.reason != reason, shown.title))

    def _on_reason(self, reason: str) -> None:
        """Another reason is another topic, as long as nothing of the one in sight is ticked."""
        shelf = self._keeper.shelf
        if self._look.isHidden() or shelf is None or (self._shown and self._used()):
            return
        mine = [shown for shown in shelf.topics if reason and shown.topic.reason == reason]
        if mine:
            self._open(mine[0], focus=self._look.isAncestorOf(self._focus))
        elif not self._look.reading:
            self._look.find_by(self._find)

    @property
    def _focus(self) -> QWidget:
        """Where the keys go; the form where they go nowhere."""
        return QApplication.focusWidget() or self._form

    def _open(self, shown: ShownTopic, *, focus: bool = True) -> None:
        self._shown = shown
        self._look.show_topic(self._sheet(shown))
        self._show_ticks()
        if focus:
            self._look.take_focus()

    def _show_again(self) -> None:
        """The person is another, or the pack: what fits may be other lines."""
        shelf, shown = self._keeper.shelf, self._shown
        if shelf is None or shown is None or not self._look.reading:
            return
        latest = shelf.get(shown.pack_code, shown.topic.code)
        if latest is not None:
            self._open(latest, focus=self._look.isAncestorOf(self._focus))

    def _sheet(self, shown: ShownTopic) -> TopicSheet:
        topic = topic_for(shown.topic, *self._whom())
        lines = (
            *(TopicLine(LineKind.THREAT, ask.text) for ask in topic.threats),
            *(TopicLine(LineKind.QUESTION, ask.text) for ask in topic.questions),
            *(TopicLine(LineKind.ADVICE, ask.text) for ask in topic.advice),
            *(TopicLine(LineKind.CALL_BACK, text) for text in topic.call_back),
        )
        marks = []
        if shown.demonstration:
            marks.append(Badge(self.tr("Demonstration"), ToneName.WARNING, "info"))
        if shown.edited:
            marks.append(Badge(self.tr("Ändrad lokalt"), ToneName.INFO, "pen"))
        if shown.review_on is not None and shown.review_on < local(self._now()).date():
            marks.append(Badge(self.tr("Granskning försenad"), ToneName.WARNING, "clock"))
        return TopicSheet(
            shown.title, lines, tuple(marks), self._version(shown), self._about(shown)
        )

    def _about(self, shown: ShownTopic) -> tuple[str, ...]:
        said = [f"{shown.pack_title}."]
        if shown.approver:
            said.append(self.tr("Godkänd av {approver}.").format(approver=shown.approver))
        said.append(self.tr("Uppslag och dokumentation. Räknar inte ut någon vårdnivå."))
        return tuple(said)

    def _version(self, shown: ShownTopic) -> str:
        words = self.tr("Version {version}").format(version=shown.support_version)
        if shown.review_on is not None:
            words = self.tr("Version {version}. Granskas senast {day}.").format(
                version=shown.support_version, day=shown.review_on.isoformat()
            )
        return words

    def _whom(self) -> tuple[int | None, Sex | None]:
        person = self._who.person
        if person is None:
            return None, None
        return person.age(local(self._now()).date()), person.sex or person.person_id.sex

    # -- what is ticked ------------------------------------------------------------------------

    def _answer(self, line: TopicLine, tick: Tick) -> None:
        """Its sentence goes into the note's field at once, or out of it."""
        shown = self._shown
        if shown is None or not self._form.isEnabled() or self._form.isHidden():
            return
        area = self._area(line.kind)
        for other in (Tick.YES, Tick.NO):
            take_out(area, sentence_of(line, other))
        if tick is not Tick.NONE:
            put_in(area, sentence_of(line, tick))
            self._cite(shown)
            into_sight(area)
        self._show_ticks()

    def _cite(self, shown: ShownTopic) -> None:
        note = self._form.note
        topic = f"{shown.title} ({shown.support_topic})"
        topics = [part for part in note.support_topic.split("; ") if part]
        versions = [part for part in note.support_version.split("; ") if part]
        if topic in topics and shown.support_version in versions:
            return
        whole = "; ".join([*(each for each in topics if each != topic), topic])
        version = "; ".join(dict.fromkeys([*versions, shown.support_version]))
        whole = whole if len(whole) <= LINE_LIMIT else topic
        self._form.cite(whole, version if len(version) <= LINE_LIMIT else shown.support_version)

    def _show_ticks(self) -> None:
        """A line is ticked as long as its sentence stands in the note, word for word."""
        if self._look.reading and not self._look.isHidden():
            lines = [line.line for line in self._look.topic.lines]
            self._look.topic.show_ticks({line: self._tick_of(line) for line in lines})

    def _tick_of(self, line: TopicLine) -> Tick:
        area = self._area(line.kind)
        for tick in (Tick.YES, Tick.NO):
            if stands(area, sentence_of(line, tick)):
                return tick
        return Tick.NONE

    def _used(self) -> bool:
        return any(self._tick_of(line.line) is not Tick.NONE for line in self._look.topic.lines)

    def _area(self, kind: LineKind) -> TextArea:
        if kind.asks:
            return self._form.history
        return self._form.advice if kind is LineKind.ADVICE else self._form.call_back_if

    def _go_back(self) -> None:
        """To the field one came from."""
        if self._from is not None and self._from.isVisible():
            self._from.setFocus()
        else:
            self._form.go_to("history")


def sentence_of(line: TopicLine, tick: Tick) -> str:
    """What a ticked line says in the record, in Swedish as the note is."""
    text = line.text.strip()
    if line.yes_or_no:
        return "" if tick is Tick.NONE else f"{text} {'Ja' if tick is Tick.YES else 'Nej'}."
    if tick is not Tick.YES:
        return ""
    return text if text.endswith((".", "!", "?")) else f"{text}."
