"""No core dumps, no looking in from outside, and keys that are overwritten."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kundcenter.adapters.hardening import wipe

ROOT = Path(__file__).parents[3]


def said(program: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.strip()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has prctl")
def test_a_hardened_process_writes_no_core_and_is_not_dumpable() -> None:
    program = (
        "import ctypes, resource\n"
        "from kundcenter.adapters.hardening import harden\n"
        "def told(): return ctypes.CDLL(None).prctl(3, 0, 0, 0, 0)\n"
        "before = told(); harden()\n"
        "print(before, told(), resource.getrlimit(resource.RLIMIT_CORE))\n"
    )
    assert said(program) == "1 0 (0, 0)"


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_elsewhere_hardening_is_no_error(platform: str) -> None:
    program = (
        f"import sys; sys.platform = {platform!r}\n"
        "from kundcenter.adapters.hardening import end_with_parent, harden\n"
        "harden(); end_with_parent(); print('well')\n"
    )
    assert said(program) == "well"


def test_a_wiped_key_is_zeros_in_the_same_place() -> None:
    key = bytearray(b"hemligt")
    same = memoryview(key)
    wipe(key)
    assert same == bytes(7)
