/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-kinds-table.h"

#include <glib/gi18n.h>

#include "dites-choices.h"
#include "dites-fold.h"
#include "dites-kind-text.h"

/* Who the mission works with: an organisation or a person, with dated roles. */

#define IDENTITY N_("Partner")
#define CONTACT  N_("Contact")

static const DitesChoice natures[] = {
  { "organisation", N_("Organisation"), "organisme|organisation|structure|societe|personne morale|collectivite" },
  { "person", N_("Person"), "personne|particulier|personne physique" },
  { NULL },
};

static const DitesChoice roles[] = {
  { "landlord", N_("Landlord"), "proprietaire|logeur|logeuse|proprietaire loueur|bailleur|loueur" },
  { "commune", N_("Commune"), "commune|mairie" },
  { "epci", N_("Intercommunality (EPCI)"), "epci|communaute de communes|cc|communaute d agglomeration|intercommunalite" },
  { "msu", N_("Supervisor (MSU)"), "msu|maitre de stage|pamsu|maitre de stage des universites" },
  { "ordre", N_("Order of Physicians"), "ordre|ordre des medecins|cdom|conseil de l ordre" },
  { "ars", N_("Regional Health Agency (ARS)"), "ars|agence regionale de sante" },
  { "cpam", N_("Health Insurance (CPAM)"), "cpam|assurance maladie" },
  { "hospital", N_("Hospital"), "hopital|centre hospitalier|ch|clinique|internat" },
  { "france_travail", N_("Employment Service (France Travail)"), "france travail|pole emploi|anpe" },
  { "employer", N_("Employer"), "employeur|entreprise" },
  { "association", N_("Association"), "association|asso" },
  { "faculty", N_("Faculty"), "faculte|universite|dumg" },
  { "referent", N_("Referent Doctor"), "referent|medecin referent|referent des internes" },
  { "sdis", N_("Fire and Rescue (SDIS)"), "sdis|pompiers|sdis 32" },
  { "agency", N_("Estate Agency"), "agence|agence immobiliere|office de tourisme" },
  { "social_landlord", N_("Social Landlord"), "bailleur social|hlm|office hlm" },
  { "other", N_("Other"), "autre|autres" },
  { NULL },
};

static const DitesField role_fields[] = {
  {
    .name = "role",
    .label = N_("Role"),
    .type = DITES_FIELD_CHOICE,
    .flags = DITES_FIELD_REQUIRED | DITES_FIELD_SEARCHED,
    .choices = roles,
  },
  {
    .name = "from",
    .label = N_("From"),
    .type = DITES_FIELD_DATE,
  },
  {
    .name = "to",
    .label = N_("To"),
    .type = DITES_FIELD_DATE,
  },
  {
    .name = "title",
    .label = N_("Function"),
    .type = DITES_FIELD_TEXT,
    .flags = DITES_FIELD_SEARCHED,
  },
  { NULL },
};

