"""`kundcenter exchange`: a simulated telephone exchange, for demonstration and tests.

`python -m kundcenter.cli.exchange` is the same without the program's other commands.
"""

from __future__ import annotations

import argparse
import secrets
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kundcenter.cli.words import say

if TYPE_CHECKING:
    from kundcenter.adapters.exchange_simulator.answers import Behaviour
    from kundcenter.adapters.exchange_simulator.options import ExchangeOptions

SHORTEST_SECRET = 8
SLOWEST, FASTEST = 0.01, 100_000.0
MOST = 100_000_000
LONGEST_QUEUE = 40

Number = TypeVar("Number", int, float)


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `exchange` to the program's commands."""
    exchange = commands.add_parser(
        "exchange",
        help=say("starta en simulerad telefonväxel", "start a simulated telephone exchange"),
        description=say(
            "En simulerad växel som talar Asterisks protokoll (AMI) på den här datorn. Samtal"
            " kommer som till en 1177-central med 180 000 samtal om året; alla nummer är"
            " påhittade.",
            "A simulated exchange that speaks Asterisk's protocol (AMI) on this computer. Calls"
            " come as to a 1177 centre with 180,000 calls a year; all numbers are fictitious.",
        ),
    )
    _add_calls(exchange)
    _add_process(exchange)
    exchange.set_defaults(run=run_exchange)


def _add_calls(exchange: argparse.ArgumentParser) -> None:
    exchange.add_argument(
        "--extension",
        action="append",
        type=_desk,
        metavar=say("ANKNYTNING[:KÖ]", "EXTENSION[:QUEUE]"),
        help=say(
            "en telefon och dess kö; kan ges flera gånger (201:1177)",
            "a telephone and its queue; may be given several times (201:1177)",
        ),
    )
    exchange.add_argument(
        "--queue",
        action="append",
        type=_queue,
        metavar=say("KÖ", "QUEUE"),
        help=say(
            "en kö att koppla till, med två egna kollegor; kan ges flera gånger",
            "a queue to pass calls on to, with two colleagues of its own; may be given again",
        ),
    )
    exchange.add_argument(
        "--seed",
        type=int,
        default=1,
        help=say("samma frö ger samma samtal", "same seed, same calls"),
    )
    exchange.add_argument(
        "--speed",
        type=_between(float, SLOWEST, FASTEST),
        default=1.0,
        help=say("hur många gånger fortare tiden går", "how many times faster time passes"),
    )
    exchange.add_argument(
        "--arrivals",
        choices=("day", "none"),
        default="day",
        help=say(
            "day: samtal efter dygnets kurva; none: bara de som beställs",
            "day: calls after the curve of the day; none: only those asked for",
        ),
    )
    exchange.add_argument(
        "--calls-per-year",
        type=_between(int, 0, MOST),
        help=say("samtal om året (180000)", "calls a year (180000)"),
    )
    exchange.add_argument(
        "--colleagues",
        type=_between(int, 0, MOST),
        help=say(
            "simulerade kollegor; utan talet så många som timmen kräver",
            "simulated colleagues; without it as many as the hour asks for",
        ),
    )
    exchange.add_argument(
        "--wrap-up",
        type=_between(int, 0, MOST),
        default=20,
        help=say("sekunder mellan samtal till en telefon", "seconds between calls to a telephone"),
    )
    exchange.add_argument(
        "--emergency",
        choices=("answers", "busy", "silent"),
        default="answers",
        help=say("vad 112 gör: svarar, upptaget, tyst", "what 112 does: answers, busy, silent"),
    )
    exchange.add_argument(
        "--emergency-after",
        type=_between(float, 0.0, 3600.0),
        default=3.0,
        help=say("efter så många sekunder", "after so many seconds"),
    )
    exchange.add_argument(
        "--answers",
        action="append",
        type=_answer,
        metavar=say("NUMMER:HUR", "NUMBER:HOW"),
        help=say(
            "vad den gör som ett samtal kopplas till: answer, busy, silent eller none; *8:busy"
            " gäller alla nummer som slutar så; annars avgör sista siffran (7 upptaget, 9 tyst)",
            "what whoever a call is passed on to does: answer, busy, silent or none; *8:busy holds"
            " for all numbers that end so; else the last digit decides (7 busy, 9 silent)",
        ),
    )
    exchange.add_argument(
        "--answers-after",
        type=_between(float, 0.0, 3600.0),
        default=2.5,
        help=say("sekunder innan någon svarar", "seconds before somebody answers"),
    )
    exchange.add_argument(
        "--clock",
        type=_clock,
        metavar=say("TID", "TIME"),
        help=say(
            "svensk tid vid starten, ÅÅÅÅ-MM-DDTHH:MM; annars nu",
            "Swedish time at the start, YYYY-MM-DDTHH:MM; else now",
        ),
    )
    exchange.add_argument(
        "--persons",
        type=Path,
        metavar=say("FIL", "FILE"),
        help=say("personnummer som slås in av inringare", "personal numbers that callers key in"),
    )


