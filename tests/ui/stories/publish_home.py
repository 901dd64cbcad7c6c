# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What keeps a home from being published is led to and filled in; then it is published, confirmed
by its owner, and in the next catalogue."""

import datetime
import json
import subprocess

from driver import HERE, STATE, main, wait


def story(desk):
    desk.fill("partner")
    # A home that is whole but for its deposit.
    home = json.loads((HERE / "desk/housing.json").read_text().splitlines()[0])
    del home["deposit_cents"]
    home["state"] = "draft"
    desk.cli("add", "housing", "--json", desk.file("home.json", json.dumps(home)))
    desk.remember(shown_kind="housing")
    app = desk.start()
    app.find("label", "Studio au pied de l’exemple").click()
    app.find("list item", starts="Draft").click()
    assert not app.is_there("button", "Publish") or not app.find("button", "Publish").is_usable()
    row = wait(lambda: next((node for node in app.find("list", "Publication").all("list item") if "deposit" in node.name), None),
               "the deposit to be asked for")
    row.click()
    wait(lambda: app.find("text", "Deposit").has(STATE.FOCUSED), "the field to have the focus")
    app.type("0\t")
    app.find("button", "Publish").press()
    wait(lambda: desk.show("housing:studio")["state"] == "published", "the home to be published")
    # The owner says that it still stands.
    app.find("list item", starts="Studio").click()
    app.find("button", "Confirmed Today").reach(most=20)
    app.key("Return")
    wait(lambda: desk.show("housing:studio")["confirmed_on"] == datetime.date.today().isoformat(), "the day to be stored")
    # Who makes a catalogue now finds it in it.
    desk.cli("export-housing", desk.folder / "all.pdf")
    said = subprocess.run(["pdftotext", "-layout", desk.folder / "all.pdf", "-"], capture_output=True, text=True, check=True).stdout
    assert "Studio au pied de l’exemple" in said, said


main(story)
