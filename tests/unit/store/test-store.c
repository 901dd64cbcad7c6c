/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "test-store-common.h"

#include <string.h>
#include <sys/stat.h>

#include "dites-error.h"

static void
reopen (TestFixture *fixture)
{
  test_close (fixture->store);
  fixture->store = test_open (fixture->folder);
}

static void
assert_title (DitesStore *store,
              const char *id,
              const char *expected)
{
  g_autoptr (DitesReader) reader = dites_store_new_reader (store, NULL);
  g_autofree char *title = dites_reader_title_of (id, reader);

  g_assert_cmpstr (title, ==, expected);
}

static void
assert_member (DitesStore *store,
               const char *id,
               const char *member,
               const char *expected)
{
  g_autoptr (DitesDocument) document = test_get (store, id);
  g_autofree char *value = NULL;

  g_assert_nonnull (document);
  value = dites_document_dup_string (document, member);
  g_assert_cmpstr (value, ==, expected);
}

static void
test_new (TestFixture  *fixture,
          gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "dites32.sqlite", NULL);
  struct stat      info;

  g_assert_cmpint (stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_null (dites_store_get_undo_name (fixture->store));
  g_assert_null (dites_store_get_redo_name (fixture->store));
}

static void
test_put_and_get (TestFixture  *fixture,
                  gconstpointer data)
{
  g_autoptr (DitesDocument) den = test_den (1, "Hollow");
  g_autoptr (DitesDocument) beast = test_beast (1, "Ours brun", "test_den:1");
  g_autoptr (DitesReader) reader = NULL;
  g_autoptr (DitesDocument) stored = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) referring = NULL;
  g_autoptr (GError) error = NULL;

  test_put (fixture->store, "Den", NULL, den);
  test_put (fixture->store, "Beast", NULL, beast);
  g_assert_cmpstr (dites_store_get_undo_name (fixture->store), ==, "Beast");

  reopen (fixture);
  g_assert_cmpstr (dites_store_get_undo_name (fixture->store), ==, "Beast");

  reader = dites_store_new_reader (fixture->store, &error);
  g_assert_no_error (error);
  stored = dites_reader_get (reader, "test_beast:1", &error);
  g_assert_no_error (error);
  assert_member (fixture->store, "test_beast:1", "name", "Ours brun");
  assert_member (fixture->store, "test_beast:1", "changed_by", "desk");
  assert_title (fixture->store, "test_beast:1", "Ours brun of Hollow");

  found = dites_reader_find (reader, "test_beast", "name:Ours brun", &error);
  g_assert_cmpuint (found->len, ==, 1);
  referring = dites_reader_refer_to (reader, NULL, NULL, "test_den:1", &error);
  g_assert_cmpuint (referring->len, ==, 1);

  g_assert_null (dites_reader_get (reader, "test_beast:2", &error));
  g_assert_error (error, DITES_ERROR, DITES_ERROR_NOT_FOUND);
}

static void
assert_found (DitesReader *reader,
              const char  *key,
              const char  *colour)
{
  g_autoptr (GPtrArray) found = dites_reader_find (reader, "test_beast", key, NULL);
  g_autofree char *member = NULL;

  g_assert_cmpuint (found->len, ==, 1);
  member = dites_document_dup_string (found->pdata[0], "colour");
  g_assert_cmpstr (member, ==, colour);
}

/* One reader that is asked again and again sees one state until it is refreshed, and then the next. */
static void
test_find_again (TestFixture  *fixture,
                 gconstpointer data)
{
  g_autoptr (DitesDocument) wolf = test_beast (1, "Loup", NULL);
  g_autoptr (DitesDocument) bear = test_beast (2, "Ours", NULL);
  g_autoptr (DitesDocument) grey = test_with (wolf, "colour", "grey");
  g_autoptr (DitesReader) reader = NULL;
  g_autoptr (GPtrArray) none = NULL;

  test_put (fixture->store, "Wolf", NULL, wolf);
  test_put (fixture->store, "Bear", NULL, bear);
  reader = dites_store_new_reader (fixture->store, NULL);
  assert_found (reader, "name:Loup", NULL);
  assert_found (reader, "name:Ours", NULL);
  assert_found (reader, "name:Loup", NULL);
  none = dites_reader_find (reader, "test_den", "name:Loup", NULL);
  g_assert_cmpuint (none->len, ==, 0);

  test_put (fixture->store, "Grey", wolf, grey);
  assert_found (reader, "name:Loup", NULL);
  g_assert_true (dites_reader_refresh (reader, NULL));
  assert_found (reader, "name:Loup", "grey");
}

