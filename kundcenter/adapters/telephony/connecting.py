"""The socket to the exchange, with TLS where the settings say so."""

from __future__ import annotations

import ipaddress
import socket
import ssl

from kundcenter.adapters.telephony.pace import SessionOver
from kundcenter.domain.lines import DownReason, ExchangeSettings


def connect(settings: ExchangeSettings, patience: float) -> socket.socket:
    """Waits so many seconds.  Raises SessionOver."""
    try:
        link = socket.create_connection((settings.host, settings.port), patience)
    except (OSError, UnicodeError):  # UnicodeError: a host name that cannot be one
        raise SessionOver(DownReason.UNREACHABLE) from None
    try:
        link.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if not settings.tls:
            return link
        context = ssl.create_default_context(cafile=settings.ca_file)
        return context.wrap_socket(link, server_hostname=settings.host)
    except (ssl.SSLError, FileNotFoundError, PermissionError, ValueError):
        link.close()
        raise SessionOver(DownReason.NOT_TRUSTED) from None
    except OSError:
        link.close()
        raise SessionOver(DownReason.UNREACHABLE) from None


def is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
