/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-store-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dites-index.h"
#include "dites-kind.h"

/* A report longer than this says the same all over. */
#define MAX_PROBLEMS 1000

typedef struct
{
  DitesDatabase *database;
  GPtrArray     *problems;
  const char    *title; /* of the document that is looked at */
} Check;

static void
check_reference (gpointer id,
                 gpointer user_data)
{
  Check     *check = user_data;
  DitesState state;
  gint64     number;

  if (*(const char *) id == '\0' || check->problems->len >= MAX_PROBLEMS)
    return;
  if (dites_database_find (check->database, id, &number, &state, NULL) && (number == 0 || state != DITES_STATE_LIVE))
    dites_problem_add (check->problems, NULL, DITES_SEVERITY_NOTICE,
                       /* Translators: %s is what a document is called. */
                       _("“%s” refers to a document that is not there any more"), check->title);
}

/* Looks at the photo as a whole: its name says what it has to be. */
static void
check_photo (Check      *check,
             const char *field,
             const char *sha256)
{
  sqlite3_stmt *statement = dites_database_prepare (check->database, "SELECT bytes FROM photo WHERE sha256 = ?", NULL);
  int           code;

  if (statement == NULL)
    return;
  sqlite3_bind_text (statement, 1, sha256, -1, SQLITE_TRANSIENT);
  code = dites_database_step (check->database, statement, NULL);
  if (code == SQLITE_DONE)
    dites_problem_add (check->problems, field, DITES_SEVERITY_WARNING, _("A photo of “%s” is missing"), check->title);
  else if (code == SQLITE_ROW)
    {
      g_autofree char *sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, sqlite3_column_blob (statement, 0),
                                                          sqlite3_column_bytes (statement, 0));

      if (strcmp (sum, sha256) != 0)
        dites_problem_add (check->problems, field, DITES_SEVERITY_ERROR,
                           /* Translators: %s is what a document is called. */
                           _("A photo of “%s” is damaged"), check->title);
    }
  sqlite3_reset (statement);
}

static void
check_photos (Check           *check,
              const DitesKind *kind,
              DitesDocument   *document)
{
  for (const DitesField *field = kind->fields; field->name != NULL; field++)
    {
      DitesJsonIter iter;
      DitesJson     value, part, name;

      if (field->type != DITES_FIELD_PHOTOS || !dites_document_get (document, field->name, &value) ||
          dites_json_get_type (value) != DITES_JSON_ARRAY)
        continue;

      dites_json_iter_init (&iter, value);
      while (dites_json_iter_next (&iter, NULL, &part))
        {
          g_autofree char *sha256 = NULL;

          if (dites_json_get_type (part) == DITES_JSON_OBJECT && dites_json_get_member (part, "sha256", &name))
            sha256 = dites_json_dup_string (name);
          if (check->problems->len < MAX_PROBLEMS)
            check_photo (check, field->name, sha256 != NULL ? sha256 : "");
        }
    }
}

static void
check_document (Check      *check,
                const char *text,
                gsize       length)
{
  g_autoptr (DitesDocument) document = dites_document_new_from_text (text, length, NULL);
  const DitesKind *kind;

  if (document == NULL)
    {
      dites_problem_add (check->problems, NULL, DITES_SEVERITY_ERROR, _("“%s” cannot be read"), check->title);
      return;
    }

  kind = dites_kind_get (dites_document_get_kind (document));
  if (kind == NULL)
    return;
  dites_index_references (kind->fields, document, check_reference, check);
  check_photos (check, kind, document);
}

static void
check_file (Check      *check,
            const char *sql,
            const char *message)
{
  sqlite3_stmt *statement = dites_database_prepare (check->database, sql, NULL);
  gboolean      good = FALSE;

  if (statement != NULL)
    {
      int code = dites_database_step (check->database, statement, NULL);

      good = code == SQLITE_ROW && g_strcmp0 (dites_database_get_text (statement, 0), "ok") == 0;
      sqlite3_reset (statement);
    }
  if (!good)
    dites_problem_add (check->problems, NULL, DITES_SEVERITY_ERROR, "%s", message);
}

/* The reading thread: what was found, perhaps nothing. */
static GPtrArray *
look_through (DitesDatabase *database,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) dites_problem_free);
  Check         check = { database, problems, NULL };
  sqlite3_stmt *statement;
  int           code = SQLITE_DONE;

  check_file (&check, "PRAGMA integrity_check(1)", _("The data file is damaged"));

  statement = dites_database_prepare (database, "SELECT title, body FROM document WHERE state = 0 ORDER BY number", error);
  if (statement == NULL)
    return NULL;
  while (problems->len < MAX_PROBLEMS && (code = dites_database_step (database, statement, error)) == SQLITE_ROW)
    {
      g_autofree char *title = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          sqlite3_reset (statement);
          return NULL;
        }
      check.title = title = dites_database_dup_text (statement, 0);
      check_document (&check, dites_database_get_text (statement, 1), sqlite3_column_bytes (statement, 1));
    }
  sqlite3_reset (statement);

  return code == SQLITE_DONE || code == SQLITE_ROW ? g_steal_pointer (&problems) : NULL;
}

static void
check (DitesReader *reader,
       GTask       *task)
{
  DitesDatabase *database = dites_reader_get_database (reader);
  GError        *error = NULL;
  g_autoptr (GPtrArray) problems = look_through (database, g_task_get_cancellable (task), &error);

  /* A damaged file was told of; one that cannot be read now may be whole. */
  if (problems != NULL && (dites_database_check_failure (database, &error) || problems->len > 0))
    g_clear_error (&error);
  else
    g_clear_pointer (&problems, g_ptr_array_unref);

  if (problems != NULL)
    g_task_return_pointer (task, g_steal_pointer (&problems), (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
checked_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) answer = user_data;
  GError    *error = NULL;
  GPtrArray *problems = g_task_propagate_pointer (G_TASK (result), &error);

  if (problems != NULL)
    g_task_return_pointer (answer, problems, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (answer, error);
}

/**
 * dites_store_check_async:
 * @self: a store
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Looks whether the file is whole, every document can be read, what they refer
 * to is there, and their photos are, as they were when they were added. It reads
 * all of the file.
 */
void
dites_store_check_async (DitesStore         *self,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  GTask *answer;
  GTask *task;

  g_return_if_fail (DITES_IS_STORE (self));

  answer = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (answer, dites_store_check_async);
  task = g_task_new (NULL, cancellable, checked_cb, answer);
  g_task_set_source_tag (task, dites_store_check_async);
  dites_store_push_read (self, check, task);
}

/**
 * dites_store_check_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer container) (element-type DitesProblem) (nullable): what was found, perhaps nothing
 */
GPtrArray *
dites_store_check_finish (DitesStore   *self,
                          GAsyncResult *result,
                          GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
