#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-window.py PROGRAM FIRST_FRAME BENCH_LIST_PAGE [ROUNDS]: on a display, starts the
program on 0, 100 and 100,000 documents and GNOME Text Editor in turn, and says how long
each took to its first frame and what memory it has then; then types into and scrolls
through the list of 100,000."""

import json
import os
import pathlib
import random
import shutil
import statistics
import subprocess
import sys
import tempfile

PROGRAM, FIRST_FRAME, LIST_PAGE = sys.argv[1:4]
ROUNDS = int(sys.argv[4]) if len(sys.argv) > 4 else 9
FAMILIES = ["FICTIF", "EXEMPLE", "BIDON", "MODÈLE", "FACTICE", "ESSAI", "MOINEAU", "TÉMOIN"]
FIRSTS = ["Camille", "Zoé", "Anne-Laure", "Luc", "Inès", "Manon", "Gaël", "Paul", "Léa", "Noé"]
SYLLABLES = ["fic", "es", "bi", "mo", "ex", "té", "moin", "bau", "che", "ma"]


def fill(folder, count):
    chance = random.Random(32)
    path = folder.with_suffix(".json")
    with open(path, "w") as file:
        for i in range(count):
            name = f"{chance.choice(FAMILIES)}-{''.join(chance.choices(SYLLABLES, k=3)).upper()}"
            file.write(json.dumps({"_id": f"intern:{i:06}", "kind": "intern", "family_name": name, "first_name": chance.choice(FIRSTS),
                                   "emails": [f"i{i}@exemple.invalid"], "phones": [f"+3363998{i % 10000:04}"],
                                   "des": "MG", "phase": "socle", "state": "active"}) + "\n")
    if count > 0:
        subprocess.run([PROGRAM, "add", "intern", "--json", path, "--data-dir", folder], check=True, stdout=subprocess.DEVNULL)
    stored = len(json.loads(subprocess.run([PROGRAM, "list", "intern", "--json", "--data-dir", folder],
                                           check=True, capture_output=True).stdout)["documents"])
    assert stored == count, (stored, count)


def start(*command):
    said = subprocess.run([FIRST_FRAME, *map(str, command)], check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    milliseconds, own, seen = said.stdout.split()
    return float(milliseconds), int(own) / 1024, int(seen) / 1024


with tempfile.TemporaryDirectory() as directory:
    commands = {}
    for count in (0, 100, 100000):
        folder = pathlib.Path(directory) / str(count)
        fill(folder, count)
        commands[f"{count} documents"] = [PROGRAM, "--data-dir", folder]
    if shutil.which("gnome-text-editor"):
        commands["GNOME Text Editor"] = ["gnome-text-editor", "--standalone"]

    results = {name: [] for name in commands}
    for turn in range(ROUNDS + 1):
        for name, command in commands.items():
            result = start(*command)
            # The first of each only warms the caches.
            if turn > 0:
                results[name].append(result)

    frames = {}
    for name, result in results.items():
        times, own, seen = zip(*result)
        frames[name] = statistics.median(times)
        print(f"{name}: first frame {frames[name]:.0f} ms ({min(times):.0f} to {max(times):.0f} in {ROUNDS} starts), "
              f"memory {statistics.median(own):.0f} MB of its own, {statistics.median(seen):.0f} MB seen", flush=True)
    print(f"100,000 documents beside none: {frames['100000 documents'] / frames['0 documents']:.2f}")
    if "GNOME Text Editor" in frames:
        print(f"100,000 documents beside GNOME Text Editor: {frames['100000 documents'] / frames['GNOME Text Editor']:.2f}", flush=True)

    for count in (100, 100000):
        print(f"{count} documents:", flush=True)
        subprocess.run([LIST_PAGE, pathlib.Path(directory) / str(count)], check=True, env=dict(os.environ, GTK_A11Y="none"))
