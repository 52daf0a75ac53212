"""Units out of HSA's XML, read in passing: the file of units, or a saved answer of GetUnit.

The parser is expat with its own handlers: no document type is ever followed, so that no entity is
expanded and no other file is opened; nothing is kept of the document but the unit in hand.
Element names are those of HsaWsResponder:3 (FileGetHsaUnits) and of RIV-TA
infrastructure:directory:organization (GetUnit, DOMAIN §9.6).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO
from xml.parsers import expat

from kundcenter.adapters.hsa_fields import HsaUnit, NotOffered
from kundcenter.domain.triage import CodeSet
from kundcenter.domain.unit_sheets import (
    FILE_LIMIT,
    Gathering,
    RowFault,
    UnitFileTooLarge,
    UnitSheet,
    Wrong,
)
from kundcenter.domain.units import UnitKind

CHUNK = 65_536  # bytes
DEEPEST = 30  # elements within each other; HSA has seven
LONGEST = 100_000  # characters in one element
LONGEST_MARK = 4 * CHUNK  # bytes of one tag: the parser begins at its < again with every chunk

_FILE = "urn:riv:hsa:HsaWsResponder:3 FileGetHsaUnitsResponse"
_ANSWER = "urn:riv:infrastructure:directory:organization:GetUnit"
_UNITS = frozenset({"hsaUnit", "unit"})


class _Enough(Exception):
    """What is left of the document is not looked at."""


def read_markup(
    file: BinaryIO, kind: UnitKind | None = None, codes: CodeSet | None = None
) -> UnitSheet:
    """The units of an open file, from where it stands; `kind` is of whose names do not tell it.

    Raises UnitFileTooLarge; everything else is a fault with its line.
    """
    return _Reader(kind, Gathering(codes)).read(file)


@dataclass(slots=True)
class _Element:
    name: str
    line: int
    text: list[str] = field(default_factory=list)
    length: int = 0


class _Reader:
    def __init__(self, kind: UnitKind | None, gathering: Gathering) -> None:
        self._kind = kind
        self._gathering = gathering
        self._open: list[_Element] = []
        self._found = False  # the element that holds the units
        self._unit: HsaUnit | None = None
        self._unit_depth = 0
        self._encoding = "utf-8"
        self._made_on = ""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.XmlDeclHandler = self._declared
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = self._started
        parser.EndElementHandler = self._ended
        parser.CharacterDataHandler = self._said
        self._parser = parser

    def read(self, file: BinaryIO) -> UnitSheet:
        try:
            taken = 0
            for chunk in _chunks(file):
                taken += len(chunk)
                self._parser.Parse(chunk, False)
                if taken - self._parser.CurrentByteIndex > LONGEST_MARK:
                    self._gathering.fault(self._line, RowFault.TOO_LONG)
                    break
                if self._gathering.full:
                    break
            else:
                self._parser.Parse(b"", True)
                if not self._found:
                    self._gathering.fault(1, RowFault.NOT_HSA)
        except _Enough:
            pass
        except expat.ExpatError as error:
            self._gathering.fault(error.lineno, RowFault.MARKUP)
        except (LookupError, ValueError):  # letters that nobody knows, or of several bytes
            self._gathering.fault(1, RowFault.LETTERS)
        return self._gathering.sheet(self._line, self._encoding)

    @property
    def _line(self) -> int:
        return self._parser.CurrentLineNumber

    def _declared(self, _version: str, encoding: str | None, _standalone: int) -> None:
        self._encoding = (encoding or "utf-8").lower()

    def _doctype(self, *_: object) -> None:
        self._gathering.fault(self._line, RowFault.DOCTYPE)
        raise _Enough

    def _started(self, name: str, _attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        if len(self._open) == DEEPEST:
            self._gathering.fault(self._line, RowFault.NESTED)
            raise _Enough
        if name == _FILE or (space.startswith(_ANSWER) and local == "GetUnitResponse"):
            self._found = True
        elif self._found and self._unit is None and local in _UNITS:
            self._unit = HsaUnit(self._line)
            self._unit_depth = len(self._open)
        elif self._unit is not None:
            self._unit.begin(local)
        self._open.append(_Element(local, self._line))

    def _said(self, text: str) -> None:
        if not self._open:
            return
        element = self._open[-1]
        element.length += len(text)
        if element.length > LONGEST:
            self._gathering.fault(element.line, RowFault.TOO_LONG, element.name)
            raise _Enough
        element.text.append(text)

    def _ended(self, _name: str) -> None:
        element = self._open.pop()
        text = "".join(element.text).strip()
        unit = self._unit
        if unit is None:
            if element.name == "endDate" and self._found:
                self._made_on = text
        elif len(self._open) == self._unit_depth:
            self._unit = None
            self._gather(unit)
        else:
            unit.end(element.name, text, element.line)

    def _gather(self, unit: HsaUnit) -> None:
        try:
            self._gathering.add(unit.line, unit.row(self._kind, self._made_on))
        except NotOffered:
            self._gathering.archived += 1
        except Wrong as wrong:
            self._gathering.refuse(unit.line_of(wrong.column), wrong)
        if self._gathering.full:
            raise _Enough


def _chunks(file: BinaryIO) -> Iterator[bytes]:
    size = 0
    while chunk := file.read(CHUNK):
        size += len(chunk)
        if size > FILE_LIMIT:
            raise UnitFileTooLarge(size=size, limit=FILE_LIMIT)
        yield chunk
