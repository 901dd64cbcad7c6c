# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""From a placement to its stage site, which is changed, back with Alt+Left, and on to the
intern, who is changed too, and on whom the placement is listed."""

from driver import main, wait


def story(desk):
    desk.fill()
    desk.remember(shown_kind="placement")
    app = desk.start()
    app.find("list item", starts="FICTIF Camille").click()
    app.find("button", starts="Open “Centre hospitalier d’Exemple").press()
    app.find("text", "Department").enter("Pédiatrie")
    wait(lambda: desk.show("site:urgences")["department"] == "Pédiatrie", "the site to be changed")
    app.key("alt+Left")
    app.find("button", "Open “FICTIF Camille”").press()
    app.find("list", starts="Placements (1)")
    app.find("text", "First Name").enter("Claude")
    wait(lambda: desk.show("intern:camille")["first_name"] == "Claude", "the intern to be changed")


main(story)
