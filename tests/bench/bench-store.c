/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <time.h>

#include "dites-query.h"
#include "dites-store.h"
#include "dites-store-find.h"

/* How fast the store takes a large change set, opens on it, and answers the search
 * field: each beside a peer in the same run. A line "name: value" for each figure. */

static guint n_interns = 100000;

static const char *const family_names[] = {
  "Fictif",
  "Bidon",
  "Modèle",
  "Exemple",
  "D’Essai",
  "Inventé",
  "Factice",
  "Maquette",
  "Pastiche",
  "Leurre",
};

static char *
make_word (GRand *random,
           guint  n)
{
  static const char *const parts[] = { "du", "ma", "le", "ri", "bo", "pon", "tin", "car", "ver", "sal", "gue",
                                       "mon", "ber", "nar", "dez", "fic", "vi", "lo", "sa", "an", "el", "or" };
  GString                 *word = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (word, parts[g_rand_int_range (random, 0, G_N_ELEMENTS (parts))]);
  word->str[0] = g_ascii_toupper (word->str[0]);

  return g_string_free_and_steal (word);
}

static DitesDocument *
make_intern (GRand *random,
             guint  i)
{
  g_autofree char *key = g_strdup_printf ("bench %u", i);
  g_autofree char *id = dites_document_derived_id ("intern", key);
  g_autoptr (DitesDocumentBuilder) builder = dites_document_builder_new ("intern", id);
  g_autofree char *word = make_word (random, 3);
  g_autofree char *first = make_word (random, 2);
  g_autofree char *family = g_strdup_printf ("%s %s", family_names[i % G_N_ELEMENTS (family_names)], word);
  g_autofree char *email = g_strdup_printf ("%s.%u@exemple.invalid", first, i);
  g_autofree char *phone = g_strdup_printf ("+336399800%02u", i % 100);

  dites_document_builder_set_string (builder, "civility", i % 2 == 0 ? "mme" : "m");
  dites_document_builder_set_string (builder, "family_name", family);
  dites_document_builder_set_string (builder, "first_name", first);
  dites_document_builder_set_strings (builder, "emails", (const char *const[]) { email, NULL });
  dites_document_builder_set_strings (builder, "phones", (const char *const[]) { phone, NULL });
  dites_document_builder_set_string (builder, "des", "MG");
  dites_document_builder_set_string (builder, "phase", "socle");
  dites_document_builder_set_string (builder, "faculty", "Toulouse");
  dites_document_builder_set_string (builder, "state", "active");

  return dites_document_builder_end (builder);
}

static DitesDocument *
make_placement (DitesDocument *intern,
                guint          i)
{
  g_autofree char *key = g_strdup_printf ("bench placement %u", i);
  g_autofree char *id = dites_document_derived_id ("placement", key);
  g_autoptr (DitesDocumentBuilder) builder = dites_document_builder_new ("placement", id);

  dites_document_builder_set_string (builder, "intern", dites_document_get_id (intern));
  dites_document_builder_set_string (builder, "semester", "semester:bench");
  dites_document_builder_set_string (builder, "stage_type", "urgences");
  dites_document_builder_set_string (builder, "state", "planned");

  return dites_document_builder_end (builder);
}

static DitesDocument *
make_semester (void)
{
  g_autoptr (DitesDocumentBuilder) builder = dites_document_builder_new ("semester", "semester:bench");

  dites_document_builder_set_string (builder, "season", "winter");
  dites_document_builder_set_int (builder, "year", 2026);
  dites_document_builder_set_string (builder, "start", "2026-11-02");
  dites_document_builder_set_string (builder, "end", "2027-05-02");

  return dites_document_builder_end (builder);
}

static void
keep_result_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

static double
since (gint64 start)
{
  return (g_get_monotonic_time () - start) / 1000.0;
}

typedef struct
{
  gint64 last;
  double longest;
} Gaps;

static gboolean
sample_cb (gpointer user_data)
{
  Gaps  *gaps = user_data;
  gint64 now = g_get_monotonic_time ();

  gaps->longest = MAX (gaps->longest, (now - gaps->last) / 1000.0);
  gaps->last = now;

  return G_SOURCE_CONTINUE;
}

