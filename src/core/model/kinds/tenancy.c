/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-kinds-table.h"

#include <glib/gi18n.h>

#include "dites-choices.h"
#include "dites-kind-text.h"
#include "dites-tenancy.h"

/* Who lives where, and when: a home, or a unit of it, for an intern. */

#define STAY      N_("Stay")
#define FOLLOW_UP N_("Follow-Up")

static const DitesChoice states[] = {
  { "proposed", N_("Proposed"), "propose|proposee|proposition" },
  { "visited", N_("Visited"), "visite|visitee" },
  { "reserved", N_("Reserved"), "reserve|reservee" },
  { "confirmed", N_("Confirmed"), "confirme|confirmee" },
  { "occupied", N_("Occupied"), "occupe|occupee|en cours" },
  { "freed", N_("Freed"), "libere|liberee|termine" },
  { "refused", N_("Refused"), "refuse|refusee|sans suite" },
  { NULL },
};

static const DitesField fields[] = {
  {
    .name = "housing",
    .label = N_("Home"),
    .type = DITES_FIELD_REFERENCE,
    .flags = DITES_FIELD_REQUIRED | DITES_FIELD_SEARCHED | DITES_FIELD_LISTED,
    .group = STAY,
    .target = "housing",
  },
  {
    .name = "unit",
    .label = N_("Room"),
    .type = DITES_FIELD_TEXT,
    .group = STAY,
    .hint = N_("Empty for the whole home"),
    .choices_from = "housing.units",
  },
  {
    .name = "intern",
    .label = N_("Intern"),
    .type = DITES_FIELD_REFERENCE,
    .flags = DITES_FIELD_REQUIRED | DITES_FIELD_SEARCHED | DITES_FIELD_LISTED,
    .group = STAY,
    .target = "intern",
  },
  {
    .name = "placement",
    .label = N_("Placement"),
    .type = DITES_FIELD_REFERENCE,
    .group = STAY,
    .target = "placement",
  },
  {
    .name = "start",
    .label = N_("First Day"),
    .type = DITES_FIELD_DATE,
    .flags = DITES_FIELD_REQUIRED | DITES_FIELD_LISTED | DITES_FIELD_SORTED,
    .group = STAY,
    .headers = "debut|date de debut|entree|date d entree",
  },
  {
    .name = "end",
    .label = N_("Last Day"),
    .type = DITES_FIELD_DATE,
    .flags = DITES_FIELD_LISTED | DITES_FIELD_SORTED,
    .group = STAY,
    .headers = "fin|date de fin|sortie|date de sortie",
  },
  {
    .name = "state",
    .label = N_("State"),
    .type = DITES_FIELD_CHOICE,
    .flags = DITES_FIELD_REQUIRED | DITES_FIELD_FILTERED | DITES_FIELD_LISTED,
    .group = FOLLOW_UP,
    .headers = "etat|statut",
    .choices = states,
  },
  {
    .name = "refusal_reason",
    .label = N_("Reason for the Refusal"),
    .type = DITES_FIELD_TEXT,
    .group = FOLLOW_UP,
    .headers = "motif|motif de refus",
  },
  {
    .name = "contract",
    .label = N_("Contract"),
    .type = DITES_FIELD_CHOICE,
    .flags = DITES_FIELD_FILTERED,
    .group = STAY,
    .headers = "contrat|bail|type de bail",
    .choices = dites_contract_choices,
  },
  {
    .name = "rent_cents",
    .label = N_("Rent Paid a Month"),
    .type = DITES_FIELD_MONEY,
    .flags = DITES_FIELD_PERSONAL,
    .group = STAY,
    .headers = "loyer|loyer paye|loyer mensuel",
    .maximum = 1000000,
  },
  {
    .name = "remarks",
    .label = N_("Remarks"),
    .type = DITES_FIELD_LINES,
    .flags = DITES_FIELD_SEARCHED | DITES_FIELD_PERSONAL,
    .group = FOLLOW_UP,
    .headers = "remarques|remarque|commentaire|commentaires|observations",
  },
  { NULL },
};

static char *
tenancy_title (DitesDocument *document,
               DitesTitleFunc title_of,
               gpointer       user_data)
{
  const DitesKind *kind = &dites_kind_tenancy;
  g_autofree char *intern = dites_kind_dup_shown (kind, document, "intern", title_of, user_data);
  g_autofree char *housing = dites_kind_dup_shown (kind, document, "housing", title_of, user_data);

  if (*intern == '\0' || *housing == '\0')
    return g_strconcat (intern, housing, NULL);

  /* Translators: the name of an intern, and the home. */
  return g_strdup_printf (C_("tenancy", "%s, %s"), intern, housing);
}

static char *
tenancy_subtitle (DitesDocument *document,
                  DitesTitleFunc title_of,
                  gpointer       user_data)
{
  GString *line = g_string_new (NULL);
  DitesDay start = dites_document_get_day (document, "start");
  DitesDay end = dites_document_get_day (document, "end");

  dites_kind_text_add_field (line, &dites_kind_tenancy, document, "state", NULL, NULL);
  if (start != DITES_DAY_NONE && end != DITES_DAY_NONE)
    {
      g_autofree char *from = dites_day_format (start, DITES_DAY_LONG);
      g_autofree char *to = dites_day_format (end, DITES_DAY_LONG);
      g_autofree char *days = g_strdup_printf (C_("days", "%s to %s"), from, to);

      dites_kind_text_add (line, days);
    }
  else
    dites_kind_text_add_field (line, &dites_kind_tenancy, document, "start", NULL, NULL);

  return g_string_free (line, FALSE);
}

