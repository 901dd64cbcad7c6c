/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-query.h"

#include <string.h>

#include "dites-query-order.h"
#include "dites-row-private.h"
#include "dites-store-private.h"

/* What is known at once of a long list, and what is fetched with a new one. */
#define FIRST      256
#define FIRST_ROWS 48

/* How many rows are fetched around one that is asked for, and how many are kept. */
#define AROUND   32
#define MAX_ROWS 512

/* More pieces than this are told as one. */
#define MAX_PIECES 32

/* Beyond this, what moved is not looked for. */
#define MAX_COMPARED 20000

/**
 * DitesQuery:
 *
 * A kind of documents, searched, narrowed and sorted, as a list of #DitesRow.
 *
 * It holds the number of each document, four bytes, and the rows around those
 * that were asked for; all else stays in the file. What it asks for is read by
 * the store's reading thread: until the answer is there it shows what it
 * showed before, and a row that is asked for early is empty and fills itself.
 * It follows every change, whoever made it. Main thread only.
 */
struct _DitesQuery
{
  GObject parent_instance;

  DitesStore      *store;
  DitesQuerySpec  *spec;
  DitesQueryCache *cache;

  GArray     *order;  /* of guint32; 0: not known yet */
  GHashTable *rows;   /* number -> DitesRow that lives, not held */
  GQueue      kept;   /* of DitesRow, held, the latest last */
  GHashTable *early;  /* place + 1 -> DitesRow, held: its number is not known yet */
  GArray     *wanted; /* of guint32: to fetch */
  guint       fetch_id;
  gboolean    loading;
};

typedef enum
{
  PROP_ITEM_TYPE = 1,
  PROP_N_ITEMS,
  PROP_KIND,
  PROP_SEARCH,
  PROP_LOADING,
} DitesQueryProperty;

static GParamSpec *properties[PROP_LOADING + 1];

static void iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DitesQuery, dites_query, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, iface_init))

/* What the reading thread is asked, and its answer. */
typedef struct
{
  DitesQuerySpec  *spec; /* (nullable): rows alone */
  DitesQueryCache *cache;
  int              serial;
  gboolean         first_only;
  GArray          *numbers; /* of guint32: rows to fetch, too */
  GArray          *order;
  GArray          *rows;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_clear_pointer (&request->spec, dites_query_spec_free);
  dites_query_cache_free (request->cache);
  g_clear_pointer (&request->numbers, g_array_unref);
  g_clear_pointer (&request->order, g_array_unref);
  g_clear_pointer (&request->rows, g_array_unref);
  g_free (request);
}

/* The reading thread. */
static void
answer (DitesReader *reader,
        GTask       *task)
{
  Request *request = g_task_get_task_data (task);
  GError  *error = NULL;

  if (request->spec != NULL)
    {
      request->order = request->first_only ? dites_query_first (reader, request->spec, FIRST, &error)
                                           : dites_query_order (reader, request->spec, request->cache, request->serial, &error);
      if (request->order == NULL)
        {
          g_task_return_error (task, error);
          return;
        }
      g_array_append_vals (request->numbers, request->order->data, MIN (request->order->len, FIRST_ROWS));
    }

  request->rows = dites_query_fetch (reader, (gpointer) request->numbers->data, request->numbers->len, &error);
  if (request->rows == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  g_task_return_boolean (task, TRUE);
}

static void
keep (DitesQuery *self,
      DitesRow   *row)
{
  g_queue_push_tail (&self->kept, g_object_ref (row));
  while (self->kept.length > MAX_ROWS)
    g_object_unref (g_queue_pop_head (&self->kept));
}

static gboolean
find_place (DitesQuery *self,
            guint32     number,
            guint      *place)
{
  const guint32 *numbers = (gpointer) self->order->data;

  for (guint i = 0; i < self->order->len; i++)
    if (numbers[i] == number)
      {
        *place = i;
        return TRUE;
      }

  return FALSE;
}

/* A row that shows something else now is another row. */
static void
replace_row (DitesQuery          *self,
             DitesRow            *row,
             const DitesQueryRow *fetched)
{
  g_autoptr (DitesRow) other = NULL;
  guint place;

  g_hash_table_remove (self->rows, GUINT_TO_POINTER (fetched->number));
  other = dites_row_new (fetched->number, self->rows);
  dites_row_load (other, fetched->title, fetched->subtitle, fetched->document);
  keep (self, other);
  if (find_place (self, fetched->number, &place))
    g_list_model_items_changed (G_LIST_MODEL (self), place, 1, 1);
}

static void
take_rows (DitesQuery *self,
           GArray     *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const DitesQueryRow *fetched = &g_array_index (rows, DitesQueryRow, i);
      DitesRow            *row = g_hash_table_lookup (self->rows, GUINT_TO_POINTER (fetched->number));

      if (row == NULL)
        {
          g_autoptr (DitesRow) fresh = dites_row_new (fetched->number, self->rows);

          dites_row_load (fresh, fetched->title, fetched->subtitle, fetched->document);
          keep (self, fresh);
        }
      else if (!dites_row_is_loaded (row))
        dites_row_load (row, fetched->title, fetched->subtitle, fetched->document);
      else if (!dites_row_shows (row, fetched->title, fetched->subtitle, fetched->document))
        replace_row (self, row, fetched);
    }
}

