"""The content packs: which versions there are, who approved them, and their topics."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.calendar import local
from kundcenter.domain.packs import Pack
from kundcenter.domain.packs.search import TopicIndex
from kundcenter.domain.packs.shelf import Shelf, ShownTopic
from kundcenter.errors import KundcenterError
from ui.actions import Action
from ui.badges import Badge
from ui.dialogs.pack_import import PackImportDialog
from ui.dialogs.topic import TopicDialog
from ui.directory_keeper import DirectoryKeeper
from ui.pack_words import explained, pack_badge
from ui.records import Column, RecordModel
from ui.services import Services, current_codes
from ui.tasks import Tasks
from ui.theme.colours import ToneName
from ui.theme.space import spaced
from ui.times import day_and_time
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.dialog import Dialog
from ui.widgets.empty import EmptyState
from ui.widgets.field import Field
from ui.widgets.head import Head
from ui.widgets.table import RecordTable


class PacksPart(QWidget):
    """`said` carries a sentence, `refused` an error for a notice."""

    said = Signal(str)
    refused = Signal(object)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._services, self._packs = tasks, services, services.packs
        self._keeper = DirectoryKeeper.of(tasks, services)
        self._reasons = {each.code: each.label for each in current_codes(services).reasons}
        self._shelf, self._index = Shelf(), TopicIndex.of(())
        self.trouble = Banner(self.tr("Det gick inte."), ToneName.DANGER, icon="error", wrap=True)
        self.trouble.hide()
        self._versions, self._topics = self._made_versions(), self._made_topics()
        self.versions = RecordTable(
            self.tr("Innehållspaket"),
            self._versions,
            empty=EmptyState(
                self.tr("Inga innehållspaket"),
                self.tr("Läs in ett, och be medicinskt ansvarig att godkänna det."),
                icon="note",
            ),
        )
        self.topics = RecordTable(
            self.tr("Ämnen som gäller"),
            self._topics,
            empty=EmptyState(self.tr("Inga ämnen"), "", icon="search"),
        )
        self.words = Field(self.tr("Sök ämne"), keys=Action.FIND_TOPIC)
        self.words.changed.connect(lambda _: self._show_topics())
        self.bring_in = Button(
            self.tr("Läs in paket"), ButtonKind.PRIMARY, icon="save", keys=Action.IMPORT_PACK
        )
        self.approve = Button(self.tr("Godkänn"), icon="check", keys=Action.APPROVE_PACK)
        self.retire = Button(self.tr("Ta ur bruk"), icon="trash")
        self.edit = Button(self.tr("Egen lydelse"), icon="pen", keys=Action.EDIT_TOPIC)
        for button, act in (
            (self.bring_in, self._ask_file),
            (self.approve, self._ask_approve),
            (self.retire, self._ask_retire),
            (self.edit, self._ask_edit),
        ):
            button.clicked.connect(act)
        self.versions.chosen.connect(lambda _: self._show_acts())
        self.topics.chosen.connect(lambda _: self._show_acts())
        self.topics.opened.connect(lambda _: self._ask_edit())
        self._lay_out()
        tasks.changed.connect(self._on_changed)
        self._show_acts()

    def take_focus(self) -> None:
        self.versions.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_to_search(self) -> None:
        """Go to the field where topics are searched."""
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.edit.selectAll()

    def forget(self) -> None:
        self._versions.replace(())
        self._show_shelf(Shelf())

    def refresh(self) -> None:
        run, packs = self._tasks.run, self._packs
        run(self, packs.shelf, self._show_shelf, self.refused.emit, topic="shelf")
        run(self, packs.all, self._show_versions, self.refused.emit, topic="packs")

    # -- what is shown -------------------------------------------------------------------------

    def _show_versions(self, packs: tuple[Pack, ...]) -> None:
        self._versions.replace(packs[::-1])
        if self.versions.hasFocus() and self.versions.current is None and packs:
            self.versions.selectRow(0)
        self._show_acts()

    def _show_shelf(self, shelf: Shelf) -> None:
        self._shelf, self._index = shelf, TopicIndex.of(shelf.topics)
        self._versions.renew()
        self._show_topics()

    def _show_topics(self) -> None:
        words = self.words.text()
        found = self._index.find(words, limit=50) if words.strip() else self._shelf.topics
        self._topics.replace(found)
        self._show_acts()

    def _show_acts(self) -> None:
        pack: Pack | None = self.versions.current
        waits = pack is not None and pack.approved_at is None and pack.retired_at is None
        self.approve.setVisible(self._keeper.may(Function.APPROVE_GUIDANCE))
        self.approve.setEnabled(waits)
        self.retire.setEnabled(pack is not None and pack.retired_at is None)
        self.edit.setEnabled(self.topics.current is not None)

    def _badge(self, pack: Pack) -> Badge:
        read = frozenset(each.id for each in self._shelf.packs)
        return pack_badge(pack, read, local(self._services.now()).date())

    def _made_versions(self) -> RecordModel[Pack]:
        return RecordModel[Pack](
            (
                Column(
                    self.tr("Paket"),
                    lambda p: p.content.title,
                    tip=lambda p: p.content.title,
                ),
                Column(self.tr("Version"), lambda p: p.content.version, width=9),
                Column(self.tr("Läge"), lambda p: self._badge(p).text, badge=self._badge, width=22),
                Column(
                    self.tr("Godkänt av"),
                    lambda p: p.approver,
                    tip=lambda p: p.approver,
                    width=22,
                ),
                Column(
                    self.tr("Granskas senast"),
                    lambda p: p.content.review_on.isoformat(),
                    figures=True,
                    width=12,
                ),
                Column(
                    self.tr("Inläst"),
                    lambda p: local(p.imported_at).date().isoformat(),
                    tip=lambda p: day_and_time(p.imported_at),
                    sort=lambda p: p.imported_at,
                    figures=True,
                    width=11,
                ),
            ),
            key=lambda pack: pack.id,
            parent=self,
        )

    def _made_topics(self) -> RecordModel[ShownTopic]:
        own = Badge(self.tr("Egen lydelse"), ToneName.INFO, "pen")
        both = Badge(self.tr("Ändrat på båda hållen"), ToneName.WARNING, "warning")
        plain = Badge(self.tr("Paketets"), ToneName.NEUTRAL, "note")

        def state(shown: ShownTopic) -> Badge:
            return both if shown.conflict else own if shown.edited else plain

        return RecordModel[ShownTopic](
            (
                Column(self.tr("Ämne"), lambda shown: shown.title),
                Column(
                    self.tr("Kontaktorsak"),
                    lambda shown: self._reasons.get(shown.topic.reason, shown.topic.reason),
                    width=24,
                ),
                Column(self.tr("Version"), lambda shown: shown.support_version, width=14),
                Column(self.tr("Lydelse"), lambda shown: state(shown).text, badge=state, width=22),
            ),
            key=lambda shown: (shown.pack_code, shown.topic.code),
            parent=self,
        )

    def _lay_out(self) -> None:
        head = Head((), (self.retire, self.approve, self.bring_in))
        below = spaced(QHBoxLayout(), gap="m")
        below.addWidget(self.words, 1)
        below.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignBottom)
        column = spaced(QVBoxLayout(self), "none", "m")
        column.addWidget(head)
        column.addWidget(self.trouble)
        column.addWidget(self.versions, 1)
        column.addLayout(below)
        column.addWidget(self.topics, 2)

    # -- what is done --------------------------------------------------------------------------

    def _ask_file(self) -> None:
        dialog = PackImportDialog(self._tasks, self._services, parent=self)
        dialog.said.connect(self.said)
        dialog.open()

    def _ask_approve(self) -> None:
        pack: Pack | None = self.versions.current
        if pack is not None:
            words = self.tr("{title}, version {version}, gäller genast vid alla arbetsplatser.")
            self._ask(
                Dialog(
                    self.tr("Godkänna innehållspaketet?"),
                    sentence=words.format(title=pack.content.title, version=pack.content.version),
                    primary=self.tr("Godkänn"),
                    parent=self,
                ),
                partial(self._packs.approve, pack.id),
            )

    def _ask_retire(self) -> None:
        pack: Pack | None = self.versions.current
        if pack is not None:
            words = self.tr("Den version som gällde före gäller då igen, om det finns en.")
            self._ask(
                Dialog(
                    self.tr("Ta paketet ur bruk?"),
                    sentence=words,
                    primary=self.tr("Ta ur bruk"),
                    danger=True,
                    parent=self,
                ),
                partial(self._packs.retire, pack.id),
            )

    def _ask(self, dialog: Dialog, verb: partial[Changes]) -> None:
        dialog.confirmed.connect(dialog.accept)
        run = partial(self._tasks.run, self, verb, lambda _: self.trouble.hide(), self._refuse)
        dialog.accepted.connect(run)
        dialog.open()

    def _ask_edit(self) -> None:
        shown: ShownTopic | None = self.topics.current
        if shown is not None:
            dialog = TopicDialog(self._tasks, self._services, shown, parent=self)
            dialog.said.connect(self.said)
            dialog.open()

    def _refuse(self, error: KundcenterError) -> None:
        self.trouble.say(explained(error))
        self.trouble.show()

    def _on_changed(self, changes: Changes) -> None:
        if changes.of("pack") and self.isVisible():
            self.refresh()