static guint
tenancy_identify (DitesDocument *document,
                  GPtrArray     *keys)
{
  g_autofree char *housing = dites_document_dup_string (document, "housing");
  g_autofree char *intern = dites_document_dup_string (document, "intern");
  g_autofree char *start = dites_document_dup_string (document, "start");
  g_autofree char *unit = dites_document_dup_string (document, "unit");

  if (intern != NULL && start != NULL)
    dites_kind_add_key (keys, "tenancy", housing, unit != NULL ? unit : "", intern, start, NULL);

  return keys->len;
}

static void
tenancy_check (DitesDocument *document,
               GPtrArray     *problems)
{
  g_autofree char *state = dites_document_dup_string (document, "state");
  g_autofree char *reason = dites_document_dup_string (document, "refusal_reason");
  g_autofree char *contract = dites_document_dup_string (document, "contract");
  DitesDay         start = dites_document_get_day (document, "start");
  DitesDay         end = dites_document_get_day (document, "end");

  dites_kind_check_order (problems, document, "start", "end");

  if (g_strcmp0 (state, "refused") == 0 && (reason == NULL || *reason == '\0'))
    dites_problem_add (problems, "refusal_reason", DITES_SEVERITY_ERROR,
                       _("A refusal needs its reason, so that the next proposal fits better"));

  /* Law 89-462 of 6 July 1989, article 25-14: one to ten months, not renewable. */
  if (g_strcmp0 (contract, "bail_mobilite") == 0 &&
      start != DITES_DAY_NONE && end != DITES_DAY_NONE &&
      end >= dites_day_add_months (start, 10))
    dites_problem_add (problems, "end", DITES_SEVERITY_BLOCKS,
                       _("A mobility lease lasts ten months at most: a shorter stay or another contract is needed"));
}

/**
 * dites_tenancy_takes_place:
 * @tenancy: a tenancy
 *
 * Proposals may overlap: who is asked first is not who comes.
 *
 * Returns: whether it keeps others out: it was agreed upon, and has not ended
 */
gboolean
dites_tenancy_takes_place (DitesDocument *tenancy)
{
  static const char *const taking[] = { "reserved", "confirmed", "occupied", NULL };
  g_autofree char         *state = dites_document_dup_string (tenancy, "state");

  return state != NULL && g_strv_contains (taking, state);
}

/**
 * dites_tenancy_covers:
 * @tenancy: a tenancy
 * @day: a day
 *
 * Returns: whether somebody lives there on that day; without a first or a last day it has
 *   always begun, and never ends
 */
gboolean
dites_tenancy_covers (DitesDocument *tenancy,
                      DitesDay       day)
{
  DitesDay start = dites_document_get_day (tenancy, "start");
  DitesDay end = dites_document_get_day (tenancy, "end");

  return dites_tenancy_takes_place (tenancy) &&
         (start == DITES_DAY_NONE || start <= day) && (end == DITES_DAY_NONE || end >= day);
}

/* Whether two tenancies of a home are about the same rooms: the whole home holds every room. */
static gboolean
is_same_unit (DitesDocument *document,
              DitesDocument *other)
{
  g_autofree char *unit = dites_document_dup_string (document, "unit");
  g_autofree char *other_unit = dites_document_dup_string (other, "unit");

  return unit == NULL || other_unit == NULL || *unit == '\0' || *other_unit == '\0' ||
         strcmp (unit, other_unit) == 0;
}

static char *
tenancy_clash (DitesDocument *document,
               DitesDocument *other)
{
  DitesDay         start = dites_document_get_day (document, "start");
  DitesDay         end = dites_document_get_day (document, "end");
  DitesDay         other_start = dites_document_get_day (other, "start");
  DitesDay         other_end = dites_document_get_day (other, "end");
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (strcmp (dites_document_get_id (document), dites_document_get_id (other)) == 0 ||
      !dites_tenancy_takes_place (document) || !dites_tenancy_takes_place (other) || !is_same_unit (document, other) ||
      start == DITES_DAY_NONE || other_start == DITES_DAY_NONE)
    return NULL;

  /* Without a last day it goes on for good. */
  if ((end != DITES_DAY_NONE && end < other_start) ||
      (other_end != DITES_DAY_NONE && other_end < start))
    return NULL;

  from = dites_day_format (other_start, DITES_DAY_LONG);
  if (other_end == DITES_DAY_NONE)
    /* Translators: %s is a date. */
    return g_strdup_printf (_("It is already taken from %s on"), from);

  to = dites_day_format (other_end, DITES_DAY_LONG);

  /* Translators: two dates. */
  return g_strdup_printf (_("It is already taken from %s to %s"), from, to);
}

const DitesKind dites_kind_tenancy = {
  .name = "tenancy",
  .label = N_("Tenancy"),
  .plural = N_("Tenancies"),
  .create = N_("New Tenancy"),
  .icon_name = "key-symbolic",
  .axis = DITES_AXIS_HOMES,
  .fields = fields,
  .keep_months = 24,
  .title = tenancy_title,
  .subtitle = tenancy_subtitle,
  .identify = tenancy_identify,
  .check = tenancy_check,
  .clash_field = "housing",
  .clash = tenancy_clash,
  .state_field = "state",
};
