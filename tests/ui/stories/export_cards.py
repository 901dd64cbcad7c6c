# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Selected people are exported as address cards, which any telephone reads."""

from driver import main, wait


def story(desk):
    desk.fill("intern")
    app = desk.start()
    app.find("toggle button", "Select Several").press()
    app.find("list item", starts="FICTIF").click()
    app.find("list item", starts="BIDON").click()
    app.find("label", "2 Selected")
    app.find("button", "Export as Address Cards…").press()
    path = desk.folder / "internes.vcf"
    app.choose(app.open_dialog(), path)
    wait(lambda: path.is_file() and path.stat().st_size > 0, "the cards to be written")
    lines = path.read_text(newline="").split("\r\n")
    assert lines.count("BEGIN:VCARD") == lines.count("END:VCARD") == 2, lines
    assert any(line.startswith("N:FICTIF;Camille") for line in lines), lines
    assert any(line.startswith("TEL") and line.endswith("+33639980001") for line in lines), lines
    assert any(line.startswith("EMAIL") and line.endswith("alix.bidon@exemple.invalid") for line in lines), lines


main(story)
