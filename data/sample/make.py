#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""make.py: writes the sample's documents and lists anew from homes.py and people.py.

The pictures are drawn by draw-photos.c; `make.py --photos` lists what to draw, one
“FILE SCENE SEED” a line. Everything is invented but the communes.
"""

import codecs
import hashlib
import json
import pathlib
import sys
import unicodedata
import uuid

from homes import HOMES
from people import FAMILIES, FIRSTS, OWNERS, SITES

HERE = pathlib.Path(__file__).parent
NAME_SPACE = bytes.fromhex("5f6f1a0e7c1d5b0e9d32676572733332")
COMMUNES = {line.split(";")[0]: line.split(";") for line in
            (HERE.parent / "gers" / "communes.csv").read_text("utf-8").splitlines()[1:]}
FURNITURE = ("bedding blackout hob oven fridge_freezer crockery utensils table_chairs shelves lights cleaning").split()


FLOORS = (2, 3, 1, 1, 0, 1, 0, 1, 1, 0, 1, 2, 0, 0, 3, 0, 1, 0, 0, 0, 1, 0, 1, 0, 2)
STATES = {3: "reserved", 16: "archived", 18: "draft", 19: "to_check", 21: "draft"}
MISSING = {7: {"oven"}, 14: {"shelves", "cleaning"}}
TAKEN = (0, 1, 5, 6, 8, 10, 11, 13)  # by somebody who stays this winter
ENERGY_EUROS = {"A": 6, "B": 8, "C": 11, "D": 15, "E": 20, "F": 26, "G": 34}  # a square metre and year


def derived_id(kind, identity):
    """The id that dites_document_derived_id() makes."""
    digest = bytearray(hashlib.sha1(NAME_SPACE + f"{kind}:{identity}".encode()).digest()[:16])
    digest[6] = digest[6] & 0x0F | 0x50
    digest[8] = digest[8] & 0x3F | 0x80
    return f"{kind}:{uuid.UUID(bytes=bytes(digest))}"


def plain(text):
    """A text without accents, for addresses."""
    text = unicodedata.normalize("NFD", text.lower())
    return "".join(c if c.isascii() and c.isalnum() else "-" for c in text if not unicodedata.combining(c)).strip("-")


def write(name, documents):
    lines = [json.dumps(document, ensure_ascii=False) for document in documents]
    (HERE / name).write_text("\n".join(lines) + "\n", "utf-8")


def slug(index, scene):
    return f"photos/{index + 1:02}-{scene}.jpg"


def home_id(index):
    return f"housing:sample-{index + 1:02}"


def make_owners():
    for i, (key, name, nature, role, contact, insee, publish) in enumerate(OWNERS):
        document = {"_id": f"partner:sample-{key}", "kind": "partner", "name": name, "nature": nature,
                    "roles": [{"role": role, "from": "2022-11-02"}], "emails": [f"{plain(key)}@exemple.invalid"],
                    "phones": [f"+3363998{i + 500:04}" if nature == "person" else f"+3353649{i + 500:04}"],
                    "preferred_channel": ("phone", "email", "post")[i % 3], "postcode": COMMUNES[insee][2].split(",")[0],
                    "commune": insee, "consent_to_publish": publish}
        if contact:
            document["contact_name"] = contact
        yield document


def make_sites():
    for i, (name, kind, department, insee, supervisor, stages, capacity) in enumerate(SITES):
        document = {"kind": "site", "name": name, "type": kind, "department": department, "commune": insee,
                    "supervisor": supervisor, "phones": [f"+3353649{i + 700:04}"], "stage_types": stages.split(),
                    "capacity": capacity, "agreement_start": "2024-11-04", "agreement_end": "2029-11-03", "state": "open"}
        yield {name: value for name, value in document.items() if value != ""}


def make_units(index, rent):
    names = ("Chambre de la cour", "Chambre du cèdre", "Chambre bleue", "Chambre du palier")[:3 + (index == 17)]
    return [{"id": f"ch{n + 1}", "name": name, "area": 1400 + 170 * n, "rent_cents": rent * 100} for n, name in enumerate(names)]


def make_home(index, home):
    (title, kind, insee, address, area, places, rent, charges, included, contracts, dpe, ges, heating, equipment, internet,
     flags, owner, photos, description) = home
    rooms = {"t2": 2, "t3": 3, "t4": 4, "t5": 5, "house": 4}.get(kind, 1)
    contracts = contracts.split()
    euros = ENERGY_EUROS.get(dpe, 0)
    document = {"_id": home_id(index), "kind": "housing", "title": title, "type": kind,
                "state": STATES.get(index, "published"), "commune": insee, "address": address,
                "floor": FLOORS[index], "area": round(area * 100),
                "rooms": rooms, "bedrooms": max(1, rooms - 1), "places": places,
                "bathroom": "shared" if "units" in flags or kind == "internat" else "private",
                "kitchen": "shared" if "units" in flags or kind in ("internat", "homestay") else "private", "ceiling_cm": 250,
                "rent_cents": rent * 100, "charges_cents": charges * 100, "charges_mode": "fixed", "included": included.split(),
                "deposit_cents": 0 if "bail_mobilite" in contracts or "convention" in contracts else rent * 100, "fees_cents": 0,
                "available_from": "2027-05-03" if index in TAKEN else ("2026-11-02", "2026-12-01")[index % 4 == 2],
                "min_months": 1 + index % 3,
                "max_months": 6 if index % 2 else 10, "contracts": contracts, "dpe": dpe, "ges": ges,
                "dpe_date": f"202{2 + index % 4}-0{1 + index % 9}-1{index % 10}", "dpe_number": f"2232E{1000000 + index * 7919}Z",
                "energy_cost_min_cents": round(area * euros * 0.85) * 100,
                "energy_cost_max_cents": round(area * euros * 1.15) * 100, "heating": heating,
                "internet": internet, "equipment": equipment.split(),
                "furniture": [piece for piece in FURNITURE if piece not in MISSING.get(index, ())], "description": description,
                "owner": f"partner:sample-{owner}", "confirmed_on": f"2026-10-{1 + index:02}",
                "photos": [{"file": slug(index, scene), "alt": alt} for scene, alt in photos]}
    for flag in ("lift", "parking", "pets", "accessible"):
        document[flag] = flag in flags
    document["smoking"] = False
    if "units" in flags:
        document["units"] = make_units(index, rent)
    if dpe == "":
        for member in ("dpe", "ges", "dpe_date", "dpe_number", "energy_cost_min_cents", "energy_cost_max_cents"):
            del document[member]
        document.update(state="to_check", furniture=FURNITURE[:6])
    if dpe == "G":
        document.update(state="draft", furniture=FURNITURE[:3])
    return document


def make_people():
    """60 interns over three semesters: who is there from which one to which one."""
    people = []
    for i in range(60):
        family, (first, sex) = FAMILIES[i * 7 % len(FAMILIES)], FIRSTS[(i * 5 + i // 26) % len(FIRSTS)]
        start = 0 if i < 24 else 1 if i < 42 else 2
        people.append({
            "family": family, "usual": f"{FAMILIES[(i + 3) % len(FAMILIES)]}" if sex == "f" and i % 11 == 3 else "",
            "first": first, "sex": sex, "birth": f"{1 + i * 11 % 28:02}/{1 + i * 5 % 12:02}/{1996 + i % 6}",
            "email": f"{plain(first)}.{plain(family)}{i + 1}@exemple.invalid", "phone": f"63998{i + 1:04}",
            "des": "MG" if i % 8 else ("MU", "PED", "GER", "PSY")[i // 8 % 4], "number": 1 + i * 3 % 6, "start": start,
            "end": min(2, start + (i % 2)), "index": i})
    return people


STAGES = [  # type as lists write it, establishment, supervisors
    ("URGENCES ADULTES", "CH AUCH", ""), ("PRATICIEN NIV 1", "", "Dr ESSAI (Eauze) / Dr MODÈLE (Nogaro)"),
    ("MEDECINE POLYVALENTE", "CH CONDOM", ""), ("SASPAS", "", "Dr BIDON (Lectoure)"), ("POLE MERE ENFANT", "CH AUCH", ""),
    ("PN1", "", "Dr EXEMPLE (L'Isle-Jourdain) / Dr FABLE (Gimont)"), ("URGENCES", "CH CONDOM", ""),
    ("SASPAS", "", "Dr ROMAN (Marciac)"), ("MEDECINE POLYVALENTE", "CH AUCH", ""), ("STAGE LIBRE", "CH MIRANDE", ""),
]
DES = {"MG": "MEDECINE GENERALE", "MU": "MEDECINE D'URGENCE", "PED": "PEDIATRIE", "GER": "GERIATRIE", "PSY": "PSYCHIATRIE"}


def cell(text):
    return '"' + text.replace('"', '""') + '"' if any(c in text for c in ';,"\n') else text


def by_name(people):
    return sorted(people, key=lambda person: plain(person["family"] + " " + person["first"]))


def write_list(name, rows, separator, encoding):
    text = "\r\n".join(separator.join(cell(value) for value in row) for row in rows) + "\r\n"
    bom = codecs.BOM_UTF8 if encoding == "utf-8-sig" else b""
    (HERE / name).write_bytes(bom + text.encode("cp1252" if encoding == "cp1252" else "utf-8"))


def make_first_list(people):
    header = "CIVILITE;NOM;NOM USUEL;PRENOM;DATE DE NAISSANCE;MAIL;TEL PORTABLE;DES;SEMESTRE;PHASE;TERRAIN DE STAGE;ETABLISSEMENT;MAITRE DE STAGE"
    empty = [""] * 13
    rows = [["UNIVERSITÉ FICTIVE DE TOULOUSE - FACULTÉ DE SANTÉ"] + empty[1:],
            ["Liste des internes affectés dans le Gers - Semestre d'hiver 2025-2026"] + empty[1:],
            ["Édité le 14/10/2025"] + empty[1:], empty, header.split(";")]
    here = by_name(person for person in people if person["start"] == 0)
    for person in here:
        stage = STAGES[person["index"] % len(STAGES)]
        rows.append(["MME" if person["sex"] == "f" else "M.", person["family"], person["usual"], person["first"].upper(),
                     person["birth"], person["email"], person["phone"], DES[person["des"]], str(person["number"]),
                     "SOCLE" if person["number"] < 3 else "APPROF.", stage[0], stage[1], stage[2]])
    rows.append([f"Total : {len(here)}"] + empty[1:])
    write_list("1-internes-hiver-2025-2026.csv", rows, ";", "cp1252")


def make_second_list(people):
    rows = [["Internes du Gers, semestre d'été 2026"] + [""] * 8,
            ["Nom de naissance", "Nom d'usage", "Prénom", "Courriel", "Portable", "Spécialité", "Sem.", "Lieu de stage", "MSU"]]
    for person in by_name(people):
        if not person["start"] <= 1 <= person["end"]:
            continue
        stage = STAGES[(person["index"] + 3) % len(STAGES)]
        phone = "0" + person["phone"]
        rows.append([person["family"], person["usual"], person["first"], person["email"],
                     ".".join(phone[n:n + 2] for n in range(0, 10, 2)), "DES de " + DES[person["des"]].capitalize(),
                     f"S{person['number'] + 1 - person['start']}", f"{stage[1]} / {stage[0]}" if stage[1] else stage[0],
                     stage[2].replace(" / ", "\n")])
    write_list("2-internes-ete-2026.csv", rows, ";", "utf-8-sig")


def make_third_list(people):
    rows = [["Horodateur", "Semestre de stage", "Nom et prénom", "Adresse e-mail", "Numéro de portable", "Spécialité (DES)",
             "Semestre en cours", "Lieu de stage", "Maître de stage 1", "Maître de stage 2", "Type de logement souhaité", "Budget max",
             "Véhicule", "Animaux", "Colocation", "Date d'arrivée"]]
    for person in sorted(people, key=lambda person: person["index"] * 11 % 28):
        if person["end"] != 2:
            continue
        i = person["index"]
        stage = STAGES[(i + 6) % len(STAGES)]
        doctors = (stage[2].split(" / ") + ["", ""])[:2]
        rows.append([f"{1 + i * 11 % 28:02}/09/2026 18:{i % 60:02}:07", "Semestre d'hiver 2026-2027", f"{person['family']} {person['first']}",
                     person["email"], f"+33 {person['phone'][0]} " + " ".join(person["phone"][n:n + 2] for n in range(1, 9, 2)), person["des"],
                     f"S{min(6, person['number'] + 2 - person['start'])}", f"{stage[1]} - {stage[0].lower()}" if stage[1] else stage[0],
                     doctors[0], doctors[1], ("Studio", "T2", "Chambre en colocation", "Maison")[i % 4], f"{380 + i % 7 * 40},00 €",
                     "Oui" if i % 5 else "Non", "Non" if i % 6 else "Oui", ("Oui", "Non", "Indifférent")[i % 3],
                     ("02/11/2026", "31/10/2026", "01/11/2026")[i % 3]])
    write_list("3-internes-hiver-2026-2027.csv", rows, ",", "utf-8")


def make_tenancies(people):
    for n, person in enumerate([person for person in people if person["end"] == 2][:14]):
        home = home_id(n)
        yield {"kind": "tenancy", "housing": home, "unit": "ch1" if n == 2 else "",
               "intern": derived_id("intern", f"email:{person['email']}"), "start": "2026-11-02", "end": "2027-05-02",
               "state": ("occupied", "confirmed", "proposed", "reserved", "visited")[n % 5], "contract": HOMES[n][9].split()[0],
               "rent_cents": (HOMES[n][6] + HOMES[n][7]) * 100}


def main():
    if "--photos" in sys.argv:
        for index, home in enumerate(HOMES):
            for n, (scene, _) in enumerate(home[17]):
                print(slug(index, scene), scene, index * 10 + n)
        return

    people = make_people()
    write("mission.json", [{"_id": "mission:mission", "kind": "mission", "name": "Dites32",
                            "service": "Département du Gers", "address": "1 place de l’Exemple", "postcode": "32000",
                            "city": "Auch", "phone": "+33536490032", "email": "dites32@exemple.invalid",
                            "website": "https://dites32.invalid"}])
    write("partner.json", make_owners())
    write("site.json", make_sites())
    write("housing.json", [make_home(index, home) for index, home in enumerate(HOMES)])
    write("tenancy.json", make_tenancies(people))
    make_first_list(people)
    make_second_list(people)
    make_third_list(people)


main()
