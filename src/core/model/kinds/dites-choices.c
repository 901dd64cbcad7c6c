/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-choices.h"

#include <glib/gi18n.h>

/* The choices that several kinds or several fields share. Their synonyms hold
 * the French words whatever the language of the interface: lists are French. */

/* The 44 diplomas of medicine (diplômes d'études spécialisées), and one for
 * pharmacists and dentists, who get the same housing. */
const DitesChoice dites_des_choices[] = {
  { "ALL", N_("Allergology"), "allergologie|allergo" },
  { "ACP", N_("Anatomical Pathology"), "anatomie et cytologie pathologiques|anatomie et cytologie pathologique|anatomopathologie|anapath|acp" },
  { "AR", N_("Anaesthesia and Intensive Care"), "anesthesie reanimation|anesthesie|anesth rea|mar|ar" },
  { "BM", N_("Medical Biology"), "biologie medicale|biologie|bm" },
  { "CMF", N_("Maxillofacial Surgery"), "chirurgie maxillo faciale|chirurgie maxillofaciale|chir maxillo faciale|cmf" },
  { "CO", N_("Oral Surgery"), "chirurgie orale|chir orale|co" },
  { "COT", N_("Orthopaedic Surgery"), "chirurgie orthopedique et traumatologique|chirurgie orthopedique|orthopedie|chir ortho|cot" },
  { "CPED", N_("Paediatric Surgery"), "chirurgie pediatrique|chir ped|cped" },
  { "CPRE", N_("Plastic Surgery"), "chirurgie plastique reconstructrice et esthetique|chirurgie plastique|cpre" },
  { "CTCV", N_("Thoracic and Cardiovascular Surgery"), "chirurgie thoracique et cardiovasculaire|chirurgie thoracique|ctcv" },
  { "CVA", N_("Vascular Surgery"), "chirurgie vasculaire|chir vasculaire|cva" },
  { "CVD", N_("Visceral and Digestive Surgery"), "chirurgie viscerale et digestive|chirurgie viscerale|chirurgie digestive|chir viscerale|cvd" },
  { "DVE", N_("Dermatology and Venereology"), "dermatologie et venereologie|dermatologie|dermato|dve" },
  { "EDN", N_("Endocrinology, Diabetology and Nutrition"), "endocrinologie diabetologie nutrition|endocrinologie diabetologie et nutrition|endocrinologie|endocrino|edn" },
  { "GEN", N_("Medical Genetics"), "genetique medicale|genetique" },
  { "GER", N_("Geriatrics"), "geriatrie|ger" },
  { "GM", N_("Medical Gynaecology"), "gynecologie medicale|gyneco medicale|gm" },
  { "GO", N_("Obstetrics and Gynaecology"), "gynecologie obstetrique|gynecologie et obstetrique|gyneco obstetrique|gyneco obs|gyneco obst|gynecologie obst|go" },
  { "HEM", N_("Haematology"), "hematologie|hemato|hem" },
  { "HGE", N_("Hepatology and Gastroenterology"), "hepato gastro enterologie|hepato gastroenterologie|gastro enterologie|gastroenterologie|hepato|hepato gastro|hge" },
  { "MIT", N_("Infectious and Tropical Diseases"), "maladies infectieuses et tropicales|maladies infectieuses|maladies inf|infectio|infectiologie|mit" },
  { "MCV", N_("Cardiovascular Medicine"), "medecine cardiovasculaire|medecine cardio vasculaire|cardiologie|cardio|mcv" },
  { "MU", N_("Emergency Medicine"), "medecine d urgence|medecine urgence|medecine d urgences|urgentiste|des mu|urgences|urgence|urg|mu" },
  { "MST", N_("Occupational Medicine"), "medecine et sante au travail|medecine du travail|sante au travail|mst" },
  { "MG", N_("General Practice"), "medecine generale|med generale|med gen|med ge|medecine gen|generaliste|img|mg|desmg|des mg|interne de medecine generale" },
  { "MIR", N_("Intensive Care Medicine"), "medecine intensive reanimation|medecine intensive et reanimation|reanimation|mir" },
  { "MII", N_("Internal Medicine and Clinical Immunology"), "medecine interne et immunologie clinique|medecine interne|immunologie clinique|mii" },
  { "MLE", N_("Forensic Medicine"), "medecine legale et expertises medicales|medecine legale|mle" },
  { "MN", N_("Nuclear Medicine"), "medecine nucleaire|mn" },
  { "MPR", N_("Physical and Rehabilitation Medicine"), "medecine physique et de readaptation|medecine physique et readaptation|medecine physique|mpr" },
  { "MV", N_("Vascular Medicine"), "medecine vasculaire|mv" },
  { "NEP", N_("Nephrology"), "nephrologie|nephro|nep" },
  { "NCU", N_("Neurosurgery"), "neurochirurgie|neuro chirurgie|ncu" },
  { "NEU", N_("Neurology"), "neurologie|neuro|neu" },
  { "ONC", N_("Oncology"), "oncologie|onco|oncologie medicale|oncologie radiotherapie|cancerologie|onc" },
  { "OPH", N_("Ophthalmology"), "ophtalmologie|ophtalmo|oph" },
  { "ORL", N_("Otorhinolaryngology"), "oto rhino laryngologie chirurgie cervico faciale|oto rhino laryngologie et chirurgie cervico faciale|oto rhino laryngologie|orl et chirurgie cervico faciale|orl" },
  { "PED", N_("Paediatrics"), "pediatrie|ped" },
  { "PNE", N_("Pneumology"), "pneumologie|pneumo|pne" },
  { "PSY", N_("Psychiatry"), "psychiatrie|psy|psychiatrie adulte|psychiatrie de l enfant et de l adolescent|pedopsychiatrie" },
  { "RIM", N_("Radiology and Medical Imaging"), "radiologie et imagerie medicale|radiologie imagerie medicale|radiologie|imagerie medicale|rim" },
  { "RHU", N_("Rheumatology"), "rhumatologie|rhumato|rhu" },
  { "SP", N_("Public Health"), "sante publique|sp" },
  { "URO", N_("Urology"), "urologie|uro" },
  { "other", N_("Other Field of Study"), "autre filiere|autre|pharmacie|odontologie|des pharmacie|interne en pharmacie|chirurgie dentaire|pharmacie hospitaliere" },
  { NULL },
};

