/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-query-private.h"

#include <string.h>

#include "dites-query-moves.h"
#include "dites-row-private.h"
#include "dites-store-private.h"

/* How a query learns what it shows: it asks the reading thread, and takes the answer. */

/* What is known at once of a long list, and what is fetched with a new one. */
#define FIRST      256
#define FIRST_ROWS 48

/* How many rows are fetched around one that is asked for, and how many are kept. */
#define AROUND   32
#define MAX_ROWS 512

/* More pieces than this are told as one. */
#define MAX_PIECES 32

/* Beyond this, what moved is not looked for; and in another list, what stays. */
#define MAX_COMPARED      20000
#define MAX_COMPARED_ANEW FIRST

/* A row that was fetched. */
typedef struct
{
  guint32        number;
  char          *title;
  char          *subtitle;
  DitesDocument *document;
} DitesQueryRow;

/* What the reading thread is asked, and its answer. */
typedef struct
{
  DitesQuerySpec  *spec; /* (nullable): rows alone */
  DitesQueryCache *cache;
  int              serial;
  gboolean         first_only;
  GArray          *numbers; /* of guint32: rows to fetch, too */
  DitesQueryOrder *order;
  GArray          *rows;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_clear_pointer (&request->spec, dites_query_spec_free);
  dites_query_cache_free (request->cache);
  g_clear_pointer (&request->numbers, g_array_unref);
  g_clear_pointer (&request->order, dites_query_order_free);
  g_clear_pointer (&request->rows, g_array_unref);
  g_free (request);
}

static void
clear_row (gpointer data)
{
  DitesQueryRow *row = data;

  g_free (row->title);
  g_free (row->subtitle);
  g_clear_object (&row->document);
}

/* What the rows of @numbers show; those that are 0 are left out. */
static GArray *
fetch_rows (DitesReader   *reader,
            const guint32 *numbers,
            guint          n,
            GError       **error)
{
  DitesDatabase *database = dites_reader_get_database (reader);
  sqlite3_stmt  *statement = dites_database_prepare (database, "SELECT title, subtitle, body FROM document WHERE number = ?", error);
  g_autoptr (GArray) rows = g_array_sized_new (FALSE, TRUE, sizeof (DitesQueryRow), n);

  if (statement == NULL)
    return NULL;
  g_array_set_clear_func (rows, clear_row);

  for (guint i = 0; i < n; i++)
    {
      DitesQueryRow row = { .number = numbers[i] };
      int           code;

      if (row.number == 0)
        continue;
      sqlite3_bind_int64 (statement, 1, row.number);
      code = dites_database_step (database, statement, error);
      if (code == SQLITE_DONE)
        continue;
      if (code != SQLITE_ROW)
        return NULL;
      row.title = dites_database_dup_text (statement, 0);
      row.subtitle = dites_database_dup_text (statement, 1);
      /* One that a disk has spoiled keeps its place, so that the others can be seen. */
      row.document = dites_database_read_document (database, statement, 2, NULL);
      if (row.document == NULL)
        row.document = dites_document_new_part ("{}", 2);
      sqlite3_reset (statement);
      g_array_append_val (rows, row);
    }

  return g_steal_pointer (&rows);
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
      /* A list that could not be read is not an empty one. */
      if (request->order == NULL || !dites_reader_is_complete (reader, &error))
        {
          g_task_return_error (task, error);
          return;
        }
      g_array_append_vals (request->numbers, request->order->numbers->data, MIN (request->order->numbers->len, FIRST_ROWS));
    }

  request->rows = fetch_rows (reader, (gpointer) request->numbers->data, request->numbers->len, &error);
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

/**
 * dites_query_find_place:
 * @self: a query
 * @number: a document
 *
 * Private to the store.
 *
 * Returns: its place in the list, or %G_MAXUINT
 */
guint
dites_query_find_place (DitesQuery *self,
                        guint32     number)
{
  const guint32 *numbers = (gpointer) self->order->data;

  for (guint i = 0; i < self->order->len; i++)
    if (numbers[i] == number)
      return i;

  return G_MAXUINT;
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
      else if (!dites_row_shows (row, fetched->title, fetched->subtitle, fetched->document))
        dites_row_load (row, fetched->title, fetched->subtitle, fetched->document);
    }
}

