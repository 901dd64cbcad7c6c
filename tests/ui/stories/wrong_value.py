#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A date that there is not is refused in words beside its field, the stored one stays; the
right one is stored as soon as the field is left."""

from driver import main, wait


def birth(desk):
    return desk.show("intern:camille").get("birth_date")


def story(desk):
    desk.fill("intern")
    app = desk.start()
    app.find("label", "FICTIF Camille").click()
    field = app.find("text", "Date of Birth")
    field.enter("31/02/1998")
    wait(lambda: any("31/02/1998" in node.name and node.role == "label" for node in app.walk()), "the reason in words")
    assert birth(desk) is None
    field.enter("28/02/1998")
    wait(lambda: birth(desk) == "1998-02-28", "the date to be stored")
    app.wait_gone("label", contains="31/02/1998")


main(story)
