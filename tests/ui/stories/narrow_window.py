#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""On a telephone's width one page is seen at a time: from the kinds to the list to the
document and back, and a value changed."""

from driver import main, wait


def story(desk):
    desk.fill()
    app = desk.start(size=(360, 720))
    assert not app.is_there("list", "Kinds of documents")
    app.key("alt+Left")
    app.find("list item", "Partners").click()
    app.find("label", "Mme Rose BIDON").click()
    field = app.find("text", "Name")
    assert not app.is_there("list", "Kinds of documents")
    field.enter("Mme Rose FACTICE")
    wait(lambda: desk.show("partner:rose")["name"] == "Mme Rose FACTICE", "the name to be stored")
    app.key("alt+Left")
    app.find("label", "Mme Rose FACTICE")
    app.find("button", "Back").press()
    app.find("list", "Kinds of documents")


main(story)
