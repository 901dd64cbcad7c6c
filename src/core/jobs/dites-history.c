/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-history.h"

#include "dites-store-reads.h"

/**
 * DitesHistory:
 *
 * Who did what, and when, the latest first: a list model of #DitesHistoryItem,
 * about all documents or about one. It is read behind, follows what is written,
 * and makes an item only when it is asked for. Main thread only.
 */
struct _DitesHistory
{
  GObject parent_instance;

  DitesStore   *store;
  char         *id; /* (nullable): the document it is about */
  GPtrArray    *entries;
  GHashTable   *titles; /* of what the document referred to, by id */
  gboolean      loading;
  gboolean      stale; /* something was written while it was read */
  GError       *error; /* (nullable): why it could not be read */
  GCancellable *cancellable;
};

typedef enum
{
  PROP_ITEM_TYPE = 1,
  PROP_N_ITEMS,
  PROP_LOADING,
} DitesHistoryProperty;

static GParamSpec *properties[PROP_LOADING + 1];

static void iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DitesHistory, dites_history, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, iface_init))

static void load (DitesHistory *self);

static gboolean
is_same (const DitesHistoryEntry *a,
         const DitesHistoryEntry *b)
{
  return a->sequence == b->sequence && a->undone == b->undone;
}

/* Tells of what is other than it was: some at the beginning, and those that were undone. */
static void
replace (DitesHistory *self,
         GPtrArray    *entries)
{
  g_autoptr (GPtrArray) old = self->entries;
  guint end = 0;
  guint first, last;

  self->entries = g_ptr_array_ref (entries);
  while (end < old->len && end < entries->len &&
         ((DitesHistoryEntry *) old->pdata[old->len - 1 - end])->sequence == ((DitesHistoryEntry *) entries->pdata[entries->len - 1 - end])->sequence)
    end++;

  if (old->len != end || entries->len != end)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, old->len - end, entries->len - end);

  for (first = 0; first < end && is_same (old->pdata[old->len - end + first], entries->pdata[entries->len - end + first]); first++)
    continue;
  for (last = end; last > first && is_same (old->pdata[old->len - end + last - 1], entries->pdata[entries->len - end + last - 1]); last--)
    continue;
  if (last > first)
    g_list_model_items_changed (G_LIST_MODEL (self), entries->len - end + first, last - first, last - first);
}

static void
finish_loading (DitesHistory *self)
{
  self->loading = FALSE;
  if (self->stale)
    load (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
got_titles_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (DitesHistory) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) titles = dites_store_get_titles_finish (DITES_STORE (object), result, &error);
  guint n = self->entries->len;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (titles != NULL)
    {
      g_clear_pointer (&self->titles, g_hash_table_unref);
      self->titles = g_steal_pointer (&titles);
      g_list_model_items_changed (G_LIST_MODEL (self), 0, n, n);
    }
  finish_loading (self);
}

static void
add_references (DitesDocument *document,
                GHashTable    *ids)
{
  const DitesKind *kind = document != NULL ? dites_kind_get (dites_document_get_kind (document)) : NULL;

  for (const DitesField *field = kind != NULL ? kind->fields : NULL; field != NULL && field->name != NULL; field++)
    {
      g_auto (GStrv) many = NULL;
      char *one;

      if (field->type != DITES_FIELD_REFERENCE)
        continue;
      one = dites_document_dup_string (document, field->name);
      if (one != NULL)
        g_hash_table_add (ids, one);
      many = dites_document_dup_strings (document, field->name);
      for (gsize i = 0; many != NULL && many[i] != NULL; i++)
        g_hash_table_add (ids, g_strdup (many[i]));
    }
}

