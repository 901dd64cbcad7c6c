#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""count.py DIRECTORY: adds up the JUnit reports in a directory, and the lines of
its files "passed", "failed" and "skipped", and says it; fails if anything did."""

import pathlib
import sys
import xml.etree.ElementTree as ElementTree

directory = pathlib.Path(sys.argv[1])
passed = failed = skipped = 0
for report in sorted(directory.glob("*.xml")):
    for case in ElementTree.parse(report).iter("testcase"):
        outcomes = {child.tag for child in case}
        if outcomes & {"failure", "error"}:
            failed += 1
        elif "skipped" in outcomes:
            skipped += 1
        else:
            passed += 1


def lines(name):
    """How many lines a file of the directory has."""
    path = directory / name
    return len(path.read_text().splitlines()) if path.exists() else 0


passed += lines("passed")
failed += lines("failed")
skipped += lines("skipped")

if skipped:
    print(f"{skipped} skipped")
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed or not passed else 0)
