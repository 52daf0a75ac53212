"""What the screen says of a message: its state with a shape, whom it is for, what happened."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from kundcenter.domain.snippet_text import SnippetTextWrong, filled, parse
from kundcenter.domain.switchboard.messages import (
    Message,
    MessageChannel,
    MessageState,
    MessageStep,
)
from kundcenter.domain.switchboard.terms import Template
from ui.badges import Badge
from ui.labels import label
from ui.texts import sentence_of
from ui.theme.colours import ToneName
from ui.times import lately

STATES = {
    MessageState.WAITING: (ToneName.WARNING, "clock"),
    MessageState.SENT: (ToneName.SUCCESS, "check"),
    MessageState.FAILED: (ToneName.DANGER, "error"),
    MessageState.PRINTED: (ToneName.SUCCESS, "print"),
    MessageState.RECEIVED: (ToneName.SUCCESS, "check-circle"),
    MessageState.WITHDRAWN: (ToneName.NEUTRAL, "undo"),
}
CHANNELS = {
    MessageChannel.MAIL: "arrow-right",
    MessageChannel.SMS: "note",
    MessageChannel.PRINT: "print",
    MessageChannel.SPOKEN: "phone",
}


def state_badge(message: Message) -> Badge:
    """How it stands with the message."""
    tone, icon = STATES[message.state]
    words = label(message.state)
    if message.state is MessageState.FAILED and message.tries > 1:
        told = QCoreApplication.translate("message_words", "{state}, {count} försök")
        words = told.format(state=words, count=message.tries)
    return Badge(words, tone, icon)


def channel_badge(channel: MessageChannel) -> Badge:
    return Badge(label(channel), icon=CHANNELS[channel])


def first_line(text: str) -> str:
    """The text on one line, for a list."""
    return " ".join(text.split())


def template_text(template: Template) -> str:
    """The template with its holes as they are filled in; as it stands, if it is not understood."""
    try:
        return filled(parse(template.text), {})
    except SnippetTextWrong:
        return template.text


def fault_words(code: str) -> str:
    """Why a message did not go: of e-mail in words of its own."""
    translate = QCoreApplication.translate
    own = {
        "mail.away": translate("message_words", "E-postservern svarar inte."),
        "mail.refused": translate("message_words", "E-postservern tog inte emot meddelandet."),
        "message.not_allowed": translate(
            "message_words", "Regionen har inte tillåtit meddelanden till den adressen."
        ),
    }
    return own.get(code) or sentence_of(code)


def step_words(step: MessageStep, name: str, now: datetime) -> str:
    """14:05 Test Nurse: Skrevs; of what failed with the reason."""
    words = QCoreApplication.translate("message_words", "{time} {name}: {what}")
    told = words.format(time=lately(step.at, now), name=name, what=label(step.kind))
    if step.fault:
        told = f"{told}. {fault_words(step.fault)}"
    if step.late:
        late = QCoreApplication.translate("message_words", "{told} (sent känt)")
        told = late.format(told=told)
    return told
