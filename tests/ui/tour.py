# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page and dialog of the window, one after the other, in any language: what the
lint and the screenshots walk through.

Each stop is a function that leads to it in a program that was just started. It has the
name of its picture; its first argument is the running program, its second the language's
own words.
"""

import contextlib
import datetime
import gettext
import json
import os
import shutil
import sqlite3
import subprocess
import time

from driver import SOURCE, STATE, Desk, Failure, wait

# New, already known, changed, doubtful and refused rows, and columns that are never read.
LIST = """Liste des internes;;;;;;
NOM;PRENOM;MAIL;TELEPHONE;DES;IBAN;N° POSTE
FICTIF;Camille;camille.fictif@exemple.invalid;06 39 98 00 01;MG;FR00;12
EXEMPLE;Dominique;dominique.nouveau@exemple.invalid;06 39 98 00 12;MG;FR00;13
FACTICE;Lou;lou.factice@exemple.invalid;06 39 98 00 13;MG;FR00;14
TÉMOIN;Noé;noe.temoin@;06 39 98 00 14;MU;FR00;15
BIDON;A.;;06 39 98 00 03;MG;FR00;16
;Sans nom;sans.nom@exemple.invalid;;;FR00;17
"""


# Those of GTK, in the folder of a desk.
SETTINGS = "config/gtk-4.0/settings.ini"


class Words:
    """The program's own words in a language."""

    def __init__(self, locale):
        folder = os.environ.get("DITES_LOCALEDIR", str(SOURCE / "_build/po"))
        self.translations = gettext.translation("dites32", folder, [locale.split(".")[0], locale.split("_")[0]], fallback=True)

    def __call__(self, text):
        return self.translations.gettext(text)


# ---- Ways

def open_first(app, words):
    """Opens the first document of the list that is shown."""
    lists = wait(lambda: [node for node in app.all("list") if any(node.all("list item"))], "a list with rows")
    next(lists[-1].all("list item")).click()
    app.find("image", words("All changes are saved"))
    time.sleep(0.3)


def open_published(app, words):
    """Opens a home that is offered, and has all that its sheet says."""
    def find():
        return next((row for row in app.all("list item", contains=f", {words('Published')}")), None)

    try:
        wait(find, "a published home", 3)
    except Failure:
        # Where letters are large it is further down.
        app.key("ctrl+f")
        app.type(next(home for home in app.desk.documents("housing") if home.get("state") == "published")["title"])
        wait(find, "a published home")
    find().click()
    app.find("image", words("All changes are saved"))
    time.sleep(0.3)


def open_menu(app):
    app.key("F10")
    try:
        app.find("menu", patience=1)
    except Failure:
        # A narrow window has it on the page before.
        app.key("alt+Left")
        time.sleep(0.5)
        app.key("F10")
        app.find("menu")


def choose(app, words, text):
    """Chooses a command of the primary menu by its mnemonic."""
    open_menu(app)
    text = words(text)
    app.key(text[text.index("_") + 1].lower())
    time.sleep(0.5)


# ---- Stops: name, what is stored, which kind is shown, how to get there

def nothing(app, words):
    """What is there at the start."""


def type_in_vain(app, words):
    app.key("ctrl+f")
    time.sleep(0.2)
    app.type("zzzz")
    time.sleep(0.5)


def document(app, words):
    open_first(app, words)


def new_document(app, words):
    app.key("ctrl+n")
    app.find("toggle button", words("More"))
    time.sleep(0.6)


def menu(app, words):
    open_menu(app)


def preferences(app, words):
    app.key("ctrl+comma")
    time.sleep(0.6)


def shortcuts(app, words):
    app.key("ctrl+question")
    time.sleep(0.8)


def about(app, words):
    choose(app, words, "_About Dites32")


def catalogue(app, words):
    choose(app, words, "_Catalogue of Homes…")


def trash(app, words):
    if not app.is_there("list item", words("Trash")):
        sidebar(app, words)
    app.find("list item", words("Trash")).click()
    time.sleep(0.6)


