"""Merkle trees as RFC 6962 has them: its own test values, and every proof of small trees."""

from __future__ import annotations

import pytest

from kundcenter.domain.merkle import EMPTY, leaf_hash, path, root, root_of_path

# The inputs and roots of the reference implementation of Certificate Transparency.
INPUTS = (
    "",
    "00",
    "10",
    "2021",
    "3031",
    "40414243",
    "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
)
ROOTS = (
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)
LEAVES = [leaf_hash(bytes.fromhex(text)) for text in INPUTS]


def test_an_empty_tree_has_the_hash_of_nothing() -> None:
    assert root([]) == EMPTY
    assert EMPTY.hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@pytest.mark.parametrize("size", range(1, 9))
def test_the_roots_are_those_of_the_reference(size: int) -> None:
    assert root(LEAVES[:size]).hex() == ROOTS[size - 1]


def test_every_proof_leads_to_the_root_from_its_own_place_alone() -> None:
    for size in range(1, 34):
        hashes = [leaf_hash(str(n).encode()) for n in range(size)]
        top = root(hashes)
        for place in range(size):
            proof = path(hashes, place)
            assert len(proof) <= (size - 1).bit_length()
            for claimed in range(-1, size + 1):
                found = root_of_path(hashes[place], claimed, size, proof)
                assert (found == top) == (claimed == place)


def test_a_proof_that_is_too_long_too_short_or_of_another_leaf_is_none() -> None:
    proof, top = path(LEAVES, 2), root(LEAVES)
    assert root_of_path(LEAVES[2], 2, 8, proof[:-1]) != top
    assert root_of_path(LEAVES[2], 2, 8, (*proof, proof[0])) is None
    assert root_of_path(LEAVES[3], 2, 8, proof) != top
    assert root_of_path(LEAVES[2], 2, 9, proof) != top


def test_the_proof_for_one_of_1500_desks_has_eleven_hashes() -> None:
    hashes = [leaf_hash(str(n).encode()) for n in range(1_500)]
    assert max(len(path(hashes, place)) for place in (0, 700, 1_499)) == 11


def test_a_place_outside_has_no_proof() -> None:
    for place in (-1, 8):
        with pytest.raises(IndexError):
            path(LEAVES, place)
