#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the lists of this folder, byte for byte.

    python3 tests/data/lists/make.py

One entry a list: its name says what it is about. The six lists v01 to v11 were
given and are not made here. Everybody is invented; addresses end in .invalid,
phones are of the ranges that belong to nobody. After a change, accept what the
lists are read as with ACCEPT_GOLDEN=1 and look at the difference.
"""
import pathlib

HERE = pathlib.Path(__file__).parent
LISTS = {}


def lines(*texts, end="\r\n", last=True):
    """The lines of a list, each with its end, the last one too or not."""
    return end.join(texts) + (end if last else "")


def add(name, text, encoding="utf-8"):
    """A list from a text in an encoding, or from bytes."""
    LISTS[name] = text if isinstance(text, bytes) else text.encode(encoding)


HEADER = "CIVILITE;NOM;PRENOM;MAIL;TEL PORTABLE;DES;SEMESTRE;TERRAIN DE STAGE"
CAMILLE = "MME;FICTIF;CAMILLE;camille.fictif@exemple.invalid;06 39 98 00 01;MG;S1;URGENCES CH AUCH"
ANNE = "MME;D'ESSAI;ANNE LAURE;anne.essai@exemple.invalid;06.39.98.00.02;MG;S3;PRATICIEN NIV 1"
ZOE = "M.;ÇELIK-MODÈLE;ZOÉ;zoe.modele@exemple.invalid;0639980003;MEDECINE D’URGENCE;5;SMUR CONDOM"
PEOPLE = (CAMILLE, ANNE, ZOE)
BASIC = lines(HEADER, *PEOPLE)

# Encodings.
add("e01_utf8_bom.csv", BASIC, "utf-8-sig")
add("e02_cp1252_guillemets_anglais.csv", BASIC + "MME;BIDON;L’Œuvre;;“06 39 98 00 04”;…;€;–\r\n", "cp1252")
add("e03_utf16be.csv", b"\xfe\xff" + BASIC.encode("utf-16-be"))
add("e04_utf16le_sans_marque.txt", BASIC.replace(";", "\t").encode("utf-16-le"))
add("e05_utf32le.csv", b"\xff\xfe\0\0" + BASIC.encode("utf-32-le"))
add("e06_macintosh_cr.csv", BASIC.replace("\r\n", "\r").replace("MEDECINE", "MÉDECINE").replace("PRENOM", "Prénom")
    + "M.;EXEMPLE;André;;;Médecine générale;1;Hôpital\r", "mac-roman")
add("e07_double_encodage.csv", lines("NOM;PRÉNOM;SPÉCIALITÉ;MAIL", "MODÈLE;ZOÉ;Médecine d’été;zoe@exemple.invalid")
    .encode("utf-8").decode("cp1252").encode("utf-8"))
add("e08_double_encodage_a_repare.csv", LISTS["e07_double_encodage.csv"])
add("e09_utf8_et_cp1252_bout_a_bout.csv", BASIC.encode() + ZOE.encode() + b"\r\n"
    + "MME;BIDON;LÉA;;;MG;2;AUCH\r\n".encode("cp1252"))
add("e10_fin_de_fichier_dos.csv", BASIC.encode("cp1252", "replace") + b"\x1a")
add("e11_sans_accents.csv", lines("NOM;PRENOM;MAIL", "FICTIF;CAMILLE;camille@exemple.invalid"), "ascii")
add("e12_noms_du_monde.csv", lines("NOM;PRENOM;MAIL", "NGUYỄN-ESSAI;Thị Hương;;", "فكتيف;كاميل;;", "ŠMODEL;Łucja;;", "EXEMPLE;🙂 Zoé;;"))

# Line ends and separators.
add("s01_lf.csv", BASIC.replace("\r\n", "\n"))
add("s02_fins_de_ligne_melangees.csv", HEADER + "\r\n" + CAMILLE + "\n" + ANNE + "\r" + ZOE)
add("s03_sans_fin_de_derniere_ligne.csv", lines(HEADER, *PEOPLE, last=False))
add("s04_tabulations.txt", BASIC.replace(";", "\t"))
add("s05_barres.txt", BASIC.replace(";", "|"))
add("s06_sep_virgule_guillemets.csv", lines('"sep=,"', "NOM,PRENOM,MAIL", "FICTIF,CAMILLE,camille@exemple.invalid"))
add("s07_sep_et_point_virgules.csv", lines("sep=;;;;", "NOM;PRENOM;MAIL;DES", "FICTIF;CAMILLE;;MG"), "utf-8-sig")
add("s08_virgules_decimales.csv", lines("NOM;NOTE;RANG;MAIL", "FICTIF;12,5;1,0;a@exemple.invalid",
                                        "ESSAI;13,25;2,0;b@exemple.invalid", "BIDON;9,75;3,0;c@exemple.invalid"))
add("s09_virgules_dans_le_titre.csv", lines("Liste, par ordre alphabétique, des internes, hiver 2025-2026,",
                                            "Auch, Condom, Mirande, Nogaro, Lombez,", "", HEADER, *PEOPLE))
add("s10_une_colonne.csv", lines("NOM PRENOM", "FICTIF Camille", "D'ESSAI Anne-Laure", "Total : 2"))
add("s11_point_virgules_dans_des_virgules.csv", lines("Nom,Prénom,Souhaits,Mail", 'FICTIF,Camille,"Studio;colocation;T1",c@exemple.invalid',
                                                      "ESSAI,Anne,Studio;T2,a@exemple.invalid"))

# Quotes.
add("g01_lignes_dans_une_cellule.csv", lines("NOM;PRENOM;MAITRE DE STAGE;MAIL",
                                             'FICTIF;Camille;"Dr ESSAI (Eauze)\nDr MODÈLE (Nogaro)\nDr BIDON (Riscle)";c@exemple.invalid',
                                             'ESSAI;Anne;"Dr EXEMPLE\r\n(Vic-Fezensac)";a@exemple.invalid'))
add("g02_guillemets_doubles.csv", lines("NOM;PRENOM;LIEU DE STAGE", 'FICTIF;Camille;"Résidence ""Les Lilas"", Auch"', 'ESSAI;"";""""'))
add("g03_guillemets_perdus.csv", lines("NOM;PRENOM;LIEU DE STAGE", 'FICTIF;Camille;Résidence "Les Lilas"', '"ESSAI" (ép. BIDON);Anne;"Le "Tivoli", Auch"'))
add("g04_guillemet_jamais_ferme.csv", lines("NOM;PRENOM;LIEU DE STAGE", 'FICTIF;"Camille;Auch', 'ESSAI;"Anne";Condom', "BIDON;Zoé;Mirande"))
add("g05_guillemet_ouvert_au_milieu.csv", lines(HEADER, CAMILLE, 'MME;"BIDON;LÉA;;;MG;2;AUCH', *[ANNE] * 3))
add("g06_espaces_autour.csv", lines(" NOM ; PRENOM\u00a0; MAIL ", "\u00a0FICTIF ;  Camille\u202f; \"c@exemple.invalid\" ", "\t ESSAI;\u00a0\u00a0;\u00a0"))
add("g07_apostrophes_devant_les_telephones.csv", lines("NOM;PRENOM;TELEPHONE", "FICTIF;Camille;'0639980001", "ESSAI;Anne;'+33639980002"))
add("g08_entete_entre_guillemets_sur_deux_lignes.csv", lines('"NOM";"PRENOM";"TERRAIN\nDE STAGE";"DATE\r\nDE  NAISSANCE"', "FICTIF;Camille;Auch;02/01/1999"))
FORM = ("Horodateur,Nom,Prénom,Adresse e-mail,Souhaits,Budget", "14/10/2025 18:42:07,fictif,camille,c@exemple.invalid,Studio,450",
        '14/10/2025 18:50:12,essai,anne,a@exemple.invalid,"Studio, colocation","450,00 €"', '"15/10/2025 08:02:55","bidon","zoé","z@exemple.invalid","Le ""T1"" d’en face",')
