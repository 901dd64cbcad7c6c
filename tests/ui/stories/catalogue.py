#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The catalogue of all published homes is made from the menu: what is offered is in it,
what is a draft is not."""

import subprocess

from driver import main, wait


def story(desk):
    desk.fill()
    app = desk.start()
    app.key("F10")
    app.find("menu")
    app.key("c")
    app.find("button", "Save PDF…").press()
    path = desk.folder / "catalogue.pdf"
    app.choose(app.open_dialog(), path)
    wait(lambda: path.is_file() and path.stat().st_size > 1000, "the catalogue to be written")
    said = wait(lambda: subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True).stdout, "its text")
    assert "Studio au pied de l’exemple" in said, said
    assert "Villa imaginaire" not in said, said


main(story)
