#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""lint.py CHECK SOURCE [ARGUMENT…]: one check on the files of the project.

Prints what is wrong, one line each, and fails if there is anything.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

# Nothing is left in the source folder.
sys.dont_write_bytecode = True
from store import check_store  # noqa: E402, F401, one of the checks

SKIPPED = ("_build", ".git", "node_modules")
MARK = re.compile(r"\b(?:_|N_|C_|NC_|ngettext|g_dngettext)\s?\(\s*\"")


def files(source, *patterns):
    """The files of the project, also where it is not a checkout."""
    for pattern in patterns:
        for path in sorted(source.rglob(pattern)):
            relative = path.relative_to(source)
            if path.is_file() and not path.is_symlink() and not any(part.startswith(SKIPPED) for part in relative.parts[:-1]):
                yield relative


def check_format(source):
    sources = [str(source / path) for path in files(source, "*.c", "*.h")]
    result = subprocess.run(["clang-format", "--dry-run", "--Werror", *sources],
                            capture_output=True, text=True)
    return [line for line in result.stderr.splitlines() if "error:" in line]


def check_potfiles(source):
    listed = (source / "po/POTFILES").read_text().splitlines()
    wrong = [] if listed == sorted(listed) else ["po/POTFILES is not sorted"]
    for path in files(source / "src", "*.c", "*.h", "*.blp"):
        name = f"src/{path}"
        code = re.sub(r"/\*.*?\*/", "", (source / name).read_text(), flags=re.S)
        if MARK.search(code) and name not in listed:
            wrong.append(f"{name}: has strings to translate and is not in po/POTFILES")
    wrong += [f"po/POTFILES: {name} does not exist" for name in listed if not (source / name).is_file()]
    return wrong


def check_translation(source, template, translation):
    """A translation has every string of a template, translated, and no other."""
    with tempfile.TemporaryDirectory() as directory:
        merged = f"{directory}/merged.po"
        subprocess.run(["msgmerge", "--quiet", "--no-fuzzy-matching", "-o", merged, translation, template],
                       cwd=source, check=True)
        result = subprocess.run(["msgfmt", "--check", "--statistics", "-o", "/dev/null", merged],
                                capture_output=True, text=True)
        wrong = [] if result.returncode == 0 else result.stderr.splitlines()
        if re.search(r"fuzzy|untranslated", result.stderr):
            missing = subprocess.run(["msgattrib", "--untranslated", "--no-obsolete", merged],
                                     capture_output=True, text=True).stdout
            wrong += re.findall(r'^msgid .*', missing, re.M)[1:] + [result.stderr.strip()]
        if "\n#~ " in (source / translation).read_text():
            wrong.append(f"{translation} keeps strings that are gone")
        return wrong


def check_po(source):
    """po/fr.po is complete."""
    with tempfile.TemporaryDirectory() as directory:
        template = f"{directory}/dites32.pot"
        subprocess.run(["xgettext", "--files-from=po/POTFILES", "--from-code=UTF-8", "--keyword=_", "--keyword=N_",
                        "--keyword=C_:1c,2", "--keyword=NC_:1c,2", "--keyword=ngettext:1,2",
                        "--flag=g_strdup_printf:1:c-format", "--add-comments=Translators",
                        "-o", template], cwd=source, check=True, stderr=subprocess.DEVNULL)
        return check_translation(source, template, "po/fr.po")


def check_spaces(source):
    """French has a no-break space inside its quotes and before : ; ? ! and its apostrophes are curly."""
    wrong = []
    for name in ("po/fr.po", "help/fr/fr.po"):
        translated = False
        for number, line in enumerate((source / name).read_text().splitlines(), 1):
            translated = line.startswith("msgstr") or (translated and line.startswith('"'))
            if translated and re.search(r" [:;?!»]|«(?!\u00a0)|(?<!\u00a0)»|[A-Za-zÀ-ÿ]'[A-Za-zÀ-ÿ]", line):
                wrong.append(f"{name}:{number}: {line}")
    return wrong


