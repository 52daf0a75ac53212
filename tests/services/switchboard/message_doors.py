"""The text fields of messages, transfers, orders of mode and terms, for naughty text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from kundcenter.domain.holes import marked
from kundcenter.domain.mail import mail_address
from kundcenter.domain.opening import COMMENT_LIMIT, Hours, OtherHours, Span
from kundcenter.domain.phone_numbers import stored
from kundcenter.domain.snippet_text import SnippetTextWrong, parse
from kundcenter.domain.switchboard.contacts import ContactDraft
from kundcenter.domain.switchboard.messages import (
    CODE_LIMIT,
    TEXT_LIMIT,
    MessageChannel,
    MessageDraft,
    MessageStepKind,
)
from kundcenter.domain.switchboard.modes import Mode
from kundcenter.domain.switchboard.terms import (
    GREETING_LIMIT,
    QUEUE_LIMIT,
    TEMPLATE_LIMIT,
    TITLE_LIMIT,
    Greeting,
    SwitchboardContent,
    Template,
)
from kundcenter.domain.switchboard.transfers import TargetKind, TransferDraft, TransferHow
from kundcenter.domain.text import LINE_LIMIT
from tests.ground import Ground
from tests.naughty import MEGABYTE, NO_TEXT, Sort, free, one_line, squeezed
from tests.services.switchboard.desk_ground import answered

Rows = Callable[[], list[dict[str, Any]]]
Opened = tuple[
    Callable[[dict[str, str]], object],
    dict[str, Sort],
    Callable[[], Iterable[Mapping[str, Any]]] | None,
]
DAY = date(2026, 12, 24)


def message_doors(
    ground: Ground, texts: list[str], newly: Callable[[str], Rows]
) -> dict[str, Opened]:
    """By noun and verb, for an operator who may do everything.

    `newly` gives what will have come into a table since it was asked.
    """

    @cache
    def contact() -> UUID:
        """Made when it is first needed: the doors before these look at all that is new."""
        return ground.desk.contacts.put(None, ContactDraft("Test", "Test")).the("contact")

    return {
        "messages.write": _writing(ground, contact, texts, newly("messages")),
        "messages.failed": _failing(ground, contact, texts, newly("message_steps")),
        "transfers.begin": _passing(ground, texts, newly("transfers")),
        "transfers.arriving": (
            lambda t: ground.desk.transfers.arriving(t["reference"]),
            {"reference": Sort(("", *NO_TEXT, MEGABYTE, *texts))},
            None,
        ),
        "modes.set": (
            lambda t: ground.desk.modes.set(Mode.NIGHT, t["reason"]),
            {"reason": one_line(free(texts, LINE_LIMIT))},
            newly("mode_orders"),
        ),
        "switchboard_terms.publish": _publishing(ground, texts),
    }


def _line(texts: list[str], limit: int) -> Sort:
    return replace(free(texts, limit), form=squeezed)


def _numbers(texts: list[str], *wrong: str) -> Sort:
    """None is none."""
    bad = [text for text in texts[::9] if text.strip() and stored(text) is None]
    good = ("+46701740605", "", "1177", "070-174 06 05", " 0313900600\n", "3101")
    return Sort(good, (*NO_TEXT, MEGABYTE, "12 34 567", *wrong, *bad), _number)


def _number(text: str) -> str:
    found = stored(text) if text.strip() else None
    return found.value if found else ""


def _text(texts: list[str], limit: int) -> Sort:
    """What is kept without the space around it, and says something."""
    sort = free(texts, limit)
    kept = tuple(filter(str.strip, sort.kept))
    return Sort(kept, (*sort.refused, "", " \n\t"), str.strip)


def _writing(ground: Ground, contact: Callable[[], UUID], texts: list[str], made: Rows) -> Opened:
    def write(texts: dict[str, str]) -> None:
        told: dict[str, Any] = {path.removeprefix("draft."): t for path, t in texts.items()}
        ground.desk.messages.write(MessageDraft(MessageChannel.MAIL, contact_id=contact(), **told))

    no_mail = (text for text in texts[::9] if mail_address(squeezed(text)) is None)
    body = _text([text for text in texts if not marked(text)], TEXT_LIMIT)
    holes = ("⟦!namn⟧ söker dig", "⟧", *filter(marked, texts))
    fields = {
        "draft.text": replace(body, refused=(*body.refused, *holes)),
        "draft.address": Sort(
            ("a@example.com", " B.c+d@EXAMPLE.com\n"),
            (*NO_TEXT, MEGABYTE, "", "a@b", "a@example.com, b@example.com", *no_mail),
            lambda text: mail_address(squeezed(text)) or "",
        ),
        "draft.callback": _numbers(texts),
        "draft.caller": _line(texts, LINE_LIMIT),
        "draft.template": _line(texts, CODE_LIMIT),
    }
    return (
        write,
        fields,
        lambda: [{f"draft.{name}": text for name, text in row.items()} for row in made()],
    )


def _failing(ground: Ground, contact: Callable[[], UUID], texts: list[str], made: Rows) -> Opened:
    messages = ground.desk.messages

    @cache
    def message() -> UUID:
        told = MessageDraft(MessageChannel.SPOKEN, "Test", contact_id=contact())
        return messages.write(told).the("message")

    code = re.compile(r"[a-z][a-z0-9_.]{0,79}")
    wrong = (text for text in texts if not code.fullmatch(text))
    return (
        lambda t: messages.failed(message(), t["fault"]),
        {"fault": Sort(("mail.away", "a", "a.b_1"), (*NO_TEXT, MEGABYTE, "", "a" * 81, *wrong))},
        lambda: [row for row in made() if row["kind"] is MessageStepKind.FAILED],
    )


def _passing(ground: Ground, texts: list[str], made: Rows) -> Opened:
    call = cache(lambda: answered(ground, "line-5"))

    def begin(texts: dict[str, str]) -> None:
        told: dict[str, Any] = {path.removeprefix("draft."): t for path, t in texts.items()}
        draft = TransferDraft(call(), TargetKind.QUEUE, TransferHow.BLIND, **told)
        ground.desk.transfers.begin(draft)

    fields = {
        "draft.number": _numbers(texts, "112", " 112"),
        "draft.queue": one_line(free(texts, QUEUE_LIMIT)),
        "draft.brief": _line(texts, LINE_LIMIT),
    }
    return (
        begin,
        fields,
        lambda: [{f"draft.{name}": text for name, text in row.items()} for row in made()],
    )


def _publishing(ground: Ground, texts: list[str]) -> Opened:
    book = ground.desk.switchboard_terms
    before = len(book.all())

    def publish(texts: dict[str, str]) -> None:
        book.publish(_content(texts), upon=len(book.all()), comment=texts["comment"])

    def found() -> list[dict[str, str]]:
        return [{**_told(each.content), "comment": each.comment} for each in book.all()[before:]]

    return publish, {"comment": _line(texts, LINE_LIMIT), **_terms(texts)}, found


def _content(texts: dict[str, str]) -> SwitchboardContent:
    def at(path: str) -> str:
        return texts[f"content.{path}"]

    own = Greeting(at("greetings.text"), at("greetings.called"), at("greetings.queue"))
    template = Template(at("templates.code"), at("templates.title"), at("templates.text"))
    hours = Hours(
        (Span(1, 480, 1, 1_020, at("day.spans.comment")),),
        (OtherHours(DAY, DAY, comment=at("day.exceptions.comment")),),
    )
    return SwitchboardContent((own, Greeting("Växeln")), (template,), (at("secrecy"),), hours)


def _told(content: SwitchboardContent) -> dict[str, str]:
    own, (template,) = content.greetings[0], content.templates
    return {
        "content.greetings.text": own.text,
        "content.greetings.called": own.called,
        "content.greetings.queue": own.queue,
        "content.templates.code": template.code,
        "content.templates.title": template.title,
        "content.templates.text": template.text,
        "content.secrecy": content.secrecy[0],
        "content.day.spans.comment": content.day.spans[0].comment,
        "content.day.exceptions.comment": content.day.exceptions[0].comment,
    }


def _terms(texts: list[str]) -> dict[str, Sort]:
    braces = [text for text in texts if re.search("[{}]", text)]
    said = one_line(free([text for text in texts if text not in braces], GREETING_LIMIT))
    wrong = [text for text in texts if not _means(text)]
    body = _text([text for text in texts if text not in wrong], TEMPLATE_LIMIT)
    called = _numbers(texts)
    code = re.compile("[a-z0-9][a-z0-9_-]*")
    no_code = (text for text in texts[::9] if not code.fullmatch(text))
    comment = _line(texts, COMMENT_LIMIT)
    return {
        "content.greetings.text": replace(
            said, refused=(*said.refused, "{Namn}", *(t for t in braces if "{namn}" not in t))
        ),
        "content.greetings.called": replace(called, kept=tuple(filter(None, called.kept))),
        "content.greetings.queue": _line(texts, QUEUE_LIMIT),
        "content.templates.code": Sort(
            ("a", "ring-upp", "x_1"), (*NO_TEXT, MEGABYTE, "", "A", "å", "a" * 41, *no_code)
        ),
        "content.templates.title": one_line(free(texts, TITLE_LIMIT)),
        "content.templates.text": replace(body, refused=(*body.refused, "[[namn", *wrong)),
        "content.secrecy": one_line(free(texts, LINE_LIMIT)),
        "content.day.spans.comment": comment,
        "content.day.exceptions.comment": comment,
    }


def _means(text: str) -> bool:
    """Whether it is a snippet's text."""
    try:
        parse(text)
    except SnippetTextWrong:
        return False
    return True
