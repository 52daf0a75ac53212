"""The region's terms of the switchboard: greetings, hours of day, templates, the secrecy card.

An edition is never changed; the latest is in force.  Before the first is published the defaults
below are, which are invented and marked as demonstration.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from kundcenter.domain.opening import Hours
from kundcenter.domain.phone_numbers import stored
from kundcenter.domain.snippet_text import SnippetTextWrong, parse
from kundcenter.domain.switchboard.modes import Mode
from kundcenter.domain.text import TextInvalid, checked, line
from kundcenter.errors import Conflict, NotFound, Refused

MOST_GREETINGS = 500
MOST_TEMPLATES = 200
MOST_RULES = 40  # lines of the secrecy card
GREETING_LIMIT = 300  # characters
TEMPLATE_LIMIT = 2_000
TITLE_LIMIT = 80
QUEUE_LIMIT = 80
NAME = "{namn}"  # where the operator's given name stands in a greeting

_CODE = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")


class SwitchboardTermsNotFound(NotFound):
    """No edition has the id.  Facts: id."""

    code = "switchboard_terms.not_found"


class SwitchboardTermsInvalid(Refused):
    """The edition cannot be published as it is.

    Facts: field ("greetings", "called", "queue", "greeting", "templates", "code", "title", "text",
    "secrecy", "day"), row (from 1; 0 when it is not about one row).
    """

    code = "switchboard_terms.invalid"


class SwitchboardTermsStale(Conflict):
    """Somebody has published an edition meanwhile.  Facts: number."""

    code = "switchboard_terms.stale"


@dataclass(frozen=True, slots=True)
class Greeting:
    """What is said first.  `called` (as in PhoneNumber) and `queue` empty: whichever.

    The one that names the called number goes before one that names the queue, that before one
    that names neither; within these the one of the mode before one of every mode (None).
    `{namn}` in the text is the operator's given name.
    """

    text: str
    called: str = ""
    queue: str = ""
    mode: Mode | None = None


@dataclass(frozen=True, slots=True)
class Template:
    """A message with holes: `[[namn]]`, as in snippets.  `ended`: not offered any more."""

    code: str
    title: str
    text: str
    urgent: bool = False
    ended: bool = False


@dataclass(frozen=True, slots=True)
class SwitchboardContent:
    """What an edition holds.  `day` are the hours of the mode DAY; all else is night."""

    greetings: tuple[Greeting, ...]
    templates: tuple[Template, ...]
    secrecy: tuple[str, ...]  # the rule card, a line each
    day: Hours


@dataclass(frozen=True, slots=True)
class SwitchboardTerms:
    """One edition.  `demonstration` says that it was invented and is to be replaced."""

    id: UUID
    number: int
    content: SwitchboardContent
    published_at: datetime
    published_by: UUID
    comment: str = ""
    demonstration: bool = False


def checked_content(content: SwitchboardContent) -> SwitchboardContent:
    """What an edition keeps: no two greetings for the same, and one for every call.

    Raises SwitchboardTermsInvalid, HoursInvalid, HoursTooMany, TextInvalid (facts also row).
    """
    day = content.day.checked()
    if not day.spans:
        raise SwitchboardTermsInvalid(field="day", row=0)
    return SwitchboardContent(
        greetings=_greetings(content.greetings),
        templates=_templates(content.templates),
        secrecy=_rules(content.secrecy),
        day=day,
    )


def greeting_for(
    content: SwitchboardContent, called: str | None, queue: str | None, mode: Mode, name: str
) -> str:
    """What is said first in a call to the number and by the queue; `name` is a given name.

    `called` is as in PhoneNumber.  Nothing when no greeting is for such a call.
    """
    fitting = [each for each in content.greetings if _fits(each, called, queue, mode)]
    if not fitting:
        return ""
    best = max(fitting, key=lambda each: (each.called != "", each.queue != "", each.mode is mode))
    return " ".join(best.text.replace(NAME, name).split())


def offered(content: SwitchboardContent) -> tuple[Template, ...]:
    """The templates to write a message from."""
    return tuple(each for each in content.templates if not each.ended)


def _fits(greeting: Greeting, called: str | None, queue: str | None, mode: Mode) -> bool:
    return (
        greeting.called in {"", called}
        and _folded(greeting.queue) in {"", _folded(queue or "")}
        and greeting.mode in {None, mode}
    )


def _greetings(greetings: Iterable[Greeting]) -> tuple[Greeting, ...]:
    good: list[Greeting] = []
    met: set[tuple[str, str, Mode | None]] = set()
    for row, each in enumerate(greetings, 1):
        if row > MOST_GREETINGS:
            raise SwitchboardTermsInvalid(field="greetings", row=row)
        number = stored(each.called) if each.called.strip() else None
        if number is None and each.called.strip():
            raise SwitchboardTermsInvalid(field="called", row=row)
        told = replace(
            each,
            text=_line(each.text, "greeting", row, GREETING_LIMIT),
            called=number.value if number else "",
            queue=_line(each.queue, "queue", row, QUEUE_LIMIT),
        )
        if not told.text or re.search(r"[{}]", told.text.replace(NAME, "")):
            raise SwitchboardTermsInvalid(field="greeting", row=row)
        key = (told.called, _folded(told.queue), told.mode)
        if key in met:
            raise SwitchboardTermsInvalid(field="greetings", row=row)
        met.add(key)
        good.append(told)
    whichever = {mode for called, queue, mode in met if not called and not queue}
    if None not in whichever and not whichever >= set(Mode):
        raise SwitchboardTermsInvalid(field="greetings", row=0)
    return tuple(good)


def _templates(templates: Iterable[Template]) -> tuple[Template, ...]:
    good: list[Template] = []
    met: set[str] = set()
    for row, each in enumerate(templates, 1):
        if row > MOST_TEMPLATES:
            raise SwitchboardTermsInvalid(field="templates", row=row)
        if not _CODE.fullmatch(each.code) or each.code in met:
            raise SwitchboardTermsInvalid(field="code", row=row)
        title = _line(each.title, "title", row, TITLE_LIMIT)
        if not title:
            raise SwitchboardTermsInvalid(field="title", row=row)
        try:
            text = checked(each.text, "text", limit=TEMPLATE_LIMIT).strip()
            parse(text)
        except TextInvalid as wrong:
            raise TextInvalid(**wrong.facts, row=row) from None
        except SnippetTextWrong:
            raise SwitchboardTermsInvalid(field="text", row=row) from None
        if not text:
            raise SwitchboardTermsInvalid(field="text", row=row)
        met.add(each.code)
        good.append(replace(each, title=title, text=text))
    return tuple(good)


def _rules(rules: Iterable[str]) -> tuple[str, ...]:
    good: list[str] = []
    for row, each in enumerate(rules, 1):
        told = _line(each, "secrecy", row)
        if not told or row > MOST_RULES:
            raise SwitchboardTermsInvalid(field="secrecy", row=row)
        good.append(told)
    return tuple(good)


def _line(text: str, field: str, row: int, limit: int = GREETING_LIMIT) -> str:
    try:
        return line(text, field, limit=limit)
    except TextInvalid as wrong:
        raise TextInvalid(**wrong.facts, row=row) from None


def _folded(queue: str) -> str:
    return queue.casefold()
