/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-store-find.h"

#include <string.h>

#include "dites-database.h"
#include "dites-fold.h"
#include "dites-reader-private.h"
#include "dites-search.h"
#include "dites-store-ask.h"

/* A few documents of several kinds for what somebody typed, the best first: those that are
 * called so, then those that only hold it. Lists show all of one kind; this is for who asks
 * from outside and looks at the first three. */

/* So many that match are compared with each other, the newest first: more would be no help,
 * and every one costs a page of the file. */
#define MAX_COMPARED 200

/**
 * dites_found_free:
 * @found: (nullable): a document that was found
 *
 * Frees it.
 */
void
dites_found_free (DitesFound *found)
{
  if (found == NULL)
    return;

  g_free (found->id);
  g_free (found->title);
  g_free (found->subtitle);
  g_free (found);
}

typedef struct
{
  char **kinds;
  char  *search;
  guint  limit;
} Input;

static void
input_free (gpointer data)
{
  Input *input = data;

  g_strfreev (input->kinds);
  g_free (input->search);
  g_free (input);
}

/* How well a document fits, the lowest first. */
typedef struct
{
  DitesFound *found;
  guint       far;  /* 0: called so, 1: a name that begins so, 2: it is written in it */
  guint       kind; /* its place among those asked for */
  char       *name; /* folded */
} Candidate;

static void
candidate_clear (gpointer data)
{
  Candidate *candidate = data;

  dites_found_free (candidate->found);
  g_free (candidate->name);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const Candidate *one = a;
  const Candidate *other = b;

  if (one->far != other->far)
    return one->far < other->far ? -1 : 1;
  if (one->kind != other->kind)
    return one->kind < other->kind ? -1 : 1;

  return strcmp (one->name, other->name);
}

/* Whether a word of @text, folded words, is @word or begins with it. */
static gboolean
has_word (const char *text,
          const char *word,
          gboolean    whole)
{
  const gsize length = strlen (word);

  for (const char *at = text; at != NULL; at = strchr (at, ' '))
    {
      at += *at == ' ' ? 1 : 0;
      if (strncmp (at, word, length) == 0 && (!whole || at[length] == ' ' || at[length] == '\0'))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_words (const char *text,
           char      **words,
           gboolean    whole)
{
  for (; *words != NULL; words++)
    if (!has_word (text, *words, whole))
      return FALSE;

  return TRUE;
}

/* Words of one letter are not in the index; what it found is looked through for them. One
 * digit may be the end of a telephone number, and that the index has. */
static gboolean
has_letters (const char *text,
             char      **words)
{
  for (; *words != NULL; words++)
    if (strlen (*words) == 1 && !g_ascii_isdigit (**words) && !has_word (text, *words, FALSE))
      return FALSE;

  return TRUE;
}

static gboolean
find_place (char      **kinds,
            const char *name,
            guint      *place)
{
  for (*place = 0; kinds[*place] != NULL; (*place)++)
    if (strcmp (kinds[*place], name) == 0)
      return TRUE;

  return FALSE;
}

/* From id, kind, title and subtitle. */
static DitesFound *
make_found (sqlite3_stmt *statement)
{
  DitesFound *found = g_new0 (DitesFound, 1);

  found->id = dites_database_dup_text (statement, 0);
  found->kind = dites_kind_get (dites_database_get_text (statement, 1));
  found->title = dites_database_dup_text (statement, 2);
  found->subtitle = dites_database_dup_text (statement, 3);

  return found;
}

static void
add_candidate (GArray       *candidates,
               sqlite3_stmt *statement,
               guint         place,
               char        **words)
{
  Candidate candidate = { make_found (statement), 2, place, dites_fold_words (dites_database_get_text (statement, 2)) };

  if (has_words (candidate.name, words, TRUE))
    candidate.far = 0;
  else if (has_words (candidate.name, words, FALSE))
    candidate.far = 1;
  g_array_append_val (candidates, candidate);
}

static gpointer
find (DitesReader *reader,
      gpointer     data,
      GError     **error)
{
  Input           *input = data;
  DitesDatabase   *database = dites_reader_get_database (reader);
  g_autofree char *folded = dites_fold_words (input->search);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  guint64          initials;
  g_autofree char *expression = dites_search_split (input->search, &initials);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) dites_found_free);
  sqlite3_stmt *statement;
  guint         place;
  int           code = SQLITE_DONE;

  g_array_set_clear_func (candidates, candidate_clear);
  /* One letter is found in half of all documents: nobody looks for those. */
  if (expression == NULL)
    return g_steal_pointer (&found);

  statement = dites_database_prepare (database,
                                      "SELECT d.id, k.name, d.title, d.subtitle, d.words FROM search s JOIN document d ON d.number = s.rowid"
                                      " JOIN kind k ON k.number = d.kind WHERE s.search MATCH ? AND d.state = 0 ORDER BY s.rowid DESC",
                                      error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, expression, -1, SQLITE_STATIC);
  while (candidates->len < MAX_COMPARED && (code = dites_database_step (database, statement, error)) == SQLITE_ROW)
    if (find_place (input->kinds, dites_database_get_text (statement, 1), &place) && has_letters (dites_database_get_text (statement, 4), words))
      add_candidate (candidates, statement, place, words);
  sqlite3_reset (statement);
  if (code != SQLITE_DONE && code != SQLITE_ROW)
    return NULL;

  g_array_sort (candidates, compare);
  for (guint i = 0; i < candidates->len && found->len < input->limit; i++)
    g_ptr_array_add (found, g_steal_pointer (&g_array_index (candidates, Candidate, i).found));

  return g_steal_pointer (&found);
}

