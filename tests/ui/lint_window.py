#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""lint_window.py PROGRAM PART/PARTS: walks every page and dialog in French, as a screen
reader does, and complains of

* what can have the focus and has no name, has the name of something else than its field, or
  a role that says nothing,
* a row whose words are not all said with it, and one that says something twice,
* a picture without a name that is not kept from being read,
* what is read in another order than it stands,
* more than one heading of a dialog, and a stop where nothing has the focus,
* a text that the program has in French and shows in English,
* a button or field that is beyond the edge of a narrow window,
* two things in one window that answer to the same mnemonic.

The stops are shared out among the parts, which can be walked at the same time.
"""

import collections
import re
import sys

import tour
from driver import KINDS, STATE, Atspi, Desk, GLib, InVain, Node, main
from screen import X11

LOCALE = "fr_FR.UTF-8"
# What the toolkit itself can focus without need of a name: they only hold others. GTK 4.18
# tells nobody the names of the items of a menu.
HOLDERS = {"scroll pane", "viewport", "frame", "dialog", "window", "application", "filler", "menu item"}
# What can have the focus and says by its role how it is used.
ROLES = HOLDERS | {"button", "toggle button", "check box", "radio button", "switch", "text", "entry", "password text", "spin button",
                   "combo box", "list", "list item", "page tab", "link", "image", "slider", "table", "menu", "row header"}
# What is walked, and how wide.
WIDTHS = {name: [1280] for name, *_ in tour.STOPS} | {
    "list-intern": [1280, 360], "document-housing": [1280, 360], "plan": [1280, 360],
    "preferences": [1280, 360], "bulk": [1280, 360], "catalogue": [1280, 360], "due": [1280, 360], "photo": [1280, 360],
    "several": [1280, 360], "sidebar": [360], "shortcuts": [360], "columns": [360],
    # Nothing of it is told: see there.
    "communes": [],
}
# The forms and lists of all kinds are made from one table.
ALIKE = {f"{what}-{kind}" for what in ("list", "document") for kind in tour.ALL} - {
    "list-intern", "list-housing", "document-intern", "document-housing", "document-placement", "document-tenancy"}
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


def targets(node, *relations):
    """The names of what a node refers to in some way."""
    for relation in node.accessible.get_relation_set():
        if relation.get_relation_type().value_nick in relations:
            for index in range(relation.get_n_targets()):
                yield relation.get_target(index).get_name()


def name_of(node):
    # Entries and the like are named by a label beside them.
    return node.name or next(targets(node, "labelled-by"), "")


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
        # What a button opens is a window too.
        if node.accessible is None or node.role in ("dialog", "frame", "window", "menu", "button"):
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


class Seen:
    """Something that is shown, as it is known: nothing moves any more, so nothing is asked twice."""

    def __init__(self, app, accessible, states, parent):
        self.node = Node(app, accessible)
        self.parent = parent
        self.role = accessible.get_role_name()
        self.name = self.node.name.strip()
        self.description = self.node.description.strip()
        self.focusable = states.contains(STATE.FOCUSABLE)
        self.focused = states.contains(STATE.FOCUSED)
        self.usable = states.contains(STATE.SENSITIVE)
        self.box = accessible.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        self.children = list(see(app, accessible, self))

    def has_area(self):
        # The toolkit also tells of rows that it keeps for later; they are anywhere.
        return 0 < self.box.width < 4000 and 0 < self.box.height < 100000

    def walk(self):
        for child in self.children:
            yield child
            yield from child.walk()

    def texts(self):
        """The words in it, but for those of what has the focus, or a name, for itself."""
        for child in self.children:
            if child.role == "label" and child.name and child.has_area():
                yield child.name
            elif not child.focusable and child.role not in ("button", "list", "menu") and not (child.role == "grouping" and child.name):
                yield from child.texts()

    def ancestors(self):
        parent = self.parent
        while parent is not None:
            yield parent
            parent = parent.parent


def see(app, accessible, parent=None):
    for index in range(accessible.get_child_count()):
        child = accessible.get_child_at_index(index)
        if child is not None:
            states = child.get_state_set()
            if states.contains(STATE.SHOWING):
                yield Seen(app, child, states, parent)


def is_known_holder(seen):
    """Panels that the toolkit gives the focus to: the one around a dialog, the header of what unfolds, and what
    is chosen in a drop-down."""
    return seen.role == "panel" and next((one.role for one in seen.ancestors() if one.role != "panel"), "") in (
        "dialog", "toggle button", "list item")


def look_at_order(seen, leftwards):
    """What stands before another is read before it."""
    children = [child for child in seen.children if child.has_area()]
    # GTK 4.18 has the headers of a list after its rows, and libadwaita 1.7 the bars after what is between them.
    if seen.role == "list":
        children = [child for child in children if child.role == "list item"]
    if seen.role == "grouping" and [child.role for child in seen.children[1:]] == ["grouping", "grouping"]:
        children = children[1:]
    for first, second in zip(children, children[1:]):
        one, other = first.box, second.box
        above = other.y + other.height <= one.y + 1
        level = min(one.y + one.height, other.y + other.height) - max(one.y, other.y) > min(one.height, other.height) / 2
        left = one.x + one.width <= other.x + 1 if leftwards else other.x + other.width <= one.x + 1
        if above or (level and left):
            yield f"read before {tell(second)} which stands before it: {tell(first)}"


def look_at_words(seen):
    """A row, a button or a field says all that is written in it, once."""
    said = []
    for one in (seen, *(child for child in seen.walk() if child.focusable)):
        said += [one.name, one.description, *targets(one.node, "labelled-by", "described-by", "error-message")]
    if seen.description and seen.description == seen.name and seen.role not in ("heading", "image"):
        yield f"said twice: {tell(seen)}"
    if any(one.role == "combo box" for one in seen.ancestors()):
        return
    if seen.role in ("list item", "button", "toggle button", "check box", "radio button"):
        for text in seen.texts():
            if not any(text in one for one in said):
                yield f"not said with {tell(seen)}: “{text}”"


def is_in_popover(seen):
    """It is a surface of its own, and told to be in the button that opens it."""
    return any(one.role == "button" for one in seen.ancestors())


def look_at_field(seen):
    """What is in the row of a field is called by the field."""
    row = next((one for one in seen.ancestors() if one.role == "list item"), None)
    if row is None or row.focusable or seen.role not in ("text", "entry", "combo box", "toggle button", "radio button", "check box"):
        return
    label = next(row.texts(), None)
    names = [name_of(seen.node), *(one.name for one in seen.ancestors() if one.role == "grouping")]
    if label is not None and not any(label in name for name in names):
        yield f"not called by its field “{label}”: {tell(seen)}"


def tell(seen):
    for one in (seen, *seen.walk()):
        if one.name:
            return f"{seen.role} “{one.name}”" if one is seen else f"{seen.role} with “{one.name}”"
    return path(seen.node)


def look(stop, app, whole, patterns, width):
    """All that is wrong at one stop."""
    mnemonics = collections.defaultdict(list)
    app.accessible.clear_cache()
    everything = [one for top in see(app, app.accessible) for one in (top, *top.walk())]
    if not any(one.focused for one in everything):
        yield f"{stop}: nothing has the focus"
    for dialog in everything:
        if dialog.role == "dialog" and sum(one.role == "heading" for one in dialog.walk()) > 1:
            yield f"{stop}: more than one heading in {tell(dialog)}"
    for seen in everything:
        node, name, role = seen.node, seen.name, seen.role
        if is_english(name, whole, patterns):
            yield f"{stop}: in English: {role} “{name}”"
        if role == "image" and not name and not seen.focusable and not any(one.role == "combo box" for one in seen.ancestors()):
            yield f"{stop}: a picture without a name: {path(node)}"
        for complaint in look_at_order(seen, tour.is_from_right(app)):
            yield f"{stop}: {complaint}"
        if not seen.focusable:
            continue
        if is_english(seen.description, whole, patterns):
            yield f"{stop}: in English: {role} “{seen.description}”"
        known = is_known_holder(seen)
        if role not in ROLES and not known:
            yield f"{stop}: says nothing by its role: {tell(seen)}"
        if role not in HOLDERS and not known and not name_of(node) and not is_of_toolkit(node):
            yield f"{stop}: no name: {path(node)}"
        for complaint in (*look_at_words(seen), *look_at_field(seen)):
            yield f"{stop}: {complaint}"
        if role in PRESSED and seen.usable and seen.box.width > 0 and not is_in_popover(seen):
            if seen.box.x < -SLACK or seen.box.x + seen.box.width > width + 2 * X11.FRAME + SLACK:
                yield f"{stop}: beyond the edge: {role} “{name}” from {seen.box.x} to {seen.box.x + seen.box.width} of {width}"
        if letter := mnemonic(node):
            mnemonics[letter, window_of(node)].append(f"{role} “{name}”")
    for (letter, _), nodes in mnemonics.items():
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


def reach(desk, empty, stop, width):
    """The program at a stop. A way that is not found on a busy machine is gone once more, not the whole tour."""
    name, filled, kind, way = stop
    try:
        return tour.go(desk if filled else empty, name, kind, way, LOCALE, size=(width, 800))
    except InVain as failure:
        print(f"{name} at {width} once more: {failure}", file=sys.stderr)
        for app in [*desk.apps, *empty.apps]:
            app.end()
        return tour.go(desk if filled else empty, name, kind, way, LOCALE, size=(width, 800))


def lint(desk):
    whole, patterns = english()
    assert whole, "there is no French"
    part, parts = map(int, sys.argv[2].split("/"))
    wanted = sys.argv[3:]
    complaints = []
    empty = Desk(desk.program, desk.folder / "empty")
    # What was done has its name in the language of who did it.
    desk.locale = LOCALE
    desk.fill(*KINDS)
    walked = [(stop, width) for stop in tour.STOPS if stop[0] not in ALIKE and (not wanted or stop[0] in wanted) for width in WIDTHS[stop[0]]]
    try:
        for stop, width in walked[part - 1::parts]:
            app = reach(desk, empty, stop, width)
            complaints += look(f"{stop[0]} at {width}", app, whole, patterns, width)
            app.end()
    finally:
        for app in empty.apps:
            app.end()
    assert not complaints, "\n" + "\n".join(sorted(set(complaints)))


main(lint)
