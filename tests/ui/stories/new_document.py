#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A new intern is typed in; the machine loses power before anybody saves. Nothing is lost."""

import time

from driver import main, wait


def story(desk):
    app = desk.start()
    app.key("ctrl+n")
    app.find("text", "Birth Name").enter("FACTICE")
    app.find("text", "First Name").enter("Noa")
    wait(lambda: [(document["family_name"], document.get("first_name")) for document in desk.documents("intern")] == [("FACTICE", "Noa")],
         "the intern to be stored")
    # What is being typed is written after a pause, too.
    app.find("text", "Preferred First Name").click()
    app.type("Nono")
    time.sleep(2.5)
    app.process.kill()
    app.process.wait()
    assert desk.documents("intern")[0].get("preferred_name") == "Nono", desk.documents("intern")
    app = desk.start()
    app.find("label", contains="FACTICE")


main(story)