static const DitesField fields[] = {
  {
    .name = "name",
    .label = N_("Name"),
    .type = DITES_FIELD_TEXT,
    .flags = DITES_FIELD_REQUIRED | DITES_FIELD_SEARCHED | DITES_FIELD_SORTED | DITES_FIELD_PERSONAL,
    .group = IDENTITY,
    .headers = "nom|raison sociale|organisme|partenaire|nom prenom|proprietaire|structure",
  },
  {
    .name = "nature",
    .label = N_("Nature"),
    .type = DITES_FIELD_CHOICE,
    .flags = DITES_FIELD_FILTERED,
    .group = IDENTITY,
    .headers = "nature|type",
    .choices = natures,
  },
  {
    .name = "roles",
    .label = N_("Roles"),
    .type = DITES_FIELD_ITEMS,
    .flags = DITES_FIELD_SEARCHED | DITES_FIELD_LISTED,
    .group = IDENTITY,
    .items = role_fields,
  },
  {
    .name = "contact_name",
    .label = N_("Contact Person"),
    .type = DITES_FIELD_NAME,
    .flags = DITES_FIELD_SEARCHED | DITES_FIELD_PERSONAL,
    .group = CONTACT,
    .headers = "contact|interlocuteur|nom du contact|personne a contacter",
  },
  {
    .name = "organisation",
    .label = N_("Belongs To"),
    .type = DITES_FIELD_REFERENCE,
    .group = CONTACT,
    .target = "partner",
  },
  {
    .name = "emails",
    .label = N_("E-Mail Addresses"),
    .type = DITES_FIELD_EMAIL,
    .flags = DITES_FIELD_MULTIPLE | DITES_FIELD_SEARCHED | DITES_FIELD_LISTED | DITES_FIELD_PERSONAL,
    .group = CONTACT,
    .headers = "mail|email|e mail|courriel|adresse mail|adresse e mail|adresse electronique",
  },
  {
    .name = "phones",
    .label = N_("Phone Numbers"),
    .type = DITES_FIELD_PHONE,
    .flags = DITES_FIELD_MULTIPLE | DITES_FIELD_SEARCHED | DITES_FIELD_LISTED | DITES_FIELD_PERSONAL,
    .group = CONTACT,
    .headers = "tel|telephone|portable|mobile|telephone 1|telephone 2|fixe|gsm",
  },
  {
    .name = "preferred_channel",
    .label = N_("Best Reached By"),
    .type = DITES_FIELD_CHOICE,
    .group = CONTACT,
    .headers = "contact prefere|moyen de contact|canal prefere",
    .choices = dites_channel_choices,
  },
  {
    .name = "address",
    .label = N_("Address"),
    .type = DITES_FIELD_LINES,
    .flags = DITES_FIELD_SEARCHED | DITES_FIELD_PERSONAL,
    .group = CONTACT,
    .headers = "adresse|adresse postale|rue",
  },
  {
    .name = "postcode",
    .label = N_("Postcode"),
    .type = DITES_FIELD_TEXT,
    .group = CONTACT,
    .headers = "code postal|cp",
  },
  {
    .name = "commune",
    .label = N_("Commune"),
    .type = DITES_FIELD_COMMUNE,
    .flags = DITES_FIELD_SEARCHED | DITES_FIELD_LISTED | DITES_FIELD_FILTERED | DITES_FIELD_SORTED,
    .group = CONTACT,
    .headers = "commune|ville|cp ville|code postal ville",
  },
  {
    .name = "consent_to_publish",
    .label = N_("Contact May Be Published"),
    .type = DITES_FIELD_FLAG,
    .group = CONTACT,
    .headers = "diffusion|accord de diffusion|contact publiable|publication",
  },
  {
    .name = "remarks",
    .label = N_("Remarks"),
    .type = DITES_FIELD_LINES,
    .flags = DITES_FIELD_SEARCHED | DITES_FIELD_PERSONAL,
    .group = IDENTITY,
    .headers = "remarques|remarque|commentaire|commentaires|observations|notes",
    .hint = N_("Facts only: the person may read them"),
  },
  { NULL },
};

static char *
partner_subtitle (DitesDocument *document,
                  DitesTitleFunc title_of,
                  gpointer       user_data)
{
  GString *line = g_string_new (NULL);
  g_autoptr (GPtrArray) items = dites_document_get_items (document, "roles");
  DitesDay today = dites_day_today ();

  for (guint i = 0; i < items->len; i++)
    {
      DitesDocument     *item = g_ptr_array_index (items, i);
      DitesDay           to = dites_document_get_day (item, "to");
      g_autofree char   *id = dites_document_dup_string (item, "role");
      const DitesChoice *choice;

      if (to != DITES_DAY_NONE && to < today)
        continue;

      choice = dites_field_get_choice (&role_fields[0], id);
      dites_kind_text_add (line, choice != NULL ? dites_choice_get_label (choice) : NULL);
    }

  dites_kind_text_add_field (line, &dites_kind_partner, document, "contact_name", NULL, NULL);
  dites_kind_text_add_field (line, &dites_kind_partner, document, "commune", NULL, NULL);

  return g_string_free (line, FALSE);
}

/* An address may be shared, so only a name together with one is sure. */
static guint
partner_identify (DitesDocument *document,
                  GPtrArray     *keys)
{
  g_autofree char *name = dites_kind_dup_folded (document, "name", dites_fold_name);
  g_autofree char *commune = dites_kind_dup_folded (document, "commune", dites_fold_place);
  g_auto (GStrv) emails = dites_document_dup_strings (document, "emails");
  guint n_sure;

  for (gsize i = 0; emails != NULL && emails[i] != NULL; i++)
    {
      g_autofree char *email = dites_fold (emails[i]);

      if (*email != '\0')
        dites_kind_add_key (keys, "partner-email", name, email, NULL);
    }
  if (*commune != '\0')
    dites_kind_add_key (keys, "partner", name, commune, NULL);
  n_sure = keys->len;

  dites_kind_add_key (keys, "partner-name", name, NULL);

  return n_sure;
}

static void
partner_check (DitesDocument *document,
               GPtrArray     *problems)
{
  dites_kind_check_postcode (problems, document, "postcode");
}

const DitesKind dites_kind_partner = {
  .name = "partner",
  .label = N_("Partner"),
  .plural = N_("Partners"),
  .create = N_("New Partner"),
  .icon_name = "system-users-symbolic",
  .axis = DITES_AXIS_NETWORK,
  .fields = fields,
  .keep_months = 36,
  .subtitle = partner_subtitle,
  .identify = partner_identify,
  .check = partner_check,
};