static void
test_same_again (TestFixture  *fixture,
                 gconstpointer data)
{
  g_autoptr (DitesDocument) beast = test_beast (1, "Loup", NULL);
  g_autoptr (DitesDocument) bigger = test_with (beast, "colour", "grey");
  g_autoptr (DitesReader) reader = NULL;

  test_put (fixture->store, "Beast", NULL, beast);
  test_put (fixture->store, "Same", NULL, beast);
  g_assert_cmpstr (dites_store_get_undo_name (fixture->store), ==, "Beast");

  test_put (fixture->store, "More", NULL, bigger);
  g_assert_cmpstr (dites_store_get_undo_name (fixture->store), ==, "More");
  assert_member (fixture->store, "test_beast:1", "colour", "grey");

  reader = dites_store_new_reader (fixture->store, NULL);
  g_assert_cmpint (dites_reader_get_sequence (reader), ==, 2);
}

static void
test_merge (TestFixture  *fixture,
            gconstpointer data)
{
  g_autoptr (DitesDocument) base = test_beast (1, "Loup", NULL);
  g_autoptr (DitesDocument) ours = test_with (base, "colour", "grey");
  g_autoptr (DitesDocument) theirs = test_with (base, "name", "Louve");
  g_autoptr (DitesDocument) late = test_with (base, "name", "Loup blanc");
  g_autoptr (DitesDocument) other = test_beast (2, "Lynx", NULL);
  g_autoptr (DitesChangeSet) changes = dites_change_set_new ("Late");
  g_autoptr (GError) error = NULL;

  test_put (fixture->store, "Beast", NULL, base);
  test_put (fixture->store, "Theirs", base, theirs);
  test_put (fixture->store, "Ours", base, ours);
  assert_member (fixture->store, "test_beast:1", "name", "Louve");
  assert_member (fixture->store, "test_beast:1", "colour", "grey");

  dites_change_set_put (changes, NULL, other);
  dites_change_set_put (changes, base, late);
  g_assert_false (test_write (fixture->store, changes, &error));
  g_assert_error (error, DITES_ERROR, DITES_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "Louve"));
  g_assert_nonnull (strstr (error->message, "Name"));
  g_assert_null (test_get (fixture->store, "test_beast:2"));
  g_assert_cmpstr (dites_store_get_undo_name (fixture->store), ==, "Ours");
}