add("g09_lignes_entieres_entre_guillemets.csv", lines(*('"' + line.replace('"', '""') + '"' if '"' in line else line for line in FORM)))
add("g10_une_colonne_entre_guillemets.csv", lines('"NOM PRENOM"', '"FICTIF, Camille"', '"D\'ESSAI, Anne"'))

# The header and what is above it.
add("h01_entete_de_deux_lignes.csv", lines("Interne;;;Stage;;", "Nom;Prénom;Mail;Etablissement;Service;MSU",
                                           "FICTIF;Camille;c@exemple.invalid;CH Auch;Urgences;Dr MODÈLE"))
add("h02_entete_de_deux_lignes_noms_en_double.csv", lines("Liste des internes - Semestre d'été 2026;;;;;", "Interne;;;Maître de stage;;", "Nom;Prénom;Mail;Nom;Prénom;Mail",
                                                         "FICTIF;Camille;c@exemple.invalid;MODÈLE;Jean;j@exemple.invalid"))
add("h03_entete_fusionne_vers_le_bas.csv", lines("NOM;PRENOM;MAIL;STAGE;;", ";;;Etablissement;Service;MSU", "FICTIF;Camille;c@exemple.invalid;CH Auch;Urgences;Dr MODÈLE"))
add("h04_long_preambule.csv", lines("Université fictive;;;", ";;;", "Année 2025-2026;;;", "Semestre d'hiver;;;", "Document provisoire;;;", ";;;", ";;;", "NOM;PRENOM;MAIL;DES", "FICTIF;Camille;;MG"))
add("h05_titre_au_milieu.csv", lines(";;LISTE DES INTERNES;;", ";;;;", "NOM;PRENOM;MAIL;DES;STAGE", "FICTIF;Camille;;MG;Auch"))
add("h06_colonnes_sans_nom.csv", lines("NOM;PRENOM;;MAIL", "FICTIF;Camille;x;c@exemple.invalid;y", "ESSAI;Anne;;;"))
add("h07_noms_de_colonne_en_double.csv", lines("NOM;PRENOM;TEL;TEL;MAIL;MAIL", "FICTIF;Camille;0639980001;0536490001;a@exemple.invalid;b@exemple.invalid"))
add("h08_sans_entete.csv", lines("FICTIF;Camille;c@exemple.invalid;0639980001", "ESSAI;Anne;a@exemple.invalid;0639980002"))
add("h09_colonnes_vides_a_la_fin.csv", lines("NOM;PRENOM;MAIL;;;;;;", "FICTIF;Camille;c@exemple.invalid;;;;;;", ";;;;;;;;"))
add("h10_entete_seul.csv", lines(HEADER))
add("h11_dix_mille_colonnes.csv", lines("NOM;PRENOM" + ";X" * 10000, "FICTIF;Camille"))
add("h12_entete_de_deux_lignes_repete.csv", lines("Interne;;;Stage;;", "Nom;Prénom;Mail;Etablissement;Service;MSU", "FICTIF;Camille;c@exemple.invalid;CH Auch;Urgences;Dr MODÈLE",
                                                  "Page 1", "Interne;;;Stage;;", "Nom;Prénom;Mail;Etablissement;Service;MSU", "ESSAI;Anne;a@exemple.invalid;CH Condom;SSR;Dr EXEMPLE"))
