/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-kinds-table.h"

#include <glib/gi18n.h>

#include "dites-choices.h"
#include "dites-fold.h"
#include "dites-kind-text.h"

/* A place where interns train: a hospital service, a practice, a health centre. */

#define PLACE    N_("Place")
#define CONTACT  N_("Contact")
#define TRAINING N_("Training")

static const DitesChoice types[] = {
  { "hopital", N_("Hospital"), "hopital|centre hospitalier|ch|eps|etablissement public de sante" },
  { "clinique", N_("Clinic"), "clinique|clinique privee" },
  { "ssr", N_("Rehabilitation Centre"), "ssr|smr|soins de suite|soins de suite et de readaptation|reeducation" },
  { "cds", N_("Department’s Health Centre"), "cds|centre departemental de sante|centre de sante" },
  { "cts", N_("Territorial Health Centre"), "cts|centre territorial de sante" },
  { "cts_antenne", N_("Branch of a Health Centre"), "antenne|antenne territoriale de sante|antenne de cts" },
  { "msp", N_("Group Health House"), "msp|maison de sante|maison de sante pluridisciplinaire|maison de sante pluriprofessionnelle|pole de sante" },
  { "maison_medicale", N_("Medical House"), "maison medicale" },
  { "cabinet_msu", N_("Supervisor’s Practice"), "cabinet de maitre de stage|cabinet msu|msu|cabinet d un maitre de stage" },
  { "cabinet", N_("Practice"), "cabinet|cabinet medical" },
  { "autre", N_("Other"), "autre|autres" },
  { NULL },
};

static const DitesChoice states[] = {
  { "open", N_("Open"), "ouvert|ouverte|actif" },
  { "announced", N_("Announced"), "annonce|annoncee|en projet" },
  { "closed", N_("Closed"), "ferme|fermee" },
  { NULL },
};

static const DitesField fields[] = {
  {
    .name = "name",
    .label = N_("Name"),
    .type = DITES_FIELD_TEXT,
    .flags = DITES_FIELD_REQUIRED | DITES_FIELD_SEARCHED | DITES_FIELD_SORTED,
    .group = PLACE,
    .headers = "nom|etablissement|structure|terrain de stage|nom du site|raison sociale|cabinet",
  },
  {
    .name = "type",
    .label = N_("Kind of Place"),
    .type = DITES_FIELD_CHOICE,
    .flags = DITES_FIELD_LISTED | DITES_FIELD_FILTERED,
    .group = PLACE,
    .headers = "type|type de structure|nature|categorie",
    .choices = types,
  },
  {
    .name = "department",
    .label = N_("Department"),
    .type = DITES_FIELD_TEXT,
    .flags = DITES_FIELD_SEARCHED | DITES_FIELD_LISTED,
    .group = PLACE,
    .headers = "service|unite|departement",
  },
  {
    .name = "supervisor",
    .label = N_("Supervisor"),
    .type = DITES_FIELD_NAME,
    .flags = DITES_FIELD_SEARCHED | DITES_FIELD_PERSONAL,
    .group = PLACE,
    .headers = "maitre de stage|msu|pamsu|responsable|medecin",
  },
  {
    .name = "commune",
    .label = N_("Commune"),
    .type = DITES_FIELD_COMMUNE,
    .flags = DITES_FIELD_SEARCHED | DITES_FIELD_LISTED | DITES_FIELD_FILTERED | DITES_FIELD_SORTED,
    .group = PLACE,
    .headers = "commune|ville|code insee|cp ville|code postal ville",
  },
  {
    .name = "address",
    .label = N_("Address"),
    .type = DITES_FIELD_LINES,
    .flags = DITES_FIELD_SEARCHED,
    .group = PLACE,
    .headers = "adresse|adresse postale|rue",
  },
  {
    .name = "phones",
    .label = N_("Phone Numbers"),
    .type = DITES_FIELD_PHONE,
    .flags = DITES_FIELD_MULTIPLE | DITES_FIELD_SEARCHED,
    .group = CONTACT,
    .headers = "tel|telephone|telephone 1|telephone 2|portable|mobile|fixe|secretariat|tel secretariat",
  },
  {
    .name = "emails",
    .label = N_("E-Mail Addresses"),
    .type = DITES_FIELD_EMAIL,
    .flags = DITES_FIELD_MULTIPLE | DITES_FIELD_SEARCHED,
    .group = CONTACT,
    .headers = "mail|email|e mail|courriel|adresse mail|adresse e mail|adresse electronique",
  },
  {
    .name = "stage_types",
    .label = N_("Kinds of Stage"),
    .type = DITES_FIELD_CHOICE,
    .flags = DITES_FIELD_MULTIPLE | DITES_FIELD_FILTERED,
    .group = TRAINING,
    .headers = "types de stage|type de stage|stages|stages proposes",
    .choices = dites_stage_type_choices,
  },
  {
    .name = "capacity",
    .label = N_("Interns a Semester"),
    .type = DITES_FIELD_NUMBER,
    .group = TRAINING,
    .headers = "capacite|nombre de postes|postes|nb postes|nombre d internes",
    .minimum = 0,
    .maximum = 200,
  },
  {
    .name = "agreement_start",
    .label = N_("Agreement From"),
    .type = DITES_FIELD_DATE,
    .group = TRAINING,
    .headers = "debut agrement|agrement du|date agrement|debut d agrement",
  },
  {
    .name = "agreement_end",
    .label = N_("Agreement Until"),
    .type = DITES_FIELD_DATE,
    .flags = DITES_FIELD_SORTED,
    .group = TRAINING,
    .headers = "fin agrement|agrement au|echeance agrement|fin d agrement",
  },
  {
    .name = "state",
    .label = N_("State"),
    .type = DITES_FIELD_CHOICE,
    .flags = DITES_FIELD_FILTERED,
    .group = TRAINING,
    .headers = "etat|statut",
    .choices = states,
  },
  {
    .name = "to_confirm",
    .label = N_("To Be Confirmed"),
    .type = DITES_FIELD_FLAG,
    .flags = DITES_FIELD_FILTERED,
    .group = TRAINING,
    .headers = "a verifier|a confirmer",
  },
  {
    .name = "latitude",
    .label = N_("Latitude"),
    .type = DITES_FIELD_DEGREES,
    .group = PLACE,
    .minimum = -9000000,
    .maximum = 9000000,
    .hint = N_("In degrees, as maps on the web give it"),
  },
  {
    .name = "longitude",
    .label = N_("Longitude"),
    .type = DITES_FIELD_DEGREES,
    .group = PLACE,
    .minimum = -18000000,
    .maximum = 18000000,
    .hint = N_("In degrees, as maps on the web give it"),
  },
  {
    .name = "remarks",
    .label = N_("Remarks"),
    .type = DITES_FIELD_LINES,
    .flags = DITES_FIELD_SEARCHED,
    .group = TRAINING,
    .headers = "remarques|remarque|commentaire|commentaires|observations|notes",
  },
  { NULL },
};

