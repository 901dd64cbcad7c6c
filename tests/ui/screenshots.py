#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""screenshots.py PROGRAM DIRECTORY [PART…]: pictures of every page and dialog, named
STOP-WIDTH-SCHEME-LANGUAGE.png: wide and as wide as a telephone, light and dark, in French,
and a few in English too. With PART only those whose name has one of these in it."""

import os
import pathlib
import subprocess
import sys
import tempfile

import tour
from driver import FRAME, KINDS, Desk, xdotool

SIZES = {"wide": (1280, 860), "360": (360, 760)}
SCHEMES = {"light": "prefer-light", "dark": "prefer-dark"}
# Also in English, for the README and the metainfo.
ENGLISH = ("list-intern", "document-housing", "plan")
CORNER = 12


def take(app, path):
    """The window with the corners and the shadow that a desktop gives it."""
    raw = path.with_suffix(".raw.png")
    subprocess.run(["import", "-window", app.window, str(raw)], check=True)
    width, height = (int(line) for line in subprocess.run(["identify", "-format", "%w\n%h", str(raw)], check=True,
                                                          capture_output=True, text=True).stdout.split())
    width, height = width - 2 * FRAME, height - 2 * FRAME
    subprocess.run(["convert", str(raw), "-shave", f"{FRAME}x{FRAME}", "+repage", "-alpha", "set",
                    "(", "-size", f"{width}x{height}", "xc:none", "-fill", "white",
                    "-draw", f"roundrectangle 0,0 {width - 1},{height - 1} {CORNER},{CORNER}", ")",
                    "-compose", "DstIn", "-composite", "-compose", "Over",
                    "(", "+clone", "-background", "black", "-shadow", "35x14+0+5", ")",
                    "+swap", "-background", "none", "-layers", "merge", "+repage", str(path)], check=True)
    raw.unlink()


def wanted():
    for stop in tour.STOPS:
        for width in SIZES:
            if stop[0] == "sidebar" and width == "wide":
                continue
            for scheme in SCHEMES:
                yield stop, width, scheme, "fr"
        if stop[0] in ENGLISH:
            yield stop, "wide", "light", "en"


program, directory = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
parts = sys.argv[3:]
directory.mkdir(parents=True, exist_ok=True)
with tempfile.TemporaryDirectory() as folder:
    desk = Desk(program, pathlib.Path(folder))
    empty = Desk(program, pathlib.Path(folder) / "empty")
    for it in (desk, empty):
        with open(it.folder / "config/gtk-4.0/settings.ini", "a") as settings:
            settings.write("gtk-font-name=Adwaita Sans 11\n")
    # The sample of data/sample, where it was made; else what the tests have.
    sample = os.environ.get("DITES_SAMPLE")
    if sample and pathlib.Path(sample).is_dir():
        subprocess.run(["cp", "-r", sample, str(desk.data)], check=True)
    else:
        desk.fill(*KINDS)
    taken = 0
    for (name, filled, kind, way), width, scheme, language in wanted():
        picture = f"{name}-{width}-{scheme}-{language}"
        if parts and not any(part in picture for part in parts):
            continue
        locale = {"fr": "fr_FR.UTF-8", "en": "en_GB.UTF-8"}[language]
        os.environ["ADW_DEBUG_COLOR_SCHEME"] = SCHEMES[scheme]
        app = tour.go(desk if filled else empty, name, kind, way, locale, size=SIZES[width])
        # Nothing shall be lit up because the pointer happens to be there.
        xdotool("mousemove", 1595, 995)
        take(app, directory / f"{picture}.png")
        app.end()
        taken += 1
print(f"{taken} pictures in {directory.resolve()}")