add("h13_entete_fusionne_repete.csv", lines("NOM;PRENOM;MAIL;STAGE;;", ";;;Etablissement;Service;MSU", "FICTIF;Camille;c@exemple.invalid;CH Auch;Urgences;Dr MODÈLE",
                                            "NOM;PRENOM;MAIL;STAGE;;", ";;;Etablissement;Service;MSU", "ESSAI;Anne;a@exemple.invalid;CH Condom;SSR;Dr EXEMPLE"))
add("p18_mot_sur_sa_ligne_en_plein_milieu.csv", lines(HEADER, CAMILLE, ";désistement;;;;;;", ANNE))

# What is below and between the rows.
add("p01_pied_total.csv", lines(HEADER, *PEOPLE, "Total : 3;;;;;;;", ";;;;;;;", "Édité le 14/10/2025;;;;;;;", "Le doyen;;;;;;;"))
add("p02_pied_effectif.csv", lines(HEADER, *PEOPLE, "Effectif;3;;;;;;"))
add("p03_pied_compte.csv", lines(HEADER, *PEOPLE, ";;;;;;;", "3 internes;;;;;;;"))
add("p04_pied_notes.csv", lines(HEADER, *PEOPLE, "", "* sous réserve de validation par la commission;;;;;;;", "(1) changement de stage possible;;;;;;;", "Auch, le 14 octobre 2025;;;;;;;"))
add("p05_entete_repete.csv", lines(HEADER, CAMILLE, HEADER, ANNE, "Page 2;;;;;;;", HEADER, ZOE))
add("p06_total_est_un_nom.csv", lines(HEADER, "MME;TOTAL;CAMILLE;c@exemple.invalid;0639980001;MG;1;AUCH", "M.;PAGE;ANNE;;;MG;2;CONDOM"))
add("p07_lignes_vides.csv", lines(HEADER, ";;;;;;;", CAMILLE, "", "", ANNE, " ; ;\u00a0;;;;;", ZOE, "", ""))
add("p08_titres_de_groupe.csv", lines("NOM;PRENOM;MAIL;DES", "CH AUCH;;;", "FICTIF;Camille;;MG", "ESSAI;Anne;;MG", "CH CONDOM;;;", "BIDON;Zoé;;MG"))
add("p09_listes_meme_entete_autre_ordre.csv", lines("Internes de médecine générale;;;", "NOM;PRENOM;MAIL;DES", "FICTIF;Camille;c@exemple.invalid;MG", "", "Internes de spécialité;;;",
                                                   "PRENOM;NOM;DES;MAIL", "Anne;ESSAI;PED;a@exemple.invalid", "Zoé;BIDON;URG;"))
