"""Bring in a content pack: what it would change is shown first."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kundcenter.domain.packs import Content
from kundcenter.domain.packs.plan import PackPlan
from kundcenter.errors import KundcenterError
from ui.pack_words import explained, plan_lines, plan_summary
from ui.services import Services
from ui.tasks import Lane, Tasks
from ui.theme.look import current
from ui.widgets.buttons import Button
from ui.widgets.dialog import Dialog
from ui.widgets.text import Text
from ui.widgets.text_area import TextArea

WIDE = 760
FILE_DIALOG = 820, 520


class PackImportDialog(Dialog):
    """`said` carries a sentence when it is brought in."""

    said = Signal(str)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("PackImportDialog", "Läs in innehållspaket"),
            sentence=translate(
                "PackImportDialog",
                "Paketet gäller först när medicinskt ansvarig har godkänt det.",
            ),
            primary=translate("PackImportDialog", "Läs in"),
            parent=parent,
        )
        self._tasks, self._services = tasks, services
        self._content: Content | None = None
        self.file = Button(self.tr("Välj fil"), icon="save")
        self.file.clicked.connect(self._ask_which)
        self.about = Text("", wrap=True)
        self.outcome = Text(self.tr("Ingen fil är vald."), wrap=True)
        self.changes = TextArea(self.tr("Det här ändras"), fewest=6, most=14)
        self.changes.edit.setReadOnly(True)
        self.body.addWidget(self.file, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.about, self.outcome, self.changes):
            self.body.addWidget(part)
        self.about.hide()
        self.primary.setEnabled(False)
        self.setMinimumWidth(round(WIDE * current().metrics.scale))
        self.confirmed.connect(self._bring_in)

    def read(self, path: str) -> None:
        """Tell what bringing in the file would do."""
        self.set_busy(True)
        verb = partial(self._services.pack_files.read, path)
        self._tasks.run(
            self, verb, self._show_content, self._refuse, lane=Lane.OUTSIDE, topic="pack"
        )

    def _ask_which(self) -> None:
        dialog = QFileDialog(self, self.tr("Välj ett innehållspaket"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Innehållspaket (*.toml)"), self.tr("Alla filer (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.resize(*FILE_DIALOG)
        dialog.fileSelected.connect(self.read)
        dialog.open()

    def _show_content(self, content: Content) -> None:
        self._content = content
        words = self.tr("{title}, version {version}. {author}. Granskas senast {review}.")
        self.about.setText(
            words.format(
                title=content.title,
                version=content.version,
                author=content.author,
                review=content.review_on,
            )
        )
        self.about.show()
        verb = partial(self._services.packs.plan, content)
        self._tasks.run(self, verb, self._show_plan, self._refuse, topic="plan")

    def _show_plan(self, plan: PackPlan) -> None:
        self.changes.set_text("\n".join(plan_lines(plan)))
        self._say(plan_summary(plan), ready=not plan.known)

    def _bring_in(self) -> None:
        if self._content is not None:
            self.set_busy(True)
            verb = partial(self._services.packs.import_, self._content)
            self._tasks.run(self, verb, lambda _: self._brought_in(), self._refuse)

    def _brought_in(self) -> None:
        self.said.emit(self.tr("Innehållspaketet är inläst och väntar på godkännande."))
        self.accept()

    def _refuse(self, error: KundcenterError) -> None:
        head, _, places = explained(error).partition("\n")
        self.changes.set_text(places)
        self._say(head)

    def _say(self, words: str, *, ready: bool = False) -> None:
        self.set_busy(False)
        self.primary.setEnabled(ready)
        self.outcome.setText(words)
