#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An intern goes to the trash among selected rows, waits there over a restart, and comes back."""

from driver import main, wait


def story(desk):
    desk.fill("intern")
    app = desk.start()
    app.find("toggle button", "Select Several").press()
    app.find("list item", starts="FICTIF").click()
    app.find("label", "1 Selected")
    app.find("button", "Move to the Trash").press()
    wait(lambda: len(desk.documents("intern")) == 3, "the intern to be in the trash")
    app.wait_gone("list item", starts="FICTIF")
    app.quit()

    app = desk.start()
    app.find("list item", "Trash").click()
    app.find("list item", contains="FICTIF").click()
    app.find("button", starts="Restore").press()
    wait(lambda: len(desk.documents("intern")) == 4, "the intern to be back")
    app.find("button", "Back").press()
    app.find("list item", starts="FICTIF")


main(story)
