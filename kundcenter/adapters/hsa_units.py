"""Units out of HSA's XML, read in passing: the file of units, or a saved answer of GetUnit.

No document type is followed (`passing_markup`).
Element names are those of HsaWsResponder:3 (FileGetHsaUnits) and of RIV-TA
infrastructure:directory:organization (GetUnit, DOMAIN §9.6).
"""

from __future__ import annotations

from typing import BinaryIO

from kundcenter.adapters.hsa_fields import HsaUnit, NotOffered
from kundcenter.adapters.passing_markup import DEEPEST, LONGEST, Element, Enough, PassingMarkup
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

__all__ = ["DEEPEST", "LONGEST", "read_markup"]

_FILE = ("urn:riv:hsa:HsaWsResponder:3", "FileGetHsaUnitsResponse")
_ANSWER = "urn:riv:infrastructure:directory:organization:GetUnit"
_UNITS = frozenset({"hsaUnit", "unit"})


def read_markup(
    file: BinaryIO, kind: UnitKind | None = None, codes: CodeSet | None = None
) -> UnitSheet:
    """The units of an open file, from where it stands; `kind` is of whose names do not tell it.

    Raises UnitFileTooLarge; everything else is a fault with its line.
    """
    return _Reader(kind, Gathering(codes)).read(file)


class _Reader(PassingMarkup):
    def __init__(self, kind: UnitKind | None, gathering: Gathering) -> None:
        super().__init__()
        self._kind = kind
        self._gathering = gathering
        self._found = False  # the element that holds the units
        self._unit: HsaUnit | None = None
        self._unit_depth = 0
        self._made_on = ""

    def read(self, file: BinaryIO) -> UnitSheet:
        if self.feed(file, FILE_LIMIT, UnitFileTooLarge) and not self._found:
            self.fault(1, RowFault.NOT_HSA)
        return self._gathering.sheet(self.line, self.encoding)

    def fault(self, line: int, fault: RowFault, name: str = "") -> None:
        self._gathering.fault(line, fault, name)

    def full(self) -> bool:
        return self._gathering.full

    def begin(self, element: Element) -> None:
        space, name = element.space, element.name
        if (space, name) == _FILE or (space.startswith(_ANSWER) and name == "GetUnitResponse"):
            self._found = True
        elif self._found and self._unit is None and name in _UNITS:
            self._unit = HsaUnit(element.line)
            self._unit_depth = len(self.open)
        elif self._unit is not None:
            self._unit.begin(name)

    def end(self, element: Element, text: str) -> None:
        unit = self._unit
        if unit is None:
            if element.name == "endDate" and self._found:
                self._made_on = text
        elif len(self.open) == self._unit_depth:
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
            raise Enough
