/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-kinds-table.h"

#include <glib/gi18n.h>

#include "dites-choices.h"
#include "dites-kind-text.h"

/* One intern in one semester: the stage with its one to three sites, and the need for a home. */

#define STAGE     N_("Stage")
#define NEED      N_("Housing Need")
#define FOLLOW_UP N_("Follow-Up")
#define LIST      N_("List")

static const DitesChoice settings[] = {
  { "hospitalier", N_("Hospital"), "hospitalier|hopital|hospitaliere|hosp|ch|h" },
  { "ambulatoire", N_("Outpatient"), "ambulatoire|ambu|liberal|cabinet|ville" },
  { "mixte", N_("Hospital and Outpatient"), "mixte|hospitalier et ambulatoire" },
  { NULL },
};

static const DitesChoice needs[] = {
  { "unknown", N_("Not Known Yet"), "inconnu|a demander|ne sait pas" },
  { "wanted", N_("Looking for a Home"), "cherche|recherche|oui|en recherche|logement souhaite|demande" },
  { "found", N_("Home Found"), "trouve|loge|logement trouve|ok" },
  { "none", N_("No Need"), "aucun|non|pas de besoin|sans besoin|sans objet" },
  { NULL },
};

static const DitesChoice households[] = {
  { "alone", N_("Alone"), "seul|seule|seul e|celibataire" },
  { "couple", N_("Couple"), "en couple|couple|a deux|conjoint" },
  { "family", N_("Family"), "famille|en famille|avec enfants|avec enfant|enfants" },
  { NULL },
};

static const DitesChoice sharings[] = {
  { "yes", N_("Gladly Shared"), "oui|colocation|coloc|o|partage|volontiers en colocation" },
  { "no", N_("Not Shared"), "non|pas de colocation|n|seul|sans colocation" },
  { "either", N_("Either"), "indifferent|peu importe|les deux|oui ou non|sans preference" },
  { NULL },
};

static const DitesChoice states[] = {
  { "planned", N_("Planned"), "prevu|prevue|previsionnel" },
  { "confirmed", N_("Confirmed"), "confirme|confirmee|affecte|affectee|en cours" },
  { "interrupted", N_("Interrupted"), "interrompu|interrompue|interruption|conge maternite" },
  { "ended", N_("Ended"), "termine|terminee|fini|valide" },
  { "cancelled", N_("Cancelled"), "annule|annulee|desistement" },
  { NULL },
};

