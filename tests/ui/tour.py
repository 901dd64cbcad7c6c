# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page and dialog of the window, one after the other, in any language: what the
lint and the screenshots walk through.

Each stop is a function that leads to it in a program that was just started. It has the
name of its picture; its first argument is the running program, its second the language's
own words.
"""

import gettext
import os
import time

from driver import SOURCE, Failure, wait

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


def preview(app, words):
    open_first(app, words)
    app.find("button", words("Preview")).press()
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
    ("plan", True, "intern", nothing),
    ("catalogue", True, "intern", catalogue),
    ("preview", True, "housing", preview),
    ("menu", True, "intern", menu),
    ("preferences", True, "intern", preferences),
    ("shortcuts", True, "intern", shortcuts),
    ("about", True, "intern", about),
    ("sidebar", True, "intern", sidebar),
]


def go(desk, name, kind, way, locale, **options):
    """Starts the program and leads it to a stop."""
    desk.remember(shown_kind=kind)
    files = []
    if name == "plan":
        files = [desk.file("liste.csv", LIST)]
    app = desk.start(*files, locale=locale, **options)
    time.sleep(0.7)
    way(app, Words(locale))
    return app