def check_help(source):
    """The pages of the help are valid, lead somewhere and are all in French."""
    pages = [str(path) for path in sorted((source / "help/C").glob("*.page"))]
    wrong = []
    for check in ("validate", "links", "orphans", "ids"):
        result = subprocess.run(["yelp-check", check, *pages], capture_output=True, text=True)
        if result.returncode != 0 or result.stdout.strip():
            wrong += (result.stdout + result.stderr).splitlines()
    listed = re.findall(r"'([a-z-]+\.page)'", (source / "help/meson.build").read_text())
    if [pathlib.Path(page).name for page in pages] != listed:
        wrong.append("help/meson.build does not list the pages of help/C, sorted")
    with tempfile.TemporaryDirectory() as directory:
        template = f"{directory}/help.pot"
        subprocess.run(["itstool", "-o", template, *pages, source / "help/C/legal.xml"], check=True)
        return wrong + check_translation(source, template, "help/fr/fr.po")


def check_stories(source):
    """Each page of the help about a task names the stories that do it, in the words of the window."""
    wrong = []
    told = {path.stem for path in (source / "tests/ui/stories").glob("*.py")}
    listed = re.search(r"stories = \[(.*?)\]", (source / "tests/ui/meson.build").read_text(), re.S).group(1)
    if re.findall(r"'(\w+)'", listed) != sorted(told):
        wrong.append("tests/ui/meson.build does not list tests/ui/stories, sorted")
    msgids = re.findall(r'^msgid((?: ?"[^\n]*"\n)+)', (source / "po/fr.po").read_text(), re.M)
    words = {"".join(re.findall(r'"([^\n]*)"', msgid)).replace("_", "") for msgid in msgids}
    for path in sorted((source / "help/C").glob("*.page")):
        text = path.read_text()
        if 'style="task"' not in text:
            continue
        named = re.search(r"<!-- Stories: ([\w ]+) -->", text)
        for story in named.group(1).split() if named else [None]:
            if story not in told:
                wrong.append(f"{path.name}: no story does this: {story}" if story else f"{path.name}: names no story")
        wrong += [f"{path.name}: the window has no “{gui}”" for gui in re.findall(r"<gui>([^<]*)</gui>", text) if gui not in words]
    return wrong


def check_keys(source):
    """No key has two meanings, and the window of the keys knows those of the application."""
    wrong, owners = [], {}
    actions = (source / "src/ui/dites-application-actions.c").read_text()
    listed = (source / "src/ui/dialogs/dites-shortcuts-dialog.c").read_text()
    for action, keys in re.findall(r'\{ "([\w.:-]+)", \{ ((?:"[^"]+"(?:, )?)+) \} \}', actions):
        if f'"{action}"' not in listed:
            wrong.append(f"src/ui/dialogs/dites-shortcuts-dialog.c: {action} is missing")
        for key in re.findall(r'"([^"]+)"', keys):
            if key in owners:
                wrong.append(f"{key} is of {owners[key]} and of {action}")
            owners[key] = action
    assert owners, "no keys are found"
    binding = re.compile(r'add_binding_action \(widget_class, GDK_KEY_(\w+), ([\w |]+), "([\w.-]+)"')
    # Keys of a part of a page, written as the application's are.
    written = re.compile(r'add_shortcut \((.+), "([^"]+)", \w+ \((?:"([\w.-]+)"|(\w+))|trigger_parse_string \("([^"]+)"\), gtk_named_action_new \("([\w.-]+)"')
    names = {"GDK_CONTROL_MASK": "<Control>", "GDK_SHIFT_MASK": "<Shift>", "GDK_ALT_MASK": "<Alt>", "0": ""}
    for path in files(source / "src", "*.c"):
        own = {}
        for key, modifiers, action in binding.findall((source / "src" / path).read_text()):
            key = "".join(names[word] for word in sorted(modifiers.split(" | "))) + key
            for other in (owners.get(key), own.get(key)):
                if other not in (None, action):
                    wrong.append(f"src/{path}: {key} is of {other} and of {action}")
            own[key] = action
        for part, keys, action, function, key, other in written.findall((source / "src" / path).read_text()):
            # What one part takes a key for, another may take it for too.
            for key in (keys or key).split("|"):
                there = owners.get(key) or own.get((part, key))
                if there not in (None, action or function or other):
                    wrong.append(f"src/{path}: {key} is of {there} and of {action or function or other}")
                own[part, key] = action or function or other
    return wrong


