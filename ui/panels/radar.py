"""The repeat radar: earlier contacts, what was advised then, and how it is now in one key."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kundcenter.domain.repeats import Contact, Course, Radar, Span
from kundcenter.domain.triage import CodeSet, CodeUnknown
from ui.actions import Action
from ui.badges import Badge
from ui.keys import keys
from ui.labels import label
from ui.panels.past_note import shortened
from ui.theme.colours import ToneName
from ui.theme.metrics import Type
from ui.theme.space import emptied, spaced
from ui.times import day_and_time
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.fitting import Fitting
from ui.widgets.text import Text

_KEYS = {
    Course.WORSE: Action.COURSE_WORSE,
    Course.UNCHANGED: Action.COURSE_SAME,
    Course.BETTER: Action.COURSE_BETTER,
    Course.NEW: Action.COURSE_NEW,
}
_TONES = {
    Span.DAY: ToneName.DANGER,
    Span.THREE_DAYS: ToneName.WARNING,
    Span.WEEK: ToneName.INFO,
}


class RadarView(Card):
    """`course_chosen` carries a Course and the id of the entry that is followed, or None."""

    course_chosen = Signal(object, object)

    def __init__(self, codes: Mapping[str, CodeSet], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Har hört av sig nyligen"), icon="refresh", parent=parent)
        self._codes = codes
        self._advised: Contact | None = None
        self._chips = spaced(QHBoxLayout(), gap="xs")
        self._said = Text("", wrap=True)
        self._when = Text("", Type.SMALL, role="muted", wrap=True, figures=True)
        self._advice = Text("", wrap=True)
        self._back = Text("", Type.STRONG, wrap=True)
        self._buttons: dict[Course, Button] = {}
        for course in Course:
            button = Button(label(course), keys=_KEYS[course], parent=self)
            button.setCheckable(True)
            button.clicked.connect(partial(self.choose, course))
            self._buttons[course] = button
            keys().bind(self, _KEYS[course], partial(self._by_key, course))
        self._courses = Fitting(tuple(self._buttons.values()), self)
        self.body.addLayout(self._chips)
        for each in (self._said, self._when, self._advice, self._back, self._courses):
            self.body.addWidget(each)
        self.hide()

    def show_radar(self, radar: Radar) -> None:
        """Show the contacts; nothing at all when there are none."""
        self._advised = radar.advised
        self.setVisible(bool(radar))
        emptied(self._chips)
        told = 0
        for span in Span:
            count = radar.within(span)
            if count > told:  # a longer span that has no more says nothing
                told = count
                words = self.tr("{count} på {span}").format(count=count, span=label(span))
                self._chips.addWidget(Chip(Badge(words, _TONES[span])).giving_way())
        self._chips.addStretch()
        self._say(self._said, self._recurring(radar))
        then = radar.advised
        self._say(self._when, self._told(then) if then else "")
        self._say(self._advice, shortened(then.advice, 240) if then else "")
        back = self.tr("Skulle återkomma om: {sign}")
        self._say(
            self._back,
            back.format(sign=shortened(then.call_back_if)) if then and then.call_back_if else "",
        )
        self._courses.setVisible(then is not None)
        self.show_course("")

    def show_course(self, code: str) -> None:
        """Show what the note says about the course; no signal."""
        for course, button in self._buttons.items():
            chosen = course == code
            button.setChecked(chosen)
            button.set_icon("check" if chosen else None)  # chosen is more than a colour
            button.show_keys(not chosen)

    def choose(self, course: Course) -> None:
        """How it is since the latest contact that was noted."""
        if self._advised is None:
            return
        self.show_course(course)
        self.course_chosen.emit(course, self._advised.entry_id)

    def _by_key(self, course: Course) -> None:
        if self.isVisible():
            self.choose(course)

    def _recurring(self, radar: Radar) -> str:
        latest = radar.contacts[0] if radar else None
        words = []
        for reason in radar.recurring:
            times = self.tr("{reason}, {count} gånger på 72 timmar")
            count = radar.of_reason(reason)
            if count > 1:
                words.append(times.format(reason=self._reason(radar, reason), count=count))
        if not words and latest is not None and latest.entry_id is None:
            words.append(self.tr("Senast {time}.").format(time=day_and_time(latest.at)))
        return "\n".join(words)

    def _told(self, contact: Contact) -> str:
        words = [day_and_time(contact.at)]
        codes = self._codes.get(contact.codes)
        if codes is not None:
            try:
                if contact.reason:
                    words.append(codes.reason(contact.reason).label)
                if contact.outcome:
                    words.append(codes.outcome(contact.outcome).label)
            except CodeUnknown:  # of a set that this program does not carry whole
                pass
        return " · ".join(words)

    def _reason(self, radar: Radar, reason: str) -> str:
        for contact in radar.contacts:
            if contact.reason == reason and contact.codes in self._codes:
                return self._codes[contact.codes].reason(reason).label
        return reason

    @staticmethod
    def _say(text: Text, words: str) -> None:
        text.setText(words)
        text.setVisible(bool(words))
