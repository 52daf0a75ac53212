"""The way from another program to the workstation of the same profile and the same OS user.

One line of ASCII goes there (an address of `domain.switchboard.handed`), one word comes back.
On POSIX the way is a socket in a folder that only the user may enter, and both ends ask the
system who the other is; on Windows a named pipe whose access list holds only the user.
"""

from __future__ import annotations

import os
import socket
import stat
import struct
import sys
import tempfile
import time
from hashlib import sha256
from pathlib import Path
from threading import Thread

from kundcenter.domain.switchboard.handed import HandedReply, NobodyHears, NoReply

PATIENCE = 3.0  # seconds: a workstation that is being talked to by others answers them first
LONGEST_REPLY = 32  # bytes
AGAIN = 0.02  # seconds
_PIPES = "\\\\.\\pipe\\"
_TEMPORARY = Path("/tmp") if sys.platform != "win32" else Path(tempfile.gettempdir())  # noqa: S108
_SOL_LOCAL, _LOCAL_PEERCRED = 0, 1  # <sys/un.h> of macOS


class WayNotOwn(NobodyHears):
    """Where the way should lie is something that is not this user's own.  Facts: none."""

    code = "handed.way_not_own"


def ways_to(profile: Path) -> tuple[str, ...]:
    """Where the workstation of a profile may listen: sockets' paths, on Windows a pipe's name.

    They are the same for every program of the user, whatever is set in its environment.
    """
    where = os.path.normcase(os.path.realpath(profile))
    told = sha256(os.fsencode(where) + b"\0" + _user().encode()).hexdigest()
    name = f"kundcenter-{told[:32]}"
    return (name,) if sys.platform == "win32" else tuple(str(each / name) for each in _folders())


def make_way(profile: Path) -> str:
    """The way that this workstation takes, whose folder only the user may enter.

    Raises WayNotOwn, OSError.
    """
    *system, last = ways_to(profile)
    if sys.platform == "win32":
        return last
    for way in system:
        if _own(Path(way).parent, stat.S_ISDIR):
            return way
    folder = Path(last).parent
    folder.mkdir(mode=0o700, exist_ok=True)
    if not _own(folder, stat.S_ISDIR):
        raise WayNotOwn
    return last


def guarded(way: str) -> bool:
    """Whether nobody but this user may talk by the way that has been made."""
    return sys.platform == "win32" or _own(Path(way), stat.S_ISSOCK)


def is_own(descriptor: int) -> bool:
    """Whether the program at the other end of a connection belongs to this user.

    On Windows the pipe's access list has seen to that.
    """
    if sys.platform == "win32":
        return True
    with socket.socket(fileno=os.dup(descriptor)) as connection:
        return _uid_at(connection) == os.getuid()


def deliver(profile: Path, url: str, patience: float = PATIENCE) -> HandedReply:
    """Hand an address to the workstation of a profile.  Raises NobodyHears, NoReply."""
    line, ends = _line(url), time.monotonic() + patience
    talked = _by_pipe if sys.platform == "win32" else _by_socket
    for way in ways_to(profile):
        try:
            said = talked(way, line, ends)
        except NobodyHears:
            continue
        try:
            return HandedReply(said.decode("ascii", "replace").strip())
        except ValueError:
            raise NoReply from None
    raise NobodyHears


def _line(url: str) -> bytes:
    """One line; a sign that no address may hold becomes one that is refused, never another."""
    return "".join(each if "!" <= each <= "~" else "\0" for each in url).encode() + b"\n"


def _by_socket(way: str, line: bytes, ends: float) -> bytes:
    if not _own(Path(way).parent, stat.S_ISDIR):
        raise NobodyHears
    with socket.socket(socket.AF_UNIX) as connection:
        _connect(connection, way, ends)
        if _uid_at(connection) != os.getuid():
            raise NobodyHears  # somebody else sits where the workstation should
        reply = b""
        try:
            connection.sendall(line)
            while b"\n" not in reply and len(reply) < LONGEST_REPLY:
                connection.settimeout(max(ends - time.monotonic(), 0.001))
                more = connection.recv(LONGEST_REPLY)
                if not more:
                    break
                reply += more
        except OSError:
            raise NoReply from None
    return reply


def _connect(connection: socket.socket, way: str, ends: float) -> None:
    while True:
        connection.settimeout(max(ends - time.monotonic(), 0.001))
        try:
            connection.connect(way)
            return
        except (BlockingIOError, TimeoutError):  # so many wait already that no more may
            if time.monotonic() > ends:
                raise NoReply from None
            time.sleep(AGAIN)
        except OSError:
            raise NobodyHears from None


def _by_pipe(way: str, line: bytes, ends: float) -> bytes:
    """A pipe is read like a file, which waits: another thread does, and is left behind."""
    while True:
        try:
            pipe = open(_PIPES + way, "r+b", buffering=0)  # noqa: SIM115, PTH123 (no path)
            break
        except FileNotFoundError:
            raise NobodyHears from None
        except OSError:  # every end of it is taken just now
            if time.monotonic() > ends:
                raise NoReply from None
            time.sleep(AGAIN)
    read: list[bytes] = []

    def talk() -> None:
        try:
            pipe.write(line)
            read.append(pipe.read(LONGEST_REPLY) or b"")
        except OSError:
            pass  # no reply: the caller says so

    waiting = Thread(target=talk, daemon=True)
    waiting.start()
    waiting.join(max(ends - time.monotonic(), 0.001))
    return read[0] if read else b""


def _folders() -> tuple[Path, ...]:
    """Of this user: where the system keeps such things, else a folder of our own."""
    uid = os.getuid()
    return Path("/run/user", str(uid)), _TEMPORARY / f"kundcenter-{uid}"


def _own(path: Path, kind: object) -> bool:
    """Whether it is there, of the kind, this user's, and shut to everybody else."""
    assert callable(kind)
    try:
        found = path.lstat()  # a link to somewhere else is nothing of ours
    except OSError:
        return False
    return bool(kind(found.st_mode)) and found.st_uid == os.getuid() and not found.st_mode & 0o077


def _uid_at(connection: socket.socket) -> int:
    """The user at the other end, as the system knows; -1 where it does not say."""
    try:
        if sys.platform == "darwin":
            told = connection.getsockopt(_SOL_LOCAL, _LOCAL_PEERCRED, 76)
            uid = struct.unpack_from("II", told)[1]
        else:
            told = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12)
            uid = struct.unpack("iii", told)[1]
    except (OSError, struct.error, AttributeError):
        return -1
    return int(uid)


def _user() -> str:
    if sys.platform == "win32":
        return f"{os.environ.get('USERDOMAIN', '')}\\{os.environ.get('USERNAME', '')}".lower()
    return str(os.getuid())
