"""A short-lived process that asks the keyring one question and ends.

A keyring may put up a prompt and block for ever, and a thread that blocks cannot be ended: it
would hold up the program's own end.  A process can be killed.  And all the copies of the key that
keyring and D-Bus make on the way are gone with it.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

import msgspec

from kundcenter.adapters.hardening import end_with_parent, harden
from kundcenter.adapters.key_errors import KeyMissing, KeyringAway, KeyTaken
from kundcenter.adapters.keyring_backends import (
    KeyringState,
    available,
    name_of,
    state,
    translated,
)
from kundcenter.errors import KundcenterError

if TYPE_CHECKING:
    from collections.abc import Callable

    from keyring.backend import KeyringBackend

USER = "database"  # the key's name in the keyring; the service name holds the profile's id


@dataclass(frozen=True, slots=True)
class Question:
    """`key` is hexadecimal.  `backend` is the keyring in which the key was once kept."""

    act: Literal["keep", "fetch", "forget", "state"]
    service: str
    backend: str | None = None
    key: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Answer:
    """Either what was asked for, or the code and the facts of an error."""

    backend: str = ""
    key: str = field(default="", repr=False)
    state: KeyringState = KeyringState.AWAY
    error: str = ""
    facts: dict[str, str] = field(default_factory=dict)


def main() -> None:
    """Read one question from standard input, write the answer to standard output."""
    harden()
    end_with_parent()
    question = msgspec.json.decode(sys.stdin.buffer.read(), type=Question)
    sys.stdout.buffer.write(msgspec.json.encode(answer(question)))


def answer(question: Question) -> Answer:
    """Ask the keyring.  What keyring raises becomes an error of ours, without its text."""
    acts: dict[str, Callable[[Question], Answer]] = {
        "keep": _keep,
        "fetch": _fetch,
        "forget": _forget,
        "state": _state,
    }
    try:
        return acts[question.act](question)
    except KundcenterError as error:
        facts = {name: str(fact) for name, fact in error.facts.items()}
        return Answer(error=error.code, facts=facts)


def _keep(question: Question) -> Answer:
    """Store the key and read it back.  Another key under the name is never written over."""
    backend = available(question.backend)[0]
    before = _get(backend, question.service)
    if before is not None and before != question.key:
        raise KeyTaken(backend=name_of(backend))
    if before is None:
        try:
            backend.set_password(question.service, USER, question.key)
        except Exception as error:
            raise translated(error, backend) from None
    return Answer(backend=name_of(backend), key=_get(backend, question.service) or "")


def _fetch(question: Question) -> Answer:
    """The key from the keyring that is on record, or from another one that has it."""
    backends = available(question.backend)
    for backend in backends:
        key = _get(backend, question.service)
        if key is not None:
            return Answer(backend=name_of(backend), key=key)
    if question.backend and name_of(backends[0]) != question.backend:
        raise KeyringAway(reason="recorded", backend=question.backend)
    raise KeyMissing(backend=name_of(backends[0]))


def _forget(question: Question) -> Answer:
    """Delete the key wherever it is, and look whether it is gone."""
    for backend in available(question.backend):
        if _get(backend, question.service) is None:
            continue
        try:
            backend.delete_password(question.service, USER)
        except Exception as error:
            raise translated(error, backend) from None
        if _get(backend, question.service) is not None:
            raise KeyringAway(reason="not_deleted", backend=name_of(backend))
    return Answer()


def _state(question: Question) -> Answer:
    backend = available(question.backend)[0]
    try:
        return Answer(backend=name_of(backend), state=state(backend))
    except Exception as error:
        raise translated(error, backend) from None


def _get(backend: KeyringBackend, service: str) -> str | None:
    try:
        return backend.get_password(service, USER)
    except Exception as error:  # each keyring raises its own: D-Bus, Windows, Keychain
        raise translated(error, backend) from None
