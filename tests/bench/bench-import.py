#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench-import.py PROGRAM [ROWS]: imports a list of invented interns into an
empty file, parsed, checked, matched, written durably and indexed; imports it
again; and has sqlite3 import the same file into a table of text."""

import os
import pathlib
import random
import resource
import subprocess
import sys
import tempfile
import time

PROGRAM = sys.argv[1]
ROWS = int(sys.argv[2]) if len(sys.argv) > 2 else 100000
SYLLABLES = ["FIC", "TIF", "ES", "SAI", "BI", "DON", "MO", "DÈLE", "EX", "EM", "PLE", "TÉ", "MOIN", "É", "BAU", "CHE", "MA", "QUET", "TE", "BROU"]
FIRSTS = ["Camille", "Zoé", "Anne-Laure", "Luc", "Inès", "Manon", "Gaël", "Paul", "Léa", "Noé"]
STAGES = ["CH AUCH / URGENCES", "CH CONDOM", "Dr ESSAI (Eauze)", "Dr MODELE (Nogaro)", "MSP Vic-Fezensac", "CH Mirande"]


def write_list(path):
    chance = random.Random(32)
    with open(path, "w", encoding="cp1252", newline="") as file:
        file.write("CIVILITE;NOM;PRENOM;DATE DE NAISSANCE;MAIL;TEL PORTABLE;DES;SEMESTRE;PHASE;TERRAIN DE STAGE\r\n")
        for i in range(ROWS):
            family = "".join(chance.choices(SYLLABLES, k=4))
            file.write(f"{chance.choice(['MME', 'M.'])};{family};{chance.choice(FIRSTS)};"
                       f"{chance.randrange(1, 29):02}/{chance.randrange(1, 13):02}/{chance.randrange(1990, 2003)};i{i}@exemple.invalid;"
                       f"06 39 98 {i // 100 % 100:02} {i % 100:02};MEDECINE GENERALE;{chance.randrange(1, 9)};SOCLE;{chance.choice(STAGES)}\r\n")


def run(name, *command, **more):
    """Runs a command, prints its cost, and returns the seconds it took."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, **more)
    said = process.stdout.read().decode().strip()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - start
    assert status == 0, (command, said)
    print(f"{name}: {seconds:.2f} s, of which {usage.ru_utime + usage.ru_stime:.2f} s of processor, "
          f"{usage.ru_maxrss / 1024:.0f} MB of memory{'; ' + said if said else ''}", flush=True)
    return seconds


with tempfile.TemporaryDirectory() as directory:
    folder = pathlib.Path(directory)
    path = folder / "liste.csv"
    write_list(path)
    words = [PROGRAM, "import", str(path), "--semester", "H25", "--data-dir", str(folder / "data")]
    print(f"{ROWS} rows, {path.stat().st_size / 1e6:.1f} MB")
    run("plan only", *words, "--dry-run")
    first = run("import", *words)
    run("the same list again", *words)
    peer = run("sqlite3 .import", "sqlite3", str(folder / "peer.sqlite"), "-cmd", ".mode csv", "-cmd", ".separator ;",
               f".import {path} list")
    print(f"import beside sqlite3 .import: {first / peer:.1f}")
