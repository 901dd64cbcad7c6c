/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-reader-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dites-error.h"
#include "dites-index.h"
#include "dites-search.h"

struct _DitesReader
{
  DitesDatabase *database;

  /* What was found last: a row of a list asks for the same with one key after the other. */
  gint64         found_number;
  DitesDocument *found;
  GPtrArray     *found_keys;
};

/**
 * dites_photo_free:
 * @photo: (nullable): a photo's description
 *
 * Frees it.
 */
void
dites_photo_free (DitesPhoto *photo)
{
  if (photo == NULL)
    return;

  g_free (photo->sha256);
  g_free (photo->type);
  g_free (photo);
}

static void
forget_found (DitesReader *self)
{
  self->found_number = 0;
  g_clear_object (&self->found);
  g_clear_pointer (&self->found_keys, g_ptr_array_unref);
}

/**
 * dites_reader_new:
 * @path: the file
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): a reader that sees the file as it is now
 */
DitesReader *
dites_reader_new (const char *path,
                  GError    **error)
{
  g_autoptr (DitesReader) self = g_new0 (DitesReader, 1);

  self->database = dites_database_open (path, FALSE, error);
  if (self->database == NULL || !dites_reader_refresh (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * dites_reader_free:
 * @self: (nullable): a reader
 *
 * Closes its connection.
 */
void
dites_reader_free (DitesReader *self)
{
  if (self == NULL)
    return;

  forget_found (self);
  g_clear_pointer (&self->database, dites_database_free);
  g_free (self);
}

/**
 * dites_reader_get_database:
 * @self: a reader
 *
 * Returns: its connection
 */
DitesDatabase *
dites_reader_get_database (DitesReader *self)
{
  return self->database;
}

/**
 * dites_reader_refresh:
 * @self: a reader
 * @error: return location for an error
 *
 * Sees from now on the store as it is now.
 *
 * Returns: whether it could be read; otherwise @error is %DITES_ERROR_STORAGE or %DITES_ERROR_DAMAGED
 */
gboolean
dites_reader_refresh (DitesReader *self,
                      GError     **error)
{
  sqlite3_stmt *statement;
  gboolean      good;

  forget_found (self);
  dites_database_forget_failure (self->database);
  dites_database_roll_back (self->database);
  if (!dites_database_exec (self->database, "BEGIN", error))
    return FALSE;

  /* It is the first read that fixes what is seen. */
  statement = dites_database_prepare (self->database, "SELECT max(sequence) FROM change_set", error);
  if (statement == NULL)
    return FALSE;
  good = dites_database_step (self->database, statement, error) == SQLITE_ROW;
  sqlite3_reset (statement);

  return good;
}

/**
 * dites_reader_is_complete:
 * @self: a reader
 * @error: return location for an error
 *
 * Some of what a reader is asked, like a title or a number, has no way to say that it
 * could not be read, and is then answered as if there was none. Who draws a conclusion
 * from such answers asks this before it counts.
 *
 * Returns: whether all could be read that was asked since @self was made, or since the
 *   last dites_reader_refresh(); otherwise @error is the first that could not
 */
gboolean
dites_reader_is_complete (DitesReader *self,
                          GError     **error)
{
  return dites_database_check_failure (self->database, error);
}

/* Private to the store. */
void
dites_reader_set_not_found (const char *id,
                            GError    **error)
{
  g_set_error (error, DITES_ERROR, DITES_ERROR_NOT_FOUND,
               /* Translators: %s is the identifier of a document. */
               _("There is no document “%s”"), id);
}

/**
 * dites_reader_get:
 * @self: a reader
 * @id: an id
 * @error: return location for an error
 *
 * Reads a document, also one in the trash.
 *
 * Returns: (transfer full) (nullable): the document, or %NULL with @error set
 *   to %DITES_ERROR_NOT_FOUND, %DITES_ERROR_STORAGE or %DITES_ERROR_DAMAGED
 */
DitesDocument *
dites_reader_get (DitesReader *self,
                  const char  *id,
                  GError     **error)
{
  DitesState     state;
  gint64         number;
  sqlite3_stmt  *statement;
  DitesDocument *document = NULL;
  int            code;

  if (!dites_database_find (self->database, id, &number, &state, error))
    return NULL;
  if (number == 0 || state == DITES_STATE_GONE)
    {
      dites_reader_set_not_found (id, error);
      return NULL;
    }

  statement = dites_database_prepare (self->database, "SELECT body FROM document WHERE number = ?", error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, number);
  code = dites_database_step (self->database, statement, error);
  if (code == SQLITE_DONE)
    dites_database_set_damaged (self->database, error);
  if (code != SQLITE_ROW)
    return NULL;
  document = dites_database_read_document (self->database, statement, 0, error);
  sqlite3_reset (statement);

  return document;
}

/**
 * dites_reader_get_readable:
 * @self: a reader
 * @id: an id
 * @document: (out) (nullable) (transfer full): the document, or %NULL if it is damaged
 * @damaged: (element-type utf8): gets the title of a document that is damaged, which must
 *   be told to whoever asked
 * @error: return location for an error
 *
 * As dites_reader_get(), but a document that is damaged is no error, and does not count for
 * dites_reader_is_complete().
 *
 * Returns: whether nothing else went wrong
 */
gboolean
dites_reader_get_readable (DitesReader    *self,
                           const char     *id,
                           DitesDocument **document,
                           GPtrArray      *damaged,
                           GError        **error)
{
  gboolean whole = dites_reader_is_complete (self, NULL);
  g_autoptr (GError) failure = NULL;
  char *title;

  *document = dites_reader_get (self, id, &failure);
  if (*document != NULL)
    return TRUE;
  if (!g_error_matches (failure, DITES_ERROR, DITES_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  title = dites_reader_title_of (id, self);
  g_ptr_array_add (damaged, title != NULL ? title : g_strdup (id));
  if (whole)
    dites_database_forget_failure (self->database);

  return TRUE;
}

/**
 * dites_reader_is_trashed:
 * @self: a reader
 * @id: an id
 *
 * Returns: whether the document waits in the trash; see dites_reader_is_complete()
 */
gboolean
dites_reader_is_trashed (DitesReader *self,
                         const char  *id)
{
  DitesState state;
  gint64     number;

  return dites_database_find (self->database, id, &number, &state, NULL) && number != 0 && state == DITES_STATE_TRASHED;
}

/**
 * dites_reader_count:
 * @self: a reader
 * @kind: the name of a kind
 * @trashed: whether those in the trash are meant
 *
 * Returns: how many documents of the kind there are, which costs the same for any number;
 *   see dites_reader_is_complete()
 */
guint
dites_reader_count (DitesReader *self,
                    const char  *kind,
                    gboolean     trashed)
{
  sqlite3_stmt *statement = dites_database_prepare (self->database, "SELECT live, trashed FROM kind WHERE name = ?", NULL);
  guint         n = 0;

  if (statement == NULL)
    return 0;
  sqlite3_bind_text (statement, 1, kind, -1, SQLITE_STATIC);
  if (dites_database_step (self->database, statement, NULL) == SQLITE_ROW)
    n = sqlite3_column_int64 (statement, trashed ? 1 : 0);
  sqlite3_reset (statement);

  return n;
}

/* Reads a document, with the keys that identify it. */
static gboolean
read_found (DitesReader  *self,
            gint64        number,
            sqlite3_stmt *statement,
            int           column,
            GError      **error)
{
  const DitesKind *kind;

  if (self->found != NULL && self->found_number == number)
    return TRUE;

  forget_found (self);
  self->found = dites_database_read_document (self->database, statement, column, error);
  if (self->found == NULL)
    return FALSE;
  self->found_number = number;
  self->found_keys = g_ptr_array_new_with_free_func (g_free);
  kind = dites_kind_get (dites_document_get_kind (self->found));
  if (kind != NULL)
    dites_kind_identify (kind, self->found, self->found_keys);

  return TRUE;
}

/**
 * dites_reader_find:
 * @self: a reader
 * @kind: the name of a kind
 * @key: a key of dites_kind_identify()
 * @error: return location for an error
 *
 * Finds the documents that a key identifies; those in the trash are not found.
 *
 * Returns: (transfer container) (element-type DitesDocument) (nullable): the documents, perhaps none
 */
GPtrArray *
dites_reader_find (DitesReader *self,
                   const char  *kind,
                   const char  *key,
                   GError     **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  sqlite3_stmt *statement = dites_database_prepare (self->database,
                                                    "SELECT number, d.body FROM term t JOIN document d USING (number)"
                                                    " WHERE t.hash = ? AND d.state = 0 ORDER BY number",
                                                    error);
  int           code;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, dites_hash ('k', kind, key));
  while ((code = dites_database_step (self->database, statement, error)) == SQLITE_ROW)
    {
      if (!read_found (self, sqlite3_column_int64 (statement, 0), statement, 1, error))
        {
          sqlite3_reset (statement);
          return NULL;
        }
      if (g_strcmp0 (dites_document_get_kind (self->found), kind) == 0 &&
          g_ptr_array_find_with_equal_func (self->found_keys, key, g_str_equal, NULL))
        g_ptr_array_add (found, g_object_ref (self->found));
    }

  return code == SQLITE_DONE ? g_steal_pointer (&found) : NULL;
}

/**
 * dites_reader_refer_to:
 * @self: a reader
 * @kind: (nullable): the kind of the documents that refer; %NULL for any
 * @field: (nullable): the field that refers, a reference or one with parts; %NULL for any
 * @id: the id they refer to
 * @error: return location for an error
 *
 * Finds the documents that refer to another; those in the trash are not found.
 *
 * Returns: (transfer container) (element-type DitesDocument) (nullable): the documents, perhaps none
 */
GPtrArray *
dites_reader_refer_to (DitesReader *self,
                       const char  *kind,
                       const char  *field,
                       const char  *id,
                       GError     **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  sqlite3_stmt *statement = dites_database_prepare (self->database,
                                                    "SELECT d.body FROM term t JOIN document d USING (number)"
                                                    " WHERE t.hash = ? AND d.state = 0 ORDER BY d.kind, d.sort, number",
                                                    error);
  int           code;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, dites_hash ('r', NULL, id));
  while ((code = dites_database_step (self->database, statement, error)) == SQLITE_ROW)
    {
      g_autoptr (DitesDocument) document = dites_database_read_document (self->database, statement, 0, error);

      if (document == NULL)
        {
          sqlite3_reset (statement);
          return NULL;
        }
      if ((kind == NULL || strcmp (dites_document_get_kind (document), kind) == 0) &&
          dites_index_refers (document, field, id))
        g_ptr_array_add (found, g_steal_pointer (&document));
    }

  return code == SQLITE_DONE ? g_steal_pointer (&found) : NULL;
}

/**
 * dites_reader_find_clashes:
 * @self: a reader
 * @document: a document, stored or not
 * @error: return location for an error
 *
 * Finds why @document cannot stand beside others, as its kind's clash() says.
 *
 * Returns: (transfer container) (element-type DitesProblem) (nullable): the problems, perhaps none
 */
GPtrArray *
dites_reader_find_clashes (DitesReader   *self,
                           DitesDocument *document,
                           GError       **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) dites_problem_free);
  g_autoptr (GPtrArray) others = NULL;
  const DitesKind *kind = dites_kind_get (dites_document_get_kind (document));
  g_autofree char *value = NULL;

  if (kind == NULL || kind->clash == NULL || kind->clash_field == NULL)
    return g_steal_pointer (&problems);
  value = dites_document_dup_string (document, kind->clash_field);
  if (value == NULL || *value == '\0')
    return g_steal_pointer (&problems);

  others = dites_reader_refer_to (self, kind->name, kind->clash_field, value, error);
  if (others == NULL)
    return NULL;

  for (guint i = 0; i < others->len; i++)
    {
      DitesDocument   *other = others->pdata[i];
      g_autofree char *message = NULL;

      if (strcmp (dites_document_get_id (other), dites_document_get_id (document)) == 0)
        continue;
      message = kind->clash (document, other);
      if (message != NULL)
        dites_problem_add (problems, kind->clash_field, DITES_SEVERITY_ERROR, "%s", message);
    }

  return g_steal_pointer (&problems);
}

/* Reads the documents of a kind; one that is damaged ends it, unless its title can be put into @damaged. */
static gboolean
read_kind (DitesReader      *self,
           const char       *kind,
           const char       *search,
           DitesDocumentFunc func,
           gpointer          user_data,
           GPtrArray        *damaged,
           GError          **error)
{
  g_autofree char *expression = dites_search_expression (search);
  gboolean         whole = dites_reader_is_complete (self, NULL);
  sqlite3_stmt    *statement;
  int              code;

  statement = expression == NULL
                ? dites_database_prepare (self->database,
                                          "SELECT d.body, d.title FROM listing l JOIN document d USING (number)"
                                          " WHERE l.kind = (SELECT number FROM kind WHERE name = ?) AND l.state = 0"
                                          " ORDER BY l.sort, l.number",
                                          error)
                : dites_database_prepare (self->database,
                                          "SELECT body, title FROM document WHERE number IN (SELECT rowid FROM search WHERE search MATCH ?2)"
                                          " AND kind = (SELECT number FROM kind WHERE name = ?1) AND state = 0"
                                          " ORDER BY sort, number",
                                          error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, kind, -1, SQLITE_TRANSIENT);
  if (expression != NULL)
    sqlite3_bind_text (statement, 2, expression, -1, SQLITE_TRANSIENT);
  while ((code = dites_database_step (self->database, statement, error)) == SQLITE_ROW)
    {
      g_autoptr (DitesDocument) document = dites_database_read_document (self->database, statement, 0, damaged != NULL ? NULL : error);

      if (document == NULL && damaged != NULL)
        {
          g_ptr_array_add (damaged, dites_database_dup_text (statement, 1));
          if (whole)
            dites_database_forget_failure (self->database);
          continue;
        }
      if (document == NULL || !func (document, user_data))
        {
          sqlite3_reset (statement);
          return document != NULL;
        }
    }

  return code == SQLITE_DONE;
}

/**
 * dites_reader_foreach:
 * @self: a reader
 * @kind: the name of a kind
 * @search: (nullable): words that the documents must hold, the beginnings of words
 * @func: (scope call): called with each document, in the order of the list
 * @user_data: data for @func
 * @error: return location for an error
 *
 * Reads the documents of a kind one by one; those in the trash are left out.
 *
 * Returns: whether they were read, all or as far as @func wanted
 */
gboolean
dites_reader_foreach (DitesReader      *self,
                      const char       *kind,
                      const char       *search,
                      DitesDocumentFunc func,
                      gpointer          user_data,
                      GError          **error)
{
  return read_kind (self, kind, search, func, user_data, NULL, error);
}

/**
 * dites_reader_foreach_readable:
 * @self: a reader
 * @kind: the name of a kind
 * @search: (nullable): words that the documents must hold, the beginnings of words
 * @func: (scope call): called with each document, in the order of the list
 * @user_data: data for @func
 * @damaged: (element-type utf8): gets the titles of those that are damaged, which must
 *   be told to whoever asked
 * @error: return location for an error
 *
 * As dites_reader_foreach(), but a document that is damaged keeps nobody from the others,
 * and does not count for dites_reader_is_complete().
 *
 * Returns: whether the others were read, all or as far as @func wanted
 */
gboolean
dites_reader_foreach_readable (DitesReader      *self,
                               const char       *kind,
                               const char       *search,
                               DitesDocumentFunc func,
                               gpointer          user_data,
                               GPtrArray        *damaged,
                               GError          **error)
{
  g_return_val_if_fail (damaged != NULL, FALSE);

  return read_kind (self, kind, search, func, user_data, damaged, error);
}

/**
 * dites_reader_title_of:
 * @id: the id of a document
 * @reader: a #DitesReader
 *
 * A #DitesTitleFunc.
 *
 * Returns: (transfer full) (nullable): what the document is called; see dites_reader_is_complete()
 */
char *
dites_reader_title_of (const char *id,
                       gpointer    reader)
{
  DitesReader  *self = reader;
  DitesState    state;
  gint64        number;
  sqlite3_stmt *statement;
  char         *title = NULL;

  if (!dites_database_find (self->database, id, &number, &state, NULL) || number == 0 || state == DITES_STATE_GONE)
    return NULL;
  statement = dites_database_prepare (self->database, "SELECT title FROM document WHERE number = ?", NULL);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, number);
  if (dites_database_step (self->database, statement, NULL) == SQLITE_ROW)
    title = dites_database_dup_text (statement, 0);
  sqlite3_reset (statement);

  return title;
}

