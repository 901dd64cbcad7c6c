# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The mission's telephone number is entered in the preferences, and stands on the next sheet."""

import subprocess

from driver import main, wait


def story(desk):
    desk.fill()
    desk.remember(shown_kind="housing")
    app = desk.start()
    app.key("ctrl+comma")
    app.find("text", "Phone Number").enter("05 36 49 00 09")
    app.key("Escape")
    app.wait_gone("text", "Phone Number")
    app.find("label", "Studio au pied de l’exemple").click()
    app.find("button", "Export as PDF").press()
    path = desk.folder / "fiche.pdf"
    app.choose(app.open_dialog(), path)
    wait(lambda: path.is_file() and path.stat().st_size > 1000, "the sheet to be written")
    said = wait(lambda: subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True).stdout, "its text")
    assert "05 36 49 00 09" in said.replace("\u00a0", " ").replace("\u202f", " "), said


main(story)
