"""Every error a command can meet is told in a sentence, in both languages, not by its code."""

from __future__ import annotations

import ast
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.faults import _SQLITE
from db.files import why as why_of
from kundcenter.adapters.centre_faults import CentreAway, CentreRefused, CentreUntrusted
from kundcenter.cli.error_words import OWN, explained, explained_code
from kundcenter.cli.profile_commands import NOT_DONE, attempted
from kundcenter.cli.reason_words import reason
from kundcenter.domain.passwords import PasswordTooShort
from kundcenter.errors import KundcenterError
from kundcenter.start.reconcile import ReplayRefused
from tests.ui.workstation.test_words import PLACE, errors
from ui.texts import words_of
from ui.windowless import FOLDER, windowless

ROOT = Path(__file__).parents[2]
BARE = re.compile(r"^\w+$", re.ASCII)
LASTLY = ("Det gick inte (", "It could not be done (")
LANGUAGES = ("sv_SE.UTF-8", "en_GB.UTF-8")


def all_facts(kind: type[KundcenterError]) -> dict[str, object]:
    """Something for each place of its sentence."""
    words = (OWN.get(kind.code) or (words_of(kind.code) or "",))[0]
    return dict.fromkeys(PLACE.findall(words), 17)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_error_is_told_in_a_sentence_and_not_by_its_code(
    monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setenv("LC_ALL", language)
    for kind in errors():
        for facts in ({}, all_facts(kind)):
            said = explained(kind(**facts))
            assert not said.startswith(LASTLY), kind.__name__
            assert kind.code not in said, kind.__name__
            assert said[0].isupper() or said[0] in "{…1s", said
            assert "{" not in said, said


def test_an_own_sentence_ends_and_one_that_names_a_command_ends_in_it() -> None:
    for told in (each for pair in OWN.values() for each in pair):
        assert told.endswith((".", "}")) or ": kundcenter " in told, told


def test_an_own_sentence_is_of_an_error_that_there_is_and_no_copy_of_the_window_s() -> None:
    codes = {kind.code for kind in errors()}
    assert [code for code in OWN if code not in codes] == []
    assert [code for code, (swedish, _) in OWN.items() if swedish == words_of(code)] == []


def test_an_own_sentence_has_the_same_places_in_both_languages_and_only_promised_ones() -> None:
    promised = {kind.code: (kind.__doc__ or "").partition("Facts:")[2] for kind in errors()}
    for code, (swedish, english) in OWN.items():
        places = PLACE.findall(swedish)
        assert sorted(places) == sorted(PLACE.findall(english)), code
        assert swedish != english
        if code != "store.damaged":  # what it says is the file's own complaint
            assert [place for place in places if place not in promised[code]] == [], code


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The English words, compiled."""
    folder = tmp_path_factory.mktemp("translations")
    shutil.copy(FOLDER / "en.ts", folder)
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    made = ("-silent", folder / "en.ts", "-qm", folder / "en.qm")
    subprocess.run([tool, *made], check=True)
    return folder


def test_the_window_s_sentence_is_told_in_english_where_the_catalogue_has_it(
    catalogue: Path,
) -> None:
    said = windowless("password.too_short", english=True, folder=catalogue)
    assert said == "The password needs at least {minimum} characters."
    assert windowless("password.too_short", folder=catalogue) == words_of("password.too_short")
    known = (FOLDER / "en.ts").read_text(encoding="utf-8")
    for kind in errors():
        swedish = words_of(kind.code)
        if swedish is not None and f">{swedish}<" in known:
            assert windowless(kind.code, english=True, folder=catalogue) != swedish, kind.__name__


def test_without_a_catalogue_the_sentence_is_swedish(tmp_path: Path) -> None:
    said = windowless("password.too_short", english=True, folder=tmp_path)
    assert said == words_of("password.too_short")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_centre_s_server_without_qt_has_words_too(tmp_path: Path, language: str) -> None:
    program = (
        "import sys\n"
        "sys.modules['PySide6'] = None\n"
        "from kundcenter.cli.main import main\n"
        f"sys.exit(main(['centre', 'status', '--config', {str(tmp_path / 'x')!r}]))\n"
    )
    said = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={"LC_ALL": language, "PYTHONIOENCODING": "utf-8"},
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert said.returncode == NOT_DONE
    assert said.stderr.startswith("Centralens inställningar går inte att använda: ")


def reasons_in(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """The error's name and the word, for each word that stands in the source."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            for named in node.keywords:
                value = named.value
                if named.arg in {"why", "fault"} and isinstance(value, ast.Constant):
                    yield node.func.id, str(value.value)


def worded_errors() -> dict[str, str]:
    """Errors by name, with the sentence, of those that tell their why or their fault."""
    told = {kind.__name__: (OWN.get(kind.code) or (words_of(kind.code),))[0] for kind in errors()}
    return {
        name: words for name, words in told.items() if words and re.search("{why|{fault", words)
    }


def test_every_reason_that_an_error_gives_has_words() -> None:
    told = worded_errors()
    files = [*(ROOT / "kundcenter").rglob("*.py"), *(ROOT / "db").rglob("*.py")]
    written = {
        why
        for path in sorted(files)
        for name, why in reasons_in(ast.parse(path.read_text(encoding="utf-8")))
        if name in told and BARE.match(why)
    }
    listed = {
        why
        for kind in (CentreAway, CentreUntrusted)
        for why in re.findall(
            r"\w+", re.sub(r"\(.*?\)", "", (kind.__doc__ or "")).partition("why: ")[2]
        )
    }
    passed_on = {why for _, _, why in _SQLITE} | {why_of(OSError(n, "")) for n in (28, 30, 5)}
    pythons = {kind.__name__ for kind in _below(OSError) if kind.__module__ == "builtins"}
    for each in written | listed | passed_on | pythons | {"OSError", "gaierror"}:
        assert reason(each) != each, each
    assert len(written) > 10
    assert len(listed) > 15


def _below(kind: type[OSError]) -> Iterator[type[OSError]]:
    for sub in kind.__subclasses__():
        yield sub
        yield from _below(sub)


def test_a_reason_in_words_stays_as_it_is() -> None:
    assert reason("`$.listen.port`") == "`$.listen.port`"
    assert reason("secret_file: FileNotFoundError") == "secret_file: filen eller mappen finns inte"
    assert reason("Object missing required field `database`").startswith("Object")


def test_what_the_centre_said_is_told_in_its_own_words() -> None:
    error = CentreRefused(code="password.too_short", told={"minimum": 12}, status=409)
    assert explained(error) == "Centralen säger nej: Lösenordet behöver minst 12 tecken."
    newer = CentreRefused(code="moon.full", told={}, status=409)
    assert explained(newer) == "Centralen säger nej: Det gick inte (moon.full)."


def test_why_an_operation_could_not_be_done_again_is_told_in_words() -> None:
    refused = ReplayRefused(n=7, kind="calls.hold", cause="call.of_another")
    assert explained(refused).endswith("gick inte att göra om: Samtalet är en annan operatörs.")
    wrong = ReplayRefused(n=7, kind="calls.hold", cause="ValueError")
    assert explained(wrong).endswith("gick inte att göra om: ett värde går inte att använda.")


def test_places_of_which_nothing_is_known_are_left_out() -> None:
    assert explained_code("centre.away") == "Centralen svarar inte."


def test_an_error_that_has_no_words_anywhere_is_still_explained() -> None:
    class Odd(KundcenterError):
        code = "odd.error"

    assert explained(Odd()) == "Det gick inte (odd.error)."


def test_another_program_is_told_the_code_and_a_person_the_sentence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def refuse() -> int:
        raise PasswordTooShort(minimum=12)

    assert attempted(refuse, as_json=True) == NOT_DONE
    said = capsys.readouterr()
    assert json.loads(said.out) == {"error": "password.too_short", "facts": {"minimum": 12}}
    assert said.err == "Lösenordet behöver minst 12 tecken.\n"
