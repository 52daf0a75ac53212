"""HSA's coordinates on the globe: SWEREF 99 TM, Gauss-Krüger's projection of GRS 80.

The formulas are Lantmäteriet's, "Gauss Conformal Projection (Transverse Mercator)".  SWEREF 99
and WGS 84 are less than a metre apart, which is nothing for a way to a hospital.
"""

from __future__ import annotations

from math import asin, atan2, cos, cosh, degrees, radians, sin, sinh

from kundcenter.domain.unit_cards import Spot

_AXIS = 6_378_137.0  # metres
_FLATTENING = 1 / 298.257222101
_MERIDIAN = radians(15.0)
_SCALE = 0.9996
_FALSE_EAST = 500_000.0
_SOUTH, _NORTH, _WEST, _EAST = 5_900_000, 7_900_000, 100_000, 1_100_000  # Sweden, with its sea

_E2 = _FLATTENING * (2 - _FLATTENING)
_N = _FLATTENING / (2 - _FLATTENING)
_ROOF = _AXIS / (1 + _N) * (1 + _N**2 / 4 + _N**4 / 64)
_DELTAS = (
    _N / 2 - 2 * _N**2 / 3 + 37 * _N**3 / 96 - _N**4 / 360,
    _N**2 / 48 + _N**3 / 15 - 437 * _N**4 / 1440,
    17 * _N**3 / 480 - 37 * _N**4 / 840,
    4397 * _N**4 / 161280,
)
_STARS = (
    _E2 + _E2**2 + _E2**3 + _E2**4,
    -(7 * _E2**2 + 17 * _E2**3 + 30 * _E2**4) / 6,
    (224 * _E2**3 + 889 * _E2**4) / 120,
    -(4279 * _E2**4) / 1260,
)


def wgs84(north: float, east: float) -> Spot | None:
    """Where the metres are; None when that is not in Sweden."""
    if not (_SOUTH <= north <= _NORTH and _WEST <= east <= _EAST):
        return None
    xi = north / (_SCALE * _ROOF)
    eta = (east - _FALSE_EAST) / (_SCALE * _ROOF)
    twice = [2 * k for k in range(1, 5)]
    xi_ = xi - sum(d * sin(k * xi) * cosh(k * eta) for d, k in zip(_DELTAS, twice, strict=True))
    eta_ = eta - sum(d * cos(k * xi) * sinh(k * eta) for d, k in zip(_DELTAS, twice, strict=True))
    phi = asin(sin(xi_) / cosh(eta_))
    powers = (sin(phi) ** (2 * k) for k in range(4))
    latitude = phi + sin(phi) * cos(phi) * sum(
        star * power for star, power in zip(_STARS, powers, strict=True)
    )
    longitude = _MERIDIAN + atan2(sinh(eta_), cos(xi_))
    return Spot(round(degrees(latitude) * 1_000_000), round(degrees(longitude) * 1_000_000))
