"""The shifts, their breaks and the limits of active advice: what counts, and the next edition."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.domain.supervision.roster_terms import (
    LIMITS,
    PATTERNS,
    Pattern,
    RosterLimits,
    RosterTerms,
)
from kundcenter.domain.text import LINE_LIMIT
from kundcenter.errors import KundcenterError
from ui.dialogs.supervision.pattern import PatternDialog
from ui.records import Column
from ui.services import Services
from ui.supervision.roster_words import breaks_words, day_class_words
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.colours import ToneName
from ui.theme.look import current
from ui.times import day_and_time
from ui.widgets.banner import Banner
from ui.widgets.beside import Beside
from ui.widgets.combo import Combo, Option
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.labelled import Labelled
from ui.widgets.page import Page
from ui.widgets.rows import Line, Rows
from ui.widgets.text import Text

WIDE, HIGH = 1000, 510  # pixels
LINES = 5  # in sight


class RosterTermsDialog(Dialog):
    """Whoever may not change them reads them.  `said` carries a sentence."""

    said = Signal(str)

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        *,
        may_edit: bool,
        parent: QWidget | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        publish = translate("RosterTermsDialog", "Publicera")
        close = translate("RosterTermsDialog", "Stäng")
        super().__init__(
            translate("RosterTermsDialog", "Skift, raster och gränser"),
            primary=publish if may_edit else close,
            secondary=close,
            parent=parent,
        )
        self._tasks, self._services, self._may = tasks, services, may_edit
        self._editions: tuple[RosterTerms, ...] = ()
        self._trouble = Banner(self.tr("Det gick inte."), ToneName.DANGER, icon="error", wrap=True)
        self._trouble.hide()
        self.state = Text("", role="muted", wrap=True)
        self.edition = Combo(self.tr("Utgåva"))
        self.patterns = self._made_patterns()
        self._make_fields()
        self._lay_out()
        self.edition.chosen.connect(lambda _: self._show_edition())
        self.confirmed.connect(self._publish if may_edit else self.accept)
        self._as_shown = self._warned_of = self._written()
        self._look()

    def reject(self) -> None:
        """What is written is not lost by one stroke of Esc."""
        written = self._written()
        if self._may and written not in (self._as_shown, self._warned_of):
            self._warned_of = written
            self._say(self.tr("Ändringarna är inte publicerade. Tryck Esc igen om de ska kastas."))
            return
        super().reject()

    def _written(self) -> tuple[object, ...]:
        texts = [each.text().strip() for each in (*self._numbers, self.comment)]
        return (self.patterns.values, *texts)

    # -- the parts -----------------------------------------------------------------------------

    def _made_patterns(self) -> Rows:
        rows = Rows(
            self.tr("Skift"),
            (
                Column[Line](self.tr("Kod"), lambda at: at.value.code, width=9),
                Column[Line](self.tr("Namn"), lambda at: at.value.name, width=16),
                Column[Line](
                    self.tr("Tider"),
                    lambda at: f"{at.value.starts:%H:%M}–{at.value.ends:%H:%M}",
                    width=14,
                ),
                Column[Line](
                    self.tr("Raster och pauser"), lambda at: breaks_words(at.value.breaks)
                ),
                Column[Line](self.tr("Dagar"), self._days, width=18),
            ),
            empty=self.tr("Inga skift än"),
            add=self.tr("Nytt skift"),
        )
        rows.asked.connect(self._ask_pattern)
        return rows

    def _days(self, at: Line) -> str:
        pattern: Pattern = at.value
        if pattern.ended:
            return self.tr("används inte")
        if not pattern.days:
            return self.tr("alla")
        return ", ".join(day_class_words(day) for day in pattern.days)

    def _make_fields(self) -> None:
        self.warn_at = Field(
            self.tr("Varna från (%)"),
            longest=3,
            help=self.tr("Aktiv rådgivning av arbetstiden."),
        )
        self.most = Field(self.tr("Märk över (%)"), longest=3)
        self.weeks = Field(self.tr("Också över så många veckor"), longest=2)
        self._numbers = (self.warn_at, self.most, self.weeks)
        self.comment = Field(
            self.tr("Vad som är ändrat, och varför"),
            longest=LINE_LIMIT,
            help=self.tr("Det som är publicerat ändras aldrig. Nästa utgåva gäller genast."),
        )

    def _lay_out(self) -> None:
        page = self._page = Page("none", "m")
        first, second = Beside(self.warn_at, self.most), Beside(self.weeks, self.comment)
        for part in (self.edition, self.state, self.patterns, first, second):
            page.body.addWidget(part)
        page.body.addStretch(1)
        self.body.addWidget(self._trouble)
        self.body.addWidget(page, 1)
        self.fit_page(page, WIDE, HIGH)
        self.patterns.table.setFixedHeight(round((LINES + 1) * current().metrics.row))
        self.patterns.changed.connect(self._trouble.hide)
        for button in (self.patterns.add, self.patterns.change, self.patterns.remove):
            button.setVisible(self._may)
        self.comment.setVisible(self._may)
        for field in self._numbers:
            field.edit.setReadOnly(not self._may)
        if not self._may:
            self.secondary.hide()

    # -- what there is -------------------------------------------------------------------------

    def _look(self) -> None:
        self.set_busy(True)
        look = self._services.roster_terms.all
        self._tasks.run(self, look, self._show, self._refuse, topic="terms")

    def _show(self, editions: tuple[RosterTerms, ...]) -> None:
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
            self._fill(PATTERNS, LIMITS)
            return
        self._fill(chosen.patterns, chosen.limits)
        parts = [self.tr("Publicerad {at}.").format(at=day_and_time(chosen.published_at))]
        if chosen.demonstration:
            parts.append(self.tr("Påhittad, för demonstration."))
        if chosen.comment:
            parts.append(chosen.comment)
        self.state.setText(" ".join(parts))

    def _fill(self, patterns: tuple[Pattern, ...], limits: RosterLimits) -> None:
        self.patterns.set_values(patterns)
        self.warn_at.set_text(str(limits.warn_percent))
        self.most.set_text(str(limits.most_percent))
        self.weeks.set_text(str(limits.weeks))
        self._as_shown = (*self._written()[:-1], "")

    # -- what is changed -----------------------------------------------------------------------

    def _ask_pattern(self, place: int | None) -> None:
        if not self._may:
            return
        values: tuple[Pattern, ...] = self.patterns.values
        known = None if place is None else values[place]
        taken = frozenset(each.code for at, each in enumerate(values) if at != place)
        kept = self._editions[-1].patterns if self._editions else ()
        stays = known is not None and known.code in {each.code for each in kept}
        dialog = PatternDialog(known, taken, code_stays=stays, parent=self)
        dialog.confirmed.connect(partial(self._put_pattern, dialog, place))
        dialog.open()

    def _put_pattern(self, dialog: PatternDialog, place: int | None) -> None:
        pattern = dialog.pattern()
        if pattern is not None:
            dialog.accept()
            self.patterns.put(place, pattern)

    def limits(self) -> RosterLimits | None:
        """What is written; None when one is no number, which is said at its field."""
        found: list[int] = []
        for field in self._numbers:
            text = field.text().strip()
            if not (text.isascii() and text.isdecimal()):
                self._say_at(field, self.tr("Skriv ett heltal."))
                return None
            found.append(int(text))
        return RosterLimits(*found)

    def _publish(self) -> None:
        """Enter struck too soon publishes nothing: the same once more needs a word why."""
        for field in (*self._numbers, self.comment):
            field.clear_error()
        limits = self.limits()
        if limits is None:
            return
        newest = self._editions[-1] if self._editions else None
        now = (newest.patterns, newest.limits) if newest is not None else (PATTERNS, LIMITS)
        if now == (self.patterns.values, limits) and not self.comment.text().strip():
            words = self.tr("Inget är ändrat. Skriv varför det ändå ska publiceras.")
            self._say_at(self.comment, words)
            return
        self.set_busy(True)
        verb = partial(
            self._services.roster_terms.publish,
            self.patterns.values,
            limits,
            upon=newest.number if newest is not None else 0,
            comment=self.comment.text(),
        )
        self._tasks.run(self, verb, lambda _: self._published(), self._refuse)

    def _published(self) -> None:
        self.said.emit(self.tr("De nya skiften gäller nu. Pass som redan är satta står kvar."))
        self.accept()

    # -- what is wrong -------------------------------------------------------------------------

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        name, row = str(error.facts.get("field", "")), error.facts.get("row")
        fields: dict[str, tuple[Labelled, str]] = {
            "warn_percent": (self.warn_at, self.tr("Mellan 1 och 100.")),
            "most_percent": (self.most, self.tr("Minst den första gränsen, högst 100.")),
            "weeks": (self.weeks, self.tr("Mellan 1 och 52.")),
        }
        if name in fields:
            self._say_at(*fields[name])
            return
        if isinstance(row, int) and 0 < row <= len(self.patterns.values):
            self.patterns.table.choose(row - 1)
        if name == "patterns":
            words = self.tr(
                "Ett publicerat skift kan inte tas bort. Ändra det så att det inte används, och"
                " låt minst ett användas."
            )
            self._say(words)
            return
        self._say(sentence(error))

    def _say(self, words: str) -> None:
        self._trouble.say(words)
        self._trouble.show()
        self.make_room()

    def _say_at(self, field: Labelled, words: str) -> None:
        field.show_error(words)
        field.setFocus()
        # The page knows its new height only when the words have been laid out.
        QTimer.singleShot(0, self._page, lambda: self._page.ensureWidgetVisible(field))