static const DitesField fields[] = {
  {
    .name = "intern",
    .label = N_("Intern"),
    .type = DITES_FIELD_REFERENCE,
    .flags = DITES_FIELD_REQUIRED | DITES_FIELD_SEARCHED,
    .group = STAGE,
    .target = "intern",
  },
  {
    .name = "semester",
    .label = N_("Semester"),
    .type = DITES_FIELD_REFERENCE,
    .flags = DITES_FIELD_REQUIRED | DITES_FIELD_FILTERED | DITES_FIELD_LISTED,
    .group = STAGE,
    .target = "semester",
  },
  {
    .name = "stage_type",
    .label = N_("Kind of Stage"),
    .type = DITES_FIELD_CHOICE,
    .flags = DITES_FIELD_FILTERED | DITES_FIELD_LISTED | DITES_FIELD_SEARCHED,
    .group = STAGE,
    .headers = "type de stage|type stage|nature du stage|categorie de stage|code stage",
    .choices = dites_stage_type_choices,
  },
  {
    .name = "setting",
    .label = N_("Setting"),
    .type = DITES_FIELD_CHOICE,
    .flags = DITES_FIELD_FILTERED,
    .group = STAGE,
    .headers = "mode d exercice|cadre|hospitalier ambulatoire|ambulatoire hospitalier",
    .choices = settings,
  },
  {
    .name = "sites",
    .label = N_("Stage Sites"),
    .type = DITES_FIELD_REFERENCE,
    .flags = DITES_FIELD_MULTIPLE | DITES_FIELD_SEARCHED | DITES_FIELD_LISTED,
    .group = STAGE,
    .target = "site",
  },
  {
    .name = "days",
    .label = N_("Days at Each Site"),
    .type = DITES_FIELD_TEXT,
    .group = STAGE,
    .headers = "jours|jours de stage|planning|repartition des jours",
  },
  {
    .name = "need",
    .label = N_("Need of a Home"),
    .type = DITES_FIELD_CHOICE,
    .flags = DITES_FIELD_FILTERED | DITES_FIELD_LISTED,
    .group = NEED,
    .headers = "besoin de logement|besoin logement|logement|recherche logement|recherche de logement|demande de logement|cherche un logement|cherchez vous un logement|recherchez vous un logement|avez vous besoin d un logement|souhaitez vous un logement",
    .choices = needs,
  },
  {
    .name = "arrival",
    .label = N_("Arrival"),
    .type = DITES_FIELD_DATE,
    .flags = DITES_FIELD_SORTED,
    .group = NEED,
    .headers = "date arrivee|date d arrivee|arrivee|arrivee le|debut|date debut|date de debut|debut de stage|date de debut de stage|debut du stage",
  },
  {
    .name = "departure",
    .label = N_("Departure"),
    .type = DITES_FIELD_DATE,
    .group = NEED,
    .headers = "fin|date fin|date de fin|date depart|date de depart|depart|fin de stage|date de fin de stage|fin du stage",
  },
  {
    .name = "budget_cents",
    .label = N_("Highest Rent, Charges Included"),
    .type = DITES_FIELD_MONEY,
    .flags = DITES_FIELD_PERSONAL,
    .group = NEED,
    .headers = "budget|budget max|budget maximum|budget maxi|budget mensuel|loyer max|loyer maximum|budget logement|budget maximal|budget max charges comprises|budget maximum charges comprises|budget maximal charges comprises|budget mensuel maximum|budget mensuel charges comprises",
    .maximum = 1000000,
  },
  {
    .name = "household",
    .label = N_("Who Comes"),
    .type = DITES_FIELD_CHOICE,
    .flags = DITES_FIELD_PERSONAL,
    .group = NEED,
    .headers = "composition du foyer|foyer|vient|seul ou accompagne|accompagnement",
    .choices = households,
  },
  {
    .name = "sharing",
    .label = N_("Shared Home"),
    .type = DITES_FIELD_CHOICE,
    .flags = DITES_FIELD_FILTERED,
    .group = NEED,
    .headers = "colocation|coloc|colocation souhaitee|accepte la colocation|logement partage|acceptez vous la colocation|acceptez vous une colocation|accepteriez vous une colocation|souhaitez vous une colocation",
    .choices = sharings,
  },
  {
    .name = "wanted",
    .label = N_("Home Wanted"),
    .type = DITES_FIELD_TEXT,
    .flags = DITES_FIELD_SEARCHED,
    .group = NEED,
    .headers = "type de logement souhaite|logement souhaite|type de logement|type logement|souhait logement|souhaits",
  },
  {
    .name = "pets",
    .label = N_("Comes with Animals"),
    .type = DITES_FIELD_FLAG,
    .group = NEED,
    .headers = "animaux|animal|animaux de compagnie|animal de compagnie|avez vous un animal|avez vous des animaux|avez vous un animal de compagnie|viendrez vous avec un animal",
  },
  {
    .name = "car",
    .label = N_("Comes by Car"),
    .type = DITES_FIELD_FLAG,
    .group = NEED,
    .headers = "vehicule|voiture|vehicule o n|vehicule oui non|vehicule sur place|avez vous un vehicule|avez vous une voiture|aurez vous un vehicule|aurez vous une voiture|disposez vous d un vehicule|disposez vous d une voiture|etes vous vehicule",
  },
  {
    .name = "parking",
    .label = N_("Needs a Parking Space"),
    .type = DITES_FIELD_FLAG,
    .group = NEED,
    .headers = "parking|stationnement|place de parking|besoin de stationnement|avez vous besoin d un stationnement",
  },
  {
    .name = "internet",
    .label = N_("Needs Internet Access"),
    .type = DITES_FIELD_FLAG,
    .group = NEED,
    .headers = "internet|acces internet|besoin d internet|connexion internet|wifi",
  },
  {
    .name = "accessible",
    .label = N_("Needs Step-Free Access"),
    .type = DITES_FIELD_FLAG,
    .flags = DITES_FIELD_PERSONAL,
    .group = NEED,
    .headers = "pmr|accessibilite|acces pmr|accessible",
  },
  {
    .name = "need_remarks",
    .label = N_("Remarks on the Need"),
    .type = DITES_FIELD_LINES,
    .flags = DITES_FIELD_SEARCHED | DITES_FIELD_PERSONAL,
    .group = NEED,
    .headers = "remarques logement|commentaire logement|precisions logement|precisions",
  },
  {
    .name = "state",
    .label = N_("State"),
    .type = DITES_FIELD_CHOICE,
    .flags = DITES_FIELD_FILTERED,
    .group = FOLLOW_UP,
    .headers = "etat|statut|etat de l affectation",
    .choices = states,
  },
  {
    .name = "remarks",
    .label = N_("Remarks"),
    .type = DITES_FIELD_LINES,
    .flags = DITES_FIELD_SEARCHED | DITES_FIELD_PERSONAL,
    .group = FOLLOW_UP,
    .headers = "remarques stage|commentaire stage|remarques affectation",
  },
  {
    .name = "stage",
    .label = N_("Stage as Listed"),
    .type = DITES_FIELD_TEXT,
    .flags = DITES_FIELD_LIST_ONLY,
    .group = LIST,
    .headers = "stage|terrain|terrain de stage|terrains de stage|lieu de stage|lieux de stage|lieu du stage|affectation|poste|pole|intitule du stage|libelle du stage|libelle stage|stage affecte|terrain affecte",
  },
  {
    .name = "establishment",
    .label = N_("Establishment"),
    .type = DITES_FIELD_TEXT,
    .flags = DITES_FIELD_LIST_ONLY,
    .group = LIST,
    .headers = "etablissement|etablissement d accueil|etablissement d affectation|etablissement de stage|hopital|ch|site|structure|lieu|centre hospitalier|etablissements|ville|commune de stage|commune du stage",
  },
  {
    .name = "department",
    .label = N_("Department"),
    .type = DITES_FIELD_TEXT,
    .flags = DITES_FIELD_LIST_ONLY,
    .group = LIST,
    .headers = "service|unite|service d accueil|services|unite fonctionnelle|uf",
  },
  {
    .name = "supervisor",
    .label = N_("Supervisor"),
    .type = DITES_FIELD_TEXT,
    .flags = DITES_FIELD_LIST_ONLY | DITES_FIELD_MULTIPLE,
    .group = LIST,
    .headers = "maitre de stage|maitres de stage|maitre de stage universitaire|maitres de stage universitaires|maitre de stage des universites|maitres de stage des universites|maitre de stage 1|maitre de stage 2|maitre de stage 3|msu|msu 1|msu 2|msu 3|pamsu|pamsu 1|pamsu 2|pamsu 3|responsable|responsable de stage|responsable du stage|nom du msu|nom msu|nom du maitre de stage|chef de service|praticien|praticien 1|praticien 2|praticien 3|praticiens|encadrant",
  },
  {
    .name = "semester_label",
    .label = N_("Semester as Listed"),
    .type = DITES_FIELD_TEXT,
    .flags = DITES_FIELD_LIST_ONLY,
    .group = LIST,
    .headers = "periode|promotion|promo|libelle semestre|semestre de stage|periode de stage|session|cod anu|annee universitaire|semestre universitaire",
  },
  { NULL },
};

