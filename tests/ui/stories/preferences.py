#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The desk gets a name in the preferences; what it changes from then on has that name in
the history, also after a restart."""

from driver import main, wait


def story(desk):
    desk.fill("intern")
    app = desk.start()
    app.key("ctrl+comma")
    app.find("page tab", "This Desk").press()
    app.find("text", "Name of This Desk").enter("accueil-2")
    app.key("Escape")
    app.quit()
    app = desk.start()
    app.key("ctrl+comma")
    app.find("page tab", "This Desk").press()
    assert app.find("text", "Name of This Desk").text == "accueil-2"
    app.key("Escape")
    app.wait_gone("text", "Name of This Desk")
    app.find("label", "FICTIF Camille").click()
    app.find("text", "First Name").enter("Claude")
    wait(lambda: desk.show("intern:camille")["changed_by"] == "accueil-2", "the change in the desk's name")


main(story)
