"""A secret that is typed: asked for at a terminal, else read as a line from standard in."""

from __future__ import annotations

import getpass
import sys

from kundcenter.errors import Refused


class SecretUnusable(Refused):
    """What was given on standard in is no line of text."""

    code = "secret.unusable"


def typed(prompt: str) -> str:
    """What is typed after `prompt`, unseen.

    Raises SecretUnusable.  Ctrl+D at a terminal is the same as Ctrl+C.
    """
    try:
        if sys.stdin.isatty():
            said = getpass.getpass(prompt, stream=sys.stderr)
        else:
            said = sys.stdin.readline().rstrip("\r\n")
        said.encode()  # standard in may pass on bytes that are no text
    except EOFError:
        raise KeyboardInterrupt from None
    except UnicodeError:
        raise SecretUnusable from None
    if "\0" in said:
        raise SecretUnusable
    return said
