"""Greetings, hours of day, templates and the secrecy card: what counts, and the next edition."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.domain.access import Function
from kundcenter.domain.drafts import FORMS, FormKind
from kundcenter.domain.opening import HoursInvalid
from kundcenter.domain.opening_text import hours_text, read_hours
from kundcenter.domain.switchboard.terms import (
    Greeting,
    SwitchboardContent,
    SwitchboardTerms,
    Template,
)
from kundcenter.domain.switchboard.terms_default import DEFAULT
from kundcenter.domain.text import LINE_LIMIT
from kundcenter.errors import KundcenterError
from ui.dialogs.switchboard.terms_rows import GreetingDialog, TemplateDialog
from ui.kept_form import KeptForm, by_hand
from ui.labels import label
from ui.numbers import shown_number
from ui.records import Column
from ui.services import Services
from ui.switchboard.terms_keeper import SwitchboardKeeper
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.colours import ToneName
from ui.theme.look import current
from ui.times import day_and_time
from ui.widgets.banner import Banner
from ui.widgets.combo import Combo, Option
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.labelled import Labelled
from ui.widgets.page import Page
from ui.widgets.rows import Line, Rows
from ui.widgets.text import Text
from ui.widgets.text_area import TextArea

WIDE, HIGH = 1080, 560  # pixels
LINES, FEW = 6, 4  # in sight; the fewer in large text
LARGE = 1.25
CARD_LIMIT = 12_000  # characters of the secrecy card


class SwitchboardTermsDialog(Dialog):
    """Whoever may not change them reads them.  `said` carries a sentence."""

    said = Signal(str)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        self._keeper = SwitchboardKeeper.of(tasks, services)
        may = self._keeper.may(Function.EDIT_SWITCHBOARD)
        publish, close = (
            translate("SwitchboardTermsDialog", "Publicera"),
            translate("SwitchboardTermsDialog", "Stäng"),
        )
        super().__init__(
            translate("SwitchboardTermsDialog", "Växelns hälsningar, mallar och dagtid"),
            primary=publish if may else close,
            secondary=close,
            parent=parent,
        )
        self._tasks, self._services, self._may = tasks, services, may
        self._editions: tuple[SwitchboardTerms, ...] = ()
        self._trouble = Banner(self.tr("Det gick inte."), ToneName.DANGER, icon="error", wrap=True)
        self._trouble.hide()
        self.state = Text("", role="muted", wrap=True)
        self.edition = Combo(self.tr("Utgåva"))
        self.greetings, self.templates = self._made_greetings(), self._made_templates()
        self._make_fields()
        self._lay_out()
        self.edition.chosen.connect(lambda _: self._show_edition())
        self._show_may()
        self.confirmed.connect(self._publish if may else self.accept)
        about = FormKind.SWITCHBOARD_TERMS, FORMS
        KeptForm(self, tasks, services, about, {"comment": self.comment})
        self._as_shown = self._warned_of = self._written()
        self._look()

    def reject(self) -> None:
        """What is written is not lost by one stroke of Esc."""
        written = self._written()
        if self._may and written not in (self._as_shown, self._warned_of) and by_hand(self):
            self._warned_of = written
            self._say(self.tr("Ändringarna är inte publicerade. Tryck Esc igen om de ska kastas."))
            return
        super().reject()

    def _written(self) -> tuple[object, ...]:
        texts = [each.text().strip() for each in (self.day, self.secrecy, self.comment)]
        return (self.greetings.values, self.templates.values, *texts)

    # -- the parts -----------------------------------------------------------------------------

    def _made_greetings(self) -> Rows:
        rows = Rows(
            self.tr("Hälsningar"),
            (
                Column[Line](
                    self.tr("Vad som sägs"), lambda at: at.value.text, tip=lambda at: at.value.text
                ),
                Column[Line](self.tr("Nummer"), self._called, width=16),
                Column[Line](self.tr("Kö"), lambda at: at.value.queue or self._all, width=16),
                Column[Line](self.tr("Läge"), self._mode, width=10),
            ),
            empty=self.tr("Inga hälsningar än"),
            add=self.tr("Ny hälsning"),
        )
        rows.asked.connect(self._ask_greeting)
        return rows

    def _made_templates(self) -> Rows:
        rows = Rows(
            self.tr("Mallar för meddelanden"),
            (
                Column[Line](self.tr("Kod"), lambda at: at.value.code, width=14),
                Column[Line](self.tr("Mall"), lambda at: at.value.title, width=24),
                Column[Line](
                    self.tr("Text"), lambda at: at.value.text, tip=lambda at: at.value.text
                ),
                Column[Line](
                    self.tr("Erbjuds"),
                    lambda at: self.tr("inte längre") if at.value.ended else self.tr("ja"),
                    width=12,
                ),
            ),
            empty=self.tr("Inga mallar än"),
            add=self.tr("Ny mall"),
        )
        rows.asked.connect(self._ask_template)
        return rows

    def _make_fields(self) -> None:
        self.day = Field(
            self.tr("Dagläge"),
            longest=2_000,
            help=self.tr("Som mån-fre 07:00-21:00; helg 08:00-16:00. All annan tid är natt."),
        )
        self.secrecy = TextArea(
            self.tr("Kortet när någon frågar efter en person"),
            fewest=3,
            most=12,
            longest=CARD_LIMIT,
            help=self.tr("En regel på varje rad."),
        )
        self.comment = Field(
            self.tr("Vad som är ändrat, och varför"),
            longest=LINE_LIMIT,
            help=self.tr("Det som är publicerat ändras aldrig. Nästa utgåva gäller genast."),
        )

    def _lay_out(self) -> None:
        page = self._page = Page("none", "m")
        parts = (self.edition, self.state, self.greetings, self.templates, self.day)
        for part in (*parts, self.secrecy, self.comment):
            page.body.addWidget(part)
        page.body.addStretch(1)
        self.body.addWidget(self._trouble)
        self.body.addWidget(page, 1)
        self.fit_page(page, WIDE, HIGH)
        metrics = current().metrics
        lines = FEW if metrics.scale >= LARGE else LINES
        for rows in (self.greetings, self.templates):
            rows.table.setFixedHeight(round((lines + 1) * metrics.row))
            rows.changed.connect(self._trouble.hide)

    def _show_may(self) -> None:
        """Who only reads has one button, and nothing to write in."""
        for rows in (self.greetings, self.templates):
            for button in (rows.add, rows.change, rows.remove):
                button.setVisible(self._may)
        self.comment.setVisible(self._may)
        self.day.edit.setReadOnly(not self._may)
        self.secrecy.edit.setReadOnly(not self._may)
        if not self._may:
            self.secondary.hide()

    @property
    def _all(self) -> str:
        return self.tr("Alla")

    def _called(self, at: Line) -> str:
        return shown_number(at.value.called) if at.value.called else self._all

    def _mode(self, at: Line) -> str:
        return label(at.value.mode) if at.value.mode is not None else self._all

    # -- what there is -------------------------------------------------------------------------

    def _look(self) -> None:
        self.set_busy(True)
        verb = self._services.switchboard_terms.all
        self._tasks.run(self, verb, self._show, self._refuse, topic="terms")

    def _show(self, editions: tuple[SwitchboardTerms, ...]) -> None:
        self.set_busy(False)
        self._editions = editions
        words, newest = self.tr("Nummer {number}, {at}"), self.tr("Nummer {number}, gäller nu")
        options = [
            Option(
                str(each.number),
                (newest if each is editions[-1] else words).format(
                    number=each.number, at=day_and_time(each.published_at)
                ),
            )
            for each in reversed(editions)
        ]
        self.edition.set_options(options)
        self.edition.setVisible(bool(options))
        if options:
            self.edition.choose(options[0].value)
        self._show_edition()

    def _show_edition(self) -> None:
        """An older one too: publishing it again lets it count again."""
        chosen = next((e for e in self._editions if str(e.number) == self.edition.value), None)
        if chosen is None:
            self.state.setText(
                self.tr("Inget är publicerat: det här är programmets egna, påhittade förslag.")
            )
            self._fill(DEFAULT)
            return
        self._fill(chosen.content)
        parts = [self.tr("Publicerad {at}.").format(at=day_and_time(chosen.published_at))]
        if chosen.demonstration:
            parts.append(self.tr("Påhittad, för demonstration."))
        if chosen.comment:
            parts.append(chosen.comment)
        self.state.setText(" ".join(parts))

    def _fill(self, content: SwitchboardContent) -> None:
        self.greetings.set_values(content.greetings)
        self.templates.set_values(content.templates)
        self.day.set_text(hours_text(content.day))
        self.secrecy.set_text("\n".join(content.secrecy))
        self._as_shown = (*self._written()[:-1], "")

    # -- what is changed -----------------------------------------------------------------------

    def _ask_greeting(self, place: int | None) -> None:
        if not self._may:
            return
        known: Greeting | None = None if place is None else self.greetings.values[place]
        example = self._keeper.seen.name or self.tr("Namn")
        dialog = GreetingDialog(known, example, parent=self)
        dialog.confirmed.connect(partial(self._put_greeting, dialog, place))
        dialog.open()

    def _put_greeting(self, dialog: GreetingDialog, place: int | None) -> None:
        greeting = dialog.greeting()
        if greeting is not None:
            dialog.accept()
            self.greetings.put(place, greeting)

    def _ask_template(self, place: int | None) -> None:
        if not self._may:
            return
        values: tuple[Template, ...] = self.templates.values
        known = None if place is None else values[place]
        taken = frozenset(each.code for at, each in enumerate(values) if at != place)
        dialog = TemplateDialog(known, taken, parent=self)
        dialog.confirmed.connect(partial(self._put_template, dialog, place))
        dialog.open()

    def _put_template(self, dialog: TemplateDialog, place: int | None) -> None:
        template = dialog.template()
        if template is not None:
            dialog.accept()
            self.templates.put(place, template)

    def content(self) -> SwitchboardContent | None:
        """What is written; None when the hours cannot be read, which is said at their field."""
        try:
            day = read_hours(self.day.text())
        except HoursInvalid as error:
            self._say_at(self.day, sentence(error))
            return None
        rules = tuple(each.strip() for each in self.secrecy.text().splitlines() if each.strip())
        return SwitchboardContent(self.greetings.values, self.templates.values, rules, day)

    def _publish(self) -> None:
        """Enter struck too soon publishes nothing: the same once more needs a word why."""
        content = self.content()
        if content is None:
            return
        newest = self._editions[-1] if self._editions else None
        now = newest.content if newest is not None else DEFAULT
        if now == content and not self.comment.text().strip():
            words = self.tr("Inget är ändrat. Skriv varför det ändå ska publiceras.")
            self._say_at(self.comment, words)
            return
        self.set_busy(True)
        verb = partial(
            self._services.switchboard_terms.publish,
            content,
            upon=newest.number if newest is not None else 0,
            comment=self.comment.text(),
        )
        self._tasks.run(self, verb, lambda _: self._published(), self._refuse)

    def _published(self) -> None:
        self.said.emit(self.tr("Växelns nya utgåva gäller nu."))
        self.accept()

    # -- what is wrong -------------------------------------------------------------------------

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        name, row = str(error.facts.get("field", "")), error.facts.get("row")
        if error.code.startswith("hours.") or name == "day":
            words = sentence(error)
            if error.code == "switchboard_terms.invalid":
                words = self.tr("Skriv när det är dag.")
            self._say_at(self.day, words)
            return
        if name == "secrecy":
            self._say_at(self.secrecy, self._refusal(error, name))
            return
        rows = self.greetings if name in {"greetings", "greeting", "called", "queue"} else None
        rows = self.templates if name in {"templates", "code", "title", "text"} else rows
        if rows is not None and isinstance(row, int) and 0 < row <= len(rows.values):
            rows.table.choose(row - 1)
        self._say(self._refusal(error, name))

    def _refusal(self, error: KundcenterError, name: str) -> str:
        """With the line that is wrong, where it is one."""
        words = {
            "greetings": self.tr(
                "Hälsning {row}: en annan är redan för samma nummer, kö och läge."
            ),
            "greeting": self.tr("Hälsning {row} saknar text, eller har klamrar om annat än namn."),
            "called": self.tr("Hälsning {row}: det är inget telefonnummer."),
            "code": self.tr("Mall {row}: koden är upptagen eller har andra tecken än a–z och 0–9."),
            "title": self.tr("Mall {row} saknar namn."),
            "text": self.tr("Mall {row}: texten saknas, eller en lucka är inte avslutad."),
            "secrecy": self.tr("Kortet har för många rader, eller en för lång."),
        }
        if error.code != "switchboard_terms.invalid" or name not in words:
            return sentence(error)
        row = error.facts.get("row")
        if name == "greetings" and row == 0:
            return self.tr("En hälsning ska gälla alla nummer och köer, i alla lägen.")
        return words[name].format(row=row)

    def _say(self, words: str) -> None:
        self._trouble.say(words)
        self._trouble.show()
        self.make_room()

    def _say_at(self, field: Labelled, words: str) -> None:
        """What is wrong, in sight with its field: the page may be scrolled elsewhere."""
        field.show_error(words)
        field.setFocus()
        QTimer.singleShot(0, field, partial(self._page.ensureWidgetVisible, field, 0, 0))
