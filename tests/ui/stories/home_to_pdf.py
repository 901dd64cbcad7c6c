#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A photo is dropped on a home and gets its text; the sheet is exported, and a person
reads on it what the store has. Its folder is shown, and it is opened."""

import subprocess

from driver import SOURCE, main, wait
from services import own_name

FOLDERS = """<node><interface name="org.freedesktop.FileManager1">
<method name="ShowItems"><arg type="as" direction="in"/><arg type="s" direction="in"/></method>
</interface></node>"""


def watch_folders():
    """Stands in for the program that shows folders; returns the files it is asked for."""
    asked = []

    def called(connection, sender, path, interface, method, parameters, invocation):
        asked.extend(parameters.unpack()[0])
        invocation.return_value(None)

    own_name("org.freedesktop.FileManager1", "/org/freedesktop/FileManager1", FOLDERS, called)
    return asked


def photos(desk):
    return desk.show("housing:studio").get("photos") or []


def story(desk):
    desk.fill()
    desk.remember(shown_kind="housing")
    asked = watch_folders()
    viewer = desk.keep_program("viewer", "application/pdf")
    app = desk.start()
    app.find("label", "Studio au pied de l’exemple").click()
    desk.drag(app, app.find("button", "Add Photos…"), SOURCE / "data/sample/photos/01-studio.jpg")
    wait(lambda: len(photos(desk)) == 1, "the photo to be stored")
    app.find("text", contains="what it shows").enter("La chambre et son bureau")
    wait(lambda: photos(desk)[0].get("alt") == "La chambre et son bureau", "its text to be stored")

    app.find("button", "Export as PDF").press()
    path = desk.folder / "fiche.pdf"
    app.choose(app.open_dialog(), path)
    wait(lambda: path.is_file() and path.stat().st_size > 1000, "the sheet to be written")
    # It goes away after a while; a slow machine would look at all of the long page first.
    app.find("button", "Show in Folder", backwards=True).press()
    wait(lambda: asked == [path.as_uri()], "the folder to be shown")
    app.find("button", "Open", backwards=True).press()
    opened = wait(lambda: viewer.is_file() and viewer.read_text().strip(), "the sheet to be opened")
    assert opened in (str(path), path.as_uri()), opened

    said = wait(lambda: subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True).stdout, "its text")
    assert "Studio au pied de l’exemple" in said and "24" in said and "430" in said and "ground floor" in said, said
    # Where the home is stays between the mission and who rents it.
    assert "impasse" not in said, said
    images = subprocess.run(["pdfimages", "-list", path], capture_output=True, text=True, check=True).stdout
    assert len(images.splitlines()) > 2, images


main(story)
