"""The text fields of telephone directories and absences, for the tests of naughty text."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from kundcenter.domain.mail import mail_address
from kundcenter.domain.phone_numbers import PhoneKind, stored
from kundcenter.domain.switchboard.absences import AbsenceDraft, AbsenceReason
from kundcenter.domain.switchboard.contacts import (
    DIRECTORY_LIMIT,
    KEY_LIMIT,
    ContactDraft,
    ContactNumber,
    NumberKind,
)
from kundcenter.domain.text import LINE_LIMIT
from tests.ground import Ground
from tests.naughty import MEGABYTE, NO_TEXT, Sort, free, one_line, squeezed

Rows = Callable[[], list[dict[str, Any]]]
Opened = tuple[
    Callable[[dict[str, str]], object],
    dict[str, Sort],
    Callable[[], Iterable[Mapping[str, Any]]] | None,
]
PLAIN = ContactDraft("Test", "Test")


def contact_doors(
    ground: Ground, texts: list[str], newly: Callable[[str], Rows]
) -> dict[str, Opened]:
    """By noun and verb, for an operator who edits the directory and answers calls.

    `newly` gives what will have come into a table since it was asked.
    """
    contacts, absences = ground.desk.contacts, ground.desk.absences
    someone = contacts.put(None, PLAIN).the("contact")
    made, away = newly("contacts"), newly("absences")
    line = replace(free(texts, LINE_LIMIT), form=squeezed)
    by_hand = _fields(texts)
    by_file = {**by_hand, "key": _keys(texts, max(len(each.kept) for each in by_hand.values()))}

    def rows(texts: dict[str, str]) -> tuple[ContactDraft, ...]:
        return (_draft(texts, "drafts"),)

    def found(before: str, *, keyed: bool) -> Rows:
        """In the order in which they came: a directory's own ids lie in none."""

        def look() -> list[dict[str, Any]]:
            there = [_row(row, before) for row in made() if bool(row["key"]) is keyed]
            if keyed:
                order = {squeezed_key(text): at for at, text in enumerate(by_file["key"].kept)}
                there.sort(key=lambda row: order[row[f"{before}.key"]])
                for row in there:
                    row["directory"] = row[f"{before}.directory"]
            return there

        return look

    named = replace(by_file["directory"], kept=by_file["directory"].kept)
    incoming = {"directory": named, **{f"drafts.{name}": each for name, each in by_file.items()}}
    return {
        "contacts.put": (
            lambda t: contacts.put(None, _draft(t, "draft")),
            {f"draft.{name}": sort for name, sort in by_hand.items()},
            found("draft", keyed=False),
        ),
        "contacts.plan": (lambda t: contacts.plan(t["directory"], rows(t)), incoming, None),
        "contacts.import_": (
            lambda t: contacts.import_(t["directory"], rows(t)),
            incoming,
            found("drafts", keyed=True),
        ),
        "contacts.retire_others": (
            lambda t: contacts.retire_others(t["directory"], (t["retired"],)),
            {"directory": line, "retired": replace(free(texts, KEY_LIMIT), form=str.strip)},
            None,
        ),
        "absences.set": (
            lambda t: absences.set(
                someone, AbsenceDraft(AbsenceReason.OTHER, comment=t["draft.comment"])
            ),
            {"draft.comment": line},
            lambda: [{"draft.comment": row["comment"]} for row in away()],
        ),
    }


def squeezed_key(text: str) -> str:
    return text.strip()


def _draft(texts: dict[str, str], at: str) -> ContactDraft:
    names = ("directory", "name", "title", "workplace", "municipality", "extension", "email")
    said: dict[str, Any] = {name: texts[f"{at}.{name}"] for name in (*names, "words", "comment")}
    numbers = (ContactNumber(NumberKind.OTHER, texts[f"{at}.numbers.number"]),)
    return ContactDraft(**said, numbers=numbers, key=texts[f"{at}.key"])


def _row(row: dict[str, Any], at: str) -> dict[str, Any]:
    (number,) = json.loads(row["numbers"])
    texts = {**row, "numbers.number": number["number"]}
    return {f"{at}.{name}": text for name, text in texts.items()}


def _fields(texts: list[str]) -> dict[str, Sort]:
    line = replace(free(texts, LINE_LIMIT), form=squeezed)
    good = ("+46701740605", "112", "1177", "070-174 06 05", " 0313900600\n", "3101")
    bad = [text for text in texts if stored(text) is None]
    inner = [text for text in bad if text.strip()]
    no_mail = [text for text in texts[::9] if text.strip() and mail_address(text.strip()) is None]
    return {
        "directory": one_line(free(texts, DIRECTORY_LIMIT)),
        "name": one_line(free(texts, LINE_LIMIT)),
        **dict.fromkeys(("title", "workplace", "municipality", "words", "comment"), line),
        "numbers.number": Sort(
            good, (*NO_TEXT, MEGABYTE, "", "anonymous", "12 34 567", *bad[::9]), _number
        ),
        "extension": Sort(
            ("", " ", "3101", " 44 "),
            (*NO_TEXT, MEGABYTE, "112", "070-174 06 05", *inner[::9]),
            _extension,
        ),
        "email": Sort(
            ("", "test@example.com", " A.B@Example.COM\n"),
            (*NO_TEXT, MEGABYTE, "test", "a@b", *no_mail),
            _address,
        ),
        "key": Sort(("",), (*NO_TEXT, MEGABYTE, "P1")),
    }


def _keys(texts: list[str], many: int) -> Sort:
    """Each is there once, or one row would be a later version of another."""
    kept = {squeezed_key(text): text for text in (f"§{t}" for t in free(texts, KEY_LIMIT - 1).kept)}
    for number in range(many - len(kept)):
        kept[str(number)] = f"§-{number}"
    refused = (*NO_TEXT, MEGABYTE, "", " \n", "x" * (KEY_LIMIT + 1))
    return Sort(tuple(kept.values()), refused, squeezed_key)


def _number(text: str) -> str:
    number = stored(text)
    assert number is not None
    return number.value


def _extension(text: str) -> str:
    if not text.strip():
        return ""
    number = stored(text)
    assert number is not None and number.kind is PhoneKind.EXTENSION
    return number.value


def _address(text: str) -> str:
    return mail_address(text.strip()) or ""
