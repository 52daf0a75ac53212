"""`kundcenter check`: what the program makes of a list of numbers, one JSON object a line."""

from __future__ import annotations

import argparse
import codecs
import contextlib
import json
import os
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import BinaryIO

from kundcenter.cli.words import say
from kundcenter.domain.calendar import local
from kundcenter.domain.identity import PersonIdInvalid, Reason, parse

LINE_LIMIT = 1000  # bytes; longer lines are cut, so that any file can be read in little memory


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `check` to the program's commands.

    The parsed arguments hold `run`, which is called with them and returns the exit code.
    """
    check = commands.add_parser(
        "check",
        help=say("kontrollera uppgifter i en fil", "check what is in a file"),
    )
    subjects = check.add_subparsers(dest="subject", required=True, metavar=say("VAD", "WHAT"))
    ids = subjects.add_parser(
        "ids",
        help=say("personnummer och andra personidentiteter", "personal identity numbers"),
        description=say(
            "Läser ett nummer per rad (UTF-8) och skriver ett JSON-objekt per rad: tolkningen,"
            " eller skälet till att numret inte godtas.",
            "Reads one number a line (UTF-8) and writes one JSON object a line: how it was"
            " understood, or why it was not accepted.",
        ),
    )
    ids.add_argument(
        "file",
        metavar=say("FIL", "FILE"),
        help=say("filen; - läser standard in", "the file; - reads standard input"),
    )
    ids.add_argument(
        "--today",
        type=_day,
        metavar=say("DATUM", "DATE"),
        help=say("räkna ålder per den dagen, ÅÅÅÅ-MM-DD", "count ages on this day, YYYY-MM-DD"),
    )
    ids.set_defaults(run=check_ids)


def check_ids(arguments: argparse.Namespace) -> int:
    """Exit code 0 when the whole file was read, whatever was in it; 2 when it cannot be read."""
    today = arguments.today or local(datetime.now(UTC)).date()
    try:
        with _opened(arguments.file) as stream:
            for line in _lines(stream):
                print(json.dumps(_answer(line, today)))
        sys.stdout.flush()
    except BrokenPipeError:  # `| head` has seen enough; what is left must not fail at exit
        with Path(os.devnull).open("wb") as nowhere:
            os.dup2(nowhere.fileno(), sys.stdout.fileno())
    except OSError as error:
        sentence = say("Kan inte kontrollera {file}: {why}.", "Cannot check {file}: {why}.")
        print(sentence.format(file=arguments.file, why=_why(error)), file=sys.stderr)
        return 2
    return 0


def _answer(line: bytes, today: date) -> dict[str, object]:
    shown = line.decode(errors="backslashreplace")
    if len(line) == LINE_LIMIT:
        return {"input": shown, "error": Reason.FORMAT}
    try:
        reading = parse(line.decode(), today)
    except UnicodeDecodeError:
        return {"input": shown, "error": "ENCODING"}
    except PersonIdInvalid as error:
        return {"input": shown, "error": error.reason}
    person_id = reading.person_id
    born = person_id.birth_date
    return {
        "input": shown,
        "kind": person_id.kind,
        "id": person_id.value,
        "shown": person_id.shown(today),
        "sex": person_id.sex,
        "birth_date": born.isoformat() if born else None,
        "warnings": reading.warnings,
    }


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines without their ends and byte order marks, cut at the limit."""
    while line := stream.readline(LINE_LIMIT):
        rest = line
        while len(rest) == LINE_LIMIT and not rest.endswith(b"\n"):
            rest = stream.readline(LINE_LIMIT)
        yield line.removeprefix(codecs.BOM_UTF8).rstrip(b"\r\n")


def _opened(file: str) -> contextlib.AbstractContextManager[BinaryIO]:
    if file == "-":
        return contextlib.nullcontext(sys.stdin.buffer)
    return Path(file).open("rb")


def _why(error: OSError) -> str:
    match error:
        case FileNotFoundError():
            return say("filen finns inte", "there is no such file")
        case IsADirectoryError():
            return say("det är en mapp", "it is a folder")
        case PermissionError():
            return say("rättighet saknas", "permission is missing")
        case _:
            return error.strerror or type(error).__name__


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        sentence = say("{text} är inget datum, skriv ÅÅÅÅ-MM-DD", "{text} is no date, YYYY-MM-DD")
        raise argparse.ArgumentTypeError(sentence.format(text=text)) from None
