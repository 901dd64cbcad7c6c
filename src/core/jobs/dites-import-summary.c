/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-import-summary.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dites-change-name.h"

/* What an import writes, in words. All is counted on the very change set that the
 * import writes, so that what is said is what is done. */

/* The kinds that lists fill. The last stands for those that come later. */
typedef enum
{
  PART_INTERN,
  PART_PLACEMENT,
  PART_SITE,
  PART_SEMESTER,
  PART_PARTNER,
  PART_HOUSING,
  PART_OTHER,
  N_PARTS,
} Part;

typedef struct
{
  guint added;
  guint changed;
  guint trashed;
} PartCount;

static const char *const part_kinds[PART_OTHER] = { "intern", "placement", "site", "semester", "partner", "housing" };

static Part
get_part (const char *kind)
{
  Part part = 0;

  while (part < PART_OTHER && strcmp (part_kinds[part], kind) != 0)
    part++;

  return part;
}

static void
count_parts (DitesPlan *plan,
             PartCount  counts[N_PARTS])
{
  g_autoptr (DitesChangeSet) changes = dites_plan_get_changes (plan);

  for (guint i = 0; i < dites_change_set_get_n (changes); i++)
    {
      const DitesChange *change = dites_change_set_get_change (changes, i);
      DitesDocument     *document = change->document != NULL ? change->document : change->base;
      PartCount         *count = &counts[get_part (dites_document_get_kind (document))];

      if (change->document == NULL)
        count->trashed++;
      else if (change->base == NULL)
        count->added++;
      else
        count->changed++;
    }
}

static char *
dup_added (Part  part,
           guint n)
{
  switch (part)
    {
    case PART_INTERN:
      return g_strdup_printf (ngettext ("%'u new intern", "%'u new interns", n), n);
    case PART_PLACEMENT:
      return g_strdup_printf (ngettext ("%'u new placement", "%'u new placements", n), n);
    case PART_SITE:
      return g_strdup_printf (ngettext ("%'u new stage site", "%'u new stage sites", n), n);
    case PART_SEMESTER:
      return g_strdup_printf (ngettext ("%'u new semester", "%'u new semesters", n), n);
    case PART_PARTNER:
      return g_strdup_printf (ngettext ("%'u new partner", "%'u new partners", n), n);
    case PART_HOUSING:
      return g_strdup_printf (ngettext ("%'u new home", "%'u new homes", n), n);
    case PART_OTHER:
    case N_PARTS:
    default:
      return g_strdup_printf (ngettext ("%'u new document", "%'u new documents", n), n);
    }
}

static char *
dup_changed (Part  part,
             guint n)
{
  switch (part)
    {
    case PART_INTERN:
      return g_strdup_printf (ngettext ("%'u changed intern", "%'u changed interns", n), n);
    case PART_PLACEMENT:
      return g_strdup_printf (ngettext ("%'u changed placement", "%'u changed placements", n), n);
    case PART_SITE:
      return g_strdup_printf (ngettext ("%'u changed stage site", "%'u changed stage sites", n), n);
    case PART_SEMESTER:
      return g_strdup_printf (ngettext ("%'u changed semester", "%'u changed semesters", n), n);
    case PART_PARTNER:
      return g_strdup_printf (ngettext ("%'u changed partner", "%'u changed partners", n), n);
    case PART_HOUSING:
      return g_strdup_printf (ngettext ("%'u changed home", "%'u changed homes", n), n);
    case PART_OTHER:
    case N_PARTS:
    default:
      return g_strdup_printf (ngettext ("%'u changed document", "%'u changed documents", n), n);
    }
}

/* Only placements are taken away by a list. */
static char *
dup_trashed (guint n)
{
  return g_strdup_printf (ngettext ("%'u placement to the trash", "%'u placements to the trash", n), n);
}