add("p10_listes_autres_colonnes.csv", lines("NOM;PRENOM;MAIL;DES", "FICTIF;Camille;c@exemple.invalid;MG", "", "Maîtres de stage;;;", "NOM;PRENOM;SERVICE;ETABLISSEMENT;TELEPHONE", "MODÈLE;Jean;Urgences;CH Auch;0536490001"))
add("p11_cellules_fusionnees.csv", lines("ETABLISSEMENT;SERVICE;NOM;PRENOM", "CH AUCH;URGENCES;FICTIF;Camille", ";;ESSAI;Anne", ";PEDIATRIE;BIDON;Zoé", ";;MODÈLE;Jean", ";;EXEMPLE;Léa", "CH CONDOM;SSR;LEURRE;Luc", ";;PASTICHE;Ève"))
add("p12_fusion_apres_un_numero.csv", lines("N°;STAGE;NOM;PRENOM", "1;URGENCES AUCH;FICTIF;Camille", "2;;ESSAI;Anne", "3;;BIDON;Zoé", "4;SSR;MODÈLE;Jean", "5;;EXEMPLE;Léa"))
add("p13_remarques_non_fusionnees.csv", lines("NOM;PRENOM;NOM MARITAL;REMARQUES", "FICTIF;Camille;BIDON;allergie au chat", "ESSAI;Anne;;", "MODÈLE;Zoé;LEURRE;", "EXEMPLE;Jean;;sans voiture"))
add("p14_civilites_manquantes.csv", lines("CIVILITE;NOM;PRENOM", "MME;FICTIF;Camille", ";ESSAI;Anne", "M.;BIDON;Zoé", ";MODÈLE;Jean", "MME;EXEMPLE;Léa", ";LEURRE;Luc"))
add("p15_un_nom_seul.csv", lines("NOM PRENOM;STAGE;MAIL", "FICTIF Camille;Auch;c@exemple.invalid", "D'ESSAI Anne;;", "BIDON Zoé;;"))
add("p16_cellule_immense.csv", lines("NOM;PRENOM;REMARQUES", "FICTIF;Camille;" + "é" * 40000, "ESSAI;Anne;ok"))
add("p17_deux_promotions.csv", lines("Promotion novembre 2025", "Nom;Prénom;Mail", "FICTIF;Camille;c@exemple.invalid", "Sous-total : 1", "", "Promotion mai 2026", "Nom;Prénom;Mail", "ESSAI;Anne;a@exemple.invalid", "Sous-total : 1", "TOTAL GÉNÉRAL : 2"))

