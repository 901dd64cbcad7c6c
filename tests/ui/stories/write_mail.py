#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An address of an intern is written to: the computer's mail program is called for it."""

from driver import main, wait


def story(desk):
    desk.fill("intern")
    kept = desk.keep_program("mail", "x-scheme-handler/mailto")
    app = desk.start()
    app.find("label", "FICTIF Camille").click()
    app.find("button", "Write to “camille.fictif@exemple.invalid”").press()
    called = wait(lambda: kept.is_file() and kept.read_text().strip(), "the mail program to be called")
    assert called == "mailto:camille.fictif@exemple.invalid", called


main(story)
