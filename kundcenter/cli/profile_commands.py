"""What the commands on a profile share: the key, progress on stderr, errors and exit codes.

0   it was done, and everything holds
1   it was done, and something does not hold: the findings say what
2   the command line cannot be understood
3   it was not done: the sentence on stderr says why
"""

from __future__ import annotations

import argparse
import getpass
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Never

from kundcenter.cli.words import say
from kundcenter.errors import KundcenterError

if TYPE_CHECKING:
    from tqdm import tqdm

    from db.progress import Step
    from db.verify import Finding
    from kundcenter.adapters.key_sources import KeySource
    from kundcenter.adapters.profile import Profile

DONE, UNSOUND, NOT_DONE = 0, 1, 3
EXIT_CODES = (
    "Slutkod: 0 gjort och helt, 1 gjort men något är fel, 3 inte gjort.",
    "Exit code: 0 done and sound, 1 done but something is wrong, 3 not done.",
)


def add_json(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--json",
        action="store_true",
        help=say("svara med ett JSON-objekt", "answer with one JSON object"),
    )


def attempted(command: Callable[[], int], *, as_json: bool) -> int:
    """Run a command; what it raises on purpose becomes a sentence and the exit code 3."""
    try:
        return command()
    except KundcenterError as error:
        if as_json:
            print(json.dumps({"error": error.code, "facts": error.facts}, default=str))
        print(explained(error), file=sys.stderr)
        return NOT_DONE
    except KeyboardInterrupt:
        print(say("Avbrutet.", "Interrupted."), file=sys.stderr)
        return NOT_DONE


def source_of(profile: Profile) -> KeySource:
    """Where the profile's key comes from; a passphrase is asked for, or read from standard in."""
    if profile.demo and profile.needs_passphrase:
        from kundcenter.start.demo_region import published_source

        return published_source()
    if not profile.needs_passphrase:
        from kundcenter.adapters.key_sources import KeyringSource
        from kundcenter.adapters.keyring_store import KeyringStore

        return KeyringSource(KeyringStore())
    from kundcenter.adapters.passphrase import PassphraseSource

    if sys.stdin.isatty():
        typed = getpass.getpass(say("Lösenfras: ", "Passphrase: "), stream=sys.stderr)
    else:
        typed = sys.stdin.readline().rstrip("\r\n")
    return PassphraseSource(typed)


class Bars:
    """A bar on stderr for each step of long work; none where nobody looks at a terminal."""

    def __init__(self, *, hidden: bool) -> None:
        self._hidden = hidden
        self._step: Step | None = None
        self._bar: tqdm[Never] | None = None

    def __call__(self, step: Step, done: int, total: int) -> None:
        if self._hidden or not sys.stderr.isatty():
            return
        if step is not self._step:
            self.close()
            from tqdm import tqdm

            self._step = step
            self._bar = tqdm(total=total, desc=_step_name(step), file=sys.stderr, leave=False)
        if self._bar is not None:
            self._bar.total = total
            self._bar.update(done - self._bar.n)

    def close(self) -> None:
        if self._bar is not None:
            self._bar.close()
            self._bar = None


def _step_name(step: Step) -> str:
    return {
        "copy": say("kopierar", "copying"),
        "pages": say("kontrollsummor", "check sums"),
        "tables": say("tabeller", "tables"),
        "chains": say("kedjor", "chains"),
        "upgrade": say("uppgraderar", "upgrading"),
        "replay": say("återställer arbete", "bringing work back"),
    }[step.value]


def describe(finding: Finding) -> str:
    """One finding as a line, without a word of a record."""
    part = {
        "file": say("filen", "the file"),
        "pages": say("sida", "page"),
        "tables": say("tabellerna", "the tables"),
        "references": say("hänvisning i {where}, rad", "reference in {where}, row"),
        "schema": say("schemat {where}", "the schema {where}"),
        "guards": say("skyddet {where}", "the guard {where}"),
        "operations": say("operation på {where}, nummer", "operation at {where}, number"),
        "access_log": say("loggpost på {where}, nummer", "log record at {where}, number"),
        "mirror": say("spegelns segment {where}, ram", "the mirror's segment {where}, frame")
        if finding.where
        else say("spegeln", "the mirror"),
    }[finding.part.value].format(where=finding.where)
    place = f" {finding.n}" if finding.n else ""
    return f"{part}{place}: {_fault_name(finding.fault)}"


