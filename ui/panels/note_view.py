"""A signed note, to be read: its text, who signed it, earlier versions, and what stands beside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kundcenter.domain.composition import Section
from kundcenter.domain.opened import OpenEntry
from kundcenter.domain.papers import VersionText
from kundcenter.domain.triage import CodeSet
from kundcenter.domain.units import Unit
from ui.actions import Action
from ui.badges import Badge
from ui.labels import label
from ui.panels.note_text import NoteText
from ui.theme.colours import ToneName
from ui.theme.metrics import Type
from ui.theme.space import emptied, spaced
from ui.times import day_and_time
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.text import Text

_OVER = ToneName.NEUTRAL


class NoteView(QWidget):
    """Shows what was filled in; what was left empty has no line."""

    dissent_wanted = Signal()

    def __init__(self, parent: QWidget | None = None, *, dissent: Action = Action.DISSENT) -> None:
        super().__init__(parent)
        self._dissent = Button(self.tr("Anteckna avvikande mening"), ButtonKind.QUIET, icon="pen")
        self._dissent.clicked.connect(self.dissent_wanted)
        self._dissent.answer_to(dissent)
        self._card = Card(self.tr("Anteckning"), icon="note")
        self.text = NoteText()
        self._signature = Text("", Type.SMALL, role="muted", wrap=True)
        self._twice: Banner | None = None
        self._card.body.addWidget(self.text)
        self._card.body.addWidget(self._signature)
        self._card.body.addWidget(self._dissent, 0, Qt.AlignmentFlag.AlignLeft)
        self._beside = spaced(QVBoxLayout(), gap="l")
        column = spaced(QVBoxLayout(self), gap="l")
        column.addWidget(self._card)
        column.addLayout(self._beside)
        column.addStretch(1)
        self._signature.hide()
        self._dissent.hide()

    def show_note(self, sections: Sequence[Section], urgency: str) -> None:
        """The text alone, until the entry has been opened."""
        self.text.show_sections(sections, urgency)
        self._show_twice(False)
        self._signature.hide()
        emptied(self._beside)

    def show_entry(
        self, opened: OpenEntry, codes: Mapping[str, CodeSet], units: Iterable[Unit]
    ) -> None:
        """The version that stands, signed by whom and when, and all that belongs to it."""
        texts = opened.texts(codes, units)
        latest = texts[-1]
        self.text.show_sections(latest.sections, latest.version.note.urgency)
        self._signature.setText(self._signed(opened, latest))
        self._signature.show()
        self._show_twice(bool(latest.version.upon))
        self._dissent.show()
        emptied(self._beside)
        if opened.dissents:
            self._add_dissents(opened)
        if len(texts) > 1:
            self._add_earlier(opened, texts[:-1])
        if opened.disclosures:
            self._add_disclosures(opened)

    def _show_twice(self, wanted: bool) -> None:
        """Say above the text that there is another change of the same version."""
        if self._twice is not None:
            self._card.body.removeWidget(self._twice)
            self._twice.hide()
            self._twice.deleteLater()
            self._twice = None
        if wanted:
            twice = self.tr(
                "Två ändringar av samma anteckning. Den andra står under den här."
                " Jämför dem, och rätta om något fattas."
            )
            self._twice = Banner(twice, ToneName.WARNING, icon="warning", wrap=True)
            self._card.body.insertWidget(self._card.body.indexOf(self.text), self._twice)

    def _signed(self, opened: OpenEntry, text: VersionText) -> str:
        version = text.version
        waiver = next((w for w in opened.waivers if w.number == version.number), None)
        if version.signed_at and version.signed_by:
            told = self.tr("Signerad {at} av {name}.").format(
                at=day_and_time(version.signed_at), name=opened.names.get(version.signed_by, "")
            )
        elif waiver is not None:
            told = self.tr("Behöver inte signeras ({reason}), enligt {name} {at}.").format(
                reason=label(waiver.reason),
                name=opened.names.get(waiver.noted_by, ""),
                at=day_and_time(waiver.noted_at),
            )
        else:
            told = self.tr("Inte signerad.")
        if version.correction:
            why = self.tr("Rättad {at}: {why}.").format(
                at=day_and_time(version.written_at), why=version.correction.rstrip(" .")
            )
            told = f"{why} {told}"
        if version.upon:
            twice = self.tr("Skriven utifrån version {number}.")
            told = f"{twice.format(number=version.upon)} {told}"
        return told

    def _add_dissents(self, opened: OpenEntry) -> None:
        card = Card(self.tr("Avvikande mening"), icon="warning")
        for dissent in opened.dissents:
            by = self.tr("{name} ({relation}), antecknat {at}").format(
                name=dissent.by_name,
                relation=label(dissent.relation).lower(),
                at=day_and_time(dissent.noted_at),
            )
            card.body.addWidget(Text(by, Type.SMALL, role="muted", wrap=True))
            card.body.addWidget(Text(dissent.text, wrap=True))
        self._beside.addWidget(card)

    def _add_earlier(self, opened: OpenEntry, earlier: Sequence[VersionText]) -> None:
        card = Card(self.tr("Tidigare versioner"), icon="undo")
        for text in reversed(earlier):
            version = text.version
            beside = 0 < opened.latest.upon < version.number  # its author did not know of it
            mark, tone, icon = self.tr("Version {number}, gäller inte längre"), _OVER, "minus"
            if beside:
                mark = self.tr("Version {number}, den andra ändringen")
                tone, icon = ToneName.WARNING, "warning"
            card.body.addWidget(Chip(Badge(mark.format(number=version.number), tone, icon)))
            written = self.tr("Skriven {at} av {name}.").format(
                at=day_and_time(version.written_at), name=opened.names.get(version.written_by, "")
            )
            told = f"{written} {self._signed(opened, text)}"
            card.body.addWidget(Text(told, Type.SMALL, role="muted", wrap=True))
            words = NoteText(struck=not beside)
            words.show_sections(text.sections)
            card.body.addWidget(words)
        self._beside.addWidget(card)

    def _add_disclosures(self, opened: OpenEntry) -> None:
        card = Card(self.tr("Utlämnat"), icon="print")
        for made in opened.disclosures:
            told = self.tr("{at}: version {number} till {recipient} ({form}), av {name}.").format(
                at=day_and_time(made.made_at),
                number=made.number,
                recipient=made.recipient,
                form=label(made.form).lower(),
                name=opened.names.get(made.made_by, ""),
            )
            card.body.addWidget(Text(told, Type.SMALL, wrap=True))
        self._beside.addWidget(card)
