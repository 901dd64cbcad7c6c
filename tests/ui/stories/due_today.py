# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody arrives today: the list of what is due says so, and leads to the home that was
given, where the arrival is noted."""

import datetime
import json

from driver import main, wait


def story(desk):
    desk.fill()
    today = datetime.date.today()
    tenancy = {"_id": "tenancy:today", "housing": "housing:villa", "intern": "intern:alix", "start": today.isoformat(),
               "end": (today + datetime.timedelta(days=90)).isoformat(), "state": "confirmed"}
    desk.cli("add", "tenancy", "--json", desk.file("today.json", json.dumps(tenancy)))
    app = desk.start()
    app.find("list item", starts="Today").click()
    dialog = app.find("dialog", "Due Today")
    dialog.find("label", "BIDON Alix").click()
    app.find("button", "Open “BIDON Alix”").press()
    app.find("text", "First Name").enter("Alexis")
    wait(lambda: desk.show("intern:alix")["first_name"] == "Alexis", "who arrives to be changed")


main(story)