static void
got_history_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (DitesHistory) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = dites_store_get_history_finish (DITES_STORE (object), result, &error);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char **list = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_error (&self->error);
  if (entries == NULL)
    {
      self->error = g_steal_pointer (&error);
      finish_loading (self);
      return;
    }

  replace (self, entries);
  for (guint i = 0; i < entries->len; i++)
    {
      add_references (((DitesHistoryEntry *) entries->pdata[i])->before, ids);
      add_references (((DitesHistoryEntry *) entries->pdata[i])->after, ids);
    }
  if (g_hash_table_size (ids) == 0)
    {
      finish_loading (self);
      return;
    }

  list = (char **) g_hash_table_get_keys_as_array (ids, NULL);
  dites_store_get_titles_async (self->store, (const char *const *) list, self->cancellable, got_titles_cb, g_object_ref (self));
}

static void
load (DitesHistory *self)
{
  self->stale = self->loading;
  if (self->loading)
    return;

  self->loading = TRUE;
  dites_store_get_history_async (self->store, self->id, 0, self->cancellable, got_history_cb, g_object_ref (self));
}

static GType
dites_history_get_item_type (GListModel *model)
{
  return DITES_TYPE_HISTORY_ITEM;
}

static guint
dites_history_get_n_items (GListModel *model)
{
  return DITES_HISTORY (model)->entries->len;
}

static gpointer
dites_history_get_item (GListModel *model,
                        guint       position)
{
  DitesHistory *self = DITES_HISTORY (model);

  return position < self->entries->len ? dites_history_item_new (self->entries, position, self->titles) : NULL;
}

static void
iface_init (GListModelInterface *iface)
{
  iface->get_item_type = dites_history_get_item_type;
  iface->get_n_items = dites_history_get_n_items;
  iface->get_item = dites_history_get_item;
}

static void
dites_history_dispose (GObject *object)
{
  DitesHistory *self = DITES_HISTORY (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (dites_history_parent_class)->dispose (object);
}

static void
dites_history_finalize (GObject *object)
{
  DitesHistory *self = DITES_HISTORY (object);

  g_ptr_array_unref (self->entries);
  g_hash_table_unref (self->titles);
  g_clear_error (&self->error);
  g_object_unref (self->cancellable);
  g_free (self->id);

  G_OBJECT_CLASS (dites_history_parent_class)->finalize (object);
}

static void
dites_history_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  DitesHistory *self = DITES_HISTORY (object);

  switch ((DitesHistoryProperty) prop_id)
    {
    case PROP_ITEM_TYPE:
      g_value_set_gtype (value, DITES_TYPE_HISTORY_ITEM);
      break;

    case PROP_N_ITEMS:
      g_value_set_uint (value, self->entries->len);
      break;

    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dites_history_class_init (DitesHistoryClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = dites_history_dispose;
  object_class->finalize = dites_history_finalize;
  object_class->get_property = dites_history_get_property;

  properties[PROP_ITEM_TYPE] = g_param_spec_gtype ("item-type", NULL, NULL, G_TYPE_OBJECT, flags);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
dites_history_init (DitesHistory *self)
{
  self->entries = g_ptr_array_new ();
  self->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->cancellable = g_cancellable_new ();
}

/**
 * dites_history_new:
 * @store: the store
 * @id: (nullable): the document it is about; %NULL for all of the history
 *
 * Returns: (transfer full): the history; empty until the store has answered
 */
DitesHistory *
dites_history_new (DitesStore *store,
                   const char *id)
{
  DitesHistory *self;

  g_return_val_if_fail (DITES_IS_STORE (store), NULL);

  self = g_object_new (DITES_TYPE_HISTORY, NULL);
  self->store = g_object_ref (store);
  self->id = g_strdup (id);
  g_signal_connect_object (store, "history-changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);

  return self;
}

/**
 * dites_history_is_loading:
 * @self: a history
 *
 * Returns: whether it waits for an answer; see also its property "loading"
 */
gboolean
dites_history_is_loading (DitesHistory *self)
{
  return self->loading;
}

/**
 * dites_history_get_error:
 * @self: a history
 *
 * Returns: (nullable): why it could not be read the last time it was tried
 */
const GError *
dites_history_get_error (DitesHistory *self)
{
  return self->error;
}
