#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two windows on one desk: what is changed in one is seen in the other."""

from driver import main, wait


def story(desk):
    desk.fill("intern")
    app = desk.start()
    app.key("ctrl+shift+n")
    wait(lambda: len([node for node in app.children() if node.role == "frame"]) == 2, "a second window")
    desk.cli("add", "intern", "--json", desk.file("one.json", '{"family_name": "BIDON", "first_name": "Lou"}'))
    app.type("")
    for frame in app.children():
        frame.find("label", "FICTIF Camille")
    app.key("ctrl+n")
    app.find("text", "Birth Name").enter("TEMOIN")
    wait(lambda: all(frame.is_there("label", contains="TEMOIN") for frame in app.children()), "the new intern in both")


main(story)
