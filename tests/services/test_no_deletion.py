"""Nothing is deleted (patientdatalagen 3 kap. 14 and 17 §§): there is no verb for it anywhere."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import db
import kundcenter.services
from db import guards
from db.tables import APPEND_ONLY, CENTRE, metadata
from tests.services.test_access import methods

ERASING = re.compile(r"(^|_)(delete|remove|erase|purge|drop|destroy|wipe|truncate|expunge)(_|$)")

# What may go is no record: a part of a call with nothing in it, text that was never saved.  A turn
# that is taken off a roster keeps its row, and so do a target, a measurement, a draft of rules that
# is given up, and a freed time that nobody wanted.
VERBS = {
    "calls.drop_part", "drafts.drop", "drafts.drop_alarm", "drafts.drop_form", "freed_times.drop",
    "on_call.remove", "roster.remove", "rules.drop", "surveys.remove", "targets.remove",
}  # fmt: skip
STORES = {"SqlParts.remove", "SqlDrafts.drop"}
# Modules whose statements take rows away: besides those of the two stores above, what operators
# chose for themselves, this desk's own rows, two lists that are written anew from records, and
# figures that are counted anew.
DELETING = {
    "parts", "drafts", "choices", "local", "names", "waiting", "bulk",
    "cell_keeping", "cell_triggers",  # marks of what has been counted: no records
}  # fmt: skip

RECORDS = {
    "access_log", "operations", "entries", "dissents", "disclosures", "blocks",
    "block_revocations", "block_lifts", "inquiries", "message_steps", "switchboard_terms",
    "topic_versions", "roster_terms", "samples", "sampled_calls",
}  # fmt: skip
FOLDER = Path(inspect.getfile(db)).parent
HALLS = ("service_desk", "supervision", "switchboard")


def stores() -> Iterator[tuple[ModuleType, type]]:
    """Every class of the stores, with its module."""
    for found in pkgutil.iter_modules(db.__path__):
        yield from _classes(importlib.import_module(f"db.{found.name}"))
    for hall in HALLS:
        for path in (FOLDER / hall).glob("*.py"):
            yield from _classes(importlib.import_module(f"db.{hall}.{path.stem}"))


def _classes(module: ModuleType) -> Iterator[tuple[ModuleType, type]]:
    for kind in vars(module).values():
        if inspect.isclass(kind) and kind.__module__ == module.__name__:
            yield module, kind


def test_no_service_has_a_verb_that_erases() -> None:
    assert {name for name in methods() if ERASING.search(name.partition(".")[2])} == VERBS


def test_no_store_has_a_method_that_erases() -> None:
    found = {
        f"{kind.__name__}.{name}"
        for _, kind in stores()
        for name, _ in inspect.getmembers(kind, inspect.isfunction)
        if not name.startswith("_") and ERASING.search(name)
    }
    assert found == STORES


def test_no_module_of_the_store_erases_but_those_that_may() -> None:
    """Not by a statement of SQLAlchemy's either."""
    erasing = set()
    halls = (path for hall in HALLS for path in (FOLDER / hall).glob("*.py"))
    for path in (*FOLDER.glob("*.py"), *halls):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.ImportFrom) else []
            said = node.value if isinstance(node, ast.Constant) else ""
            if "delete" in names or (isinstance(said, str) and said.startswith("DELETE FROM")):
                erasing.add(path.stem)
    assert erasing <= DELETING


def test_the_databases_guard_every_record() -> None:
    assert metadata.tables.keys() >= RECORDS
    assert guards.APPEND_ONLY.keys() >= RECORDS
    centres = {table.name for table in CENTRE}  # what it keeps for itself has its own grants
    assert {table.name for table in APPEND_ONLY} == guards.APPEND_ONLY.keys() - centres
    assert guards.SIGNED == "entry_versions"


def test_the_services_are_walked() -> None:
    assert {"journal", "people", "blocks", "retention"} <= {
        module.name for module in pkgutil.iter_modules(kundcenter.services.__path__)
    }
    assert {"messages.write", "transfers.begin", "topics.put", "inquiries.note"} <= set(methods())
    assert {"SqlMessages", "SqlTransfers", "SqlTopics"} <= {kind.__name__ for _, kind in stores()}
