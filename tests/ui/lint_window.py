#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""lint_window.py PROGRAM: walks every page and dialog in French, as a screen reader
does, and complains of

* what can have the focus and has no name,
* a text that the program has in French and shows in English,
* a button or field that is beyond the edge of a narrow window,
* two things in one window that answer to the same mnemonic.
"""

import collections
import re

import tour
from driver import KINDS, STATE, Atspi, Desk, GLib, Node, main
from screen import X11

LOCALE = "fr_FR.UTF-8"
# What the toolkit itself can focus without need of a name: they only hold others. GTK 4.18
# tells nobody the names of the items of a menu.
HOLDERS = {"scroll pane", "viewport", "panel", "frame", "dialog", "window", "application", "filler", "menu item"}


# What is walked, and how wide: each kind of page and each dialog once, since the forms and
# lists of all kinds are made from one table.
WIDTHS = {
    "empty": [1280], "list-intern": [1280, 360], "list-housing": [1280], "document-intern": [1280],
    "document-housing": [1280, 360], "document-placement": [1280], "no-results": [1280], "plan": [1280, 360],
    "menu": [1280], "preferences": [1280, 360], "about": [1280], "sidebar": [360], "trash": [1280], "filters": [1280],
    "bulk": [1280, 360], "catalogue": [1280, 360], "preview": [1280], "pick": [1280], "history": [1280],
    "shortcuts": [360],
}
# The toolkit's own words that have no French of their own.
FOREIGN = {"Close", "Close the window"}
# Where the toolkit places things is not told to the pixel.
SLACK = 17
# What must be within the window to be of use.
PRESSED = {"button", "toggle button", "text", "entry", "switch", "check box", "combo box"}


def english():
    """What must not be read in French: the texts whose translation is another."""
    whole, patterns = set(), []
    catalogue = tour.Words(LOCALE).translations._catalog
    french = set(catalogue.values())
    for key, translation in catalogue.items():
        text = key[0] if isinstance(key, tuple) else key
        text = text.split("\x04")[-1].replace("_", "")
        if len(re.findall(r"\w", text)) < 3 or text in FOREIGN or text in french or text == translation.replace("_", ""):
            continue
        if "%" in text:
            literal = re.sub(r"%[-+'0-9.$]*[a-zA-Z]+", "\0", text)
            # Short ones would match what a person typed.
            if len(literal.replace("\0", "").strip(" .,:()")) > 5:
                patterns.append(re.compile(re.escape(literal).replace("\0", ".+").replace("\\\0", ".+") + r"\Z"))
        else:
            whole.add(text)
    return whole, patterns


def is_english(text, whole, patterns):
    return text in whole or any(pattern.match(text) for pattern in patterns)


def name_of(node):
    if node.name:
        return node.name
    # Entries and the like are named by a label beside them.
    for relation in node.accessible.get_relation_set():
        if relation.get_relation_type().value_nick == "labelled-by":
            return relation.get_target(0).get_name()
    return ""


def is_of_toolkit(node):
    """Whether the toolkit has made it, and names it in its own way: the list of a drop-down
    has the drop-down's name, a row that unfolds has its header's, a group of rows in a
    dialog without a title the dialog's."""
    if node.role == "list item" and any(child.name for child in node.all("list item")):
        return True
    inner = node
    for _ in range(40):
        node = node.parent
        if node.accessible is None:
            return False
        if node.role == "combo box" or (node.role == "dialog" and inner.role == "list"):
            return True
    return False


def window_of(node):
    """The dialog, or else the window, in which a mnemonic must be the only one."""
    for _ in range(40):
        node = node.parent
        if node.accessible is None or node.role in ("dialog", "frame", "window", "menu"):
            return node.name
    return ""


def mnemonic(node):
    """The letter that answers to Alt, of what can be pressed."""
    action = node.accessible.get_action_iface()
    if action is None or action.get_n_actions() == 0:
        return None
    try:
        letter = (action.get_key_binding(0) or "").split(";")[0]
    except GLib.Error:
        # It says that it can be pressed, and not how.
        return None
    return letter.lower() if len(letter) == 1 else None


def walk(accessible):
    """What is shown, as it is known: nothing moves any more, so nothing is asked twice."""
    for index in range(accessible.get_child_count()):
        child = accessible.get_child_at_index(index)
        if child is not None:
            states = child.get_state_set()
            if states.contains(STATE.SHOWING):
                yield child, states
                yield from walk(child)


def look(stop, app, whole, patterns, width):
    """All that is wrong at one stop."""
    seen = collections.defaultdict(list)
    app.accessible.clear_cache()
    for accessible, states in list(walk(app.accessible)):
        node = Node(app, accessible)
        name, role = node.name, node.role
        if is_english(name.strip(), whole, patterns):
            yield f"{stop}: in English: {role} “{name}”"
        if not states.contains(STATE.FOCUSABLE):
            continue
        if is_english(node.description.strip(), whole, patterns):
            yield f"{stop}: in English: {role} “{node.description}”"
        if role not in HOLDERS and not name_of(node) and not is_of_toolkit(node):
            yield f"{stop}: no name: {path(node)}"
        if role in PRESSED and states.contains(STATE.SENSITIVE):
            box = accessible.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
            if box.width > 0 and (box.x < -SLACK or box.x + box.width > width + 2 * X11.FRAME + SLACK):
                yield f"{stop}: beyond the edge: {role} “{name}” from {box.x} to {box.x + box.width} of {width}"
        if letter := mnemonic(node):
            seen[letter, window_of(node)].append(f"{role} “{name}”")
    for (letter, _), nodes in seen.items():
        if len(nodes) > 1:
            yield f"{stop}: Alt+{letter} is of {' and '.join(nodes)}"


def path(node):
    """A nameless thing is told by what it is in."""
    words = [node.role]
    for _ in range(8):
        node = node.parent
        if node.accessible is None or node.role == "application":
            break
        if node.name:
            return f"{words[0]} in {node.role} “{node.name}”"
    return words[0]


def lint(desk):
    whole, patterns = english()
    assert whole, "there is no French"
    complaints = []
    empty = Desk(desk.program, desk.folder / "empty")
    # What was done has its name in the language of who did it.
    desk.locale = LOCALE
    desk.fill(*KINDS)
    try:
        for name, filled, kind, way in tour.STOPS:
            for width in WIDTHS.get(name, ()):
                app = tour.go(desk if filled else empty, name, kind, way, LOCALE, size=(width, 800))
                complaints += look(f"{name} at {width}", app, whole, patterns, width)
                app.end()
    finally:
        for app in empty.apps:
            app.end()
    assert not complaints, "\n" + "\n".join(sorted(set(complaints)))


main(lint)
