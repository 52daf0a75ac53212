"""A profile survives being killed at every step of its making."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[3]


def interrupted(folder: Path, kind: str, environment: Mapping[str, str] | None = None) -> Any:
    said = subprocess.run(
        [sys.executable, Path(__file__).with_name("interrupted.py"), folder, kind],
        env=os.environ | {"PYTHONPATH": str(ROOT)} | dict(environment or {}),
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.returncode == 0, said.stderr
    return json.loads(said.stdout)


@pytest.mark.skipif(sys.platform == "win32", reason="the program forks itself")
@pytest.mark.parametrize(("kind", "least"), [("folder", 20), ("passphrase", 15)])
def test_whenever_it_is_killed_the_next_start_goes_on(
    kind: str, least: int, tmp_path: Path
) -> None:
    found = interrupted(tmp_path, kind)
    assert {step: faults for step, faults in found["faults"].items() if faults} == {}
    assert found["steps"] >= least
    assert found["orphans"] == 0, "each life left one key and no more"


@pytest.mark.skipif(sys.platform == "win32", reason="the program forks itself")
def test_with_a_real_keyring_too(secret_service: Mapping[str, str], tmp_path: Path) -> None:
    found = interrupted(tmp_path, "keyring", secret_service)
    assert {step: faults for step, faults in found["faults"].items() if faults} == {}
    assert found["steps"] == 3