/**
 * dites_store_find_async:
 * @self: a store
 * @kinds: (array zero-terminated=1): the names of the kinds that are looked through, those
 *   whose documents come first before the others
 * @search: what a person typed
 * @limit: how many documents at most
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Finds the documents that a text fits best, as a list's search would: every word, each as
 * the beginning of one. A single letter finds nothing.
 */
void
dites_store_find_async (DitesStore         *self,
                        const char *const  *kinds,
                        const char         *search,
                        guint               limit,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  Input        input = { NULL, NULL, limit };
  DitesReading reading = { find, NULL, input_free, (GDestroyNotify) g_ptr_array_unref };
  GTask       *answer;

  g_return_if_fail (DITES_IS_STORE (self));
  g_return_if_fail (kinds != NULL && search != NULL);

  input.kinds = g_strdupv ((char **) kinds);
  input.search = g_strdup (search);
  reading.input = g_memdup2 (&input, sizeof input);
  answer = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (answer, dites_store_find_async);
  dites_store_ask (answer, &reading);
}

/**
 * dites_store_find_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer container) (element-type DitesFound) (nullable): the documents, the
 *   best first, perhaps none
 */
GPtrArray *
dites_store_find_finish (DitesStore   *self,
                         GAsyncResult *result,
                         GError      **error)
{
  return dites_store_answer (self, result, dites_store_find_async, error);
}

static gpointer
describe (DitesReader *reader,
          gpointer     input,
          GError     **error)
{
  DitesDatabase *database = dites_reader_get_database (reader);
  sqlite3_stmt  *statement;
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) dites_found_free);

  statement = dites_database_prepare (database,
                                      "SELECT d.id, k.name, d.title, d.subtitle FROM document d JOIN kind k ON k.number = d.kind WHERE d.number = ?",
                                      error);
  if (statement == NULL)
    return NULL;

  for (char **id = input; *id != NULL; id++)
    {
      DitesState state;
      gint64     number;
      int        code;

      if (!dites_database_find (database, *id, &number, &state, error))
        return NULL;
      if (number == 0 || state != DITES_STATE_LIVE)
        continue;
      sqlite3_bind_int64 (statement, 1, number);
      code = dites_database_step (database, statement, error);
      if (code == SQLITE_ROW && dites_kind_get (dites_database_get_text (statement, 1)) != NULL)
        g_ptr_array_add (found, make_found (statement));
      sqlite3_reset (statement);
      if (code != SQLITE_ROW && code != SQLITE_DONE)
        return NULL;
    }

  return g_steal_pointer (&found);
}

/**
 * dites_store_describe_async:
 * @self: a store
 * @ids: (array zero-terminated=1): ids of documents
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Reads what documents are called; those that are gone or wait in the trash are left out.
 */
void
dites_store_describe_async (DitesStore         *self,
                            const char *const  *ids,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  DitesReading reading = { describe, g_strdupv ((char **) ids), (GDestroyNotify) g_strfreev, (GDestroyNotify) g_ptr_array_unref };
  GTask       *answer;

  g_return_if_fail (DITES_IS_STORE (self));
  g_return_if_fail (ids != NULL);

  answer = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (answer, dites_store_describe_async);
  dites_store_ask (answer, &reading);
}

/**
 * dites_store_describe_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer container) (element-type DitesFound) (nullable): what there is, in the
 *   order of the ids
 */
GPtrArray *
dites_store_describe_finish (DitesStore   *self,
                             GAsyncResult *result,
                             GError      **error)
{
  return dites_store_answer (self, result, dites_store_describe_async, error);
}
