"""A telephone directory in a table of text or in JSON: rows become contacts, or faults.

The headings name the columns, in Swedish or English, in any order; docs/contacts.md tells them
all.  What a file does not name stays as it is.  A hidden number is never written to a file.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kundcenter.domain.mail import mail_address
from kundcenter.domain.phone_numbers import PhoneKind, PhoneNumberInvalid, stored
from kundcenter.domain.records import records, written_table
from kundcenter.domain.switchboard.contact_sheets import (
    FILE_LIMIT,
    ContactFileTooLarge,
    ContactSheet,
    Gathering,
    IncomingContact,
    RowFault,
    Unusable,
)
from kundcenter.domain.switchboard.contact_words import numbers_in, numbers_text
from kundcenter.domain.switchboard.contacts import (
    KEY_LIMIT,
    Contact,
    ContactDraft,
    ContactKind,
    ContactNumber,
    NumberKind,
)
from kundcenter.domain.text import LINE_LIMIT
from kundcenter.domain.unit_cells import guarded, unguarded
from kundcenter.domain.unit_sheets import Wrong, hsa_id_of, one_line

_KINDS = {
    **dict.fromkeys(("", "person"), ContactKind.PERSON),
    **dict.fromkeys(("funktion", "function"), ContactKind.FUNCTION),
}
HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Column:
    """One heading: how a cell is read, and how one is written.  Without `write`: read only."""

    key: str
    headings: tuple[str, ...]  # the first is written
    read: Callable[[str], Any]
    write: Callable[[Contact, str], str] | None  # with the HSA-id of the contact's unit
    needed: bool = False

    @property
    def heading(self) -> str:
        return self.headings[0]


def read_contacts(text: str, *, encoding: str = "") -> ContactSheet:
    """The rows of a text: JSON when it begins with [ or {, else with separators.

    Never raises but ContactFileTooLarge.
    """
    if len(text) > FILE_LIMIT:
        raise ContactFileTooLarge(size=len(text), limit=FILE_LIMIT)
    text = text.removeprefix("\ufeff")
    if text.lstrip()[:1] in {"[", "{"}:
        return _read_json(text, encoding)
    return _read_table(text, encoding)


def written(contacts: Iterable[Contact], units: Mapping[Any, str]) -> str:
    """The rows as such a table; read in again it changes nothing.  `units`: HSA-ids by id."""
    columns = [column for column in COLUMNS if column.write is not None]
    rows = (tuple(guarded(cell) for cell in _cells(columns, each, units)) for each in contacts)
    return written_table(tuple(column.heading for column in columns), rows)


def written_json(contacts: Iterable[Contact], units: Mapping[Any, str]) -> str:
    """The same as JSON, a row an object."""
    columns = [column for column in COLUMNS if column.write is not None]
    headings = [column.heading for column in columns]
    rows = [dict(zip(headings, _cells(columns, each, units), strict=True)) for each in contacts]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def _cells(columns: list[Column], contact: Contact, units: Mapping[Any, str]) -> list[str]:
    hsa_id = units.get(contact.told.unit_id, "")
    return [column.write(contact, hsa_id) for column in columns if column.write is not None]


# -- reading -----------------------------------------------------------------------------------


def _read_table(text: str, encoding: str) -> ContactSheet:
    lines = records(text)
    began, headings = next(lines, (1, []))
    gathering = Gathering()
    columns = _columns(began, headings, gathering)
    if columns is None:
        return gathering.sheet(began, encoding)
    line = began
    for line, cells in lines:
        if cells is not None and not any(cell.strip() for cell in cells):
            continue
        try:
            gathering.add(_incoming(line, _by_column(cells, columns)))
        except Unusable as wrong:
            gathering.refuse(line, wrong)
        if gathering.full:
            break
    return gathering.sheet(line, encoding)


def _read_json(text: str, encoding: str) -> ContactSheet:
    gathering = Gathering()
    try:
        rows = json.loads(text)
    except (ValueError, RecursionError):
        gathering.fault(1, RowFault.JSON)
        return gathering.sheet(1, encoding)
    if not isinstance(rows, list):
        gathering.fault(1, RowFault.JSON)
        return gathering.sheet(1, encoding)
    for number, row in enumerate(rows, start=1):
        try:
            gathering.add(_incoming(number, _by_name(row)))
        except Unusable as wrong:
            gathering.refuse(number, wrong)
        if gathering.full:
            break
    return gathering.sheet(len(rows), encoding)


def _by_name(row: object) -> dict[str, tuple[Column, str]]:
    """The cells of an object; a list of texts is one cell with commas."""
    if not isinstance(row, dict):
        raise Unusable(RowFault.JSON)
    found: dict[str, tuple[Column, str]] = {}
    for name, value in row.items():
        column = _BY_HEADING.get(" ".join(str(name).lower().split()))
        if column is None or column.key in found:
            raise Unusable(
                RowFault.HEADING if column is None else RowFault.HEADING_TWICE, _told(str(name))
            )
        parts = value if isinstance(value, list) else [value]
        if not all(part is None or isinstance(part, str) for part in parts):
            raise Unusable(RowFault.JSON, column.heading)
        found[column.key] = column, ", ".join(part for part in parts if part)
    for column in COLUMNS:
        if column.needed and column.key not in found:
            raise Unusable(RowFault.NO_HEADINGS, column.heading)
    return found


def _by_column(cells: list[str] | None, columns: list[Column]) -> dict[str, tuple[Column, str]]:
    if cells is None:
        raise Unusable(RowFault.QUOTES)
    while len(cells) > len(columns) and not cells[-1].strip():
        cells.pop()
    if len(cells) != len(columns):
        raise Unusable(RowFault.CELLS)
    pairs = zip(columns, cells, strict=True)
    return {column.key: (column, unguarded(cell)) for column, cell in pairs}


def _columns(line: int, headings: list[str] | None, gathering: Gathering) -> list[Column] | None:
    """What each column is; None when the headings have faults, which are then told."""
    if headings is None:
        gathering.fault(line, RowFault.QUOTES)
        return None
    while headings and not headings[-1].strip():
        headings.pop()  # what a spreadsheet leaves behind
    found: list[Column] = []
    sound = True
    for heading in headings:
        column = _BY_HEADING.get(" ".join(heading.lower().split()))
        if column is None or column in found:
            fault = RowFault.HEADING if column is None else RowFault.HEADING_TWICE
            gathering.fault(line, fault, _told(heading))
            sound = False
        else:
            found.append(column)
    for column in COLUMNS:
        if column.needed and column not in found:
            gathering.fault(line, RowFault.NO_HEADINGS, column.heading)
            sound = False
    return found if sound else None


def _told(heading: str) -> str:
    """The beginning of a heading that is not ours, with no sign that steers a terminal."""
    return "".join(each if each.isprintable() else "\ufffd" for each in heading.strip()[:50])


def _incoming(line: int, cells: dict[str, tuple[Column, str]]) -> IncomingContact:
    said: dict[str, Any] = {}
    for key, (column, cell) in cells.items():
        try:
            said[key] = column.read(cell)
        except Wrong as wrong:
            raise Unusable(RowFault(wrong.fault.value), column.heading) from None
        except Unusable as wrong:
            raise Unusable(wrong.fault, column.heading) from None
    numbers = tuple(each for key in _NUMBER_KEYS for each in said.pop(key, ()))
    hsa_id = said.pop("unit", "")
    draft = ContactDraft(directory="", numbers=numbers, **said)
    return IncomingContact(line, draft, frozenset(cells) - {"key"}, hsa_id)


def _needed(text: str) -> str:
    found = one_line(text)
    if not found:
        raise Unusable(RowFault.MISSING)
    return found


def _key(text: str) -> str:
    found = _needed(text)
    if len(found) > KEY_LIMIT:
        raise Unusable(RowFault.TOO_LONG)
    return found


def _kind(text: str) -> ContactKind:
    word = one_line(text).lower()
    if word not in _KINDS:
        raise Unusable(RowFault.KIND)
    return _KINDS[word]


def _hsa_id(text: str) -> str:
    return hsa_id_of(text) if text.strip() else ""


def _extension(text: str) -> str:
    if not text.strip():
        return ""
    number = stored(one_line(text))
    if number is None or number.kind is not PhoneKind.EXTENSION:
        raise Unusable(RowFault.PHONE)
    return number.value


def _email(text: str) -> str:
    found = one_line(text)
    address = mail_address(found) if found else ""
    if address is None:
        raise Unusable(RowFault.MAIL)
    return address


def _numbers(
    kind: NumberKind, *, hidden: bool = False
) -> Callable[[str], tuple[ContactNumber, ...]]:
    def read(text: str) -> tuple[ContactNumber, ...]:
        try:
            return numbers_in(text, kind, hidden=hidden)
        except PhoneNumberInvalid:
            raise Unusable(RowFault.PHONE) from None

    return read


def _shown(kind: NumberKind) -> Callable[[Contact, str], str]:
    return lambda contact, _: numbers_text(contact.told.numbers, kind)


def _field(name: str) -> Callable[[Contact, str], str]:
    return lambda contact, _: str(getattr(contact.told, name))


def _text(key: str, *headings: str) -> Column:
    return Column(key, headings, lambda text: one_line(text, limit=LINE_LIMIT), _field(key))


_KIND_WORDS = {ContactKind.PERSON: "person", ContactKind.FUNCTION: "funktion"}

COLUMNS = (
    Column("key", ("nyckel", "key", "id"), _key, _field("key"), needed=True),
    Column("name", ("namn", "name"), _needed, _field("name"), needed=True),
    Column("kind", ("typ", "kind", "type"), _kind, lambda each, _: _KIND_WORDS[each.told.kind]),
    _text("title", "titel", "title"),
    Column("unit", ("enhet", "unit", "hsa-id"), _hsa_id, lambda _, hsa_id: hsa_id),
    _text("workplace", "arbetsplats", "workplace"),
    _text("municipality", "kommun", "municipality"),
    Column(
        "extension",
        ("anknytning", "extension"),
        _extension,
        lambda each, _: each.told.shown_extension,
    ),
    Column("desk", ("telefon", "phone"), _numbers(NumberKind.DESK), _shown(NumberKind.DESK)),
    Column("mobile", ("mobil", "mobile"), _numbers(NumberKind.MOBILE), _shown(NumberKind.MOBILE)),
    Column("pager", ("sökare", "pager"), _numbers(NumberKind.PAGER), _shown(NumberKind.PAGER)),
    Column(
        "other",
        ("annat nummer", "other number"),
        _numbers(NumberKind.OTHER),
        _shown(NumberKind.OTHER),
    ),
    Column(
        HIDDEN,
        ("dolda nummer", "hidden numbers"),
        _numbers(NumberKind.OTHER, hidden=True),
        None,
    ),
    Column("email", ("e-post", "epost", "email", "e-mail"), _email, _field("email")),
    _text("words", "sökord", "words"),
    _text("comment", "anmärkning", "comment"),
)
_NUMBER_KEYS = ("desk", "mobile", "pager", "other", HIDDEN)
_BY_HEADING = {heading: column for column in COLUMNS for heading in column.headings}
