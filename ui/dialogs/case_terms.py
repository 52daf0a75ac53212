"""The terms of cases: categories and times; what counts, what counted, and the next edition."""

from __future__ import annotations

from dataclasses import fields
from functools import partial

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.domain.access import Function
from kundcenter.domain.case_terms import CATEGORIES, TIMES, CaseTerms, CaseTimes, Category
from kundcenter.domain.drafts import FORMS, FormKind
from kundcenter.domain.text import LINE_LIMIT
from kundcenter.errors import KundcenterError
from ui.case_keeper import CaseKeeper
from ui.dialogs.case_category import CategoryDialog
from ui.kept_form import KeptForm, by_hand
from ui.records import Column
from ui.services import Services
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
from ui.widgets.page import Page
from ui.widgets.rows import Line, Rows
from ui.widgets.text import Text

WIDE, HIGH = 980, 560  # pixels
LINES, FEW = 6, 4  # in sight; the fewer in large text
LARGE = 1.25


class CaseTermsDialog(Dialog):
    """Whoever may not change them reads them.  `said` carries a sentence."""

    said = Signal(str)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        may = CaseKeeper.of(tasks, services).may(Function.EDIT_CASE_TERMS)
        super().__init__(
            translate("CaseTermsDialog", "Villkor för ärenden"),
            sentence=translate(
                "CaseTermsDialog",
                "Kategorierna är till för årets tal. Tiderna säger när ett ärende ska vara klart.",
            ),
            primary=translate("CaseTermsDialog", "Publicera")
            if may
            else translate("CaseTermsDialog", "Stäng"),
            secondary=translate("CaseTermsDialog", "Stäng"),
            parent=parent,
        )
        self._tasks, self._services, self._may = tasks, services, may
        self._editions: tuple[CaseTerms, ...] = ()
        self._shown: tuple[tuple[Category, ...], CaseTimes] = (CATEGORIES, TIMES)
        self._trouble = Banner(self.tr("Det gick inte."), ToneName.DANGER, icon="error", wrap=True)
        self._trouble.hide()
        self.state = Text("", role="muted", wrap=True)
        self.edition = Combo(self.tr("Utgåva"))
        self.categories = self._made_rows()
        self.times = self._made_times()
        self.comment = Field(
            self.tr("Vad som är ändrat, och varför"),
            longest=LINE_LIMIT,
            help=self.tr(
                "Det som är publicerat ändras aldrig. Nästa utgåva gäller genast, också för"
                " ärenden som pågår, men ingen dag som har sagts skjuts upp."
            ),
        )
        self._lay_out()
        self.edition.chosen.connect(lambda _: self._show_edition())
        self._show_may()
        self.confirmed.connect(self._publish if may else self.accept)
        about = FormKind.CASE_TERMS, FORMS
        KeptForm(self, tasks, services, about, {"comment": self.comment})
        self._as_shown = self._warned_of = self._written()
        self._look()

    def reject(self) -> None:
        """What is written is not lost by one stroke of Esc."""
        written = self._written()
        if self._may and written not in (self._as_shown, self._warned_of) and by_hand(self):
            self._warned_of = written
            self._trouble.say(
                self.tr("Ändringarna är inte publicerade. Tryck Esc igen om de ska kastas.")
            )
            self._trouble.show()
            self.make_room()
            return
        super().reject()

    def _written(self) -> tuple[object, ...]:
        texts = [each.text().strip() for each in (*self.times.values(), self.comment)]
        return (self.categories.values, *texts)

    # -- the parts -----------------------------------------------------------------------------

    def _made_rows(self) -> Rows:
        rows = Rows(
            self.tr("Kategorier"),
            (
                Column[Line](self.tr("Kod"), lambda at: at.value.code, width=7),
                Column[Line](
                    self.tr("Kategori"), lambda at: at.value.label, tip=lambda at: at.value.label
                ),
                Column[Line](self.tr("Hör till"), self._above, tip=self._above, width=30),
                Column[Line](
                    self.tr("Används"),
                    lambda at: self.tr("inte längre") if at.value.ended else self.tr("ja"),
                    width=12,
                ),
            ),
            empty=self.tr("Inga kategorier än"),
            add=self.tr("Ny kategori"),
        )
        lines = FEW if current().metrics.scale >= LARGE else LINES
        rows.table.setFixedHeight(round((lines + 1) * current().metrics.row))
        rows.asked.connect(self._ask)
        rows.changed.connect(self._trouble.hide)
        return rows

    def _made_times(self) -> dict[str, Field]:
        """By the names of `CaseTimes`, to the letter."""
        words = {
            "confirm_days": self.tr("Bekräftelse, vardagar"),
            "answer_weeks": self.tr("Svar, veckor"),
            "service_days": self.tr("E-tjänst: första svar, vardagar"),
            "said_days": self.tr("Vi säger högst, vardagar"),
            "advice_minutes": self.tr("Rådgivning i 1177 direkt, minuter"),
            "lex_maria_months": self.tr("Utredning för lex Maria, månader"),
            "confirm_soon": self.tr("Säg till före bekräftelse, vardagar"),
            "answer_soon": self.tr("Säg till före svar, vardagar"),
        }
        assert set(words) == {each.name for each in fields(CaseTimes)}
        return {name: Field(each, longest=4) for name, each in words.items()}

    def _lay_out(self) -> None:
        page = self._page = Page("none", "m")
        for part in (self.edition, self.state, self.categories):
            page.body.addWidget(part)
        every = list(self.times.values())
        for first, second in zip(every[::2], every[1::2], strict=True):
            page.body.addWidget(Beside(first, second))
        page.body.addWidget(self.comment)
        page.body.addStretch(1)
        self.body.addWidget(self._trouble)
        self.body.addWidget(page, 1)
        self.fit_page(page, WIDE, HIGH)

    def _show_may(self) -> None:
        """Who only reads has one button, and nothing to write in."""
        for button in (self.categories.add, self.categories.change, self.categories.remove):
            button.setVisible(self._may)
        self.comment.setVisible(self._may)
        for field in self.times.values():
            field.edit.setReadOnly(not self._may)
        if not self._may:
            self.secondary.hide()

    # -- what there is -------------------------------------------------------------------------

    def _look(self) -> None:
        self.set_busy(True)
        verb = self._services.case_terms.all
        self._tasks.run(self, verb, self._show, self._refuse, topic="terms")

    def _show(self, editions: tuple[CaseTerms, ...]) -> None:
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
                self.tr("Inget är publicerat: kategorier och tider är programmets egna förslag.")
            )
            self._fill(CATEGORIES, TIMES)
            return
        self._fill(chosen.categories, chosen.times)
        parts = [self.tr("Publicerad {at}.").format(at=day_and_time(chosen.published_at))]
        if chosen.demonstration:
            parts.append(self.tr("Påhittad, för demonstration."))
        if chosen.comment:
            parts.append(chosen.comment)
        self.state.setText(" ".join(parts))

    def _fill(self, categories: tuple[Category, ...], times: CaseTimes) -> None:
        self._shown = categories, times
        self.categories.set_values(categories)
        for name, field in self.times.items():
            field.set_text(str(getattr(times, name)))
        self._as_shown = (*self._written()[:-1], "")

    def _above(self, at: Line) -> str:
        """The main category that it lies beneath."""
        one: Category = at.value
        if one.main == one.code:
            return ""
        every: tuple[Category, ...] = self.categories.values
        return next((each.label for each in every if each.code == one.main), one.main)

    # -- what is changed -----------------------------------------------------------------------

    def _ask(self, place: int | None) -> None:
        if not self._may:
            return
        known: Category | None = None if place is None else self.categories.values[place]
        dialog = CategoryDialog(known, parent=self)
        dialog.confirmed.connect(partial(self._put, dialog, place))
        dialog.open()

    def _put(self, dialog: CategoryDialog, place: int | None) -> None:
        """A new one comes after the others beneath the same main category."""
        category = dialog.category()
        if category is None:
            return
        dialog.accept()
        if place is not None:
            self.categories.put(place, category)
            return
        values = list(self.categories.values)
        beneath = [at for at, each in enumerate(values) if each.main == category.main]
        at = beneath[-1] + 1 if beneath else len(values)
        self.categories.set_values([*values[:at], category, *values[at:]])
        self.categories.table.choose(at)
        self.categories.changed.emit()

    def written_times(self) -> CaseTimes | None:
        """The times as they are written; None when one is no number, which is said at its field."""
        written: dict[str, int] = {}
        for name, field in self.times.items():
            text = field.text().strip()
            field.show_error("")
            if not (text.isascii() and text.isdecimal()):
                self._say_at(field, self.tr("Skriv ett tal."))
                return None
            written[name] = int(text)
        return CaseTimes(**written)

    def _publish(self) -> None:
        """Enter struck too soon publishes nothing: the same once more needs a word why."""
        times = self.written_times()
        if times is None:
            return
        newest = self._editions[-1] if self._editions else None
        now = (newest.categories, newest.times) if newest is not None else (CATEGORIES, TIMES)
        if now == (self.categories.values, times) and not self.comment.text().strip():
            words = self.tr("Inget är ändrat. Skriv varför villkoren ändå ska publiceras.")
            self._say_at(self.comment, words)
            return
        self.set_busy(True)
        verb = partial(
            self._services.case_terms.publish,
            self.categories.values,
            times,
            upon=newest.number if newest is not None else 0,
            comment=self.comment.text(),
        )
        self._tasks.run(self, verb, lambda _: self._published(), self._refuse)

    def _published(self) -> None:
        self.said.emit(self.tr("Villkoren för ärenden gäller nu."))
        self.accept()

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        name = str(error.facts.get("field", ""))
        if error.code == "case_terms.invalid" and name in self.times:
            self._say_at(self.times[name], self._of_time(name))
            return
        self._trouble.say(self._refusal(error, name))
        self._trouble.show()
        self.make_room()

    def _say_at(self, field: Field, words: str) -> None:
        """What is wrong, in sight with its field: the page may be scrolled elsewhere."""
        field.show_error(words)
        field.setFocus()
        QTimer.singleShot(0, field, partial(self._page.ensureWidgetVisible, field, 0, 0))

    def _of_time(self, name: str) -> str:
        if name == "said_days":
            return self.tr("Det vi säger kan inte vara kortare än tiden för svaret.")
        return self.tr("Så kort eller lång kan tiden inte vara.")

    def _refusal(self, error: KundcenterError, name: str) -> str:
        """With the line that is wrong, where it is one."""
        words = {
            "code": self.tr(
                "Kategori {code}: koden är 1 eller 1.4, står en gång, och har sin"
                " huvudkategori ovanför sig."
            ),
            "label": self.tr("Kategori {code} saknar namn."),
            "categories": self.tr("Minst en kategori ska användas."),
        }
        if error.code != "case_terms.invalid" or name not in words:
            return sentence(error)
        row, code = error.facts.get("row"), ""
        if isinstance(row, int) and 0 < row <= len(self.categories.values):
            code = self.categories.values[row - 1].code
            self.categories.table.choose(row - 1)
        return words[name].format(code=code)