def _add_process(exchange: argparse.ArgumentParser) -> None:
    exchange.add_argument(
        "--port",
        type=_between(int, 0, 65535),
        default=0,
        help=say("0 är en ledig port", "0 is a free port"),
    )
    exchange.add_argument(
        "--port-file",
        type=Path,
        metavar=say("FIL", "FILE"),
        help=say("skriv porten här när växeln är redo", "write the port here when ready"),
    )
    exchange.add_argument(
        "--secret-stdin",
        action="store_true",
        help=say(
            "läs hemligheterna för desk och control som två rader från standard in",
            "read the secrets of desk and control as two lines from standard input",
        ),
    )
    exchange.add_argument(
        "--until-stdin-closes",
        action="store_true",
        help=say("sluta när standard in stängs", "end when standard input closes"),
    )
    exchange.add_argument(
        "--certificate",
        type=Path,
        metavar=say("FIL", "FILE"),
        help=say("PEM med nyckel och certifikat, för TLS", "PEM with key and certificate, for TLS"),
    )


def run_exchange(arguments: argparse.Namespace) -> int:
    """Exit code 0 when it was told to end, 2 when it could not begin."""
    # here and not above: the window's start must not pay for what only a server needs
    from kundcenter.adapters.exchange_simulator.interface import control_account, desk_account
    from kundcenter.adapters.exchange_simulator.options import build
    from kundcenter.adapters.exchange_simulator.server import serve

    def ready(port: int) -> None:
        if arguments.port_file is not None:
            part = arguments.port_file.with_name(f"{arguments.port_file.name}.part")
            part.write_text(f"{port}\n", encoding="ascii")
            part.replace(arguments.port_file)
        _greet(port, None if arguments.secret_stdin else (desk, control))

    try:
        desk, control = _secrets(arguments)
        serve(
            build(_options(arguments)),
            (desk_account(desk), control_account(control)),
            ready,
            port=arguments.port,
            speed=arguments.speed,
            certificate=arguments.certificate,
            until_closed=sys.stdin.fileno() if arguments.until_stdin_closes else None,
        )
    except (OSError, ValueError) as error:
        sentence = say("Växeln kan inte starta: {why}", "The exchange cannot start: {why}")
        why = (isinstance(error, OSError) and error.strerror) or error
        print(sentence.format(why=why), file=sys.stderr)
        return 2
    return 0


def _options(arguments: argparse.Namespace) -> ExchangeOptions:
    from kundcenter.adapters.exchange_simulator.answers import Answers
    from kundcenter.adapters.exchange_simulator.callers import MAIN_QUEUE
    from kundcenter.adapters.exchange_simulator.day_curve import CALLS_A_YEAR
    from kundcenter.adapters.exchange_simulator.emergency import EmergencyCentre
    from kundcenter.adapters.exchange_simulator.options import ExchangeOptions
    from kundcenter.adapters.exchange_simulator.people import TEST_PERSONS, read_persons
    from kundcenter.domain.calendar import local

    now = datetime.now(UTC)
    return ExchangeOptions(
        clock=local(arguments.clock or now),
        started_at=now,
        desks=tuple(arguments.extension or [("201", MAIN_QUEUE)]),
        queues=tuple(arguments.queue or ()),
        seed=arguments.seed,
        arrivals=arguments.arrivals == "day",
        a_year=CALLS_A_YEAR if arguments.calls_per_year is None else arguments.calls_per_year,
        colleagues=arguments.colleagues,
        wrap_up=float(arguments.wrap_up),
        centre=EmergencyCentre(arguments.emergency),
        centre_answers_after=arguments.emergency_after,
        answers=Answers(dict(arguments.answers or ()), after=arguments.answers_after),
        persons=read_persons(arguments.persons) if arguments.persons else TEST_PERSONS,
    )