static char *
site_title (DitesDocument *document,
            DitesTitleFunc title_of,
            gpointer       user_data)
{
  g_autofree char *name = dites_document_dup_string (document, "name");
  g_autofree char *department = dites_document_dup_string (document, "department");

  if (name == NULL || *name == '\0' || department == NULL || *department == '\0')
    return g_strdup (name != NULL && *name != '\0' ? name : department);

  /* Translators: an establishment, and its department. */
  return g_strdup_printf (C_("site", "%s – %s"), name, department);
}

static char *
site_subtitle (DitesDocument *document,
               DitesTitleFunc title_of,
               gpointer       user_data)
{
  GString *line = g_string_new (NULL);

  dites_kind_text_add_field (line, &dites_kind_site, document, "type", NULL, NULL);
  dites_kind_text_add_field (line, &dites_kind_site, document, "commune", NULL, NULL);
  dites_kind_text_add_field (line, &dites_kind_site, document, "supervisor", NULL, NULL);

  return g_string_free (line, FALSE);
}

/* The same name in the same commune is the same place; the department is part of the name. */
static guint
site_identify (DitesDocument *document,
               GPtrArray     *keys)
{
  g_autofree char *name = dites_kind_dup_folded (document, "name", dites_fold_place);
  g_autofree char *department = dites_kind_dup_folded (document, "department", dites_fold_words);
  g_autofree char *commune = dites_kind_dup_folded (document, "commune", dites_fold_place);

  dites_kind_add_key (keys, "site", name, department, commune, NULL);

  return keys->len;
}

static void
site_check (DitesDocument *document,
            GPtrArray     *problems)
{
  dites_kind_check_order (problems, document, "agreement_start", "agreement_end");
}

const DitesKind dites_kind_site = {
  .name = "site",
  .label = N_("Stage Site"),
  .plural = N_("Stage Sites"),
  .create = N_("New Stage Site"),
  .icon_name = "hospital-symbolic",
  .axis = DITES_AXIS_NETWORK,
  .fields = fields,
  .title = site_title,
  .subtitle = site_subtitle,
  .identify = site_identify,
  .check = site_check,
  .state_field = "state",
};
