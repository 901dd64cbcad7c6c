#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""screenshots.py PROGRAM DIRECTORY [PART…]: pictures of every page and dialog, named
STOP-WIDTH-LOOK-LANGUAGE.png: wide and as wide as a telephone, light, dark, in high contrast
and with letters of twice the size, in French; light and wide in English too; and from right
to left, as in Hebrew. With PART only those whose name has one of these in it."""

import os
import pathlib
import subprocess
import sys
import tempfile
import time

import tour
from driver import KINDS, Desk, Failure, GLib
from screen import X11, xdotool

SIZES = {"wide": (1280, 860), "360": (360, 760)}
# What a desktop would tell the program: in the environment, and as resources of the display.
LOOKS = {
    "light": ({"ADW_DEBUG_COLOR_SCHEME": "prefer-light"}, ""),
    "dark": ({"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}, ""),
    "contrast": ({"ADW_DEBUG_COLOR_SCHEME": "prefer-light", "ADW_DEBUG_HIGH_CONTRAST": "1"}, ""),
    "large": ({"ADW_DEBUG_COLOR_SCHEME": "prefer-light"}, "Xft.dpi: 192\n"),
}
LOCALES = {"fr": "fr_FR.UTF-8", "en": "en_GB.UTF-8", "he": "he_IL.UTF-8"}
CORNER = 12


def take(app, path):
    """The window with the corners and the shadow that a desktop gives it."""
    raw = path.with_suffix(".ppm")
    geometry = dict(line.split("=") for line in xdotool("getwindowgeometry", "--shell", app.window).split())
    # Of the whole screen, since a menu is a window of its own; and only when all is at its place.
    crop = "{WIDTH}x{HEIGHT}+{X}+{Y}".format(**geometry)
    before = None
    for _ in range(10):
        subprocess.run(["import", "-window", "root", "-crop", crop, "+repage", str(raw)], check=True)
        if before == (now := raw.read_bytes()):
            break
        before = now
        time.sleep(0.5)
    width, height = int(geometry["WIDTH"]) - 2 * X11.FRAME, int(geometry["HEIGHT"]) - 2 * X11.FRAME
    subprocess.run(["convert", str(raw), "-shave", f"{X11.FRAME}x{X11.FRAME}", "+repage", "-alpha", "set",
                    "(", "-size", f"{width}x{height}", "xc:none", "-fill", "white",
                    "-draw", f"roundrectangle 0,0 {width - 1},{height - 1} {CORNER},{CORNER}", ")",
                    "-compose", "DstIn", "-composite", "-compose", "Over",
                    "(", "+clone", "-background", "black", "-shadow", "35x14+0+5", ")",
                    "+swap", "-background", "none", "-layers", "merge", "+repage", str(path)], check=True)
    raw.unlink()


def wanted():
    for stop in tour.STOPS:
        for width in SIZES:
            # A wide window shows these at another stop too.
            if width == "wide" and stop[0] in ("sidebar", "columns"):
                continue
            for look in LOOKS:
                yield stop, width, look, "fr"
            yield stop, width, "light", "he"
            # For the README, the metainfo and the stores.
            if width == "wide":
                yield stop, width, "light", "en"


def make_locale(folder, locale):
    """Makes a locale that the machine may not have; the program has no words in it, but its direction."""
    subprocess.run(["localedef", "-i", locale.split(".")[0], "-f", "UTF-8", str(folder / locale)], check=True)


def prepare(desk, look, locale, locales):
    """Has the programs of a desk look like that from now on."""
    environment, resources = LOOKS[look]
    for name in ("ADW_DEBUG_HIGH_CONTRAST", "LOCPATH"):
        os.environ.pop(name, None)
    if (locales / locale).exists():
        os.environ["LOCPATH"] = str(locales)
    (desk.folder / "resources").write_text(resources)
    os.environ.update({"XENVIRONMENT": str(desk.folder / "resources")} | environment)
    (desk.folder / tour.SETTINGS).write_text("[Settings]\ngtk-enable-animations=0\ngtk-cursor-blink=0\ngtk-font-name=Adwaita Sans 11\n")


program, directory = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
parts = sys.argv[3:]
directory.mkdir(parents=True, exist_ok=True)
with tempfile.TemporaryDirectory() as folder:
    desk = Desk(program, pathlib.Path(folder))
    empty = Desk(program, pathlib.Path(folder) / "empty")
    # The sample of data/sample, where it was made; else what the tests have.
    sample = os.environ.get("DITES_SAMPLE")
    if sample and pathlib.Path(sample).is_dir():
        subprocess.run(["cp", "-r", sample, str(desk.data)], check=True)
    else:
        desk.fill(*KINDS)
    locales = pathlib.Path(folder) / "locales"
    locales.mkdir()
    make_locale(locales, LOCALES["he"])
    taken, failed = 0, []
    for (name, filled, kind, way), width, look, language in wanted():
        picture = f"{name}-{width}-{look}-{language}"
        if parts and not any(part in picture for part in parts):
            continue
        prepare(desk if filled else empty, look, LOCALES[language], locales)
        try:
            app = tour.go(desk if filled else empty, name, kind, way, LOCALES[language], size=SIZES[width])
            # Nothing shall be lit up because the pointer happens to be there.
            xdotool("mousemove", 1595, 995)
            take(app, directory / f"{picture}.png")
            taken += 1
        except (Failure, GLib.Error) as failure:
            failed.append(f"{picture}: {failure}")
        for app in [*desk.apps, *empty.apps]:
            app.end()
print(f"{taken} pictures in {directory.resolve()}")
if failed:
    sys.exit("\n".join(failed))
