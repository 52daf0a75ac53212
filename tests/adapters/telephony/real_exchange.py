"""A real Asterisk with real telephones, if this machine has them, on loopback and in a folder.

Found on PATH, or below KUNDCENTER_ASTERISK_ROOT: a folder into which the packages asterisk,
sip-tester and baresip with their libraries were unpacked (`apt-get install --download-only` with
state and cache folders of its own, then `dpkg-deb -x`; nothing of the machine is changed).  Tried
with Asterisk 16.28, sipp 3.6.1 and baresip 1.0.0.  baresip does not obey `NOTIFY talk`: it replies
481, and Asterisk then ends the ring.  So its handset is lifted through its control port, and sipp
plays a desk phone that obeys.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
import wave
from dataclasses import dataclass
from pathlib import Path
from string import Template

from kundcenter.domain.lines import ExchangeSettings, PhoneControl

HERE = Path(__file__).parent / "asterisk"
CONFIGURATION = (
    "asterisk.conf",
    "extensions.conf",
    "logger.conf",
    "manager.conf",
    "modules.conf",
    "pjsip.conf",
    "pjsip_notify.conf",
    "queues.conf",
    "rtp.conf",
)
EMPTY = (
    "acl.conf",
    "ccss.conf",
    "cdr.conf",
    "cel.conf",
    "codecs.conf",
    "features.conf",
    "indications.conf",
    "pjproject.conf",
    "sorcery.conf",
    "stasis.conf",
    "udptl.conf",
)
SECRET = "hemlig-i-testet"
CALLER = "0701740605"
KEYED_ID = "191212121212"


@dataclass(frozen=True)
class Programs:
    asterisk: Path
    sipp: Path
    baresip: Path
    modules: Path
    baresip_modules: Path
    data: Path
    environment: dict[str, str]


def find_programs() -> Programs | None:
    """None when one of the three is missing."""
    root = Path(os.environ.get("KUNDCENTER_ASTERISK_ROOT", "/"))
    folders = [root / folder for folder in ("usr/sbin", "usr/bin", "usr/local/sbin")]
    path = os.pathsep.join(str(folder) for folder in folders)
    found = [shutil.which(name, path=path) for name in ("asterisk", "sipp", "baresip")]
    libraries = [root / "usr/lib", *sorted((root / "usr/lib").glob("*-linux-gnu"))]
    modules = [here for lib in libraries if (here := lib / "asterisk/modules").is_dir()]
    players = [here for lib in libraries if (here := lib / "baresip/modules").is_dir()]
    if None in found or not modules or not players:
        return None
    libraries.append(root / "lib/x86_64-linux-gnu")
    own = {} if root == Path("/") else {"LD_LIBRARY_PATH": ":".join(map(str, libraries))}
    return Programs(
        asterisk=Path(str(found[0])),
        sipp=Path(str(found[1])),
        baresip=Path(str(found[2])),
        modules=modules[0],
        baresip_modules=players[0],
        data=root / "usr/share/asterisk",
        environment={**os.environ, **own},
    )


class RealExchange:
    """Asterisk and a soft phone (201), running in a folder until `stop`.

    Ports are chosen by the process's number and not asked for, so that no socket is opened here.
    """

    def __init__(self, programs: Programs, home: Path) -> None:
        self._programs = programs
        self.home = home
        base = 21_000 + os.getpid() % 320 * 50
        self.ports = {
            "sip_port": base,
            "ami_port": base + 1,
            "trunk_port": base + 2,
            "phone_port": base + 3,
            "soft_phone_port": base + 4,
            "handset_port": base + 36,  # not next to the soft phone, which takes that one for TLS
            "rtp_first": base + 6,
            "rtp_last": base + 15,
            "rtp_soft": base + 16,
            "rtp_soft_last": base + 23,
            "rtp_trunk": base + 24,
            "rtp_phone": base + 30,
            "sos_port": base + 38,
            "rtp_sos": base + 40,
        }
        self._children: list[subprocess.Popen[bytes]] = []

    def settings(
        self, extension: str, *, user: str = "desk", obeys: bool, emergency: str = ""
    ) -> ExchangeSettings:
        return ExchangeSettings(
            host="127.0.0.1",
            port=self.ports["ami_port"],
            user=user,
            extension=extension,
            phone=PhoneControl.NOTIFY if obeys else PhoneControl.BY_HAND,
            emergency=emergency,
        )

    def start(self) -> None:
        for folder in ("etc", "lib", "spool", "run", "log", "phone"):
            (self.home / folder).mkdir()
        for name in CONFIGURATION:
            self._write(name, "etc")
        for name in EMPTY:
            (self.home / "etc" / name).touch()
        self._write("baresip.conf", "phone", "config")
        self._write("baresip_accounts", "phone", "accounts")
        (self.home / "phone" / "contacts").touch()
        with wave.open(str(self.home / "said.wav"), "wb") as said:
            said.setnchannels(1)
            said.setsampwidth(2)
            said.setframerate(8000)
            said.writeframes(bytes(2 * 8000 * 60))
        configuration = str(self.home / "etc" / "asterisk.conf")
        self._run(self._programs.asterisk, "-f", "-C", configuration)
        self._wait_for("core waitfullybooted", "fully booted")
        self._run(self._programs.baresip, "-f", str(self.home / "phone"))
        self._wait_for("pjsip show contacts", "201/sip:201")

    def stop(self) -> None:
        for child in reversed(self._children):
            child.terminate()
            try:
                child.wait(5)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()

    def call(self, scenario: str, service: str, number: str = CALLER) -> subprocess.Popen[bytes]:
        """Somebody rings `service`; the process ends well when the call went as the script says."""
        who = self.home / f"{scenario}-{len(self._children)}.csv"
        who.write_text(f"SEQUENTIAL\n{number};{KEYED_ID};\n", encoding="utf-8")
        return self._sipp(
            scenario,
            "trunk",
            "-s",
            service,
            "-inf",
            str(who),
            f"127.0.0.1:{self.ports['sip_port']}",
        )

    def desk_phone(self, scenario: str) -> subprocess.Popen[bytes]:
        """202, waiting for one call."""
        return self._listening(scenario, "phone")

    def sos(self, scenario: str) -> subprocess.Popen[bytes]:
        """112, waiting for one call."""
        return self._listening(scenario, "sos")

    def die(self) -> None:
        """kill -9 of the exchange, whatever is under way."""
        self._children[0].kill()
        self._children[0].wait()

    def asked(self, question: str) -> str:
        """What Asterisk's own console answers."""
        configuration = str(self.home / "etc" / "asterisk.conf")
        answer = subprocess.run(
            (str(self._programs.asterisk), "-C", configuration, "-rx", question),
            env=self._programs.environment,
            capture_output=True,
            check=False,
        )
        return answer.stdout.decode(errors="replace")

    def hand(self, command: str) -> None:
        """What a hand does at the soft phone: accept, hold, resume, hangup."""
        if command == "accept":  # before it rings there is nothing to lift
            self._wait_for("core show channels concise", "Ringing")
        message = json.dumps({"command": command}).encode()
        address = ("127.0.0.1", self.ports["handset_port"])
        with socket.create_connection(address, 5) as handset:
            handset.sendall(b"%d:%s," % (len(message), message))
            handset.settimeout(5)
            heard = b""
            while b'"response":true' not in heard:
                more = handset.recv(4096)
                assert more, "the soft phone closed its control connection"
                heard += more

    def _listening(self, scenario: str, port: str) -> subprocess.Popen[bytes]:
        """sipp, once it can be called: on a busy machine it takes a while."""
        process = self._sipp(scenario, port)
        wanted = f":{self.ports[f'{port}_port']:04X} "
        until = time.monotonic() + 10
        while wanted not in Path("/proc/net/udp").read_text(encoding="ascii"):
            assert time.monotonic() < until, f"{scenario} never listened"
            time.sleep(0.02)
        return process

    def _sipp(self, scenario: str, port: str, *more: str) -> subprocess.Popen[bytes]:
        return self._run(
            self._programs.sipp,
            *("-sf", str(HERE / f"{scenario}.xml"), "-i", "127.0.0.1", "-m", "1", "-nostdin"),
            *("-p", str(self.ports[f"{port}_port"]), "-mp", str(self.ports[f"rtp_{port}"])),
            *("-timeout", "12s", "-timeout_error", *more),
        )

    def _run(self, program: Path, *arguments: str) -> subprocess.Popen[bytes]:
        child = subprocess.Popen(
            (str(program), *arguments),
            cwd=self.home,
            env=self._programs.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._children.append(child)
        return child

    def _wait_for(self, question: str, wanted: str) -> None:
        until = time.monotonic() + 20
        while time.monotonic() < until:
            if wanted in self.asked(question):
                return
            time.sleep(0.1)
        raise AssertionError(f"Asterisk never said {wanted!r}")

    def _write(self, name: str, folder: str, as_name: str | None = None) -> None:
        words = {
            "home": self.home,
            "secret": SECRET,
            "modules": self._programs.modules,
            "baresip_modules": self._programs.baresip_modules,
            "data": self._programs.data,
            **self.ports,
        }
        text = Template((HERE / name).read_text(encoding="utf-8")).safe_substitute(words)
        (self.home / folder / (as_name or name)).write_text(text, encoding="utf-8")