/* “a”, “a and b”, “a, b and c” */
static char *
join (GPtrArray *phrases)
{
  g_autoptr (GString) text = g_string_new (phrases->pdata[0]);

  for (guint i = 1; i < phrases->len; i++)
    {
      /* Translators: between the last two things of a list of them. */
      g_string_append (text, i + 1 == phrases->len ? C_("list", " and ")
                                                        /* Translators: between two things of a longer list. */
                                                        : C_("list", ", "));
      g_string_append (text, phrases->pdata[i]);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* The kind of the list first, then the others, without the @first if it is not asked for. */
static char *
dup_parts (DitesPlan *plan,
           gboolean   with_first)
{
  Part      first = get_part (dites_list_mapping_get_kind (dites_plan_get_mapping (plan))->name);
  PartCount counts[N_PARTS] = { 0 };
  g_autoptr (GPtrArray) phrases = g_ptr_array_new_with_free_func (g_free);

  count_parts (plan, counts);
  for (int i = with_first ? -1 : 0; i < N_PARTS; i++)
    {
      Part part = i < 0 ? first : (Part) i;

      if (i >= 0 && part == first)
        continue;
      if (counts[part].added > 0)
        g_ptr_array_add (phrases, dup_added (part, counts[part].added));
      if (counts[part].changed > 0)
        g_ptr_array_add (phrases, dup_changed (part, counts[part].changed));
      if (counts[part].trashed > 0)
        g_ptr_array_add (phrases, dup_trashed (counts[part].trashed));
    }

  return phrases->len > 0 ? join (phrases) : NULL;
}

/**
 * dites_import_summary_intent:
 * @plan: a plan
 *
 * Says what the import would write, and what becomes of the other rows. It costs
 * what dites_plan_get_changes() costs.
 *
 * Returns: (transfer full): sentences for a person
 */
char *
dites_import_summary_intent (DitesPlan *plan)
{
  DitesPlanCounts  counts = dites_plan_get_counts (plan);
  guint            n_absent = dites_plan_get_n_absent (plan);
  g_autofree char *parts = dup_parts (plan, TRUE);
  GString         *text = g_string_new (NULL);

  if (parts != NULL)
    /* Translators: %s is “24 new interns, 12 changed interns and 30 new placements”. */
    g_string_append_printf (text, _("To be written: %s."), parts);
  else if (counts.read == 0)
    g_string_append (text, _("Nothing to write: the list has headers, and nothing below them."));
  else if (counts.same == counts.read && n_absent == 0)
    g_string_append (text, _("Nothing to write: all of this list is known already."));
  else
    g_string_append (text, _("Nothing to write for now."));

  if (counts.doubtful > 0)
    g_string_append_printf (g_string_append_c (text, ' '), ngettext ("%'u row waits for a decision.", "%'u rows wait for a decision.", counts.doubtful), counts.doubtful);
  if (counts.refused > 0)
    g_string_append_printf (g_string_append_c (text, ' '), ngettext ("%'u row cannot be read.", "%'u rows cannot be read.", counts.refused), counts.refused);
  if (counts.skipped > 0)
    g_string_append_printf (g_string_append_c (text, ' '), ngettext ("%'u row is left out.", "%'u rows are left out.", counts.skipped), counts.skipped);

  if (n_absent > 0)
    g_string_append_printf (g_string_append_c (text, ' '), ngettext ("%'u person whom an earlier version placed is no longer in this list.", "%'u people whom an earlier version placed are no longer in this list.", n_absent), n_absent);

  return g_string_free_and_steal (text);
}

/**
 * dites_import_summary_result:
 * @plan: a plan that was written
 *
 * Says what was written, under the name that undo has for it.
 *
 * Returns: (transfer full): one line without a full stop
 */
char *
dites_import_summary_result (DitesPlan *plan)
{
  g_autoptr (DitesChangeSet) changes = dites_plan_get_changes (plan);
  DitesPlanCounts  counts = dites_plan_get_counts (plan);
  g_autofree char *others = dup_parts (plan, FALSE);
  g_autofree char *name = dites_change_name_say (dites_change_set_get_name (changes));

  /* Where only placements go to the trash, the name says so. */
  if (others == NULL || counts.added + counts.changed == 0)
    return g_steal_pointer (&name);

  /* Translators: “Import of 41 interns”, then “36 new placements and 3 new stage sites”. */
  return g_strdup_printf (_("%s, with %s"), name, others);
}
