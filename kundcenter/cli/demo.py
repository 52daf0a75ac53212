"""`kundcenter demo`: make the demo region if it is not there, and open the workstation on it."""

from __future__ import annotations

import argparse
import json
import sys
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from kundcenter.cli import display
from kundcenter.cli.bars import Bar
from kundcenter.cli.profile_commands import DONE, NOT_DONE, add_json, attempted
from kundcenter.cli.words import say

if TYPE_CHECKING:
    from kundcenter.start.demo_region import DemoProfile, Wish

MOST = 5_000_000
# Between these the test persons are of an age to call.
EARLIEST, LATEST = date(2000, 1, 1), date(2050, 1, 1)
STALE = timedelta(days=7)


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `demo` to the program's commands."""
    demo = commands.add_parser(
        "demo",
        help=say("öppna arbetsstationen på demoregionen", "open the workstation on demo data"),
        description=say(
            "Gör en påhittad region om den inte finns, och öppnar arbetsstationen på den."
            " TESTDATA – inga verkliga personer.",
            "Makes an invented region if there is none, and opens the workstation on it."
            " TEST DATA – no real persons.",
        ),
    )
    demo.add_argument(
        "--profile",
        type=Path,
        default=argparse.SUPPRESS,
        metavar=say("MAPP", "FOLDER"),
        help=say("demoprofilens mapp", "the folder of the demo profile"),
    )
    demo.add_argument(
        "--calls",
        type=_calls,
        metavar=say("ANTAL", "NUMBER"),
        help=say(
            "antal samtal (15000, högst {most})", "number of calls (15000, {most} at most)"
        ).format(most=MOST),
    )
    demo.add_argument(
        "--seed",
        type=int,
        metavar=say("FRÖ", "SEED"),
        help=say("samma frö ger samma region", "same seed, same region"),
    )
    demo.add_argument(
        "--until",
        type=_instant,
        metavar=say("TID", "TIME"),
        help=say(
            "när samtalen slutar, ÅÅÅÅ-MM-DD[THH:MM] (i dag kl. 00.00)",
            "when the calls end, YYYY-MM-DD[THH:MM] (today at 00:00)",
        ),
    )
    demo.add_argument(
        "--again",
        action="store_true",
        help=say(
            "gör om demoregionen; det som skrivits i den försvinner",
            "make the demo region again; what was written in it is gone",
        ),
    )
    what = demo.add_mutually_exclusive_group()
    what.add_argument(
        "--only-make",
        action="store_true",
        help=say("öppna inget fönster", "open no window"),
    )
    what.add_argument(
        "--tour",
        type=Path,
        metavar=say("MAPP", "FOLDER"),
        help=say(
            "spela rundturen; bilder och utskrifter läggs i mappen",
            "play the tour; pictures and prints come into the folder",
        ),
    )
    add_json(demo)
    demo.set_defaults(run=run_demo)


def run_demo(arguments: argparse.Namespace) -> int:
    """Exit codes as in profile_commands; the window's own when one was opened."""
    if arguments.tour is not None:
        return display.play_tour(arguments.tour)
    if not (arguments.only_make or display.there()):
        return display.play_instead()
    return attempted(lambda: _demo(arguments), as_json=arguments.json)


def _demo(arguments: argparse.Namespace) -> int:
    from kundcenter.start.demo_region import Wish, make, source_for

    folder = _folder(arguments.profile)
    wish = Wish(arguments.until or _midnight(), calls=arguments.calls, seed=arguments.seed)
    began = time.monotonic()
    making, unit = say("gör demoregionen", "making the demo region"), say(" samtal", " calls")
    bar = Bar(making, wish.terms().calls, unit=unit, hidden=arguments.json)
    try:
        profile = make(folder, source_for(folder), wish, again=arguments.again, told=bar.reach)
    finally:
        bar.close()
    if _differs(profile, wish, until=arguments.until):
        sentence = say(
            "Mappen har en annan demoregion ({calls} samtal, frö {seed}, till {until})."
            " Gör om den med --again, eller ange en annan mapp med --profile.",
            "The folder has another demo region ({calls} calls, seed {seed}, until {until})."
            " Make it again with --again, or name another folder with --profile.",
        )
        print(sentence.format(**_facts(profile)), file=sys.stderr)
        return NOT_DONE
    _tell(profile, time.monotonic() - began, as_json=arguments.json)
    if arguments.only_make:
        return DONE
    from kundcenter.domain.calendar import local
    from kundcenter.start.program import run

    # A busy morning with nobody else at work: within a minute or two the telephone rings here.
    morning = f"{local(datetime.now(UTC)):%Y-%m-%d}T10:00"
    callers = ("--clock", morning, "--colleagues", "0")
    return run(folder, source=profile.source, callers=callers)


