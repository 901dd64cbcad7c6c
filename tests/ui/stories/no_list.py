#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is no list gets one sentence, and nothing is written."""

from driver import SOURCE, main


def story(desk):
    app = desk.start()
    desk.drag(app, app.find("frame"), SOURCE / "data/sample/photos/01-studio.jpg")
    page = app.find("grouping", "Import")
    page.find("label", "This Is Not a List")
    page.find("label", "Photos are added to a home: open the home, then drop them on it.")
    assert not page.is_there("button", "Import")
    assert desk.documents("intern") == []


main(story)