static void
test_undo_redo (TestFixture  *fixture,
                gconstpointer data)
{
  g_autoptr (DitesDocument) base = test_beast (1, "Loup", NULL);
  g_autoptr (DitesDocument) changed = test_with (base, "name", "Louve");
  g_autofree char *empty = test_dump (fixture->store);
  g_autofree char *one = NULL, *two = NULL, *now = NULL, *name = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (test_undo (fixture->store, &error));
  g_assert_error (error, DITES_ERROR, DITES_ERROR_NOTHING);
  g_clear_error (&error);

  test_put (fixture->store, "One", NULL, base);
  one = test_dump (fixture->store);
  test_put (fixture->store, "Two", base, changed);
  two = test_dump (fixture->store);

  name = test_undo (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, "Two");
  now = test_dump (fixture->store);
  g_assert_cmpstr (now, ==, one);
  g_assert_cmpstr (dites_store_get_undo_name (fixture->store), ==, "One");
  g_assert_cmpstr (dites_store_get_redo_name (fixture->store), ==, "Two");
  g_clear_pointer (&name, g_free);
  g_clear_pointer (&now, g_free);

  reopen (fixture);
  name = test_undo (fixture->store, &error);
  g_assert_no_error (error);
  now = test_dump (fixture->store);
  g_assert_true (g_str_has_prefix (now, "test_beast: 0, 0"));
  g_assert_null (test_get (fixture->store, "test_beast:1"));
  g_assert_null (dites_store_get_undo_name (fixture->store));
  g_clear_pointer (&name, g_free);
  g_clear_pointer (&now, g_free);

  name = test_redo (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, "One");
  now = test_dump (fixture->store);
  g_assert_cmpstr (now, ==, one);
  g_clear_pointer (&name, g_free);
  g_clear_pointer (&now, g_free);
  name = test_redo (fixture->store, &error);
  g_assert_no_error (error);
  now = test_dump (fixture->store);
  g_assert_cmpstr (now, ==, two);
  g_clear_pointer (&name, g_free);

  g_assert_null (test_redo (fixture->store, &error));
  g_assert_error (error, DITES_ERROR, DITES_ERROR_NOTHING);
  g_clear_error (&error);

  /* What is done anew ends what could be redone. */
  name = test_undo (fixture->store, &error);
  g_assert_no_error (error);
  test_put (fixture->store, "Three", base, changed);
  g_assert_null (dites_store_get_redo_name (fixture->store));
}

static void
test_trash (TestFixture  *fixture,
            gconstpointer data)
{
  g_autoptr (DitesDocument) beast = test_beast (1, "Loup", NULL);
  g_autoptr (DitesChangeSet) changes = dites_change_set_new ("Away");
  g_autoptr (DitesReader) reader = NULL;
  g_autofree char *before = NULL, *after = NULL, *name = NULL;
  g_autoptr (GError) error = NULL;

  test_put (fixture->store, "One", NULL, beast);
  before = test_dump (fixture->store);
  dites_change_set_trash (changes, beast);
  g_assert_true (test_write (fixture->store, changes, &error));

  reader = dites_store_new_reader (fixture->store, NULL);
  g_assert_true (dites_reader_is_trashed (reader, "test_beast:1"));
  g_assert_cmpuint (dites_reader_count (reader, "test_beast", FALSE), ==, 0);
  g_assert_cmpuint (dites_reader_count (reader, "test_beast", TRUE), ==, 1);

  test_put (fixture->store, "Back", beast, beast);
  g_assert_true (dites_reader_refresh (reader, &error));
  g_assert_false (dites_reader_is_trashed (reader, "test_beast:1"));

  name = test_undo (fixture->store, &error);
  g_assert_cmpstr (name, ==, "Back");
  g_clear_pointer (&name, g_free);
  name = test_undo (fixture->store, &error);
  g_assert_cmpstr (name, ==, "Away");
  after = test_dump (fixture->store);
  g_assert_cmpstr (after, ==, before);
}

static void
test_titles_follow (TestFixture  *fixture,
                    gconstpointer data)
{
  g_autoptr (DitesDocument) beast = test_beast (1, "Loup", "test_den:1");
  g_autoptr (DitesDocument) den = test_den (1, "Hollow");
  g_autoptr (DitesDocument) renamed = test_with (den, "name", "Cave");
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;

  test_put (fixture->store, "Beast", NULL, beast);
  assert_title (fixture->store, "test_beast:1", "Loup");
  test_put (fixture->store, "Den", NULL, den);
  assert_title (fixture->store, "test_beast:1", "Loup of Hollow");
  test_put (fixture->store, "Renamed", den, renamed);
  assert_title (fixture->store, "test_beast:1", "Loup of Cave");
  name = test_undo (fixture->store, &error);
  assert_title (fixture->store, "test_beast:1", "Loup of Hollow");
}

