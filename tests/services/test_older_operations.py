"""Operations of an older program, which knew fewer parameters of its verbs."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from db.connect import open_local
from kundcenter.domain.lines import EndReason
from kundcenter.operations import ReplayDiverged, encode
from tests.ground import KEY, NUMBER, Clock, Ground, desk_on, opened, replay_on, rows


def test_what_was_not_said_is_what_the_parameter_is_without_being_said(
    tmp_path: Path, empty_file: Path
) -> None:
    for name in ("desk", "again"):
        shutil.copy(empty_file, tmp_path / f"{name}.db")
    with (
        opened(open_local(tmp_path / "desk.db", KEY)) as engine,
        opened(open_local(tmp_path / "again.db", KEY)) as again,
    ):
        clock = Clock()
        ground = Ground(desk_on(engine, clock), clock, engine)
        ground.nurse()
        call = ground.desk.calls.register(NUMBER).the("call")
        ground.desk.calls.end(call, EndReason.CALLER)
        *before, ended = ground.operations()
        replay = replay_on(again)
        replay.apply_all(before)
        said = json.loads(ended.arguments)
        assert said.pop("wrap_up_seconds") == 0
        with pytest.raises(ReplayDiverged):
            replay.apply(replace(ended, wrote=(), arguments=encode(said)))
        replay.apply(replace(ended, arguments=encode({"call_id": said["call_id"]})))
        written = rows(again)["calls"][-1]
        assert (written["id"], written["wrap_up_until"]) == (call, None)