static char *
placement_title (DitesDocument *document,
                 DitesTitleFunc title_of,
                 gpointer       user_data)
{
  const DitesKind *kind = &dites_kind_placement;
  g_autofree char *intern = dites_kind_dup_shown (kind, document, "intern", title_of, user_data);
  g_autofree char *semester = dites_kind_dup_shown (kind, document, "semester", title_of, user_data);

  if (*intern == '\0' || *semester == '\0')
    return g_strconcat (intern, semester, NULL);

  /* Translators: the name of an intern, and a semester. */
  return g_strdup_printf (C_("placement", "%s, %s"), intern, semester);
}

static char *
placement_subtitle (DitesDocument *document,
                    DitesTitleFunc title_of,
                    gpointer       user_data)
{
  GString *line = g_string_new (NULL);

  dites_kind_text_add_field (line, &dites_kind_placement, document, "stage_type", NULL, NULL);
  dites_kind_text_add_field (line, &dites_kind_placement, document, "sites", title_of, user_data);
  dites_kind_text_add_field (line, &dites_kind_placement, document, "need", NULL, NULL);

  return g_string_free (line, FALSE);
}

/* An intern is in one place a semester: a second list with another stage corrects the first. */
static guint
placement_identify (DitesDocument *document,
                    GPtrArray     *keys)
{
  g_autofree char *intern = dites_document_dup_string (document, "intern");
  g_autofree char *semester = dites_document_dup_string (document, "semester");

  if (semester == NULL || *semester == '\0')
    return 0;

  dites_kind_add_key (keys, "placement", intern, semester, NULL);

  return keys->len;
}

static void
placement_check (DitesDocument *document,
                 GPtrArray     *problems)
{
  g_auto (GStrv) sites = dites_document_dup_strings (document, "sites");

  dites_kind_check_order (problems, document, "arrival", "departure");

  if (sites != NULL && g_strv_length (sites) > 3)
    dites_problem_add (problems, "sites", DITES_SEVERITY_WARNING,
                       _("More than three sites for one stage: one to three are expected"));
}

const DitesKind dites_kind_placement = {
  .name = "placement",
  .label = N_("Placement"),
  .plural = N_("Placements"),
  .create = N_("New Placement"),
  .icon_name = "mark-location-symbolic",
  .axis = DITES_AXIS_INTERNS,
  .fields = fields,
  .keep_months = 24,
  .title = placement_title,
  .subtitle = placement_subtitle,
  .identify = placement_identify,
  .check = placement_check,
  .state_field = "state",
};
