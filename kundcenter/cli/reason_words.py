"""Words for the reasons that an error gives among its facts."""

from __future__ import annotations

from kundcenter.cli.words import say

# Swedish, English; each fits within brackets after a sentence.
_REASONS = {
    "0600": ("andra kan läsa filen; chmod 0600", "others can read the file; chmod 0600"),
    "40001": ("någon annan hann före", "somebody else was first"),
    "40P01": ("någon annan hann före", "somebody else was first"),
    "55P03": ("någon annan använder den", "somebody else uses it"),
    "busy": ("den har mycket att göra", "it is busy"),
    "ca_file": (
        "filen med dess certifikatutfärdare går inte att läsa",
        "the file with its authority cannot be read",
    ),
    "cannot_open": ("filen går inte att öppna", "the file cannot be opened"),
    "certificate": ("dess certifikat duger inte", "its certificate does not do"),
    "changed": ("de är ändrade", "it has been changed"),
    "checksum": ("fel kontrollsumma", "wrong check sum"),
    "closed": ("förbindelsen stängdes", "the connection was closed"),
    "differs": (
        "de och deras kopia berättar olika saker",
        "it and its copy tell different things",
    ),
    "empty": ("filen är tom", "the file is empty"),
    "expired": ("dess certifikat gäller inte längre", "its certificate has expired"),
    "fault": ("något gick fel där", "something went wrong there"),
    "folder": ("det är en mapp", "it is a folder"),
    "full": ("disken är full", "the disk is full"),
    "garbage": ("de går inte att tyda", "it makes no sense"),
    "host": ("dess certifikat är för en annan adress", "its certificate is for another address"),
    "input_output": ("disken svarar med fel", "the disk answers with an error"),
    "locked": ("någon annan använder den", "somebody else uses it"),
    "lost": (
        "förbindelsen bröts; det kan vara utfört ändå",
        "the connection was lost; it may have been carried out",
    ),
    "malformed": ("den hänger inte ihop", "it does not hang together"),
    "missing": ("filen finns inte", "the file is not there"),
    "name_too_long": ("namnet är för långt", "the name is too long"),
    "not_a_database": (
        "det är ingen databas, eller nyckeln är en annan",
        "it is no database, or the key is another",
    ),
    "not_json": ("svaret går inte att förstå", "the answer cannot be understood"),
    "not_ours": ("något annat än en central svarar där", "something else answers there"),
    "not_tls": ("den talar inte TLS", "it does not speak TLS"),
    "not_yet_valid": (
        "dess certifikat gäller inte än; stämmer klockan?",
        "its certificate is not valid yet; is the clock right?",
    ),
    "numbers": ("filernas nummer är slut", "the files' numbers are used up"),
    "protocol": ("den talar inte TLS 1.3", "it does not speak TLS 1.3"),
    "no_file": ("det är ingen vanlig fil", "it is no ordinary file"),
    "proxy": ("mellanledet (proxyn) svarar inte", "the proxy does not answer"),
    "read_only": ("det går inte att skriva där", "it cannot be written to"),
    "references": ("hänvisningar pekar på inget", "references point to nothing"),
    "same": ("två filer har samma plats", "two files have the same place"),
    "secret_file": (
        "secret_file: filen har ingen hemlighet",
        "secret_file: the file holds no secret",
    ),
    "timeout": ("det dröjde för länge", "it took too long"),
    "too_long": ("svaret är för långt", "the answer is too long"),
    "too_often": ("för många frågor; vänta lite", "too many questions; wait a little"),
    "unnamed": ("filen har inget namn", "the file has no name"),
    "unknown_authority": (
        "datorn känner inte dess certifikatutfärdare; ange --ca",
        "this computer does not know its authority; give --ca",
    ),
    "unreachable": ("det går inte att nå den", "it cannot be reached"),
    "unreadable": ("den går inte att läsa", "it cannot be read"),
    # what Python calls the ways an operating system and a file can refuse
    "AnchorForged": (
        "något i den är inte undertecknat av centralen",
        "something in it is not signed by the centre",
    ),
    "BlockingIOError": ("någon annan använder den", "somebody else uses it"),
    "DecodeError": ("innehållet går inte att förstå", "what it holds cannot be understood"),
    "FileExistsError": ("det finns redan något där", "something is there already"),
    "FileNotFoundError": (
        "filen eller mappen finns inte",
        "there is no such file or folder",
    ),
    "IsADirectoryError": ("det är en mapp", "it is a folder"),
    "NotADirectoryError": ("en del av sökvägen är ingen mapp", "a part of the path is no folder"),
    "OSError": ("datorn säger nej", "the computer refuses"),
    "OverflowError": ("numret på porten är inget portnummer", "the port's number is none"),
    "PermissionError": ("rättighet saknas", "permission is missing"),
    "RecursionError": ("innehållet går inte att förstå", "what it holds cannot be understood"),
    "TimeoutError": ("det dröjde för länge", "it took too long"),
    "TOMLDecodeError": ("filen är inte TOML", "the file is not TOML"),
    "UnicodeDecodeError": ("filen är ingen text i UTF-8", "the file is no text in UTF-8"),
    "UnicodeEncodeError": ("innehåller tecken som inte är text", "holds what is no text"),
    "UnicodeError": ("namnet går inte att använda", "the name cannot be used"),
    "ValidationError": ("innehållet går inte att förstå", "what it holds cannot be understood"),
    "ValueError": ("ett värde går inte att använda", "a value cannot be used"),
    "gaierror": ("namnet har ingen adress", "the name has no address"),
}


def reason(given: str) -> str:
    """Words for a reason; one that is in words already (it names a key of a file) stays."""
    found = _REASONS.get(given)
    if found is None and given.isidentifier() and given.endswith("Error"):
        found = _REASONS["OSError"]  # one of its many kinds
    if found is None and ": " in given:  # a key, and what is wrong with it
        key, _, what = given.partition(": ")
        return f"{key}: {reason(what)}"
    return say(*found) if found else given