/* Takes @added numbers at @place for the @removed ones there, and tells. */
static void
splice (DitesQuery    *self,
        guint          place,
        guint          removed,
        const guint32 *numbers,
        guint          added)
{
  if (removed > 0)
    g_array_remove_range (self->order, place, removed);
  if (added > 0)
    g_array_insert_vals (self->order, place, numbers, added);

  g_list_model_items_changed (G_LIST_MODEL (self), place, removed, added);
  if (removed != added)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

typedef struct
{
  guint at; /* in the old order as the pieces before have left it */
  guint removed;
  guint from; /* in the new order */
  guint added;
} Piece;

static GHashTable *
get_places (const guint32 *numbers,
            guint          n)
{
  GHashTable *places = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n; i++)
    g_hash_table_insert (places, GUINT_TO_POINTER (numbers[i]), GUINT_TO_POINTER (i + 1));

  return places;
}

static void
add_piece (GArray *pieces,
           guint   at,
           guint   removed,
           guint   from,
           guint   added)
{
  Piece *last = pieces->len > 0 ? &g_array_index (pieces, Piece, pieces->len - 1) : NULL;
  Piece  piece = { at, removed, from, added };

  if (last != NULL && last->at + last->added == at && last->from + last->added == from)
    {
      last->removed += removed;
      last->added += added;
      return;
    }

  g_array_append_val (pieces, piece);
}

/* Finds what came, went and moved between two orders, in one walk: of two
 * documents that have changed sides, the one that went further has moved. */
static GArray *
compare_orders (const guint32 *old,
                guint          n_old,
                const guint32 *new,
                guint n_new,
                guint offset)
{
  g_autoptr (GHashTable) old_places = get_places (old, n_old);
  g_autoptr (GHashTable) new_places = get_places (new, n_new);
  g_autoptr (GHashTable) moved = g_hash_table_new (NULL, NULL);
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  guint   i = 0;
  guint   j = 0;

  while (i < n_old || j < n_new)
    {
      guint to = i < n_old ? GPOINTER_TO_UINT (g_hash_table_lookup (new_places, GUINT_TO_POINTER (old[i]))) : 0;
      guint from = j < n_new ? GPOINTER_TO_UINT (g_hash_table_lookup (old_places, GUINT_TO_POINTER (new[j]))) : 0;

      if (i < n_old && (to == 0 || g_hash_table_contains (moved, GUINT_TO_POINTER (old[i]))))
        {
          add_piece (pieces, offset + j, 1, offset + j, 0);
          i++;
        }
      else if (j < n_new && (from == 0 || g_hash_table_contains (moved, GUINT_TO_POINTER (new[j]))))
        {
          add_piece (pieces, offset + j, 0, offset + j, 1);
          j++;
        }
      else if (old[i] == new[j])
        {
          i++;
          j++;
        }
      else if (to - j >= from - i)
        {
          g_hash_table_add (moved, GUINT_TO_POINTER (old[i]));
        }
      else
        {
          g_hash_table_add (moved, GUINT_TO_POINTER (new[j]));
        }
    }

  return pieces;
}

/* Goes over to another order, and tells what moved. */
static void
take_order (DitesQuery *self,
            GArray     *order)
{
  const guint32 *old = (gpointer) self->order->data;
  const guint32 *new = (gpointer) order->data;
  guint n_old = self->order->len;
  guint n_new = order->len;
  guint start = 0;
  guint tail = 0;
  g_autoptr (GArray) pieces = NULL;

  while (start < n_old && start < n_new && old[start] == new[start])
    start++;
  while (tail < n_old - start && tail < n_new - start && old[n_old - 1 - tail] == new[n_new - 1 - tail])
    tail++;
  n_old -= start + tail;
  n_new -= start + tail;
  if (n_old == 0 && n_new == 0)
    return;

  if (n_old > 0 && n_new > 0 && n_old <= MAX_COMPARED && n_new <= MAX_COMPARED)
    pieces = compare_orders (old + start, n_old, new + start, n_new, start);
  if (pieces == NULL || pieces->len > MAX_PIECES)
    {
      splice (self, start, n_old, new + start, n_new);
      return;
    }

  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);

      splice (self, piece->at, piece->removed, new + piece->from, piece->added);
    }
}

