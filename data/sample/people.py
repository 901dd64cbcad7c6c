# SPDX-FileCopyrightText: 2026 The Dites32 authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The people of the sample, whose names are words for what is made up."""

FAMILIES = """FICTIF D'ESSAI BIDON MODÈLE EXEMPLE SPÉCIMEN ÉPREUVE MAQUETTE FACTICE IMAGINAIRE POSTICHE CANEVAS ÉBAUCHE
ESQUISSE GABARIT PROTOTYPE LEURRE SIMILI QUIDAM UNTEL PSEUDO ÉCHANTILLON ANONYME CHIMÈRE MIRAGE FABLE ROMAN PANTOMIME
FEINTE ARCHÉTYPE ÇELIK-ESSAI BROUILLON""".split()

FIRSTS = [("Camille", "f"), ("Louis", "m"), ("Anne-Laure", "f"), ("Zoé", "f"), ("Mehdi", "m"), ("Inès", "f"), ("Paul", "m"),
          ("Léa", "f"), ("Maëlle", "f"), ("Hugo", "m"), ("Sarah", "f"), ("Jean-Baptiste", "m"), ("Clémence", "f"),
          ("Aïcha", "f"), ("Thomas", "m"), ("Noémie", "f"), ("Juliette", "f"), ("Élise", "f"), ("Antoine", "m"),
          ("Manon", "f"), ("François", "m"), ("Marie", "f"), ("Chloé", "f"), ("Gaël", "m"), ("Solène", "f"), ("Pauline", "f")]

OWNERS = [
    ("pousterle", "SCI Les Pousterles Imaginaires", "organisation", "landlord", "Mme Odile FACTICE", "32013", True),
    ("bailleur", "Office public de l’habitat fictif", "organisation", "social_landlord", "M. Yves MODÈLE", "32013", True),
    ("martin", "M. et Mme EXEMPLE", "person", "landlord", "", "32013", False),
    ("armagnac", "Mme Rose BIDON", "person", "landlord", "", "32119", True),
    ("nogaro", "Mairie de Nogaro (exemple)", "organisation", "commune", "Secrétariat", "32296", True),
    ("marciac", "Mairie de Marciac (exemple)", "organisation", "commune", "Secrétariat", "32233", True),
    ("ferme", "GAEC du Spécimen", "organisation", "landlord", "M. Henri ESQUISSE", "32256", True),
    ("lomagne", "M. Luc SIMILI", "person", "landlord", "", "32132", True),
    ("ch", "Internat du centre hospitalier (exemple)", "organisation", "employer", "Affaires médicales", "32107", True),
    ("gite", "Gîte de L’Esquisse", "organisation", "landlord", "Mme Jeanne CANEVAS", "32296", True),
    ("agence", "Agence de l’Ébauche", "organisation", "agency", "Mme Lise GABARIT", "32160", True),
    ("fezensac", "Communauté de communes (exemple)", "organisation", "epci", "Service logement", "32462", True),
    ("plaisance", "Mairie de Plaisance (exemple)", "organisation", "commune", "Secrétariat", "32319", True),
    ("valdegers", "Maison des internes du Val (exemple)", "organisation", "epci", "Mme Agnès PSEUDO", "32242", True),
    ("saves", "M. Pierre LEURRE", "person", "landlord", "", "32213", False),
    ("mauvezin", "Mairie de Mauvezin (exemple)", "organisation", "commune", "Secrétariat", "32249", True),
    ("particulier", "Mme Simone UNTEL", "person", "landlord", "", "32001", False),
]

# name, kind, department, commune, supervisor, stage types, capacity
SITES = [
    ("Centre hospitalier d’Auch en Gascogne", "hopital", "Urgences adultes", "32013", "", "urgences", 8),
    ("Centre hospitalier d’Auch en Gascogne", "hopital", "Médecine polyvalente", "32013", "", "medecine_adulte_polyvalente", 4),
    ("Centre hospitalier d’Auch en Gascogne", "hopital", "Pôle mère-enfant", "32013", "", "femme_enfant sante_enfant sante_femme", 4),
    ("Centre hospitalier d’Auch en Gascogne", "hopital", "Gériatrie", "32013", "", "medecine_adulte_polyvalente libre", 2),
    ("Centre hospitalier de Condom", "hopital", "Médecine polyvalente", "32107", "", "medecine_adulte_polyvalente", 3),
    ("Centre hospitalier de Condom", "hopital", "Urgences", "32107", "", "urgences", 2),
    ("Hôpital de proximité de Lombez-Samatan", "hopital", "Médecine", "32213", "", "medecine_adulte_polyvalente libre", 2),
    ("Centre hospitalier de Mirande", "hopital", "", "32256", "", "libre", 1),
    ("La Reviscolada", "ssr", "Rééducation", "32013", "", "hospitalier_specialite", 1),
    ("Centre territorial de santé de Fleurance", "cts", "", "32132", "Dr Alix MAQUETTE", "praticien_n1 saspas", 2),
    ("Centre territorial de santé de Plaisance", "cts", "", "32319", "Dr Rémi POSTICHE", "praticien_n1", 1),
    ("Centre territorial de santé de Vic-Fezensac", "cts", "", "32462", "Dr Ève QUIDAM", "saspas", 1),
    ("Maison de santé pluridisciplinaire du Bas-Armagnac", "msp", "", "32296", "Dr Paul D'ESSAI", "praticien_n1 saspas niveau3_dj", 3),
    ("Maison de santé pluridisciplinaire de Seissan", "msp", "", "32426", "Dr Nour FICTIF", "saspas", 1),
    ("Cabinet du Dr ESSAI", "cabinet_msu", "", "32119", "Dr Claire ESSAI", "praticien_n1", 1),
    ("Cabinet du Dr MODÈLE", "cabinet_msu", "", "32296", "Dr Jean MODÈLE", "praticien_n1", 1),
    ("Cabinet du Dr BIDON", "cabinet_msu", "", "32208", "Dr Luce BIDON", "saspas", 1),
    ("Cabinet du Dr EXEMPLE", "cabinet_msu", "", "32160", "Dr Samir EXEMPLE", "praticien_n1 saspas", 2),
    ("Cabinet du Dr FABLE", "cabinet_msu", "", "32147", "Dr Irène FABLE", "praticien_n1", 1),
    ("Cabinet du Dr ROMAN", "cabinet_msu", "", "32233", "Dr Marc ROMAN", "saspas niveau3_dj", 1),
]
