/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-loose-source.h"

/**
 * DitesLooseSource:
 *
 * Values that belong to no document yet: what a person enters once, for many
 * documents. Nothing of it is stored. Main thread only.
 */
struct _DitesLooseSource
{
  GObject parent_instance;

  DitesStore *store;
  GHashTable *values; /* name of a field → its JSON */
  GHashTable *titles; /* id of a document → its title */
};

static void value_source_iface_init (DitesValueSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DitesLooseSource, dites_loose_source, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (DITES_TYPE_VALUE_SOURCE, value_source_iface_init))

static gboolean
dites_loose_source_get (DitesValueSource *source,
                        const DitesField *field,
                        DitesJson        *value)
{
  const char *json = g_hash_table_lookup (DITES_LOOSE_SOURCE (source)->values, field->name);

  if (json != NULL)
    *value = dites_json_of (json, -1);

  return json != NULL;
}

static void
dites_loose_source_set (DitesValueSource *source,
                        const DitesField *field,
                        const char       *json)
{
  GHashTable *values = DITES_LOOSE_SOURCE (source)->values;

  if (json != NULL)
    g_hash_table_insert (values, g_strdup (field->name), g_strdup (json));
  else
    g_hash_table_remove (values, field->name);
  dites_value_source_changed (source);
}

static char *
dites_loose_source_title_of (DitesValueSource *source,
                             const char       *id)
{
  return g_strdup (g_hash_table_lookup (DITES_LOOSE_SOURCE (source)->titles, id));
}

static DitesStore *
dites_loose_source_get_store (DitesValueSource *source)
{
  return DITES_LOOSE_SOURCE (source)->store;
}

static void
dites_loose_source_expect_title (DitesValueSource *source,
                                 const char       *id,
                                 const char       *title)
{
  g_hash_table_insert (DITES_LOOSE_SOURCE (source)->titles, g_strdup (id), g_strdup (title));
}

static void
value_source_iface_init (DitesValueSourceInterface *iface)
{
  iface->get = dites_loose_source_get;
  iface->set = dites_loose_source_set;
  iface->title_of = dites_loose_source_title_of;
  iface->get_store = dites_loose_source_get_store;
  iface->expect_title = dites_loose_source_expect_title;
}

static void
dites_loose_source_finalize (GObject *object)
{
  DitesLooseSource *self = DITES_LOOSE_SOURCE (object);

  g_clear_object (&self->store);
  g_hash_table_unref (self->values);
  g_hash_table_unref (self->titles);

  G_OBJECT_CLASS (dites_loose_source_parent_class)->finalize (object);
}

static void
dites_loose_source_class_init (DitesLooseSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dites_loose_source_finalize;
}

static void
dites_loose_source_init (DitesLooseSource *self)
{
  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * dites_loose_source_new:
 * @store: the store of the documents that the values may refer to
 *
 * Returns: (transfer full): values, none of which is set
 */
DitesLooseSource *
dites_loose_source_new (DitesStore *store)
{
  DitesLooseSource *self = g_object_new (DITES_TYPE_LOOSE_SOURCE, NULL);

  self->store = g_object_ref (store);

  return self;
}