const DitesChoice dites_stage_type_choices[] = {
  { "urgences", N_("Adult Emergencies"), "urgences adultes|urgences adulte|urgences|urgence|urg|urg adultes|urg adulte|sau|smur|service d accueil des urgences|stage aux urgences" },
  { "praticien_n1", N_("General Practice, Level 1"), "praticien niveau 1|praticien niv 1|praticien n1|prat niveau 1|prat niv 1|prat n1|pn1|sn1|n1|niveau 1|niv 1|stage praticien niveau 1|praticien de niveau 1|stage ambulatoire niveau 1|ambulatoire niveau 1|ambu n1|chez le praticien|stage chez le praticien" },
  { "medecine_adulte_polyvalente", N_("Adult General Medicine"), "medecine adulte polyvalente|medecine polyvalente|medecine adulte|medecine polyvalente adulte|med polyvalente|med poly|map|stage de medecine polyvalente|polyvalente" },
  { "sante_femme", N_("Women’s Health"), "sante de la femme|sante femme|gynecologie|gyneco|gynecologie obstetrique|gyneco obs|gynecologie ambulatoire|maternite" },
  { "sante_enfant", N_("Children’s Health"), "sante de l enfant|sante enfant|pediatrie|pedia|ped|pediatrie ambulatoire|urgences pediatriques" },
  { "femme_enfant", N_("Women’s and Children’s Health"), "femme enfant|fe|mere enfant|pole mere enfant|pole femme enfant|pole femme mere enfant|sante de la femme et de l enfant|sante femme enfant|sante de la femme sante de l enfant|pediatrie gynecologie|gynecologie pediatrie|gyneco pediatrie|gyneco ped|couple gynecologie pediatrie|stage couple" },
  { "libre", N_("Free Choice"), "stage libre|libre|choix libre" },
  { "saspas", N_("SASPAS, Level 2"), "saspas|n2|niveau 2|niv 2|sn2|pn2|praticien niveau 2|praticien niv 2|praticien n2|stage autonome en soins primaires ambulatoires supervise|stage ambulatoire en soins premiers en autonomie supervisee" },
  { "niveau3_dj", N_("Level 3, Junior Doctor"), "medecine generale niveau 3|niveau 3|niv 3|n3|sn3|pn3|praticien niveau 3|docteur junior|dr junior|dj|phase de consolidation" },
  { "hospitalier_specialite", N_("Hospital Speciality"), "stage hospitalier de specialite|hospitalier specialite|specialite hospitaliere|stage de specialite|specialite|stage hospitalier|hospitalier" },
  { "autre", N_("Other"), "autre|autres|autre stage" },
  { NULL },
};

/* What may be signed for a home. */
const DitesChoice dites_contract_choices[] = {
  { "bail_mobilite", N_("Mobility Lease"), "bail mobilite|mobilite" },
  { "etudiant", N_("Student Lease"), "bail etudiant|bail etudiant meuble|etudiant|bail meuble etudiant|bail de 9 mois" },
  { "meuble", N_("Furnished Lease"), "bail meuble|meuble|location meublee|bail meuble classique" },
  { "colocation", N_("Shared Lease"), "colocation|colocation meublee|bail de colocation|coloc" },
  { "convention", N_("Occupancy Agreement"), "convention d occupation|convention|convention d occupation precaire" },
  { "seasonal", N_("Seasonal Let"), "gite|saisonnier|location saisonniere|gite saisonnier|meuble de tourisme" },
  { "homestay", N_("Room at the Host’s"), "chez l habitant|chambre chez l habitant|logement chez l habitant" },
  { "sublet", N_("Sublet"), "sous location|souslocation" },
  { NULL },
};

const DitesChoice dites_channel_choices[] = {
  { "phone", N_("Phone"), "telephone|tel|par telephone" },
  { "email", N_("E-Mail"), "mail|email|e mail|courriel|par mail" },
  { "post", N_("Letter"), "courrier|lettre|poste|courrier postal|par courrier" },
  { NULL },
};

/* Classes of the energy performance certificate, and of greenhouse gases. */
const DitesChoice dites_energy_choices[] = {
  { "A", "A", "classe a" },
  { "B", "B", "classe b" },
  { "C", "C", "classe c" },
  { "D", "D", "classe d" },
  { "E", "E", "classe e" },
  { "F", "F", "classe f" },
  { "G", "G", "classe g" },
  { NULL },
};
