# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The list is ordered by something else, and keeps that order over a restart."""

from driver import main, wait


def rows(app):
    return [node.name.split(",")[0] for node in app.find("list", "Homes").all("list item") if node.name]


def story(desk):
    desk.fill("partner", "housing")
    desk.remember(shown_kind="housing")
    app = desk.start()
    app.find("list item", starts="Villa")
    before = rows(app)
    app.find("toggle button", "Sort").press()
    app.find("menu")
    app.key("End", "Return")
    wait(lambda: rows(app) != before and len(rows(app)) == len(before), "the order to be another")
    after = rows(app)
    app.quit()
    app = desk.start()
    app.find("list item", starts="Villa")
    wait(lambda: rows(app) == after, "the order to be kept")


main(story)
