"""Anchors in a file that lies elsewhere: one JSON object a line, so that lines can be added."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from kundcenter.adapters.durable_files import write_durably
from kundcenter.domain.anchors import Witness
from kundcenter.errors import Unavailable


class WitnessUnreadable(Unavailable):
    """The file of a witness cannot be read, or holds something else.  Facts: why."""

    code = "anchor.witness_unreadable"


class WitnessUnwritten(Unavailable):
    """The file of a witness could not be written.  Facts: why."""

    code = "anchor.witness_unwritten"


def witness_line(witness: Witness) -> str:
    """One line of the file."""
    return msgspec.json.encode(witness, order="sorted").decode()


def write_witness(path: Path, witnesses: Iterable[Witness]) -> None:
    """Write the file, or raise WitnessUnwritten; one that is there is replaced as a whole."""
    try:
        write_durably(path, "".join(f"{witness_line(each)}\n" for each in witnesses).encode())
    except OSError as error:
        raise WitnessUnwritten(why=type(error).__name__) from None


def read_witness(path: Path) -> tuple[Witness, ...]:
    """What the file says.  Raises WitnessUnreadable."""
    try:
        lines = path.read_bytes().splitlines()
        return tuple(msgspec.json.decode(line, type=Witness) for line in lines if line.strip())
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise WitnessUnreadable(why=type(error).__name__) from None
