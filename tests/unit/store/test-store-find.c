/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-store-find.h"

#include <string.h>

#include "test-store-common.h"

typedef struct
{
  char       *folder;
  DitesStore *store;
} Fixture;

static void
put (Fixture       *fixture,
     DitesDocument *document,
     const char    *colour)
{
  g_autoptr (DitesDocument) owned = document;
  g_autoptr (DitesDocument) coloured = colour != NULL ? test_with (document, "colour", colour) : g_object_ref (document);

  test_put (fixture->store, "New", NULL, coloured);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = test_make_folder ();
  fixture->store = test_open (fixture->folder);
  put (fixture, test_beast (1, "Renard", NULL), "roux");
  put (fixture, test_beast (2, "Roux", NULL), NULL);
  put (fixture, test_beast (3, "Rouxel d’Élan", NULL), NULL);
  put (fixture, test_den (1, "Le Roux"), NULL);
  put (fixture, test_beast (4, "Rouxy B", NULL), NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  test_close (fixture->store);
  test_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static char *
join (GPtrArray *found)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", ((DitesFound *) found->pdata[i])->id);

  return g_string_free_and_steal (ids);
}

static char *
find (Fixture           *fixture,
      const char *const *kinds,
      const char        *text,
      guint              limit)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  dites_store_find_async (fixture->store, kinds, text, limit, NULL, test_keep_result_cb, &result);
  test_wait_for (result != NULL);
  found = dites_store_find_finish (fixture->store, result, &error);
  g_assert_no_error (error);

  return join (found);
}

/* Called so, called something that begins so, holding it; the kinds in their order. */
static void
test_order (Fixture      *fixture,
            gconstpointer data)
{
  static const char *const beasts_first[] = { "test_beast", "test_den", NULL };
  static const char *const dens_first[] = { "test_den", "test_beast", NULL };
  static const char *const dens[] = { "test_den", NULL };
  static const struct
  {
    const char *const *kinds;
    const char        *text;
    guint              limit;
    const char        *expected;
  } cases[] = {
    { beasts_first, "roux", 9, "test_beast:2 test_den:1 test_beast:3 test_beast:4 test_beast:1" },
    { dens_first, "ROUX", 9, "test_den:1 test_beast:2 test_beast:3 test_beast:4 test_beast:1" },
    { dens, "roux", 9, "test_den:1" },
    { beasts_first, "roux", 2, "test_beast:2 test_den:1" },
    { beasts_first, "elan roux", 9, "test_beast:3" },
    { beasts_first, "roux b", 9, "test_beast:4" },
    { beasts_first, "roux r", 9, "test_beast:2 test_beast:3 test_beast:4 test_den:1 test_beast:1" },
    { beasts_first, "r", 9, "" },
    { beasts_first, " … ", 9, "" },
    { beasts_first, "\"roux\" OR *", 9, "" },
    { beasts_first, "licorne", 9, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = find (fixture, cases[i].kinds, cases[i].text, cases[i].limit);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

/* What waits in the trash is not found, and is found again when it is back. */
static void
test_trashed (Fixture      *fixture,
              gconstpointer data)
{
  static const char *const kinds[] = { "test_beast", NULL };
  g_autoptr (DitesDocument) beast = test_get (fixture->store, "test_beast:2");
  g_autoptr (DitesChangeSet) changes = dites_change_set_new ("Away");
  g_autofree char *undone = NULL, *found = NULL, *again = NULL;

  dites_change_set_trash (changes, beast);
  g_assert_true (test_write (fixture->store, changes, NULL));
  found = find (fixture, kinds, "roux", 1);
  g_assert_cmpstr (found, ==, "test_beast:3");
  undone = test_undo (fixture->store, NULL);
  again = find (fixture, kinds, "roux", 1);
  g_assert_cmpstr (again, ==, "test_beast:2");
}

static void
test_describe (Fixture      *fixture,
               gconstpointer data)
{
  static const char *const ids[] = { "test_den:1", "test_beast:99", "nonsense", "test_beast:1", NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char  *joined = NULL;
  const DitesFound *den;

  dites_store_describe_async (fixture->store, ids, NULL, test_keep_result_cb, &result);
  test_wait_for (result != NULL);
  found = dites_store_describe_finish (fixture->store, result, &error);
  g_assert_no_error (error);
  joined = join (found);
  g_assert_cmpstr (joined, ==, "test_den:1 test_beast:1");
  den = found->pdata[0];
  g_assert_cmpstr (den->title, ==, "Le Roux");
  g_assert_cmpstr (den->subtitle, ==, "");
  g_assert_true (den->kind == dites_kind_get ("test_den"));
}

/* So many fit that not all are compared: the newest are. */
static void
test_many (Fixture      *fixture,
           gconstpointer data)
{
  static const char *const kinds[] = { "test_den", "test_beast", NULL };
  g_autoptr (DitesChangeSet) changes = dites_change_set_new ("Many");
  g_autofree char *found = NULL;

  for (guint i = 100; i < 1100; i++)
    {
      g_autoptr (DitesDocument) beast = test_beast (i, "Rouxinol", NULL);

      dites_change_set_put (changes, NULL, beast);
    }
  g_assert_true (test_write (fixture->store, changes, NULL));
  put (fixture, test_den (2, "Roux Neuf"), NULL);
  found = find (fixture, kinds, "roux", 1);
  g_assert_cmpstr (found, ==, "test_den:2");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_register_kinds ();

  g_test_add ("/store-find/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/store-find/trashed", Fixture, NULL, set_up, test_trashed, tear_down);
  g_test_add ("/store-find/describe", Fixture, NULL, set_up, test_describe, tear_down);
  g_test_add ("/store-find/many", Fixture, NULL, set_up, test_many, tear_down);

  return g_test_run ();
}