def _fault_name(fault: str) -> str:
    names = {
        "broken": say("hänger inte ihop med den före", "does not follow the one before"),
        "changed": say("är ändrad", "has been changed"),
        "checksum": say("fel kontrollsumma", "wrong check sum"),
        "edited": say("är ändrad", "has been edited"),
        "empty": say("är tom", "is empty"),
        "inconsistent": say("stämmer inte med sig själva", "do not agree with themselves"),
        "malformed": say("är skadad", "is damaged"),
        "missing": say("saknas", "is missing"),
        "none": say("saknas", "is missing"),
        "not_a_database": say(
            "är ingen databas, eller har en annan nyckel", "is no database, or has another key"
        ),
        "points_nowhere": say("pekar på något som inte finns", "points to nothing"),
        "rebuilt": say("är en annan än den som bevittnats", "is not the one that was witnessed"),
        "shortened": say("är avkortat", "has been shortened"),
        "swapped": say("har bytt plats med en annan", "has changed places with another"),
        "strange": say("hör inte hit", "does not belong here"),
        "truncated": say(
            "kedjan slutar före vad som bevittnats", "the chain ends before what was witnessed"
        ),
        "unknown": say("är okänt", "is unknown"),
        "unreadable": say("går inte att läsa", "cannot be read"),
    }
    return names.get(fault, fault)


