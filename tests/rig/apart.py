"""A network of its own for a desk, in the kernel: what is dropped there is dropped silently."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

HERE, THERE = "10.213.77.1", "10.213.77.2"
_NOBODY = "02:00:00:00:00:01"  # no machine has it: what is sent to it is heard by none
_NEW_NETWORK = 0x40000000  # CLONE_NEWNET


def possible() -> bool:
    """Whether this machine lets us make networks."""
    return os.name == "posix" and os.geteuid() == 0 and shutil.which("ip") is not None


@dataclass(frozen=True, slots=True)
class Apart:
    """The desk's network, and the cable to the centre's."""

    name: str
    cable: str

    def enter(self) -> None:
        """This thread is in the desk's network from now on."""
        with Path(f"/run/netns/{self.name}").open("rb") as there:
            _into(there.fileno())

    @contextmanager
    def within(self) -> Iterator[None]:
        """In the desk's network for a while: what is connected in it stays connected there."""
        with Path("/proc/thread-self/ns/net").open("rb") as here:
            self.enter()
            try:
                yield
            finally:
                _into(here.fileno())

    def deaf(self, *, up: bool = False, down: bool = False) -> None:
        """From now on nothing reaches the centre, or the desk, and nobody is told."""
        if down:
            _ip(f"neigh replace {THERE} lladdr {_NOBODY} dev {self.cable} nud permanent")
        if up:
            _ip(f"-n {self.name} neigh replace {HERE} lladdr {_NOBODY} dev desk nud permanent")

    def heal(self) -> None:
        _ip(f"neigh flush dev {self.cable} nud permanent")
        _ip(f"-n {self.name} neigh flush dev desk nud permanent")


@contextmanager
def apart() -> Iterator[Apart]:
    """Another network on this machine, gone afterwards."""
    made = Apart(f"kc{os.getpid()}", f"kc{os.getpid()}")
    _ip(f"netns add {made.name}")
    try:
        _ip(f"link add {made.cable} type veth peer name desk netns {made.name}")
        _ip(f"addr add {HERE}/30 dev {made.cable}")
        _ip(f"link set {made.cable} up")
        for line in (f"addr add {THERE}/30 dev desk", "link set desk up", "link set lo up"):
            _ip(f"-n {made.name} {line}")
        yield made
    finally:
        _ip(f"netns del {made.name}")


def _into(network: int) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.setns(network, _NEW_NETWORK) != 0:
        raise OSError(ctypes.get_errno(), "setns")


def _ip(line: str) -> None:
    subprocess.run(["ip", *line.split()], check=True, capture_output=True)
