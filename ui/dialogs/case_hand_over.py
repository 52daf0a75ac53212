"""Another is to handle a case: to whom, what speaks for it and against (DOMAIN §7.2)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kundcenter.domain.calendar import local
from kundcenter.domain.case_codes import FEEDBACK, Recipient, Said
from kundcenter.domain.case_routing import Proposal, Wish, proposals
from kundcenter.domain.cases import Case
from kundcenter.errors import KundcenterError
from ui.case_keeper import CaseKeeper
from ui.dialogs.case_act import CaseActDialog
from ui.labels import label
from ui.services import Services
from ui.tasks import Tasks
from ui.theme.metrics import Type
from ui.widgets.combo import Combo, Option
from ui.widgets.text import Text
from ui.widgets.tick_row import TickRow

NOT_HANDED = frozenset({Recipient.UNSAID, Recipient.OWN})


class HandOverDialog(CaseActDialog):
    """The first proposal is chosen until somebody chooses another.

    `callback_id` is the place in a unit's queue that the patient has been given already.
    """

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        case: Case,
        callback_id: UUID | None = None,
        parent: QWidget | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            tasks,
            services,
            case,
            translate("HandOverDialog", "Lämna över"),
            name="hand_over",
            sentence=translate(
                "HandOverDialog",
                "En annan har hand om ärendet sedan. Är det en annan vårdgivare ska det ske"
                " skyndsamt (PSL 3 kap. 8 e §).",
            ),
            primary=translate("HandOverDialog", "Lämna över"),
            told=translate("HandOverDialog", "Ärendet är överlämnat."),
            parent=parent,
        )
        self._callback_id = callback_id
        self._today = local(CaseKeeper.of(tasks, services).now).date()
        offered = [Option(each, label(each)) for each in Recipient if each not in NOT_HANDED]
        self.wishes: TickRow | None = None
        if case.kind in FEEDBACK and callback_id is None:
            boxes = [(each.value, label(each), str(n)) for n, each in enumerate(Wish, start=1)]
            self.wishes = self._add("wishes", TickRow(self.tr("Vad personen vill"), boxes))
            self.wishes.changed.connect(self._show_proposals)
        self.to = self._add("to", Combo(self.tr("Till"), offered))
        self.why = Text("", Type.SMALL, wrap=True)
        self.add(self.why)
        self.text = self.add_text(self.tr("Vad som lämnas över, och varför"))
        self.to.chosen.connect(self._on_chosen)
        self._own = callback_id is not None
        if self._own:
            self.to.choose(Recipient.CARE_PROVIDER)
            self.text.set_text(self.tr("Patienten har fått en plats i enhetens återuppringning."))
        self.remember()
        self._show_proposals()

    def verb(self) -> Callable[[], object] | None:
        if not self.to.value:
            self.to.show_error(self.tr("Välj någon i listan."))
            self.to.setFocus()
            return None
        to, text = Recipient(self.to.value), self.text.text().strip()
        unsaid = self._case.facts.consent is not Said.YES
        if to is Recipient.OTHER_PROVIDER and unsaid and not text:
            self.text.show_error(
                self.tr("Patientens samtycke saknas: skriv varför ärendet inte är vårt.")
            )
            self.text.setFocus()
            return None
        return partial(
            self._services.cases.hand_over,
            self._case.id,
            to,
            text,
            callback_id=self._callback_id,
        )

    # -- proposals -----------------------------------------------------------------------------

    def _proposed(self) -> tuple[Proposal, ...]:
        wishes = (
            frozenset(Wish(each) for each in self.wishes.values) if self.wishes else frozenset()
        )
        try:
            found = proposals(self._case.facts, self._today, wishes)
        except KundcenterError:  # an event that is no date
            return ()
        return tuple(each for each in found if each.recipient not in NOT_HANDED)

    def _show_proposals(self) -> None:
        found = self._proposed()
        if found and not self._own:
            self.to.choose(found[0].recipient)
        self._tell(found)

    def _on_chosen(self, _: str) -> None:
        self._own = True
        self._tell(self._proposed())

    def _tell(self, found: tuple[Proposal, ...]) -> None:
        """Each that is proposed, why, and what to heed; the chosen one first."""
        lines = []
        for each in sorted(found, key=lambda one: one.recipient != self.to.value):
            told = [label(code) for code in (*each.reasons, *each.cautions)]
            line = self.tr("{recipient}: {why}")
            lines.append(line.format(recipient=label(each.recipient), why=" ".join(told)))
        self.why.setText("\n".join(lines))
        self.why.setVisible(bool(lines))
