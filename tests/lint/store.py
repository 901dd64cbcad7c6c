# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rules of the shops that staff install from, for the manifest, the metainfo, the
desktop entry, the icon and the pictures. What validators check is left to them."""

import json
import re
import struct
from configparser import ConfigParser
from xml.etree import ElementTree

ID = "org.gers.Dites32"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# GNOME's runtimes live for a year: 49 ended in autumn 2026.
ALIVE = 50
OPENINGS = ["--share=ipc", "--share=network", "--socket=fallback-x11", "--socket=wayland", "--device=dri"]
KEYS = ["id", "runtime", "runtime-version", "sdk", "command", "finish-args", "separate-locales", "cleanup", "modules"]


def check_manifest(manifest):
    module = manifest["modules"][-1]
    return {
        "the manifest has the keys that it needs, in their usual order": list(manifest) == KEYS,
        "the id is of the domain that the project has": manifest["id"] == ID,
        "the runtime is GNOME's and alive": manifest["runtime"] == "org.gnome.Platform"
            and manifest["sdk"] == "org.gnome.Sdk" and int(manifest["runtime-version"]) >= ALIVE,
        "the sandbox has the five openings and no other": manifest["finish-args"] == OPENINGS,
        "the program is built from its own tree, without the network, by Meson": [it["type"] for it in module["sources"]] == ["dir"]
            and len(manifest["modules"]) == 1 and module["buildsystem"] == "meson" and "build-options" not in module,
        "the one file that a desk installs from speaks French": manifest["separate-locales"] is False,
        "no build directory gets in": {".git", "_build", "_build-asan", "_build-clang", "_build-gcc"} <= set(module["sources"][0]["skip"]),
    }


def check_texts(component, version):
    summary = component.findtext("summary")
    name = component.findtext("name")
    paragraphs = component.findall("description/p")
    releases = component.findall("releases/release")
    return {
        "it is a desktop application by the manifest's id": component.get("type") == "desktop-application"
            and component.findtext("id") == "@id@",
        "the metainfo is free to copy": component.findtext("metadata_license") == "CC0-1.0",
        "the project's licence is named": component.findtext("project_license") == "GPL-3.0-or-later",
        "the name is short": 1 <= len(name) <= 15,
        "the summary has 10 to 35 characters, no full stop, no article and not the name": 10 <= len(summary) <= 35
            and not re.search(rf"\.$|^(An?|The) |{name}", summary),
        "the description says it in three to six paragraphs, and no more than 700 characters": 3 <= len(paragraphs) <= 6
            and sum(len(it.text) for it in paragraphs) <= 700,
        "the developer has an id and a name that is not translated": component.find("developer").get("id") == "org.gers"
            and bool(component.findtext("developer/name")) and component.find("developer/name").get("translate") == "no",
        "the age rating is there": component.find("content_rating").get("type") == "oars-1.1",
        "the homepage and where to tell of faults are there, by https": {it.get("type") for it in component.findall("url")}
            >= {"homepage", "bugtracker"} and all(it.text.startswith("https://") for it in component.findall("url")),
        "every release has a day and says what is new": all(
            re.fullmatch(r"\d{4}-\d\d-\d\d", it.get("date", "")) and it.findtext("description/p") for it in releases),
        "the newest release is the project's version": releases[0].get("version") == version,
        "the translations have a name": component.find("translation").get("type") == "gettext"
            and component.findtext("translation") == "dites32",
        "it works down to 360 pixels, with keys, pointer and touch": component.findtext("requires/display_length") == "360"
            and {it.text for it in component.findall("supports/control")} == {"keyboard", "pointing", "touch"},
    }


def luminance(color):
    """As WCAG has it."""
    parts = [int(color[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    return sum(weight * (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4)
               for weight, part in zip((0.2126, 0.7152, 0.0722), parts))


def check_branding(component):
    colors = {it.get("scheme_preference"): it.text for it in component.findall("branding/color[@type='primary']")}
    return {
        "the branding has a light and a dark colour": set(colors) == {"light", "dark"},
        "black can be read on the light one and white on the dark one":
            (luminance(colors["light"]) + 0.05) / 0.05 >= 4.5 and 1.05 / (luminance(colors["dark"]) + 0.05) >= 4.5,
    }


def get_size(path):
    """Width and height of a PNG."""
    with open(path, "rb") as picture:
        head = picture.read(24)
    return struct.unpack(">II", head[16:24]) if head[:8] == b"\x89PNG\r\n\x1a\n" else (0, 0)


def check_pictures(component, source, version):
    """Each screenshot has a caption and a picture in English and in French, which is kept here."""
    shots = component.findall("screenshots/screenshot")
    home = f"{component.findtext('url[@type=%r]' % 'homepage')}/pictures/{version}/"
    images = [it for shot in shots for it in shot.findall("image")]
    kept = [source / "data/pictures" / it.text.removeprefix(home) for it in images]
    captions = [shot.findtext("caption") or "" for shot in shots]
    return {
        "three to six screenshots, the first of them the one to begin with": 3 <= len(shots) <= 6
            and [shot.get("type") for shot in shots] == ["default"] + [None] * (len(shots) - 1),
        "each has a caption of one sentence without a full stop": all(10 <= len(it) <= 100 and "." not in it for it in captions),
        "each is there in English and in French": all(
            [it.get(LANG) for it in shot.findall("image")] == [None, "fr"] for shot in shots),
        "their addresses are the project's own and name the version": all(it.text.startswith(home) for it in images),
        "the pictures are kept in data/pictures": all(path.is_file() for path in kept),
        "they have the size that is said, and shops can show them": all(
            path.is_file() and get_size(path) == (int(it.get("width", 0)), int(it.get("height", 0))) and int(it.get("width", 0)) <= 1600
            for it, path in zip(images, kept)),
        "all pictures together are below 1.5 MB": sum(
            path.stat().st_size for path in (source / "data/pictures").rglob("*.png")) < 1_500_000,
    }


def check_desktop(source, component, manifest):
    entry = ConfigParser(interpolation=None, strict=True)
    entry.optionxform = str
    entry.read(source / f"data/{ID}.desktop.in")
    entry = entry["Desktop Entry"]
    icon = (source / f"data/icons/hicolor/scalable/apps/{ID}.svg").read_text()
    return {
        "the metainfo starts the desktop entry": component.findtext("launchable[@type='desktop-id']") == "@id@.desktop",
        "the entry runs the command of the manifest": entry["Exec"].split()[0] == manifest["command"],
        "files that are opened are handed over": entry["Exec"].split()[1:] == ["%U"] and "text/csv;" in entry["MimeType"],
        "the entry has the application's icon, a comment, keywords and a category": entry["Icon"] == "@icon@"
            and bool(entry["Comment"]) and bool(entry["Keywords"]) and "Office;" in entry["Categories"],
        "it is started by D-Bus": entry["DBusActivatable"] == "true" and (source / f"data/{ID}.service.in").is_file(),
        "the icon is drawn for 128 pixels": 'viewBox="0 0 128 128"' in icon,
        "the icon has a symbolic variant": (source / f"data/icons/hicolor/symbolic/apps/{ID}-symbolic.svg").is_file(),
    }


def check_store(source):
    """The manifest, the metainfo and what they name keep the rules of the shops."""
    manifest = json.loads((source / f"{ID}.json").read_text())
    component = ElementTree.parse(source / f"data/{ID}.metainfo.xml.in").getroot()
    version = re.search(r"version: '([^']*)'", (source / "meson.build").read_text()).group(1)
    rules = check_manifest(manifest) | check_texts(component, version) | check_branding(component) \
        | check_pictures(component, source, version) | check_desktop(source, component, manifest)
    return [f"not so: {rule}" for rule, kept in rules.items() if not kept]
