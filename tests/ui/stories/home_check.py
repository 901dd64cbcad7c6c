#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A home is a draft: what keeps it from being published is listed, each thing in words; the
first is filled in, and one less is missing."""

import re

from driver import STATE, main, wait


def missing(app):
    return [int(found.group(1)) for node in app.find("list", "Publication").all("label")
            if (found := re.match(r"(\d+) points? keeps? it from being published", node.name))]


def story(desk):
    desk.fill()
    desk.remember(shown_kind="housing")
    app = desk.start()
    app.find("label", "Villa imaginaire à partager").click()
    app.find("list", "Publication")
    count = wait(lambda: missing(app), "what is missing")[0]
    app.find("list item", "Draft").click()
    row = wait(lambda: next((node for node in app.find("list", "Publication").all("list item") if "deposit" in node.name), None),
               "the deposit to be asked for")
    row.click()
    # It leads to the field, and leaves the keyboard in it.
    wait(lambda: app.find("text", "Deposit").has(STATE.FOCUSED), "the field to have the focus")
    app.type("0\t")
    wait(lambda: desk.show("housing:villa").get("deposit_cents") == 0, "the deposit to be stored")
    wait(lambda: missing(app) and missing(app)[0] == count - 1, "one less to be missing")


main(story)
