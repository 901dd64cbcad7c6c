#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""F1 asks the viewer that is in the sandbox for the page that fits: the one outside does not
see the pages of an application in a sandbox."""

import pathlib

from driver import main, wait


def asked():
    """What a viewer was started with, in whatever sandbox."""
    for path in pathlib.Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = path.read_bytes().decode(errors="replace").split("\0")
        except OSError:
            continue
        if pathlib.Path(words[0]).name == "yelp":
            yield words[1], (path.parent / "root/.flatpak-info").exists()


def story(desk):
    desk.fill("intern")
    assert desk.run("cat", "/app/share/help/fr/org.gers.Dites32/index.page").stdout.startswith("<?xml")
    app = desk.start()
    app.key("F1")
    page, inside = wait(lambda: next(asked(), None), "the viewer")
    assert page.startswith("help:org.gers.Dites32/") and inside, (page, inside)


main(story)