/**
 * dites_reader_load_photo:
 * @self: a reader
 * @sha256: what names the photo
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): its bytes, as they were added, or %NULL with @error set to
 *   %DITES_ERROR_NOT_FOUND, or to %DITES_ERROR_DAMAGED where the disk has spoiled them
 */
GBytes *
dites_reader_load_photo (DitesReader *self,
                         const char  *sha256,
                         GError     **error)
{
  sqlite3_stmt *statement = dites_database_prepare (self->database, "SELECT bytes FROM photo WHERE sha256 = ?", error);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *sum = NULL;
  int              code;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, sha256, -1, SQLITE_TRANSIENT);
  code = dites_database_step (self->database, statement, error);
  if (code != SQLITE_ROW)
    {
      if (code == SQLITE_DONE)
        g_set_error_literal (error, DITES_ERROR, DITES_ERROR_NOT_FOUND, _("This photo is missing"));
      return NULL;
    }

  bytes = g_bytes_new (sqlite3_column_blob (statement, 0), sqlite3_column_bytes (statement, 0));
  sqlite3_reset (statement);
  sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (strcmp (sum, sha256) != 0)
    {
      g_set_error_literal (error, DITES_ERROR, DITES_ERROR_DAMAGED, _("This photo is damaged"));
      return NULL;
    }

  return g_steal_pointer (&bytes);
}

/**
 * dites_reader_photo_of:
 * @sha256: what names the photo
 * @reader: a #DitesReader
 * @error: return location for an error
 *
 * For who is handed a function: dites_reader_load_photo().
 *
 * Returns: (transfer full) (nullable): its bytes, or %NULL with @error set
 */
GBytes *
dites_reader_photo_of (const char *sha256,
                       gpointer    reader,
                       GError    **error)
{
  return dites_reader_load_photo (reader, sha256, error);
}

/**
 * dites_reader_get_sequence:
 * @self: a reader
 *
 * Returns: the number of the latest change set it sees; 0 if there is none;
 *   see dites_reader_is_complete()
 */
gint64
dites_reader_get_sequence (DitesReader *self)
{
  gint64 sequence;

  dites_database_get_int (self->database, "SELECT max(sequence) FROM change_set", &sequence, NULL);

  return sequence;
}
