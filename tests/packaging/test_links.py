"""What the desktops are told to do with a link is what the command line understands."""

from __future__ import annotations

import plistlib
import re
import shlex
from configparser import ConfigParser
from pathlib import Path

import prepare
import pytest

from kundcenter.cli.ring import handing

PACKAGING = Path(prepare.__file__).parent
LINKS = ("tel:+46701740605", "kundcenter://ring?from=0701740605&to=1177")


def desktop() -> ConfigParser:
    parser = ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(PACKAGING / "kundcenter-open.desktop", encoding="utf-8")
    return parser


@pytest.mark.parametrize("link", LINKS)
def test_a_link_on_linux_is_handed_in(link: str) -> None:
    entry = desktop()["Desktop Entry"]
    program, *arguments = shlex.split(entry["Exec"])
    given = [link if each == "%u" else each for each in arguments]
    assert (program, handing(given)) == ("kundcenter", ["open", link])
    scheme = link.partition(":")[0]
    assert f"x-scheme-handler/{scheme}" in entry["MimeType"].split(";")


def test_the_package_has_the_file() -> None:
    script = (PACKAGING / "deb.sh").read_text(encoding="utf-8")
    assert "packaging/kundcenter-open.desktop" in script


@pytest.mark.parametrize("name", ["kundcenter", "kundcenter.tel"])
def test_a_link_on_windows_is_handed_in(name: str) -> None:
    script = (PACKAGING / "kundcenter.iss").read_text(encoding="utf-8")
    key = re.escape(rf"Software\Classes\{name}\shell\open\command")
    command = re.search(rf'"{key}"; ValueType: string; ValueData: """.+?"" (.+?) ""%1"""', script)
    assert command is not None and command[1] == "open"


def test_the_bundle_of_macos_names_both_kinds_of_link() -> None:
    told = plistlib.loads((PACKAGING / "kundcenter-url.plist").read_bytes())
    (links,) = told["CFBundleURLTypes"]
    assert links["CFBundleURLSchemes"] == ["kundcenter", "tel"]


@pytest.mark.parametrize(
    ("arguments", "handed"),
    [
        (["tel:112"], ["open", "tel:112"]),
        (["--profile", "mapp", "TEL:112"], ["--profile", "mapp", "open", "TEL:112"]),
        (["--profile=mapp", "tel:112"], ["--profile=mapp", "open", "tel:112"]),
        (["ring", "--from", "1", "--to", "2"], ["ring", "--from", "1", "--to", "2"]),
        (["--profile", "tel:112"], None),
        (["demo", "tel:112"], None),
        (["telephone", "secret"], None),
        ([], None),
    ],
)
def test_which_arguments_are_handed_in(arguments: list[str], handed: list[str] | None) -> None:
    assert handing(arguments) == handed
