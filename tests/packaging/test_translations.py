"""No text reaches the screen untranslated: a catalogue that lags behind the source fails."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import translations
from PySide6.QtCore import QTranslator

TOOLS = Path(sys.executable).parent
PANEL = """
class Panel(QWidget):
    def show_all(self, n: int) -> None:
        self.tr("Svara {name}").format(name="x")
        self.tr("%n samtal", "", n)
"""
ENGLISH = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="sv">
<context>
    <name>Panel</name>
    <message numerus="yes">
        <source>%n samtal</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
    <message>
        <source>Svara {name}</source>
        <translation>Answer {name}</translation>
    </message>
</context>
</TS>
"""
SWEDISH = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv" sourcelanguage="sv">
<context>
    <name>Panel</name>
    <message numerus="yes">
        <source>%n samtal</source>
        <translation>
            <numerusform>%n samtal</numerusform>
            <numerusform>%n samtal</numerusform>
        </translation>
    </message>
</context>
</TS>
"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A tree with one panel and its two finished catalogues."""
    folder = tmp_path / translations.FOLDER
    folder.mkdir(parents=True)
    (tmp_path / "ui").mkdir()
    (tmp_path / "ui" / "panel.py").write_text(PANEL, encoding="utf-8")
    (folder / "en.ts").write_text(ENGLISH, encoding="utf-8")
    (folder / "sv.ts").write_text(SWEDISH, encoding="utf-8")
    return tmp_path


def english(tree: Path) -> Path:
    return tree / translations.FOLDER / "en.ts"


def changed(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_finished_catalogues_pass(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert translations.check(tree, TOOLS) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("Answer {name}", "", "empty: Panel: 'Svara {name}'"),
        ("Answer {name}", "Answer", "other places than the source"),
        ("<translation>Answer", '<translation type="unfinished">Answer', "unfinished: Panel"),
        ("<numerusform>%n calls</numerusform>", "<numerusform/>", "empty: Panel: '%n samtal'"),
        ("<source>Svara {name}", "<source>Borta {name}", "no longer in the source: Panel: 'Borta"),
    ],
)
def test_a_fault_in_a_catalogue_is_named(
    tree: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, fault: str
) -> None:
    changed(english(tree), old, new)
    assert translations.check(tree, TOOLS) == 1
    assert fault in capsys.readouterr().out


def test_a_new_text_must_be_translated(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changed(tree / "ui" / "panel.py", "Svara {name}", "Lägg på {name}")
    assert translations.check(tree, TOOLS) == 1
    assert "not in the catalogue: Panel: 'Lägg på {name}'" in capsys.readouterr().out


def test_a_catalogue_that_is_missing_is_named(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    english(tree).unlink()
    assert translations.check(tree, TOOLS) == 1
    assert "en.ts: is missing" in capsys.readouterr().out


def test_an_update_collects_what_is_new_and_keeps_what_is_translated(tree: Path) -> None:
    changed(tree / "ui" / "panel.py", "        self.tr", '        self.tr("Ny")\n        self.tr')
    translations.update(tree, TOOLS)
    text = english(tree).read_text(encoding="utf-8")
    assert "<source>Ny</source>" in text
    assert "Answer {name}" in text


def test_a_compiled_catalogue_is_loaded_by_qt(tree: Path) -> None:
    translations.compile_all(tree, TOOLS)
    translator = QTranslator()
    assert translator.load(str(english(tree).with_suffix(".qm")))
    assert translator.translate("Panel", "Svara {name}") == "Answer {name}"
    assert translator.translate("Panel", "%n samtal", None, 2) == "%n calls"
