/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-writer-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dites-error.h"

/* What a change set of the history is. Those of the type CHANGE can be undone, latest first. */
enum
{
  TYPE_CHANGE = 0,
  TYPE_UNDO = 1,
  TYPE_REDO = 2,
};

/* Of a change set of the type CHANGE. */
enum
{
  SET_DONE = 0,
  SET_UNDONE = 1,
  SET_UNDONE_FOR_GOOD = 2, /* something else was done since */
};

static void
clear_item (gpointer data)
{
  DitesWriterItem *item = data;

  g_free (item->id);
  g_clear_object (&item->document);
}

static void
clear_listing (gpointer data)
{
  DitesWriterListing *listing = data;

  g_free (listing->sort);
  g_free (listing->cells);
}

/**
 * dites_writer_new:
 * @database: (transfer full): a writable connection
 * @desk_name: who writes
 *
 * Returns: (transfer full): a writer
 */
DitesWriter *
dites_writer_new (DitesDatabase *database,
                  const char    *desk_name)
{
  DitesWriter *self = g_new0 (DitesWriter, 1);

  self->database = database;
  self->desk_name = g_strdup (desk_name);
  self->items = g_array_new (FALSE, TRUE, sizeof (DitesWriterItem));
  g_array_set_clear_func (self->items, clear_item);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->terms = g_array_new (FALSE, FALSE, sizeof (DitesWriterTerm));
  self->listings = g_array_new (FALSE, FALSE, sizeof (DitesWriterListing));
  g_array_set_clear_func (self->listings, clear_listing);
  self->counts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

/**
 * dites_writer_free:
 * @self: a writer
 *
 * Frees it and closes its connection.
 */
void
dites_writer_free (DitesWriter *self)
{
  dites_database_free (self->database);
  g_free (self->desk_name);
  g_hash_table_unref (self->by_id);
  g_array_unref (self->items);
  g_hash_table_unref (self->titles);
  g_array_unref (self->terms);
  g_array_unref (self->listings);
  g_hash_table_unref (self->counts);
  g_hash_table_unref (self->kinds);
  g_free (self->now);
  g_free (self);
}

/* Forgets what belongs to one transaction; of a large one, also its memory. */
void
dites_writer_reset (DitesWriter *self)
{
  g_hash_table_remove_all (self->by_id);
  g_array_set_size (self->items, 0);
  g_hash_table_remove_all (self->titles);
  g_array_set_size (self->terms, 0);
  g_array_set_size (self->listings, 0);
  g_hash_table_remove_all (self->counts);
  g_hash_table_remove_all (self->kinds);
  g_clear_pointer (&self->now, g_free);
}

static gboolean
begin (DitesWriter *self,
       GError     **error)
{
  dites_writer_reset (self);
  if (!dites_database_begin (self->database, error))
    return FALSE;

  self->now = dites_now_iso ();
  self->first_number = dites_database_get_int (self->database, "SELECT max(number) FROM document", 0) + 1;
  self->next_number = self->first_number;

  return TRUE;
}

/* Ends the transaction one way or the other. */
static gboolean
end (DitesWriter *self,
     gboolean     good,
     GError     **error)
{
  if (good)
    good = dites_database_commit (self->database, error);
  if (!good)
    dites_database_roll_back (self->database);
  dites_writer_reset (self);

  return good;
}

/**
 * dites_writer_tidy:
 * @self: a writer
 *
 * Moves what was written from the log into the file. All of it is on disk
 * already, so this is for after the answer, and may fail.
 */
void
dites_writer_tidy (DitesWriter *self)
{
  sqlite3_wal_checkpoint_v2 (dites_database_get_handle (self->database), NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
}

/**
 * dites_writer_get_database:
 * @self: a writer
 *
 * Returns: its connection
 */
DitesDatabase *
dites_writer_get_database (DitesWriter *self)
{
  return self->database;
}

static gboolean
is_mark (DitesJson name)
{
  return dites_json_string_equal (name, "changed_at") || dites_json_string_equal (name, "changed_by");
}

static gsize
count_members (DitesDocument *document)
{
  gsize n = 0;

  for (gsize i = 0; i < dites_document_get_n_members (document); i++)
    {
      DitesJson name, value;

      dites_document_get_member_at (document, i, &name, &value);
      n += !is_mark (name);
    }

  return n;
}

/* Whether two documents say the same, whoever wrote them, and when. */
static gboolean
is_same (DitesDocument *a,
         DitesDocument *b)
{
  if (count_members (a) != count_members (b))
    return FALSE;

  for (gsize i = 0; i < dites_document_get_n_members (a); i++)
    {
      DitesJson        name, value, other;
      g_autofree char *member = NULL;

      dites_document_get_member_at (a, i, &name, &value);
      if (is_mark (name))
        continue;
      member = dites_json_dup_string (name);
      if (!dites_document_get (b, member, &other) || !dites_json_equal (value, other))
        return FALSE;
    }

  return TRUE;
}

static gboolean
set_conflict (DitesWriter   *self,
              DitesDocument *document,
              const char    *member,
              GError       **error)
{
  const DitesKind  *kind = dites_kind_get (dites_document_get_kind (document));
  const DitesField *field = kind != NULL ? dites_kind_get_field (kind, member) : NULL;
  sqlite3_stmt     *statement;
  g_autofree char  *title = NULL;

  statement = dites_database_prepare (self->database, "SELECT title FROM document WHERE number = ?", NULL);
  if (statement != NULL)
    {
      DitesState state;

      sqlite3_bind_int64 (statement, 1, dites_database_find (self->database, dites_document_get_id (document), &state));
      if (sqlite3_step (statement) == SQLITE_ROW)
        title = g_strdup ((const char *) sqlite3_column_text (statement, 0));
      sqlite3_reset (statement);
    }

  g_set_error (error, DITES_ERROR, DITES_ERROR_CONFLICT,
               /* Translators: the first is the name of a field, the second what a document is called. */
               _("“%s” of “%s” was changed by somebody else in the meantime"),
                 field != NULL ? dites_field_get_label (field) : member,
                 title != NULL ? title : dites_document_get_id (document));

  return FALSE;
}

/* What becomes of @item's document when @document is put, which was made of @base, over @current. */
static gboolean
merge (DitesWriter     *self,
       DitesWriterItem *item,
       DitesDocument   *base,
       DitesDocument   *document,
       DitesDocument   *current,
       GError         **error)
{
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (DitesDocument) merged = NULL;

  if (base != NULL && is_same (base, current))
    {
      if (!is_same (document, current))
        {
          g_set_object (&item->document, document);
          item->stamp = TRUE;
        }
      return TRUE;
    }

  conflicts = g_ptr_array_new_with_free_func (g_free);
  merged = dites_document_merge (base, document, current, conflicts);
  if (conflicts->len > 0)
    return set_conflict (self, current, conflicts->pdata[0], error);

  if (!is_same (merged, current))
    {
      g_set_object (&item->document, merged);
      item->stamp = TRUE;
    }

  return TRUE;
}

static DitesWriterItem *
add_item (DitesWriter *self,
          const char  *id)
{
  DitesWriterItem  item = { .id = g_strdup (id) };
  DitesWriterItem *added;

  g_array_append_val (self->items, item);
  g_hash_table_insert (self->by_id, item.id, GUINT_TO_POINTER (self->items->len));
  added = &g_array_index (self->items, DitesWriterItem, self->items->len - 1);
  added->number = dites_database_find (self->database, id, &added->old_state);
  added->state = added->old_state;
  added->is_new = added->number == 0;

  return added;
}

static gboolean
put (DitesWriter       *self,
     const DitesChange *change,
     GError           **error)
{
  const char      *id = dites_document_get_id (change->document != NULL ? change->document : change->base);
  gpointer         index = g_hash_table_lookup (self->by_id, id);
  DitesWriterItem *item;
  g_autoptr (DitesDocument) current = NULL;

  item = index != NULL ? &g_array_index (self->items, DitesWriterItem, GPOINTER_TO_UINT (index) - 1)
                       : add_item (self, id);

  if (change->document == NULL)
    {
      if (!item->is_new && item->state == DITES_STATE_LIVE)
        item->state = DITES_STATE_TRASHED;
      else if (item->is_new && item->document != NULL)
        item->state = DITES_STATE_TRASHED;
      return TRUE;
    }

  if (item->document != NULL)
    current = g_object_ref (item->document);
  else if (!item->is_new && item->state != DITES_STATE_GONE)
    current = dites_writer_read (self, item->number, error);

  item->state = DITES_STATE_LIVE;
  if (current == NULL)
    {
      g_set_object (&item->document, change->document);
      item->stamp = TRUE;
      return TRUE;
    }

  return merge (self, item, change->base, change->document, current, error);
}

/* Drops the items that change nothing, and numbers the new ones. */
static void
settle (DitesWriter *self)
{
  guint n = 0;

  g_hash_table_remove_all (self->by_id);
  for (guint i = 0; i < self->items->len; i++)
    {
      DitesWriterItem *item = &g_array_index (self->items, DitesWriterItem, i);

      if (item->document == NULL && (item->is_new || item->state == item->old_state))
        {
          g_clear_pointer (&item->id, g_free);
          continue;
        }
      if (item->is_new)
        item->number = self->next_number++;
      if (n != i)
        {
          g_array_index (self->items, DitesWriterItem, n) = *item;
          memset (item, 0, sizeof *item);
        }
      n++;
      g_hash_table_insert (self->by_id, g_array_index (self->items, DitesWriterItem, n - 1).id, GUINT_TO_POINTER (n));
    }
  g_array_set_size (self->items, n);
}

static gint64
write_change_set (DitesWriter *self,
                  int          type,
                  gint64       of,
                  const char  *name,
                  GError     **error)
{
  sqlite3_stmt *statement = dites_database_prepare (self->database,
                                                    "INSERT INTO change_set (type, of, name, at, \"by\", n, state, last, first_number, end_number, sequence)"
                                                    " VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?)",
                                                    error);
  gint64        sequence = dites_database_get_int (self->database, "SELECT max(sequence) FROM change_set", 0) + 1;

  if (statement == NULL)
    return 0;
  sqlite3_bind_int (statement, 1, type);
  sqlite3_bind_int64 (statement, 2, of);
  sqlite3_bind_text (statement, 3, name != NULL ? name : "", -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 4, self->now, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 5, self->desk_name, -1, SQLITE_STATIC);
  sqlite3_bind_int (statement, 6, self->items->len);
  sqlite3_bind_int64 (statement, 7, sequence);
  sqlite3_bind_int64 (statement, 8, self->first_number);
  sqlite3_bind_int64 (statement, 9, self->next_number);
  sqlite3_bind_int64 (statement, 10, sequence);

  return dites_database_run (self->database, statement, error) ? sequence : 0;
}

static gboolean
write_history (DitesWriter     *self,
               gint64           sequence,
               DitesWriterItem *item,
               GError         **error)
{
  sqlite3_stmt *statement;

  if (item->is_new)
    return TRUE;

  statement = item->document != NULL
                ? dites_database_prepare (self->database,
                                          "INSERT INTO change SELECT ?, number, state, body FROM document WHERE number = ?", error)
                : dites_database_prepare (self->database,
                                          "INSERT INTO change SELECT ?, number, state, NULL FROM document WHERE number = ?", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, sequence);
  sqlite3_bind_int64 (statement, 2, item->number);

  return dites_database_run (self->database, statement, error);
}

/* Writes the items as one change set of the history; @sequence is 0 if there was nothing to write. */
static gboolean
write_items (DitesWriter  *self,
             int           type,
             gint64        of,
             const char   *name,
             GCancellable *cancellable,
             gint64       *sequence,
             GError      **error)
{
  *sequence = 0;
  settle (self);
  if (self->items->len == 0)
    return TRUE;

  *sequence = write_change_set (self, type, of, name, error);
  if (*sequence == 0)
    return FALSE;

  for (guint i = 0; i < self->items->len; i++)
    {
      DitesWriterItem *item = &g_array_index (self->items, DitesWriterItem, i);

      if (i % 1024 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!write_history (self, *sequence, item, error) || !dites_writer_write_item (self, item, error))
        return FALSE;
    }

  return dites_writer_flush (self, error) &&
         dites_writer_retitle (self, error) &&
         dites_writer_write_counts (self, error);
}

static gboolean
apply (DitesWriter    *self,
       DitesChangeSet *changes,
       GCancellable   *cancellable,
       GError        **error)
{
  gint64 sequence;

  for (guint i = 0; i < dites_change_set_get_n (changes); i++)
    {
      if (i % 1024 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!put (self, dites_change_set_get_change (changes, i), error))
        return FALSE;
    }

  if (!write_items (self, TYPE_CHANGE, 0, dites_change_set_get_name (changes), cancellable, &sequence, error))
    return FALSE;
  if (sequence == 0)
    return TRUE;

  return dites_database_exec (self->database, "UPDATE change_set SET state = 2 WHERE type = 0 AND state = 1", error);
}

/**
 * dites_writer_apply:
 * @self: a writer
 * @changes: what to write
 * @cancellable: (nullable): stops it, with nothing written
 * @error: return location for an error
 *
 * Writes a change set: all of it, durably, or nothing.
 *
 * Returns: whether it was written
 */
gboolean
dites_writer_apply (DitesWriter    *self,
                    DitesChangeSet *changes,
                    GCancellable   *cancellable,
                    GError        **error)
{
  gboolean good;

  if (!begin (self, error))
    return FALSE;
  good = apply (self, changes, cancellable, error);

  return end (self, good, error);
}

/* The state and text of a document after the change set @sequence: those before its next change, or now. */
static DitesDocument *
read_after (DitesWriter *self,
            gint64       sequence,
            gint64       number,
            DitesState  *state,
            GError     **error)
{
  sqlite3_stmt  *statement = dites_database_prepare (self->database,
                                                     "SELECT state, body FROM change WHERE number = ? AND sequence > ? ORDER BY sequence",
                                                     error);
  DitesDocument *document = NULL;
  gboolean       known = FALSE;
  int            code;

  if (statement == NULL)
    return NULL;

  sqlite3_bind_int64 (statement, 1, number);
  sqlite3_bind_int64 (statement, 2, sequence);
  while (document == NULL && (code = dites_database_step (self->database, statement, error)) == SQLITE_ROW)
    {
      const char *text = (const char *) sqlite3_column_text (statement, 1);

      if (!known)
        *state = sqlite3_column_int (statement, 0);
      known = TRUE;
      if (text != NULL)
        document = dites_document_new_from_checked (text, sqlite3_column_bytes (statement, 1));
    }
  sqlite3_reset (statement);

  if (!known)
    {
      statement = dites_database_prepare (self->database, "SELECT state FROM document WHERE number = ?", error);
      if (statement == NULL)
        return NULL;
      sqlite3_bind_int64 (statement, 1, number);
      if (dites_database_step (self->database, statement, error) == SQLITE_ROW)
        *state = sqlite3_column_int (statement, 0);
      sqlite3_reset (statement);
    }

  return document != NULL ? document : dites_writer_read (self, number, error);
}

/* Takes back what the change set @sequence did to one document. */
static gboolean
take_back (DitesWriter   *self,
           gint64         sequence,
           const char    *id,
           gint64         number,
           DitesState     before_state,
           DitesDocument *before,
           GError       **error)
{
  DitesWriterItem *item = add_item (self, id);
  DitesState       after_state = item->old_state;
  g_autoptr (DitesDocument) after = read_after (self, sequence, number, &after_state, error);
  g_autoptr (DitesDocument) current = after != NULL ? dites_writer_read (self, number, error) : NULL;

  if (current == NULL)
    return FALSE;

  if (before_state != after_state)
    item->state = before_state;

  /* What did not exist cannot be gone back to under somebody else's work. */
  if (before_state == DITES_STATE_GONE && before == NULL && !is_same (after, current))
    return set_conflict (self, current, "_id", error);
  if (before == NULL)
    return TRUE;
  if (!is_same (after, current))
    return merge (self, item, after, before, current, error);

  if (!dites_document_equal (before, current))
    g_set_object (&item->document, before);

  return TRUE;
}

static gboolean
take_back_changes (DitesWriter *self,
                   gint64       sequence,
                   GError     **error)
{
  sqlite3_stmt *statement = dites_database_prepare (self->database,
                                                    "SELECT d.id, c.number, c.state, c.body FROM change c JOIN document d USING (number)"
                                                    " WHERE c.sequence = ? ORDER BY c.number",
                                                    error);
  int           code;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, sequence);
  while ((code = dites_database_step (self->database, statement, error)) == SQLITE_ROW)
    {
      const char *text = (const char *) sqlite3_column_text (statement, 3);
      g_autoptr (DitesDocument) before = NULL;

      if (text != NULL)
        before = dites_document_new_from_checked (text, sqlite3_column_bytes (statement, 3));
      if (!take_back (self, sequence, (const char *) sqlite3_column_text (statement, 0),
                      sqlite3_column_int64 (statement, 1), sqlite3_column_int (statement, 2), before, error))
        {
          sqlite3_reset (statement);
          return FALSE;
        }
    }

  return code == SQLITE_DONE;
}

static gboolean
take_back_new (DitesWriter *self,
               gint64       sequence,
               GError     **error)
{
  sqlite3_stmt *statement = dites_database_prepare (self->database,
                                                    "SELECT d.id, d.number FROM change_set s JOIN document d"
                                                    " ON d.number >= s.first_number AND d.number < s.end_number"
                                                    " WHERE s.sequence = ?",
                                                    error);
  int           code;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, sequence);
  while ((code = dites_database_step (self->database, statement, error)) == SQLITE_ROW)
    if (!take_back (self, sequence, (const char *) sqlite3_column_text (statement, 0),
                    sqlite3_column_int64 (statement, 1), DITES_STATE_GONE, NULL, error))
      {
        sqlite3_reset (statement);
        return FALSE;
      }

  return code == SQLITE_DONE;
}

