/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-plan-site.h"

#include <string.h>

#include "dites-fold.h"
#include "dites-kind.h"

/* Words that say what a house is and not which one. */
static const char *const general[] = {
  "centre", "centres", "hospitalier", "hopital", "local", "proximite", "ch", "chu", "chr", "chg", "chic", "intercommunal", "hl", "eps", "epsl",
  "etablissement", "public", "sante", "maison", "pluridisciplinaire", "pluriprofessionnelle", "msp", "mspu", "pole",
  "cabinet", "medical", "medicale", "clinique", "polyclinique", "territorial", "territoriale", "cts", "antenne",
  "departemental", "cds", "ssr", "smr", "site", "de", "du", "des", "d", "la", "le", "les", "l", "en", "a", "et", NULL
};

/**
 * dites_plan_site_get_words:
 * @name: (nullable): the name of a house
 *
 * Returns: (transfer full): its words, folded, without those that only say what it is
 */
char *
dites_plan_site_get_words (const char *name)
{
  g_autofree char *folded = dites_fold_name (name);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  GString *out = g_string_new (NULL);

  for (gsize i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0' || g_strv_contains (general, words[i]))
        continue;
      if (out->len > 0)
        g_string_append_c (out, ' ');
      /* The one letter that tells the psychiatric hospital from the general one. */
      g_string_append (out, g_str_equal (words[i], "chs") ? "specialise" : words[i]);
    }

  return g_string_free_and_steal (out);
}

/**
 * dites_plan_site_fold_doctor:
 * @name: (nullable): the name of a doctor
 *
 * Returns: (transfer full): the name, folded, without the title
 */
char *
dites_plan_site_fold_doctor (const char *name)
{
  g_autofree char         *folded = dites_fold_name (name);
  static const char *const titles[] = { "dr ", "docteur ", "pr " };

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      if (g_str_has_prefix (folded, titles[i]))
        return g_strdup (folded + strlen (titles[i]));
    }

  return g_steal_pointer (&folded);
}

static char *
dup_member (DitesDocument *document,
            const char    *member)
{
  char *text = dites_document_dup_string (document, member);

  return text != NULL ? text : g_strdup ("");
}

/**
 * dites_plan_site_new:
 * @document: a document of the kind “site”
 *
 * Returns: (transfer full): what is compared of it
 */
DitesPlanSite *
dites_plan_site_new (DitesDocument *document)
{
  DitesPlanSite   *site = g_new0 (DitesPlanSite, 1);
  g_autofree char *department = dup_member (document, "department");
  g_autofree char *supervisor = dup_member (document, "supervisor");
  gint64           latitude, longitude;

  site->id = g_strdup (dites_document_get_id (document));
  site->name = dup_member (document, "name");
  site->words = dites_plan_site_get_words (site->name);
  site->department = dites_fold_words (department);
  site->supervisor = dites_plan_site_fold_doctor (supervisor);
  site->commune = dup_member (document, "commune");
  site->type = dup_member (document, "type");
  site->confirmed = !dites_document_get_flag (document, "to_confirm");
  if (dites_document_get_int (document, "latitude", &latitude) &&
      dites_document_get_int (document, "longitude", &longitude))
    {
      site->point.latitude = latitude;
      site->point.longitude = longitude;
      site->has_point = TRUE;
    }

  return site;
}

/**
 * dites_plan_site_free:
 * @site: (transfer full): a site
 */
void
dites_plan_site_free (DitesPlanSite *site)
{
  g_free (site->id);
  g_free (site->name);
  g_free (site->words);
  g_free (site->department);
  g_free (site->supervisor);
  g_free (site->commune);
  g_free (site->type);
  g_clear_object (&site->document);
  g_free (site);
}

/**
 * dites_plan_site_make_key:
 * @name: (nullable): the name of a house
 * @department: (nullable): a service of it
 * @commune: its commune, or an empty text
 *
 * Returns: (transfer full): what names a site exactly
 */
char *
dites_plan_site_make_key (const char *name,
                          const char *department,
                          const char *commune)
{
  g_autofree char *folded_name = dites_fold_place (name);
  g_autofree char *folded_department = dites_fold_words (department);

  return g_strjoin ("|", folded_name, folded_department, commune, NULL);
}

static const char *
get_sort (const char *type)
{
  return g_str_has_prefix (type, "cabinet") ? "cabinet" : type;
}

/**
 * dites_plan_site_make_purpose:
 * @site: a site
 *
 * Returns: (transfer full): what an import makes such a site for; places of the same
 *   purpose are one
 */
char *
dites_plan_site_make_purpose (const DitesPlanSite *site)
{
  g_autofree char *folded_name = NULL;

  if (*site->supervisor != '\0')
    return g_strjoin ("|", "doctor", site->supervisor, site->commune, NULL);

  folded_name = dites_fold_place (site->name);

  return g_strjoin ("|", get_sort (site->type), *site->words != '\0' ? site->words : folded_name, site->department,
                    site->commune, NULL);
}

/**
 * dites_plan_site_derive_id:
 * @document: a document of the kind “site”
 *
 * Returns: (transfer full): the id that it has when an import makes it
 */
char *
dites_plan_site_derive_id (DitesDocument *document)
{
  const DitesKind *kind = dites_kind_get ("site");
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *name = dup_member (document, "name");

  if (kind != NULL)
    dites_kind_identify (kind, document, keys);

  return dites_document_derived_id ("site", keys->len > 0 ? g_ptr_array_index (keys, 0) : name);
}

/**
 * dites_plan_site_make_document:
 * @name: its name
 * @type: (nullable): its type
 * @department: (nullable): the service
 * @supervisor: (nullable): the doctor
 * @commune: (nullable): the INSEE code of its commune
 * @point: (nullable): where it is
 * @to_confirm: whether somebody has to look at it
 *
 * Returns: (transfer full): what is written for a site, with its derived id
 */
DitesDocument *
dites_plan_site_make_document (const char       *name,
                               const char       *type,
                               const char       *department,
                               const char       *supervisor,
                               const char       *commune,
                               const DitesPoint *point,
                               gboolean          to_confirm)
{
  g_autoptr (DitesDocumentBuilder) builder = dites_document_builder_new ("site", "site:0");
  g_autoptr (DitesDocument) draft = NULL;
  g_autofree char *id = NULL;

  dites_document_builder_set_string (builder, "name", name);
  dites_document_builder_set_string (builder, "type", type);
  dites_document_builder_set_string (builder, "department", department);
  dites_document_builder_set_string (builder, "supervisor", supervisor);
  dites_document_builder_set_string (builder, "commune", commune);
  dites_document_builder_set_string (builder, "state", "open");
  if (to_confirm)
    dites_document_builder_set_flag (builder, "to_confirm", TRUE);
  if (point != NULL)
    {
      dites_document_builder_set_int (builder, "latitude", point->latitude);
      dites_document_builder_set_int (builder, "longitude", point->longitude);
    }
  draft = dites_document_builder_end (builder);
  id = dites_plan_site_derive_id (draft);
  dites_document_builder_set_string (builder, "_id", id);

  return dites_document_builder_end (builder);
}
