# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two fields of one person are changed; the history of the document lists both, and the
older step is undone by itself. The history of all lists what the undoing was; one quits from there."""

from driver import main, wait


def names(desk):
    document = desk.show("intern:camille")
    return document["family_name"], document["first_name"]


def story(desk):
    desk.fill("intern")
    app = desk.start()
    app.find("label", "FICTIF Camille").click()
    app.find("text", "Birth Name").enter("EXEMPLE")
    wait(lambda: names(desk) == ("EXEMPLE", "Camille"), "the family name to be stored")
    app.find("text", "First Name").enter("Claude")
    wait(lambda: names(desk) == ("EXEMPLE", "Claude"), "the first name to be stored")
    app.find("toggle button", "More").press()
    app.find("menu")
    app.key("h")
    dialog = app.find("dialog", "History")
    step = wait(lambda: next((node for node in dialog.all("list item") if node.shows("Birth Name: FICTIF → EXEMPLE")), None),
                "the older step")
    step.find("button", "Undo This").press()
    wait(lambda: names(desk) == ("FICTIF", "Claude"), "the older step alone to be undone")
    # The first Escape takes the message away, the second one the dialog.
    dialog.find("button", "Dismiss")
    app.key("Escape")
    dialog.wait_gone("button", "Dismiss")
    app.key("Escape")
    app.wait_gone("dialog", "History")
    assert "Birth Name" in desk.cli("history").splitlines()[0], desk.cli("history")

    # Quitting works from a dialog too, and from one that a letter of a menu has opened.
    app.find("toggle button", "More").press()
    app.find("menu")
    app.key("h")
    app.find("dialog", "History")
    app.quit()


main(story)
