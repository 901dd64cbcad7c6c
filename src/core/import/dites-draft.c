/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-draft.h"

#include <string.h>

#include "dites-plan-merge.h"

struct _DitesDraft
{
  const DitesKind *kind;
  guint            n_fields;
  GString        **values; /* one for each field: JSON, or the elements of an array; empty: no value */
  GString         *extra;
  GString         *text;
};

/**
 * dites_draft_new:
 * @kind: the kind of the documents
 *
 * Returns: (transfer full): an empty draft
 */
DitesDraft *
dites_draft_new (const DitesKind *kind)
{
  DitesDraft *self = g_new0 (DitesDraft, 1);

  self->kind = kind;
  while (kind->fields[self->n_fields].name != NULL)
    self->n_fields++;
  self->values = g_new0 (GString *, self->n_fields);
  for (guint i = 0; i < self->n_fields; i++)
    self->values[i] = g_string_new (NULL);
  self->extra = g_string_new (NULL);
  self->text = g_string_new (NULL);

  return self;
}

/**
 * dites_draft_free:
 * @self: (transfer full) (nullable): a draft
 */
void
dites_draft_free (DitesDraft *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->n_fields; i++)
    g_string_free (self->values[i], TRUE);
  g_free (self->values);
  g_string_free (self->extra, TRUE);
  g_string_free (self->text, TRUE);
  g_free (self);
}

/**
 * dites_draft_reset:
 * @self: a draft
 *
 * Empties it for the next row.
 */
void
dites_draft_reset (DitesDraft *self)
{
  for (guint i = 0; i < self->n_fields; i++)
    g_string_truncate (self->values[i], 0);
  g_string_truncate (self->extra, 0);
}

static GString *
get_value (DitesDraft       *self,
           const DitesField *field)
{
  return self->values[field - self->kind->fields];
}

/**
 * dites_draft_get_fields:
 * @self: a draft
 *
 * Returns: the fields of its kind
 */
const DitesField *
dites_draft_get_fields (DitesDraft *self)
{
  return self->kind->fields;
}

/**
 * dites_draft_has:
 * @self: a draft
 * @field: a field of its kind
 *
 * Returns: whether the field has a value
 */
gboolean
dites_draft_has (DitesDraft       *self,
                 const DitesField *field)
{
  return get_value (self, field)->len > 0;
}

/**
 * dites_draft_dup_first:
 * @self: a draft
 * @field: the name of a field
 *
 * Returns: (transfer full) (nullable): its value, or the first of its values, if that is a text
 */
char *
dites_draft_dup_first (DitesDraft *self,
                       const char *field)
{
  const DitesField *found = dites_kind_get_field (self->kind, field);
  g_autofree char  *array = NULL;
  DitesJsonIter     iter;
  DitesJson         value;

  if (found == NULL || !dites_draft_has (self, found))
    return NULL;

  array = g_strdup_printf ("[%s]", get_value (self, found)->str);
  dites_json_iter_init (&iter, dites_json_of (array, -1));

  return dites_json_iter_next (&iter, NULL, &value) ? dites_json_dup_string (value) : NULL;
}

/**
 * dites_draft_set:
 * @self: a draft
 * @field: a field of its kind
 * @json: its value
 */
void
dites_draft_set (DitesDraft       *self,
                 const DitesField *field,
                 const char       *json)
{
  g_string_assign (get_value (self, field), json);
}

/**
 * dites_draft_add:
 * @self: a draft
 * @field: a field that takes several values
 * @json: one more value, or an array of them
 *
 * Adds values that are not there yet.
 */
void
dites_draft_add (DitesDraft       *self,
                 const DitesField *field,
                 const char       *json)
{
  GString      *value = get_value (self, field);
  DitesJson     added = dites_json_of (json, -1);
  DitesJsonIter iter;

  if (dites_json_get_type (added) == DITES_JSON_ARRAY)
    {
      dites_json_iter_init (&iter, added);
      while (dites_json_iter_next (&iter, NULL, &added))
        {
          g_autofree char *element = g_strndup (added.text, added.length);

          dites_draft_add (self, field, element);
        }
      return;
    }

  if (strstr (value->str, json) != NULL)
    return;
  if (value->len > 0)
    g_string_append_c (value, ',');
  g_string_append (value, json);
}

/**
 * dites_draft_set_string:
 * @self: a draft
 * @field: the name of a field; nothing is done if the kind has none of that name
 * @value: (nullable): its value, if it has none yet
 */
void
dites_draft_set_string (DitesDraft *self,
                        const char *field,
                        const char *value)
{
  const DitesField *found = dites_kind_get_field (self->kind, field);

  if (found != NULL && value != NULL && *value != '\0' && !dites_draft_has (self, found))
    dites_json_append_string (get_value (self, found), value);
}

/**
 * dites_draft_add_extra:
 * @self: a draft
 * @key_json: the header of a column, as a JSON string
 * @value: what its cell says
 *
 * Keeps a cell as it is.
 */
void
dites_draft_add_extra (DitesDraft *self,
                       const char *key_json,
                       const char *value)
{
  if (self->extra->len > 0)
    g_string_append_c (self->extra, ',');
  g_string_append (self->extra, key_json);
  g_string_append_c (self->extra, ':');
  dites_json_append_string (self->extra, value);
}

/**
 * dites_draft_end:
 * @self: a draft
 *
 * Returns: (transfer full): the members that have values, as a part of a document
 */
DitesDocument *
dites_draft_end (DitesDraft *self)
{
  GString *text = self->text;

  g_string_assign (text, "{");
  for (guint i = 0; i < self->n_fields; i++)
    {
      const DitesField *field = &self->kind->fields[i];
      gboolean          many = (field->flags & DITES_FIELD_MULTIPLE) != 0;

      if (self->values[i]->len == 0 || field->flags & DITES_FIELD_LIST_ONLY)
        continue;
      if (text->len > 1)
        g_string_append_c (text, ',');
      g_string_append_c (text, '"');
      g_string_append (text, field->name);
      g_string_append (text, many ? "\":[" : "\":");
      g_string_append_len (text, self->values[i]->str, self->values[i]->len);
      if (many)
        g_string_append_c (text, ']');
    }

  if (self->extra->len > 0)
    {
      g_string_append (text, text->len > 1 ? ",\"" DITES_EXTRA "\":{" : "\"" DITES_EXTRA "\":{");
      g_string_append_len (text, self->extra->str, self->extra->len);
      g_string_append_c (text, '}');
    }
  g_string_append_c (text, '}');

  return dites_document_new_part (text->str, text->len);
}
