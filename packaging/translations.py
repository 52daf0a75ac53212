"""The translations: collected from the source, checked, and compiled for Qt.

    python packaging/translations.py update    collect new texts into the .ts files
    python packaging/translations.py check     fail if one is missing, unfinished or ill-shaped
    python packaging/translations.py compile   make the .qm files the program loads

Source texts are Swedish.  en.ts translates them; sv.ts holds only the plural forms, without which
Qt would never choose a Swedish one.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ("ui", "kundcenter/start")
FOLDER = Path("resources", "translations")
LANGUAGES = {"en": ("-target-language", "en"), "sv": ("-target-language", "sv", "-pluralonly")}
COLLECT = ("-extensions", "py", "-locations", "none", "-no-obsolete", "-sort-messages", "-silent")
PLACE = re.compile(r"\{\w+\}|%n")


def collect(root: Path, language: str, catalogue: Path, tools: Path) -> None:
    """Bring `catalogue` up to date with the texts of the screen; what is translated stays."""
    options = [*COLLECT, *LANGUAGES[language], "-source-language", "sv"]
    lupdate = str(tools / "pyside6-lupdate")
    sources = [str(root / folder) for folder in SOURCES if (root / folder).is_dir()]
    subprocess.run([lupdate, *options, *sources, "-ts", str(catalogue)], check=True)


def texts(catalogue: Path) -> dict[tuple[str, str, str], ET.Element]:
    """The messages of a .ts file by context, source text and disambiguation."""
    found = {}
    for context in ET.parse(catalogue).getroot().iter("context"):
        for message in context.iter("message"):
            key = (
                context.findtext("name", ""),
                message.findtext("source", ""),
                message.findtext("comment", ""),
            )
            found[key] = message
    return found


def faults(catalogue: Path, collected: Path) -> list[str]:
    """What is wrong with `catalogue`, judged by a freshly `collected` one; one line each."""
    kept, wanted = texts(catalogue), texts(collected)
    lines = [f"not in the catalogue: {c}: {source!r}" for c, source, _ in wanted.keys() - kept]
    lines += [f"no longer in the source: {c}: {source!r}" for c, source, _ in kept.keys() - wanted]
    for (context, source, _), message in kept.items():
        translation = message.find("translation")
        if translation is None or translation.get("type") is not None:
            lines.append(f"unfinished: {context}: {source!r}")
            continue
        for form in translation.findall("numerusform") or [translation]:
            text = form.text or ""
            if not text:
                lines.append(f"empty: {context}: {source!r}")
            elif set(PLACE.findall(text)) - {"%n"} != set(PLACE.findall(source)) - {"%n"}:
                lines.append(f"other places than the source: {context}: {source!r}: {text!r}")
    return sorted(lines)


def update(root: Path, tools: Path) -> int:
    for language in LANGUAGES:
        collect(root, language, root / FOLDER / f"{language}.ts", tools)
    return 0


def check(root: Path, tools: Path) -> int:
    """1 if a catalogue has faults, which are printed; 0 otherwise."""
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        for language in LANGUAGES:
            catalogue = root / FOLDER / f"{language}.ts"
            collected = Path(folder, catalogue.name)
            if catalogue.exists():
                shutil.copy(catalogue, collected)
            collect(root, language, collected, tools)
            if not collected.exists() or not texts(collected):
                continue
            if not catalogue.exists():
                lines.append(f"{FOLDER / catalogue.name}: is missing; run `make translations`")
                continue
            lines += [f"{FOLDER / catalogue.name}: {line}" for line in faults(catalogue, collected)]
    print(*lines, sep="\n", end="\n" if lines else "")
    return 1 if lines else 0


def compile_all(root: Path, tools: Path) -> int:
    """Compile each .ts file that is younger than its .qm file."""
    for catalogue in sorted((root / FOLDER).glob("*.ts")):
        compiled = catalogue.with_suffix(".qm")
        if not compiled.exists() or compiled.stat().st_mtime < catalogue.stat().st_mtime:
            subprocess.run(
                [tools / "pyside6-lrelease", "-silent", catalogue, "-qm", compiled], check=True
            )
    return 0


if __name__ == "__main__":
    deeds = {"update": update, "check": check, "compile": compile_all}
    if len(sys.argv) != 2 or sys.argv[1] not in deeds:
        sys.exit(__doc__)
    sys.exit(deeds[sys.argv[1]](ROOT, Path(sys.executable).parent))
