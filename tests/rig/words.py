"""What the processes of a world have written where people may read it (C14 and C18).

C14: not a word of a note is anywhere on a desk's machine, in its temporary files or in a log.
C18: no log has an unexpected word of error, anybody's number, or a secret.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from kundcenter.centre.config import SECRET
from kundcenter.domain.identity import parse
from kundcenter.errors import KundcenterError
from tests.faults.checks import readable
from tests.ground import CHILD, MAN, NUMBER, PASSWORD, WOMAN
from tests.profiles import PASSPHRASE
from tests.rig.work import CANARY

CANARIES = (CANARY, "gul jacka", "Ring upp patienten", WOMAN, MAN, CHILD, PASSWORD, PASSPHRASE)
SECRETS = (*CANARIES, "Ring upp", WOMAN[2:], MAN[2:], NUMBER, NUMBER[1:])
DAY = date(2026, 11, 21)

_WRONG = re.compile(r"\b(ERROR|CRITICAL|FATAL|PANIC)\b|Traceback|^\w*(Error|Exception)\b")
_DIGITS = re.compile(r"(?<![\w.-])(?:\d{2})?\d{6}[-+]?\d{4}(?![\w.-])")
# Words of error that belong to the fault itself.
EXPECTED = (
    # PostgreSQL, killed, stopped or told to end a backend
    "the database system is starting up",
    "the database system is not yet accepting connections",
    "the database system is shutting down",
    "the database system is in recovery mode",
    "terminating connection due to administrator command",
    "terminating connection because of crash of another server process",
    "canceling statement due to statement timeout",
    "canceling statement due to lock timeout",
    "terminating connection due to idle-in-transaction timeout",
    "terminating connection due to unexpected postmaster exit",
    # two desks wrote the same row at the same time: the centre does it again
    "could not serialize access due to",
)
KILLED_SERVICE = "connection to client lost"  # while it was being answered


def logs(folder: Path) -> list[Path]:
    """Every file below the folder in which a process says what it does."""
    return [
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and (path.suffix == ".err" or path.parent.name == "logs")
    ]


def c14_nothing_readable(folder: Path, *more: Path) -> Iterator[str]:
    """No word of a note, no number and no password in any file of desks and services.

    `more` are single files beside the folder: the log of PostgreSQL, whose own data are in clear.
    """
    for canary in CANARIES:
        for name in readable(folder, canary):
            yield f"C14: {name} has {canary!r}"
        for path in more:
            if readable(path, canary):
                yield f"C14: {path.name} has {canary!r}"


def c18_logs(
    folder: Path,
    *more: Path,
    expected: tuple[str, ...] = EXPECTED,
    secrets: Sequence[str] = (),
) -> Iterator[str]:
    """No unexpected word of error in any log, and nobody's name, number or secret."""
    for path in (*logs(folder), *more):
        told = path.read_text(errors="replace")
        for secret in (*SECRETS, *secrets):
            if secret in told:
                line = next(line for line in told.splitlines() if secret in line)
                yield f"C18: {path.name} has {secret!r}: {line[:160]}"
        for number in personal_numbers(told):
            yield f"C18: {path.name} has a personal number, {number}"
        wrong = [
            line
            for line in told.splitlines()
            if _WRONG.search(line) and not any(each in line for each in expected)
        ]
        for line in wrong[:5]:
            yield f"C18: {path.name}: {line[:300]}"


def personal_numbers(told: str) -> list[str]:
    """What in the text is the number of a person, by its date and its last digit."""
    return [each for each in _DIGITS.findall(told) if _is_a_persons(each)]


def _is_a_persons(digits: str) -> bool:
    try:
        return bool(parse(digits, DAY))
    except KundcenterError:
        return False


def secrets_of(folder: Path) -> tuple[str, ...]:
    """The centre's secret, in the spellings in which it could be told."""
    secret = (folder / SECRET).read_bytes()
    return (secret.hex(), secret.hex().upper(), repr(secret)[2:-1])
