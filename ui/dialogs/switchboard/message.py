"""Take a message for somebody: whom it is for, the words, how it goes; then it is read back."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.changes import Changes
from kundcenter.domain.holes import holes
from kundcenter.domain.switchboard.messages import (
    SMS_LIMIT,
    TEXT_LIMIT,
    MessageChannel,
    MessageDraft,
)
from kundcenter.domain.text import LINE_LIMIT
from kundcenter.errors import KundcenterError
from ui.badges import Badge
from ui.dialogs.switchboard.message_kept import KeptMessage
from ui.dialogs.switchboard.message_parts import Choices, receiver_of
from ui.dialogs.switchboard.read_back import ReadBackDialog
from ui.dialogs.switchboard.receiver import ReceiverPart
from ui.dialogs.unit_rows import read_number
from ui.kept_form import Fields, by_hand
from ui.labels import label
from ui.numbers import shown_number
from ui.people import name_of
from ui.services import Services
from ui.switchboard.board_keeper import BoardKeeper
from ui.switchboard.message_words import CHANNELS, template_text
from ui.switchboard.receivers import MessageAbout, way_words, ways
from ui.switchboard.terms_keeper import SwitchboardKeeper
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.colours import ToneName
from ui.widgets.banner import Banner
from ui.widgets.beside import Beside
from ui.widgets.check import Check
from ui.widgets.choice_row import Choice, ChoiceRow
from ui.widgets.combo import Combo, Option
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.labelled import Labelled
from ui.widgets.page import Page
from ui.widgets.text_area import TextArea

WIDE, HIGH = 820, 520  # pixels
NO_TEMPLATE = ""


class MessageDialog(Dialog):
    """`written` carries the id of the message that stands, and its channel."""

    written = Signal(object, object)

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        about: MessageAbout | None = None,
        parent: QWidget | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("MessageDialog", "Nytt meddelande"),
            primary=translate("MessageDialog", "Läs upp"),
            parent=parent,
        )
        self._tasks, self._services = tasks, services
        self._about = about or MessageAbout()
        self._terms = SwitchboardKeeper.of(tasks, services)
        self._board = BoardKeeper.of(tasks, services)
        self._ways: dict[MessageChannel, str] = {}
        self._proposed: str | None = None  # the channel, while nobody has chosen one by hand
        self._from_template = ""
        self._reading: ReadBackDialog | None = None
        self._trouble = Banner(
            self.tr("Det gick inte."), ToneName.WARNING, icon="warning", wrap=True
        )
        self._trouble.hide()
        self._make_fields()
        self._lay_out()
        if self._about.receiver is not None:
            self.to.name_(self._about.receiver)
        self.callback.set_text(shown_number(self._about.callback) if self._about.callback else "")
        self._show_ways()
        fields: Fields = {"text": self.text, "caller": self.caller, "callback": self.callback}
        KeptMessage(self, tasks, services, self._about, fields, choices=self._choices())
        self._at_first, self._warned = self._texts(), False
        self._listen()

    def open(self) -> None:
        """One begins with what is not known yet."""
        super().open()
        (self.text if self.to.named else self.to.finder.field).setFocus()

    def reject(self) -> None:
        """What a caller has said is not lost by one stroke of Esc."""
        if not self._warned and self._texts() != self._at_first and by_hand(self):
            self._warned = True
            self._say(self.tr("Meddelandet är inte sparat. Tryck Esc igen om det ska kastas."))
            return
        super().reject()

    # -- the parts -----------------------------------------------------------------------------

    def _make_fields(self) -> None:
        self.to = ReceiverPart(self._board)
        templates = [Option(each.code, each.title) for each in self._terms.templates]
        self.template = Combo(
            self.tr("Mall"), [Option(NO_TEMPLATE, self.tr("Ingen mall")), *templates]
        )
        self.template.choose(NO_TEMPLATE)
        self.text = TextArea(self.tr("Meddelande"), fewest=3, most=7, longest=TEXT_LIMIT)
        self.caller = Field(self.tr("Vem som ringer, med egna ord"), longest=LINE_LIMIT)
        self.callback = Field(self.tr("Ring upp på"), longest=32)
        self.channel = ChoiceRow(
            self.tr("Hur det ska fram"),
            [Choice(each, Badge(label(each), icon=CHANNELS[each])) for each in MessageChannel],
        )
        self.urgent = Check(self.tr("Brådskande"))
        person = self._about.person
        name = name_of(person) if person is not None else ""
        self.about_person = Check(self.tr("Gäller {name}").format(name=name))
        self.about_person.setChecked(person is not None)

    def _lay_out(self) -> None:
        page = self._page = Page("none", "m")
        if self._about.protected:
            words = self.tr(
                "Personen har skyddade personuppgifter. Skriv varken nummer, adress eller var"
                " personen finns. Inringarens nummer följer inte med."
            )
            page.body.addWidget(Banner(words, ToneName.DANGER, icon="shield", wrap=True))
        parts: tuple[QWidget, ...] = (
            self.to,
            Beside(self.urgent, self.about_person),
            self.template,
            self.text,
            Beside(self.caller, self.callback),
            self.channel,
        )
        for part in parts:
            page.body.addWidget(part)
        self.about_person.setVisible(self._about.person is not None)
        page.body.addStretch(1)
        self.body.addWidget(self._trouble)
        self.body.addWidget(page, 1)
        self.fit_page(page, WIDE, HIGH)

    def _listen(self) -> None:
        self.to.changed.connect(self._show_ways)
        self.template.chosen.connect(self._put_template)
        self.channel.chosen.connect(self._on_channel)
        for field in (self.text, self.caller, self.callback):
            field.changed.connect(self._on_written)
        self.confirmed.connect(self._go_on)
        self._board.changed.connect(self._find_kept)

    def _choices(self) -> dict[str, Choices]:
        """What is chosen, as texts to be kept."""
        self._wanted = ""  # a receiver that was kept, before the directory has come
        return {
            "to": Choices(self.to.text, self._take_receiver, self.to.changed),
            "channel": Choices(
                lambda: self.channel.value or "", self._take_channel, self.channel.chosen
            ),
            "template": Choices(
                lambda: self.template.value or "", self.template.choose, self.template.chosen
            ),
            "urgent": Choices(
                lambda: "1" if self.urgent.isChecked() else "",
                lambda text: self.urgent.setChecked(bool(text)),
                self.urgent.toggled,
            ),
        }

    # -- what follows from what is chosen ------------------------------------------------------

    def _show_ways(self) -> None:
        """Which ways there are to this receiver; the best of them, unless another was chosen."""
        chosen = self.channel.value
        self._ways = ways(self._services, self.to.receiver)
        self.channel.allow(list(self._ways))
        if chosen not in self._ways or chosen == self._proposed:
            self._proposed = next(iter(self._ways))
            self.channel.choose(self._proposed)
        self._show_way()

    def _on_channel(self, _: str) -> None:
        self._proposed = None
        self._show_way()

    def _show_way(self) -> None:
        value = self.channel.value
        self.channel.set_help(way_words(MessageChannel(value)) if value else "")

    def _put_template(self, code: str) -> None:
        """In place of another template's words, else beneath what is written."""
        found = [each for each in self._terms.templates if each.code == code]
        text = template_text(found[0]) if found else ""
        written = self.text.text()
        if written.strip() and written != self._from_template:
            text = "\n".join(filter(None, (written.rstrip(), text)))
        self.text.set_text(text)
        self._from_template = text
        self.urgent.setChecked(self.urgent.isChecked() or bool(found and found[0].urgent))
        first = next(iter(holes(text)), None)
        if first is not None:
            self.text.go_to_hole(first)
        else:
            self.text.setFocus()

    def _take_channel(self, value: str) -> None:
        if value in self._ways:
            self.channel.choose(value)
            self._show_way()

    def _take_receiver(self, key: str) -> None:
        self._wanted = key
        self._find_kept()

    def _find_kept(self) -> None:
        found = receiver_of(self._wanted, self._board.board) if self._wanted else None
        if found is not None and self.to.receiver is None:
            self._wanted = ""
            self.to.name_(found)

    def _texts(self) -> tuple[str, ...]:
        return tuple(each.text().strip() for each in (self.text, self.caller, self.callback))

    def _on_written(self) -> None:
        """A warning holds for what stood there then."""
        if self._warned:
            self._warned = False
            self._trouble.hide()

    # -- reading back and saving ---------------------------------------------------------------

    def draft(self) -> MessageDraft | None:
        """What is written; None when something is wrong, which is said at its field."""
        receiver = self.to.receiver
        if receiver is None:
            self.to.show_error(self.tr("Sök och välj vem meddelandet är till."))
            return None
        channel = MessageChannel(self.channel.value or MessageChannel.SPOKEN)
        text, required = self.text.settled_text().strip(), self.text.open_required()
        if required:
            self._say_at(self.text, self.tr("Fyll i luckan."))
            self.text.go_to_hole(required[0])
            return None
        if not text:
            self._say_at(self.text, self.tr("Skriv meddelandet."))
            return None
        if channel is MessageChannel.SMS and len(text) > SMS_LIMIT:
            words = self.tr("Ett sms rymmer högst {limit} tecken. Texten har {count}.")
            self._say_at(self.text, words.format(limit=SMS_LIMIT, count=len(text)))
            return None
        callback = read_number(self.callback, needed=False)
        if callback is None:
            return None
        about = self._about
        person = about.person if self.about_person.isChecked() else None
        return MessageDraft(
            channel,
            text,
            contact_id=receiver.contact_id,
            unit_id=receiver.unit_id,
            address=self._ways.get(channel, ""),
            callback=callback,
            caller=self.caller.text().strip(),
            template=self.template.value or "",
            urgent=self.urgent.isChecked(),
            call_id=about.call.id if about.call is not None else None,
            person_id=person.id if person is not None else None,
        )

    def _go_on(self) -> None:
        """Enter behind a name takes it; only when there are words they are read back."""
        receiver = self.to.receiver
        if receiver is not None and not self.to.named:
            self.to.name_(receiver)
            if not self.text.text().strip():
                self.text.setFocus()
                return
        self._read_back()

    def _read_back(self) -> None:
        draft, receiver = self.draft(), self.to.receiver
        if draft is None or receiver is None:
            return
        self._trouble.hide()
        reading = self._reading = ReadBackDialog(draft, receiver, parent=self)
        reading.confirmed.connect(partial(self._write, draft, read=True))
        reading.unread.connect(partial(self._write, draft, read=False))
        reading.open()

    def _write(self, draft: MessageDraft, *, read: bool) -> None:
        reading = self._reading
        if reading is None or not reading.primary.isEnabled():
            return
        reading.set_busy(True)
        verb = partial(self._services.messages.write, replace(draft, read_back=read))
        self._tasks.run(self, verb, partial(self._written, draft.channel), self._refuse)

    def _written(self, channel: MessageChannel, changes: Changes) -> None:
        message_id: UUID = changes.the("message")
        if self._reading is not None:
            self._reading.accept()
        self.accept()
        self.written.emit(message_id, channel)

    def _refuse(self, error: KundcenterError) -> None:
        if self._reading is not None:
            self._reading.reject()
        fields: dict[str, Labelled] = {
            "text": self.text,
            "callback": self.callback,
            "caller": self.caller,
            "channel": self.channel,
            "address": self.channel,
        }
        field = fields.get(str(error.facts.get("field", "")))
        if field is not None:
            self._say_at(field, sentence(error))
            return
        self._say(sentence(error))

    def _say(self, words: str) -> None:
        self._trouble.say(words)
        self._trouble.show()
        QTimer.singleShot(0, self, self.make_room)

    def _say_at(self, field: Labelled, words: str) -> None:
        field.show_error(words)
        field.setFocus()
        QTimer.singleShot(0, field, partial(self._page.ensureWidgetVisible, field, 0, 0))
