"""Why a command was not done, in words.

The sentences are the window's own, so that an error has one.  Here are only those of which the
command line has more to say (which command helps, and the reason), or that speak of a window.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kundcenter.cli.finding_words import part_name
from kundcenter.cli.reason_words import reason
from kundcenter.cli.words import say
from kundcenter.errors import KundcenterError

# Swedish, English.
OWN: dict[str, tuple[str, str]] = {
    "centre.away": ("Centralen svarar inte ({why}).", "The centre does not answer ({why})."),
    "centre.not_founded": (
        "Databasen är ingen central. Grunda den: kundcenter centre init",
        "The database is no centre. Found it: kundcenter centre init",
    ),
    "centre.refused": ("Centralen säger nej: {code}", "The centre says no: {code}"),
    "centre.without_tls": (
        "Utan certifikat betjänas ingen. Gör ett: kundcenter centre init --own-ca",
        "Without a certificate nobody is served. Make one: kundcenter centre init --own-ca",
    ),
    "certificate.broken": (
        "{file} går inte att läsa. Inget har ändrats.",
        "{file} cannot be read. Nothing was changed.",
    ),
    "copy.label_missing": (
        "Kopians etikett (.json) saknas. Utan den går det inte att göra en profil av kopian.",
        "The copy's label (.json) is missing. Without it no profile can be made of the copy.",
    ),
    "copy.unsound": (
        "Kopian håller inte ({findings} fel i {parts}). Inget har ändrats.",
        "The copy does not hold ({findings} faults in {parts}). Nothing was changed.",
    ),
    "database.missing": (
        "Databasen har funnits men är borta. Återställ den: kundcenter restore FIL",
        "There was a database, and it is gone. Restore it: kundcenter restore FILE",
    ),
    "device.unknown": (
        "Centralen har inget sådant skrivbord, eller flera.",
        "The centre has no such desk, or several.",
    ),
    "keyring.locked": (
        "Datorns nyckelring är låst. Logga in på datorn, eller lås upp den, och försök igen.",
        "The computer's keyring is locked. Sign in to the computer, or unlock it, and try again.",
    ),
    "mirror.forked": (
        "Databasen och dess spegel berättar olika saker. En av dem är utbytt.",
        "The database and its mirror tell different stories. One of them was swapped.",
    ),
    "mirror.replay_refused": (
        "Operation {n} i spegeln gick inte att göra om: {cause}",
        "Operation {n} in the mirror could not be done again: {cause}",
    ),
    "mirror.unreadable": ("Spegeln går inte att läsa.", "The mirror cannot be read."),
    "mirror.work_lost": (
        "{operations} operationer och {accesses} loggposter går inte att få tillbaka."
        " Godta förlusten med: kundcenter restore --accept-loss",
        "{operations} operations and {accesses} log records cannot be brought back."
        " Accept the loss with: kundcenter restore --accept-loss",
    ),
    "profile.broken": (
        "Profilens uppgifter går inte att läsa ({fault}). Inget har ändrats.",
        "The profile's record cannot be read ({fault}). Nothing was changed.",
    ),
    "profile.folder_taken": (
        "Mappen innehåller annat. Ange en tom mapp.",
        "The folder holds other files. Name an empty one.",
    ),
    "profile.in_use": (
        "Profilen är öppen i ett annat fönster. Stäng det först.",
        "The profile is open in another window. Close that first.",
    ),
    "rebuild.no_centre": (
        "Skrivbordet har ingen central som databasen kan hämtas från. Återställ en kopia:"
        " kundcenter restore FIL",
        "The desk has no centre from which the database can be fetched. Restore a copy:"
        " kundcenter restore FILE",
    ),
    "restore.note_broken": (
        "En återställning avbröts, och anteckningen om den ({file}) går inte att läsa. Inget har"
        " ändrats. Flytta undan den filen och återställ igen: kundcenter restore FIL",
        "A restore was interrupted, and the note of it ({file}) cannot be read. Nothing was"
        " changed. Move that file away and restore again: kundcenter restore FILE",
    ),
    "secret.unusable": (
        "Det som angavs är ingen textrad (UTF-8). Inget har ändrats.",
        "What was given is no line of text (UTF-8). Nothing was changed.",
    ),
    "settings.wrong": (
        "settings.toml går inte att använda: {why}.",
        "settings.toml cannot be used: {why}.",
    ),
    "snippet.stale": (
        "Någon annan har ändrat en fras. Läs in filen igen.",
        "Somebody else has changed a snippet. Bring in the file again.",
    ),
    "store.central_unsafe": (
        "PostgreSQL har {setting} = {found}. Så kan sparat arbete gå förlorat, eller så är servern"
        " för gammal. Inget har ändrats.",
        "PostgreSQL has {setting} = {found}. Saved work could be lost like that, or the server is"
        " too old. Nothing was changed.",
    ),
    "store.damaged": (
        "Databasen är skadad ({why}). Återställ den: kundcenter restore FIL",
        "The database is damaged ({why}). Restore it: kundcenter restore FILE",
    ),
    "store.not_saved": ("Inte sparat ({why}).", "Not saved ({why})."),
    "store.row_conflict": (
        "Inte sparat: någon annan hann före. Försök igen.",
        "Not saved: somebody else was first. Try again.",
    ),
    "text_file.away": ("Filen går inte att läsa ({why}).", "The file cannot be read ({why})."),
}


def explained(error: KundcenterError) -> str:
    """Why a command was not done."""
    return explained_code(error.code, error.facts)


def explained_code(code: str, facts: Mapping[str, object] | None = None) -> str:
    """The sentence for an error that is known by its code, and perhaps its facts.

    A code that this program has no words for (a newer centre's) is told as it is.
    """
    words = _words(code)
    if words is None:
        return say("Det gick inte ({code}).", "It could not be done ({code}).").format(code=code)
    return words.format_map(_Places(facts or {})).replace(" (…)", "")


def _words(code: str) -> str | None:
    if code in OWN:
        return say(*OWN[code])
    from ui.windowless import windowless  # when something went wrong, and not before

    return windowless(code, english=say("sv", "en") == "en")


class _Places(dict[str, object]):
    """The facts in words; what is not known is left out."""

    def __init__(self, facts: Mapping[str, object]) -> None:
        super().__init__({name: _fact(name, value, facts) for name, value in facts.items()})

    def __missing__(self, name: str) -> str:
        return "…"


def _fact(name: str, value: object, facts: Mapping[str, object]) -> object:
    if name in _WORDED:
        return _WORDED[name](str(value), facts)
    return value


def _of_another(code: str, facts: Mapping[str, object]) -> str:
    """An error within an error; one of Python's own is only a reason."""
    told = facts.get("told")
    known = told if isinstance(told, dict) else {}
    return explained_code(code, known) if "." in code else f"{reason(code)}."


_WORDED: dict[str, Callable[[str, Mapping[str, object]], str]] = {
    "cause": _of_another,
    "code": _of_another,
    "fault": lambda value, _: reason(value),
    "parts": lambda value, _: ", ".join(map(part_name, value.split())),
    "why": lambda value, _: reason(value),
}