/* Takes @added of @order, from @from, at @place for the @removed ones there, and tells. */
static void
splice (DitesQuery            *self,
        guint                  place,
        guint                  removed,
        const DitesQueryOrder *order,
        guint                  from,
        guint                  added)
{
  if (removed > 0)
    {
      g_array_remove_range (self->order, place, removed);
      g_array_remove_range (self->sections, place, removed);
    }
  if (added > 0)
    {
      g_array_insert_vals (self->order, place, &g_array_index (order->numbers, guint32, from), added);
      g_array_insert_vals (self->sections, place, &g_array_index (order->sections, guint32, from), added);
    }
  self->section_end = 0;

  g_list_model_items_changed (G_LIST_MODEL (self), place, removed, added);
  if (removed != added)
    g_object_notify (G_OBJECT (self), "n-items");
}

/* Sections that begin or end elsewhere now, because rows came or went beside those that stay. */
static void
tell_neighbours (DitesQuery *self,
                 guint       from,
                 guint       to)
{
  guint start, end, unused;

  if (self->labels->len < 2 || self->sections->len == 0)
    return;

  dites_query_get_section (self, from > 0 ? from - 1 : 0, &start, &unused);
  dites_query_get_section (self, MIN (to, self->sections->len - 1), &unused, &end);
  g_signal_emit_by_name (self, "sections-changed", start, end - start);
}

/* Rows that stayed may be in another section; those that came and went were told with it. */
static void
take_sections (DitesQuery            *self,
               const DitesQueryOrder *order)
{
  gsize size = self->sections->len * sizeof (guint32);

  if (size == 0 || memcmp (self->sections->data, order->sections->data, size) == 0)
    return;

  memcpy (self->sections->data, order->sections->data, size);
  self->section_end = 0;
  if (self->labels->len > 1 && self->sections->len > 0)
    g_signal_emit_by_name (self, "sections-changed", 0, self->sections->len);
}

/* Has the @n_new of @order come, from @start on, before the @n_old there go. A view gives the widgets
 * of rows that are pushed out of its sight to those that come; those of rows that go it destroys, and
 * makes others. It holds on to the row at its top, behind which the new ones come to be seen. Meanwhile
 * there are no sections, which would be torn apart; take_sections() tells them. */
static void
replace (DitesQuery            *self,
         guint                  start,
         guint                  n_old,
         const DitesQueryOrder *order,
         guint                  n_new)
{
  g_autoptr (GArray) none = g_array_new (FALSE, TRUE, sizeof (guint32));
  const DitesQueryOrder whole = { .numbers = order->numbers, .sections = none };
  guint                 n_held = start == 0 && n_old > 0 && n_new > 0 ? 1 : 0;

  g_array_set_size (none, self->sections->len);
  take_sections (self, &whole);
  g_array_set_size (none, order->numbers->len);

  if (n_new > 0)
    splice (self, start + n_held, 0, &whole, start, n_new);
  if (n_old > n_held)
    splice (self, start + n_held + n_new, n_old - n_held, &whole, 0, 0);
  if (n_held > 0)
    splice (self, start, n_held, &whole, 0, 0);
}

/* Goes over to another order, and tells what moved. */
static void
take_order (DitesQuery            *self,
            const DitesQueryOrder *order)
{
  const guint32 *old = (gpointer) self->order->data;
  const guint32 *new = (gpointer) order->numbers->data;
  guint n_old = self->order->len;
  guint n_new = order->numbers->len;
  guint start = 0;
  guint tail = 0;
  guint max = self->anew ? MAX_COMPARED_ANEW : MAX_COMPARED;
  g_autoptr (GArray) pieces = NULL;

  while (start < n_old && start < n_new && old[start] == new[start])
    start++;
  while (tail < n_old - start && tail < n_new - start && old[n_old - 1 - tail] == new[n_new - 1 - tail])
    tail++;
  n_old -= start + tail;
  n_new -= start + tail;
  if (n_old == 0 && n_new == 0)
    return;

  if (n_old > 0 && n_new > 0 && n_old <= max && n_new <= max)
    pieces = dites_query_compare (old + start, n_old, new + start, n_new, start, MAX_PIECES);
  if (pieces == NULL)
    {
      if (self->anew)
        {
          replace (self, start, n_old, order, n_new);
          return;
        }
      splice (self, start, n_old, order, start, n_new);
      if (start > 0 || tail > 0)
        tell_neighbours (self, start, start + n_new);
      return;
    }

  for (guint i = 0; i < pieces->len; i++)
    {
      const DitesQueryPiece *piece = &g_array_index (pieces, DitesQueryPiece, i);

      splice (self, piece->at, piece->removed, order, piece->from, piece->added);
    }
  tell_neighbours (self, start, start + n_new);
}

