"""The form of one segment of the mirror: sealed frames, each bound to its place.

    header   8 bytes of magic, 32 of salt, 4 of the segment's number
    frame    4 bytes of length, 4 of check sum of the length, then the sealed text

A text is sealed with AES-256-GCM.  The key is derived (HKDF-SHA-256) from the database's key and
the segment's random salt; the nonce is the frame's number in the segment.  A segment is written
by one writer from its beginning to its end and never opened for writing again, so no nonce is
ever used twice with a key.  What is authenticated besides the text: the header, and the tag of
the frame before.  A frame that was changed, moved, left out or taken from elsewhere is noticed.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from enum import StrEnum

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

MAGIC = b"KCMIRR1\n"
SALT_BYTES = 32
TAG_BYTES = 16
LARGEST = 64 * 1024 * 1024  # no frame is near it; a length beyond it is damage

_HEADER = struct.Struct(f">8s{SALT_BYTES}sI")
_LENGTH = struct.Struct(">II")
_PURPOSE = b"kundcenter outbox mirror 1"
HEADER_BYTES = _HEADER.size


class Ending(StrEnum):
    """How a segment ends."""

    WHOLE = "whole"
    TORN = "torn"  # the last frame is incomplete: the writer died before it was acknowledged
    UNREADABLE = "unreadable"  # where a frame begins is no longer known


@dataclass(frozen=True, slots=True)
class Frames:
    """What could be read of a segment: texts by place, the places that are damaged, the end.

    `tag` is that of the last frame that stands in the file.
    """

    texts: dict[int, bytes]
    damaged: tuple[int, ...]
    ending: Ending
    tag: bytes

    @property
    def count(self) -> int:
        """How many frames stand in the file, readable or not."""
        return len(self.texts) + len(self.damaged)


class Seal:
    """Seals the frames of one segment, in order."""

    def __init__(self, key: bytes, salt: bytes, number: int) -> None:
        self.header = _HEADER.pack(MAGIC, salt, number)
        self._cipher = _cipher(key, salt)
        self.count = 0
        self.tag = bytes(TAG_BYTES)

    def frame(self, text: bytes) -> bytes:
        """The next frame.  Whoever cannot write it must give the segment up."""
        sealed = self._cipher.encrypt(_nonce(self.count), text, self.header + self.tag)
        self.count += 1
        self.tag = sealed[-TAG_BYTES:]
        length = struct.pack(">I", len(sealed))
        return length + struct.pack(">I", zlib.crc32(length)) + sealed


def read(content: bytes, key: bytes, number: int) -> Frames:
    """What stands in a segment; nothing that is not authentic is in `texts`."""
    tag = bytes(TAG_BYTES)
    if len(content) < HEADER_BYTES:
        return Frames({}, (), Ending.TORN, tag)
    header = content[:HEADER_BYTES]
    magic, salt, written = _HEADER.unpack(header)
    if magic != MAGIC or written != number:
        return Frames({}, (), Ending.UNREADABLE, tag)
    cipher = _cipher(key, salt)
    texts: dict[int, bytes] = {}
    damaged: list[int] = []
    place, at, ending = 0, HEADER_BYTES, Ending.WHOLE
    while at < len(content):
        length, ending = _length(content, at)
        if ending is not Ending.WHOLE:
            break
        at += _LENGTH.size
        sealed = content[at : at + length]
        try:
            texts[place] = cipher.decrypt(_nonce(place), sealed, header + tag)
        except InvalidTag:
            damaged.append(place)
        tag = sealed[-TAG_BYTES:]
        at += length
        place += 1
    return Frames(texts, tuple(damaged), ending, tag)


def _length(content: bytes, at: int) -> tuple[int, Ending]:
    """The length of the frame that begins at `at`, and whether all of it is there."""
    rest = len(content) - at
    if rest < _LENGTH.size:
        return 0, Ending.TORN
    length, check = _LENGTH.unpack_from(content, at)
    if not (length or check) and not any(content[at:]):
        return 0, Ending.TORN  # a file system may lengthen a file before it fills it
    if check != zlib.crc32(content[at : at + 4]) or not TAG_BYTES < length <= LARGEST:
        return 0, Ending.UNREADABLE
    if rest < _LENGTH.size + length:
        return 0, Ending.TORN
    return length, Ending.WHOLE


def _cipher(key: bytes, salt: bytes) -> AESGCM:
    return AESGCM(HKDF(SHA256(), 32, salt=salt, info=_PURPOSE).derive(key))


def _nonce(place: int) -> bytes:
    return place.to_bytes(12, "big")