static gboolean
mark_set (DitesWriter *self,
          gint64       sequence,
          int          state,
          gint64       last,
          GError     **error)
{
  sqlite3_stmt *statement = dites_database_prepare (self->database,
                                                    "UPDATE change_set SET state = ?, last = ? WHERE sequence = ?", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int (statement, 1, state);
  sqlite3_bind_int64 (statement, 2, last);
  sqlite3_bind_int64 (statement, 3, sequence);

  return dites_database_run (self->database, statement, error);
}

/* Finds the change set to take back or to do again, and the last one that did so. */
static char *
find_set (DitesWriter *self,
          const char  *sql,
          gint64       of,
          gint64      *sequence,
          gint64      *last,
          GError     **error)
{
  sqlite3_stmt *statement = dites_database_prepare (self->database, sql, error);
  char         *name = NULL;

  if (statement == NULL)
    return NULL;
  if (of != 0)
    sqlite3_bind_int64 (statement, 1, of);
  if (dites_database_step (self->database, statement, error) == SQLITE_ROW)
    {
      *sequence = sqlite3_column_int64 (statement, 0);
      *last = sqlite3_column_int64 (statement, 1);
      name = g_strdup ((const char *) sqlite3_column_text (statement, 2));
      sqlite3_reset (statement);
    }

  return name;
}

static char *
step (DitesWriter *self,
      int          type,
      GError     **error)
{
  gint64           sequence, last, written;
  g_autofree char *name = NULL;
  g_autoptr (GError) local_error = NULL;

  if (type == TYPE_UNDO)
    name = find_set (self, "SELECT sequence, last, name FROM change_set WHERE type = 0 AND state = 0 ORDER BY sequence DESC LIMIT 1",
                     0, &sequence, &last, &local_error);
  else
    name = find_set (self, "SELECT sequence, last, name FROM change_set WHERE type = 0 AND state = 1 ORDER BY sequence LIMIT 1",
                     0, &sequence, &last, &local_error);

  if (name == NULL)
    {
      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      else
        g_set_error_literal (error, DITES_ERROR, DITES_ERROR_NOTHING,
                             type == TYPE_UNDO ? _("There is nothing to undo") : _("There is nothing to redo"));
      return NULL;
    }

  if (!take_back_changes (self, last, error) || !take_back_new (self, last, error) ||
      !write_items (self, type, sequence, name, NULL, &written, error) ||
      !mark_set (self, sequence, type == TYPE_UNDO ? SET_UNDONE : SET_DONE, written != 0 ? written : last, error))
    return NULL;

  return g_steal_pointer (&name);
}

/**
 * dites_writer_undo:
 * @self: a writer
 * @error: return location for an error
 *
 * Takes back the latest change set that stands.
 *
 * Returns: (transfer full) (nullable): its name
 */
char *
dites_writer_undo (DitesWriter *self,
                   GError     **error)
{
  g_autofree char *name = NULL;

  if (!begin (self, error))
    return NULL;
  name = step (self, TYPE_UNDO, error);

  return end (self, name != NULL, error) ? g_steal_pointer (&name) : NULL;
}

/**
 * dites_writer_redo:
 * @self: a writer
 * @error: return location for an error
 *
 * Does the change set again that was taken back last.
 *
 * Returns: (transfer full) (nullable): its name
 */
char *
dites_writer_redo (DitesWriter *self,
                   GError     **error)
{
  g_autofree char *name = NULL;

  if (!begin (self, error))
    return NULL;
  name = step (self, TYPE_REDO, error);

  return end (self, name != NULL, error) ? g_steal_pointer (&name) : NULL;
}

static char *
revert (DitesWriter *self,
        gint64       sequence,
        GError     **error)
{
  gint64           found, last, written;
  g_autofree char *name = NULL;
  g_autoptr (GError) local_error = NULL;

  name = find_set (self, "SELECT sequence, last, name FROM change_set WHERE sequence = ? AND type = 0 AND state = 0",
                   sequence, &found, &last, &local_error);
  if (name == NULL)
    {
      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      else
        g_set_error_literal (error, DITES_ERROR, DITES_ERROR_NOTHING, _("There is nothing to undo"));
      return NULL;
    }

  if (!take_back_changes (self, last, error) || !take_back_new (self, last, error) ||
      !write_items (self, TYPE_CHANGE, sequence, name, NULL, &written, error) ||
      !dites_database_exec (self->database, "UPDATE change_set SET state = 2 WHERE type = 0 AND state = 1", error))
    return NULL;

  return g_steal_pointer (&name);
}

/**
 * dites_writer_revert:
 * @self: a writer
 * @sequence: a change set of the history
 * @error: return location for an error
 *
 * Takes back one change set, whatever was done since: field by field, and not
 * at all when somebody has changed the same since. This is a change set too.
 *
 * Returns: (transfer full) (nullable): its name
 */
char *
dites_writer_revert (DitesWriter *self,
                     gint64       sequence,
                     GError     **error)
{
  g_autofree char *name = NULL;

  if (!begin (self, error))
    return NULL;
  name = revert (self, sequence, error);

  return end (self, name != NULL, error) ? g_steal_pointer (&name) : NULL;
}

static gboolean
needs_rebuild (DitesWriter *self,
               const char  *signature)
{
  sqlite3_stmt *statement = dites_database_prepare (self->database, "SELECT value FROM setting WHERE name = 'signature'", NULL);
  gboolean      needs = TRUE;

  if (statement == NULL)
    return FALSE;
  if (sqlite3_step (statement) == SQLITE_ROW)
    needs = g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), signature) != 0;
  sqlite3_reset (statement);

  return needs;
}

