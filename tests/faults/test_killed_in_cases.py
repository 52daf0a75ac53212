"""kill -9 while a case is taken in or worked on: what was written is back, for its writer only."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kundcenter.domain.access import Role
from kundcenter.domain.case_codes import CaseAct, CaseField, Complainant, EditOutcome, Stage
from kundcenter.domain.cases import FieldEdit, ToldCase
from kundcenter.domain.drafts import FormKind
from kundcenter.start.desk import Desk
from tests.faults.case_life import (
    ANSWER,
    NAME,
    QUESTION,
    SAID,
    STATES,
    WANTED,
    opened_case,
    shown,
)
from tests.faults.test_killed_in_each_state import ROOT, back
from tests.ground import CARE_UNIT, PASSWORD
from tests.profiles import Shift, make_profile, opened
from tests.services.case_ground import draft
from tests.ui.workstation.intake import cases, form, open_form, taken, the_case
from tests.ui.workstation.open_case import facts_of
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from ui.dialogs.case import CaseDialog
from ui.dialogs.case_acts import AnswerDialog
from ui.dialogs.case_ask import AskDialog
from ui.kept_form import KEEP_WITHIN_MS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
RECOVERED = "Återställd text, inte sparad"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A profile with two nurses, two who handle cases, and a complaint."""
    made = make_profile(tmp_path / "profile")
    with opened(made) as opening:
        desk = opening.desk
        Shift(desk).begin()
        desk.sessions.sign_out()
        desk.sessions.sign_in("admin", PASSWORD)
        for name, role in (
            ("second", Role.NURSE),
            ("handler", Role.CASE_HANDLER),
            ("other", Role.CASE_HANDLER),
        ):
            roles = frozenset({role})
            added = desk.operators.add(name, f"Test {name}", roles=roles, care_unit=CARE_UNIT)
            desk.operators.give_password(added.the("operator"), PASSWORD)
        desk.cases.register(draft())
        desk.sessions.sign_out()
    return made


def killed_in(folder: Path, state: str) -> None:
    """Let somebody come into the state and kill them there."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.faults.case_life", str(folder), state],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        told = child.stdout.readline()
        child.kill()
        assert told, child.stderr.read()


def the_complaint(desk: Desk) -> ToldCase:
    (found,) = desk.cases.due(frozenset({draft().facts.kind}))
    return desk.cases.get(found.id)


def still_unsaved(desk: Desk) -> Mapping[str, str]:
    """What whoever sits there has written of the facts and not saved."""
    return desk.drafts.form(FormKind.CASE_EDIT, the_complaint(desk).case.id)


def kept(seat: Seat) -> int:
    """How many texts lie in the store that nobody has saved, of whomever."""
    with seat.ground.engine.connect() as connection:
        count: int = connection.exec_driver_sql("SELECT count(*) FROM drafts").scalar_one()
        return count


def test_every_state_is_tried() -> None:
    tried = {name.removeprefix("test_killed_") for name in globals()}
    assert set(STATES) <= tried


def test_killed_half_intake(folder: Path, qtbot: QtBot) -> None:
    """Of a matter that came by no call too, which anybody might be taking in."""
    killed_in(folder, "half_intake")
    with back(folder, "second") as seat:
        open_form(seat)
        facts = form(seat).facts
        assert (facts.words, facts.name) == ("", "")
        seat.press("Escape")
        seat.settle()
    with back(folder) as seat:
        assert cases(seat) == ()
        open_form(seat)
        seat.see(RECOVERED)
        facts = form(seat).facts
        assert (facts.words, facts.name) == (SAID, NAME)
        assert facts.complainant is Complainant.RELATIVE
        seat.press("Ctrl+Return")
        taken(seat)
        assert the_case(seat).case.facts.words == SAID
        seat.press("Return")
        open_form(seat)
        assert form(seat).facts.words == "", "it is saved, and is no draft any more"


def test_killed_registered(folder: Path, qtbot: QtBot) -> None:
    killed_in(folder, "registered")
    with back(folder) as seat:
        case = the_case(seat).case
        assert (case.facts.words, case.facts.name) == (SAID, NAME)
        open_form(seat)
        assert form(seat).facts.words == ""


def test_killed_half_answer(folder: Path, qtbot: QtBot) -> None:
    """A colleague who opens the same case to answer it has nothing of it."""
    killed_in(folder, "half_answer")
    with back(folder, "other") as seat:
        opened_case(seat)
        seat.press("Ctrl+Shift+A")
        assert shown(seat, AnswerDialog).text.text() == ""
        seat.press("Escape")
        seat.settle()
        assert kept(seat) == 1
    with back(folder, "handler") as seat:
        assert asked(seat, the_complaint).case.answered_at is None
        opened_case(seat)
        seat.press("Ctrl+Shift+A")
        seat.see(RECOVERED)
        assert shown(seat, AnswerDialog).text.text() == ANSWER
        seat.press("Ctrl+Return")
        seat.see("Ärendet är besvarat.")
        told = asked(seat, the_complaint)
        assert told.case.stage is Stage.ANSWERED
        assert [each.text for each in told.steps if each.act is CaseAct.ANSWERED] == [ANSWER]
        seat.settle()
        assert kept(seat) == 0


def test_killed_half_question(folder: Path, qtbot: QtBot) -> None:
    """What was to be asked is no answer: each is kept for itself."""
    killed_in(folder, "half_question")
    with back(folder, "handler") as seat:
        opened_case(seat)
        seat.press("Ctrl+Shift+A")
        assert shown(seat, AnswerDialog).text.text() == ""
        seat.press("Escape")
        seat.settle()
        seat.press("Ctrl+M")
        seat.see(RECOVERED)
        assert shown(seat, AskDialog).question.text() == QUESTION


def test_killed_half_edit(folder: Path, qtbot: QtBot) -> None:
    """What somebody else has written since then stands; both are kept to be chosen from."""
    killed_in(folder, "half_edit")
    with opened(folder) as opening:
        desk = opening.desk
        desk.sessions.sign_in("other", PASSWORD)
        told = the_complaint(desk)
        assert told.case.facts.wanted == ""
        desk.cases.edit(told.case.id, (FieldEdit(CaseField.WANTED, "", "Ett svar."),))
        desk.sessions.sign_out()
    with back(folder, "handler") as seat:
        opened_case(seat)
        seat.see(RECOVERED)
        dialog = shown(seat, CaseDialog)
        assert facts_of(dialog).editors[CaseField.WANTED].text() == WANTED
        seat.press("Ctrl+S")
        seat.see("Ändringen är sparad.")
        seat.let_pass(KEEP_WITHIN_MS + 200)
        seat.settle()
        assert asked(seat, still_unsaved) == {}
        told = asked(seat, the_complaint)
        assert told.case.facts.wanted == "Ett svar."
        assert [(each.new, each.outcome) for each in told.edits][-1] == (
            WANTED,
            EditOutcome.CONFLICT,
        )
