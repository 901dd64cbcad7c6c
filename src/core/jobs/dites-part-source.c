/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-part-source.h"

#include <string.h>

/**
 * DitesPartSource:
 *
 * The values of one part of an ITEMS field: a room of a home. What it sets is a
 * change of the whole, and members of a part that nobody knows stay. It stands for
 * a place among the parts, whichever part is there. Main thread only.
 */
struct _DitesPartSource
{
  GObject parent_instance;

  DitesValueSource *whole;
  const DitesField *field;
  guint             index;
  GPtrArray        *problems; /* of DitesProblem */
};

static void value_source_iface_init (DitesValueSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DitesPartSource, dites_part_source, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (DITES_TYPE_VALUE_SOURCE, value_source_iface_init))

static gboolean
get_part (DitesPartSource *self,
          DitesJson       *part)
{
  DitesJson     parts;
  DitesJsonIter iter;
  guint         index = 0;

  if (!dites_value_source_get (self->whole, self->field, &parts) || dites_json_get_type (parts) != DITES_JSON_ARRAY)
    return FALSE;

  for (dites_json_iter_init (&iter, parts); dites_json_iter_next (&iter, NULL, part);)
    if (index++ == self->index)
      return dites_json_get_type (*part) == DITES_JSON_OBJECT;

  return FALSE;
}

static void
find_problems (DitesPartSource *self)
{
  DitesJson part, value;

  g_ptr_array_set_size (self->problems, 0);
  if (!get_part (self, &part))
    return;

  for (const DitesField *item = self->field->items; item->name != NULL; item++)
    {
      g_autoptr (GError) error = NULL;

      if (dites_json_get_member (part, item->name, &value) && !dites_value_check (item, value, &error))
        dites_problem_add (self->problems, item->name, DITES_SEVERITY_ERROR, "%s", error->message);
    }
}

static void
changed_cb (DitesPartSource *self)
{
  find_problems (self);
  dites_value_source_changed (DITES_VALUE_SOURCE (self));
}

static gboolean
dites_part_source_get (DitesValueSource *source,
                       const DitesField *field,
                       DitesJson        *value)
{
  DitesJson part;

  return get_part (DITES_PART_SOURCE (source), &part) && dites_json_get_member (part, field->name, value);
}

/* The parts with a field of this one set; %NULL if it is there no more. */
static GPtrArray *
get_changed (DitesPartSource  *self,
             const DitesField *field,
             const char       *json)
{
  g_autoptr (GPtrArray) parts = dites_parts_get (self->whole, self->field);
  g_autoptr (DitesDocument) part = NULL;
  g_autoptr (DitesDocumentBuilder) builder = NULL;
  g_autoptr (DitesDocument) changed = NULL;

  if (self->index >= parts->len)
    return NULL;

  part = dites_document_new_from_checked (parts->pdata[self->index], strlen (parts->pdata[self->index]));
  builder = dites_document_builder_new_from (part);
  if (json != NULL)
    dites_document_builder_set_json (builder, field->name, json, -1);
  else
    dites_document_builder_remove (builder, field->name);
  changed = dites_document_builder_end (builder);
  g_free (parts->pdata[self->index]);
  parts->pdata[self->index] = g_strdup (dites_document_get_text (changed, NULL));

  return g_steal_pointer (&parts);
}

static char *
join (GPtrArray *parts)
{
  GString *json = g_string_new ("[");

  for (guint i = 0; i < parts->len; i++)
    g_string_append_printf (json, "%s%s", i > 0 ? "," : "", (char *) parts->pdata[i]);
  g_string_append_c (json, ']');

  return g_string_free_and_steal (json);
}

static void
dites_part_source_set (DitesValueSource *source,
                       const DitesField *field,
                       const char       *json)
{
  DitesPartSource *self = DITES_PART_SOURCE (source);
  g_autoptr (GPtrArray) parts = get_changed (self, field, json);

  if (parts != NULL)
    dites_parts_set (self->whole, self->field, parts, NULL);
}

static gboolean
dites_part_source_allows (DitesValueSource *source,
                          const DitesField *field,
                          const char       *json,
                          GError          **error)
{
  DitesPartSource *self = DITES_PART_SOURCE (source);
  g_autoptr (GPtrArray) parts = get_changed (self, field, json);
  g_autofree char *all = parts != NULL ? join (parts) : NULL;

  return all == NULL || dites_value_source_allows (self->whole, self->field, all, error);
}

static GPtrArray *
dites_part_source_get_problems (DitesValueSource *source)
{
  return DITES_PART_SOURCE (source)->problems;
}