static void
print_memory (const char *what)
{
  g_autofree char *status = NULL;

  if (g_file_get_contents ("/proc/self/status", &status, NULL, NULL) && strstr (status, "VmHWM:") != NULL)
    g_print ("peak memory %s: %d MB\n", what, (int) (g_ascii_strtoll (strstr (status, "VmHWM:") + 6, NULL, 10) / 1024));
}

static void
write_all (DitesStore *store)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (32);
  g_autoptr (DitesChangeSet) changes = dites_change_set_new ("Import");
  g_autoptr (DitesDocument) semester = make_semester ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  DitesQuery *query = dites_query_new (store, "intern");
  Gaps        gaps = { 0 };
  guint       source;
  gint64      start;
  clock_t     processor;

  dites_change_set_put (changes, NULL, semester);
  for (guint i = 0; i < n_interns; i++)
    {
      g_autoptr (DitesDocument) intern = make_intern (random, i);
      g_autoptr (DitesDocument) placement = make_placement (intern, i);

      dites_change_set_put (changes, NULL, intern);
      dites_change_set_put (changes, NULL, placement);
    }

  print_memory ("with the change set");
  processor = clock ();
  gaps.last = start = g_get_monotonic_time ();
  source = g_timeout_add (1, sample_cb, &gaps);
  dites_store_write_async (store, changes, NULL, keep_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  if (!dites_store_write_finish (store, result, &error))
    g_error ("%s", error->message);
  g_print ("200001 documents written, indexed and durable: %.0f ms, of which %.0f ms of processor\n",
           since (start), (clock () - processor) * 1000.0 / CLOCKS_PER_SEC);
  while (dites_query_is_loading (query) || g_list_model_get_n_items (G_LIST_MODEL (query)) < n_interns)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);
  print_memory ("of the write, change set included");
  g_print ("longest wait of the main loop meanwhile, with a list on show: %.1f ms\n", gaps.longest);
  g_assert_finalize_object (query);
}

static double
measure_open (DitesStore *store,
              const char *kind)
{
  gint64      start = g_get_monotonic_time ();
  DitesQuery *query = dites_query_new (store, kind);
  double      taken;

  for (;;)
    {
      guint n = g_list_model_get_n_items (G_LIST_MODEL (query));

      if (n > 0 || !dites_query_is_loading (query))
        {
          g_autoptr (DitesRow) row = n > 0 ? g_list_model_get_item (G_LIST_MODEL (query), 0) : NULL;

          if (row == NULL || dites_row_is_loaded (row))
            break;
        }
      g_main_context_iteration (NULL, TRUE);
    }
  taken = since (start);

  while (dites_query_is_loading (query))
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (query);

  return taken;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static void
print_times (const char *what,
             GArray     *times)
{
  g_array_sort (times, compare_doubles);
  g_print ("%s: p50 %.2f ms, p99 %.2f ms, of %u\n", what,
           g_array_index (times, double, times->len / 2),
           g_array_index (times, double, times->len * 99 / 100), times->len);
}

static void
read_row (DitesQuery *query)
{
  g_autoptr (DitesRow) row = NULL;

  if (g_list_model_get_n_items (G_LIST_MODEL (query)) == 0)
    return;
  row = g_list_model_get_item (G_LIST_MODEL (query), 0);
  while (!dites_row_is_loaded (row))
    g_main_context_iteration (NULL, TRUE);
}

/* The peer: what one would write first, on the same file and index. */
static double
search_plainly (sqlite3_stmt *statement,
                const char   *typed)
{
  g_autofree char *expression = g_strdup_printf ("\"%s\"*", typed);
  gint64           start = g_get_monotonic_time ();

  sqlite3_bind_text (statement, 1, expression, -1, SQLITE_TRANSIENT);
  while (sqlite3_step (statement) == SQLITE_ROW)
    sqlite3_column_bytes (statement, 1);
  sqlite3_reset (statement);

  return since (start);
}

static void
measure_search (DitesStore *store,
                const char *folder)
{
  g_autoptr (DitesQuery) query = dites_query_new (store, "intern");
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) plain = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GRand) random = g_rand_new_with_seed (33);
  g_autofree char *path = g_build_filename (folder, "dites32.sqlite", NULL);
  sqlite3         *handle;
  sqlite3_stmt    *statement;

  while (dites_query_is_loading (query))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle,
                                       "SELECT d.number, d.title, d.body FROM search s JOIN document d ON d.number = s.rowid"
                                       " WHERE s.search MATCH ? AND d.kind = (SELECT number FROM kind WHERE name = 'intern')"
                                       " AND d.state = 0 ORDER BY d.sort LIMIT 48",
                                       -1, &statement, NULL),
                   ==, SQLITE_OK);

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *word = i % 6 == 0 ? g_ascii_strdown (family_names[i / 6 % 2], -1) : make_word (random, 3);

      for (gsize length = 1; length <= strlen (word); length++)
        {
          g_autofree char *typed = g_ascii_strdown (word, length);
          gint64           start = g_get_monotonic_time ();
          double           taken;

          dites_query_set_search (query, typed);
          while (dites_query_is_loading (query))
            g_main_context_iteration (NULL, TRUE);
          read_row (query);
          taken = since (start);
          g_array_append_val (ours, taken);

          taken = search_plainly (statement, typed);
          g_array_append_val (plain, taken);
        }
      dites_query_set_search (query, "");
      while (dites_query_is_loading (query))
        g_main_context_iteration (NULL, TRUE);
    }
  sqlite3_finalize (statement);
  sqlite3_close (handle);

  print_times ("a key in the search field to the rows it finds, 100000 interns", ours);
  print_times ("peer, SELECT with MATCH, ORDER BY and LIMIT 48 on the same file", plain);
  g_print ("ratio of the p99: %.2f\n", g_array_index (ours, double, ours->len * 99 / 100) / g_array_index (plain, double, plain->len * 99 / 100));
}

