"""The rules of the house, as tests.  Each lists every place that breaks it."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]


def modules(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


SCREEN = modules("ui")
PRODUCT = modules("kundcenter", "db", "ui", "resources")
ALL = [*PRODUCT, *modules("packaging", "tests")]

LONGEST = 400
BANNED_MODULES = {"common", "helper", "helpers", "info", "manager", "misc", "util", "utils"}
BANNED_ENDINGS = ("Manager", "Helper", "Util", "Utils", "Handler", "Info", "Data")
BANNED_VERBS = re.compile(r"_*(process|handle|do)(_|$)")
NAMED_BY_OTHERS = {"process_bind_param", "process_result_value"}  # SQLAlchemy's TypeDecorator

# What would make the first window wait; each is imported where it is first needed.
BEFORE_FIRST_PAINT = tuple(
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for path in SCREEN
)
TOO_HEAVY = (
    "alembic",
    "asyncio",
    "faker",
    "keyring",
    "phonenumbers",
    "psycopg",
    "reportlab",
    "sqlalchemy",
)

# Written in parts, so that this file does not break the rules it checks.
UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME)\b")
ELSEWHERE = re.compile(
    r"--(extra-)?index"
    r"-url|--find"
    r"-links|pypi\."
    r"org|python"
    r"hosted|npm"
    r"js\."
    r"|(?<![\w.])/(work|root|farm)"
    r"/|/tmp/bash"
    r"_jobs|/home/"
    r"\w"
)
NOT_OURS = {"__pycache__", "build", "dist", "out"}


def place(path: Path, line: int | None = None) -> str:
    return f"{path.relative_to(ROOT)}" + (f":{line}" if line else "")


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def calls(path: Path, *names: str) -> Iterator[ast.Call]:
    """Every call in `path` of a function or method with one of `names`."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", None))
            if name in names:
                yield node


def repository() -> Iterator[tuple[Path, str]]:
    """Every text file that is ours."""
    for path in sorted(ROOT.rglob("*")):
        parts = path.relative_to(ROOT).parts
        ours = not NOT_OURS & {*parts} and (parts[0] == ".ci" or not parts[0].startswith("."))
        if ours and path.is_file():
            try:
                yield path, path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue


def test_a_module_is_small() -> None:
    lengths = {place(path): path.read_bytes().count(b"\n") for path in ALL}
    assert {path: lines for path, lines in lengths.items() if lines > LONGEST} == {}


def test_a_module_says_what_it_is_for() -> None:
    silent = [path for path in ALL if tree_of(path).body and not ast.get_docstring(tree_of(path))]
    assert [place(path) for path in silent] == []


def test_a_module_is_a_room_and_not_a_drawer() -> None:
    assert [place(path) for path in ALL if path.stem in BANNED_MODULES] == []


def test_names_say_what_a_thing_is() -> None:
    nodes = [(path, node) for path in ALL for node in ast.walk(tree_of(path))]
    drawers = [
        f"{place(path, node.lineno)}: {node.name}"
        for path, node in nodes
        if isinstance(node, ast.ClassDef) and node.name.endswith(BANNED_ENDINGS)
    ]
    vague = [
        f"{place(path, node.lineno)}: {node.name}"
        for path, node in nodes
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and BANNED_VERBS.match(node.name)
        and node.name not in NAMED_BY_OTHERS
    ]
    assert drawers + vague == []


def test_no_dialog_blocks() -> None:
    blocking = [
        place(path, call.lineno) for path in SCREEN for call in calls(path, "exec", "exec_")
    ]
    assert blocking == [], "use open() and a signal"


def filled(argument: ast.expr) -> bool:
    """Whether a text is put together before it is translated: f"…", "…" + x, "…" % x, .format()."""
    if isinstance(argument, ast.Call):
        return getattr(argument.func, "attr", None) == "format"
    return isinstance(argument, ast.JoinedStr | ast.BinOp)


def test_a_text_is_translated_before_its_places_are_filled() -> None:
    unseen = [
        place(path, call.lineno)
        for path in SCREEN
        for call in calls(path, "tr", "translate")
        if any(map(filled, call.args))
    ]
    assert unseen == [], "the catalogue never sees these texts"


def test_the_level_of_an_access_is_no_loose_word() -> None:
    """The log review and the centre decide by it: a slip of spelling would hide an access."""
    loose = [
        place(path, word.value.lineno)
        for path in PRODUCT
        for call in ast.walk(tree_of(path))
        if isinstance(call, ast.Call)
        for word in call.keywords
        if word.arg == "level" and isinstance(word.value, ast.Constant)
    ]
    assert loose == [], "the words are those of Level"


def test_only_the_command_line_prints() -> None:
    others = [path for path in PRODUCT if not path.is_relative_to(ROOT / "kundcenter" / "cli")]
    assert [place(path, call.lineno) for path in others for call in calls(path, "print")] == []


def test_packaging_never_becomes_a_package() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists(), "it would hide PyPI's packaging"


def test_nothing_is_left_for_later() -> None:
    assert [place(path) for path, text in repository() if UNFINISHED.search(text)] == []


def test_the_repository_names_no_machine_and_no_registry() -> None:
    found = [(path, ELSEWHERE.search(text)) for path, text in repository()]
    assert [f"{place(path)}: {match[0]}" for path, match in found if match] == []


def test_nothing_heavy_is_imported_before_the_first_paint() -> None:
    ask = (
        "import importlib, json, sys\n"
        f"for name in {BEFORE_FIRST_PAINT!r}: importlib.import_module(name)\n"
        f"print(json.dumps(sorted(set({TOO_HEAVY!r}) & set(sys.modules))))\n"
    )
    said = subprocess.run(
        [sys.executable, "-c", ask], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert said.stderr == ""
    assert json.loads(said.stdout) == []
