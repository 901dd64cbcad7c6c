#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sandbox has five openings and no more; what is outside is not seen, and what is stored
lies in the application's own folder and nowhere else."""

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
