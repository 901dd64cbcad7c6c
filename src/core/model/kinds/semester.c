/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-kinds-table.h"

#include <glib/gi18n.h>

#include "dites-kind-text.h"
#include "dites-semester.h"

/* Half a year of training: from November to April, and from May to October. */

static const DitesChoice seasons[] = {
  { "winter", N_("Winter"), "hiver|semestre d hiver|h|novembre|de novembre a avril" },
  { "summer", N_("Summer"), "ete|semestre d ete|e|mai|de mai a octobre" },
  { NULL },
};

static const DitesField fields[] = {
  {
    .name = "season",
    .label = N_("Season"),
    .type = DITES_FIELD_CHOICE,
    .flags = DITES_FIELD_REQUIRED | DITES_FIELD_FILTERED,
    .headers = "saison",
    .choices = seasons,
  },
  {
    .name = "year",
    .label = N_("Year It Starts"),
    .type = DITES_FIELD_NUMBER,
    .flags = DITES_FIELD_REQUIRED | DITES_FIELD_SORTED,
    .headers = "annee|annee de debut",
    .minimum = 1950,
    .maximum = 2200,
  },
  {
    .name = "start",
    .label = N_("First Day"),
    .type = DITES_FIELD_DATE,
    .flags = DITES_FIELD_LISTED | DITES_FIELD_SORTED,
    .headers = "debut|date de debut|premier jour",
    .hint = N_("The usual day until another one is entered"),
  },
  {
    .name = "end",
    .label = N_("Last Day"),
    .type = DITES_FIELD_DATE,
    .flags = DITES_FIELD_LISTED,
    .headers = "fin|date de fin|dernier jour",
    .hint = N_("The day before the next semester until another one is entered"),
  },
  {
    .name = "remarks",
    .label = N_("Remarks"),
    .type = DITES_FIELD_LINES,
    .flags = DITES_FIELD_SEARCHED,
    .headers = "remarques|remarque|commentaire|commentaires|observations",
  },
  { NULL },
};

static char *
semester_title (DitesDocument *document,
                DitesTitleFunc title_of,
                gpointer       user_data)
{
  DitesTerm term;

  return dites_semester_get_term (document, &term) ? dites_term_get_label (term) : NULL;
}

static char *
semester_subtitle (DitesDocument *document,
                   DitesTitleFunc title_of,
                   gpointer       user_data)
{
  DitesDay         start = dites_semester_get_start (document);
  DitesDay         end = dites_semester_get_end (document);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (start == DITES_DAY_NONE || end == DITES_DAY_NONE)
    return NULL;

  from = dites_day_format (start, DITES_DAY_LONG);
  to = dites_day_format (end, DITES_DAY_LONG);

  /* Translators: the first and the last day of a semester or a stay. */
  return g_strdup_printf (C_("days", "%s to %s"), from, to);
}

static char *
semester_sort_text (DitesDocument *document,
                    DitesTitleFunc title_of,
                    gpointer       user_data)
{
  DitesTerm term;

  if (!dites_semester_get_term (document, &term))
    return NULL;

  /* Summer is before the winter that starts in the same year. */
  return g_strdup_printf ("%04d %d", term.year, term.winter ? 2 : 1);
}

static void
semester_read_name (DitesDocumentBuilder *builder,
                    const char           *name)
{
  DitesTerm term;

  if (!dites_term_find_in_text (name, &term))
    return;

  dites_document_builder_set_string (builder, "season", term.winter ? "winter" : "summer");
  dites_document_builder_set_int (builder, "year", term.year);
}

static guint
semester_identify (DitesDocument *document,
                   GPtrArray     *keys)
{
  DitesTerm term;

  if (!dites_semester_get_term (document, &term))
    return 0;

  g_ptr_array_add (keys, dites_term_get_key (term));
  return 1;
}

static void
semester_check (DitesDocument *document,
                GPtrArray     *problems)
{
  dites_kind_check_order (problems, document, "start", "end");
}

const DitesKind dites_kind_semester = {
  .name = "semester",
  .label = N_("Semester"),
  .plural = N_("Semesters"),
  .create = N_("New Semester"),
  .read_name = semester_read_name,
  .latest_first = TRUE,
  .icon_name = "x-office-calendar-symbolic",
  .axis = DITES_AXIS_INTERNS,
  .fields = fields,
  .title = semester_title,
  .subtitle = semester_subtitle,
  .sort_text = semester_sort_text,
  .identify = semester_identify,
  .check = semester_check,
  .unique = TRUE,
};