static void
set_loading (DitesQuery *self,
             gboolean    loading)
{
  if (self->loading == loading)
    return;

  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
want (DitesQuery *self,
      guint32     number)
{
  g_array_append_val (self->wanted, number);
}

/* The rest of a long list is there: if it is as long as it was said to be, nobody
 * has to hear of it, and the rows that were asked for early learn which they are. */
static gboolean
fill_order (DitesQuery *self,
            GArray     *order)
{
  const guint32 *old = (gpointer) self->order->data;
  GHashTableIter iter;
  gpointer       place, row;

  if (order->len != self->order->len || order->len <= FIRST || old[FIRST] != 0 ||
      memcmp (old, order->data, FIRST * sizeof (guint32)) != 0)
    return FALSE;

  memcpy (self->order->data, order->data, order->len * sizeof (guint32));
  g_hash_table_iter_init (&iter, self->early);
  while (g_hash_table_iter_next (&iter, &place, &row))
    {
      guint32 number = g_array_index (order, guint32, GPOINTER_TO_UINT (place) - 1);

      dites_row_set_number (row, number, self->rows);
      keep (self, row);
      want (self, number);
    }
  g_hash_table_remove_all (self->early);

  return TRUE;
}

static void push_request (DitesQuery *self,
                          gboolean    order,
                          gboolean    first_only);

static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  GWeakRef *weak = user_data;
  g_autoptr (DitesQuery) self = g_weak_ref_get (weak);
  Request *request = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  g_weak_ref_clear (weak);
  g_free (weak);

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (self != NULL && request->serial == self->cache->latest && request->spec != NULL)
        set_loading (self, FALSE);
      g_debug ("A list was not read: %s", error->message);
      return;
    }
  if (self == NULL || self->store == NULL)
    return;
  if (request->spec == NULL)
    {
      take_rows (self, request->rows);
      return;
    }
  if (request->serial != self->cache->latest)
    return;

  if (!fill_order (self, request->order))
    {
      take_order (self, request->order);
      g_hash_table_remove_all (self->early);
    }
  take_rows (self, request->rows);
  if (self->wanted->len > 0)
    push_request (self, FALSE, FALSE);

  if (request->first_only && request->order->len > FIRST)
    push_request (self, TRUE, FALSE);
  else
    set_loading (self, FALSE);
}

/* Asks the reading thread for the order, or for the rows that are wanted. */
static void
push_request (DitesQuery *self,
              gboolean    order,
              gboolean    first_only)
{
  Request  *request = g_new0 (Request, 1);
  GWeakRef *weak = g_new0 (GWeakRef, 1);
  GTask    *task;

  request->cache = g_atomic_rc_box_acquire (self->cache);
  request->first_only = first_only;
  if (order)
    {
      request->spec = dites_query_spec_copy (self->spec);
      request->serial = g_atomic_int_add (&self->cache->latest, 1) + 1;
      set_loading (self, TRUE);
    }
  request->numbers = g_steal_pointer (&self->wanted);
  self->wanted = g_array_new (FALSE, FALSE, sizeof (guint32));

  g_weak_ref_init (weak, self);
  task = g_task_new (NULL, NULL, answered_cb, weak);
  g_task_set_source_tag (task, push_request);
  g_task_set_priority (task, G_PRIORITY_DEFAULT);
  g_task_set_task_data (task, request, request_free);
  dites_store_push_read (self->store, answer, task);
}

static void
ask (DitesQuery *self)
{
  push_request (self, TRUE, self->order->len == 0 && dites_query_is_plain (self->spec));
}

/* Something was written: the order may be another, and what rows show. */
static void
changed_cb (DitesQuery *self)
{
  GHashTableIter iter;
  gpointer       number, row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &number, &row))
    if (dites_row_is_loaded (row))
      want (self, GPOINTER_TO_UINT (number));

  ask (self);
}

static gboolean
fetch_cb (gpointer user_data)
{
  DitesQuery *self = user_data;

  self->fetch_id = 0;
  if (self->wanted->len > 0)
    push_request (self, FALSE, FALSE);

  return G_SOURCE_REMOVE;
}

static void
fetch_around (DitesQuery *self,
              guint       place)
{
  guint end = MIN (self->order->len, place + AROUND);

  for (guint i = place > AROUND ? place - AROUND : 0; i < end; i++)
    {
      guint32   number = g_array_index (self->order, guint32, i);
      DitesRow *row;

      if (number == 0)
        continue;
      row = g_hash_table_lookup (self->rows, GUINT_TO_POINTER (number));
      if (row != NULL)
        continue;
      row = dites_row_new (number, self->rows);
      keep (self, row);
      g_object_unref (row);
      want (self, number);
    }

  if (self->fetch_id == 0 && self->wanted->len > 0)
    self->fetch_id = g_idle_add_full (G_PRIORITY_DEFAULT, fetch_cb, self, NULL);
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
  if (row == NULL)
    {
      fetch_around (self, position);
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

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
dites_query_init (DitesQuery *self)
{
  self->spec = g_new0 (DitesQuerySpec, 1);
  self->spec->filters = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  self->cache = dites_query_cache_new ();
  self->order = g_array_new (FALSE, TRUE, sizeof (guint32));
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
  ask (self);

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

  ask (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH]);
}

/**
 * dites_query_set_sort:
 * @self: a query
 * @field: (nullable): the name of a field that lists are sorted on; %NULL for the order of the kind
 * @descending: whether the largest comes first
 *
 * Sorts.
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
  ask (self);
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
  ask (self);
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
  ask (self);
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
    ask (self);
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
