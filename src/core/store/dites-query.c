/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-query-private.h"

#include "dites-row-private.h"

typedef enum
{
  PROP_ITEM_TYPE = 1,
  PROP_N_ITEMS,
  PROP_KIND,
  PROP_SEARCH,
  PROP_LOADING,
  PROP_ERROR,
} DitesQueryProperty;

static GParamSpec *properties[PROP_ERROR + 1];

typedef enum
{
  SIGNAL_SECTIONS_CHANGED,
} DitesQuerySignal;

static guint signals[SIGNAL_SECTIONS_CHANGED + 1];

static void iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DitesQuery, dites_query, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, iface_init))

/* Something was written: the order may be another, and what rows show. */
static void
changed_cb (DitesQuery *self)
{
  GHashTableIter iter;
  gpointer       number, row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &number, &row))
    if (dites_row_is_loaded (row))
      dites_query_want (self, GPOINTER_TO_UINT (number));

  dites_query_ask (self);
}

/* Something else is asked for than before: what is shown now need not be found again in it. */
static void
ask_anew (DitesQuery *self)
{
  self->anew = TRUE;
  dites_query_ask (self);
}

static GType
dites_query_get_item_type (GListModel *model)
{
  return DITES_TYPE_ROW;
}

static guint
dites_query_get_n_items (GListModel *model)
{
  return DITES_QUERY (model)->order->len;
}

static gpointer
dites_query_get_item (GListModel *model,
                      guint       position)
{
  DitesQuery *self = DITES_QUERY (model);
  guint32     number;
  DitesRow   *row;

  if (position >= self->order->len)
    return NULL;

  number = g_array_index (self->order, guint32, position);
  if (number == 0)
    {
      row = g_hash_table_lookup (self->early, GUINT_TO_POINTER (position + 1));
      if (row == NULL)
        {
          row = dites_row_new (0, NULL);
          g_hash_table_insert (self->early, GUINT_TO_POINTER (position + 1), row);
        }
      return g_object_ref (row);
    }

  row = g_hash_table_lookup (self->rows, GUINT_TO_POINTER (number));
  if (row == NULL && self->telling)
    return dites_row_new (number, self->rows);
  if (row == NULL)
    {
      dites_query_fetch_around (self, position);
      row = g_hash_table_lookup (self->rows, GUINT_TO_POINTER (number));
    }

  return g_object_ref (row);
}

static void
iface_init (GListModelInterface *iface)
{
  iface->get_item_type = dites_query_get_item_type;
  iface->get_n_items = dites_query_get_n_items;
  iface->get_item = dites_query_get_item;
}

static void
dites_query_dispose (GObject *object)
{
  DitesQuery *self = DITES_QUERY (object);

  g_clear_handle_id (&self->fetch_id, g_source_remove);
  g_atomic_int_inc (&self->cache->latest);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (dites_query_parent_class)->dispose (object);
}

static void
dites_query_finalize (GObject *object)
{
  DitesQuery *self = DITES_QUERY (object);

  g_queue_clear_full (&self->kept, g_object_unref);
  g_hash_table_unref (self->early);
  g_hash_table_unref (self->rows);
  g_array_unref (self->order);
  g_array_unref (self->sections);
  g_hash_table_unref (self->label_places);
  g_ptr_array_unref (self->labels);
  g_clear_error (&self->error);
  g_array_unref (self->wanted);
  dites_query_spec_free (self->spec);
  dites_query_cache_free (self->cache);

  G_OBJECT_CLASS (dites_query_parent_class)->finalize (object);
}