def explained(error: KundcenterError) -> str:
    """Why a command was not done."""
    sentences = {
        "centre.address_taken": say(
            "Det går inte att lyssna på adressen ({why}).", "The address cannot be used ({why})."
        ),
        "centre.away": say("Centralen svarar inte ({why}).", "The centre does not answer ({why})."),
        "centre.certificate_unusable": say(
            "Serverns certifikat och nyckel går inte att använda.",
            "The server's certificate and key cannot be used.",
        ),
        "centre.config_wrong": say(
            "Centralens inställningar går inte att använda: {why}.",
            "The centre's settings cannot be used: {why}.",
        ),
        "centre.folder_unfit": say(
            "Mappen går inte att skriva i ({why}).", "The folder cannot be written to ({why})."
        ),
        "centre.not_founded": say(
            "Databasen är ingen central. Grunda den: kundcenter centre init",
            "The database is no centre. Found it: kundcenter centre init",
        ),
        "centre.refused": say("Centralen säger nej ({code}).", "The centre says no ({code})."),
        "centre.untrusted": say(
            "Den som svarar kan inte visa att den är centralen ({why}).",
            "Whoever answers cannot show that it is the centre ({why}).",
        ),
        "centre.without_tls": say(
            "Utan certifikat betjänas ingen. Gör ett: kundcenter centre init --own-ca",
            "Without a certificate nobody is served. Make one: kundcenter centre init --own-ca",
        ),
        "certificate.broken": say(
            "{file} går inte att läsa. Inget har ändrats.",
            "{file} cannot be read. Nothing was changed.",
        ),
        "enrolment.authority_missing": say(
            "Filen med centralens certifikatutfärdare går inte att läsa.",
            "The file with the centre's authority cannot be read.",
        ),
        "enrolment.demo": say(
            "En demoprofil kan inte anslutas till en central.",
            "A demo profile cannot join a centre.",
        ),
        "copy.exists": say("Filen finns redan.", "The file exists already."),
        "copy.label_missing": say(
            "Kopians etikett (.json) saknas. Utan den går det inte att göra en profil av kopian.",
            "The copy's label (.json) is missing. Without it no profile can be made of the copy.",
        ),
        "copy.missing": say("Kopian finns inte.", "There is no such copy."),
        "copy.of_another": say(
            "Kopian är en annan profils, eller har en annan nyckel.",
            "The copy is another profile's, or has another key.",
        ),
        "copy.unsound": say(
            "Kopian håller inte ({findings} fel i {parts}). Inget har ändrats.",
            "The copy does not hold ({findings} faults in {parts}). Nothing was changed.",
        ),
        "database.missing": say(
            "Databasen har funnits men är borta. Återställ den: kundcenter restore FIL",
            "There was a database, and it is gone. Restore it: kundcenter restore FILE",
        ),
        "key.missing": say(
            "Nyckelringen har ingen nyckel till profilen.",
            "The keyring has no key for the profile.",
        ),
        "mirror.forked": say(
            "Databasen och dess spegel berättar olika saker. En av dem är utbytt.",
            "The database and its mirror tell different stories. One of them was swapped.",
        ),
        "mirror.replay_refused": say(
            "Operation {n} ({kind}) i spegeln gick inte att göra om ({cause}).",
            "Operation {n} ({kind}) in the mirror could not be done again ({cause}).",
        ),
        "mirror.unreadable": say("Spegeln går inte att läsa.", "The mirror cannot be read."),
        "mirror.work_lost": say(
            "{operations} operationer och {accesses} loggposter går inte att få tillbaka."
            " Godta förlusten med: kundcenter restore --accept-loss",
            "{operations} operations and {accesses} log records cannot be brought back."
            " Accept the loss with: kundcenter restore --accept-loss",
        ),
        "passphrase.wrong": say("Lösenfrasen är fel.", "The passphrase is wrong."),
        "profile.broken": say(
            "Profilens uppgifter går inte att läsa ({fault}). Inget har ändrats.",
            "The profile's record cannot be read ({fault}). Nothing was changed.",
        ),
        "profile.exists": say(
            "Det finns redan en profil i mappen.", "There is a profile in the folder already."
        ),
        "profile.folder_taken": say(
            "Mappen innehåller annat. Ange en tom mapp.",
            "The folder holds other files. Name an empty one.",
        ),
        "profile.in_use": say(
            "Profilen är öppen i ett annat fönster. Stäng det först.",
            "The profile is open in another window. Close that first.",
        ),
        "profile.missing": say("Mappen innehåller ingen profil.", "The folder holds no profile."),
        "restore.note_broken": say(
            "En återställning avbröts, och anteckningen om den ({file}) går inte att läsa. Inget"
            " har ändrats. Flytta undan den filen och återställ igen: kundcenter restore FIL",
            "A restore was interrupted, and the note of it ({file}) cannot be read. Nothing was"
            " changed. Move that file away and restore again: kundcenter restore FILE",
        ),
        "secret.unusable": say(
            "Hemligheten är ingen textrad (UTF-8). Inget har sparats.",
            "The secret is no line of text (UTF-8). Nothing was kept.",
        ),
        "password.wrong": say("Fel användarnamn eller lösenord.", "Wrong user name or password."),
        "snippet.file_too_large": say(
            "Filen är för stor för en frasfil ({size} byte, högst {limit}).",
            "The file is too large for snippets ({size} bytes, {limit} at most).",
        ),
        "snippet.needs_unit": say(
            "Användaren har ingen vårdenhet.", "The user works for no care unit."
        ),
        "text_file.away": say(
            "Filen går inte att läsa ({why}).", "The file cannot be read ({why})."
        ),
        "text_file.not_text": say("Filen är ingen textfil.", "The file is no text."),
        "settings.wrong": say(
            "settings.toml går inte att använda: {why}.", "settings.toml cannot be used: {why}."
        ),
        "store.away": say("Databasservern svarar inte.", "The database server does not answer."),
        "store.busy": say("Databasen är upptagen.", "The database is busy."),
        "store.central_unsafe": say(
            "PostgreSQL har {setting} = {found}. Så kan sparat arbete gå förlorat, eller så är"
            " servern för gammal. Inget har ändrats.",
            "PostgreSQL has {setting} = {found}. Saved work could be lost like that, or the server"
            " is too old. Nothing was changed.",
        ),
        "store.damaged": say(
            "Databasen är skadad ({why}). Återställ den: kundcenter restore FIL",
            "The database is damaged ({why}). Restore it: kundcenter restore FILE",
        ),
        "store.not_saved": say("Inte sparat ({why}).", "Not saved ({why})."),
        "store.of_another": say(
            "Databasen i mappen är en annan profils.",
            "The database in the folder is another profile's.",
        ),
        "store.too_new": say(
            "Databasen är skriven av ett nyare program.",
            "The database was written by a newer program.",
        ),
    }
    general = say("Det gick inte ({code}).", "It could not be done ({code}).")
    facts = {"code": error.code, **error.facts}
    return sentences.get(error.code, general).format_map(_Facts(facts))


class _Facts(dict[str, object]):
    def __missing__(self, name: str) -> str:
        return "?"


def home(arguments: argparse.Namespace) -> Path:
    """The folder of the profile that was named."""
    folder: Path = arguments.profile
    return folder
