"""The key of the database in the operating system's keyring.

Every call may wait for a prompt, so it belongs on the outside lane.  None waits longer than its
patience, and `close()` from another thread ends those that wait.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from threading import Lock
from uuid import UUID

import msgspec

import kundcenter
from kundcenter.adapters import key_errors
from kundcenter.adapters.key_errors import KeyringAway, KeyWrong
from kundcenter.adapters.keyring_backends import KeyringState
from kundcenter.adapters.keyring_child import Answer, Question
from kundcenter.domain.slots import KEY_BYTES
from kundcenter.errors import KundcenterError, Unavailable

PATIENCE = 60.0  # seconds: time to find and type the keyring's password
CHILD = "--keyring-child"  # the only argument with which a frozen program calls itself

_PROGRAM = (
    "import sys; sys.path.append(sys.argv[1]); "
    "from kundcenter.adapters.keyring_child import main; main()"
)
_ERRORS = {
    kind.code: kind
    for kind in vars(key_errors).values()
    if isinstance(kind, type) and issubclass(kind, KundcenterError)
}


class KeyringStore:
    """Keeps one key per profile.  `environment` is laid over the program's own for the keyring.

    Every method raises KeyringAway, KeyringLocked or KeyringNotAllowed besides its own errors.
    """

    def __init__(
        self, *, patience: float = PATIENCE, environment: Mapping[str, str] | None = None
    ) -> None:
        self._patience = patience
        self._environment = {**_cleared(os.environ), **(environment or {})}
        self._guard = Lock()
        self._running: set[subprocess.Popen[bytes]] = set()
        self._closed = False

    def keep(self, profile_id: UUID, key: bytes | bytearray) -> str:
        """Store the key, read it back, and return the name of the keyring that has it.

        Raises KeyTaken when another key is there; KeyWrong when something else comes back.
        """
        question = Question("keep", _service(profile_id), key=key.hex())
        answer = self._ask(question)
        if answer.key != question.key:
            raise KeyWrong(profile=profile_id)
        return answer.backend

    def fetch(self, profile_id: UUID, *, backend: str | None = None) -> bytearray:
        """The key; the caller wipes it.  `backend` is the keyring it was once kept in.

        Raises KeyMissing; KeyWrong when the entry is no key.
        """
        answer = self._ask(Question("fetch", _service(profile_id), backend))
        try:
            key = bytearray.fromhex(answer.key)
        except ValueError:
            raise KeyWrong(profile=profile_id) from None
        if len(key) != KEY_BYTES:
            raise KeyWrong(profile=profile_id)
        return key

    def forget(self, profile_id: UUID, *, backend: str | None = None) -> None:
        """Delete the key: nobody will ever read the database again.  Not there is well too."""
        self._ask(Question("forget", _service(profile_id), backend))

    def state(self) -> KeyringState:
        """Whether an allowed keyring is there and open.  It never prompts."""
        try:
            return self._ask(Question("state", "")).state
        except Unavailable:
            return KeyringState.AWAY

    def usable(self) -> bool:
        """Whether a key can be kept now, without a question to the operator."""
        try:
            return self.state() is KeyringState.OPEN
        except key_errors.KeyringNotAllowed:
            return False

    def close(self) -> None:
        """End every call that waits; each raises KeyringAway.  No call is made after this."""
        with self._guard:
            self._closed = True
            for child in self._running:
                child.kill()

    def _ask(self, question: Question) -> Answer:
        child = self._start()
        try:
            said, _ = child.communicate(msgspec.json.encode(question), timeout=self._patience)
        except subprocess.TimeoutExpired:
            raise KeyringAway(reason="no_answer", seconds=self._patience) from None
        finally:
            self._end(child)
        try:
            answer = msgspec.json.decode(said, type=Answer)
        except msgspec.MsgspecError:
            reason = "closed" if self._closed else "broke"
            raise KeyringAway(reason=reason, status=child.returncode) from None
        if answer.error:
            raise _ERRORS[answer.error](**answer.facts)
        return answer

    def _start(self) -> subprocess.Popen[bytes]:
        with self._guard:
            if self._closed:
                raise KeyringAway(reason="closed")
            try:
                child = subprocess.Popen(  # noqa: S603  our own program
                    _command(),
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,  # a traceback might quote what it should not
                    env=self._environment,
                    creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
                )
            except OSError as error:
                raise KeyringAway(reason="not_started", errno=error.errno) from None
            self._running.add(child)
            return child

    def _end(self, child: subprocess.Popen[bytes]) -> None:
        with self._guard:
            self._running.discard(child)
        with child:  # closes the pipes and waits
            child.kill()


def _service(profile_id: UUID) -> str:
    return f"kundcenter {profile_id}"


def _cleared(environment: Mapping[str, str]) -> dict[str, str]:
    """Without the variables that lead keyring to another place inside an allowed keyring."""
    return {
        name: value
        for name, value in environment.items()
        if not name.startswith("KEYRING_PROPERTY_") and name != "KEYCHAIN_PATH"
    }


def _command() -> list[str]:
    """The frozen program calls itself; else the interpreter is told where our package lies.

    -P and the end of the path: neither the current folder nor ours may hide a standard module.
    """
    if getattr(sys, "frozen", False):
        return [sys.executable, CHILD]
    root = str(Path(kundcenter.__file__).resolve().parents[1])
    return [sys.executable, "-P", "-c", _PROGRAM, root]
