"""One call that is gone through: what the reviewer saw, and what whoever had it says."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.domain.calendar import local
from kundcenter.domain.drafts import FormKind
from kundcenter.domain.grounds import Ground, GroundCategory
from kundcenter.domain.supervision.call_reviews import COMMENT_LIMIT, Grade, Mark
from kundcenter.domain.supervision.key_words import QUEUES
from kundcenter.domain.supervision.review_criteria import CRITERIA, Phase
from kundcenter.domain.supervision.summary_words import clock
from kundcenter.errors import KundcenterError
from kundcenter.services.supervision.call_reviews import OpenReview
from ui.badges import Badge
from ui.kept_form import KeptForm
from ui.labels import label
from ui.services import Services
from ui.supervision_words.quality_labels import criterion_text
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.colours import ToneName
from ui.theme.metrics import Type
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.choice_row import Choice, Segments
from ui.widgets.dialog import Dialog
from ui.widgets.page import Page
from ui.widgets.speech import named
from ui.widgets.text import Text
from ui.widgets.text_area import TextArea

WIDE, HIGH = 820, 520  # pixels


class ReviewDialog(Dialog):
    """`said` carries a sentence for a notice; `entry_wanted` the id of a note and the ground.

    The look at the call is logged.
    """

    said = Signal(str)
    entry_wanted = Signal(object, object)

    def __init__(
        self, tasks: Tasks, services: Services, review_id: UUID, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("ReviewDialog", "Gå igenom ett samtal"),
            sentence=translate(
                "ReviewDialog",
                "För att lära, inte för att betygsätta. Ni två och ledningen ser det.",
            ),
            primary=translate("ReviewDialog", "Spara"),
            secondary=translate("ReviewDialog", "Stäng"),
            parent=parent,
        )
        self._tasks, self._services, self._id = tasks, services, review_id
        self._found: OpenReview | None = None
        self.trouble = Banner(
            self.tr("Genomgången kan inte visas."), ToneName.DANGER, icon="error", wrap=True
        )
        self.trouble.hide()
        self.half = Banner(
            self.tr("Allt är inte besvarat."), ToneName.WARNING, icon="warning", wrap=True
        )
        self.half.hide()
        self.about = Text("", wrap=True)
        self.rows: dict[str, Segments] = {}
        self.answers: dict[str, Text] = {}  # in their place for who only reads
        self.comment = TextArea(
            self.tr("Kommentar från den som går igenom"), fewest=2, most=6, longest=COMMENT_LIMIT
        )
        self.word = TextArea(
            self.tr("Svar från den som hade samtalet"), fewest=2, most=4, longest=COMMENT_LIMIT
        )
        self.note = Button(self.tr("Läs anteckningen"), icon="note")
        self.note.hide()
        self.page = page = Page("none", "m")
        page.body.addWidget(self.about)
        page.body.addWidget(self.note, 0, Qt.AlignmentFlag.AlignLeft)
        self._add_criteria(page)
        page.body.addWidget(self.comment)
        page.body.addWidget(self.word)
        page.body.addStretch(1)
        self.body.addWidget(self.trouble)
        self.body.addWidget(self.half)
        self.body.addWidget(page, 1)
        self.fit_page(page, WIDE, HIGH)
        self.note.clicked.connect(self._open_note)
        self.confirmed.connect(self._save)
        self.primary.setEnabled(False)
        self.set_busy(True)
        tasks.run(self, partial(services.call_reviews.open, review_id), self._show, self._gone)

    def _add_criteria(self, page: Page) -> None:
        for phase in Phase:
            head = Text(label(phase), Type.LEAD)
            head.setProperty("heading", True)
            page.body.addWidget(head)
            for criterion in (each for each in CRITERIA if each.phase is phase):
                words = criterion_text(criterion)
                row = Segments([Choice(e, Badge(label(e))) for e in Grade], dense=True)
                named(row, words)
                page.body.addWidget(Text(words, wrap=True))
                page.body.addWidget(row)
                answer = Text("", Type.STRONG)
                answer.hide()
                page.body.addWidget(answer)
                self.rows[criterion.code], self.answers[criterion.code] = row, answer

    def _show(self, found: OpenReview) -> None:
        self.set_busy(False)
        self._found = found
        review = found.told.review
        self.about.setText(self._about(found))
        for mark in review.marks:
            if mark.criterion in self.rows:
                self.rows[mark.criterion].choose(mark.grade)
        self.comment.set_text(review.comment)
        self.word.set_text(review.word)
        mine = not found.own and review.seen_at is None
        for code, row in self.rows.items():
            row.setEnabled(mine)
            row.setVisible(mine)
            self.answers[code].setText(
                label(Grade(row.value)) if row.value else self.tr("Inte besvarad")
            )
            self.answers[code].setVisible(not mine)
        self.comment.edit.setReadOnly(not mine)
        self.word.setVisible(found.own or bool(review.word))
        unread = found.own and review.seen_at is None
        self.word.edit.setReadOnly(not unread)
        self.note.setVisible(bool(found.entry_ids))
        self.primary.setVisible(mine or unread)
        self.primary.setEnabled(True)
        self.primary.setText(self.tr("Jag har läst") if found.own else self.tr("Spara"))
        fields = {"word": self.word} if found.own else {"comment": self.comment}
        if mine or unread:
            KeptForm(self, self._tasks, self._services, (FormKind.CALL_REVIEW, self._id), fields)
        if mine:
            next(iter(self.rows.values())).first().setFocus()
        else:
            self._read_by_keys()

    def _read_by_keys(self) -> None:
        """From the top: the arrows, PgUp and PgDn move the page, Tab goes on to what is written."""
        self.page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        named(self.page, self.tr("Genomgången"))
        QWidget.setTabOrder(self.page, self.comment.edit)
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)
        self.page.verticalScrollBar().setValue(0)

    def _about(self, found: OpenReview) -> str:
        said = [
            self.tr("{operator} hade samtalet, {reviewer} går igenom det.").format(
                operator=found.told.operator, reviewer=found.told.reviewer
            )
        ]
        call = found.call
        if call is None:
            said.append(self.tr("Samtalet finns inte kvar här."))
        elif call.answered_at is not None and call.ended_at is not None:
            words = self.tr("{at}, kö {queue}. Väntade {waited}, varade {talked}.")
            talked = (call.ended_at - call.answered_at).total_seconds()
            said.append(
                words.format(
                    at=f"{local(call.answered_at):%Y-%m-%d %H:%M}",
                    queue=QUEUES.get(call.queue or "", call.queue or "–"),
                    waited=clock(call.waited.total_seconds()),
                    talked=clock(talked),
                )
            )
        if not found.own and found.told.review.seen_at is None:
            words = self.tr("När du sparar kan {operator} läsa genomgången.")
            said.append(words.format(operator=found.told.operator))
        if found.told.review.drawn:
            said.append(self.tr("Draget av slumpen."))
        return " ".join(said)

    def _open_note(self) -> None:
        """The review is the ground: the quality of care (patientdatalagen 2 kap. 4 § 4)."""
        found = self._found
        if found is None or not found.entry_ids:
            return
        ground = Ground(category=GroundCategory.QUALITY, text=self.tr("Genomgång av samtalet"))
        self.entry_wanted.emit(found.entry_ids[0], ground)

    def _save(self) -> None:
        found = self._found
        if found is None:
            return
        reviews = self._services.call_reviews
        if found.own:
            verb = partial(reviews.seen, self._id, self.word.text())
        else:
            given = ((code, row.value) for code, row in self.rows.items())
            marks = tuple(Mark(code, Grade(value)) for code, value in given if value)
            if marks and len(marks) < len(self.rows) and self.half.isHidden():
                self._warn(len(self.rows) - len(marks), found.told.operator)
                return
            verb = partial(reviews.write, self._id, marks, self.comment.text())
        self.set_busy(True)
        self._tasks.run(self, verb, lambda _: self._saved(), self._refuse)

    def _warn(self, count: int, operator: str) -> None:
        """What is saved is read; that it is half done may be meant, and is said first."""
        words = self.tr(
            "{count} av {of} frågor är inte besvarade. Spara en gång till om {operator} ska läsa"
            " genomgången som den är."
        )
        self.half.say(words.format(count=count, of=len(self.rows), operator=operator))
        self.half.show()

    def _saved(self) -> None:
        own = self._found is not None and self._found.own
        said = self.tr("Genomgången är läst.") if own else self.tr("Genomgången är sparad.")
        self.said.emit(said)
        self.accept()

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self.half.hide()
        self.trouble.say(sentence(error))
        self.trouble.show()

    def _gone(self, error: KundcenterError) -> None:
        self._refuse(error)
        self.primary.setEnabled(False)