def _differs(profile: DemoProfile, wish: Wish, *, until: datetime | None) -> bool:
    """Whether somebody asked for another region than the one that is there."""
    there = profile.mark
    return (
        wish.calls not in {None, there.calls}
        or wish.seed not in {None, there.seed}
        or until not in {None, there.until}
    )


def _tell(profile: DemoProfile, seconds: float, *, as_json: bool) -> None:
    if as_json:
        counts = {kind.__name__.lower(): count for kind, count in profile.counts.items()}
        print(json.dumps({**_facts(profile), "seconds": round(seconds, 1), "made": counts}))
        return
    facts = _facts(profile)
    if profile.counts:
        sentence = say(
            "Demoregionen är gjord: {calls} samtal till {until}, i {folder}.",
            "The demo region is made: {calls} calls until {until}, in {folder}.",
        )
        print(sentence.format(**facts))
    elif datetime.now(UTC) - profile.mark.until > STALE:
        sentence = say(
            "Demoregionens samtal slutar {until}. Gör en ny med --again.",
            "The demo region's calls end {until}. Make a new one with --again.",
        )
        print(sentence.format(**facts))
    from kundcenter.start.demo_region import PASSWORD

    print(
        say(
            "Logga in som ssk, ledare, vaxel, vaxelledare, service, lakare, arenden,"
            " admin eller logg. Lösenordet är {password}",
            "Sign in as ssk, ledare, vaxel, vaxelledare, service, lakare, arenden,"
            " admin or logg. The password is {password}",
        ).format(password=PASSWORD)
    )


def _facts(profile: DemoProfile) -> dict[str, object]:
    from kundcenter.domain.calendar import local

    made = profile.mark
    return {
        "calls": made.calls,
        "seed": made.seed,
        "until": local(made.until).strftime("%Y-%m-%dT%H:%M"),
        "folder": str(profile.folder),
    }


def _folder(named: Path) -> Path:
    """The named folder; never the user's own, where real work is kept."""
    import platformdirs

    own = Path(platformdirs.user_data_dir("kundcenter", appauthor=False))
    return own.with_name("kundcenter-demo") if named == own else named


def _midnight() -> datetime:
    from kundcenter.domain.calendar import day_bounds, local

    return day_bounds(local(datetime.now(UTC)).date())[0]


def _instant(text: str) -> datetime:
    from kundcenter.domain.calendar import at_clock

    try:
        named = datetime.fromisoformat(text)  # a day alone is its midnight
    except ValueError:
        sentence = say("{text} är ingen tid", "{text} is no time")
        raise argparse.ArgumentTypeError(sentence.format(text=text)) from None
    if not EARLIEST <= named.date() <= LATEST:
        sentence = say(
            "{text} är inte mellan {earliest} och {latest}",
            "{text} is not between {earliest} and {latest}",
        ).format(text=text, earliest=EARLIEST, latest=LATEST)
        raise argparse.ArgumentTypeError(sentence)
    if named.tzinfo is not None:
        return named.astimezone(UTC)
    return at_clock(named.date(), named.time())


def _calls(text: str) -> int:
    if text.isdecimal() and 1 <= int(text) <= MOST:
        return int(text)
    sentence = say("{text} är inte ett tal från 1 till {most}", "{text} is not 1 to {most}")
    raise argparse.ArgumentTypeError(sentence.format(text=text, most=MOST))
