#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""test_cli.py PROGRAM DATA: runs the program as its users do, each story in a
data directory of its own, and prints TAP."""

import csv
import io
import json
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import traceback

PROGRAM = pathlib.Path(sys.argv[1])
DATA = pathlib.Path(sys.argv[2])
CAMILLE = {"family_name": "FICTIF", "first_name": "Camille", "emails": ["camille.fictif@exemple.invalid"], "des": "MG"}


class Desk:
    """A data directory, and the program on it."""

    def __init__(self):
        self.directory = tempfile.TemporaryDirectory()
        self.path = pathlib.Path(self.directory.name)

    def run(self, *words, status=0, stdin=None, locale="C.UTF-8", directory=None):
        environment = dict(os.environ, LC_ALL=locale)
        result = subprocess.run([PROGRAM, *words, "--data-dir", directory or self.path / "data"], input=stdin,
                                capture_output=True, env=environment, timeout=60)
        result.out = result.stdout.decode()
        result.err = result.stderr.decode()
        assert result.returncode == status, f"{words}: status {result.returncode}\n{result.out}\n{result.err}"
        for line in result.err.splitlines():
            assert "CRITICAL" not in line and "WARNING" not in line, line
        return result

    def add(self, kind, document, **more):
        return self.run("add", kind, "--json", "-", stdin=json.dumps(document).encode(), **more)

    def list(self, kind, *words):
        return json.loads(self.run("list", kind, "--json", *words).out)["documents"]


def test_help():
    desk = Desk()
    for words in (["--help"], ["-h"]):
        result = subprocess.run([PROGRAM, *words], capture_output=True, text=True)
        assert result.returncode == 0
        for command in ("import", "list", "show", "add", "export-housing", "undo", "redo", "history", "check"):
            assert f"  {command}" in result.stdout, command
            assert "--data-dir" in desk.run(command, "--help").out
            assert ("tenancy" in desk.run(command, "--help").out) == (command in ("import", "list", "add")), command
    assert subprocess.run([PROGRAM, "--version"], capture_output=True, text=True).stdout.startswith("dites32 ")


def test_wrong_words():
    desk = Desk()
    for words, answer in ((["lsit"], "“list”"), (["shwo", "x.csv"], "“show”"), (["export"], "“export-housing”"), (["imoprt", "x.csv"], "“import”"), (["zzzzzz"], "dites32 --help"),
                          (["list"], "dites32 list"), (["list", "interm"], "“intern”"), (["list", "zzzzzz"], "semester"),
                          (["list", "intern", "--jsno"], "--jsno"), (["list", "intern", "--json", "--csv"], "--csv"),
                          (["import", "x.csv", "--semester", "soon"], "“soon”"), (["undo", "now"], "dites32 undo"), (["add", "intern"], "--json")):
        result = desk.run(*words, status=2)
        assert answer in result.err, (words, result.err)
        assert result.out == ""


def test_add_and_show():
    desk = Desk()
    identifier = desk.add("intern", CAMILLE).out.strip()
    assert identifier.startswith("intern:")
    document = json.loads(desk.run("show", identifier, "--json").out)
    assert document["family_name"] == "FICTIF" and document["kind"] == "intern" and document["changed_at"].endswith("Z")
    assert "FICTIF" in desk.run("show", identifier).out
    assert [found["_id"] for found in desk.list("intern")] == [identifier]
    assert "nobody" not in desk.run("list", "Interns").out
    # The same person again is no second one.
    assert "already" in desk.add("intern", CAMILLE, status=3).err
    assert len(desk.list("intern")) == 1


def test_show_has_each_heading_once():
    desk = Desk()
    identifier = desk.add("partner", {"name": "BIDON", "contact_name": "FICTIF", "remarks": "Kind"}).out.strip()
    lines = desk.run("show", identifier).out.splitlines()
    assert lines.count("Partner") == 1 and lines.count("Contact") == 1, lines
    assert lines.index("Partner") < lines.index("  Remarks: Kind") < lines.index("Contact"), lines


def test_unknown_members_survive():
    desk = Desk()
    text = b'{"family_name":"FICTIF","first_name":"Zo\\u00e9","huge":123456789012345678901234567890,"odd":1e400,"nul":"x\\u0000y"}'
    identifier = desk.run("add", "intern", "--json", "-", stdin=text).out.strip()
    shown = desk.run("show", identifier, "--json").out
    assert '"huge":123456789012345678901234567890,"odd":1e400,"nul":"x\\u0000y"' in shown


def test_some_are_refused():
    desk = Desk()
    lines = [json.dumps(CAMILLE), "{", json.dumps({"family_name": "BIDON", "first_name": "Zoé", "birth_date": "soon"}),
             json.dumps({"_rev": "1", "family_name": "BIDON", "first_name": "Zoé"}), "[]", json.dumps({"kind": "site", "name": "X"})]
    result = desk.run("add", "intern", "--json", "-", stdin="\n".join(lines).encode(), status=1)
    for position in range(2, 7):
        assert f"Document {position}:" in result.err, result.err
    assert len(desk.list("intern")) == 1


def test_search():
    desk = Desk()
    desk.add("intern", [CAMILLE, {"family_name": "ÇELIK-ESSAI", "first_name": "Zoé", "emails": ["zoe@exemple.invalid"]},
                        {"family_name": "D'ESSAI", "first_name": "Anne-Laure", "emails": ["al@exemple.invalid"]}])
    for text, count in (("celik", 1), ("essai", 2), ("zoe cel", 1), ("Anne laure", 1), ("d’essai", 1), ("camille@", 1), ("nobody", 0), ("fic", 1), ("", 3)):
        assert len(desk.list("intern", "--search", text)) == count, text


def test_csv():
    desk = Desk()
    desk.add("intern", dict(CAMILLE, phones=["+33639980001"], remarks="=1+1"))
    text = desk.run("list", "intern", "--csv").stdout
    assert text.startswith(b"\xef\xbb\xbf") and b"\r\n" in text
    rows = list(csv.reader(io.StringIO(text.decode("utf-8-sig")), delimiter=";"))
    assert "FICTIF" in rows[1] and "06 39 98 00 01" in rows[1], rows
    assert not any(cell.startswith("=") for row in rows for cell in row)


def test_formulas():
    """No cell is taken for a formula, no phone loses a digit, and an import finds all as it was."""
    desk = Desk()
    people = [dict(CAMILLE, phones=["+34600000000", "+33639980001"], local_ties="=SUM(A1)", remarks="- un\n- deux"),
              {"family_name": "-TIRET", "first_name": "@lix", "emails": ["alix.tiret@exemple.invalid"], "phones": ["+262692000000"],
               "local_ties": "+ de place", "remarks": "'cite"}]
    for person in people:
        desk.add("intern", person)
    before = desk.list("intern")
    for locale in ("C.UTF-8", "fr_FR.UTF-8"):
        table = desk.run("list", "intern", "--csv", locale=locale).stdout
        cells = [cell for row in csv.reader(io.StringIO(table.decode("utf-8-sig")), delimiter=";") for cell in row]
        assert not [cell for cell in cells if cell[:1] in ("=", "+", "-", "@")], cells
        assert "06 39 98 00 01" in table.decode() and "+262 692 00 00 00" in table.decode()
        path = desk.path / "table.csv"
        path.write_bytes(table)
        report = json.loads(desk.run("import", str(path), "--json", locale=locale).out)
        assert report["rows"]["same"] == 2 and report["problems"] == [], report
        assert desk.list("intern") == before


def test_undo_and_redo():
    desk = Desk()
    assert "nothing" in desk.run("undo", status=3).err.lower()
    desk.add("intern", CAMILLE)
    desk.run("undo")
    assert desk.list("intern") == []
    desk.run("redo")
    assert len(desk.list("intern")) == 1
    told = desk.run("history").out.splitlines()
    assert len(told) == 3 and "Redone: " in told[0] and "Undone: " in told[1] and "done: " not in told[2], told
    desk.run("check")


def test_history_in_each_language():
    """What was done at an English desk is said in French at a French one, and the other way round."""
    desk = Desk()
    desk.add("intern", CAMILLE)
    desk.run("import", DATA / "lists/s01_lf.csv", locale="fr_FR.UTF-8")
    french, english = (desk.run("history", locale=locale).out for locale in ("fr_FR.UTF-8", "C.UTF-8"))
    assert "Ajout de fiches" in french and "Import de" in french and "Import of" not in french, french
    assert "Added documents" in english and "Import of" in english and "Import de" not in english, english
    assert "Annulé : Import de" in desk.run("undo", locale="fr_FR.UTF-8").out.replace("\u00a0", " ")
    assert "Redone: Import of" in desk.run("redo").out


def test_bad_data_directories():
    desk = Desk()
    path = desk.path / "file"
    path.write_text("no directory")
    result = desk.run("list", "intern", status=3, directory=path)
    assert len(result.err.splitlines()) == 1 and result.out == ""
    damaged = desk.path / "damaged"
    damaged.mkdir()
    (damaged / "dites32.sqlite").write_bytes(b"this is no database" * 1000)
    before = (damaged / "dites32.sqlite").read_bytes()
    result = desk.run("list", "intern", status=3, directory=damaged)
    assert len(result.err.splitlines()) == 1
    assert (damaged / "dites32.sqlite").read_bytes() == before


def test_hostile_documents():
    desk = Desk()
    for text in (b"", b" \n\n", b"[]", os.urandom(100000), b"\xff{}"):
        result = desk.run("add", "intern", "--json", "-", stdin=text, status=3)
        assert len(result.err.splitlines()) == 1, result.err
    many = desk.run("add", "intern", "--json", "-", stdin=b"{}\n" * 5000, status=3)
    assert 2 < len(many.err.splitlines()) < 60
    deep = desk.run("add", "intern", "--json", "-", stdin=b'{"a":' + b"[" * 100000 + b"]" * 100000 + b"}", status=3)
    assert len(deep.err.splitlines()) == 1
    assert desk.list("intern") == []


def test_import():
    desk = Desk()
    path = DATA / "lists" / "v01_scolarite_preambule_cp1252.csv"
    dry = json.loads(desk.run("import", str(path), "--dry-run", "--json").out)
    assert dry["dry_run"] and desk.list("intern") == []
    report = json.loads(desk.run("import", str(path), "--json").out)
    assert (report["file"], report["encoding"], report["separator"], report["header_line"]) == (path.name, "windows-1252", ";", 5)
    assert report["rows"] == dry["rows"] and report["columns"] == dry["columns"]
    assert report["rows"] == {"read": 3, "new": 3, "changed": 0, "same": 0, "doubtful": 0, "refused": 0}, report["rows"]
    assert {"header": "NOM", "field": "family_name", "kind": "intern"} in report["columns"]
    assert len(desk.list("intern")) == 3 and len(desk.list("placement")) == 3 and len(desk.list("semester")) == 1
    again = json.loads(desk.run("import", str(path), "--json").out)
    assert again["rows"]["same"] == 3 and again["rows"]["new"] == again["rows"]["changed"] == 0
    desk.run("undo")
    assert desk.list("intern") == []


def test_who_is_no_longer_in_a_list_is_named():
    desk = Desk()
    path = desk.path / "liste.csv"
    lines = ["NOM;PRENOM;TERRAIN DE STAGE", "FICTIF;Camille;CH Condom", "BIDON;Alix;CH Auch / Urgences", "FABLE;Zoé;CH Mirande"]
    path.write_text("\n".join(lines) + "\n")
    assert "absent" not in json.loads(desk.run("import", str(path), "--semester", "H26", "--json").out)
    path.write_text("\n".join(lines[:3]) + "\n")
    report = json.loads(desk.run("import", str(path), "--semester", "H26", "--json", "--dry-run").out)
    assert [(absent["title"], absent["where"]) for absent in report["absent"]] == [("FABLE Zoé", "Centre hospitalier de Mirande")], report
    told = desk.run("import", str(path), "--semester", "H26")
    assert "No longer in this list: FABLE Zoé" in told.err and report["absent"][0]["id"] in told.err
    # What becomes of the placement is not for the command to say.
    assert len(desk.list("placement")) == 3


def test_what_no_field_has_is_shown():
    desk = Desk()
    path = desk.path / "liste.csv"
    path.write_text("NOM;PRENOM;MAIL;N° POSTE\nFICTIF;Camille;camille@exemple.invalid;MG-32-014\n")
    desk.run("import", str(path), "--semester", "H25")
    shown = desk.run("show", desk.list("intern")[0]["_id"]).out
    assert "More from the Lists\n  N° POSTE: MG-32-014" in shown, shown


def test_numbers_of_semesters():
    desk = Desk()
    path = desk.path / "liste.csv"
    for header, cell, number in (("Ancienneté", "0", 1), ("ANCIENNETE", "2", 3), ("Année", "2", 3), ("Semestres validés", "4", 5), ("Semestre", "4", 4)):
        path.write_text(f"NOM;PRENOM;MAIL;{header}\nFICTIF;Camille;camille@exemple.invalid;{cell}\n")
        desk.run("import", str(path), "--semester", "H25")
        assert desk.list("intern")[0]["semester_no"] == number, (header, desk.list("intern"))
        desk.run("undo")


def test_lists_that_could_not_be_read():
    desk = Desk()
    twice = desk.path / "twice.csv"
    twice.write_bytes("NOM;PRÉNOM;MAIL\nFICTIF;Zoé;zoe@exemple.invalid\n".encode().decode("cp1252", "replace").encode())
    assert "--repair" in desk.run("import", str(twice), "--dry-run").err
    assert "--repair" not in desk.run("import", str(twice), "--dry-run", "--repair").err
    bare = desk.path / "bare.csv"
    bare.write_text("NOM;PRENOM;MAIL\n")
    assert "no row" in desk.run("import", str(bare)).err
    empty = desk.path / "empty.csv"
    empty.touch()
    alone = json.loads(desk.run("import", str(empty), "--json", status=3).out)
    assert alone["file"] == "empty.csv" and alone["error"], alone
    files = json.loads(desk.run("import", str(empty), str(bare), "--json", status=1).out)["files"]
    assert [file["file"] for file in files] == ["empty.csv", "bare.csv"] and "error" in files[0] and "rows" in files[1]


def test_check_says_what_it_found():
    desk = Desk()
    assert desk.run("check").out == "Everything is in order\n"
    desk.add("placement", {"intern": "intern:absent", "semester": "semester:absent"})
    found = desk.run("check").out
    assert "refers to" in found and "sound" in found and "Everything" not in found, found


def test_documents_of_no_kind():
    desk = Desk()
    for text, answer in (('{"name":"X"}', "does not say"), ('{"kind":"boat","name":"X"}', "“boat”")):
        assert answer in desk.run("add", "--json", "-", stdin=text.encode(), status=3).err


def test_owners_of_a_list_of_homes():
    desk = Desk()
    partner = desk.add("partner", {"name": "Mairie de Lectoure", "commune": "32208"}).out.strip()
    path = desk.path / "homes.csv"
    path.write_text("Titre;Type;Commune;Loyer HC;Propriétaire\nStudio;Studio;Auch;400;Mairie de Lectoure\nT2;T2;Condom;500;Mme BIDON\n")
    said = desk.run("import", str(path)).err
    assert "Line 3" in said and "Mme BIDON" in said, said
    assert sorted(home.get("owner", "") for home in desk.list("housing")) == ["", partner]


def test_what_people_write_around_numbers():
    desk = Desk()
    path = desk.path / "liste.csv"
    rows = {"A": ("06 39 98 00 01 (perso)", ["+33639980001"]), "B": ("tél. 0639980002 ou 05 36 49 00 02", ["+33639980002", "+33536490002"]),
            "C": ("0639980003 (sa mère)", []), "D": ("port : 06.39.98.00.04 / fixe : 05.36.49.00.04", ["+33639980004", "+33536490004"]),
            "E": ("06 39 98 00", [])}
    path.write_text("NOM;PRENOM;MAIL;TEL\n" + "".join(f"FICTIF;{name};{name} <{name}@exemple.invalid>;{cell}\n" for name, (cell, _) in rows.items()))
    said = desk.run("import", str(path), "--semester", "H25").err
    assert "Line 4" in said and "Line 6" in said and len(said.splitlines()) == 2, said
    found = {intern["first_name"]: intern for intern in desk.list("intern")}
    for name, (_, phones) in rows.items():
        assert found[name].get("phones", []) == phones and found[name]["emails"] == [f"{name}@exemple.invalid"], found[name]


def test_rules_are_told_of_rows():
    desk = Desk()
    path = desk.path / "liste.csv"
    path.write_text("NOM;PRENOM;MAIL;DATE DE NAISSANCE;DATE ARRIVEE;FIN\nFICTIF;Camille;c@exemple.invalid;02/01/2019;02/11/2026;01/11/2026\n"
                    "BIDON;Zoé;z@exemple.invalid;02/01/1999;02/11/2026;30/04/2027\n")
    said = desk.run("import", str(path), "--semester", "H26").err
    assert "date of birth" in said and "before the beginning" in said and "Line 3" not in said, said


def test_answers_that_do_not_arrive():
    desk = Desk()
    desk.add("intern", CAMILLE)
    for words, status in ((["list", "intern", "--csv"], 3), (["history"], 3), (["undo"], 1)):
        with open("/dev/full", "wb") as full:
            result = subprocess.run([PROGRAM, *words, "--data-dir", desk.path / "data"], stdout=full, stderr=subprocess.PIPE, text=True)
        assert result.returncode == status and "written" in result.stderr, (words, result)
    assert desk.list("intern") == []


def test_damaged_documents_are_named():
    desk = Desk()
    desk.add("intern", CAMILLE)
    desk.add("intern", {"family_name": "BIDON", "first_name": "Alix"})
    database = sqlite3.connect(desk.path / "data" / "dites32.sqlite")
    database.execute("UPDATE document SET body = '{' WHERE title LIKE 'FICTIF%'")
    database.commit()
    database.close()
    for form in ([], ["--csv"], ["--json"]):
        told = desk.run("list", "intern", *form, status=1)
        assert "BIDON" in told.out and "FICTIF Camille: " in told.err, told.err


def test_photos():
    desk = Desk()
    for name, content in (("empty.jpg", b""), ("phone.heic", b"\0\0\0\x18ftypheic" + bytes(100)), ("text.png", b"no picture")):
        (desk.path / name).write_bytes(content)
    home = {"title": "Studio", "type": "studio", "commune": "32013"}
    lines = [json.dumps(dict(home, photos=[{"file": name}])) for name in ("empty.jpg", "phone.heic", "text.png", "none.jpg")] + [json.dumps(home)]
    path = desk.path / "homes.json"
    path.write_text("\n".join(lines))
    said = desk.run("add", "housing", "--json", str(path), status=1).err.splitlines()
    assert len(said) == 4 and all(word in line for word, line in zip(("empty", "JPEG", "not a picture", "none.jpg"), said)), said
    assert len(desk.list("housing")) == 1


def test_several_at_once():
    desk = Desk()
    path = desk.path / "liste.csv"
    path.write_text("NOM;PRENOM;MAIL\n" + "".join(f"FICTIF;P{i};p{i}@exemple.invalid\n" for i in range(300)))
    words = [PROGRAM, "import", path, "--semester", "H25", "--json", "--data-dir", desk.path / "data"]
    running = [subprocess.Popen(words, stdout=subprocess.PIPE) for _ in range(6)]
    rows = [json.loads(process.communicate(timeout=60)[0])["rows"] for process in running]
    assert sorted(row["new"] for row in rows) == [0] * 5 + [300], rows
    assert len(desk.list("intern")) == 300 and len(desk.run("history").out.splitlines()) == 1


def test_sensitive_columns_are_never_read():
    desk = Desk()
    report = json.loads(desk.run("import", str(DATA / "lists" / "v11_colonnes_sensibles_cp1252.csv"), "--json").out)
    assert {"header": "IBAN", "ignored": "sensitive"} in report["columns"], report["columns"]
    stored = b"".join(path.read_bytes() for path in (desk.path / "data").iterdir())
    for secret in (b"FR7699999999999999999999999", b"9999999999C", b"99 01 99 999 999 99"):
        assert secret not in stored


def test_nobody_gets_a_place_from_above():
    desk = Desk()
    path = desk.path / "liste.csv"
    path.write_text("NOM;PRENOM;MAIL;ETABLISSEMENT\nFICTIF;Camille;c@exemple.invalid;CH AUCH\nBIDON;Zoé;z@exemple.invalid;\n"
                    "ESSAI;Luc;l@exemple.invalid;CH CONDOM\nMODELE;Ana;a@exemple.invalid;\n")
    desk.run("import", str(path), "--semester", "H25")
    assert [len(placement.get("sites", [])) for placement in desk.list("placement")].count(0) == 2, desk.list("placement")


def test_doubtful_rows_are_named_and_not_written():
    desk = Desk()
    identifier = desk.add("intern", CAMILLE).out.strip()
    path = desk.path / "liste.csv"
    path.write_text("NOM;PRENOM;DES\nFICTIF;Camille;MU\n")
    result = desk.run("import", str(path), "--semester", "H25", status=1)
    assert "Line 2" in result.err and identifier in result.err, result.err
    assert "FICTIF Camille, camille.fictif@exemple.invalid" in result.err, result.err
    assert json.loads(desk.run("show", identifier, "--json").out)["des"] == "MG" and len(desk.list("intern")) == 1


def test_no_lists():
    desk = Desk()
    cases = {"empty.csv": b"", "picture.csv": b"\x89PNG\r\n\x1a\n" + bytes(100), "paper.csv": b"%PDF-1.7\n", "nul.csv": b"NOM;PRENOM\n\0\0;x\n",
             "wide.csv": b";".join(b"c%d" % i for i in range(10000)) + b"\n",
             "blank.csv": b" \r\n\r\n", "sheet.xlsx": b"PK\x03\x04" + bytes(50)}
    for name, content in cases.items():
        path = desk.path / name
        path.write_bytes(content)
        result = desk.run("import", str(path), status=3)
        assert len(result.err.splitlines()) == 1 and result.err.startswith(name), (name, result.err)
        assert result.out == ""
    cell = desk.path / "cell.csv"
    cell.write_bytes(b"NOM;PRENOM;MAIL\nFICTIF;Camille;" + b"x" * 5000000 + b"\nBIDON;Zo\xe9;zoe@exemple.invalid\n")
    said = desk.run("import", str(cell)).err
    assert "Line 2" in said and len(said) < 2000, said
    desk.run("undo")
    large = desk.path / "large.csv"
    with open(large, "wb") as file:
        file.truncate(300 * 1024 * 1024)
    assert len(desk.run("import", str(large), status=3).err.splitlines()) == 1
    desk.run("import", str(desk.path), status=3)
    desk.run("import", str(desk.path / "missing.csv"), status=3)
    assert desk.list("intern") == []


def test_missing():
    desk = Desk()
    assert "intern:none" in desk.run("show", "intern:none", status=3).err
    desk.run("add", "intern", "--json", "/nonexistent", status=3)


TESTS = [(name[len("test_"):], function) for name, function in list(globals().items()) if name.startswith("test_")]

print(f"1..{len(TESTS)}")
for number, (name, function) in enumerate(TESTS, 1):
    try:
        function()
        print(f"ok {number} {name}", flush=True)
    except Exception:  # every failure is reported, and the next story told
        for line in traceback.format_exc().splitlines():
            print(f"# {line}")
        print(f"not ok {number} {name}", flush=True)