static char *
dites_part_source_title_of (DitesValueSource *source,
                            const char       *id)
{
  return dites_value_source_title_of (id, DITES_PART_SOURCE (source)->whole);
}

static DitesStore *
dites_part_source_get_store (DitesValueSource *source)
{
  return dites_value_source_get_store (DITES_PART_SOURCE (source)->whole);
}

static void
dites_part_source_expect_title (DitesValueSource *source,
                                const char       *id,
                                const char       *title)
{
  dites_value_source_expect_title (DITES_PART_SOURCE (source)->whole, id, title);
}

static void
dites_part_source_hold (DitesValueSource *source,
                        gboolean          held)
{
  dites_value_source_hold (DITES_PART_SOURCE (source)->whole, held);
}

static void
value_source_iface_init (DitesValueSourceInterface *iface)
{
  iface->get = dites_part_source_get;
  iface->set = dites_part_source_set;
  iface->allows = dites_part_source_allows;
  iface->get_problems = dites_part_source_get_problems;
  iface->title_of = dites_part_source_title_of;
  iface->hold = dites_part_source_hold;
  iface->get_store = dites_part_source_get_store;
  iface->expect_title = dites_part_source_expect_title;
}

static void
dites_part_source_finalize (GObject *object)
{
  DitesPartSource *self = DITES_PART_SOURCE (object);

  g_clear_object (&self->whole);
  g_ptr_array_unref (self->problems);

  G_OBJECT_CLASS (dites_part_source_parent_class)->finalize (object);
}

static void
dites_part_source_class_init (DitesPartSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dites_part_source_finalize;
}

static void
dites_part_source_init (DitesPartSource *self)
{
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) dites_problem_free);
}

/**
 * dites_part_source_new:
 * @whole: where the parts are
 * @field: its ITEMS field
 * @index: the place of the part
 *
 * Returns: (transfer full): the values of that part
 */
DitesPartSource *
dites_part_source_new (DitesValueSource *whole,
                       const DitesField *field,
                       guint             index)
{
  DitesPartSource *self;

  g_return_val_if_fail (DITES_IS_VALUE_SOURCE (whole), NULL);
  g_return_val_if_fail (field != NULL && field->items != NULL, NULL);

  self = g_object_new (DITES_TYPE_PART_SOURCE, NULL);
  self->whole = g_object_ref (whole);
  self->field = field;
  self->index = index;
  g_signal_connect_object (whole, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  find_problems (self);

  return self;
}

/**
 * dites_parts_get:
 * @whole: where the parts are
 * @field: its ITEMS field
 *
 * Returns: (transfer full) (element-type utf8): the parts, as JSON
 */
GPtrArray *
dites_parts_get (DitesValueSource *whole,
                 const DitesField *field)
{
  GPtrArray    *parts = g_ptr_array_new_with_free_func (g_free);
  DitesJson     value, part;
  DitesJsonIter iter;

  if (!dites_value_source_get (whole, field, &value) || dites_json_get_type (value) != DITES_JSON_ARRAY)
    return parts;

  for (dites_json_iter_init (&iter, value); dites_json_iter_next (&iter, NULL, &part);)
    g_ptr_array_add (parts, g_strndup (part.text, part.length));

  return parts;
}

/**
 * dites_parts_set:
 * @whole: where the parts are
 * @field: its ITEMS field
 * @parts: (element-type utf8): the parts, as JSON; none for nothing
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set, for the person, if they may not be that
 */
gboolean
dites_parts_set (DitesValueSource *whole,
                 const DitesField *field,
                 GPtrArray        *parts,
                 GError          **error)
{
  g_autofree char *json = join (parts);

  return dites_value_source_set (whole, field, parts->len > 0 ? json : NULL, error);
}

static gboolean
has_id (GPtrArray  *parts,
        const char *id)
{
  for (guint i = 0; i < parts->len; i++)
    {
      DitesJson value;

      if (dites_json_get_member (dites_json_of (parts->pdata[i], -1), "id", &value) && dites_json_string_equal (value, id))
        return TRUE;
    }

  return FALSE;
}

/**
 * dites_parts_new:
 * @field: an ITEMS field
 * @parts: (element-type utf8): the parts that there are, as JSON
 *
 * Returns: (transfer full): one more, as JSON; where parts have an id, with one that
 *   no other has
 */
char *
dites_parts_new (const DitesField *field,
                 GPtrArray        *parts)
{
  if (dites_field_find (field->items, "id") == NULL)
    return g_strdup ("{}");

  for (guint i = 1;; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);

      if (!has_id (parts, id))
        return g_strdup_printf ("{\"id\":\"%s\"}", id);
    }
}