# What people answer, and what nobody has.
ANSWERS = "Horodateur,Nom,Prénom,Adresse e-mail,Type de logement souhaité,Budget max,Véhicule,Semestre de stage,Etat"
add("n08_formulaire_repondu_deux_fois.csv", lines(ANSWERS,
    '14/10/2025 18:42:07,fictif,camille,c@exemple.invalid,Studio,500 euros max,Oui,Novembre 2025,en cours',
    "14/10/2025 18:50:12,essai,anne,a@exemple.invalid,T2,jusqu'à 650 €,Non,Novembre 2025,confirmé",
    '15/10/2025 9:02:55,fictif,camille,c@exemple.invalid,T2,450,Non,Novembre 2025,en cours',
    '14/10/2025 8:00:00,essai,anne,a@exemple.invalid,Maison,de 400 à 500 €,Oui,Novembre 2025,prévu'))
add("n09_formulaire_sans_heure_lisible.csv", lines("Nom,Prénom,Adresse e-mail,Budget max,Date de soumission", "fictif,camille,c@exemple.invalid,400,hier",
                                                   "fictif,camille,c@exemple.invalid,480,15/10/2025 09:00", "essai,anne,a@exemple.invalid,500,"))
add("n10_places_non_pourvues.csv", lines("ETABLISSEMENT;SERVICE;INTERNE;MAIL;OBSERVATIONS", "CH AUCH;Urgences;FICTIF Camille;c@exemple.invalid;",
                                         "CH AUCH;Pédiatrie;Non pourvu;;", "CH CONDOM;Médecine;;;Poste vacant", "CH GIMONT;Médecine;;;à voir",
                                         "CH CONDOM;Médecine;VACANT Zoé;z@exemple.invalid;non pourvu jusqu'en mai"))
add("n11_deux_medecins.csv", lines("NOM;PRENOM;SEMESTRE DE STAGE;TERRAIN DE STAGE", "FICTIF;Camille;Novembre 2025;Drs ESSAI et MODÈLE (Eauze)",
                                   "BIDON;Zoé;Novembre 2025;Drs EXEMPLE, LEURRE et PASTICHE / MSP de Seissan", "ESSAI;Anne;Novembre 2025;Dr MODÈLE (Eauze)"))

# What is no list.
add("x01_vide.csv", b"")
add("x02_page_web.xls", "<html><body><table><tr><td>NOM</td></tr></table></body></html>")
add("x03_classeur.xlsx", b"PK\3\4\x14\0\6\0\x08\0\0\0!\0xl/workbook.xml")
add("x04_octets_nuls.csv", b"NOM;PRENOM\r\nFICTIF;Camille\r\n" + bytes(512))
add("x05_texte_libre.txt", "Bonjour,\r\n\r\nVoici la liste demandée.\r\n\r\nCordialement\r\n")

if __name__ == "__main__":
    for name, content in LISTS.items():
        (HERE / name).write_bytes(content)
