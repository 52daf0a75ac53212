"""Merkle trees as in RFC 6962, section 2.1, with SHA-256: one root for many leaves, short proofs.

The proof that one leaf is under a root of `size` leaves has at most log2(size) hashes, rounded up.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

EMPTY = hashlib.sha256().digest()


def leaf_hash(leaf: bytes) -> bytes:
    """The hash of a leaf; its first byte keeps it from being taken for that of a node."""
    return hashlib.sha256(b"\x00" + leaf).digest()


def _node_hash(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


def _split(size: int) -> int:
    """The largest power of two below the size."""
    return 1 << ((size - 1).bit_length() - 1)


def root(hashes: Sequence[bytes]) -> bytes:
    """The root over the hashes of the leaves, in their order."""
    size = len(hashes)
    if size == 0:
        return EMPTY
    if size == 1:
        return hashes[0]
    middle = _split(size)
    return _node_hash(root(hashes[:middle]), root(hashes[middle:]))


def path(hashes: Sequence[bytes], place: int) -> tuple[bytes, ...]:
    """The proof for the leaf at the place, from the leaf up.  Raises IndexError."""
    size = len(hashes)
    if not 0 <= place < size:
        raise IndexError(place)
    if size == 1:
        return ()
    middle = _split(size)
    if place < middle:
        return (*path(hashes[:middle], place), root(hashes[middle:]))
    return (*path(hashes[middle:], place - middle), root(hashes[:middle]))


def root_of_path(hashed: bytes, place: int, size: int, proof: Sequence[bytes]) -> bytes | None:
    """The root that the proof leads to from the hash of the leaf at the place.

    None when a proof for that place in a tree of that size looks otherwise (RFC 9162, 2.1.3.2).
    """
    if not 0 <= place < size:
        return None
    at, last, found = place, size - 1, hashed
    for step in proof:
        if last == 0:
            return None
        if at & 1 or at == last:
            found = _node_hash(step, found)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            found = _node_hash(found, step)
        at, last = at >> 1, last >> 1
    return found if last == 0 else None
