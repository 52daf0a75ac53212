"""A small authority of the centre's own, for a region that gives it no certificate.

Its private key lies beside the server's: it can vouch for nothing but this centre, because desks
trust it for nothing else.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from kundcenter.adapters.durable_files import write_durably
from kundcenter.errors import Refused

OWN_NAMES = ("localhost", "127.0.0.1", "::1")
AUTHORITY_DAYS, SERVER_DAYS, RENEW_DAYS = 3650, 397, 60
_SLACK = timedelta(minutes=10)  # a desk whose clock is a little behind


class CertificateBroken(Refused):
    """A certificate or key of the centre's own cannot be read.  Facts: file."""

    code = "certificate.broken"


@dataclass(frozen=True, slots=True)
class Authority:
    """Where the centre's own authority and its server's certificate lie."""

    folder: Path

    @property
    def certificate(self) -> Path:
        return self.folder / "ca.pem"

    @property
    def key(self) -> Path:
        return self.folder / "ca.key"

    @property
    def server(self) -> Path:
        return self.folder / "server.pem"

    @property
    def server_key(self) -> Path:
        return self.folder / "server.key"

    def certify(self, hosts: Sequence[str], now: datetime) -> bool:
        """See that there is a certificate for the hosts that holds for a while.

        The authority is made once; the server's certificate whenever it is missing, runs out or
        lacks a host.  Returns whether anything was written.  Raises CertificateBroken, OSError.
        """
        names = tuple(dict.fromkeys((*OWN_NAMES, *hosts)))
        fresh = not self.certificate.exists() and not self.key.exists()
        if fresh:
            self._found(now)
        authority, key = _certificate(self.certificate), _key(self.key)
        if not fresh and self._serves(authority, names, now):
            return False
        own = ec.generate_private_key(ec.SECP256R1())
        made = (
            _builder(names[-1] if hosts else names[0], own, now, SERVER_DAYS)
            .issuer_name(authority.subject)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(_alternatives(names), critical=False)
            .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
            .add_extension(_usage(signs=False), critical=True)
            .add_extension(
                x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key()),
                critical=False,
            )
            .sign(key, SHA256())
        )
        write_durably(self.server_key, _pem(own))
        write_durably(self.server, made.public_bytes(Encoding.PEM))
        return True

    def _found(self, now: datetime) -> None:
        key = ec.generate_private_key(ec.SECP256R1())
        builder = _builder("Kundcenter", key, now, AUTHORITY_DAYS)
        made = (
            builder.issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Kundcenter")]))
            .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
            .add_extension(_usage(signs=True), critical=True)
            .add_extension(
                x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False
            )
            .sign(key, SHA256())
        )
        write_durably(self.key, _pem(key))
        write_durably(self.certificate, made.public_bytes(Encoding.PEM))

    def _serves(self, authority: x509.Certificate, names: Sequence[str], now: datetime) -> bool:
        """Whether the server's certificate is the authority's, for the names, and not too old."""
        if not (self.server.exists() and self.server_key.exists()):
            return False
        made, own = _certificate(self.server), _key(self.server_key)
        try:
            made.verify_directly_issued_by(authority)
            found = made.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
        except (ValueError, TypeError, InvalidSignature, x509.ExtensionNotFound):
            return False
        wanted = set(_alternatives(names))
        return (
            wanted <= set(found)
            and made.public_key() == own.public_key()
            and made.not_valid_after_utc > now + timedelta(days=RENEW_DAYS)
        )


def _builder(
    name: str, key: ec.EllipticCurvePrivateKey, now: datetime, days: int
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name[:64])]))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _SLACK)
        .not_valid_after(now + timedelta(days=days))
    )


def _alternatives(names: Sequence[str]) -> x509.SubjectAlternativeName:
    return x509.SubjectAlternativeName([_general_name(name) for name in names])


def _general_name(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name.encode("idna").decode())


def _usage(*, signs: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=signs,
        crl_sign=signs,
        encipher_only=False,
        decipher_only=False,
    )


def _pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def _certificate(path: Path) -> x509.Certificate:
    try:
        return x509.load_pem_x509_certificate(path.read_bytes())
    except (OSError, ValueError):
        raise CertificateBroken(file=path.name) from None


def _key(path: Path) -> ec.EllipticCurvePrivateKey:
    try:
        found = load_pem_private_key(path.read_bytes(), password=None)
    except (OSError, ValueError, TypeError):
        raise CertificateBroken(file=path.name) from None
    if not isinstance(found, ec.EllipticCurvePrivateKey):
        raise CertificateBroken(file=path.name)
    return found