static void
test_revert_one (TestFixture  *fixture,
                 gconstpointer data)
{
  g_autoptr (DitesDocument) base = test_beast (1, "Loup", NULL);
  g_autoptr (DitesDocument) named = test_with (base, "name", "Louve");
  g_autoptr (DitesDocument) coloured = test_with (named, "colour", "grey");
  g_autoptr (DitesDocument) again = test_with (base, "name", "Lynx");
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;

  test_put (fixture->store, "One", NULL, base);
  test_put (fixture->store, "Two", base, named);
  test_put (fixture->store, "Three", named, coloured);

  name = test_revert (fixture->store, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, "Two");
  assert_member (fixture->store, "test_beast:1", "name", "Loup");
  assert_member (fixture->store, "test_beast:1", "colour", "grey");

  test_put (fixture->store, "Five", base, again);
  g_assert_null (test_revert (fixture->store, 2, &error));
  g_assert_error (error, DITES_ERROR, DITES_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_null (test_revert (fixture->store, 1, &error));
  g_assert_error (error, DITES_ERROR, DITES_ERROR_CONFLICT);
}

/* What was made for a state of the store is not written to another one. */
static void
test_expected (TestFixture  *fixture,
               gconstpointer data)
{
  g_autoptr (DitesDocument) one = test_beast (1, "Loup", NULL);
  g_autoptr (DitesDocument) two = test_beast (2, "Renard", NULL);
  g_autoptr (DitesDocument) three = test_beast (3, "Blaireau", NULL);
  g_autoptr (DitesChangeSet) late = dites_change_set_new ("Late");
  g_autoptr (DitesChangeSet) timely = dites_change_set_new ("Timely");
  g_autoptr (GError) error = NULL;

  test_put (fixture->store, "One", NULL, one);
  dites_change_set_put (late, NULL, two);
  dites_change_set_expect (late, 0);
  g_assert_false (test_write (fixture->store, late, &error));
  g_assert_error (error, DITES_ERROR, DITES_ERROR_CONFLICT);
  g_assert_null (test_get (fixture->store, "test_beast:2"));
  g_clear_error (&error);

  dites_change_set_put (timely, NULL, three);
  dites_change_set_expect (timely, 1);
  g_assert_true (test_write (fixture->store, timely, &error));
  g_assert_no_error (error);
}

static void
test_history (TestFixture  *fixture,
              gconstpointer data)
{
  g_autoptr (DitesDocument) base = test_beast (1, "Loup", NULL);
  g_autoptr (DitesDocument) named = test_with (base, "name", "Louve");
  g_autoptr (DitesDocument) other = test_beast (2, "Lynx", NULL);
  g_autoptr (DitesReader) reader = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char   *before = NULL, *after = NULL;
  DitesHistoryEntry *entry;

  test_put (fixture->store, "One", NULL, base);
  test_put (fixture->store, "Other", NULL, other);
  test_put (fixture->store, "Two", base, named);

  reader = dites_store_new_reader (fixture->store, NULL);
  entries = dites_reader_get_history (reader, "test_beast:1", 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 2);
  entry = entries->pdata[0];
  g_assert_cmpstr (entry->name, ==, "Two");
  g_assert_cmpstr (entry->by, ==, "desk");
  g_assert_false (entry->undone);
  before = dites_document_dup_string (entry->before, "name");
  after = dites_document_dup_string (entry->after, "name");
  g_assert_cmpstr (before, ==, "Loup");
  g_assert_cmpstr (after, ==, "Louve");
  entry = entries->pdata[1];
  g_assert_null (entry->before);
  g_assert_nonnull (entry->after);

  all = dites_reader_get_history (reader, NULL, 2, &error);
  g_assert_cmpuint (all->len, ==, 2);
}

static void
test_unknown_survives (TestFixture  *fixture,
                       gconstpointer data)
{
  g_autoptr (DitesDocument) alien = NULL;
  g_autoptr (DitesDocument) stored = NULL;
  g_autoptr (GError) error = NULL;
  DitesJson value;

  alien = dites_document_new_from_text ("{\"_id\":\"ufo:1\",\"kind\":\"ufo\",\"big\":1e400,\"deep\":[{\"a\":\"\\u0000\"}]}", -1, &error);
  g_assert_no_error (error);
  test_put (fixture->store, "Alien", NULL, alien);
  stored = test_get (fixture->store, "ufo:1");
  g_assert_true (dites_document_get (stored, "big", &value));
  g_assert_cmpint (strncmp (value.text, "1e400", 5), ==, 0);
  g_assert_true (dites_document_get (stored, "deep", &value));
  g_assert_cmpint (strncmp (value.text, "[{\"a\":\"\\u0000\"}]", value.length), ==, 0);
  assert_title (fixture->store, "ufo:1", "ufo:1");
}

static void
test_references_in_parts (TestFixture  *fixture,
                          gconstpointer data)
{
  g_autoptr (DitesDocument) beast = NULL;
  g_autoptr (DitesReader) reader = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) elsewhere = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) clashes = NULL;
  g_autoptr (DitesDocument) twin = test_beast (7, "Loup", "test_den:9");
  g_autoptr (DitesDocument) one = test_beast (6, "Loup", "test_den:9");
  g_autoptr (GError) error = NULL;

  beast = dites_document_new_from_text ("{\"_id\":\"test_beast:1\",\"kind\":\"test_beast\",\"name\":\"Loup\","
                                        "\"stays\":[{\"den\":\"test_den:4\"}],\"photos\":[{\"sha256\":\"00\"}]}",
                                        -1, &error);
  g_assert_no_error (error);
  test_put (fixture->store, "Beast", NULL, beast);
  test_put (fixture->store, "One", NULL, one);

  reader = dites_store_new_reader (fixture->store, NULL);
  found = dites_reader_refer_to (reader, "test_beast", "stays", "test_den:4", &error);
  g_assert_cmpuint (found->len, ==, 1);
  elsewhere = dites_reader_refer_to (reader, "test_beast", "den", "test_den:4", &error);
  g_assert_cmpuint (elsewhere->len, ==, 0);

  clashes = dites_reader_find_clashes (reader, twin, &error);
  g_assert_cmpuint (clashes->len, ==, 1);

  /* Two dens are not there, and a photo is not. */
  problems = test_check (fixture->store);
  g_assert_cmpuint (problems->len, ==, 3);
}