def _secrets(arguments: argparse.Namespace) -> tuple[str, str]:
    if not arguments.secret_stdin:
        return secrets.token_urlsafe(16), secrets.token_urlsafe(16)
    desk, control = (sys.stdin.buffer.readline(1024).decode().strip() for _ in range(2))
    if min(len(desk), len(control)) < SHORTEST_SECRET:
        raise ValueError(
            say(
                "två hemligheter med minst åtta tecken väntades på standard in",
                "two secrets of at least eight signs were expected on standard input",
            )
        )
    return desk, control


def _greet(port: int, known: tuple[str, str] | None) -> None:
    try:
        print(
            say(
                "Simulerad växel på 127.0.0.1:{port}. TESTDATA – inga verkliga personer.",
                "Simulated exchange on 127.0.0.1:{port}. TEST DATA – no real persons.",
            ).format(port=port)
        )
        if known is not None:
            sentence = say(
                "Hemlighet för desk: {desk}\nHemlighet för control: {control}",
                "Secret of desk: {desk}\nSecret of control: {control}",
            )
            print(sentence.format(desk=known[0], control=known[1]))
        sys.stdout.flush()
    except (OSError, AttributeError):  # nobody reads, or there is no standard output at all
        return


def _desk(text: str) -> tuple[str, str]:
    from kundcenter.adapters.exchange_simulator.callers import MAIN_QUEUE

    extension, _, queue = text.partition(":")
    queue = queue or MAIN_QUEUE
    if not (extension.isalnum() and extension.isascii() and queue.replace("-", "").isalnum()):
        raise argparse.ArgumentTypeError(
            say("skriv anknytning:kö, till exempel 201:1177", "write extension:queue, as 201:1177")
        )
    return extension, queue


def _queue(text: str) -> str:
    if not (text.isascii() and text.replace("-", "").isalnum() and len(text) <= LONGEST_QUEUE):
        raise argparse.ArgumentTypeError(
            say("skriv ett namn med bokstäver och siffror", "write a name of letters and digits")
        )
    return text


def _answer(text: str) -> tuple[str, Behaviour]:
    from kundcenter.adapters.exchange_simulator.answers import Behaviour

    number, _, how = text.rpartition(":")
    digits = number.removeprefix("*").removeprefix("+")
    if not (digits.isascii() and digits.isdigit()) or how not in set(Behaviour):
        raise argparse.ArgumentTypeError(
            say(
                "skriv nummer:answer, :busy, :silent eller :none",
                "write number:answer, :busy, :silent or :none",
            )
        )
    return number, Behaviour(how)


def _between(kind: type[Number], low: float, high: float) -> Callable[[str], Number]:
    def read(text: str) -> Number:
        try:
            number = kind(text)
        except ValueError:
            number = None
        if number is None or not low <= number <= high:
            sentence = say("skriv ett tal från {low:g} till {high:g}", "{low:g} to {high:g}")
            raise argparse.ArgumentTypeError(sentence.format(low=low, high=high))
        return number

    return read


def _clock(text: str) -> datetime:
    from kundcenter.domain.calendar import at_clock

    try:
        written = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            say("skriv tiden som ÅÅÅÅ-MM-DDTHH:MM", "write the time as YYYY-MM-DDTHH:MM")
        ) from None
    return written if written.tzinfo else at_clock(written.date(), written.time())


if __name__ == "__main__":
    alone = argparse.ArgumentParser(prog="kundcenter")
    register(alone.add_subparsers(required=True))
    asked = alone.parse_args(["exchange", *sys.argv[1:]])
    sys.exit(asked.run(asked))