/* What the search of the desktop's overview is answered, key by key. */
static void
measure_find (DitesStore *store)
{
  static const char *const kinds[] = { "intern", "housing", "partner", "site", NULL };
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GRand) random = g_rand_new_with_seed (34);

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *word = i % 6 == 0 ? g_ascii_strdown (family_names[i / 6 % 2], -1) : make_word (random, 3);

      for (gsize length = 2; length <= strlen (word); length++)
        {
          g_autofree char *typed = g_ascii_strdown (word, length);
          g_autoptr (GAsyncResult) result = NULL;
          g_autoptr (GPtrArray) found = NULL;
          gint64 start = g_get_monotonic_time ();
          double taken;

          dites_store_find_async (store, kinds, typed, 20, NULL, keep_result_cb, &result);
          while (result == NULL)
            g_main_context_iteration (NULL, TRUE);
          found = dites_store_find_finish (store, result, NULL);
          taken = since (start);
          g_array_append_val (times, taken);
        }
    }
  print_times ("a key in the search of the desktop to the twenty best of 200001 documents", times);
}

static DitesStore *
open_store (const char *folder)
{
  g_autoptr (GError) error = NULL;
  DitesStore *store = dites_store_open (folder, "bench", &error);

  if (store == NULL)
    g_error ("%s", error->message);

  return store;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_remove (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("dites-bench-XXXXXX", NULL);
  g_autofree char *empty_folder = g_dir_make_tmp ("dites-bench-XXXXXX", NULL);
  g_autofree char *status = NULL;
  DitesStore      *store = open_store (folder);
  DitesStore      *empty = open_store (empty_folder);
  gint64           start;
  double           full, none;

  if (argc > 1)
    n_interns = g_ascii_strtoull (argv[1], NULL, 10);
  write_all (store);
  g_object_unref (store);
  if (argc > 1)
    {
      g_object_unref (empty);
      remove_folder (folder);
      remove_folder (empty_folder);
      return 0;
    }

  start = g_get_monotonic_time ();
  store = open_store (folder);
  g_print ("open the file with 200001 documents: %.2f ms\n", since (start));
  full = measure_open (store, "intern");
  none = measure_open (empty, "intern");
  g_print ("first rows of a list of 100000: %.2f ms; of none: %.2f ms\n", full, none);
  measure_search (store, folder);
  measure_find (store);

  print_memory ("of it all");

  g_object_unref (store);
  g_object_unref (empty);
  remove_folder (folder);
  remove_folder (empty_folder);

  return 0;
}
