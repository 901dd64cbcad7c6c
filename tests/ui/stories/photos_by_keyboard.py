# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The photos of a home are put in order, removed and brought back by keyboard alone."""

from driver import SOURCE, main, wait

PHOTOS = SOURCE / "data/sample/photos"


def order(desk):
    return [photo["sha256"] for photo in desk.show("housing:studio").get("photos") or []]


def story(desk):
    desk.fill("partner", "housing")
    desk.remember(shown_kind="housing")
    app = desk.start()
    app.find("label", "Studio au pied de l’exemple").click()
    files = sorted(PHOTOS.iterdir())[:3]
    desk.drag(app, app.find("button", "Add Photos…"), *files)
    wait(lambda: len(order(desk)) == 3, "the photos to be stored")
    first, second, third = order(desk)

    app.find("list item", name="Main Picture").reach()
    app.key("alt+Down")
    wait(lambda: order(desk) == [second, first, third], "the first photo to be the second")
    # The keyboard goes with the photo that it moves.
    app.key("alt+Down")
    wait(lambda: order(desk) == [second, third, first], "the photo to be the last")
    app.key("alt+Up", "alt+Up")
    wait(lambda: order(desk) == [first, second, third], "the photo to be the first again")

    app.key("alt+Delete")
    wait(lambda: order(desk) == [second, third], "the photo to be removed")
    app.key("ctrl+z")
    wait(lambda: order(desk) == [first, second, third], "the photo to be back")


main(story)
