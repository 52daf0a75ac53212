#!/usr/bin/env bash
# Makes dist/kundcenter_VERSION_ARCH.deb of this tree.  Build on the oldest release you support:
# the package needs at least the C library it was built with.
#
#   make setup && packaging/deb.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

python=.venv/bin/python
"$python" -m PyInstaller --version >/dev/null 2>&1 ||
    "$python" -m pip install -qq --require-hashes --no-deps -r packaging/requirements-build.lock
"$python" -m PyInstaller --noconfirm --log-level WARN packaging/kundcenter.spec

version=$("$python" -c 'from importlib.metadata import version; print(version("kundcenter"))')
architecture=$(dpkg --print-architecture)
tree=build/deb
rm -rf "$tree"
install -d "$tree/DEBIAN" "$tree/opt" "$tree/usr/bin"
cp -r dist/kundcenter "$tree/opt/kundcenter"
ln -s /opt/kundcenter/kundcenter "$tree/usr/bin/kundcenter"
install -Dm644 packaging/kundcenter.desktop "$tree/usr/share/applications/kundcenter.desktop"
install -Dm644 packaging/kundcenter-open.desktop "$tree/usr/share/applications/kundcenter-open.desktop"
install -Dm644 resources/icons/app.svg "$tree/usr/share/icons/hicolor/scalable/apps/kundcenter.svg"
cat >"$tree/DEBIAN/control" <<CONTROL
Package: kundcenter
Version: $version
Architecture: $architecture
Maintainer: Kundcenter <kundcenter@example.com>
Section: misc
Priority: optional
Installed-Size: $(du -sk "$tree/opt" | cut -f1)
Depends: libc6, libgl1, libegl1, libxkbcommon0, libxkbcommon-x11-0, libdbus-1-3, libfontconfig1, libglib2.0-0, libxcb-cursor0, libxcb-icccm4, libxcb-image0, libxcb-keysyms1, libxcb-randr0, libxcb-render-util0, libxcb-shape0
Recommends: gnome-keyring | kwalletmanager
Description: workstation for regional contact centres
 Answers, documents and refers the calls of 1177, a switchboard and a service
 desk.  Everything is kept in an encrypted local database.
CONTROL
# xz is smaller by a quarter and takes minutes
dpkg-deb --build --root-owner-group -Zzstd -z3 "$tree" "dist/kundcenter_${version}_${architecture}.deb"