/* Has the sections of an answer named by the labels that are known here, which keep their
 * places: a row that stays stays in its section, whatever comes and goes around it. */
static void
adopt_labels (DitesQuery      *self,
              DitesQueryOrder *order)
{
  g_autofree guint32 *places = g_new0 (guint32, order->labels->len);

  if (order->labels->len == 0)
    return;

  for (guint i = 0; i < order->labels->len; i++)
    {
      gpointer place = g_hash_table_lookup (self->label_places, order->labels->pdata[i]);

      if (place == NULL)
        {
          char *label = g_strdup (order->labels->pdata[i]);

          g_ptr_array_add (self->labels, label);
          place = GUINT_TO_POINTER (self->labels->len - 1);
          g_hash_table_insert (self->label_places, label, place);
        }
      places[i] = GPOINTER_TO_UINT (place);
    }

  for (guint i = 0; i < order->sections->len; i++)
    {
      guint32 *section = &g_array_index (order->sections, guint32, i);

      *section = places[*section];
    }
}

static void
set_loading (DitesQuery *self,
             gboolean    loading)
{
  if (self->loading == loading)
    return;

  self->loading = loading;
  g_object_notify (G_OBJECT (self), "loading");
}

static void
set_error (DitesQuery   *self,
           const GError *error)
{
  if (self->error == NULL && error == NULL)
    return;

  g_clear_error (&self->error);
  if (error != NULL)
    self->error = g_error_copy (error);
  g_object_notify (G_OBJECT (self), "error");
}

/**
 * dites_query_want:
 * @self: a query
 * @number: a document
 *
 * Private to the store: has a row fetched with the next request.
 */
void
dites_query_want (DitesQuery *self,
                  guint32     number)
{
  g_array_append_val (self->wanted, number);
}

/* What a view has taken while it was told of a change is fetched, what it has let go of is not. */
static void
want_taken (DitesQuery *self)
{
  GHashTableIter iter;
  gpointer       number, row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &number, &row))
    if (!dites_row_is_loaded (row))
      dites_query_want (self, GPOINTER_TO_UINT (number));
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
      dites_query_want (self, number);
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
      g_debug ("A list was not read: %s", error->message);
      if (self != NULL && request->serial == self->cache->latest && request->spec != NULL)
        {
          set_error (self, error);
          set_loading (self, FALSE);
        }
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

  set_error (self, NULL);
  adopt_labels (self, request->order);
  if (fill_order (self, request->order->numbers))
    take_rows (self, request->rows);
  else
    {
      take_rows (self, request->rows);
      self->telling = TRUE;
      take_order (self, request->order);
      self->telling = FALSE;
      g_hash_table_remove_all (self->early);
      want_taken (self);
    }
  self->anew = FALSE;
  take_sections (self, request->order);
  if (self->wanted->len > 0)
    push_request (self, FALSE, FALSE);

  if (request->first_only && request->order->numbers->len > FIRST)
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

/**
 * dites_query_ask:
 * @self: a query
 *
 * Private to the store: asks the reading thread for what @self shows.
 */
void
dites_query_ask (DitesQuery *self)
{
  push_request (self, TRUE, self->order->len == 0 && dites_query_is_plain (self->spec));
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

/**
 * dites_query_fetch_around:
 * @self: a query
 * @place: the place of a row that is asked for
 *
 * Private to the store: has that row fetched, and those around it.
 */
void
dites_query_fetch_around (DitesQuery *self,
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
      dites_query_want (self, number);
    }

  if (self->fetch_id == 0 && self->wanted->len > 0)
    self->fetch_id = g_idle_add_full (G_PRIORITY_DEFAULT, fetch_cb, self, NULL);
}