/* Titles follow from titles, so all of them are made before what is made of them. */
static gboolean
rebuild_rows (DitesWriter *self,
              int         *stop,
              GError     **error)
{
  gint64 last = self->first_number - 1;

  for (gint64 number = 1; number <= last; number++)
    {
      sqlite3_stmt    *statement = dites_database_prepare (self->database, "SELECT id, state FROM document WHERE number = ?", error);
      DitesWriterItem *item;
      DitesWriterItem  row = { .number = number };
      gboolean         good;

      if (g_atomic_int_get (stop))
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("The operation was cancelled"));
          return FALSE;
        }
      if (statement == NULL)
        return FALSE;
      sqlite3_bind_int64 (statement, 1, number);
      if (dites_database_step (self->database, statement, error) != SQLITE_ROW)
        continue;
      row.id = g_strdup ((const char *) sqlite3_column_text (statement, 0));
      row.state = sqlite3_column_int (statement, 1);
      sqlite3_reset (statement);

      item = &row;
      good = row.state == DITES_STATE_GONE || dites_writer_write_item (self, item, error);
      if (good && item->retitled)
        g_array_append_val (self->items, row);
      else
        g_free (row.id);
      if (!good)
        return FALSE;
    }

  return dites_writer_flush (self, error);
}

/**
 * dites_writer_rebuild:
 * @self: a writer
 * @stop: (atomic): not 0 when it shall stop, with nothing changed
 * @rebuilt: (out): whether anything had to be done
 * @error: return location for an error
 *
 * Works out anew what is stored beside the documents, if the tables of the
 * kinds or the language are not those it was worked out with.
 *
 * Returns: whether all is as it should be
 */
gboolean
dites_writer_rebuild (DitesWriter *self,
                      int         *stop,
                      gboolean    *rebuilt,
                      GError     **error)
{
  g_autofree char *signature = dites_index_signature ();
  sqlite3_stmt    *statement;
  gboolean         good;

  *rebuilt = FALSE;
  if (!needs_rebuild (self, signature))
    return TRUE;
  if (!begin (self, error))
    return FALSE;

  *rebuilt = self->first_number > 1;
  good = rebuild_rows (self, stop, error);
  if (good)
    {
      /* Rows that were made before the titles they name are made once more. */
      good = dites_writer_retitle (self, error) && dites_writer_write_counts (self, error);
    }
  if (good)
    {
      statement = dites_database_prepare (self->database, "INSERT OR REPLACE INTO setting VALUES ('signature', ?)", error);
      good = statement != NULL;
      if (good)
        {
          sqlite3_bind_text (statement, 1, signature, -1, SQLITE_STATIC);
          good = dites_database_run (self->database, statement, error);
        }
    }

  return end (self, good, error);
}
