"""File exchange with a region's call-back system: a folder that both look in.

Out go `till-teleq-000001.csv` and so on, in UTF-8 with a mark; a file that is there is never
changed.  Back come `fran-teleq-*.csv`, which lie in the folder `klara` when they are brought in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from kundcenter.adapters.durable_files import sync_folder, write_durably
from kundcenter.adapters.new_files import FileThere, write_new
from kundcenter.adapters.text_file import decoded_as, read_bytes
from kundcenter.domain.teleq import (
    TELEQ_FILE_LIMIT,
    OutcomeSheet,
    Placement,
    TeleqAway,
    TeleqFileTooLarge,
    read_outcomes,
    written_placements,
)

_OUT = re.compile("till-teleq-([0-9]{6})[.]csv")
_BACK = re.compile("fran-teleq-[0-9A-Za-z_-]{1,40}[.]csv")
_DONE = "klara"
_COUNT = "till-teleq.nummer"
_TRIES = 50  # other desks may write to the folder at the same time
_LAST = 999_999


class TeleqFolder:
    """A TeleqSystem (ports.teleq) whose interface is a folder."""

    def __init__(self, folder: str) -> None:
        self._folder = Path(folder)

    def tell(self, placements: Sequence[Placement]) -> str:
        """The next file with the places; if the last file says the same, that one.

        So a desk that stopped between the file and its own note of it writes none twice.
        Raises TeleqAway, FileUnwritten.
        """
        content = written_placements(placements).encode("utf-8-sig")
        number = self._last()
        if number and self._holds(number, content):
            return _name(number)
        for _ in range(_TRIES):
            number = max(number, self._counted()) + 1
            if number > _LAST:
                break
            # The number first: a file that is fetched at once may be all that was done.
            self._count(number)
            try:
                write_new(self._folder / _name(number), content)
            except FileThere:
                continue
            return _name(number)
        raise TeleqAway(why="numbers")

    def waiting(self) -> tuple[str, ...]:
        """The files that have come back, by their names.  Raises TeleqAway."""
        return tuple(sorted(name for name in self._names() if _BACK.fullmatch(name)))

    def outcomes(self, name: str) -> OutcomeSheet:
        """What a file says.  Raises TextFileAway, TeleqFileTooLarge, NotTextFile."""
        return read_outcome_file(str(self._folder / name))

    def confirm(self, name: str) -> None:
        """Put the file with those that are done.  Raises TeleqAway."""
        try:
            done = self._folder / _DONE
            done.mkdir(exist_ok=True)
            (self._folder / name).replace(_unused(done, name))
            sync_folder(done)
            sync_folder(self._folder)
        except OSError as error:
            raise TeleqAway(why=type(error).__name__) from None

    def _last(self) -> int:
        numbers = [int(match[1]) for name in self._names() if (match := _OUT.fullmatch(name))]
        return max([*numbers, self._counted()])

    def _counted(self) -> int:
        """The last number there was, for whoever fetches the files takes them away."""
        try:
            said = (self._folder / _COUNT).read_text(encoding="ascii").strip()
        except (OSError, ValueError):
            return 0
        return int(said) if re.fullmatch("[0-9]{1,6}", said) else 0

    def _count(self, number: int) -> None:
        if self._counted() >= number:
            return  # another desk has gone further
        with suppress(OSError):  # if the file can be written, that is what counts
            write_durably(self._folder / _COUNT, f"{number}\n".encode())

    def _names(self) -> list[str]:
        try:
            return [each.name for each in self._folder.iterdir()]
        except (OSError, ValueError) as error:
            raise TeleqAway(why=type(error).__name__) from None

    def _holds(self, number: int, content: bytes) -> bool:
        try:
            return (self._folder / _name(number)).read_bytes() == content
        except OSError:
            return False  # somebody has fetched it meanwhile


def _unused(done: Path, name: str) -> Path:
    """Where a file called that goes: what another system numbers anew covers nothing up."""
    stem = name.removesuffix(".csv")
    where, number = done / name, 1
    while where.exists() or where.is_symlink():
        number += 1
        where = done / f"{stem}.{number}.csv"
    return where


def is_folder(path: str) -> bool:
    """Whether there is a folder; a path that no system has is none."""
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):
        return False


def read_outcome_file(path: str) -> OutcomeSheet:
    """What one file says.  Raises TextFileAway, TeleqFileTooLarge, NotTextFile."""
    raw = read_bytes(path, TELEQ_FILE_LIMIT, TeleqFileTooLarge)
    text, encoding = decoded_as(raw)
    return read_outcomes(text, encoding=encoding)


def _name(number: int) -> str:
    return f"till-teleq-{number:06}.csv"
