#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sandbox has five openings and no more; what is outside is not seen, and what is stored
lies in the application's own folder and nowhere else. What the desktop knows of it starts it
in there."""

import pathlib

from driver import main, wait

OPENINGS = {"shared": "network;ipc;", "sockets": "x11;wayland;fallback-x11;", "devices": "dri;"}


def story(desk):
    home = pathlib.Path.home()
    (home / "private.csv").write_text("NOM;PRENOM\nFICTIF;Camille\n")
    assert desk.run("cat", "/app/share/metainfo/org.gers.Dites32.metainfo.xml").returncode == 0
    assert desk.run("cat", home / "private.csv").returncode != 0

    said = desk.info("--show-permissions")
    openings = dict(line.split("=") for line in said.splitlines() if "=" in line)
    assert openings == OPENINGS, said

    entry = desk.exported("applications", "desktop", "Desktop Entry")
    assert entry["Exec"].endswith(f" --command=dites32 --file-forwarding {desk.program} @@u %U @@"), entry["Exec"]
    assert set(entry["MimeType"].split(";")) == {"text/csv", "text/tab-separated-values", ""}, entry["MimeType"]
    assert entry["DBusActivatable"] == "true" and entry["X-Flatpak"] == entry["Icon"] == desk.program
    service = desk.exported("dbus-1/services", "service", "D-BUS Service")
    assert service["Name"] == desk.program and service["Exec"].endswith(f" {desk.program} --gapplication-service"), service["Exec"]
    provider = desk.exported("gnome-shell/search-providers", "search-provider.ini", "Shell Search Provider")
    assert provider["DesktopId"] == f"{desk.program}.desktop" and provider["BusName"] == desk.program

    before = {path for path in home.rglob("*") if desk.home not in (path, *path.parents)}
    app = desk.start()
    app.key("ctrl+n")
    app.find("text", "Birth Name").enter("FACTICE")
    wait(lambda: desk.documents("intern"), "the intern to be stored")
    app.quit()
    assert any(desk.data.glob("*.sqlite*")), list(desk.data.iterdir())
    grown = {path for path in home.rglob("*") if desk.home not in (path, *path.parents)} - before
    assert not grown, grown


main(story)