def trash_with_rows(app, words):
    lists = wait(lambda: [node for node in app.all("list") if any(node.all("list item"))], "a list with rows")
    row = next(lists[-1].all("list item"))
    row.click()
    wait(lambda: row.has(STATE.FOCUSED), "the row to have the focus")
    app.key("Delete")
    trash(app, words)
    app.find("button", words("_Restore").replace("_", ""))


def trashed(app, words):
    """A document in the trash, where what refers to it leads to it."""
    open_first(app, words)
    intern = words("Open “%s”") % "FICTIF Camille"
    app.find("button", intern).press()
    app.find("text", words("First Name"))
    app.find("toggle button", words("More")).press()
    app.find("menu")
    text = words("Move to _Trash")
    app.key(text[text.index("_") + 1].lower())
    app.find("list", words("Interns")).wait_gone("list item", starts="FICTIF Camille")
    app.key("alt+Left")
    app.find("button", intern).press()
    app.find("label", words("In the trash"))
    time.sleep(0.4)


def communes(app, words):
    """What is proposed while a commune is typed. GTK 4.18 tells nobody what hangs on an entry; a screen reader has
    the proposals announced."""
    open_first(app, words)
    field = app.find("text", words("Commune"))
    field.click()
    app.key("ctrl+a")
    app.type("saint")
    time.sleep(1)


def unread(app, words):
    """A list that cannot be read: its table is elsewhere meanwhile."""
    with contextlib.closing(sqlite3.connect(app.desk.data / "dites32.sqlite")) as database:
        database.execute("ALTER TABLE listing RENAME TO elsewhere")
        if not app.is_there("list item", words("Partners")):
            sidebar(app, words)
        app.find("list item", words("Partners")).click()
        app.find("button", words("_Try Again").replace("_", ""))
        database.execute("ALTER TABLE elsewhere RENAME TO listing")
    time.sleep(0.4)


def reading(app, words):
    app.find("progress bar")


def preview(app, words):
    open_published(app, words)
    app.find("button", words("Preview")).press()
    app.find("dialog", words("Preview"))
    time.sleep(1.5)


def filters(app, words):
    app.find("toggle button", words("Filters")).press()
    time.sleep(0.5)


def several(app, words):
    app.find("toggle button", words("Select Several")).press()
    time.sleep(0.3)
    for row in list(app.find("list", words("Interns")).all("list item"))[:2]:
        row.click()
    time.sleep(0.5)


def bulk(app, words):
    several(app, words)
    app.find("button", words("Change a Field…")).press()
    time.sleep(0.6)


def sidebar(app, words):
    """Only narrow windows have it on a page of its own."""
    app.key("alt+Left")
    time.sleep(0.5)


def references(app, words):
    """Who is where this semester: a list narrowed to what refers to something."""
    name = words("Who Is Where This Semester")
    if not app.is_there("list item", name):
        sidebar(app, words)
    app.find("list item", name).click()
    time.sleep(0.6)


def context_menu(app, words):
    lists = wait(lambda: [node for node in app.all("list") if any(node.all("list item"))], "a list with rows")
    next(lists[-1].all("list item")).click(button=3)
    time.sleep(0.5)


def document_menu(app, words):
    open_first(app, words)
    # The toggle button in it is what is pressed.
    app.find("toggle button", words("More")).press()
    time.sleep(0.5)


def sort_menu(app, words):
    app.find("toggle button", words("Sort")).press()
    time.sleep(0.5)


def toast(app, words):
    several(app, words)
    app.find("button", words("Copy")).press()
    app.find("label", starts=words("Copied: %s").replace("%s", ""))
    time.sleep(0.3)


def calendar(app, words):
    open_first(app, words)
    app.find("toggle button", starts=words("Choose “%s” in a Calendar").split("%s")[0]).press()
    time.sleep(0.6)


def pick(app, words):
    open_first(app, words)
    app.find("button", starts=words("Intern")).press()
    app.find("dialog")
    time.sleep(0.6)


def history(app, words):
    choose(app, words, "Hi_story")
    time.sleep(0.5)