def check_actions(source):
    """Every action is in a menu, on a button or a key, or is what something that is does."""
    code = {path: (source / "src/ui" / path).read_text() for path in files(source / "src/ui", "*.c", "*.blp")}
    made = {name for text in code.values() for name in re.findall(r'_install_action \(\w+, "([\w.-]+)"', text)}
    for text in code.values():
        prefix = "app" if "g_application" in text or "GtkApplication" in text else "win"
        group = re.search(r'insert_action_group \(\w+, "(\w+)"', text)
        made |= {f"{group[1] if group else prefix}.{name}" for name in re.findall(r'^    \{ "([\w-]+)", \w+_action, ', text, re.M)}
    assert made, "no actions are found"
    mention = re.compile(r'_(?:install_action|action_set_enabled) \([^"\n]*"[^"]*"')
    used = {name for text in code.values() for name in re.findall(r'"(\w+\.[\w-]+)(?:[(:][^"]*)?"', mention.sub("", text))}
    return [f"src/ui: nothing leads to {name}" for name in sorted(made - used)]


def check_stops(source):
    """Each template and each dialog is seen somewhere on the tour that the lint of names and the screenshots make."""
    tour = (source / "tests/ui/tour.py").read_text()
    stops = set(re.findall(r'^    \("([\w-]+)", (?:True|False), ', tour, re.M)) | {
        f"{what}-{kind}" for what in ("list", "document") for kind in re.search(r"^ALL = \((.*)\)", tour, re.M)[1].replace('"', "").split(", ")}
    seen = dict(re.findall(r'^    "(dites-[\w-]+)": "([\w-]+)",$', tour, re.M))
    made = {path.stem for path in files(source / "src/ui", "*.blp", "*-dialog.c", "*-page.c")}
    return ([f"tests/ui/tour.py: no stop shows {name}" for name in sorted(made - set(seen))] +
            [f"tests/ui/tour.py: there is no {name}" for name in sorted(set(seen) - made)] +
            [f"tests/ui/tour.py: {name} is at no stop: {stop}" for name, stop in seen.items() if stop not in stops])


def check_sizes(source):
    """What is on the screen is in files of fewer than 500 lines."""
    lengths = ((path, len((source / "src/ui" / path).read_text().splitlines())) for path in files(source / "src/ui", "*.c", "*.blp"))
    return [f"src/ui/{path}: {length} lines" for path, length in lengths if length >= 500]


def check_blueprints(source):
    """The templates are laid out as blueprint-compiler does it."""
    templates = [str(source / "src" / path) for path in files(source / "src", "*.blp")]
    result = subprocess.run(["blueprint-compiler", "format", *templates], capture_output=True, text=True)
    return [] if result.returncode == 0 else (result.stdout + result.stderr).splitlines()


def check_licences(source):
    """Every file names its licence, and every licence is there."""
    result = subprocess.run(["reuse", "--root", source, "lint", "--lines"], capture_output=True, text=True)
    if result.returncode == 0:
        return []
    return (result.stdout + result.stderr).splitlines() or ["reuse lint failed"]


def check_scripts(source):
    """The shell scripts, also those without an extension."""
    scripts = []
    for path in files(source, "*"):
        with open(source / path, "rb") as script:
            if re.match(rb"#!\s*/(usr/)?bin/(env )?(ba)?sh\b", script.read(32)):
                scripts.append(path)
    result = subprocess.run(["shellcheck", "--format=gcc", *scripts], cwd=source, capture_output=True, text=True)
    return result.stdout.splitlines() + result.stderr.splitlines()


def check_words(source):
    """Nothing is left for later, and no machine is named."""
    words = re.compile(r"\b(TO" r"DO|FIX" r"ME|HA" r"CK)\b|/wo" r"rk/")
    wrong = []
    for path in files(source, "*.c", "*.h", "*.py", "*.mjs", "*.blp", "*.md", "*.json", "meson.build", "run", "enter"):
        for number, line in enumerate((source / path).read_text().splitlines(), 1):
            if words.search(line):
                wrong.append(f"{path}:{number}: {line.strip()}")
    return wrong


def check_layers(source, *programs):
    """No test of the core may need a display's libraries."""
    wrong = []
    for program in programs:
        needed = subprocess.run(["readelf", "-d", program], capture_output=True, text=True, check=True).stdout
        wrong += [f"{program}: {line.strip()}" for line in needed.splitlines()
                  if re.search(r"NEEDED.*lib(gtk|adwaita|gdk-)", line)]
    return wrong


CHECKS = {name[len("check_"):]: function for name, function in globals().items() if name.startswith("check_")}

if __name__ == "__main__":
    complaints = CHECKS[sys.argv[1]](pathlib.Path(sys.argv[2]), *sys.argv[3:])
    print("\n".join(complaints))
    sys.exit(1 if complaints else 0)
