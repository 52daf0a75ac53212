"""Make a desk one of a centre's, and write down in its settings that it is."""

from __future__ import annotations

import re
import tomllib
from base64 import b64encode
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from kundcenter.adapters.centre_client import CentreClient
from kundcenter.adapters.device_key import DeviceKey
from kundcenter.adapters.durable_files import write_durably
from kundcenter.adapters.hardening import wipe
from kundcenter.adapters.key_sources import KeySource
from kundcenter.adapters.profile import Profile
from kundcenter.domain.enrolment import Enrolled
from kundcenter.errors import Refused
from kundcenter.settings import SettingsWrong, settings
from kundcenter.start.settings_file import SETTINGS

CA_FILE = "centre-ca.pem"  # the desk's own copy, beside its settings

_TABLE = re.compile(r"^[ \t]*\[[ \t]*centre[ \t]*\][^\n]*\n(?:(?![ \t]*\[)[^\n]*(?:\n|\Z))*", re.M)


class DemoNeverEnrols(Refused):
    """The profile holds invented persons, who shall not come among real ones."""

    code = "enrolment.demo"


class AuthorityMissing(Refused):
    """The file with the centre's authority cannot be read."""

    code = "enrolment.authority_missing"


@dataclass(frozen=True, slots=True)
class Introduction:
    """What an administrator gives a desk: where the centre is, who vouches for it, and the code."""

    url: str
    code: str = field(repr=False)
    ca_file: Path | None = None


def enrol(profile: Profile, source: KeySource, given: Introduction) -> Enrolled:
    """Enrol the profile at the centre, and write `[centre]` into its settings.

    Interrupted, it is done again with the same code.  Raises DemoNeverEnrols, AuthorityMissing,
    SettingsWrong, what Profile.key raises, and what CentreClient raises.
    """
    if profile.demo:
        raise DemoNeverEnrols
    path = profile.folder / SETTINGS
    ca_file = CA_FILE if given.ca_file else None
    with_centre(_text(path), given.url, ca_file)  # refused before anything is asked for
    authority = _authority(given.ca_file)
    kept = profile.key(source)
    key = DeviceKey(kept, profile.id)
    wipe(kept)
    client = CentreClient(given.url, device_id=profile.id, key=key, ca_file=given.ca_file)
    try:
        enrolled = client.enrol(given.code)
    finally:
        client.close()
    if authority is not None:
        write_durably(profile.folder / CA_FILE, authority)
    key_text = b64encode(enrolled.ticket_key).decode("ascii")
    written = with_centre(_text(path), given.url, ca_file, key_text)
    write_durably(path, written.encode())
    return enrolled


def with_centre(text: str, url: str, ca_file: str | None, ticket_key: str = "") -> str:
    """The settings with the table `[centre]`, and all else as it was written.

    Raises SettingsWrong, also when what was written leaves no place for the table.
    """
    table = f"[centre]\nurl = {_quoted(url)}\n"
    if ca_file is not None:
        table += f"ca_file = {_quoted(ca_file)}\n"
    if ticket_key:
        table += f"ticket_key = {_quoted(ticket_key)}\n"
    found = _TABLE.search(text)
    if found is None:
        changed = f"{text.rstrip()}\n\n{table}" if text.strip() else table
    else:
        rest = text[found.end() :]
        changed = text[: found.start()] + table + ("\n" if rest else "") + rest
    before, after = _parsed(text), _parsed(changed)
    named = {"url": url, "ca_file": ca_file, "ticket_key": ticket_key}
    wanted = before | {"centre": {name: value for name, value in named.items() if value}}
    if after != wanted:
        raise SettingsWrong(why="`$.centre`")
    settings(after)
    return changed


def _parsed(text: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise SettingsWrong(why=str(error)) from None


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsWrong(why=type(error).__name__) from None


def _authority(path: Path | None) -> bytes | None:
    if path is None:
        return None
    try:
        return path.read_bytes()
    except OSError:
        raise AuthorityMissing from None


def _quoted(text: str) -> str:
    return msgspec.json.encode(text).decode()  # a TOML basic string is a JSON string