def columns(app, words):
    """Only a narrow window has them on a page of their own."""
    wait(lambda: app.is_there("button", words("_Import").replace("_", "")), "the plan")
    for node in list(app.all(name=words("Columns"))):
        if node.has(STATE.FOCUSABLE):
            node.click()
    time.sleep(0.5)


def preview_text(app, words):
    preview(app, words)
    app.find("toggle button", words("Show as Text")).press()
    time.sleep(0.5)


def refused(app, words):
    """A home that the law does not let out."""
    app.key("ctrl+n")
    time.sleep(0.4)
    app.key("ctrl+p")
    time.sleep(0.6)


def due(app, words):
    if not app.is_there("list item", words("Today")):
        sidebar(app, words)
    app.find("list item", words("Today")).click()
    app.find("dialog", words("Due Today"))
    time.sleep(0.6)


def photos(app, words):
    """A home with a photo, which is pasted if there is none."""
    open_first(app, words)
    if not app.is_there("list", words("Photos")):
        picture = SOURCE / "data/sample/photos/01-studio.jpg"
        subprocess.run(["xclip", "-selection", "clipboard", "-t", "image/jpeg", picture], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        app.find("button", words("Paste a Picture")).press()
        app.find("list", words("Photos"))
    time.sleep(0.6)


def photo(app, words):
    photos(app, words)
    line = next(app.find("list", words("Photos")).all("list item"))
    line.find("toggle button").press()
    time.sleep(0.4)
    text = words("_Show Large")
    app.key(text[text.index("_") + 1].lower())
    app.find("dialog")
    time.sleep(0.8)


def list_menu(app, words):
    app.find("toggle button", words("List Menu")).press()
    time.sleep(0.5)


def chip(app, words):
    """What a list can be narrowed to."""
    filters(app, words)
    app.find("toggle button", starts=words("Speciality (DES)")).press()
    time.sleep(0.5)


def narrowed(app, words):
    chip(app, words)
    app.find("check box", starts=words("General Practice")).reach()
    app.key("space", "Escape")
    time.sleep(0.6)


def wrong(app, words):
    """A value that cannot be."""
    open_first(app, words)
    app.find("text", words("Date of Birth")).enter("31/02/1999")
    time.sleep(0.4)


def part(app, words):
    """A room that is let by itself, unfolded."""
    open_first(app, words)
    parts = app.find("list", words("Rooms Let Separately"))
    if parts.is_there("toggle button", words("Move or Remove")):
        next(node for node in parts.all("list item") if node.name).click()
    else:
        # It may be below what is seen.
        parts.find("button", starts=words("Rooms Let Separately")).reach()
        app.key("Return")
    time.sleep(0.6)


def desk_preferences(app, words):
    preferences(app, words)
    app.find("page tab", words("This Desk")).press()
    time.sleep(0.5)


ALL = ("semester", "intern", "placement", "housing", "tenancy", "site", "partner")

STOPS = [
    ("empty", False, "intern", nothing),
    *[(f"list-{kind}", True, kind, nothing) for kind in ALL],
    *[(f"document-{kind}", True, kind, document) for kind in ALL],
    ("new-intern", True, "intern", new_document),
    ("new-housing", True, "housing", new_document),
    ("no-results", True, "intern", type_in_vain),
    ("filters", True, "intern", filters),
    ("several", True, "intern", several),
    ("bulk", True, "intern", bulk),
    ("trash", True, "intern", trash),
    ("trash-with-rows", True, "intern", trash_with_rows),
    ("trashed", True, "placement", trashed),
    ("communes", True, "housing", communes),
    ("unread", True, "intern", unread),
    ("reading", True, "intern", reading),
    ("plan", True, "intern", nothing),
    ("catalogue", True, "intern", catalogue),
    ("preview", True, "housing", preview),
    ("preview-text", True, "housing", preview_text),
    ("columns", True, "intern", columns),
    ("no-list", True, "intern", nothing),
    ("references", True, "intern", references),
    ("context-menu", True, "intern", context_menu),
    ("document-menu", True, "housing", document_menu),
    ("sort-menu", True, "intern", sort_menu),
    ("toast", True, "intern", toast),
    ("calendar", True, "housing", calendar),
    ("pick", True, "tenancy", pick),
    ("history", True, "intern", history),
    ("damaged", True, "intern", nothing),
    ("menu", True, "intern", menu),
    ("preferences", True, "intern", preferences),
    ("shortcuts", True, "intern", shortcuts),
    ("about", True, "intern", about),
    ("sidebar", True, "intern", sidebar),
    ("due", True, "housing", due),
    ("photos", True, "housing", photos),
    ("photo", True, "housing", photo),
    ("list-menu", True, "intern", list_menu),
    ("chip", True, "intern", chip),
    ("narrowed", True, "intern", narrowed),
    ("wrong", True, "intern", wrong),
    ("part", True, "housing", part),
    ("desk-preferences", True, "intern", desk_preferences),
]

# Where each template and each dialog is seen.
SEEN = {
    "dites-bulk-dialog": "bulk",
    "dites-catalogue-dialog": "catalogue",
    "dites-checks-group": "document-housing",
    "dites-document-page": "document-intern",
    "dites-due-dialog": "due",
    "dites-field-note": "wrong",
    "dites-field-row": "document-intern",
    "dites-filter-chip": "chip",
    "dites-history-dialog": "history",
    "dites-list-page": "list-intern",
    "dites-photo-dialog": "photo",
    "dites-photo-line": "photos",
    "dites-pick-dialog": "pick",
    "dites-plan-facts": "plan",
    "dites-plan-item": "plan",
    "dites-plan-list": "plan",
    "dites-plan-mapping": "plan",
    "dites-plan-page": "plan",
    "dites-preferences-dialog": "preferences",
    "dites-preview-dialog": "preview",
    "dites-shortcuts-dialog": "shortcuts",
    "dites-sidebar-page": "list-intern",
    "dites-trash-page": "trash",
    "dites-window": "list-intern",
}


def is_from_right(app):
    """Whether the language of a program is written from right to left."""
    return app.locale.startswith("he")


def have_arrive(desk):
    """Somebody arrives today, at a home that there is."""
    if any(stay["_id"] == "tenancy:today" for stay in desk.documents("tenancy")):
        return
    home, intern = (desk.documents(kind)[0]["_id"] for kind in ("housing", "intern"))
    today = datetime.date.today()
    stay = {"_id": "tenancy:today", "housing": home, "intern": intern, "state": "confirmed", "start": today.isoformat(),
            "end": (today + datetime.timedelta(days=90)).isoformat()}
    desk.cli("add", "tenancy", "--json", desk.file("today.json", json.dumps(stay)))


def beside(desk, name):
    """Another desk, for what would be in the way of other stops."""
    other = Desk(desk.program, desk.folder / name, desk.locale)
    other.apps = desk.apps
    (other.folder / SETTINGS).write_text((desk.folder / SETTINGS).read_text())
    shutil.rmtree(other.data, ignore_errors=True)
    other.data.mkdir()
    return other


def go(desk, name, kind, way, locale, **options):
    """Starts the program and leads it to a stop."""
    files = []
    if name in ("plan", "columns"):
        files = [desk.file("liste.csv", LIST)]
    elif name == "no-list":
        files = [SOURCE / "data/sample/photos/01-studio.jpg"]
    elif name == "reading":
        # A list that comes through a pipe, to which nobody writes, is read for as long as it takes.
        pipe = desk.folder / "liste-en-route.csv"
        pipe.unlink(missing_ok=True)
        os.mkfifo(pipe)
        files = [pipe]
    elif name == "damaged":
        desk = beside(desk, name)
        (desk.data / "dites32.sqlite").write_text("This is a letter, and no database at all.")
    elif name in ("trash-with-rows", "trashed", "unread"):
        filled, desk = desk, beside(desk, name)
        shutil.copytree(filled.data, desk.data, dirs_exist_ok=True)
    elif name == "due":
        have_arrive(desk)
    desk.remember(shown_kind=kind)
    app = desk.start(*files, locale=locale, **options)
    time.sleep(0.7)
    way(app, Words(locale))
    return app