static void
test_two_stores (TestFixture  *fixture,
                 gconstpointer data)
{
  DitesStore      *other = test_open (fixture->folder);
  GAsyncResult    *results[40] = { NULL };
  g_autofree char *mine = NULL, *theirs = NULL;
  guint            done = 0;

  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autofree char *name = g_strdup_printf ("Beast %u", i);
      g_autoptr (DitesDocument) beast = test_beast (i, name, NULL);
      g_autoptr (DitesChangeSet) changes = dites_change_set_new (name);

      dites_change_set_put (changes, NULL, beast);
      dites_store_write_async (i % 2 == 0 ? fixture->store : other, changes, NULL, test_keep_result_cb, &results[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr (GError) error = NULL;

      test_wait_for (results[i] != NULL);
      done += dites_store_write_finish (i % 2 == 0 ? fixture->store : other, results[i], &error);
      g_assert_no_error (error);
      g_clear_object (&results[i]);
    }
  g_assert_cmpuint (done, ==, 40);

  test_wait_for (g_strcmp0 (dites_store_get_undo_name (fixture->store), dites_store_get_undo_name (other)) == 0);
  mine = test_dump (fixture->store);
  theirs = test_dump (other);
  g_assert_cmpstr (mine, ==, theirs);
  g_assert_true (g_str_has_prefix (mine, "test_beast: 40, 0"));

  test_close (other);
}

static void
count_cb (DitesStore *store,
          GStrv       kinds,
          GStrv       ids,
          guint      *n)
{
  g_assert_nonnull (kinds);
  *n += 1;
}

static void
test_hears_the_other (TestFixture  *fixture,
                      gconstpointer data)
{
  DitesStore *other = test_open (fixture->folder);
  g_autoptr (DitesDocument) beast = test_beast (1, "Loup", NULL);
  guint n = 0;

  g_signal_connect (fixture->store, "changed", G_CALLBACK (count_cb), &n);
  test_put (other, "Far", NULL, beast);
  test_wait_for (g_strcmp0 (dites_store_get_undo_name (fixture->store), "Far") == 0);
  g_assert_cmpuint (n, >=, 1);

  test_close (other);
}

static void
test_random_histories (TestFixture  *fixture,
                       gconstpointer data)
{
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (states, test_dump (fixture->store));
  for (guint round = 0; round < 40; round++)
    {
      g_autoptr (DitesChangeSet) changes = dites_change_set_new ("Random");
      guint n = g_test_rand_int_range (1, 6);

      for (guint i = 0; i < n; i++)
        {
          guint            k = 3 * i + g_test_rand_int_range (0, 3);
          g_autofree char *id = g_strdup_printf ("test_beast:%u", k);
          g_autoptr (DitesDocument) current = test_get (fixture->store, id);
          g_autofree char *word = g_strdup_printf ("Word %d", g_test_rand_int_range (0, 50));
          g_autofree char *den = g_strdup_printf ("test_den:%d", g_test_rand_int_range (0, 4));
          g_autoptr (DitesDocument) next = NULL;

          if (current != NULL && g_test_rand_int_range (0, 4) == 0)
            {
              dites_change_set_trash (changes, current);
              continue;
            }
          next = current != NULL ? test_with (current, g_test_rand_bit () ? "name" : "colour", word)
                                 : test_beast (k, word, den);
          dites_change_set_put (changes, current, next);
          if (g_test_rand_bit ())
            {
              g_autoptr (DitesDocument) home = test_den (i + 10 * round, word);

              dites_change_set_put (changes, NULL, home);
            }
        }
      test_write (fixture->store, changes, &error);
      g_assert_no_error (error);

      {
        g_autofree char *now = test_dump (fixture->store);

        if (strcmp (now, states->pdata[states->len - 1]) != 0)
          g_ptr_array_add (states, g_steal_pointer (&now));
      }
    }

  for (guint turn = 0; turn < 2; turn++)
    {
      for (guint i = states->len - 1; i > 0; i--)
        {
          g_autofree char *name = test_undo (fixture->store, &error);
          g_autofree char *now = NULL;

          g_assert_no_error (error);
          now = test_dump (fixture->store);
          /* The empty store has no kinds yet. */
          g_assert_cmpstr (now, ==, states->pdata[i - 1]);
        }
      for (guint i = 1; i < states->len; i++)
        {
          g_autofree char *name = test_redo (fixture->store, &error);
          g_autofree char *now = NULL;

          g_assert_no_error (error);
          now = test_dump (fixture->store);
          g_assert_cmpstr (now, ==, states->pdata[i]);
        }
    }

  {
    g_autoptr (GPtrArray) problems = test_check (fixture->store);

    for (guint i = 0; i < problems->len; i++)
      g_assert_cmpint (((DitesProblem *) problems->pdata[i])->severity, ==, DITES_SEVERITY_NOTICE);
  }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_register_kinds ();

#define add(NAME, FUNC) g_test_add ("/store/" NAME, TestFixture, NULL, test_set_up, FUNC, test_tear_down)
  add ("new", test_new);
  add ("put-and-get", test_put_and_get);
  add ("same-again", test_same_again);
  add ("find-again", test_find_again);
  add ("merge", test_merge);
  add ("undo-redo", test_undo_redo);
  add ("trash", test_trash);
  add ("titles-follow", test_titles_follow);
  add ("revert-one", test_revert_one);
  add ("expected", test_expected);
  add ("history", test_history);
  add ("unknown-survives", test_unknown_survives);
  add ("references-in-parts", test_references_in_parts);
  add ("two-stores", test_two_stores);
  add ("hears-the-other", test_hears_the_other);
  add ("random-histories", test_random_histories);
#undef add

  return g_test_run ();
}
