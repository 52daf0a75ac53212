"""People and functions that calls are passed on to: one row of a telephone directory.

Several directories lie side by side, each by its name: the region's, a municipality's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID, uuid5

from kundcenter.domain.mail import mail_address
from kundcenter.domain.phone_numbers import PhoneKind, stored
from kundcenter.domain.text import LINE_LIMIT, TextInvalid, checked, line
from kundcenter.errors import Conflict, NotFound, Refused

MOST_NUMBERS = 8
IMPORT_LIMIT = 500  # contacts in one operation
DIRECTORY_LIMIT = 60  # characters of a directory's name
KEY_LIMIT = 100
_ROWS = UUID("8a1f5a2e-4c0d-5f0b-9d53-6b0f2a7c31e4")


class ContactNotFound(NotFound):
    """No contact has the id.  Facts: id."""

    code = "contact.not_found"


class ContactStale(Conflict):
    """Somebody has changed the contact since.  Facts: id, number (the latest's)."""

    code = "contact.stale"


class ContactsTooMany(Refused):
    """More contacts at once than one operation takes.  Facts: count, limit."""

    code = "contact.too_many"


class ContactFault(StrEnum):
    """What is wrong with a field."""

    EMPTY = "empty"
    PHONE = "phone"  # no number that could be dialled
    MAIL = "mail"
    MANY = "many"
    TWICE = "twice"  # two of one import have the same key
    FIXED = "fixed"  # what a directory calls its rows is not changed by hand


class ContactInvalid(Refused):
    """A field cannot be kept.

    Facts: field, fault; of a number also at (which, from 1); when several come in together also
    row (from 1).
    """

    code = "contact.invalid"


class ContactKind(StrEnum):
    PERSON = "PERSON"
    FUNCTION = "FUNKTION"  # a reception, a duty telephone, an office


class NumberKind(StrEnum):
    DESK = "BORD"
    MOBILE = "MOBIL"
    PAGER = "SOKARE"
    OTHER = "ANNAT"


@dataclass(frozen=True, slots=True)
class ContactNumber:
    """`hidden`: callers are connected to it, but it is neither shown nor said."""

    kind: NumberKind
    number: str = field(repr=False)  # as in PhoneNumber
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class ContactDraft:
    """What a directory says of somebody.

    `directory` is its name; `key` is what the directory itself calls the row, empty for one
    written by hand.  `extension` is the telephone of our own exchange whose state is known.
    `words` are other words to be found by.
    """

    directory: str
    name: str = field(repr=False)
    kind: ContactKind = ContactKind.PERSON
    title: str = ""
    unit_id: UUID | None = None
    workplace: str = ""
    municipality: str = ""
    numbers: tuple[ContactNumber, ...] = field(default=(), repr=False)
    extension: str = field(default="", repr=False)
    email: str = field(default="", repr=False)
    words: str = ""
    comment: str = ""
    key: str = ""

    def checked(self) -> ContactDraft:
        """The draft as it is stored.  Raises ContactInvalid, TextInvalid."""
        if len(self.numbers) > MOST_NUMBERS:
            raise ContactInvalid(field="numbers", fault=ContactFault.MANY)
        return replace(
            self,
            directory=_needed(self.directory, "directory", limit=DIRECTORY_LIMIT),
            name=_needed(self.name, "name"),
            title=line(self.title, "title"),
            workplace=line(self.workplace, "workplace"),
            municipality=line(self.municipality, "municipality"),
            numbers=_numbers(self.numbers),
            extension=_extension(self.extension),
            email=_email(self.email),
            words=line(self.words, "words"),
            comment=line(self.comment, "comment"),
            key=checked(self.key.strip(), "key", limit=KEY_LIMIT),
        )

    @property
    def shown_numbers(self) -> tuple[ContactNumber, ...]:
        """Those that may be seen and said."""
        return tuple(each for each in self.numbers if not each.hidden)

    def without_hidden(self) -> ContactDraft:
        """As whoever connects nobody may have it."""
        return replace(self, numbers=self.shown_numbers, extension=self.shown_extension)

    @property
    def shown_extension(self) -> str:
        """The extension, unless it is one of the hidden numbers."""
        hidden = {each.number for each in self.numbers if each.hidden}
        return "" if self.extension in hidden else self.extension

    @property
    def first_number(self) -> str:
        """What is dialled to reach them; it may be one that is hidden.  Empty: there is none."""
        return self.extension or next((each.number for each in self.numbers), "")


@dataclass(frozen=True, slots=True)
class Contact:
    """One version of a row; `number` counts them."""

    id: UUID
    told: ContactDraft
    number: int = 1
    changed_at: datetime | None = None
    changed_by: UUID | None = None
    retired_at: datetime | None = None

    @property
    def name(self) -> str:
        return self.told.name

    def reworded(self, told: ContactDraft, at: datetime, by: UUID) -> Contact:
        """The next version; a row that was found no more is in use again."""
        return Contact(self.id, told, self.number + 1, at, by)

    def retired(self, at: datetime, by: UUID) -> Contact:
        """Found no more; what it was is kept."""
        return replace(self, number=self.number + 1, changed_at=at, changed_by=by, retired_at=at)


@dataclass(frozen=True, slots=True)
class ContactPlan:
    """What an import would do: which are new, which change a row, how many are the same."""

    new: tuple[ContactDraft, ...] = ()
    changed: tuple[tuple[Contact, ContactDraft], ...] = ()
    same: int = 0


def checked_rows(directory: str, drafts: Iterable[ContactDraft]) -> tuple[ContactDraft, ...]:
    """Rows of one directory as they are stored, each with a key of its own.

    The facts of what is wrong have also row (from 1).  Raises ContactsTooMany, ContactInvalid,
    TextInvalid.
    """
    rows, directory = tuple(drafts), line(directory, "directory")
    must_be_few(len(rows))
    found: dict[str, ContactDraft] = {}
    for row, draft in enumerate(rows, start=1):
        try:
            told = draft.checked()
            if told.directory != directory:
                raise ContactInvalid(field="directory", fault=ContactFault.FIXED)
            _needed(told.key, "key", limit=KEY_LIMIT)
            if told.key in found:
                raise ContactInvalid(field="key", fault=ContactFault.TWICE)
        except (ContactInvalid, TextInvalid) as wrong:
            raise type(wrong)(**wrong.facts, row=row) from None
        found[told.key] = told
    return tuple(found.values())


def checked_keys(keys: Iterable[str]) -> tuple[str, ...]:
    """What a directory calls some of its rows.  Raises ContactsTooMany, TextInvalid."""
    found = tuple(dict.fromkeys(checked(key.strip(), "key", limit=KEY_LIMIT) for key in keys))
    must_be_few(len(found))
    return found


def id_of_key(directory: str, key: str) -> UUID:
    """The one id of a directory's row: two desks that bring in the same file make the same rows."""
    return uuid5(_ROWS, f"{directory}\0{key}")


def must_keep_key(told: ContactDraft, older: Contact | None) -> None:
    """Raise ContactInvalid for a row written by hand that has a directory's key, or loses it."""
    if older is None or not older.told.key:
        if told.key:
            raise ContactInvalid(field="key", fault=ContactFault.FIXED)
        return
    for name in ("key", "directory"):
        if getattr(told, name) != getattr(older.told, name):
            raise ContactInvalid(field=name, fault=ContactFault.FIXED)


def must_be_few(count: int) -> None:
    """Raise ContactsTooMany for more than one operation takes."""
    if count > IMPORT_LIMIT:
        raise ContactsTooMany(count=count, limit=IMPORT_LIMIT)


def planned(there: Mapping[str, Contact], rows: Iterable[ContactDraft]) -> ContactPlan:
    """What bringing in the checked rows would do to those that are there, by their keys."""
    new: list[ContactDraft] = []
    changed: list[tuple[Contact, ContactDraft]] = []
    same = 0
    for told in rows:
        older = there.get(told.key)
        if older is None:
            new.append(told)
        elif older.told != told or older.retired_at is not None:
            changed.append((older, told))
        else:
            same += 1
    return ContactPlan(tuple(new), tuple(changed), same)


def _needed(text: str, name: str, *, limit: int = LINE_LIMIT) -> str:
    found = line(text, name, limit=limit)
    if not found:
        raise ContactInvalid(field=name, fault=ContactFault.EMPTY)
    return found


def _numbers(numbers: Iterable[ContactNumber]) -> tuple[ContactNumber, ...]:
    """Each once; one that is hidden anywhere in the row is hidden."""
    found: dict[str, ContactNumber] = {}
    for at, each in enumerate(numbers, start=1):
        number = stored(each.number)
        if number is None:
            raise ContactInvalid(field="numbers", fault=ContactFault.PHONE, at=at)
        first = found.get(number.value)
        hidden = each.hidden or (first is not None and first.hidden)
        kind = each.kind if first is None else first.kind
        found[number.value] = ContactNumber(kind, number.value, hidden)
    return tuple(found.values())


def _extension(text: str) -> str:
    if not text.strip():
        return ""
    number = stored(text)
    if number is None or number.kind is not PhoneKind.EXTENSION:
        raise ContactInvalid(field="extension", fault=ContactFault.PHONE)
    return number.value


def _email(text: str) -> str:
    if not text.strip():
        return ""
    address = mail_address(text.strip())
    if address is None:
        raise ContactInvalid(field="email", fault=ContactFault.MAIL)
    return address
