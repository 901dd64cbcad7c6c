#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""lint.py CHECK SOURCE [ARGUMENT…]: one check on the files of the project.

Prints what is wrong, one line each, and fails if there is anything.
"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile
from xml.etree import ElementTree

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


def check_blueprints(source):
    """The templates are laid out as blueprint-compiler does it."""
    templates = [str(source / "src" / path) for path in files(source / "src", "*.blp")]
    result = subprocess.run(["blueprint-compiler", "format", *templates], capture_output=True, text=True)
    return [] if result.returncode == 0 else (result.stdout + result.stderr).splitlines()


def check_store(source):
    """The manifest and the metainfo keep the rules of the shops that staff install from."""
    manifest = json.loads((source / "org.gers.Dites32.json").read_text())
    component = ElementTree.parse(source / "data/org.gers.Dites32.metainfo.xml.in").getroot()
    summary = component.findtext("summary")
    rules = {
        "the sandbox is opened for windows, the network and graphics alone": manifest["finish-args"] == [
            "--share=ipc", "--share=network", "--socket=fallback-x11", "--socket=wayland", "--device=dri"],
        "the manifest is called like its id": manifest["id"] == "org.gers.Dites32",
        "the runtime is GNOME's, 49 or later: Blueprint is in its SDK": manifest["runtime"] == "org.gnome.Platform"
            and manifest["sdk"] == "org.gnome.Sdk" and int(manifest["runtime-version"]) >= 49,
        "nothing is built from elsewhere": all(
            source["type"] == "dir" for module in manifest["modules"] for source in module["sources"]),
        "the metainfo is free to copy": component.findtext("metadata_license") == "CC0-1.0",
        "the project's licence is named": component.findtext("project_license") == "GPL-3.0-or-later",
        "the summary has 10 to 35 characters and no full stop": 10 <= len(summary) <= 35 and not summary.endswith("."),
        "the developer has an id and a name": component.find("developer").get("id") == "org.gers"
            and bool(component.findtext("developer/name")),
        "the age rating is there": component.find("content_rating").get("type") == "oars-1.1",
        "the branding has a light and a dark colour": {color.get("scheme_preference") for color in
                                                       component.findall("branding/color")} == {"light", "dark"},
        "every release says what is new": all(
            release.findtext("description/p") for release in component.findall("releases/release")),
        "the newest release is the project's version": f"version: '{component.find('releases/release').get('version')}'"
            in (source / "meson.build").read_text(),
        "it works down to 360 pixels, with keys, pointer and touch":
            component.findtext("requires/display_length") == "360" and len(component.findall("supports/control")) == 3,
        "the icon is drawn for 128 pixels":
            'viewBox="0 0 128 128"' in (source / "data/icons/hicolor/scalable/apps/org.gers.Dites32.svg").read_text(),
    }
    return [f"not so: {rule}" for rule, kept in rules.items() if not kept]


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
