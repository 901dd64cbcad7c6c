/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-plan-newest.h"

#include <glib/gi18n.h>

#include "dites-plan-merge.h"
#include "dites-plan-semester.h"

/*
 * What a list says of a dated field belongs to the semester of its row: how far
 * somebody was then. The newest row is right, wherever it stands, and what was
 * said about a later semester than that is not turned back.
 */

/* The last semester in which the store has something that goes along with @owner; 0 when it is none after those
 * of the list. */
static guint
find_latest (DitesPlan  *self,
             const char *owner)
{
  GPtrArray *later = dites_plan_reader_get_later_semesters (self->reader);

  for (guint i = 0; i < later->len; i++)
    {
      DitesDocument *semester = g_ptr_array_index (later, i);
      g_autoptr (DitesDocument) companion = NULL;
      g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) found = NULL;

      companion = dites_plan_reader_make_companion (self->reader, owner, dites_document_get_id (semester));
      dites_kind_identify (self->companion, companion, keys);
      if (keys->len > 0)
        found = self->known->find (self->companion->name, g_ptr_array_index (keys, 0), self->known->user_data);
      if (found != NULL && found->len > 0)
        return dites_plan_semester_get_order (semester);
    }

  return 0;
}

/**
 * dites_plan_get_latest:
 * @self: a plan
 * @owner: the id of a document of the store
 *
 * The store is asked while the plan is made; afterwards only what was asked
 * then is known.
 *
 * Returns: the order of the last semester that the store knows @owner in, if
 *   it is after one of the list; else 0
 */
guint
dites_plan_get_latest (DitesPlan  *self,
                       const char *owner)
{
  gpointer latest;

  if (self->companion == NULL || dites_plan_reader_get_later_semesters (self->reader)->len == 0)
    return 0;
  if (g_hash_table_lookup_extended (self->latest, owner, NULL, &latest))
    return GPOINTER_TO_UINT (latest);
  if (self->known == NULL)
    return 0;

  latest = GUINT_TO_POINTER (find_latest (self, owner));
  g_hash_table_insert (self->latest, g_strdup (owner), latest);

  return GPOINTER_TO_UINT (latest);
}

/* The row with the newest value of a field, of those that are not left out: the first of several. */
static guint32
find_newest (DitesPlan        *self,
             const DitesField *field,
             GArray           *sources)
{
  guint32 newest = DITES_NO_INDEX;
  guint   order = 0;

  for (guint i = 0; i < sources->len; i++)
    {
      const DitesPlanSubject *source = dites_plan_get_subject (self, g_array_index (sources, guint32, i));

      for (guint32 row = source->first; row != DITES_NO_INDEX; row = self->entries[row].next)
        {
          guint row_order = dites_plan_reader_get_order (self->reader, row);
          g_autoptr (DitesDocument) draft = NULL;

          if (self->entries[row].excluded || (newest != DITES_NO_INDEX && row_order <= order))
            continue;
          draft = dites_plan_get_draft (self, row);
          if (!dites_document_get (draft, field->name, NULL))
            continue;
          newest = row;
          order = row_order;
        }
    }

  return newest;
}

/* What a list says of an earlier semester than is known: the row that says it, and the names of the fields. */
typedef struct
{
  guint32  row;
  GString *labels;
} Older;

static void
add_older (Older            *older,
           guint32           row,
           const DitesField *field)
{
  if (older->labels->len == 0)
    older->row = row;
  dites_plan_add_label (older->labels, dites_field_get_label (field));
}

/* One sentence for a person, however many fields it is about. */
static void
report_older (DitesPlan   *self,
              const Older *older)
{
  g_autofree char *message = NULL;

  if (older->labels->len == 0 || self->known == NULL || self->quiet)
    return;

  /* Translators: %s are the names of fields, each quoted, with commas between them. */
  message = g_strdup_printf (_("%s: known for a later semester and kept"), older->labels->str);
  dites_plan_report (self, older->row, -1, DITES_SEVERITY_NOTICE, message);
}

/* Until when a field is known: from the store, and from the rows of @others. */
static guint
get_known_order (DitesPlan        *self,
                 const DitesField *field,
                 DitesDocument    *base,
                 GArray           *others)
{
  guint   order = 0;
  guint32 newest;

  if (base != NULL && dites_document_get (base, field->name, NULL))
    order = dites_plan_get_latest (self, dites_document_get_id (base));
  if (others != NULL)
    {
      newest = find_newest (self, field, others);
      if (newest != DITES_NO_INDEX)
        order = MAX (order, dites_plan_reader_get_order (self->reader, newest));
    }

  return order;
}

/* What is said of one field; NULL when that stays as it is. */
static DitesDocument *
take_newest_of_field (DitesPlan        *self,
                      const DitesField *field,
                      GArray           *sources,
                      DitesDocument    *said,
                      DitesDocument    *base,
                      GArray           *others,
                      Older            *older)
{
  guint32 row = find_newest (self, field, sources);
  guint   order;
  g_autoptr (DitesDocument) draft = NULL;
  g_autoptr (DitesDocumentBuilder) builder = NULL;
  DitesJson value, stored;

  if (row == DITES_NO_INDEX)
    return NULL;

  draft = dites_plan_get_draft (self, row);
  dites_document_get (draft, field->name, &value);
  builder = dites_document_builder_new_from (said);
  order = dites_plan_reader_get_order (self->reader, row);
  if (order == 0 || get_known_order (self, field, base, others) <= order)
    {
      dites_document_builder_set_json (builder, field->name, value.text, value.length);
      return dites_document_builder_end (builder);
    }

  if (base != NULL && dites_document_get (base, field->name, &stored) && !dites_plan_values_agree (field, stored, value))
    add_older (older, row, field);
  dites_document_builder_remove (builder, field->name);

  return dites_document_builder_end (builder);
}

/**
 * dites_plan_take_newest:
 * @self: a plan
 * @sources: (element-type guint32): subjects that are one
 * @said: (transfer full): what their rows say together, the first of them being right
 * @base: (nullable): what is known
 * @others: (nullable) (element-type guint32): subjects whose rows count as known too
 *
 * Returns: (transfer full): what the rows say, the newest being right about
 *   what is dated, without what is known for a later semester
 */
DitesDocument *
dites_plan_take_newest (DitesPlan     *self,
                        GArray        *sources,
                        DitesDocument *said,
                        DitesDocument *base,
                        GArray        *others)
{
  const DitesPlanSubject *only = dites_plan_get_subject (self, g_array_index (sources, guint32, 0));
  g_autoptr (GString) labels = NULL;
  Older older = { DITES_NO_INDEX, NULL };

  if (self->companion == NULL)
    return said;
  /* Most people have one row, and nothing is known of them for later. */
  if (sources->len == 1 && only->first == only->last && others == NULL &&
      (base == NULL || dites_plan_get_latest (self, dites_document_get_id (base)) == 0))
    return said;

  older.labels = labels = g_string_new (NULL);
  for (const DitesField *field = self->kind->fields; field->name != NULL; field++)
    {
      DitesDocument *newest = NULL;

      if (field->flags & DITES_FIELD_DATED && dites_document_get (said, field->name, NULL))
        newest = take_newest_of_field (self, field, sources, said, base, others, &older);
      if (newest != NULL)
        {
          g_object_unref (said);
          said = newest;
        }
    }
  report_older (self, &older);

  return said;
}