static void
dites_query_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  DitesQuery *self = DITES_QUERY (object);

  switch ((DitesQueryProperty) prop_id)
    {
    case PROP_ITEM_TYPE:
      g_value_set_gtype (value, DITES_TYPE_ROW);
      break;

    case PROP_N_ITEMS:
      g_value_set_uint (value, self->order->len);
      break;

    case PROP_KIND:
      g_value_set_string (value, self->spec->kind);
      break;

    case PROP_SEARCH:
      g_value_set_string (value, self->spec->search);
      break;

    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;

    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dites_query_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  switch ((DitesQueryProperty) prop_id)
    {
    case PROP_SEARCH:
      dites_query_set_search (DITES_QUERY (object), g_value_get_string (value));
      break;

    case PROP_ITEM_TYPE:
    case PROP_N_ITEMS:
    case PROP_KIND:
    case PROP_LOADING:
    case PROP_ERROR:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dites_query_class_init (DitesQueryClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = dites_query_dispose;
  object_class->finalize = dites_query_finalize;
  object_class->get_property = dites_query_get_property;
  object_class->set_property = dites_query_set_property;

  properties[PROP_ITEM_TYPE] = g_param_spec_gtype ("item-type", NULL, NULL, DITES_TYPE_ROW, flags);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, flags);
  properties[PROP_SEARCH] = g_param_spec_string ("search", NULL, NULL, NULL, flags | G_PARAM_WRITABLE);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, flags);

  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * DitesQuery::sections-changed:
   * @self: the query
   * @position: the first row
   * @n_items: how many rows
   *
   * Rows are in other sections now, or at other places in them.
   */
  signals[SIGNAL_SECTIONS_CHANGED] =
    g_signal_new ("sections-changed", DITES_TYPE_QUERY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
}

static void
dites_query_init (DitesQuery *self)
{
  self->spec = g_new0 (DitesQuerySpec, 1);
  self->spec->filters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  self->cache = dites_query_cache_new ();
  self->order = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->sections = g_array_new (FALSE, TRUE, sizeof (guint32));
  self->labels = g_ptr_array_new_with_free_func (g_free);
  self->label_places = g_hash_table_new (g_str_hash, g_str_equal);
  g_ptr_array_add (self->labels, g_strdup (""));
  self->rows = g_hash_table_new (NULL, NULL);
  self->early = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->wanted = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_queue_init (&self->kept);
}

/**
 * dites_query_new:
 * @store: the store
 * @kind: the name of a kind
 *
 * Returns: (transfer full): the documents of the kind, those in the trash left
 *   out; empty until the store has answered
 */
DitesQuery *
dites_query_new (DitesStore *store,
                 const char *kind)
{
  DitesQuery *self;

  g_return_val_if_fail (DITES_IS_STORE (store), NULL);
  g_return_val_if_fail (kind != NULL, NULL);

  self = g_object_new (DITES_TYPE_QUERY, NULL);
  self->store = g_object_ref (store);
  self->spec->kind = g_strdup (kind);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  dites_query_ask (self);

  return self;
}

/**
 * dites_query_set_search:
 * @self: a query
 * @search: (nullable): words; documents must hold each, as the beginning of a word
 *
 * Searches.
 */
void
dites_query_set_search (DitesQuery *self,
                        const char *search)
{
  g_return_if_fail (DITES_IS_QUERY (self));

  if (!g_set_str (&self->spec->search, search))
    return;

  ask_anew (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH]);
}

/**
 * dites_query_set_sort:
 * @self: a query
 * @field: (nullable): the name of a field that lists are sorted on, or of a choice or a
 *   reference that they are narrowed on; %NULL for the order of the kind
 * @descending: whether the largest comes first
 *
 * Sorts. Those without a value come last; those with the same one, and so in one
 * section, keep the order of the kind.
 */
void
dites_query_set_sort (DitesQuery *self,
                      const char *field,
                      gboolean    descending)
{
  g_return_if_fail (DITES_IS_QUERY (self));

  if (g_strcmp0 (self->spec->sort, field) == 0 && self->spec->descending == descending)
    return;

  g_set_str (&self->spec->sort, field);
  self->spec->descending = descending;
  ask_anew (self);
}

/**
 * dites_query_set_trashed:
 * @self: a query
 * @trashed: whether to show what is in the trash instead of what is not
 *
 * Shows the trash.
 */
