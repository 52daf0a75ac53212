"""A file of units, whichever it is: HSA's XML, or a table of text."""

from __future__ import annotations

from kundcenter.adapters.hsa_units import read_markup
from kundcenter.adapters.text_file import BEGINNING, decoded_as, is_markup, opened, read_bytes
from kundcenter.domain.triage import CodeSet
from kundcenter.domain.unit_files import read_units
from kundcenter.domain.unit_sheets import FILE_LIMIT, UnitFileTooLarge, UnitSheet
from kundcenter.domain.units import UnitKind


def read_unit_file(
    path: str, kind: UnitKind | None = None, codes: CodeSet | None = None
) -> UnitSheet:
    """The units of a file; `kind` is of those that do not tell their own, `codes` has the contact
    reasons that may stand there.

    What begins with < is XML, whatever its name.  Raises TextFileAway, UnitFileTooLarge,
    NotTextFile.
    """
    with opened(path) as file:
        if is_markup(file.read(BEGINNING)):
            file.seek(0)
            return read_markup(file, kind, codes)
    text, encoding = decoded_as(read_bytes(path, FILE_LIMIT, UnitFileTooLarge))
    return read_units(text, kind, codes=codes, encoding=encoding)
