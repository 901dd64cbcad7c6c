/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-plan-row.h"

#include "dites-plan-merge.h"
#include "dites-plan-private.h"

/* What an import writes, field by field, as people read it. */

/**
 * dites_field_change_free:
 * @change: (transfer full): a change
 */
void
dites_field_change_free (DitesFieldChange *change)
{
  g_free (change->label);
  g_free (change->old_text);
  g_free (change->new_text);
  g_free (change);
}

/* Titles of what the same import makes, then those that the caller knows. */
typedef struct
{
  DitesPlan     *plan;
  DitesTitleFunc title_of;
  gpointer       user_data;
} Titles;

static char *
get_title (const char *id,
           gpointer    user_data)
{
  Titles          *titles = user_data;
  DitesDocument   *made = g_hash_table_lookup (titles->plan->made, id);
  const DitesKind *kind = made != NULL ? dites_kind_get (dites_document_get_kind (made)) : NULL;

  if (kind != NULL)
    return dites_kind_title (kind, made, get_title, titles);

  return titles->title_of != NULL ? titles->title_of (id, titles->user_data) : NULL;
}

static void
add_change (GPtrArray        *changes,
            const DitesKind  *kind,
            const DitesField *field,
            const char       *label,
            char             *old_text,
            char             *new_text)
{
  DitesFieldChange *change = g_new0 (DitesFieldChange, 1);

  change->kind = kind;
  change->field = field;
  change->label = g_strdup (label);
  change->old_text = old_text;
  change->new_text = new_text;
  g_ptr_array_add (changes, change);
}

static void
add_extra_changes (GPtrArray       *changes,
                   const DitesKind *kind,
                   DitesJson        before,
                   DitesJson        after)
{
  g_autoptr (GHashTable) members = dites_json_dup_members (before);
  DitesJsonIter iter;
  DitesJson     name, value;

  dites_json_iter_init (&iter, after);
  while (dites_json_iter_next (&iter, &name, &value))
    {
      g_autofree char *header = dites_json_dup_string (name);
      const DitesJson *old = g_hash_table_lookup (members, header);

      if (old == NULL || !dites_json_equal (*old, value))
        add_change (changes, kind, NULL, header, old != NULL ? dites_json_dup_string (*old) : NULL,
                    dites_json_dup_string (value));
    }
}

static void
add_changes (GPtrArray       *changes,
             const DitesKind *kind,
             DitesDocument   *before,
             DitesDocument   *after,
             Titles          *titles)
{
  DitesJson old = { NULL, 0 };
  DitesJson new;

  for (const DitesField *field = kind->fields; field->name != NULL; field++)
    {
      gboolean known = before != NULL && dites_document_get (before, field->name, &old);

      if (field->flags & DITES_FIELD_LIST_ONLY || !dites_document_get (after, field->name, &new) ||
          (known && dites_json_equal (old, new)))
        continue;

      add_change (changes, kind, field, dites_field_get_label (field),
                  known ? dites_field_format (field, before, get_title, titles) : NULL,
                  dites_field_format (field, after, get_title, titles));
    }

  if (before == NULL || !dites_document_get (before, DITES_EXTRA, &old))
    old = (DitesJson) { NULL, 0 };
  if (dites_document_get (after, DITES_EXTRA, &new) && dites_json_get_type (new) == DITES_JSON_OBJECT)
    add_extra_changes (changes, kind, old, new);
}

/**
 * dites_plan_describe_changes:
 * @self: a plan
 * @subject: a subject for which something is written
 * @title_of: (nullable) (scope call): knows the titles of documents of the store
 * @user_data: data for @title_of
 *
 * Returns: (transfer full) (element-type DitesFieldChange): what is written, of
 *   the subject and of what goes along with it
 */
GPtrArray *
dites_plan_describe_changes (DitesPlan              *self,
                             const DitesPlanSubject *subject,
                             DitesTitleFunc          title_of,
                             gpointer                user_data)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) dites_field_change_free);
  Titles     titles = { self, title_of, user_data };

  if (subject->document != NULL)
    add_changes (changes, self->kind, subject->base, subject->document, &titles);
  for (guint i = 0; i < subject->n_parts; i++)
    {
      const DitesPlanPart *part = &subject->parts[i];

      if (part->document != NULL)
        add_changes (changes, self->companion, part->base, part->document, &titles);
    }

  return changes;
}