void
dites_query_set_trashed (DitesQuery *self,
                         gboolean    trashed)
{
  g_return_if_fail (DITES_IS_QUERY (self));

  if (self->spec->trashed == trashed)
    return;

  self->spec->trashed = trashed;
  ask_anew (self);
}

/**
 * dites_query_set_filter:
 * @self: a query
 * @field: the name of a field that lists are narrowed on
 * @values: (nullable): its values, as documents hold them, of which one must be
 *   there; the empty one stands for having none; %NULL for any
 *
 * Narrows the list. Filters on several fields must all hold.
 */
void
dites_query_set_filter (DitesQuery        *self,
                        const char        *field,
                        const char *const *values)
{
  g_return_if_fail (DITES_IS_QUERY (self));
  g_return_if_fail (field != NULL);

  if (values == NULL || values[0] == NULL)
    {
      if (!g_hash_table_remove (self->spec->filters, field))
        return;
    }
  else
    g_hash_table_insert (self->spec->filters, g_strdup (field), g_strdupv ((char **) values));
  ask_anew (self);
}

/**
 * dites_query_set_refers_to:
 * @self: a query
 * @id: (nullable): the id of a document; %NULL for no matter
 *
 * Shows those only that refer to a document.
 */
void
dites_query_set_refers_to (DitesQuery *self,
                           const char *id)
{
  g_return_if_fail (DITES_IS_QUERY (self));

  if (g_set_str (&self->spec->refers_to, id))
    ask_anew (self);
}

/**
 * dites_query_is_loading:
 * @self: a query
 *
 * Returns: whether it waits for an answer; see also its property "loading"
 */
gboolean
dites_query_is_loading (DitesQuery *self)
{
  g_return_val_if_fail (DITES_IS_QUERY (self), FALSE);

  return self->loading;
}

/**
 * dites_query_get_error:
 * @self: a query
 *
 * Returns: (nullable): why the list could not be read, for a person; see also its
 *   property "error"
 */
const GError *
dites_query_get_error (DitesQuery *self)
{
  g_return_val_if_fail (DITES_IS_QUERY (self), NULL);

  return self->error;
}

/**
 * dites_query_retry:
 * @self: a query
 *
 * Reads the list again, after it could not be read.
 */
void
dites_query_retry (DitesQuery *self)
{
  g_return_if_fail (DITES_IS_QUERY (self));

  dites_query_ask (self);
}

/**
 * dites_query_get_section:
 * @self: a query
 * @position: the place of a row
 * @start: (out): the first row of its section
 * @end: (out): the first row after it
 *
 * Finds the section of a row. If there are none, it is all of the list. As with
 * #GtkSectionModel, a place behind the end is in a section without end.
 */
void
dites_query_get_section (DitesQuery *self,
                         guint       position,
                         guint      *start,
                         guint      *end)
{
  const guint32 *sections;
  guint          first = position;
  guint          last = position;

  g_return_if_fail (DITES_IS_QUERY (self));

  if (position >= self->sections->len)
    {
      *start = self->sections->len;
      *end = G_MAXUINT;
      return;
    }
  if (position >= self->section_start && position < self->section_end)
    {
      *start = self->section_start;
      *end = self->section_end;
      return;
    }

  sections = (gpointer) self->sections->data;
  while (first > 0 && sections[first - 1] == sections[position])
    first--;
  while (last + 1 < self->sections->len && sections[last + 1] == sections[position])
    last++;
  *start = self->section_start = first;
  *end = self->section_end = last + 1;
}

/**
 * dites_query_get_section_label:
 * @self: a query
 * @position: the place of a row
 *
 * Returns: what its section is called; empty where there are none
 */
const char *
dites_query_get_section_label (DitesQuery *self,
                               guint       position)
{
  g_return_val_if_fail (DITES_IS_QUERY (self), "");

  return position < self->sections->len ? self->labels->pdata[g_array_index (self->sections, guint32, position)] : "";
}
